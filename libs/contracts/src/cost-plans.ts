import { z } from 'zod';
import { DeadlineCode } from './enums.js';
import { documentRefusals, inForm, PrintedDocument, printTimeoutMs } from './documents.js';
import { event } from './event.js';
import { PayingSeat, seatRefusals } from './issues.js';
import { operation } from './operation.js';
import {
  CostSharePlan,
  FundCustodian,
  GateCode,
  OwnersMoney,
  PaperKind,
  PayerCapacity,
  PayerKind,
  PlanItem,
  PlanPayer,
  PlanScenario,
  Position,
  WorkKind,
} from './plans.js';
import { seatActors, SeatKind, tableReaders } from './tables.js';

/** States of one version of a plan: being drafted, its scenario chosen and its amounts frozen, replaced by a later version. */
export const planStates = ['DRAFT', 'CHOSEN', 'SUPERSEDED'] as const;
export const PlanState = z.enum(planStates).meta({ id: 'PlanState' });
export type PlanState = z.infer<typeof PlanState>;

const name = z.string().trim().min(1).max(100);
const text = z.string().trim().min(2).max(500);
const Fen = z.string().regex(/^(0|[1-9]\d{0,17})$/, '金额是以分为单位的整数文本');

/** An offer of a contractor (报价). */
export const Quote = z.strictObject({ firm: name, amountFen: Fen, documentId: z.uuid().describe('报价单附件') }).meta({ id: 'Quote' });
export type Quote = z.infer<typeof Quote>;
/** Who is to do the works, and why this one (施工单位选择). */
export const ContractorChoice = z.strictObject({ firm: name, reason: text }).meta({ id: 'ContractorChoice' });
export type ContractorChoice = z.infer<typeof ContractorChoice>;
export const ExpertReport = z.strictObject({ title: name, documentId: z.uuid() }).meta({ id: 'ExpertReport' });
export type ExpertReport = z.infer<typeof ExpertReport>;

/** A payer of a plan: who has a seat is bound by what its representative says there, others by letter. */
export const SeatedPayer = z
  .object({ code: name, kind: PayerKind, name, seat: SeatKind.nullable(), unitId: z.uuid().nullable() })
  .meta({ id: 'SeatedPayer' });
export type SeatedPayer = z.infer<typeof SeatedPayer>;

/** One thing that stands against a plan, in words, and where. */
export const PlanProblemText = z
  .object({ code: z.string(), text: z.string(), list: z.string(), index: z.number().int(), scenario: z.string().nullable() })
  .meta({ id: 'PlanProblem' });
export type PlanProblemText = z.infer<typeof PlanProblemText>;

const amount = { amountFen: z.string(), differenceFen: z.string().describe('与对照方案之差；可为负') };
/** The scenarios of a plan side by side (方案对比). */
export const PlanComparison = z
  .object({
    base: z.string().describe('对照方案：选定的；未选定时为第一个'),
    fund: z
      .object({ balanceFen: z.string(), statedOn: z.string() })
      .nullable()
      .optional()
      .describe('拟定（选定）方案时维修资金的余额和截至日；余额未录入的，没有可以核对的，不因此拒绝'),
    scenarios: z.array(
      z.object({
        name: z.string(),
        payers: z.array(z.object({ payer: z.string(), name: z.string(), ...amount })),
        groups: z.array(
          z.object({
            ...{ group: z.string(), name: z.string(), homes: z.number().int(), areaHundredths: z.number().int(), ...amount },
            ...{ leastFen: z.string(), mostFen: z.string() },
          }),
        ),
        homes: z
          .object({ count: z.number().int(), leastFen: z.string(), mostFen: z.string(), changed: z.number().int() })
          .nullable()
          .describe('每户最少与最多；changed 为与对照方案不同的户数'),
        fundFen: z.string(),
        directFen: z.string(),
      }),
    ),
  })
  .meta({ id: 'PlanComparison' });
export type PlanComparison = z.infer<typeof PlanComparison>;

