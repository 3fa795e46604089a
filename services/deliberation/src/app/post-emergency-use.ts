import { emergencyEvents, type Ctx, type EmergencyUseView, type ShareQuestionView } from '@wufang/contracts';
import { DomainError, fen } from '@wufang/kernel';
import { fact, type DeadlineRow, type FiredStage, type RuleBook } from '@wufang/service';
import type { EmergencyUseRow, ShareQuestionRow } from '../db/emergency.schema.js';
import { emergencyShares, emergencyUnitShares, emergencyUses, lockUseWithinReach, sharers, shareQuestions } from '../db/emergency.store.js';
import { questionView, useView } from '../db/emergency.view.js';
import { homesOfEstate } from '../db/plan-place.store.js';
import type { DeliberationTx } from '../db/schema.js';
import { estateById } from '../db/tables.store.js';
import { sharesOfUse } from '../domain/emergency-shares.js';
import { nextOfEmergency } from '../domain/emergency-use.js';
import { homeCode, homeLabel, isInScope, type KnownHome } from '../domain/plan-scope.js';
import { refusePrivate } from '../domain/public-text.js';
import { armClock } from './arm-clock.js';
import { aboutUse, seatAtIssue } from './file-emergency-use.js';

/** What was used is posted, with what each home of the scope and the unit that sold public ones bear of it by law; the shares add up to the fen. */
export async function postUse(
  tx: DeliberationTx,
  input: { id: string; usedFen: string; contractor: string; where: string },
  ctx: Ctx,
): Promise<EmergencyUseView> {
  const use = await lockUseWithinReach(tx, input.id, ctx);
  const { issue } = await seatAtIssue(tx, use, ctx);
  const state = nextOfEmergency(use.state, 'post');
  const { usedFen, contractor, where } = input;
  refusePrivate(contractor, where);
  const homes = (await homesOfEstate(tx.sql, tx.streetId, issue.estateId)).filter((home) => isInScope(issue.scope, home));
  if (homes.length === 0) throw new DomainError('vote.empty-roll', {});
  refuseUnmeasured(homes);
  const estate = await tx.load(estateById, issue.estateId);
  const shares = sharesOfUse(fen(BigInt(usedFen)), homes, issue.scope, estate?.rightsUnitId ?? null);
  const totalAreaHundredths = homes.reduce((all, { areaHundredths }) => all + BigInt(areaHundredths!), 0n);
  for (const { homeId, ownerId, areaHundredths } of homes)
    tx.insert(emergencyShares, {
      ...{ useId: use.id, homeId, ownerId, areaHundredths: areaHundredths!, totalAreaHundredths, shareFen: shares.homes.get(homeId)! },
    });
  for (const [unitId, shareFen] of shares.units) tx.insert(emergencyUnitShares, { useId: use.id, unitId, shareFen });
  tx.stop(use.id, ['EMERGENCY_AIM']);
  return useView(
    tx.save(emergencyUses, { ...use, state, usedFen, contractor, postedWhere: where, postedAt: tx.now, homes: homes.length }, [
      fact(emergencyEvents.used, { ...aboutUse(use), usedFen, homes: homes.length, contractor, where, postedAt: tx.now.toISOString() }),
    ]),
  );
}

/** What a home of unknown area would bear is spread over nobody else (C10). */
function refuseUnmeasured(homes: readonly KnownHome[]): void {
  const home = homes.find(({ areaHundredths }) => areaHundredths === null);
  if (home) throw new DomainError('plan.area-unknown', { home: homeLabel({ ...home, code: homeCode(home.ordinal) }) });
}

/** An owner asks about their share (W2). */
export async function askShare(
  tx: DeliberationTx,
  input: { id: string; questionId: string; ownerId: string; question: string },
  ctx: Ctx,
  rules: RuleBook,
): Promise<ShareQuestionView> {
  const { id: useId, questionId, ownerId, question } = input;
  const use = await tx.lock(emergencyUses, useId);
  if (!use || !ctx.actor.unitIds.includes(ownerId) || !(await tx.load(sharers, `${useId}/${ownerId}`)))
    throw new DomainError('object.not-found', {});
  refusePrivate(question);
  const answerDueAt = armClock(tx, await rules.at(tx.streetId, tx.now), 'SHARE_ANSWER', questionId).dueAt;
  const { concernedUnitIds } = use;
  const row = {
    id: questionId,
    useId,
    ownerId,
    concernedUnitIds,
    state: 'ASKED' as const,
    question,
    answer: null,
    askedAt: tx.now,
    answerDueAt,
    answeredAt: null,
  };
  return questionView(
    tx.create(shareQuestions, row, [
      fact(emergencyEvents.shareAsked, { useId, ownerId, unitIds: [use.applicantUnitId], answerDueAt: answerDueAt.toISOString() }),
    ]),
  );
}

/** The party that applied answers. */
export async function answerShare(
  tx: DeliberationTx,
  input: { id: string; questionId: string; answer: string },
  ctx: Ctx,
): Promise<ShareQuestionView> {
  const use = await lockUseWithinReach(tx, input.id, ctx);
  const { seat } = await seatAtIssue(tx, use, ctx);
  const asked = await tx.lock(shareQuestions, input.questionId);
  if (asked?.useId !== use.id || seat.unitId !== use.applicantUnitId) throw new DomainError('object.not-found', {});
  if (asked.state === 'ANSWERED') throw new DomainError('emergency.answered', {});
  refusePrivate(input.answer);
  tx.stop(asked.id, ['SHARE_ANSWER']);
  const isInTime = tx.now < asked.answerDueAt;
  return questionView(
    tx.save(shareQuestions, { ...asked, state: 'ANSWERED', answer: input.answer, answeredAt: tx.now }, [
      fact(emergencyEvents.shareAnswered, { useId: use.id, ownerId: asked.ownerId, isInTime }),
    ]),
  );
}

/** The aim of 48 hours has come to a stage. */
export function recordFiredUse(tx: DeliberationTx, use: EmergencyUseRow, { code, dueAt }: DeadlineRow, fired: FiredStage): void {
  const { stage, kind, tell, skipped } = fired;
  tx.save(emergencyUses, use, [
    fact(emergencyEvents.clockFired, { ...aboutUse(use), code, stage, kind, tell, dueAt: dueAt.toISOString(), skippedStages: skipped }),
  ]);
}

/** The time to answer an owner has come to a stage. */
export async function recordFiredQuestion(
  tx: DeliberationTx,
  asked: ShareQuestionRow,
  { code, dueAt }: DeadlineRow,
  fired: FiredStage,
): Promise<void> {
  const use = await tx.lock(emergencyUses, asked.useId);
  const { stage, kind, tell, skipped } = fired;
  tx.save(shareQuestions, asked, [
    fact(emergencyEvents.shareClockFired, {
      ...{
        useId: asked.useId,
        unitIds: use ? [use.applicantUnitId] : [],
        code,
        stage,
        kind,
        tell,
        dueAt: dueAt.toISOString(),
        skippedStages: skipped,
      },
    }),
  ]);
}
