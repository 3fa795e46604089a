import { z } from 'zod';
import { DeadlineCode } from './enums.js';
import { event } from './event.js';
import { seatRefusals } from './issues.js';
import { operation } from './operation.js';
import { FenAmount, seatActors, SeatKind, tableReaders } from './tables.js';

/** One payment of one payer (分期付款): open, paid in full, or closed because a later resolution or the settlement took its place. */
export const instalmentStates = ['OPEN', 'PAID', 'CLOSED'] as const;
export const InstalmentState = z.enum(instalmentStates).meta({ id: 'InstalmentState' });
export type InstalmentState = z.infer<typeof InstalmentState>;

/** What a payment is for: one of those signed, the retention (质保金), or what the settlement asks on top or pays back. */
export const instalmentKinds = ['SIGNED', 'RETENTION', 'BALANCE', 'REFUND'] as const;
export const InstalmentKind = z.enum(instalmentKinds).meta({ id: 'InstalmentKind' });
export type InstalmentKind = z.infer<typeof InstalmentKind>;

/** What an entry of the payment ledger (收支账) does: a share falls to somebody, is changed, is paid, or an entry is taken back by its opposite. */
export const paymentKinds = ['CHARGE', 'ADJUST', 'RECEIPT', 'COUNTER', 'CARRY'] as const;
export const PaymentKind = z.enum(paymentKinds).meta({ id: 'PaymentKind' });
export type PaymentKind = z.infer<typeof PaymentKind>;

const signed = z.string().describe('以分为单位的十进制文本；应退为负');
const text = z.string().trim().min(2).max(200);
const reason = z.string().trim().min(5, '请写明理由，至少 5 个字').max(500);

export const InstalmentView = z
  .object({
    id: z.uuid(),
    issueId: z.uuid(),
    resolutionId: z.uuid(),
    tableId: z.uuid(),
    estateId: z.uuid(),
    title: z.string().describe('议题'),
    payer: z.string().describe('出资方代码'),
    payerName: z.string(),
    seat: SeatKind.nullable().describe('出资方的席位；没有席位的由社区催收、登记'),
    unitId: z.uuid().describe('提醒谁'),
    no: z.number().int().describe('第几笔'),
    name: z.string(),
    kind: InstalmentKind,
    amountFen: signed,
    paidFen: signed,
    openFen: signed,
    state: InstalmentState,
    dueAt: z.string().nullable().describe('质保金在质保期满前没有付款期限'),
    isLate: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'Instalment' });
export type InstalmentView = z.infer<typeof InstalmentView>;

export const PaymentEntryView = z
  .object({
    id: z.uuid(),
    instalmentId: z.uuid(),
    kind: PaymentKind,
    shareFen: signed.describe('应付一栏的变动；三栏之和为零'),
    openFen: signed.describe('未付一栏的变动'),
    paidFen: signed.describe('已付一栏的变动'),
    document: z.string().nullable().describe('付款凭证'),
    documentId: z.uuid().nullable(),
    paidOn: z.iso.date().nullable(),
    reason: z.string().nullable(),
    counterOf: z.uuid().nullable().describe('冲销哪一笔'),
    seat: SeatKind.nullable().describe('谁登记；系统产生的为空'),
    recordedAt: z.string(),
  })
  .meta({ id: 'PaymentEntry' });
export type PaymentEntryView = z.infer<typeof PaymentEntryView>;

const PayerAccount = z
  .object({
    ...{ payer: z.string(), payerName: z.string(), seat: SeatKind.nullable() },
    ...{ shareFen: signed.describe('应付'), paidFen: signed.describe('已付'), openFen: signed.describe('未付；已付与未付之和即应付') },
    instalments: z.array(InstalmentView),
  })
  .meta({ id: 'PayerAccount' });

const onInstalment = { id: z.uuid() };
const refusals = [...seatRefusals, 'instalment.not-open', 'issue.text-private'] as const;

