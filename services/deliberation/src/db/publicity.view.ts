import type { Ctx, ObjectionView, publicity as operations, PublicityFile, PublicityView } from '@wufang/contracts';
import { DomainError, fen, fenToJson } from '@wufang/kernel';
import { sql, type Kysely } from 'kysely';
import type { z } from 'zod';
import { maskedShares } from '../domain/masked-shares.js';
import { objectingOwners, openObjections } from '../domain/publicity.js';
import { issueInView } from './issues.view.js';
import { linesOf, sharesRows } from './plans.store.js';
import type { ObjectionRow, PlanHomeShareRow, PlanLineRow, PlanRow, PublicityRow } from './plans.schema.js';
import type { DeliberationDb } from './schema.js';

type Sql = Kysely<DeliberationDb>;

export function objectionView(row: ObjectionRow, now: Date): ObjectionView {
  const { id, publicityId, by, seat, homeLabel, reason, documentId, state, answer } = row;
  return {
    ...{ id, publicityId, by, seat, homeLabel, reason, documentId, state, answer },
    raisedAt: row.raisedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    isOverdue: (row.answeredAt ?? now) > row.dueAt && state !== 'WITHDRAWN',
  };
}

interface OfPlan {
  plan: Pick<PlanRow, 'payers' | 'totalFen'>;
  lines: readonly PlanLineRow[];
  homes: readonly PlanHomeShareRow[];
}

export function publicityView(row: PublicityRow, { plan, lines, homes }: OfPlan): PublicityView {
  const { id, issueId, planId, no, numberText, state, title, point, photoIds } = row;
  const paid = new Map<string, bigint>();
  for (const { payer, amountFen } of lines) paid.set(payer, (paid.get(payer) ?? 0n) + amountFen);
  return {
    ...{ id, issueId, planId, no, numberText, state, title, lines: row.lines, point, photoIds },
    payers: plan.payers.flatMap(({ code, name }) => (paid.has(code) ? [{ name, amountFen: fenToJson(fen(paid.get(code)!)) }] : [])),
    homes: maskedShares(homes).map((share) => ({ ...share, shareFen: fenToJson(share.shareFen) })),
    totalFen: fenToJson(fen(plan.totalFen)),
    postedAt: row.postedAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}

export function publicityFile(row: PublicityRow, of: OfPlan, raised: readonly ObjectionRow[], now: Date): PublicityFile {
  const { affectedOwners, assembly } = row;
  return {
    ...publicityView(row, of),
    objections: raised.map((one) => objectionView(one, now)),
    ...{ affectedOwners, objectingOwners: objectingOwners(row.raised) },
    assembly: assembly && {
      ...{ neededAt: assembly.neededAt, outcome: assembly.outcome, document: assembly.document, at: assembly.at },
      voteId: assembly.voteId ?? null,
    },
  };
}

/** The publicities of an issue with their objections, new ones first; for its seats. */
export async function listPublicities(db: Sql, { issueId }: { issueId: string }, ctx: Ctx): Promise<{ publicities: PublicityFile[] }> {
  await issueInView(db, issueId, ctx);
  const rows = await db
    .selectFrom('publicities')
    .selectAll()
    .select(sql<Date>`(select app_now())`.as('now'))
    .where('streetId', '=', ctx.streetId)
    .where('issueId', '=', issueId)
    .orderBy('no', 'desc')
    .execute();
  return {
    publicities: await Promise.all(rows.map(async (row) => publicityFile(row, await ofPlan(db, row), await raisedIn(db, row), row.now))),
  };
}

/** What hangs now, for everyone. */
export async function listPosted(
  db: Sql,
  { streetId, limit }: z.output<typeof operations.listPosted.input>,
): Promise<z.input<typeof operations.listPosted.output>> {
  const rows = await db
    .selectFrom('publicities')
    .innerJoin('plans', (join) => join.onRef('plans.streetId', '=', 'publicities.streetId').onRef('plans.id', '=', 'publicities.planId'))
    .innerJoin('issues as i', (join) => join.onRef('i.streetId', '=', 'publicities.streetId').onRef('i.id', '=', 'publicities.issueId'))
    .leftJoin('estates as e', (join) => join.onRef('e.streetId', '=', 'i.streetId').onRef('e.id', '=', 'i.estateId'))
    .select(['publicities.id', 'publicities.title', 'e.name as estateName', 'plans.totalFen', 'publicities.postedAt', 'publicities.endsAt'])
    .where('publicities.streetId', '=', streetId)
    .where('publicities.state', '=', 'POSTED')
    .orderBy('publicities.postedAt', 'desc')
    .limit(limit)
    .execute();
  return {
    publicities: rows.map(({ id, title, estateName, totalFen, postedAt, endsAt }) => ({
      ...{ id, title, estateName, totalFen: fenToJson(fen(totalFen)), postedAt: postedAt.toISOString(), endsAt: endsAt.toISOString() },
    })),
  };
}

/** One publicity as everyone may read it: sums, masked shares and how many object, no ids of the table’s own things. */
export async function readPosted(
  db: Sql,
  { streetId, id }: { streetId: string; id: string },
): Promise<z.input<typeof operations.readPosted.output>> {
  const row = await db.selectFrom('publicities').selectAll().where('streetId', '=', streetId).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('object.not-found', {});
  const { issueId, planId: _, photoIds: __, ...seen } = publicityView(row, await ofPlan(db, row));
  const estate = await db
    .selectFrom('issues as i')
    .leftJoin('estates as e', (join) => join.onRef('e.streetId', '=', 'i.streetId').onRef('e.id', '=', 'i.estateId'))
    .select('e.name')
    .where('i.streetId', '=', streetId)
    .where('i.id', '=', issueId)
    .executeTakeFirst();
  return { ...seen, estateName: estate?.name ?? null, objections: row.raised.length, openObjections: openObjections(row.raised) };
}

export async function ofPlan(db: Sql, { streetId, planId }: PublicityRow): Promise<OfPlan> {
  const plan = (await db
    .selectFrom('plans')
    .select(['payers', 'totalFen'])
    .where('streetId', '=', streetId)
    .where('id', '=', planId)
    .executeTakeFirst())!;
  return { plan, lines: await linesOf(db, streetId, [planId]), homes: await sharesRows(db, streetId, planId) };
}

export async function raisedIn(db: Sql, { streetId, id }: PublicityRow): Promise<ObjectionRow[]> {
  return db.selectFrom('objections').selectAll().where('streetId', '=', streetId).where('publicityId', '=', id).orderBy('id').execute();
}
