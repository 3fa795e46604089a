import type { AggregateRow } from '@wufang/service';

/** What is being done about an order, by whom, until when; the latest word. */
export interface MeasureRow {
  streetId: string;
  orderId: string;
  measure: string;
  personAccountId: string;
  plannedAt: Date;
  notedAt: Date;
  /** Whose measure it is: no plan of who leads the order after that unit. Null of some from before it was kept. */
  leadUnitId: string | null;
}

export interface SavedViewRow extends AggregateRow {
  accountId: string;
  name: string;
  filter: Record<string, string>;
  isShared: boolean;
  removedAt: Date | null;
}

export interface LedgerDb {
  measures: MeasureRow;
  savedViews: SavedViewRow;
}
