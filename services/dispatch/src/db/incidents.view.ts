import {
  incidentEvents,
  type Ctx,
  type Household,
  type IncidentDetail,
  type incidents as operations,
  type IncidentView,
} from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { sql, type Kysely } from 'kysely';
import type { z } from 'zod';
import { crewMinutes, isOverLong, minutesOf, relieveByOf } from '../domain/crew.js';
import { matchIncident } from '../domain/incident.js';
import { noticePage } from '../domain/notice-page.js';
import { isReached } from '../domain/outreach.js';
import { can } from '../domain/work-order-states.js';
import type { IncidentRow } from './incidents.schema.js';
import type { DispatchDb } from './schema.js';
import type { StreetPage } from './street-book.js';
import { clocksOf } from './work-orders.view.js';

type Db = Kysely<DispatchDb>;
type Output<K extends keyof typeof operations> = z.output<(typeof operations)[K]['output']>;

/** The facts that carry a public text. */
const toldTypes = [incidentEvents.incidentOpened.type, incidentEvents.incidentStatusTold.type, incidentEvents.incidentRestored.type];

/** An incident as people and neighbours see it. */
export function toIncidentView(incident: IncidentRow, demands: number): IncidentView {
  return {
    id: incident.id,
    state: incident.state,
    title: incident.title,
    category: incident.category,
    scope: incident.scope,
    homes: incident.homes,
    reached: incident.reached,
    well: incident.well,
    notWell: incident.notWell,
    demands,
    leadUnitId: incident.leadUnitId,
    concernedUnitIds: incident.concernedUnitIds,
    raisedAt: incident.raisedAt.toISOString(),
    openedAt: incident.openedAt?.toISOString() ?? null,
    statusNo: incident.statusNo,
    statusText: incident.statusText,
    statusAt: incident.statusAt?.toISOString() ?? null,
    statusDueAt: incident.statusDueAt?.toISOString() ?? null,
    restoredAt: incident.restoredAt?.toISOString() ?? null,
    reviewedAt: incident.reviewedAt?.toISOString() ?? null,
    version: incident.version,
  };
}

/** Incidents within the caller's reach, the newest first. Reach is kept by row-level security. */
export async function listIncidents(
  db: Db,
  input: { state?: IncidentRow['state'] | undefined; limit: number },
  ctx: Ctx,
): Promise<Output<'listIncidents'>> {
  let query = db.selectFrom('incidents').selectAll().where('streetId', '=', ctx.streetId);
  if (input.state) query = query.where('state', '=', input.state);
  const rows = await query.orderBy('raisedAt', 'desc').orderBy('id').limit(input.limit).execute();
  const demands = await demandsOf(
    db,
    rows.map(({ id }) => id),
    ctx,
  );
  return { incidents: rows.map((row) => toIncidentView(row, demands.get(row.id) ?? 0)) };
}

/** Everything about one incident but who lives there. */
export async function getIncident(db: Db, { id }: { id: string }, ctx: Ctx): Promise<IncidentDetail> {
  const incident = await find(db, id, ctx);
  const { streetId } = ctx;
  const now = await sql<{ now: Date }>`select app_now() as now`.execute(db).then(({ rows }) => rows[0]!.now);
  const homes = await db
    .selectFrom('incidentHomes')
    .select(['estateId', 'buildingId', 'stairwell', (eb) => eb.fn.countAll<bigint>().as('homes')])
    .where('streetId', '=', streetId)
    .where('incidentId', '=', id)
    .groupBy(['estateId', 'buildingId', 'stairwell'])
    .orderBy('estateId')
    .orderBy('buildingId')
    .orderBy('stairwell')
    .execute();
  const steps = await db
    .selectFrom('incidentSteps')
    .selectAll()
    .where('streetId', '=', streetId)
    .where('incidentId', '=', id)
    .orderBy('no')
    .execute();
  const told = await db
    .selectFrom('events')
    .select(['type', 'recordedAt', 'actor', 'payload'])
    .where('streetId', '=', streetId)
    .where('aggregateId', '=', id)
    .where('type', 'in', toldTypes)
    .orderBy('version')
    .execute();
  const orders = await db
    .selectFrom('workOrders')
    .select(['id', 'no', 'beforeIncident'])
    .where('streetId', '=', streetId)
    .where('incidentId', '=', id)
    .orderBy('receivedAt')
    .orderBy('id')
    .execute();
  return {
    ...toIncidentView(incident, orders.length),
    buildings: homes.map((row) => ({ ...row, homes: Number(row.homes) })),
    statuses: told.map(({ recordedAt, actor, payload }, i) => ({
      no: i + 1,
      publicText: (payload as { publicText: string }).publicText,
      at: recordedAt.toISOString(),
      unitId: (actor as Ctx['actor']).unitIds[0] ?? null,
    })),
    steps: steps.map(({ kind, note, at, accountId, unitId }) => ({ kind, note, at: at.toISOString(), actor: accountId, unitId })),
    shifts: incident.shifts.map((shift) => {
      const [minutes, { crewId: _, ...rest }] = [minutesOf(shift, now), shift];
      return {
        ...rest,
        minutes,
        personMinutes: minutes * shift.persons,
        relieveBy: relieveByOf(shift),
        isOverLong: isOverLong(shift, now),
      };
    }),
    ...crewMinutes(incident.shifts, now),
    households: { listed: incident.households, done: incident.householdsDone },
    orders: orders.map(({ id: orderId, no, beforeIncident }) => ({
      ...{ orderId, no, attachedAt: beforeIncident!.attachedAt, byHand: beforeIncident!.byHand },
    })),
    review: incident.state === 'REVIEWED' ? incident.review : null,
    clocks: await clocksOf(db, id, ctx),
  };
}

