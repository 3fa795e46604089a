import type { Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { aggregate } from '@wufang/service';
import { belongingTo, ownerOf } from './belonging.js';
import type { DispatchTx, WorkOrderRow } from './schema.js';
import type { SummonsRow, WhistleRow } from './supervision.schema.js';
import { workOrders } from './work-orders.store.js';

export const whistles = aggregate<WhistleRow>('whistles', 'whistle');
export const summonses = aggregate<SummonsRow>('summonses', 'summons');

const ofOrder = { table: 'whistles', column: 'order_id' } as const;
const orderOfWhistle = ownerOf('order of whistle', ofOrder);
/** All whistles for an order, asked for or blown. */
export const whistlesOfOrder = belongingTo('whistles of order', ofOrder);

/** Where commands leave word that they asked for a whistle for an order; see `Tx.mustSeeAll`. */
export const askedPlace = (orderId: string) => `whistles asked for ${orderId}`;

/** The whistle, locked; for those who reach the whole street. */
export async function lockWhistle(tx: DispatchTx, id: string): Promise<WhistleRow> {
  const whistle = await tx.lock(whistles, id);
  if (!whistle) throw new DomainError('object.not-found', {});
  return whistle;
}

/** The whistle and the order it is for, if it is for one; the order first, as when its closing ends its whistles. */
export async function lockWithOrder(tx: DispatchTx, id: string): Promise<{ whistle: WhistleRow; order: WorkOrderRow | undefined }> {
  const orderId = await tx.load(orderOfWhistle, id);
  if (orderId) await tx.lock(workOrders, orderId);
  const whistle = await lockWhistle(tx, id);
  return { whistle, order: whistle.orderId === null ? undefined : await tx.lock(workOrders, whistle.orderId) };
}

/** A unit's part of a whistle, locked. A unit speaks for itself alone; what it was not summoned to is not there. */
export async function lockSummons(tx: DispatchTx, of: { id: string; unitId: string }, ctx: Ctx): Promise<SummonsRow> {
  if (ctx.scope !== 'street' && !ctx.actor.unitIds.includes(of.unitId)) throw new DomainError('object.not-found', {});
  const whistle = await lockWhistle(tx, of.id);
  const place = whistle.summonedUnitIds.indexOf(of.unitId);
  const summonsId = whistle.summonsIds[place];
  const summons = summonsId === undefined ? undefined : await tx.lock(summonses, summonsId);
  if (!summons) throw new DomainError('object.not-found', {});
  return summons;
}
