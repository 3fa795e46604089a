import { labels, type DisputeReason, type HandUpStep, type IssueOutcome, type LeadMove, type Role } from '@wufang/contracts';
import { clockText, problemMessages, type Draft } from './messages.js';

const to = {
  unit: (unitId: string) => ({ unitId, role: null, seat: null }),
  role: (role: Role) => ({ unitId: null, role, seat: null }),
};

/** Who decides on objections hears of each, with the time by which it is owed. */
export function disputeRaisedMessages(
  subjectId: string,
  { no, reason, dueAt, isBeside }: { no: string; reason: DisputeReason; dueAt: string; isBeside: boolean },
): Draft[] {
  const body = `工单 ${no} 的主办单位提出异议（${labels.disputeReason[reason]}），请于 ${clockText(dueAt)} 前审核。`;
  return (['phone_desk', 'section_chief'] as const).map((role) => ({
    ...{ kind: 'DISPUTE_RAISED', title: '派单异议待审核', body: isBeside ? `${body}紧急工单先办后议，不停办。` : body, subjectId },
    ...to.role(role),
  }));
}

/**
 * Upheld: the new lead has an order and its co-units report to it; the old lead is free of it, or goes on as one of them and is told so at once. What rests
 * (挂账, 五方共议) nobody has to accept anew. An order that was done meanwhile stays where it is.
 */
export function disputeUpheldMessages(
  subjectId: string,
  told: {
    no: string;
    fromUnitId: string;
    toUnitId: string;
    coUnitIds: readonly string[];
    movesOrder: boolean;
    isAtRest?: true | undefined;
    dueAt: string;
    isProblemOrder?: true | undefined;
  },
): Draft[] {
  const { no, fromUnitId, toUnitId, coUnitIds, movesOrder, isAtRest = false, dueAt, isProblemOrder } = told;
  const outcome = movesOrder || isAtRest ? `，已改派${coUnitIds.includes(fromUnitId) ? '；请贵单位继续协办' : ''}` : '，已记明责任单位';
  const won = {
    kind: 'DISPUTE_UPHELD',
    title: '派单异议成立',
    body: `工单 ${no} 的异议成立${outcome}。`,
    subjectId,
    ...to.unit(fromUnitId),
  };
  if (!movesOrder && !isAtRest) return [won];
  const others = coUnitIds.filter((id) => id !== fromUnitId);
  const lead = { no, leadUnitId: toUnitId, coUnitIds: others, ...(movesOrder && { dueAt }), isProblemOrder };
  return [won, ...newLeadMessages(subjectId, '异议成立后改派', lead)];
}

/**
 * An order that another unit leads from now on, with the way it came there: the new lead has it, and its co-units, new ones and those who go on, report to it.
 * Without a due time what is led rests (挂账, 五方共议): nobody has to accept it anew. The third unit that takes none of it makes a problem order.
 */
export function newLeadMessages(
  subjectId: string,
  how: string,
  told: {
    no: string;
    leadUnitId: string;
    coUnitIds?: readonly string[] | undefined;
    dueAt?: string;
    isProblemOrder?: true | undefined;
  },
): Draft[] {
  const { no, leadUnitId, coUnitIds = [], dueAt, isProblemOrder } = told;
  const owed = dueAt === undefined ? '，请查看办理情况。' : `，办理时限 ${clockText(dueAt)}。请及时签收并联系诉求人。`;
  const body = `工单 ${no} 改由贵单位主办${owed}`;
  return [
    { kind: 'ORDER_DISPATCHED', title: `新工单：${how}`, body, subjectId, ...to.unit(leadUnitId) },
    ...underNewLead(subjectId, no, coUnitIds),
    ...(isProblemOrder ? problemMessages(subjectId, '几经转手，尚无单位签收') : []),
  ];
}

function underNewLead(subjectId: string, no: string, coUnitIds: readonly string[]): Draft[] {
  const body = `工单 ${no} 的主办单位已更换，请贵单位协办，在“我的协办”中查看期限，办完向新的主办单位反馈。`;
  return coUnitIds.map((id) => ({ kind: 'ORDER_CO_UNIT', title: '协办工单：主办单位更换', body, subjectId, ...to.unit(id) }));
}

