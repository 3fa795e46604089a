import { intake, likeness, type Ctx, type SimilarSweep, type SweepCheck, type watching as operations } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { sql, type Kysely } from 'kysely';
import type { z } from 'zod';
import { alikePlaces, type AlikePlace } from '../domain/alike-places.js';
import type { DispatchDb } from './schema.js';
import type { StreetPage } from './street-book.js';
import type { SweepCheckRow, SweepRow } from './watching.schema.js';

type Db = Kysely<DispatchDb>;

export function toSweep(sweep: SweepRow): SimilarSweep {
  return {
    id: sweep.id,
    category: sweep.category,
    orderId: sweep.orderId,
    incidentId: sweep.incidentId,
    checks: sweep.checks,
    found: sweep.found,
    notFound: sweep.notFound,
    openFinds: sweep.openFinds,
    isDone: sweep.doneAt !== null,
    openedAt: sweep.openedAt.toISOString(),
    doneAt: sweep.doneAt?.toISOString() ?? null,
    version: sweep.version,
  };
}

/** A check as people see it; one that found something says how to enter the demand. */
export function toSweepCheck(check: SweepCheckRow): SweepCheck {
  const { communityId, estateId, buildingId, category } = check;
  const place = { communityId, estateId, buildingId, point: null };
  return {
    id: check.id,
    sweepId: check.sweepId,
    category,
    estateId,
    buildingId,
    unitId: check.unitId,
    reason: check.reason,
    state: check.state,
    dueAt: check.dueAt.toISOString(),
    note: check.note,
    photoIds: check.photoIds,
    checkedAt: check.checkedAt?.toISOString() ?? null,
    demandNo: check.demandNo,
    handledOnSpot: check.handledOnSpot,
    patrol:
      check.state === 'FOUND' && check.demandNo === null && !check.handledOnSpot
        ? { operation: intake.receiveDemand.name, channel: 'PATROL', category, place }
        : null,
    version: check.version,
  };
}

/** Where else it may be wrong, for the person who decides what is looked at. The order or incident has to be within the caller's reach. */
export async function sweepCandidates(
  db: Db,
  input: z.output<typeof operations.sweepCandidates.input>,
  ctx: Ctx,
  street: StreetPage,
): Promise<{ places: AlikePlace[] }> {
  const sources = await sourcesOf(db, input, ctx);
  if (sources.length === 0) return { places: [] };
  const history = await sql<{ estateId: string; demands: number }>`
    select place ->> 'estateId' as "estateId", count(*)::int as demands from work_orders
    where street_id = ${ctx.streetId} and received_at > (select app_now()) - ${likeness[0].value.historyDays} * interval '1 day'
      and category @> ${JSON.stringify(sources[0]!.category)}::jsonb and place ->> 'estateId' is not null group by 1`.execute(db);
  const demands = new Map(history.rows.map((row) => [row.estateId, row.demands]));
  const estates = [...street.estates.values()].map(({ id, communityId, type, firmId, builtYear = null }) => ({
    ...{ id, name: street.nameOf(id), communityId, type, builtYear, firmId, demands: demands.get(id) ?? 0 },
  }));
  const buildings = await db
    .selectFrom('buildings')
    .select(['id', 'estateId', 'name', 'floors'])
    .where('streetId', '=', ctx.streetId)
    .where(
      'estateId',
      'in',
      sources.map(({ estateId }) => estateId),
    )
    .execute();
  const places = new Map<string, AlikePlace>();
  const isSource = (place: AlikePlace) =>
    sources.some(({ estateId, buildingId }) => place.estateId === estateId && (buildingId === null || place.buildingId === buildingId));
  for (const source of sources) {
    for (const place of alikePlaces(source, estates, buildings)) {
      const key = `${place.estateId}/${place.buildingId}`;
      if (!isSource(place) && (places.get(key)?.likeness ?? 0) < place.likeness) places.set(key, place);
    }
  }
  return { places: [...places.values()].sort((a, b) => b.likeness - a.likeness) };
}

interface Source {
  estateId: string;
  buildingId: string | null;
  category: string[];
}

async function sourcesOf(
  db: Db,
  { orderId, incidentId }: { orderId?: string | undefined; incidentId?: string | undefined },
  ctx: Ctx,
): Promise<Source[]> {
  if (incidentId !== undefined) {
    const incident = await db
      .selectFrom('incidents')
      .select(['scope', 'category'])
      .where('streetId', '=', ctx.streetId)
      .where('id', '=', incidentId)
      .executeTakeFirst();
    if (!incident) throw new DomainError('object.not-found', {});
    return incident.scope.map(({ estateId, buildingId }) => ({ estateId, buildingId, category: incident.category }));
  }
  const order = await db
    .selectFrom('workOrders')
    .select(['place', 'category'])
    .where('streetId', '=', ctx.streetId)
    .where('id', '=', orderId ?? '00000000-0000-0000-0000-000000000000')
    .executeTakeFirst();
  if (!order) throw new DomainError('object.not-found', {});
  const { estateId, buildingId } = order.place;
  return estateId === null ? [] : [{ estateId, buildingId, category: [...order.category] }];
}

/** Sweeps and what they found, the newest first. */
export async function listSweeps(db: Db, { limit }: { limit: number }, ctx: Ctx): Promise<{ sweeps: SimilarSweep[] }> {
  const rows = await db
    .selectFrom('sweeps')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .orderBy('openedAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return { sweeps: rows.map(toSweep) };
}

/** One sweep with its checks. Row-level security leaves a unit its own and its estates'. */
export async function getSweep(db: Db, { id }: { id: string }, ctx: Ctx): Promise<SimilarSweep & { tasks: SweepCheck[] }> {
  const sweep = await db.selectFrom('sweeps').selectAll().where('streetId', '=', ctx.streetId).where('id', '=', id).executeTakeFirst();
  if (!sweep) throw new DomainError('object.not-found', {});
  const tasks = await db
    .selectFrom('sweepChecks')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .where('sweepId', '=', id)
    .orderBy('id')
    .execute();
  return { ...toSweep(sweep), tasks: tasks.map(toSweepCheck) };
}
