import { DomainError } from '@wufang/kernel';
import { aggregate, table, type Loader } from '@wufang/service';
import { sql } from 'kysely';
import type { HandUpPilotHeadRow, HandUpPilotVersionRow, LegRow } from './legs.schema.js';
import type { DispatchTx, WorkOrderRow } from './schema.js';

export const legs = aggregate<LegRow>('legs', 'leg');
export const handUpPilots = aggregate<HandUpPilotHeadRow>('hand_up_pilots', 'hand-up-pilot');
export const handUpPilotVersions = table<HandUpPilotVersionRow>('hand_up_pilot_versions', ['pilotVersion']);

/** Co-units of an order that owe nothing any more: they have returned a result or said why there is none, or were let off. */
export const unitsThatAnswered: Loader<string[]> = {
  name: 'co-units that have answered',
  load: async (db, orderIds, streetId) => {
    const rows = await sql<{ orderId: string; unitId: string }>`
      select order_id as "orderId", unit_id as "unitId" from legs
      where street_id = ${streetId} and order_id = any(${orderIds}::uuid[]) and state in ('RETURNED', 'EXPLAINED', 'WAIVED')`.execute(db);
    const found = new Map<string, string[]>(orderIds.map((id) => [id, []]));
    for (const { orderId, unitId } of rows.rows) found.get(orderId)!.push(unitId);
    return found;
  },
};

/** A leg of this order, locked. The order is locked before its legs, always. */
export async function lockLeg(tx: DispatchTx, order: WorkOrderRow, legId: string): Promise<LegRow> {
  const leg = await tx.lock(legs, legId);
  if (!leg || leg.orderId !== order.id) throw new DomainError('object.not-found', {});
  return leg;
}

/** All legs of an order that still owe something, locked one after another in the order of their ids. */
export async function lockOpenLegs(tx: DispatchTx, order: WorkOrderRow): Promise<LegRow[]> {
  const open: LegRow[] = [];
  for (const id of [...order.openLegIds].sort()) open.push(await lockLeg(tx, order, id));
  return open;
}