/** The table is done with an order: its lead handles it on, whether or not it has a seat there. */
export function tableEndedMessages(
  subjectId: string,
  { no, leadUnitId, outcome }: { no: string; leadUnitId: string; outcome: IssueOutcome },
): Draft[] {
  const body = `工单 ${no} 的五方共议已结束（${labels.issueOutcome[outcome]}），请继续办理，并告知诉求人。`;
  return [{ kind: 'ORDER_TABLE_ENDED', title: '五方共议结束', body, subjectId, ...to.unit(leadUnitId) }];
}

export function disputeRejectedMessages(subjectId: string, { no, leadUnitId }: { no: string; leadUnitId: string }): Draft[] {
  const body = `工单 ${no} 的异议不成立，请立即签收办理；办理时限不变。`;
  return [{ kind: 'DISPUTE_REJECTED', title: '派单异议不成立', body, subjectId, ...to.unit(leadUnitId) }];
}

/** A unit that is asked to help during handling; those of the dispatch are told with it. */
export function coUnitMessages(subjectId: string, { unitId }: { unitId: string }): Draft[] {
  const body = '主办单位请贵单位协办，请在“我的协办”中查看要求与期限，办完向主办单位反馈。';
  return [{ kind: 'ORDER_CO_UNIT', title: '加派协办', body, subjectId, ...to.unit(unitId) }];
}

/** The lead hears that a co-unit has come back. */
export function legReturnedMessages(told: { orderId: string; no: string; leadUnitId: string; outcome: 'RESULT' | 'REASON' }): Draft[] {
  const said = told.outcome === 'RESULT' ? '已反馈结果' : '未能办成，已说明原因并附阶段性报告';
  const body = `工单 ${told.no} 的协办单位${said}，请查看。`;
  return [{ kind: 'LEG_RETURNED', title: '协办反馈', body, subjectId: told.orderId, ...to.unit(told.leadUnitId) }];
}

/** The next rung of 有事您找我 takes over, and the co-units report to it; at the whistle nobody does: the chiefs hear that one is asked for (`whistleAsked`). */
export function handedUpMessages(
  subjectId: string,
  { no, toUnitId, coUnitIds, step }: { no: string; toUnitId: string; coUnitIds: readonly string[]; step: HandUpStep },
): Draft[] {
  if (step === 'WHISTLE') return [];
  const name = { kind: 'ORDER_HANDED_UP', title: `有事您找我：上交${labels.handUpStep[step]}`, subjectId };
  const body = `工单 ${no} 已上交贵单位接着办，请及时签收；首接单位仍是诉求人的联系人。`;
  return [{ ...name, body, ...to.unit(toUnitId) }, ...underNewLead(subjectId, no, coUnitIds)];
}

/** What happened to the lead's time, as its co-units and the units that were whistled are told. */
export const ofLead: Readonly<Record<LeadMove, (until: string | null) => string>> = {
  EXTENDED: () => '主办时限已延期',
  PAUSED: (until) => `主办暂停计时${until === null ? '' : `至 ${clockText(until)}`}`,
  RESUMED: () => '主办恢复计时',
  TAKEN_BACK: () => '主办已结束的暂停计时经复核不同意，所延的时间收回',
  SUSPENDED: (until) => `工单已挂账${until === null ? '' : `，${clockText(until)} 复核`}；主办时限照常计算，协办时限不变`,
  SUSPENSION_ENDED: () => '工单恢复办理，协办时限不变',
  LOWERED: () => '工单不再按紧急办理，主办时限已变',
  RAISED: () => '工单已提级，主办时限已提前',
  RECOUNTED: () => '放假安排公布后，主办时限已重新计算',
};

/** A co-unit hears that its lead's time has moved, and until when it owes its part from now on. */
export function legFollowedMessages(told: {
  orderId: string;
  no: string;
  unitId: string;
  because: LeadMove;
  dueAt: string;
  until: string | null;
}): Draft[] {
  const owed =
    told.because === 'PAUSED' ? '，协办时限一并暂停。' : `。贵单位的协办期限为 ${clockText(told.dueAt)}，请在此之前向主办单位反馈。`;
  const body = `工单 ${told.no} 的${ofLead[told.because](told.until)}${owed}`;
  return [{ kind: 'LEG_CLOCK_FOLLOWED', title: '协办时限随主办变动', body, subjectId: told.orderId, ...to.unit(told.unitId) }];
}
