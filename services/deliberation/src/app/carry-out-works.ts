import { labels, worksEvents, type Ctx, type WorksView, type works as operations } from '@wufang/contracts';
import { DomainError, fen, fenToJson, formatFen } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { lockInstalmentsOf } from '../db/instalments.store.js';
import type { PlanRow } from '../db/plans.schema.js';
import { plans } from '../db/plans.store.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import { lockWorksWithinReach } from '../db/works.store.js';
import { worksView } from '../db/works.view.js';
import { mostOfSigned } from '../domain/cost-share-settlement.js';
import { openOf } from '../domain/payment-ledger.js';
import { leadOf } from '../domain/plan-states.js';
import { refusePrivate } from '../domain/public-text.js';
import { seatActingFor } from '../domain/seats.js';
import { changeOfCost, mayBear } from '../domain/works-settlement.js';
import { nextOfWorks } from '../domain/works-states.js';
import { refuseUnknownFiles } from './known-files.js';
import { aboutWorks, saved, writeDiary } from './make-works.js';
import { moveIssue } from './move-issue.js';

type Input<K extends keyof typeof operations> = z.output<(typeof operations)[K]['input']>;

/** The works and their issue, with the seat that asks: the lead, or also the community, which watches over them (工程监理). */
export async function lockWorksFor(tx: DeliberationTx, id: string, ctx: Ctx, who: 'LEAD' | 'LEAD_OR_CHAIR') {
  const { row, issue } = await lockWorksWithinReach(tx, id, ctx);
  const { kind: seat } = seatActingFor(issue, ctx.actor, tx.now);
  const may = seat === leadOf(issue) || (who === 'LEAD_OR_CHAIR' && seat === 'COMMUNITY');
  if (!may) throw new DomainError('seat.not-yours', { seat: labels.seatKind[leadOf(issue)] });
  return { row, issue, seat };
}

/** While the issue is back at the table nothing new begins; only what is going on is noted. */
export function refuseUnlessExecuting({ state }: IssueRow, action: keyof typeof labels.worksAction): void {
  if (state !== 'EXECUTING')
    throw new DomainError('works.illegal-step', { status: labels.issueState[state], action: labels.worksAction[action] });
}

/** The lead starts (开工) with the first of its stages; not while a payment is late. */
export async function startWorks(tx: DeliberationTx, input: Input<'startWorks'>, ctx: Ctx): Promise<WorksView> {
  const { row, issue, seat } = await lockWorksFor(tx, input.id, ctx, 'LEAD');
  refuseUnlessExecuting(issue, 'start');
  const state = nextOfWorks(row.state, 'start');
  refusePrivate(input.text, ...input.stages);
  await refuseUnknownFiles(tx, issue.id, input.photoIds);
  await refuseUnpaid(tx, issue);
  const at = tx.now.toISOString();
  const { plannedDays } = input;
  if (plannedDays.length > 0 && plannedDays.length !== input.stages.length)
    throw new DomainError('works.planned-days', { stages: input.stages.length });
  const stages = input.stages.map((name, i) => ({
    ...{ no: i + 1, name, begunAt: i === 0 ? at : null, reachedAt: null },
    ...(plannedDays.length > 0 && { plannedDays: plannedDays[i]! }),
  }));
  const { text, photoIds } = input;
  const told = writeDiary(tx, row, { kind: 'STARTED', text, photoIds, stageNo: 1, seat });
  return worksView(saved(tx, { ...row, state, stages }, fact(worksEvents.started, { ...told, stages: input.stages })));
}

export async function noteProgress(tx: DeliberationTx, input: Input<'noteProgress'>, ctx: Ctx): Promise<WorksView> {
  const { row, seat } = await lockWorksFor(tx, input.id, ctx, 'LEAD_OR_CHAIR');
  const state = nextOfWorks(row.state, 'note');
  refusePrivate(input.text);
  await refuseUnknownFiles(tx, row.issueId, input.photoIds);
  const { entryId: id, text, photoIds } = input;
  const stageNo = row.stages.find(({ begunAt, reachedAt }) => begunAt !== null && reachedAt === null)?.no ?? null;
  const told = writeDiary(tx, row, { kind: 'PROGRESS', id, text, photoIds, stageNo, seat });
  return worksView(saved(tx, { ...row, state }, fact(worksEvents.noted, told)));
}

/** The next stage begins. A late payment is a soft stop (软停工): the community may let it go on, and says why. */
export async function beginStage(tx: DeliberationTx, input: Input<'beginStage'>, ctx: Ctx): Promise<WorksView> {
  const { row, issue, seat } = await lockWorksFor(tx, input.id, ctx, 'LEAD_OR_CHAIR');
  refuseUnlessExecuting(issue, 'beginStage');
  const state = nextOfWorks(row.state, 'beginStage');
  const goOnReason = input.goOnReason ?? null;
  refusePrivate(goOnReason);
  const stage = row.stages.find(({ begunAt }) => begunAt === null);
  const isInOrder = row.stages.every(({ no, reachedAt }) => no >= input.no || reachedAt !== null);
  if (stage?.no !== input.no || !isInOrder) throw new DomainError('works.stage-order', {});
  if (goOnReason === null || seat !== 'COMMUNITY') await refuseUnpaid(tx, issue);
  const stages = row.stages.map((one) => (one.no === input.no ? { ...one, begunAt: tx.now.toISOString() } : one));
  const told = writeDiary(tx, row, {
    ...{ kind: 'STAGE_BEGUN' as const, stageNo: input.no, seat },
    text: `开始“${stage.name}”${goOnReason === null ? '' : `（有逾期未付，社区同意继续：${goOnReason}）`}`,
  });
  return worksView(saved(tx, { ...row, state, stages }, fact(worksEvents.stageBegun, { ...told, goOnReason })));
}

