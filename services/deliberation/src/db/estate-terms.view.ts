import type { Ctx, EstateTermView, estateTerms as operations } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { ClockRules, RuleBook, Vault } from '@wufang/service';
import { sql as raw, type Kysely } from 'kysely';
import type { z } from 'zod';
import { dutiesOfTerm } from '../domain/estate-term-duties.js';
import { standingOf } from '../domain/estate-term-states.js';
import type { EstateTermRow } from './estate-terms.schema.js';
import { placeOfTermFile } from './estate-terms.store.js';
import type { DeliberationDb } from './schema.js';

type Sql = Kysely<DeliberationDb>;

export function termView(row: EstateTermRow, rules: ClockRules, now: Date): EstateTermView {
  const { id, estateId, communityId, tableId, kind, state, steps, version } = row;
  const duties = dutiesOfTerm(row, rules).map(({ code, seat, startedAt, dueAt }) => ({
    ...{ code, seat, startedAt: startedAt.toISOString(), dueAt: dueAt.toISOString(), isLate: dueAt <= now },
  }));
  return { id, estateId, communityId, tableId, kind, state, ...standingOf(steps), duties, steps, version };
}

/** The register, what is due first first; what owes nothing any more comes last. Reach is kept by row-level security. */
export async function listTerms(
  db: Sql,
  { estateId, ended }: z.output<typeof operations.listTerms.input>,
  ctx: Ctx,
  rules: RuleBook,
): Promise<z.input<typeof operations.listTerms.output>> {
  let query = db.selectFrom('estateTerms').selectAll().where('streetId', '=', ctx.streetId).orderBy('id', 'desc');
  if (estateId) query = query.where('estateId', '=', estateId);
  if (!ended) query = query.where('isOpen', '=', true);
  const [rows, { now, limits }] = [await query.execute(), await today(db, ctx, rules)];
  const terms = rows.map((row) => {
    const { steps: _, ...term } = termView(row, limits, now);
    return term;
  });
  const dueOf = ({ duties }: (typeof terms)[number]) => duties[0]?.dueAt ?? '9999';
  return { terms: terms.sort((a, b) => dueOf(a).localeCompare(dueOf(b))) };
}

export async function getTerm(db: Sql, { id }: { id: string }, ctx: Ctx, rules: RuleBook): Promise<EstateTermView> {
  const row = await termById(db, id, ctx);
  const { now, limits } = await today(db, ctx, rules);
  return termView(row, limits, now);
}

/** A scan that a step of the term names, opened; to whoever may not see the term it is not there. */
export async function getTermFile(
  db: Sql,
  { id, fileId }: { id: string; fileId: string },
  ctx: Ctx,
  vault: Vault,
): Promise<{ type: string; file: string }> {
  const { steps } = await termById(db, id, ctx);
  const row = await db
    .selectFrom('estateTermFiles')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .where('termId', '=', id)
    .where('id', '=', fileId)
    .executeTakeFirst();
  if (!row || !steps.some(({ step }) => step.fileId === fileId)) throw new DomainError('object.not-found', {});
  return { type: row.type, file: vault.open<{ file: string }>(row, placeOfTermFile(row.id)).file };
}

async function termById(db: Sql, id: string, ctx: Ctx): Promise<EstateTermRow> {
  const row = await db.selectFrom('estateTerms').selectAll().where('streetId', '=', ctx.streetId).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('object.not-found', {});
  return row;
}

/** The database's time and the table in force at it. */
async function today(db: Sql, ctx: Ctx, rules: RuleBook): Promise<{ now: Date; limits: ClockRules }> {
  const { now } = (await raw<{ now: Date }>`select app_now() as now`.execute(db)).rows[0]!;
  return { now, limits: await rules.at(ctx.streetId, now) };
}
