import { z } from 'zod';
import { ArithmeticStep } from './cost-plans.js';
import { documentRefusals, inForm, PrintedDocument, printTimeoutMs } from './documents.js';
import { event } from './event.js';
import { toldOwners } from './home-bindings.js';
import { seatRefusals } from './issues.js';
import { operation } from './operation.js';
import { EmergencyCase, FundCustodian, OwnersMoney, PayerCapacity } from './plans.js';
import type { Access } from './roles.js';
import { FenAmount, SeatKind, tableReaders } from './tables.js';

/** How far an emergency use of the fund (应急使用维修资金) is: filed, owners told, confirmed by street and body, used and posted, its correction waiting to be confirmed; or refused. */
export const emergencyStates = ['FILED', 'NOTICED', 'CONFIRMED', 'POSTED', 'CORRECTING', 'REFUSED'] as const;
export const EmergencyState = z.enum(emergencyStates).meta({ id: 'EmergencyState' });
export type EmergencyState = z.infer<typeof EmergencyState>;

/** What an owner asked about their share: open, or answered. */
export const shareQuestionStates = ['ASKED', 'ANSWERED'] as const;
export const ShareQuestionState = z.enum(shareQuestionStates).meta({ id: 'ShareQuestionState' });
export type ShareQuestionState = z.infer<typeof ShareQuestionState>;

const text = z.string().trim().min(2).max(500);
const reason = z.string().trim().min(5, '请写明理由，至少 5 个字').max(500);

/** What shows that the case is one of the seven: a photo or report for each, and what some cases ask beyond it. */
export const EmergencyEvidence = z
  .object({
    documents: z.array(text).min(1).max(20).describe('现场照片、检测报告、抢修方案等，每件一行说明'),
    fileIds: z.array(z.uuid()).max(20).optional().describe('照片、报告的附件编号，先存入议题附件；至少一件'),
    facade: z
      .object({ looseHundredths: z.number().int().min(0), sideHundredths: z.number().int().positive() })
      .optional()
      .describe('外立面：有脱落危险的面积与该侧外立面面积，0.01 平方米'),
    fireDemand: text.optional().describe('消防部门要求维修的文书'),
    lift: z
      .object({
        years: z.number().int().min(0).max(100).optional(),
        isOldStandard: z.boolean().optional().describe('按 GB 7588—1995 或更早标准制造'),
        failedKeyItems: z.number().int().min(0).optional().describe('检验不合格的重点项数'),
      })
      .optional(),
  })
  .meta({ id: 'EmergencyEvidence' });
export type EmergencyEvidence = z.infer<typeof EmergencyEvidence>;

export const EmergencyUseView = z
  .object({
    id: z.uuid(),
    issueId: z.uuid(),
    estateId: z.uuid(),
    notAVote: z.string().describe('应急使用不经业主表决，也不是表决结果'),
    case: EmergencyCase,
    state: EmergencyState,
    custodian: FundCustodian,
    evidence: EmergencyEvidence,
    applicant: SeatKind,
    applicantReason: z.string().nullable().describe('没有物业、业委会不履职等情形下由他方申请或组织的理由'),
    estimateFen: FenAmount,
    notice: z.array(z.string()).describe('显著告知的文字，由系统生成'),
    noticedAt: z.string().nullable(),
    noticedWhere: z.string().nullable(),
    confirmedBy: z.array(z.object({ seat: SeatKind, at: z.string() })),
    aimAt: z.string().describe('资金到账的目标时间'),
    refusedReason: z.string().nullable(),
    usedFen: FenAmount.nullable(),
    contractor: z.string().nullable(),
    postedAt: z.string().nullable(),
    postedWhere: z.string().nullable(),
    homes: z.number().int().nullable().describe('分摊的户数'),
    ownersFen: FenAmount.nullable().describe('业主承担合计，由维修资金列支'),
    sellingUnitsFen: FenAmount.nullable().describe('售房单位按交存比例承担合计'),
    unsoldFen: FenAmount.nullable().describe('未售房屋由产权单位自行承担合计'),
    sharedBy: z.string().nullable().describe('按什么分摊：法定规则，或已选定的分摊方案'),
    arrivedAt: z.string().nullable().describe('登记资金到账的时间'),
    arrivalDocument: z.string().nullable().describe('到账凭证号'),
    postingNo: z.number().int().nullable().describe('第几次公布使用情况；更正一次加一'),
    correction: z
      .object({ reason: z.string(), beforeFen: FenAmount, at: z.string() })
      .nullable()
      .describe('最近一次更正：理由、更正前的实用金额、时间'),
    proposed: z
      .object({
        ...{ usedFen: FenAmount, contractor: z.string(), where: z.string(), reason: z.string(), at: z.string() },
        confirmedBy: z.array(z.object({ seat: SeatKind, at: z.string() })),
      })
      .nullable()
      .describe('申请方提出、尚待确认的更正；确认齐全前不告知业主，业主看不到'),
    version: z.number().int(),
  })
  .meta({ id: 'EmergencyUse' });
