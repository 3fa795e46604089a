import { expect, test } from '@jest/globals';
import { newPassword } from './password.js';

test('a password is four groups that people can type, and never the same', () => {
  const many = Array.from({ length: 200 }, newPassword);
  for (const one of many) expect(one).toMatch(/^([2-9a-hijkmnp-z]{4}-){3}[2-9a-hijkmnp-z]{4}$/);
  expect(new Set(many).size).toBe(200);
});
