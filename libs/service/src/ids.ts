import { randomFillSync } from 'node:crypto';
import { uuidV7 } from '@wufang/kernel';

const pool = Buffer.alloc(4000);
let used = pool.length;

/** Random bytes nobody else gets. Chance comes from the system in blocks, since one call for each few bytes is slow. */
export function randomPart(bytes: number): Buffer {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const part = Buffer.from(pool.subarray(used, used + bytes));
  // What was handed out does not stay behind in the block.
  pool.fill(0, used, used + bytes);
  used += bytes;
  return part;
}

/** A new id that sorts by time. */
export function newId(now: Date): string {
  return uuidV7(now, randomPart(10));
}
