import type { ClockRules, Fact } from '@wufang/service';
import { lastRuling } from '../db/disputes.store.js';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import type { LadderStreet } from '../domain/hand-up.js';
import { next } from '../domain/work-order-states.js';
import { transferredFact, underLead } from './transfer-order.js';

/**
 * An order that is back for rework, as the unit to which an objection gave it takes it over: the ruling came when all was done and moved nothing then
 * (先办后议). Undefined where there is no such ruling. `done` is the order as it was done; the rework's limit runs from the answer, for whoever has it.
 */
export async function toRuledUnit(
  tx: DispatchTx,
  done: WorkOrderRow,
  order: WorkOrderRow,
  street: LadderStreet,
  limits: ClockRules,
): Promise<{ change: Partial<WorkOrderRow> & { leadUnitId: string }; facts: Fact[] } | undefined> {
  const ruling = await tx.load(lastRuling, order.id);
  const lead = ruling && street.units.get(ruling.toUnitId);
  if (!lead || lead.id === order.leadUnitId || lead.id === order.aboutUnitId) return undefined;
  if (done.completedAt === null || ruling.decidedAt < done.completedAt) return undefined;
  const coUnitIds = order.coUnitIds.filter((id) => id !== lead.id);
  const moved = await underLead(tx, order, { lead, coUnitIds, street }, limits);
  const reason = `办结后异议成立，退回重办改由${lead.name}主办`;
  const decision = { ...order.decision, ruleIds: [], reason: `${reason}。`, alternatives: [] };
  const change = { ...moved, decision, state: next(order.state, 'transfer'), contactedAt: null };
  return { change, facts: [transferredFact(order, moved, reason, tx.now)] };
}
