import { labels, type Ctx, type MinuteItem, type PrintedDocument, type RoundQuorum } from '@wufang/contracts';
import { beijingDate, DomainError } from '@wufang/kernel';
import type { Db, RuleBook } from '@wufang/service';
import { placeNames, readIssueRow, unitNames } from '../db/names.view.js';
import type { DeliberationDb, IssueRow, RoundRow } from '../db/schema.js';
import { tableFrame } from '../documents/blocks.js';
import { handedOut, type Form } from '../documents/handed-out.js';
import { minutesDocument } from '../documents/minutes.js';
import { meetingNotice } from '../documents/notices.js';
import type { Printer } from '../documents/printer.js';
import { missingInMinutes } from '../domain/minutes.js';
import { noticeText } from '../domain/notice.js';
import { nextOfRound } from '../domain/round-states.js';
import { isHeld } from '../domain/seats.js';

/** The notice of a round (会议通知); place and contact come with the question and are kept nowhere. */
export async function printNotice(
  db: Db<DeliberationDb>,
  printer: Printer,
  rules: RuleBook,
  input: { id: string; form: Form; place: string; contact: string },
  ctx: Ctx,
): Promise<PrintedDocument> {
  const { round, issue, names, parties } = await readRound(db, input.id, ctx);
  const limits = await rules.at(ctx.streetId, round.noticedAt);
  const { no, noticeNo, startsAt, agenda, state, isEmergency, bodies } = round;
  const paying = new Set(issue.payers.map(({ seat }) => seat));
  const notice = {
    ...{ issueTitle: issue.title, roundNo: no, noticeNo, isCalledOff: state === 'CALLED_OFF', startsAt, agenda },
    ...{ place: input.place, contact: input.contact, convenedBy: names.community, on: beijingDate(round.noticedAt) },
    parties: parties.map(({ kind, seat, unit }) => ({ seat, unit, isPaying: paying.has(kind) })),
    noticeRule: isEmergency ? null : noticeText(limits, bodies),
  };
  const frame = tableFrame(names.estate, `会商 ${round.id.slice(0, 8)}`, `议题 ${issue.id}`);
  return handedOut(printer, meetingNotice(frame, notice), input.form, `会议通知-第${no}轮`);
}

/** The minutes of a round that was held (会议纪要), a draft as long as something is missing in them. */
export async function printMinutes(
  db: Db<DeliberationDb>,
  printer: Printer,
  input: { id: string; form: Form; place?: string | undefined },
  ctx: Ctx,
): Promise<PrintedDocument> {
  const { round, issue, names, parties } = await readRound(db, input.id, ctx);
  nextOfRound(round.state, 'writeMinutes');
  const { no, minuteItems, hadPlan, positions, attendance, minutesFinishedAt, closedAt, openedAt, startsAt } = round;
  const missing = missingInMinutes(minuteItems, hadPlan, positions).map((item) => labels.minuteItem[item]);
  const isFinished = minutesFinishedAt !== null;
  const written = (Object.keys(labels.minuteItem) as MinuteItem[]).flatMap((item) => {
    const body = minuteItems[item];
    return body ? [{ title: labels.minuteItem[item], body }] : [];
  });
  const minutes = {
    ...{ issueTitle: issue.title, roundNo: no, startedAt: openedAt ?? startsAt, endedAt: closedAt, place: input.place ?? null },
    ...{ chair: names.community, quorum: quorumText(round.quorum), sections: written, by: names.community },
    attendance: parties.map(({ kind, seat, unit }) => {
      const there = attendance.find((one) => one.seat === kind);
      return { seat, unit, isPresent: there !== undefined, by: there ? labels.seatRole[there.as] : '—' };
    }),
    positions: parties.flatMap(({ kind, seat, unit }) => {
      const taken = positions.find((one) => one.seat === kind);
      if (!taken) return [];
      const { position, reason, condition, medium, evidence, fileIds = [] } = taken;
      const said = [reason, condition && `条件：${condition}`].filter(Boolean).join('；');
      const scans = fileIds.length > 0 ? `（原件扫描件 ${fileIds.length} 份，存议题附件）` : '';
      const proof = evidence && medium ? `${labels.positionMedium[medium]}，${evidence}${scans}` : null;
      return [{ seat, unit, position, reason: said || '—', evidence: proof }];
    }),
    missing: isFinished || missing.length > 0 ? missing : ['定稿'],
    chainHead: { seq: round.version, hash: round.chainHash! },
    on: beijingDate(minutesFinishedAt ?? closedAt ?? openedAt ?? startsAt),
  };
  const frame = tableFrame(names.estate, `会商 ${round.id.slice(0, 8)}`, `议题 ${issue.id}`);
  return handedOut(printer, minutesDocument(frame, minutes), input.form, `会议纪要-第${no}轮`);
}

/** Example: 达到（5 方席位，须到 4 方，实到 5 方）. */
function quorumText({ held, needed, present, isMet, reasons }: RoundQuorum): string {
  return isMet ? `达到（${held} 方席位，须到 ${needed} 方，实到 ${present} 方）` : `未达到：${reasons.join('；')}`;
}

async function readRound(db: Db<DeliberationDb>, id: string, ctx: Ctx) {
  return db.read(ctx, async (sql) => {
    const round: RoundRow | undefined = await sql
      .selectFrom('rounds')
      .selectAll()
      .where('streetId', '=', ctx.streetId)
      .where('id', '=', id)
      .executeTakeFirst();
    if (!round) throw new DomainError('object.not-found', {});
    const issue = await readIssueRow(sql, round.issueId, ctx);
    return {
      round,
      issue,
      names: await placeNames(sql, issue, ctx),
      parties: partiesOf(
        issue,
        await unitNames(
          sql,
          issue.seats.map(({ unitId }) => unitId),
          ctx,
        ),
      ),
    };
  });
}

/** The seats at which somebody sits, with what stands for them on paper. */
function partiesOf({ seats }: IssueRow, names: ReadonlyMap<string, string>) {
  return seats.filter(isHeld).map(({ kind, unitId, state, isBinding }) => ({
    kind,
    seat: `${labels.seatKind[kind]}${state === 'SUBSTITUTED' ? '（替代）' : ''}`,
    unit: `${names.get(unitId ?? '') ?? '—'}${isBinding ? '' : '（意见仅供参考）'}`,
  }));
}
