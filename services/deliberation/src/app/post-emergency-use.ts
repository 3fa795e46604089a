import { randomInt } from 'node:crypto';
import { emergencyEvents, labels, type Ctx, type EmergencyUseView } from '@wufang/contracts';
import { canonicalJson, DomainError, fenFromJson, fenToJson, sha256Hex, type Fen } from '@wufang/kernel';
import { fact, type DeadlineRow, type FiredStage } from '@wufang/service';
import type { EmergencyUseRow } from '../db/emergency.schema.js';
import { emergencyPlans, emergencyShares, emergencyUnitShares, emergencyUses, lockUseWithinReach } from '../db/emergency.store.js';
import { useView } from '../db/emergency.view.js';
import { homesOfEstate, placeOfPlan } from '../db/plan-place.store.js';
import { plans, sharesRows } from '../db/plans.store.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import { layOutByPlan, layOutUse, sharesOfUse, type LaidOutUse } from '../domain/emergency-shares.js';
import { knowsOfMoney, nextOfEmergency, refuseOverEstimate } from '../domain/emergency-use.js';
import { homeCode, homeLabel, isInScope, lookupCodeOf, type KnownHome } from '../domain/plan-scope.js';
import { refusePrivate } from '../domain/public-text.js';
import { aboutUse, ownersTold, seatAtIssue } from './file-emergency-use.js';

export interface Posting {
  id: string;
  usedFen: string;
  contractor: string;
  where: string;
}

/**
 * The party that applied posts what was used, no more than owners were told, with what each home of the scope and the unit that sold public ones bear; the
 * shares add up to the fen, and are kept with what they were counted from.
 */
export async function postUse(tx: DeliberationTx, input: Posting, ctx: Ctx): Promise<EmergencyUseView> {
  const { use, issue } = await lockForPosting(tx, input, ctx);
  const state = nextOfEmergency(use.state, 'post');
  const { usedFen, contractor, where } = input;
  const { change, told } = await shareOut(tx, { ...use, postingNo: 1 }, issue, fenFromJson(usedFen));
  tx.stop(use.id, ['EMERGENCY_AIM']);
  const posted = { ...use, ...change, state, usedFen, contractor, postedWhere: where, postedAt: tx.now };
  return useView(
    tx.save(emergencyUses, posted, [
      fact(emergencyEvents.used, { ...aboutUse(use), usedFen, homes: change.homes, contractor, where, postedAt: tx.now.toISOString() }),
      ...(await ownersTold(tx, use, 'POSTED', told)),
    ]),
  );
}

/** The money has come: what the 48 hours aim at. Said again, the first time counts. */
export async function recordMoney(
  tx: DeliberationTx,
  { id, document }: { id: string; document: string },
  ctx: Ctx,
): Promise<EmergencyUseView> {
  const use = await lockUseWithinReach(tx, id, ctx);
  const { kind } = await seatAtIssue(tx, use, ctx);
  if (!knowsOfMoney(kind, use)) throw new DomainError('seat.not-yours', { seat: labels.seatKind[use.applicant] });
  const state = nextOfEmergency(use.state, 'arrive');
  refusePrivate(document);
  tx.stop(id, ['EMERGENCY_AIM']);
  const arrivedAt = use.arrivedAt ?? tx.now;
  return useView(
    tx.save(emergencyUses, { ...use, state, arrivedAt, arrivalDocument: document }, [
      fact(emergencyEvents.moneyArrived, { ...aboutUse(use), document, arrivedAt: arrivedAt.toISOString() }),
    ]),
  );
}

/** The use and its issue, locked, for the party that applied: nobody else posts in its name, and no more than was told. */
export async function lockForPosting(tx: DeliberationTx, { id, usedFen, contractor, where }: Posting, ctx: Ctx) {
  const use = await lockUseWithinReach(tx, id, ctx);
  const { issue, seat } = await seatAtIssue(tx, use, ctx);
  if (seat.unitId !== use.applicantUnitId) throw new DomainError('seat.not-yours', { seat: labels.seatKind[use.applicant] });
  refuseOverEstimate(use, usedFen);
  refusePrivate(contractor, where);
  return { use, issue };
}

