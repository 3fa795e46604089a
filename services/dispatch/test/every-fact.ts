import { randomUUID } from 'node:crypto';
import {
  classificationEvents,
  clocks,
  deliberating,
  dispatch,
  disputes,
  incidents,
  intakeEvents,
  issueEvents,
  legs,
  supervision,
  watching,
  type Category,
} from '@wufang/contracts';
import { eventually, type Caller, type ServiceUnderTest } from '@wufang/testing';
import { expect } from '@jest/globals';
import { dayAfter } from './moving-time.js';
import { aDemand, answer, forward, heating, idOf, leadOf, leaking, noWhere, photoOf, returnLegs, stateOf } from './street.js';

const words = '材料推迟到货，到货后两天内施工';
const reason = '屋面防水材料到货推迟';

/**
 * Orders of a street to which, among them, every fact happens that moves a clock: those of chance alone would leave some out. Answers their ids. The street has
 * the sample directory.
 */
export async function everyFact(sut: ServiceUnderTest, streetId: string): Promise<string[]> {
  const at = (caller: Caller): Caller => ({ ...caller, streetId });
  const [chief, leader, desk] = [at({ role: 'section_chief' }), at({ role: 'street_leader' }), at({ role: 'phone_desk' })];
  const see = (id: string) => sut.ok(dispatch.getWorkOrder, { id }, at({ role: 'administrator' }));
  const leadNow = async (id: string) => at({ ...leadOf(''), unitIds: [(await see(id)).leadUnitId] });
  const sent = (part: Parameters<typeof forward>[1] = {}) => forward(sut, part, streetId);
  const taken = async (id: string) => {
    const lead = await leadNow(id);
    await sut.ok(dispatch.accept, { id }, lead);
    await sut.ok(dispatch.recordFirstContact, { id }, lead);
    return lead;
  };
  const done = async (id: string) => {
    await returnLegs(sut, id, streetId);
    await sut.ok(dispatch.complete, { id, publicText: words, evidence: '现场照片' }, await leadNow(id));
  };

  // Handled with every kind of more time, looked at and sent back, done again and solved.
  const whole = await sent({ category: leaking });
  const id = whole.orderId;
  const lead = await taken(id);
  await sut.ok(dispatch.checkIn, { id, point: '三号楼门前' }, lead);
  await sut.ok(dispatch.giveFeedback, { id, publicText: words }, lead);
  await sut.ok(dispatch.reportProgress, { id, publicText: words }, lead);
  const decided = { id, reason, publicText: words };
  for (const granted of [false, true]) {
    await sut.ok(clocks.askExtension, { id, reason, dueOn: dayAfter((await see(id)).dueAt, 2) }, lead);
    await sut.ok(clocks.decideExtension, { ...decided, granted }, chief);
  }
  await sut.ok(clocks.askEscalation, { id, reason }, lead);
  await sut.ok(clocks.answerEscalation, { id, outcome: 'GUIDED', answer: '请产权单位共同到场，先做临时防水' }, leader);
  await sut.ok(clocks.askEscalation, { id, reason }, lead);
  for (const granted of [false, true]) {
    await sut.ok(clocks.askSuspension, { id, ground: 'FUNDS', reason, reviewOn: dayAfter((await see(id)).dueAt, 1) }, lead);
    await sut.ok(clocks.decideSuspension, { ...decided, granted }, leader);
  }
  await sut.ok(clocks.endSuspension, { id, publicText: words }, lead);
  await sut.ok(clocks.startPause, { id, kind: 'WAITING_FOR_COMPLAINANT', reason, publicText: words }, lead);
  await sut.ok(clocks.endPause, { id }, lead);
  await sut.ok(clocks.reviewPause, { id, granted: true, reason }, chief);
  await sut.ok(deliberating.deliberateOrder, { id, problem: '屋面漏雨涉及多个产权单位，单个单位无法解决', publicText: words }, chief);
  await sut.tell(
    issueEvents.issueEnded,
    {
      tableId: randomUUID(),
      estateId: idOf('南岗里一区'),
      outcome: 'REJECTED',
      orderIds: [id],
      title: '屋面漏雨',
      at: new Date().toISOString(),
    },
    { aggregateId: randomUUID(), version: 1, streetId },
  );
  await stateOf(sut, id, 'HANDLING');
  await done(id);
  await sut.ok(dispatch.verifyAtPlace, { id, isDone: false, seen: '屋面仍在渗水', photoIds: [] }, chief);
  await sut.ok(dispatch.accept, { id }, lead);
  await done(id);
  await answer(sut, whole, {}, streetId);
  await stateOf(sut, id, 'CLOSED_SOLVED');

  // Objected to in vain, then with reason; handed over.
  const argued = (await sent()).orderId;
  for (const isRight of [false, true]) {
    const reason = isRight ? ('OTHER_UNIT_IN_CHARGE' as const) : ('NOT_OUR_DUTY' as const);
    const objection = { id: argued, reason, text: '屋面漏雨应由产权单位办理', photoIds: [idOf('photo')] };
    const { id: disputeId } = await sut.ok(disputes.raiseDispute, objection, await leadNow(argued));
    const ruling = { id: argued, disputeId, text: '已核对权属与职责' };
    if (isRight) await sut.ok(disputes.upholdDispute, { ...ruling, leadUnitId: idOf('城乡建设办公室') }, desk);
    else await sut.ok(disputes.rejectDispute, ruling, desk);
  }
  await sut.ok(clocks.transfer, { id: argued, leadUnitId: idOf('综合行政执法队'), reason }, leader);

  // Hard, taken up and given up again, no longer hard; asked to be handed over, which is declined; found to be dangerous.
  const endangered = await sent();
  const hard = endangered.orderId;
  await sut.ok(supervision.markHard, { id: hard, isHard: true, reason }, leader);
  await sut.ok(supervision.takeUp, { id: hard }, { ...chief, accountId: 'chief' });
  await sut.ok(supervision.giveUp, { id: hard, reason }, leader);
  await sut.ok(supervision.markHard, { id: hard, isHard: false, reason }, leader);
  await sut.ok(clocks.transfer, { id: hard, leadUnitId: idOf('综合行政执法队'), reason }, chief);
  const offered = at({ ...leadOf('综合行政执法队'), scope: 'concerned' });
  await sut.ok(clocks.declineTransfer, { id: hard, reason }, offered);
  await sut.ok(dispatch.raiseLevel, { id: hard, level: 'E', reason }, desk);
  // Looked at: people are trapped in a lift; and what it is about is set right.
  const { no } = endangered.payload;
  const looked = (version: number) => ({ aggregateId: endangered.demandId, version, streetId });
  const now = new Date().toISOString();
  await sut.tell(classificationEvents.levelConfirmed, { no, orderId: hard, confirmedAt: now, duties: ['LIFT_TRAPPED'] }, looked(3));
  const lift: Category = ['物业管理', '公共设施', '电梯故障'];
  const right = { no, orderId: hard, oldCategory: leaking, category: lift, title: '电梯故障', changedAt: now };
  await sut.tell(classificationEvents.categoryChanged, { ...right, oldDuties: [], duties: ['LIFT_OUT'] }, looked(4));
  await eventually(async () => expect((await see(hard)).category).toEqual(lift));

  // No rule fits it, and the centre assigns it on.
  const assigned = (await sent({ category: ['无此类', '无此类', '无此类'], place: noWhere })).orderId;
  await sut.ok(dispatch.assign, { id: assigned, leadUnitId: idOf('民生保障办公室'), reason }, desk);

  // An emergency that is none, of a limit that rests on the calendar.
  const early = await sent({ level: 'E' });
  await sut.tell(
    classificationEvents.levelLowered,
    { no: early.payload.no, orderId: early.orderId, level: 'N', reason: '来电人说是抽烟', loweredAt: new Date().toISOString() },
    { aggregateId: early.demandId, version: 3, streetId },
  );
  await eventually(async () => expect((await see(early.orderId)).level).toBe('N'));

  // It begins to rain while drainage is open.
  const wet = (await sent({ level: 'U', category: ['水电气热', '排水', '污水外溢'] })).orderId;
  await sut.ok(watching.declareRain, {}, desk);
  await sut.ok(watching.endRain, {}, desk);

  // Heating that is sent back, by the limit of its level.
  const cold = await sent({ level: 'U', category: heating });
  // Its photo of the place comes after the step.
  const [site, photoId] = [await taken(cold.orderId), randomUUID()];
  await sut.ok(dispatch.checkIn, { id: cold.orderId, point: '锅炉房', photoId }, site);
  await photoOf(sut, cold.demandId, 3, photoId, streetId);
  await done(cold.orderId);
  await answer(sut, cold, { solved: false, satisfaction: 'DISSATISFIED' }, streetId);
  await stateOf(sut, cold.orderId, 'REWORK');

  // Part of an incident, since it was received within the hour before; and taken out again.
  const part = (await sent({ level: 'U', category: heating })).orderId;
  const { leadUnitId } = await see(part);
  const incident = {
    id: randomUUID(),
    title: '供暖管线停暖',
    category: heating.slice(0, 2),
    leadUnitId,
    publicText: '正在抢修，预计明早恢复',
  };
  await sut.ok(incidents.openIncident, { ...incident, scope: [{ estateId: idOf('南岗里一区') }] }, desk);
  await sut.ok(incidents.detachOrder, { id: incident.id, orderId: part, reason: '与停暖无关' }, desk);

  // 有事您找我: the firm hands up to the community.
  const from = dayAfter(new Date(), 0);
  const ladder = [{ step: 'FIRM' as const }, { step: 'SECTION' as const, unitId: idOf('城乡建设办公室') }];
  const pilot = {
    from,
    estateIds: [idOf('南岗里一区')],
    channels: ['QR' as const],
    categories: [],
    levels: ['U' as const, 'N' as const, 'C' as const],
  };
  await sut.ok(legs.publishHandUpPilot, { ...pilot, ladder, source: '有事您找我试点方案' }, at({ role: 'administrator' }));
  const scanned = (await sent({ channel: 'QR' })).orderId;
  await sut.ok(legs.handUp, { id: scanned, reason: '屋面大修物业无力承担', publicText: words }, await leadNow(scanned));

  // What is asked of the next higher level is still to be answered when the calendar comes.
  await sut.ok(clocks.askEscalation, { id: scanned, reason }, await leadNow(scanned));

  // Out of an earlier system.
  const old = aDemand();
  const { forwardedAt: _, ...facts } = old.payload;
  await sut.tell(
    intakeEvents.demandImported,
    { ...facts, leadUnitId: null, dueAt: new Date(Date.now() + 5 * 86_400_000).toISOString(), completedAt: null, callback: null },
    { aggregateId: old.demandId, version: 1, streetId },
  );
  await stateOf(sut, old.orderId, 'HANDLING');
  return [id, argued, hard, assigned, early.orderId, wet, cold.orderId, part, scanned, old.orderId];
}
