import { expect, test } from '@jest/globals';
import type { Rates } from '@wufang/contracts';
import { ratesJson, ratesText, shortName } from './rates.js';

const row = (name: string, changed: Partial<Rates> = {}): Rates => ({
  unitId: null,
  name,
  received: 91,
  V: 72,
  C: 71,
  S: 61,
  M: 50,
  B: 10,
  responseRate: 0.98611,
  resolutionRate: 0.84722,
  satisfactionRate: 0.78,
  composite: '88.12',
  note: null,
  ...changed,
});
const answer = {
  period: '2026-10',
  from: '2026-09-19T00:00:00+08:00',
  to: '2026-10-19T00:00:00+08:00',
  formulaVersion: 'v1',
  by: 'community' as const,
  rows: [
    row('北岗里社区'),
    row('不详', { V: 0, responseRate: null, resolutionRate: null, satisfactionRate: null, composite: null, note: 'TOO_FEW' }),
  ],
};

test.each([
  ['南岗里社区', '南岗里'],
  ['柳林村', '柳林村'],
  ['不详', '不详'],
  ['社区', '社区'],
])('%s is called %s', (name, short) => expect(shortName(name)).toBe(short));

test('programs get the counts under the name of each community', () => {
  const { communities } = ratesJson(answer) as { communities: Record<string, object> };
  expect(Object.keys(communities)).toEqual(['北岗里', '不详']);
  expect(communities['北岗里']).toMatchObject({ received: 91, V: 72, C: 71, S: 61, M: 50, B: 10, composite: '88.12' });
});

test('people get a table, and a word where there is no score', () => {
  const text = ratesText(answer);
  expect(text).toMatch(/^考核周期 2026-10（2026-09-19 起，至 2026-10-19 前）\n/);
  expect(text).toMatch(/北岗里 +91 +72 +71 +61 +50 +10 +98.61 % +84.72 % +78.00 % +88.12\n/);
  expect(text).toMatch(/不详 .* 样本不足$/);
});
