import {
  householdsNeeded,
  type clusters as clusterOperations,
  type ClusterView,
  type Ctx,
  type petitions as operations,
  type PetitionView,
} from '@wufang/contracts';
import { sql as raw, type Kysely } from 'kysely';
import type { z } from 'zod';
import type { ClusterRow, PetitionRow } from './petitions.schema.js';
import { ownHomeIds } from './petitions.store.js';
import type { DeliberationDb } from './schema.js';

/** Who supports it is nobody's business; how many households is everybody's. */
export function petitionView(row: PetitionRow, ctx: Ctx): PetitionView {
  const { id, estateId, scope, state, title, problem, supporters, issueId, startedAt, expiresAt, version } = row;
  return {
    ...{ id, estateId, scope, state, title, problem, households: supporters.length, needed: householdsNeeded.value },
    isMine: supporters.some(({ accountId }) => accountId === ctx.actor.accountId),
    ...{ issueId, startedAt: startedAt.toISOString(), expiresAt: expiresAt?.toISOString() ?? null, version },
  };
}

export function clusterView(row: ClusterRow, orderIds: string[]): ClusterView {
  const { id, estateId, buildingId, communityId, category, state, reason, issueId, version } = row;
  return {
    ...{ id, estateId, buildingId, communityId, group: category, state, orderIds, reason, issueId, version },
    suggestedAt: row.suggestedAt.toISOString(),
  };
}

/** Petitions the caller may see, new ones first: a resident those of the estates they live in, a unit what concerns it. */
export async function listPetitions(
  db: Kysely<DeliberationDb>,
  { estateId, limit }: z.output<typeof operations.listPetitions.input>,
  ctx: Ctx,
): Promise<{ petitions: PetitionView[] }> {
  const homeIds = ctx.scope === 'own' ? await ownHomeIds(db, ctx) : [];
  let query = db.selectFrom('petitions as p').selectAll('p').where('p.streetId', '=', ctx.streetId).orderBy('p.id', 'desc').limit(limit);
  if (estateId !== undefined) query = query.where('p.estateId', '=', estateId);
  if (ctx.scope === 'own')
    query = query.where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('estateHomes as h')
            .select('h.homeId')
            .whereRef('h.streetId', '=', 'p.streetId')
            .whereRef('h.estateId', '=', 'p.estateId')
            .where('h.homeId', '=', raw<string>`any(${homeIds}::uuid[])`),
        ),
        eb.exists(
          eb
            .selectFrom('listedHomes as l')
            .select('l.stairwell')
            .whereRef('l.streetId', '=', 'p.streetId')
            .whereRef('l.estateId', '=', 'p.estateId')
            .where(raw<boolean>`l.home_ids && ${homeIds}::uuid[]`),
        ),
      ]),
    );
  return { petitions: (await query.execute()).map((row) => petitionView(row, ctx)) };
}

/** Suggestions within the caller's reach, new ones first; row-level security shows a community its own. */
export async function listClusters(
  db: Kysely<DeliberationDb>,
  { state, limit }: z.output<typeof clusterOperations.listClusters.input>,
  ctx: Ctx,
): Promise<{ clusters: ClusterView[] }> {
  const held = raw<
    string[]
  >`array(select o.id from orders o where o.street_id = clusters.street_id and o.cluster_id = clusters.id order by o.received_at, o.id)`;
  let query = db.selectFrom('clusters').selectAll().select(held.as('orderIds'));
  query = query.where('streetId', '=', ctx.streetId).orderBy('id', 'desc').limit(limit);
  if (state !== undefined) query = query.where('state', '=', state);
  return { clusters: (await query.execute()).map((row) => clusterView(row, row.orderIds)) };
}
