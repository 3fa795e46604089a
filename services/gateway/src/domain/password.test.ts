import { expect, test } from '@jest/globals';
import { isWeakPassword } from './password.js';

test.each([
  ['kurz', true], // too short
  ['elfzeichen1', true], // eleven characters
  ['Password123456!', true], // a common word and a run
  ['aaaaaaaaaaaaaaaa', true], // one character
  ['abcabcabcabcabc', true], // three characters
  ['qwertyuiop1234', true], // keyboard rows
  ['zhang.wei-2026-go', true], // the account's name is in it
  ['ZHANG.WEI-Tulpe-Regen', true], // whatever the case
  ['correct horse battery', false], // a few words are enough
  ['Vb7#kQ29xLmw', false], // twelve random characters
  ['青云街道接诉即办月月评先进', false], // Chinese counts by character
])('the password "%s" is weak: %s', (password, weak) => {
  expect(isWeakPassword(password, 'zhang.wei')).toBe(weak);
});
