import { labels, publicityEvents, type AssemblyOutcome, type Ctx, type ObjectionView, type PublicityView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type DeadlineRow, type FiredStage, type RuleBook } from '@wufang/service';
import { issues } from '../db/issues.store.js';
import { objections, publicities } from '../db/plans.store.js';
import type { ObjectionRow, PublicityRow } from '../db/plans.schema.js';
import { objectionView, ofPlan, publicityView } from '../db/publicity.view.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import { isAssemblyCalled, ownersVotes } from '../db/votes.store.js';
import { nextOfPublicity } from '../domain/plan-states.js';
import { lacksToKeep, maySign, openObjections } from '../domain/publicity.js';
import { refusePrivate } from '../domain/public-text.js';
import { isAdvisory, isHeld, seatActingFor, seatOf } from '../domain/seats.js';
import { armClock } from './arm-clock.js';
import { refuseUnknownFiles } from './known-files.js';
import { moveIssue } from './move-issue.js';
import { lockPublicityWithinReach } from './object-to-plan.js';
import { aboutOf, settle, takenDown } from './take-down.js';

/** The chair answers in writing (答复); when none is open any more the publicity goes on, and signing opens if its period is over. */
export async function answerObjection(
  tx: DeliberationTx,
  input: { id: string; objectionId: string; answer: string },
  ctx: Ctx,
  rules: RuleBook,
): Promise<ObjectionView> {
  const { publicity, issue } = await lockPublicityWithinReach(tx, input.id, ctx);
  seatActingFor(issue, ctx.actor, tx.now, 'COMMUNITY');
  refusePrivate(input.answer);
  const objection = await lockObjection(tx, publicity, input.objectionId);
  const settled = await settle(tx, publicity, objection, 'answer', { answer: input.answer, answeredAt: tx.now });
  await goOn(tx, settled.publicity, issue, rules);
  return objectionView(settled.objection, tx.now);
}

/** Whoever objected takes it back: a party its own; for an owner the community, with the paper. */
export async function withdrawObjection(
  tx: DeliberationTx,
  input: { id: string; objectionId: string; documentId: string | null },
  ctx: Ctx,
  rules: RuleBook,
): Promise<ObjectionView> {
  const { publicity, issue } = await lockPublicityWithinReach(tx, input.id, ctx);
  const { kind: seat } = seatActingFor(issue, ctx.actor, tx.now);
  const objection = await lockObjection(tx, publicity, input.objectionId);
  const isMine = objection.by === 'SEAT' ? objection.seat === seat : seat === 'COMMUNITY';
  if (!isMine) throw new DomainError('seat.not-yours', { seat: labels.seatKind[objection.seat ?? 'COMMUNITY'] });
  if (objection.by === 'OWNER' && input.documentId === null) throw new DomainError('objection.paper-needed', {});
  await refuseUnknownFiles(tx, issue.id, [input.documentId]);
  const settled = await settle(tx, publicity, objection, 'withdraw', { documentId: input.documentId ?? objection.documentId });
  await goOn(tx, settled.publicity, issue, rules);
  return objectionView(settled.objection, tx.now);
}

/**
 * What the temporary assembly came to (临时业主大会): to have the plan changed, or to keep it. That it is kept is the owners' to say and not the community's: by a
 * vote of theirs that was called once the assembly was needed, counted and passed.
 */
