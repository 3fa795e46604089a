import { describe, expect, test } from '@jest/globals';
import { percent, ProgressBar, progressLine, table, widthOf } from './print.js';

test.each([
  ['', 0],
  ['abc', 3],
  ['南岗里', 6],
  ['（1）', 5],
  ['—', 1],
])('%s takes %i columns', (text, width) => expect(widthOf(text)).toBe(width));

describe('a table', () => {
  test('puts texts to the left, numbers to the right, and counts Chinese characters twice', () => {
    expect(
      table(
        ['社区', 'V'],
        [
          ['南岗里', 143],
          ['不详', 6],
        ],
      ),
    ).toBe('社区      V\n南岗里  143\n不详      6');
  });
  test('shows what is not known as a dash', () => {
    expect(table(['社区', '综合'], [['柳林村', null]])).toBe('社区    综合\n柳林村     —');
  });
});

test.each([
  [0, 0, 'x [####################] 100 %  0/0  1.0 s'],
  [0, 10, 'x [--------------------]   0 %  0/10  1.0 s'],
  [9753, 19507, 'x [#########-----------]  49 %  9,753/19,507  1.0 s'],
  [19507, 19507, 'x [####################] 100 %  19,507/19,507  1.0 s'],
])('%i of %i is %s', (done, total, line) => expect(progressLine('x', done, total, 1_000)).toBe(line));

test('a bar redraws its line on a terminal and says whole lines elsewhere', () => {
  const said = (isTTY: boolean) => {
    const texts: string[] = [];
    const bar = new ProgressBar('x', { isTTY, write: (text) => texts.push(text) });
    bar.show(1, 2);
    bar.show(1, 2);
    bar.show(2, 2, true);
    return texts;
  };
  expect(said(true).map((text) => text.startsWith('\r'))).toEqual([true, true, true]);
  expect(said(false)).toHaveLength(2);
  expect(said(false).at(-1)).toMatch(/100 %.*\n$/);
});

test.each([
  [1, '100.00 %'],
  [0.98754, '98.75 %'],
  [null, null],
])('the rate %p reads %p', (rate, text) => expect(percent(rate)).toBe(text));
