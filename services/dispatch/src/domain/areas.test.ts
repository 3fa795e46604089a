import { expect, test } from '@jest/globals';
import type { StreetArea } from '@wufang/contracts';
import { areaFaults } from './areas.js';

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
