import type { Category, Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { aggregate, type Loader } from '@wufang/service';
import { sql as raw, type Kysely } from 'kysely';
import type { AlikeOrder } from '../domain/petition-states.js';
import type { KnownHome } from '../domain/plan-scope.js';
import { homesBoundNow } from './bound-homes.store.js';
import { isWithinReach } from './issues.store.js';
import type { ClusterRow, PetitionRow } from './petitions.schema.js';
import { homesOfEstate } from './plan-place.store.js';
import type { DeliberationDb, DeliberationTx } from './schema.js';
import { orders } from './tables.store.js';

export const petitions = aggregate<PetitionRow>('petitions', 'petition');
export const clusters = aggregate<ClusterRow>('clusters', 'cluster');

/** The homes an account lives in: those its mandates name, and those it has bound by their statements; a unit's homes only by a mandate. */
export async function ownHomeIds(db: Kysely<DeliberationDb>, { actor, streetId }: Ctx): Promise<string[]> {
  const bound = await homesBoundNow(db, streetId, [actor.accountId]);
  return [...actor.unitIds, ...bound.filter(({ isOfUnit }) => !isOfUnit).map(({ homeId }) => homeId)];
}

/** Those of them in one estate. */
export async function homesOf(db: Kysely<DeliberationDb>, estateId: string, ctx: Ctx): Promise<KnownHome[]> {
  const mine = new Set(await ownHomeIds(db, ctx));
  return (await homesOfEstate(db, ctx.streetId, estateId)).filter(({ homeId }) => mine.has(homeId));
}

export async function lockCluster(tx: DeliberationTx, id: string, ctx: Ctx): Promise<ClusterRow> {
  const row = await tx.lock(clusters, id);
  if (!row || !isWithinReach(row, ctx)) throw new DomainError('object.not-found', {});
  return row;
}

/** A place and a group of category: the first two levels. */
export interface AlikeKey {
  estateId: string;
  buildingId: string | null;
  group: [string, string];
}

export const groupOf = ([first, second]: Category): [string, string] => [first, second];

export const placeOf = ({ estateId, buildingId, group }: AlikeKey): string => JSON.stringify([estateId, buildingId, ...group]);

/** What is known of the demands about one place and group: the suggestion that waits for the street, and the open orders that are in none and on no table. */
export interface Alike {
  clusterId: string | null;
  orders: AlikeOrder[];
}

const placesAsked = (places: readonly string[]) =>
  raw`(select place, (place::jsonb->>0)::uuid as estate_id, (place::jsonb->>1)::uuid as building_id, place::jsonb->>2 as first, place::jsonb->>3 as second
         from unnest(${places}::text[]) as place) as asked`;

export const alikeAt: Loader<Alike> = {
  name: 'demands alike',
  load: async (sql, places, streetId) => {
    const waiting = raw<{ place: string; id: string }>`
      select asked.place, c.id from ${placesAsked(places)}
        join clusters c on c.street_id = ${streetId} and c.estate_id = asked.estate_id and c.building_id is not distinct from asked.building_id
         and c.category->>0 = asked.first and c.category->>1 = asked.second and c.state = 'SUGGESTED'`.execute(sql);
    const open = raw<{ place: string; id: string; receivedAt: Date }>`
      select asked.place, o.id, o.received_at from ${placesAsked(places)}
        join orders o on o.street_id = ${streetId} and o.estate_id = asked.estate_id and o.building_id is not distinct from asked.building_id
         and o.category->>0 = asked.first and o.category->>1 = asked.second and o.is_open and o.issue_id is null and o.cluster_id is null
       order by o.received_at, o.id`.execute(sql);
    const found = new Map<string, Alike>(places.map((place) => [place, { clusterId: null, orders: [] }]));
    for (const { place, id } of (await waiting).rows) found.get(place)!.clusterId = id;
    for (const { place, id, receivedAt } of (await open).rows) found.get(place)!.orders.push({ id, receivedAt });
    return found;
  },
};

/** Orders belong to a suggestion from now on. Lock it, or make it, first. */
export function joinCluster(tx: DeliberationTx, clusterId: string, orderIds: readonly string[]): void {
  for (const id of orderIds) tx.put(orders, { id, clusterId });
  tx.remember(membersOf(clusterId), true);
}

/** The orders a suggestion holds. Lock it first. */
export async function ordersOfCluster(tx: DeliberationTx, clusterId: string): Promise<string[]> {
  tx.mustSeeAll(membersOf(clusterId));
  const rows = await tx.sql
    .selectFrom('orders')
    .select('id')
    .where('streetId', '=', tx.streetId)
    .where('clusterId', '=', clusterId)
    .orderBy('receivedAt')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

const membersOf = (clusterId: string) => `orders of cluster ${clusterId}`;