/** What a paying party said of a version (对方案的表态), and what has become of it. */
export const PlanConsent = z
  .object({
    payer: z.string(),
    position: Position,
    condition: z.string().nullable(),
    /** The version it was said of; a later version keeps it as long as the payer's amount stays. */
    planNo: z.number().int(),
    roundId: z.uuid().nullable(),
    saidAt: z.string(),
    /** The party itself says that its condition is met. */
    conditionMet: z.object({ how: z.string(), at: z.string() }).nullable(),
  })
  .meta({ id: 'PlanConsent' });
export type PlanConsent = z.infer<typeof PlanConsent>;

export const PlanGate = z
  .object({
    code: GateCode,
    payer: z.string().nullable(),
    capacity: PayerCapacity.nullable(),
    money: OwnersMoney.nullable(),
    amountFen: z.string(),
    isMet: z.boolean(),
    document: z.string().nullable().describe('打开这一关口的凭据'),
    missing: z.array(z.string()).describe('尚缺同意书的房屋'),
    needs: z.string().describe('须具备什么'),
    doneBy: z.string().describe('由谁办'),
  })
  .meta({ id: 'PlanGate' });
export type PlanGate = z.infer<typeof PlanGate>;

export const PlanPaper = z
  .object({
    id: z.uuid(),
    payer: z.string(),
    homeId: z.uuid().nullable(),
    kind: PaperKind,
    document: z.string(),
    documentId: z.uuid().nullable(),
    amountFen: z.string().nullable(),
    budgetSource: z.string().nullable(),
    projectId: z.uuid().nullable().optional().describe('民生项目池中批复的项目；空为项目池以外的专项资金，凭文号登记'),
    planNo: z.number().int(),
    isInForce: z.boolean().describe('所对应的金额变了、房屋换了业主或已撤回的，不再有效'),
    filedAt: z.string(),
    withdrawnAt: z.string().nullable().describe('已撤回的时间'),
  })
  .meta({ id: 'PlanPaper' });
export type PlanPaper = z.infer<typeof PlanPaper>;

export const CostPlanView = z
  .object({
    id: z.uuid(),
    issueId: z.uuid(),
    no: z.number().int(),
    numberText: z.string().describe('方案编号'),
    state: PlanState,
    title: z.string(),
    scopeText: z.string(),
    totalFen: z.string(),
    homes: z.number().int(),
    items: z.array(z.object({ name: z.string(), amountFen: z.string(), work: WorkKind })).describe('各项工程与费用'),
    payers: z.array(SeatedPayer),
    problems: z.array(PlanProblemText),
    comparison: PlanComparison.nullable(),
    chosen: z.object({ scenario: z.string(), hash: z.string().describe('定稿内容规范文本的 SHA-256'), at: z.string() }).nullable(),
    lines: z
      .array(z.object({ payer: z.string(), capacity: PayerCapacity, money: OwnersMoney, amountFen: z.string() }))
      .describe('选定方案的分摊项'),
    consents: z.array(PlanConsent),
    unconfirmed: z.array(z.string()).describe('份额尚未确认的出资方'),
    quotes: z.array(Quote),
    contractor: ContractorChoice.nullable(),
    expertReport: ExpertReport.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'CostPlan' });
export type CostPlanView = z.infer<typeof CostPlanView>;

/** The arithmetic of one level at which somebody stands. */
export const ArithmeticStep = z.object({
  no: z.number().int(),
  title: z.string(),
  amountFen: z.string(),
  weightTotal: z.string(),
  leftoverFen: z.string(),
  entries: z.array(
    z.object({
      ...{ code: z.string(), name: z.string(), weight: z.string(), floorFen: z.string() },
      ...{ remainder: z.string(), rank: z.number().int(), shareFen: z.string() },
    }),
  ),
});

/** A statement (分摊说明): the arithmetic line by line, as text and as data. */
export const PlanStatement = z
  .object({
    planId: z.uuid(),
    numberText: z.string(),
    scenario: z.string(),
    of: z.enum(['PLAN', 'PAYER', 'HOME']),
    hash: z.string().nullable(),
    lines: z.array(z.string()),
    totalFen: z.string(),
    amountFen: z.string().describe('本方（本户）合计'),
    steps: z.array(ArithmeticStep),
    share: z.object({ shareFen: z.string(), fundFen: z.string(), directFen: z.string() }).nullable().describe('本户的份额'),
  })
  .meta({ id: 'PlanStatement' });
