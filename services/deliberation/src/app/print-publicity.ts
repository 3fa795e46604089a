import type { Ctx, PrintedDocument } from '@wufang/contracts';
import { beijingDate, DomainError } from '@wufang/kernel';
import type { Db } from '@wufang/service';
import { placeNames } from '../db/names.view.js';
import { readPlanRow } from '../db/plans.view.js';
import { sharesRows } from '../db/plans.store.js';
import type { DeliberationDb } from '../db/schema.js';
import { tableFrame } from '../documents/blocks.js';
import { handedOut, type Form } from '../documents/handed-out.js';
import { publicityNotice } from '../documents/notices.js';
import type { Printer } from '../documents/printer.js';
import { maskedShares } from '../domain/masked-shares.js';
import { computeOne } from '../domain/plan-draft.js';
import { answerPeriodOf, bodyOf, periodOf } from '../domain/publicity.js';

/** What hangs on the board (公示), with the shares of homes under marks that only their owners know. */
export async function printPublicity(
  db: Db<DeliberationDb>,
  printer: Printer,
  input: { id: string; form: Form },
  ctx: Ctx,
): Promise<PrintedDocument> {
  const { posted, plan, homes, names } = await db.read(ctx, async (sql) => {
    const row = await sql
      .selectFrom('publicities')
      .selectAll()
      .where('streetId', '=', ctx.streetId)
      .where('id', '=', input.id)
      .executeTakeFirst();
    if (!row) throw new DomainError('object.not-found', {});
    const of = await readPlanRow(sql, row.planId, ctx);
    return {
      posted: row,
      plan: of,
      homes: await sharesRows(sql, ctx.streetId, of.id),
      names: await placeNames(sql, { estateId: of.scope.estateId, scope: of.scope }, ctx),
    };
  });
  const { contractor, quotes } = plan;
  const publicity = {
    ...{ issueTitle: posted.title, body: bodyOf(posted.lines), money: computeOne(plan.document, plan.scenario!) },
    ...{
      postedOn: beijingDate(posted.postedAt),
      endsOn: beijingDate(new Date(posted.endsAt.getTime() - 1)),
      periodRule: periodOf(posted.lines),
      answerPeriod: answerPeriodOf(posted.lines),
    },
    homes: maskedShares(homes).map(({ place, mark, shareFen }) => ({ label: `${place}　＊＊＊${mark}`, amountFen: shareFen })),
    contractor:
      contractor && `${contractor.firm}。选定理由：${contractor.reason}。${quotes.length > 0 ? `共有 ${quotes.length} 家报价。` : ''}`,
    ...{ objectTo: names.community, by: names.community },
  };
  const frame = tableFrame(names.estate, posted.numberText, `定稿摘要 ${plan.hash}`);
  return handedOut(printer, publicityNotice(frame, publicity), input.form, `公示-第${posted.no}次`);
}
