import { orderCareEvents, type Ctx, type FollowedStage } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import type { FollowedOrderRow } from '../db/followed-orders.schema.js';
import { followedOrders, followedSince } from '../db/followed-orders.store.js';
import type { DispatchTx } from '../db/schema.js';
import { lockToDecide, workOrders } from '../db/work-orders.store.js';
import { publicTextOf } from '../domain/public-text.js';

type Followed = Pick<FollowedOrderRow, 'invitedAt' | 'joinedAt'>;

/** The complainant is invited to follow the handling (诉求人跟办; domain rules part 1, row 91): what is studied, done and answered is told to them step by step. Invited twice is once; no clock moves. */
export async function inviteComplainant(tx: DispatchTx, { id }: { id: string }, ctx: Ctx): Promise<void> {
  const order = await lockToDecide(tx, id, ctx);
  if (await followed(tx, id)) return;
  if (!order.isOpen) throw new DomainError('work-order.not-open', {});
  keep(tx, id, { invitedAt: tx.now, joinedAt: null });
  tx.save(workOrders, order, [fact(orderCareEvents.complainantInvited, { demandId: order.demandId, invitedAt: tx.now.toISOString() })]);
}

/** One step of it, in words for the complainant. It is no report by which a duty ends: those are their own steps. */
export async function tellStage(tx: DispatchTx, input: { id: string; stage: FollowedStage; publicText: string }, ctx: Ctx): Promise<void> {
  const order = await lockToDecide(tx, input.id, ctx);
  if (!order.isOpen) throw new DomainError('work-order.not-open', {});
  await invited(tx, order.id);
  const { stage } = input;
  const publicText = publicTextOf(input.publicText);
  tx.save(workOrders, order, [
    fact(orderCareEvents.stageTold, { demandId: order.demandId, stage, publicText, toldAt: tx.now.toISOString() }),
  ]);
}

/** A complainant who has followed says that they will help the community think (智囊团), or no longer; also once the order is closed. */
export async function joinAdvisers(tx: DispatchTx, { id, isAdviser }: { id: string; isAdviser: boolean }, ctx: Ctx): Promise<void> {
  const order = await lockToDecide(tx, id, ctx);
  const row = await invited(tx, id);
  if ((row.joinedAt !== null) === isAdviser) return;
  keep(tx, id, { ...row, joinedAt: isAdviser ? tx.now : null });
  tx.save(workOrders, order, [fact(orderCareEvents.adviserJoined, { demandId: order.demandId, isAdviser, saidAt: tx.now.toISOString() })]);
}

const placeOf = (orderId: string) => `follower of ${orderId}`;

/** Of an order that is locked, as earlier commands of this batch left it. */
async function followed(tx: DispatchTx, orderId: string): Promise<Followed | undefined> {
  return tx.recall<Followed>(placeOf(orderId)) ?? (await tx.load(followedSince, orderId));
}

async function invited(tx: DispatchTx, orderId: string): Promise<Followed> {
  const row = await followed(tx, orderId);
  if (!row) throw new DomainError('work-order.not-invited', {});
  return row;
}

function keep(tx: DispatchTx, orderId: string, row: Followed): void {
  tx.put(followedOrders, { orderId, ...row });
  tx.remember(placeOf(orderId), row);
}
