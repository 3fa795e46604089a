import { randomUUID } from 'node:crypto';
import { dispatch, eventTypes, intake, labels, notify, type DeadlineCode, type Message, type TimelineEntry } from '@wufang/contracts';
import type { Session } from '../client.js';
import type { DemoStreet } from './demo-street.js';
import { clockOf, coUnitsReturn, nameOf, openCallback, orderOf, stateReached, step } from './roof-leak.js';
import type { Story } from './story.js';

type Seat = 'S' | 'V' | 'T' | 'R';

/**
 * A heating main bursts: nobody gives the resident word within two hours, and the breach climbs the chain, seat by seat (domain rules 4.6,
 * EMERG_FEEDBACK: the section chief after 60 minutes, the deputy leader after 90, the top leader at the breach, the district an hour later).
 */
export async function burstMain(story: Story, street: DemoStreet): Promise<void> {
  const desk = await street.actor('phone_desk', '市民诉求处置中心');
  const heating = await street.actor('department_handler', '热力集团');
  const chief = await street.actor('section_chief', '城乡建设办公室');
  const leader = await street.actor('street_leader', '青云街道');
  const inspector = await street.actor('inspector');
  const callbackDesk = await street.actor('callback_desk', '市民诉求处置中心');

  const receipt = await desk.call(intake.receiveDemand, {
    id: randomUUID(),
    channel: 'PHONE_DESK',
    demandType: 'HELP',
    category: ['水电气热', '供暖', '大面积停暖'],
    title: '供暖主管爆裂，大面积停暖',
    content: '小区供暖主管爆裂，热水外溢，多栋楼停暖，家里有老人。',
    callerName: '李建国',
    callerPhone: '13900005678',
    place: { communityId: street.estate.communityId, estateId: street.estate.id, point: street.estate.name },
  });
  story.hold(receipt.level === 'E', '供暖主管爆裂定为紧急');
  story.tell('电话受理员', `接到来电，编号 ${receipt.no}，${labels.level[receipt.level]}级：${receipt.message}`);

  const order = await orderOf(story, heating, receipt.id, receipt.no);
  story.hold(order.leadUnitId === street.units.get('热力集团')?.id, '派给热力集团');
  const full = await heating.call(dispatch.getWorkOrder, { id: order.id });
  const feedback = full.clocks.find(({ code }) => code === 'EMERG_FEEDBACK');
  story.hold(feedback !== undefined, '紧急反馈时限在走');
  const limit = (Date.parse(feedback.dueAt) - Date.parse(feedback.startedAt)) / 1000;
  story.tell('系统', `派给 ${nameOf(street, order.leadUnitId)}，须在两小时内向居民反馈（此街道按 ${limit.toFixed(0)} 秒计）`);
  await step(story, '热力集团经办人', '签收，抢修队出发，却没有给居民回话', heating.call(dispatch.accept, { id: order.id }));

  const told = new Map<Seat, Message>();
  const hears = async (seat: Seat, who: string, as: Session) => {
    const message = await story.until(
      `${who}收到紧急反馈的消息`,
      async () => {
        const { messages } = await as.call(notify.listMessages, { subjectId: order.id, limit: 200 });
        return messages.filter((one) => one.seat === seat && one.title.includes(labels.deadlineCode.EMERG_FEEDBACK)).at(-1);
      },
      60_000,
    );
    told.set(seat, message);
    story.tell(who, `收到“${message.title}”：${message.body}`);
  };
  await hears('S', '科长', chief);
  await hears('V', '主管领导', leader);
  await hears('T', '主要领导', leader);
  await hears('R', '区（监督员代看）', inspector);
  const times = (['S', 'V', 'T', 'R'] as const).map((seat) => Date.parse(told.get(seat)!.createdAt));
  story.hold(
    times.every((time, i) => i === 0 || time >= times[i - 1]!),
    '逐级上报：科长、主管领导、主要领导、区',
  );
  story.hold(told.get('S')!.kind === 'CLOCK_WARNING' && told.get('T')!.kind === 'CLOCK_BREACH', '到期前提醒，到期后上报');
  story.hold(times[2]! >= Date.parse(feedback.dueAt), '没有一条超时消息早于时限');

  const word = '供暖主管已关阀抢修，预计今晚恢复，已为老人送去电暖器。';
  await step(
    story,
    '热力集团经办人',
    `首次联系居民`,
    heating.call(dispatch.recordFirstContact, { id: order.id, measure: '关阀抢修，更换破损管段' }),
  );
  await step(story, '热力集团经办人', `反馈：${word}`, heating.call(dispatch.giveFeedback, { id: order.id, publicText: word }));
  const late = (await heating.call(dispatch.getWorkOrder, { id: order.id })).clocks.find(({ code }) => code === 'EMERG_FEEDBACK');
  story.hold(late?.isOverdue === true, '反馈时限如实显示为超时');
  await coUnitsReturn(story, street, order.id);
  const result = '爆裂管段已更换，各楼恢复供暖，室温回升至 20 度。';
  const done = heating.call(dispatch.complete, { id: order.id, publicText: result, evidence: '抢修记录、测温表' });
  await step(story, '热力集团经办人', `办结：${result}`, done);

  const callback = await openCallback(story, callbackDesk, order.id);
  await callbackDesk.call(intake.recordCallback, { id: callback.id, contacted: true, solved: true, satisfaction: 'BASICALLY_SATISFIED' });
  story.tell('回访员', '居民答：联系过，已解决，基本满意');
  const closed = await stateReached(story, heating, order.id, 'CLOSED_SOLVED');
  story.tell('系统', `结案：${labels.workOrderState[closed.state]}`);

  const { timeline } = await inspector.call(dispatch.getWorkOrder, { id: order.id });
  story.tell('监督员', '工单经过：');
  for (const entry of timeline) story.tell('', entryLine(entry));
  const { messages } = await inspector.call(notify.listMessages, { subjectId: order.id, limit: 200 });
  story.tell('监督员', '各席位收到的消息：');
  for (const { createdAt, seat, title } of [...messages].reverse()) {
    if (seat) story.tell('', `${clockOf(createdAt)} ${labels.chainSeat[seat]}：${title}`);
  }
}

/** Example: `22:22:04 时限提醒或超时：紧急反馈（到期）`. */
function entryLine({ at, type, publicText, facts }: TimelineEntry): string {
  const what = eventTypes.find((event) => event.type === type)?.summary ?? type;
  const duty = labels.deadlineCode[facts['code'] as DeadlineCode];
  const stage = { warning: '提醒', breach: '到期', after: '到期之后' }[facts['kind'] as 'warning' | 'breach' | 'after'];
  const more = publicText ?? (duty && stage ? `${duty}（${stage}）` : undefined);
  return `${clockOf(at)} ${what}${more ? `：${more}` : ''}`;
}
