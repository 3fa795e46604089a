import { labels, type Ctx, type PrintedDocument } from '@wufang/contracts';
import { beijingDate, fenFromJson } from '@wufang/kernel';
import type { Db } from '@wufang/service';
import { seenUse } from '../db/emergency.view.js';
import type { EmergencyUseRow } from '../db/emergency.schema.js';
import { placeNames, readIssueRow, unitNames } from '../db/names.view.js';
import type { DeliberationDb } from '../db/schema.js';
import { tableFrame } from '../documents/blocks.js';
import { handedOut, type Form } from '../documents/handed-out.js';
import { emergencyNotice, evidenceSheet } from '../documents/notices.js';
import type { Printer } from '../documents/printer.js';
import { evidencePoints } from '../domain/emergency-use.js';

const applicantOf = ({ applicant, applicantUnitId }: EmergencyUseRow, names: ReadonlyMap<string, string>) =>
  names.get(applicantUnitId) ?? labels.seatKind[applicant];

/** The prominent notice to all owners (显著告知), in the words that were told; whom to ask comes with the question. */
export async function printEmergencyNotice(
  db: Db<DeliberationDb>,
  printer: Printer,
  input: { id: string; form: Form; contact: string },
  ctx: Ctx,
): Promise<PrintedDocument> {
  const { use, names, units } = await db.read(ctx, async (sql) => {
    const seen = await seenUse(sql, input.id, ctx);
    return {
      use: seen,
      names: await placeNames(sql, { estateId: seen.estateId, scope: null }, ctx),
      units: await unitNames(sql, [seen.applicantUnitId], ctx),
    };
  });
  const notice = {
    ...{ estate: names.estate, lines: use.notice.slice(1), estimateFen: fenFromJson(use.estimateFen), applicant: applicantOf(use, units) },
    ...{ contact: input.contact, postedWhere: use.noticedWhere, on: beijingDate(use.noticedAt ?? use.updatedAt) },
  };
  const frame = tableFrame(names.estate, `应急 ${use.id.slice(0, 8)}`, `议题 ${use.issueId}`);
  return handedOut(printer, emergencyNotice(frame, notice), input.form, '应急维修告知书');
}

/** What the use rests on, and who has confirmed it. */
export async function printEvidence(
  db: Db<DeliberationDb>,
  printer: Printer,
  input: { id: string; form: Form },
  ctx: Ctx,
): Promise<PrintedDocument> {
  const { use, names, units } = await db.read(ctx, async (sql) => {
    const seen = await seenUse(sql, input.id, ctx);
    const issue = await readIssueRow(sql, seen.issueId, ctx);
    return { use: seen, names: await placeNames(sql, issue, ctx), units: await unitNames(sql, [seen.applicantUnitId], ctx) };
  });
  const { evidence, emergencyCase, custodian, applicantReason, estimateFen, usedFen, noticedAt, noticedWhere, confirmedBy, postedAt } = use;
  const sheet = {
    ...{
      estate: names.estate,
      place: names.place,
      case: emergencyCase,
      custodian,
      applicant: applicantOf(use, units),
      reason: applicantReason,
    },
    ...{ estimateFen: fenFromJson(estimateFen), usedFen: usedFen === null ? null : fenFromJson(usedFen) },
    ...{ points: evidencePoints(emergencyCase, evidence), documents: evidence.documents },
    steps: [
      { what: '向业主显著告知', at: noticedAt, remark: noticedWhere ?? '—' },
      ...confirmedBy.map(({ seat, at }) => ({ what: `${labels.seatKind[seat]}确认`, at: new Date(at), remark: '—' })),
      { what: '公布使用情况与各户分摊', at: postedAt, remark: use.postedWhere ?? '—' },
    ],
    ...{ by: names.community, on: beijingDate(postedAt ?? noticedAt ?? use.updatedAt) },
  };
  const frame = tableFrame(names.estate, `应急 ${use.id.slice(0, 8)}`, `议题 ${use.issueId}`);
  return handedOut(printer, evidenceSheet(frame, sheet), input.form, '应急使用证明材料核对表');
}
