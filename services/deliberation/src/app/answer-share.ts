import { emergencyEvents, type Ctx, type ShareQuestionView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type DeadlineRow, type FiredStage, type RuleBook } from '@wufang/service';
import type { ShareQuestionRow } from '../db/emergency.schema.js';
import { emergencyUses, lockUseWithinReach, sharers, shareQuestions } from '../db/emergency.store.js';
import { accountsOf, hasBoundHomeOf } from '../db/bound-homes.store.js';
import { questionView } from '../db/emergency.view.js';
import type { DeliberationTx } from '../db/schema.js';
import { refusePrivate } from '../domain/public-text.js';
import { armClock } from './arm-clock.js';
import { seatAtIssue } from './file-emergency-use.js';

/** An owner, or a unit that sold homes, asks about its share (W2). */
export async function askShare(
  tx: DeliberationTx,
  input: { id: string; questionId: string; ownerId: string; question: string },
  ctx: Ctx,
  rules: RuleBook,
): Promise<ShareQuestionView> {
  const { id: useId, questionId, ownerId, question } = input;
  const use = await tx.lock(emergencyUses, useId);
  const isTheirs = ctx.actor.unitIds.includes(ownerId) || (await hasBoundHomeOf(tx, ctx.actor.accountId, ownerId));
  if (!use || !isTheirs || !(await tx.load(sharers, `${useId}/${ownerId}`))) throw new DomainError('object.not-found', {});
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
  const accountIds = await accountsOf(tx.sql, tx.streetId, [asked.ownerId]);
  return questionView(
    tx.save(shareQuestions, { ...asked, state: 'ANSWERED', answer: input.answer, answeredAt: tx.now }, [
      fact(emergencyEvents.shareAnswered, { useId: use.id, ownerId: asked.ownerId, accountIds, isInTime }),
    ]),
  );
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
