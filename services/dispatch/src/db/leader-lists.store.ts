import { leaderListNamed, leaderListSoon, type LeaderListContents, type ListedOrder } from '@wufang/contracts';
import { aggregate, type AnySchema, type Loader } from '@wufang/service';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { workedStates } from '../domain/pressing.js';
import { lacksMeasure } from './ledger.store.js';
import type { LeaderListRow, LeaderListScheduleRow } from './supervision.schema.js';

export const leaderListSchedules = aggregate<LeaderListScheduleRow>('leader_list_schedules', 'leader-list-schedule');
export const leaderLists = aggregate<LeaderListRow>('leader_lists', 'leader-list');

/** What a list is made from: its window, and the moment that overdue, due soon, problem and supervised are looked at. */
export interface ListQuestion {
  from: Date;
  to: Date;
  now: Date;
}
export const listKey = ({ from, to, now }: ListQuestion) => [from, to, now].map((at) => at.toISOString()).join(' ');

/** Contents of lists by `listKey`. What came in counts by the time it was received, what was closed by the time it was closed. */
export const listContents: Loader<LeaderListContents> = {
  name: 'contents of leaders’ lists',
  load: async (db, keys, streetId) => {
    const found = new Map<string, LeaderListContents>();
    for (const key of keys) {
      const [from, to, now] = key.split(' ') as [string, string, string];
      found.set(key, await contentsOf(db, streetId, from, to, now));
    }
    return found;
  },
};

type Counts = Required<LeaderListContents['total']>;
type Part = keyof Counts;
const nothing: Counts = { received: 0, closed: 0, overdue: 0, dueSoon: 0, problem: 0, supervised: 0, unplanned: 0 };

async function contentsOf(db: Kysely<AnySchema>, streetId: string, from: string, to: string, now: string): Promise<LeaderListContents> {
  const states = sql`${[...workedStates]}::text[]`;
  const orders = sql`work_orders o where o.street_id = ${streetId}`;
  const ofPart: Record<Part, RawBuilder<unknown>> = {
    received: sql`${orders} and received_at >= ${from}::timestamptz and received_at < ${to}::timestamptz`,
    closed: sql`${orders} and not is_open and closed_at >= ${from}::timestamptz and closed_at < ${to}::timestamptz`,
    overdue: sql`${orders} and is_open and due_at <= ${now}::timestamptz and state = any(${states}) and limit_met_at is null`,
    dueSoon: sql`${orders} and is_open and due_at > ${now}::timestamptz and due_at <= ${now}::timestamptz + ${leaderListSoon.value} * interval '1 hour' and state = any(${states}) and limit_met_at is null`,
    problem: sql`${orders} and is_open and is_problem_order`,
    supervised: sql`work_orders o join (select distinct order_id from supervisions where street_id = ${streetId} and state in ('OWED', 'REPLIED')) s on s.order_id = o.id
      where o.street_id = ${streetId}`,
    unplanned: sql`${orders} and ${lacksMeasure}`,
  };
  const byUnit = new Map<string, Counts>();
  const total = { ...nothing };
  for (const part of Object.keys(ofPart) as Part[]) {
    const counted = await sql<{ unitId: string; n: number }>`
      select lead_unit_id as "unitId", count(*)::int as n from ${ofPart[part]} group by lead_unit_id`.execute(db);
    for (const { unitId, n } of counted.rows) {
      byUnit.set(unitId, { ...nothing, ...byUnit.get(unitId), [part]: n });
      total[part] += n;
    }
  }
  const named = async (from: RawBuilder<unknown>): Promise<ListedOrder[]> => {
    const rows = await sql<Omit<ListedOrder, 'dueAt'> & { dueAt: Date }>`
      select o.id as "orderId", o.no, o.category, o.level, o.lead_unit_id as "leadUnitId", o.due_at as "dueAt" from ${from}
      order by o.due_at, o.id limit ${leaderListNamed.value}`.execute(db);
    return rows.rows.map((row) => ({ ...row, dueAt: row.dueAt.toISOString() }));
  };
  const units = [...byUnit].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    total,
    byUnit: units.map(([unitId, counts]) => ({ unitId, ...counts })),
    overdue: await named(ofPart.overdue),
    dueSoon: await named(ofPart.dueSoon),
    problem: await named(ofPart.problem),
    untaken: await named(sql`${orders} and is_open and (is_problem_order or is_hard) and section_chief is null`),
    supervised: await named(ofPart.supervised),
    unplanned: await named(ofPart.unplanned),
  };
}
