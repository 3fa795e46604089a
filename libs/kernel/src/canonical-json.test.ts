import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

test.each([
  [{ b: 1n, a: [true, null] }, '{"a":[true,null],"b":"1"}'],
  [{ at: new Date('2026-10-01T08:00:00+08:00') }, '{"at":"2026-10-01T00:00:00.000Z"}'],
  [{ a: undefined, b: { d: undefined } }, '{"b":{}}'],
  [Object.assign(Object.create(null) as object, { z: 0, y: -0 }), '{"y":0,"z":0}'],
  ['物业"\\\n\u0007😀', '"物业\\"\\\\\\n\\u0007😀"'],
  [[], '[]'],
])('%p is written %s', (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test('numbers and key order follow RFC 8785, sections 3.2.2 and 3.2.3', () => {
  expect(canonicalJson([333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001])).toBe(
    '[333333333.3333333,1e+30,4.5,0.002,1e-27]',
  );
  const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };
  expect(canonicalJson(keys)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}');
});

test.each([
  ['NaN', NaN],
  ['infinity', -Infinity],
  ['a function', () => 1],
  ['a symbol', Symbol('x')],
  ['undefined alone', undefined],
  ['undefined in a list', [undefined]],
  ['a hole in a list', new Array(1)],
  ['a map', new Map()],
  ['bytes', new Uint8Array(1)],
  ['an own class', new (class Box {})()],
  ['an invalid date', new Date(NaN)],
  ['half a surrogate pair', '\ud83d'],
])('%s is refused', (_, value) => {
  expect(() => canonicalJson({ value: [value] })).toThrow('canonical-json.refused');
});

test('a loop is refused', () => {
  const loop: Record<string, unknown> = {};
  loop['self'] = loop;
  expect(() => canonicalJson(loop)).toThrow('canonical-json.too-deep');
});

const json = fc.jsonValue({ depthSize: 'medium' });

test('the text is JSON of the same value, and is its own canonical form', () => {
  fc.assert(
    fc.property(json, (value) => {
      const text = canonicalJson(value);
      expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(JSON.parse(canonicalJson(JSON.parse(text)))));
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      // -0 has no text of its own in JSON, so the comparison goes by JSON's own reading.
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('the order in which members were added does not matter', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.integer(), { maxKeys: 40 }), (record) => {
      const reversed = Object.fromEntries(Object.entries(record).reverse());
      expect(canonicalJson(reversed)).toBe(canonicalJson(record));
      const keys = Object.keys(record).sort();
      expect(canonicalJson(record)).toBe('{' + keys.map((key) => `${JSON.stringify(key)}:${record[key]}`).join(',') + '}');
    }),
  );
});
