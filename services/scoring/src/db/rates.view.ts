import { periodRange, BEIJING_PERIOD, beijingDate, DomainError, toIsoBeijing } from '@wufang/kernel';
import type { Rates } from '@wufang/contracts';
import { sql, type Kysely } from 'kysely';
import { formulaAt, rateNote, rates, type RateCounts } from '../domain/rates.js';
import type { ScoringDb } from './schema.js';

interface Counted extends RateCounts {
  unitId: string | null;
  received: number;
}

/**
 * The rates of every community, or of every unit that leads orders, in one assessment period: 受理量 by 来电时间; of each demand the last
 * valid callback, by the 办结时间 of its order, for whoever led it then: an order that is handed over after a rework takes no bad word along. Units without any demand are listed with zeros, and what has no known place stands apart.
 */
export async function ratesOf(db: Kysely<ScoringDb>, streetId: string, input: { period: string; by: 'community' | 'unit' }) {
  const { from, to } = rangeOf(input.period);
  const byCommunity = input.by === 'community';
  const receivedBy = byCommunity ? sql.ref('d.community_id') : sql.ref('o.lead_unit_id');
  const counted = await sql<Counted>`
    with received as (
      select ${receivedBy} as unit_id, count(*)::int as received
      from demand_facts d ${byCommunity ? sql`` : sql`left join order_facts o on o.street_id = d.street_id and o.order_id = d.order_id`}
      where d.street_id = ${streetId} and d.received_at >= ${from} and d.received_at < ${to} group by 1
    ), last_valid as (
      select distinct on (c.demand_id) c.*, coalesce(o.completed_by_unit_id, o.lead_unit_id) as lead_unit_id
      from order_facts o join callback_facts c on c.street_id = o.street_id and c.order_id = o.order_id
      where o.street_id = ${streetId} and o.completed_at >= ${from} and o.completed_at < ${to} and c.valid
      order by c.demand_id, c.answered_at desc, c.callback_id desc
    ), answers as (
      select ${byCommunity ? sql.ref('d.community_id') : sql.ref('l.lead_unit_id')} as unit_id, count(*)::int as v, count(*) filter (where l.contacted)::int as c,
             count(*) filter (where l.solved)::int as s, count(*) filter (where l.satisfaction = 'SATISFIED')::int as m, count(*) filter (where l.satisfaction = 'BASICALLY_SATISFIED')::int as b
      from last_valid l left join demand_facts d on d.street_id = l.street_id and d.demand_id = l.demand_id group by 1
    )
    select unit_id as "unitId", sum(received)::int as received, sum(v)::int as "V", sum(c)::int as "C", sum(s)::int as "S", sum(m)::int as "M", sum(b)::int as "B"
    from (select unit_id, received, 0 as v, 0 as c, 0 as s, 0 as m, 0 as b from received union all select unit_id, 0, v, c, s, m, b from answers) as counted group by 1`.execute(
    db,
  );
  const units = await db.selectFrom('units').select(['id', 'name', 'kind']).where('streetId', '=', streetId).orderBy('name').execute();
  const byUnit = new Map(counted.rows.map((row) => [row.unitId, row]));
  const listed = units.filter((unit) => (byCommunity ? unit.kind === 'COMMUNITY' || unit.kind === 'VILLAGE' : byUnit.has(unit.id)));
  const formula = formulaAt(beijingDate(from));
  const rowFor = (unitId: string | null, name: string): Rates => {
    const counts = byUnit.get(unitId) ?? { received: 0, V: 0, C: 0, S: 0, M: 0, B: 0 };
    const { received, V, C, S, M, B } = counts;
    return { unitId, name, received, V, C, S, M, B, ...rates({ V, C, S, M, B }, formula), note: rateNote(received, V) };
  };
  const rows = listed.map((unit) => rowFor(unit.id, unit.name));
  if (byUnit.has(null)) rows.push(rowFor(null, '不详'));
  const known = new Set(units.map((unit) => unit.id));
  for (const { unitId } of counted.rows) if (unitId !== null && !known.has(unitId)) rows.push(rowFor(unitId, unitId));
  return { period: input.period, from: toIsoBeijing(from), to: toIsoBeijing(to), formulaVersion: formula.version, by: input.by, rows };
}

/** First and end instant of an assessment period. Throws `period.invalid`. */
export function rangeOf(period: string) {
  try {
    return periodRange(period, BEIJING_PERIOD);
  } catch {
    throw new DomainError('period.invalid', { period });
  }
}
