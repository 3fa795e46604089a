/** `npm run bench`: packages, compiled workspaces, the pages where they are asked for, then the benches. What it says on the way goes to standard error; the figures alone to standard output. */
import { join } from 'node:path';

const write = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);
const { buildPages, checkNode, compile, install, root, stop } = await import('../local/prepare.mjs');
checkNode();
await install();
const { ok, output } = await compile();
if (!ok) stop(`the source does not compile:\n${output.trim()}`);
const only = process.argv.findIndex((word) => word.startsWith('--only'));
if (only < 0 || process.argv.slice(only, only + 2).some((word) => word.includes('pages'))) {
  const pages = await buildPages();
  if (!pages.ok) stop(`the pages cannot be built:\n${pages.output.trim()}`);
}
process.stdout.write = write;
await import(join(root, 'deploy/bench/dist/src/main.js'));
