import { z } from 'zod';
import { event } from './event.js';
import { IssueScope } from './issues.js';
import { operation } from './operation.js';
import type { Access } from './roles.js';

/**
 * States of a matter raised in a palm courtyard (掌上四合院): raised by a resident or the community, convened by the party branch, answered by the
 * units that come in (进院), settled there with a result, or brought to the table of five parties.
 */
export const matterStates = ['RAISED', 'CONVENED', 'SETTLED', 'BROUGHT_TO_TABLE', 'DECLINED'] as const;
export const MatterState = z.enum(matterStates).meta({ id: 'MatterState' });
export type MatterState = z.infer<typeof MatterState>;

/** States of a question that a community secretary asks on an office day (书记办公日), and the unit's answer (答题). */
export const questionStates = ['ASKED', 'ANSWERED', 'SETTLED'] as const;
export const QuestionState = z.enum(questionStates).meta({ id: 'QuestionState' });
export type QuestionState = z.infer<typeof QuestionState>;

/** What came of a question: its answer was enough, or it goes on as a project or an issue. */
export const questionOutcomes = ['ANSWER_ENOUGH', 'PROJECT', 'ISSUE'] as const;
export type QuestionOutcome = (typeof questionOutcomes)[number];

const title = z.string().trim().min(2).max(100);
const text = z.string().trim().min(2).max(1_000);

export const CourtyardView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    communityId: z.uuid(),
    estateId: z.uuid().nullable(),
    buildingId: z.uuid().nullable(),
    stairwell: z.string().nullable(),
    branch: z.string().describe('牵头的党支部'),
  })
  .meta({ id: 'Courtyard' });
export type CourtyardView = z.infer<typeof CourtyardView>;

export const CourtyardMatterView = z
  .object({
    id: z.uuid(),
    courtyardId: z.uuid(),
    state: MatterState,
    title: z.string(),
    text: z.string(),
    raisedAt: z.string(),
    supporters: z.number().int(),
    convenedAt: z.string().nullable(),
    invitedUnitIds: z.array(z.uuid()),
    answers: z.array(z.object({ unitId: z.uuid(), text: z.string(), at: z.string() })),
    result: z.string().nullable(),
    issueId: z.uuid().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'CourtyardMatter' });
export type CourtyardMatterView = z.infer<typeof CourtyardMatterView>;

export const OfficeQuestionView = z
  .object({
    id: z.uuid(),
    officeDayOn: z.string(),
    communityId: z.uuid(),
    unitId: z.uuid().describe('答题单位'),
    state: QuestionState,
    title: z.string(),
    question: z.string(),
    askedAt: z.string(),
    dueAt: z.string(),
    answer: z.string().nullable(),
    answeredAt: z.string().nullable(),
    isAnsweredInTime: z.boolean().nullable(),
    outcome: z.enum(questionOutcomes).nullable(),
    projectId: z.uuid().nullable(),
    issueId: z.uuid().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'OfficeQuestion' });
export type OfficeQuestionView = z.infer<typeof OfficeQuestionView>;

const community: Access = { community_worker: 'concerned' };
const raisers: Access = { community_worker: 'concerned', resident: 'street' };
const answerers: Access = {
  firm_manager: 'concerned',
  rights_unit_rep: 'concerned',
  department_handler: 'concerned',
  section_chief: 'street',
};
const readers: Access = { ...answerers, ...community, street_leader: 'street', inspector: 'street', administrator: 'street' };
const illegal = ['courtyard.illegal-step', 'object.not-found', 'issue.text-private'] as const;
const byId = { id: z.uuid() };

