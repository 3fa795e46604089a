import type { Category, Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { aggregate } from '@wufang/service';
import { sql as raw, type Kysely } from 'kysely';
import type { AlikeOrder } from '../domain/petition-states.js';
import type { KnownHome } from '../domain/plan-scope.js';
import { isWithinReach } from './issues.store.js';
import type { ClusterRow, PetitionRow } from './petitions.schema.js';
import { homesOfEstate } from './plan-place.store.js';
import type { DeliberationDb, DeliberationTx } from './schema.js';

export const petitions = aggregate<PetitionRow>('petitions', 'petition');
export const clusters = aggregate<ClusterRow>('clusters', 'cluster');

/** The homes of an estate that an account lives in: those its mandates name. */
export async function homesOf(db: Kysely<DeliberationDb>, estateId: string, ctx: Ctx): Promise<KnownHome[]> {
  const mine = new Set(ctx.actor.unitIds);
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

/** Open orders about one place and group that are neither on a table nor in a suggestion. */
export async function alikeOrders(tx: DeliberationTx, { estateId, buildingId, group }: AlikeKey, since: Date): Promise<AlikeOrder[]> {
  const rows = await tx.sql
    .selectFrom('orders')
    .select(['id', 'receivedAt'])
    .where('streetId', '=', tx.streetId)
    .where('estateId', '=', estateId)
    .where('buildingId', 'is not distinct from', buildingId)
    .where(raw<boolean>`category->>0 = ${group[0]} and category->>1 = ${group[1]}`)
    .where('receivedAt', '>=', since)
    .where('isOpen', '=', true)
    .where('issueId', 'is', null)
    .where('clusterId', 'is', null)
    .orderBy('receivedAt')
    .orderBy('id')
    .execute();
  return rows.map(({ id, receivedAt }) => ({ id, receivedAt: receivedAt! }));
}

/** The suggestion about a place and group that the street has not decided on yet. */
export async function openCluster(tx: DeliberationTx, { estateId, buildingId, group }: AlikeKey): Promise<string | undefined> {
  const row = await tx.sql
    .selectFrom('clusters')
    .select('id')
    .where('streetId', '=', tx.streetId)
    .where('estateId', '=', estateId)
    .where('buildingId', 'is not distinct from', buildingId)
    .where(raw<boolean>`category->>0 = ${group[0]} and category->>1 = ${group[1]}`)
    .where('state', '=', 'SUGGESTED')
    .executeTakeFirst();
  return row?.id;
}
