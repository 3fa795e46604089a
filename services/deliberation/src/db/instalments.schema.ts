import type { InstalmentKind, InstalmentState, PaymentKind, SeatKind } from '@wufang/contracts';
import type { AggregateRow } from '@wufang/service';

/** One payment of one payer after the signing (分期付款). */
export interface InstalmentRow extends AggregateRow {
  issueId: string;
  resolutionId: string;
  tableId: string;
  estateId: string;
  title: string;
  payer: string;
  payerName: string;
  seat: SeatKind | null;
  /** Who is reminded: the payer's seat; where it has none the community, beside the payer's own unit. */
  unitId: string;
  /** The payer's own unit, if it is one: who is late. */
  payerUnitId: string | null;
  no: number;
  name: string;
  kind: InstalmentKind;
  amountFen: bigint;
  paidFen: bigint;
  state: InstalmentState;
  dueAt: Date | null;
  lateAt: Date | null;
  /** Those of the table, and the payer's own unit. */
  concernedUnitIds: string[];
}

/** One entry of the payment ledger (收支账); only added. Its three columns add up to zero. */
export interface PaymentEntryRow {
  streetId: string;
  id: string;
  instalmentId: string;
  issueId: string;
  kind: PaymentKind;
  shareFen: bigint;
  openFen: bigint;
  paidFen: bigint;
  document: string | null;
  documentId: string | null;
  paidOn: string | null;
  reason: string | null;
  counterOf: string | null;
  seat: SeatKind | null;
  recordedAt: Date;
  concernedUnitIds: string[];
}

export interface InstalmentsDb {
  instalments: InstalmentRow;
  paymentEntries: PaymentEntryRow;
}
