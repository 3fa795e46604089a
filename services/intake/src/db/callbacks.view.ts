import { intake, type CallbackView } from '@wufang/contracts';
import { maskName, maskPhone, toIsoBeijing } from '@wufang/kernel';
import type { Vault } from '@wufang/service';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { openPersonal, type Personal } from './complainants.store.js';
import type { CallbackRow, IntakeDb } from './schema.js';

type Shown = Pick<
  CallbackRow,
  'id' | 'demandId' | 'orderId' | 'state' | 'cause' | 'openedAt' | 'attempts' | 'contacted' | 'solved' | 'satisfaction' | 'recordedAt'
>;

/** A callback as the desk sees it; name and phone are masked, the clear ones are a command of their own. */
export function viewCallback(row: Shown, demand: { no: string; title: string }, personal: Personal | undefined): CallbackView {
  return {
    id: row.id,
    demandId: row.demandId,
    orderId: row.orderId,
    no: demand.no,
    title: demand.title,
    state: row.state,
    cause: row.cause,
    openedAt: toIsoBeijing(row.openedAt),
    attempts: row.attempts,
    contacted: row.contacted,
    solved: row.solved,
    satisfaction: row.satisfaction,
    recordedAt: row.recordedAt && toIsoBeijing(row.recordedAt),
    callerName: personal?.callerName ? maskName(personal.callerName) : null,
    callerPhone: personal?.callerPhone ? maskPhone(personal.callerPhone) : null,
  };
}

/** Callbacks, those due first on top. */
export async function listCallbacks(
  sql: Kysely<IntakeDb>,
  input: z.output<typeof intake.listCallbacks.input>,
  streetId: string,
  vault: Vault,
): Promise<{ callbacks: CallbackView[] }> {
  let query = sql
    .selectFrom('callbacks as c')
    .innerJoin('demands as d', (join) => join.onRef('d.streetId', '=', 'c.streetId').onRef('d.id', '=', 'c.demandId'))
    .leftJoin('complainants as p', (join) => join.onRef('p.streetId', '=', 'c.streetId').onRef('p.demandId', '=', 'c.demandId'))
    .select([
      'c.id',
      'c.demandId',
      'c.orderId',
      'c.state',
      'c.cause',
      'c.openedAt',
      'c.attempts',
      'c.contacted',
      'c.solved',
      'c.satisfaction',
      'c.recordedAt',
      'd.no',
      'd.title',
      'p.sealedKey',
      'p.sealed',
    ])
    .where('c.streetId', '=', streetId)
    .orderBy('c.dueAt')
    .orderBy('c.id')
    .limit(input.limit);
  if (input.state) query = query.where('c.state', '=', input.state);
  if (input.orderId) query = query.where('c.orderId', '=', input.orderId);
  const rows = await query.execute();
  return {
    callbacks: rows.map(({ sealedKey, sealed, ...row }) =>
      viewCallback(row, row, sealedKey && sealed ? openPersonal(vault, { demandId: row.demandId, sealedKey, sealed }) : undefined),
    ),
  };
}
