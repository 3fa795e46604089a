import { dispatchEvents, type Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { aggregate, anyOf, part, table, type Loader } from '@wufang/service';
import type { Kysely } from 'kysely';
import { refuseOwnComplaint } from '../domain/keep-out.js';
import { firingColumns, type DispatchDb, type DispatchTx, type OrderNoteRow, type WorkOrderRow } from './schema.js';

export const workOrders = aggregate<WorkOrderRow>('work_orders', 'work-order');
/** Orders as their clocks see them when they fire. */
export const firingOrders = part(workOrders, 'firing', firingColumns);
export const orderNotes = table<OrderNoteRow>('order_notes', ['orderId', 'version']);

/** An order as it is now, for what belongs to it and has a clock of its own: how urgent it is, and whose. */
export const orderBeside: Loader<Pick<WorkOrderRow, 'level' | 'leadUnitId' | 'place'>> = {
  name: 'order beside',
  load: async (db, ids, streetId) => {
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('workOrders')
      .select(['id', 'level', 'leadUnitId', 'place'])
      .where('streetId', '=', streetId)
      .where('id', '=', anyOf(ids))
      .execute();
    return new Map(rows.map(({ id, ...row }) => [id, row]));
  },
};

/** When each order was last sent back for rework. */
export const lastSentBack: Loader<Date> = {
  name: 'last sent back',
  load: async (db, ids, streetId) => {
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('events')
      .select(['aggregateId', 'recordedAt'])
      .where('streetId', '=', streetId)
      .where('aggregateId', '=', anyOf(ids))
      .where('type', '=', dispatchEvents.reworked.type)
      .orderBy('version')
      .execute();
    return new Map(rows.map(({ aggregateId, recordedAt }) => [aggregateId, recordedAt]));
  },
};

/** The order, locked, if it is within the caller's reach; a foreign one is not there at all. */
export async function lockWithinReach(tx: DispatchTx, id: string, ctx: Ctx): Promise<WorkOrderRow> {
  const order = await tx.lock(workOrders, id);
  if (!order || !isWithinReach(order, ctx)) throw new DomainError('object.not-found', {});
  return order;
}

/** The same for a decision about it, from which whoever belongs to the unit that is complained about keeps out. */
export async function lockToDecide(tx: DispatchTx, id: string, ctx: Ctx): Promise<WorkOrderRow> {
  const order = await lockWithinReach(tx, id, ctx);
  refuseOwnComplaint(order, ctx.actor);
  return order;
}

/** The same for a citizen supervisor (特约监督员): an order of a community he looks after. */
export async function lockWatched(tx: DispatchTx, id: string, ctx: Ctx): Promise<WorkOrderRow> {
  const order = await lockWithinReach(tx, id, ctx);
  if (order.place.communityId === null || !ctx.actor.unitIds.includes(order.place.communityId))
    throw new DomainError('object.not-found', {});
  return order;
}

/** The same for a word to the complainant, which the first answerer of 有事您找我 may always give: it stays the contact. */
export async function lockForWords(tx: DispatchTx, id: string, ctx: Ctx): Promise<WorkOrderRow> {
  const order = await tx.lock(workOrders, id);
  const isContact = order?.contactUnitId != null && ctx.actor.unitIds.includes(order.contactUnitId);
  if (!order || !(isContact || isWithinReach(order, ctx))) throw new DomainError('object.not-found', {});
  return order;
}

function isWithinReach(order: WorkOrderRow, { scope, actor }: Ctx): boolean {
  if (scope === 'street') return true;
  if (scope === 'concerned') return order.concernedUnitIds.some((id) => actor.unitIds.includes(id));
  return scope === 'lead' && actor.unitIds.includes(order.leadUnitId);
}

/** What a unit writes down for itself beside the step that `order` has just recorded. */
export function noteBeside(tx: DispatchTx, order: WorkOrderRow, note: string | undefined, photoIds: string[] = []): void {
  if (note === undefined && photoIds.length === 0) return;
  tx.insert(orderNotes, { orderId: order.id, version: order.version, note: note ?? null, photoIds });
}
