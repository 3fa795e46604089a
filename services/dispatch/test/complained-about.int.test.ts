import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  clocks,
  dispatch,
  disputes,
  incidents,
  intakeEvents,
  supervision,
  watching,
  type Category,
  type DirectoryRow,
} from '@wufang/contracts';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { dispatchParts } from '../src/parts.js';
import {
  aDemand,
  administrator,
  answer,
  forward,
  heating,
  history,
  idOf,
  leadOf,
  nangangli,
  openStreet,
  returnLegs,
  stateOf,
} from './street.js';
import { travelTo } from './time-travel.js';

let sut: ServiceUnderTest;
const chief: Caller = { role: 'section_chief', accountId: 'chief' };
const firmId = idOf('远征物业');
const row = (id: string, category: string[], unit: string): DirectoryRow => ({
  ...{ id, category, lead: { kind: 'UNIT', unitId: idOf(unit) }, communityMayLead: false, source: '测试目录' },
});
const rows = [row('estate', ['物业管理'], '远征物业'), row('heating', ['水电气热'], '热力集团')];

beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  await travelTo(sut, '2026-11-09T10:00+08:00');
  await openStreet(sut);
  await sut.ok(dispatch.publishDirectory, { rows }, administrator);
}, 120_000);
afterAll(() => sut?.stop());

