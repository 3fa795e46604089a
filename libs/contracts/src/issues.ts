import { z } from 'zod';
import { DeadlineCode } from './enums.js';
import { event } from './event.js';
import { operation } from './operation.js';
import { ScopeLevel } from './plans.js';
import {
  appointment,
  appointRefusals,
  FenAmount,
  Seat,
  seatActors,
  SeatKind,
  SeatMandate,
  SeatRole,
  streetSeat,
  tableReaders,
} from './tables.js';

/** States of an issue (议题), domain rules 4.7. */
export const issueStates = [
  'PROPOSED',
  'SCREENED',
  'CONVENED',
  'ROUND_OPEN',
  'ROUND_CLOSED',
  'PLANNING',
  'COST_DRAFT',
  'AGREED',
  'OWNER_VOTING',
  'VOTED_PASS',
  'VOTED_FAIL',
  'EMERGENCY_GO',
  'PUBLICITY',
  'OBJECTION',
  'SIGNING',
  'EXECUTING',
  'CHANGE',
  'ACCEPTANCE',
  'SETTLEMENT',
  'WARRANTY',
  'ARCHIVED',
  'REFUSED',
  'REJECTED',
  'ESCALATED',
  'WITHDRAWN',
  'MERGED',
] as const;
export const IssueState = z.enum(issueStates).meta({ id: 'IssueState' });
export type IssueState = z.infer<typeof IssueState>;

export const issueSteps = [
  'screen',
  'refuse',
  'convene',
  'openRound',
  'closeRound',
  'failQuorum',
  'plan',
  'draftCost',
  'agree',
  'replan',
  'reject',
  'escalate',
  'openVote',
  'passVote',
  'failVote',
  'goEmergency',
  'publicise',
  'object',
  'answer',
  'amend',
  'openSigning',
  'execute',
  'change',
  'resume',
  'acceptWorks',
  'failAcceptance',
  'settle',
  'warrant',
  'archive',
  'withdraw',
  'merge',
] as const;
export const IssueStep = z.enum(issueSteps).meta({ id: 'IssueStep' });
export type IssueStep = z.infer<typeof IssueStep>;

/** How a matter is decided (决策类别): told, promised each for itself, planned together, voted by owners, or done at once. */
export const decisionClasses = ['INFO', 'COMMIT', 'PLAN', 'OWNER_ORD', 'OWNER_SPEC', 'EMERGENCY'] as const;
export const DecisionClass = z.enum(decisionClasses).meta({ id: 'DecisionClass' });
export type DecisionClass = z.infer<typeof DecisionClass>;

/** What an issue is about, for its class (议题事项). One issue may have several; a plan is classed line by line. */
export const issueMatters = [
  'NOTICE',
  'OWN_DUTY',
  'SHARED_WORKS',
  'RULES_OF_PROCEDURE',
  'COVENANT',
  'COMMITTEE',
  'FIRM',
  'FUND_USE',
  'FUND_RAISE',
  'REBUILD',
  'COMMON_PARTS',
  'OTHER_MAJOR',
  'EMERGENCY_REPAIR',
] as const;
export const IssueMatter = z.enum(issueMatters).meta({ id: 'IssueMatter' });
export type IssueMatter = z.infer<typeof IssueMatter>;

/** Where an issue comes from (议题来源). */
export const issueOrigins = ['WORK_ORDER', 'CLUSTER', 'COURTYARD', 'OFFICE_DAY', 'SEAT', 'HOUSEHOLDS'] as const;
export const IssueOrigin = z.enum(issueOrigins).meta({ id: 'IssueOrigin' });
export type IssueOrigin = z.infer<typeof IssueOrigin>;

/** Why an issue is not taken up (不予列入). */
export const refusalGrounds = ['NOT_COMMON', 'IN_COURT', 'OTHER_AUTHORITY', 'ALREADY_DECIDED', 'OUT_OF_SCOPE'] as const;
export const RefusalGround = z.enum(refusalGrounds).meta({ id: 'RefusalGround' });
export type RefusalGround = z.infer<typeof RefusalGround>;