export async function reachStage(tx: DeliberationTx, input: Input<'reachStage'>, ctx: Ctx): Promise<WorksView> {
  const { row, seat } = await lockWorksFor(tx, input.id, ctx, 'LEAD');
  const state = nextOfWorks(row.state, 'reachStage');
  refusePrivate(input.text);
  await refuseUnknownFiles(tx, row.issueId, input.photoIds);
  const stage = row.stages.find(({ no }) => no === input.no);
  if (!stage || stage.begunAt === null || stage.reachedAt !== null) throw new DomainError('works.stage-order', {});
  const stages = row.stages.map((one) => (one.no === input.no ? { ...one, reachedAt: tx.now.toISOString() } : one));
  const { no: stageNo, text, photoIds } = input;
  const told = writeDiary(tx, row, { kind: 'STAGE_REACHED', stageNo, text, photoIds, seat });
  return worksView(saved(tx, { ...row, state, stages }, fact(worksEvents.stageReached, told)));
}

/** Names every payment that is late, with what is open of it. */
async function refuseUnpaid(tx: DeliberationTx, issue: IssueRow): Promise<void> {
  const late = (await lockInstalmentsOf(tx, issue.id)).filter(
    (row) => row.state === 'OPEN' && row.kind !== 'REFUND' && row.dueAt !== null && row.dueAt <= tx.now,
  );
  if (late.length === 0) return;
  const unpaid = late.map((row) => `${row.payerName}“${row.name}” ¥${formatFen(fen(openOf(row)))}`).join('；');
  throw new DomainError('works.unpaid', { unpaid });
}

/**
 * A change of cost or scope while the works run (变更). Within the tolerance it is recorded: who bears it is the rule that was signed, or the seat that
 * says so of itself; who does not lead may add what it bears and nothing else. Beyond it, or with another scope, the issue goes back to the table: a new version of the plan, new consents of those affected, and
 * the works wait for their signatures.
 */
export async function changeWorks(tx: DeliberationTx, input: Input<'changeWorks'>, ctx: Ctx, rules: RuleBook): Promise<WorksView> {
  const { row, issue } = await lockWorksWithinReach(tx, input.id, ctx);
  const { kind: seat } = seatActingFor(issue, ctx.actor, tx.now);
  if (row.changes.some(({ id }) => id === input.changeId)) return worksView(row);
  refuseUnlessExecuting(issue, 'change');
  const state = nextOfWorks(row.state, 'change');
  refusePrivate(input.reason);
  const { borneBy, reason, changeId: id } = input;
  if (borneBy !== null && borneBy !== seat) throw new DomainError('works.bearer', { seat: labels.seatKind[borneBy] });
  if (borneBy === null && seat !== leadOf(issue)) throw new DomainError('seat.not-yours', { seat: labels.seatKind[leadOf(issue)] });
  const plan = issue.planId === null ? undefined : await tx.lock(plans, issue.planId);
  if (!plan) throw new DomainError('works.item-unknown', { item: input.items[0]!.name });
  if (borneBy !== null && !mayBear(borneBy, plan.payers)) throw new DomainError('works.bearer-unfit', { seat: labels.seatKind[borneBy] });
  const { items, byFen, totalFen, isBackToTable, more, less } = changeOfCost(plan.document, row.changes, input.items, input.isScopeChange);
  if (seat !== leadOf(issue) && (isBackToTable || byFen <= 0n || less.length > 0))
    throw new DomainError('works.change-lead-only', { lead: labels.seatKind[leadOf(issue)], most: mostOfSigned });
  if (borneBy !== null) refuseDutyBorne(plan, more);
  const json = (amount: bigint) => fenToJson(fen(amount));
  const at = tx.now.toISOString();
  const change = { id, items, byFen: json(byFen), totalFen: json(totalFen), reason, borneBy, seat, at, isBackToTable };
  if (isBackToTable) await moveIssue(tx, issue, 'change', rules);
  const total = `变更后总额 ¥${formatFen(fen(totalFen))}`;
  writeDiary(tx, row, { kind: 'CHANGED', text: `${reason}；${total}${isBackToTable ? '，回到议事桌重新议定' : ''}`, seat });
  return worksView(
    saved(tx, { ...row, state, changes: [...row.changes, change] }, fact(worksEvents.changed, { ...aboutWorks(row), change })),
  );
}

/** More of what is somebody's own duty falls to whoever owes it, whatever another declares. */
function refuseDutyBorne({ document, payers }: PlanRow, more: readonly string[]): void {
  const found = document.items.find(({ name, duty }) => duty !== null && more.includes(name));
  if (!found) return;
  const owes = payers.find(({ code }) => code === found.duty!.payer);
  throw new DomainError('works.duty-borne', { item: found.name, payer: owes?.name ?? found.duty!.payer });
}
