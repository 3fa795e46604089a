import { labels, type Actor, type ChainSeat, type Escalation, type Role, type UnitKind, type WorkOrderState } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { changeLast } from './more-time.js';
import { isBeingWorkedOn } from './work-order-states.js';

const action = '提级请求';

/** An order as far as these rules look at it. */
export interface EscalatedOrder {
  state: WorkOrderState;
  leadUnitId: string;
  escalations: Escalation[];
}

/** What waits for an answer of the next higher level. */
export function openEscalation({ escalations }: Pick<EscalatedOrder, 'escalations'>): Escalation | undefined {
  const last = escalations.at(-1);
  return last?.outcome === 'OPEN' ? last : undefined;
}

/**
 * Who studies what a unit cannot do by itself (条例第二十条: the unit may ask the higher level, which studies and proposes): the section chief who answers for it; of what a section of the
 * street leads, or its chief asks, the street's leader. A unit that the register does not know yet is taken for one outside the street's house.
 * Examples: a property firm -> S; a section of the street -> V; a firm, asked by a section chief -> V.
 */
export function askedSeat(leadKind: UnitKind | undefined, askedBy: readonly Role[]): Escalation['to'] {
  return leadKind === 'STREET' || leadKind === 'STREET_OFFICE' || askedBy.includes('section_chief') ? 'V' : 'S';
}

/**
 * Refuses what may not be put to the next higher level: an order that no unit works on any more, that the caller's unit does not lead, or of which something is asked already.
 * Examples: COMPLETED -> work-order.illegal-step; led by another unit -> object.not-found; one open -> escalation.open.
 */
export function refuseEscalating(order: EscalatedOrder, { unitIds }: Pick<Actor, 'unitIds'>): void {
  if (!unitIds.includes(order.leadUnitId)) throw new DomainError('object.not-found', {});
  if (!isBeingWorkedOn(order.state))
    throw new DomainError('work-order.illegal-step', { status: labels.workOrderState[order.state], action });
  if (openEscalation(order)) throw new DomainError('escalation.open', {});
}

/**
 * What is answered by whom: a section chief answers what is put to the chiefs, a leader of the street both.
 * Examples: put to the leader, a section chief answers -> escalation.for-leader; nothing open -> escalation.none.
 */
export function escalationToAnswer(order: EscalatedOrder, { roles }: Pick<Actor, 'roles'>): Escalation {
  const open = openEscalation(order);
  if (!open) throw new DomainError('escalation.none', {});
  if (open.to === 'V' && !roles.includes('street_leader')) throw new DomainError('escalation.for-leader', {});
  return open;
}

/**
 * What ends unanswered as an order changes: it is done or closed, or another unit leads it, which has asked nothing.
 * Examples: HANDLING -> COMPLETED -> DONE; handed over -> OTHER_LEAD; a state further with the same lead -> nothing.
 */
export function endOfEscalation(
  before: EscalatedOrder,
  after: EscalatedOrder,
  at: Date,
): { ended: Escalation; because: 'DONE' | 'OTHER_LEAD'; escalations: Escalation[] } | undefined {
  const ended = openEscalation(after);
  const because = before.leadUnitId !== after.leadUnitId ? 'OTHER_LEAD' : isBeingWorkedOn(after.state) ? undefined : 'DONE';
  if (!ended || !because) return undefined;
  return { ended, because, escalations: changeLast(after.escalations, { outcome: 'LAPSED', answeredAt: at.toISOString() }) };
}

const higher: Partial<Record<string, ChainSeat>> = { S: 'V', V: 'T' };

/**
 * Whom a stage of its clock tells: the table's row is that of what is put to a section chief; of what is put to the leader each stage is told one seat higher.
 * Examples: to S, breach tells V -> V; to V, breach tells V -> T.
 */
export function seatsAsked(tell: readonly string[], to: Escalation['to']): string[] {
  return to === 'S' ? [...tell] : tell.map((seat) => higher[seat] ?? seat);
}
