import type { councilEvents, courtyardEvents, PayloadOf, petitionEvents, projectEvents } from '@wufang/contracts';
import { toEach } from './issue-messages.js';
import { clockMessages, type Draft } from './messages.js';

const toRole = (role: NonNullable<Draft['role']>, draft: Omit<Draft, 'unitId' | 'role' | 'seat'>): Draft => ({
  ...draft,
  unitId: null,
  role,
  seat: null,
});

/** The street's leader has something to approve. */
export function projectSubmittedMessages(projectId: string, { title }: PayloadOf<typeof projectEvents.projectSubmitted>): Draft[] {
  const body = `民生项目“${title}”报批，请批复金额、资金来源和文号。`;
  return [toRole('street_leader', { kind: 'PROJECT_SUBMITTED', title: '民生项目待批复', body, subjectId: projectId })];
}

/** A project waits for the street, or tasks are due: each unit that has to act, and whoever else the stage names. */
export function projectClockMessages(projectId: string, fired: PayloadOf<typeof projectEvents.projectClockFired>): Draft[] {
  const rung = { ...fired, subjectId: projectId, no: null };
  const acting = fired.tell.includes('H')
    ? fired.unitIds.flatMap((unitId) => clockMessages({ ...rung, tell: ['H'], leadUnitId: unitId }))
    : [];
  const above = clockMessages({ ...rung, tell: fired.tell.filter((seat) => seat !== 'H'), leadUnitId: fired.communityId });
  return [...acting, ...above];
}

export function projectApprovedMessages(
  projectId: string,
  { title, communityId, document }: PayloadOf<typeof projectEvents.projectApproved>,
): Draft[] {
  const body = `民生项目“${title}”已批复（${document}），可以开工。`;
  return toEach([communityId], { kind: 'PROJECT_APPROVED', title: '民生项目已批复', body, subjectId: projectId });
}

export function projectDeclinedMessages(
  projectId: string,
  { title, communityId }: PayloadOf<typeof projectEvents.projectDeclined>,
): Draft[] {
  const body = `民生项目“${title}”未获批复，原因见项目；可以调整任务清单后再报。`;
  return toEach([communityId], { kind: 'PROJECT_DECLINED', title: '民生项目未获批复', body, subjectId: projectId });
}

/** Each unit hears which tasks of a project are its own. */
export function projectBegunMessages(projectId: string, { title, tasks }: PayloadOf<typeof projectEvents.projectBegun>): Draft[] {
  return [...new Set(tasks.map(({ unitId }) => unitId))].flatMap((unitId) => {
    const own = tasks.filter((task) => task.unitId === unitId).map(({ what, dueOn }) => `${what}（${dueOn} 前）`);
    const body = `民生项目“${title}”开工，你单位的任务：${own.join('；')}。`;
    return toEach([unitId], { kind: 'PROJECT_BEGUN', title: '民生项目任务', body, subjectId: projectId });
  });
}

/** The community hears that a task of its project is done, where another unit had it. */
export function projectTaskFinishedMessages(
  projectId: string,
  { title, communityId, unitId, what, open }: PayloadOf<typeof projectEvents.projectTaskFinished>,
): Draft[] {
  if (unitId === communityId) return [];
  const left = open === 0 ? '任务已全部完成，可以报完工' : `还有 ${open} 项没有完成`;
  const body = `民生项目“${title}”的任务“${what}”已完成；${left}。`;
  return toEach([communityId], { kind: 'PROJECT_TASK_DONE', title: '民生项目任务已完成', body, subjectId: projectId });
}

/** About the courtyard, whose page has the matter. */
export function courtyardConvenedMessages({ courtyardId, title, unitIds }: PayloadOf<typeof courtyardEvents.matterConvened>): Draft[] {
  const body = `掌上四合院“${title}”请你单位进院答复。`;
  return toEach(unitIds, { kind: 'COURTYARD_CONVENED', title: '请进院', body, subjectId: courtyardId });
}

export function courtyardAnsweredMessages({ courtyardId, title, communityId }: PayloadOf<typeof courtyardEvents.matterAnswered>): Draft[] {
  const body = `掌上四合院“${title}”有单位答复，请支部跟进。`;
  return toEach([communityId], { kind: 'COURTYARD_ANSWERED', title: '进院答复', body, subjectId: courtyardId });
}

export function questionAskedMessages(
  questionId: string,
  { title, unitId, officeDayOn }: PayloadOf<typeof courtyardEvents.questionAsked>,
): Draft[] {
  const body = `${officeDayOn} 书记办公日出题“${title}”，请按时答题。`;
  return toEach([unitId], { kind: 'OFFICE_QUESTION', title: '书记办公日题目', body, subjectId: questionId });
}

export function questionAnsweredMessages(
  questionId: string,
  { title, communityId }: PayloadOf<typeof courtyardEvents.questionAnswered>,
): Draft[] {
  const body = `书记办公日题目“${title}”已有答案，请确认，或转为项目、议题。`;
  return toEach([communityId], { kind: 'OFFICE_ANSWER', title: '题目已答', body, subjectId: questionId });
}

export function councilOpenedMessages(sessionId: string, { topic, unitIds }: PayloadOf<typeof councilEvents.councilOpened>): Draft[] {
  const body = `居民议事会将议“${topic}”：第一轮议问题，第二轮议方案。`;
  return toEach(unitIds, { kind: 'COUNCIL_OPENED', title: '居民议事会', body, subjectId: sessionId });
}

export function councilClosedMessages(
  sessionId: string,
  { topic, unitIds, isConsensus }: PayloadOf<typeof councilEvents.roundTwoClosed>,
): Draft[] {
  const body = `居民议事会“${topic}”第二轮：${isConsensus ? '在场各方一致认可' : '未取得一致，意见已记录'}。这是共识记录，不是表决。`;
  return toEach(unitIds, { kind: 'COUNCIL_CLOSED', title: '居民议事会结果', body, subjectId: sessionId });
}

/** A petition has not found its households in time: the community hears how many stood behind it. */
export function petitionExpiredMessages(
  petitionId: string,
  { title, communityId, households, needed }: PayloadOf<typeof petitionEvents.petitionExpired>,
): Draft[] {
  const body = `联名“${title}”到期时只有 ${households} 户，未满 ${needed} 户，已经过期。`;
  return toEach([communityId], { kind: 'PETITION_EXPIRED', title: '联名过期', body, subjectId: petitionId });
}
