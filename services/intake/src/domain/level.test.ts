import { describe, expect, test } from '@jest/globals';
import type { Category, Level } from '@wufang/contracts';
import { levelOf, levelOfLimit, levelWithoutDanger } from './level.js';

const leak: Category = ['物业管理', '房屋维修', '房屋漏雨渗水'];
const trapped: Category = ['物业管理', '公共设施', '电梯困人'];
const heat: Category = ['水电气热', '供暖', '暖气不热'];

describe('the level of a demand', () => {
  test.each([
    [false, undefined, leak, undefined, 'N'], // by category
    [false, undefined, heat, undefined, 'U'],
    [false, undefined, trapped, undefined, 'E'],
    [false, 'C', leak, undefined, 'C'], // the desk knows better
    [true, 'N', leak, undefined, 'E'], // words beat the desk
    [false, undefined, leak, true, 'E'], // the person says so
    [false, undefined, undefined, undefined, 'N'], // nothing known
    [false, undefined, ['未知', '未知', '未知'], undefined, 'N'],
  ] as [boolean, Level | undefined, Category | undefined, boolean | undefined, Level][])(
    'dangerous: %s, set %s, category %j, emergency %s is %s',
    (isDangerous, level, category, isEmergency, expected) => {
      expect(levelOf({ isDangerous, level, category, isEmergency })).toBe(expected);
    },
  );

  test.each([
    ['2026-09-19T00:06:19+08:00', '2026-09-19T02:06:19+08:00', 'E'],
    ['2026-09-19T06:25:29+08:00', '2026-09-20T06:25:29+08:00', 'U'],
    ['2026-09-19T00:06:19+08:00', '2026-09-26T00:06:19+08:00', 'N'],
    ['2026-11-11T19:22:00+08:00', '2026-11-26T19:22:28+08:00', 'C'], // seconds lost
    ['2026-11-11T19:22:00+08:00', '2026-11-21T19:22:00+08:00', null], // ten days are no class
  ])('from %s to %s is %s', (received, due, level) => {
    expect(levelOfLimit(new Date(received), new Date(due))).toBe(level);
  });
});

test.each([
  ['N', heat, 'U'],
  ['C', heat, 'U'],
  ['N', leak, 'N'],
  ['N', trapped, 'N'], // the category's own emergency is what was denied
  ['C', null, 'C'],
] as const)('found to be no emergency, said to be %s, about %j, it is %s', (said, category, expected) => {
  expect(levelWithoutDanger(said, category)).toBe(expected);
});
