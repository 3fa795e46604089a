import type { Ctx, OwnHomeShare } from '@wufang/contracts';
import { boundHomes, homeByKey } from '../db/plans.store.js';
import { ownHomeShare } from '../db/plans.view.js';
import type { DeliberationTx } from '../db/schema.js';

/**
 * Binds a home to a resident's account: whoever holds the statement that was carried to its door may. Nothing is stored but the two ids; bound
 * twice is bound once.
 */
export async function bindHome(tx: DeliberationTx, key: { no: string; code: string }, ctx: Ctx): Promise<OwnHomeShare> {
  const share = await homeByKey(tx.sql, tx.streetId, key);
  tx.put(boundHomes, { accountId: ctx.actor.accountId, homeId: share.homeId, ownerId: share.ownerId, boundAt: tx.now });
  return ownHomeShare(tx.sql, share, tx.streetId);
}
