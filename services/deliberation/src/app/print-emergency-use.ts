import { labels, type Ctx, type PrintedDocument } from '@wufang/contracts';
import { beijingDate, DomainError, fen, fenFromJson } from '@wufang/kernel';
import type { Db, RuleBook } from '@wufang/service';
import { filesOfIssue, postingOf } from '../db/emergency.store.js';
import { seenUse } from '../db/emergency.view.js';
import { keptPosting } from '../db/emergency-posting.view.js';
import { asOwner, isOwn, readAsOwner } from '../db/bound-homes.view.js';
import { isWithinReach } from '../db/issues.store.js';
import type { EmergencyUseRow } from '../db/emergency.schema.js';
import { placeNames, readIssueRow, unitNames } from '../db/names.view.js';
import type { DeliberationDb } from '../db/schema.js';
import { tableFrame } from '../documents/blocks.js';
import { emergencyHomePages, emergencyUseNotice } from '../documents/emergency-documents.js';
import { handedOut, type Form } from '../documents/handed-out.js';
import { emergencyNotice, evidenceSheet } from '../documents/notices.js';
import type { Printer } from '../documents/printer.js';
import { evidencePoints, isPosted } from '../domain/emergency-use.js';
import { maskedShares } from '../domain/masked-shares.js';
import { limitWords } from '../domain/notice.js';
import { homeLabel, markOf } from '../domain/plan-scope.js';

const applicantOf = ({ applicant, applicantUnitId }: EmergencyUseRow, names: ReadonlyMap<string, string>) =>
  names.get(applicantUnitId) ?? labels.seatKind[applicant];

