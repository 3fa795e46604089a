import type { FiredStage } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { inChargeAt } from '../domain/charges.js';

/**
 * Which leader hears of a stage that tells the leader in charge (分管、包片领导, domain rules 4.6): whose the unit is that owes it, else whose the community of the place; nobody
 * is named where no list says so, and every leader hears.
 */
export async function inChargeTold(
  tx: DispatchTx,
  { tell }: Pick<FiredStage, 'tell'>,
  owed: { leadUnitId: string; place: { communityId: string | null } },
  streets: StreetBook,
): Promise<{ inChargeId?: string }> {
  if (!tell.includes('V')) return {};
  const inChargeId = inChargeAt((await streets.at(tx.streetId)).charges, owed, tx.now);
  return inChargeId === null ? {} : { inChargeId };
}