/** The homes an incident affects, by number and stairwell alone. */
export async function listIncidentHomes(
  db: Db,
  input: { id: string; limit: number; after?: string | undefined },
  ctx: Ctx,
): Promise<Output<'listHomes'>> {
  await find(db, input.id, ctx);
  let query = db
    .selectFrom('incidentHomes')
    .select(['homeId', 'estateId', 'buildingId', 'stairwell'])
    .where('streetId', '=', ctx.streetId)
    .where('incidentId', '=', input.id);
  if (input.after) query = query.where('homeId', '>', input.after);
  return { homes: await query.orderBy('homeId').limit(input.limit).execute() };
}

/** Open orders that are, or may be, about an incident. The desk decides. */
export async function listCandidates(db: Db, { id }: { id: string }, ctx: Ctx): Promise<Output<'listCandidates'>> {
  const incident = await find(db, id, ctx);
  const rows = await db
    .selectFrom('workOrders')
    .select(['id', 'no', 'title', 'place', 'category', 'state', 'receivedAt'])
    .where('streetId', '=', ctx.streetId)
    .where(sql<boolean>`(place ->> 'estateId') = any(${incident.estateIds.map(String)}::text[])`)
    .where('isOpen', '=', true)
    // What was sent back after an incident is a job of its own again.
    .where(sql<boolean>`(incident_id is null or before_incident ? 'endedAt')`)
    .orderBy('receivedAt')
    .limit(1_000)
    .execute();
  return {
    orders: rows.flatMap(({ id: orderId, no, title, place, category, state, receivedAt }) => {
      const found = can(state, 'attach') ? matchIncident(incident, { category, place }) : 'outside';
      return found === 'outside'
        ? []
        : [{ orderId, no, title, place, receivedAt: receivedAt.toISOString(), isCertain: found === 'inside' }];
    }),
  };
}

/** The list of households to call on, those still to be seen first; a community sees its own. */
export async function listHouseholds(db: Db, { id }: { id: string }, ctx: Ctx): Promise<{ households: Household[] }> {
  await find(db, id, ctx);
  let query = db
    .selectFrom('incidentHouseholds as h')
    .innerJoin('incidentHomes as a', (join) =>
      join.onRef('a.streetId', '=', 'h.streetId').onRef('a.incidentId', '=', 'h.incidentId').onRef('a.homeId', '=', 'h.homeId'),
    )
    .innerJoin('estates as e', (join) => join.onRef('e.streetId', '=', 'a.streetId').onRef('e.id', '=', 'a.estateId'))
    .select(['h.homeId', 'h.kind', 'h.done', 'h.note', 'h.visitedAt', 'h.unitId'])
    .where('h.streetId', '=', ctx.streetId)
    .where('h.incidentId', '=', id);
  if (ctx.scope !== 'street') query = query.where(sql<boolean>`e.community_id = any(${ctx.actor.unitIds}::uuid[])`);
  const rows = await query.orderBy('h.done').orderBy('a.buildingId').orderBy('a.stairwell').orderBy('h.homeId').execute();
  return { households: rows.map((row) => ({ ...row, visitedAt: row.visitedAt?.toISOString() ?? null })) };
}

