import { emergencySeats, labels, seatStandIns, type ChainSeat, type DeadlineCode, type Level, type Role } from '@wufang/contracts';

/** A message somebody is owed: to a unit, to everyone in a role, to a seat of the breach chain outside the house, or to one account. */
export interface Draft {
  kind: string;
  title: string;
  body: string;
  subjectId: string | null;
  /** Whom it is told to; with seat S, the unit whose chief it is told to. */
  unitId: string | null;
  role: Role | null;
  seat: ChainSeat | null;
  accountId?: string;
}

const to = {
  unit: (unitId: string) => ({ unitId, role: null, seat: null }),
  role: (role: Role) => ({ unitId: null, role, seat: null }),
};

/** Told to an account alone. */
const nobodys = { unitId: null, role: null, seat: null };

/**
 * Who sits where on the breach chain (domain rules 4.6): the handler's unit, the section chief of the unit concerned, the street's leaders, the district, the two
 * desks, and the section chiefs for who leads the grid workers, until the seat is held. Where the unit has no chief of its own, every chief of the street hears
 * (`messages.view.ts`). The district has no account here; its message waits for the person who passes it on.
 */
export function audienceOf(seat: ChainSeat, leadUnitId: string | null): Pick<Draft, 'unitId' | 'role' | 'seat'> {
  const roles: Partial<Record<ChainSeat, Role>> = seatStandIns.value;
  if (seat === 'H' && leadUnitId !== null) return { unitId: leadUnitId, role: null, seat };
  if (seat === 'S') return { unitId: leadUnitId, role: roles.S ?? null, seat };
  return { unitId: null, role: roles[seat] ?? null, seat };
}

const DAY = 86_400_000;

/** Beijing wall clock of an instant, for a sentence; the end of a day is its 24:00. Examples: 2026-11-18T16:00:00Z -> 11月18日 24:00; a minute later -> 11月19日 00:01. */
export function clockText(iso: string): string {
  const beijing = Date.parse(iso) + 8 * 3_600_000;
  const isMidnight = beijing % DAY === 0;
  const at = new Date(isMidnight ? beijing - 1 : beijing).toISOString();
  if (isMidnight) return `${Number(at.slice(5, 7))}月${Number(at.slice(8, 10))}日 24:00`;
  return `${Number(at.slice(5, 7))}月${Number(at.slice(8, 10))}日 ${at.slice(11, 16)}`;
}

/**
 * A new order reaches its lead and its co-units; a small repair who looks after the building (社区快修); an emergency, in words of its own, the duty officer and the leader in charge as well (`emergencySeats`).
 * Where people are trapped in a lift, each is told to call 119 and the maintainer too (domain rules 4.6, LIFT_TRAPPED).
 */
export function dispatchedMessages(order: {
  id: string;
  no: string;
  level: Level;
  category: readonly string[];
  decision: { duties?: readonly DeadlineCode[] | undefined };
  dueAt: string;
  leadUnitId: string;
  coUnitIds: readonly string[];
  inChargeId?: string | undefined;
  quickFixBy?: string | undefined;
}): Draft[] {
  const what = order.category.at(-1) ?? '诉求';
  const [isEmergency, isTrapped] = [order.level === 'E', order.decision.duties?.includes('LIFT_TRAPPED') ?? false];
  const body = `工单 ${order.no}（${what}）办理时限 ${clockText(order.dueAt)}。`;
  const help = isTrapped ? '同时拨打 119，并通知电梯维保单位。' : '';
  const title = (ordinary: string) => `${isEmergency ? '紧急' : ''}${ordinary}：${what}`;
  const draft = (kind: string, ordinary: string, ask: string, audience: Pick<Draft, 'unitId' | 'role' | 'seat'>): Draft => ({
    ...{ kind, title: title(ordinary), body: `${body}${ask}${help}`, subjectId: order.id },
    ...audience,
  });
  const seats: readonly ChainSeat[] = isEmergency ? emergencySeats.value : [];
  const lead = isEmergency ? '请立即签收、赶到现场，并联系诉求人。' : '请及时签收并联系诉求人。';
  return [
    draft('ORDER_DISPATCHED', isEmergency ? '工单' : '新工单', lead, to.unit(order.leadUnitId)),
    ...order.coUnitIds.map((unitId) => draft('ORDER_CO_UNIT', '协办工单', '请配合主办单位。', to.unit(unitId))),
    ...seats.map((seat) => ({
      ...draft('ORDER_EMERGENCY', '工单', '已派单，请掌握处置进展。', audienceOf(seat, null)),
      ...(seat === 'V' && order.inChargeId !== undefined && { accountId: order.inChargeId }),
    })),
    ...(order.quickFixBy === undefined
      ? []
      : [
          {
            ...draft('ORDER_QUICK_FIX', '社区快修', '是您管片的楼，能当场修好的请先修，并告诉主办单位。', nobodys),
            accountId: order.quickFixBy,
          },
        ]),
  ];
}

