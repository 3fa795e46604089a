import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { deliberatingEvents, dispatchEvents, issues, tables } from '@wufang/contracts';
import { eventually, ServiceUnderTest } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { deliberationParts } from '../src/parts.js';
import { building1, idOf, inspector, openStreet, openTable, party, propose, yard } from './street.js';

let sut: ServiceUnderTest;

beforeAll(async () => {
  sut = await ServiceUnderTest.start(deliberationParts, migrations);
  await openStreet(sut);
}, 120_000);
afterAll(() => sut?.stop());

async function anOrder(estateId = yard): Promise<string> {
  const id = randomUUID();
  const at = new Date().toISOString();
  const place = { communityId: idOf('南岗里社区'), estateId, buildingId: null, point: null };
  await sut.tell(
    dispatchEvents.dispatched,
    {
      ...{ demandId: randomUUID(), no: `T${id.slice(0, 8)}`, leadUnitId: idOf('远征物业'), coUnitIds: [], level: 'N', place },
      ...{ category: ['物业管理', '公共设施', '排水'], receivedAt: at, dispatchedAt: at, dueAt: at },
      decision: { directoryVersion: 1, ruleIds: [], reason: '按目录', alternatives: [] },
    },
    { aggregateId: id, version: 1 },
  );
  await eventually(async () => expect(await sut.rows('select 1 from orders where id = $1', [id])).toHaveLength(1));
  return id;
}

test('an order that no unit can settle comes to its estate’s table, which is set up for it; the end is told with the order', async () => {
  const orderId = await anOrder();
  const about = { demandId: randomUUID(), no: 'T1', leadUnitId: idOf('远征物业'), estateId: yard, buildingId: building1 };
  const text = { title: '1号楼屋面漏雨', problem: '屋面漏雨涉及多个产权单位，单个单位无法解决', publicText: '已提请五方共议' };
  const at = new Date().toISOString();
  await sut.tell(deliberatingEvents.deliberationAsked, { ...about, ...text, dueAt: at, askedAt: at }, { aggregateId: orderId, version: 2 });
  const found = await eventually(async () => {
    const [issue] = (await sut.ok(issues.listIssues, { orderId }, inspector)).issues;
    expect(issue).toBeDefined();
    return issue!;
  });
  expect(found).toMatchObject({ state: 'PROPOSED', origin: 'WORK_ORDER', proposedBy: null, orderIds: [orderId], title: text.title });
  expect(found.scope).toEqual({ level: 'BUILDING', estateId: yard, buildingId: building1, stairwell: null });
  const [table] = (await sut.ok(tables.listTables, {}, party.RIGHTS_UNIT)).tables;
  expect(table!.seats.map(({ kind, state }) => [kind, state])).toEqual([
    ['STREET', 'FILLED'],
    ['COMMUNITY', 'FILLED'],
    ['RIGHTS_UNIT', 'FILLED'],
    ['FIRM', 'FILLED'],
    ['OWNERS_BODY', 'VACANT'],
  ]);
  // Nobody with a seat brought it: the chair withdraws it alone.
  await sut.ok(
    tables.appoint,
    { id: table!.id, seat: 'COMMUNITY', as: 'REPRESENTATIVE', accountId: party.COMMUNITY.accountId, document: '社区授权书' },
    party.COMMUNITY,
  );
  await sut.ok(issues.withdrawIssue, { id: found.id, reason: '产权单位已自行修复' }, party.COMMUNITY);
  const [end] = await sut.rows<{ payload: object }>(
    `select payload from events where type = 'deliberation.issue.ended.v1' and aggregate_id = $1`,
    [found.id],
  );
  expect(end!.payload).toMatchObject({ outcome: 'WITHDRAWN', orderIds: [orderId] });
  expect(await sut.rows('select issue_id from orders where id = $1', [orderId])).toEqual([{ issue_id: null }]);
});

test('repeated orders of the estate come to the table together; one of another estate, or one that lies there already, does not', async () => {
  const streetId = 'qingyun';
  const [known] = (await sut.ok(tables.listTables, {}, inspector)).tables;
  const tableId = known?.id ?? (await openTable(sut, { streetId }));
  const [one, two, elsewhere] = [await anOrder(), await anOrder(), await anOrder(idOf('云台路甲3号院'))];
  const refusal = { tableId, title: '院内反复积水', problem: '大雨后院内反复积水，居民多次反映', id: randomUUID() };
  const scope = { level: 'ESTATE' as const, estateId: yard, buildingId: null, stairwell: null };
  expect(await sut.refused(issues.proposeIssue, { ...refusal, scope, orderIds: [one, elsewhere] }, party.COMMUNITY)).toBe(
    'issue.order-elsewhere',
  );
  const cluster = await propose(sut, tableId, { orderIds: [one, two] });
  expect(cluster).toMatchObject({ origin: 'CLUSTER', orderIds: [one, two] });
  expect(await sut.refused(issues.proposeIssue, { ...refusal, id: randomUUID(), scope, orderIds: [one] }, party.COMMUNITY)).toBe(
    'issue.order-elsewhere',
  );
});
