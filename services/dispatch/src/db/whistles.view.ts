import type { Ctx, SummonsView, whistles, WhistleScore, WhistleView } from '@wufang/contracts';
import { addDays, atBeijing, DomainError } from '@wufang/kernel';
import { sql, type Kysely } from 'kysely';
import type { z } from 'zod';
import { isInTime, whistleScores } from '../domain/whistle-score.js';
import type { DispatchDb } from './schema.js';
import type { SummonsRow, WhistleRow } from './supervision.schema.js';

export function whistleView(row: WhistleRow): WhistleView {
  const { id, state, orderId, place, level, reason, whistlingUnitId, summonedUnitIds, meeting, minutes, result, version } = row;
  return {
    ...{ id, state, orderId, place, level, reason, whistlingUnitId, summonedUnitIds, meeting, minutes, result, version },
    askedAt: row.askedAt?.toISOString() ?? null,
    answerDueAt: row.answerDueAt?.toISOString() ?? null,
    soundedAt: row.soundedAt?.toISOString() ?? null,
    settledAt: row.settledAt?.toISOString() ?? null,
  };
}

export function summonsView(row: SummonsRow, now: Date): SummonsView {
  const { id, unitId, state, answer, checkInPoint, checkInPhotoId, isPhotoWithWhistle, result, propriety, improperReason } = row;
  return {
    ...{ id, unitId, state, answer, checkInPoint, checkInPhotoId, isPhotoWithWhistle, result, propriety, improperReason },
    summonedAt: row.summonedAt.toISOString(),
    respondDueAt: row.respondDueAt.toISOString(),
    resultDueAt: row.resultDueAt?.toISOString() ?? null,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    isAnsweredInTime: isInTime(row.respondDueAt, row.answeredAt, now),
    checkedInAt: row.checkedInAt?.toISOString() ?? null,
    reportedToDistrictAt: row.reportedToDistrictAt?.toISOString() ?? null,
  };
}

/** Whistles within the caller's reach, new ones first. Reach is kept by row-level security: a unit sees those that summon it. */
export async function listWhistles(
  db: Kysely<DispatchDb>,
  input: z.output<typeof whistles.listWhistles.input>,
  ctx: Ctx,
): Promise<{ whistles: WhistleView[] }> {
  let query = db.selectFrom('whistles').selectAll().where('streetId', '=', ctx.streetId).orderBy('id', 'desc').limit(input.limit);
  if (input.state) query = query.where('state', '=', input.state);
  if (input.orderId) query = query.where('orderId', '=', input.orderId);
  if (input.claimed !== undefined) {
    const claimed = sql<boolean>`exists (select 1 from summonses s where s.street_id = whistles.street_id and s.whistle_id = whistles.id and s.propriety = 'CLAIMED_IMPROPER')`;
    query = query.where(input.claimed ? claimed : sql<boolean>`not ${claimed}`);
  }
  if (input.before) query = query.where('id', '<', input.before);
  return { whistles: (await query.execute()).map(whistleView) };
}

/** One whistle with the summonses the caller may see: all of them for the street, its own for a unit. */
export async function getWhistle(
  db: Kysely<DispatchDb>,
  { id }: { id: string },
  ctx: Ctx,
): Promise<WhistleView & { summonses: SummonsView[] }> {
  const whistle = await db.selectFrom('whistles').selectAll().where('streetId', '=', ctx.streetId).where('id', '=', id).executeTakeFirst();
  if (!whistle) throw new DomainError('object.not-found', {});
  const rows = await db
    .selectFrom('summonses')
    .selectAll()
    .select(sql<Date>`(select app_now())`.as('now'))
    .where('streetId', '=', ctx.streetId)
    .where('whistleId', '=', id)
    .execute();
  rows.sort((a, b) => whistle.summonsIds.indexOf(a.id) - whistle.summonsIds.indexOf(b.id));
  return { ...whistleView(whistle), summonses: rows.map((row) => summonsView(row, row.now)) };
}

/** Both sides measured over the days on which units were summoned. */
export async function getWhistleScores(
  db: Kysely<DispatchDb>,
  { from, to, unitId }: z.output<typeof whistles.whistleScores.input>,
  ctx: Ctx,
): Promise<{ scores: WhistleScore[] }> {
  const rows = await db
    .selectFrom('summonses')
    .select(['whistlingUnitId', 'unitId', 'propriety', 'respondDueAt', 'answeredAt', 'resultAt', 'endedAt'])
    .where('streetId', '=', ctx.streetId)
    .where('summonedAt', '>=', atBeijing(from, '00:00'))
    .where('summonedAt', '<', atBeijing(addDays(to, 1), '00:00'))
    .execute();
  const scores = whistleScores(rows.map((row) => ({ ...row, hasResult: row.resultAt !== null })));
  return { scores: unitId === undefined ? scores : scores.filter((score) => score.unitId === unitId) };
}

/** Whistles that are asked for or sounded, of orders that are closed, of all streets. */
export async function leftOpen(db: Kysely<DispatchDb>): Promise<{ streetId: string; id: string; orderId: string }[]> {
  return db
    .selectFrom('whistles as w')
    .innerJoin('workOrders as o', (join) => join.onRef('o.streetId', '=', 'w.streetId').onRef('o.id', '=', 'w.orderId'))
    .select(['w.streetId', 'w.id', 'o.id as orderId'])
    .where('w.state', 'in', ['ASKED', 'SOUNDED'])
    .where('o.isOpen', '=', false)
    .orderBy('w.streetId')
    .orderBy('w.id')
    .execute();
}
