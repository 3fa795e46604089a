import type { Attendance, IssueStep, TakenPosition } from '@wufang/contracts';
import type { IssueAt } from '../src/domain/issue-states.js';
import { nextOfIssue } from '../src/domain/issue-states.js';
import { atClose, withPosition } from '../src/domain/position.js';
import { nextOfRound, type RoundStep } from '../src/domain/round-states.js';
import type { RoundState, SeatKind } from '@wufang/contracts';

export interface Told {
  type: string;
  payload: Record<string, unknown>;
}

/** An issue's state, round and classes out of nothing but its events, each step decided anew by the rules (I-34). */
export function replayIssue(events: readonly Told[]): Pick<IssueAt, 'state' | 'roundNo'> {
  let at: IssueAt = { state: 'PROPOSED', roundNo: 0, decisionClasses: [], matters: [], planId: null, signedResolutionId: null };
  for (const { type, payload } of events) {
    if (type === 'deliberation.issue.classes-set.v1')
      at = {
        ...{ ...at, decisionClasses: payload['decisionClasses'] as IssueAt['decisionClasses'] },
        matters: payload['matters'] as IssueAt['matters'],
      };
    if (type !== 'deliberation.issue.moved.v1') continue;
    const moved = { ...at, roundNo: payload['roundNo'] as number };
    const step = payload['step'] as IssueStep;
    at = { ...moved, state: nextOfIssue(moved, step), signedResolutionId: step === 'execute' ? 'signed' : moved.signedResolutionId };
  }
  return { state: at.state, roundNo: at.roundNo };
}

const steps: Record<string, RoundStep> = {
  'checked-in': 'checkIn',
  opened: 'open',
  'position-taken': 'takePosition',
  closed: 'close',
  'quorum-failed': 'fail',
  'called-off': 'callOff',
  'minutes-written': 'writeMinutes',
  'minutes-finished': 'finishMinutes',
};

/** A round's state, who is there and what counts, out of nothing but its events. */
export function replayRound(events: readonly Told[]): { state: RoundState; there: SeatKind[]; positions: [SeatKind, string][] } {
  let state: RoundState = 'NOTICED';
  let there: SeatKind[] = [];
  let positions: TakenPosition[] = [];
  for (const { type, payload } of events) {
    const what = type.split('.')[2]!;
    const step = steps[what];
    if (step) state = nextOfRound(state, step);
    if (what === 'checked-in') there = [...there, (payload['attendance'] as Attendance).seat];
    // Its representative has stepped back; a deputy who had signed in as well is still there.
    if (what === 'check-in-voided') there = there.filter((_, i) => i !== there.indexOf(payload['seat'] as SeatKind));
    if (what === 'position-taken') positions = withPosition(positions, payload['position'] as TakenPosition);
    if (what === 'position-voided') positions = positions.filter(({ seat }) => seat !== payload['seat']);
    if (what === 'closed') {
      const held = (payload['positions'] as TakenPosition[]).map(({ seat }) => seat);
      positions = atClose(held, positions, payload['closedAt'] as string);
    }
  }
  return { state, there, positions: positions.map(({ seat, position }) => [seat, position]) };
}
