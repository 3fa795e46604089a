import { labels, type ChainSeat, type LeaderListKind, type SupervisionState, type TaskSource } from '@wufang/contracts';
import { audienceOf, clockText, type Draft } from './messages.js';

const toUnit = (unitId: string) => ({ unitId, role: null, seat: null });

/** What a summoned unit hears of the whistle: the time to answer, the meeting, and until when its result is owed. */
export function summonedMessages(told: {
  whistleId: string;
  unitId: string;
  level: string;
  respondDueAt: string;
  resultDueAt?: string | undefined;
  meetingAt: string | null;
}): Draft[] {
  const meeting = told.meetingAt === null ? '' : `现场会商时间 ${clockText(told.meetingAt)}，请到场签到。`;
  const result = told.resultDueAt === undefined ? '' : `请于 ${clockText(told.resultDueAt)} 前反馈结果。`;
  return [
    {
      ...{ kind: 'WHISTLE', title: told.level === 'E' ? '紧急吹哨' : '街道吹哨', subjectId: told.whistleId },
      body: `请于 ${clockText(told.respondDueAt)} 前报到。${meeting}${result}`,
      ...toUnit(told.unitId),
    },
  ];
}

/** Where a task comes from, as the unit hears it. */
const taskFrom: Readonly<Record<TaskSource, string>> = {
  WHISTLE: '吹哨会商交办一项任务',
  MEETING: '调度会交办一项任务',
  COMMITMENT: '贵单位在协商决议中承诺的一项任务已生效',
};

/** A unit has something to do, and until when; the order it is about it can open. */
export function taskMessages(taskId: string, told: { source: TaskSource; unitId: string; dueAt: string }): Draft[] {
  const body = `${taskFrom[told.source]}，请于 ${clockText(told.dueAt)} 前完成并附依据。`;
  return [{ kind: 'TASK', title: '交办任务', body, subjectId: taskId, ...toUnit(told.unitId) }];
}

/** The lead hears that it owes a reply, to a first supervision or after one was sent back. */
export function supervisionMessages(told: { orderId: string; no: string; leadUnitId: string; dueAt: string }): Draft[] {
  const body = `工单 ${told.no} 已列入督办，请于 ${clockText(told.dueAt)} 前回复。办理时限不变。`;
  return [{ kind: 'SUPERVISION', title: '督办', body, subjectId: told.orderId, ...toUnit(told.leadUnitId) }];
}

/** The order came to another lead with a supervision that waits for its reply: the new lead owes it, by the time it had. What is answered tells nobody. */
export function supervisionHandedOverMessages(told: Parameters<typeof supervisionMessages>[0] & { state: SupervisionState }): Draft[] {
  if (told.state !== 'OWED') return [];
  const body = `工单 ${told.no} 转来时已列入督办，改由贵单位回复，请于 ${clockText(told.dueAt)} 前回复。督办时限不因转办改变。`;
  return [{ kind: 'SUPERVISION', title: '督办：主办单位更换', body, subjectId: told.orderId, ...toUnit(told.leadUnitId) }];
}

/** An urging reaches the handler and those of the clock's next stage at once, each seat one time. */
export function urgeMessages(
  orderId: string,
  told: { no: string; leadUnitId: string; by: 'COMPLAINANT' | 'STREET'; urges: number; tell: readonly string[]; dueAt: string },
): Draft[] {
  const who = told.by === 'COMPLAINANT' ? '诉求人' : '街道';
  const body = `${who}催办工单 ${told.no}（第 ${told.urges} 次），办理时限 ${clockText(told.dueAt)}，请抓紧办理并反馈。`;
  return told.tell.map((seat) => ({
    ...{ kind: 'URGE', title: '催办', body, subjectId: orderId },
    ...audienceOf(seat as ChainSeat, told.leadUnitId),
  }));
}

/** A list is there to be read by those it is made for. */
export function leaderListMessages(
  listId: string,
  made: { kind: LeaderListKind; to: string; total: { overdue: number; problem: number } },
): Draft[] {
  const body = `截至 ${clockText(made.to)}：超时 ${made.total.overdue} 件，问题工单 ${made.total.problem} 件。`;
  const title = labels.leaderListKind[made.kind];
  return [{ kind: 'LEADER_LIST', title, body, subjectId: listId, unitId: null, role: 'street_leader', seat: null }];
}
