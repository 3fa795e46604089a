import type { CostPart, Ctx, OwnCostPart } from '@wufang/contracts';
import { DomainError, fen, fenToJson } from '@wufang/kernel';
import { sql as raw, type Kysely } from 'kysely';
import { instalmentView } from './instalments.view.js';
import type { PlanRow } from './plans.schema.js';
import { linesOf } from './plans.store.js';
import { makeStatement } from './plans.view.js';
import type { DeliberationDb } from './schema.js';

type Sql = Kysely<DeliberationDb>;

/**
 * What the caller's units pay in plans at whose table they have no seat, new ones first. Row-level security hides those plans from them: these questions are asked
 * with the street's eyes, and answer with nothing but what is of the caller's own units.
 */
export async function listMyParts(db: Sql, ctx: Ctx): Promise<{ parts: CostPart[] }> {
  const rows = await plansPaidBy(db, ctx);
  const parts: CostPart[] = [];
  for (const row of rows) parts.push(...(await partsOf(db, row, ctx)));
  return { parts };
}

/** One of them: its statement line by line, and what it pays when. Whoever pays nothing in it, or sits at its table, finds nothing here. */
export async function getMyPart(db: Sql, { planId }: { planId: string }, ctx: Ctx): Promise<{ parts: OwnCostPart[] }> {
  const [row] = await plansPaidBy(db, ctx, planId);
  const parts = row ? await partsOf(db, row, ctx) : [];
  if (parts.length === 0) throw new DomainError('object.not-found', {});
  const found: OwnCostPart[] = [];
  for (const part of parts) {
    const statement = await makeStatement(db, { id: planId, of: 'PAYER', payer: part.payer }, ctx);
    const instalments = await db
      .selectFrom('instalments')
      .selectAll()
      .where('streetId', '=', ctx.streetId)
      .where('issueId', '=', part.issueId)
      .where('payer', '=', part.payer)
      .orderBy(raw`due_at nulls last`)
      .orderBy('no')
      .orderBy('id')
      .execute();
    found.push({ ...part, statement, instalments: instalments.map(instalmentView) });
  }
  return { parts: found };
}

/** Versions whose amounts are frozen and in force, of issues that have not come to nothing. */
async function plansPaidBy(db: Sql, { streetId, actor }: Ctx, planId?: string): Promise<PlanRow[]> {
  if (actor.unitIds.length === 0) return [];
  let query = db
    .selectFrom('plans')
    .innerJoin('issues', (join) => join.onRef('issues.streetId', '=', 'plans.streetId').onRef('issues.id', '=', 'plans.issueId'))
    .selectAll('plans')
    .where('plans.streetId', '=', streetId)
    .where('plans.state', '=', 'CHOSEN')
    .where('issues.state', 'not in', ['REJECTED', 'WITHDRAWN', 'MERGED'])
    .where(
      raw<boolean>`exists (select 1 from jsonb_array_elements(plans.payers) p where (p ->> 'unitId')::uuid in (${raw.join(actor.unitIds)}))`,
    )
    .orderBy('plans.id', 'desc')
    .limit(100);
  if (planId !== undefined) query = query.where('plans.id', '=', planId);
  return query.execute();
}

async function partsOf(db: Sql, row: PlanRow, { streetId, actor }: Ctx): Promise<CostPart[]> {
  const { id: planId, issueId, title, numberText, concernedUnitIds, scope } = row;
  const lines = await linesOf(db, streetId, [planId]);
  return row.payers.flatMap(({ code: payer, name: payerName, unitId }): CostPart[] => {
    if (unitId === null || !actor.unitIds.includes(unitId) || concernedUnitIds.includes(unitId)) return [];
    const own = lines.filter((line) => line.payer === payer);
    const amountFen = own.reduce((all, line) => all + line.amountFen, 0n);
    if (amountFen === 0n) return [];
    const { estateId } = scope;
    return [{ planId, issueId, estateId, title, numberText, payer, payerName, unitId, amountFen: fenToJson(fen(amountFen)) }];
  });
}
