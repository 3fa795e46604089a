import type { Ctx, DeadlineCode, LedgerEntry, LedgerFilter, SavedView, WorkOrderState } from '@wufang/contracts';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { DeadlineRow } from '@wufang/service';
import { handlingCodes, isOrdersLimit } from '../domain/duties.js';
import { colourOf, workedStates, type StageOfClock } from '../domain/pressing.js';
import { communitiesOfArea } from './street-lists.view.js';
import type { MeasureRow, SavedViewRow } from './ledger.schema.js';
import type { DispatchDb, WorkOrderRow } from './schema.js';
import { placeOf } from './page-place.js';

/** What is asked for, an area with the communities it has today. */
type Filter = LedgerFilter & { areaCommunityIds?: string[] };

type FoundEntry = Pick<
  WorkOrderRow,
  'id' | 'no' | 'state' | 'level' | 'category' | 'title' | 'place' | 'leadUnitId' | 'receivedAt' | 'dueAt' | 'limitMetAt' | 'isProblemOrder'
> &
  Partial<Pick<MeasureRow, 'measure' | 'personAccountId' | 'plannedAt'>> & {
    nextDueAt: Date;
    code: DeadlineCode | null;
    stages: StageOfClock[] | null;
    photosUnseen: number;
    now: Date;
  };

/**
 * Open orders, what is due next first. Where few fit and an index tells which (of a unit, of a community, of a category, of an uncommon level, ...), these are looked at and
 * sorted; else the street's orders and clocks are walked by their due times until the page is full.
 *
 * No column that a step of handling changes is in an index, so that steps stay cheap, and behind row-level security no condition on a document or an array
 * is asked of an index.
 */
export async function listLedger(
  db: Kysely<DispatchDb>,
  { limit, after, ...asked }: LedgerFilter & { limit: number; after?: string },
  ctx: Ctx,
  few?: number,
): Promise<{ entries: LedgerEntry[]; asOf: string }> {
  const filter: Filter = { ...asked, ...(asked.area !== undefined && { areaCommunityIds: await communitiesOfArea(db, asked.area, ctx) }) };
  const [dueAt, id] = after === undefined ? ['-infinity', '00000000-0000-0000-0000-000000000000'] : placeOf(after);
  const beyond: Beyond = (due, order) => sql`(${due}, ${order}) > (${dueAt}::timestamptz, ${id}::uuid)`;
  const mayFit = filter.state === undefined || !neverOpen.has(filter.state);
  // Both ways would lose to bitmaps, which read all that fits before the first row.
  await sql`select set_config('enable_bitmapscan', 'off', true)`.execute(db);
  const narrow = mayFit ? await narrowest(db, filter, ctx, few ?? (await worthGathering(db, limit))) : undefined;
  const rows = narrow ? gathered(narrow, filter, limit, ctx, beyond) : sql.join(walks(filter, limit, ctx, beyond), sql` union all `);
  const found = mayFit
    ? await sql<FoundEntry>`
    with page as (
      select * from (${rows}) as every
      order by next_due_at, id limit ${limit})
    select p.id, p.no, p.state, p.level, p.category, p.title, p.place, p.lead_unit_id as "leadUnitId", p.received_at as "receivedAt", p.due_at as "dueAt", p.limit_met_at as "limitMetAt",
           p.is_problem_order as "isProblemOrder", p.next_due_at as "nextDueAt", p.code, m.measure, m.person_account_id as "personAccountId", m.planned_at as "plannedAt",
           c.stages, (select app_now()) as now,
           (select count(*)::int from unseen_photos u where u.street_id = p.street_id and u.order_id = p.id) as "photosUnseen"
    from page p
    left join measures m on m.street_id = p.street_id and m.order_id = p.id and m.lead_unit_id = p.lead_unit_id
    left join lateral (select stages from deadlines d where d.street_id = p.street_id and d.subject_id = p.id and d.due_at = p.due_at
                       and d.code = any(${[...handlingCodes, 'REWORK']}::text[]) limit 1) c on true
    order by p.next_due_at, p.id`.execute(db)
    : { rows: [] };
  const asOf = found.rows[0]?.now ?? (await sql<{ now: Date }>`select app_now() as now`.execute(db)).rows[0]!.now;
  return { entries: found.rows.map(entryOf), asOf: asOf.toISOString() };
}

