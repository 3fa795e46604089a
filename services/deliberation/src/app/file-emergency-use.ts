import { emergencyEvents, labels, type Ctx, type EmergencyUseView, type emergencyUses as operations } from '@wufang/contracts';
import { DomainError, fen, formatFen } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { z } from 'zod';
import type { EmergencyUseRow } from '../db/emergency.schema.js';
import { emergencyUses, lockUseWithinReach } from '../db/emergency.store.js';
import { useView } from '../db/emergency.view.js';
import { issues, lockIssueWithinReach } from '../db/issues.store.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import { buildingById, estateById } from '../db/tables.store.js';
import { confirmers, emergencyNotice, missingEvidence, nextOfEmergency, refuseApplicant } from '../domain/emergency-use.js';
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
  const { id, case: what, custodian, evidence, estimateFen, reason = null } = input;
  refusePrivate(reason, evidence.fireDemand, ...evidence.documents);
  const missing = missingEvidence(what, evidence);
  if (missing.length > 0)
    throw new DomainError('emergency.evidence-missing', { case: labels.emergencyCase[what], missing: missing.join('；') });
  refuseApplicant({ custodian, what, applicant, reason }, issue.seats);
  const estimate = formatFen(fen(BigInt(estimateFen)));
  const estate = await tx.load(estateById, issue.estateId);
  const notice = emergencyNotice({
    ...{ estateName: estate?.name ?? '', scope: await scopeText(tx, issue), what, custodian, applicant, reason, estimate, evidence },
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
  await seatAtIssue(tx, use, ctx);
  const state = nextOfEmergency(use.state, 'notice');
  refusePrivate(where);
  const noticedAt = use.noticedAt ?? tx.now;
  return useView(
    tx.save(emergencyUses, { ...use, state, noticedAt, noticedWhere: where }, [
      fact(emergencyEvents.noticed, { ...aboutUse(use), where, notice: use.notice, noticedAt: noticedAt.toISOString() }),
    ]),
  );
}

/** Street and body confirm, each for itself; when both have, the issue goes on without a vote. */
export async function confirmUse(tx: DeliberationTx, { id }: { id: string }, ctx: Ctx, rules: RuleBook): Promise<EmergencyUseView> {
  const use = await lockUseWithinReach(tx, id, ctx);
  const { issue, kind } = await seatAtIssue(tx, use, ctx);
  nextOfEmergency(use.state, 'confirm');
  const wanted = confirmers(issue.seats);
  if (!wanted.includes(kind) || use.confirmedBy.some(({ seat }) => seat === kind))
    throw new DomainError('emergency.confirmer', { body: labels.seatKind[wanted[1]] });
  const confirmedAt = tx.now.toISOString();
  const confirmedBy = [...use.confirmedBy, { seat: kind, at: confirmedAt }];
  const isComplete = wanted.every((one) => confirmedBy.some(({ seat }) => seat === one));
  const state = nextOfEmergency(use.state, isComplete ? 'complete' : 'confirm');
  if (isComplete) await moveIssue(tx, issue, 'goEmergency', rules);
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
