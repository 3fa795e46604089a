import { z } from 'zod';
import { SignedApproval } from './approvals.js';
import { documentRefusals, inForm, PrintedDocument, printTimeoutMs } from './documents.js';
import { event } from './event.js';
import { seatRefusals } from './issues.js';
import { operation } from './operation.js';
import { GateCode, OwnersMoney, PayerCapacity, PayerKind, Position, RatioText, SoleDuty } from './plans.js';
import { FenAmount, seatActors, SeatKind, tableReaders } from './tables.js';

/**
 * A resolution (决议) is drawn and waits for signatures, signed by everyone it needs and in force, or superseded: a later one that everyone signed has taken its
 * place, and it stays what it was, to be shown and proved. Void is only what never had all its signatures.
 */
export const resolutionStates = ['DRAWN', 'SIGNED', 'SUPERSEDED', 'VOID'] as const;
export const ResolutionState = z.enum(resolutionStates).meta({ id: 'ResolutionState' });
export type ResolutionState = z.infer<typeof ResolutionState>;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256 是 64 个十六进制小写字符');
const line = z.string().trim().min(1).max(200);

/** Who has to sign and why: because it pays, or because it is the community, which chairs (社区). */
export const RequiredSigner = z
  .object({ seat: SeatKind, unitId: z.uuid(), unitName: z.string(), pays: z.boolean(), amountFen: FenAmount })
  .meta({ id: 'RequiredSigner' });
export type RequiredSigner = z.infer<typeof RequiredSigner>;

/** What a party binds itself to do (承诺事项). */
export const ResolvedCommitment = z
  .object({ no: z.number().int(), seat: SeatKind, unitId: z.uuid(), text: z.string(), dueOn: z.iso.date(), evidence: z.string() })
  .meta({ id: 'ResolvedCommitment' });
export type ResolvedCommitment = z.infer<typeof ResolvedCommitment>;

/** What one payer pays of what is shared, in each capacity. Resolutions drawn before own duties had a list of their own hold them here, too. */
export const ResolvedShare = z
  .object({
    payer: z.string(),
    name: z.string(),
    kind: PayerKind,
    seat: SeatKind.nullable(),
    amountFen: FenAmount,
    lines: z.array(z.object({ capacity: PayerCapacity, money: OwnersMoney, amountFen: FenAmount, homes: z.number().int() })),
  })
  .meta({ id: 'ResolvedShare' });
export type ResolvedShare = z.infer<typeof ResolvedShare>;

/** What somebody owes alone by law or contract (自身责任): part of the total, shared with nobody, asked of nobody and paid outside of what is signed. */
export const ResolvedDuty = z
  .object({ payer: z.string(), name: z.string(), duty: SoleDuty, item: z.string(), amountFen: FenAmount })
  .meta({ id: 'ResolvedDuty' });
export type ResolvedDuty = z.infer<typeof ResolvedDuty>;

/** One payment of the schedule that every payer's share is paid by (分期安排); the retention (质保金) waits for the end of the warranty and has no day. */
export const ScheduledPayment = z
  .object({ name: line, ratio: RatioText, dueOn: z.iso.date().nullable(), isRetention: z.boolean() })
  .meta({ id: 'ScheduledPayment' });
export type ScheduledPayment = z.infer<typeof ScheduledPayment>;

/** What is signed: its canonical JSON is the resolution, byte for byte the same for all five. Without personal data. */
export const ResolutionBody = z
  .object({
    v: z.literal('wufang.resolution.v1'),
    streetId: z.string(),
    id: z.uuid(),
    issueId: z.uuid(),
    no: z.number().int().describe('第几版'),
    title: z.string(),
    text: z.array(z.string()),
    plan: z.object({ id: z.uuid(), no: z.number().int(), scenario: z.string(), hash: sha256, totalFen: FenAmount }).nullable(),
    shares: z.array(ResolvedShare),
    /** Left out where nobody has one. With the shares they are the total. */
    duties: z.array(ResolvedDuty).optional(),
    commitments: z.array(ResolvedCommitment),
    /** Left out where everything is paid at once; those signed before there were schedules have none either. */
    schedule: z.array(ScheduledPayment).optional(),
    positions: z.array(z.object({ seat: SeatKind, unitId: z.uuid().nullable(), position: Position, roundNo: z.number().int() })),
    gates: z.array(z.object({ code: GateCode, payer: z.string().nullable(), document: z.string().nullable() })),
    attachments: z.array(z.object({ name: z.string(), sha256 })),
    chainHead: z.object({ seq: z.number().int(), hash: sha256 }).describe('拟定时议题事件链的链头'),
    signers: z.array(RequiredSigner),
    drawnAt: z.string(),
  })
  .meta({ id: 'ResolutionBody' });
export type ResolutionBody = z.infer<typeof ResolutionBody>;

/** What a licensed provider of reliable electronic signatures (依法设立的电子认证服务) found, where a party had it sign as well. */
export const ExternalSignature = z
  .object({ provider: line, certificate: line, fileSha256: sha256, signedAt: z.string(), recordedBy: z.string() })
  .meta({ id: 'ExternalSignature' });
