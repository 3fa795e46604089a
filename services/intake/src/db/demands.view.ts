import { handlerRoles, intake, isOfUnit, sameCallerDays, type Ctx, type DemandView, type Role } from '@wufang/contracts';
import { DomainError, maskName, maskPhone, maskRoom, toIsoBeijing } from '@wufang/kernel';
import type { Vault } from '@wufang/service';
import { sql as rawSql, type Kysely, type SelectQueryBuilder } from 'kysely';
import type { z } from 'zod';
import { duplicateReasons, type Likeness } from '../domain/duplicates.js';
import { openPersonal } from './complainants.store.js';
import { aboutUnitOf, categoryOf, placeOf } from './demands.store.js';
import type { DemandOrderRow, DemandRow, IntakeDb } from './schema.js';

/** Who works on demands reads the whole text; who only watches or audits does not (个人信息保护法 art. 6, least data). */
const textReaders: readonly Role[] = [...handlerRoles, 'phone_desk', 'callback_desk'];

/** A demand and the one whose order it follows. A column, because row-level security lets no coalesce use the index of another table. */
function allDemands(sql: Kysely<IntakeDb>) {
  return sql
    .selectFrom('demands')
    .selectAll()
    .select((eb) => eb.fn.coalesce('linkedTo', 'id').as('followed'));
}

/**
 * Demands with what belongs to them: the order they follow, a linked one that of the one it was linked to, and the sealed record. Each is
 * looked up for the rows found, never gathered first.
 */
