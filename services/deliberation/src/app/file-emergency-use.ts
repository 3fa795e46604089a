import { emergencyEvents, labels, type Ctx, type EmergencyUseView, type emergencyUses as operations } from '@wufang/contracts';
import { DomainError, fen, formatFen } from '@wufang/kernel';
import { fact, type Fact, type RuleBook } from '@wufang/service';
import type { z } from 'zod';
import type { EmergencyUseRow } from '../db/emergency.schema.js';
import { emergencyUses, filesOfIssue, lockUseWithinReach } from '../db/emergency.store.js';
import { useView } from '../db/emergency.view.js';
import { issues, lockIssueWithinReach } from '../db/issues.store.js';
import { homesOfEstate } from '../db/plan-place.store.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import { buildingById, estateById } from '../db/tables.store.js';
import { confirmers, emergencyNotice, isBeyondVote, missingEvidence, nextOfEmergency, refuseApplicant } from '../domain/emergency-use.js';
import { nextOfIssue } from '../domain/issue-states.js';
import { limitWords } from '../domain/notice.js';
import { isInScope } from '../domain/plan-scope.js';
import { refusePrivate } from '../domain/public-text.js';
import { seatActingFor } from '../domain/seats.js';
import { armClock } from './arm-clock.js';
import { moveIssue } from './move-issue.js';

/** What every fact of a use says it is about. */
export const aboutUse = ({ issueId, estateId, emergencyCase, concernedUnitIds: unitIds }: EmergencyUseRow) => ({
  issueId,
  estateId,
  case: emergencyCase,
  unitIds,
});

/** So many owners are in one event. */
const TOLD_TOGETHER = 1_000;

/** Owners are told in pieces, each once, however many homes. */
export function ownersTold(use: EmergencyUseRow, what: 'NOTICED' | 'POSTED' | 'CORRECTED', bearers: readonly string[]): Fact[] {
  const ownerIds = [...new Set(bearers)];
  const told: Fact[] = [];
  for (let i = 0; i < ownerIds.length; i += TOLD_TOGETHER)
    told.push(fact(emergencyEvents.ownersTold, { ...aboutUse(use), what, ownerIds: ownerIds.slice(i, i + TOLD_TOGETHER) }));
  return told;
}

/** A party applies for the fund at once: one of the cases, shown to be one, by who may apply. The text of the notice is made here; nothing counts before it hangs. */
export async function fileUse(
  tx: DeliberationTx,
  input: z.output<typeof operations.fileUse.input>,
  ctx: Ctx,
  rules: RuleBook,
): Promise<EmergencyUseView> {
  const limits = await rules.at(tx.streetId, tx.now);
  const issue = await lockIssueWithinReach(tx, input.issueId, ctx);
  const { seat, kind: applicant } = seatActingFor(issue, ctx.actor, tx.now);
  if (!issue.isOpen) throw new DomainError('issue.not-open', { status: labels.issueState[issue.state] });
  if (!issue.decisionClasses.includes('EMERGENCY')) throw new DomainError('emergency.not-classed', {});
  const { id, case: what, custodian, evidence, estimateFen, reason = null } = input;
  refusePrivate(reason, evidence.fireDemand, ...evidence.documents);
  const missing = missingEvidence(what, evidence);
  if (missing.length > 0)
    throw new DomainError('emergency.evidence-missing', { case: labels.emergencyCase[what], missing: missing.join('；') });
  const { fileIds = [] } = evidence;
  const kept = new Set((await filesOfIssue(tx.sql, issue.id, { streetId: tx.streetId, ids: fileIds })).map((file) => file.id));
  for (const fileId of fileIds) if (!kept.has(fileId)) throw new DomainError('emergency.file-unknown', { id: fileId });
  refuseApplicant({ custodian, what, applicant, reason }, issue.seats);
  const estimate = formatFen(fen(BigInt(estimateFen)));
  const estate = await tx.load(estateById, issue.estateId);
  const notice = emergencyNotice({
    ...{ estateName: estate?.name ?? '', scope: await scopeText(tx, issue), what, custodian, applicant, reason, estimate, evidence },
    answerPeriod: limitWords(limits, 'SHARE_ANSWER'),
  });
  const aimAt = armClock(tx, limits, 'EMERGENCY_AIM', id).dueAt;
  const { estateId, concernedUnitIds } = issue;
  return useView(
    tx.create(
      emergencyUses,
      {
        ...{
          id,
          issueId: issue.id,
          estateId,
          concernedUnitIds,
          emergencyCase: what,
          state: 'FILED' as const,
          custodian,
          evidence,
          applicant,
        },
        ...{
          applicantUnitId: seat.unitId!,
          applicantReason: reason,
          estimateFen,
          notice,
          noticedAt: null,
          noticedWhere: null,
          confirmedBy: [],
        },
        ...{ aimAt, refusedReason: null, usedFen: null, contractor: null, postedAt: null, postedWhere: null, homes: null },
        ...{ ownersFen: null, sellingUnitsFen: null, unsoldFen: null, sharedBy: null, postingNo: null, correction: null },
        ...{ arrivedAt: null, arrivalDocument: null },
      },
      [
        fact(emergencyEvents.filed, {
          ...{ issueId: issue.id, estateId, case: what, unitIds: concernedUnitIds, applicant, custodian, estimateFen, reason },
          ...{ filedAt: tx.now.toISOString(), aimAt: aimAt.toISOString() },
        }),
      ],
    ),
  );
}

