import { randomUUID } from 'node:crypto';
import { dispatch, intake, labels, legs, registry, type CallbackView, type WorkOrderView } from '@wufang/contracts';
import { toIsoBeijing } from '@wufang/kernel';
import { Session } from '../client.js';
import type { DemoStreet } from './demo-street.js';
import type { Story } from './story.js';

const phone = '13800001234';

/** A roof leaks: from the QR code in the stairwell to a satisfied callback and the resident who looks it up. */
export async function roofLeak(story: Story, street: DemoStreet): Promise<void> {
  const resident = Session.nobody(street.operator.url);
  const firm = await street.actor('firm_manager', '远征物业');
  const callbackDesk = await street.actor('callback_desk', '市民诉求处置中心');

  const registered = await street.operator.call(registry.createPlace, {
    id: randomUUID(),
    name: `${street.estate.name}${street.building.name}1单元门口`,
    buildingId: street.building.id,
    stairwell: '1单元',
  });
  const place = await resident.call(registry.getPlace, { streetId: street.id, code: registered.code });
  story.hold(place.estateId === street.estate.id && place.communityName !== null, '扫码得到小区和社区');
  story.tell(
    '居民',
    `扫码 ${place.code}，地点已填好：${place.communityName} ${place.estateName} ${street.building.name} ${place.stairwell}`,
  );

  const receipt = await resident.call(intake.receivePublicDemand, {
    streetId: street.id,
    id: randomUUID(),
    placeCode: place.code,
    demandType: 'COMPLAINT',
    category: ['物业管理', '房屋维修', '房屋漏雨渗水'],
    title: '顶层漏雨',
    content: '昨夜下雨，顶层过道屋面漏雨，墙皮脱落，请尽快维修。',
    callerName: '王秀兰',
    callerPhone: phone,
  });
  story.tell('居民', `提交诉求，编号 ${receipt.no}：${receipt.message}`);

  const order = await orderOf(story, firm, receipt.id, receipt.no);
  story.hold(order.leadUnitId === street.estate.firmId, '派给小区的物业公司');
  story.hold(order.place.buildingId === street.building.id, '工单带着扫码的楼栋');
  story.tell(
    '系统',
    `派给 ${nameOf(street, order.leadUnitId)}${coUnits(street, order)}，${labels.level[order.level]}级，${minuteOf(order.dueAt)} 前办结：${order.decision.reason}`,
  );

  await step(story, '物业项目经理', '签收', firm.call(dispatch.accept, { id: order.id }));
  await step(
    story,
    '物业项目经理',
    '电话联系居民',
    firm.call(dispatch.recordFirstContact, { id: order.id, note: '约定上午查看', measure: '查看屋面，修补防水层' }),
  );
  await step(story, '物业项目经理', '到现场', firm.call(dispatch.checkIn, { id: order.id, point: `${street.building.name}1单元顶层` }));
  const found = '已到现场查看，屋面防水层开裂，今日安排修补。';
  await step(story, '物业项目经理', `反馈：${found}`, firm.call(dispatch.giveFeedback, { id: order.id, publicText: found }));
  await coUnitsReturn(story, street, order.id);
  const result = '屋面防水已修补，淋水试验不渗漏，墙面已粉刷。';
  const done = firm.call(dispatch.complete, { id: order.id, publicText: result, evidence: '淋水试验记录、修补前后照片' });
  const completed = await step(story, '物业项目经理', `办结：${result}`, done);
  story.hold(completed.state === 'COMPLETED', '办结后等待回访');

  const callback = await openCallback(story, callbackDesk, order.id);
  await callbackDesk.call(intake.recordCallback, { id: callback.id, contacted: true, solved: true, satisfaction: 'SATISFIED' });
  story.tell('回访员', '居民答：联系过，已解决，满意');
  const closed = await stateReached(story, firm, order.id, 'WATCHING');
  story.tell('系统', `结案：${labels.workOrderState[closed.state]}`);

  const seen = await story.until('居民查到“已解决”', async () => {
    const tracked = await resident.call(intake.track, { streetId: street.id, no: receipt.no, phoneTail: phone.slice(-4) });
    return tracked.state === 'CLOSED_SOLVED' ? tracked : undefined;
  });
  story.hold(
    seen.timeline.some(({ text }) => text.includes(result)),
    '居民看到办理结果',
  );
  story.tell('居民', `凭编号和手机号后四位查询：${seen.stateText}`);
  for (const { at, text } of seen.timeline) story.tell('', `${clockOf(at)} ${text}`);
}

/** The order a demand became, as its lead unit sees it. */
export function orderOf(story: Story, lead: Session, demandId: string, no: string): Promise<WorkOrderView> {
  return story.until(`诉求 ${no} 已派单`, async () => {
    const { workOrders } = await lead.call(dispatch.listWorkOrders, { no });
    return workOrders.find((order) => order.demandId === demandId);
  });
}

/** Each co-unit reports to the lead, who may complete only then (条例第十四条). */
export async function coUnitsReturn(story: Story, street: DemoStreet, orderId: string): Promise<void> {
  const { legs: all } = await street.operator.call(dispatch.getWorkOrder, { id: orderId });
  for (const { id: legId, unitId, state } of all) {
    if (state !== 'OPEN' || legId === orderId) continue;
    const unit = nameOf(street, unitId);
    const coUnit = await street.actor('rights_unit_rep', unit);
    const answer = { outcome: 'RESULT' as const, report: '已到场配合并确认', evidence: '配合记录' };
    await coUnit.call(legs.returnLeg, { id: orderId, legId, ...answer });
    story.tell(unit, '协办完毕，已向主办单位反馈');
  }
}

export function openCallback(story: Story, desk: Session, orderId: string): Promise<CallbackView> {
  return story.until('产生回访任务', async () => {
    const { callbacks } = await desk.call(intake.listCallbacks, { orderId, state: 'OPEN' });
    return callbacks.find(({ cause }) => cause === 'COMPLETED') ?? callbacks[0];
  });
}

export function stateReached(story: Story, who: Session, id: string, state: WorkOrderView['state']): Promise<WorkOrderView> {
  return story.until(`工单成为“${labels.workOrderState[state]}”`, async () => {
    const order = await who.call(dispatch.getWorkOrder, { id });
    return order.state === state ? order : undefined;
  });
}

export async function step(story: Story, who: string, what: string, doing: Promise<WorkOrderView>): Promise<WorkOrderView> {
  const order = await doing;
  story.tell(who, what);
  return order;
}

export const nameOf = (street: DemoStreet, unitId: string) => [...street.units.values()].find(({ id }) => id === unitId)?.name ?? unitId;
const coUnits = (street: DemoStreet, { coUnitIds }: WorkOrderView) =>
  coUnitIds.length === 0 ? '' : `（${coUnitIds.map((id) => nameOf(street, id)).join('、')}协办）`;
/** Beijing time of an instant, to the minute. */
export const minuteOf = (iso: string) => toIsoBeijing(new Date(iso)).slice(0, 16).replace('T', ' ');
/** Beijing time of day, to the second. */
export const clockOf = (iso: string) => toIsoBeijing(new Date(iso)).slice(11, 19);
