import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  clocks,
  defaultTimeLimits,
  deliberating,
  careHomes,
  dispatch,
  disputes,
  incidents,
  incidentEvents,
  intakeEvents,
  legs,
  registryEvents,
  supervision,
  watching,
  whistles,
  type Category,
  type IncidentView,
} from '@wufang/contracts';
import { WorkCalendar } from '@wufang/kernel';
import { Db, RuleBook } from '@wufang/service';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import { Kysely, PostgresDialect } from 'kysely';
import { watchOldCrews } from '../src/app/watch-old-crews.js';
import { migrations } from '../src/db/migrations/index.js';
import type { DispatchDb } from '../src/db/schema.js';
import { dispatchParts } from '../src/parts.js';
import { replayedSteps } from './replayed.js';
import {
  aDemand,
  administrator,
  answer,
  calendar2026,
  directoryCsv,
  forward,
  history,
  idOf,
  leadOf,
  leaking,
  nangangli,
  openStreet,
  stateOf,
} from './street.js';

let sut: ServiceUnderTest;
const desk: Caller = { role: 'phone_desk' };
const chief: Caller = { role: 'section_chief' };
const heat: Caller = { ...leadOf('热力集团'), role: 'department_handler' };
const worker = (community: string): Caller => ({ role: 'community_worker', scope: 'concerned', unitIds: [idOf(community)] });
const noHeat: Category = ['水电气热', '供暖', '大面积停暖'];
const yard = { ...nangangli, communityId: idOf('云台路社区'), estateId: idOf('云台路甲3号院') };

/** 8 buildings of 60 homes, and 9 of 29: 741 in all. */
const register = [
  { estate: '南岗里一区', buildings: 8, stairwells: [20, 20, 20] },
  { estate: '云台路甲3号院', buildings: 9, stairwells: [15, 14] },
];
const building = (estate: string, no: number) => idOf(`${estate} ${no}号楼`);
const home = (estate: string, no: number, stairwell: number, n: number) => idOf(`${estate} ${no}-${stairwell}-${n}`);

beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  await openStreet(sut);
  await sut.ok(dispatch.publishDirectoryCsv, { fileName: 'directory.csv', file: directoryCsv.toString('base64') }, administrator);
  for (const { estate, buildings, stairwells } of register) {
    for (let no = 1; no <= buildings; no++) {
      await sut.tell(
        registryEvents.homesListed,
        {
          estateId: idOf(estate),
          buildingId: building(estate, no),
          stairwells: stairwells.map((homes, s) => ({
            stairwell: `${s + 1}单元`,
            homeIds: Array.from({ length: homes }, (_, n) => home(estate, no, s + 1, n)),
          })),
        },
        { aggregateId: idOf(`qingyun ${estate}`), version: 1 + no },
      );
    }
  }
  await sut.tell(
    registryEvents.buildingRegistered,
    { ...{ id: building('南岗里一区', 3), estateId: idOf('南岗里一区'), name: '3号楼' }, stairwells: 3, floors: 5, hasLift: false },
    { aggregateId: building('南岗里一区', 3), version: 1 },
  );
  await eventually(async () => expect(await sut.rows('select 1 from building_homes')).toHaveLength(8 * 3 + 9 * 2));
  await eventually(async () => expect(await sut.rows('select 1 from buildings')).toHaveLength(1));
}, 120_000);
afterAll(() => sut?.stop());

/** The database's clock, so many minutes ahead from now on. */
async function minutesLater(minutes: number): Promise<void> {
  await sut.admin.query(
    `create or replace function app_now() returns timestamptz language sql volatile as 'select clock_timestamp() + interval ''${minutes} minutes'''`,
  );
}

/** Demands about the heating, as intake forwards them one after the other. */
async function callers(count: number, part: Parameters<typeof forward>[1] = {}) {
  const demands = Array.from({ length: count }, () =>
    aDemand({ category: noHeat, demandType: 'HELP', level: 'U', title: '家里没有暖气', ...part }),
  );
  for (const { demandId, payload } of demands) {
    const { title: _, orderId: __, forwardedAt: ___, ...received } = payload;
    await sut.tell(intakeEvents.demandReceived, received, { aggregateId: demandId, version: 1 });
    await sut.tell(intakeEvents.demandForwarded, payload, { aggregateId: demandId, version: 2 });
  }
  await eventually(async () =>
    expect(await sut.rows('select 1 from work_orders where id = any($1::uuid[])', [demands.map(({ orderId }) => orderId)])).toHaveLength(
      count,
    ),
  );
  return demands;
}

async function toldOf(id: string): Promise<string[]> {
  const rows = await sut.rows<{ type: string; payload: { code: string; kind: string; tell: string[] } }>(
    'select type, payload from events where aggregate_id = $1 order by version',
    [id],
  );
  return rows.map(({ type, payload }) =>
    type.endsWith('clock-fired.v1') ? `${payload.code} ${payload.kind} ${payload.tell.join('')}` : type.split('.')[2]!,
  );
}
const factsOf = async (id: string, type: string) =>
  (
    await sut.rows<{ payload: Record<string, unknown> }>(
      'select payload from events where aggregate_id = $1 and type = $2 order by version',
      [id, type],
    )
  ).map(({ payload }) => payload);
const running = async (id: string) =>
  (await sut.rows<{ code: string }>(`select code from deadlines where subject_id = $1 and state = 'armed' order by code`, [id])).map(
    ({ code }) => code,
  );

