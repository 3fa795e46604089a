/**
 * How the lists that people look at all day, and the sweep, find their rows: by an index and no more of them than a page needs, whatever else the street has.
 * The statements are those the service sends, explained on the connection, with the settings and through the row-level security it sends them under.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dispatch, supervision, systemCtx, type Ctx } from '@wufang/contracts';
import { createPool, Db, type PgPool } from '@wufang/service';
import { eventually, ServiceUnderTest } from '@wufang/testing';
import { listLedger } from '../src/db/ledger.view.js';
import { migrations } from '../src/db/migrations/index.js';
import type { DispatchDb } from '../src/db/schema.js';
import { listWorkOrders } from '../src/db/work-orders.view.js';
import { dispatchParts } from '../src/parts.js';
import { administrator, directoryCsv, forward, openStreet } from './street.js';

const ORDERS = 20_000;
const limit = 50;
/** Of the rare orders every second is a problem order. */
const HARD = 10;
/** A page may look at rows of other clocks and leave them out, never at a share of the table. */
const PAGE_ROWS = 20 * limit;

interface PlanNode {
  'Node Type': string;
  'Index Name'?: string;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  'Rows Removed by Filter'?: number;
  'Plan Rows': number;
  Plans?: PlanNode[];
}

let sut: ServiceUnderTest;
let pool: PgPool;
let db: Db<DispatchDb>;
let plans: PlanNode[] = [];
const [rareUnit, rareCommunity] = [randomUUID(), randomUUID()];
const ctx: Ctx = { ...systemCtx('qingyun', 'plans'), actor: { accountId: 'chief', roles: ['section_chief'], unitIds: [] } };

beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  await openStreet(sut);
  await sut.ok(dispatch.publishDirectoryCsv, { fileName: 'd.csv', file: directoryCsv.toString('base64') }, administrator);
  const { orderId } = await forward(sut);
  // The same order many times over: some past their due time, the others due over two months, each with two clocks that run. None is due meanwhile.
  await sut.admin.query(
    `with made as (
       insert into work_orders select (jsonb_populate_record(w, jsonb_build_object('id', gen_random_uuid(), 'no', 'COPY-' || n,
           'due_at', app_now() + (n - 40) * interval '4 minutes'))).*
       from work_orders w, generate_series(1, ${ORDERS}) n where w.id = $1 returning id, due_at)
     insert into deadlines (street_id, id, subject_id, code, stage, stages, started_at, due_at, fires_at, state, version, policy_version, calendar_version, provisional)
     select 'qingyun', gen_random_uuid(), id, code, 0, jsonb_build_array(jsonb_build_object('kind', 'breach', 'at', at, 'tell', jsonb_build_array('S'))),
            at - interval '7 days', at, at, 'armed', 1, 1, 1, false
     from (select id, code, greatest(due_at, app_now()) + interval '1 day' * n as at from made, (values ('NORMAL', 1), ('PROGRESS', 2)) as codes (code, n)) clocks`,
    [orderId],
  );
  // Every thousandth of them is of something the street hardly has: half of these past their due time, some without a clock, some with a measure.
  await sut.admin.query(
    `with rare as (select id, row_number() over (order by due_at) as n from work_orders where no like 'COPY-%' and split_part(no, '-', 2)::int % 1000 = 7),
       noted as (insert into measures select 'qingyun', id, '已约厂家', 'someone', app_now() + interval '1 day', app_now() from rare where n % 3 = 0)
     update work_orders w set lead_unit_id = $1, concerned_unit_ids = array[$1, $2]::uuid[], place = jsonb_set(place, '{communityId}', to_jsonb($2::text)), level = 'E', category = '["少见的事", "少见的事", "少见的事"]', category1 = '少见的事',
       is_problem_order = n % 2 = 0, due_at = app_now() - n * interval '1 hour' * (n % 2) + interval '90 days' * (1 - n % 2),
       state = case when n % 4 = 0 then 'COMPLETED' when n % 4 = 1 then 'SUSPENDED' else state end, completed_at = case when n % 4 = 0 then app_now() end
     from rare where rare.id = w.id`,
    [rareUnit, rareCommunity],
  );
  await sut.admin.query(`delete from deadlines where subject_id in (select id from work_orders where state = 'COMPLETED')`);
  await sut.admin.query('analyze work_orders, deadlines, measures, open_order_units, uncommon_order_states');
  pool = createPool(sut.env['DATABASE_URL']!, 'dispatch', 'commands', 1);
  // Each question is explained on its connection right before it is asked.
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as unknown as (
      ...asked: unknown[]
    ) => Promise<{ rows: { 'QUERY PLAN': [{ Plan: PlanNode }] }[] }>;
    client.query = (async (asked: string | { text: string; values?: unknown[] }, ...rest: unknown[]) => {
      if (typeof asked === 'object' && /^\s*(select|with)/i.test(asked.text)) {
        const explained = await query({ text: `explain (analyze, timing off, format json) ${asked.text}`, values: asked.values });
        plans.push(explained.rows[0]!['QUERY PLAN'][0].Plan);
      }
      return query(asked, ...rest);
    }) as never;
  });
  db = new Db<DispatchDb>({ schema: 'dispatch', pool, logger: undefined as never });
}, 180_000);
afterAll(async () => {
  await pool?.end();
  await sut?.stop();
});

