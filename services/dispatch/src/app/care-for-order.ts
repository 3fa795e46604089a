import {
  orderCareEvents,
  type ContactPurpose,
  type Ctx,
  type HandlingWay,
  type ReferralKind,
  type ReferralState,
  type VisitOutcome,
  type Visitor,
} from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import type { ReferralRow } from '../db/order-care.schema.js';
import { homeVisits, orderWays, referrals, referralsOf, visitsOf } from '../db/order-care.store.js';
import type { DispatchTx } from '../db/schema.js';
import { lockToDecide, workOrders } from '../db/work-orders.store.js';
import { refusePrivate } from '../domain/public-text.js';

/** By which way and methods an order is handled, and for a hard one its plan (四方四办、工作法、一案一策). It moves no clock. */
export async function noteWays(
  tx: DispatchTx,
  { id, way, methods, plan = null }: { id: string; way: HandlingWay | null; methods: string[]; plan?: string | null | undefined },
  ctx: Ctx,
): Promise<void> {
  const order = await lockToDecide(tx, id, ctx);
  if (!order.isOpen) throw new DomainError('work-order.not-open', {});
  for (const words of [...methods, plan]) if (words) refusePrivate(words);
  const named = { way, methods: [...new Set(methods)] };
  tx.put(orderWays, { orderId: id, ...named, plan, notedAt: tx.now, unitId: ctx.actor.unitIds[0] ?? null });
  tx.save(workOrders, order, [
    fact(orderCareEvents.waysNoted, { demandId: order.demandId, ...named, hasPlan: plan !== null, notedAt: tx.now.toISOString() }),
  ]);
}

/** The matter is also taken elsewhere (转介): to talks, a mediator, a counsellor, a court. Whose the order is, and by when, stays. */
export async function referOrder(
  tx: DispatchTx,
  input: { id: string; referralId: string; kind: ReferralKind; to: string; reason: string },
  ctx: Ctx,
): Promise<void> {
  const order = await lockToDecide(tx, input.id, ctx);
  const { referralId, kind, to, reason } = input;
  const known = await referralsSoFar(tx, order.id);
  if (known.some(({ id }) => id === referralId)) return;
  if (!order.isOpen) throw new DomainError('work-order.not-open', {});
  for (const words of [to, reason]) refusePrivate(words);
  const made = {
    ...{ orderId: order.id, id: referralId, kind, referredTo: to, reason, state: 'OPEN' as const, outcome: null },
    ...{ madeAt: tx.now, endedAt: null, unitId: ctx.actor.unitIds[0] ?? null },
  };
  tx.put(referrals, made);
  tx.remember(placeOf(order.id), [...known, made]);
  tx.save(workOrders, order, [
    fact(orderCareEvents.referred, { demandId: order.demandId, referralId, kind, referredAt: tx.now.toISOString() }),
  ]);
}

/** What came of a referral; also after the order is closed, since talks may last longer than a limit. */
export async function endReferral(
  tx: DispatchTx,
  input: { id: string; referralId: string; state: Exclude<ReferralState, 'OPEN'>; outcome: string },
  ctx: Ctx,
): Promise<void> {
  const order = await lockToDecide(tx, input.id, ctx);
  const known = await referralsSoFar(tx, order.id);
  const referral = known.find(({ id }) => id === input.referralId);
  if (!referral) throw new DomainError('object.not-found', {});
  if (referral.state !== 'OPEN') throw new DomainError('referral.ended', {});
  const { state, outcome } = input;
  refusePrivate(outcome);
  const ended = { ...referral, state, outcome, endedAt: tx.now };
  tx.put(referrals, ended);
  tx.remember(
    placeOf(order.id),
    known.map((one) => (one === referral ? ended : one)),
  );
  const { id: referralId, kind } = referral;
  tx.save(workOrders, order, [
    fact(orderCareEvents.referralEnded, { demandId: order.demandId, referralId, kind, state, endedAt: tx.now.toISOString() }),
  ]);
}

/** Somebody called on the complainant (三上门、常唠宽心话): who, what for, with what outcome. What was said is for those who handle it. */
export async function recordVisit(
  tx: DispatchTx,
  input: {
    id: string;
    visitId: string;
    by: Visitor;
    purpose: ContactPurpose;
    outcome: VisitOutcome;
    isDispute: boolean;
    note?: string | undefined;
  },
  ctx: Ctx,
): Promise<void> {
  const order = await lockToDecide(tx, input.id, ctx);
  const { visitId, by, purpose, outcome, isDispute, note = null } = input;
  const place = `visits of ${order.id}`;
  const known = tx.recall<string[]>(place) ?? (await tx.load(visitsOf, order.id)) ?? [];
  if (known.includes(visitId)) return;
  if (note !== null) refusePrivate(note);
  const visit = { by, purpose, outcome, isDispute };
  tx.insert(homeVisits, {
    ...{ orderId: order.id, id: visitId, ...visit, note, visitedAt: tx.now, unitId: ctx.actor.unitIds[0] ?? null },
  });
  tx.remember(place, [...known, visitId]);
  tx.save(workOrders, order, [fact(orderCareEvents.visited, { demandId: order.demandId, ...visit, visitedAt: tx.now.toISOString() })]);
}

const placeOf = (orderId: string) => `referrals of ${orderId}`;

/** The referrals of an order that is locked, with those of earlier commands of this batch. */
async function referralsSoFar(tx: DispatchTx, orderId: string): Promise<Omit<ReferralRow, 'streetId'>[]> {
  return tx.recall<Omit<ReferralRow, 'streetId'>[]>(placeOf(orderId)) ?? (await tx.load(referralsOf, orderId)) ?? [];
}