/** The prominent notice to all owners (显著告知), in the words that were told; whom to ask comes with the question. */
export async function printEmergencyNotice(
  db: Db<DeliberationDb>,
  printer: Printer,
  input: { id: string; form: Form; contact: string },
  ctx: Ctx,
): Promise<PrintedDocument> {
  const { use, names, units } = await readAsOwner(db, ctx, async (sql, own) => {
    const seen = await seenUse(sql, input.id, own);
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
  const { use, names, units, files } = await readAsOwner(db, ctx, async (sql, own) => {
    const seen = await seenUse(sql, input.id, own);
    const issue = await readIssueRow(sql, seen.issueId, ctx);
    return {
      ...{ use: seen, names: await placeNames(sql, issue, ctx), units: await unitNames(sql, [seen.applicantUnitId], ctx) },
      files: await filesOfIssue(sql, seen.issueId, { streetId: ctx.streetId, ids: seen.evidence.fileIds ?? [] }),
    };
  });
  const { evidence, emergencyCase, custodian, applicantReason, estimateFen, usedFen, noticedAt, noticedWhere, confirmedBy, postedAt } = use;
  const { arrivedAt, arrivalDocument } = use;
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
    ...{
      points: evidencePoints(emergencyCase, evidence),
      documents: [...evidence.documents, ...files.map(({ type, sha256 }) => `附件（${type}），SHA-256：${sha256.toString('hex')}`)],
    },
    steps: [
      { what: '向业主显著告知', at: noticedAt, remark: noticedWhere ?? '—' },
      ...confirmedBy.map(({ seat, at }) => ({ what: `${labels.seatKind[seat]}确认`, at: new Date(at), remark: '—' })),
      { what: '资金到账', at: arrivedAt, remark: arrivalDocument ?? '—' },
      { what: '公布使用情况与各户分摊', at: postedAt, remark: use.postedWhere ?? '—' },
    ],
    ...{ by: names.community, on: beijingDate(postedAt ?? noticedAt ?? use.updatedAt) },
  };
  const frame = tableFrame(names.estate, `应急 ${use.id.slice(0, 8)}`, `议题 ${use.issueId}`);
  return handedOut(printer, evidenceSheet(frame, sheet), input.form, '应急使用证明材料核对表');
}

interface AskedUse {
  id: string;
  form: Form;
  contact: string;
  of: 'BOARD' | 'HOMES';
  labels?: Record<string, string> | undefined;
}

/**
 * What was used and who bears it, for the board with the homes masked, or a page a home: of the table all, of an owner its own. Whoever may see the use may see
 * the board's paper, which is made from more than their own rows; what they may see is asked before.
 */
export async function printUse(
  db: Db<DeliberationDb>,
  printer: Printer,
  input: AskedUse,
  ctx: Ctx,
  rules: RuleBook,
): Promise<PrintedDocument> {
  const own = await asOwner(db, ctx);
  const found = await db.read({ ...ctx, scope: 'street' }, async (sql) => {
    const use = await seenUse(sql, input.id, own);
    if (!isPosted(use.state))
      throw new DomainError('emergency.illegal-step', { status: labels.emergencyState[use.state], action: '印制使用公示' });
    const issue = await readIssueRow(sql, use.issueId, ctx);
    return {
      ...{ use, kept: await keptPosting(sql, use) },
      ...{ names: await placeNames(sql, issue, ctx), units: await unitNames(sql, [use.applicantUnitId], ctx) },
    };
  });
  const { use, kept, names, units } = found;
  const applicant = applicantOf(use, units);
  // By the table of the day it was posted: the paper stays the same for whoever prints it later.
  const answerPeriod = limitWords(await rules.at(ctx.streetId, use.postedAt!), 'SHARE_ANSWER');
  const [frame, on] = [tableFrame(names.estate, `应急 ${use.id.slice(0, 8)}`, footOf(use, kept)), beijingDate(use.postedAt!)];
  if (input.of === 'HOMES') {
    const mine = kept.homes.filter((home) => isWithinReach(use, ctx) || isOwn(own, home));
    if (mine.length === 0) throw new DomainError('object.not-found', {});
    const pages = mine.map(({ homeId, code, lookupCode, areaHundredths, shareFen, money, lines, building, stairwell }) => ({
      label: input.labels?.[homeId] ?? homeLabel({ building, stairwell, code: code! }),
      ...{ areaHundredths, mark: markOf(lookupCode!), money: labels.ownersMoney[money!], shareFen: fen(shareFen), lines: lines! },
    }));
    return handedOut(
      printer,
      emergencyHomePages(frame, pages, { applicant, contact: input.contact, answerPeriod, on }),
      input.form,
      '应急使用分摊说明',
    );
  }
  const { emergencyCase, custodian, contractor, estimateFen, usedFen, noticedAt, confirmedBy, arrivedAt, correction, sharedBy } = use;
  const posted = {
    ...{
      estate: names.estate,
      place: names.place,
      case: emergencyCase,
      applicant,
      custodian,
      contractor: contractor!,
      sharedBy,
      noticedAt,
    },
    ...{ estimateFen: fenFromJson(estimateFen), usedFen: fenFromJson(usedFen!), arrivedAt, money: kept.money },
    confirmed: confirmedBy.map(({ seat, at }) => ({ seat: labels.seatKind[seat], at: new Date(at) })),
    correction: correction && { reason: correction.reason, beforeFen: fenFromJson(correction.beforeFen) },
    homes: maskedShares(kept.homes.map((home) => ({ ...home, lookupCode: home.lookupCode! }))).map(({ place, mark, shareFen }) => ({
      ...{ label: `${place}　＊＊＊${mark}`, amountFen: shareFen },
    })),
    units: kept.units,
    ...{ contact: input.contact, answerPeriod, postedWhere: use.postedWhere!, on },
  };
  return handedOut(printer, emergencyUseNotice(frame, posted), input.form, '应急使用公示');
}

const footOf = (use: EmergencyUseRow, { hash }: { hash: string | null }) =>
  hash === null ? `议题 ${use.issueId}` : `第${postingOf(use)}次公布　算式摘要 ${hash}`;
