import type { Ctx, OwnHomeShare } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { boundHomes, endedByCommunity } from '../db/bound-homes.store.js';
import { homeByKey } from '../db/plans.store.js';
import { ownHomeShare } from '../db/plans.view.js';
import type { DeliberationTx } from '../db/schema.js';

/** Where a command leaves a sign that it has bound a home to an account, or taken it off. */
export const bindingPlace = (accountId: string, homeId: string) => `binding of ${homeId} to ${accountId}`;

/**
 * Binds a home to a resident's account: whoever holds the statement that was carried to its door may, unless the community has found that the account is a
 * stranger's. From then on the account sees as much of votes, emergency uses and statements as concerns this home of this owner. It is no proof for a vote that
 * decides: owners vote on signed paper, or in the city's own system (物业管理条例 art. 35). Nothing is stored but the ids; bound twice is bound once.
 */
export async function bindHome(tx: DeliberationTx, key: { no: string; code: string }, ctx: Ctx): Promise<OwnHomeShare> {
  const share = await homeByKey(tx.sql, tx.streetId, key);
  const { homeId, ownerId } = share;
  const { accountId } = ctx.actor;
  const place = bindingPlace(accountId, homeId);
  await tx.hold(place);
  tx.mustSeeAll(place);
  const ended = await endedByCommunity(tx.sql, tx.streetId, { accountId, homeId });
  if (ended && !ended.mayBindAgain && ended.ownerId === ownerId) throw new DomainError('home-share.barred', { reason: ended.reason! });
  tx.put(boundHomes, { accountId, homeId, ownerId, boundAt: tx.now });
  tx.remember(place, true);
  return ownHomeShare(tx.sql, share, tx.streetId);
}