/** How far the households of an incident have been reached, building by building; a community sees its own. */
export async function listOutreach(
  db: Db,
  input: { id: string; buildingId?: string | undefined },
  ctx: Ctx,
): Promise<Output<'listOutreach'>> {
  await find(db, input.id, ctx);
  let query = db
    .selectFrom('incidentHomes as h')
    .innerJoin('estates as e', (join) => join.onRef('e.streetId', '=', 'h.streetId').onRef('e.id', '=', 'h.estateId'))
    .leftJoin('buildings as b', (join) => join.onRef('b.streetId', '=', 'h.streetId').onRef('b.id', '=', 'h.buildingId'))
    .select(['h.homeId', 'h.estateId', 'h.buildingId', 'h.stairwell', 'h.told', 'h.toldAt', 'h.afterCare', 'h.afterCareAt', 'b.name'])
    .where('h.streetId', '=', ctx.streetId)
    .where('h.incidentId', '=', input.id);
  if (input.buildingId) query = query.where('h.buildingId', '=', input.buildingId);
  if (ctx.scope !== 'street') query = query.where(sql<boolean>`e.community_id = any(${ctx.actor.unitIds}::uuid[])`);
  const rows = await query.orderBy('h.estateId').orderBy('h.buildingId').orderBy('h.stairwell').orderBy('h.homeId').execute();
  const buildings = new Map<string, Output<'listOutreach'>['buildings'][number]>();
  for (const { estateId, buildingId, name, told, afterCare } of rows) {
    const none = { homes: 0, reached: 0, nobodyIn: 0, well: 0, notWell: 0 };
    const of = buildings.get(buildingId) ?? { estateId, buildingId, name, ...none };
    of.homes += 1;
    of.reached += Number(isReached(told));
    of.nobodyIn += Number(told === 'NOBODY_IN');
    of.well += Number(afterCare === 'WELL');
    of.notWell += Number(afterCare === 'NOT_WELL');
    buildings.set(buildingId, of);
  }
  const homes = input.buildingId
    ? rows
        .toSorted((a, b) => Number(isReached(a.told)) - Number(isReached(b.told)))
        .map(({ homeId, stairwell, told, toldAt, afterCare, afterCareAt }) => ({
          ...{ homeId, stairwell, told, afterCare },
          toldAt: toldAt?.toISOString() ?? null,
          afterCareAt: afterCareAt?.toISOString() ?? null,
        }))
    : [];
  return { buildings: [...buildings.values()], homes };
}

/** The notice for the door of a building that an incident affects, with the last that was told of it. */
export async function printNotice(
  db: Db,
  input: { id: string; buildingId: string },
  ctx: Ctx,
  street: StreetPage,
): Promise<Output<'printNotice'>> {
  const incident = await find(db, input.id, ctx);
  const place = await db
    .selectFrom('incidentHomes as h')
    .leftJoin('buildings as b', (join) => join.onRef('b.streetId', '=', 'h.streetId').onRef('b.id', '=', 'h.buildingId'))
    .select(['h.estateId', 'b.name'])
    .where('h.streetId', '=', ctx.streetId)
    .where('h.incidentId', '=', input.id)
    .where('h.buildingId', '=', input.buildingId)
    .limit(1)
    .executeTakeFirst();
  const last = await db
    .selectFrom('events')
    .select(['recordedAt', 'payload'])
    .where('streetId', '=', ctx.streetId)
    .where('aggregateId', '=', input.id)
    .where('type', 'in', toldTypes)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!place) throw new DomainError('object.not-found', {});
  if (!last) throw new DomainError('incident.nothing-told', {});
  const building = place.name ?? '本楼';
  const page = noticePage({
    ...{ title: incident.title, estate: street.nameOf(place.estateId), building },
    ...{ publicText: (last.payload as { publicText: string }).publicText, toldAt: last.recordedAt, nextAt: incident.statusDueAt },
    leadUnit: street.nameOf(incident.leadUnitId),
    community: street.nameOf(street.estates.get(place.estateId)?.communityId ?? ''),
  });
  return { fileName: `告知书-${building}.html`, file: Buffer.from(page).toString('base64') };
}

async function find(db: Db, id: string, ctx: Ctx): Promise<IncidentRow> {
  const incident = await db
    .selectFrom('incidents')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!incident) throw new DomainError('object.not-found', {});
  return incident;
}

async function demandsOf(db: Db, ids: readonly string[], ctx: Ctx): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('workOrders')
    .select(['incidentId', (eb) => eb.fn.countAll<bigint>().as('demands')])
    .where('streetId', '=', ctx.streetId)
    .where('incidentId', 'in', ids)
    .groupBy('incidentId')
    .execute();
  return new Map(rows.map(({ incidentId, demands }) => [incidentId!, Number(demands)]));
}

/** Crews still on site that nobody watches, since they came before crews had a clock; of all streets. */
export async function unwatchedCrews(db: Db): Promise<{ streetId: string; incidentId: string; shiftId: string }[]> {
  const { rows } = await sql<{ streetId: string; incidentId: string; shiftId: string }>`
    select i.street_id as "streetId", i.id as "incidentId", s ->> 'id' as "shiftId" from incidents i, jsonb_array_elements(i.shifts) s
    where i.state in ('OPEN', 'RESTORED') and s ->> 'offAt' is null and s ->> 'crewId' is null
      and not exists (select 1 from crews c where c.street_id = i.street_id and c.id::text = s ->> 'id')
    order by i.street_id, i.id`.execute(db);
  return rows;
}
