/** `npm run bench`: packages, compiled workspaces, then the benches. What it says on the way goes to standard error; the figures alone to standard output. */
import { join } from 'node:path';

const write = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);
const { checkNode, compile, install, root, stop } = await import('../local/prepare.mjs');
checkNode();
await install();
const { ok, output } = await compile();
if (!ok) stop(`the source does not compile:\n${output.trim()}`);
process.stdout.write = write;
await import(join(root, 'deploy/bench/dist/src/main.js'));
