import { inParts } from '../db/bound-homes.store.js';
import type { DeliberationTx } from '../db/schema.js';
import type { OwnersVoteRow } from '../db/votes.schema.js';

/**
 * Owners who are told of a vote, in parts, and accounts that have bound a home of theirs; none where nobody is to be told. Units of the table are left out:
 * they hear of it as parties, a unit of homes it has not sold among them.
 */
export async function votersInParts(
  tx: DeliberationTx,
  owners: readonly string[],
  { concernedUnitIds }: Pick<OwnersVoteRow, 'concernedUnitIds'>,
): Promise<Awaited<ReturnType<typeof inParts>>> {
  const others = owners.filter((ownerId) => !concernedUnitIds.includes(ownerId));
  return others.length === 0 ? [] : inParts(tx, others);
}
