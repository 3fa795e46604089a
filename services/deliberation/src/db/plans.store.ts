import type { Ctx, PlanState } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { aggregate, table, type Loader } from '@wufang/service';
import type { Kysely } from 'kysely';
import type { HomeIds } from '../domain/cost-share-settlement.js';
import { readHomeNumber } from '../domain/plan-scope.js';
import { lockIssueWithinReach } from './issues.store.js';
import type { ObjectionRow, PlanHomeShareRow, PlanLineRow, PlanPaperRow, PlanRow, PublicityRow } from './plans.schema.js';
import type { DeliberationDb, DeliberationTx, IssueRow } from './schema.js';

export const plans = aggregate<PlanRow>('plans', 'cost-plan');
export const planLines = table<PlanLineRow>('plan_lines', ['planId', 'payer', 'capacity', 'money']);
export const planHomeShares = table<PlanHomeShareRow>('plan_home_shares', ['planId', 'homeId']);
export const planPapers = table<PlanPaperRow>('plan_papers', ['id']);
export const publicities = aggregate<PublicityRow>('publicities', 'publicity');
export const objections = aggregate<ObjectionRow>('objections', 'objection');

/** The versions of an issue's plan, new ones first. */
const versionsOfIssue: Loader<{ id: string; no: number; state: PlanState }[]> = {
  name: 'versions of a plan',
  load: async (sql, issueIds, streetId) => {
    const rows = (await sql
      .selectFrom('plans')
      .select(['id', 'issueId', 'no', 'state'])
      .where('streetId', '=', streetId)
      .where('issueId', 'in', issueIds)
      .orderBy('no', 'desc')
      .execute()) as { id: string; issueId: string; no: number; state: PlanState }[];
    return new Map(issueIds.map((id) => [id, rows.filter(({ issueId }) => issueId === id)]));
  },
};
export const planVersions = async (tx: DeliberationTx, issueId: string) => (await tx.load(versionsOfIssue, issueId)) ?? [];

/** The plan and its issue, locked in that order everywhere: issue first. Whoever has no seat finds nothing. */
export async function lockPlanWithinReach(tx: DeliberationTx, id: string, ctx: Ctx): Promise<{ plan: PlanRow; issue: IssueRow }> {
  const found = await tx.load(issueOfPlan, id);
  if (found === undefined) throw new DomainError('object.not-found', {});
  const issue = await lockIssueWithinReach(tx, found, ctx);
  const plan = await tx.lock(plans, id);
  if (!plan) throw new DomainError('object.not-found', {});
  return { plan, issue };
}

const issueOfPlan: Loader<string> = {
  name: 'issue of a plan',
  load: async (sql, ids, streetId) => {
    const rows = (await sql
      .selectFrom('plans')
      .select(['id', 'issueId'])
      .where('streetId', '=', streetId)
      .where('id', 'in', ids)
      .execute()) as {
      id: string;
      issueId: string;
    }[];
    return new Map(rows.map(({ id, issueId }) => [id, issueId]));
  },
};

/** A home's share by the number and code of its statement; a wrong one of either is not there, and not told which. */
export async function homeByKey(
  db: Kysely<DeliberationDb>,
  streetId: string,
  key: { no: string; code: string },
): Promise<PlanHomeShareRow & { issueId: string }> {
  const number = readHomeNumber(key.no);
  const row =
    number &&
    (await db
      .selectFrom('planHomeShares')
      .innerJoin('plans', (join) =>
        join.onRef('plans.streetId', '=', 'planHomeShares.streetId').onRef('plans.id', '=', 'planHomeShares.planId'),
      )
      .selectAll('planHomeShares')
      .select('plans.issueId')
      .where('plans.streetId', '=', streetId)
      .where('plans.numberText', '=', number.numberText)
      .where('planHomeShares.ordinal', '=', number.ordinal)
      .where('planHomeShares.lookupCode', '=', key.code.toUpperCase())
      .executeTakeFirst());
  if (!row) throw new DomainError('home-share.not-found', {});
  return row;
}

/** The publicity of an issue that hung last. */
export async function lastPublicity(tx: DeliberationTx, issueId: string): Promise<PublicityRow | undefined> {
  return tx.sql
    .selectFrom('publicities')
    .selectAll()
    .where('streetId', '=', tx.streetId)
    .where('issueId', '=', issueId)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Which issue a publicity is of. Throws `object.not-found`. */
export async function issueOfPublicity(tx: DeliberationTx, id: string): Promise<string> {
  const row = await tx.sql
    .selectFrom('publicities')
    .select('issueId')
    .where('streetId', '=', tx.streetId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new DomainError('object.not-found', {});
  return row.issueId;
}

export function linesOf(db: Kysely<DeliberationDb>, streetId: string, planIds: readonly string[]): Promise<PlanLineRow[]> {
  return db
    .selectFrom('planLines')
    .selectAll()
    .where('streetId', '=', streetId)
    .where('planId', 'in', planIds)
    .orderBy('payer')
    .orderBy('capacity')
    .orderBy('money')
    .execute();
}

export function sharesRows(db: Kysely<DeliberationDb>, streetId: string, planId: string): Promise<PlanHomeShareRow[]> {
  return db
    .selectFrom('planHomeShares')
    .selectAll()
    .where('streetId', '=', streetId)
    .where('planId', '=', planId)
    .orderBy('ordinal')
    .execute();
}

/** The shares of one home in all plans; locked, since their codes change together. */
export function lockSharesOfHome(db: Kysely<DeliberationDb>, streetId: string, homeId: string): Promise<PlanHomeShareRow[]> {
  return db
    .selectFrom('planHomeShares')
    .selectAll()
    .where('streetId', '=', streetId)
    .where('homeId', '=', homeId)
    .orderBy('planId')
    .forUpdate()
    .execute();
}

/** Which home a chosen version means by a code. */
export const homeIdsOf = (rows: readonly Pick<PlanHomeShareRow, 'code' | 'homeId'>[]): HomeIds =>
  new Map(rows.map(({ code, homeId }) => [code, homeId]));

export function papersOfIssue(db: Kysely<DeliberationDb>, streetId: string, issueId: string): Promise<PlanPaperRow[]> {
  return db.selectFrom('planPapers').selectAll().where('streetId', '=', streetId).where('issueId', '=', issueId).orderBy('id').execute();
}

/** What stands for the papers that name a project, while one of them is not written yet. */
export const papersPlace = (projectId: string) => `papers of project ${projectId}`;

/** Papers that hold money of a project of the pool, in the order they were filed: not those taken back, nor those of issues that have come to nothing. */
export function papersOfProject(db: Kysely<DeliberationDb>, streetId: string, projectId: string) {
  return db
    .selectFrom('planPapers')
    .innerJoin('issues', (join) => join.onRef('issues.streetId', '=', 'planPapers.streetId').onRef('issues.id', '=', 'planPapers.issueId'))
    .select(['planPapers.issueId', 'planPapers.payer', 'planPapers.amountFen', 'issues.title'])
    .where('planPapers.streetId', '=', streetId)
    .where('planPapers.projectId', '=', projectId)
    .where('planPapers.withdrawnAt', 'is', null)
    .where((where) => where.or([where('issues.isOpen', '=', true), where('issues.state', '=', 'ARCHIVED')]))
    .orderBy('planPapers.filedAt')
    .orderBy('planPapers.id')
    .execute();
}