/** An interest that keeps a person from speaking on an issue (回避事由). */
export const interests = ['CONTRACTOR', 'COMPLAINANT', 'OTHER'] as const;
export const Interest = z.enum(interests).meta({ id: 'Interest' });
export type Interest = z.infer<typeof Interest>;

/** How an issue ended for the orders it came from. */
export const issueOutcomes = ['SIGNED', 'TOLD', 'REFUSED', 'REJECTED', 'ESCALATED', 'WITHDRAWN'] as const;
export const IssueOutcome = z.enum(issueOutcomes).meta({ id: 'IssueOutcome' });
export type IssueOutcome = z.infer<typeof IssueOutcome>;

const id = z.uuid();
const reason = z.string().trim().min(5, '请写明理由，至少 5 个字').max(500);

export const IssueScope = z
  .object({
    level: ScopeLevel,
    estateId: z.uuid(),
    buildingId: z.uuid().nullable(),
    stairwell: z.string().trim().min(1).max(20).nullable(),
  })
  .meta({ id: 'IssueScope' });
export type IssueScope = z.infer<typeof IssueScope>;

/** A matter with the class the rule pack gives it and the article it gives it by. */
export const ClassedMatter = z
  .object({ matter: IssueMatter, class: DecisionClass, article: z.string(), pack: z.string().describe('规则版本') })
  .meta({ id: 'ClassedMatter' });
export type ClassedMatter = z.infer<typeof ClassedMatter>;

/** What one of the two screening seats thinks of a proposed issue; community and street have to agree. */
export const ScreeningOpinion = z
  .object({
    seat: z.enum(['COMMUNITY', 'STREET']),
    decision: z.enum(['TAKE', 'REFUSE']),
    matters: z.array(IssueMatter),
    ground: RefusalGround.nullable(),
    reason: z.string(),
    at: z.string(),
    accountId: z.string(),
  })
  .meta({ id: 'ScreeningOpinion' });
export type ScreeningOpinion = z.infer<typeof ScreeningOpinion>;

export const SteppedBack = z
  .object({ accountId: z.string(), interest: Interest, reason: z.string(), declaredBy: z.string(), at: z.string() })
  .meta({ id: 'SteppedBack' });
export type SteppedBack = z.infer<typeof SteppedBack>;

/** A seat as it was when the issue was convened (until then: as it is at the table), and who has stepped back from this issue. */
export const IssueSeat = Seat.extend({ steppedBack: z.array(SteppedBack) }).meta({ id: 'IssueSeat' });
export type IssueSeat = z.infer<typeof IssueSeat>;

/** A seat that would pay, and how much by the plan that lies on the table; null as long as no plan says so. */
export const PayingSeat = z.object({ seat: SeatKind, amountFen: FenAmount.nullable() }).meta({ id: 'PayingSeat' });
export type PayingSeat = z.infer<typeof PayingSeat>;

const count = z.number().int().min(0).max(99_999);
const headcount = {
  members: count.describe('全体委员人数；居民会议为应到会人数'),
  ownerReps: count.describe('其中业主代表'),
  attended: count.describe('到会委员'),
  ownerRepsAttended: count.describe('其中业主代表'),
  signed: count.describe('签字同意的委员；居民会议为同意的人数'),
};

/** Whose own meeting decides: owners' committee, property management committee, or the residents' meeting (居民会议) of the community. */
export const decidingBodies = ['OWNERS_COMMITTEE', 'PROPERTY_MGMT_COMMITTEE', 'RESIDENTS_MEETING'] as const;
export const DecidingBody = z.enum(decidingBodies).meta({ id: 'DecidingBody' });
export type DecidingBody = z.infer<typeof DecidingBody>;

/** A decision of such a body, as its minutes say, and whether the numbers carry it (L2-45, L2-57, L8). */
export const BodyDecision = z
  .object({
    body: DecidingBody,
    ...headcount,
    heldOn: z.iso.date(),
    toldOn: z.iso.date().nullable().describe('告知居委会的日期'),
    document: z.string(),
    isQuorate: z.boolean(),
    isPassed: z.boolean(),
    reasons: z.array(z.string()),
    recordedAt: z.string().optional().describe('登记的时间；早先登记的没有'),
    posting: z
      .object({ where: z.string(), postedAt: z.string(), hangsUntil: z.string().nullable().describe('须张贴到何时；没有规定期限的为空') })
      .optional()
      .describe('张贴公示；尚未张贴的没有'),
  })
  .meta({ id: 'BodyDecision' });
