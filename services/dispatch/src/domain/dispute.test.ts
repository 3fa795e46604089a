import { describe, expect, test } from '@jest/globals';
import { defaultTimeLimits, type DisputeReason, type Level, type WorkOrderState } from '@wufang/contracts';
import { WorkCalendar } from '@wufang/kernel';
import { disputeUntil, ledSince, refuseRejected, takeDispute } from './dispute.js';

const calendar = new WorkCalendar([{ year: 2026, papers: [], days: [] }]);
const at = (time: string) => new Date(`${time}+08:00`);
const windowOf = (level: Level, since: string) => disputeUntil(defaultTimeLimits, { level, since: at(since) }, calendar);

describe('the window for objecting (派单异议)', () => {
  test.each([
    ['N', '2026-11-11T09:00', '2026-11-11T14:30'], // 3 h before lunch, 1 h after
    ['U', '2026-11-11T16:00', '2026-11-12T11:00'], // over the night
    ['C', '2026-11-13T17:00', '2026-11-16T12:00'], // Friday evening -> Monday noon
  ] as const)('level %s dispatched %s: until %s', (level, dispatchedAt, until) => {
    expect(windowOf(level, dispatchedAt)).toEqual({ until: at(until), limit: '4 个工作小时' });
  });

  test('an emergency has none', () => expect(windowOf('E', '2026-11-11T09:00')).toBeNull());
});

test.each([
  [null, '2026-11-11T09:00'], // as it was dispatched
  ['2026-11-12T10:00', '2026-11-12T10:00'], // handed over: the unit that got it has its own time
  ['2026-11-10T10:00', '2026-11-11T09:00'], // and an objection that was upheld after that sent it on
])('dispatched 2026-11-11 09:00, handed over %s: its lead has had it since %s', (handedOverAt, since) => {
  const order = { dispatchedAt: at('2026-11-11T09:00'), handedOverAt: handedOverAt === null ? null : at(handedOverAt) };
  expect(ledSince(order)).toEqual(at(since));
});

describe('how an objection is taken', () => {
  test.each<[Level, WorkOrderState, string, 'held' | 'beside' | 'illegal' | 'dispute.window-lost']>([
    ['N', 'DISPATCHED', '2026-11-11T14:30', 'held'],
    ['N', 'DISPATCHED', '2026-11-11T14:31', 'dispute.window-lost'],
    ['N', 'ACCEPTED', '2026-11-11T09:30', 'illegal'], // who has signed has taken it on (首接负责制)
    ['N', 'HANDLING', '2026-11-11T09:30', 'illegal'],
    ['E', 'DISPATCHED', '2026-11-11T09:30', 'beside'],
    ['E', 'HANDLING', '2026-11-15T09:30', 'beside'], // done first, argued about later
    ['E', 'COMPLETED', '2026-11-11T09:30', 'illegal'],
    ['E', 'CLOSED_SOLVED', '2026-11-11T09:30', 'illegal'],
  ])('level %s in state %s at %s: %s', (level, state, now, expected) => {
    const take = () => takeDispute({ level, state }, windowOf(level, '2026-11-11T09:00'), at(now));
    if (expected === 'dispute.window-lost') expect(take).toThrow(expected);
    else expect(take()).toBe(expected);
  });
});

describe('what was rejected', () => {
  const since = at('2026-11-09T09:00');
  const rejected = (reason: DisputeReason, leadUnitId = 'gas', decidedAt = at('2026-11-09T10:00')) => ({ leadUnitId, reason, decidedAt });
  const raise = (before: Parameters<typeof refuseRejected>[0], reason: DisputeReason) => () =>
    refuseRejected(before, { leadUnitId: 'gas', since, reason });

  test.each<[string, Parameters<typeof refuseRejected>[0], DisputeReason, string | null]>([
    ['nothing', [], 'NOT_OUR_DUTY', null],
    ['the same grounds', [rejected('NOT_OUR_DUTY')], 'NOT_OUR_DUTY', 'dispute.same-grounds'],
    ['other grounds', [rejected('NOT_OUR_DUTY')], 'WRONG_PLACE', null],
    ['other grounds twice, which name none', [rejected('OTHER')], 'OTHER', null],
    ['another unit’s', [rejected('NOT_OUR_DUTY', 'heat')], 'NOT_OUR_DUTY', null],
    ['its own from when it led before', [rejected('NOT_OUR_DUTY', 'gas', at('2026-11-09T08:59'))], 'NOT_OUR_DUTY', null],
    ['two', [rejected('NOT_OUR_DUTY'), rejected('WRONG_PLACE')], 'BEYOND_POWERS', 'dispute.often-rejected'],
  ])('%s rejected so far', (_, before, reason, code) => {
    if (code === null) expect(raise(before, reason)).not.toThrow();
    else expect(raise(before, reason)).toThrow(expect.objectContaining({ code }));
  });
});
