import { describe, expect, test } from '@jest/globals';
import { duplicateReasons, type Likeness } from './duplicates.js';

const heat: [string, string, string] = ['水电气热', '供暖', '暖气不热'];
const at = new Date('2026-11-20T02:00:00Z');
const days = (n: number) => new Date(at.getTime() - n * 86_400_000);
const demand: Likeness = {
  place: { communityId: 'c', estateId: 'e', buildingId: null, point: null },
  category: heat,
  receivedAt: at,
  isOpen: true,
  callerIndex: 'caller',
};

describe('a demand may be a duplicate', () => {
  test.each([
    [{ callerIndex: 'other' }, ['SAME_PLACE_CATEGORY_OPEN']],
    [{ callerIndex: 'other', isOpen: false }, []], // closed
    [{ callerIndex: 'other', category: ['水电气热', '供水', '停水水压低'] }, []], // another matter at the same place
    [{ place: { communityId: 'c', estateId: 'f', buildingId: null, point: null }, receivedAt: days(30) }, ['SAME_CALLER_MATTER_30_DAYS']],
    [{ place: { communityId: 'c', estateId: 'f', buildingId: null, point: null }, receivedAt: days(31) }, []], // too long ago
    [{ isOpen: false, category: null }, ['SAME_CALLER_MATTER_30_DAYS']], // not yet sorted
    [{}, ['SAME_PLACE_CATEGORY_OPEN', 'SAME_CALLER_MATTER_30_DAYS']],
  ] as [Partial<Likeness>, string[]][])('of one that differs in %j for the reasons %j', (differs, reasons) => {
    expect(duplicateReasons(demand, { ...demand, ...differs })).toEqual(reasons);
  });

  test('never because both callers are unknown', () => {
    expect(duplicateReasons({ ...demand, callerIndex: null }, { ...demand, callerIndex: null, isOpen: false })).toEqual([]);
  });
});
