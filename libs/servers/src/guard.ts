/**
 * Waits beside the launcher and ends its processes if it dies without a word. Standard input is a pipe from the launcher:
 * "done" means it has tidied up itself, a bare end of the pipe means it is gone.
 */
import { endAll, readProcessList } from './folder.js';

const [folder, ownerPid, ownerStarted] = process.argv.slice(2);
let said = '';
for (const signal of ['SIGINT', 'SIGHUP', 'SIGTERM'] as const) process.on(signal, () => {});
process.stdin.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
process.stdin.on('end', () => {
  if (said.includes('done') || !folder) process.exit(0);
  const list = readProcessList(folder);
  // A new launcher may have the folder already; it has seen to our processes itself.
  if (!list || list.owner.pid !== Number(ownerPid) || list.owner.started !== ownerStarted) process.exit(0);
  void endAll(list.processes).then(() => process.exit(0));
});
