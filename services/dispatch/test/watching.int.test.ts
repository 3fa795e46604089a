import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { defaultTimeLimits, dispatch, incidents, watching, type Category, type WatchCheck, type WatchKind } from '@wufang/contracts';
import { addDays, atBeijing, beijingDate, WorkCalendar } from '@wufang/kernel';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import { Kysely, PostgresDialect } from 'kysely';
import { migrations } from '../src/db/migrations/index.js';
import { replayClocks } from '../src/domain/replay-clocks.js';
import { dispatchParts } from '../src/parts.js';
import { logOf, plain, storedClocks } from './replayed.js';
import {
  administrator,
  answer,
  calendar2026,
  returnLegs,
  directoryCsv,
  forward,
  idOf,
  leadOf,
  leaking,
  openStreet,
  stateOf,
} from './street.js';

let sut: ServiceUnderTest;
const desk: Caller = { role: 'phone_desk' };
const firm = leadOf('远征物业');
const worker: Caller = { role: 'community_worker', scope: 'concerned', unitIds: [idOf('南岗里社区')] };
const sewage: Category = ['水电气热', '排水', '污水外溢'];

beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  await openStreet(sut);
  await sut.ok(dispatch.publishDirectoryCsv, { fileName: 'directory.csv', file: directoryCsv.toString('base64') }, administrator);
}, 120_000);
afterAll(() => sut?.stop());

/** The database's clock, so many days ahead from now on. */
async function daysLater(days: number): Promise<void> {
  await sut.admin.query(
    `create or replace function app_now() returns timestamptz language sql volatile as 'select clock_timestamp() + interval ''${days} days'''`,
  );
}
const now = async () => (await sut.rows<{ now: Date }>('select app_now() as now'))[0]!.now;

