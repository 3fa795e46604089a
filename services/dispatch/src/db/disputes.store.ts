import type { DisputeReason } from '@wufang/contracts';
import { table, type Loader } from '@wufang/service';
import { sql } from 'kysely';
import type { DisputeRow } from './legs.schema.js';

export const disputeRows = table<DisputeRow>('disputes', ['id']);

/** Objections by id. They change only while their order is locked. */
export const disputeById: Loader<DisputeRow> = {
  name: 'dispute',
  load: async (sql, ids, streetId) => {
    const rows = (await sql
      .selectFrom('disputes')
      .selectAll()
      .where('streetId', '=', streetId)
      .where('id', 'in', ids)
      .execute()) as unknown as DisputeRow[];
    return new Map(rows.map((row) => [row.id, row]));
  },
};

/** The objections of an order that were rejected: whose, on what grounds, and when. */
export const rejectedOfOrder: Loader<{ leadUnitId: string; reason: DisputeReason; decidedAt: Date }[]> = {
  name: 'rejected objections of order',
  load: async (db, orderIds, streetId) => {
    const { rows } = await sql<{ orderId: string; leadUnitId: string; reason: DisputeReason; decidedAt: Date }>`
      select order_id as "orderId", lead_unit_id as "leadUnitId", reason, decided_at as "decidedAt" from disputes
      where street_id = ${streetId} and order_id = any(${orderIds}::uuid[]) and state = 'REJECTED'`.execute(db);
    return new Map(orderIds.map((id) => [id, rows.filter(({ orderId }) => orderId === id)]));
  },
};

/** The last objection of an order that was upheld: to which unit, and when. */
export const lastRuling: Loader<{ toUnitId: string; decidedAt: Date }> = {
  name: 'last ruling of order',
  load: async (db, orderIds, streetId) => {
    const { rows } = await sql<{ orderId: string; toUnitId: string; decidedAt: Date }>`
      select distinct on (order_id) order_id as "orderId", to_unit_id as "toUnitId", decided_at as "decidedAt" from disputes
      where street_id = ${streetId} and order_id = any(${orderIds}::uuid[]) and state = 'UPHELD'
      order by order_id, decided_at desc`.execute(db);
    return new Map(rows.map(({ orderId, ...ruling }) => [orderId, ruling]));
  },
};
