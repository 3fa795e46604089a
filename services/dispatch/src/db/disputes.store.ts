import { table, type Loader } from '@wufang/service';
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
