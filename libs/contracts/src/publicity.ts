import { z } from 'zod';
import { homeKey } from './cost-plans.js';
import { DeadlineCode } from './enums.js';
import { documentRefusals, inForm, PrintedDocument, printTimeoutMs } from './documents.js';
import { event } from './event.js';
import { toldOwners } from './home-bindings.js';
import { seatRefusals } from './issues.js';
import { operation } from './operation.js';
import { seatActors, tableReaders } from './tables.js';

/** States of a publicity (公示): hanging, over, taken down because the plan is changed. */
export const publicityStates = ['POSTED', 'ENDED', 'AMENDED'] as const;
export const PublicityState = z.enum(publicityStates).meta({ id: 'PublicityState' });
export type PublicityState = z.infer<typeof PublicityState>;

/** States of an objection (异议): to be answered, answered, taken up by changing the plan, taken back. */
export const objectionStates = ['OPEN', 'ANSWERED', 'UPHELD', 'WITHDRAWN'] as const;
export const ObjectionState = z.enum(objectionStates).meta({ id: 'ObjectionState' });
export type ObjectionState = z.infer<typeof ObjectionState>;

/** Who objects: an owner whose home shares, or a party at the table. */
export const Objector = z.enum(['OWNER', 'SEAT']).meta({ id: 'Objector' });
export type Objector = z.infer<typeof Objector>;

/** What a temporary assembly of the owners (临时业主大会), called because many object, came to. */
export const assemblyOutcomes = ['KEEP', 'CHANGE'] as const;
export const AssemblyOutcome = z.enum(assemblyOutcomes).meta({ id: 'AssemblyOutcome' });
export type AssemblyOutcome = z.infer<typeof AssemblyOutcome>;

/** An objection is answered in the plan's own matter by whoever chairs; so many of the affected owners bring it before their assembly. */
export const assemblyShare = {
  from: '2020-05-01',
  value: { num: 1, den: 5 },
  unit: 'of the affected owners',
  source: 'L2-35, P',
} as const;

/** A home's share as the board shows it: no room number, no area; the owner knows the mark from the statement. */
export const MaskedShare = z
  .object({ place: z.string().describe('楼栋与单元'), mark: z.string().describe('查询码末三位，本户凭分户说明辨认'), shareFen: z.string() })
  .meta({ id: 'MaskedShare' });
export type MaskedShare = z.infer<typeof MaskedShare>;

const text = z.string().trim().min(2).max(500);
const point = z.string().trim().min(2).max(120);

export const PublicityView = z
  .object({
    id: z.uuid(),
    issueId: z.uuid(),
    planId: z.uuid(),
    no: z.number().int().describe('第几次公示'),
    numberText: z.string().describe('方案编号'),
    state: PublicityState,
    title: z.string(),
    lines: z.array(z.string()).describe('公示文本'),
    payers: z.array(z.object({ name: z.string(), amountFen: z.string() })),
    homes: z.array(MaskedShare),
    totalFen: z.string(),
    point: z.string().describe('张贴地点'),
    photoIds: z.array(z.uuid()),
    postedAt: z.string(),
    endsAt: z.string(),
    endedAt: z.string().nullable(),
  })
  .meta({ id: 'Publicity' });
export type PublicityView = z.infer<typeof PublicityView>;

export const ObjectionView = z
  .object({
    id: z.uuid(),
    publicityId: z.uuid(),
    by: Objector,
    seat: z.string().nullable(),
    homeLabel: z.string().nullable(),
    reason: z.string(),
    documentId: z.uuid().nullable(),
    state: ObjectionState,
    raisedAt: z.string(),
    dueAt: z.string(),
    answer: z.string().nullable(),
    answeredAt: z.string().nullable(),
    isOverdue: z.boolean(),
  })
  .meta({ id: 'Objection' });
export type ObjectionView = z.infer<typeof ObjectionView>;

