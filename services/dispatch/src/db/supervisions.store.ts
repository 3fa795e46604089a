import type { AgendaItem, MeetingScope } from '@wufang/contracts';
import { aggregate, table, type Loader } from '@wufang/service';
import { sql, type RawBuilder } from 'kysely';
import { handlingCodes } from '../domain/duties.js';
import { workedStates } from '../domain/pressing.js';
import { belongingTo, ownerOf } from './belonging.js';
import { hasMeasure, lacksMeasure } from './ledger.store.js';
import type { WorkOrderRow } from './schema.js';
import type { SchedulingMeetingRow, SupervisionRow, SupervisorCommentRow } from './supervision.schema.js';

export const supervisions = aggregate<SupervisionRow>('supervisions', 'supervision');
export const schedulingMeetings = aggregate<SchedulingMeetingRow>('scheduling_meetings', 'scheduling-meeting');
export const supervisorComments = table<SupervisorCommentRow>('supervisor_comments', ['orderId', 'id']);

const ofOrder = { table: 'supervisions', column: 'order_id' } as const;
/** The order a supervision is about. */
export const orderOfSupervision = ownerOf('order of supervision', ofOrder);
/** All supervisions of an order. */
export const supervisionsOfOrder = belongingTo('supervisions of order', ofOrder);

export interface StageOfOrder {
  kind: 'warning' | 'breach' | 'after';
  at: Date;
  tell: string[];
}

/** The stages of the clock that an order's due time comes from. */
export const stagesOfOrders: Loader<StageOfOrder[]> = {
  name: 'stages of the handling clock',
  load: async (db, orderIds, streetId) => {
    const found = await sql<{ orderId: string; stages: StageOfOrder[] }>`
      select o.id as "orderId", d.stages from work_orders o
      join deadlines d on d.street_id = o.street_id and d.subject_id = o.id and d.due_at = o.due_at and d.code = any(${[...handlingCodes, 'REWORK']}::text[])
      where o.street_id = ${streetId} and o.id = any(${orderIds}::uuid[])`.execute(db);
    return new Map(found.rows.map(({ orderId, stages }) => [orderId, withDates(stages)]));
  },
};

export type DrawnOrder = Omit<AgendaItem, 'orderId' | 'colour' | 'dueAt'> &
  Pick<WorkOrderRow, 'id' | 'state' | 'dueAt' | 'limitMetAt'> & {
    stages: StageOfOrder[];
  };

export const DRAWN = 500;

/**
 * Orders that can be late, those due first first, with the stages of their handling clock: of a meeting's scope as JSON, or under `*` of all. What waits for its
 * callback, rests or has met its limit is none of these, and takes nobody's place. One more than an agenda holds, which tells whether it is cut.
 */
export const pressingOrders: Loader<DrawnOrder[]> = {
  name: 'pressing orders',
  load: async (db, scopes, streetId) => {
    const found = new Map<string, DrawnOrder[]>();
    for (const scope of scopes) {
      const rows = await sql<DrawnOrder>`
        select o.id, o.no, o.state, o.category, o.level, o.lead_unit_id as "leadUnitId", o.due_at as "dueAt", o.limit_met_at as "limitMetAt", o.is_problem_order as "isProblemOrder",
               ${hasMeasure} as "isPlanned", c.stages
        from (select * from work_orders where street_id = ${streetId} and is_open and state = any(${[...workedStates]}::text[]) and limit_met_at is null
              and ${within(scope)} order by due_at, id limit ${DRAWN + 1}) o
        left join lateral (select stages from deadlines d where d.street_id = o.street_id and d.subject_id = o.id and d.due_at = o.due_at
              and d.code = any(${[...handlingCodes, 'REWORK']}::text[]) limit 1) c on true
        order by o.due_at, o.id`.execute(db);
      found.set(
        scope,
        rows.rows.map((row) => ({ ...row, stages: withDates(row.stages ?? []) })),
      );
    }
    return found;
  },
};

/** Which orders are of a meeting's scope. */
function within(scope: string): RawBuilder<unknown> {
  if (scope === '*') return sql`true`;
  const { unitIds, communityIds } = JSON.parse(scope) as MeetingScope;
  return sql`(lead_unit_id = any(${unitIds}::uuid[]) or place ->> 'communityId' = any(${communityIds}::text[]))`;
}

/** How many orders of a meeting's scope, as `pressingOrders` has it, nobody has said what will be done about. */
export const unplannedOrders: Loader<number> = {
  name: 'orders without a measure',
  load: async (db, scopes, streetId) => {
    const found = new Map<string, number>();
    for (const scope of scopes) {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from work_orders o where o.street_id = ${streetId} and ${lacksMeasure} and ${within(scope)}`.execute(db);
      found.set(scope, rows[0]!.n);
    }
    return found;
  },
};

/** Tasks of meetings that are not done, those due first first; asked for under `*`. */
export const openMeetingTasks: Loader<string[]> = {
  name: 'open tasks of meetings',
  load: async (db, keys, streetId) => {
    const found = await sql<{ id: string }>`
      select id from assigned_tasks where street_id = ${streetId} and state = 'ENTRUSTED' and source = 'MEETING' order by due_at, id limit ${DRAWN}`.execute(
      db,
    );
    return new Map(keys.map((key) => [key, found.rows.map(({ id }) => id)]));
  },
};

function withDates(stages: readonly StageOfOrder[]): StageOfOrder[] {
  return stages.map((stage) => ({ ...stage, at: new Date(stage.at) }));
}