/** A leak that was repaired, and whose complainant said so. */
async function repaired(category: Category = leaking) {
  const demand = await forward(sut, { category, receivedAt: (await now()).toISOString() });
  await sut.ok(dispatch.accept, { id: demand.orderId }, firm);
  await sut.ok(dispatch.recordFirstContact, { id: demand.orderId }, firm);
  await returnLegs(sut, demand.orderId);
  await sut.ok(dispatch.complete, { id: demand.orderId, publicText: '屋面防水已经修好', evidence: '维修单' }, firm);
  await answer(sut, demand);
  return demand;
}
async function checksOf(orderId: string): Promise<Record<WatchKind, WatchCheck>> {
  const { checks } = await sut.ok(watching.listWatchChecks, { orderId }, desk);
  return Object.fromEntries(checks.map((check) => [check.kind, check])) as Record<WatchKind, WatchCheck>;
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
const running = async (id: string) =>
  (await sut.rows<{ code: string }>(`select code from deadlines where subject_id = $1 and state = 'armed' order by code`, [id])).map(
    ({ code }) => code,
  );

describe('a roof leak that was solved', () => {
  let leak: Awaited<ReturnType<typeof repaired>>;
  let dry: Awaited<ReturnType<typeof repaired>>;
  let checks: Record<WatchKind, WatchCheck>;

  test('is closed for the resident and looked at again: after 7 days, after 30 days, at the first rain', async () => {
    [leak, dry] = [await repaired(), await repaired()];
    for (const { orderId } of [leak, dry]) await stateOf(sut, orderId, 'WATCHING');
    expect((await toldOf(leak.orderId)).slice(-2)).toEqual(['closed', 'watching-began']);
    checks = await checksOf(leak.orderId);
    const today = beijingDate(await now());
    const midnight = (days: number) => atBeijing(addDays(today, days), '24:00').toISOString();
    expect(checks).toMatchObject({
      T7: { state: 'OPEN', dueAt: midnight(7), openFrom: midnight(4), unitId: idOf('南岗里社区') },
      T30: { state: 'OPEN', dueAt: midnight(30) },
      RAIN: { state: 'WAITING', dueAt: null },
    });
    expect([await running(checks.T7.id), await running(checks.T30.id), await running(checks.RAIN.id)]).toEqual([
      ['WATCH_T7'],
      ['WATCH_T30'],
      [],
    ]);
    const [order] = await sut.rows<{ is_open: boolean }>('select is_open from work_orders where id = $1', [leak.orderId]);
    expect(order!.is_open).toBe(false);
  });

  test('what makes noise is not', async () => {
    const noise = await repaired(['物业管理', '物业服务', '保洁垃圾清运']);
    await stateOf(sut, noise.orderId, 'CLOSED_SOLVED');
    expect(await checksOf(noise.orderId)).toEqual({});
  });

  test('the look after 7 days counts from the fifth day on, by those whom it concerns, once', async () => {
    const look = { id: checks.T7.id, passed: true, note: '顶层两户未见渗水', photoIds: [idOf('photo')] };
    expect(await sut.refused(watching.recordWatchCheck, look, worker)).toBe('check.too-early');
    await daysLater(5);
    expect(await sut.refused(watching.recordWatchCheck, look, { ...worker, unitIds: [idOf('云台路社区')] })).toBe('object.not-found');
    // Who repaired it does not say that it holds; nor where the look was its own, before that was a rule.
    await sut.admin.query('update watch_checks set unit_id = $1 where id = $2', [idOf('远征物业'), checks.T7.id]);
    await migrations['0023_looks_of_communities']!.up(new Kysely({ dialect: new PostgresDialect({ pool: sut.admin }) }));
    expect((await checksOf(leak.orderId)).T7.unitId).toBe(idOf('南岗里社区'));
    expect(await sut.refused(watching.recordWatchCheck, look, leadOf('远征物业', { scope: 'concerned' }))).toBe('check.own-order');
    expect(await sut.ok(watching.recordWatchCheck, look, worker)).toMatchObject({ state: 'PASSED', photoIds: [idOf('photo')] });
    expect(await sut.refused(watching.recordWatchCheck, look, worker)).toBe('check.recorded');
    expect(await running(checks.T7.id)).toEqual([]);
  });

  test('one that is not taken tells the chief once', async () => {
    await daysLater(32);
    const [missed] = [(await checksOf(dry.orderId)).T7];
    await eventually(async () => expect(await toldOf(missed.id)).toContain('WATCH_T7 breach S'));
    await eventually(async () => expect(await toldOf(checks.T30.id)).toContain('WATCH_T30 breach S'));
    for (const id of [missed.id, checks.T30.id]) expect((await toldOf(id)).filter((what) => what.includes('breach'))).toHaveLength(1);
    await sut.ok(watching.recordWatchCheck, { id: checks.T30.id, passed: true, note: '干燥' }, worker);
    await stateOf(sut, leak.orderId, 'WATCHING');
  });

  test('rain is declared: the looks that waited are due, drainage has 30 minutes, the rest as ever', async () => {
    expect((await sut.ok(watching.getRain, {}, worker)).isOn).toBe(false);
    const before = await forward(sut, { category: sewage, level: 'U', receivedAt: (await now()).toISOString() });
    expect(await running(before.orderId)).not.toContain('RAIN_DRAIN');
    const attended = await forward(sut, { category: sewage, level: 'U', receivedAt: (await now()).toISOString() });
    const crew: Caller = { ...leadOf('排水集团二分公司'), role: 'department_handler' };
    await sut.ok(dispatch.accept, { id: attended.orderId }, crew);
    await sut.ok(dispatch.checkIn, { id: attended.orderId, point: '东门外' }, crew);
    const rain = await sut.ok(watching.declareRain, {}, desk);
    expect(rain.isOn).toBe(true);
    // It is declared because such calls came: they have their 30 minutes from now, unless somebody is there.
    expect(await running(before.orderId)).toContain('RAIN_DRAIN');
    expect(await running(attended.orderId)).not.toContain('RAIN_DRAIN');
    const [drain] = await sut.rows<{ started_at: Date; due_at: Date }>(
      `select started_at, due_at from deadlines where subject_id = $1 and code = 'RAIN_DRAIN'`,
      [before.orderId],
    );
    expect(drain!.due_at.getTime() - drain!.started_at.getTime()).toBe(30 * 60_000);
    expect((await toldOf(before.orderId)).at(-1)).toBe('rain-came');
    expect(await sut.refused(watching.declareRain, {}, desk)).toBe('rain.already');
    checks = await checksOf(leak.orderId);
    expect(checks.RAIN).toMatchObject({ state: 'OPEN', openFrom: rain.since });
    expect(checks.RAIN.dueAt).toBe(atBeijing(addDays(beijingDate(await now()), 1), '24:00').toISOString());

    const [flooded, other] = [
      await forward(sut, { category: sewage, level: 'U', receivedAt: (await now()).toISOString() }),
      await forward(sut, { receivedAt: (await now()).toISOString() }),
    ];
    expect(await running(flooded.orderId)).toContain('RAIN_DRAIN');
    expect(await running(other.orderId)).not.toContain('RAIN_DRAIN');
    await sut.ok(dispatch.accept, { id: flooded.orderId }, crew);
    await sut.ok(dispatch.checkIn, { id: flooded.orderId, point: '东门外' }, crew);
    expect(await running(flooded.orderId)).not.toContain('RAIN_DRAIN');
  });

  test('taken out of an incident while it rains, drainage has its 30 minutes again', async () => {
    const { orderId } = await forward(sut, { category: sewage, level: 'U', receivedAt: (await now()).toISOString() });
    const incident = {
      ...{ id: randomUUID(), title: '主路积水', category: sewage.slice(0, 2), leadUnitId: idOf('排水集团二分公司') },
      ...{ scope: [{ estateId: idOf('南岗里一区') }], publicText: '正在抽排，预计两小时内退水' },
    };
    await sut.ok(incidents.openIncident, incident, desk);
    await sut.ok(incidents.attachOrders, { id: incident.id, orderIds: [orderId] }, desk);
    expect(await running(orderId)).not.toContain('RAIN_DRAIN');
    await sut.ok(incidents.detachOrder, { id: incident.id, orderId, reason: '与主路积水无关' }, desk);
    expect(await running(orderId)).toContain('RAIN_DRAIN');
    await sut.ok(incidents.restore, { id: incident.id, publicText: '积水已退，道路恢复通行' }, desk);
  });

  test('the first rain comes through: the old order is archived and the same demand gets another, dispatched like any', async () => {
    const failed = await sut.ok(watching.recordWatchCheck, { id: checks.RAIN.id, passed: false, note: '顶层西户渗水' }, worker);
    expect(failed).toMatchObject({ state: 'FAILED', childOrderId: expect.any(String) });
    await stateOf(sut, leak.orderId, 'ARCHIVED');
    const parent = await sut.ok(dispatch.getWorkOrder, { id: leak.orderId }, administrator);
    const child = await sut.ok(dispatch.getWorkOrder, { id: failed.childOrderId! }, administrator);
    expect(child).toMatchObject({ state: 'DISPATCHED', demandId: leak.demandId, no: `${parent.no}-回看`, leadUnitId: idOf('远征物业') });
    expect(child.receivedAt > parent.closedAt!).toBe(true);
    expect(await running(child.id)).toEqual(['ACCEPT', 'NORMAL', 'PROGRESS']);
    expect((await toldOf(leak.orderId)).slice(-1)).toEqual(['archived']);
    await answer(sut, { demandId: leak.demandId, orderId: child.id });
    await stateOf(sut, child.id, 'WATCHING');
    expect((await checksOf(child.id)).RAIN.state).toBe('WAITING');
  });

  test('all looks passed: archived, nothing else is owed', async () => {
    const open = await checksOf(dry.orderId);
    for (const kind of ['T7', 'RAIN', 'T30'] as const)
      await sut.ok(watching.recordWatchCheck, { id: open[kind].id, passed: true, note: '未见渗水' }, worker);
    await stateOf(sut, dry.orderId, 'ARCHIVED');
    expect(await sut.rows('select 1 from work_orders where parent_order_id = $1', [dry.orderId])).toEqual([]);
  });

  test('a leak that shows early ends the watch at once, and the other looks are dropped', async () => {
    const third = await repaired();
    await stateOf(sut, third.orderId, 'WATCHING');
    const open = await checksOf(third.orderId);
    await sut.ok(watching.recordWatchCheck, { id: open.T7.id, passed: false, note: '当晚又漏' }, worker);
    const after = await checksOf(third.orderId);
    expect([after.T7.state, after.T30.state, after.RAIN.state]).toEqual(['FAILED', 'DROPPED', 'DROPPED']);
    expect(await running(after.T30.id)).toEqual([]);
  });

  test('when the rain is over drainage has its usual time again', async () => {
    expect(await sut.ok(watching.endRain, {}, desk)).toMatchObject({ isOn: false });
    expect(await sut.refused(watching.endRain, {}, desk)).toBe('rain.already');
    const after = await forward(sut, { category: sewage, level: 'U', receivedAt: (await now()).toISOString() });
    expect(await running(after.orderId)).not.toContain('RAIN_DRAIN');
  });

  test('who let the 30 minutes of one rain run out has them again in the next, and whose run still has them once', async () => {
    const late = await forward(sut, { category: sewage, level: 'U', receivedAt: (await now()).toISOString() });
    await sut.ok(watching.declareRain, {}, desk);
    await daysLater(32.03);
    await eventually(async () => expect(await toldOf(late.orderId)).toContain('RAIN_DRAIN breach VT'));
    expect(await running(late.orderId)).not.toContain('RAIN_DRAIN');
    const recent = await forward(sut, { category: sewage, level: 'U', receivedAt: (await now()).toISOString() });
    await sut.ok(watching.endRain, {}, desk);
    await sut.ok(watching.declareRain, {}, desk);
    const during = await forward(sut, { category: sewage, level: 'U', receivedAt: (await now()).toISOString() });
    const drains = async (id: string) => (await running(id)).filter((code) => code === 'RAIN_DRAIN');
    for (const { orderId } of [late, recent, during]) expect(await drains(orderId)).toEqual(['RAIN_DRAIN']);
    expect((await toldOf(late.orderId)).filter((what) => what === 'rain-came')).toHaveLength(2);
    const tables = new Map([[1, defaultTimeLimits]]);
    const rules = { limits: defaultTimeLimits, policyVersion: 1, tables, calendarVersion: 1, calendar: new WorkCalendar([calendar2026]) };
    for (const { orderId } of [recent, during]) {
      const again = replayClocks(await logOf(sut, orderId), () => rules);
      expect(again.map(plain).sort()).toEqual((await storedClocks(sut, orderId)).map(plain).sort());
    }
    await sut.ok(watching.endRain, {}, desk);
  });
});