const isPast = sql`w.due_at <= (select app_now())`;
/** Past its limit, as the colour red and leaders' lists mean it (`colourOf`): what waits for a callback or a review, or has met its limit, is not. */
const isLate = sql`(${isPast} and w.limit_met_at is null and w.state = any(${[...workedStates]}::text[]))`;

type Beyond = (due: RawBuilder<unknown>, order: RawBuilder<unknown>) => RawBuilder<unknown>;

/** States of orders that are over; no ledger has them. */
const neverOpen: ReadonlySet<WorkOrderState> = new Set(['CLOSED_SOLVED', 'CLOSED_UNSOLVED', 'CLOSED_EXCLUDED', 'WATCHING', 'ARCHIVED']);

/** States of few open orders, which `uncommon_order_states` holds. */
const uncommonStates: ReadonlySet<WorkOrderState> = new Set(['DISPUTED', 'JOINT', 'DELIBERATING', 'SUSPENDED', 'REWORK']);

/**
 * Up to how many orders are looked at one by one and sorted. Of `found` among `open` orders a page of `limit` takes `found` looks, or a walk of
 * `limit * open / found`; both are the same at the root. Half of it, because counting so many costs as well. The number of open orders is that of the last analyze.
 */
async function worthGathering(db: Kysely<DispatchDb>, limit: number): Promise<number> {
  const { rows } = await sql<{
    open: number;
  }>`select reltuples as open from pg_class where oid = 'work_orders_open_by_due'::regclass`.execute(db);
  return Math.max(100, Math.floor(Math.sqrt(limit * Math.max(0, rows[0]!.open)) / 2));
}

/** Where the orders that fit are found without walking the street's, by the index that holds the fewest; nothing where each holds more than a few. */
async function narrowest(
  db: Kysely<DispatchDb>,
  { unitId, communityId, areaCommunityIds, level, category1, state, problem, unplanned }: Filter,
  ctx: Ctx,
  few: number,
): Promise<RawBuilder<unknown> | undefined> {
  const concerned = (unitIds: string[]) =>
    sql`select distinct order_id from open_order_units where street_id = ${ctx.streetId} and unit_id = any(${unitIds}::uuid[])`;
  const open = (which: RawBuilder<unknown>) =>
    sql`select id as order_id from work_orders where street_id = ${ctx.streetId} and is_open and ${which}`;
  const sources = [
    unitId && concerned([unitId]),
    communityId && concerned([communityId]),
    areaCommunityIds && concerned(areaCommunityIds),
    ctx.scope !== 'street' && concerned(ctx.actor.unitIds),
    // As literals, so that the planner sees that an index holds them.
    level && level !== 'N' && open(sql`level = ${level} and level <> 'N'`),
    category1 && open(sql`category1 = ${category1}`),
    problem === true && open(sql`is_problem_order`),
    state === 'COMPLETED' && open(sql`completed_at is not null`),
    state !== undefined &&
      uncommonStates.has(state) &&
      sql`select order_id from uncommon_order_states where street_id = ${ctx.streetId} and state = ${state}`,
    unplanned === false && sql`select order_id from measures where street_id = ${ctx.streetId}`,
  ].filter((source) => source !== undefined && source !== false && source !== '');
  let [narrow, least]: [RawBuilder<unknown> | undefined, number] = [undefined, few + 1];
  for (const source of sources) {
    const { rows } = await sql<{ found: number }>`select count(*)::int as found from (${source} limit ${least}) as counted`.execute(db);
    if (rows[0]!.found < least) [narrow, least] = [source, rows[0]!.found];
  }
  return narrow;
}

