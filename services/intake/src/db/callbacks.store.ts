import { aggregate, anyOf, table, type Loader } from '@wufang/service';
import type { Kysely } from 'kysely';
import type { CallbackAttemptRow, CallbackRow, IntakeDb } from './schema.js';

export const callbacks = aggregate<CallbackRow>('callbacks', 'callback');
export const callbackAttempts = table<CallbackAttemptRow>('callback_attempts', ['id']);

/** The open callback of a demand, if there is one. */
export const openCallbackOf: Loader<string> = {
  name: 'open callback of demand',
  load: async (sql: Kysely<IntakeDb>, ids, streetId) => {
    const rows = await sql
      .selectFrom('callbacks')
      .select(['id', 'demandId'])
      .where('streetId', '=', streetId)
      .where('demandId', '=', anyOf(ids))
      .where('state', '=', 'OPEN')
      .execute();
    return new Map(rows.map((row) => [row.demandId, row.id]));
  },
};

/** How many callbacks a demand has had on an order, open ones too, but none that was withdrawn; the key is demand id and order id, joined with a colon. */
export const callbacksOn: Loader<number> = {
  name: 'callbacks of demand on order',
  load: async (sql: Kysely<IntakeDb>, keys, streetId) => {
    const ids = [...new Set(keys.map((key) => key.split(':')[0]!))];
    const rows = await sql
      .selectFrom('callbacks')
      .select(['demandId', 'orderId'])
      .where('streetId', '=', streetId)
      .where('demandId', '=', anyOf(ids))
      .where('state', '<>', 'WITHDRAWN')
      .execute();
    const counts = new Map<string, number>();
    for (const { demandId, orderId } of rows) counts.set(`${demandId}:${orderId}`, (counts.get(`${demandId}:${orderId}`) ?? 0) + 1);
    return counts;
  },
};

/** All callbacks of a demand. */
export const callbacksOf: Loader<CallbackRow[]> = {
  name: 'callbacks of demand',
  load: async (sql: Kysely<IntakeDb>, ids, streetId) => {
    const rows = await sql
      .selectFrom('callbacks')
      .selectAll()
      .where('streetId', '=', streetId)
      .where('demandId', 'in', ids)
      .orderBy('id')
      .execute();
    return new Map(ids.map((id) => [id, rows.filter((row) => row.demandId === id)]));
  },
};

/** Calls nobody took, of a callback. */
export const attemptsOf: Loader<CallbackAttemptRow[]> = {
  name: 'attempts of callback',
  load: async (sql: Kysely<IntakeDb>, ids, streetId) => {
    const rows = await sql
      .selectFrom('callbackAttempts')
      .selectAll()
      .where('streetId', '=', streetId)
      .where('callbackId', 'in', ids)
      .orderBy('id')
      .execute();
    return new Map(ids.map((id) => [id, rows.filter((row) => row.callbackId === id)]));
  },
};
