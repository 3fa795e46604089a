import type { AggregateRow } from '@wufang/service';

/** What a maintenance fund was on a day, as its custodian said; every statement stays, the newest of a place counts. */
export interface FundBalanceRow extends AggregateRow {
  tableId: string;
  estateId: string;
  /** Null where the whole estate has one account. */
  buildingId: string | null;
  firstDepositFen: bigint;
  balanceFen: bigint;
  /** A date. */
  statedOn: string;
  source: string;
  recordedAt: Date;
  concernedUnitIds: string[];
}

export interface FundBalancesDb {
  fundBalances: FundBalanceRow;
}
