import { expect, test } from '@jest/globals';
import { operations } from '@wufang/contracts';

/** What the router takes for one address: parameters by where they stand, whatever they are called. */
const addressOf = ({ method, path }: { method: string; path: string }): string => `${method} ${path.replace(/\{\w+\}/g, '{}')}`;

/** The addresses that more than one operation stands at. */
function shared(all: readonly { name: string; method: string; path: string }[]): string[] {
  const names = new Map<string, string[]>();
  for (const one of all) names.set(addressOf(one), [...(names.get(addressOf(one)) ?? []), one.name]);
  return [...names].filter(([, at]) => at.length > 1).map(([address, at]) => `${address}: ${at.join(', ')}`);
}

test('every operation has an address of its own: two at one address let no gateway start', () => {
  const all = operations.map(({ name, method, path }) => ({ name, method, path }));
  expect(all.length).toBeGreaterThan(100);
  expect(shared(all)).toEqual([]);
  expect(shared([...all, { name: 'again', method: all[0]!.method, path: all[0]!.path }])).toHaveLength(1);
});