describe('a complaint about the unit that the directory names', () => {
  test('is led by the unit over it, and neither handed over nor given to it after an objection', async () => {
    const { orderId: id } = await forward(sut, { aboutUnitId: firmId });
    const sent = await sut.ok(dispatch.getWorkOrder, { id }, administrator);
    expect(sent).toMatchObject({ leadUnitId: idOf('青云街道'), aboutUnitId: firmId });
    expect(sent.coUnitIds).toContain(firmId);
    expect(sent.decision.reason).toContain('此件投诉的正是远征物业，应当回避，改由青云街道主办');
    expect(await sut.refused(clocks.transfer, { id, leadUnitId: firmId, reason: '请物业办理' }, chief)).toBe('work-order.complained-about');

    const raised = await sut.ok(
      disputes.raiseDispute,
      { id, reason: 'OTHER_UNIT_IN_CHARGE', text: '物业服务合同第三条写明由物业办理' },
      leadOf('青云街道', { role: 'department_handler' }),
    );
    const upheld = { id, disputeId: raised.id, text: '改由他处办理' };
    expect(await sut.refused(disputes.upholdDispute, { ...upheld, leadUnitId: firmId }, chief)).toBe('work-order.complained-about');
    await sut.ok(disputes.upholdDispute, { ...upheld, leadUnitId: idOf('城乡建设办公室') }, chief);
    expect(await sut.ok(dispatch.getWorkOrder, { id }, administrator)).toMatchObject({ leadUnitId: idOf('城乡建设办公室') });
  });

  test('waits at the demand centre where no rule fits, and is not assigned to it', async () => {
    const { orderId: id } = await forward(sut, { category: ['其他', '其他', '其他'], aboutUnitId: firmId });
    const to = { id, coUnitIds: [], reason: '属其管理范围' };
    expect(await sut.refused(dispatch.assign, { ...to, leadUnitId: firmId }, administrator)).toBe('work-order.complained-about');
    await sut.ok(dispatch.assign, { ...to, leadUnitId: idOf('城乡建设办公室') }, administrator);
  });

  test('is kept from it by the dry run too', async () => {
    const id = randomUUID();
    await sut.ok(dispatch.openDraft, { id, title: '供暖改由物业' }, administrator);
    const { orderId } = await forward(sut, { category: heating, aboutUnitId: firmId });
    const byFirm = row('heating', ['水电气热'], '远征物业');
    await sut.ok(dispatch.editDraft, { id, edits: [{ op: 'replace', row: byFirm }] }, administrator);
    const { moves } = await sut.ok(dispatch.dryRunDraft, { id }, administrator);
    const { no } = await sut.ok(dispatch.getWorkOrder, { id: orderId }, administrator);
    expect(moves.filter(({ examples }) => examples.includes(no)).map(({ from, to }) => [from, to])).toEqual([['热力集团', '青云街道']]);
  });

  test('is no part of the incident that the unit leads, neither by itself nor by hand; a community whose list the matter is not on leads none', async () => {
    const open = (leadUnitId: string, estate: string, category: string[]) => ({
      ...{ id: randomUUID(), title: '供热管线漏水停暖', category, leadUnitId, scope: [{ estateId: idOf(estate) }] },
      publicText: '正在抢修，预计明早恢复',
    });
    const noHeat = open(idOf('热力集团'), '南岗里一区', ['水电气热', '供暖']);
    await sut.ok(incidents.openIncident, noHeat, chief);
    const cold = await forward(sut, { category: heating, aboutUnitId: idOf('热力集团') });
    const result = async (incidentId: string, orderId: string) =>
      (await sut.ok(incidents.attachOrders, { id: incidentId, orderIds: [orderId] }, chief)).results;
    expect(await result(noHeat.id, cold.orderId)).toEqual([
      { orderId: cold.orderId, attached: false, code: 'work-order.complained-about' },
    ]);
    const seen = await sut.ok(dispatch.getWorkOrder, { id: cold.orderId }, administrator);
    expect(seen).toMatchObject({ state: 'DISPATCHED', leadUnitId: idOf('青云街道') });
    // About the firm it is attached by hand as any other.
    const leak = await forward(sut, { aboutUnitId: firmId });
    expect(await result(noHeat.id, leak.orderId)).toEqual([{ orderId: leak.orderId, attached: true, code: null }]);

    const noWater: Category = ['水电气热', '供水', '停水水压低'];
    const byCommunity = open(idOf('云台路社区'), '云台路甲3号院', noWater.slice(0, 2));
    expect(await sut.refused(incidents.openIncident, byCommunity, chief)).toBe('work-order.community-not-lead');
    await sut.ok(incidents.restore, { id: noHeat.id, publicText: '已经恢复，如仍有问题请再来电' }, chief);
  });

  test('named while it was part of an incident, it does not get the order back when that is taken out again', async () => {
    const { orderId } = await forward(sut);
    const burst = {
      ...{ id: randomUUID(), title: '水管爆裂', category: ['物业管理', '房屋维修'], leadUnitId: idOf('自来水集团') },
      ...{ scope: [{ estateId: idOf('云台路甲3号院') }], publicText: '正在抢修，预计今晚恢复' },
    };
    await sut.ok(incidents.openIncident, burst, chief);
    await sut.ok(incidents.attachOrders, { id: burst.id, orderIds: [orderId] }, chief);
    await sut.ok(dispatch.nameComplainedAbout, { id: orderId, unitId: firmId, reason: '来电补充：投诉的是物业' }, chief);
    await sut.ok(incidents.detachOrder, { id: burst.id, orderId, reason: '与爆管无关' }, chief);
    const order = await sut.ok(dispatch.getWorkOrder, { id: orderId }, administrator);
    expect(order).toMatchObject({ state: 'DISPATCHED', leadUnitId: idOf('青云街道') });
    expect(order.coUnitIds[0]).toBe(firmId);
    expect(order.decision.reason).toContain('应当回避');
    expect((await history(sut, orderId)).at(-1)!.payload).toMatchObject({ leadUnitId: idOf('青云街道') });
    expect(order.legs.filter(({ unitId, state }) => unitId === firmId && state === 'OPEN')).toHaveLength(1);
    await sut.ok(incidents.restore, { id: burst.id, publicText: '已经修好，恢复供水' }, chief);
  });

  test('of two incidents that fit a demand it becomes part of the one whose lead may have it', async () => {
    const about = { category: ['水电气热', '供暖'], scope: [{ estateId: idOf('南岗里一区') }], publicText: '正在抢修，预计明早恢复' };
    const earlier = { ...about, id: randomUUID(), title: '供热主管线漏水', leadUnitId: idOf('热力集团') };
    const later = { ...about, id: randomUUID(), title: '换热站停电', leadUnitId: idOf('供电公司') };
    for (const one of [earlier, later]) await sut.ok(incidents.openIncident, one, chief);
    const { orderId, demandId, payload } = aDemand({ category: heating, aboutUnitId: idOf('热力集团') });
    const { title: _, orderId: __, forwardedAt: ___, ...received } = payload;
    await sut.tell(intakeEvents.demandReceived, received, { aggregateId: demandId, version: 1 });
    await sut.tell(intakeEvents.demandForwarded, payload, { aggregateId: demandId, version: 2 });
    await eventually(async () =>
      expect(await sut.rows('select incident_id, lead_unit_id, state from work_orders where id = $1', [orderId])).toEqual([
        { incident_id: later.id, lead_unit_id: idOf('供电公司'), state: 'HANDLING' },
      ]),
    );
    for (const { id } of [earlier, later]) await sut.ok(incidents.restore, { id, publicText: '已经恢复，如仍有问题请再来电' }, chief);
  });

  test('is neither claimed by the unit nor taken up by its section chief', async () => {
    const aboutUnitId = idOf('城乡建设办公室');
    const { orderId: id } = await forward(sut, { aboutUnitId });
    await sut.admin.query('update work_orders set is_problem_order = true, reworks = 3 where id = $1', [id]);
    const itsChief: Caller = { ...chief, accountId: 'its-chief', unitIds: [aboutUnitId] };
    expect(await sut.refused(supervision.takeUp, { id }, itsChief)).toBe('work-order.complained-about');
    await sut.ok(supervision.takeUp, { id }, chief);
    const claim = { id, unitId: aboutUnitId, plan: '组织专班解决' };
    expect(await sut.refused(supervision.claimOrder, claim, itsChief)).toBe('work-order.complained-about');
    const office: Caller = { role: 'department_handler', unitIds: [idOf('民生保障办公室')] };
    await sut.ok(supervision.claimOrder, { ...claim, unitId: idOf('民生保障办公室') }, office);
  });

  test('once solved is not looked at again by somebody of the unit, though it assisted', async () => {
    const lead = leadOf('青云街道', { role: 'department_handler' });
    const demand = await forward(sut, { aboutUnitId: firmId, place: nangangli });
    const { orderId: id } = demand;
    await sut.ok(dispatch.accept, { id }, lead);
    await sut.ok(dispatch.recordFirstContact, { id }, lead);
    await returnLegs(sut, id);
    await sut.ok(dispatch.complete, { id, publicText: '屋面防水已经修好', evidence: '维修单' }, lead);
    await answer(sut, demand);
    await stateOf(sut, id, 'CLOSED_SOLVED');
    await travelTo(sut, '2026-11-15T10:00+08:00');
    const look = (await sut.ok(watching.listWatchChecks, { orderId: id }, chief)).checks.find(({ kind }) => kind === 'T7');
    const passed = { id: look!.id, passed: true, note: '屋面没有再漏' };
    expect(await sut.refused(watching.recordWatchCheck, passed, leadOf('远征物业', { scope: 'concerned' }))).toBe('check.complained-about');
    await sut.ok(watching.recordWatchCheck, passed, leadOf('南岗里社区', { role: 'community_worker', scope: 'concerned' }));
  });
});

