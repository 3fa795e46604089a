import { expect, test } from '@jest/globals';
import { readText } from './segment.js';

test('a text is read as words and pairs of neighbours, without numbers and without places', () => {
  const { features } = readText('东大院3号楼2单元电梯停运已3天', ['东大院']);
  expect(features).toEqual(expect.arrayContaining(['电梯', '停运']));
  expect(features.filter((feature) => /东大院|\d|号楼|单元/.test(feature))).toEqual([]);
});

test('what the segmenter cuts is mended by pairs', () => {
  expect(readText('被困', []).features).toContain('被困');
});

test.each([
  ['东大院3号楼停水5小时', '西大院14号楼停水2小时', true], // other place, other numbers
  ['停水五十小时', '停水2小时', true], // numbers in words
  ['东大院停水', '东大院停电', false],
])('“%s” and “%s” are of one template: %s', (a, b, same) => {
  const read = (text: string) => readText(text, ['东大院', '西大院']).template;
  expect(read(a) === read(b)).toBe(same);
});

test('phones, card numbers and Latin letters are no features', () => {
  expect(readText('电话13812341234，微信zhangsan', []).features).toEqual(expect.not.arrayContaining([expect.stringMatching(/[0-9a-z]/)]));
});
