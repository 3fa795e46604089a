import type { Ctx, SupervisorComment, WatchedOrder } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { sql, type Kysely } from 'kysely';
import { workedStates } from '../domain/pressing.js';
import type { DispatchDb } from './schema.js';

/** Orders of the supervisor's communities: those they are asked to look at and that are open, then those due first. Title, point, notes and photos of the unit are not asked for at all. */
export async function listWatched(
  db: Kysely<DispatchDb>,
  input: { open?: boolean | undefined; limit: number },
  ctx: Ctx,
): Promise<{ orders: WatchedOrder[] }> {
  let query = watchedBy(db, ctx)
    .orderBy(sql`is_open and supervisors_asked_at is not null`, 'desc')
    .orderBy('dueAt')
    .orderBy('id')
    .limit(input.limit);
  if (input.open !== undefined) query = query.where('isOpen', '=', input.open);
  return { orders: (await query.execute()).map(watchedView) };
}

/** One of them, with what the public was told and what supervisors wrote. */
export async function getWatched(
  db: Kysely<DispatchDb>,
  { id }: { id: string },
  ctx: Ctx,
): Promise<WatchedOrder & { told: { at: string; publicText: string }[]; comments: SupervisorComment[] }> {
  const order = await watchedBy(db, ctx).where('id', '=', id).executeTakeFirst();
  if (!order) throw new DomainError('object.not-found', {});
  const told = await db
    .selectFrom('events')
    .select(['recordedAt', sql<string>`payload->>'publicText'`.as('publicText')])
    .where('streetId', '=', ctx.streetId)
    .where('aggregateId', '=', id)
    .where(sql<boolean>`payload->>'publicText' is not null`)
    .orderBy('version')
    .execute();
  return {
    ...watchedView(order),
    told: told.map(({ recordedAt, publicText }) => ({ at: recordedAt.toISOString(), publicText })),
    comments: await commentsOf(db, id, ctx),
  };
}

/** What supervisors wrote on an order within the caller's reach. */
export async function listComments(db: Kysely<DispatchDb>, { id }: { id: string }, ctx: Ctx): Promise<{ comments: SupervisorComment[] }> {
  const order = await db.selectFrom('workOrders').select('id').where('streetId', '=', ctx.streetId).where('id', '=', id).executeTakeFirst();
  if (!order) throw new DomainError('object.not-found', {});
  return { comments: await commentsOf(db, id, ctx) };
}

async function commentsOf(db: Kysely<DispatchDb>, orderId: string, ctx: Ctx): Promise<SupervisorComment[]> {
  const rows = await db
    .selectFrom('supervisorComments')
    .select(['id', 'orderId', 'by', 'text', 'photoIds', 'at'])
    .where('streetId', '=', ctx.streetId)
    .where('orderId', '=', orderId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

function watchedBy(db: Kysely<DispatchDb>, ctx: Ctx) {
  return db
    .selectFrom('workOrders')
    .select([
      'id',
      'no',
      'state',
      'category',
      'level',
      'place',
      'leadUnitId',
      'receivedAt',
      'dueAt',
      'supervisorsAskedAt',
      'supervisorsAskedFor',
    ])
    .select(
      sql<boolean>`due_at <= (select app_now()) and limit_met_at is null and state = any(${[...workedStates]}::text[])`.as('isOverdue'),
    )
    .where('streetId', '=', ctx.streetId)
    .where(sql<boolean>`(place->>'communityId')::uuid = any(${ctx.actor.unitIds}::uuid[])`);
}

type Watched = Awaited<ReturnType<ReturnType<typeof watchedBy>['execute']>>[number];

function watchedView({ place, receivedAt, dueAt, supervisorsAskedAt, supervisorsAskedFor, ...rest }: Watched): WatchedOrder {
  const invitation = supervisorsAskedAt && { at: supervisorsAskedAt.toISOString(), about: supervisorsAskedFor ?? '' };
  return { ...rest, communityId: place.communityId, receivedAt: receivedAt.toISOString(), dueAt: dueAt.toISOString(), invitation };
}
