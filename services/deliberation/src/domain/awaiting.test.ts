import { expect, test } from '@jest/globals';
import type { IssueState, RoundState, SeatKind } from '@wufang/contracts';
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
  const awaited = awaitedFrom(seat, { id: 'i', title: '积水', state, screening: [], leadSeat: 'FIRM' }, current);
  expect([awaited?.what ?? null, awaited?.at ?? null]).toEqual([what, at]);
});

test('a held seat without a representative waits for one; an empty seat waits for nobody', () => {
  expect(lacksRepresentative({ state: 'FILLED', representative: null })).toBe(true);
  expect(lacksRepresentative({ state: 'VACANT', representative: null })).toBe(false);
});
