import { courtyardEvents, type courtyards as operations, type Ctx, type OfficeQuestionView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, startClock, type DeadlineRow, type FiredStage, type RuleBook } from '@wufang/service';
import type { z } from 'zod';
import type { OfficeQuestionRow } from '../db/community-life.schema.js';
import { lockQuestion, officeQuestions } from '../db/courtyards.store.js';
import { questionView } from '../db/courtyards.view.js';
import { issues, isWithinReach } from '../db/issues.store.js';
import { projects } from '../db/projects.store.js';
import type { DeliberationTx } from '../db/schema.js';
import { unitById } from '../db/tables.store.js';
import { nextOfQuestion } from '../domain/courtyard-states.js';
import { refusePrivate } from '../domain/public-text.js';

type Input<K extends keyof typeof operations> = z.output<(typeof operations)[K]['input']>;

const told = ({ communityId, unitId, title, officeDayOn }: OfficeQuestionRow) => ({ communityId, unitId, title, officeDayOn });

/** A secretary's office day (社区书记办公日): the community asks, the unit it names has to answer (答题) in time. */
export async function askQuestion(tx: DeliberationTx, input: Input<'askQuestion'>, ctx: Ctx, rules: RuleBook): Promise<OfficeQuestionView> {
  const { id, officeDayOn, communityId, unitId, title, question } = input;
  if (!ctx.actor.unitIds.includes(communityId)) throw new DomainError('object.not-found', {});
  const known = await tx.lock(officeQuestions, id);
  if (known) {
    if (!isWithinReach(known, ctx)) throw new DomainError('object.not-found', {});
    return questionView(known, tx.now);
  }
  refusePrivate(title, question);
  if (!(await tx.load(unitById, unitId))) throw new DomainError('unit.unknown', { unit: unitId });
  const clock = startClock(await rules.at(tx.streetId, tx.now), 'OFFICE_ANSWER', id, tx.now);
  if (!clock) throw new DomainError('time-limits.invalid', { faults: '缺少OFFICE_ANSWER' });
  const { dueAt } = clock;
  const row = tx.create(
    officeQuestions,
    {
      ...{ id, officeDayOn, communityId, unitId, concernedUnitIds: [communityId, unitId], state: 'ASKED', title, question },
      ...{ askedAt: tx.now, dueAt, answer: null, answeredAt: null, outcome: null, projectId: null, issueId: null },
    },
    [fact(courtyardEvents.questionAsked, { communityId, unitId, title, officeDayOn, dueAt: dueAt.toISOString() })],
  );
  tx.arm(clock);
  return questionView(row, tx.now);
}

/** The unit answers for itself; a better answer may follow until the community is content, the first one stops the clock. */
export async function answerQuestion(tx: DeliberationTx, { id, answer }: Input<'answerQuestion'>, ctx: Ctx): Promise<OfficeQuestionView> {
  const row = await lockQuestion(tx, id, ctx);
  if (!ctx.actor.unitIds.includes(row.unitId)) throw new DomainError('object.not-found', {});
  const state = nextOfQuestion(row.state, 'answer');
  refusePrivate(answer);
  tx.stop(id, ['OFFICE_ANSWER']);
  const saved = tx.save(officeQuestions, { ...row, state, answer, answeredAt: row.answeredAt ?? tx.now }, [
    fact(courtyardEvents.questionAnswered, told(row)),
  ]);
  return questionView(saved, tx.now);
}

/** The community is content with the answer, or has made a project or an issue of it. */
export async function settleQuestion(tx: DeliberationTx, input: Input<'settleQuestion'>, ctx: Ctx): Promise<OfficeQuestionView> {
  const row = await lockQuestion(tx, input.id, ctx);
  if (!ctx.actor.unitIds.includes(row.communityId)) throw new DomainError('object.not-found', {});
  const state = nextOfQuestion(row.state, 'settle');
  const { projectId = null, issueId = null } = input;
  await refuseForeign(tx, row, projectId, issueId);
  const outcome = issueId !== null ? 'ISSUE' : projectId !== null ? 'PROJECT' : 'ANSWER_ENOUGH';
  const saved = tx.save(officeQuestions, { ...row, state, outcome, projectId, issueId }, [
    fact(courtyardEvents.questionSettled, { ...told(row), outcome }),
  ]);
  return questionView(saved, tx.now);
}

/** What a question has become is a project or an issue of the same community, and one that is there. */
async function refuseForeign(
  tx: DeliberationTx,
  { communityId }: OfficeQuestionRow,
  projectId: string | null,
  issueId: string | null,
): Promise<void> {
  const named = [
    ...(projectId === null ? [] : [await tx.lock(projects, projectId)]),
    ...(issueId === null ? [] : [await tx.lock(issues, issueId)]),
  ];
  if (named.some((one) => one?.communityId !== communityId)) throw new DomainError('object.not-found', {});
}

/** No answer yet: the unit is reminded, then its section chief and the leader hear of it. */
export function recordFiredQuestion(tx: DeliberationTx, row: OfficeQuestionRow, clock: DeadlineRow, fired: FiredStage): void {
  tx.save(officeQuestions, row, [
    fact(courtyardEvents.questionClockFired, {
      ...told(row),
      ...{ stage: fired.stage, kind: fired.kind, tell: fired.tell, dueAt: clock.dueAt.toISOString() },
    }),
  ]);
}
