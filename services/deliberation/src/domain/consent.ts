import type { ClassedMatter, RoundOutcome, SeatKind, TakenPosition } from '@wufang/contracts';
import { areOwnersAlone, classesOf } from './issue-rule-pack.js';
import { bindsOnlyItself } from './issue-states.js';

/**
 * Whether a round decides: a plan lies on the table, or each party just promises for itself, or the owners' own matters without money are to go to their vote,
 * for which nobody works out a plan. A first talk of anything else, and a mere notice, decide nothing.
 */
export function doesDecide(hasPlan: boolean, matters: readonly ClassedMatter[]): boolean {
  const classes = classesOf(matters);
  return hasPlan || (bindsOnlyItself(classes) && classes.includes('COMMIT')) || areOwnersAlone(matters);
}

/**
 * Whose agreement a round needs: those who would pay; where nobody does and the matter is the owners' own, their body's, which brings it before them.
 * Example: 选聘物业, nobody pays -> OWNERS_BODY.
 */
export const decidingSeats = (paying: readonly SeatKind[], matters: readonly ClassedMatter[]): readonly SeatKind[] =>
  paying.length === 0 && areOwnersAlone(matters) ? ['OWNERS_BODY'] : paying;

/**
 * How a round ends (domain rules 4.7). A plan needs the agreement of every paying party, since none is bound by the others' votes; a condition that is
 * still open is not agreement; what those say who pay nothing is recorded and answered, and stops nothing. Where nobody has to (`decidingSeats`), one who agrees binds
 * itself.
 * Examples: payers FIRM AGREE, RIGHTS_UNIT AGREE, STREET DISAGREE (not paying) -> AGREED; RIGHTS_UNIT AGREE_WITH_CONDITION -> NOT_AGREED.
 */
export function consentOf(
  decides: boolean,
  deciding: readonly SeatKind[],
  positions: readonly Pick<TakenPosition, 'seat' | 'position'>[],
): RoundOutcome {
  if (!decides) return 'TALKED';
  const agreeing = new Set(positions.filter(({ position }) => position === 'AGREE').map(({ seat }) => seat));
  const isAgreed = deciding.length > 0 ? deciding.every((seat) => agreeing.has(seat)) : agreeing.size > 0;
  return isAgreed ? 'AGREED' : 'NOT_AGREED';
}
