import { aggregate, anyOf, table, type Loader } from '@wufang/service';
import { sql } from 'kysely';
import { plannedStates } from '../domain/pressing.js';
import type { MeasureRow, SavedViewRow } from './ledger.schema.js';

export const measures = table<MeasureRow>('measures', ['orderId']);
export const savedViews = aggregate<SavedViewRow>('saved_views', 'saved-view');

/** Whether who leads an order, named `o`, has noted a measure (措施) for it. */
export const hasMeasure = sql`exists (select 1 from measures m where m.street_id = o.street_id and m.order_id = o.id and m.lead_unit_id = o.lead_unit_id)`;

/** Orders, named `o`, of which nobody has said what will be done though it is owed by now; what is part of an incident is handled as one and needs no word of its own. */
export const lacksMeasure = sql`o.is_open and o.state = any(${[...plannedStates]}::text[]) and not ${hasMeasure}
  and (o.incident_id is null or o.before_incident ->> 'endedAt' is not null)`;

/** Whether nobody has said what will be done about an order though it is owed by now. */
export const isUnplanned: Loader<boolean> = {
  name: 'order without a measure',
  load: async (db, ids, streetId) => {
    const { rows } = await sql<{ id: string }>`
      select o.id from work_orders o where o.street_id = ${streetId} and o.id = ${anyOf(ids)} and ${lacksMeasure}`.execute(db);
    return new Map(rows.map(({ id }) => [id, true]));
  },
};
