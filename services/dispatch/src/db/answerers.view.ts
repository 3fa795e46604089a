import { dispatchEvents, type Ctx } from '@wufang/contracts';
import { sql, type Kysely } from 'kysely';
import { atTurn, type Answerers } from '../domain/answerer.js';
import type { DispatchDb } from './schema.js';

type Known = Pick<Answerers, 'chief' | 'accepted'>;

/** Who has taken up or accepted each of these orders, for the unit that leads it now. One look by the key of each order's history. */
export async function answerersOf(db: Kysely<DispatchDb>, orderIds: readonly string[], ctx: Ctx): Promise<Map<string, Known>> {
  const found = await sql<Known & { orderId: string }>`
    select w.id as "orderId", w.section_chief as chief, a.accepted
    from work_orders w
    left join lateral (
      select e.actor ->> 'accountId' as accepted from events e
      where e.street_id = w.street_id and e.aggregate_id = w.id and e.type = ${dispatchEvents.accepted.type}
        and e.payload ->> 'leadUnitId' = w.lead_unit_id::text
      order by e.version desc limit 1) a on true
    where w.street_id = ${ctx.streetId} and w.id = any(${[...orderIds]}::uuid[])`.execute(db);
  return new Map(found.rows.map(({ orderId, ...known }) => [orderId, known]));
}

/** Who is on duty (当班) for each unit at this moment, on the seat of those who handle its orders. */
export async function onDutyNow(db: Kysely<DispatchDb>, ctx: Ctx): Promise<Map<string, string>> {
  const shifts = await db
    .selectFrom('duties')
    .select(['unitId', 'turns', sql<Date>`app_now()`.as('now')])
    .where('streetId', '=', ctx.streetId)
    .where('seat', '=', 'H')
    .where(sql<boolean>`due_at > app_now() and starts_at <= app_now()`)
    .orderBy('dueAt')
    .execute();
  const found = new Map<string, string>();
  for (const { unitId, turns, now } of shifts) {
    const accountId = atTurn(turns, now);
    if (accountId !== null && !found.has(unitId)) found.set(unitId, accountId);
  }
  return found;
}
