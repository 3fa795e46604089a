import type { Ctx, DiaryEntry, works, WorksView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { sql, type Kysely } from 'kysely';
import type { z } from 'zod';
import { namesOfResident, residentSigns } from '../domain/acceptance.js';
import { homesBoundNow } from './bound-homes.store.js';
import type { DeliberationDb } from './schema.js';
import type { WorksEntryRow, WorksRow } from './works.schema.js';

type Sql = Kysely<DeliberationDb>;
type Output<K extends keyof typeof works> = z.input<(typeof works)[K]['output']>;

export function worksView(row: WorksRow): WorksView {
  const { id, issueId, resolutionId, tableId, estateId, title, state, stages, changes, team, checks, acceptanceNo, failedItems } = row;
  return {
    ...{ id, issueId, resolutionId, tableId, estateId, title, state, stages, changes, team, checks, acceptanceNo, failedItems },
    ...{ rectifyDueAt: row.rectifyDueAt?.toISOString() ?? null, acceptedAt: row.acceptedAt?.toISOString() ?? null },
    ...{ settlement: row.settlement, settlementPosting: row.settlementPosting },
    ...{ retentionEndsAt: row.retentionEndsAt?.toISOString() ?? null },
    ...{ releasedAt: row.releasedAt?.toISOString() ?? null, looks: row.looks, version: row.version },
  };
}

const entryView = ({ id, kind, stageNo, text, photoIds, seat, at }: WorksEntryRow): DiaryEntry => ({
  ...{ id, kind, stageNo, text, photoIds, seat, at: at.toISOString() },
});

/** Reach is kept by row-level security: a unit sees the works of the tables it sits at. */
export async function listWorks(
  db: Sql,
  { issueId, limit }: z.output<typeof works.listWorks.input>,
  ctx: Ctx,
): Promise<Output<'listWorks'>> {
  let query = db.selectFrom('works').selectAll().where('streetId', '=', ctx.streetId).orderBy('id', 'desc').limit(limit);
  if (issueId !== undefined) query = query.where('issueId', '=', issueId);
  return { works: (await query.execute()).map(worksView) };
}

export async function findWorks(db: Sql, id: string, ctx: Ctx): Promise<WorksRow> {
  const row = await db.selectFrom('works').selectAll().where('streetId', '=', ctx.streetId).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('object.not-found', {});
  return row;
}

export async function getWorks(db: Sql, { id }: { id: string }, ctx: Ctx): Promise<Output<'getWorks'>> {
  const row = await findWorks(db, id, ctx);
  return { works: worksView(row), diary: (await diaryOf(db, row)).map(entryView) };
}

/** What a resident's home has to look at as a member of the quality team, new ones first; by the homes of the account's mandates, those it has bound, or the account itself. */
export async function listToCheck(db: Sql, ctx: Ctx): Promise<Output<'listToCheck'>> {
  const bound = await homesBoundNow(db, ctx.streetId, [ctx.actor.accountId]);
  const mine = namesOfResident(
    ctx.actor,
    bound.map(({ homeId }) => homeId),
  );
  const rows = await db
    .selectFrom('works')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .where(sql<boolean>`team->'residents' ?| ${mine}::text[]`)
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
  return {
    works: rows.map(({ id, title, state, team, checks }) => {
      const by = residentSigns(team!.residents.findIndex((one) => mine.includes(one)));
      return { id, title, state, items: team!.items, check: checks.find((one) => one.by === by) ?? null };
    }),
  };
}

function diaryOf(db: Sql, { streetId, id }: WorksRow): Promise<WorksEntryRow[]> {
  return db
    .selectFrom('worksEntries')
    .selectAll()
    .where('streetId', '=', streetId)
    .where('worksId', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** How far works are, for everyone: texts that hold no personal data, no seats, no pictures. */
export async function listPublicWorks(
  db: Sql,
  { streetId, limit }: z.output<typeof works.listPublicWorks.input>,
): Promise<Output<'listPublicWorks'>> {
  const rows = await db.selectFrom('works').selectAll().where('streetId', '=', streetId).orderBy('id', 'desc').limit(limit).execute();
  return {
    works: await Promise.all(
      rows.map(async (row) => {
        const { id, title, state, stages, settlement } = row;
        const latest = (await diaryOf(db, row)).slice(-3).map(({ kind, text, at }) => ({ kind, text, at: at.toISOString() }));
        return { id, title, state, stages, finalFen: settlement?.finalFen ?? null, latest };
      }),
    ),
  };
}
