import { expect, test } from '@jest/globals';
import { csv } from './csv.js';

test.each([
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`], // a formula stays text, quotes are doubled
  [' +86 138', `' +86 138`], // behind a space too
  ['＝1+1', `'＝1+1`], // full width
  ['a,b', '"a,b"'],
  ['two\nlines', '"two\nlines"'],
  ['冷', '冷'],
  [null, ''],
])('%j is the cell %j', (value, cell) => {
  expect(csv([[value]])).toBe(`\uFEFF${cell}\r\n`);
});
