import { describe, expect, test } from '@jest/globals';
import type { StreetRoad } from '@wufang/contracts';
import { roadAt, roadFaults, type PublishedRoads } from './roads.js';

const own = (name: string, rightsUnitId: string): StreetRoad => ({ name, isHandedOver: false, rightsUnitId });
const lists: PublishedRoads[] = [
  { version: 1, from: '2026-01-01', source: '移交清单', roads: [own('青云路', 'firm'), own('青云北路', 'soe')] },
  { version: 2, from: '2026-06-01', source: '移交清单', roads: [{ name: '青云路', isHandedOver: true, rightsUnitId: null }] },
];
const broken = ['物业管理', '小区配套', '道路破损'];

describe('the road a matter is about', () => {
  test.each<[string, readonly string[], string | null, string, string | null]>([
    ['the one its place names', broken, '青云路 12 号门前', '2026-05-31', 'firm'],
    ['the longer name of two that fit', broken, '青云北路与青云路路口北侧', '2026-05-31', 'soe'],
    ['by the list of the day', broken, '青云路 12 号门前', '2026-06-01', null],
    ['none before the first list', broken, '青云路 12 号门前', '2025-12-31', null],
    ['none where the place names none', broken, '东门外', '2026-05-31', null],
    ['none without words of the place', broken, null, '2026-05-31', null],
    ['none where the matter is a household’s', ['水电气热', '供暖', '暖气不热'], '青云路 12 号', '2026-05-31', null],
  ])('is %s', (_, category, point, day, owner) => {
    expect(roadAt(lists, { category, point }, day)?.rightsUnitId ?? null).toBe(owner);
  });
});

test('a road twice, and one that a community would look after, are not published', () => {
  const unitOf = (id: string) => ({ name: id, kind: id === '甲社区' ? ('COMMUNITY' as const) : ('PROPERTY_RIGHTS_UNIT' as const) });
  expect(roadFaults({ roads: [own('青云路', '三院'), own('青云路', '三院')] }, unitOf)).toEqual(['“青云路”写了两次']);
  expect(roadFaults({ roads: [own('青云路', '甲社区')] }, unitOf)).toEqual(['“青云路”的产权单位不能是甲社区：社区、村不主办道路养护']);
  expect(roadFaults({ roads: [own('青云路', '三院')] }, unitOf)).toEqual([]);
});