function withOrder(
  sql: Kysely<IntakeDb>,
  found: SelectQueryBuilder<IntakeDb, 'demands', DemandRow & { followed: string }>,
  way: 'asc' | 'desc' = 'desc',
): Promise<Found[]> {
  return sql
    .selectFrom(found.as('d'))
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('demandOrders as o')
          .select(['o.state as orderState', 'o.leadUnitId', 'o.dueAt', 'o.aboutUnitId as aboutUnitOfOrder'])
          .whereRef('o.streetId', '=', 'd.streetId')
          .whereRef('o.demandId', '=', 'd.followed')
          .limit(1)
          .as('o'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('complainants as c')
          .select(['c.sealedKey', 'c.sealed'])
          .whereRef('c.streetId', '=', 'd.streetId')
          .whereRef('c.demandId', '=', 'd.id')
          .limit(1)
          .as('p'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('demands as other')
          .select('other.orderId as orderOfOther')
          .whereRef('other.streetId', '=', 'd.streetId')
          .whereRef('other.id', '=', 'd.linkedTo')
          .limit(1)
          .as('t'),
      (join) => join.onTrue(),
    )
    .selectAll('d')
    .select(['o.orderState', 'o.leadUnitId', 'o.dueAt', 'o.aboutUnitOfOrder', 't.orderOfOther', 'p.sealedKey', 'p.sealed'])
    .orderBy('d.receivedAt', way)
    .orderBy('d.id', way)
    .execute();
}

type Found = DemandRow & {
  orderState: DemandOrderRow['state'];
  leadUnitId: string | null;
  dueAt: Date | null;
  aboutUnitOfOrder: string | null;
  orderOfOther: string | null;
  sealedKey: Buffer | null;
  sealed: Buffer | null;
};

function viewDemand(row: Found, ctx: Ctx, vault: Vault): Omit<DemandView, 'attachments'> {
  const { sealedKey, sealed } = row;
  const personal = sealedKey && sealed ? openPersonal(vault, { demandId: row.id, sealedKey, sealed }) : undefined;
  const aboutUnitId = aboutUnitOf(row, row.orderState === null ? undefined : { aboutUnitId: row.aboutUnitOfOrder });
  // Who is complained about reads what it is about, and neither who complains nor their words, which may tell.
  const isAboutReader = isOfUnit(ctx.actor, aboutUnitId);
  const readsText = !isAboutReader && ctx.actor.roles.some((role) => textReaders.includes(role));
  const content = [personal?.title && personal.title !== row.title ? personal.title : null, personal?.content].filter(Boolean).join('\n');
  return {
    id: row.id,
    no: row.no,
    state: row.state,
    channel: row.channel,
    demandType: row.demandType,
    category: categoryOf(row),
    level: row.level,
    levelBasis: row.levelBasis,
    levelCheck: row.levelCheck,
    dangerWords: row.dangerWords,
    title: row.title,
    content: readsText ? content || null : null,
    place: placeOf(row),
    callerName: personal?.callerName && !isAboutReader ? maskName(personal.callerName) : null,
    callerPhone: personal?.callerPhone && readsText ? maskPhone(personal.callerPhone) : null,
    room: personal?.room && readsText ? maskRoom(personal.room) || null : null,
    erasure: row.erasure,
    receivedAt: toIsoBeijing(row.receivedAt),
    screening: row.screening,
    orderId: row.orderId ?? row.orderOfOther,
    orderState: row.orderState,
    leadUnitId: row.leadUnitId,
    dueAt: row.dueAt && toIsoBeijing(row.dueAt),
    linkedTo: row.linkedTo,
    earlierDemandId: row.earlierDemandId,
    aboutUnitId,
  };
}

/** What was written of a demand, opened for one suggestion alone. */
export async function wordsOfDemand(sql: Kysely<IntakeDb>, id: string, streetId: string, vault: Vault) {
  const row = await sql
    .selectFrom('demands as d')
    .innerJoin('complainants as c', (join) => join.onRef('c.streetId', '=', 'd.streetId').onRef('c.demandId', '=', 'd.id'))
    .select(['d.communityId', 'd.estateId', 'd.buildingId', 'd.point', 'c.demandId', 'c.sealedKey', 'c.sealed'])
    .where('d.streetId', '=', streetId)
    .where('d.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new DomainError('object.not-found', {});
  const { title, content, callerName } = openPersonal(vault, row);
  return { title: title ?? undefined, content: content ?? '', callerName: callerName ?? undefined, place: placeOf(row) };
}

/** Demands, newest first, or, where somebody works them off, the one that came first; a unit's own come out of row-level security. */
export async function listDemands(sql: Kysely<IntakeDb>, input: z.output<typeof intake.listDemands.input>, ctx: Ctx, vault: Vault) {
  const way = input.first === 'OLDEST' ? 'asc' : 'desc';
  let query = allDemands(sql).where('streetId', '=', ctx.streetId).orderBy('receivedAt', way).orderBy('id', way).limit(input.limit);
  if (ctx.scope !== 'street') {
    // Only a hint where to look: what the unit may see, row-level security says.
    const mine = rawSql<
      string[]
    >`array(select u.demand_id from order_units u where u.street_id = ${ctx.streetId} and u.unit_id = any(${ctx.actor.unitIds}::uuid[]))`;
    query = query.where((eb) => eb.or([eb('id', '=', eb.fn.any(mine)), eb('linkedTo', '=', eb.fn.any(mine))]));
  }
  if (input.state) query = query.where('state', '=', input.state);
  if (input.levelCheck) query = query.where('levelCheck', '=', input.levelCheck);
  if (input.no) query = query.where('no', '=', input.no.trim().toUpperCase());
  if (input.text) query = query.where('title', 'like', `%${input.text.replace(/[\\%_]/g, '\\$&')}%`);
  if (input.before) {
    const last = await sql
      .selectFrom('demands')
      .select(['receivedAt', 'id'])
      .where('streetId', '=', ctx.streetId)
      .where(rawSql<boolean>`id::text = ${input.before}`)
      .executeTakeFirst();
    if (!last) throw new DomainError('object.not-found', {});
    query = query.where((eb) => eb(eb.refTuple('receivedAt', 'id'), way === 'asc' ? '>' : '<', eb.tuple(last.receivedAt, last.id)));
  }
  const rows = await withOrder(sql, query, way);
  return {
    demands: rows.map((row) => {
      const { content: _, ...shown } = viewDemand(row, ctx, vault);
      return shown;
    }),
  };
}

/** One demand with everything this reader may see of it. */
export async function getDemand(sql: Kysely<IntakeDb>, id: string, ctx: Ctx, vault: Vault): Promise<DemandView> {
  const [row] = await withOrder(sql, allDemands(sql).where('streetId', '=', ctx.streetId).where('id', '=', id).limit(1));
  if (!row) throw new DomainError('object.not-found', {});
  const attachments = await sql
    .selectFrom('attachments')
    .select(['id', 'width', 'height', 'bytes'])
    .where('streetId', '=', ctx.streetId)
    .where('demandId', '=', id)
    .orderBy('id')
    .execute();
  return { ...viewDemand(row, ctx, vault), attachments };
}

export async function getPhoto(sql: Kysely<IntakeDb>, input: { id: string; photoId: string }, streetId: string) {
  const row = await sql
    .selectFrom('attachments')
    .select('data')
    .where('streetId', '=', streetId)
    .where('demandId', '=', input.id)
    .where('id', '=', input.photoId)
    .executeTakeFirst();
  if (!row) throw new DomainError('object.not-found', {});
  return { contentType: 'image/jpeg' as const, data: row.data.toString('base64') };
}

/** Whether a photo may still be added, before anybody spends time on drawing it. */
export async function photoPlace(
  sql: Kysely<IntakeDb>,
  id: string,
  streetId: string,
): Promise<{ row: Pick<DemandRow, 'receivedAt' | 'photos'> | undefined; now: Date }> {
  const row = await sql
    .selectFrom('demands')
    .select(['receivedAt', 'photos'])
    .where('streetId', '=', streetId)
    .where('id', '=', id)
    .executeTakeFirst();
  const { rows } = await rawSql<{ now: Date }>`select app_now() as now`.execute(sql);
  return { row, now: rows[0]!.now };
}

const CANDIDATES = 50;

/** Demands that may be about the same matter, with the reasons; the rule itself is in `domain/duplicates.ts`. */
export async function duplicateCandidates(sql: Kysely<IntakeDb>, id: string, streetId: string) {
  const row = await sql.selectFrom('demands').selectAll().where('streetId', '=', streetId).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('object.not-found', {});
  const candidates = sql
    .selectFrom('demands as d')
    .leftJoin('demandOrders as o', (join) => join.onRef('o.streetId', '=', 'd.streetId').onRef('o.demandId', '=', 'd.id'))
    .selectAll('d')
    .select('o.isOpen')
    .where('d.streetId', '=', streetId)
    .where('d.id', '!=', id)
    .where('d.state', 'in', ['SCREENING', 'FORWARDED'])
    .orderBy('d.receivedAt', 'desc')
    .limit(CANDIDATES);
  const found: (DemandRow & { isOpen: boolean | null })[] = [];
  if (row.category3 !== null) {
    const alike = candidates.where('d.category3', '=', row.category3);
    const open = (query: typeof alike) => query.where((eb) => eb.or([eb('o.isOpen', 'is', null), eb('o.isOpen', '=', true)]));
    if (row.estateId !== null) found.push(...(await open(alike.where('d.estateId', '=', row.estateId)).execute()));
    else if (row.point !== null)
      found.push(...(await open(alike.where('d.estateId', 'is', null).where('d.point', '=', row.point)).execute()));
  }
  // Whose data may only serve the open matter are not compared with other matters of theirs.
  if (row.callerIndex !== null && row.erasure === null) {
    const since = new Date(row.receivedAt.getTime() - sameCallerDays.value * 86_400_000);
    found.push(
      ...(await candidates
        .where('d.callerIndex', '=', row.callerIndex)
        .where('d.receivedAt', '>=', since)
        .where('d.erasure', 'is', null)
        .execute()),
    );
  }
  const mine = likeness(row, true);
  const known = new Map(found.map((other) => [other.id, other]));
  return {
    candidates: [...known.values()]
      .map((other) => ({ other, reasons: duplicateReasons(mine, likeness(other, other.isOpen ?? true)) }))
      .filter(({ reasons }) => reasons.length > 0)
      .sort((a, b) => b.reasons.length - a.reasons.length || b.other.receivedAt.getTime() - a.other.receivedAt.getTime())
      .slice(0, 20)
      .map(({ other, reasons }) => ({
        id: other.id,
        no: other.no,
        title: other.title,
        receivedAt: toIsoBeijing(other.receivedAt),
        reasons,
      })),
  };
}

function likeness(row: DemandRow, isOpen: boolean): Likeness {
  return {
    place: placeOf(row),
    category: categoryOf(row),
    receivedAt: row.receivedAt,
    isOpen,
    callerIndex: row.callerIndex?.toString('hex') ?? null,
  };
}
