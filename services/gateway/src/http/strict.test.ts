import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { operations } from '@wufang/contracts';
import { strictly } from './strict.js';

const schema = z.object({
  id: z.string(),
  place: z.object({ point: z.string() }).partial().optional(),
  rows: z.array(z.object({ n: z.coerce.number() })).default([]),
  lead: z
    .discriminatedUnion('kind', [z.object({ kind: z.literal('UNIT'), unitId: z.string() }), z.object({ kind: z.literal('COMMUNITY') })])
    .optional(),
  cells: z.record(z.string(), z.string()).optional(),
});

test.each([
  [{ id: 'a' }, true],
  [{ id: 'a', more: 1 }, false], // at the top
  [{ id: 'a', place: { point: 'x' } }, true],
  [{ id: 'a', place: { piont: 'x' } }, false], // misspelt inside
  [{ id: 'a', rows: [{ n: '1' }, { n: 2, m: 3 }] }, false], // in a list
  [{ id: 'a', lead: { kind: 'UNIT', unitId: 'u' } }, true],
  [{ id: 'a', lead: { kind: 'COMMUNITY', unitId: 'u' } }, false], // a field of the other kind
  [{ id: 'a', cells: { anything: 'goes' } }, true],
])('%j is taken: %s', (input, taken) => {
  expect(strictly(schema).safeParse(input).success).toBe(taken);
});

test('defaults, conversions and refinements stay', () => {
  expect(strictly(schema).parse({ id: 'a', rows: [{ n: '1' }] })).toEqual({ id: 'a', rows: [{ n: 1 }] });
  const refined = strictly(z.object({ a: z.number() }).refine(({ a }) => a > 1));
  expect(refined.safeParse({ a: 1 }).success).toBe(false);
});

test('every operation refuses a field it does not know', () => {
  for (const { input } of operations) {
    const issues = strictly(input).safeParse({ notAField: 1 }).error?.issues ?? [];
    expect(issues).toContainEqual(expect.objectContaining({ code: 'unrecognized_keys' }));
  }
});
