import { fundFloor, labels, type fundBalanceEvents, type instalmentEvents, type PayloadOf, type worksEvents } from '@wufang/contracts';
import { fenFromJson, formatFen } from '@wufang/kernel';
import { clockText, type Draft } from './messages.js';

type Told<K extends keyof typeof worksEvents> = PayloadOf<(typeof worksEvents)[K]>;

const toAll = (unitIds: readonly string[], draft: Pick<Draft, 'kind' | 'title' | 'body' | 'subjectId'>): Draft[] =>
  unitIds.map((unitId) => ({ ...draft, unitId, role: null, seat: null }));

/**
 * A payer without a seat is reminded itself; the community, which keeps its account, hears of it beside, on the rung where the payer stands.
 * Example: 十一所 owes without a seat -> one message for the community; a seat owes -> none.
 */
export function unseatedPayerMessages(
  instalmentId: string,
  { payer, title, no, unitId, payerUnitId, kind, tell, dueAt }: PayloadOf<typeof instalmentEvents.clockFired>,
): Draft[] {
  if (payerUnitId == null || payerUnitId === unitId || !tell.includes('H')) return [];
  const when = kind === 'warning' ? `将于 ${clockText(dueAt)} 到期` : `应于 ${clockText(dueAt)} 付清，现已超时`;
  const body = `“${title}”的出资方“${payer}”没有席位，第 ${no} 笔付款${when}，请催收并登记。`;
  return toAll([unitId], { kind: 'PAYER_REMINDED', title: '无席位出资方的付款', body, subjectId: instalmentId });
}

/** A payment is late: the whole table hears of it, and that nobody else has to pay for it. */
export function lateInstalmentMessages(
  instalmentId: string,
  { unitIds, title, reason, instalmentKind }: PayloadOf<typeof instalmentEvents.late>,
): Draft[] {
  if (instalmentKind === 'REFUND')
    return toAll(unitIds, {
      kind: 'INSTALMENT_LATE',
      title: '退款逾期',
      body: `“${title}”：${reason}。请社区尽快办理。`,
      subjectId: instalmentId,
    });
  const body = `“${title}”：${reason}。下一施工阶段暂缓；未付部分不由其他各方分担，另有安排须重新议定。`;
  return toAll(unitIds, { kind: 'INSTALMENT_LATE', title: '出资逾期', body, subjectId: instalmentId });
}

/** A maintenance fund is below its floor: who has to have it topped up hears what to do, everybody else at the table that it is so. At the floor nobody hears anything. */
export function fundStatedMessages(balanceId: string, stated: PayloadOf<typeof fundBalanceEvents.fundStated>): Draft[] {
  if (!stated.isBelowFloor) return [];
  const { place, statedOn, dutyUnitId, unitIds } = stated;
  const yuan = (amountFen: string) => `¥${formatFen(fenFromJson(amountFen))}`;
  const { num, den } = fundFloor.value;
  const body = `${place}维修资金截至 ${statedOn} 余额 ${yuan(stated.balanceFen)}，不足首期应筹集金额 ${yuan(stated.firstDepositFen)} 的 ${(num * 100) / den}%，至少差 ${yuan(stated.toFloorFen)}。`;
  const draft = { kind: 'FUND_TOP_UP', title: '维修资金须续筹', subjectId: balanceId };
  return [
    ...toAll([dutyUnitId], { ...draft, body: `${body}请提出筹集维修资金的议题，由业主表决；续筹前公共收益优先补充维修资金。` }),
    ...toAll(
      unitIds.filter((unitId) => unitId !== dutyUnitId),
      { ...draft, body: `${body}由业主一方组织续筹。` },
    ),
  ];
}

/** The works are said to be done: everybody may come and look. */
export function worksFinishedMessages(worksId: string, { unitIds, title, acceptanceNo }: Told<'finished'>): Draft[] {
  const body = `“${title}”已报完工，第 ${acceptanceNo} 次验收开始。请质量监督团成员逐项检查并签字。`;
  return toAll(unitIds, { kind: 'WORKS_FINISHED', title: '待验收', body, subjectId: worksId });
}

/** Who leads the works has to mend what has failed. */
export function acceptanceFailedMessages(worksId: string, { leadUnitId, title, failedItems, dueAt }: Told<'failed'>): Draft[] {
  const body = `“${title}”验收第 ${failedItems.join('、')} 项不合格，请于 ${clockText(dueAt)} 前整改并再次报完工。`;
  return toAll([leadUnitId], { kind: 'ACCEPTANCE_FAILED', title: '验收整改', body, subjectId: worksId });
}

/** It rains: whoever sits at the table may look whether the works hold. */
export function worksRainMessages(worksId: string, { unitIds, title, dueAt }: Told<'rainCame'>): Draft[] {
  const body = `“${title}”验收后的首场雨，请于 ${clockText(dueAt)} 前到现场回看并登记。`;
  return toAll(unitIds, { kind: 'WORKS_RAIN', title: '首场雨回看', body, subjectId: worksId });
}

/** The heating is on for the first time since the works were accepted: whoever sits at the table may look whether they hold. */
export function worksHeatingMessages(worksId: string, { unitIds, title, dueAt }: Told<'heatingCame'>): Draft[] {
  const body = `“${title}”验收后首次供暖，请于 ${clockText(dueAt)} 前到现场回看（管道、暖气有无渗漏，屋内热不热）并登记。`;
  return toAll(unitIds, { kind: 'WORKS_HEATING', title: '首次供暖回看', body, subjectId: worksId });
}

/** Who led the works has to mend what a look has found. */
export function lookFailedMessages(worksId: string, { leadUnitId, title, kind, dueAt }: Told<'lookFailed'>): Draft[] {
  const body = `“${title}”${labels.worksLookKind[kind]}回看不合格，请于 ${clockText(dueAt)} 前整改，整改后再次回看。`;
  return toAll([leadUnitId], { kind: 'WORKS_LOOK_FAILED', title: '回看整改', body, subjectId: worksId });
}

export function worksSettledMessages(worksId: string, { unitIds, title }: Told<'settled'>): Draft[] {
  const body = `“${title}”已结算，各出资方的补缴与退款已列出，请核对结算说明。`;
  return toAll(unitIds, { kind: 'WORKS_SETTLED', title: '工程结算', body, subjectId: worksId });
}

export function retentionReleasedMessages(worksId: string, { unitIds, title }: Told<'released'>): Draft[] {
  const body = `“${title}”质保期满，质保金应当支付，请出资方按期付清并登记。`;
  return toAll(unitIds, { kind: 'RETENTION_RELEASED', title: '质保期满', body, subjectId: worksId });
}

/** Owners, each in their own box, hear that the settlement hangs; what their home pays more or gets back stands on their statement alone. */
export function settlementToldMessages(worksId: string, { title, where, ownerIds, accountIds = [] }: Told<'settlementTold'>): Draft[] {
  const body = `“${title}”的结算连同票据已张贴在${where}。本户应补或应退的金额，请凭分户说明上的编号和查询码查看。`;
  const draft = { kind: 'SETTLEMENT_POSTED', title: '结算已张贴', body, subjectId: worksId };
  return [...toAll(ownerIds, draft), ...accountIds.map((accountId) => ({ ...draft, accountId, unitId: null, role: null, seat: null }))];
}