describe('741 homes without heat', () => {
  let incident: IncidentView;
  let first: Awaited<ReturnType<typeof callers>>;
  let longAgo: Awaited<ReturnType<typeof callers>>[number];
  let later: Awaited<ReturnType<typeof callers>>;
  const shift = { day: randomUUID(), night: randomUUID(), water: randomUUID() };

  test('somebody’s radiator has been cold for three days', async () => {
    [longAgo] = (await callers(1, { receivedAt: new Date(Date.now() - 3 * 86_400_000).toISOString() })) as [typeof longAgo];
    await stateOf(sut, longAgo.orderId, 'DISPATCHED');
  });

  test('five callers from one estate within the hour: the system proposes an incident, and nobody waits for it', async () => {
    first = await callers(4);
    expect((await sut.ok(incidents.listIncidents, {}, desk)).incidents).toEqual([]);
    first.push(...(await callers(1)));
    const proposed = await eventually(async () => {
      const { incidents: found } = await sut.ok(incidents.listIncidents, { state: 'PROPOSED' }, desk);
      expect(found).toHaveLength(1);
      return found[0]!;
    });
    // Somebody has to say whether it is one.
    expect(await running(proposed.id)).toEqual(['INCIDENT_CONFIRM']);
    expect(proposed).toMatchObject({
      title: '南岗里一区大面积停暖',
      category: noHeat,
      homes: 480,
      demands: 0,
      leadUnitId: idOf('热力集团'),
    });
    for (const { orderId } of first) await stateOf(sut, orderId, 'DISPATCHED');
    first.push(...(await callers(1)));
    expect((await sut.ok(incidents.listIncidents, {}, desk)).incidents).toHaveLength(1);
    incident = proposed;
  });

  test('the desk confirms it for both estates: 741 homes are counted and listed by stairwell, each once; the six who called before come along', async () => {
    const parts = { scope: register.map(({ estate }) => ({ estateId: idOf(estate) })), category: noHeat.slice(0, 2) };
    const text = { publicText: '供热主管线漏水，正在抢修，预计明早恢复' };
    const unknown = [{ estateId: idOf('南岗里一区'), buildingId: idOf('没有的楼') }];
    expect(await sut.refused(incidents.confirmIncident, { id: incident.id, ...text, scope: unknown }, desk)).toBe('incident.place-unknown');
    incident = await sut.ok(incidents.confirmIncident, { id: incident.id, title: '供热主管线漏水停暖', ...parts, ...text }, desk);
    expect(incident).toMatchObject({
      state: 'OPEN',
      homes: 741,
      statusNo: 1,
      demands: 6,
      concernedUnitIds: expect.arrayContaining([idOf('云台路社区')]),
    });
    // Whose pipes and boiler rooms they are hears of it with the communities.
    const [opened] = await factsOf(incident.id, incidentEvents.incidentOpened.type);
    expect(new Set(opened!['unitIds'] as string[])).toEqual(new Set(['远征物业', '远征集团三院', '远征集团十一所'].map(idOf)));
    const { homes } = await sut.ok(incidents.listHomes, { id: incident.id, limit: 2000 }, desk);
    expect(new Set(homes.map(({ homeId }) => homeId)).size).toBe(741);
    const page = await sut.ok(incidents.listHomes, { id: incident.id, limit: 100, after: homes[99]!.homeId }, desk);
    expect(page.homes).toEqual(homes.slice(100, 200));
    const seen = await sut.ok(incidents.getIncident, { id: incident.id }, desk);
    expect(seen.buildings).toHaveLength(8 * 3 + 9 * 2);
    expect(seen.buildings.reduce((sum, { homes: n }) => sum + n, 0)).toBe(741);
    expect(await running(incident.id)).toEqual(['BROADCAST']);
  });

  test('the six have no work of their own, the promise to them still runs; what is older than the failure is for the desk to judge', async () => {
    const { orders } = await sut.ok(incidents.listCandidates, { id: incident.id }, desk);
    expect(orders).toEqual([expect.objectContaining({ orderId: longAgo.orderId, isCertain: true })]);
    await stateOf(sut, longAgo.orderId, 'DISPATCHED');
    const leak = await forward(sut, { category: leaking });
    const { results } = await sut.ok(incidents.attachOrders, { id: incident.id, orderIds: [first[0]!.orderId, idOf('nobody')] }, desk);
    expect(results).toEqual([
      { orderId: first[0]!.orderId, attached: false, code: 'work-order.in-incident' },
      { orderId: idOf('nobody'), attached: false, code: 'object.not-found' },
    ]);
    for (const { orderId } of first) {
      expect(await toldOf(orderId)).toEqual(['dispatched', 'attached', 'fed-back']);
      expect(await running(orderId)).toEqual([(await levelOf(orderId)) === 'E' ? 'HANDLING_E' : 'UTIL_DONE']);
    }
    // The property-rights unit was to assist each of them; it owes nothing now.
    expect(await legsOf(first[0]!.orderId)).toEqual(['ENDED']);
    expect(await running(leak.orderId)).toContain('ACCEPT');
  });

  test('none of them goes its own way meanwhile: not handed over nor assigned on, put off, brought to the table or argued about', async () => {
    const id = first[0]!.orderId;
    const reviewOn = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    const [reason, publicText] = ['由其他单位另行办理', '此事另行安排，请耐心等待'];
    const refused = [
      await sut.refused(clocks.transfer, { id, leadUnitId: idOf('城乡建设办公室'), reason }, chief),
      await sut.refused(dispatch.assign, { id, leadUnitId: idOf('城乡建设办公室'), reason }, desk),
      await sut.refused(clocks.askSuspension, { id, ground: 'SEASON', reason, reviewOn }, heat),
      await sut.refused(deliberating.deliberateOrder, { id, problem: '管线老旧需要多方出资', publicText }, heat),
      await sut.refused(disputes.raiseDispute, { id, reason: 'NOT_OUR_DUTY', text: '不属于本单位管理范围' }, heat),
    ];
    expect(new Set(refused)).toEqual(new Set(['work-order.in-incident']));
    expect(await toldOf(id)).toEqual(['dispatched', 'attached', 'fed-back']);
  });

  test('24 more call within ten minutes from both estates and attach themselves; other matters and places do not', async () => {
    later = [...(await callers(16)), ...(await callers(8, { place: yard, category: ['水电气热', '供暖', '暖气不热'] }))];
    for (const { orderId } of later) {
      await stateOf(sut, orderId, 'HANDLING');
      expect(await toldOf(orderId)).toEqual(['dispatched', 'attached', 'fed-back']);
      expect(await running(orderId)).toHaveLength(1);
    }
    const seen = await sut.ok(incidents.getIncident, { id: incident.id }, desk);
    expect(seen.demands).toBe(30);
    expect(seen.orders.filter(({ byHand }) => byHand)).toEqual([]);
    const order = await sut.ok(dispatch.getWorkOrder, { id: later[0]!.orderId }, administrator);
    expect(order).toMatchObject({ leadUnitId: idOf('热力集团'), coUnitIds: [], receivedAt: later[0]!.payload.receivedAt });
    expect(order.decision.reason).toContain('突发事件“供热主管线漏水停暖”');
    expect(order.timeline.at(-1)!.publicText).toBe('供热主管线漏水，正在抢修，预计明早恢复');
    const [elsewhere] = await callers(1, { place: { ...nangangli, estateId: null } });
    await stateOf(sut, elsewhere!.orderId, 'DISPATCHED');
  });

  test('one that does not belong there is taken out again, and goes to its own unit with clocks from now on', async () => {
    const { orderId } = later[0]!;
    const due = await sut.rows('select due_at, started_at from deadlines where subject_id = $1', [orderId]);
    const left = await sut.ok(incidents.detachOrder, { id: incident.id, orderId, reason: '只是他家暖气片坏了' }, desk);
    expect(left.demands).toBe(29);
    const order = await sut.ok(dispatch.getWorkOrder, { id: orderId }, administrator);
    expect(order).toMatchObject({ state: 'DISPATCHED', coUnitIds: [idOf('远征集团三院')] });
    expect(order.decision.reason).toContain('按派单目录');
    expect(await legsOf(orderId)).toEqual(['OPEN']);
    expect((await running(orderId)).length).toBeGreaterThan(2);
    expect(
      await sut.rows(`select due_at, started_at from deadlines where subject_id = $1 and code in ('UTIL_DONE', 'HANDLING_E')`, [orderId]),
    ).toEqual(due);
    expect(await sut.refused(incidents.detachOrder, { id: incident.id, orderId, reason: '再撤一次' }, desk)).toBe('object.not-found');
    await sut.ok(incidents.attachOrders, { id: incident.id, orderIds: [orderId] }, desk);
  });

  test('a report on one of its demands starts no clock of that one; taken out again it owes one next report, not two', async () => {
    // Older than what a widening takes along.
    const receivedAt = new Date(Date.now() - 3 * 86_400_000).toISOString();
    const [one] = await callers(1, { place: { ...yard, point: '锅炉房' }, receivedAt });
    const { orderId } = one!;
    await stateOf(sut, orderId, 'HANDLING');
    const reports = () =>
      sut.rows(`select state from deadlines where subject_id = $1 and code = 'PROGRESS' and state = 'armed'`, [orderId]);
    await sut.ok(dispatch.reportProgress, { id: orderId, publicText: '漏点已经找到，正在更换' }, heat);
    expect(await reports()).toEqual([]);
    await sut.ok(incidents.detachOrder, { id: incident.id, orderId, reason: '只是他家暖气片坏了' }, desk);
    expect(await reports()).toHaveLength(1);
  });

  test('taken out again, what a co-unit had returned before is not asked for again; what it still owed is', async () => {
    const [one, two] = await callers(2, { place: { ...yard, point: '锅炉房' }, category: ['水电气热', '排水', '污水外溢'] });
    const rights = { role: 'rights_unit_rep' as const, scope: 'concerned' as const };
    const [leg] = await sut.rows<{ id: string; unit_id: string }>('select id, unit_id from legs where order_id = $1', [one!.orderId]);
    await sut.ok(
      legs.returnLeg,
      { ...{ id: one!.orderId, legId: leg!.id, outcome: 'RESULT' as const }, report: '图纸已提供给排水集团', evidence: '竣工图' },
      { ...rights, unitIds: [leg!.unit_id] },
    );
    const orderIds = [one!.orderId, two!.orderId];
    await sut.ok(incidents.attachOrders, { id: incident.id, orderIds }, desk);
    for (const orderId of orderIds) await sut.ok(incidents.detachOrder, { id: incident.id, orderId, reason: '与停暖无关' }, desk);
    expect(await legsOf(one!.orderId)).toEqual(['RETURNED']);
    expect((await legsOf(two!.orderId)).sort()).toEqual(['ENDED', 'OPEN']);
    const [attached] = (await history(sut, two!.orderId)).filter(({ type }) => type === 'attached');
    expect(attached!.payload).toMatchObject({ fromUnitId: expect.any(String), fromCoUnitIds: [leg!.unit_id] });
  });

  test('an order that is handled jointly is attached too: its co-units are let go, a whistle for it runs on, and the incident completes it', async () => {
    const [caller] = await callers(1, { place: { ...yard, point: '锅炉房' }, category: ['水电气热', '排水', '污水外溢'] });
    const id = caller!.orderId;
    const [{ lead }] = (await sut.rows<{ lead: string }>('select lead_unit_id as lead from work_orders where id = $1', [id])) as [
      { lead: string },
    ];
    const unit: Caller = { role: 'department_handler', unitIds: [lead], scope: 'lead' };
    await sut.ok(dispatch.accept, { id }, unit);
    await sut.ok(dispatch.recordFirstContact, { id }, unit);
    await sut.ok(legs.addLeg, { id, unitId: idOf('交通支队'), task: '请安排临时交通疏导' }, unit);
    const whistle = await sut.ok(
      whistles.soundWhistle,
      { orderId: id, reason: '管线权属不清', unitIds: [idOf('自来水集团')] },
      { role: 'section_chief' },
    );
    expect((await sut.ok(dispatch.getWorkOrder, { id }, administrator)).state).toBe('JOINT');
    const { results } = await sut.ok(incidents.attachOrders, { id: incident.id, orderIds: [id] }, desk);
    expect(results).toEqual([{ orderId: id, attached: true, code: null }]);
    expect(await sut.ok(dispatch.getWorkOrder, { id }, administrator)).toMatchObject({ state: 'HANDLING', openLegs: 0, openWhistles: 1 });
    expect(new Set(await legsOf(id))).toEqual(new Set(['ENDED']));
    // Nobody is asked to help with it by itself: the incident is handled as one.
    const more = { id, unitId: idOf('燃气集团'), task: '请配合' };
    expect(await sut.refused(legs.addLeg, more, { ...unit, unitIds: [incident.leadUnitId] })).toBe('work-order.in-incident');
    // Taken out again, it is joint once its unit handles it; settled, the whistle lets it go.
    await sut.ok(incidents.detachOrder, { id: incident.id, orderId: id, reason: '与停暖无关' }, desk);
    await sut.ok(dispatch.accept, { id }, unit);
    expect((await sut.ok(dispatch.recordFirstContact, { id }, unit)).state).toBe('JOINT');
    await sut.ok(whistles.settleWhistle, { id: whistle.id, result: '已明确由自来水集团迁改' }, { role: 'section_chief' });
    expect((await sut.ok(dispatch.getWorkOrder, { id }, administrator)).state).toBe(
      (await legsOf(id)).includes('OPEN') ? 'JOINT' : 'HANDLING',
    );
  });

  test('units see what concerns them; only who leads may tell a status', async () => {
    const other: Caller = { ...leadOf('燃气集团'), role: 'department_handler', scope: 'concerned' };
    expect(await sut.refused(incidents.getIncident, { id: incident.id }, other)).toBe('object.not-found');
    expect((await sut.ok(incidents.listIncidents, {}, other)).incidents).toEqual([]);
    expect((await sut.ok(incidents.listIncidents, {}, worker('云台路社区'))).incidents).toHaveLength(1);
    const status = { id: incident.id, publicText: '正在开挖，更换管段' };
    expect(await sut.refused(incidents.tellStatus, status, leadOf('远征物业'))).toBe('object.not-found');
    expect(await sut.refused(incidents.tellStatus, { ...status, publicText: '请打 13812345678 问进展' }, heat)).toBe(
      'work-order.text-private',
    );
  });

  test('crews come, hand over in one minute and leave; hours add up to the minute', async () => {
    const by = { ...heat, scope: 'concerned' as const };
    await sut.ok(incidents.logStep, { id: incident.id, kind: 'SHUT_OFF', note: '关闭 3 号阀门' }, by);
    await sut.ok(incidents.startShift, { id: incident.id, shiftId: shift.day, unitId: idOf('热力集团'), persons: 4 }, by);
    expect(
      await sut.refused(incidents.startShift, { id: incident.id, shiftId: shift.water, unitId: idOf('自来水集团'), persons: 2 }, by),
    ).toBe('object.not-found');
    await minutesLater(55);
    await sut.ok(
      incidents.handOver,
      { id: incident.id, shiftId: shift.day, nextShiftId: shift.night, unitId: idOf('热力集团'), persons: 6, note: '已挖开，等管件' },
      by,
    );
    const seen = await sut.ok(incidents.getIncident, { id: incident.id }, chief);
    expect(seen.steps).toMatchObject([{ kind: 'SHUT_OFF', note: '关闭 3 号阀门', unitId: idOf('热力集团') }]);
    const [day, night] = seen.shifts;
    expect([day!.offAt, day!.note]).toEqual([night!.onAt, '已挖开，等管件']);
    expect(seen.crewMinutes).toBe(day!.minutes + night!.minutes);
    expect(seen.personMinutes).toBe(4 * day!.minutes + 6 * night!.minutes);
    expect([55, 56]).toContain(day!.minutes);
  });

  test('a status every hour reaches everyone attached; silence tells the leader, and again while it goes on', async () => {
    const told = await sut.ok(incidents.tellStatus, { id: incident.id, publicText: '管段已更换，正在焊接' }, heat);
    expect([told.statusNo, Date.parse(told.statusDueAt!) - Date.parse(told.statusAt!)]).toEqual([2, 60 * 60_000]);
    for (const { orderId } of [...first, ...later]) expect((await toldOf(orderId)).at(-1)).toBe('fed-back');
    await minutesLater(110);
    await sut.ok(incidents.tellStatus, { id: incident.id, publicText: '正在注水试压，阀门已开' }, heat);
    expect((await toldOf(incident.id)).filter((what) => what.startsWith('BROADCAST'))).toEqual([]);
    await minutesLater(171);
    await eventually(async () => expect(await toldOf(incident.id)).toContain('BROADCAST breach V'));
    await minutesLater(400);
    await eventually(async () => expect(await toldOf(incident.id)).toContain('BROADCAST after VT'));
    await sut.ok(incidents.tellStatus, { id: incident.id, publicText: '试压合格，逐栋排气升温' }, heat);
    // Firms and property-rights units of its estates, which heard that it began, hear each status.
    const [opened] = await factsOf(incident.id, incidentEvents.incidentOpened.type);
    expect(opened!.unitIds).toContain(idOf('远征物业'));
    const statuses = await factsOf(incident.id, incidentEvents.incidentStatusTold.type);
    expect(statuses.map(({ unitIds }) => unitIds)).toEqual([opened!.unitIds, opened!.unitIds, opened!.unitIds]);
    // Silent for near four hours: the breach, an hour after it, and two hours after it. After the outage of this test's clock only the latest is told.
    expect((await toldOf(incident.id)).filter((what) => what.startsWith('BROADCAST'))).toEqual([
      'BROADCAST breach V',
      'BROADCAST after VT',
    ]);
    expect((await sut.ok(incidents.getIncident, { id: incident.id }, desk)).statuses.map(({ no }) => no)).toEqual([1, 2, 3, 4]);
  });

  test('who cannot wait is on a list of homes without names, and only for their own community', async () => {
    const old = { homeId: home('南岗里一区', 3, 1, 7), kind: 'ELDERLY_ALONE' as const };
    const ill = { homeId: home('南岗里一区', 3, 2, 1), kind: 'ILL' as const };
    const there = worker('南岗里社区');
    await sut.ok(incidents.addHouseholds, { id: incident.id, households: [old, ill] }, there);
    await sut.ok(incidents.addHouseholds, { id: incident.id, households: [old] }, there);
    const foreign = { id: incident.id, households: [{ ...old, homeId: home('云台路甲3号院', 1, 1, 1) }] };
    expect(await sut.refused(incidents.addHouseholds, foreign, there)).toBe('incident.home-not-affected');
    await sut.ok(incidents.addHouseholds, foreign, worker('云台路社区'));
    await sut.ok(incidents.visitHousehold, { id: incident.id, homeId: old.homeId, done: true, note: '已送电暖气' }, there);
    expect(await sut.refused(incidents.visitHousehold, { id: incident.id, homeId: ill.homeId, done: true }, worker('云台路社区'))).toBe(
      'object.not-found',
    );
    const { households } = await sut.ok(incidents.listHouseholds, { id: incident.id }, there);
    expect(households.map(({ homeId, done, note }) => [homeId, done, note])).toEqual([
      [ill.homeId, false, null],
      [old.homeId, true, '已送电暖气'],
    ]);
    expect((await sut.ok(incidents.listHouseholds, { id: incident.id }, chief)).households).toHaveLength(3);
    expect((await sut.ok(incidents.getIncident, { id: incident.id }, chief)).households).toEqual({ listed: 3, done: 1 });
    // No event says where somebody lives who cannot wait.
    expect(
      await sut.rows(`select 1 from events where payload::text like '%' || $1 || '%' or payload::text like '%ELDERLY%'`, [old.homeId]),
    ).toEqual([]);
  });

  test('heaters go out and come back: no more than are out, only to homes of one’s own that are affected, and a move sent twice is one', async () => {
    const there = worker('南岗里社区');
    const homeId = home('南岗里一区', 3, 1, 8);
    const move = (part: object) => ({ id: incident.id, moveId: randomUUID(), item: '电暖气', move: 'OUT' as const, count: 1, ...part });
    const given = move({ homeId, note: '已教会使用' });
    for (const by of [there, there]) await sut.ok(incidents.moveSupplies, given, by);
    await sut.ok(incidents.moveSupplies, move({ count: 20 }), chief);
    const far = move({ homeId: home('云台路甲3号院', 1, 1, 1) });
    expect(await sut.refused(incidents.moveSupplies, far, there)).toBe('incident.home-not-affected');
    expect(await sut.refused(incidents.moveSupplies, move({ homeId: idOf('nowhere') }), chief)).toBe('incident.home-not-affected');
    expect(await sut.refused(incidents.moveSupplies, move({ move: 'BACK', count: 2, homeId }), there)).toBe('incident.supplies-short');
    expect(await sut.refused(incidents.moveSupplies, move({ move: 'BACK', item: '棉被' }), chief)).toBe('incident.supplies-short');
    expect(await sut.refused(incidents.moveSupplies, move({ note: '王阿姨 13800138000' }), there)).toBe('work-order.text-private');
    const { items } = await sut.ok(incidents.moveSupplies, move({ move: 'BACK', count: 5 }), chief);
    expect(items).toEqual([{ item: '电暖气', out: 21, back: 5, stillOut: 16 }]);
    // A community sees what went to its own homes; the other one nothing of it.
    expect((await sut.ok(incidents.listSupplies, { id: incident.id }, there)).moves).toMatchObject([{ homeId, note: '已教会使用' }]);
    expect((await sut.ok(incidents.listSupplies, { id: incident.id }, worker('云台路社区'))).moves).toEqual([]);
    expect(await sut.rows(`select 1 from events where payload::text like '%' || $1 || '%'`, [homeId])).toEqual([]);
  });

  test('a unit that is called out at once sees the incident from then on, and the log says who was called to what', async () => {
    const power = { ...leadOf('供电公司'), role: 'department_handler' as const, scope: 'concerned' as const };
    const call = { id: incident.id, unitId: idOf('供电公司'), what: '3 号楼换热站停电，请送应急电源' };
    expect(await sut.refused(incidents.getIncident, { id: incident.id }, power)).toBe('object.not-found');
    expect(await sut.refused(incidents.callOut, { ...call, unitId: idOf('nobody') }, desk)).toBe('unit.unknown');
    await sut.ok(incidents.callOut, call, heat);
    const seen = await sut.ok(incidents.getIncident, { id: incident.id }, power);
    expect(seen.steps.at(-1)).toMatchObject({ kind: 'OTHER', note: `呼叫供电公司到场：${call.what}`, unitId: idOf('热力集团') });
    expect((await toldOf(incident.id)).at(-1)).toBe('unit-called-out');
    const [told] = await sut.rows<{ payload: object }>(
      `select payload from events where aggregate_id = $1 and type = 'dispatch.incident.unit-called-out.v1'`,
      [incident.id],
    );
    expect(told!.payload).toMatchObject({ unitId: idOf('供电公司'), what: call.what });
  });

  test('who did not call is told too: a building is ticked in one go, single homes beside it, a notice hangs on the door', async () => {
    const there = worker('南岗里社区');
    const third = { id: incident.id, buildingId: building('南岗里一区', 3) };
    const [met, away, wrong] = [1, 2, 3].map((n) => home('南岗里一区', 3, 1, n)) as [string, string, string];
    // At the doors of the first stairwell: one was met, one was not in.
    expect((await sut.ok(incidents.tellHomes, { ...third, homeIds: [met, wrong], how: 'IN_PERSON' }, there)).reached).toBe(2);
    const { version } = await sut.ok(incidents.tellHomes, { ...third, homeIds: [away, wrong], how: 'NOBODY_IN' }, there);
    expect(await sut.ok(incidents.tellHomes, { ...third, homeIds: [away, wrong], how: 'NOBODY_IN' }, there)).toMatchObject({
      ...{ reached: 1, version },
    });
    const seenBefore = await sut.ok(incidents.listOutreach, third, there);
    expect(seenBefore.buildings).toEqual([
      {
        ...{ estateId: idOf('南岗里一区'), buildingId: third.buildingId, name: '3号楼' },
        homes: 60,
        reached: 1,
        nobodyIn: 2,
        well: 0,
        notWell: 0,
      },
    ]);
    expect(seenBefore.homes.at(-1)).toMatchObject({ homeId: met, told: 'IN_PERSON' });
    // The notice for all others; it does not cover what is known of a single home. Twice is once.
    const posted = await sut.ok(incidents.tellHomes, { ...third, how: 'NOTICE' }, there);
    expect(posted).toMatchObject({ homes: 741, reached: 60 });
    expect((await sut.ok(incidents.tellHomes, { ...third, how: 'NOTICE' }, there)).version).toBe(posted.version);
    const after = await sut.ok(incidents.listOutreach, third, there);
    expect(after.homes.find(({ homeId }) => homeId === met)!.told).toBe('IN_PERSON');
    expect(after.homes.filter(({ told }) => told === 'NOTICE')).toHaveLength(59);
    // One stairwell by telephone, by the desk; another building's home is not in it.
    const fourth = { id: incident.id, buildingId: building('南岗里一区', 4) };
    expect((await sut.ok(incidents.tellHomes, { ...fourth, stairwell: '2单元', how: 'PHONE' }, desk)).reached).toBe(80);
    expect(await sut.refused(incidents.tellHomes, { ...fourth, homeIds: [met], how: 'PHONE' }, desk)).toBe('incident.home-not-affected');
    // A community its own buildings alone, a firm none.
    const yards = { id: incident.id, buildingId: building('云台路甲3号院', 1) };
    expect(await sut.refused(incidents.tellHomes, { ...yards, how: 'NOTICE' }, there)).toBe('object.not-found');
    expect((await sut.ok(incidents.listOutreach, yards, there)).buildings).toEqual([]);
    expect((await sut.ok(incidents.listOutreach, { id: incident.id }, there)).buildings).toHaveLength(8);
    const all = await sut.ok(incidents.listOutreach, { id: incident.id }, chief);
    expect([
      all.buildings.reduce((sum, { homes }) => sum + homes, 0),
      all.buildings.reduce((sum, { reached }) => sum + reached, 0),
    ]).toEqual([741, 80]);
    const notice = await sut.ok(incidents.printNotice, third, there);
    expect(notice.fileName).toBe('告知书-3号楼.html');
    const page = Buffer.from(notice.file, 'base64').toString();
    for (const words of ['南岗里一区3号楼的居民', '试压合格，逐栋排气升温', '牵头单位：热力集团', '下一次通报不晚于'])
      expect(page).toContain(words);
    expect(await sut.refused(incidents.printNotice, { ...third, buildingId: idOf('没有的楼') }, there)).toBe('object.not-found');
    expect(await sut.refused(incidents.askAfterHomes, { ...third, outcome: 'WELL' }, there)).toBe('incident.illegal-step');
  });

  test('two who tick the same building at the same instant count it once; what is widened keeps what was done', async () => {
    const seventh = { id: incident.id, buildingId: building('南岗里一区', 7), how: 'NOTICE' as const };
    await Promise.all(Array.from({ length: 8 }, () => sut.ok(incidents.tellHomes, seventh, worker('南岗里社区'))));
    expect((await sut.ok(incidents.getIncident, { id: incident.id }, chief)).reached).toBe(140);
    const wide = await sut.ok(incidents.widenIncident, { id: incident.id, scope: [{ estateId: idOf('南岗里一区') }] }, chief);
    expect(wide).toMatchObject({ homes: 741, reached: 140 });
    const told = await sut.rows(`select 1 from incident_homes where incident_id = $1 and told in ('NOTICE', 'PHONE', 'IN_PERSON')`, [
      incident.id,
    ]);
    expect(told).toHaveLength(140);
  });

  test('restored: every complainant is called back on their own order, and the last word is told once to each', async () => {
    const care = { id: incident.id, publicText: '供暖已恢复，如家中仍不热请再来电' };
    expect(await sut.refused(incidents.review, { id: incident.id, cause: '管线老化', lessons: '提前巡检' }, chief)).toBe(
      'incident.illegal-step',
    );
    incident = await sut.ok(incidents.restore, care, heat);
    expect(incident).toMatchObject({ state: 'RESTORED', demands: 30, statusDueAt: null });
    expect(await running(incident.id)).toEqual([]);
    // Every hour that was owed, the missed one too, is found again from the log.
    const rules = {
      ...{ limits: defaultTimeLimits, policyVersion: 1, tables: new Map([[1, defaultTimeLimits]]) },
      ...{ calendar: new WorkCalendar([calendar2026]), calendarVersion: 1 },
    };
    const { stored, replayed } = await replayedSteps(sut, [incident.id], () => rules);
    expect(stored[0]).toHaveLength(5);
    expect(replayed).toEqual(stored);
    expect(await sut.refused(incidents.restore, care, heat)).toBe('incident.illegal-step');
    const [told] = await sut.rows<{ payload: object }>(`select payload from events where type = 'dispatch.incident.restored.v1'`);
    const [opened] = await factsOf(incident.id, incidentEvents.incidentOpened.type);
    expect(told!.payload).toMatchObject({ homes: 741, demands: 30, publicText: care.publicText, unitIds: opened!.unitIds });
    for (const { orderId } of [...first, ...later]) {
      await stateOf(sut, orderId, 'COMPLETED');
      expect((await toldOf(orderId)).filter((what) => what === 'completed')).toHaveLength(1);
      expect(await running(orderId)).toEqual([]);
    }
    // One is still cold: theirs alone goes back.
    await answer(sut, first[0]!, { solved: false, satisfaction: 'DISSATISFIED', reason: '还是不热' });
    await answer(sut, first[1]!);
    await stateOf(sut, first[0]!.orderId, 'REWORK');
    await stateOf(sut, first[1]!.orderId, 'CLOSED_SOLVED');
    // What was sent back is a job of its own again, and reported on: others may help with it, or take it over.
    const { orderId: id } = first[0]!;
    expect((await running(id)).sort()).toEqual(['HANDLING_E', 'PROGRESS']);
    await sut.ok(dispatch.accept, { id }, heat);
    await sut.ok(legs.addLeg, { id, unitId: idOf('远征物业'), task: '配合入户排气' }, heat);
    await stateOf(sut, id, 'JOINT');
    await sut.ok(clocks.transfer, { id, leadUnitId: idOf('城乡建设办公室'), reason: '楼内管线由城建牵头' }, { role: 'street_leader' });
    expect((await sut.ok(incidents.getIncident, { id: incident.id }, chief)).demands).toBe(30);
    // Rows from before they said so are mended from the log, and no other.
    const ended = () =>
      sut.rows<{ id: string; at: string | null }>(
        `select id, before_incident ->> 'endedAt' as at from work_orders where incident_id = $1 and before_incident ->> 'endedAt' is not null`,
        [incident.id],
      );
    const [known, ...others] = await ended();
    expect([known!.id, others]).toEqual([id, []]);
    await sut.admin.query(`update work_orders set before_incident = before_incident - 'endedAt' where id = $1`, [id]);
    await migrations['0018_ended_incidents']!.up(new Kysely({ dialect: new PostgresDialect({ pool: sut.admin }) }));
    const [mended, ...rest] = await ended();
    expect([mended!.id, rest]).toEqual([id, []]);
    expect(Math.abs(Date.parse(mended!.at!) - Date.parse(known!.at!))).toBeLessThan(1_000);
    const [late] = await callers(1);
    await stateOf(sut, late!.orderId, 'DISPATCHED');
  });

  test('afterwards the households are asked whether all is well; the one that is still cold is on the list, and no event knows whose home it is', async () => {
    const there = worker('南岗里社区');
    const third = { id: incident.id, buildingId: building('南岗里一区', 3) };
    const [cold, away] = [1, 2].map((n) => home('南岗里一区', 3, 1, n)) as [string, string];
    const notice = Buffer.from((await sut.ok(incidents.printNotice, third, there)).file, 'base64').toString();
    expect(notice).toContain('供暖已恢复，如家中仍不热请再来电');
    expect(notice).not.toContain('下一次通报');
    expect(await sut.ok(incidents.askAfterHomes, { ...third, homeIds: [cold], outcome: 'NOT_WELL' }, there)).toMatchObject({
      ...{ well: 0, notWell: 1 },
    });
    await sut.ok(incidents.askAfterHomes, { ...third, homeIds: [away], outcome: 'NOBODY_IN' }, there);
    // The rest, with the one that was not in before; the cold one is not covered.
    expect(await sut.ok(incidents.askAfterHomes, { ...third, outcome: 'WELL' }, there)).toMatchObject({ well: 59, notWell: 1 });
    const { homes } = await sut.ok(incidents.listOutreach, third, there);
    expect(homes.filter(({ afterCare }) => afterCare !== 'WELL').map(({ homeId, afterCare }) => [homeId, afterCare])).toEqual([
      [cold, 'NOT_WELL'],
    ]);
    // Warm in the end.
    expect(await sut.ok(incidents.askAfterHomes, { ...third, homeIds: [cold], outcome: 'WELL' }, there)).toMatchObject({
      ...{ well: 60, notWell: 0 },
    });
    const facts = await sut.rows<{ type: string; payload: object }>(
      `select type, payload from events where aggregate_id = $1 and (type like '%.homes-told.v1' or type like '%.homes-asked-after.v1') order by version`,
      [incident.id],
    );
    expect(facts.map(({ type }) => type.split('.')[2])).toEqual([...Array(5).fill('homes-told'), ...Array(4).fill('homes-asked-after')]);
    expect(facts[0]!.payload).toEqual({ how: 'IN_PERSON', changed: 2, reached: 2, homes: 741 });
    expect(JSON.stringify(facts)).not.toContain(cold);
    expect(await sut.refused(incidents.tellStatus, { id: incident.id, publicText: '再说一次进展情况' }, heat)).toBe(
      'incident.illegal-step',
    );
  });

  test('once it is over, and not before, places that are like it are checked too, each by a unit', async () => {
    const places = [{ estateId: idOf('南岗里一区'), buildingId: building('南岗里一区', 3), unitId: idOf('远征物业'), reason: '同一管线' }];
    const running = { ...{ id: randomUUID(), title: '南岗里停水抢修', category: ['水电气热', '供水'], leadUnitId: idOf('自来水集团') } };
    const scope = [{ estateId: idOf('南岗里一区') }];
    await sut.ok(incidents.openIncident, { ...running, scope, publicText: '正在抢修，送水车已到' }, chief);
    expect(await sut.refused(watching.openSweep, { id: randomUUID(), incidentId: running.id, places }, chief)).toBe('sweep.source-open');
    const sweep = await sut.ok(watching.openSweep, { id: randomUUID(), incidentId: incident.id, places }, chief);
    expect(sweep).toMatchObject({ incidentId: incident.id, orderId: null, category: noHeat.slice(0, 2), checks: 1 });
    await sut.ok(incidents.restore, { id: running.id, publicText: '供水已恢复，请放水片刻再用' }, chief);
  });

  test('it is looked back on when the last crew has left', async () => {
    const words = { id: incident.id, cause: '管线使用三十年，外壁腐蚀', lessons: '供暖前分段打压' };
    expect(await sut.refused(incidents.review, words, chief)).toBe('incident.crew-on-site');
    await sut.ok(incidents.endShift, { id: incident.id, shiftId: shift.night }, { ...heat, scope: 'concerned' });
    expect((await sut.ok(incidents.review, words, chief)).state).toBe('REVIEWED');
    expect((await sut.ok(incidents.getIncident, { id: incident.id }, chief)).review).toEqual({
      cause: words.cause,
      lessons: words.lessons,
    });
  });
});

