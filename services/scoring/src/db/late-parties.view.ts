import { sourceInWords, type Ctx, type LateParty } from '@wufang/contracts';
import { beijingDate, toIsoBeijing } from '@wufang/kernel';
import type { Kysely } from 'kysely';
import { latePointsAt } from '../domain/late-points.js';
import { rangeOf } from './rates.view.js';
import type { ScoringDb } from './schema.js';

type Sql = Kysely<ScoringDb>;
type Case = LateParty['cases'][number] & { unitId: string };

/**
 * Who was late in one assessment period with what it signed (逾期失分), by the day it was due: promises and payments by unit, the points they cost, and every case
 * behind a figure. A lateness that was taken back is none; whoever is no unit loses no point. Reach is kept by row-level security: a unit sees its own alone.
 */
export async function latePartiesOf(db: Sql, { period }: { period: string }, ctx: Ctx) {
  const { from, to } = rangeOf(period);
  const points = latePointsAt(beijingDate(from));
  const cases = [
    ...(await lateCommitments(db, ctx, from, to)).map((one): Case => ({ ...one, kind: 'COMMITMENT', points: points.commitment })),
    ...(await lateInstalments(db, ctx, from, to)).map((one): Case => ({ ...one, kind: 'INSTALMENT', points: points.instalment })),
  ].sort((a, b) => a.dueAt.localeCompare(b.dueAt) || a.id.localeCompare(b.id));
  const units = await db.selectFrom('units').select(['id', 'name']).where('streetId', '=', ctx.streetId).execute();
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  const rows = [...new Set(cases.map(({ unitId }) => unitId))]
    .map((unitId): LateParty => {
      const own = cases.filter((one) => one.unitId === unitId).map(({ unitId: _, ...one }) => one);
      return {
        ...{ unitId, name: nameOf.get(unitId) ?? unitId, cases: own },
        commitments: own.filter(({ kind }) => kind === 'COMMITMENT').length,
        instalments: own.filter(({ kind }) => kind === 'INSTALMENT').length,
        points: own.reduce((all, one) => all + one.points, 0),
      };
    })
    .sort((a, b) => b.points - a.points || a.name.localeCompare(b.name, 'zh'));
  return { period, from: toIsoBeijing(from), to: toIsoBeijing(to), pointsSource: sourceInWords(points.source), rows };
}

const lateCommitments = async (db: Sql, { streetId }: Ctx, from: Date, to: Date) =>
  (
    await db
      .selectFrom('commitmentFacts')
      .select(['commitmentId as id', 'unitId', 'issueId', 'title', 'dueAt'])
      .where('streetId', '=', streetId)
      .where('isLate', '=', true)
      .where('unitId', 'is not', null)
      .where('dueAt', '>=', from)
      .where('dueAt', '<', to)
      .execute()
  ).map(asCase);

const lateInstalments = async (db: Sql, { streetId }: Ctx, from: Date, to: Date) =>
  (
    await db
      .selectFrom('instalmentFacts')
      .select(['instalmentId as id', 'unitId', 'issueId', 'title', 'dueAt'])
      .where('streetId', '=', streetId)
      .where('isLate', '=', true)
      .where('unitId', 'is not', null)
      .where('dueAt', '>=', from)
      .where('dueAt', '<', to)
      .execute()
  ).map(asCase);

const asCase = (row: { id: string; unitId: string | null; issueId: string | null; title: string | null; dueAt: Date | null }) => ({
  ...row,
  unitId: row.unitId!,
  dueAt: row.dueAt!.toISOString(),
});