export const PublicityFile = PublicityView.extend({
  objections: z.array(ObjectionView),
  affectedOwners: z.number().int(),
  objectingOwners: z.number().int(),
  assembly: z
    .object({
      ...{ neededAt: z.string(), outcome: AssemblyOutcome.nullable(), document: z.string().nullable(), at: z.string().nullable() },
      voteId: z.uuid().nullable().optional().describe('维持方案所依据的业主表决'),
    })
    .nullable()
    .describe('异议业主达到规定的比例，须召开临时业主大会'),
}).meta({ id: 'PublicityFile' });
export type PublicityFile = z.infer<typeof PublicityFile>;

const onPublicity = { id: z.uuid() };
const refusals = [...seatRefusals, 'issue.illegal-step', 'publicity.illegal-step'] as const;
const PublicPublicity = PublicityView.omit({ issueId: true, planId: true, photoIds: true }).extend({
  estateName: z.string().nullable(),
  objections: z.number().int().describe('收到几件异议；内容只给提出的人和各席位'),
  openObjections: z.number().int().describe('其中几件还没有答复'),
});

export const publicity = {
  postPublicity: operation({
    name: 'deliberation.publicity.post',
    method: 'POST',
    path: '/api/issues/{issueId}/publicities',
    summary: '公示选定的方案：登记张贴地点与照片，期限自次日起算，长短以时限表为准；物管会决定的另有期限',
    access: { community_worker: 'concerned' },
    input: z.object({ issueId: z.uuid(), point, photoIds: z.array(z.uuid()).min(1).max(9).describe('张贴照片') }),
    output: PublicityView,
    errors: [...refusals, 'plan.not-chosen', 'publicity.vote-first', 'issue.file-unknown', 'issue.text-private'],
    success: 201,
  }),
  listPublicities: operation({
    name: 'deliberation.publicity.list',
    method: 'GET',
    path: '/api/issues/{issueId}/publicities',
    summary: '一个议题的历次公示与异议，新的在前',
    access: tableReaders,
    input: z.object({ issueId: z.uuid() }),
    output: z.object({ publicities: z.array(PublicityFile) }),
    errors: ['object.not-found'],
  }),
  listPosted: operation({
    name: 'deliberation.publicity.board',
    method: 'GET',
    path: '/api/public/{streetId}/publicities',
    summary: '正在公示的方案，不用登录',
    access: 'public',
    input: z.object({ streetId: z.string(), limit: z.coerce.number().int().min(1).max(100).default(20) }),
    output: z.object({
      publicities: z.array(
        z.object({
          ...{ id: z.uuid(), title: z.string(), estateName: z.string().nullable() },
          ...{ totalFen: z.string(), postedAt: z.string(), endsAt: z.string() },
        }),
      ),
    }),
  }),
  readPosted: operation({
    name: 'deliberation.publicity.read',
    method: 'GET',
    path: '/api/public/{streetId}/publicities/{id}',
    summary: '一份公示：文本、出资方、各户份额（隐去房号）、如何提出异议，不用登录',
    access: 'public',
    input: z.object({ streetId: z.string(), ...onPublicity }),
    output: PublicPublicity,
    errors: ['object.not-found'],
  }),
  printPublicity: operation({
    name: 'deliberation.publicity.print',
    method: 'GET',
    path: '/api/publicities/{id}/document',
    summary: '公示文书：张贴的文字、出资方、各户金额（隐去房号）',
    access: { ...tableReaders, resident: 'street' },
    input: z.object({ ...onPublicity, ...inForm }),
    output: PrintedDocument,
    errors: documentRefusals,
    timeoutMs: printTimeoutMs,
  }),
  objectAsOwner: operation({
    name: 'deliberation.objection.raise-as-owner',
    method: 'POST',
    path: '/api/public/{streetId}/objections',
    summary: '业主凭编号和查询码对公示的方案提出书面异议',
    access: 'public',
    input: z.object({ streetId: z.string(), ...homeKey, objectionId: z.uuid(), reason: text }),
    output: z.object({ objectionId: z.uuid(), dueAt: z.string() }),
    errors: ['home-share.not-found', 'publicity.over', 'publicity.other-version', 'objection.open-already', 'issue.text-private'],
    success: 201,
  }),
  recordObjection: operation({
    name: 'deliberation.objection.record',
    method: 'POST',
    path: '/api/publicities/{id}/objections',
    summary: '席位提出异议；社区代为登记业主交来的书面异议时写明房屋并附原件',
    access: seatActors,
    input: z.object({
      ...onPublicity,
      objectionId: z.uuid(),
      reason: text,
      homeId: z.uuid().nullable().default(null),
      documentId: z.uuid().nullable().default(null),
    }),
    output: ObjectionView,
    errors: [...refusals, 'publicity.over', 'objection.open-already', 'objection.paper-needed', 'issue.file-unknown', 'issue.text-private'],
    success: 201,
  }),
  answerObjection: operation({
    name: 'deliberation.objection.answer',
    method: 'POST',
    path: '/api/publicities/{id}/objections/{objectionId}/answer',
    summary: '答复异议；全部答复后公示继续，到期转入签约',
    access: { community_worker: 'concerned' },
    input: z.object({ ...onPublicity, objectionId: z.uuid(), answer: text }),
    output: ObjectionView,
    errors: [...refusals, 'objection.illegal-step', 'issue.text-private'],
  }),
  withdrawObjection: operation({
    name: 'deliberation.objection.withdraw',
    method: 'POST',
    path: '/api/publicities/{id}/objections/{objectionId}/withdraw',
    summary: '席位撤回自己的异议；社区登记业主书面撤回',
    access: seatActors,
    input: z.object({ ...onPublicity, objectionId: z.uuid(), documentId: z.uuid().nullable().default(null) }),
    output: ObjectionView,
    errors: [...refusals, 'objection.illegal-step', 'objection.paper-needed', 'issue.file-unknown'],
  }),
  recordAssembly: operation({
    name: 'deliberation.publicity.record-assembly',
    method: 'POST',
    path: '/api/publicities/{id}/assembly',
    summary: '业主组织登记临时业主大会的结果：维持方案的，写明须开会以后计票通过的业主表决；修改方案的，写明纪要',
    access: { community_worker: 'concerned', owners_body_rep: 'concerned' },
    input: z.object({
      ...onPublicity,
      outcome: AssemblyOutcome,
      document: z.string().trim().min(2).max(100),
      documentId: z.uuid(),
      voteId: z.uuid().nullable().default(null).describe('维持方案的必填：须召开大会以后计票的表决'),
    }),
    output: PublicityView,
    errors: [...refusals, 'publicity.no-assembly', 'publicity.assembly-vote', 'issue.file-unknown'],
  }),
  amendPlan: operation({
    name: 'deliberation.publicity.amend',
    method: 'POST',
    path: '/api/publicities/{id}/amend',
    summary: '采纳异议，修改方案：回到拟方案，金额有变的出资方重新表态，有人多出的重新公示',
    access: { community_worker: 'concerned' },
    input: z.object({ ...onPublicity, reason: text, objectionIds: z.array(z.uuid()).max(500).default([]) }),
    output: PublicityView,
    errors: [...refusals, 'objection.illegal-step', 'publicity.objections-open', 'issue.text-private'],
  }),
};

