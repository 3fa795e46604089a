import type { Ctx, Message, SeatHolders } from '@wufang/contracts';
import { toIsoBeijing } from '@wufang/kernel';
import { sql as raw, type Kysely, type RawBuilder } from 'kysely';
import type { NotifyDb } from './schema.js';

interface Wanted {
  id?: string;
  subjectId?: string;
  unread?: boolean;
  limit: number;
}

/**
 * Messages to the caller's account, units and roles, or all of the street where the caller reaches that far; the newest first. What is told to a seat is for who is on
 * duty for it at that time (domain rules 4.5, step 7), else for who holds it, else for everyone of its role or unit; what is told to a unit's section chief is for the
 * chief of that unit, and for all of the street where it has none; what is told to the leader in charge is for that leader and who holds the seat, not for all leaders. Accounts that are no more count for nobody.
 */
export async function messagesFor(sql: Kysely<NotifyDb>, ctx: Ctx, { id, subjectId, unread, limit }: Wanted): Promise<Message[]> {
  const { accountId } = ctx.actor;
  // Each way to be told walks its own index from the newest on: of a unit that hears much, or a street that hears more, only a page is looked at.
  const newest = () => {
    let query = sql
      .selectFrom('messages as m')
      .innerJoin('deliveries as d', (join) =>
        join.onRef('d.streetId', '=', 'm.streetId').onRef('d.messageId', '=', 'm.id').on('d.channel', '=', 'IN_APP'),
      )
      .leftJoin('messageReads as r', (join) =>
        join.onRef('r.streetId', '=', 'm.streetId').onRef('r.messageId', '=', 'm.id').on('r.accountId', '=', accountId),
      )
      .selectAll('m')
      .select(['d.channel', 'd.state', 'd.at', 'r.readAt', raw<Date>`(select app_now())`.as('now')])
      .where('m.streetId', '=', ctx.streetId)
      .orderBy('m.createdAt', 'desc')
      .orderBy('m.id', 'desc')
      .limit(limit);
    if (id !== undefined) query = query.where('m.id', '=', id);
    if (subjectId !== undefined) query = query.where('m.subjectId', '=', subjectId);
    if (unread !== undefined) query = query.where('r.readAt', unread ? 'is' : 'is not', null);
    return query;
  };
  const queries =
    ctx.scope === 'street'
      ? [newest()]
      : (await waysToBeTold(sql, ctx)).map((way) =>
          newest()
            .where('d.state', 'in', ['DELIVERED', 'HELD'])
            .where('d.at', '<=', raw<Date>`(select app_now())`)
            .where(way),
        );
  const found = (await Promise.all(queries.map((query) => query.execute()))).flat();
  const rows = [...new Map(found.map((row) => [row.id, row])).values()]
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1))
    .slice(0, limit);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    title: row.title,
    body: row.body,
    subjectId: row.subjectId,
    unitId: row.unitId,
    role: row.role,
    seat: row.seat,
    createdAt: toIsoBeijing(row.createdAt),
    readAt: row.readAt === null ? null : toIsoBeijing(row.readAt),
    delivery: {
      channel: row.channel,
      state: row.state === 'HELD' && row.at <= row.now ? ('DELIVERED' as const) : row.state,
      at: toIsoBeijing(row.at),
    },
  }));
}

