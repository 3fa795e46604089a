/**
 * `npm run contracts` writes what is printed from code; with `--check` it only says what is stale. The services are compiled for their state
 * tables; one that does not compile because a contract has just changed must not keep the contract from being printed.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const compile = (projects, stdio = 'inherit') =>
  spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b', ...projects], { cwd: root, stdio }).status === 0;

if (!compile(['libs/contracts', 'deploy/contracts'])) process.exit(1);
if (!process.argv.includes('--check')) compile(['services/dispatch', 'services/intake'], 'ignore');
const { print } = await import('./dist/src/print.js');
process.exit(await print(root, process.argv.includes('--check')));
