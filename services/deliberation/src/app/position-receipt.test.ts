import { expect, test } from '@jest/globals';
import { receiptOf } from './position-receipt.js';

test('a receipt depends on everything that was said and on the nonce', () => {
  const receipts = [
    receiptOf('r', 'FIRM', 'a', 'AGREE', 'n'),
    receiptOf('r', 'FIRM', 'a', 'DISAGREE', 'n'),
    receiptOf('r', 'FIRM', 'a', 'AGREE', 'm'),
    receiptOf('q', 'FIRM', 'a', 'AGREE', 'n'),
  ];
  expect(new Set(receipts).size).toBe(4);
  expect(receiptOf('r', 'FIRM', 'a', 'AGREE', 'n')).toBe(receipts[0]);
});
