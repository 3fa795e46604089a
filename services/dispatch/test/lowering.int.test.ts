import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { classificationEvents, dispatch, incidents } from '@wufang/contracts';
import { eventually, ServiceUnderTest } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { dispatchParts } from '../src/parts.js';
import { administrator, directoryCsv, forward, heating, history, idOf, leadOf, openStreet } from './street.js';

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
  const lower = async (demand: { demandId: string; orderId: string; payload: { no: string } }) => {
    const { demandId, orderId, payload } = demand;
    const lowered = { no: payload.no, orderId, level: 'U' as const, reason: '没有人身危险', loweredAt: new Date().toISOString() };
    await sut.tell(classificationEvents.levelLowered, lowered, { aggregateId: demandId, version: 3 });
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
  await sut.ok(dispatch.checkIn, { id: onSite.orderId, point: '锅炉房', photoId: idOf('photo') }, crew);
  expect(await lower(attached)).toEqual(['UTIL_DONE']);
  expect(await lower(onSite)).toEqual(['UTIL_DONE']);
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
