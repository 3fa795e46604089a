import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { classificationEvents, clocks, deliberating, dispatch, disputes, incidents, type Category } from '@wufang/contracts';
import { eventually, ServiceUnderTest } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { dispatchParts } from '../src/parts.js';
import { dayAfter } from './moving-time.js';
import {
  administrator,
  answer,
  directoryCsv,
  forward,
  heating,
  history,
  idOf,
  leadOf,
  openStreet,
  photoOf,
  returnLegs,
  stateOf,
} from './street.js';

let sut: ServiceUnderTest;
beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  await openStreet(sut, {});
  await sut.ok(dispatch.publishDirectoryCsv, { fileName: 'd.csv', file: directoryCsv.toString('base64') }, administrator);
}, 120_000);
afterAll(() => sut?.stop());

test('an emergency that the desk lowers keeps its clocks until then, and is counted by its new level from the dispatch on', async () => {
  const { demandId, orderId, payload } = await forward(sut, { level: 'E' });
  const clocks = () =>
    sut.rows<{ code: string; state: string }>(`select code, state from deadlines where subject_id = $1 order by code`, [orderId]);
  expect((await clocks()).map(({ code, state }) => `${code} ${state}`)).toEqual([
    'ACCEPT_EU armed',
    'EMERG_FEEDBACK armed',
    'HANDLING_E armed',
    'PROGRESS armed',
  ]);
  const before = await sut.ok(dispatch.getWorkOrder, { id: orderId }, administrator);

  const lowered = { no: payload.no, orderId, level: 'N' as const, reason: '来电人说是抽烟', loweredAt: new Date().toISOString() };
  await sut.tell(classificationEvents.levelLowered, lowered, { aggregateId: demandId, version: 3 });
  await eventually(async () => expect((await history(sut, orderId)).at(-1)!.type).toBe('level-lowered'));

  expect((await clocks()).map(({ code, state }) => `${code} ${state}`)).toEqual([
    'ACCEPT armed',
    'ACCEPT_EU stopped',
    'EMERG_FEEDBACK stopped',
    'HANDLING_E stopped',
    'NORMAL armed',
    'PROGRESS armed',
  ]);
  const after = await sut.ok(dispatch.getWorkOrder, { id: orderId }, administrator);
  expect(after).toMatchObject({ level: 'N', dispatchedAt: before.dispatchedAt });
  const normal = after.clocks.find(({ code }) => code === 'NORMAL')!;
  expect([normal.startedAt, normal.dueAt]).toEqual([before.dispatchedAt, after.dueAt]);
  expect((await history(sut, orderId)).at(-1)!.payload).toMatchObject({
    oldLevel: 'E',
    level: 'N',
    reason: '来电人说是抽烟',
    oldDueAt: before.dueAt,
  });

  // Told twice, or about one that is no emergency, it changes nothing.
  await sut.tell(classificationEvents.levelLowered, lowered, { aggregateId: demandId, version: 4 });
  const other = await forward(sut, { level: 'N' });
  await sut.tell(classificationEvents.levelLowered, { ...lowered, orderId: other.orderId }, { aggregateId: other.demandId, version: 3 });
  await eventually(async () => {
    const [heard] = await sut.rows(`select count(*)::int as n from inbox where aggregate_id in ($1, $2) and version > 2`, [
      demandId,
      other.demandId,
    ]);
    expect(heard!['n']).toBe(3);
  });
  expect((await history(sut, orderId)).filter(({ type }) => type === 'level-lowered')).toHaveLength(1);
  expect((await history(sut, other.orderId)).map(({ type }) => type)).toEqual(['dispatched']);
});

