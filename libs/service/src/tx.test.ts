import { describe, expect, test } from '@jest/globals';
import { systemCtx } from '@wufang/contracts';
import type { Kysely } from 'kysely';
import { Batch } from './batch.js';
import type { PgClient } from './pool.js';
import { Tx } from './tx.js';

const now = new Date('2026-11-30T10:00:00Z');
const columns = ['street_id', 'id', 'subject_id', 'code', 'state', 'version', 'stages'];

/** A batch over a table of clocks, each with its subject. */
function batchOf(clocks: Record<string, string>): { tx: () => Tx; batch: Batch } {
  const query = (question: { values: [string, string[]] }) =>
    Promise.resolve({
      fields: columns.map((name) => ({ name })),
      rows: question.values[1].filter((id) => clocks[id]).map((id) => ['qingyun', id, clocks[id], 'NORMAL', 'armed', 1, []]),
    });
  const sql = {} as Kysely<unknown>;
  const batch = new Batch({ query } as unknown as PgClient, sql as never, 'qingyun');
  return { batch, tx: () => new Tx(systemCtx('qingyun', 'clock.NORMAL'), now, sql, batch) };
}

describe('clocks of one subject that fire in the same transaction', () => {
  test('one that another has stopped is not as its row says; one of another subject is', async () => {
    const { batch, tx } = batchOf({ a: 'order-1', b: 'order-1', c: 'order-2' });
    const [first, second, third] = [tx(), tx(), tx()];
    const [a, b, c] = await Promise.all([first.clock('a'), second.clock('b'), third.clock('c')]);
    expect(a).toMatchObject({ id: 'a', subjectId: 'order-1', state: 'armed', stages: [] });
    expect([a!, b!, c!].map((clock) => second.isMoved(clock))).toEqual([false, false, false]);
    first.stop('order-1', ['NORMAL']);
    batch.release(first, true);
    expect(second.isMoved(b!)).toBe(true);
    expect(third.isMoved(c!)).toBe(false);
  });

  test('one that another has moved waits for the next look, and what failed has moved nothing', async () => {
    const { batch, tx } = batchOf({ a: 'order-1', b: 'order-1' });
    const [first, second] = [tx(), tx()];
    const [a, b] = await Promise.all([first.clock('a'), second.clock('b')]);
    first.move(b!, { state: 'paused', firesAt: null });
    batch.release(first, false);
    expect(second.isMoved(b!)).toBe(false);
    const again = tx();
    again.move(b!, { state: 'paused', firesAt: null });
    batch.release(again, true);
    expect(second.isMoved(b!)).toBe(true);
    expect(second.isMoved(a!)).toBe(false);
  });

  test('a clock that is not there is none', async () => {
    const { tx } = batchOf({});
    expect(await tx().clock('a')).toBeUndefined();
  });
});