export async function recordAssembly(
  tx: DeliberationTx,
  input: { id: string; outcome: AssemblyOutcome; document: string; documentId: string; voteId: string | null },
  ctx: Ctx,
  rules: RuleBook,
): Promise<PublicityView> {
  const { publicity, issue } = await lockPublicityWithinReach(tx, input.id, ctx);
  const { outcome, document, documentId } = input;
  const body = seatOf(issue.seats, 'OWNERS_BODY');
  // Where nobody speaks for the owners, the community writes in what they have decided; the vote shows it.
  const isOwnersAlone = outcome === 'KEEP' && isHeld(body) && !isAdvisory(body);
  seatActingFor(issue, ctx.actor, tx.now, isOwnersAlone ? 'OWNERS_BODY' : undefined);
  nextOfPublicity(publicity.state, 'assemble');
  refusePrivate(document);
  const { assembly } = publicity;
  if (assembly === null || assembly.outcome !== null) throw new DomainError('publicity.no-assembly', {});
  await refuseUnknownFiles(tx, issue.id, [documentId]);
  const voteId = outcome === 'KEEP' ? await voteThatKeeps(tx, issue, assembly.neededAt, input.voteId) : null;
  tx.stop(publicity.id, ['ASSEMBLY_CALL']);
  if (outcome === 'CHANGE') armClock(tx, await rules.at(tx.streetId, tx.now), 'PLAN_AMEND', publicity.id);
  const at = tx.now.toISOString();
  const held = tx.save(publicities, { ...publicity, assembly: { ...assembly, outcome, document, documentId, voteId, at } }, [
    fact(publicityEvents.assemblyHeld, { ...aboutOf(publicity), outcome, voteId, at }),
  ]);
  await goOn(tx, held, issue, rules);
  return publicityView(held, await ofPlan(tx.sql, held));
}

/** The vote by which the owners keep the plan. Throws publicity.assembly-vote with what it lacks. */
async function voteThatKeeps(tx: DeliberationTx, issue: IssueRow, neededAt: string, voteId: string | null): Promise<string> {
  const vote = voteId === null ? undefined : await tx.lock(ownersVotes, voteId);
  const lacks = lacksToKeep(vote ?? null, { issueId: issue.id, estateId: issue.estateId, scope: issue.scope, neededAt });
  if (lacks !== null) throw new DomainError('publicity.assembly-vote', { reason: lacks });
  return vote!.id;
}

/** The assembly is to be called, or the plan changed as it said, or late: told to who has to, then upwards. */
export async function recordFiredAssembly(
  tx: DeliberationTx,
  publicity: PublicityRow,
  clock: DeadlineRow,
  fired: FiredStage,
): Promise<void> {
  const issue = (await tx.lock(issues, publicity.issueId))!;
  // Called they are once their vote is announced; from then on its own clocks run.
  const isCalled =
    clock.code === 'ASSEMBLY_CALL' && (await isAssemblyCalled(tx.sql, tx.streetId, issue.estateId, new Date(publicity.assembly!.neededAt)));
  const { unitId: bodyUnitId } = seatOf(issue.seats, 'OWNERS_BODY');
  const unitId = (clock.code === 'ASSEMBLY_CALL' ? bodyUnitId : null) ?? seatOf(issue.seats, 'COMMUNITY').unitId!;
  tx.save(publicities, publicity, [
    fact(publicityEvents.publicityClockFired, {
      ...{ ...aboutOf(publicity), unitId, code: clock.code, stage: fired.stage, kind: fired.kind, tell: isCalled ? [] : fired.tell },
      ...{ dueAt: clock.dueAt.toISOString(), skippedStages: fired.skipped },
    }),
  ]);
}

/**
 * The plan is changed (采纳异议): the publicity comes down, the issue goes back to planning, and the objections that are taken up are closed so. Those
 * that are not and are still open have to be answered first: nobody's question is lost with the board.
 */
export async function amendPlan(
  tx: DeliberationTx,
  input: { id: string; reason: string; objectionIds: string[] },
  ctx: Ctx,
  rules: RuleBook,
): Promise<PublicityView> {
  const { publicity, issue } = await lockPublicityWithinReach(tx, input.id, ctx);
  seatActingFor(issue, ctx.actor, tx.now, 'COMMUNITY');
  refusePrivate(input.reason);
  let taken = publicity;
  for (const id of [...new Set(input.objectionIds)]) {
    const objection = await lockObjection(tx, taken, id);
    taken = (await settle(tx, taken, objection, 'uphold', { answer: input.reason, answeredAt: tx.now })).publicity;
  }
  const left = openObjections(taken.raised);
  if (left > 0) throw new DomainError('publicity.objections-open', { count: left });
  const { concernedUnitIds: unitIds } = issue;
  const amended = takenDown(
    tx,
    taken,
    fact(publicityEvents.publicityAmended, {
      ...{ ...aboutOf(publicity), unitIds, title: publicity.title, at: tx.now.toISOString() },
    }),
  );
  await moveIssue(tx, issue, 'amend', rules);
  return publicityView(amended, await ofPlan(tx.sql, amended));
}

