import type { DecisionClass, RoundOutcome, SeatKind, TakenPosition } from '@wufang/contracts';
import { bindsOnlyItself } from './issue-states.js';

/** Whether a round decides: a plan lies on the table, or each party just promises for itself. A first talk, and a mere notice, decide nothing. */
export function doesDecide(hasPlan: boolean, classes: readonly DecisionClass[]): boolean {
  return hasPlan || (bindsOnlyItself(classes) && classes.includes('COMMIT'));
}

/**
 * How a round ends (domain rules 4.7). A plan needs the agreement of every paying party, since none is bound by the others' votes; a condition that is
 * still open is not agreement; what those say who pay nothing is recorded and answered, and stops nothing. Where nobody pays, one who agrees binds itself.
 * Examples: payers FIRM AGREE, RIGHTS_UNIT AGREE, STREET DISAGREE (not paying) -> AGREED; RIGHTS_UNIT AGREE_WITH_CONDITION -> NOT_AGREED.
 */
export function consentOf(
  decides: boolean,
  paying: readonly SeatKind[],
  positions: readonly Pick<TakenPosition, 'seat' | 'position'>[],
): RoundOutcome {
  if (!decides) return 'TALKED';
  const agreeing = new Set(positions.filter(({ position }) => position === 'AGREE').map(({ seat }) => seat));
  const isAgreed = paying.length > 0 ? paying.every((seat) => agreeing.has(seat)) : agreeing.size > 0;
  return isAgreed ? 'AGREED' : 'NOT_AGREED';
}