export const instalments = {
  listInstalments: operation({
    name: 'deliberation.instalment.list',
    method: 'GET',
    path: '/api/issues/{issueId}/instalments',
    summary: '各出资方的分期付款：应付、已付、未付，按出资方列出',
    access: tableReaders,
    input: z.object({ issueId: z.uuid() }),
    output: z.object({ accounts: z.array(PayerAccount) }),
    errors: ['object.not-found'],
  }),
  listPayments: operation({
    name: 'deliberation.instalment.payments',
    method: 'GET',
    path: '/api/instalments/{id}/payments',
    summary: '一笔分期的收支账：只增不改，更正以冲销登记',
    access: tableReaders,
    input: z.object(onInstalment),
    output: z.object({ instalment: InstalmentView, entries: z.array(PaymentEntryView) }),
    errors: ['object.not-found'],
  }),
  recordReceipt: operation({
    name: 'deliberation.instalment.receipt',
    method: 'POST',
    path: '/api/instalments/{id}/receipts',
    summary: '登记付款及凭证：由出资方席位或社区登记；不能超过应付；应退的登记退款',
    access: seatActors,
    input: z.object({
      ...onInstalment,
      receiptId: z.uuid(),
      amountFen: FenAmount.describe('本次付款（应退的为本次退款）'),
      paidOn: z.iso.date(),
      document: text.describe('凭证名称或编号'),
      documentId: z.uuid().describe('凭证附件'),
    }),
    output: InstalmentView,
    errors: [...refusals, 'instalment.over-share', 'instalment.nothing-paid', 'issue.file-unknown', 'time.future'],
    success: 201,
  }),
  counterReceipt: operation({
    name: 'deliberation.instalment.counter',
    method: 'POST',
    path: '/api/instalments/{id}/receipts/{receiptId}/counter',
    summary: '冲销一笔登记有误的付款，写明理由；原登记保留',
    access: seatActors,
    input: z.object({ ...onInstalment, receiptId: z.uuid(), entryId: z.uuid(), reason }),
    output: InstalmentView,
    errors: [...refusals, 'instalment.countered'],
    success: 201,
  }),
};

const about = {
  ...{ issueId: z.uuid(), resolutionId: z.uuid(), tableId: z.uuid(), estateId: z.uuid(), title: z.string() },
  ...{ payer: z.string(), seat: SeatKind.nullable(), unitId: z.uuid(), no: z.number().int(), instalmentKind: InstalmentKind },
  payerUnitId: z.uuid().nullable().optional().describe('出资方自己的单位；业主等没有单位的为空，较早的记录没有这一项'),
};
const sums = { amountFen: signed, paidFen: signed, state: InstalmentState };

export const instalmentEvents = {
  made: event('deliberation.instalment.made.v1', '签署后的一笔分期付款', z.object({ ...about, ...sums, dueAt: z.string().nullable() })),
  receiptRecorded: event(
    'deliberation.instalment.receipt-recorded.v1',
    '登记付款',
    z.object({
      ...about,
      ...sums,
      ...{ entryId: z.uuid(), receivedFen: signed, paidOn: z.iso.date(), withdrawsLate: z.boolean().describe('按时付清，但已先记为逾期') },
    }),
  ),
  receiptCountered: event(
    'deliberation.instalment.receipt-countered.v1',
    '冲销一笔付款',
    z.object({ ...about, ...sums, entryId: z.uuid(), counterOf: z.uuid(), reason: z.string() }),
  ),
  adjusted: event(
    'deliberation.instalment.adjusted.v1',
    '应付金额变动：结算、新一版决议',
    z.object({ ...about, ...sums, beforeFen: signed, reason: z.string() }),
  ),
  carried: event(
    'deliberation.instalment.carried.v1',
    '已付金额转入新一版决议的分期',
    z.object({
      ...{ ...about, ...sums, carriedFen: signed.describe('转入为正，转出为负') },
      withdrawsLate: z.boolean().optional().describe('这笔钱到期前一直在账上：已记的逾期撤销'),
    }),
  ),
  fellDue: event('deliberation.instalment.fell-due.v1', '质保期满，质保金应当支付', z.object({ ...about, ...sums, dueAt: z.string() })),
  /** For the table and for scoring, once an instalment. */
  late: event(
    'deliberation.instalment.late.v1',
    '分期付款逾期：全桌知道，下一施工阶段暂缓，未付部分不由他方分担',
    z.object({ ...about, reason: z.string(), dueAt: z.string(), openFen: signed, unitIds: z.array(z.uuid()) }),
  ),
  clockFired: event(
    'deliberation.instalment.clock-fired.v1',
    '分期付款的时限到了一个环节',
    z.object({
      ...about,
      ...{ code: DeadlineCode, stage: z.number().int(), kind: z.enum(['warning', 'breach', 'after']) },
      ...{ tell: z.array(z.string()), dueAt: z.string(), skippedStages: z.number().int() },
    }),
  ),
};
