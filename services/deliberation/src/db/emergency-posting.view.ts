import { labels } from '@wufang/contracts';
import type { ExpressionBuilder, Kysely } from 'kysely';
import { computeOne } from '../domain/plan-draft.js';
import type { EmergencyUseRow } from './emergency.schema.js';
import { postingOf } from './emergency.store.js';
import type { DeliberationDb } from './schema.js';

/** The posting that counts with what it was counted from; of one from before these were kept nothing. */
export async function keptPosting(sql: Kysely<DeliberationDb>, use: EmergencyUseRow) {
  const where = { streetId: use.streetId, useId: use.id, postingNo: postingOf(use) };
  const of = (eb: ExpressionBuilder<DeliberationDb, 'emergencyPlans' | 'emergencyShares'>) => eb.and(where);
  const plan = await sql.selectFrom('emergencyPlans').selectAll().where(of).executeTakeFirst();
  if (!plan) return { hash: null, money: null, homes: [], units: [] };
  const money = computeOne(plan.document, plan.scenario);
  const placeOfHome = new Map(plan.document.homes.map(({ code, building, stairwell }) => [code, { building, stairwell }]));
  const rows = await sql.selectFrom('emergencyShares').selectAll().where(of).orderBy('homeId').execute();
  const beside = money.shares.lines.filter(({ home, amountFen }) => home === null && amountFen > 0n);
  return {
    ...{ hash: plan.hash, money },
    homes: rows.map((row) => {
      const { building, stairwell } = placeOfHome.get(row.code!)!;
      return { ...row, building: building ?? '', stairwell: stairwell ?? '' };
    }),
    units: beside.map(({ payer, capacity, amountFen }) => ({
      label: `${money.plan.payers.get(payer)?.name ?? payer}（${labels.payerCapacity[capacity]}）`,
      amountFen,
    })),
  };
}
