import { incidentEvents, type Ctx, type ScopePart } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { aggregate, anyOf, table, type Loader } from '@wufang/service';
import { sql } from 'kysely';
import { proposalWindowMs, type StairwellHomes } from '../domain/incident.js';
import type {
  BuildingHomesRow,
  BuildingRow,
  IncidentHomeRow,
  IncidentHouseholdRow,
  IncidentRow,
  IncidentStepRow,
  IncidentSupplyRow,
} from './incidents.schema.js';
import type { DispatchDb, DispatchTx, WorkOrderRow } from './schema.js';
import type { Kysely } from 'kysely';

export const incidents = aggregate<IncidentRow>('incidents', 'incident');
export const incidentHomes = table<IncidentHomeRow>('incident_homes', ['incidentId', 'homeId']);
export const incidentSteps = table<IncidentStepRow>('incident_steps', ['incidentId', 'no']);
export const incidentHouseholds = table<IncidentHouseholdRow>('incident_households', ['incidentId', 'homeId']);
export const incidentSupplies = table<IncidentSupplyRow>('incident_supplies', ['incidentId', 'id']);
export const buildings = table<BuildingRow>('buildings', ['id']);
export const buildingHomes = table<BuildingHomesRow>('building_homes', ['buildingId', 'stairwell']);

/** The incident, locked, if it is within the caller's reach; a foreign one is not there at all. */
export async function lockIncident(tx: DispatchTx, id: string, { scope, actor }: Ctx): Promise<IncidentRow> {
  const incident = await tx.lock(incidents, id);
  const reaches =
    incident !== undefined &&
    (scope === 'street' ||
      (scope === 'concerned' && incident.concernedUnitIds.some((unitId) => actor.unitIds.includes(unitId))) ||
      (scope === 'lead' && actor.unitIds.includes(incident.leadUnitId)));
  if (!reaches) throw new DomainError('object.not-found', {});
  return incident;
}

/** What decides whether a demand is part of an open incident. */
export interface OpenIncident {
  id: string;
  category: string[];
  scope: ScopePart[];
}

/** The open incidents of a street and whether it rains there: one look for all demands of a batch. */
export const situation: Loader<{ open: OpenIncident[]; isRaining: boolean }> = {
  name: 'situation',
  load: async (db, keys, streetId) => {
    const found = await sql<{ open: OpenIncident[] | null; isRaining: boolean }>`
      select (select jsonb_agg(jsonb_build_object('id', id, 'category', category, 'scope', scope) order by opened_at) from incidents where street_id = ${streetId} and state = 'OPEN') as open,
        exists (select 1 from rains where street_id = ${streetId} and is_on) as "isRaining"`.execute(db);
    const { open, isRaining } = found.rows[0]!;
    return new Map(keys.map((key) => [key, { open: open ?? [], isRaining }]));
  },
};

/**
 * Orders of one matter from one estate within the window and since the last proposal for them was dismissed, and whether one is live (open, or proposed within the window): then
 * nobody counts, and the orders, of which there may be very many, are not looked for.
 */
export interface Alike {
  orderIds: string[];
  isLive: boolean;
  /** A proposal for them that nobody decided within the window: it is made anew. */
  staleId: string | null;
}
export const alikeOrders: Loader<Alike> = {
  name: 'alike orders',
  load: async (db, keys, streetId) => {
    const live = await sql<{ key: string; id: string; isStale: boolean }>`
      select proposal_key as key, id, state = 'PROPOSED' and raised_at <= (select app_now()) - ${proposalWindowMs} * interval '1 ms' as "isStale"
      from incidents where street_id = ${streetId} and proposal_key = any(${keys}::text[]) and state in ('PROPOSED', 'OPEN')`.execute(db);
    const isLive = new Set(live.rows.filter(({ isStale }) => !isStale).map(({ key }) => key));
    const staleId = new Map(live.rows.filter(({ isStale }) => isStale).map(({ key, id }) => [key, id]));
    const alike = new Map<string, Alike>(
      keys.map((key) => [key, { orderIds: [], isLive: isLive.has(key), staleId: staleId.get(key) ?? null }]),
    );
    const counted = keys.filter((key) => !isLive.has(key));
    if (counted.length === 0) return alike;
    const estates = [...new Set(counted.map((key) => key.split('|')[0]!))];
    const orders = await sql<{ key: string; id: string }>`
      with since as (select proposal_key, max(updated_at) as at from incidents where street_id = ${streetId} and proposal_key = any(${counted}::text[]) and state = 'DISMISSED' group by 1)
      select key, id from (
        select (place ->> 'estateId') || '|' || (category ->> 0) || '/' || (category ->> 1) || '/' || (category ->> 2) as key, id, received_at from work_orders
        where street_id = ${streetId} and (place ->> 'estateId') = any(${estates}::text[]) and received_at > (select app_now()) - ${proposalWindowMs} * interval '1 ms' and incident_id is null and not is_imported) as o
      where key = any(${counted}::text[]) and not exists (select 1 from since where proposal_key = key and at >= received_at)`.execute(db);
    for (const { key, id } of orders.rows) alike.get(key)?.orderIds.push(id);
    return alike;
  },
};

