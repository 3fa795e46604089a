import { describe, expect, test } from '@jest/globals';
import {
  beginningOf,
  latestVersion,
  neededFrom,
  refuseBeforeWaiting,
  stateOf,
  versionAt,
  type TimelineEntry,
} from './directory-timeline.js';

const at = (text: string) => new Date(`${text}+08:00`);
const now = at('2026-11-20T10:00:00');
const timeline: TimelineEntry[] = [
  { version: 1, from: at('2026-01-01T00:00:00').toISOString() },
  { version: 3, from: at('2026-11-15T00:00:00').toISOString() }, // version 2 was withdrawn
  { version: 4, from: at('2026-12-01T00:00:00').toISOString() },
];

describe('versions of the directory in time', () => {
  test.each([
    ['2025-12-31T23:59:59', 0], // before the first
    ['2026-01-01T00:00:00', 1],
    ['2026-11-14T23:59:59', 1],
    ['2026-11-15T00:00:00', 3], // from its first instant
    ['2026-11-30T23:59:59', 3],
    ['2026-12-01T00:00:00', 4],
  ])('at %s version %i decides', (when, version) => {
    expect(versionAt(timeline, at(when))).toBe(version);
  });

  test('of two that begin together the newer decides, so that what is bad can be replaced before it begins', () => {
    const both = [...timeline, { version: 5, from: timeline[2]!.from }];
    expect(versionAt(both, at('2026-12-01T00:00:00'))).toBe(5);
    expect(stateOf(both, 4, at('2026-12-02T00:00:00'))).toBe('PAST');
  });

  test.each([
    [1, 'PAST'],
    [2, 'WITHDRAWN'],
    [3, 'IN_FORCE'],
    [4, 'SCHEDULED'],
  ])('version %i is %s', (version, state) => {
    expect(stateOf(timeline, version, now)).toBe(state);
  });

  test.each([
    [undefined, now.toISOString()], // at once
    ['2026-12-01', '2026-11-30T16:00:00.000Z'], // a date begins at Beijing midnight
    ['2026-11-20T10:00:00+08:00', now.toISOString()],
    ['2026-11-20', 'directory.from-past'], // this morning's midnight is past
    ['2026-11-20T09:59:59+08:00', 'directory.from-past'],
  ])('from %s', (from, wanted) => {
    const begin = () => beginningOf(from, now).toISOString();
    if (wanted.startsWith('directory')) expect(begin).toThrow(wanted);
    else expect(begin()).toBe(wanted);
  });

  test('nothing is published before a version that waits: that one would silently undo it', () => {
    expect(() => refuseBeforeWaiting(timeline, now)).toThrow('directory.later-version-waits');
    expect(() => refuseBeforeWaiting(timeline, at('2026-12-01T00:00:00'))).not.toThrow();
    expect(() => refuseBeforeWaiting(timeline.slice(0, 2), now)).not.toThrow();
  });

  test('a draft stands on the last version, a process knows the one in force and those to come', () => {
    expect(latestVersion(timeline)).toBe(4);
    expect(latestVersion([])).toBe(0);
    expect(neededFrom(timeline, now).map(({ version }) => version)).toEqual([3, 4]);
  });
});
