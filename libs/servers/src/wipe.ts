import { rmSync } from 'node:fs';
import { HeldFolder } from './folder.js';
import { silent } from './progress.js';
import { readWhere } from './unprivileged.js';

/** Removes a data folder whole, also what had to be put elsewhere; refuses while a run is on it, ends what a killed run left. */
export async function wipeFolder(dataDir: string): Promise<void> {
  const held = await HeldFolder.take(dataDir, silent);
  await held.release();
  const { postgres } = readWhere(dataDir);
  if (postgres) rmSync(postgres, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}
