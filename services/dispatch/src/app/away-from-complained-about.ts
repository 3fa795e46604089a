import { codeRules } from '@wufang/contracts';
import type { ClockRules, Fact } from '@wufang/service';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import { concernedByPlace, decidingRow, unitOver, type Street } from '../domain/decide.js';
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
  street: Street,
  limits: ClockRules,
): Promise<{ change: Partial<WorkOrderRow> & { leadUnitId: string }; facts: Fact[] } | undefined> {
  const about = order.aboutUnitId === order.leadUnitId ? street.units.get(order.leadUnitId) : undefined;
  if (!about || order.openDisputeId !== null) return undefined;
  const isHandled = can(order.state, 'transfer');
  if (!isHandled && order.state !== 'SUSPENDED' && order.state !== 'DELIBERATING') return undefined;
  const lead = unitOver(street, about, decidingRow(street, { ...order, level: levelToAsk(order), at: tx.now }));
  if (lead.id === about.id) return undefined;
  const coUnitIds = [about.id, ...order.coUnitIds.filter((id) => id !== lead.id && id !== about.id)];
  const moved = await underLead(tx, order, { lead, coUnitIds, byPlace: concernedByPlace(street, order.place) }, limits);
  const reason = `此件投诉的正是${about.name}，应当回避，改由${lead.name}主办、${about.name}协办`;
  const decision = { ...order.decision, ruleIds: [codeRules.complainedAbout], reason: `${reason}。`, alternatives: [] };
  if (!isHandled) return { change: { ...moved, decision }, facts: [] };
  const change = { ...moved, decision, state: next(order.state, 'transfer'), contactedAt: null };
  return { change, facts: [transferredFact(order, moved, reason, tx.now)] };
}
