import { z } from 'zod';
import { documentRefusals, inForm, PrintedDocument, printTimeoutMs } from './documents.js';
import { event } from './event.js';
import { seatRefusals } from './issues.js';
import { operation } from './operation.js';
import { EmergencyCase, FundCustodian } from './plans.js';
import type { Access } from './roles.js';
import { FenAmount, SeatKind, tableReaders } from './tables.js';

/** How far an emergency use of the fund (应急使用维修资金) is: filed, owners told, confirmed by street and body, used and posted; or refused. */
export const emergencyStates = ['FILED', 'NOTICED', 'CONFIRMED', 'POSTED', 'REFUSED'] as const;
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
    documents: z.array(text).min(1).max(20).describe('现场照片、检测报告、抢修方案等'),
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
    aimAt: z.string().describe('最快 48 小时到账的目标时间'),
    refusedReason: z.string().nullable(),
    usedFen: FenAmount.nullable(),
    contractor: z.string().nullable(),
    postedAt: z.string().nullable(),
    postedWhere: z.string().nullable(),
    homes: z.number().int().nullable().describe('分摊的户数'),
    version: z.number().int(),
  })
  .meta({ id: 'EmergencyUse' });
export type EmergencyUseView = z.infer<typeof EmergencyUseView>;

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
    errors: [...errors, 'emergency.evidence-missing', 'emergency.applicant', 'emergency.no-fund'],
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
    summary: '街道与业主组织（没有的由物业，再没有由社区）各自确认；齐了议题即进入应急办理',
    access: applicants,
    input: z.object(onUse),
    output: EmergencyUseView,
    errors: [...errors, 'emergency.confirmer', 'issue.illegal-step'],
  }),
  refuseUse: operation({
    name: 'deliberation.emergency.refuse',
    method: 'POST',
    path: '/api/emergency-uses/{id}/refuse',
    summary: '街道不同意按应急使用办理，写明理由；须另行表决',
    access: { section_chief: 'street', street_leader: 'street' },
    input: z.object({ ...onUse, reason }),
    output: EmergencyUseView,
    errors,
  }),
  postUse: operation({
    name: 'deliberation.emergency.post-use',
    method: 'POST',
    path: '/api/emergency-uses/{id}/use',
    summary: '公布使用情况与各户分摊：实用金额、施工单位、张贴地点',
    access: applicants,
    input: z.object({ ...onUse, usedFen: FenAmount, contractor: text, where: text }),
    output: EmergencyUseView,
    errors,
  }),
  myShares: operation({
    name: 'deliberation.emergency.my-shares',
    method: 'GET',
    path: '/api/emergency-uses/{id}/my-shares',
    summary: '业主本人分摊的金额，和自己的疑问与答复',
    access: owners,
    input: z.object(onUse),
    output: z.object({
      notAVote: z.string(),
      shares: z.array(
        z.object({
          homeId: z.uuid(),
          ownerId: z.uuid(),
          areaHundredths: z.number().int(),
          totalAreaHundredths: z.number().int(),
          shareFen: FenAmount,
        }),
      ),
      questions: z.array(ShareQuestionView),
    }),
    errors: ['object.not-found'],
  }),
  askShare: operation({
    name: 'deliberation.emergency.ask-share',
    method: 'POST',
    path: '/api/emergency-uses/{id}/questions',
    summary: '业主对自己的分摊提出疑问，五个工作日内答复',
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
    summary: '一件应急使用：情形、证明、告知、确认、使用情况与 48 小时目标',
    access: { ...tableReaders, resident: 'own' },
    input: z.object(onUse),
    output: EmergencyUseView,
    errors: ['object.not-found'],
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
  used: event(
    'deliberation.emergency.use-posted.v1',
    '公布使用情况与分摊',
    z.object({ ...about, usedFen: FenAmount, homes: z.number().int(), contractor: z.string(), where: z.string(), postedAt: z.string() }),
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
    z.object({ useId: z.uuid(), ownerId: z.uuid(), isInTime: z.boolean() }),
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
