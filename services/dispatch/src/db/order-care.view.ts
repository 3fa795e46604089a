import {
  handlingWays,
  isOfUnit,
  visitsOwed,
  type Ctx,
  type HandlingWay,
  type OrderCare,
  type orderCare,
  type OrderWays,
} from '@wufang/contracts';
import { atBeijing, addDays, DomainError } from '@wufang/kernel';
import { sql, type Kysely } from 'kysely';
import type { z } from 'zod';
import { storyOf } from '../domain/story.js';
import { logOf } from './order-life.view.js';
import { followedCare } from './followed-orders.view.js';
import type { DispatchDb } from './schema.js';

type Db = Kysely<DispatchDb>;

/** By which way an order is handled; nothing where nobody has said. */
export async function getWays(db: Db, { id }: { id: string }, ctx: Ctx): Promise<OrderWays> {
  await orderOf(db, id, ctx);
  const row = await db
    .selectFrom('orderWays')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .where('orderId', '=', id)
    .executeTakeFirst();
  return {
    ...{ orderId: id, way: row?.way ?? null, methods: row?.methods ?? [], plan: row?.plan ?? null },
    ...{ notedAt: row?.notedAt.toISOString() ?? null, unitId: row?.unitId ?? null },
  };
}

/**
 * Where an order was referred to and who called on its complainant. A lead sees its own orders' alone; who is complained about nothing, since it may tell who complains.
 */
export async function getCare(db: Db, { id }: { id: string }, ctx: Ctx): Promise<OrderCare> {
  const order = await orderOf(db, id, ctx);
  const isAnothers = ctx.scope === 'lead' && !ctx.actor.unitIds.includes(order.leadUnitId);
  if (isAnothers || isOfUnit(ctx.actor, order.aboutUnitId)) throw new DomainError('object.not-found', {});
  const ofOrder = { streetId: ctx.streetId, orderId: id };
  const referrals = await db
    .selectFrom('referrals')
    .select(['id', 'kind', 'referredTo as to', 'reason', 'state', 'outcome', 'madeAt', 'endedAt', 'unitId'])
    .where('streetId', '=', ofOrder.streetId)
    .where('orderId', '=', ofOrder.orderId)
    .orderBy('madeAt')
    .orderBy('id')
    .execute();
  const visits = await db
    .selectFrom('homeVisits')
    .select(['id', 'by', 'purpose', 'outcome', 'isDispute', 'note', 'visitedAt', 'unitId'])
    .where('streetId', '=', ofOrder.streetId)
    .where('orderId', '=', ofOrder.orderId)
    .orderBy('visitedAt')
    .orderBy('id')
    .execute();
  return {
    orderId: id,
    referrals: referrals.map((row) => ({ ...row, madeAt: row.madeAt.toISOString(), endedAt: row.endedAt?.toISOString() ?? null })),
    visits: visits.map((row) => ({ ...row, visitedAt: row.visitedAt.toISOString() })),
    visitsMade: visits.filter(({ outcome }) => outcome !== 'NOBODY_IN').length,
    visitsOwed: visitsOwed[0].value,
    ...(await followedCare(db, order, ctx)),
  };
}

/** Of the orders received from one day to another, both included, how many were handled by which way and method, closed and solved. */
export async function reportWays(
  db: Db,
  { from, to }: { from: string; to: string },
  ctx: Ctx,
): Promise<z.output<typeof orderCare.reportWays.output>> {
  const { rows } = await sql<{ way: HandlingWay | null; methods: string[] | null; closed: boolean; solved: boolean; orders: number }>`
    select y.way, y.methods, w.state in ('CLOSED_SOLVED', 'CLOSED_UNSOLVED', 'WATCHING', 'ARCHIVED') as closed,
      w.state in ('CLOSED_SOLVED', 'WATCHING', 'ARCHIVED') as solved, count(*)::int as orders
    from work_orders w left join order_ways y on y.street_id = w.street_id and y.order_id = w.id
    where w.street_id = ${ctx.streetId} and w.received_at >= ${atBeijing(from, '00:00')} and w.received_at < ${atBeijing(addDays(to, 1), '00:00')}
    group by 1, 2, 3, 4`.execute(db);
  const sum = (some: typeof rows) => ({
    orders: total(some),
    closed: total(some.filter(({ closed }) => closed)),
    solved: total(some.filter(({ solved }) => solved)),
  });
  const methods = [...new Set(rows.flatMap((row) => row.methods ?? []))].sort((a, b) => a.localeCompare(b, 'zh'));
  return {
    byWay: handlingWays.map((way) => ({ way, ...sum(rows.filter((row) => row.way === way)) })),
    byMethod: methods.map((method) => ({ method, ...sum(rows.filter((row) => row.methods?.includes(method))) })),
    notNoted: total(rows.filter(({ way }) => way === null)),
  };
}

const total = (rows: readonly { orders: number }[]) => rows.reduce((sum, { orders }) => sum + orders, 0);

/** The draft of a case story (办理纪实) from what happened when. */
export async function tellStory(db: Db, { id }: { id: string }, ctx: Ctx, nameOf: (id: string) => string) {
  const order = await orderOf(db, id, ctx);
  return storyOf(order, await logOf(db, ctx.streetId, id), nameOf);
}

async function orderOf(db: Db, id: string, ctx: Ctx) {
  const order = await db
    .selectFrom('workOrders')
    .select(['id', 'no', 'category', 'place', 'leadUnitId', 'aboutUnitId', 'receivedAt', 'state'])
    .where('streetId', '=', ctx.streetId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!order) throw new DomainError('object.not-found', {});
  return order;
}
