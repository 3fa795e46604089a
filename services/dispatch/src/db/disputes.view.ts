import type { Ctx, disputes, DisputeView } from '@wufang/contracts';
import { sql, type Kysely } from 'kysely';
import type { z } from 'zod';
import type { DisputeRow } from './legs.schema.js';
import { placeOf } from './page-place.js';
import type { DispatchDb } from './schema.js';

export function disputeView(dispute: DisputeRow): DisputeView {
  const { streetId: _, ...view } = dispute;
  return {
    ...view,
    raisedAt: dispute.raisedAt.toISOString(),
    dueAt: dispute.dueAt.toISOString(),
    decidedAt: dispute.decidedAt?.toISOString() ?? null,
  };
}

/** The objection desk: those due first first. A unit sees what it raised itself; row-level security keeps that. */
export async function listDisputes(
  db: Kysely<DispatchDb>,
  { state, limit, after }: z.output<typeof disputes.listDisputes.input>,
  ctx: Ctx,
): Promise<{ disputes: (DisputeView & { isOverdue: boolean })[] }> {
  let query = db
    .selectFrom('disputes')
    .selectAll()
    .select(sql<boolean>`coalesce(decided_at, app_now()) >= due_at`.as('isOverdue'))
    .where('streetId', '=', ctx.streetId)
    .where('state', '=', state)
    .orderBy('dueAt')
    .orderBy('id')
    .limit(limit);
  if (after) {
    const [dueAt, id] = placeOf(after);
    query = query.where(sql<boolean>`(due_at, id) > (${dueAt}::timestamptz, ${id}::uuid)`);
  }
  return { disputes: (await query.execute()).map(({ isOverdue, ...row }) => ({ ...disputeView(row), isOverdue })) };
}

/** What was objected to in one order, as far as the caller may see it. */
export async function disputesOf(db: Kysely<DispatchDb>, streetId: string, orderId: string): Promise<DisputeView[]> {
  const rows = await db
    .selectFrom('disputes')
    .selectAll()
    .where('streetId', '=', streetId)
    .where('orderId', '=', orderId)
    .orderBy('raisedAt')
    .execute();
  return rows.map(disputeView);
}