describe('an incident opened by hand', () => {
  test('for one building: who does not say the building is a candidate; widened it counts more homes, none twice, and takes in who called from there', async () => {
    const id = randomUUID();
    const estateId = idOf('云台路甲3号院');
    const opened = {
      ...{ id, title: '2号楼水管爆裂停水', category: ['水电气热', '供水'], leadUnitId: idOf('自来水集团') },
      ...{ scope: [{ estateId, buildingId: building('云台路甲3号院', 2), stairwell: '1单元' }], publicText: '正在抢修，送水车已到' },
    };
    expect(await sut.ok(incidents.openIncident, opened, chief)).toMatchObject({ homes: 15 });
    expect(await sut.ok(incidents.openIncident, opened, chief)).toMatchObject({ id, version: 1 });
    const noWater: Category = ['水电气热', '供水', '停水水压低'];
    const [{ now }] = (await sut.rows<{ now: Date }>('select app_now() as now')) as [{ now: Date }];
    const just = { category: noWater, receivedAt: now.toISOString() };
    const [vague, inside] = await Promise.all([
      callers(1, { ...just, place: yard }),
      callers(1, { ...just, place: { ...yard, buildingId: building('云台路甲3号院', 2) } }),
    ]);
    for (const [one] of [vague, inside]) await stateOf(sut, one!.orderId, 'DISPATCHED');
    const { orders } = await sut.ok(incidents.listCandidates, { id }, chief);
    expect(orders.map(({ isCertain }) => isCertain)).toEqual([false, false]);
    await sut.ok(incidents.callOut, { id, unitId: idOf('排水集团二分公司'), what: '抽排地下室积水' }, desk);
    const wide = await sut.ok(incidents.widenIncident, { id, scope: [{ estateId, buildingId: building('云台路甲3号院', 2) }] }, chief);
    // Who was called to it at night sees it on, however far it turns out to reach.
    expect(wide.concernedUnitIds).toContain(idOf('排水集团二分公司'));
    // Of the whole building, which is certain now; who named the estate alone still waits for a person.
    expect(wide).toMatchObject({ homes: 29, demands: 1 });
    await stateOf(sut, inside[0]!.orderId, 'HANDLING');
    await stateOf(sut, vague[0]!.orderId, 'DISPATCHED');
    const [third] = await callers(1, { place: { ...yard, buildingId: building('云台路甲3号院', 2) }, category: noWater });
    await stateOf(sut, third!.orderId, 'HANDLING');
    // Who was found to be no part of it is not taken in again by the next widening; who waited for a person is.
    await sut.ok(incidents.detachOrder, { id, orderId: third!.orderId, reason: '只是他家水龙头坏了' }, desk);
    await sut.ok(incidents.widenIncident, { id, scope: [{ estateId }] }, chief);
    await stateOf(sut, vague[0]!.orderId, 'HANDLING');
    await stateOf(sut, third!.orderId, 'DISPATCHED');
    // Another estate: its community, firm and property-rights unit hear of it now, the others have.
    await sut.ok(incidents.widenIncident, { id, scope: [{ estateId: idOf('南岗里一区'), buildingId: building('南岗里一区', 1) }] }, chief);
    const newUnits = (await factsOf(id, incidentEvents.incidentWidened.type)).map(({ newUnitIds }) => newUnitIds);
    expect(newUnits).toEqual([[], [], ['远征物业', '远征集团三院'].map(idOf)]);
  });

  test('what is no incident is dismissed, and the demands counted so far do not propose it again', async () => {
    const noisy: Category = ['城市管理', '噪声扰民', '施工噪声'];
    const [{ now }] = (await sut.rows<{ now: Date }>('select app_now() as now')) as [{ now: Date }];
    await callers(5, { category: noisy, level: 'N', receivedAt: now.toISOString() });
    const proposed = await eventually(async () => {
      const found = (await sut.ok(incidents.listIncidents, { state: 'PROPOSED' }, desk)).incidents;
      expect(found).toHaveLength(1);
      return found[0]!;
    });
    // Nobody has looked at it: the chiefs and the leader hear, and later callers have it proposed again.
    await minutesLater(420);
    await eventually(async () => expect(await toldOf(proposed.id)).toContain('INCIDENT_CONFIRM breach SV'));
    await sut.admin.query(`update incidents set raised_at = raised_at - interval '2 hours' where id = $1`, [proposed.id]);
    await callers(1, { category: noisy, level: 'N', receivedAt: now.toISOString() });
    // The same proposal, made anew for those who call now.
    await eventually(async () => expect((await toldOf(proposed.id)).filter((what) => what === 'proposed')).toHaveLength(2));
    expect(await running(proposed.id)).toEqual(['INCIDENT_CONFIRM']);
    await sut.ok(incidents.dismissIncident, { id: proposed.id, reason: '夜间施工，已批准' }, desk);
    expect(await running(proposed.id)).toEqual([]);
    await callers(2, { category: noisy, level: 'N', receivedAt: now.toISOString() });
    expect((await sut.ok(incidents.listIncidents, { state: 'PROPOSED' }, desk)).incidents).toEqual([]);
  });
});

