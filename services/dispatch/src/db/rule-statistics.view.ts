import { ruleChangeEvidence, dispatchEvents, type Ctx, type DirectoryRow } from '@wufang/contracts';
import { addDays, atBeijing, beijingDate } from '@wufang/kernel';
import { sql, type Kysely } from 'kysely';
import { faringTypes, type RuledOrder } from '../domain/rule-statistics.js';
import { databaseNow } from './directories.view.js';
import type { DispatchDb } from './schema.js';

interface Asked {
  from?: string | undefined;
  to?: string | undefined;
  version?: number | undefined;
  ruleId?: string | undefined;
}

const PAGE = 5_000;

/**
 * Orders that a row of the directory sent on these days, page by page, with what has become of them. Read from the events, which are the history. What went
 * to the firm first (有事您找我) or into an incident did so beside the directory, whatever row would have had it.
 */
export async function* ruledOrders(db: Kysely<DispatchDb>, ctx: Ctx, { from, to, version, ruleId }: Asked): AsyncGenerator<RuledOrder[]> {
  const today = beijingDate(await databaseNow(db));
  const begin = atBeijing(from ?? addDays(to ?? today, -ruleChangeEvidence.value.days), '00:00');
  const end = atBeijing(addDays(to ?? today, 1), '00:00');
  let [at, id] = [begin, '00000000-0000-0000-0000-000000000000'];
  for (;;) {
    const sent = await db
      .selectFrom('events')
      .select(['aggregateId', 'recordedAt'])
      .select([
        sql<string>`payload->'decision'->'ruleIds'->>0`.as('ruleId'),
        sql<number>`(payload->'decision'->>'directoryVersion')::int`.as('directoryVersion'),
        sql<string | null>`payload->'place'->>'estateId'`.as('estateId'),
        sql<string>`payload->>'leadUnitId'`.as('firstUnitId'),
        sql<string | null>`payload->>'aboutUnitId'`.as('aboutUnitId'),
        sql<boolean>`payload->>'handUpStep' is not null or payload->>'incidentId' is not null`.as('isBeside'),
      ])
      .where('streetId', '=', ctx.streetId)
      // As a literal, so that the planner sees that the index of these events holds them.
      .where(sql<boolean>`type = ${sql.lit(dispatchEvents.dispatched.type)}`)
      .where('recordedAt', '<', end)
      .where(sql<boolean>`(recorded_at, aggregate_id) > (${at}::timestamptz, ${id}::uuid)`)
      .orderBy('recordedAt')
      .orderBy('aggregateId')
      .limit(PAGE)
      .execute();
    const wanted = sent.filter(
      (order) =>
        !order.isBeside &&
        order.directoryVersion > 0 &&
        (!version || order.directoryVersion === version) &&
        (!ruleId || order.ruleId === ruleId),
    );
    if (wanted.length > 0) yield await withFacts(db, ctx, wanted);
    const last = sent.at(-1);
    if (!last || sent.length < PAGE) return;
    [at, id] = [last.recordedAt, last.aggregateId];
  }
}

async function withFacts(
  db: Kysely<DispatchDb>,
  ctx: Ctx,
  sent: (Omit<RuledOrder, 'facts'> & { aggregateId: string })[],
): Promise<RuledOrder[]> {
  const facts = await db
    .selectFrom('events')
    .select(['aggregateId', 'type'])
    .select([
      sql<string | null>`payload->>'leadUnitId'`.as('leadUnitId'),
      sql<string | null>`payload->>'fromUnitId'`.as('fromUnitId'),
      sql<string | null>`payload->>'toUnitId'`.as('toUnitId'),
      sql<string | null>`payload->>'aboutUnitId'`.as('aboutUnitId'),
      sql<boolean | null>`(payload->>'movesOrder')::boolean`.as('movesOrder'),
    ])
    .where('streetId', '=', ctx.streetId)
    .where(sql<boolean>`aggregate_id = any(${sent.map(({ aggregateId }) => aggregateId)}::uuid[])`)
    .where('type', 'in', faringTypes)
    .orderBy('aggregateId')
    .orderBy('version')
    .execute();
  const byOrder = new Map<string, RuledOrder['facts'][number][]>();
  for (const { aggregateId, ...fact } of facts) {
    const known = byOrder.get(aggregateId);
    if (known) known.push(fact);
    else byOrder.set(aggregateId, [fact]);
  }
  return sent.map(({ aggregateId, ruleId, directoryVersion, estateId, firstUnitId, aboutUnitId }) => ({
    ...{ ruleId, directoryVersion, estateId, firstUnitId, aboutUnitId, facts: byOrder.get(aggregateId) ?? [] },
  }));
}

/** Rows of several versions. */
export async function rowsByVersion(db: Kysely<DispatchDb>, ctx: Ctx, versions: readonly number[]): Promise<Map<number, DirectoryRow[]>> {
  if (versions.length === 0) return new Map();
  const found = await db
    .selectFrom('directoryVersions')
    .select(['directoryVersion', 'rows'])
    .where('streetId', '=', ctx.streetId)
    .where('directoryVersion', 'in', [...versions])
    .execute();
  return new Map(found.map(({ directoryVersion, rows }) => [directoryVersion, rows]));
}
