import type { Ctx, PrintedDocument } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { Db } from '@wufang/service';
import { placeNames, readIssueRow } from '../db/names.view.js';
import { computedAsked, readPlanRow } from '../db/plans.view.js';
import { bodyOf, findResolution } from '../db/resolutions.view.js';
import type { DeliberationDb } from '../db/schema.js';
import { findWorks } from '../db/works.view.js';
import { tableFrame } from '../documents/blocks.js';
import { handedOut, type Form } from '../documents/handed-out.js';
import type { Printer } from '../documents/printer.js';
import { settlementDocument } from '../documents/settlement-document.js';
import { settledHomes } from '../domain/works-settlement.js';

/** The settlement on paper (结算书), by the plan that was signed. Room numbers come with the question and are kept nowhere. */
export async function printSettlement(
  db: Db<DeliberationDb>,
  printer: Printer,
  asked: { id: string; form: Form; labels?: Record<string, string> | undefined },
  ctx: Ctx,
): Promise<PrintedDocument> {
  const { works, settlement, homes, homeNames, resolution, names } = await db.read(ctx, async (sql) => {
    const row = await findWorks(sql, asked.id, ctx);
    if (row.settlement === null) throw new DomainError('works.not-settled', {});
    const signed = await findResolution(sql, row.resolutionId, ctx);
    const plan = await readPlanRow(sql, bodyOf(signed).plan!.id, ctx);
    const { computed } = await computedAsked(sql, plan, { labels: asked.labels });
    return {
      works: row,
      ...{ settlement: row.settlement, resolution: signed, homeNames: computed.plan.homeNames },
      homes: settledHomes({ ...plan, ...{ scenario: computed.plan.scenario, changes: row.changes, settlement: row.settlement } }),
      names: await placeNames(sql, await readIssueRow(sql, row.issueId, ctx), ctx),
    };
  });
  const frame = tableFrame(names.estate, `结算 ${works.id.slice(0, 8)}`, `决议哈希 ${resolution.hash}　第 ${resolution.no} 版`);
  const { title, changes, acceptanceNo } = works;
  const paper = {
    ...{ works: { title, changes, acceptanceNo, acceptedAt: works.acceptedAt?.toISOString() ?? null } },
    ...{ settlement, homes, homeNames, placeName: names.place, communityName: names.community },
  };
  return handedOut(printer, settlementDocument(frame, paper), asked.form, `结算书-${title}`);
}
