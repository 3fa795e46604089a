import { expect, test } from '@jest/globals';
import type { ColourRule, Level } from '@wufang/contracts';
import { codeFaults, livelihoodCode } from './livelihood-code.js';

const leak = ['物业管理', '房屋维修', '房屋漏雨渗水'];
const rules: ColourRule[] = [
  { level: 'E', word: null, colour: 'RED' },
  { level: 'N', word: '房屋维修', colour: 'YELLOW' },
  { level: null, word: '物业管理', colour: 'BLUE' },
];

test.each<[string, Level, string[], string | null]>([
  ['the first row that fits', 'E', leak, 'RED'],
  ['level and word', 'N', leak, 'YELLOW'],
  ['any level', 'C', leak, 'BLUE'],
  ['none fits', 'N', ['交通管理', '交通秩序', '出入口拥堵'], null],
])('%s', (_, level, category, colour) => {
  expect(livelihoodCode({ rules }, { category, level, community: '南岗里社区' }).colour).toBe(colour);
});

test('says category, level and community, and what is not known; without a list there is no colour', () => {
  expect(livelihoodCode(null, { category: leak, level: 'N', community: '南岗里社区' })).toEqual({
    text: '房屋漏雨渗水-一般-南岗里社区',
    colour: null,
  });
  expect(livelihoodCode(null, { category: [], level: 'U', community: null }).text).toBe('未分类-水电气热-地点不详');
});

test('a row that an earlier one leaves nothing for is a fault', () => {
  expect(codeFaults({ rules })).toEqual([]);
  expect(codeFaults({ rules: [...rules, { level: 'N', word: '物业管理', colour: 'GREEN' }] })).toEqual(['第 4 行用不到：第 3 行已经包括']);
  expect(codeFaults({ rules: [{ level: null, word: null, colour: 'RED' }, ...rules] })).toHaveLength(3);
});
