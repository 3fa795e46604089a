import { DomainError } from '@wufang/kernel';
import { aggregate, table } from '@wufang/service';
import type { HandUpPilotHeadRow, HandUpPilotVersionRow, LegRow } from './legs.schema.js';
import type { DispatchTx, WorkOrderRow } from './schema.js';

export const legs = aggregate<LegRow>('legs', 'leg');
export const handUpPilots = aggregate<HandUpPilotHeadRow>('hand_up_pilots', 'hand-up-pilot');
export const handUpPilotVersions = table<HandUpPilotVersionRow>('hand_up_pilot_versions', ['pilotVersion']);

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
