import type { Ctx, OpenDuty, works } from '@wufang/contracts';
import { fen, fenToJson } from '@wufang/kernel';
import { sql as raw, type Kysely } from 'kysely';
import type { z } from 'zod';
import { openDuties, signingDuties } from '../domain/open-duties.js';
import { openOf } from '../domain/payment-ledger.js';
import { topUpDuties } from './fund-balances.view.js';
import { bodyOf } from './resolutions.view.js';
import type { DeliberationDb } from './schema.js';

type Sql = Kysely<DeliberationDb>;

/** When accepted works are to be settled, or settled ones to hang. */
const settleDue = raw<Date | null>`(select max(d.due_at) from deadlines d where d.street_id = works.street_id and d.subject_id = works.id
  and d.code = case when works.state = 'ACCEPTED' then 'SETTLE' else 'SETTLEMENT_POST' end)`;

/** Who is held to what at the caller's tables, first what is due first. */
export async function listDuties(
  db: Sql,
  { unitId, tableId }: z.output<typeof works.listDuties.input>,
  ctx: Ctx,
): Promise<z.input<typeof works.listDuties.output>> {
  const promises = await db
    .selectFrom('commitments')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .where('state', '=', 'OPEN')
    .execute();
  const payments = await db
    .selectFrom('instalments')
    .leftJoin('works', (join) =>
      join.onRef('works.streetId', '=', 'instalments.streetId').onRef('works.issueId', '=', 'instalments.issueId'),
    )
    .selectAll('instalments')
    .select('works.retentionEndsAt')
    .where('instalments.streetId', '=', ctx.streetId)
    .where('instalments.state', '=', 'OPEN')
    .execute();
  const drawn = await db
    .selectFrom('resolutions')
    .leftJoin('deadlines', (join) =>
      join
        .onRef('deadlines.streetId', '=', 'resolutions.streetId')
        .onRef('deadlines.subjectId', '=', 'resolutions.id')
        .on('deadlines.code', '=', 'SIGNING'),
    )
    .select(['resolutions.id', 'resolutions.issueId', 'resolutions.tableId', 'resolutions.estateId', 'resolutions.bytes'])
    .select(['resolutions.signatures', 'deadlines.dueAt'])
    .select(raw<boolean>`coalesce(deadlines.due_at <= (select app_now()), false)`.as('isLate'))
    .where('resolutions.streetId', '=', ctx.streetId)
    .where('resolutions.state', '=', 'DRAWN')
    .execute();
  const running = await db
    .selectFrom('works')
    .innerJoin('issues', (join) => join.onRef('issues.streetId', '=', 'works.streetId').onRef('issues.id', '=', 'works.issueId'))
    .selectAll('works')
    .select(['issues.seats', 'issues.leadSeat'])
    // Of those that were settled before postings were kept no clock runs, and nobody owes one.
    .select([settleDue.as('settleDueAt'), raw<boolean>`coalesce(${settleDue} <= (select app_now()), false)`.as('isSettledLate')])
    .where('works.streetId', '=', ctx.streetId)
    .where(
      raw<boolean>`(works.state in ('FINISHED', 'RECTIFYING', 'ACCEPTED') or works.looks @> '[{"state": "OPEN"}]'
      or (works.settlement is not null and works.settlement_posting is null))`,
    )
    .execute();
  const duties = [
    ...promises.map(({ id, issueId, tableId: table, estateId, title, seat, unitId: unit, text, dueAt, lateAt }): OpenDuty => ({
      ...{ kind: 'COMMITMENT', id, issueId, tableId: table, estateId, title, seat, unitId: unit, text, amountFen: null },
      ...{ dueAt: dueAt.toISOString(), isLate: lateAt !== null },
    })),
    ...payments.map((row): OpenDuty => {
      const { id, issueId, tableId: table, estateId, title, seat, payerName, name, dueAt, lateAt, retentionEndsAt } = row;
      // A payer without a seat owes it itself; the community that reminds it has nothing to pay.
      const unit = row.payerUnitId ?? row.unitId;
      // What is kept back falls due when the warranty ends, which is known from the settlement on.
      const open = openOf(row);
      const isRefund = row.kind === 'REFUND';
      const [kind, at] = dueAt === null ? (['RETENTION', retentionEndsAt] as const) : (['INSTALMENT', dueAt] as const);
      return {
        ...{ kind, id, issueId, tableId: table, estateId, title, seat: isRefund ? 'COMMUNITY' : seat, unitId: unit },
        text: isRefund ? `退还${payerName}：${name}` : `${payerName}：${name}`,
        ...{ amountFen: fenToJson(fen(open < 0n ? -open : open)), dueAt: at?.toISOString() ?? null, isLate: lateAt !== null },
      };
    }),
    ...drawn.flatMap(({ bytes, ...row }) => signingDuties({ ...row, body: bodyOf({ bytes }) })),
    ...running.flatMap((row) => openDuties(row)),
    ...(await topUpDuties(db, ctx)),
  ]
    .filter((duty) => (unitId === undefined || duty.unitId === unitId) && (tableId === undefined || duty.tableId === tableId))
    .sort((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9') || a.id.localeCompare(b.id));
  return { duties, lateCount: duties.filter(({ isLate }) => isLate).length };
}
