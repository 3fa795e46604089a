import { DomainError } from './errors.js';

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * A uuid that sorts by time (RFC 9562, section 5.7): 48 bits of milliseconds, then 74 random bits.
 * Example (RFC 9562, A.6): 2022-02-22T19:22:22Z -> 017f22e2-79b0-7cc3-98c4-dc0c0c07398f.
 */
export function uuidV7(now: Date, random: Uint8Array): string {
  const ms = now.getTime();
  if (!(ms >= 0 && ms < 2 ** 48)) throw new DomainError('id.impossible-time', { ms });
  if (random.length !== 10) throw new DomainError('id.needs-ten-random-bytes', { length: random.length });
  const high = Math.floor(ms / 0x1_0000);
  const low = ms % 0x1_0000;
  return (
    hex[high >>> 24]! +
    hex[(high >>> 16) & 0xff] +
    hex[(high >>> 8) & 0xff] +
    hex[high & 0xff] +
    '-' +
    hex[low >>> 8] +
    hex[low & 0xff] +
    '-' +
    hex[0x70 | (random[0]! & 0x0f)] +
    hex[random[1]!] +
    '-' +
    hex[0x80 | (random[2]! & 0x3f)] +
    hex[random[3]!] +
    '-' +
    hex[random[4]!] +
    hex[random[5]!] +
    hex[random[6]!] +
    hex[random[7]!] +
    hex[random[8]!] +
    hex[random[9]!]
  );
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text is written as a uuid, of any version. */
export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && uuid.test(text);
}
