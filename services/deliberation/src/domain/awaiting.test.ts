import { expect, test } from '@jest/globals';
import type { DecisionClass, IssueState, RoundState, SeatKind } from '@wufang/contracts';
import { awaitedFrom, lacksRepresentative, type RoundInView } from './awaiting.js';

const startsAt = new Date('2026-12-04T06:00:00Z');
const minutesDueAt = new Date('2026-12-08T16:00:00Z');
const round = (state: RoundState, part: Partial<RoundInView> = {}): RoundInView => ({
  ...{ id: 'r', state, startsAt, attendance: [], positions: [], minutesDueAt, minutesFinishedAt: null, ...part },
});
const there = [{ seat: 'FIRM' as const }];

test.each<[SeatKind, IssueState, RoundInView | undefined, string | null, Date | null]>([
  ['STREET', 'PROPOSED', undefined, 'SCREEN', null],
  ['FIRM', 'PROPOSED', undefined, null, null], // only community and street screen
  ['COMMUNITY', 'SCREENED', undefined, 'CONVENE', null],
  ['STREET', 'SCREENED', undefined, null, null],
  ['STREET', 'ESCALATED', undefined, 'CONVENE', null], // decided by the street on its own duty, also where the community did not come
  ['COMMUNITY', 'ESCALATED', undefined, 'CONVENE', null],
  ['FIRM', 'ESCALATED', undefined, null, null],
  ['FIRM', 'CONVENED', round('NOTICED'), 'CHECK_IN', startsAt],
  ['FIRM', 'CONVENED', round('NOTICED', { attendance: there }), null, null],
  ['FIRM', 'ROUND_OPEN', round('OPEN', { attendance: there }), 'POSITION', startsAt],
  ['FIRM', 'ROUND_OPEN', round('OPEN', { attendance: there, positions: there }), null, null],
  ['COMMUNITY', 'ROUND_CLOSED', round('CLOSED'), 'MINUTES', minutesDueAt],
  ['FIRM', 'ROUND_CLOSED', round('CLOSED'), null, null],
  ['COMMUNITY', 'ROUND_CLOSED', round('CLOSED', { minutesFinishedAt: startsAt }), 'DECIDE', null],
  ['COMMUNITY', 'AGREED', round('CLOSED'), 'MINUTES', minutesDueAt], // agreed or not, the minutes are owed
  ['FIRM', 'PLANNING', round('CLOSED', { minutesFinishedAt: startsAt }), 'PLAN', null],
  ['STREET', 'PLANNING', round('CLOSED', { minutesFinishedAt: startsAt }), null, null],
  ['COMMUNITY', 'COST_DRAFT', round('CLOSED', { minutesFinishedAt: startsAt }), 'CONVENE', null],
  ['COMMUNITY', 'ARCHIVED', undefined, null, null],
])('%s at an issue that is %s: %#', (seat, state, current, what, at) => {
  const awaited = awaitedFrom(
    seat,
    {
      id: 'i',
      title: '积水',
      state,
      screening: [],
      leadSeat: 'FIRM',
      decisionClasses: ['PLAN'],
      matters: [],
      planId: null,
      hasVoteToCome: false,
      unsigned: null,
    },
    current,
  );
  expect([awaited?.what ?? null, awaited?.at ?? null]).toEqual([what, at]);
});

const finished = round('CLOSED', { minutesFinishedAt: startsAt });
test.each<[SeatKind, IssueState, DecisionClass[], SeatKind[] | null, string | null]>([
  ['COMMUNITY', 'AGREED', ['PLAN'], null, 'POST'],
  ['FIRM', 'AGREED', ['PLAN'], null, null],
  ['COMMUNITY', 'PLANNING', ['COMMIT'], null, 'CONVENE'], // no plan is needed: the next round is called
  ['FIRM', 'PLANNING', ['COMMIT'], null, null],
  ['COMMUNITY', 'AGREED', ['COMMIT'], null, 'DRAW'], // what binds each alone is signed at once
  ['OWNERS_BODY', 'AGREED', ['PLAN', 'OWNER_ORD'], null, 'VOTE'],
  ['COMMUNITY', 'AGREED', ['OWNER_SPEC'], null, null], // the owners' body calls the vote
  ['COMMUNITY', 'VOTED_PASS', ['OWNER_ORD'], null, 'POST'],
  ['COMMUNITY', 'VOTED_FAIL', ['OWNER_ORD'], null, 'DECIDE'],
  ['COMMUNITY', 'EMERGENCY_GO', ['EMERGENCY'], null, 'POST'],
  ['COMMUNITY', 'PUBLICITY', ['PLAN'], null, null], // it hangs by the clock
  ['COMMUNITY', 'OBJECTION', ['PLAN'], null, 'ANSWER'],
  ['RIGHTS_UNIT', 'OBJECTION', ['PLAN'], null, null],
  ['COMMUNITY', 'SIGNING', ['PLAN'], null, 'DRAW'],
  ['RIGHTS_UNIT', 'SIGNING', ['PLAN'], null, null],
  ['RIGHTS_UNIT', 'SIGNING', ['PLAN'], ['RIGHTS_UNIT', 'FIRM'], 'SIGN'],
  ['COMMUNITY', 'SIGNING', ['PLAN'], ['RIGHTS_UNIT'], null], // has signed
])('%s at an issue that is %s, %j, unsigned by %j: %s', (seat, state, decisionClasses, unsigned, what) => {
  const issue = {
    id: 'i',
    title: '积水',
    state,
    screening: [],
    leadSeat: 'FIRM' as const,
    decisionClasses,
    matters: [],
    planId: null,
    hasVoteToCome: false,
    unsigned,
  };
  expect(awaitedFrom(seat, issue, finished)?.what ?? null).toBe(what);
});

test.each([
  [null, 'DECIDE'], // the owners have decided: no plan is announced and signed
  ['plan', 'POST'],
])('a firm that the owners have voted for, with plan %p: %s', (planId, what) => {
  const matters = [{ matter: 'FIRM' as const }];
  const issue = {
    id: 'i',
    title: '选聘物业',
    state: 'VOTED_PASS' as const,
    screening: [],
    leadSeat: null,
    matters,
    planId,
    hasVoteToCome: false,
    unsigned: null,
  };
  expect(awaitedFrom('COMMUNITY', { ...issue, decisionClasses: ['OWNER_ORD'] }, finished)?.what).toBe(what);
});

test.each<[SeatKind, IssueState, string | null]>([
  ['OWNERS_BODY', 'AGREED', 'VOTE'], // a line of the plan is theirs to decide, whatever the issue was screened as
  ['COMMUNITY', 'AGREED', null],
  ['OWNERS_BODY', 'VOTED_PASS', 'VOTE'], // one matter has passed, another is still to be asked
  ['COMMUNITY', 'VOTED_PASS', null],
])('while owners have still to pass something, %s at an issue that is %s: %s', (seat, state, what) => {
  const issue = { id: 'i', title: '加装电梯', state, screening: [], leadSeat: null, matters: [], planId: 'plan', unsigned: null };
  expect(awaitedFrom(seat, { ...issue, decisionClasses: ['PLAN'], hasVoteToCome: true }, finished)?.what ?? null).toBe(what);
});

test('a held seat without a representative waits for one; an empty seat waits for nobody', () => {
  expect(lacksRepresentative({ state: 'FILLED', representative: null })).toBe(true);
  expect(lacksRepresentative({ state: 'VACANT', representative: null })).toBe(false);
});