export type BodyDecision = z.infer<typeof BodyDecision>;

export const IssueView = z
  .object({
    id,
    tableId: z.uuid(),
    estateId: z.uuid(),
    communityId: z.uuid(),
    state: IssueState,
    title: z.string(),
    problem: z.string(),
    scope: IssueScope,
    origin: IssueOrigin,
    proposedBy: SeatKind.nullable().describe('由席位提出时，是哪一方'),
    orderIds: z.array(z.uuid()).describe('来自或并入的工单'),
    households: z.number().int().describe('联名户数'),
    matters: z.array(ClassedMatter),
    decisionClasses: z.array(DecisionClass),
    screening: z.array(ScreeningOpinion),
    seats: z.array(IssueSeat),
    payers: z.array(PayingSeat),
    roundNo: z.number().int().describe('正在或刚刚会商的轮次；召集前为 0'),
    roundId: z.uuid().nullable(),
    quorumFailures: z.number().int(),
    planId: z.uuid().nullable(),
    voteIds: z.array(z.uuid()),
    resolutionId: z.uuid().nullable(),
    signedResolutionId: z.uuid().nullable().describe('各方已全部签署、现行有效的决议'),
    leadSeat: SeatKind.nullable().describe('拟方案的一方'),
    bodyDecisions: z.array(BodyDecision),
    withdrawalAsked: z.object({ by: z.string(), reason: z.string(), at: z.string() }).nullable(),
    mergedInto: z.uuid().nullable(),
    proposedAt: z.string(),
    version: z.number().int(),
  })
  .meta({ id: 'Issue' });
export type IssueView = z.infer<typeof IssueView>;

const onIssue = { id };
/** Refusals of whoever speaks for a seat. */
export const seatRefusals = ['object.not-found', 'seat.not-yours', 'seat.mandate-ended', 'seat.stepped-back'] as const;