test('who could not wait in an earlier incident of the estate is on the list of the next one, not called on yet', async () => {
  const id = randomUUID();
  const earlier = await sut.rows<{ home_id: string }>(
    `select distinct h.home_id from incident_households h join incident_homes a using (street_id, incident_id, home_id) where a.building_id = $1`,
    [building('南岗里一区', 3)],
  );
  expect(earlier.length).toBeGreaterThan(0);
  const cold = {
    ...{ id, title: '3号楼停电', category: ['水电气热', '供电'], leadUnitId: idOf('供电公司') },
    ...{ scope: [{ estateId: idOf('南岗里一区'), buildingId: building('南岗里一区', 3) }], publicText: '正在抢修，预计两小时' },
  };
  await sut.ok(incidents.openIncident, cold, desk);
  const { households } = await sut.ok(incidents.listHouseholds, { id }, chief);
  expect(households.map(({ homeId }) => homeId).sort()).toEqual(earlier.map((row) => row.home_id).sort());
  expect(households.filter(({ done, note }) => done || note !== null)).toEqual([]);
  expect((await sut.ok(incidents.getIncident, { id }, chief)).households).toEqual({ listed: earlier.length, done: 0 });
  await sut.ok(incidents.restore, { id, publicText: '供电已经恢复' }, desk);
});