test('lowered to a utility matter, neither part of an incident nor who is on site already owes anybody on site', async () => {
  const lower = async (demand: { demandId: string; orderId: string; payload: { no: string } }, version = 3) => {
    const { demandId, orderId, payload } = demand;
    const lowered = { no: payload.no, orderId, level: 'U' as const, reason: '没有人身危险', loweredAt: new Date().toISOString() };
    await sut.tell(classificationEvents.levelLowered, lowered, { aggregateId: demandId, version });
    await eventually(async () => expect((await history(sut, orderId)).at(-1)!.type).toBe('level-lowered'));
    const running = await sut.rows<{ code: string }>(
      `select code from deadlines where subject_id = $1 and state in ('armed', 'fired') and code in ('UTIL_DONE', 'UTIL_ONSITE', 'ACCEPT_EU')`,
      [orderId],
    );
    return running.map(({ code }) => code).sort();
  };
  // Those of yesterday do not join by themselves.
  const receivedAt = new Date(Date.now() - 86_400_000).toISOString();
  const [attached, onSite, neither] = [
    await forward(sut, { level: 'E', category: heating }),
    await forward(sut, { level: 'E', category: heating, receivedAt }),
    await forward(sut, { level: 'E', category: heating, receivedAt }),
  ];
  const desk = { role: 'phone_desk' as const };
  const { leadUnitId } = await sut.ok(dispatch.getWorkOrder, { id: onSite.orderId }, administrator);
  const incident = {
    ...{ id: randomUUID(), title: '供暖管线停暖', category: heating.slice(0, 2), leadUnitId },
    ...{ scope: [{ estateId: idOf('南岗里一区') }], publicText: '正在抢修，预计明早恢复' },
  };
  await sut.ok(incidents.openIncident, incident, desk);
  const crew = { ...leadOf(''), unitIds: [leadUnitId] };
  await sut.ok(dispatch.accept, { id: onSite.orderId }, crew);
  await sut.ok(dispatch.checkIn, { id: onSite.orderId, point: '锅炉房', photoId: await photoOf(sut, onSite.demandId) }, crew);
  expect(await lower(attached)).toEqual(['UTIL_DONE']);
  expect(await lower(onSite, 4)).toEqual(['UTIL_DONE']);
  expect(await lower(neither)).toEqual(['ACCEPT_EU', 'UTIL_DONE', 'UTIL_ONSITE']);
});

test('lowered, it has the level that the row of the directory gives, and its limit', async () => {
  const road = await forward(sut, { level: 'E', demandType: 'HELP', category: ['物业管理', '小区配套', '道路破损'] });
  const { demandId, orderId, payload } = road;
  const lowered = { no: payload.no, orderId, level: 'N' as const, reason: '没有塌陷，只是坑洼', loweredAt: new Date().toISOString() };
  await sut.tell(classificationEvents.levelLowered, lowered, { aggregateId: demandId, version: 3 });
  await eventually(async () => expect((await history(sut, orderId)).at(-1)!.type).toBe('level-lowered'));
  const after = await sut.ok(dispatch.getWorkOrder, { id: orderId }, administrator);
  expect(after.level).toBe('C');
  expect(after.clocks.filter(({ state }) => state === 'armed').map(({ code }) => code)).toContain('COMPLEX');
});

