/** `npm start`: everything from a bare machine to `ready http://…`. */
import { join } from 'node:path';
import { buildPages, checkNode, compile, install, root, stop } from './prepare.mjs';

checkNode();
await install();
const { ok, output } = await compile();
if (!ok) stop(`the source does not compile:\n${output.trim()}`);
const pages = await buildPages();
if (!pages.ok) stop(`the pages cannot be built:\n${pages.output.trim()}`);
const { main } = await import(join(root, 'deploy/local/dist/src/start.js'));
await main();