async function scopeText(tx: DeliberationTx, { scope }: IssueRow): Promise<string> {
  if (scope.buildingId === null) return '全小区';
  const building = await tx.load(buildingById, scope.buildingId);
  return `${building?.name ?? ''}${scope.stairwell ?? ''}`;
}

/** The notice hangs where every owner sees it. */
export async function postNotice(tx: DeliberationTx, { id, where }: { id: string; where: string }, ctx: Ctx): Promise<EmergencyUseView> {
  const use = await lockUseWithinReach(tx, id, ctx);
  const { issue } = await seatAtIssue(tx, use, ctx);
  const state = nextOfEmergency(use.state, 'notice');
  refusePrivate(where);
  const noticedAt = use.noticedAt ?? tx.now;
  // Another place for the same notice is no news to whoever has been told.
  const told = use.noticedAt === null ? await ownersOfScope(tx, issue) : [];
  return useView(
    tx.save(emergencyUses, { ...use, state, noticedAt, noticedWhere: where }, [
      fact(emergencyEvents.noticed, { ...aboutUse(use), where, notice: use.notice, noticedAt: noticedAt.toISOString() }),
      ...ownersTold(use, 'NOTICED', told),
    ]),
  );
}

/** Owners of the homes of a scope as far as the register tells them, and the unit that sold some. */
async function ownersOfScope(tx: DeliberationTx, { scope, estateId }: IssueRow): Promise<string[]> {
  const homes = (await homesOfEstate(tx.sql, tx.streetId, estateId)).filter(
    (home) => home.areaHundredths !== null && isInScope(scope, home),
  );
  const seller = (await tx.load(estateById, estateId))?.rightsUnitId ?? null;
  const hasSold = homes.some(({ nature }) => nature === 'SOLD_PUBLIC');
  return [...homes.map(({ ownerId }) => ownerId), ...(hasSold && seller !== null ? [seller] : [])];
}

/** Street and body confirm, each for itself; when both have, an issue that is agreed on goes on without a vote. A use of one that is further already moves nothing. */
export async function confirmUse(tx: DeliberationTx, { id }: { id: string }, ctx: Ctx, rules: RuleBook): Promise<EmergencyUseView> {
  const use = await lockUseWithinReach(tx, id, ctx);
  const { issue, kind } = await seatAtIssue(tx, use, ctx);
  nextOfEmergency(use.state, 'confirm');
  if (!issue.isOpen) throw new DomainError('issue.not-open', { status: labels.issueState[issue.state] });
  // What the issue cannot take is refused to the first who confirms, not to the second.
  const isBeyond = isBeyondVote(issue.state);
  if (!isBeyond) nextOfIssue(issue, 'goEmergency');
  const wanted = confirmers(issue.seats);
  if (!wanted.includes(kind) || use.confirmedBy.some(({ seat }) => seat === kind))
    throw new DomainError('emergency.confirmer', { body: labels.seatKind[wanted[1]] });
  const confirmedAt = tx.now.toISOString();
  const confirmedBy = [...use.confirmedBy, { seat: kind, at: confirmedAt }];
  const isComplete = wanted.every((one) => confirmedBy.some(({ seat }) => seat === one));
  const state = nextOfEmergency(use.state, isComplete ? 'complete' : 'confirm');
  if (isComplete && !isBeyond) await moveIssue(tx, issue, 'goEmergency', rules);
  return useView(
    tx.save(emergencyUses, { ...use, state, confirmedBy }, [
      fact(emergencyEvents.confirmed, { ...aboutUse(use), seat: kind, isComplete, confirmedAt }),
    ]),
  );
}

/** The street holds that it is no emergency: the owners have to be asked. */
export async function refuseUse(tx: DeliberationTx, { id, reason }: { id: string; reason: string }, ctx: Ctx): Promise<EmergencyUseView> {
  const use = await lockUseWithinReach(tx, id, ctx);
  await seatAtIssue(tx, use, ctx);
  const state = nextOfEmergency(use.state, 'refuse');
  refusePrivate(reason);
  tx.stop(id, 'all');
  return useView(
    tx.save(emergencyUses, { ...use, state, refusedReason: reason }, [fact(emergencyEvents.refused, { ...aboutUse(use), reason })]),
  );
}

/** The issue of a use, locked, and the seat the caller speaks for at it. */
export async function seatAtIssue(tx: DeliberationTx, use: EmergencyUseRow, ctx: Ctx) {
  const issue = await tx.lock(issues, use.issueId);
  if (!issue) throw new DomainError('object.not-found', {});
  const { kind, seat } = seatActingFor(issue, ctx.actor, tx.now);
  return { issue, kind, seat };
}
