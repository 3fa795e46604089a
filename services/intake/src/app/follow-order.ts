import { formatBeijing } from '@wufang/kernel';
import type { Envelope, FollowedStage } from '@wufang/contracts';
import { aboutUnitOf, demandOrders, demands, orderHandlers, orderOfDemand, orderUnits, timeline } from '../db/demands.store.js';
import type { DemandOrderRow, IntakeTx } from '../db/schema.js';

type Told = Envelope<{ demandId: string }>;

/** Keeps what dispatch told of a demand's order; columns not told stay as they are. */
export function followOrder(tx: IntakeTx, event: Told, told: Partial<Omit<DemandOrderRow, 'streetId' | 'demandId' | 'orderId'>>): void {
  const { demandId } = event.payload;
  tx.put(demandOrders, { demandId, orderId: event.aggregateId, ...told });
  for (const unitId of [told.leadUnitId, told.contactUnitId, ...(told.coUnitIds ?? [])])
    if (unitId) tx.put(orderUnits, { unitId, demandId });
}

/** Adds to what the complainant may read of the order's course; a step of the handling that they follow is named as such. */
export function tellComplainant(tx: IntakeTx, event: Told, at: string, text: string | null, stage: FollowedStage | null = null): void {
  if (text) tx.insert(timeline, { demandId: event.payload.demandId, id: event.id, at: new Date(at), text, stage });
}

/** Remembers who worked on the order: none of them calls back on it. */
export function rememberHandler(tx: IntakeTx, event: Told, accountId = event.actor.accountId): void {
  if (accountId !== 'system') tx.put(orderHandlers, { orderId: event.aggregateId, accountId });
}

/** Whose grid worker looks at the place: the community of the place, unless it is complained about itself. */
export async function checkerOf(tx: IntakeTx, demandId: string): Promise<string | null> {
  const demand = await tx.lock(demands, demandId);
  if (!demand || demand.communityId === aboutUnitOf(demand, await tx.load(orderOfDemand, demandId))) return null;
  return demand.communityId;
}

/** A due time as people read it. Example: '2026-11-28 24:00' is written '2026-11-29 00:00'. */
export function dueText(dueAt: string): string {
  return formatBeijing(new Date(dueAt)).slice(0, 16);
}