export type PlanStatement = z.infer<typeof PlanStatement>;

/** A question of an owner about its home, with its answer, as the owner sees it. */
const OwnObjection = z.object({ raisedAt: z.string(), reason: z.string(), dueAt: z.string(), answer: z.string().nullable() });

export const OwnHomeShare = PlanStatement.extend({
  ...{ homeLabel: z.string(), objections: z.array(OwnObjection) },
  state: PlanState.describe('这一版方案的状态'),
  replacedBy: z.object({ no: z.number().int() }).nullable().describe('已由第几版方案代替：金额以那一版的分户说明为准'),
}).meta({ id: 'OwnHomeShare' });
export type OwnHomeShare = z.infer<typeof OwnHomeShare>;

const onPlan = { id: z.uuid() };
const refusals = [...seatRefusals, 'issue.illegal-step'] as const;

/** A home's number and code, as they stand on its statement. */
export const homeKey = {
  no: z.string().trim().max(40).describe('分户说明上的编号，例如 FT3A5C61B2-412'),
  code: z.string().trim().max(20).describe('分户说明上的查询码'),
};

export const costPlans = {
  draftPlan: operation({
    name: 'deliberation.cost-plan.draft',
    method: 'POST',
    path: '/api/issues/{issueId}/cost-plans',
    summary: '拟一版分摊方案：范围内的房屋取自名册，出资方取自席位；有问题的逐条列出',
    access: seatActors,
    input: z.object({
      issueId: z.uuid(),
      title: name,
      items: z.array(PlanItem).min(1).max(200),
      fundCustodian: FundCustodian,
      otherPayers: z.array(PlanPayer).max(50).default([]).describe('没有席位的出资方：社区基金、捐助人、专业经营单位等'),
      scenarios: z.array(PlanScenario).min(1).max(12),
      homeIds: z.array(z.uuid()).max(50_000).optional().describe('另行列出房屋时逐户与名册核对；不列即名册中范围内的全部房屋'),
      weights: z
        .array(z.object({ homeId: z.uuid(), weight: z.number().int().min(0).max(1_000_000) }))
        .max(50_000)
        .default([])
        .describe('按约定系数分摊时各户的系数'),
      isTechnical: z.boolean().default(false).describe('涉及结构、电梯、消防等专业判断，须有专家意见'),
      expertReport: ExpertReport.nullable().default(null),
      quotes: z.array(Quote).max(20).default([]),
      contractor: ContractorChoice.nullable().default(null),
    }),
    output: CostPlanView,
    errors: [...refusals, 'issue.file-unknown'],
    success: 201,
  }),
  listPlanHomes: operation({
    name: 'deliberation.cost-plan.homes',
    method: 'GET',
    path: '/api/issues/{issueId}/homes',
    summary: '议题范围内的房屋：编号，某号楼某单元第几户；供拟方案填约定系数、登记业主同意书；没有户主、门牌与面积',
    access: seatActors,
    input: z.object({ issueId: z.uuid() }),
    output: z.object({
      homes: z.array(z.object({ homeId: z.uuid(), buildingId: z.uuid(), code: z.string(), name: z.string() })),
    }),
    errors: ['object.not-found'],
  }),
  listPlans: operation({
    name: 'deliberation.cost-plan.list',
    method: 'GET',
    path: '/api/issues/{issueId}/cost-plans',
    summary: '一个议题的各版分摊方案，新的在前',
    access: tableReaders,
    input: z.object({ issueId: z.uuid() }),
    output: z.object({ plans: z.array(CostPlanView) }),
    errors: ['object.not-found'],
  }),
  getPlan: operation({
    name: 'deliberation.cost-plan.get',
    method: 'GET',
    path: '/api/cost-plans/{id}',
    summary: '一版分摊方案：各方案对比、份额、表态',
    access: tableReaders,
    input: z.object(onPlan),
    output: CostPlanView,
    errors: ['object.not-found'],
  }),
  choosePlanScenario: operation({
    name: 'deliberation.cost-plan.choose',
    method: 'POST',
    path: '/api/cost-plans/{id}/choose',
    summary: '选定一个方案：金额定稿，金额有变的出资方原表态作废，须重新表态',
    access: seatActors,
    input: z.object({ ...onPlan, scenario: name }),
    output: CostPlanView,
    errors: [...refusals, 'plan.illegal-step', 'plan.has-problems', 'plan.scenario-unknown', 'plan.register-changed', 'round.noticed'],
  }),
  meetCondition: operation({
    name: 'deliberation.cost-plan.meet-condition',
    method: 'POST',
    path: '/api/cost-plans/{id}/conditions/met',
    summary: '提出条件的出资方确认条件已满足',
    access: seatActors,
    input: z.object({ ...onPlan, how: text }),
    output: CostPlanView,
    errors: [...refusals, 'plan.illegal-step', 'plan.no-condition', 'issue.text-private'],
  }),
  takeOver: operation({
    name: 'deliberation.cost-plan.take-over',
    method: 'POST',
    path: '/api/cost-plans/{id}/taken-over',
    summary: '换届、换单位后接手席位的一方，对已经商定的方案表示同意，承接本席位的份额；不同意的请召集人退回修改方案',
    access: seatActors,
    input: z.object(onPlan),
    output: CostPlanView,
    errors: [...refusals, 'plan.illegal-step', 'plan.nothing-to-take-over', 'seat.over-limit'],
  }),
  filePaper: operation({
    name: 'deliberation.cost-plan.file-paper',
    method: 'POST',
    path: '/api/cost-plans/{id}/papers',
    summary: '提交出资凭据：批准文号、出资函、民生项目池批准、资助函、业主同意书等',
    access: seatActors,
    input: z.object({
      ...onPlan,
      paperId: z.uuid(),
      payer: name.describe('出资方代码'),
      homeId: z.uuid().nullable().default(null).describe('业主本人同意书所属的房屋'),
      kind: PaperKind,
      document: name.describe('文件名称与文号'),
      documentId: z.uuid().nullable().default(null).describe('扫描件'),
      amountFen: Fen.nullable().default(null).describe('批准金额'),
      budgetSource: name.nullable().default(null).describe('资金来源'),
      projectId: z
        .uuid()
        .nullable()
        .default(null)
        .describe('民生项目池批准：本社区已批复的项目；文号、资金来源、批准金额取自批复。不填为项目池以外的专项资金'),
    }),
    output: PlanPaper,
    errors: [
      ...refusals,
      'plan.illegal-step',
      'plan.payer-unknown',
      'plan.paper-unfit',
      'plan.paper-incomplete',
      'plan.project-unfit',
      'issue.file-unknown',
    ],
    success: 201,
  }),
  withdrawPaper: operation({
    name: 'deliberation.cost-plan.withdraw-paper',
    method: 'POST',
    path: '/api/cost-plans/{id}/papers/{paperId}/withdraw',
    summary: '撤回出资凭据：登记有误，或出具的一方收回；各方都签署后不能再撤',
    access: seatActors,
    input: z.object({ ...onPlan, paperId: z.uuid(), reason: z.string().trim().min(5, '请写明理由，至少 5 个字').max(500) }),
    output: PlanPaper,
    errors: [...refusals, 'plan.illegal-step', 'plan.paper-unfit', 'plan.paper-bound', 'issue.text-private'],
  }),
  listPapers: operation({
    name: 'deliberation.cost-plan.papers',
    method: 'GET',
    path: '/api/cost-plans/{id}/papers',
    summary: '出资凭据',
    access: tableReaders,
    input: z.object(onPlan),
    output: z.object({ papers: z.array(PlanPaper) }),
    errors: ['object.not-found'],
  }),
  getGates: operation({
    name: 'deliberation.cost-plan.gates',
    method: 'GET',
    path: '/api/cost-plans/{id}/gates',
    summary: '签约条件：每一分摊项须具备什么、由谁办、是否具备；有一项未具备即不能签约',
    access: tableReaders,
    input: z.object(onPlan),
    output: z.object({ gates: z.array(PlanGate), canBeSigned: z.boolean() }),
    errors: ['object.not-found', 'plan.not-chosen'],
  }),
  makeStatement: operation({
    name: 'deliberation.cost-plan.state',
    method: 'POST',
    path: '/api/cost-plans/{id}/statements',
    summary: '分摊说明：整个方案、一个出资方或一户，逐行列出算式；可带门牌，不留存',
    access: tableReaders,
    input: z.object({
      ...onPlan,
      of: z.enum(['PLAN', 'PAYER', 'HOME']),
      payer: name.optional(),
      homeId: z.uuid().optional(),
      scenario: name.optional().describe('不填即选定的；未选定时为第一个'),
      labels: z.record(z.uuid(), z.string().max(60)).optional().describe('房屋编号对应的门牌，用于打印'),
    }),
    output: PlanStatement,
    errors: ['object.not-found', 'plan.has-problems', 'plan.scenario-unknown'],
    isSecret: true,
  }),
  printStatements: operation({
    name: 'deliberation.cost-plan.print-statements',
    method: 'POST',
    path: '/api/cost-plans/{id}/statement-documents',
    summary: '分摊说明文书：整个方案、出资方每方一页，或每户一页，逐行列出算式；门牌随请求提供，不留存',
    access: tableReaders,
    input: z.object({
      ...onPlan,
      ...inForm,
      of: z.enum(['PLAN', 'PAYERS', 'HOMES']),
      payers: z.array(name).min(1).max(50).optional().describe('只印这些出资方；不填即全部'),
      homeIds: z.array(z.uuid()).min(1).max(50_000).optional().describe('只印这些户；不填即全部'),
      scenario: name.optional().describe('不填即选定的；未选定时为第一个'),
      labels: z.record(z.uuid(), z.string().trim().min(1).max(60)).optional().describe('房屋编号对应的门牌；不填即“某号楼某单元第几户”'),
    }),
    output: PrintedDocument,
    errors: [...documentRefusals, 'plan.has-problems', 'plan.scenario-unknown'],
    timeoutMs: printTimeoutMs,
    isSecret: true,
  }),
  homeKeys: operation({
    name: 'deliberation.cost-plan.home-keys',
    method: 'GET',
    path: '/api/cost-plans/{id}/home-keys',
    summary: '各户的编号与查询码，供社区随分户说明送达业主',
    access: { community_worker: 'concerned' },
    input: z.object(onPlan),
    output: z.object({ homes: z.array(z.object({ homeId: z.uuid(), no: z.string(), code: z.string() })) }),
    errors: ['object.not-found', 'plan.not-chosen', 'seat.not-yours'],
    isSecret: true,
  }),
  trackHomeShare: operation({
    name: 'deliberation.home-share.track',
    method: 'POST',
    path: '/api/public/{streetId}/home-shares',
    summary: '业主凭编号和查询码看本户的分摊说明与异议答复',
    access: 'public',
    input: z.object({ streetId: z.string(), ...homeKey }),
    output: OwnHomeShare,
    errors: ['home-share.not-found'],
  }),
  bindHome: operation({
    name: 'deliberation.home-share.bind',
    method: 'POST',
    path: '/api/my/homes',
    summary: '业主凭编号和查询码把本户绑定到自己的账号；此后可看本户的分摊、所在小区的表决和涉及本户的应急使用',
    access: { resident: 'own' },
    input: z.object(homeKey),
    output: OwnHomeShare,
    errors: ['home-share.not-found', 'home-share.barred'],
    success: 201,
  }),
  listOwnShares: operation({
    name: 'deliberation.home-share.list',
    method: 'GET',
    path: '/api/my/home-shares',
    summary: '绑定到本账号的房屋的分摊说明，新的在前',
    access: { resident: 'own' },
    input: z.object({}),
    output: z.object({ shares: z.array(OwnHomeShare) }),
  }),
  printOwnShares: operation({
    name: 'deliberation.home-share.print',
    method: 'GET',
    path: '/api/my/home-shares/{planId}/document',
    summary: '绑定到本账号的房屋在一版方案中的分户说明文书，每户一页',
    access: { resident: 'own' },
    input: z.object({ planId: z.uuid(), ...inForm }),
    output: PrintedDocument,
    errors: documentRefusals,
    timeoutMs: printTimeoutMs,
  }),
};

