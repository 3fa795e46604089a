import { costPlanEvents, type CostPlanView, type Ctx, type PlanConsent, type Position, type SeatKind } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import { linesOf, lockPlanWithinReach, plans } from '../db/plans.store.js';
import type { PlanRow } from '../db/plans.schema.js';
import { planView } from '../db/plans.view.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import { payingParties, unconfirmedParties } from '../domain/plan-consents.js';
import { nextOfPlan } from '../domain/plan-states.js';
import { refusePrivate } from '../domain/public-text.js';
import { seatActingFor, type SeatActing } from '../domain/seats.js';
import { expectPosting } from './expect-posting.js';
import { moveIssue } from './move-issue.js';

/** What a consent is in the history: without the party's own words. */
export const consentFact = ({ payer, position, planNo, roundId, saidAt, conditionMet }: PlanConsent) => ({
  ...{ payer, position, planNo, roundId, saidAt, isConditionMet: conditionMet !== null },
});

/** A seat's position in a round, as far as the plan needs it. */
export interface SaidInRound {
  roundId: string;
  acting: SeatActing;
  position: Position;
  condition: string | null;
}

/**
 * What a seat says in a round is also what it says of the plan on the table, if it pays in it; the last word counts. Without a chosen plan nothing is
 * noted.
 */
export async function noteConsent(tx: DeliberationTx, issue: IssueRow, said: SaidInRound): Promise<void> {
  const plan = issue.planId === null ? undefined : await tx.lock(plans, issue.planId);
  const payer = plan?.payers.find(({ seat }) => seat === said.acting.kind)?.code;
  if (!plan || payer === undefined || plan.state !== 'CHOSEN') return;
  const lines = await linesOf(tx.sql, tx.streetId, [plan.id]);
  if (!payingParties(lines).includes(payer)) return;
  const { position, condition, roundId } = said;
  const consent: PlanConsent = {
    ...{ payer, position, condition, planNo: plan.no, roundId, saidAt: tx.now.toISOString(), conditionMet: null },
  };
  saveConsent(tx, plan, consent, fact(costPlanEvents.consentNoted, { issueId: issue.id, no: plan.no, consent: consentFact(consent) }));
}

/** What a seat has said in a round counts no more (回避), so that it has not said it of the plan on the table either: the party has to say anew. */
export async function voidConsent(tx: DeliberationTx, issue: IssueRow, seat: SeatKind, roundId: string): Promise<void> {
  const plan = issue.planId === null ? undefined : await tx.lock(plans, issue.planId);
  if (plan?.state !== 'CHOSEN') return;
  const payers = plan.payers.filter((payer) => payer.seat === seat).map(({ code }) => code);
  const voided = plan.consents.find((consent) => payers.includes(consent.payer) && consent.roundId === roundId);
  if (!voided) return;
  const told = { issueId: issue.id, no: plan.no, payer: voided.payer, roundId, at: tx.now.toISOString() };
  const consents = plan.consents.filter((consent) => consent !== voided);
  tx.save(plans, { ...plan, state: nextOfPlan(plan.state, 'consent'), consents }, [fact(costPlanEvents.consentVoided, told)]);
}

/**
 * The party that made a condition says that it is met (条件已满足); from then on its yes counts. Nobody can say so for it. Was it the last that stood in the
 * way after a round, the issue is agreed (4.7: conditions resolved, by the system), the third round's included.
 */
export async function meetCondition(
  tx: DeliberationTx,
  input: { id: string; how: string },
  ctx: Ctx,
  rules: RuleBook,
): Promise<CostPlanView> {
  const { plan, issue } = await lockPlanWithinReach(tx, input.id, ctx);
  const acting = seatActingFor(issue, ctx.actor, tx.now);
  nextOfPlan(plan.state, 'consent');
  const payer = plan.payers.find((one) => one.seat === acting.kind)?.code;
  const consent = plan.consents.find((one) => one.payer === payer);
  if (!consent || consent.position !== 'AGREE_WITH_CONDITION' || consent.conditionMet !== null)
    throw new DomainError('plan.no-condition', {});
  refusePrivate(input.how);
  const lines = await linesOf(tx.sql, tx.streetId, [plan.id]);
  const at = tx.now.toISOString();
  const saved = saveConsent(
    tx,
    plan,
    { ...consent, conditionMet: { how: input.how, at } },
    fact(costPlanEvents.conditionMet, { issueId: issue.id, no: plan.no, payer: consent.payer, at }),
  );
  if (issue.state === 'ROUND_CLOSED' && issue.planId === plan.id && (await unconfirmedOf(tx, issue))!.length === 0) {
    await moveIssue(tx, issue, 'agree', rules);
    await expectPosting(tx, plan.id, rules);
  }
  return planView(saved, lines);
}

/** Paying parties of the plan on the table whose share is not confirmed; null where none is chosen. A plan is agreed when the list is empty. */
export async function unconfirmedOf(tx: DeliberationTx, issue: IssueRow): Promise<string[] | null> {
  const plan = issue.planId === null ? undefined : await tx.lock(plans, issue.planId);
  if (!plan || plan.state !== 'CHOSEN') return null;
  const lines = await linesOf(tx.sql, tx.streetId, [plan.id]);
  const seatless = new Set(plan.payers.filter(({ seat }) => seat === null).map(({ code }) => code));
  const names = new Map(plan.payers.map(({ code, name }) => [code, name]));
  return unconfirmedParties(payingParties(lines), plan.consents, seatless).map((payer) => names.get(payer) ?? payer);
}

function saveConsent(tx: DeliberationTx, plan: PlanRow, consent: PlanConsent, told: ReturnType<typeof fact>): PlanRow {
  const consents = [...plan.consents.filter(({ payer }) => payer !== consent.payer), consent];
  return tx.save(plans, { ...plan, state: nextOfPlan(plan.state, 'consent'), consents }, [told]);
}
