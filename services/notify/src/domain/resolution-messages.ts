import { labels, type ChainSeat, type commitmentEvents, type issueEvents, type PayloadOf, type resolutionEvents } from '@wufang/contracts';
import { fenFromJson, formatFen } from '@wufang/kernel';
import { toEach } from './issue-messages.js';
import { audienceOf, clockText, type Draft } from './messages.js';

type Told<K extends keyof typeof resolutionEvents> = PayloadOf<(typeof resolutionEvents)[K]>;

const yuan = (amountFen: string) => `¥${formatFen(fenFromJson(amountFen))}`;

/** Each party whose signature is needed is asked for it, with what it pays; who pays another amount than in the version before hears that too. */
export function drawnMessages(resolutionId: string, { title, no, signers, affected, dueAt }: Told<'drawn'>): Draft[] {
  const until = dueAt === null ? '' : `，请于 ${clockText(dueAt)} 前签署`;
  return signers.flatMap(({ seat, unitId, pays, amountFen }) => {
    const share = pays ? `，本方出资 ${yuan(amountFen)}` : '';
    const changed = affected.includes(seat) ? '与前一版相比本方金额有变，请重新核对。' : '';
    const body = `“${title}”第 ${no} 版决议待${labels.seatKind[seat]}签署${share}${until}。${changed}`;
    return toEach([unitId], { kind: 'SIGNATURE_ASKED', title: '请签署决议', body, subjectId: resolutionId });
  });
}

/** Seats that need not sign hear that a resolution lies there; those that do are asked by what was drawn. */
export function laidMessages({ resolutionId, no, title, unitIds = [] }: PayloadOf<typeof issueEvents.resolutionLaid>): Draft[] {
  if (no === undefined || title === undefined) return [];
  const body = `“${title}”第 ${no} 版决议已交各方签署；贵单位不需签署，可以查阅全文。`;
  return toEach(unitIds, { kind: 'RESOLUTION_LAID', title: '决议交各方签署', body, subjectId: resolutionId });
}

/** A party hears that a later resolution no longer asks for what it had promised. */
export function supersededCommitmentMessages(commitmentId: string, { no, unitId }: PayloadOf<typeof commitmentEvents.superseded>): Draft[] {
  const body = `后一版决议已经生效，原决议承诺事项第 ${no} 项不再要求完成，交办任务随之取消。`;
  return toEach([unitId], { kind: 'COMMITMENT_SUPERSEDED', title: '承诺事项不再要求完成', body, subjectId: commitmentId });
}

/** The clock of signing warns or has run out: those who have not signed, each by name of its seat, and whoever else the stage tells. */
export function signatureMissingMessages(resolutionId: string, missing: Told<'signatureMissing'>): Draft[] {
  const { kind, tell, no, seats, unitIds, dueAt } = missing;
  const what = `${missing.title === undefined ? '' : `“${missing.title}”`}第 ${no} 版决议`;
  const isOver = kind !== 'warning';
  const when = isOver ? `签署时限 ${clockText(dueAt)} 已过` : `签署时限为 ${clockText(dueAt)}`;
  const title = isOver ? '逾期未签署' : '尚未签署';
  const draft = { kind: isOver ? 'SIGNATURE_LATE' : 'SIGNATURE_DUE', title, subjectId: resolutionId };
  const who = seats.map((seat) => labels.seatKind[seat]).join('、');
  return tell.flatMap((seat): Draft[] =>
    seat === 'H'
      ? toEach(unitIds, { ...draft, body: `${what}尚待贵单位签署，${when}。${isOver ? '请立即签署或者书面说明理由。' : '请按时签署。'}` })
      : [{ ...draft, ...audienceOf(seat as ChainSeat, null), body: `${what}尚未签署：${who}；${when}。` }],
  );
}

/** Everybody at the table hears that it is signed by all, and that what was promised begins. */
export function signedMessages(resolutionId: string, { title, no, totalFen, commitments, unitIds }: Told<'signed'>): Draft[] {
  const total = totalFen === null ? '' : `，总额 ${yuan(totalFen)}`;
  const promised = commitments.length === 0 ? '' : `${commitments.length} 项承诺事项即日起计时。`;
  const body = `“${title}”第 ${no} 版决议各方已全部签署${total}，开始执行。${promised}`;
  return toEach(unitIds, { kind: 'RESOLUTION_SIGNED', title: '决议已全部签署', body, subjectId: resolutionId });
}

/** A version is void: who was asked for a signature is not any more. */
export function voidedMessages(resolutionId: string, { no, reason, unitIds }: Told<'voided'>): Draft[] {
  const body = `第 ${no} 版决议已作废（${reason}），原有签署一并作废；有新的一版时另行通知。`;
  return toEach(unitIds, { kind: 'RESOLUTION_VOID', title: '决议作废', body, subjectId: resolutionId });
}