/** The orders of a narrow source, each with what is due next, as the walks would find them. */
function gathered(source: RawBuilder<unknown>, filter: Filter, limit: number, ctx: Ctx, beyond: Beyond): RawBuilder<unknown> {
  return sql`
    (select w.*, case when w.is_over then w.due_at else coalesce(d.due_at, w.due_at) end as next_due_at, case when w.is_over then null else d.code end as code
     from (${source} offset 0) s
     cross join lateral (select w.*, ${isPast} as is_over from work_orders w where w.street_id = ${ctx.streetId} and w.id = s.order_id and w.is_open
                         and ${filter.overdue === undefined ? sql`true` : sql`${isLate} = ${filter.overdue}`} and ${fitting(filter)} offset 0) w
     left join lateral (select e.due_at, e.code from deadlines e where e.street_id = w.street_id and e.subject_id = w.id and e.state = 'armed'
                        order by e.due_at, e.id limit 1) d on not w.is_over
     where ${beyond(sql`case when w.is_over then w.due_at else coalesce(d.due_at, w.due_at) end`, sql`w.id`)}
     order by next_due_at, w.id limit ${limit})`;
}

/**
 * Three walks along an index, each no longer than the page where most orders fit: orders past their own due time, running clocks each of which is the next
 * of its order (a look of the grid worker at what is done is one), and orders that wait for their callback while none runs.
 *
 * The planner takes row-level security to leave one row in two hundred, and would read and sort all of them for a page. So clocks come ordered before their
 * orders are looked up one by one (`offset 0`).
 *
 * `dueBefore` bounds every walk. An order whose handling limit is to come has a clock that runs no longer than that, so the walk of clocks ends there as
 * well; but for what is done, whose look at the place may be owed until after the limit: those few have a walk of their own, along their own due times.
 */
function walks(filter: Filter, limit: number, ctx: Ctx, beyond: Beyond): RawBuilder<unknown>[] {
  const fits = fitting(filter);
  const orders = (which: RawBuilder<unknown>) => sql`
    (select w.*, w.due_at as next_due_at, null::text as code from work_orders w
     where w.street_id = ${ctx.streetId} and w.is_open and ${which} and ${beyond(sql`w.due_at`, sql`w.id`)} and ${fits}
     order by w.due_at, w.id limit ${limit})`;
  const past = orders(filter.overdue === undefined ? isPast : sql`${isPast} and ${isLate} = ${filter.overdue}`);
  const waiting = orders(sql`w.state = 'COMPLETED' and w.completed_at is not null and w.due_at > (select app_now()) and not exists (
    select 1 from deadlines e where e.street_id = w.street_id and e.subject_id = w.id and e.state = 'armed')`);
  const end = filter.dueBefore === undefined ? undefined : sql`${filter.dueBefore}::timestamptz`;
  const running = sql`
    (select w.*, d.due_at, d.code
     from (select * from deadlines d where d.street_id = ${ctx.streetId} and d.state = 'armed' and ${beyond(sql`d.due_at`, sql`d.subject_id`)}
             and ${end ? sql`d.due_at < ${end}` : sql`true`}
           order by d.due_at, d.subject_id) d
     cross join lateral (select * from work_orders w where w.street_id = d.street_id and w.id = d.subject_id
                         and w.is_open and w.due_at > (select app_now()) and ${fits} offset 0) w
     where not exists (select 1 from deadlines e where e.street_id = d.street_id and e.subject_id = d.subject_id and e.state = 'armed'
                       and (e.due_at, e.id) < (d.due_at, d.id))
     order by d.due_at, d.subject_id limit ${limit})`;
  const checkedLater =
    end &&
    sql`
    (select w.*, d.due_at, d.code
     from work_orders w
     cross join lateral (select due_at, code from deadlines e where e.street_id = w.street_id and e.subject_id = w.id and e.state = 'armed'
                         order by e.due_at, e.id limit 1) d
     where w.street_id = ${ctx.streetId} and w.is_open and w.state = 'COMPLETED' and w.completed_at is not null
       and w.due_at > (select app_now()) and d.due_at >= ${end} and ${beyond(sql`d.due_at`, sql`w.id`)} and ${fits}
     order by d.due_at, w.id limit ${limit})`;
  // A walk that can find nothing would go to the end of its index.
  const ahead = [waiting, running, ...(checkedLater ? [checkedLater] : [])];
  return filter.overdue === true ? [past] : [past, ...ahead];
}