describe('what becomes of a complaint about a unit of the street', () => {
  const aboutUnitId = idOf('城乡建设办公室');
  const lead = leadOf('远征物业');
  const date = (days: number) => new Date(Date.parse('2026-11-15') + days * 86_400_000).toISOString().slice(0, 10);
  /** Its section chief; one who belongs to it in another capacity; its leader. */
  const theirs: [string, Caller][] = [
    ['its section chief', { role: 'section_chief', accountId: 'its-chief', unitIds: [aboutUnitId] }],
    ['a leader who is a handler there', { role: 'street_leader', accountId: 'leader-2', otherUnitIds: [aboutUnitId] }],
  ];
  const leader: Caller = { role: 'street_leader', accountId: 'leader' };
  const handled = async (): Promise<string> => {
    const { orderId: id } = await forward(sut, { aboutUnitId, receivedAt: '2026-11-15T09:00:00+08:00', place: nangangli });
    await sut.ok(dispatch.accept, { id }, lead);
    await sut.ok(dispatch.recordFirstContact, { id }, lead);
    await returnLegs(sut, id);
    return id;
  };
  const refusedOf = (operation: Parameters<typeof sut.refused>[0], input: object) =>
    Promise.all(theirs.map(([, as]) => sut.refused(operation, input as never, as)));
  const kept = theirs.map(() => 'work-order.own-complaint');

  test('more time is neither granted nor refused by its own people; by others it is', async () => {
    const id = await handled();
    await sut.ok(clocks.askExtension, { id, reason: '材料要从外地调来', dueOn: date(10) }, lead);
    const decision = { id, reason: '材料确需外地调拨', publicText: '材料正在调拨，办理时限顺延' };
    for (const granted of [true, false]) expect(await refusedOf(clocks.decideExtension, { ...decision, granted })).toEqual(kept);
    await sut.ok(clocks.decideExtension, { ...decision, granted: true }, chief);

    await sut.ok(clocks.askSuspension, { id, ground: 'FUNDS', reason: '大修资金尚未到位', reviewOn: date(30) }, lead);
    for (const granted of [true, false]) expect(await refusedOf(clocks.decideSuspension, { ...decision, granted })).toEqual(kept);
    await sut.ok(clocks.decideSuspension, { ...decision, granted: false }, leader);

    const pause = { id, kind: 'PUBLICITY', reason: '法定公示期间', publicText: '公示期间暂停计时', until: `${date(9)}T00:00:00+08:00` };
    expect(await refusedOf(clocks.startPause, pause)).toEqual(kept);
  });

  test('who handles it, how it is supervised and that it stays unsolved is not theirs to say', async () => {
    const id = await handled();
    expect(await refusedOf(clocks.transfer, { id, leadUnitId: idOf('民生保障办公室'), reason: '请民生办办理' })).toEqual(kept);
    await sut.admin.query('update work_orders set is_problem_order = true, reworks = 3 where id = $1', [id]);
    expect(await refusedOf(dispatch.closeUnsolved, { id, publicText: '经多次办理仍未解决，特此说明' })).toEqual(kept);

    const order = { id, demand: '请三日内说明进展' };
    expect(await refusedOf(supervision.superviseOrder, { ...order, trigger: 'INSTRUCTION' })).toEqual(kept);
    const supervised = await sut.ok(supervision.superviseOrder, { ...order, trigger: 'INSTRUCTION' }, leader);
    await sut.ok(supervision.replyToSupervision, { id: supervised.id, reply: '材料已到，本周施工' }, lead);
    expect(await refusedOf(supervision.sendBackSupervision, { ...order, id: supervised.id })).toEqual(kept);
    expect(await refusedOf(supervision.liftSupervision, { id: supervised.id })).toEqual(kept);
    expect(await refusedOf(supervision.revokeSupervision, { id: supervised.id, reason: '不再需要' })).toEqual(kept);
    await sut.ok(supervision.liftSupervision, { id: supervised.id }, chief);
  });

  test('an objection to its dispatch, and where it goes from the demand centre, is not theirs to decide', async () => {
    const { orderId: id } = await forward(sut, { aboutUnitId, receivedAt: '2026-11-15T09:00:00+08:00' });
    const raised = await sut.ok(disputes.raiseDispute, { id, reason: 'OTHER_UNIT_IN_CHARGE', text: '合同写明由他处办理' }, lead);
    const decided = { id, disputeId: raised.id, text: '经核情况属实' };
    expect(await refusedOf(disputes.upholdDispute, { ...decided, leadUnitId: idOf('民生保障办公室') })).toEqual(kept);
    expect(await refusedOf(disputes.rejectDispute, decided)).toEqual(kept);
    await sut.ok(disputes.rejectDispute, decided, chief);

    const { orderId: lost } = await forward(sut, { aboutUnitId, category: ['其他', '其他', '其他'] });
    const to = { id: lost, leadUnitId: idOf('民生保障办公室'), coUnitIds: [], reason: '属其职责' };
    expect(await refusedOf(dispatch.assign, to)).toEqual(kept);
    await sut.ok(dispatch.assign, to, chief);
  });

  test('nor do they make it part of an incident', async () => {
    const { orderId } = await forward(sut, { aboutUnitId, category: heating });
    const incident = {
      ...{ id: randomUUID(), title: '南岗里停暖', category: heating.slice(0, 2), leadUnitId: idOf('热力集团') },
      ...{ scope: [{ estateId: idOf('南岗里一区') }], publicText: '正在抢修，预计明早恢复' },
    };
    await sut.ok(incidents.openIncident, incident, chief);
    const [[, itsChief]] = theirs as [[string, Caller]];
    const { results } = await sut.ok(incidents.attachOrders, { id: incident.id, orderIds: [orderId] }, itsChief);
    expect(results).toEqual([{ orderId, attached: false, code: 'work-order.own-complaint' }]);
  });
});