const about = { issueId: z.uuid(), planId: z.uuid() };
const seats = { unitIds: z.array(z.uuid()) };

export const publicityEvents = {
  publicityPosted: event(
    'deliberation.publicity.posted.v1',
    '方案公示',
    z.object({
      ...{ ...about, ...seats, no: z.number().int(), title: z.string(), code: DeadlineCode, planHash: z.string() },
      ...{ postedAt: z.string(), endsAt: z.string(), isRestart: z.boolean().describe('有人多出，期限重新计算') },
    }),
  ),
  /** Owners whose homes share hear that the plan hangs and until when they may object, in parts. */
  postedTold: event(
    'deliberation.publicity.posted-told.v1',
    '告知业主方案已公示（分批；只有编号）',
    z.object({ ...about, title: z.string(), point: z.string(), endsAt: z.string(), ...toldOwners }),
  ),
  publicityObjected: event(
    'deliberation.publicity.objected.v1',
    '公示收到异议',
    z.object({ ...about, objectionId: z.uuid(), openObjections: z.number().int(), objectingOwners: z.number().int() }),
  ),
  objectionSettled: event(
    'deliberation.publicity.objection-settled.v1',
    '一件异议已了结',
    z.object({ ...about, objectionId: z.uuid(), state: ObjectionState, openObjections: z.number().int() }),
  ),
  assemblyNeeded: event(
    'deliberation.publicity.assembly-needed.v1',
    '异议业主达到规定的比例，须召开临时业主大会',
    z.object({ ...about, ...seats, objectingOwners: z.number().int(), affectedOwners: z.number().int(), at: z.string() }),
  ),
  assemblyHeld: event(
    'deliberation.publicity.assembly-held.v1',
    '临时业主大会的结果',
    z.object({ ...about, outcome: AssemblyOutcome, voteId: z.uuid().nullable().optional(), at: z.string() }),
  ),
  publicityEnded: event(
    'deliberation.publicity.ended.v1',
    '公示期满且没有未答复的异议',
    z.object({ ...about, ...seats, endedAt: z.string() }),
  ),
  publicityAmended: event(
    'deliberation.publicity.amended.v1',
    '修改方案，公示撤下',
    z.object({ ...about, ...seats, title: z.string(), at: z.string() }),
  ),
  publicityTakenDown: event(
    'deliberation.publicity.taken-down.v1',
    '议题不再协商，公示撤下',
    z.object({ ...about, ...seats, reason: z.string(), at: z.string() }),
  ),
  publicityHeld: event(
    'deliberation.publicity.held-open.v1',
    '公示期满，尚有异议未答复或临时业主大会未开',
    z.object({ ...about, openObjections: z.number().int(), at: z.string() }),
  ),
  publicityRecounted: event(
    'deliberation.publicity.recounted.v1',
    '日历公布后重新计算公示期',
    z.object({ ...about, endsAt: z.string(), calendarVersion: z.number().int() }),
  ),
  objectionRaised: event(
    'deliberation.objection.raised.v1',
    '对公示提出异议',
    z.object({ ...about, publicityId: z.uuid(), by: Objector, chairUnitId: z.uuid(), raisedAt: z.string(), dueAt: z.string() }),
  ),
  objectionAnswered: event(
    'deliberation.objection.answered.v1',
    '答复异议',
    z.object({
      ...{ ...about, publicityId: z.uuid(), unitId: z.uuid().nullable().describe('提出异议的席位单位'), answeredAt: z.string() },
      accountIds: z.array(z.string()).optional().describe('绑定了这一户的账号'),
    }),
  ),
  objectionUpheld: event('deliberation.objection.upheld.v1', '采纳异议', z.object({ ...about, publicityId: z.uuid(), at: z.string() })),
  objectionWithdrawn: event(
    'deliberation.objection.withdrawn.v1',
    '撤回异议',
    z.object({ ...about, publicityId: z.uuid(), at: z.string() }),
  ),
  publicityClockFired: event(
    'deliberation.publicity.clock-fired.v1',
    '召开临时业主大会、按大会决定修改方案的时限提醒或超时',
    z.object({
      ...{ ...about, unitId: z.uuid(), code: DeadlineCode, stage: z.number().int() },
      ...{ kind: z.enum(['warning', 'breach', 'after']), tell: z.array(z.string()), dueAt: z.string(), skippedStages: z.number().int() },
    }),
  ),
  objectionClockFired: event(
    'deliberation.objection.clock-fired.v1',
    '异议答复时限提醒或超时',
    z.object({
      ...{ ...about, publicityId: z.uuid(), unitId: z.uuid(), code: DeadlineCode, stage: z.number().int() },
      ...{ kind: z.enum(['warning', 'breach', 'after']), tell: z.array(z.string()), dueAt: z.string(), skippedStages: z.number().int() },
    }),
  ),
};
