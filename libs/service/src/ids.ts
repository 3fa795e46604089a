import { createHash, randomFillSync } from 'node:crypto';
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

/** The one id of a thing that is known by its name: the same whoever asks. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
