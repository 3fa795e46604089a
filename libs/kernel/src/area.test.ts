import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { areaFromText, formatArea, type Area } from './area.js';

test.each([
  ['88.95', 8895],
  ['103.4', 10340],
  ['74', 7400],
  ['4,125.60', 412560],
  [58.2, 5820], // a float times 100 would be 5820.000000000001
  [1.15, 115], // and this one 114.99999999999999
])('%p m² is %i hundredths', (text, expected) => {
  expect(areaFromText(text)).toBe(expected);
});

test.each(['', '不详', '88.955', '-1', '1e3', 1e-7, NaN, 0.1 + 0.2, '99999999999999999.00'])('%p is refused', (text) => {
  expect(() => areaFromText(text)).toThrow('area.unreadable');
});

test('zero is refused unless it is allowed', () => {
  expect(() => areaFromText('0')).toThrow('area.zero');
  expect(areaFromText('0.00', { allowZero: true })).toBe(0);
});

test('what is formatted reads back as the same area', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (area) => {
      expect(areaFromText(formatArea(area as Area), { allowZero: true })).toBe(area);
    }),
  );
  expect(formatArea(5 as Area)).toBe('0.05');
});
