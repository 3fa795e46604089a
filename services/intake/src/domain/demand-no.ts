import { beijingDate } from '@wufang/kernel';

// Without I, L, O, U: nothing that is mistaken for 1 or 0, or spells a word, when read over the phone.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The number people know a demand by: WF, the Beijing date, six characters from its id and time. No counter, so nobody waits for a number;
 * two that fall together are told apart by the time of the next try.
 * Example: received on 2026-11-21 -> 'WF20261121' and six characters more.
 */
export function demandNo(id: string, at: Date): string {
  let hash = 0x811c9dc5;
  for (const letter of `${id}@${at.getTime()}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  // The last round of a hash is the weakest; two more mixes spread it over all thirty bits.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash = (hash ^ (hash >>> 16)) >>> 0;
  let tail = '';
  for (let i = 0; i < 6; i++) {
    tail += letters[hash & 31];
    hash >>>= 5;
  }
  return `WF${beijingDate(at).replaceAll('-', '')}${tail}`;
}
