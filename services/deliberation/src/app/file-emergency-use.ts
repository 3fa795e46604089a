import { emergencyEvents, labels, type Ctx, type EmergencyUseView, type emergencyUses as operations } from '@wufang/contracts';
import { DomainError, fen, formatFen } from '@wufang/kernel';
import { fact, type Fact, type RuleBook } from '@wufang/service';
import type { z } from 'zod';
import type { EmergencyUseRow } from '../db/emergency.schema.js';
import { emergencyUses, lockUseWithinReach } from '../db/emergency.store.js';
import { inParts } from '../db/bound-homes.store.js';
import { useView } from '../db/emergency.view.js';
import { issues, lockIssueWithinReach } from '../db/issues.store.js';
import { homesOfEstate } from '../db/plan-place.store.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import { buildingById, estateById } from '../db/tables.store.js';
import { emergencyNotice, missingEvidence, nextOfEmergency, refuseApplicant } from '../domain/emergency-use.js';
import { refuseOtherCustodian } from '../domain/fund-custodian.js';
import { limitWords } from '../domain/notice.js';
import { isInScope } from '../domain/plan-scope.js';
import { refusePrivate } from '../domain/public-text.js';
import { seatActingFor } from '../domain/seats.js';
import { armClock } from './arm-clock.js';
import { refuseUnknownFiles } from './known-files.js';

/** What every fact of a use says it is about. */
export const aboutUse = ({ issueId, estateId, emergencyCase, concernedUnitIds: unitIds }: EmergencyUseRow) => ({
  issueId,
  estateId,
  case: emergencyCase,
  unitIds,
});

/** Owners are told in parts, each once, however many homes; and who has bound a home of theirs. */
export async function ownersTold(
  tx: DeliberationTx,
  use: EmergencyUseRow,
  what: 'NOTICED' | 'POSTED' | 'CORRECTED',
  bearers: readonly string[],
): Promise<Fact[]> {
  if (bearers.length === 0) return [];
  return (await inParts(tx, bearers)).map((part) => fact(emergencyEvents.ownersTold, { ...aboutUse(use), what, ...part }));
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
  await refuseUnknownFiles(tx, issue.id, fileIds);
  const estate = await tx.load(estateById, issue.estateId);
  refuseOtherCustodian(estate?.fundCustodian ?? null, custodian);
  refuseApplicant({ custodian, what, applicant, reason }, issue.seats);
  const estimate = formatFen(fen(BigInt(estimateFen)));
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
        ...{ ownersFen: null, sellingUnitsFen: null, unsoldFen: null, sharedBy: null, postingNo: null, correction: null, proposed: null },
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
      ...(await ownersTold(tx, use, 'NOTICED', told)),
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

/** The issue of a use, locked, and the seat the caller speaks for at it. */
export async function seatAtIssue(tx: DeliberationTx, use: EmergencyUseRow, ctx: Ctx) {
  const issue = await tx.lock(issues, use.issueId);
  if (!issue) throw new DomainError('object.not-found', {});
  const { kind, seat } = seatActingFor(issue, ctx.actor, tx.now);
  return { issue, kind, seat };
}
