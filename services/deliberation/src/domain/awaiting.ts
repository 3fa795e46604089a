import type {
  Attendance,
  AwaitedThing,
  ClassedMatter,
  DecisionClass,
  IssueState,
  RoundState,
  ScreeningOpinion,
  Seat,
  SeatKind,
  TakenPosition,
} from '@wufang/contracts';
import { bindsOnlyItself, isDecidedByVote, needsNoPlan } from './issue-states.js';
import { isHeld } from './seats.js';

export interface IssueInView {
  id: string;
  title: string;
  state: IssueState;
  screening: readonly Pick<ScreeningOpinion, 'seat'>[];
  leadSeat: SeatKind | null;
  decisionClasses: readonly DecisionClass[];
  matters: readonly Pick<ClassedMatter, 'matter'>[];
  planId: string | null;
  /** Whether owners have still to pass something before the plan may hang. */
  hasVoteToCome: boolean;
  /** The seats that have not signed the resolution that lies there; null where none does. */
  unsigned: readonly SeatKind[] | null;
}
export interface RoundInView {
  id: string;
  state: RoundState;
  startsAt: Date;
  attendance: readonly Pick<Attendance, 'seat'>[];
  positions: readonly Pick<TakenPosition, 'seat'>[];
  minutesDueAt: Date | null;
  minutesFinishedAt: Date | null;
}

export interface Awaited {
  what: AwaitedThing;
  at: Date | null;
  isOfRound: boolean;
}

/** Whether a seat still lacks somebody who speaks for it. An empty seat waits for nobody. */
export function lacksRepresentative(seat: Pick<Seat, 'state' | 'representative'>): boolean {
  return isHeld(seat) && seat.representative === null;
}

/**
 * What an issue waits for from one seat (等本席位做的事); nothing where it waits for others.
 * Examples: NOTICED and not signed in -> CHECK_IN at the hour of the meeting; OPEN and signed in without a word -> POSITION; ROUND_CLOSED with finished
 * minutes -> DECIDE for the community, nothing for the others; AGREED on a plan that rebuilds -> VOTE for the owners' body; SIGNING -> SIGN for whoever has not.
 */
export function awaitedFrom(seat: SeatKind, issue: IssueInView, round: RoundInView | undefined): Awaited | null {
  const ofIssue = (what: AwaitedThing): Awaited => ({ what, at: null, isOfRound: false });
  const ofRound = (what: AwaitedThing, at: Date | null): Awaited => ({ what, at, isOfRound: true });
  const isChair = seat === 'COMMUNITY';
  const isThere = round?.attendance.some((there) => there.seat === seat) ?? false;
  if (round?.state === 'NOTICED' || round?.state === 'OPEN') {
    if (!isThere) return ofRound('CHECK_IN', round.startsAt);
    const hasSpoken = round.positions.some((taken) => taken.seat === seat);
    return round.state === 'OPEN' && !hasSpoken ? ofRound('POSITION', round.startsAt) : null;
  }
  if (isChair && round?.state === 'CLOSED' && round.minutesFinishedAt === null) return ofRound('MINUTES', round.minutesDueAt);
  switch (issue.state) {
    case 'PROPOSED': {
      const screens = isChair || seat === 'STREET';
      return screens && !issue.screening.some((opinion) => opinion.seat === seat) ? ofIssue('SCREEN') : null;
    }
    case 'SCREENED':
    case 'COST_DRAFT':
      return isChair ? ofIssue('CONVENE') : null;
    case 'ESCALATED':
      return isChair || seat === 'STREET' ? ofIssue('CONVENE') : null;
    case 'ROUND_CLOSED':
    case 'VOTED_FAIL':
      return isChair ? ofIssue('DECIDE') : null;
    case 'AGREED':
      if (issue.hasVoteToCome || isVoted(issue)) return seat === 'OWNERS_BODY' ? ofIssue('VOTE') : null;
      return isChair ? ofIssue(bindsOnlyItself(issue.decisionClasses) ? 'DRAW' : 'POST') : null;
    case 'VOTED_PASS':
      if (issue.hasVoteToCome) return seat === 'OWNERS_BODY' ? ofIssue('VOTE') : null;
      return isChair ? ofIssue(isDecidedByVote(issue) ? 'DECIDE' : 'POST') : null;
    case 'EMERGENCY_GO':
      return isChair ? ofIssue('POST') : null;
    case 'OBJECTION':
      return isChair ? ofIssue('ANSWER') : null;
    case 'SIGNING':
      if (issue.unsigned === null) return isChair ? ofIssue('DRAW') : null;
      return issue.unsigned.includes(seat) ? ofIssue('SIGN') : null;
    case 'PLANNING':
      if (needsNoPlan(issue)) return isChair ? ofIssue('CONVENE') : null;
      return seat === issue.leadSeat ? ofIssue('PLAN') : null;
    default:
      return null;
  }
}

const isVoted = ({ decisionClasses }: Pick<IssueInView, 'decisionClasses'>) =>
  decisionClasses.some((one) => one === 'OWNER_ORD' || one === 'OWNER_SPEC');