/**
 * What was sent out as an emergency is none: its lead hears by when it owes the matter from now on. Nothing where the time for it no longer ran, or the fact
 * is of a time when it did not say whose and which order.
 */
export function loweredMessages(
  subjectId: string,
  told: { no?: string | undefined; leadUnitId?: string | undefined; phase: string; level: Level; oldDueAt: string; dueAt: string },
): Draft[] {
  const { no, leadUnitId } = told;
  if (told.phase === 'OVER' || no === undefined || leadUnitId === undefined) return [];
  const due = `办理时限改为 ${clockText(told.dueAt)}（原 ${clockText(told.oldDueAt)}）`;
  const body = `工单 ${no} 经核实不属紧急情形，按“${labels.level[told.level]}”办理，${due}。`;
  return [{ kind: 'ORDER_LOWERED', title: '工单降级', body, subjectId, ...to.unit(leadUnitId) }];
}

/** What its end says of a clock that ends by itself: nobody is late. */
const goesOnByItself: Partial<Record<DeadlineCode, [title: string, says: string]>> = {
  REVIEW: ['挂账复核日期已到', '挂账已到复核日期，恢复办理，请接着办理并告知诉求人。'],
  PAUSE_END: ['暂停计时期满', '暂停计时已期满，恢复计时，请接着办理。'],
  BODY_TERM_END: ['业主组织任期届满', '任期已届满，请督促换届并登记结果。'],
  SERVICE_END: ['应急物业服务到期', '期限已到，请登记结束，或由业主确定物业服务人。'],
};

/** One message for each seat that is told when a clock warns or runs out; what will be done, and by whom, is asked for where nobody has written it down. */
export function clockMessages(fired: {
  subjectId: string;
  no: string | null;
  code: string;
  kind: string;
  tell: readonly string[];
  dueAt: string;
  leadUnitId: string | null;
  about?: string | undefined;
  lacksMeasure?: boolean | undefined;
}): Draft[] {
  const duty = labels.deadlineCode[fired.code as DeadlineCode] ?? fired.code;
  const name = fired.about === undefined ? (fired.no === null ? '' : `工单 ${fired.no} 的`) : `${fired.about}的`;
  const ends = fired.kind === 'warning' ? undefined : goesOnByItself[fired.code as DeadlineCode];
  const [title, body] = ends
    ? [ends[0], `${name}${ends[1]}`]
    : fired.kind === 'warning'
      ? [
          `时限提醒：${duty}`,
          `${name}“${duty}”将于 ${clockText(fired.dueAt)} 到期，请抓紧办理。${fired.lacksMeasure ? '台账里还没有写明措施、责任人和时限，请即填写。' : ''}`,
        ]
      : [`已超时：${duty}`, `${name}“${duty}”应于 ${clockText(fired.dueAt)} 完成，现已超时，请立即处理并督办。`];
  return fired.tell.map((seat) => ({
    kind: `CLOCK_${fired.kind.toUpperCase()}`,
    title,
    body,
    subjectId: fired.subjectId,
    ...audienceOf(seat as ChainSeat, fired.leadUnitId),
  }));
}

export function callbackMessages(opened: { orderId: string; cause: string }): Draft[] {
  const why = opened.cause === 'DUE' ? '办理时限已到' : '单位已办结';
  return [
    { kind: 'CALLBACK_OPENED', title: '回访任务', body: `${why}，请回访诉求人。`, subjectId: opened.orderId, ...to.role('callback_desk') },
  ];
}

/** An order that was sent back is its unit's again, unless another one takes it over at once and hears of that; the third rework reaches chief and leaders. */
export function reworkMessages(order: {
  id: string;
  leadUnitId: string;
  toUnitId?: string | undefined;
  reworks: number;
  isProblemOrder: boolean;
  because?: 'CALLBACK' | 'GRID_CHECK' | undefined;
  dueAt: string;
}): Draft[] {
  const why = order.because === 'GRID_CHECK' ? '网格核实没有办到位' : '诉求人反映未解决';
  const drafts: Draft[] = [];
  if (order.toUnitId === undefined) {
    drafts.push({
      kind: 'ORDER_REWORK',
      title: '退回重办',
      body: `${why}，第 ${order.reworks} 次重办，请于 ${clockText(order.dueAt)} 前办结。`,
      subjectId: order.id,
      ...to.unit(order.leadUnitId),
    });
  }
  if (order.isProblemOrder) drafts.push(...problemMessages(order.id, `已重办 ${order.reworks} 次仍未解决`));
  return drafts;
}

/** An order has become a problem order (问题工单): chief and leaders hear why. */
export function problemMessages(subjectId: string, why: string): Draft[] {
  const body = `${why}，列为问题工单，请提级研究。`;
  return (['section_chief', 'street_leader'] as const).map((role) => ({
    ...{ kind: 'PROBLEM_ORDER', title: '问题工单', body, subjectId },
    ...to.role(role),
  }));
}
