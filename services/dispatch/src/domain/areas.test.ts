import { describe, expect, test } from '@jest/globals';
import type { StreetArea } from '@wufang/contracts';
import { areaFaults, areaOf, isArea } from './areas.js';

const units = new Map([
  ['甲', { name: '甲社区', kind: 'COMMUNITY' as const }],
  ['乙', { name: '乙村', kind: 'VILLAGE' as const }],
  ['丙', { name: '丙物业', kind: 'PROPERTY_FIRM' as const }],
]);

test.each<[string, StreetArea[], string[]]>([
  [
    'two areas',
    [
      { name: '古园', communityIds: ['甲'] },
      { name: '城南', communityIds: ['乙'] },
    ],
    [],
  ],
  ['none', [], []],
  [
    'a community in two',
    [
      { name: '古园', communityIds: ['甲'] },
      { name: '城南', communityIds: ['甲'] },
    ],
    ['“甲社区”同时在“古园”和“城南”'],
  ],
  ['a firm', [{ name: '古园', communityIds: ['丙'] }], ['“丙物业”不是社区或村']],
  [
    'a name twice',
    [
      { name: '古园', communityIds: ['甲'] },
      { name: '古园', communityIds: ['乙'] },
    ],
    ['片区“古园”写了两次'],
  ],
])('%s', (_, areas, faults) => {
  expect(areaFaults({ areas }, (id) => units.get(id))).toEqual(faults);
});

describe('the area of a community', () => {
  const registered = new Map([
    ['甲', { parentName: '北片区' }],
    ['乙', { parentName: null }],
  ]);
  const list = (version: number, from: string, areas: StreetArea[]) => ({ version, from, areas, source: '街道文件' });
  const areas = [
    list(1, '2026-11-10', [{ name: '古园', communityIds: ['甲'] }]),
    list(2, '2026-12-01', [{ name: '城南', communityIds: ['乙'] }]),
  ];

  test.each<[string, string, string | null]>([
    ['甲', '2026-11-09', '北片区'], // no list holds yet: as the register has it
    ['乙', '2026-11-09', null],
    ['甲', '2026-11-10', '古园'],
    ['乙', '2026-11-10', null],
    ['甲', '2026-12-01', null], // the new list leaves it out
    ['乙', '2026-12-01', '城南'],
  ])('of %s on %s is %s', (id, day, name) => {
    expect(areaOf({ units: registered, areas }, id, day)).toBe(name);
  });

  test('a row may name an area of today’s list, or of one that is published and begins later', () => {
    const known = (name: string, day: string) => isArea({ units: registered, areas }, name, day, () => true);
    expect(['北片区', '古园', '城南'].map((name) => known(name, '2026-11-15'))).toEqual([false, true, true]);
    expect(isArea({ units: registered }, '北片区', '2026-11-15', () => true)).toBe(true);
  });
});