const nodesOf = (plan: PlanNode): PlanNode[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
/** The plans of what was asked: which indexes they walk, and the most rows any step of them looked at. */
async function planOf(ask: () => Promise<unknown>): Promise<{ indexes: string[]; most: number; widest: string }> {
  plans = [];
  await ask();
  const nodes = plans.flatMap(nodesOf);
  const rows = (node: PlanNode) => ((node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)) * (node['Actual Loops'] ?? 1);
  const widest = nodes.reduce((one, other) => (rows(other) > rows(one) ? other : one));
  return {
    indexes: nodes.flatMap((node) => node['Index Name'] ?? []),
    most: rows(widest),
    widest: `${widest['Node Type']} ${widest['Index Name'] ?? ''}`,
  };
}

describe('among many open orders', () => {
  test.each<[string, object, string[]]>([
    ['the first page', {}, ['work_orders_open_by_due', 'deadlines_by_due']],
    ['a page far on', { after: 'FAR' }, ['deadlines_by_due']],
    ['what is overdue', { overdue: true }, ['work_orders_open_by_due']],
    ['what is not', { overdue: false }, ['deadlines_by_due', 'work_orders_waiting']],
    ['what is due before tomorrow', { dueBefore: 'TOMORROW' }, ['work_orders_open_by_due']],
    // Fewer than a page: whoever reads on for more must not read to the end of the street.
    ['what is due within minutes, of which there is less than a page', { dueBefore: 'SOON' }, ['deadlines_by_due', 'work_orders_waiting']],
    ['and is not overdue', { dueBefore: 'SOON', overdue: false }, ['deadlines_by_due', 'work_orders_waiting']],
  ])('the ledger walks the index by the next due time: %s', async (_, filter, indexes) => {
    const far = async () => {
      const [row] = await sut.rows<{ place: string }>(
        `select to_char(due_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || ',' || subject_id as place
         from deadlines where state = 'armed' and code = 'NORMAL' order by due_at offset ${ORDERS / 2} limit 1`,
      );
      return row!.place;
    };
    const asked = {
      ...filter,
      ...('after' in filter && { after: await far() }),
      ...('dueBefore' in filter && {
        dueBefore: new Date(Date.now() + (filter.dueBefore === 'SOON' ? 20 * 60_000 : 86_400_000)).toISOString(),
      }),
    };
    const found = await planOf(() => db.read(ctx, (sql) => listLedger(sql, { limit, ...asked } as Parameters<typeof listLedger>[1], ctx)));
    expect(found.indexes).toEqual(expect.arrayContaining(indexes));
    expect({ ...found, isPage: found.most <= PAGE_ROWS }).toMatchObject({ isPage: true });
  });

  const ofUnit: Ctx = { ...ctx, scope: 'concerned', actor: { accountId: 'firm', roles: ['firm_manager'], unitIds: [rareUnit] } };
  const rarely: [string, object, Ctx][] = [
    ['of one unit', { unitId: rareUnit }, ctx],
    ['of a unit that has none', { unitId: randomUUID() }, ctx],
    ['of one community', { communityId: rareCommunity }, ctx],
    ['of one unit, overdue', { unitId: rareUnit, overdue: true }, ctx],
    ['of one unit, not overdue', { unitId: rareUnit, overdue: false }, ctx],
    ['of an uncommon level', { level: 'E' }, ctx],
    ['of an uncommon level, of which there is none', { level: 'C' }, ctx],
    ['of a rare category', { category1: '少见的事' }, ctx],
    ['of a category that there is none of', { category1: '没有的事' }, ctx],
    ['hard ones', { problem: true }, ctx],
    ['those with a measure', { unplanned: false }, ctx],
    ['those that wait for their callback', { state: 'COMPLETED' }, ctx],
    ['those put off', { state: 'SUSPENDED' }, ctx],
    ['those that are disputed, of which there is none', { state: 'DISPUTED' }, ctx],
    ['what is over, which no ledger has', { state: 'ARCHIVED' }, ctx],
    ['one’s own, as a unit sees it', {}, ofUnit],
    ['one’s own, overdue', { overdue: true }, ofUnit],
    ['one’s own that are hard', { problem: true }, ofUnit],
  ];
  type Asked = Parameters<typeof listLedger>[1];
  test.each(rarely)('the ledger finds what the street hardly has without walking it: %s', async (_, filter, eyes) => {
    const found = await planOf(() => db.read(eyes, (sql) => listLedger(sql, { limit, ...filter }, eyes)));
    expect({ ...found, isPage: found.most <= PAGE_ROWS }).toMatchObject({ isPage: true });
  });

  test.each(rarely)('and shows what a walk would show, page by page: %s', async (_, filter, eyes) => {
    const pages = async (few?: number) => {
      const shown: string[] = [];
      for (let after: string | undefined; ;) {
        const asked: Asked = { limit: 3, ...filter, ...(after && { after }) };
        const { entries } = await db.read(eyes, (sql) => listLedger(sql, asked, eyes, few));
        shown.push(...entries.map(({ orderId, next }) => `${next.dueAt} ${next.code} ${orderId}`));
        const last = entries.at(-1);
        if (!last) return shown;
        after = `${last.next.dueAt},${last.orderId}`;
      }
    };
    expect(await pages()).toEqual(await pages(0));
  });

  test('which open orders concern a unit is kept as they come, change and end', async () => {
    const kept = () =>
      sut.rows(
        `select 'kept' as side, unit_id, order_id from open_order_units except select 'kept', unnest(concerned_unit_ids), id from work_orders where is_open
         union all select 'missing', unnest(concerned_unit_ids), id from work_orders where is_open except select 'missing', unit_id, order_id from open_order_units`,
      );
    expect(await kept()).toEqual([]);
    const { orderId } = await forward(sut);
    const unitsOf = () => sut.rows(`select unit_id from open_order_units where order_id = '${orderId}'`);
    expect((await unitsOf()).length).toBeGreaterThan(1);
    await sut.admin.query(`update work_orders set concerned_unit_ids = concerned_unit_ids || $1::uuid where id = $2`, [rareUnit, orderId]);
    expect(await unitsOf()).toContainEqual({ unit_id: rareUnit });
    expect(await kept()).toEqual([]);
    await sut.admin.query(`update work_orders set is_open = false, closed_at = app_now(), close_basis = 'CONFIRMED' where id = $1`, [
      orderId,
    ]);
    expect(await unitsOf()).toEqual([]);
    expect(await kept()).toEqual([]);
  });

  test('which open orders are in an uncommon state is kept as they come to it and leave it', async () => {
    const { orderId } = await forward(sut);
    const statesOf = async (change: string) => {
      await sut.admin.query(`update work_orders set ${change} where id = $1`, [orderId]);
      return (await sut.rows<{ state: string }>(`select state from uncommon_order_states where order_id = '${orderId}'`)).map(
        ({ state }) => state,
      );
    };
    expect(await statesOf(`state = 'ACCEPTED'`)).toEqual([]);
    expect(await statesOf(`state = 'DISPUTED'`)).toEqual(['DISPUTED']);
    expect(await statesOf(`state = 'SUSPENDED'`)).toEqual(['SUSPENDED']);
    expect(await statesOf(`title = title || '。'`)).toEqual(['SUSPENDED']);
    expect(await statesOf(`is_open = false, closed_at = app_now(), close_basis = 'CONFIRMED', state = 'CLOSED_UNSOLVED'`)).toEqual([]);
  });

  test('the list of open orders walks the index by the due time, without a sort', async () => {
    const found = await planOf(() =>
      db.read(ctx, (sql) => listWorkOrders(sql, { limit, open: true } as Parameters<typeof listWorkOrders>[1], ctx)),
    );
    expect(found.indexes).toEqual(['work_orders_open_by_due']);
    expect(plans.flatMap(nodesOf).map((node) => node['Node Type'])).not.toContain('Sort');
    expect(found.most).toBe(limit);
  });

  test('the orders that ask for more time, and problem orders, are found without the others', async () => {
    const asked = await planOf(() =>
      db.read(ctx, (sql) => listWorkOrders(sql, { limit, request: 'EXTENSION' } as Parameters<typeof listWorkOrders>[1], ctx)),
    );
    expect([asked.indexes, asked.most]).toEqual([['work_orders_asked'], 0]);
    const escalated = await planOf(() =>
      db.read(ctx, (sql) => listWorkOrders(sql, { limit, escalated: true } as Parameters<typeof listWorkOrders>[1], ctx)),
    );
    expect([escalated.indexes, escalated.most]).toEqual([['work_orders_escalated'], 0]);
    expect((await sut.ok(supervision.listClaimBoard, { limit: 200 }, { role: 'section_chief' })).entries).toHaveLength(HARD);
  });

  test('the sweep looks for what is due at the head of its index alone, however many clocks run', async () => {
    const statement = await eventually(
      async () => {
        const [row] = await sut.rows<{ query: string }>(
          `select query from pg_stat_activity where application_name = 'wufang-dispatch-clocks' and query like '%from deadlines%fires_at <= (select app_now())%'`,
        );
        return row!.query;
      },
      { within: 30_000, every: 5 },
    );
    const clocks = createPool(sut.env['DATABASE_URL']!, 'dispatch', 'clocks', 1);
    try {
      const explain = () => clocks.query(`explain (analyze, timing off, format json) ${statement}`, [[]]);
      const plan = (await explain()).rows[0]['QUERY PLAN'][0].Plan as PlanNode;
      const nodes = nodesOf(plan);
      expect(nodes.flatMap((node) => node['Index Name'] ?? [])).toEqual(['deadlines_due']);
      expect(nodes.map((node) => node['Node Type'])).not.toContain('Sort');
      expect(nodes.every((node) => (node['Actual Rows'] ?? 0) <= 1 && !node['Rows Removed by Filter'])).toBe(true);
    } finally {
      await clocks.end();
    }
  });
});