describe('a unit that comes out to be complained about after the dispatch', () => {
  const lead = leadOf('远征物业');
  const phone: Caller = { role: 'phone_desk', accountId: 'desk' };
  const reason = '诉求人来电说明，投诉的是物业本身';
  const named = (id: string, unitId: string | null, as: Caller = phone) => sut.ok(dispatch.nameComplainedAbout, { id, unitId, reason }, as);

  test('no longer leads: the unit over it takes over with the time that is left, it assists, and the reason stands in no fact', async () => {
    const { orderId: id } = await forward(sut, { place: nangangli });
    await sut.ok(dispatch.accept, { id }, lead);
    const before = await sut.ok(dispatch.getWorkOrder, { id }, administrator);
    const after = await named(id, firmId);
    expect(after).toMatchObject({ aboutUnitId: firmId, leadUnitId: idOf('青云街道'), state: 'DISPATCHED', dueAt: before.dueAt });
    expect(after.coUnitIds).toEqual([firmId, ...before.coUnitIds]);
    // The hand-over tells them; the naming does not tell them again.
    expect((await history(sut, id)).find(({ type }) => type === 'complained-about-named')!.payload).not.toHaveProperty('coUnitIds');
    expect(after.decision.reason).toBe('此件投诉的正是远征物业，应当回避，改由青云街道主办、远征物业协办。');
    expect((await history(sut, id)).slice(-2).map(({ type }) => type)).toEqual(['complained-about-named', 'transferred']);
    expect(JSON.stringify(await history(sut, id))).not.toContain(reason);
    // Whoever handles it reads why, and who is complained about does not: the reason may tell who complains.
    const readBy = async (as: Caller) =>
      (await sut.ok(dispatch.getWorkOrder, { id }, { ...as, scope: 'concerned' })).timeline.flatMap(({ type, facts }) =>
        facts['note'] === reason ? [type] : [],
      );
    expect(await readBy(leadOf('青云街道'))).toEqual(['dispatch.work-order.complained-about-named.v1']);
    expect(await readBy(lead)).toEqual([]);
    // From now on every guard holds.
    expect(await sut.refused(clocks.transfer, { id, leadUnitId: firmId, reason: '请物业办理' }, chief)).toBe('work-order.complained-about');
    expect(await sut.refused(dispatch.recordFirstContact, { id }, lead)).toBe('object.not-found');
    // Said again it is no other fact; taken back it is one, and moves nothing.
    const { version } = await named(id, firmId, chief);
    expect(version).toBe(after.version);
    expect(await named(id, null, chief)).toMatchObject({ aboutUnitId: null, leadUnitId: idOf('青云街道'), version: version + 1 });
    await sut.ok(clocks.transfer, { id, leadUnitId: firmId, reason: '误记，退回物业' }, { role: 'street_leader' });
  });

  test('that does not lead only keeps out, and does not take back its own naming', async () => {
    const office = idOf('城乡建设办公室');
    const itsChief: Caller = { role: 'section_chief', accountId: 'its-chief', unitIds: [office] };
    const { orderId: id } = await forward(sut, { place: nangangli });
    const found = await named(id, office, itsChief);
    expect(found).toMatchObject({ aboutUnitId: office, leadUnitId: firmId, state: 'DISPATCHED' });
    for (const unitId of [null, firmId])
      expect(await sut.refused(dispatch.nameComplainedAbout, { id, unitId, reason }, itsChief)).toBe('work-order.own-complaint');
    const away = { id, leadUnitId: idOf('民生保障办公室'), reason: '请民生办办理' };
    expect(await sut.refused(clocks.transfer, away, itsChief)).toBe('work-order.own-complaint');
  });

  test('while something asked by it waits, that is settled first; a unit nobody knows and a closed order are refused', async () => {
    const { orderId: id } = await forward(sut, { place: nangangli, receivedAt: '2026-11-15T09:00:00+08:00' });
    await sut.ok(dispatch.accept, { id }, lead);
    await sut.ok(clocks.askExtension, { id, reason: '材料要从外地调来', dueOn: '2026-11-25' }, lead);
    const naming = { id, unitId: firmId, reason };
    expect(await sut.refused(dispatch.nameComplainedAbout, naming, phone)).toBe('work-order.request-open');
    expect(await sut.refused(dispatch.nameComplainedAbout, { ...naming, unitId: randomUUID() }, phone)).toBe('unit.unknown');
    expect(await sut.refused(dispatch.nameComplainedAbout, { ...naming, reason: '他电话13912345678' }, phone)).toBe(
      'work-order.text-private',
    );
    await sut.admin.query(
      `update work_orders set is_open = false, closed_at = now(), close_basis = 'CONFIRMED', state = 'CLOSED_SOLVED' where id = $1`,
      [id],
    );
    expect(await sut.refused(dispatch.nameComplainedAbout, naming, phone)).toBe('work-order.not-open');
  });

  test('done by it, the work waits for its callback as its own; sent back it goes to the unit over it', async () => {
    const demand = await forward(sut, { place: nangangli });
    const { orderId: id } = demand;
    await sut.ok(dispatch.accept, { id }, lead);
    await sut.ok(dispatch.recordFirstContact, { id }, lead);
    await returnLegs(sut, id);
    await sut.ok(dispatch.complete, { id, publicText: '屋面防水已经修好', evidence: '维修单' }, lead);
    expect(await named(id, firmId)).toMatchObject({ state: 'COMPLETED', leadUnitId: firmId, aboutUnitId: firmId });
    await answer(sut, demand, { solved: false, satisfaction: 'DISSATISFIED', reason: '还在漏' });
    await stateOf(sut, id, 'DISPATCHED');
    const back = await sut.ok(dispatch.getWorkOrder, { id }, administrator);
    expect(back).toMatchObject({ leadUnitId: idOf('青云街道'), reworks: 1 });
    expect(back.coUnitIds).toContain(firmId);
    const [reworked, transferred] = (await history(sut, id)).slice(-2);
    expect([reworked!.type, transferred!.type]).toEqual(['reworked', 'transferred']);
    // Its rework is nobody's but the new lead's.
    expect(reworked!.payload).toMatchObject({ leadUnitId: firmId, toUnitId: idOf('青云街道') });
    expect(transferred!.payload).toMatchObject({ leadUnitId: idOf('青云街道'), coUnitIds: back.coUnitIds });
  });

  test('while its objection is decided on, that is upheld and not rejected', async () => {
    const { orderId: id } = await forward(sut, { place: nangangli });
    const raised = await sut.ok(disputes.raiseDispute, { id, reason: 'OTHER_UNIT_IN_CHARGE', text: '合同写明由他处办理' }, lead);
    expect(await named(id, firmId)).toMatchObject({ state: 'DISPUTED', leadUnitId: firmId });
    const decided = { id, disputeId: raised.id, text: '被投诉的单位应当回避' };
    expect(await sut.refused(disputes.rejectDispute, decided, chief)).toBe('work-order.complained-about');
    await sut.ok(disputes.upholdDispute, { ...decided, leadUnitId: idOf('城乡建设办公室') }, chief);
    await stateOf(sut, id, 'DISPATCHED');
  });

  test('put off, the matter rests under its new lead', async () => {
    const { orderId: id } = await forward(sut, { place: nangangli, receivedAt: '2026-11-15T09:00:00+08:00' });
    await sut.ok(dispatch.accept, { id }, lead);
    await sut.ok(dispatch.recordFirstContact, { id }, lead);
    await returnLegs(sut, id);
    await sut.ok(clocks.askSuspension, { id, ground: 'FUNDS', reason: '大修资金尚未到位', reviewOn: '2026-12-15' }, lead);
    const granted = { id, granted: true, reason: '资金确未到位', publicText: '资金到位后继续办理' };
    await sut.ok(clocks.decideSuspension, granted, { role: 'street_leader', accountId: 'leader' });
    const resting = await named(id, firmId);
    expect(resting).toMatchObject({ state: 'SUSPENDED', leadUnitId: idOf('青云街道') });
    expect((await history(sut, id)).find(({ type }) => type === 'complained-about-named')!.payload).toMatchObject({
      ...{ leadUnitId: idOf('青云街道'), coUnitIds: resting.coUnitIds },
    });
    const resumed = { id, publicText: '资金已经到位，继续办理' };
    expect(await sut.refused(clocks.endSuspension, resumed, lead)).toBe('object.not-found');
    await sut.ok(clocks.endSuspension, resumed, leadOf('青云街道', { role: 'section_chief' }));
  });
});
