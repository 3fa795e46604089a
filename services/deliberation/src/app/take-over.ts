import { agreedStates, costPlanEvents, type CostPlanView, type Ctx, type PlanConsent } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { linesOf, lockPlanWithinReach } from '../db/plans.store.js';
import { planView } from '../db/plans.view.js';
import type { DeliberationTx } from '../db/schema.js';
import { boundBy, payingParties } from '../domain/plan-consents.js';
import { checkLimit } from '../domain/position.js';
import { isAdvisory, seatActingFor } from '../domain/seats.js';
import { mandateNow } from './held-mandates.js';
import { consentFact, saveConsents } from './note-consent.js';

/**
 * Who has taken a seat over says yes to the plan that was agreed on with the one before (承接份额): for the owners and their fund, who are the same whoever speaks
 * for them, and for a share that is its own unit's. The share of a unit that left is nobody else's: that needs a new version (C8). A no is said by sending the
 * plan back, which the chair does. Throws plan.nothing-to-take-over.
 */
export async function takeOver(tx: DeliberationTx, { id }: { id: string }, ctx: Ctx): Promise<CostPlanView> {
  const { plan, issue } = await lockPlanWithinReach(tx, id, ctx);
  const { seat, kind, mandate } = seatActingFor(issue, ctx.actor, tx.now);
  const lines = await linesOf(tx.sql, tx.streetId, [plan.id]);
  const isOn = plan.state === 'CHOSEN' && issue.planId === plan.id && agreedStates.includes(issue.state) && !isAdvisory(seat);
  const own = boundBy(plan.payers, seat);
  const open = payingParties(lines).filter((code) => own.includes(code) && !plan.consents.some(({ payer }) => payer === code));
  if (!isOn || open.length === 0) throw new DomainError('plan.nothing-to-take-over', {});
  checkLimit(kind, await mandateNow(tx, mandate, seat.unitId!), 'AGREE', issue.payers);
  const consents = open.map((payer): PlanConsent => ({
    ...{ payer, position: 'AGREE', condition: null, planNo: plan.no, roundId: null, saidAt: tx.now.toISOString(), conditionMet: null },
  }));
  const told = consents.map((consent) =>
    fact(costPlanEvents.consentNoted, { issueId: issue.id, no: plan.no, consent: consentFact(consent) }),
  );
  return planView(saveConsents(tx, plan, consents, told), lines, issue.seats);
}
