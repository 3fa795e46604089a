import type { ClassedMatter, IssueSeat, RoundOutcome, SeatKind, TakenPosition } from '@wufang/contracts';
import { areOwnersAlone, classesOf } from './issue-rule-pack.js';
import { bindsOnlyItself } from './issue-states.js';
import { isAdvisory, isHeld, seatOf } from './seats.js';

/**
 * Whether a round decides: a plan lies on the table, or each party just promises for itself, or the owners' own matters without money are to go to their vote,
 * for which nobody works out a plan. A first talk of anything else, and a mere notice, decide nothing.
 */
export function doesDecide(hasPlan: boolean, matters: readonly ClassedMatter[]): boolean {
  const classes = classesOf(matters);
  return hasPlan || (bindsOnlyItself(classes) && classes.includes('COMMIT')) || areOwnersAlone(matters);
}

/**
 * Whose agreement a round needs: those who would pay; where nobody does and the matter is the owners' own, their body's, which brings it before them. Where there is
 * none that binds, the community's, which convenes the owners (北京市物业管理条例第三十条至第三十二条): else no estate could elect its first committee here.
 * Examples: 选聘物业, nobody pays -> OWNERS_BODY; 选举业委会 and no body yet -> COMMUNITY.
 */
export function decidingSeats(
  paying: readonly SeatKind[],
  matters: readonly ClassedMatter[],
  seats: readonly Pick<IssueSeat, 'kind' | 'state' | 'isBinding'>[],
): readonly SeatKind[] {
  if (paying.length > 0 || !areOwnersAlone(matters)) return paying;
  const body = seatOf(seats, 'OWNERS_BODY');
  return isHeld(body) && !isAdvisory(body) ? ['OWNERS_BODY'] : ['COMMUNITY'];
}

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

/** What a round closes over. */
export interface RoundAbout {
  hadPlan: boolean;
  matters: readonly ClassedMatter[];
  seats: readonly Pick<IssueSeat, 'kind' | 'state' | 'isBinding'>[];
  /** The seats that would pay. */
  paying: readonly SeatKind[];
  /** Paying parties of the chosen plan that have not said yes to it; null where no plan is chosen. */
  unconfirmed: readonly string[] | null;
}

/**
 * How a round ends that closes now; owners' representatives whom the community has convened bind nobody (4.7). A chosen plan is agreed by what those who pay have said
 * of it, in this round or of a version that asked the same of them. Where nobody who binds itself pays (a donor, a unit's own duty, owners without a body), no
 * objection of theirs can stand in the way, and yet silence is no consent: somebody has to agree, as to promises.
 * Examples: a donor pays all, five say DISAGREE -> NOT_AGREED; one says AGREE -> AGREED; FIRM pays and has agreed to the version before -> AGREED.
 */
export function outcomeOfRound(
  { hadPlan, matters, seats, paying, unconfirmed }: RoundAbout,
  positions: readonly Pick<TakenPosition, 'seat' | 'position'>[],
): RoundOutcome {
  const isBinding = (seat: SeatKind) => !isAdvisory(seatOf(seats, seat));
  const said = positions.filter(({ seat }) => isBinding(seat));
  if (unconfirmed === null) return consentOf(doesDecide(hadPlan, matters), decidingSeats(paying, matters, seats), said);
  if (unconfirmed.length > 0) return 'NOT_AGREED';
  return paying.some(isBinding) ? 'AGREED' : consentOf(true, decidingSeats([], matters, seats), said);
}
