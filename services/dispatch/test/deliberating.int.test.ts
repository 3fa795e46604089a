import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  commitmentEvents,
  deliberating,
  dispatch,
  issueEvents,
  ownersVoteEvents,
  resolutionEvents,
  roundEvents,
  supervision,
  supervisionEvents,
  whistles,
  type Category,
  type SeatKind,
} from '@wufang/contracts';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { dispatchParts } from '../src/parts.js';
import { administrator, directoryCsv, forward, history, idOf, leadOf, noWhere, openStreet, stateOf } from './street.js';

let sut: ServiceUnderTest;
const community: Caller = { role: 'community_worker', unitIds: [idOf('南岗里社区')], scope: 'concerned' };
const chief: Caller = { role: 'section_chief' };
const words = { problem: '屋面漏雨涉及多个产权单位，单个单位无法解决', publicText: '已提请小区五方共议，进展将告知您' };

beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  await openStreet(sut);
  await sut.ok(dispatch.publishDirectoryCsv, { fileName: 'd.csv', file: directoryCsv.toString('base64') }, administrator);
}, 120_000);
afterAll(() => sut?.stop());

async function handled(part: Parameters<typeof forward>[1] = {}): Promise<{ id: string; lead: Caller }> {
  const { orderId: id } = await forward(sut, part);
  const { leadUnitId } = await sut.ok(dispatch.getWorkOrder, { id }, chief);
  const lead = { ...leadOf(''), unitIds: [leadUnitId] };
  await sut.ok(dispatch.accept, { id }, lead);
  await sut.ok(dispatch.recordFirstContact, { id }, lead);
  return { id, lead };
}
const clocksOf = (id: string) =>
  sut.rows<{ code: string; state: string; due_at: Date }>(
    `select code, state, due_at from deadlines where subject_id = $1 and code in ('NORMAL', 'PROGRESS') order by code, id`,
    [id],
  );
const ended = (orderIds: string[], outcome: 'SIGNED' | 'REJECTED', about: { aggregateId: string; version: number }) =>
  sut.tell(
    issueEvents.issueEnded,
    { tableId: randomUUID(), estateId: idOf('南岗里一区'), outcome, orderIds, title: '屋面漏雨', at: new Date().toISOString() },
    about,
  );

test('an order goes to the table and comes back when the issue has ended; its due time stays, the next report is owed anew', async () => {
  const { id, lead } = await handled();
  const [before] = await clocksOf(id);
  const at = await sut.ok(deliberating.deliberateOrder, { id, ...words }, chief);
  expect(at.state).toBe('DELIBERATING');
  expect((await clocksOf(id)).map(({ code, state }) => [code, state])).toEqual([
    ['NORMAL', 'armed'],
    ['PROGRESS', 'stopped'],
    ['PROGRESS', 'armed'],
  ]);
  expect((await clocksOf(id))[0]).toEqual(before);
  await sut.ok(dispatch.reportProgress, { id, publicText: '五方第一轮会商已经召开' }, lead);
  expect(await sut.refused(dispatch.complete, { id, publicText: '已经修好屋面不再漏雨', evidence: '照片' }, lead)).toBe(
    'work-order.illegal-step',
  );
  const issueId = randomUUID();
  const other = await handled();
  // An order that never waited stays as it is.
  await ended([id, other.id], 'SIGNED', { aggregateId: issueId, version: 1 });
  await stateOf(sut, id, 'HANDLING');
  await ended([id], 'REJECTED', { aggregateId: issueId, version: 2 });
  await sut.ok(deliberating.deliberateOrder, { id, ...words }, chief);
  await ended([id], 'REJECTED', { aggregateId: issueId, version: 3 });
  await stateOf(sut, id, 'HANDLING');
  const told = (await history(sut, id)).filter(({ type }) => type.startsWith('deliberation'));
  expect(told.map(({ type, payload }) => [type, payload['outcome']])).toEqual([
    ['deliberation-asked', undefined],
    ['deliberation-ended', 'SIGNED'],
    ['deliberation-asked', undefined],
    ['deliberation-ended', 'REJECTED'],
  ]);
  expect((await history(sut, other.id)).filter(({ type }) => type.startsWith('deliberation'))).toEqual([]);
});

