/** `npm test` and `npm run check` (`--check`: what needs no server). */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildPages, checkNode, compile, install, removeCompiled, root, stop } from './prepare.mjs';

checkNode();
await install();
removeCompiled();
const types = await compile();
const script = join(root, 'deploy/local/dist/src/test.js');
if (!existsSync(script)) {
  process.stdout.write(`${types.output.trim()}\n0 passed, 1 failed\n`);
  stop('the test launcher itself does not compile');
}
const { main } = await import(script);
const pages = await buildPages();
await main({ types, pages, isCheck: process.argv.includes('--check') });