/** Keeps the shares of one posting; answers what the use says of them, and who bears something. */
export async function shareOut(tx: DeliberationTx, use: EmergencyUseRow & { postingNo: number }, issue: IssueRow, usedFen: Fen) {
  const laid = await laidOut(tx, use, issue, usedFen);
  const { homes, units, ownersFen, sellingUnitsFen, unsoldFen } = sharesOfUse(laid);
  const { document, scenario, sharedBy } = laid;
  const { id: useId, postingNo, concernedUnitIds } = use;
  const hash = sha256Hex(canonicalJson({ document, scenario }));
  tx.insert(emergencyPlans, { useId, postingNo, document, scenario, hash, concernedUnitIds });
  for (const home of homes)
    tx.insert(emergencyShares, { useId, postingNo, ...home, lookupCode: lookupCodeOf((below) => randomInt(below)) });
  for (const unit of units) tx.insert(emergencyUnitShares, { useId, postingNo, ...unit });
  return {
    change: {
      ...{ postingNo, homes: homes.length, sharedBy },
      ...{ ownersFen: fenToJson(ownersFen), sellingUnitsFen: fenToJson(sellingUnitsFen), unsoldFen: fenToJson(unsoldFen) },
    },
    told: [...homes.map(({ ownerId }) => ownerId), ...units.map(({ unitId }) => unitId)],
  };
}

/** By the plan that was agreed on, where its chosen version draws on the fund; otherwise by law. */
async function laidOut(tx: DeliberationTx, { emergencyCase }: EmergencyUseRow, issue: IssueRow, usedFen: Fen): Promise<LaidOutUse> {
  const title = `应急使用维修资金（${labels.emergencyCase[emergencyCase]}）`;
  const inEstate = await homesOfEstate(tx.sql, tx.streetId, issue.estateId);
  const plan = issue.planId === null ? undefined : await tx.lock(plans, issue.planId);
  if (plan && plan.scenario !== null) {
    const { document, scenario, payers } = plan;
    // Who owned a home when the version was chosen may have sold it since.
    const ownerOf = new Map(inEstate.map(({ homeId, ownerId }) => [homeId, ownerId]));
    const frozen = await sharesRows(tx.sql, tx.streetId, plan.id);
    const homes = frozen.map((home) => ({ ...home, ownerId: ownerOf.get(home.homeId) ?? home.ownerId }));
    const byPlan = layOutByPlan(usedFen, title, { title: plan.title, document, scenario, payers, homes });
    if (byPlan) return byPlan;
  }
  const known = inEstate.filter((home) => isInScope(issue.scope, home));
  if (known.length === 0) throw new DomainError('vote.empty-roll', {});
  refuseUnmeasured(known);
  return layOutUse(usedFen, title, known, await placeOfPlan(tx, issue.scope, known));
}

/** What a home of unknown area would bear is spread over nobody else (C10). */
function refuseUnmeasured(homes: readonly KnownHome[]): void {
  const home = homes.find(({ areaHundredths }) => areaHundredths === null);
  if (home) throw new DomainError('plan.area-unknown', { home: homeLabel({ ...home, code: homeCode(home.ordinal) }) });
}

/** The aim of 48 hours has come to a stage: who has applied runs after the money, and hears of it. */
export function recordFiredUse(tx: DeliberationTx, use: EmergencyUseRow, { code, dueAt }: DeadlineRow, fired: FiredStage): void {
  const { stage, kind, tell, skipped } = fired;
  tx.save(emergencyUses, use, [
    fact(emergencyEvents.clockFired, {
      ...{ ...aboutUse(use), unitIds: [use.applicantUnitId] },
      ...{ code, stage, kind, tell, dueAt: dueAt.toISOString(), skippedStages: skipped },
    }),
  ]);
}
