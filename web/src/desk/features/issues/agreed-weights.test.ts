import { expect, test } from '@jest/globals';
import { readWeights, type NamedHome } from './agreed-weights.js';

const homes = [1, 2, 3].map((no): NamedHome => ({
  homeId: `home ${no}`,
  code: `第${no}户`,
  name: `1号楼1单元第${no}户`,
  label: `1号楼1单元第${no}户（10${no}室）`,
}));
const read = (...lines: string[]) => readWeights(lines.join('\n'), homes);

test('a home is named by its number, its place, or its place with the room; the weight stands last', () => {
  expect(read('1号楼1单元第1户 12', '第2户\t10', '', ' 1号楼1单元第3户（103室），0 ')).toMatchObject({
    weights: [
      { homeId: 'home 1', weight: 12 },
      { homeId: 'home 2', weight: 10 },
      { homeId: 'home 3', weight: 0 },
    ],
    ...{ faults: [], missing: [] },
  });
});

test.each([
  ['第9户 1', 'UNKNOWN'], // no such home
  ['第1户', 'NO_WEIGHT'],
  ['第1户 1.2', 'NO_WEIGHT'], // whole numbers: 1.2 and 1.0 are written 12 and 10
  ['第1户 -1', 'NO_WEIGHT'],
  ['第1户 一', 'NO_WEIGHT'],
  ['第1户 1000001', 'NO_WEIGHT'],
  ['12', 'UNKNOWN'],
])('a line that says %s is named', (line, kind) => {
  expect(read('第2户 1', line)).toMatchObject({ faults: [{ line: 2, kind, text: line }] });
});

test('a home that is named twice, or by no line, is told of', () => {
  expect(read('第1户 5', '1号楼1单元第1户 6')).toMatchObject({
    weights: [{ homeId: 'home 1', weight: 5 }],
    faults: [{ line: 2, kind: 'TWICE' }],
    missing: ['1号楼1单元第2户', '1号楼1单元第3户'],
  });
});