test('homes that a community keeps a list of are on the list of an incident that reaches them at once; nobody else sees it, and no fact knows whose home it is', async () => {
  const estateId = idOf('云台路甲3号院');
  const mine = worker('云台路社区');
  const [alone, ill, far] = [home('云台路甲3号院', 2, 1, 3), home('云台路甲3号院', 2, 2, 4), home('云台路甲3号院', 5, 1, 1)];
  const list = async () => sut.ok(careHomes.listCareHomes, { estateId }, mine);
  expect((await list()).isKept).toBe(false);
  const elsewhere = { estateId, homes: [{ homeId: home('南岗里一区', 1, 1, 1), kind: 'ILL' as const }] };
  expect(await sut.refused(careHomes.keepCareHomes, elsewhere, mine)).toBe('care-home.elsewhere');
  const homes = [alone, ill, far].map((homeId) => ({ homeId, kind: 'ELDERLY_ALONE' as const }));
  expect(await sut.ok(careHomes.keepCareHomes, { estateId, homes }, mine)).toEqual({ homes: 3 });
  // Written down again with another kind it is one home.
  expect(await sut.ok(careHomes.keepCareHomes, { estateId, homes: [{ homeId: ill, kind: 'ILL' }] }, mine)).toEqual({ homes: 3 });
  expect((await list()).homes.map(({ homeId, kind }) => `${homeId} ${kind}`).sort()).toEqual(
    [`${alone} ELDERLY_ALONE`, `${ill} ILL`, `${far} ELDERLY_ALONE`].sort(),
  );
  const other = worker('南岗里社区');
  expect(await sut.refused(careHomes.listCareHomes, { estateId }, other)).toBe('object.not-found');
  expect(await sut.refused(careHomes.dropCareHome, { estateId, homeId: ill }, other)).toBe('object.not-found');
  const id = randomUUID();
  const cold = {
    ...{ id, title: '2号楼停电', category: ['水电气热', '供电'], leadUnitId: idOf('供电公司') },
    ...{ scope: [{ estateId, buildingId: building('云台路甲3号院', 2) }], publicText: '正在抢修，预计两小时' },
  };
  await sut.ok(incidents.openIncident, cold, desk);
  const called = async () =>
    (await sut.ok(incidents.listHouseholds, { id }, mine)).households.map(({ homeId, kind }) => `${homeId} ${kind}`).sort();
  expect(await called()).toEqual([`${alone} ELDERLY_ALONE`, `${ill} ILL`].sort());
  // Widened, it reaches the third; who was taken off the list meanwhile stays on that of the incident, and is on no later one.
  expect(await sut.ok(careHomes.dropCareHome, { estateId, homeId: ill }, mine)).toEqual({ homes: 2 });
  await sut.ok(incidents.widenIncident, { id, scope: [{ estateId, buildingId: building('云台路甲3号院', 5) }] }, desk);
  expect(await called()).toEqual([`${alone} ELDERLY_ALONE`, `${ill} ILL`, `${far} ELDERLY_ALONE`].sort());
  await sut.ok(incidents.restore, { id, publicText: '供电已经恢复' }, desk);
  const next = randomUUID();
  await sut.ok(incidents.openIncident, { ...cold, id: next }, desk);
  expect((await sut.ok(incidents.listHouseholds, { id: next }, mine)).households.map(({ homeId }) => homeId)).toEqual([alone]);
  await sut.ok(incidents.restore, { id: next, publicText: '供电已经恢复' }, desk);
  const facts = JSON.stringify(
    await sut.rows(`select payload from events where type like 'dispatch.care-list%' or aggregate_id = any($1::uuid[])`, [[id, next]]),
  );
  for (const hidden of [alone, ill, far, 'ELDERLY']) expect(facts).not.toContain(hidden);
});

