import { labels, type DisputeReason, type HandUpStep, type LeadMove, type Role } from '@wufang/contracts';
import { clockText, type Draft } from './messages.js';

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

/** Upheld: the new lead has an order, the old one is free of it. An order that was done meanwhile stays where it is. */
export function disputeUpheldMessages(
  subjectId: string,
  told: { no: string; fromUnitId: string; toUnitId: string; movesOrder: boolean; dueAt: string },
): Draft[] {
  const { no, fromUnitId, toUnitId, movesOrder, dueAt } = told;
  const won = {
    kind: 'DISPUTE_UPHELD',
    title: '派单异议成立',
    body: `工单 ${no} 的异议成立${movesOrder ? '，已改派' : '，已记明责任单位'}。`,
    subjectId,
  };
  if (!movesOrder) return [{ ...won, ...to.unit(fromUnitId) }];
  const body = `工单 ${no} 改由贵单位主办，办理时限 ${clockText(dueAt)}。请及时签收并联系诉求人。`;
  return [
    { ...won, ...to.unit(fromUnitId) },
    { kind: 'ORDER_DISPATCHED', title: '新工单：异议成立后改派', body, subjectId, ...to.unit(toUnitId) },
  ];
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

/** The next rung of 有事您找我 takes over; at the whistle the section chiefs are asked to blow it. */
export function handedUpMessages(subjectId: string, { no, toUnitId, step }: { no: string; toUnitId: string; step: HandUpStep }): Draft[] {
  const name = { kind: 'ORDER_HANDED_UP', title: `有事您找我：上交${labels.handUpStep[step]}`, subjectId };
  if (step === 'WHISTLE') {
    const body = `工单 ${no} 街道科室难以解决，请研究吹哨，召集区级部门报到。`;
    return [{ ...name, body, ...to.role('section_chief') }];
  }
  return [{ ...name, body: `工单 ${no} 已上交贵单位接着办，请及时签收；首接单位仍是诉求人的联系人。`, ...to.unit(toUnitId) }];
}

/** What happened to the lead's time, as its co-units are told. */
const ofLead: Readonly<Record<LeadMove, (until: string | null) => string>> = {
  EXTENDED: () => '主办时限已延期',
  PAUSED: (until) => `主办暂停计时${until === null ? '' : `至 ${clockText(until)}`}，协办时限一并暂停`,
  RESUMED: () => '主办恢复计时',
  SUSPENDED: (until) => `工单已挂账${until === null ? '' : `，${clockText(until)} 复核`}；主办时限照常计算，协办时限不变`,
  SUSPENSION_ENDED: () => '工单恢复办理，协办时限不变',
  LOWERED: () => '工单不再按紧急办理，主办时限已变',
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
  const owed = told.because === 'PAUSED' ? '' : `贵单位的协办期限为 ${clockText(told.dueAt)}，请在此之前向主办单位反馈。`;
  const body = `工单 ${told.no} 的${ofLead[told.because](told.until)}。${owed}`;
  return [{ kind: 'LEG_CLOCK_FOLLOWED', title: '协办时限随主办变动', body, subjectId: told.orderId, ...to.unit(told.unitId) }];
}
