import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maskName, maskPhone, maskRoom } from './mask.js';

test.each([
  ['13812341234', '138****1234'],
  [' 138 1234-1234 ', '138****1234'],
  ['+86 13812341234', '138****1234'],
  ['008613812341234', '138****1234'],
  ['010-63001234', '****1234'],
  ['63001234', '****1234'],
  ['6300123', '****'],
  ['12345', '****'],
  ['不详', '****'],
  ['', '****'],
])('the phone %j is shown as %s', (phone, expected) => {
  expect(maskPhone(phone)).toBe(expected);
});

test.each([
  ['王小明', '王**'],
  ['王芳', '王**'],
  ['王', '王**'],
  ['欧阳文', '欧阳**'],
  ['欧阳', '欧**'], // two characters: surname 欧
  ['𠮷田', '𠮷**'], // one character outside the basic plane
  ['阿卜杜拉·买买提', '阿**'],
  ['John Smith', 'J**'],
  [' 王女士 ', '王**'],
  ['', ''],
])('the name %j is shown as %j', (name, expected) => {
  expect(maskName(name)).toBe(expected);
});

test.each([
  ['西大院36号楼1单元502', '西大院36号楼'],
  ['南岗里二区15号楼2单元301室', '南岗里二区15号楼'],
  ['云岗北里9号院3号楼2单元501', '云岗北里9号院3号楼'],
  ['星河苑A座1203', '星河苑A座'],
  ['二号楼三单元四零一', '二号楼'],
  ['镇北里西区12栋4-501', '镇北里西区12栋'],
  ['12楼301', '12楼'],
  ['9-2-301', '9号楼'],
  ['9-301', '9号楼'],
  ['1203室A座', ''], // the room stands first: show nothing
  ['502 9号楼', ''],
  ['东华门小区3号楼2门502', '东华门小区3号楼'],
  ['3单元502', ''],
  ['不详', ''],
  ['', ''],
])('the home %j is shown as %j', (address, expected) => {
  expect(maskRoom(address)).toBe(expected);
});

const digits = (length: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });

test('of a mobile number the middle is gone, whatever its dress', () => {
  fc.assert(
    fc.property(
      digits(2),
      digits(4),
      digits(4),
      fc.constantFrom('', '+86', '86', '0086', '+86 '),
      fc.constantFrom('', ' ', '-'),
      (a, m, z, prefix, gap) => {
        const shown = maskPhone(`${prefix}1${a}${gap}${m}${gap}${z}`);
        expect(shown).toBe(`1${a}****${z}`);
      },
    ),
  );
});

test('of any text at most seven digits survive, and never more than four in a row unless it is a mobile number', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-+ 转,') }), (text) => {
      const shown = maskPhone(text);
      expect(shown).toMatch(/^(1\d{2})?\*{4}(\d{4})?$/);
    }),
  );
});

test('of a given name nothing survives', () => {
  const han = fc.string({
    unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code)),
    minLength: 2,
    maxLength: 6,
  });
  fc.assert(
    fc.property(han, (name) => {
      const shown = maskName(name);
      expect(shown).toMatch(/^..?\*\*$/u);
      expect(name.startsWith(shown.slice(0, -2))).toBe(true);
      expect(shown.length - 2).toBeLessThan(name.length);
    }),
  );
});

test('of unit and room nothing survives', () => {
  const small = fc.integer({ min: 1, max: 60 });
  fc.assert(
    fc.property(
      fc.constantFrom('西大院', '嘉和园小区', '镇北里西区', ''),
      small,
      small,
      fc.integer({ min: 101, max: 3309 }),
      (estate, b, u, room) => {
        for (const form of [`${estate}${b}号楼${u}单元${room}`, `${estate}${b}号楼${u}单元${room}室`, `${estate}${b}号楼${u}-${room}`]) {
          expect(maskRoom(form)).toBe(`${estate}${b}号楼`);
        }
        expect(maskRoom(`${b}-${u}-${room}`)).toBe(`${b}号楼`);
      },
    ),
  );
});