test('a hard order without a section chief is not done by the end of an incident; its lead goes on with it', async () => {
  const id = randomUUID();
  const flood = {
    ...{ id, title: '路面塌陷积水', category: ['水电气热', '排水'], leadUnitId: idOf('排水集团二分公司') },
    ...{ scope: [{ estateId: idOf('云台路甲3号院') }], publicText: '正在抽排，预计两小时' },
  };
  await sut.ok(incidents.openIncident, flood, desk);
  const [hard, plain] = await callers(2, { place: yard, category: ['水电气热', '排水', '污水外溢'] });
  for (const { orderId } of [hard!, plain!]) await stateOf(sut, orderId, 'HANDLING');
  await sut.ok(supervision.markHard, { id: hard!.orderId, reason: '管线权属不清' }, chief);
  await sut.ok(incidents.restore, { id, publicText: '积水已经排净，管道疏通' }, desk);
  await stateOf(sut, plain!.orderId, 'COMPLETED');
  await stateOf(sut, hard!.orderId, 'HANDLING');
  expect((await toldOf(hard!.orderId)).at(-1)).toBe('fed-back');
  const words = { id: hard!.orderId, publicText: '管道已经更换，不再外溢', evidence: '现场照片' };
  const lead: Caller = leadOf('排水集团二分公司');
  expect(await sut.refused(dispatch.complete, words, lead)).toBe('work-order.chief-needed');
  await sut.ok(supervision.takeUp, { id: hard!.orderId }, chief);
  expect((await sut.ok(dispatch.complete, words, lead)).state).toBe('COMPLETED');
});