describe('danger that is found later (提级)', () => {
  const leader = { role: 'street_leader' as const };
  const reason = '入户时闻到燃气味';
  const states = async (id: string) =>
    (
      await sut.rows<{ code: string; state: string }>(`select code, state from deadlines where subject_id = $1 order by code, started_at`, [
        id,
      ])
    ).map(({ code, state }) => `${code} ${state}`);
  const handling = async () => {
    const { orderId: id, demandId, payload } = await forward(sut);
    const firm = leadOf('远征物业');
    await sut.ok(dispatch.accept, { id }, firm);
    const order = await sut.ok(dispatch.recordFirstContact, { id }, firm);
    return { id, demandId, payload, firm, order };
  };

  test('the lead reports it from the place: it is an emergency at once, by its own clocks from now on; the pause is over', async () => {
    const { id, firm, order } = await handling();
    await sut.ok(clocks.startPause, { id, kind: 'WAITING_FOR_COMPLAINANT', reason: '诉求人出差', publicText: '等您回来入户查看' }, firm);
    expect(await sut.refused(dispatch.raiseLevel, { id, level: 'E', reason }, leadOf('热力集团'))).toBe('object.not-found');
    const raised = await sut.ok(dispatch.raiseLevel, { id, level: 'E', reason }, firm);
    expect(raised).toMatchObject({ level: 'E', state: 'HANDLING', pausedSince: null, receivedAt: order.receivedAt });
    expect(Date.parse(raised.dueAt)).toBeLessThan(Date.parse(order.dueAt));
    expect(await states(id)).toEqual(
      expect.arrayContaining(['EMERG_FEEDBACK armed', 'HANDLING_E armed', 'NORMAL stopped', 'PAUSE_END stopped']),
    );
    // Who has accepted and spoken with the complainant owes neither again.
    expect((await states(id)).filter((one) => /^(ACCEPT_EU|FIRST_CONTACT_E)/.test(one))).toEqual([]);
    const [row] = await sut.rows<{ due_at: Date }>(`select due_at from deadlines where subject_id = $1 and code = 'HANDLING_E'`, [id]);
    expect(row!.due_at.toISOString()).toBe(raised.dueAt);
    const told = (await history(sut, id)).at(-1)!;
    expect(told).toMatchObject({ type: 'level-raised', payload: { by: 'UNIT', oldLevel: 'N', level: 'E', isAccepted: true } });
    expect(await sut.refused(dispatch.raiseLevel, { id, level: 'U', reason }, firm)).toBe('work-order.level-not-higher');
    expect(
      await sut.refused(
        clocks.startPause,
        { id, kind: 'WAITING_FOR_COMPLAINANT', reason: '诉求人出差', publicText: '等您回来入户查看' },
        firm,
      ),
    ).toBe('pause.never');
  });

  test('what was asked for falls, what rested goes on, and an objection holds it back no longer', async () => {
    const asking = await handling();
    await sut.ok(clocks.askExtension, { id: asking.id, reason: '材料推迟到货', dueOn: dayAfter(asking.order.dueAt, 2) }, asking.firm);
    const raised = await sut.ok(dispatch.raiseLevel, { id: asking.id, level: 'E', reason }, { role: 'phone_desk' });
    expect(raised.openRequest).toBeNull();
    expect(await states(asking.id)).toContain('EXTENSION_DECIDE stopped');

    const resting = await handling();
    await returnLegs(sut, resting.id);
    const off = { id: resting.id, ground: 'FUNDS' as const, reason: '维修资金尚未到位', reviewOn: dayAfter(new Date(), 20) };
    await sut.ok(clocks.askSuspension, off, resting.firm);
    await sut.ok(
      clocks.decideSuspension,
      { id: resting.id, granted: true, reason: '情况属实，同意', publicText: '资金到位后施工' },
      leader,
    );
    expect(await sut.ok(dispatch.raiseLevel, { id: resting.id, level: 'E', reason }, leader)).toMatchObject({
      state: 'HANDLING',
      level: 'E',
    });
    expect(await states(resting.id)).toContain('REVIEW stopped');

    const atTable = await handling();
    const toTable = { problem: '屋面漏雨涉及多个产权单位，单个单位无法解决', publicText: '已提请各方共同商议' };
    await sut.ok(deliberating.deliberateOrder, { id: atTable.id, ...toTable }, { role: 'section_chief' });
    // The table goes on without it: its lead can do what the danger asks for, and say done.
    expect(await sut.ok(dispatch.raiseLevel, { id: atTable.id, level: 'E', reason }, leader)).toMatchObject({
      state: 'HANDLING',
      level: 'E',
    });
    expect(await states(atTable.id)).toContain('HANDLING_E armed');
    const again = { id: atTable.id, ...toTable };
    expect(await sut.refused(deliberating.deliberateOrder, again, { role: 'section_chief' })).toBe('work-order.urgent-first');

    const { orderId: id } = await forward(sut);
    const dispute = await sut.ok(disputes.raiseDispute, { id, reason: 'NOT_OUR_DUTY', text: '不属于本单位管理范围' }, leadOf('远征物业'));
    expect(await sut.ok(dispatch.raiseLevel, { id, level: 'E', reason }, leader)).toMatchObject({
      state: 'DISPATCHED',
      openDisputeId: dispute.id,
    });
    expect((await states(id)).filter((one) => one.startsWith('ACCEPT'))).toEqual(['ACCEPT stopped', 'ACCEPT_EU armed']);
    await sut.ok(dispatch.accept, { id }, leadOf('远征物业'));
    await sut.ok(disputes.rejectDispute, { id, disputeId: dispute.id, text: '经核对属于本单位' }, leader);
    expect((await sut.ok(dispatch.getWorkOrder, { id }, administrator)).state).toBe('ACCEPTED');
  });

  test('a lowering by mistake is undone, and what is raised can be lowered again', async () => {
    const { demandId, orderId, payload } = await forward(sut, { level: 'E' });
    const lower = async (version: number) => {
      const lowered = { no: payload.no, orderId, level: 'N' as const, reason: '来电人说是抽烟', loweredAt: new Date().toISOString() };
      await sut.tell(classificationEvents.levelLowered, lowered, { aggregateId: demandId, version });
      await eventually(async () => expect((await history(sut, orderId)).at(-1)!.type).toBe('level-lowered'));
    };
    await lower(3);
    const raised = await sut.ok(dispatch.raiseLevel, { id: orderId, level: 'E', reason: '再次来电，确有明火' }, { role: 'phone_desk' });
    expect(raised.level).toBe('E');
    expect((await states(orderId)).filter((one) => one.endsWith('armed'))).toEqual([
      ...['ACCEPT_EU armed', 'EMERG_FEEDBACK armed', 'HANDLING_E armed', 'PROGRESS armed'],
    ]);
    expect((await history(sut, orderId)).at(-1)!.payload).toMatchObject({ by: 'STREET' });
    await lower(4);
    expect((await states(orderId)).filter((one) => one.endsWith('armed'))).toEqual(['ACCEPT armed', 'NORMAL armed', 'PROGRESS armed']);
  });

  test('what is sent back has the limit of the emergency, not the week of the rework', async () => {
    const { id, demandId, payload, firm } = await handling();
    await returnLegs(sut, id);
    await sut.ok(dispatch.complete, { id, publicText: '屋面防水已经修好', evidence: '维修单' }, firm);
    await answer(sut, { orderId: id, demandId }, { solved: false, satisfaction: 'DISSATISFIED' });
    await stateOf(sut, id, 'REWORK');
    const sentBack = await sut.ok(dispatch.getWorkOrder, { id }, administrator);
    await sut.ok(dispatch.raiseLevel, { id, level: 'E', reason }, firm);
    expect((await states(id)).filter((one) => one.endsWith('armed'))).toEqual([
      ...['ACCEPT_EU armed', 'EMERG_FEEDBACK armed', 'HANDLING_E armed', 'PROGRESS armed'],
    ]);
    // It was a mistake: the week of the rework counts again, from when it was sent back, and nothing of the emergency stays.
    const lowered = { no: payload.no, orderId: id, level: 'N' as const, reason: '现场没有燃气味', loweredAt: new Date().toISOString() };
    await sut.tell(classificationEvents.levelLowered, lowered, { aggregateId: demandId, version: 3 });
    await eventually(async () => expect((await history(sut, id)).at(-1)!.type).toBe('level-lowered'));
    expect((await states(id)).filter((one) => one.endsWith('armed'))).toEqual(['PROGRESS armed', 'REWORK armed']);
    expect(await sut.ok(dispatch.getWorkOrder, { id }, administrator)).toMatchObject({ level: 'N', dueAt: sentBack.dueAt });
  });
});

