import type { Ctx, HomeSettlement, works } from '@wufang/contracts';
import { DomainError, fenToJson } from '@wufang/kernel';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { homeLabel } from '../domain/plan-scope.js';
import { homeSettlement } from '../domain/works-settlement.js';
import { ownShareRows } from './plans.view.js';
import type { PlanHomeShareRow } from './plans.schema.js';
import { homeByKey } from './plans.store.js';
import { bodyOf } from './resolutions.view.js';
import type { DeliberationDb } from './schema.js';

type Sql = Kysely<DeliberationDb>;

/** The settlement of a home for whoever holds its number and code; no login. A statement of an earlier version opens it too: the home is the same. */
export async function trackHomeSettlement(
  db: Sql,
  { streetId, ...key }: z.output<typeof works.trackHomeSettlement.input>,
): Promise<HomeSettlement> {
  const share = await homeByKey(db, streetId, key);
  const found = await settlementOfHomes(db, streetId, share.issueId, [share]);
  if (!found[0]) throw new DomainError('works.not-settled', {});
  return found[0];
}

/** The settlements of the homes bound to an account, in a version that is in force; to anybody else there is none. */
export async function ownSettlements(
  db: Sql,
  { planId }: z.output<typeof works.getOwnSettlements.input>,
  ctx: Ctx,
): Promise<{ settlements: HomeSettlement[] }> {
  const mine = (await ownShareRows(db, ctx)).filter((row) => row.planId === planId);
  if (mine.length === 0) throw new DomainError('object.not-found', {});
  const plan = await db
    .selectFrom('plans')
    .select('issueId')
    .where('streetId', '=', ctx.streetId)
    .where('id', '=', planId)
    .executeTakeFirstOrThrow();
  const settlements = await settlementOfHomes(db, ctx.streetId, plan.issueId, mine);
  if (settlements.length === 0) throw new DomainError('works.not-settled', {});
  return { settlements };
}

/** By the plan that was signed, whichever version a home was found by; none before the settlement, nor of a home that had another owner by then. */
async function settlementOfHomes(
  db: Sql,
  streetId: string,
  issueId: string,
  homes: readonly Pick<PlanHomeShareRow, 'homeId' | 'ownerId'>[],
): Promise<HomeSettlement[]> {
  const row = await db
    .selectFrom('works')
    .innerJoin('resolutions', (join) =>
      join.onRef('resolutions.streetId', '=', 'works.streetId').onRef('resolutions.id', '=', 'works.resolutionId'),
    )
    .select(['works.id', 'works.title', 'works.settlement', 'works.changes', 'resolutions.bytes'])
    .where('works.streetId', '=', streetId)
    .where('works.issueId', '=', issueId)
    .executeTakeFirst();
  const signed = row && bodyOf(row).plan;
  if (!row || row.settlement === null || !signed) return [];
  const { settlement, changes } = row;
  const plan = await db
    .selectFrom('plans')
    .select(['document', 'scenario', 'payers'])
    .where('streetId', '=', streetId)
    .where('id', '=', signed.id)
    .executeTakeFirstOrThrow();
  const shares: PlanHomeShareRow[] = await db
    .selectFrom('planHomeShares')
    .selectAll()
    .where('streetId', '=', streetId)
    .where('planId', '=', signed.id)
    .where(
      'homeId',
      'in',
      homes.map(({ homeId }) => homeId),
    )
    .orderBy('ordinal')
    .execute();
  const isOwn = (one: PlanHomeShareRow) => homes.some(({ homeId, ownerId }) => homeId === one.homeId && ownerId === one.ownerId);
  const facts = { document: plan.document, scenario: plan.scenario!, payers: plan.payers, changes, settlement };
  return shares.filter(isOwn).map((share) => {
    const label = homeLabel(share);
    const { plannedFen, finalFen, differenceFen, lines } = homeSettlement(facts, share.code, label);
    return {
      ...{ worksId: row.id, planId: signed.id, title: row.title, homeLabel: label, lines, settledAt: settlement.settledAt },
      ...{ plannedFen: fenToJson(plannedFen), finalFen: fenToJson(finalFen), differenceFen: fenToJson(differenceFen) },
    };
  });
}
