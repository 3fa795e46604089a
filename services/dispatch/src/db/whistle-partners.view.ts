import type { Ctx, WhistlePartner } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { sql, type Kysely } from 'kysely';
import type { Street } from '../domain/decide.js';
import { levelToAsk } from '../domain/lowering.js';
import { namedByDirectory, partnersAmong, PARTNERS_SINCE_DAYS } from '../domain/whistle-partners.js';
import type { DispatchDb } from './schema.js';

/**
 * Whom to summon when a whistle is blown for an order. Of earlier whistles the caller counts those that it sees: the street all of them, a community its own
 * (row-level security).
 */
export async function suggestPartners(
  db: Kysely<DispatchDb>,
  { id }: { id: string },
  street: Street,
  ctx: Ctx,
): Promise<{ partners: WhistlePartner[] }> {
  const order = await db
    .selectFrom('workOrders')
    .selectAll()
    .select(sql<Date>`(select app_now())`.as('now'))
    .where('streetId', '=', ctx.streetId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!order) throw new DomainError('object.not-found', {});
  const [category1, category2] = order.category;
  const { rows: came } = await sql<{ unitId: string; times: number }>`
    select s.unit_id as "unitId", count(*)::int as times
    from whistles w
    join work_orders o on o.street_id = w.street_id and o.id = w.order_id
    join summonses s on s.street_id = w.street_id and s.whistle_id = w.id
    where w.street_id = ${ctx.streetId} and w.sounded_at > ${order.now}::timestamptz - ${PARTNERS_SINCE_DAYS} * interval '1 day'
      and o.category1 = ${category1} and o.category ->> 1 = ${category2}
      and s.propriety <> 'IMPROPER' and (s.checked_in_at is not null or s.result is not null)
    group by 1`.execute(db);
  const open = await db
    .selectFrom('whistles')
    .select('summonedUnitIds')
    .where('streetId', '=', ctx.streetId)
    .where('orderId', '=', id)
    .where('state', 'in', ['ASKED', 'SOUNDED'])
    .execute();
  const apart = [
    order.leadUnitId,
    ...order.coUnitIds,
    ...open.flatMap(({ summonedUnitIds }) => summonedUnitIds),
    ...(order.aboutUnitId === null ? [] : [order.aboutUnitId]),
    ...(ctx.scope === 'street' ? [] : ctx.actor.unitIds),
  ];
  const named = namedByDirectory(street, { ...order, level: levelToAsk(order), at: order.now });
  return { partners: partnersAmong({ ...named, came, apart }, street.units) };
}