describe('an incident that is not what it was taken for', () => {
  const gas: Category = ['水电气热', '燃气', '燃气泄漏'];
  const opened = async (title: string) => {
    const [{ now }] = (await sut.rows<{ now: Date }>('select app_now() as now')) as [{ now: Date }];
    const id = randomUUID();
    const incident = {
      ...{ id, title, category: gas.slice(0, 2), leadUnitId: idOf('燃气集团') },
      ...{ scope: [{ estateId: idOf('云台路甲3号院') }], publicText: '正在查漏，请勿动火' },
    };
    await sut.ok(incidents.openIncident, incident, desk);
    const part = await callers(2, { category: gas, place: yard, receivedAt: now.toISOString() });
    for (const { orderId } of part) await stateOf(sut, orderId, 'HANDLING');
    return { id, part };
  };
  const order = (id: string) => sut.ok(dispatch.getWorkOrder, { id }, administrator);

  test('another unit leads it: its orders go along and no clock moves; who led sees it on', async () => {
    const { id, part } = await opened('燃气异味排查');
    const before = await running(id);
    const over = { id, leadUnitId: idOf('热力集团'), reason: '实为供热管沟异味' };
    expect(await sut.refused(incidents.changeLead, { ...over, leadUnitId: idOf('燃气集团') }, desk)).toBe('work-order.same-unit');
    expect(await sut.refused(incidents.changeLead, { ...over, leadUnitId: idOf('没有的单位') }, desk)).toBe('unit.unknown');
    const changed = await sut.ok(incidents.changeLead, over, desk);
    expect(changed).toMatchObject({ leadUnitId: idOf('热力集团'), state: 'OPEN', demands: 2 });
    expect(changed.concernedUnitIds).toEqual(expect.arrayContaining([idOf('热力集团'), idOf('燃气集团')]));
    expect(await running(id)).toEqual(before);
    for (const { orderId } of part) expect(await order(orderId)).toMatchObject({ leadUnitId: idOf('热力集团'), state: 'HANDLING' });
    const { segments } = await sut.ok(clocks.explain, { id: part[0]!.orderId }, administrator);
    expect(segments.at(-1)).toMatchObject({ state: 'HANDLING', unitId: idOf('热力集团') });
    // The new lead says how it stands; the old one does not any more.
    const words = { id, publicText: '管沟已打开，正在处置' };
    expect(await sut.refused(incidents.tellStatus, words, { ...leadOf('燃气集团'), role: 'department_handler' })).toBe('object.not-found');
    await sut.ok(incidents.tellStatus, words, heat);
    await sut.ok(incidents.restore, { id, publicText: '管沟已封闭，异味消除' }, heat);
  });

  test('called off, once its crew has left: every order goes to its own unit, and all whom it concerned are told', async () => {
    const { id, part } = await opened('疑似燃气泄漏');
    const crew = { id, shiftId: randomUUID() };
    await sut.ok(incidents.startShift, { ...crew, unitId: idOf('燃气集团'), persons: 3 }, desk);
    const off = { id, reason: '是施工味道，没有漏气' };
    expect(await sut.refused(incidents.dismissIncident, off, desk)).toBe('incident.crew-on-site');
    await sut.ok(incidents.endShift, crew, desk);
    expect(await sut.ok(incidents.dismissIncident, off, desk)).toMatchObject({ state: 'DISMISSED', statusDueAt: null });
    expect(await running(id)).toEqual([]);
    for (const { orderId } of part) {
      expect(await order(orderId)).toMatchObject({ state: 'DISPATCHED' });
      expect(await running(orderId)).toEqual(expect.arrayContaining(['ACCEPT_EU', 'UTIL_DONE']));
    }
    const [told] = await sut.rows<{ payload: object }>(
      `select payload from events where aggregate_id = $1 and type = 'dispatch.incident.dismissed.v1'`,
      [id],
    );
    expect(told!.payload).toMatchObject({
      calledOff: { demands: 2, unitIds: expect.arrayContaining([idOf('燃气集团'), idOf('云台路社区')]) },
    });
    // What is told from now on is a job of its own.
    const [later] = await callers(1, { category: gas, place: yard });
    await stateOf(sut, later!.orderId, 'DISPATCHED');
  });
});