function fitting({
  state,
  unitId,
  communityId,
  areaCommunityIds,
  level,
  category1,
  problem,
  unplanned,
  dueBefore,
}: Filter): RawBuilder<unknown> {
  const conditions = [
    state && sql`w.state = ${state}`,
    unitId && sql`w.lead_unit_id = ${unitId}::uuid`,
    communityId && sql`w.place ->> 'communityId' = ${communityId}`,
    areaCommunityIds && sql`w.place ->> 'communityId' = any(${areaCommunityIds}::text[])`,
    level && sql`w.level = ${level}`,
    category1 && sql`w.category1 = ${category1}`,
    problem !== undefined && sql`w.is_problem_order = ${problem}`,
    unplanned !== undefined &&
      sql`exists (select 1 from measures m where m.street_id = w.street_id and m.order_id = w.id and m.lead_unit_id = w.lead_unit_id) <> ${unplanned}`,
    dueBefore && sql`w.due_at < ${dueBefore}::timestamptz`,
  ].filter((condition) => condition !== undefined && condition !== false && condition !== '');
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

function entryOf(row: FoundEntry): LedgerEntry {
  const { id, no, state, level, category, title, leadUnitId, isProblemOrder } = row;
  const stages = (row.stages ?? []).map((stage) => ({ ...stage, at: new Date(stage.at) }));
  return {
    ...{ orderId: id, no, state, level, category, title, leadUnitId, isProblemOrder },
    communityId: row.place.communityId,
    receivedAt: row.receivedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    colour: colourOf(row, stages, row.now) ?? 'GREEN',
    next: { code: row.code, dueAt: row.nextDueAt.toISOString() },
    measure: row.measure ?? null,
    personAccountId: row.personAccountId ?? null,
    plannedAt: row.plannedAt?.toISOString() ?? null,
    photosUnseen: row.photosUnseen,
  };
}

/** The line of one order, as it is after the measure that was just noted: what is due next and how pressing it is, by its clocks as in the list. */
export function notedEntry(
  order: WorkOrderRow,
  measure: Omit<MeasureRow, 'streetId' | 'orderId' | 'notedAt' | 'leadUnitId'> & { photosUnseen: number },
  clocks: readonly DeadlineRow[],
  now: Date,
): LedgerEntry {
  const armed = clocks.filter(({ state }) => state === 'armed');
  const next = order.dueAt > now ? armed.reduce((a, b) => (b.dueAt < a.dueAt ? b : a), armed[0]!) : undefined;
  const stages = armed.find(({ code }) => isOrdersLimit(code))?.stages ?? null;
  return entryOf({ ...order, ...measure, nextDueAt: next?.dueAt ?? order.dueAt, code: next?.code ?? null, stages, now });
}

export function viewOf({ id, name, filter, isShared, accountId, version }: SavedViewRow, ctx: Ctx): SavedView {
  return { id, name, filter, isShared, isMine: accountId === ctx.actor.accountId, version };
}

/** Views of one's own, and those that were shared. */
export async function listSavedViews(db: Kysely<DispatchDb>, ctx: Ctx): Promise<{ views: SavedView[] }> {
  const rows = await db
    .selectFrom('savedViews')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .where('removedAt', 'is', null)
    .where((eb) => eb.or([eb('accountId', '=', ctx.actor.accountId), eb('isShared', '=', true)]))
    .orderBy('name')
    .limit(200)
    .execute();
  return { views: rows.map((row) => viewOf(row, ctx)) };
}
