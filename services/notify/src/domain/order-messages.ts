import {
  classificationEvents,
  clockEvents,
  dispatchEvents,
  emergencySeats,
  incidentEvents,
  labels,
  legEvents,
  supervisionEvents,
  watchingEvents,
  type DeadlineCode,
  type EventType,
} from '@wufang/contracts';
import { widenedMessages } from './incident-messages.js';
import { clockText, type Draft } from './messages.js';
import { account, said, seat, supervisorsOf, ToldTable, unit, type Audience } from './told.js';
import { whistlesTold } from './whistle-messages.js';

/** Where people are trapped in a lift, help is called beside the maintainer (domain rules 4.6, LIFT_TRAPPED). */
const helpAt = (duties: readonly DeadlineCode[]) => (duties.includes('LIFT_TRAPPED') ? '同时拨打 119，并通知电梯维保单位。' : '');

const orders = new ToldTable();
const { tells } = orders;

tells(clockEvents.extensionAsked, ({ no, newDueAt }) => [
  said('EXTENSION_ASKED', '延期申请待审核', `工单 ${no} 申请延期至 ${clockText(newDueAt)}，请审核。`, seat('S')),
]);
tells(clockEvents.extensionGranted, ({ no, dueAt, leadUnitId }) => [
  said('EXTENSION_DECIDED', '同意延期', `工单 ${no} 的延期申请已同意，办理时限 ${clockText(dueAt)}。`, unit(leadUnitId)),
]);
tells(clockEvents.extensionRefused, ({ no, dueAt, leadUnitId }) => [
  said(
    'EXTENSION_DECIDED',
    '不同意延期',
    `工单 ${no} 的延期申请未获同意，理由见工单；办理时限仍为 ${clockText(dueAt)}。`,
    unit(leadUnitId),
  ),
]);
tells(clockEvents.suspensionAsked, ({ no, reviewOn }) => [
  said('SUSPENSION_ASKED', '挂账申请待审批', `工单 ${no} 申请挂账，复核日期 ${reviewOn}，请审批。`, seat('V')),
]);
tells(clockEvents.suspensionGranted, ({ no, reviewOn, leadUnitId }) => [
  said('SUSPENSION_DECIDED', '同意挂账', `工单 ${no} 已同意挂账，${reviewOn} 复核；办理时限照常计算。`, unit(leadUnitId)),
]);
tells(clockEvents.suspensionRefused, ({ no, leadUnitId }) => [
  said('SUSPENSION_DECIDED', '不同意挂账', `工单 ${no} 的挂账申请未获同意，理由见工单，请继续办理。`, unit(leadUnitId)),
]);
tells(clockEvents.escalationAsked, ({ no, to, leadUnitId, dueAt }) => [
  said(
    'ESCALATION_ASKED',
    '提级请求待答复',
    `工单 ${no} 的主办单位请上级研究，请于 ${clockText(dueAt)} 前答复：接手研究、给出指导意见，或说明理由不予提级。`,
    to === 'S' ? seat('S', leadUnitId) : seat(to),
  ),
]);
tells(clockEvents.escalationAnswered, ({ no, outcome, leadUnitId }) => [
  said(
    'ESCALATION_ANSWERED',
    `提级请求：${labels.escalationOutcome[outcome]}`,
    `工单 ${no} 的提级请求上级已答复，意见见工单；仍由贵单位主办，时限不变。`,
    unit(leadUnitId),
  ),
]);
tells(clockEvents.escalationEnded, ({ no, to, because, leadUnitId }) => [
  said(
    'ESCALATION_ENDED',
    '提级请求失效',
    `工单 ${no} ${because === 'DONE' ? '已办结' : '已由其他单位主办'}，提级请求不必再答复。`,
    to === 'S' ? seat('S', leadUnitId) : seat(to),
  ),
]);
tells(clockEvents.pauseStarted, ({ no, until, toReview }) =>
  toReview
    ? [
        said(
          'PAUSE_TO_REVIEW',
          '暂停计时待复核',
          `工单 ${no} 的主办单位为等待诉求人暂停计时至 ${clockText(until)}，请主办单位以外的科长复核。`,
          seat('S'),
        ),
      ]
    : [],
);
tells(clockEvents.pauseReviewed, ({ no, granted, dueAt, leadUnitId }) => [
  granted
    ? said('PAUSE_REVIEWED', '同意暂停计时', `工单 ${no} 的暂停计时经复核同意。`, unit(leadUnitId))
    : said(
        'PAUSE_REVIEWED',
        '不同意暂停计时',
        dueAt === undefined
          ? `工单 ${no} 的暂停计时经复核不同意，理由见工单；已恢复计时，已停的时间不补。`
          : `工单 ${no} 已结束的暂停计时经复核不同意，理由见工单；所延的时间收回，办理时限 ${clockText(dueAt)}。`,
        unit(leadUnitId),
      ),
]);
tells(clockEvents.transferAsked, ({ no, toUnitId, leadUnitId, answerDueAt }) => [
  said('TRANSFER_ASKED', '转办待接收', `工单 ${no} 拟转由贵单位主办，请于 ${clockText(answerDueAt)} 前答复是否接收。`, unit(toUnitId)),
  said('TRANSFER_ASKED', '工单拟转办', `工单 ${no} 拟转给其他单位；对方接收之前仍由贵单位办理，时限不变。`, unit(leadUnitId)),
]);
tells(clockEvents.transferDeclined, ({ no, leadUnitId, askedBy }) => [
  said('TRANSFER_DECLINED', '转办未接收', `工单 ${no} 的转办对方未接收，理由见工单；确须转办的，请街道领导裁定。`, account(askedBy)),
  said('TRANSFER_DECLINED', '转办未接收', `工单 ${no} 的转办对方未接收，仍由贵单位办理。`, unit(leadUnitId)),
]);
tells(classificationEvents.orderLevelRaised, ({ no, level, category, dueAt, leadUnitId, coUnitIds, duties = [] }) => {
  const what = category.at(-1) ?? '诉求';
  const title = level === 'E' ? `提级为紧急：${what}` : `工单提级：${what}`;
  const body = `工单 ${no} 提级，按“${labels.level[level]}”办理，办理时限 ${clockText(dueAt)}。${helpAt(duties)}`;
  const seats = level === 'E' ? emergencySeats.value : [];
  return [
    said('ORDER_RAISED', title, `${body}请立即处置，并告知诉求人。`, unit(leadUnitId)),
    ...coUnitIds.map((id) => said('ORDER_RAISED', title, `${body}请立即配合主办单位。`, unit(id))),
    ...seats.map((which) => said('ORDER_EMERGENCY', title, `${body}请掌握处置进展。`, seat(which))),
    said('ORDER_RAISED', title, `${body}请督促处置。`, seat('S', leadUnitId)),
  ];
});
tells(classificationEvents.orderDangerConfirmed, ({ no, category, leadUnitId, coUnitIds, duties, by }) => {
  const title = `确认紧急情形：${category.at(-1) ?? '诉求'}`;
  const body = `工单 ${no} ${by === 'UNIT' ? '现场报告' : '经确认'}有人被困，请立即处置。${helpAt(duties)}`;
  const told = (to: Audience) => said('ORDER_DANGER', title, body, to);
  return [...[leadUnitId, ...coUnitIds].map((id) => told(unit(id))), ...emergencySeats.value.map((which) => told(seat(which)))];
});
tells(classificationEvents.orderCategoryCorrected, ({ no, category, leadUnitId, added, ended }) => {
  const named = (codes: typeof added) => codes.map((code) => labels.deadlineCode[code]).join('、');
  const changed = [added.length > 0 && `另计时限：${named(added)}`, ended.length > 0 && `不再计：${named(ended)}`].filter(Boolean);
  const body = `工单 ${no} 的分类更正为“${category.join('/')}”，主办单位和级别不变。${changed.length > 0 ? `${changed.join('；')}。` : ''}${helpAt(added)}`;
  return [said('ORDER_CATEGORY', '工单分类更正', body, unit(leadUnitId))];
});
tells(supervisionEvents.hardMarked, ({ no, leadUnitId, isTakenUp, takeUpDueAt }) => {
  if (isTakenUp) return [];
  const by = takeUpDueAt === undefined ? '请尽快由科长领办' : `请于 ${clockText(takeUpDueAt)} 前由科长领办`;
  return [said('HARD_ORDER', '疑难工单待领办', `工单 ${no} 列为疑难，${by}；没有科长领办的不能办结。`, seat('S', leadUnitId))];
});
tells(supervisionEvents.takenUp, ({ no, leadUnitId }) =>
  no === undefined || leadUnitId === undefined
    ? []
    : [said('ORDER_TAKEN_UP', '科长领办', `工单 ${no} 已由科长领办，主办单位不变，请与其对接。`, unit(leadUnitId))],
);
tells(supervisionEvents.claimed, ({ no, leadUnitId, unitId }) =>
  unitId === leadUnitId
    ? []
    : [said('ORDER_CLAIMED', '工单已被认领', `工单 ${no} 已有单位揭榜认领，主办单位不变，请与其商定办法。`, unit(leadUnitId))],
);
tells(supervisionEvents.claimWithdrawn, ({ no, leadUnitId, unitId }) =>
  no === undefined || leadUnitId === undefined || unitId === leadUnitId
    ? []
    : [said('ORDER_CLAIM_WITHDRAWN', '认领已退回', `工单 ${no} 的认领单位已退回认领，理由见工单，请继续办理。`, unit(leadUnitId))],
);
tells(supervisionEvents.supervisorsInvited, ({ no, communityId }) => [
  said('SUPERVISOR_INVITED', '请您监督', `请跟进工单 ${no}，看什么写在工单里；可以写意见、附照片。`, supervisorsOf(communityId)),
]);
tells(supervisionEvents.commented, ({ no, leadUnitId }) =>
  no === undefined || leadUnitId === undefined
    ? []
    : [
        said('SUPERVISOR_COMMENT', '特约监督员意见', `特约监督员对工单 ${no} 写了意见，请查看并改进。`, unit(leadUnitId)),
        said('SUPERVISOR_COMMENT', '特约监督员意见', `特约监督员对工单 ${no} 写了意见，请督促。`, seat('S', leadUnitId)),
      ],
);
tells(supervisionEvents.taskDropped, ({ unitId }) => [
  said('TASK_DROPPED', '交办任务取消', '交办给贵单位的一项任务已取消，理由见任务，不必再办。', unit(unitId)),
]);
tells(supervisionEvents.taskDelivered, ({ entrustedBy, leadUnitId, unitId }) => {
  const body = '一项交办任务已完成，依据见任务。';
  return [
    ...(entrustedBy === undefined ? [] : [said('TASK_DELIVERED', '交办任务完成', body, account(entrustedBy))]),
    ...(leadUnitId === undefined || leadUnitId === unitId ? [] : [said('TASK_DELIVERED', '交办任务完成', body, unit(leadUnitId))]),
  ];
});
tells(watchingEvents.dutyRelieved, ({ title, turns }) => {
  const now = turns.at(-1);
  if (title === undefined || now === undefined) return [];
  const when = `${clockText(now.from)} 至 ${clockText(now.until)}`;
  const before = turns.at(-2);
  return [
    said('DUTY_RELIEVED', `替班：${title}`, `由您当班，${when}。`, account(now.accountId)),
    ...(before === undefined || before.accountId === now.accountId || before.until !== now.from
      ? []
      : [said('DUTY_RELIEVED', `替班：${title}`, `${clockText(now.from)} 起由他人替班，您不再当班。`, account(before.accountId))]),
  ];
});
tells(supervisionEvents.supervisionReplied, ({ no, orderId, issuedBy }) => [
  {
    ...said('SUPERVISION_REPLIED', '督办已回复', `工单 ${no} 的督办已回复，请审核：销号或退回。`, issuedBy ? account(issuedBy) : seat('V')),
    subjectId: orderId,
  },
]);
tells(supervisionEvents.supervisionLifted, ({ no, orderId, leadUnitId }) => [
  { ...said('SUPERVISION_ENDED', '督办销号', `工单 ${no} 的督办已销号。`, unit(leadUnitId)), subjectId: orderId },
]);
tells(supervisionEvents.supervisionRevoked, ({ no, orderId, leadUnitId }) => [
  { ...said('SUPERVISION_ENDED', '督办撤销', `工单 ${no} 的督办已撤销，不必再回复。`, unit(leadUnitId)), subjectId: orderId },
]);
tells(legEvents.legWaived, ({ no, orderId, unitId }) => [
  { ...said('LEG_WAIVED', '免去协办', `工单 ${no} 的主办单位已免去贵单位的协办，不必再反馈。`, unit(unitId)), subjectId: orderId },
]);
tells(dispatchEvents.closed, ({ no, leadUnitId, offersSweep }) =>
  offersSweep && no !== undefined
    ? [said('SWEEP_OFFERED', '举一反三', `工单 ${no} 已结案，请看有没有相像的地点要排查（工单页“举一反三”）。`, seat('S', leadUnitId))]
    : [],
);
tells(dispatchEvents.gridChecked, ({ gridCheck, leadUnitId }) =>
  gridCheck === 'NOT_DONE'
    ? [said('GRID_NOT_DONE', '网格核实未办到位', '单位报称办结的工单，网格核实没有办到位，已退回重办，请督促。', seat('S', leadUnitId))]
    : [],
);
tells(incidentEvents.incidentDismissed, ({ calledOff }) =>
  (calledOff?.unitIds ?? []).map((id) =>
    said(
      'INCIDENT_CALLED_OFF',
      `突发事件撤销：${calledOff!.title}`,
      `经核实不作为突发事件处置，并入的 ${calledOff!.demands} 件工单改为单独派单；已告知居民的，请转告（${calledOff!.homes} 户）。`,
      unit(id),
    ),
  ),
);
tells(incidentEvents.incidentLeadChanged, ({ title, homes, fromUnitId, leadUnitId }) => [
  said('INCIDENT_LEAD', `突发事件改由贵单位牵头：${title}`, `涉及 ${homes} 户。请接替处置，按时通报。`, unit(leadUnitId)),
  said('INCIDENT_LEAD', `突发事件更换牵头单位：${title}`, '已改由其他单位牵头，请交接现场情况。', unit(fromUnitId)),
]);
tells(incidentEvents.incidentWidened, (widened, id) => widenedMessages({ id, ...widened }));
tells(watchingEvents.orderRainCame, ({ no, leadUnitId, dueAt }) => [
  said(
    'ORDER_RAIN',
    '已宣布降雨：排水工单',
    `工单 ${no} 属排水事项，降雨期间请于 ${clockText(dueAt)} 前到场处置并签到。`,
    unit(leadUnitId),
  ),
]);

