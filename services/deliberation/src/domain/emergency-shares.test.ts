import { describe, expect, test } from '@jest/globals';
import type { CostSharePlan } from '@wufang/contracts';
import { fen } from '@wufang/kernel';
import { layOutByPlan, layOutUse, sharesOfUse } from './emergency-shares.js';
import type { KnownHome } from './plan-scope.js';

const [seller, other] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
const place = {
  scope: { level: 'ESTATE' as const, estateId: seller, buildingId: null, stairwell: null },
  ...{ estate: '西大院', building: null, rightsUnit: { id: seller, name: '远征集团三院' } },
  unitNames: new Map([
    [seller, '远征集团三院'],
    [other, '远征集团三院'],
  ]),
};
const home = (ordinal: number, areaHundredths: number, more: Partial<KnownHome> = {}): KnownHome => ({
  ...{ homeId: `home ${ordinal}`, buildingId: 'b', building: '9号楼', stairwell: '2单元', ordinal, areaHundredths },
  ...{ areaSource: 'REGISTERED', nature: 'COMMODITY', ownerId: `owner ${ordinal}`, ownerFen: 0n, sellerFen: 0n, ...more },
});
const shared = (usedFen: bigint, homes: readonly KnownHome[]) => sharesOfUse(layOutUse(fen(usedFen), '应急使用', homes, place));

describe('by law', () => {
  test('an unsold home is paid by its unit itself, and no share of anybody is told under an id', () => {
    const homes = [
      home(1, 5_000, { nature: 'SOLD_PUBLIC', ownerFen: 1_000n, sellerFen: 3_000n }),
      home(2, 3_000, { nature: 'UNSOLD_PUBLIC', ownerId: seller }),
      home(3, 2_000, { nature: 'UNSOLD_PUBLIC', ownerId: other }),
    ];
    const found = shared(10_000n, homes);
    expect(found.homes.map(({ shareFen, money }) => [shareFen, money])).toEqual([
      [1_250n, 'FUND'], // 5 000 of 10 000 by area, a quarter of it by the deposits
      [3_000n, 'DIRECT'],
      [2_000n, 'DIRECT'],
    ]);
    expect(found.units.map(({ unitId, capacity, shareFen }) => [unitId, capacity, shareFen])).toEqual([[seller, 'SELLING_UNIT', 3_750n]]);
    expect([found.ownersFen, found.sellingUnitsFen, found.unsoldFen]).toEqual([1_250n, 3_750n, 5_000n]);
    const words = JSON.stringify([...found.homes, ...found.units].map(({ levels, lines }) => [levels, lines]));
    expect(words).not.toContain(seller);
    expect(words).not.toContain(other);
    expect(words).toContain('远征集团三院（2）');
  });

  test('what public homes have paid in has to be known', () => {
    expect(() => shared(10_000n, [home(1, 5_000, { nature: 'SOLD_PUBLIC' })])).toThrow(
      expect.objectContaining({ code: 'plan.deposits-missing' }),
    );
  });
});

describe('by a plan that was agreed on', () => {
  const known = [home(1, 9_000), home(2, 3_000)];
  const { document } = layOutUse(fen(1n), '排水改造', known, place);
  const agreedOn = (scenario: Partial<CostSharePlan['scenarios'][number]>) => ({
    ...{ title: '排水改造', scenario: '按户', payers: [], homes: layOutUse(fen(1n), '', known, place).homes },
    document: { ...document, scenarios: [{ ...document.scenarios[0]!, name: '按户', ...scenario }] },
  });

  test('its rule between the homes holds for the same money, and is named', () => {
    const laid = layOutByPlan(fen(10_001n), '应急使用', agreedOn({ homesRule: 'EQUAL', homesAgreement: '业主公约第五条' }))!;
    expect(sharesOfUse(laid).homes.map(({ shareFen }) => shareFen)).toEqual([5_001n, 5_000n]);
    expect(laid.sharedBy).toContain('排水改造');
  });

  test('a plan whose owners pay new money says nothing about the fund', () => {
    expect(
      layOutByPlan(fen(10_000n), '应急使用', agreedOn({ homesRule: 'EQUAL', homesAgreement: '公约', ownersMoney: 'DIRECT' })),
    ).toBeNull();
  });
});
