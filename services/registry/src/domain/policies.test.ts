import { expect, test } from '@jest/globals';
import { defaultTimeLimits } from '@wufang/contracts';
import { citingRules, clauseTwice, versionOn } from './policies.js';

test('a clause that is written twice is named', () => {
  expect(clauseTwice([{ no: 1 }, { no: 2 }])).toBeNull();
  expect(clauseTwice([{ no: 1 }, { no: 2 }, { no: 1 }])).toBe(1);
});

test.each([
  ['2025-12-31', null],
  ['2026-01-01', 1],
  ['2026-06-01', 3], // of one day the one published last
])('on %s version %s is in force', (day, version) => {
  const versions = [
    { policyVersion: 1, from: '2026-01-01' },
    { policyVersion: 2, from: '2026-06-01' },
    { policyVersion: 3, from: '2026-06-01' },
  ];
  expect(versionOn(versions, day)?.policyVersion ?? null).toBe(version);
});

test('every limit is found under the papers it cites, with the clause where it names one', () => {
  const rules = citingRules(defaultTimeLimits);
  expect(rules.get('L1')).toContainEqual({ code: 'CALLBACK_DUE', name: '到期回访', clauseNo: 23, isDefault: false });
  expect(rules.get('W12')).toContainEqual({ code: 'NORMAL', name: '一般办理时限', clauseNo: null, isDefault: false });
  expect(citingRules([]).get('L1')).toContainEqual({ code: 'CALLBACK_DUE', name: '到期回访', clauseNo: 23, isDefault: true });
});