/** An open order that may be about an incident. */
export type EarlierOrder = Pick<WorkOrderRow, 'id' | 'category' | 'place'>;
export const earlierKey = ({ id, estateIds }: Pick<IncidentRow, 'id' | 'estateIds'>, since: Date) =>
  [id, since.toISOString(), ...estateIds].join(' ');

/**
 * Open orders of an incident's estates that were received since an instant and are part of no incident, by `earlierKey`; what was sent back after one is a job
 * of its own again. What somebody took out of this incident stays out of it.
 */
export const earlierOrders: Loader<EarlierOrder[]> = {
  name: 'earlier orders',
  load: async (db, keys, streetId) => {
    const found = new Map<string, EarlierOrder[]>();
    for (const key of keys) {
      const [incidentId, since, ...estateIds] = key.split(' ');
      const { rows } = await sql<EarlierOrder>`
        select id, category, place from work_orders
        where street_id = ${streetId} and is_open and not is_imported and received_at >= ${since}::timestamptz
          and (place ->> 'estateId') = any(${estateIds}::text[]) and (incident_id is null or before_incident ? 'endedAt')
          and not exists (
            select 1 from events e
            where e.street_id = work_orders.street_id and e.aggregate_id = work_orders.id
              and e.type = ${incidentEvents.orderDetached.type} and e.payload ->> 'incidentId' = ${incidentId})
        order by id`.execute(db);
      found.set(key, rows);
    }
    return found;
  },
};

/** Where the homes of an estate are. */
export const homesOfEstate: Loader<StairwellHomes[]> = {
  name: 'homes of estate',
  load: async (db, estateIds, streetId) => {
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('buildingHomes')
      .select(['estateId', 'buildingId', 'stairwell', 'homeIds'])
      .where('streetId', '=', streetId)
      .where('estateId', '=', anyOf(estateIds))
      .orderBy('buildingId')
      .orderBy('stairwell')
      .execute();
    const found = new Map<string, StairwellHomes[]>(estateIds.map((id) => [id, []]));
    for (const row of rows) found.get(row.estateId)!.push(row);
    return found;
  },
};

/** The estate of a home that an incident affects, under `incident:home`. */
export const affectedHome: Loader<{ estateId: string }> = {
  name: 'affected home',
  load: async (db, keys, streetId) => {
    const rows = await sql<{ key: string; estateId: string }>`
      select h.incident_id || ':' || h.home_id as key, h.estate_id as "estateId" from incident_homes h
      join unnest(${keys}::text[]) as k(key) on h.incident_id = split_part(k.key, ':', 1)::uuid and h.home_id = split_part(k.key, ':', 2)::uuid
      where h.street_id = ${streetId}`.execute(db);
    return new Map(rows.rows.map(({ key, estateId }) => [key, { estateId }]));
  },
};

/** The homes of one building that an incident affects and what was done about each, under `incident:building`. */
export const homesOfBuilding: Loader<IncidentHomeRow[]> = {
  name: 'affected homes of building',
  load: async (db, keys, streetId) => {
    const wanted = keys.map((key) => key.split(':') as [string, string]);
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('incidentHomes')
      .selectAll()
      .where('streetId', '=', streetId)
      .where('incidentId', '=', anyOf(wanted.map(([incidentId]) => incidentId)))
      .where('buildingId', '=', anyOf(wanted.map(([, buildingId]) => buildingId)))
      .execute();
    const found = new Map<string, IncidentHomeRow[]>(keys.map((key) => [key, []]));
    for (const row of rows) found.get(`${row.incidentId}:${row.buildingId}`)?.push(row);
    return found;
  },
};

/** Where commands leave word that they wrote homes of an incident; see `Tx.mustSeeAll`. */
export const homesPlace = (incidentId: string) => `homes of ${incidentId}`;

