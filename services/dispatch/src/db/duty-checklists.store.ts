import type { DutyChecklist } from '@wufang/contracts';
import { aggregate, anyOf, table, type Loader } from '@wufang/service';
import type { Kysely } from 'kysely';
import type { DutyChecklistHeadRow, DutyChecklistVersionRow, DutyTickRow } from './followed-orders.schema.js';
import type { DispatchDb } from './schema.js';

export const dutyTicks = table<DutyTickRow>('duty_ticks', ['orderId', 'duty']);
export const dutyChecklists = aggregate<DutyChecklistHeadRow>('duty_checklists', 'duty-checklist');
export const dutyChecklistVersions = table<DutyChecklistVersionRow>('duty_checklist_versions', ['listVersion']);

/** The duties that are done, of each order. */
export const ticksOf: Loader<string[]> = {
  name: 'ticked duties',
  load: async (db, orderIds, streetId) => {
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('dutyTicks')
      .select(['orderId', 'duty'])
      .where('streetId', '=', streetId)
      .where('orderId', '=', anyOf(orderIds))
      .execute();
    return new Map(orderIds.map((id) => [id, rows.filter(({ orderId }) => orderId === id).map(({ duty }) => duty)]));
  },
};

/** Every checklist a street has published; asked for under `all`. */
export const publishedChecklists: Loader<(DutyChecklist & { version: number })[]> = {
  name: 'duty checklists',
  load: async (db, keys, streetId) => {
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('dutyChecklistVersions')
      .select(['listVersion', 'list'])
      .where('streetId', '=', streetId)
      .orderBy('listVersion')
      .execute();
    const lists = rows.map(({ listVersion, list }) => ({ ...list, version: listVersion }));
    return new Map(keys.map((key) => [key, lists]));
  },
};
