import { costPlanEvents, type CostPlanView, type Ctx, type PlanConsent, type Position, type SeatKind } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type Fact, type RuleBook } from '@wufang/service';
import { linesOf, lockPlanWithinReach, plans } from '../db/plans.store.js';
import type { PlanRow } from '../db/plans.schema.js';
import { planView } from '../db/plans.view.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import { boundBy, payersOfSeat, payingParties, seatlessPayers, unconfirmedParties } from '../domain/plan-consents.js';
import { nextOfPlan } from '../domain/plan-states.js';
import { refusePrivate } from '../domain/public-text.js';
import { isAdvisory, seatActingFor, type SeatActing } from '../domain/seats.js';
import { expectPosting } from './expect-posting.js';
import { moveIssue } from './move-issue.js';
import { signedPlanNo } from './signed-plan.js';

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
 * What a seat says in a round is also what it says of the plan on the table, for all it binds that pay in it; the last word counts. Without a chosen plan nothing is
 * noted.
 */
export async function noteConsent(tx: DeliberationTx, issue: IssueRow, said: SaidInRound): Promise<void> {
  const plan = issue.planId === null ? undefined : await tx.lock(plans, issue.planId);
  // Owners' representatives whom the community has convened bind nobody by what they say (4.7); it stands in the round.
  if (plan?.state !== 'CHOSEN' || isAdvisory(said.acting.seat)) return;
  const paying = payingParties(await linesOf(tx.sql, tx.streetId, [plan.id]));
  const payers = boundBy(plan.payers, said.acting.seat).filter((code) => paying.includes(code));
  if (payers.length === 0) return;
  const { position, condition, roundId } = said;
  const consents = payers.map((payer): PlanConsent => ({
    ...{ payer, position, condition, planNo: plan.no, roundId, saidAt: tx.now.toISOString(), conditionMet: null },
  }));
  const told = consents.map((consent) =>
    fact(costPlanEvents.consentNoted, { issueId: issue.id, no: plan.no, consent: consentFact(consent) }),
  );
  saveConsents(tx, plan, consents, told);
}

/** What a seat has said in a round counts no more (回避), so that it has not said it of the plan on the table either: the party has to say anew. */
export async function voidConsent(tx: DeliberationTx, issue: IssueRow, seat: SeatKind, roundId: string): Promise<void> {
  const plan = issue.planId === null ? undefined : await tx.lock(plans, issue.planId);
  if (plan?.state !== 'CHOSEN') return;
  const payers = payersOfSeat(plan.payers, seat);
  const voided = plan.consents.filter((consent) => payers.includes(consent.payer) && consent.roundId === roundId);
  if (voided.length === 0) return;
  const told = voided.map(({ payer }) =>
    fact(costPlanEvents.consentVoided, { issueId: issue.id, no: plan.no, payer, roundId, at: tx.now.toISOString() }),
  );
  const consents = plan.consents.filter((consent) => !voided.includes(consent));
  tx.save(plans, { ...plan, state: nextOfPlan(plan.state, 'consent'), consents }, told);
}

/** Another unit speaks for a seat from now on: what was said for it of the plan on the table counts no more, whoever said it. Answers whose consent is void. */
export async function voidConsentsOf(tx: DeliberationTx, issue: IssueRow, seat: SeatKind): Promise<string[]> {
  const plan = issue.planId === null ? undefined : await tx.lock(plans, issue.planId);
  // What all have signed stays theirs who signed it, also while a change of it is talked about.
  if (plan?.state !== 'CHOSEN' || plan.no <= (await signedPlanNo(tx, issue))) return [];
  const payers = payersOfSeat(plan.payers, seat);
  const voided = plan.consents.filter(({ payer }) => payers.includes(payer));
  if (voided.length === 0) return [];
  const told = voided.map(({ payer, roundId }) =>
    fact(costPlanEvents.consentVoided, { issueId: issue.id, no: plan.no, payer, roundId, at: tx.now.toISOString() }),
  );
  const consents = plan.consents.filter((consent) => !voided.includes(consent));
  tx.save(plans, { ...plan, state: nextOfPlan(plan.state, 'consent'), consents }, told);
  return voided.map(({ payer }) => payer);
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
  const payers = boundBy(plan.payers, acting.seat);
  const open = plan.consents.filter(
    ({ payer, position, conditionMet }) => payers.includes(payer) && position === 'AGREE_WITH_CONDITION' && conditionMet === null,
  );
  if (open.length === 0) throw new DomainError('plan.no-condition', {});
  refusePrivate(input.how);
  const lines = await linesOf(tx.sql, tx.streetId, [plan.id]);
  const at = tx.now.toISOString();
  const saved = saveConsents(
    tx,
    plan,
    open.map((consent) => ({ ...consent, conditionMet: { how: input.how, at } })),
    open.map(({ payer }) => fact(costPlanEvents.conditionMet, { issueId: issue.id, no: plan.no, payer, at })),
  );
  if (issue.state === 'ROUND_CLOSED' && issue.planId === plan.id && (await unconfirmedOf(tx, issue))!.length === 0) {
    await moveIssue(tx, issue, 'agree', rules);
    await expectPosting(tx, plan.id, rules);
  }
  return planView(saved, lines, issue.seats);
}

/** Paying parties of the plan on the table whose share is not confirmed; null where none is chosen. A plan is agreed when the list is empty. */
export async function unconfirmedOf(tx: DeliberationTx, issue: IssueRow): Promise<string[] | null> {
  const plan = issue.planId === null ? undefined : await tx.lock(plans, issue.planId);
  if (!plan || plan.state !== 'CHOSEN') return null;
  const lines = await linesOf(tx.sql, tx.streetId, [plan.id]);
  const names = new Map(plan.payers.map(({ code, name }) => [code, name]));
  const unconfirmed = unconfirmedParties(payingParties(lines), plan.consents, seatlessPayers(plan.payers, issue.seats));
  return unconfirmed.map((payer) => names.get(payer) ?? payer);
}

export function saveConsents(tx: DeliberationTx, plan: PlanRow, said: readonly PlanConsent[], told: Fact[]): PlanRow {
  const consents = [...plan.consents.filter(({ payer }) => !said.some((consent) => consent.payer === payer)), ...said];
  return tx.save(plans, { ...plan, state: nextOfPlan(plan.state, 'consent'), consents }, told);
}
