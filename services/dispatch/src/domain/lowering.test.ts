import { describe, expect, test } from '@jest/globals';
import { classificationEvents, defaultTimeLimits, type Level } from '@wufang/contracts';
import { clockMoves, orderAfter, type OrderSoFar } from './clock-moves.js';
import { levelToAsk, loweredLevel, lowerablePhase } from './lowering.js';

const emergency: OrderSoFar = {
  level: 'E',
  demandType: 'HELP',
  isContacted: false,
  isRework: false,
  hasReworks: false,
  isDisputed: false,
  isInIncident: false,
};
const payload = { dispatchedAt: '2026-11-20T08:00:00+08:00', dueAt: '2026-11-28T00:00:00+08:00' };
const { type } = classificationEvents.orderLevelLowered;

describe('an order that is no emergency after all', () => {
  test.each<[Level, 'DISPATCHED' | 'ACCEPTED' | 'OVER', boolean, string[], string[]]>([
    ['N', 'DISPATCHED', false, ['HANDLING_E', 'EMERG_FEEDBACK', 'ACCEPT_EU', 'FIRST_CONTACT_E'], ['NORMAL', 'ACCEPT']],
    ['U', 'DISPATCHED', false, ['HANDLING_E', 'EMERG_FEEDBACK', 'FIRST_CONTACT_E'], ['UTIL_DONE', 'UTIL_ONSITE']], // E and U accept alike
    ['C', 'ACCEPTED', false, ['HANDLING_E', 'EMERG_FEEDBACK', 'ACCEPT_EU', 'FIRST_CONTACT_E'], ['COMPLEX', 'FIRST_CONTACT']],
    ['N', 'ACCEPTED', true, ['HANDLING_E', 'EMERG_FEEDBACK', 'ACCEPT_EU', 'FIRST_CONTACT_E'], ['NORMAL']], // spoken with already
    ['N', 'OVER', true, [], []], // done: its limit no longer runs
  ])('to %s when %s, contacted %s: ends %j, begins %j', (level, phase, isContacted, ends, begins) => {
    const moves = clockMoves({ type, payload: { ...payload, level, phase } }, { ...emergency, isContacted }, defaultTimeLimits);
    expect(moves.flatMap((move) => (move.move === 'stop' ? move.codes : []))).toEqual(ends);
    expect(moves.flatMap((move) => (move.move === 'start' ? [move.code] : []))).toEqual(begins);
    // The handling limit counts from the dispatch: what has passed is not given back.
    const written = { startedAt: new Date(payload.dispatchedAt), dueAt: new Date(payload.dueAt) };
    if (begins.length > 0) expect(moves).toContainEqual({ move: 'start', code: begins[0], written });
  });

  test.each<[Level, boolean, string, string[]]>([
    ['N', true, 'REWORK', []], // nobody has taken it back yet: nothing of the first hours
    ['N', false, 'REWORK', ['FIRST_CONTACT']], // another unit has taken it on and spoken with nobody
    ['U', true, 'UTIL_DONE', []],
  ])('sent back, lowered to %s, not taken on %s: by %s from when it was sent back, and owes %j', (level, isRework, reworkLimit, begins) => {
    const sentBackAt = '2026-11-25T09:00:00+08:00';
    const told = { ...payload, level, phase: 'ACCEPTED', reworkLimit, sentBackAt, isOnSite: true };
    const moves = clockMoves({ type, payload: told }, { ...emergency, isRework, hasReworks: true }, defaultTimeLimits);
    expect(moves.flatMap((move) => (move.move === 'stop' ? move.codes : []))).toEqual(
      expect.arrayContaining(['HANDLING_E', 'EMERG_FEEDBACK']),
    );
    expect(moves.flatMap((move) => (move.move === 'start' ? [move] : []))).toEqual([
      { move: 'start', code: reworkLimit, written: { startedAt: new Date(sentBackAt) } },
      ...begins.map((code) => ({ move: 'start', code })),
    ]);
  });

  test('is of the lower level for what comes later', () => {
    expect(orderAfter({ type, payload: { ...payload, level: 'N', phase: 'DISPATCHED' } }, emergency).level).toBe('N');
  });

  test.each([
    [{ state: 'DISPATCHED' as const, isOpen: true }, 'DISPATCHED'],
    [{ state: 'HANDLING' as const, isOpen: true }, 'ACCEPTED'],
    [{ state: 'REWORK' as const, isOpen: true }, 'ACCEPTED'],
    [{ state: 'COMPLETED' as const, isOpen: true }, 'OVER'],
    [{ state: 'CLOSED_SOLVED' as const, isOpen: false }, 'OVER'],
  ])('%j is in phase %s', (order, phase) => {
    expect(lowerablePhase(order)).toBe(phase);
  });
});

test('the directory is asked by the level that was given, of an emergency that was none by the one it has', () => {
  const asked = [
    ['E', 'N'],
    ['N', 'U'],
    ['E', 'E'],
  ].map(([givenLevel, level]) => levelToAsk({ givenLevel, level } as Parameters<typeof levelToAsk>[0]));
  expect(asked).toEqual(['N', 'N', 'E']);
});

test.each([
  ['N', undefined, 'N'],
  ['N', 'C', 'C'],
  ['N', 'U', 'U'],
  ['U', 'C', 'U'], // about water, power, gas or heat: never lower
  ['N', 'E', 'N'], // the row's own emergency is what was denied
] as const)('lowered to %s where the row says %s it is %s', (level, setLevel, expected) => {
  expect(loweredLevel(level, { setLevel })).toBe(expected);
});