describe('what is found out about an order that has gone out', () => {
  const trapped: Category = ['物业管理', '公共设施', '电梯困人'];
  const fault: Category = ['物业管理', '公共设施', '电梯故障'];
  const desk = { role: 'phone_desk' as const };
  const now = new Date().toISOString();
  const liftClocks = async (id: string) =>
    (
      await sut.rows<{ code: string; state: string }>(
        `select code, state from deadlines where subject_id = $1 and code like 'LIFT_%' order by code, started_at`,
        [id],
      )
    ).map(({ code, state }) => `${code} ${state}`);
  const see = (id: string) => sut.ok(dispatch.getWorkOrder, { id }, administrator);
  const setRight = async (demand: Awaited<ReturnType<typeof forward>>, category: Category, part: object, version = 3) => {
    const { demandId, orderId, payload } = demand;
    const told = { no: payload.no, orderId, oldCategory: payload.category, category, title: '改过的标题', changedAt: now };
    await sut.tell(
      classificationEvents.categoryChanged,
      { ...told, oldDuties: [], duties: [], ...part },
      { aggregateId: demandId, version },
    );
    await eventually(async () => expect((await see(orderId)).category).toEqual(category));
  };

  test('people trapped in a lift, said when it is raised, have their own clock; once, and not where somebody is on site', async () => {
    const [found, there, known] = [
      await forward(sut, { category: fault }),
      await forward(sut, { category: fault }),
      await forward(sut, { category: fault, level: 'U', categoryDuties: ['LIFT_TRAPPED'] }),
    ];
    const raise = { level: 'E' as const, reason: '维保人员发现轿厢里有人', isTrappedInLift: true };
    await sut.ok(dispatch.raiseLevel, { id: found.orderId, ...raise }, desk);
    expect(await liftClocks(found.orderId)).toEqual(['LIFT_TRAPPED armed']);
    expect((await history(sut, found.orderId)).at(-1)!.payload).toMatchObject({ duties: ['LIFT_TRAPPED'] });
    const firm = { ...leadOf(''), unitIds: [(await see(there.orderId)).leadUnitId] };
    await sut.ok(dispatch.accept, { id: there.orderId }, firm);
    await sut.ok(dispatch.checkIn, { id: there.orderId, point: '机房', photoId: await photoOf(sut, there.demandId) }, firm);
    await sut.ok(dispatch.raiseLevel, { id: there.orderId, ...raise }, desk);
    expect(await liftClocks(there.orderId)).toEqual([]);
    await sut.ok(dispatch.raiseLevel, { id: known.orderId, ...raise }, desk);
    expect(await liftClocks(known.orderId)).toEqual(['LIFT_TRAPPED armed']);
  });

  test('people trapped in a lift, said by the desk when it looks at the emergency, have it too', async () => {
    const { demandId, orderId, payload } = await forward(sut, { category: fault, level: 'E' });
    const confirmed = { no: payload.no, orderId, confirmedAt: now, duties: ['LIFT_TRAPPED' as const] };
    await sut.tell(classificationEvents.levelConfirmed, confirmed, { aggregateId: demandId, version: 3 });
    await eventually(async () => expect(await liftClocks(orderId)).toEqual(['LIFT_TRAPPED armed']));
    expect((await history(sut, orderId)).at(-1)!.payload).toMatchObject({ isOwed: true, duties: ['LIFT_TRAPPED'] });
  });

  test('people found trapped on an order that is an emergency already: its lead says so, or the street; once, and nothing else of it changes', async () => {
    const { orderId: id } = await forward(sut, { category: fault, level: 'E' });
    const before = await see(id);
    const lead = { ...leadOf(''), unitIds: [before.leadUnitId] };
    expect(await sut.refused(dispatch.tellTrapped, { id }, leadOf('热力集团'))).toBe('object.not-found');
    const told = await sut.ok(dispatch.tellTrapped, { id }, lead);
    expect([told.level, told.dueAt, told.state]).toEqual(['E', before.dueAt, before.state]);
    expect(told.decision.duties).toContain('LIFT_TRAPPED');
    expect(await liftClocks(id)).toEqual(['LIFT_TRAPPED armed']);
    const { length } = await history(sut, id);
    expect((await history(sut, id)).at(-1)).toMatchObject({ type: 'danger-confirmed', payload: { by: 'UNIT', isOwed: true } });
    await sut.ok(dispatch.tellTrapped, { id }, desk);
    expect(await history(sut, id)).toHaveLength(length);

    const there = await forward(sut, { category: fault, level: 'E' });
    await sut.ok(dispatch.accept, { id: there.orderId }, lead);
    await sut.ok(dispatch.checkIn, { id: there.orderId, point: '机房', photoId: await photoOf(sut, there.demandId) }, lead);
    await sut.ok(dispatch.tellTrapped, { id: there.orderId }, desk);
    expect(await liftClocks(there.orderId)).toEqual([]);
    expect((await history(sut, there.orderId)).at(-1)).toMatchObject({
      payload: { by: 'STREET', isOwed: false, duties: ['LIFT_TRAPPED'] },
    });
    const ordinary = await forward(sut, { category: fault });
    expect(await sut.refused(dispatch.tellTrapped, { id: ordinary.orderId }, desk)).toBe('work-order.not-emergency');
  });

  test('a wrong category is set right: its duties end, those of the right one begin, lead and level stay; what the text told of is owed still', async () => {
    const demand = await forward(sut, { category: trapped, categoryDuties: ['LIFT_TRAPPED'] });
    const { orderId } = demand;
    const before = await see(orderId);
    expect(await liftClocks(orderId)).toEqual(['LIFT_TRAPPED armed']);
    await setRight(demand, fault, { oldDuties: ['LIFT_TRAPPED'], duties: ['LIFT_ONSITE', 'LIFT_OUT'] });
    expect(await liftClocks(orderId)).toEqual(['LIFT_ONSITE armed', 'LIFT_OUT armed', 'LIFT_TRAPPED stopped']);
    const after = await see(orderId);
    expect(after).toMatchObject({ title: '改过的标题', leadUnitId: before.leadUnitId, level: before.level, dueAt: before.dueAt });
    expect(after.decision.duties).toEqual(['LIFT_ONSITE', 'LIFT_OUT']);
    expect((await sut.rows('select category1 from work_orders where id = $1', [orderId]))[0]).toEqual({ category1: '物业管理' });

    const told = await forward(sut, { category: trapped, categoryDuties: ['LIFT_TRAPPED'] });
    await setRight(told, fault, { oldDuties: [], duties: ['LIFT_OUT', 'LIFT_TRAPPED'] });
    expect(await liftClocks(told.orderId)).toEqual(['LIFT_OUT armed', 'LIFT_TRAPPED armed']);
  });

  test('how sure the text’s category was stays beside the reason until a person sets it right', async () => {
    const confidence = { certainty: 0.9, modelNo: null, dictionaryVersion: 1, words: ['被困'] };
    const demand = await forward(sut, { category: trapped, level: 'E', confidence });
    expect((await see(demand.orderId)).decision.confidence).toEqual(confidence);
    await setRight(demand, fault, {});
    expect((await see(demand.orderId)).decision).not.toHaveProperty('confidence');
  });
});
