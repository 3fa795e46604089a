import { describe, expect, test } from '@jest/globals';
import { demandNo } from './demand-no.js';

const id = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`;

describe('the number of a demand', () => {
  test('begins with the date in Beijing and has no letter that is misheard', () => {
    expect(demandNo(id(1), new Date('2026-11-20T16:30:00Z'))).toMatch(/^WF20261121[0-9A-HJKMNP-TV-Z]{6}$/);
  });

  test('differs for ten thousand demands of one millisecond but for a handful', () => {
    const at = new Date('2026-11-21T02:00:00Z');
    const numbers = new Set(Array.from({ length: 10_000 }, (_, n) => demandNo(id(n), at)));
    expect(numbers.size).toBeGreaterThan(9_995);
  });

  test('is another one at the next try', () => {
    expect(demandNo(id(1), new Date(1_000))).not.toBe(demandNo(id(1), new Date(1_001)));
  });
});