test('the owners’ decision is annulled: an order that had heard of it keeps its state and clocks, and says so once', async () => {
  const { id, lead } = await handled();
  await sut.ok(deliberating.deliberateOrder, { id, ...words }, chief);
  await ended([id], 'REJECTED', { aggregateId: randomUUID(), version: 1 });
  await stateOf(sut, id, 'HANDLING');
  const before = await clocksOf(id);
  const voteId = randomUUID();
  const at = '2027-01-04T02:00:00.000Z';
  const annulled = {
    ...{ issueId: randomUUID(), estateId: idOf('南岗里一区'), kind: 'PAPER' as const, title: '选聘物业' },
    ...{ reason: '公告未满十五日', at, concernedUnitIds: [], orderIds: [id] },
  };
  // Told twice is noted once.
  for (let i = 0; i < 2; i++) await sut.tell(ownersVoteEvents.annulled, annulled, { aggregateId: voteId, version: 1 });
  const noted = async () => (await history(sut, id)).filter(({ type }) => type === 'decision-annulled');
  await eventually(async () =>
    expect((await noted()).map(({ payload }) => payload)).toMatchObject([
      { voteId, title: '选聘物业', annulledAt: at, leadUnitId: lead.unitIds![0] },
    ]),
  );
  expect((await sut.ok(dispatch.getWorkOrder, { id }, chief)).state).toBe('HANDLING');
  expect(await clocksOf(id)).toEqual(before);
});

test('a plan that all parties have signed meets the limit of what is complex; one that was rejected does not', async () => {
  // No row of the directory gives it a level of its own.
  const complex = { level: 'C' as const, category: ['其他', '其他', '其他'] as Category };
  const [signed, rejected] = [await handled(complex), await handled(complex)];
  for (const { id } of [signed, rejected]) await sut.ok(deliberating.deliberateOrder, { id, ...words }, chief);
  await ended([signed.id], 'SIGNED', { aggregateId: randomUUID(), version: 1 });
  await ended([rejected.id], 'REJECTED', { aggregateId: randomUUID(), version: 1 });
  for (const { id } of [signed, rejected]) await stateOf(sut, id, 'HANDLING');
  const met = async (id: string) => (await sut.ok(dispatch.getWorkOrder, { id }, chief)).limitMetAt;
  expect(await met(signed.id)).not.toBeNull();
  expect(await met(rejected.id)).toBeNull();
});

test('only an order that is being handled, in an estate, by those whom it concerns', async () => {
  const { id } = await handled();
  expect(await sut.refused(deliberating.deliberateOrder, { id, ...words }, { ...community, unitIds: [idOf('云台路社区')] })).toBe(
    'object.not-found',
  );
  const { orderId: fresh } = await forward(sut);
  expect(await sut.refused(deliberating.deliberateOrder, { id: fresh, ...words }, chief)).toBe('work-order.illegal-step');
  const phone = { ...words, problem: '请直接联系住户 138 1234 5678 了解' };
  expect(await sut.refused(deliberating.deliberateOrder, { id, ...phone }, chief)).toBe('work-order.text-private');
  const { orderId: nowhere } = await forward(sut, { place: { ...noWhere, communityId: idOf('南岗里社区') } });
  const { leadUnitId } = await sut.ok(dispatch.getWorkOrder, { id: nowhere }, chief);
  const lead = { ...leadOf(''), unitIds: [leadUnitId] };
  await sut.ok(dispatch.accept, { id: nowhere }, lead);
  await sut.ok(dispatch.recordFirstContact, { id: nowhere }, lead);
  expect(await sut.refused(deliberating.deliberateOrder, { id: nowhere, ...words }, chief)).toBe('work-order.estate-needed');
});

test('a unit that stayed away twice is whistled at; the street does not whistle at itself', async () => {
  const unitId = idOf('远征集团三院');
  const estate = { estateId: idOf('南岗里一区'), communityId: idOf('南岗里社区') };
  const absent = (seat: SeatKind, absentId: string) => ({
    ...{ issueId: randomUUID(), tableId: randomUUID(), no: 1, ...estate },
    ...{ unitId: absentId, seat, title: '屋面漏雨', at: new Date().toISOString() },
  });
  const roundId = randomUUID();
  await sut.tell(roundEvents.unitAbsent, absent('STREET', idOf('青云街道')), { aggregateId: roundId, version: 1 });
  await sut.tell(roundEvents.unitAbsent, absent('RIGHTS_UNIT', unitId), { aggregateId: roundId, version: 2 });
  await eventually(async () => {
    const { whistles: sounded } = await sut.ok(whistles.listWhistles, {}, chief);
    expect(sounded.map(({ state, summonedUnitIds, reason }) => [state, summonedUnitIds, reason])).toEqual([
      ['SOUNDED', [unitId], '“屋面漏雨”两次通知会商，产权单位一方均未到会，请到场说明并确定到会人员'],
    ]);
  });
});