export const courtyards = {
  openCourtyard: operation({
    name: 'deliberation.courtyard.open',
    method: 'POST',
    path: '/api/courtyards',
    summary: '建立掌上四合院：一栋楼或一个楼门，由党支部牵头',
    access: community,
    input: z.object({
      ...byId,
      name: title,
      communityId: z.uuid(),
      estateId: z.uuid().optional(),
      buildingId: z.uuid().optional(),
      stairwell: z.string().trim().max(20).optional(),
      branch: title,
    }),
    output: CourtyardView,
    errors: ['object.not-found'],
    success: 201,
  }),
  listCourtyards: operation({
    name: 'deliberation.courtyard.list',
    method: 'GET',
    path: '/api/courtyards',
    summary: '掌上四合院名册',
    access: { ...readers, resident: 'street', owners_body_rep: 'street' },
    input: z.object({ communityId: z.uuid().optional() }),
    output: z.object({ courtyards: z.array(CourtyardView) }),
  }),
  raiseMatter: operation({
    name: 'deliberation.courtyard-matter.raise',
    method: 'POST',
    path: '/api/courtyards/{courtyardId}/matters',
    summary: '在院里提一件事；请勿写姓名、电话、门牌号',
    access: raisers,
    input: z.object({ ...byId, courtyardId: z.uuid(), title, text }),
    output: CourtyardMatterView,
    errors: ['object.not-found', 'issue.text-private'],
    success: 201,
  }),
  supportMatter: operation({
    name: 'deliberation.courtyard-matter.support',
    method: 'POST',
    path: '/api/courtyard-matters/{id}/support',
    summary: '附议；每个账号一次',
    access: { resident: 'street' },
    input: z.object(byId),
    output: CourtyardMatterView,
    errors: [...illegal],
  }),
  convene: operation({
    name: 'deliberation.courtyard-matter.convene',
    method: 'POST',
    path: '/api/courtyard-matters/{id}/convene',
    summary: '支部召集，请有关单位“进院”',
    access: community,
    input: z.object({ ...byId, unitIds: z.array(z.uuid()).min(1).max(20) }),
    output: CourtyardMatterView,
    errors: [...illegal, 'unit.unknown'],
  }),
  answerMatter: operation({
    name: 'deliberation.courtyard-matter.answer',
    method: 'POST',
    path: '/api/courtyard-matters/{id}/answer',
    summary: '单位进院答复',
    access: answerers,
    input: z.object({ ...byId, unitId: z.uuid(), text }),
    output: CourtyardMatterView,
    errors: [...illegal],
  }),
  settleMatter: operation({
    name: 'deliberation.courtyard-matter.settle',
    method: 'POST',
    path: '/api/courtyard-matters/{id}/settle',
    summary: '院里解决，写明结果',
    access: community,
    input: z.object({ ...byId, result: text }),
    output: CourtyardMatterView,
    errors: [...illegal],
  }),
  bringMatter: operation({
    name: 'deliberation.courtyard-matter.bring',
    method: 'POST',
    path: '/api/courtyard-matters/{id}/bring',
    summary: '院里解决不了，提请五方共议：在小区的议事桌上成为议题',
    access: community,
    input: z.object({ ...byId, issueId: z.uuid(), tableId: z.uuid(), scope: IssueScope }),
    output: CourtyardMatterView,
    errors: [...illegal, 'issue.scope-unknown', 'seat.not-yours'],
  }),
  declineMatter: operation({
    name: 'deliberation.courtyard-matter.decline',
    method: 'POST',
    path: '/api/courtyard-matters/{id}/decline',
    summary: '不在院里议，说明原因和去处',
    access: community,
    input: z.object({ ...byId, reason: text }),
    output: CourtyardMatterView,
    errors: [...illegal],
  }),
  listMatters: operation({
    name: 'deliberation.courtyard-matter.list',
    method: 'GET',
    path: '/api/courtyards/{courtyardId}/matters',
    summary: '院里的事，新的在前；居民可见',
    access: { ...readers, resident: 'street', owners_body_rep: 'street' },
    input: z.object({
      courtyardId: z.uuid(),
      state: MatterState.optional(),
      before: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    output: z.object({ matters: z.array(CourtyardMatterView) }),
    errors: ['object.not-found'],
  }),
  askQuestion: operation({
    name: 'deliberation.office-question.ask',
    method: 'POST',
    path: '/api/office-questions',
    summary: '书记办公日出题：社区提问题，点名答题单位',
    access: community,
    input: z.object({ ...byId, officeDayOn: z.iso.date(), communityId: z.uuid(), unitId: z.uuid(), title, question: text }),
    output: OfficeQuestionView,
    errors: ['object.not-found', 'unit.unknown', 'issue.text-private'],
    success: 201,
  }),
  answerQuestion: operation({
    name: 'deliberation.office-question.answer',
    method: 'POST',
    path: '/api/office-questions/{id}/answer',
    summary: '答题',
    access: { department_handler: 'concerned', section_chief: 'concerned' },
    input: z.object({ ...byId, answer: text }),
    output: OfficeQuestionView,
    errors: [...illegal],
  }),
  settleQuestion: operation({
    name: 'deliberation.office-question.settle',
    method: 'POST',
    path: '/api/office-questions/{id}/settle',
    summary: '社区认可答案，或转为民生项目、五方议题（写明编号）',
    access: community,
    input: z.object({ ...byId, projectId: z.uuid().optional(), issueId: z.uuid().optional() }),
    output: OfficeQuestionView,
    errors: [...illegal],
  }),
  listQuestions: operation({
    name: 'deliberation.office-question.list',
    method: 'GET',
    path: '/api/office-questions',
    summary: '书记办公日的题目与答案：会议数、问题数、转为项目数',
    access: readers,
    input: z.object({
      officeDayOn: z.iso.date().optional(),
      state: QuestionState.optional(),
      before: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    output: z.object({
      questions: z.array(OfficeQuestionView),
      totals: z.object({ officeDays: z.number().int(), questions: z.number().int(), projects: z.number().int(), issues: z.number().int() }),
    }),
  }),
};

const matter = { courtyardId: z.uuid(), communityId: z.uuid(), title: z.string() };
const question = { communityId: z.uuid(), unitId: z.uuid(), title: z.string(), officeDayOn: z.string() };
export const courtyardEvents = {
  courtyardOpened: event('deliberation.courtyard.opened.v1', '建立掌上四合院', z.object({ communityId: z.uuid(), name: z.string() })),
  matterRaised: event('deliberation.courtyard-matter.raised.v1', '院里提出一件事', z.object(matter)),
  matterSupported: event('deliberation.courtyard-matter.supported.v1', '附议', z.object({ ...matter, supporters: z.number() })),
  matterConvened: event(
    'deliberation.courtyard-matter.convened.v1',
    '支部召集，请单位进院',
    z.object({ ...matter, unitIds: z.array(z.uuid()) }),
  ),
  matterAnswered: event('deliberation.courtyard-matter.answered.v1', '单位进院答复', z.object({ ...matter, unitId: z.uuid() })),
  matterSettled: event('deliberation.courtyard-matter.settled.v1', '院里解决', z.object(matter)),
  matterDeclined: event('deliberation.courtyard-matter.declined.v1', '不在院里议', z.object(matter)),
  matterBrought: event('deliberation.courtyard-matter.brought.v1', '提请五方共议', z.object({ ...matter, issueId: z.uuid() })),
  questionAsked: event('deliberation.office-question.asked.v1', '书记办公日出题', z.object({ ...question, dueAt: z.string() })),
  questionAnswered: event('deliberation.office-question.answered.v1', '答题', z.object(question)),
  questionSettled: event('deliberation.office-question.settled.v1', '题目办结', z.object({ ...question, outcome: z.string() })),
  questionClockFired: event(
    'deliberation.office-question.clock-fired.v1',
    '答题时限提醒或超时',
    z.object({ ...question, stage: z.number(), kind: z.string(), tell: z.array(z.string()), dueAt: z.string() }),
  ),
};
