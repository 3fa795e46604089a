import { randomFillSync } from 'node:crypto';
import { uuidV7 } from '@wufang/kernel';

const pool = Buffer.alloc(4000);
let used = pool.length;

/** A new id that sorts by time. Chance comes from the system in blocks, since one call for each id is slow. */
export function newId(now: Date): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + 10);
  used += 10;
  return uuidV7(now, random);
}