export const issues = {
  proposeIssue: operation({
    name: 'deliberation.issue.propose',
    method: 'POST',
    path: '/api/issues',
    summary: '任何一方提出议题：地点、问题、涉及范围；可并入同一问题的多件工单',
    access: seatActors,
    input: z.object({
      id,
      tableId: z.uuid(),
      title: z.string().trim().min(4).max(60),
      problem: z.string().trim().min(10, '请写清问题，至少 10 个字').max(2000),
      scope: IssueScope,
      orderIds: z.array(z.uuid()).max(50).default([]).describe('反复反映同一问题的工单'),
      officeQuestionId: z.uuid().optional().describe('由书记办公日的题目转来的，写明题目编号'),
    }),
    output: IssueView,
    errors: [...seatRefusals, 'issue.scope-unknown', 'issue.order-elsewhere', 'courtyard.illegal-step', 'issue.text-private'],
    success: 201,
  }),
  screenIssue: operation({
    name: 'deliberation.issue.screen',
    method: 'POST',
    path: '/api/issues/{id}/screening',
    summary: '审议题：社区与街道各提意见，一致即列入或不予列入；列入按事项定决策类别',
    access: { ...streetSeat, community_worker: 'concerned' },
    input: z.object({
      ...onIssue,
      decision: z.enum(['TAKE', 'REFUSE']),
      matters: z.array(IssueMatter).max(10).default([]).describe('列入时必填'),
      ground: RefusalGround.optional().describe('不予列入时必填'),
      reason,
    }),
    output: IssueView,
    errors: [...seatRefusals, 'issue.illegal-step', 'issue.screening-incomplete', 'issue.text-private'],
  }),
  decideNext: operation({
    name: 'deliberation.issue.decide-next',
    method: 'POST',
    path: '/api/issues/{id}/next',
    summary:
      '召集人（提级的议题，街道也可以）决定接下来怎么办：拟方案、退回修改、确认未达成一致、提级，或（仅通报的）归档；纪要须先定稿。已有方案的可退回拟方案：签署中的决议随之作废，公示中的请在公示里撤下修改。变更没有议成的，按原决议继续执行',
    access: { ...streetSeat, community_worker: 'concerned' },
    input: z.object({
      ...onIssue,
      step: z.enum(['plan', 'replan', 'amend', 'resume', 'reject', 'escalate', 'archive']),
      leadSeat: SeatKind.optional().describe('拟方案的一方，拟方案时必填'),
      reason,
    }),
    output: IssueView,
    errors: [
      ...seatRefusals,
      'issue.illegal-step',
      'issue.bound',
      'issue.rounds-used-up',
      'issue.unvoted',
      'issue.lead-needed',
      'publicity.hangs',
      'issue.text-private',
      'minutes.unfinished',
      'seat.vacant',
    ],
  }),
  reportPlan: operation({
    name: 'deliberation.issue.report-plan',
    method: 'POST',
    path: '/api/issues/{id}/plan-progress',
    summary: '拟方案的一方报进展；时限重新起算',
    access: seatActors,
    input: z.object({ ...onIssue, progress: reason }),
    output: IssueView,
    errors: [...seatRefusals, 'issue.illegal-step', 'issue.text-private'],
  }),
  askWithdrawal: operation({
    name: 'deliberation.issue.ask-withdrawal',
    method: 'POST',
    path: '/api/issues/{id}/withdrawal',
    summary: '提出方请求撤回议题',
    access: seatActors,
    input: z.object({ ...onIssue, reason }),
    output: IssueView,
    errors: [...seatRefusals, 'issue.illegal-step', 'issue.bound', 'issue.text-private'],
  }),
  withdrawIssue: operation({
    name: 'deliberation.issue.withdraw',
    method: 'POST',
    path: '/api/issues/{id}/withdraw',
    summary: '召集人撤回议题；由席位提出的，须提出方先请求',
    access: { community_worker: 'concerned' },
    input: z.object({ ...onIssue, reason }),
    output: IssueView,
    errors: [...seatRefusals, 'issue.illegal-step', 'issue.bound', 'issue.proposer-silent', 'issue.text-private'],
  }),
  mergeIssue: operation({
    name: 'deliberation.issue.merge',
    method: 'POST',
    path: '/api/issues/{id}/merge',
    summary: '召集人把议题并入同一张桌上的另一件；工单和联名一并转过去',
    access: { community_worker: 'concerned' },
    input: z.object({ ...onIssue, into: z.uuid(), reason }),
    output: IssueView,
    errors: [...seatRefusals, 'issue.illegal-step', 'issue.bound', 'issue.merge-unfit', 'issue.proposer-silent', 'issue.text-private'],
  }),
  stepBack: operation({
    name: 'deliberation.seat.step-back',
    method: 'POST',
    path: '/api/issues/{id}/seats/{seat}/step-back',
    summary: '回避：代表与施工单位有利害关系、或本人是诉求人；由本人或召集人登记，此后由副代表发言',
    access: seatActors,
    input: z.object({ ...onIssue, seat: SeatKind, accountId: z.string(), interest: Interest, reason }),
    output: IssueView,
    errors: [...seatRefusals, 'issue.not-open', 'seat.account-unfit', 'issue.text-private'],
  }),
  replaceMandate: operation({
    name: 'deliberation.seat.replace-mandate',
    method: 'POST',
    path: '/api/issues/{id}/seats/{seat}/mandates',
    summary: '召集以后，本单位为这件议题另行委派代表或副代表',
    access: seatActors,
    input: z.object({ ...onIssue, seat: SeatKind, ...appointment }),
    output: IssueView,
    errors: [...appointRefusals, 'issue.not-open', 'seat.stepped-back'],
  }),
  recordBodyDecision: operation({
    name: 'deliberation.body-decision.record',
    method: 'POST',
    path: '/api/issues/{id}/body-decisions',
    summary:
      '登记业委会、物管会或居民会议的决定，按到会与签字（同意）人数核对是否有效（物业管理条例第四十五、五十七条，居民委员会组织法）；居民会议由社区登记',
    access: { owners_body_rep: 'concerned', community_worker: 'concerned' },
    input: z.object({
      ...onIssue,
      body: DecidingBody,
      ...headcount,
      heldOn: z.iso.date(),
      toldOn: z.iso.date().optional().describe('告知居委会的日期（业委会须提前告知，天数以规定为准）'),
      document: z.string().trim().min(2).max(200),
    }),
    output: IssueView,
    errors: [...seatRefusals, 'issue.not-open', 'body.numbers-unsound', 'time.future', 'issue.text-private'],
  }),
  postBodyDecision: operation({
    name: 'deliberation.body-decision.post',
    method: 'POST',
    path: '/api/issues/{id}/body-decisions/{no}/posting',
    summary: '登记业委会、物管会的决定已经张贴：在何处；期限以时限表为准（物业管理条例第四十五、五十七条）',
    access: { owners_body_rep: 'concerned', community_worker: 'concerned' },
    input: z.object({
      ...onIssue,
      no: z.coerce.number().int().min(1).describe('这件议题登记的第几个决定'),
      where: z.string().trim().min(2).max(120).describe('张贴地点'),
    }),
    output: IssueView,
    errors: [...seatRefusals, 'body.nothing-to-post', 'issue.text-private'],
  }),
  reseatIssue: operation({
    name: 'deliberation.issue.reseat',
    method: 'POST',
    path: '/api/issues/{id}/seats/{seat}/reseat',
    summary:
      '席位换届、换单位以后，街道让现在的一方接手已召集的议题：它由此可以参会、表决、签署；前任为这一席位作的表态作废，须由接手的一方重新表态，前任仍可查阅',
    access: streetSeat,
    input: z.object({ ...onIssue, seat: SeatKind, reason }),
    output: IssueView,
    errors: ['object.not-found', 'issue.not-open', 'issue.reseat-unfit', 'issue.text-private'],
  }),
  getIssue: operation({
    name: 'deliberation.issue.get',
    method: 'GET',
    path: '/api/issues/{id}',
    summary: '一件议题：席位、决策类别、轮次、出资方',
    access: tableReaders,
    input: z.object(onIssue),
    output: IssueView,
    errors: ['object.not-found'],
  }),
  listIssues: operation({
    name: 'deliberation.issue.list',
    method: 'GET',
    path: '/api/issues',
    summary: '本单位参与的议题',
    access: tableReaders,
    input: z.object({
      tableId: z.uuid().optional(),
      state: IssueState.optional(),
      orderId: z.uuid().optional(),
      before: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    output: z.object({ issues: z.array(IssueView) }),
  }),
};

const about = { tableId: z.uuid(), estateId: z.uuid() };

export const issueEvents = {
  issueProposed: event(
    'deliberation.issue.proposed.v1',
    '提出议题',
    z.object({
      ...about,
      communityId: z.uuid(),
      title: z.string(),
      scope: IssueScope,
      origin: IssueOrigin,
      sourceId: z.uuid().nullable().describe('来源编号：工单、掌上四合院、书记办公日、联名'),
      proposedBy: SeatKind.nullable(),
      orderIds: z.array(z.uuid()),
      households: z.number().int(),
      unitIds: z.array(z.uuid()).describe('各席位的单位'),
      proposedAt: z.string(),
    }),
  ),
  opinionGiven: event('deliberation.issue.opinion-given.v1', '审议题意见', z.object({ ...about, opinion: ScreeningOpinion })),
  /** Every change of state is this event; whatever else it means is told beside it. */
  issueMoved: event(
    'deliberation.issue.moved.v1',
    '议题进入另一阶段',
    z.object({
      ...about,
      step: IssueStep,
      from: IssueState,
      to: IssueState,
      roundNo: z.number().int(),
      decisionClasses: z.array(DecisionClass),
      unitIds: z.array(z.uuid()),
      at: z.string(),
    }),
  ),
  classesSet: event(
    'deliberation.issue.classes-set.v1',
    '按事项定决策类别',
    z.object({ ...about, matters: z.array(ClassedMatter), decisionClasses: z.array(DecisionClass) }),
  ),
  planReported: event(
    'deliberation.issue.plan-reported.v1',
    '拟方案进展',
    z.object({ ...about, seat: SeatKind, progress: z.string(), at: z.string() }),
  ),
  nextDecided: event(
    'deliberation.issue.next-decided.v1',
    '召集人决定下一步',
    z.object({ ...about, step: IssueStep, leadSeat: SeatKind.nullable(), reason: z.string() }),
  ),
  withdrawalAsked: event(
    'deliberation.issue.withdrawal-asked.v1',
    '提出方请求撤回',
    z.object({ ...about, reason: z.string(), at: z.string() }),
  ),
  withdrawn: event('deliberation.issue.withdrawn.v1', '撤回议题', z.object({ ...about, reason: z.string() })),
  mergedInto: event(
    'deliberation.issue.merged-into.v1',
    '并入另一件议题',
    z.object({ ...about, into: z.uuid(), orderIds: z.array(z.uuid()), households: z.number().int(), reason: z.string() }),
  ),
  mergeTaken: event(
    'deliberation.issue.merge-taken.v1',
    '并入了另一件议题',
    z.object({ ...about, from: z.uuid(), orderIds: z.array(z.uuid()), households: z.number().int() }),
  ),
  steppedBack: event('deliberation.issue.stepped-back.v1', '回避', z.object({ ...about, seat: SeatKind, steppedBack: SteppedBack })),
  mandateReplaced: event(
    'deliberation.issue.mandate-replaced.v1',
    '为这件议题另行委派',
    z.object({ ...about, seat: SeatKind, as: SeatRole, mandate: SeatMandate }),
  ),
  mandateEnded: event(
    'deliberation.issue.mandate-ended.v1',
    '单位收回授权，在这件议题上一并终止',
    z.object({ ...about, seat: SeatKind, as: SeatRole, unitId: z.uuid(), accountId: z.string() }),
  ),
  /** Another unit sits in a seat of a convened issue from now on; what the one before said for it counts no more. */
  reseated: event(
    'deliberation.issue.reseated.v1',
    '席位换了单位，由现在的一方接手这件议题',
    z.object({
      ...{ ...about, title: z.string(), seat: SeatKind, beforeUnitId: z.uuid().nullable(), now: IssueSeat, reason: z.string() },
      ...{ voided: z.array(z.string()).describe('表态作废的出资方'), unitIds: z.array(z.uuid()), at: z.string() },
    }),
  ),
  bodyDecisionPosted: event(
    'deliberation.issue.body-decision-posted.v1',
    '业委会、物管会的决定已张贴',
    z.object({ ...about, no: z.number().int(), body: DecidingBody, where: z.string(), postedAt: z.string(), isInTime: z.boolean() }),
  ),
  bodyDecided: event(
    'deliberation.issue.body-decided.v1',
    '登记业委会、物管会、居民会议的决定',
    z.object({ ...about, decision: BodyDecision }),
  ),
  resolutionLaid: event(
    'deliberation.issue.resolution-laid.v1',
    '决议交各方签署',
    z.object({
      ...{ ...about, resolutionId: z.uuid(), planId: z.uuid().nullable() },
      // Told by those recorded since seats that need not sign hear of it.
      ...{ no: z.number().int().optional(), title: z.string().optional() },
      unitIds: z.array(z.uuid()).optional().describe('不需签署、但应当知道的各席位单位'),
    }),
  ),
  payersNamed: event('deliberation.issue.payers-named.v1', '可能出资的各方', z.object({ ...about, payers: z.array(SeatKind) })),
  issueRefused: event('deliberation.issue.refused.v1', '不予列入', z.object({ ...about, ground: RefusalGround, reason: z.string() })),
  /** For whoever waits for the issue: its orders go on where they were left. */
  issueEnded: event(
    'deliberation.issue.ended.v1',
    '协商结束',
    z.object({ ...about, outcome: IssueOutcome, orderIds: z.array(z.uuid()), title: z.string(), at: z.string() }),
  ),
  issueClockFired: event(
    'deliberation.issue.clock-fired.v1',
    '议题时限提醒或超时',
    z.object({
      ...about,
      code: DeadlineCode,
      stage: z.number().int(),
      kind: z.enum(['warning', 'breach', 'after']),
      tell: z.array(z.string()),
      unitIds: z.array(z.uuid()).describe('该做这件事的单位'),
      dueAt: z.string(),
      skippedStages: z.number().int(),
    }),
  ),
};