export type EmergencyUseView = z.infer<typeof EmergencyUseView>;

/** A use as an owner's list shows it. */
export const OwnEmergencyUse = EmergencyUseView.pick({
  ...{ id: true, issueId: true, estateId: true, notAVote: true, case: true, state: true, estimateFen: true },
  ...{ noticedAt: true, usedFen: true, postedAt: true },
})
  .extend({ shareFen: FenAmount.nullable().describe('本人各户（本单位）应承担合计；未公布或没有份额的为空') })
  .meta({ id: 'OwnEmergencyUse' });
export type OwnEmergencyUse = z.infer<typeof OwnEmergencyUse>;

/** What somebody bears of a use: the way from the total to it, as data and as text; of a use posted before these were kept, `levels` is null. */
const bears = {
  shareFen: FenAmount,
  levels: z.array(ArithmeticStep).nullable().describe('逐级算式；当时未留存的为空'),
  lines: z.array(z.string()),
};
export const OwnEmergencyShare = z
  .object({
    ...{ homeId: z.uuid(), ownerId: z.uuid(), areaHundredths: z.number().int(), money: OwnersMoney.nullable(), ...bears },
    mark: z.string().nullable().describe('公示上辨认本户的末三位'),
  })
  .meta({ id: 'OwnEmergencyShare' });
export type OwnEmergencyShare = z.infer<typeof OwnEmergencyShare>;
export const UnitEmergencyShare = z
  .object({ unitId: z.uuid(), capacity: PayerCapacity.nullable(), ...bears })
  .meta({ id: 'UnitEmergencyShare' });
export type UnitEmergencyShare = z.infer<typeof UnitEmergencyShare>;

export const ShareQuestionView = z
  .object({
    id: z.uuid(),
    useId: z.uuid(),
    ownerId: z.uuid(),
    state: ShareQuestionState,
    question: z.string(),
    answer: z.string().nullable(),
    askedAt: z.string(),
    answerDueAt: z.string(),
    answeredAt: z.string().nullable(),
  })
  .meta({ id: 'ShareQuestion' });
export type ShareQuestionView = z.infer<typeof ShareQuestionView>;

const applicants: Access = {
  firm_manager: 'concerned',
  owners_body_rep: 'concerned',
  rights_unit_rep: 'concerned',
  community_worker: 'concerned',
  section_chief: 'street',
  street_leader: 'street',
};
const owners: Access = { resident: 'own', rights_unit_rep: 'own' };
const onUse = { id: z.uuid() };
const errors = [...seatRefusals, 'emergency.illegal-step', 'issue.text-private'] as const;

const postingErrors = [...errors, 'emergency.over-estimate', 'plan.area-unknown', 'plan.deposits-missing', 'vote.empty-roll'] as const;

