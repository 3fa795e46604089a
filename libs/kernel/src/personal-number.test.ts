import { expect, test } from '@jest/globals';
import { holdsPersonalNumber, phoneDigits } from './personal-number.js';

test.each([
  ['值班电话 010-63001234', false], // an office's number
  ['工单 FH20261111002808', false], // a number of fourteen places holds no phone number
  ['2026-11-21 19:22 已到现场', false],
  ['张师傅13812345678', true],
  ['138-1234-5678', true],
  ['+86 138 1234 5678', true],
  ['８６１３８１２３４５６７８', true], // full-width digits
  ['110106195001011234', true],
  ['11010619500101123x', true],
])('%s: %s', (text, expected) => {
  expect(holdsPersonalNumber(text)).toBe(expected);
});

test.each([
  ['+86 138-1234-1234', '13812341234'],
  ['010-63001234', '01063001234'],
])('the phone %s has the digits %s', (phone, digits) => {
  expect(phoneDigits(phone)).toBe(digits);
});
