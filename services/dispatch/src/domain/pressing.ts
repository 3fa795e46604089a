import type { AgendaColour, WorkOrderState } from '@wufang/contracts';

export interface StageOfClock {
  kind: 'warning' | 'breach' | 'after';
  at: Date;
  tell: readonly string[];
}

/** States in which the lead has something to do within the handling limit; what waits for a callback, a decision or a review date has not. */
export const workedStates: readonly WorkOrderState[] = ['DISPATCHED', 'DISPUTED', 'ACCEPTED', 'HANDLING', 'JOINT', 'REWORK'];

/**
 * States of an order whose lead has had its first word with the complainant: by then it has said what it will do, who and until when (措施、责任人、时限). What is
 * done waits for its answer alone.
 */
export const plannedStates: readonly WorkOrderState[] = ['HANDLING', 'JOINT', 'DELIBERATING', 'SUSPENDED', 'REWORK'];

/**
 * How pressing an order is by its handling limit, for agendas and leaders' lists alike: red past it, yellow past a warning of its clock, else null.
 * An order that waits for its callback is neither, however old, nor one whose limit is met.
 * Example: due in an hour, the warning was at noon, it is one -> YELLOW; due at one -> RED.
 */
export function colourOf(
  order: { state: WorkOrderState; dueAt: Date; limitMetAt: Date | null },
  stages: readonly StageOfClock[],
  now: Date,
): AgendaColour | null {
  if (!workedStates.includes(order.state) || order.limitMetAt !== null) return null;
  if (order.dueAt <= now) return 'RED';
  return stages.some(({ kind, at }) => kind === 'warning' && at <= now) ? 'YELLOW' : null;
}

/**
 * Whom an urging (催办) tells at once: the handler, and those who would hear at the clock's next stage. No clock moves; the stage still speaks in its
 * time. Past the last stage its people are told again.
 * Example: of stages H, HS, SV the first has spoken -> H, S.
 */
export function urgedSeats(stages: readonly StageOfClock[], now: Date): string[] {
  const next = stages.find(({ at }) => at > now) ?? stages.at(-1);
  return [...new Set(['H', ...(next?.tell ?? [])])];
}
