import type { clocks, Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { sql, type Kysely } from 'kysely';
import type { z } from 'zod';
import { limitSources } from '../domain/limit-sources.js';
import { stoodStill } from '../domain/more-time.js';
import { lifeOf } from '../domain/order-life.js';
import type { DispatchDb } from './schema.js';
import { tablesOf } from './time-limits.view.js';

/** What has been recorded of an order, the earliest first. */
export function logOf(db: Kysely<DispatchDb>, streetId: string, orderId: string) {
  return db
    .selectFrom('events')
    .select(['type', 'payload', 'recordedAt'])
    .where('streetId', '=', streetId)
    .where('aggregateId', '=', orderId)
    .orderBy('version')
    .execute();
}

/** Where an order's time went: every second of it, and how long of it since dispatch its clock stood still. */
export async function explainOrder(
  db: Kysely<DispatchDb>,
  { id }: { id: string },
  ctx: Ctx,
): Promise<z.input<typeof clocks.explain.output>> {
  const order = await db
    .selectFrom('workOrders')
    .select([
      'receivedAt',
      'dispatchedAt',
      'closedAt',
      'extensions',
      'suspensions',
      'pauses',
      'escalations',
      sql<Date>`app_now()`.as('now'),
    ])
    .where('streetId', '=', ctx.streetId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!order) throw new DomainError('object.not-found', {});
  const log = await logOf(db, ctx.streetId, id);
  const counted = await db
    .selectFrom('deadlines')
    .select(['code', 'policyVersion'])
    .where('streetId', '=', ctx.streetId)
    .where('subjectId', '=', id)
    .orderBy('startedAt')
    .orderBy('code')
    .execute();
  const end = order.closedAt ?? order.now;
  const rawMs = end.getTime() - order.dispatchedAt.getTime();
  const stood = stoodStill(order.pauses, { from: order.dispatchedAt, to: end });
  return {
    segments: lifeOf(order.receivedAt, log, order.now),
    ...{ rawMs, netMs: rawMs - stood },
    ...{ extensions: order.extensions, suspensions: order.suspensions, pauses: order.pauses, escalations: order.escalations },
    limits: limitSources(counted, await tablesOf(db, ctx.streetId)),
  };
}
