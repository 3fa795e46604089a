import { DomainError } from './errors.js';

// Whoever nests deeper has sent a loop or an attack.
const MAX_DEPTH = 100;

// A text without these needs no escaping and can be quoted as it is.

const needsCare = /["\\\u0000-\u001f\ud800-\udfff]/;
const loneSurrogate = /\p{Surrogate}/u;

/**
 * The one text of a JSON value (RFC 8785, JCS): keys sorted by UTF-16 code unit, no space, shortest numbers.
 * Beyond JSON: a Date is its ISO text, a bigint its decimal text. A member that is undefined is left out, as a round trip
 * through the database would. What would be lost or changed on the way is refused: NaN, functions, undefined inside a list,
 * Map and other classes, half a surrogate pair.
 * Example: `{ b: 1n, a: [true, null] }` -> `{"a":[true,null],"b":"1"}`.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'number':
      if (!Number.isFinite(value)) throw refused(String(value));
      return '' + value;
    case 'boolean':
      return value ? 'true' : 'false';
    case 'bigint':
      return '"' + value + '"';
    case 'object':
      if (value === null) return 'null';
      if (depth >= MAX_DEPTH) throw new DomainError('canonical-json.too-deep', { maxDepth: MAX_DEPTH });
      if (Array.isArray(value)) return writeList(value, depth);
      return writeObject(value as Record<string, unknown>, depth);
    default:
      throw refused(typeof value);
  }
}

function writeList(list: unknown[], depth: number): string {
  let text = '[';
  for (let i = 0; i < list.length; i++) text += (i === 0 ? '' : ',') + write(list[i], depth + 1);
  return text + ']';
}

function writeObject(object: Record<string, unknown>, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) {
    const tag = Object.prototype.toString.call(object);
    if (tag === '[object Date]') return quoteDate(object as unknown as Date);
    // A plain object made in another realm has a prototype of its own, but that one stands at the end of its line.
    if (tag !== '[object Object]' || Object.getPrototypeOf(prototype) !== null) throw refused(tag);
  }
  let text = '{';
  for (const key of sorted(Object.keys(object))) {
    const member = object[key];
    if (member === undefined) continue;
    text += (text.length === 1 ? '' : ',') + quote(key) + ':' + write(member, depth + 1);
  }
  return text + '}';
}

// Most bodies are written in a fixed order and short; insertion sort beats the general sort there.
function sorted(keys: string[]): string[] {
  if (keys.length > 24) return keys.sort();
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i]!;
    let j = i - 1;
    for (; j >= 0 && keys[j]! > key; j--) keys[j + 1] = keys[j]!;
    keys[j + 1] = key;
  }
  return keys;
}

function quote(text: string): string {
  if (!needsCare.test(text)) return '"' + text + '"';
  if (loneSurrogate.test(text)) throw refused('half a surrogate pair');
  return JSON.stringify(text);
}

function quoteDate(date: Date): string {
  if (Number.isNaN(date.getTime())) throw refused('invalid date');
  return '"' + date.toISOString() + '"';
}

function refused(what: string): DomainError {
  return new DomainError('canonical-json.refused', { what });
}