const about = { issueId: z.uuid(), no: z.number().int() };
/** A consent without its words, which are the parties' own. */
const ConsentFact = PlanConsent.omit({ condition: true, conditionMet: true }).extend({ isConditionMet: z.boolean() });
/** Units of the seats that are told. */
const seats = { unitIds: z.array(z.uuid()) };

export const costPlanEvents = {
  planDrafted: event(
    'deliberation.cost-plan.drafted.v1',
    '拟一版分摊方案',
    z.object({ ...about, totalFen: z.string(), homes: z.number().int(), problems: z.number().int(), documentHash: z.string() }),
  ),
  scenarioChosen: event(
    'deliberation.cost-plan.chosen.v1',
    '选定方案，金额定稿',
    z.object({
      ...about,
      ...seats,
      scenario: z.string(),
      hash: z.string(),
      totalFen: z.string(),
      lines: z.array(z.object({ payer: z.string(), capacity: PayerCapacity, money: OwnersMoney, amountFen: z.string() })),
      kept: z.array(ConsentFact).describe('金额未变、继续有效的表态'),
      voided: z.array(z.object({ payer: z.string(), unitId: z.uuid().nullable() })).describe('金额有变、须重新表态的出资方'),
      chosenAt: z.string(),
    }),
  ),
  planPut: event(
    'deliberation.issue.plan-put.v1',
    '选定的方案摆上桌：各席位出多少',
    z.object({ tableId: z.uuid(), estateId: z.uuid(), planId: z.uuid(), no: z.number().int(), payers: z.array(PayingSeat) }),
  ),
  planSuperseded: event('deliberation.cost-plan.superseded.v1', '由新版代替', z.object({ ...about, by: z.number().int() })),
  planRestored: event('deliberation.cost-plan.restored.v1', '新版没有签署，原方案继续有效', z.object(about)),
  consentNoted: event('deliberation.cost-plan.consent-noted.v1', '出资方对方案表态', z.object({ ...about, consent: ConsentFact })),
  consentVoided: event(
    'deliberation.cost-plan.consent-voided.v1',
    '出资方的代表回避，或席位换了单位，其对方案的表态不作数',
    z.object({ ...about, payer: z.string(), roundId: z.uuid().nullable(), at: z.string() }),
  ),
  conditionMet: event(
    'deliberation.cost-plan.condition-met.v1',
    '提出条件的出资方确认条件已满足',
    z.object({ ...about, payer: z.string(), at: z.string() }),
  ),
  paperFiled: event(
    'deliberation.cost-plan.paper-filed.v1',
    '提交出资凭据',
    z.object({ ...about, paperId: z.uuid(), payer: z.string(), kind: PaperKind, filedAt: z.string() }),
  ),
  paperWithdrawn: event(
    'deliberation.cost-plan.paper-withdrawn.v1',
    '撤回出资凭据',
    z.object({ ...about, paperId: z.uuid(), payer: z.string(), kind: PaperKind, reason: z.string(), withdrawnAt: z.string() }),
  ),
  planClockFired: event(
    'deliberation.cost-plan.clock-fired.v1',
    '张贴公示时限提醒或超时',
    z.object({
      ...{ issueId: z.uuid(), unitId: z.uuid(), code: DeadlineCode, stage: z.number().int(), kind: z.enum(['warning', 'breach', 'after']) },
      ...{ tell: z.array(z.string()), dueAt: z.string(), skippedStages: z.number().int() },
    }),
  ),
};

/** The document of a plan as it is stored: the plan's facts without the evidence, which is laid on the table later. */
export const PlanDocument = CostSharePlan.omit({ evidence: true });
export type PlanDocument = z.infer<typeof PlanDocument>;