export const emergencyUses = {
  fileUse: operation({
    name: 'deliberation.emergency.file',
    method: 'POST',
    path: '/api/issues/{issueId}/emergency-uses',
    summary: '申请应急使用维修资金：六种情形或旧电梯，附证明；谁申请依资金由谁保管',
    access: applicants,
    input: z.object({
      ...onUse,
      issueId: z.uuid(),
      case: EmergencyCase,
      custodian: FundCustodian,
      evidence: EmergencyEvidence,
      estimateFen: FenAmount,
      reason: reason.optional().describe('由他方代为申请或组织时必填'),
    }),
    output: EmergencyUseView,
    errors: [
      ...errors,
      'emergency.evidence-missing',
      'issue.file-unknown',
      'emergency.applicant',
      'emergency.no-fund',
      'emergency.not-classed',
      'issue.not-open',
    ],
    success: 201,
  }),
  postNotice: operation({
    name: 'deliberation.emergency.notice',
    method: 'POST',
    path: '/api/emergency-uses/{id}/notice',
    summary: '登记已向业主显著告知（告知文字由系统生成）；未告知的不能确认',
    access: applicants,
    input: z.object({ ...onUse, where: text }),
    output: EmergencyUseView,
    errors,
  }),
  confirmUse: operation({
    name: 'deliberation.emergency.confirm',
    method: 'POST',
    path: '/api/emergency-uses/{id}/confirm',
    summary: '街道与业主组织（没有的由物业，再没有由社区）各自确认；齐了议题即进入应急办理。更正同样确认，齐了才重新公布并告知业主',
    access: applicants,
    input: z.object(onUse),
    output: EmergencyUseView,
    errors: [...postingErrors, 'emergency.confirmer', 'issue.illegal-step', 'issue.not-open'],
  }),
  moneyArrived: operation({
    name: 'deliberation.emergency.money-arrived',
    method: 'POST',
    path: '/api/emergency-uses/{id}/money',
    summary: '申请方或资金保管方登记资金已到账，附凭证号；到账目标到此为止',
    access: applicants,
    input: z.object({ ...onUse, document: text }),
    output: EmergencyUseView,
    errors,
  }),
  refuseUse: operation({
    name: 'deliberation.emergency.refuse',
    method: 'POST',
    path: '/api/emergency-uses/{id}/refuse',
    summary: '街道不同意按应急使用办理，写明理由，须另行表决；或不同意所提的更正，原公布继续有效',
    access: { section_chief: 'street', street_leader: 'street' },
    input: z.object({ ...onUse, reason }),
    output: EmergencyUseView,
    errors,
  }),
  postUse: operation({
    name: 'deliberation.emergency.post-use',
    method: 'POST',
    path: '/api/emergency-uses/{id}/use',
    summary: '申请方公布使用情况与各户分摊：实用金额（不超过告知的金额）、施工单位、张贴地点',
    access: applicants,
    input: z.object({ ...onUse, usedFen: FenAmount, contractor: text, where: text }),
    output: EmergencyUseView,
    errors: postingErrors,
  }),
  correctUse: operation({
    name: 'deliberation.emergency.correct-use',
    method: 'POST',
    path: '/api/emergency-uses/{id}/use/correction',
    summary: '申请方提出更正已公布的使用情况，写明理由；与申请时一样由街道与业主组织确认，齐了才重新分摊、公布并告知业主，原来的份额留存',
    access: applicants,
    input: z.object({ ...onUse, usedFen: FenAmount, contractor: text, where: text, reason }),
    output: EmergencyUseView,
    errors: [...errors, 'emergency.over-estimate'],
  }),
  myShares: operation({
    name: 'deliberation.emergency.my-shares',
    method: 'GET',
    path: '/api/emergency-uses/{id}/my-shares',
    summary: '业主本人各户、产权单位本单位分摊的金额与逐级算式，和自己的疑问与答复',
    access: owners,
    input: z.object(onUse),
    output: z.object({
      notAVote: z.string(),
      shares: z.array(OwnEmergencyShare).describe('本人各户'),
      units: z.array(UnitEmergencyShare).describe('本单位作为售房单位等承担的部分'),
      questions: z.array(ShareQuestionView),
    }),
    errors: ['object.not-found'],
  }),
  askShare: operation({
    name: 'deliberation.emergency.ask-share',
    method: 'POST',
    path: '/api/emergency-uses/{id}/questions',
    summary: '业主对自己的分摊提出疑问，须在时限内答复',
    access: owners,
    input: z.object({ ...onUse, questionId: z.uuid(), ownerId: z.uuid(), question: reason }),
    output: ShareQuestionView,
    errors: ['object.not-found', 'emergency.illegal-step', 'issue.text-private'],
    success: 201,
  }),
  answerShare: operation({
    name: 'deliberation.emergency.answer-share',
    method: 'POST',
    path: '/api/emergency-uses/{id}/questions/{questionId}/answer',
    summary: '申请方答复业主的疑问',
    access: applicants,
    input: z.object({ ...onUse, questionId: z.uuid(), answer: reason }),
    output: ShareQuestionView,
    errors: [...errors, 'emergency.answered'],
  }),
  listQuestions: operation({
    name: 'deliberation.emergency.questions',
    method: 'GET',
    path: '/api/emergency-uses/{id}/questions',
    summary: '业主的疑问与答复',
    access: tableReaders,
    input: z.object(onUse),
    output: z.object({ questions: z.array(ShareQuestionView) }),
    errors: ['object.not-found'],
  }),
  getUse: operation({
    name: 'deliberation.emergency.get',
    method: 'GET',
    path: '/api/emergency-uses/{id}',
    summary: '一件应急使用：情形、证明、告知、确认、使用情况与到账目标',
    access: { ...tableReaders, resident: 'own' },
    input: z.object(onUse),
    output: EmergencyUseView,
    errors: ['object.not-found'],
  }),
  listMine: operation({
    name: 'deliberation.emergency.mine',
    method: 'GET',
    path: '/api/emergency-uses',
    summary: '与本人房屋、本单位有关的应急使用，自告知起，新的在前，至多 100 件',
    access: owners,
    input: z.object({}),
    output: z.object({ uses: z.array(OwnEmergencyUse) }),
    errors: [],
  }),
  listUses: operation({
    name: 'deliberation.emergency.list',
    method: 'GET',
    path: '/api/issues/{issueId}/emergency-uses',
    summary: '一件议题的应急使用申请',
    access: tableReaders,
    input: z.object({ issueId: z.uuid() }),
    output: z.object({ uses: z.array(EmergencyUseView) }),
    errors: ['object.not-found'],
  }),
  printNotice: operation({
    name: 'deliberation.emergency.print-notice',
    method: 'POST',
    path: '/api/emergency-uses/{id}/notice-document',
    summary: '应急维修告知书：向全体业主显著张贴；联系方式随请求提供，不留存',
    access: { ...tableReaders, resident: 'own' },
    input: z.object({ ...onUse, ...inForm, contact: z.string().trim().min(2).max(200) }),
    output: PrintedDocument,
    errors: documentRefusals,
    timeoutMs: printTimeoutMs,
    isSecret: true,
  }),
  printUse: operation({
    name: 'deliberation.emergency.print-use',
    method: 'POST',
    path: '/api/emergency-uses/{id}/use-document',
    summary:
      '应急使用维修资金公示：实用金额、逐级分摊、各户金额（房号遮盖）；或各户分摊说明每户一页，业主只有本户；联系方式随请求提供，不留存',
    access: { ...tableReaders, resident: 'own' },
    input: z.object({
      ...{ ...onUse, ...inForm, contact: z.string().trim().min(2).max(200) },
      of: z.enum(['BOARD', 'HOMES']).default('BOARD').describe('张贴的公示，或各户分摊说明'),
      labels: z.record(z.uuid(), z.string().trim().min(1).max(60)).optional().describe('房屋编号对应的门牌；不填即“某号楼某单元第几户”'),
    }),
    output: PrintedDocument,
    errors: [...documentRefusals, 'emergency.illegal-step'],
    timeoutMs: printTimeoutMs,
    isSecret: true,
  }),
  printEvidence: operation({
    name: 'deliberation.emergency.print-evidence',
    method: 'GET',
    path: '/api/emergency-uses/{id}/evidence-document',
    summary: '应急使用证明材料核对表：情形要求什么、提交了什么、谁确认',
    access: tableReaders,
    input: z.object({ ...onUse, ...inForm }),
    output: PrintedDocument,
    errors: documentRefusals,
    timeoutMs: printTimeoutMs,
  }),
};

