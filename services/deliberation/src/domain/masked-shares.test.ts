import { expect, test } from '@jest/globals';
import { affectedOwners, maskedShares } from './masked-shares.js';

const home = (stairwell: string, shareFen: bigint, lookupCode: string) => ({ building: '9号楼', stairwell, shareFen, lookupCode });

test('the board shows place, mark and amount, the larger first, whatever the order of the doors', () => {
  const doors = [
    home('2单元', 10n, 'AAAA-BBBB-CC22'),
    home('1单元', 5n, 'AAAA-BBBB-CC33'),
    home('2单元', 20n, 'AAAA-BBBB-CC44'),
    home('2单元', 10n, 'AAAA-BBBB-CC11'),
  ];
  const shown = [
    { place: '9号楼1单元', mark: 'C33', shareFen: 5n },
    { place: '9号楼2单元', mark: 'C44', shareFen: 20n },
    { place: '9号楼2单元', mark: 'C11', shareFen: 10n },
    { place: '9号楼2单元', mark: 'C22', shareFen: 10n },
  ];
  expect(maskedShares(doors)).toEqual(shown);
  expect(maskedShares([...doors].reverse())).toEqual(shown);
});

test.each([
  [
    'two homes of one owner',
    [
      ['甲', 5n],
      ['甲', 5n],
      ['乙', 5n],
    ],
    2,
  ],
  [
    'an owner who pays nothing is not affected',
    [
      ['甲', 5n],
      ['乙', 0n],
    ],
    1,
  ],
  [
    'where parties pay all, those in the scope are',
    [
      ['甲', 0n],
      ['乙', 0n],
    ],
    2,
  ],
  ['no homes', [], 0],
] as [string, [string, bigint][], number][])('%s', (_, homes, expected) => {
  expect(affectedOwners(homes.map(([ownerId, shareFen]) => ({ ownerId, shareFen })))).toBe(expected);
});
