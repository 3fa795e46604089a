import { randomInt } from 'node:crypto';

// Without 0, 1, l, o and their like: people type it from a screen.
const letters = '23456789abcdefghijkmnpqrstuvwxyz';

/** A random password of 80 bits in four groups. Example: `k7mf-q2wz-8hdn-r4cp`. */
export function newPassword(): string {
  return Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join('-');
}