/** The period is over by the clock: signing opens, or waits for answers and the assembly. */
export async function recordFiredPublicity(tx: DeliberationTx, publicity: PublicityRow, rules: RuleBook): Promise<void> {
  const issue = (await tx.lock(issues, publicity.issueId))!;
  if (maySign({ isOver: true, raised: publicity.raised, assembly: publicity.assembly })) return openSigning(tx, publicity, issue, rules);
  tx.save(publicities, publicity, [
    fact(publicityEvents.publicityHeld, {
      ...{ ...aboutOf(publicity), openObjections: openObjections(publicity.raised), at: tx.now.toISOString() },
    }),
  ]);
}

/** A calendar has come that the period was counted without. */
export function recordRecountedPublicity(
  tx: DeliberationTx,
  publicity: PublicityRow,
  _clock: DeadlineRow,
  endsAt: Date,
  calendarVersion: number,
): void {
  tx.save(publicities, { ...publicity, endsAt }, [
    fact(publicityEvents.publicityRecounted, { ...aboutOf(publicity), endsAt: endsAt.toISOString(), calendarVersion }),
  ]);
}

/** An answer is due, or late: told to the chair, then upwards. */
export async function recordFiredObjection(
  tx: DeliberationTx,
  objection: ObjectionRow,
  clock: DeadlineRow,
  fired: FiredStage,
): Promise<void> {
  const { publicityId, issueId, planId } = objection;
  const issue = (await tx.lock(issues, issueId))!;
  const unitId = seatOf(issue.seats, 'COMMUNITY').unitId!;
  tx.save(objections, objection, [
    fact(publicityEvents.objectionClockFired, {
      ...{ issueId, planId, publicityId, unitId, code: clock.code, stage: fired.stage, kind: fired.kind },
      ...{ tell: fired.tell, dueAt: clock.dueAt.toISOString(), skippedStages: fired.skipped },
    }),
  ]);
}

/** After an objection is closed or the assembly held: back to publicity when nothing is open, on to signing when its time is up. */
async function goOn(tx: DeliberationTx, publicity: PublicityRow, issue: IssueRow, rules: RuleBook): Promise<void> {
  const { raised, assembly } = publicity;
  const isOpen = openObjections(raised) > 0 || (assembly !== null && assembly.outcome !== 'KEEP');
  if (isOpen) return;
  const back = issue.state === 'OBJECTION' ? await moveIssue(tx, issue, 'answer', rules) : issue;
  if (maySign({ isOver: tx.now >= publicity.endsAt, raised, assembly })) await openSigning(tx, publicity, back, rules);
}

async function openSigning(tx: DeliberationTx, publicity: PublicityRow, issue: IssueRow, rules: RuleBook): Promise<void> {
  tx.save(publicities, { ...publicity, state: nextOfPublicity(publicity.state, 'end'), endedAt: tx.now }, [
    fact(publicityEvents.publicityEnded, { ...aboutOf(publicity), unitIds: issue.concernedUnitIds, endedAt: tx.now.toISOString() }),
  ]);
  await moveIssue(tx, issue, 'openSigning', rules);
}

async function lockObjection(tx: DeliberationTx, publicity: PublicityRow, id: string): Promise<ObjectionRow> {
  const objection = publicity.raised.some((one) => one.id === id) ? await tx.lock(objections, id) : undefined;
  if (!objection) throw new DomainError('object.not-found', {});
  return objection;
}
