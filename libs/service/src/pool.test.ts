import { describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { timeOf } from './pool.js';

describe('a time as the database writes it', () => {
  test.each([
    ['2026-11-29 08:00:00+00', '2026-11-29T08:00:00.000Z'],
    ['2026-11-29 08:00:00.5+00', '2026-11-29T08:00:00.500Z'],
    ['2026-11-29 08:00:00.05+00', '2026-11-29T08:00:00.050Z'],
    ['2026-02-28 23:59:59.999+00', '2026-02-28T23:59:59.999Z'],
  ])('%s', (text, iso) => expect(timeOf(text)!.toISOString()).toBe(iso));

  test.each([
    '2026-11-29 16:00:00+08',
    '2026-11-29 08:00:00.123456+00',
    '0044-03-15 08:00:00+00 BC',
    'infinity',
    '12026-11-29 08:00:00+00',
  ])('%s is left to the driver', (text) => {
    expect(timeOf(text)).toBeUndefined();
    const parse = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => Date | number;
    expect(parse(text)).not.toBeUndefined();
  });

  test('an empty list, and one with something in it', () => {
    for (const list of [1009, 2951]) {
      const parse = pg.types.getTypeParser(list) as (text: string) => string[];
      expect(parse('{}')).toEqual([]);
      expect(parse('{a,"b, c"}')).toEqual(['a', 'b, c']);
    }
  });
});