const about = { issueId: z.uuid(), estateId: z.uuid(), case: EmergencyCase, unitIds: z.array(z.uuid()) };

/** Facts of an emergency use. None of them is a vote, and nothing that counts votes listens to them. */
export const emergencyEvents = {
  filed: event(
    'deliberation.emergency.filed.v1',
    '申请应急使用维修资金',
    z.object({
      ...about,
      applicant: SeatKind,
      custodian: FundCustodian,
      estimateFen: FenAmount,
      reason: z.string().nullable(),
      filedAt: z.string(),
      aimAt: z.string(),
    }),
  ),
  noticed: event(
    'deliberation.emergency.noticed.v1',
    '已向业主显著告知',
    z.object({ ...about, where: z.string(), notice: z.array(z.string()), noticedAt: z.string() }),
  ),
  confirmed: event(
    'deliberation.emergency.confirmed.v1',
    '一方确认应急使用',
    z.object({ ...about, seat: SeatKind, isComplete: z.boolean(), confirmedAt: z.string() }),
  ),
  refused: event('deliberation.emergency.refused.v1', '不同意按应急使用办理', z.object({ ...about, reason: z.string() })),
  correctionProposed: event(
    'deliberation.emergency.correction-proposed.v1',
    '申请方提出更正使用情况，待确认',
    z.object({
      ...about,
      usedFen: FenAmount,
      beforeFen: FenAmount,
      contractor: z.string(),
      where: z.string(),
      reason: z.string(),
      proposedAt: z.string(),
    }),
  ),
  correctionConfirmed: event(
    'deliberation.emergency.correction-confirmed.v1',
    '一方确认所提的更正',
    z.object({ ...about, seat: SeatKind, isComplete: z.boolean(), confirmedAt: z.string() }),
  ),
  correctionRefused: event(
    'deliberation.emergency.correction-refused.v1',
    '街道不同意所提的更正',
    z.object({ ...about, reason: z.string() }),
  ),
  used: event(
    'deliberation.emergency.use-posted.v1',
    '公布使用情况与分摊',
    z.object({ ...about, usedFen: FenAmount, homes: z.number().int(), contractor: z.string(), where: z.string(), postedAt: z.string() }),
  ),
  useCorrected: event(
    'deliberation.emergency.use-corrected.v1',
    '更正使用情况与分摊',
    z.object({
      ...{ ...about, usedFen: FenAmount, beforeFen: FenAmount, homes: z.number().int(), contractor: z.string(), where: z.string() },
      ...{ reason: z.string(), postingNo: z.number().int(), postedAt: z.string() },
    }),
  ),
  moneyArrived: event(
    'deliberation.emergency.money-arrived.v1',
    '应急使用的资金到账',
    z.object({ ...about, document: z.string(), arrivedAt: z.string() }),
  ),
  /** Every owner of the scope is told (显著告知、公布使用情况), in parts. */
  ownersTold: event(
    'deliberation.emergency.owners-told.v1',
    '告知范围内的业主（分批；只有编号）',
    z.object({ ...about, what: z.enum(['NOTICED', 'POSTED', 'CORRECTED']), ...toldOwners }),
  ),
  clockFired: event(
    'deliberation.emergency.clock-fired.v1',
    '应急使用的一项时限到了一个环节',
    z.object({
      ...about,
      code: z.string(),
      stage: z.number().int(),
      kind: z.enum(['warning', 'breach', 'after']),
      tell: z.array(z.string()),
      dueAt: z.string(),
      skippedStages: z.number().int(),
    }),
  ),
  shareAsked: event(
    'deliberation.share-question.asked.v1',
    '业主对分摊提出疑问',
    z.object({ useId: z.uuid(), ownerId: z.uuid(), unitIds: z.array(z.uuid()), answerDueAt: z.string() }),
  ),
  shareAnswered: event(
    'deliberation.share-question.answered.v1',
    '答复业主的疑问',
    z.object({ useId: z.uuid(), ownerId: z.uuid(), accountIds: toldOwners.accountIds, isInTime: z.boolean() }),
  ),
  shareClockFired: event(
    'deliberation.share-question.clock-fired.v1',
    '答复业主疑问的时限到了一个环节',
    z.object({
      ...{ useId: z.uuid(), unitIds: z.array(z.uuid()), code: z.string(), stage: z.number().int() },
      ...{ kind: z.enum(['warning', 'breach', 'after']), tell: z.array(z.string()), dueAt: z.string(), skippedStages: z.number().int() },
    }),
  ),
};