/**
 * Who hears of a fact that asks somebody to decide, or answers who has asked (domain rules 4.5 and 4.6: whoever has to act is told when it begins to be owed, whoever
 * waits for an answer when it is given). Words name order numbers and times, never people or what they wrote.
 * Example: more time is asked for -> the section chiefs; refused -> the unit that leads.
 */
export function toldMessages(type: string, payload: unknown, id: string): Draft[] {
  return [...orders.messages(type, payload, id), ...whistlesTold.messages(type, payload, id)];
}

/** The facts of which somebody hears by these tables. */
export const toldEvents: readonly EventType[] = [...orders.events, ...whistlesTold.events];

/**
 * Another unit leads an order: the one that had it sends nobody any more, and who asked for it hears that it was taken over. Who goes on as a co-unit hears as the
 * others do that the lead is another (`newLeadMessages`).
 */
export function handedOverMessages(
  subjectId: string,
  told: { no: string; fromUnitId: string; coUnitIds?: readonly string[] | undefined; askedBy?: string | undefined },
): Draft[] {
  const { no, fromUnitId, coUnitIds = [], askedBy } = told;
  const over = said('ORDER_HANDED_OVER', '工单已转办', `工单 ${no} 已转由其他单位主办，请勿另行派人。`, unit(fromUnitId));
  return [
    ...(coUnitIds.includes(fromUnitId) ? [] : [{ subjectId, ...over }]),
    ...(askedBy === undefined
      ? []
      : [{ subjectId, ...said('TRANSFER_ACCEPTED', '转办已接收', `工单 ${no} 的转办对方已接收。`, account(askedBy)) }]),
  ];
}
