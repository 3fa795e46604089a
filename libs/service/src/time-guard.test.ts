import { describe, expect, test } from '@jest/globals';
import { TimeGuard } from './time-guard.js';

const START = 1_000_000;

/** A guard that has looked once a second for a minute while both clocks went alike. */
function settled(): {
  guard: TimeGuard;
  look: (databaseMs: number, ownMs: number, more?: { roundTripMs?: number; wallMs?: number }) => void;
} {
  const guard = new TimeGuard();
  const look = (databaseMs: number, ownMs: number, { roundTripMs = 2, wallMs = START + ownMs } = {}) =>
    guard.look({ databaseMs, askedMs: ownMs - roundTripMs / 2, answeredMs: ownMs + roundTripMs / 2, wallMs });
  for (let s = 0; s <= 60; s++) look(1_000_000 + s * 1_000, s * 1_000);
  return { guard, look };
}

test.each([
  ['an hour forward', 3_600_000, true],
  ['an hour back', -3_600_000, true],
  ['just above two seconds', 2_002, true],
  ['two seconds', 2_000, false],
  ['a leap second', 1_000, false],
])('a database clock set %s', (_, jump, isHeld) => {
  const { guard, look } = settled();
  look(1_061_000 + jump, 61_000, { roundTripMs: 0 });
  expect(guard.isHeld).toBe(isHeld);
});

test('set forward and back again it is believed again', () => {
  const { guard, look } = settled();
  look(1_061_000 + 60_000, 61_000);
  expect(guard.isHeld).toBe(true);
  look(1_062_000, 62_000);
  expect(guard.isHeld).toBe(false);
});

test('a new time is believed once a person has confirmed it, and guarded from then on', () => {
  const { guard, look } = settled();
  look(1_061_000 + 60_000, 61_000);
  guard.confirm();
  look(1_062_000 + 60_000, 62_000);
  expect(guard.isHeld).toBe(false);
  look(1_063_000, 63_000);
  expect(guard.isHeld).toBe(true);
});

test('many small steps are no way around the guard, and slow drift is no reason to hold', () => {
  const stepped = settled();
  for (let s = 1; s <= 10; s++) stepped.look(1_060_000 + s * 1_500, 60_000 + s * 1_000);
  expect(stepped.guard.isHeld).toBe(true);
  const drifting = settled();
  for (let s = 1; s <= 100_000; s++) drifting.look(1_060_000 + s * 1_000.1, 60_000 + s * 1_000);
  expect(drifting.guard.isHeld).toBe(false);
});

test('an answer that took long says little: only what cannot be explained by the wait counts', () => {
  const { guard, look } = settled();
  look(1_062_400, 61_000, { roundTripMs: 3_000 });
  expect(guard.isHeld).toBe(false);
  look(1_066_600, 62_000, { roundTripMs: 3_000 });
  expect(guard.isHeld).toBe(true);
});

describe('a machine that stood still', () => {
  test('for seconds, as when it is moved or a snapshot is taken, is followed: database and time of day have gone ahead together', () => {
    const { guard, look } = settled();
    look(1_061_000 + 20_000, 61_000, { wallMs: START + 61_000 + 20_000 });
    expect(guard.isHeld).toBe(false);
    look(1_062_000 + 20_000, 62_000, { wallMs: START + 62_000 + 20_000 });
    expect(guard.isHeld).toBe(false);
  });

  test('whose database stands on another machine is held until its time service has set its time of day right, and no longer', () => {
    const { guard, look } = settled();
    look(1_061_000 + 20_000, 61_000, { wallMs: START + 61_000 });
    expect(guard.isHeld).toBe(true);
    look(1_062_000 + 20_000, 62_000, { wallMs: START + 62_000 + 20_000 });
    expect(guard.isHeld).toBe(false);
  });

  test.each([
    ['longer than a minute', 61_000, 61_000],
    ['while the database was set an hour ahead', 3_600_000, 20_000],
    ['and both clocks set back', -20_000, -20_000],
  ])('%s is held until a person confirms', (_, database, wall) => {
    const { guard, look } = settled();
    look(1_061_000 + database, 61_000, { wallMs: START + 61_000 + wall });
    expect(guard.isHeld).toBe(true);
    look(1_062_000 + database, 62_000, { wallMs: START + 62_000 + wall });
    expect(guard.isHeld).toBe(true);
    guard.confirm();
    look(1_063_000 + database, 63_000, { wallMs: START + 63_000 + wall });
    expect(guard.isHeld).toBe(false);
  });
});
