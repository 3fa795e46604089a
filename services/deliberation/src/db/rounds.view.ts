import type { Ctx, rounds, RoundView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { missingInMinutes } from '../domain/minutes.js';
import type { DeliberationDb, RoundRow } from './schema.js';

export function roundView(row: RoundRow): RoundView {
  const {
    id,
    issueId,
    tableId,
    no,
    noticeNo,
    state,
    agenda,
    bodies,
    isEmergency,
    attendance,
    positions,
    quorum,
    outcome,
    absent,
    version,
  } = row;
  return {
    ...{ id, issueId, tableId, no, noticeNo, state, agenda, bodies, isEmergency, attendance, positions, quorum, outcome, absent, version },
    noticedAt: row.noticedAt.toISOString(),
    startsAt: row.startsAt.toISOString(),
    openedAt: row.openedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    minutes: {
      items: row.minuteItems,
      missing: missingInMinutes(row.minuteItems, row.hadPlan, positions),
      dueAt: row.minutesDueAt?.toISOString() ?? null,
      finishedAt: row.minutesFinishedAt?.toISOString() ?? null,
    },
  };
}

/** Reach is kept by row-level security: a unit sees the rounds of the issues it sits at. */
export async function getRound(db: Kysely<DeliberationDb>, { id }: { id: string }, ctx: Ctx): Promise<RoundView> {
  const row = await db.selectFrom('rounds').selectAll().where('streetId', '=', ctx.streetId).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('object.not-found', {});
  return roundView(row);
}

export async function listRounds(db: Kysely<DeliberationDb>, { id }: { id: string }, ctx: Ctx): Promise<{ rounds: RoundView[] }> {
  const issue = await db.selectFrom('issues').select('id').where('streetId', '=', ctx.streetId).where('id', '=', id).executeTakeFirst();
  if (!issue) throw new DomainError('object.not-found', {});
  const rows = await db
    .selectFrom('rounds')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .where('issueId', '=', id)
    .orderBy('noticedAt')
    .orderBy('noticeNo')
    .execute();
  return { rounds: rows.map(roundView) };
}

/** The round for someone who looks again and again: nothing but its version while it is the one they have seen. */
export async function watchRound(
  db: Kysely<DeliberationDb>,
  { id, seenVersion }: z.output<typeof rounds.watchRound.input>,
  ctx: Ctx,
): Promise<z.output<typeof rounds.watchRound.output>> {
  const found = await db
    .selectFrom('rounds')
    .select('version')
    .where('streetId', '=', ctx.streetId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw new DomainError('object.not-found', {});
  if (found.version === seenVersion) return { version: found.version, isUnchanged: true, round: null };
  const round = await getRound(db, { id }, ctx);
  return { version: round.version, isUnchanged: false, round };
}
