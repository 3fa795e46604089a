import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isUuid, uuidV7 } from './ids.js';

const tenBytes = fc.uint8Array({ minLength: 10, maxLength: 10 });

test('the example of RFC 9562, appendix A.6', () => {
  const random = Uint8Array.of(0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f);
  expect(uuidV7(new Date('2022-02-22T19:22:22Z'), random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

test('a later millisecond always sorts later, whatever the random part', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 47 }), fc.integer({ min: 1, max: 2 ** 46 }), tenBytes, tenBytes, (ms, more, a, b) => {
      const earlier = uuidV7(new Date(Math.min(ms, 8e15)), a);
      const later = uuidV7(new Date(Math.min(ms, 8e15) + more), b);
      expect(earlier < later).toBe(true);
      expect(earlier).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }),
  );
});

test('nine random bytes, or a time before 1970, are refused', () => {
  expect(() => uuidV7(new Date(0), new Uint8Array(9))).toThrow('id.needs-ten-random-bytes');
  expect(() => uuidV7(new Date(-1), new Uint8Array(10))).toThrow('id.impossible-time');
  expect(() => uuidV7(new Date(NaN), new Uint8Array(10))).toThrow('id.impossible-time');
});

test.each([
  ['017f22e2-79b0-7cc3-98c4-dc0c0c07398f', true],
  ['017F22E2-79B0-7CC3-98C4-DC0C0C07398F', true],
  ['017f22e279b07cc398c4dc0c0c07398f', false], // without hyphens
  ['017f22e2-79b0-7cc3-98c4-dc0c0c07398f\n', false],
  [42, false],
])('%j is a uuid: %s', (text, expected) => {
  expect(isUuid(text)).toBe(expected);
});