async function legsOf(orderId: string): Promise<string[]> {
  return (await sut.rows<{ state: string }>('select state from legs where order_id = $1 order by started_at', [orderId])).map(
    ({ state }) => state,
  );
}

async function levelOf(orderId: string): Promise<string> {
  return (await sut.rows<{ level: string }>('select level from work_orders where id = $1', [orderId]))[0]!.level;
}

test('what can be seen at the place is looked at once the incident is over', async () => {
  const flood = {
    ...{ id: randomUUID(), title: '污水外溢', category: ['水电气热', '排水'], leadUnitId: idOf('排水集团二分公司') },
    ...{ scope: [{ estateId: idOf('云台路甲3号院') }], publicText: '正在抽排，预计两小时' },
  };
  await sut.ok(incidents.openIncident, flood, desk);
  const [caller] = await callers(1, { place: yard, category: ['水电气热', '排水', '污水外溢'] });
  expect((await sut.ok(dispatch.getWorkOrder, { id: caller!.orderId }, administrator)).state).toBe('HANDLING');
  await sut.ok(incidents.restore, { id: flood.id, publicText: '积水已经排净，管道疏通' }, desk);
  expect(await running(caller!.orderId)).toEqual(['GRID_VERIFY']);
  expect((await sut.ok(dispatch.getWorkOrder, { id: caller!.orderId }, administrator)).gridCheck).toBe('OWED');
});

test('a crew that nobody relieves: its unit hears while there is time, then who leads, its chief and the leader; relieved it is heard of no more', async () => {
  const id = randomUUID();
  const scope = [{ estateId: idOf('云台路甲3号院') }];
  await sut.ok(
    incidents.openIncident,
    { id, title: '供暖主管爆裂', category: noHeat.slice(0, 2), leadUnitId: idOf('热力集团'), scope, publicText: '正在抢修，预计明早恢复' },
    desk,
  );
  const crew = (shiftId: string, name: string) => ({ id, shiftId, unitId: idOf(name), persons: 4 });
  const [long, short, next] = [randomUUID(), randomUUID(), randomUUID()];
  await sut.ok(incidents.startShift, crew(long, '自来水集团'), desk);
  await sut.ok(incidents.startShift, crew(short, '热力集团'), desk);
  const clockOf = async (shiftId: string) =>
    (await sut.rows<{ id: string; due_at: Date }>('select id, due_at from crews where shift_id = $1', [shiftId]))[0]!;
  const shiftOf = async (shiftId: string) => (await sut.ok(incidents.getIncident, { id }, chief)).shifts.find((one) => one.id === shiftId)!;
  const { onAt, relieveBy, isOverLong } = await shiftOf(long);
  expect([Date.parse(relieveBy) - Date.parse(onAt), isOverLong]).toEqual([10 * 3_600_000, false]);
  expect((await clockOf(long)).due_at.toISOString()).toBe(relieveBy);
  await sut.ok(incidents.handOver, { ...crew(short, '热力集团'), nextShiftId: next, note: '阀门已关' }, desk);
  expect(await toldOf((await clockOf(short)).id)).toEqual(['watched', 'relieved']);
  await sut.ok(incidents.endShift, { id, shiftId: next }, desk);

  await minutesLater(420 + 541);
  const watched = (await clockOf(long)).id;
  await eventually(async () => expect(await toldOf(watched)).toEqual(['watched', 'CREW_HOURS warning H']));
  await minutesLater(420 + 602);
  await eventually(async () => expect(await toldOf(watched)).toEqual(['watched', 'CREW_HOURS warning H', 'CREW_HOURS breach HSV']));
  const [told] = await sut.rows<{ payload: object }>('select payload from events where aggregate_id = $1 order by version desc limit 1', [
    watched,
  ]);
  expect(told!.payload).toMatchObject({ incidentId: id, unitId: idOf('自来水集团'), leadUnitId: idOf('热力集团'), title: '供暖主管爆裂' });
  expect((await shiftOf(long)).isOverLong).toBe(true);
  await sut.ok(incidents.endShift, { id, shiftId: long }, desk);
  expect((await sut.rows('select state from deadlines where subject_id = $1', [watched])).map(({ state }) => state)).toEqual(['stopped']);
  const calendar = new WorkCalendar([calendar2026]);
  const tables = new Map([[1, defaultTimeLimits]]);
  const ids = await Promise.all([long, short, next].map(async (shiftId) => (await clockOf(shiftId)).id));
  const { stored, replayed } = await replayedSteps(sut, ids, () => ({
    ...{ limits: defaultTimeLimits, policyVersion: 1, tables, calendar, calendarVersion: 1 },
  }));
  expect(stored).toEqual(replayed);
});

test('crews that were on site before crews had a clock have one from the next start on, counted from when they came, each once', async () => {
  const id = randomUUID();
  const scope = [{ estateId: idOf('云台路甲3号院') }];
  await sut.ok(
    incidents.openIncident,
    {
      id,
      title: '热力站停电',
      category: noHeat.slice(0, 2),
      leadUnitId: idOf('热力集团'),
      scope,
      publicText: '正在接应急电源，预计今晚恢复',
    },
    desk,
  );
  const [old, overLong, gone, recent] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const crew = (shiftId: string) => ({ id, shiftId, unitId: idOf('热力集团'), persons: 4 });
  await sut.ok(incidents.startShift, crew(recent), desk);
  const [{ minute }] = (await sut.rows<{ minute: Date }>(`select date_trunc('minute', app_now()) as minute`)) as [{ minute: Date }];
  const since = (hours: number) => new Date(minute.getTime() - hours * 3_600_000).toISOString();
  const before = (shiftId: string, hours: number, offAt: string | null) => ({
    ...{ id: shiftId, unitId: idOf('热力集团'), persons: 4, onAt: since(hours), offAt, note: null },
  });
  await sut.admin.query('update incidents set shifts = shifts || $2::jsonb where id = $1', [
    id,
    JSON.stringify([before(old, 2, null), before(overLong, 11, null), before(gone, 9, since(3))]),
  ]);
  const [db, rules] = [sut.service.app.get<Db<DispatchDb>>(Db), sut.service.app.get<RuleBook>(RuleBook)];
  for (let starts = 0; starts < 2; starts++) await watchOldCrews(db, rules);
  const watched = async () =>
    sut.rows<{ id: string; shift_id: string; due_at: Date }>('select id, shift_id, due_at from crews where incident_id = $1', [id]);
  expect((await watched()).map(({ shift_id }) => shift_id).sort()).toEqual([old, overLong, recent].sort());
  const clockOf = async (shiftId: string) => (await watched()).find((one) => one.shift_id === shiftId)!;
  const running = async (crewId: string) =>
    sut.rows(`select due_at from deadlines where subject_id = $1 and code = 'CREW_HOURS' and state = 'armed'`, [crewId]);
  const due = new Date(minute.getTime() + 8 * 3_600_000);
  const { id: oldId, due_at: relieveBy } = await clockOf(old);
  expect([relieveBy, await running(oldId)]).toEqual([due, [{ due_at: due }]]);
  const seen = await sut.ok(incidents.getIncident, { id }, chief);
  expect(seen.shifts.find((one) => one.id === old)!.relieveBy).toBe(due.toISOString());
  await eventually(async () => expect(await toldOf((await clockOf(overLong)).id)).toEqual(['watched', 'CREW_HOURS breach HSV']));
  // It leaves, or hands over, as any other.
  await sut.ok(incidents.endShift, { id, shiftId: old }, desk);
  expect([await toldOf(oldId), await running(oldId)]).toEqual([['watched', 'relieved'], []]);
  await sut.ok(incidents.handOver, { ...crew(overLong), nextShiftId: randomUUID(), note: '已接好' }, desk);
  expect((await toldOf((await clockOf(overLong)).id)).at(-1)).toBe('relieved');
  await watchOldCrews(db, rules);
  expect(await watched()).toHaveLength(4);
});
