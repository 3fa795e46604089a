import { dispatchEvents, type Ctx, type PayloadOf } from '@wufang/contracts';
import { addDays, atBeijing } from '@wufang/kernel';
import { sql, type Kysely } from 'kysely';
import type { DispatchDb } from './schema.js';

/** An order as it was dispatched, whatever has become of it since. */
export interface DispatchedOrder {
  title: string;
  sent: PayloadOf<typeof dispatchEvents.dispatched>;
}

/** The orders that were dispatched on a day of Beijing, the first one first, as far as the caller sees them. */
export async function dispatchedOn(
  db: Kysely<DispatchDb>,
  { on, limit }: { on: string; limit: number },
  ctx: Ctx,
): Promise<DispatchedOrder[]> {
  const rows = await db
    .selectFrom('events as e')
    .innerJoin('workOrders as o', (join) => join.onRef('o.streetId', '=', 'e.streetId').onRef('o.id', '=', 'e.aggregateId'))
    .select(['o.title', 'e.payload'])
    .where('e.streetId', '=', ctx.streetId)
    // As a literal, so that the planner sees that the index of these events holds them.
    .where(sql<boolean>`e.type = ${sql.lit(dispatchEvents.dispatched.type)}`)
    .where('e.recordedAt', '>=', atBeijing(on, '00:00'))
    .where('e.recordedAt', '<', atBeijing(addDays(on, 1), '00:00'))
    .orderBy('e.recordedAt')
    .orderBy('e.aggregateId')
    .limit(limit)
    .execute();
  return rows.map(({ title, payload }) => ({ title, sent: payload as DispatchedOrder['sent'] }));
}