export type ExternalSignature = z.infer<typeof ExternalSignature>;

/** One seat's internal approval record (内部审批记录) on a resolution. */
export const SeatSignature = z
  .object({ seat: SeatKind, unitId: z.uuid(), signed: SignedApproval, recordedAt: z.string(), external: ExternalSignature.nullable() })
  .meta({ id: 'SeatSignature' });
export type SeatSignature = z.infer<typeof SeatSignature>;

export const ResolutionView = z
  .object({
    id: z.uuid(),
    issueId: z.uuid(),
    no: z.number().int(),
    state: ResolutionState,
    bytes: z.string().describe('决议的规范字节（UTF-8 文本），各方完全相同'),
    hash: sha256.describe('规范字节的 SHA-256'),
    body: ResolutionBody,
    signatures: z.array(SeatSignature),
    missing: z.array(SeatKind).describe('尚未签署的席位'),
    isOfficial: z.literal(false).describe('电子签署为内部审批记录，不是可靠电子签名'),
    signedAt: z.string().nullable(),
    voidReason: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Resolution' });
export type ResolutionView = z.infer<typeof ResolutionView>;

const ChainEntry = z.object({
  streetId: z.string(),
  chainId: z.string(),
  seq: z.number().int(),
  prevHash: z.string().nullable(),
  body: z.unknown(),
  hash: z.string(),
});
const Head = z.object({ seq: z.number().int(), hash: z.string() });

/** All that is needed to check a resolution without this system (核验包); see docs/verify.md. */
export const ResolutionBundle = z
  .object({
    v: z.literal('wufang.bundle.v1'),
    exportedAt: z.string(),
    resolution: z.object({ bytes: z.string(), hash: z.string() }),
    signatures: z.array(SeatSignature),
    /** The plan with every level of its shares, as its canonical JSON. */
    plan: z.object({ bytes: z.string(), hash: z.string() }).nullable(),
    issueChain: z.array(ChainEntry),
    resolutionChain: z.array(ChainEntry),
    heads: z.object({ issue: Head, resolution: Head }),
  })
  .meta({ id: 'ResolutionBundle' });
export type ResolutionBundle = z.infer<typeof ResolutionBundle>;

const onResolution = { id: z.uuid() };

export const resolutions = {
  drawResolution: operation({
    name: 'deliberation.resolution.draw',
    method: 'POST',
    path: '/api/issues/{issueId}/resolutions',
    summary: '拟定决议交各方签署：正文、承诺事项、附件；金额取自已确认的分摊方案，签约条件未具备的不能拟定',
    access: seatActors,
    input: z.object({
      id: z.uuid(),
      issueId: z.uuid(),
      text: z.array(z.string().trim().min(2).max(2000)).min(1).max(50),
      commitments: z
        .array(z.object({ seat: SeatKind, text: line, dueOn: z.iso.date(), evidence: line.describe('完成时须提交什么') }))
        .max(50)
        .default([]),
      schedule: z.array(ScheduledPayment).max(12).default([]).describe('每个出资方按此比例分期付款；不填即一次付清'),
      attachments: z
        .array(z.object({ name: line, sha256 }))
        .max(50)
        .default([]),
    }),
    output: ResolutionView,
    errors: [
      ...seatRefusals,
      'issue.illegal-step',
      'issue.text-private',
      'plan.not-chosen',
      'resolution.gates-open',
      'resolution.seat-vacant',
      'resolution.seat-not-binding',
      'resolution.empty',
      'resolution.schedule',
      'plan.retention-too-high',
      'due.past',
    ],
    success: 201,
  }),
  signResolution: operation({
    name: 'deliberation.resolution.sign',
    method: 'POST',
    path: '/api/resolutions/{id}/signatures',
    summary: '以本席位签署决议（内部审批记录）：当场再次输入密码，签的是决议的规范字节',
    access: seatActors,
    input: z.object({ ...onResolution, seat: SeatKind, documentHash: sha256.describe('所签决议的哈希；与现行版本不同则拒绝') }),
    output: ResolutionView,
    errors: [
      ...seatRefusals,
      'resolution.void',
      'resolution.hash-differs',
      'resolution.seat-not-asked',
      'resolution.limit-exceeded',
      'resolution.gates-open',
      'plan.not-chosen',
      'issue.illegal-step',
      'access.denied',
    ],
    reauthenticates: true,
  }),
  recordExternalSignature: operation({
    name: 'deliberation.resolution.record-external',
    method: 'POST',
    path: '/api/resolutions/{id}/external-signatures',
    summary: '登记本席位在依法设立的电子认证服务机构另行签署的结果',
    access: seatActors,
    input: z.object({
      ...onResolution,
      seat: SeatKind,
      provider: line,
      certificate: line.describe('证书序列号'),
      fileSha256: sha256.describe('已签文件的 SHA-256'),
      signedAt: z.iso.datetime({ offset: true }),
    }),
    output: ResolutionView,
    errors: [...seatRefusals, 'resolution.void', 'resolution.not-signed-yet'],
  }),
  voidResolution: operation({
    name: 'deliberation.resolution.void',
    method: 'POST',
    path: '/api/resolutions/{id}/void',
    summary: '召集方撤回签署中的决议，已有的签署作废：回到拟方案，金额有变的各方须重新表态；方案不变、只改决议文字的，仍在签署中，另拟一版',
    access: seatActors,
    input: z.object({
      ...{ ...onResolution, reason: z.string().trim().min(5, '请写明理由，至少 5 个字').max(500) },
      keepsPlan: z.boolean().default(false).describe('方案不变，只改决议：不回到拟方案，不重新公示'),
    }),
    output: ResolutionView,
    errors: [...seatRefusals, 'resolution.void', 'resolution.signed-by-all', 'issue.illegal-step', 'issue.text-private'],
  }),
  getResolution: operation({
    name: 'deliberation.resolution.get',
    method: 'GET',
    path: '/api/resolutions/{id}',
    summary: '一份决议：规范字节、哈希、各席位签署',
    access: tableReaders,
    input: z.object(onResolution),
    output: ResolutionView,
    errors: ['object.not-found'],
  }),
  listResolutions: operation({
    name: 'deliberation.resolution.list',
    method: 'GET',
    path: '/api/issues/{issueId}/resolutions',
    summary: '一件议题的各版决议',
    access: tableReaders,
    input: z.object({ issueId: z.uuid() }),
    output: z.object({ resolutions: z.array(ResolutionView) }),
    errors: ['object.not-found'],
  }),
  printResolution: operation({
    name: 'deliberation.resolution.print',
    method: 'GET',
    path: '/api/resolutions/{id}/document',
    summary: '决议文书：PDF（张贴、存档）或数据',
    access: tableReaders,
    input: z.object({ ...onResolution, ...inForm }),
    output: PrintedDocument,
    errors: documentRefusals,
    timeoutMs: printTimeoutMs,
  }),
  exportBundle: operation({
    name: 'deliberation.resolution.export-bundle',
    method: 'GET',
    path: '/api/resolutions/{id}/bundle',
    summary: '导出核验包：不连本系统即可核验决议、签署、事件链和金额',
    access: tableReaders,
    input: z.object(onResolution),
    output: ResolutionBundle,
    errors: ['object.not-found'],
    timeoutMs: 30_000,
  }),
};

const about = { issueId: z.uuid(), tableId: z.uuid(), estateId: z.uuid(), no: z.number().int(), hash: sha256 };

export const resolutionEvents = {
  drawn: event(
    'deliberation.resolution.drawn.v1',
    '决议待签署',
    z.object({
      ...about,
      title: z.string(),
      signers: z.array(RequiredSigner),
      affected: z.array(SeatKind).describe('与前一版相比金额有变的席位'),
      unitIds: z.array(z.uuid()),
      dueAt: z.string().nullable(),
    }),
  ),
  seatSigned: event(
    'deliberation.resolution.seat-signed.v1',
    '席位签署决议',
    z.object({ ...about, seat: SeatKind, unitId: z.uuid(), signed: SignedApproval, missing: z.array(SeatKind) }),
  ),
  externalRecorded: event(
    'deliberation.resolution.external-recorded.v1',
    '登记外部电子签名结果',
    z.object({ ...about, seat: SeatKind, external: ExternalSignature }),
  ),
  /** What follows begins with this: who does what until when, who pays how much. */
  signed: event(
    'deliberation.resolution.signed.v1',
    '决议全部签署',
    z.object({
      ...about,
      title: z.string(),
      planId: z.uuid().nullable(),
      planNo: z.number().int().nullable(),
      totalFen: FenAmount.nullable(),
      shares: z.array(ResolvedShare),
      commitments: z.array(ResolvedCommitment),
      unitIds: z.array(z.uuid()),
      signedAt: z.string(),
    }),
  ),
  superseded: event(
    'deliberation.resolution.superseded.v1',
    '决议由后一版代替',
    z.object({ ...about, by: z.uuid().describe('代替它的决议'), byNo: z.number().int(), unitIds: z.array(z.uuid()) }),
  ),
  voided: event(
    'deliberation.resolution.voided.v1',
    '决议作废',
    z.object({
      ...about,
      reason: z.string(),
      seats: z.array(SeatKind).describe('签署因此作废的席位'),
      unitIds: z.array(z.uuid()),
    }),
  ),
  /** For the whistle: these units have not signed in time. */
  signatureMissing: event(
    'deliberation.resolution.signature-missing.v1',
    '逾期未签署',
    z.object({
      ...about,
      stage: z.number().int(),
      kind: z.enum(['warning', 'breach', 'after']),
      tell: z.array(z.string()),
      seats: z.array(SeatKind),
      unitIds: z.array(z.uuid()).describe('与 seats 一一对应'),
      dueAt: z.string(),
      // Told by those recorded since the street whistles for a missing signature.
      title: z.string().optional(),
      communityId: z.uuid().optional(),
    }),
  ),
};
