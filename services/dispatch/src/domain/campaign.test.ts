import { describe, expect, test } from '@jest/globals';
import type { PlaceRef } from '@wufang/contracts';
import { checklistOn, isWithin, refuseDates } from './campaign.js';

test('a joint operation looks at the eight items of 五里店', () => {
  expect(checklistOn('JOINT_OPERATION', '2026-12-01')).toHaveLength(8);
  expect(checklistOn('JOINT_OPERATION', '2026-12-01')).toContain('店外经营');
  expect(checklistOn('INSPECTION', '2026-12-01')).toContain('消防通道');
});

test.each([
  ['2026-12-01', '2026-12-01', true], // one day, today
  ['2026-12-05', '2026-12-20', true],
  ['2026-12-05', '2026-12-04', false], // ends before it begins
  ['2026-11-01', '2026-11-30', false], // over before it is opened
  ['2026-12-01', '2028-01-01', false], // longer than a campaign may be planned
])('from %s to %s, opened on 2026-12-01: %s', (startOn, endOn, isFine) => {
  const ask = () => refuseDates(startOn, endOn, '2026-12-01');
  if (isFine) expect(ask).not.toThrow();
  else expect(ask).toThrow('campaign.dates');
});

describe('where a campaign looks', () => {
  const at = (communityId: string | null, estateId: string | null = null, buildingId: string | null = null): PlaceRef => ({
    ...{ communityId, estateId, buildingId, point: null },
  });
  test.each<[string, PlaceRef[], PlaceRef, boolean]>([
    ['everywhere', [], at('甲'), true],
    ['a building of the estate', [at('甲', '一区')], at('甲', '一区', '3号楼'), true],
    ['elsewhere in its community', [at('甲', '一区')], at('甲'), false],
    ['another community', [at('甲')], at('乙', '二区'), false],
    ['any of several', [at('甲', '一区'), at('乙')], at('乙', '二区'), true],
    ['the next building', [at('甲', '一区', '3号楼')], at('甲', '一区', '5号楼'), false],
  ])('%s', (_, places, found, isInside) => {
    expect(isWithin(places, found)).toBe(isInside);
  });
});
