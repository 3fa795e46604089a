import { describe, expect, test } from '@jest/globals';
import { holdsPersonalNumber, ownerIdentity, phoneDigits } from './personal-number.js';

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

describe('the same owner', () => {
  const owner = { name: '王小明', phone: '13812341234', isUnit: false, place: ['西大院', '1号楼', '1单元', '101'] };
  const unit = { ...owner, name: '远山机械厂', phone: null, isUnit: true };
  const elsewhere = { place: ['西大院', '1号楼', '1单元', '102'] };
  test.each([
    ['same name and phone, another home', owner, elsewhere, true],
    ['the phone written with blanks', owner, { phone: '+86 138 1234 1234' }, true],
    ['the name written with a blank', owner, { name: '王 小明' }, true],
    ['another phone', owner, { phone: '13812341235' }, false],
    ['another name', owner, { name: '王大明' }, false],
    ['a unit in another home', unit, elsewhere, true],
    ['a unit with a phone beside it', unit, { phone: '010-63001234' }, true],
    ['another unit', unit, { name: '近水机械厂' }, false],
  ])('%s', (_, one, changed, isSame) => expect(ownerIdentity({ ...one, ...changed }) === ownerIdentity(one)).toBe(isSame));

  test('nobody without a phone is taken for somebody else of that name', () => {
    const unknown = { ...owner, phone: null };
    expect(ownerIdentity({ ...unknown, ...elsewhere })).not.toBe(ownerIdentity(unknown));
    expect(ownerIdentity({ ...unknown })).toBe(ownerIdentity(unknown));
  });
});
