import { expect, test } from '@jest/globals';
import { afterLook, afterRain, firstHeatingAfter, holdsFrom, isMending, looksOf, pending } from './works-looks.js';

const due = new Date('2026-12-31T00:00+08:00');
const dues = { T30: due, HEATING: new Date('2027-12-01T00:00+08:00') };
const [later, again] = [new Date('2027-05-02T00:00+08:00'), new Date('2027-05-09T00:00+08:00')];
const found = { note: '井盖松动', photoIds: ['p'], seat: 'STREET' as const, at: new Date('2026-12-29T10:00+08:00') };
const states = (looks: ReturnType<typeof looksOf>) => looks.map(({ kind, state }) => `${kind} ${state}`);

test('accepted works are looked at after thirty days, at the first rain, once, and in the first heating', () => {
  const looks = looksOf(dues);
  expect(states(looks)).toEqual(['T30 OPEN', 'RAIN WAITING', 'HEATING OPEN']);
  const rained = afterRain(looks, later)!;
  expect(rained[1]).toMatchObject({ state: 'OPEN', dueAt: later.toISOString() });
  expect(afterRain(rained, again)).toBeNull();
});

test('that they hold may be said from three days before, at the rain at once; before it rains not at all', () => {
  const looks = looksOf(dues);
  expect(holdsFrom(looks[0]!, looks)).toEqual(new Date('2026-12-28T00:00+08:00'));
  expect(holdsFrom(looks[1]!, looks)).toBeNull();
  const rained = afterRain(looks, later)!;
  expect(holdsFrom(rained[1]!, rained)! <= found.at).toBe(true);
});

test('what failed stays as it was found, and is looked at again when it is to be mended', () => {
  const looks = looksOf(dues);
  const failed = afterLook(looks, pending(looks, 'T30')!, { ...found, isPassed: false }, again);
  expect(states(failed.looks)).toEqual(['T30 FAILED', 'RAIN WAITING', 'HEATING OPEN', 'T30 OPEN']);
  expect(failed.look).toMatchObject({ note: '井盖松动', seat: 'STREET', at: found.at.toISOString() });
  const next = pending(failed.looks, 'T30')!;
  expect(next.dueAt).toBe(again.toISOString());
  expect(holdsFrom(next, failed.looks)).toEqual(new Date(0));
  const passed = afterLook(failed.looks, next, { ...found, isPassed: true }, null);
  expect(states(passed.looks)).toEqual(['T30 FAILED', 'RAIN WAITING', 'HEATING OPEN', 'T30 PASSED']);
  expect(pending(passed.looks, 'T30')).toBeUndefined();
  expect([looks, failed.looks, passed.looks].map(isMending)).toEqual([false, true, false]);
});

test.each([
  ['2026-11-14T23:59+08:00', '2026-11-15T00:00+08:00'], // on the eve -> the same night
  ['2026-11-15T00:00+08:00', '2027-11-15T00:00+08:00'], // it is on already: looked at with it on
  ['2026-12-01T10:00+08:00', '2027-11-15T00:00+08:00'],
  ['2027-03-20T10:00+08:00', '2027-11-15T00:00+08:00'], // after the season
])('accepted at %s, the heating is turned on for the first time at %s', (acceptedAt, on) => {
  expect(firstHeatingAfter(new Date(acceptedAt))).toEqual(new Date(on));
});

test('that works hold with the heating on may be said once it is on', () => {
  const looks = looksOf(dues);
  expect(holdsFrom(looks[2]!, looks)).toEqual(new Date('2027-11-15T00:00+08:00'));
});
