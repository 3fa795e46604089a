import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { measuredParts, type HomeFacts } from './measured-homes.js';

const aHome = (buildingId: string, room: string, part: Partial<HomeFacts> = {}): HomeFacts => ({
  ...{ id: `${buildingId}-${room}`, buildingId, stairwell: '1单元', room, areaHundredths: 5_000, areaSource: 'REGISTERED' },
  ...{ nature: 'COMMODITY', ownerId: `owner of ${room}`, ownerDepositFen: 100n, sellerDepositFen: 0n, ...part },
});
const names = new Map([
  ['b2', '2号楼'],
  ['b10', '10号楼'],
]);
const ranks = (homes: HomeFacts[]) =>
  new Map(measuredParts(homes, names, new Set()).flatMap((part) => part.homes.map(({ homeId, ordinal }) => [homeId, ordinal])));

describe('the homes of an estate as others may know them', () => {
  test('have ranks in the order of their doors, numbers by their value', () => {
    const found = ranks([aHome('b10', '101'), aHome('b2', '1001'), aHome('b2', '101'), aHome('b2', '门卫室')]);
    expect([...found].sort((a, b) => a[1] - b[1]).map(([id]) => id)).toEqual(['b2-101', 'b2-1001', 'b2-门卫室', 'b10-101']);
  });

  test('are those whose area is known; the others have their rank all the same', () => {
    const unknown = { areaHundredths: null, areaSource: null };
    expect([...ranks([aHome('b2', '101'), aHome('b2', '102', unknown), aHome('b2', '103')])]).toEqual([
      ['b2-101', 1],
      ['b2-103', 3],
    ]);
  });

  test('show no door and no name, and money as text', () => {
    const [part] = measuredParts([aHome('b2', '101', { ownerId: 'unit' })], names, new Set(['unit']));
    expect(part!.homes).toEqual([
      {
        ...{ homeId: 'b2-101', stairwell: '1单元', ordinal: 1, areaHundredths: 5_000, areaSource: 'REGISTERED', nature: 'COMMODITY' },
        ...{ ownerId: 'unit', isUnit: true, ownerDepositFen: '100', sellerDepositFen: '0' },
      },
    ]);
  });

  test('of a large building are told in pieces of 500', () => {
    const homes = Array.from({ length: 1_001 }, (_, i) => aHome('b2', `${i + 1}`));
    const parts = measuredParts(homes, names, new Set());
    expect(parts.map(({ part, homes: told }) => [part, told.length])).toEqual([
      [0, 500],
      [1, 500],
      [2, 1],
    ]);
    expect(JSON.stringify(parts[0]).length).toBeLessThan(300_000);
  });

  test('are the same whatever the order of the rows', () => {
    const homes = Array.from({ length: 30 }, (_, i) => aHome(i % 3 === 0 ? 'b2' : 'b10', `${(i * 7) % 30}${i % 2 === 0 ? '' : '甲'}`));
    const wanted = ranks(homes);
    fc.assert(
      fc.property(fc.shuffledSubarray(homes, { minLength: homes.length }), (shuffled) => {
        expect(ranks(shuffled)).toEqual(wanted);
      }),
    );
  });
});
