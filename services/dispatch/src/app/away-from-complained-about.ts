import { codeRules } from '@wufang/contracts';
import type { ClockRules, Fact } from '@wufang/service';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import { instead } from '../domain/decide.js';
import type { LadderStreet } from '../domain/hand-up.js';
import { levelToAsk } from '../domain/lowering.js';
import { can, next } from '../domain/work-order-states.js';
import { transferredFact, underLead } from './transfer-order.js';

/**
 * An order that the unit complained about leads, as the unit over it takes it over; undefined where there is nothing to take over. What is handled goes to
 * its new lead as any order that is handed over, with the time that is left. What rests (挂账, 五方共议) stays at rest under the new lead. What is done waits
 * for its callback as the work of who has done it, and goes over when it is sent back; in a dispute the arbiter gives it to another unit.
 */
export async function awayFromComplainedAbout(
  tx: DispatchTx,
  order: WorkOrderRow,
  street: LadderStreet,
  limits: ClockRules,
): Promise<{ change: Partial<WorkOrderRow> & { leadUnitId: string }; facts: Fact[] } | undefined> {
  if (order.openDisputeId !== null) return undefined;
  const isHandled = can(order.state, 'transfer');
  if (!isHandled && order.state !== 'SUSPENDED' && order.state !== 'DELIBERATING') return undefined;
  const over = instead(street, { ...order, level: levelToAsk(order), at: tx.now });
  if (!over) return undefined;
  const { leadUnitId, coUnitIds, reason } = over;
  const moved = await underLead(tx, order, { lead: { id: leadUnitId }, coUnitIds, street }, limits);
  const decision = { ...order.decision, ruleIds: [codeRules.complainedAbout], reason: `${reason}。`, alternatives: [] };
  if (!isHandled) return { change: { ...moved, decision }, facts: [] };
  const change = { ...moved, decision, state: next(order.state, 'transfer'), contactedAt: null };
  return { change, facts: [transferredFact(order, moved, reason, tx.now)] };
}
