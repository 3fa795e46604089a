import { describe, expect, test } from '@jest/globals';
import { event, systemCtx } from '@wufang/contracts';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { Batch, BatchConflict } from './batch.js';
import type { PgClient } from './pool.js';
import { aggregate, part, type AggregateRow } from './tables.js';
import { fact, Tx } from './tx.js';

const toldEvent = event('dispatch.order.told.v1', '测试', z.object({}));
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

interface OrderRow extends AggregateRow {
  no: string;
  title: string;
}

describe('a part of an aggregate', () => {
  const orders = aggregate<OrderRow>('orders', 'order');
  const heads = part(orders, 'head', ['no']);
  const told = [fact(toldEvent, {})];

  /** A batch over one order, and what it was asked. */
  function batchOfOrder() {
    const asked: string[] = [];
    const whole = { street_id: 'qingyun', id: 'o1', version: 3, chain_hash: null, updated_at: now, no: 'W-1', title: '漏水' };
    const query = ({ text }: { text: string }) => {
      asked.push(text);
      const columns = text.startsWith('select *') ? Object.keys(whole) : /^select (.*) from/.exec(text)![1]!.split(', ');
      const row = columns.map((column) => whole[column as keyof typeof whole]);
      return Promise.resolve({ fields: columns.map((name) => ({ name })), rows: [row] });
    };
    const sql = {} as Kysely<unknown>;
    const batch = new Batch({ query } as unknown as PgClient, sql as never, 'qingyun');
    return { asked, batch, tx: () => new Tx(systemCtx('qingyun', 'clock.NORMAL'), now, sql, batch) };
  }

  test('is read without the other columns, and saving it writes none of them', async () => {
    const { asked, tx } = batchOfOrder();
    const one = tx();
    const head = (await one.lock(heads, 'o1'))!;
    expect(Object.keys(head)).toEqual(['streetId', 'id', 'version', 'chainHash', 'updatedAt', 'no']);
    expect(asked).toEqual([expect.stringContaining('select street_id, id, version, chain_hash, updated_at, no from orders')]);
    one.save(heads, head, told);
    expect([...one.buffer.updates.get('orders')!.changed].sort()).toEqual(['chainHash', 'version']);
  });

  test('the whole can be had beside it, by the same command', async () => {
    const { tx } = batchOfOrder();
    const one = tx();
    await one.lock(heads, 'o1');
    expect(await one.lock(orders, 'o1')).toMatchObject({ no: 'W-1', title: '漏水' });
  });

  test.each([
    ['the whole after a part', heads, orders],
    ['a part after the whole', orders, heads],
  ])('%s was saved by an earlier command of the batch is read anew, by itself', async (_, first, second) => {
    const { batch, tx } = batchOfOrder();
    const [one, two] = [tx(), tx()];
    one.save(first as typeof orders, (await one.lock(first as typeof orders, 'o1'))!, told);
    batch.release(one, true);
    await expect(two.lock(second as typeof orders, 'o1')).rejects.toThrow(BatchConflict);
    batch.release(two, false);
    const three = tx();
    expect(await three.lock(first as typeof orders, 'o1')).toMatchObject({ version: 4 });
  });
});