/** A household on the list of an incident, under `incident:home`. */
export const listedHousehold: Loader<Pick<IncidentHouseholdRow, 'kind' | 'done'>> = {
  name: 'listed household',
  load: async (db, keys, streetId) => {
    const rows = await sql<{ key: string; kind: IncidentHouseholdRow['kind']; done: boolean }>`
      select h.incident_id || ':' || h.home_id as key, kind, done from incident_households h
      join unnest(${keys}::text[]) as k(key) on h.incident_id = split_part(k.key, ':', 1)::uuid and h.home_id = split_part(k.key, ':', 2)::uuid
      where h.street_id = ${streetId}`.execute(db);
    return new Map(rows.rows.map(({ key, ...row }) => [key, row]));
  },
};

/** Households of an estate to be called on first: those its community keeps a list of; where it keeps none, those of earlier incidents, each as it was listed last. */
export const householdsOfEstate: Loader<Pick<IncidentHouseholdRow, 'homeId' | 'kind'>[]> = {
  name: 'households of estate',
  load: async (db, estateIds, streetId) => {
    const { rows } = await sql<{ estateId: string; homeId: string; kind: IncidentHouseholdRow['kind'] }>`
      select estate_id as "estateId", home_id as "homeId", kind from care_homes where street_id = ${streetId} and estate_id = any(${estateIds}::uuid[])
      union all
      (select distinct on (h.home_id) a.estate_id, h.home_id, h.kind
       from incidents i
       join incident_households h on h.street_id = i.street_id and h.incident_id = i.id
       join incident_homes a on a.street_id = h.street_id and a.incident_id = h.incident_id and a.home_id = h.home_id
       where i.street_id = ${streetId} and i.households > 0 and a.estate_id = any(${estateIds}::uuid[])
         and not exists (select 1 from care_lists c where c.street_id = a.street_id and c.id = a.estate_id)
       order by h.home_id, i.raised_at desc)`.execute(db);
    const found = new Map<string, Pick<IncidentHouseholdRow, 'homeId' | 'kind'>[]>(estateIds.map((id) => [id, []]));
    for (const { estateId, ...row } of rows) found.get(estateId)?.push(row);
    return found;
  },
};

/** What was moved for each incident, the first first. */
export const suppliesOf: Loader<IncidentSupplyRow[]> = {
  name: 'supplies of incident',
  load: async (db, ids, streetId) => {
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('incidentSupplies')
      .selectAll()
      .where('streetId', '=', streetId)
      .where('incidentId', '=', anyOf(ids))
      .orderBy('at')
      .orderBy('id')
      .execute();
    return new Map(ids.map((id) => [id, rows.filter(({ incidentId }) => incidentId === id)]));
  },
};

const attachedIds: Loader<string[]> = {
  name: 'attached orders',
  load: async (db, ids, streetId) => {
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('workOrders')
      .select(['id', 'incidentId'])
      .where('streetId', '=', streetId)
      .where('incidentId', '=', anyOf(ids))
      .orderBy('id')
      .execute();
    const found = new Map<string, string[]>(ids.map((id) => [id, []]));
    for (const { id, incidentId } of rows) found.get(incidentId!)!.push(id);
    return found;
  },
};

interface Changed {
  added: readonly string[];
  removed: readonly string[];
}
const changesOf = (incidentId: string) => `orders of ${incidentId}`;

/** Ids of the orders of an incident that is locked, with those that earlier commands of this batch attached or took out. */
export async function ordersOf(tx: DispatchTx, incidentId: string): Promise<string[]> {
  const stored = (await tx.load(attachedIds, incidentId)) ?? [];
  const { added, removed } = tx.recall<Changed>(changesOf(incidentId)) ?? { added: [], removed: [] };
  return [...new Set([...stored, ...added])].filter((id) => !removed.includes(id));
}

/** Leaves a note of a change for later commands of the batch; the incident is locked. */
export function noteOrder(tx: DispatchTx, incidentId: string, change: 'added' | 'removed', orderId: string): void {
  const { added, removed } = tx.recall<Changed>(changesOf(incidentId)) ?? { added: [], removed: [] };
  const without = (ids: readonly string[]) => ids.filter((id) => id !== orderId);
  tx.remember(
    changesOf(incidentId),
    change === 'added'
      ? { added: [...added, orderId], removed: without(removed) }
      : { added: without(added), removed: [...removed, orderId] },
  );
}