/** Every way in which the caller is told: as an account, for each unit, each role, each seat held and each seat on duty. */
async function waysToBeTold(
  sql: Kysely<NotifyDb>,
  { streetId, actor: { accountId, unitIds, roles } }: Ctx,
): Promise<RawBuilder<boolean>[]> {
  const seats = await seatsInForce(sql, streetId);
  const turns = await sql
    .selectFrom('onDuty')
    .select('seat')
    .distinct()
    .where('streetId', '=', streetId)
    .where('accountId', '=', accountId)
    .execute();
  const held = seats.filter((one) => one.accountIds.length > 0).map(({ seat }) => seat);
  return [
    raw<boolean>`m.account_id = ${accountId}`,
    ...unitIds.map((unitId) => raw<boolean>`m.unit_id = ${unitId} and m.role is null and not ${someoneOnDuty()}`),
    // A seat that somebody holds is theirs alone; else it is everyone's in the role.
    ...roles.map(
      (role) =>
        raw<boolean>`m.role = ${role} and (m.seat is null or m.seat <> all(${held}::text[])) and ${role === 'citizen_supervisor' ? isOfUnits(unitIds) : isChiefOf(accountId)} and ${isNobodysOwn} and not ${someoneOnDuty()}`,
    ),
    ...seats
      .filter((one) => one.accountIds.includes(accountId))
      .map(({ seat }) => raw<boolean>`m.seat = ${seat} and not ${someoneOnDuty()}`),
    ...turns.map(({ seat }) => raw<boolean>`m.seat = ${seat} and ${someoneOnDuty(accountId)}`),
  ];
}

/** Whether somebody, or this account, is on duty for the seat of a message when it is told; for H, in the unit it goes to. */
function someoneOnDuty(accountId?: string) {
  return raw<boolean>`exists (select 1 from on_duty o where o.street_id = m.street_id and o.seat = m.seat and (o.seat <> 'H' or o.unit_id = m.unit_id)
    and o.starts_at <= d.at and o.ends_at > d.at ${accountId === undefined ? raw`` : raw`and o.account_id = ${accountId}`}
    and not exists (select 1 from disabled_accounts x where x.street_id = o.street_id and x.account_id = o.account_id))`;
}

/** Whether what is told to the chief of a unit is this account's: it is chief of that unit then, or nobody is, and all chiefs of the street stand for it. */
function isChiefOf(accountId: string) {
  const chiefs = raw`select 1 from unit_chiefs c where c.street_id = m.street_id and c.unit_id = m.unit_id and (c.until is null or c.until > d.at)
    and not exists (select 1 from disabled_accounts x where x.street_id = c.street_id and x.account_id = c.account_id)`;
  return raw<boolean>`(m.unit_id is null or exists (${chiefs} and c.account_id = ${accountId}) or not exists (${chiefs}))`;
}

/** What is told to those of a role in one unit is for nobody of the role in another. */
function isOfUnits(unitIds: readonly string[]) {
  return raw<boolean>`(m.unit_id is null or m.unit_id = any(${[...unitIds]}::uuid[]))`;
}

/** What is for the one leader in charge (包片) is not for all of the role, unless that leader's account is no more. */
const isNobodysOwn = raw<boolean>`(m.account_id is null or exists (select 1 from disabled_accounts x where x.street_id = m.street_id and x.account_id = m.account_id))`;

/** Who sits where on the chain, without accounts that are no more. */
async function seatsInForce(sql: Kysely<NotifyDb>, streetId: string): Promise<SeatHolders[]> {
  const seats = await sql.selectFrom('chainSeats').select(['seat', 'accountIds']).where('streetId', '=', streetId).execute();
  const named = seats.flatMap(({ accountIds }) => accountIds);
  if (named.length === 0) return seats;
  const ended = await sql
    .selectFrom('disabledAccounts')
    .select('accountId')
    .where('streetId', '=', streetId)
    .where('accountId', 'in', named)
    .execute();
  const gone = new Set(ended.map(({ accountId }) => accountId));
  return seats.map(({ seat, accountIds }) => ({ seat, accountIds: accountIds.filter((id) => !gone.has(id)) }));
}

/** Who sits where on the chain. */
export async function seatHolders(db: Kysely<NotifyDb>, ctx: Ctx): Promise<{ seats: SeatHolders[] }> {
  return {
    seats: await db.selectFrom('chainSeats').select(['seat', 'accountIds']).where('streetId', '=', ctx.streetId).orderBy('seat').execute(),
  };
}
