import { expect, test } from '@jest/globals';
import { levelToRaise } from './level-to-raise.js';

const leaves: Parameters<typeof levelToRaise>[0] = [
  { category: ['水电气热', '供暖', '暖气不热'], level: 'U' },
  { category: ['水电气热', '燃气', '燃气异味'], level: 'E' },
  { category: ['物业管理', '房屋维修', '门窗'], level: 'N' },
];

test.each([
  ['水电气热/供暖/暖气不热', 'N', 'U'],
  ['水电气热/供暖/暖气不热', 'C', 'U'],
  ['水电气热/供暖/暖气不热', 'U', null],
  ['水电气热/供暖/暖气不热', 'E', null],
  ['水电气热/燃气/燃气异味', 'U', 'E'],
  ['水电气热/燃气/燃气异味', 'E', null],
  ['物业管理/房屋维修/门窗', 'C', null], // never asked to go from complex to ordinary
  [undefined, 'N', null], // nothing chosen yet
] as const)('set right to %s, an order of level %s ought to be raised to %s', (category, level, expected) => {
  expect(levelToRaise(leaves, category, level)).toBe(expected);
});
