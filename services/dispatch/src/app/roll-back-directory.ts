import type { Ctx } from '@wufang/contracts';
import type { RuleBook } from '@wufang/service';
import { rowsOfVersion } from '../db/directories.store.js';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { publishDirectory } from './publish-directory.js';

/** The rows of an earlier version, published as a new one: nothing is taken back, so what was decided meanwhile stays explained. */
export async function rollBackDirectory(
  tx: DispatchTx,
  { version, from, reason }: { version: number; from?: string | undefined; reason: string },
  ctx: Ctx,
  streets: StreetBook,
  rules: RuleBook,
): Promise<{ version: number; rows: number; from: string }> {
  const rows = await rowsOfVersion(tx, version);
  return publishDirectory(tx, { rows, from, reason, rollsBackTo: version }, ctx, streets, rules);
}
