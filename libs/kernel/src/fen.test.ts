import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fen, fenFromJson, fenFromYuan, fenToJson, formatFen } from './fen.js';

test.each([
  ['12,345.67', 1234567n],
  ['12345.67', 1234567n],
  ['186,400.01', 18640001n],
  ['100', 10000n],
  ['0.5', 50n],
  [' 0.00 ', 0n],
  ['-3.20', -320n],
  ['90071992547409.93', 9007199254740993n], // one more than a float can hold
])('%s yuan is %s fen', (text, expected) => {
  expect(fenFromYuan(text)).toBe(expected);
});

test.each(['', '.5', '1.', '1.234', '1,23', '1,2345', '12,345,67', '1e3', '¥1', '１', '1 000', 'NaN', '--1'])('%j is refused', (text) => {
  expect(() => fenFromYuan(text)).toThrow('money.unreadable');
});

test.each(['', '01', '-0', '1.5', '1,000', '+1', ' 1'])('%j is refused on the wire', (text) => {
  expect(() => fenFromJson(text)).toThrow('money.unreadable');
});

test('what is formatted or sent reads back as the same fen', () => {
  fc.assert(
    fc.property(fc.bigInt(), (amount) => {
      expect(fenFromYuan(formatFen(fen(amount)))).toBe(amount);
      expect(fenFromJson(fenToJson(fen(amount)))).toBe(amount);
    }),
  );
  expect(formatFen(fen(1234567n))).toBe('12,345.67');
  expect(formatFen(fen(-5n))).toBe('-0.05');
});
