import { aggregate, table, type Loader } from '@wufang/service';
import type { InstalmentRow, PaymentEntryRow } from './instalments.schema.js';
import type { DeliberationTx } from './schema.js';

export const instalments = aggregate<InstalmentRow>('instalments', 'instalment');
export const paymentEntries = table<PaymentEntryRow>('payment_entries', ['id']);

export const issueOfInstalment: Loader<string> = {
  name: 'issue of instalment',
  load: async (sql, ids, streetId) => {
    const rows = (await sql
      .selectFrom('instalments')
      .select(['id', 'issueId'])
      .where('streetId', '=', streetId)
      .where('id', 'in', ids)
      .execute()) as { id: string; issueId: string }[];
    return new Map(rows.map(({ id, issueId }) => [id, issueId]));
  },
};

export const placeOfInstalments = (issueId: string) => `instalments of ${issueId}`;

/** Payments made by one signature have one time, and are in the order of the schedule: an id of theirs begins with it, and its rest is chance. */
const inOrder = (a: InstalmentRow, b: InstalmentRow): number => {
  const [at, other] = [a.id.slice(0, 13), b.id.slice(0, 13)];
  return at === other ? a.no - b.no : at < other ? -1 : 1;
};

/** All payments of an issue, the oldest first; lock the issue first. */
export async function lockInstalmentsOf(tx: DeliberationTx, issueId: string): Promise<InstalmentRow[]> {
  await tx.hold(placeOfInstalments(issueId));
  tx.mustSeeAll(placeOfInstalments(issueId));
  const found = await tx.sql
    .selectFrom('instalments')
    .select('id')
    .where('streetId', '=', tx.streetId)
    .where('issueId', '=', issueId)
    .orderBy('id')
    .execute();
  const rows: InstalmentRow[] = [];
  for (const { id } of found) rows.push((await tx.lock(instalments, id))!);
  return rows.sort(inOrder);
}

/** Entries of one payment as they are stored; lock it first. */
export async function entriesOf(tx: DeliberationTx, instalmentId: string): Promise<PaymentEntryRow[]> {
  tx.mustSeeAll(placeOfEntries(instalmentId));
  return tx.sql
    .selectFrom('paymentEntries')
    .selectAll()
    .where('streetId', '=', tx.streetId)
    .where('instalmentId', '=', instalmentId)
    .orderBy('id')
    .execute();
}

export const placeOfEntries = (instalmentId: string) => `payments of ${instalmentId}`;
