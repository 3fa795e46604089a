import { expect, test } from '@jest/globals';
import { clausesOf, numberIn } from './clauses.js';

test.each([
  ['一', 1],
  ['十', 10],
  ['十四', 14],
  ['二十', 20],
  ['五十七', 57],
  ['一百', 100],
  ['二百零五', 205],
  ['二百七十八', 278],
  ['12', 12],
  ['', null],
])('%s is %s', (words, no) => {
  expect(numberIn(words)).toBe(no);
});

test('each clause begins a line with its number, and has the lines after it', () => {
  expect(clausesOf('第一条 为了办好诉求，\n制定本办法。\n\n第12条：本办法自公布之日起施行。')).toEqual([
    { no: 1, text: '为了办好诉求，\n制定本办法。' },
    { no: 12, text: '本办法自公布之日起施行。' },
  ]);
});

test.each(['总则\n第一条 为了办好诉求', '第一条', ''])('%j is no such text', (text) => {
  expect(clausesOf(text)).toBeNull();
});
