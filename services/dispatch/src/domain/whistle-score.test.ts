import { describe, expect, test } from '@jest/globals';
import { isInTime, whistleScores, type CountedSummons } from './whistle-score.js';

const due = new Date('2026-04-27T10:00:00Z');
const at = (time: string) => new Date(`2026-04-27T${time}Z`);
const summons = (unitId: string, part: Partial<CountedSummons> = {}): CountedSummons => ({
  ...{ whistlingUnitId: 'street', unitId, propriety: 'PROPER', respondDueAt: due, answeredAt: null, hasResult: false, endedAt: null },
  ...part,
});

describe('both sides of a whistle are measured', () => {
  test('three called, one comes in time and brings a result, two are silent', () => {
    const scores = whistleScores([summons('heat', { answeredAt: at('09:30:00'), hasResult: true }), summons('police'), summons('water')]);
    expect(scores).toEqual([
      { unitId: 'heat', issued: 0, proper: 0, summoned: 1, answeredInTime: 1, reportedIn: 1 },
      { unitId: 'police', issued: 0, proper: 0, summoned: 1, answeredInTime: 0, reportedIn: 0 },
      { unitId: 'street', issued: 3, proper: 3, summoned: 0, answeredInTime: 0, reportedIn: 0 },
      { unitId: 'water', issued: 0, proper: 0, summoned: 1, answeredInTime: 0, reportedIn: 0 },
    ]);
  });

  test.each<[string, Partial<CountedSummons>, Partial<ReturnType<typeof whistleScores>[number]>]>([
    ['in time but without result', { answeredAt: due }, { answeredInTime: 1, reportedIn: 0 }],
    ['a second late, with result', { answeredAt: at('10:00:01'), hasResult: true }, { answeredInTime: 0, reportedIn: 0 }],
    ['silent past the due time, when its order was closed', { endedAt: at('10:00:01') }, { summoned: 1, answeredInTime: 0 }],
    ['claimed improper, not decided', { propriety: 'CLAIMED_IMPROPER' }, { summoned: 1, answeredInTime: 0 }],
  ])('%s', (_, part, wanted) => {
    expect(whistleScores([summons('heat', part)])[0]).toMatchObject(wanted);
  });

  test('judged improper: it counts against who blew, and not against who was called', () => {
    expect(whistleScores([summons('heat', { propriety: 'IMPROPER' })])).toEqual([
      { unitId: 'street', issued: 1, proper: 0, summoned: 0, answeredInTime: 0, reportedIn: 0 },
    ]);
  });

  test.each<[string, Partial<CountedSummons>]>([
    ['time to answer left', { endedAt: at('09:59:59') }],
    ['an answer in time and the result still to come', { answeredAt: due, endedAt: at('11:00:00') }],
  ])('ended with its order, with %s: not counted for who was called', (_, part) => {
    expect(whistleScores([summons('heat', part)])).toEqual([
      { unitId: 'street', issued: 1, proper: 1, summoned: 0, answeredInTime: 0, reportedIn: 0 },
    ]);
  });

  test('an answer at the very due time is in time; before it nothing is decided', () => {
    expect(isInTime(due, due, due)).toBe(true);
    expect(isInTime(due, at('10:00:01'), at('11:00:00'))).toBe(false);
    expect(isInTime(due, null, due)).toBeNull();
    expect(isInTime(due, null, at('10:00:01'))).toBe(false);
  });
});