test('a unit that has not signed in time is whistled at, once and not before; the street does not whistle for itself', async () => {
  const [firm, street] = [idOf('远征物业'), idOf('青云街道')];
  const resolutionId = randomUUID();
  const missing = (version: number, part: object = {}) =>
    sut.tell(
      resolutionEvents.signatureMissing,
      {
        ...{ issueId: randomUUID(), tableId: randomUUID(), estateId: idOf('南岗里一区'), communityId: idOf('南岗里社区'), no: 2 },
        ...{ hash: 'a'.repeat(64), title: '雨后积水', dueAt: new Date().toISOString(), stage: version, kind: 'breach', tell: ['S', 'V'] },
        ...{ seats: ['STREET', 'FIRM'], unitIds: [street, firm], ...part },
      },
      { aggregateId: resolutionId, version },
    );
  await missing(1, { kind: 'warning', tell: ['H'] });
  await missing(2);
  await missing(2);
  await missing(3, { no: 3, seats: ['STREET'], unitIds: [street] });
  // The last event is a marker: what came before it has been heard.
  await missing(4, { no: 4 });
  await eventually(async () => {
    const { whistles: sounded } = await sut.ok(whistles.listWhistles, {}, chief);
    const late = sounded
      .filter(({ reason }) => reason.includes('逾期未签署'))
      .map(({ summonedUnitIds, reason }) => [summonedUnitIds, reason]);
    const saying = (no: number) => `“雨后积水”第 ${no} 版决议逾期未签署，请到场签署，或者书面说明不签署的理由`;
    expect(late.sort()).toEqual([
      [[firm], saying(2)],
      [[firm], saying(4)],
    ]);
  });
});

test('a promise signed at a table becomes a task of its unit, told once; it is delivered with what was promised to be shown', async () => {
  const unitId = idOf('南岗里社区');
  const dueAt = new Date(Date.now() + 10 * 86_400_000).toISOString();
  const made = (at: string, about: { aggregateId: string; version: number }) =>
    sut.tell(
      commitmentEvents.made,
      {
        ...{ issueId: randomUUID(), resolutionId: randomUUID(), tableId: randomUUID(), estateId: idOf('南岗里一区'), no: 1 },
        ...{ seat: 'COMMUNITY', unitId, title: '雨后院内积水', text: '每日巡查雨水口', evidence: '巡查记录', dueAt: at },
      },
      about,
    );
  const taskOf = (sourceId: string) =>
    eventually(async () => {
      const { tasks } = await sut.ok(supervision.listTasks, { sourceId }, community);
      expect(tasks).toHaveLength(1);
      return tasks[0]!;
    });
  const [kept, lapsed] = [randomUUID(), randomUUID()];
  await made(dueAt, { aggregateId: kept, version: 1 });
  await made(dueAt, { aggregateId: kept, version: 1 });
  // Signed after it was due: it still has to be done, in the time of the table.
  await made('2020-01-01T00:00:00.000Z', { aggregateId: lapsed, version: 1 });
  expect((await taskOf(lapsed)).state).toBe('ENTRUSTED');
  const task = await taskOf(kept);
  expect(task).toMatchObject({ source: 'COMMITMENT', unitId, state: 'ENTRUSTED', orderId: null });
  expect(new Date(task.dueAt).toISOString()).toBe(dueAt);
  expect(task.text).toContain('完成时提交：巡查记录');
  const sixth = { ...community, unitIds: [randomUUID()] };
  expect(await sut.refused(supervision.deliverTask, { id: task.id, evidence: '巡查记录三份' }, sixth)).toBe('object.not-found');
  expect((await sut.ok(supervision.deliverTask, { id: task.id, evidence: '巡查记录三份' }, community)).state).toBe('DELIVERED');
  const told = await sut.rows<{ type: string }>('select type from events where aggregate_id = $1 order by version', [task.id]);
  expect(told.map(({ type }) => type)).toEqual([supervisionEvents.taskEntrusted.type, supervisionEvents.taskDelivered.type]);
});

test('a promise has its own clock at the table: the one of its task runs beside it and tells nobody a second time', async () => {
  const unitId = idOf('南岗里社区');
  const sourceId = randomUUID();
  const dueAt = new Date(Date.now() + 2 * 86_400_000).toISOString();
  await sut.tell(
    commitmentEvents.made,
    {
      ...{ issueId: randomUUID(), resolutionId: randomUUID(), tableId: randomUUID(), estateId: idOf('南岗里一区'), no: 1 },
      ...{ seat: 'COMMUNITY', unitId, title: '雨后院内积水', text: '清掏雨水口', evidence: '照片', dueAt },
    },
    { aggregateId: sourceId, version: 1 },
  );
  const { id } = await eventually(async () => {
    const { tasks } = await sut.ok(supervision.listTasks, { sourceId }, community);
    expect(tasks).toHaveLength(1);
    return tasks[0]!;
  });
  await sut.admin.query(
    `create or replace function app_now() returns timestamptz language sql volatile as $$ select clock_timestamp() + interval '3 days' $$`,
  );
  await eventually(async () => {
    const fired = await sut.rows<{ payload: { kind: string; tell: string[] } }>(
      'select payload from events where aggregate_id = $1 and type = $2 order by version desc limit 1',
      [id, supervisionEvents.taskClockFired.type],
    );
    expect(fired.map(({ payload: { kind, tell } }) => [kind, tell])).toEqual([['breach', []]]);
  });
});
