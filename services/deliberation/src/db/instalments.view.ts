import type { Ctx, instalments, InstalmentView, PaymentEntryView } from '@wufang/contracts';
import { DomainError, fen, fenToJson } from '@wufang/kernel';
import { sql, type Kysely } from 'kysely';
import type { z } from 'zod';
import { openOf } from '../domain/payment-ledger.js';
import { issueInView } from './issues.view.js';
import type { InstalmentRow, PaymentEntryRow } from './instalments.schema.js';
import type { DeliberationDb } from './schema.js';

type Sql = Kysely<DeliberationDb>;
const json = (amount: bigint) => fenToJson(fen(amount));

export function instalmentView(row: InstalmentRow): InstalmentView {
  const { id, issueId, resolutionId, tableId, estateId, title, payer, payerName, seat, unitId, no, name, kind, state, version } = row;
  return {
    ...{ id, issueId, resolutionId, tableId, estateId, title, payer, payerName, seat, unitId, no, name, kind, state, version },
    ...{ amountFen: json(row.amountFen), paidFen: json(row.paidFen), openFen: json(openOf(row)) },
    ...{ dueAt: row.dueAt?.toISOString() ?? null, isLate: row.lateAt !== null },
  };
}

function entryView(row: PaymentEntryRow): PaymentEntryView {
  const { id, instalmentId, kind, document, documentId, paidOn, reason, counterOf, seat } = row;
  return {
    ...{ id, instalmentId, kind, document, documentId, paidOn, reason, counterOf, seat },
    ...{ shareFen: json(row.shareFen), openFen: json(row.openFen), paidFen: json(row.paidFen), recordedAt: row.recordedAt.toISOString() },
  };
}

/** How every payer of an issue stands. Reach is kept by row-level security. */
export async function listInstalments(
  db: Sql,
  { issueId }: { issueId: string },
  ctx: Ctx,
): Promise<z.input<typeof instalments.listInstalments.output>> {
  await issueInView(db, issueId, ctx);
  const rows = await db
    .selectFrom('instalments')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .where('issueId', '=', issueId)
    .orderBy('payer')
    .orderBy(sql`due_at nulls last`)
    .orderBy('no')
    .orderBy('id')
    .execute();
  const payers = [...new Set(rows.map(({ payer }) => payer))];
  return {
    accounts: payers.map((payer) => {
      const own = rows.filter((row) => row.payer === payer);
      const sum = (of: (row: InstalmentRow) => bigint) => json(own.reduce((all, row) => all + of(row), 0n));
      const { payerName, seat } = own.at(-1)!;
      return {
        ...{ payer, payerName, seat, shareFen: sum(({ amountFen }) => amountFen), paidFen: sum(({ paidFen }) => paidFen) },
        ...{ openFen: sum(openOf), instalments: own.map(instalmentView) },
      };
    }),
  };
}

export async function listPayments(db: Sql, { id }: { id: string }, ctx: Ctx): Promise<z.input<typeof instalments.listPayments.output>> {
  const row = await db.selectFrom('instalments').selectAll().where('streetId', '=', ctx.streetId).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('object.not-found', {});
  const entries = await db
    .selectFrom('paymentEntries')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .where('instalmentId', '=', id)
    .orderBy('recordedAt')
    .orderBy('id')
    .execute();
  return { instalment: instalmentView(row), entries: entries.map(entryView) };
}
