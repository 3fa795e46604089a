import { randomInt } from 'node:crypto';
import { homeBindingEvents, type BoundHome, type Ctx, type HomeBinding } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { boundHomes, endedBindings, endedByCommunity } from '../db/bound-homes.store.js';
import { listBoundHomes, listHomeBindings } from '../db/bound-homes.view.js';
import type { EndedBindingRow } from '../db/plans.schema.js';
import { lockPlanWithinReach, lockSharesOfHome, planHomeShares, sharesRows } from '../db/plans.store.js';
import type { DeliberationTx } from '../db/schema.js';
import { renewedCode } from '../domain/plan-scope.js';
import { refusePrivate } from '../domain/public-text.js';
import { seatActingFor } from '../domain/seats.js';
import { bindingPlace } from './bind-home.js';

/** A resident takes a home off the own account; by its statement it may be bound again. */
export async function unbindHome(tx: DeliberationTx, { homeId }: { homeId: string }, ctx: Ctx): Promise<{ homes: BoundHome[] }> {
  const { accountId } = ctx.actor;
  const { homes } = await listBoundHomes(tx.sql, ctx);
  const isEnded = await end(tx, { accountId, homeId, endedBy: 'ACCOUNT', reason: null, mayBindAgain: true });
  if (!isEnded) throw new DomainError('object.not-found', {});
  return { homes: homes.filter((home) => home.homeId !== homeId) };
}

/**
 * The community takes a home off an account that is not its owner's (冒绑): a statement lies in a letter box, and whoever took it could bind. With a reason, which
 * stays on record. The statement in the stranger's hands opens nothing any more: the home's code is another in every plan, and the community carries new
 * statements to the owner. Even with the new code the account does not bind this home again until the community says that it may.
 */
export async function endBinding(
  tx: DeliberationTx,
  input: { id: string; homeId: string; accountId: string; reason: string; mayBindAgain: boolean },
  ctx: Ctx,
): Promise<{ bindings: HomeBinding[] }> {
  const { id, homeId, accountId, reason, mayBindAgain } = input;
  const { plan, issue } = await lockPlanWithinReach(tx, id, ctx);
  seatActingFor(issue, ctx.actor, tx.now, 'COMMUNITY');
  if (!(await sharesRows(tx.sql, tx.streetId, plan.id)).some((home) => home.homeId === homeId))
    throw new DomainError('object.not-found', {});
  refusePrivate(reason);
  const { bindings } = await listHomeBindings(tx.sql, { id }, ctx);
  const isEnded = await end(tx, { accountId, homeId, endedBy: 'COMMUNITY', reason, mayBindAgain });
  if (!isEnded) throw new DomainError('object.not-found', {});
  if (!mayBindAgain && bindings.some((one) => one.homeId === homeId && one.accountId === accountId)) await renewCodes(tx, homeId);
  return { bindings: bindings.filter((one) => one.homeId !== homeId || one.accountId !== accountId) };
}

/** The mark stays, so that what hangs on the board is still right. */
async function renewCodes(tx: DeliberationTx, homeId: string): Promise<void> {
  for (const share of await lockSharesOfHome(tx.sql, tx.streetId, homeId))
    tx.put(planHomeShares, { ...share, lookupCode: renewedCode(share.lookupCode, (below) => randomInt(below)) });
}

type Ending = Pick<EndedBindingRow, 'accountId' | 'homeId' | 'endedBy' | 'reason' | 'mayBindAgain'>;

/** Takes the binding out and keeps that it ended. Where none is, the community may still change its word of before; false where there is nothing to end or change. */
async function end(tx: DeliberationTx, ending: Ending): Promise<boolean> {
  const { accountId, homeId, reason, mayBindAgain, endedBy: by } = ending;
  const place = bindingPlace(accountId, homeId);
  await tx.hold(place);
  tx.mustSeeAll(place);
  const bound = await tx.sql
    .selectFrom('boundHomes')
    .selectAll()
    .where('streetId', '=', tx.streetId)
    .where('accountId', '=', accountId)
    .where('homeId', '=', homeId)
    .executeTakeFirst();
  const before = by === 'COMMUNITY' ? await endedByCommunity(tx.sql, tx.streetId, ending) : undefined;
  if (!bound && !before) return false;
  if (!bound && before!.mayBindAgain === mayBindAgain) return true;
  if (bound) tx.remove(boundHomes, { accountId, homeId });
  tx.remember(place, true);
  tx.create(
    endedBindings,
    { id: tx.newId(), ...ending, ownerId: bound ? bound.ownerId : before!.ownerId, boundAt: bound?.boundAt ?? null, endedAt: tx.now },
    [fact(homeBindingEvents.bindingEnded, { homeId, accountId, by, reason, mayBindAgain, endedAt: tx.now.toISOString() })],
  );
  return true;
}
