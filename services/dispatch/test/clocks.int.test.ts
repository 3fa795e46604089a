import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  defaultTimeLimits,
  dispatch,
  intakeEvents,
  registryEvents,
  type DeadlineCode,
  type StageAt,
  type TimeLimit,
} from '@wufang/contracts';
import { dueAt, WorkCalendar } from '@wufang/kernel';
import { eventually, ServiceUnderTest } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { dispatchParts } from '../src/parts.js';
import {
  aDemand,
  administrator,
  answer,
  calendar2026,
  directoryCsv,
  forward,
  heating,
  calledBack,
  history,
  idOf,
  leadOf,
  openStreet,
  returnLegs,
  stateOf,
} from './street.js';

let sut: ServiceUnderTest;
const seconds = (n: number): StageAt => ({ minutes: n / 60 });
const words = { publicText: '人员已到现场，正在抢修' };
const emergency = { level: 'E' as const, category: heating };

/** The default table with the limits of an emergency in seconds. */
const secondsTable: TimeLimit[] = defaultTimeLimits.map((row) => {
  if (row.code === 'EMERG_FEEDBACK') {
    const [first, second, third, breach, after] = row.stages;
    return {
      ...row,
      limit: { clock: 'C', minutes: 3.2 / 60 },
      stages: [
        { ...first!, at: seconds(0.8) },
        { ...second!, at: seconds(1.6) },
        { ...third!, at: seconds(2.4) },
        breach!,
        { ...after!, at: { afterDueMinutes: 0.8 / 60 } },
      ],
    };
  }
  if (row.code === 'HANDLING_E') {
    const [first, breach] = row.stages;
    const after = { kind: 'after' as const, at: { afterDueMinutes: 0.5 / 60 }, tell: ['R' as const] };
    return { ...row, limit: { clock: 'C', minutes: 2 / 60 }, stages: [{ ...first!, at: seconds(1) }, breach!, after] };
  }
  if (row.code === 'REWORK')
    return { ...row, limit: { clock: 'C', minutes: 1.5 / 60 }, stages: row.stages.filter(({ kind }) => kind === 'breach') };
  if (row.code === 'ACCEPT_EU') return { ...row, limit: { clock: 'C', minutes: 1.2 / 60 } };
  return row;
});

beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  for (const streetId of ['qingyun', 'quick']) await openStreet(sut, { streetId, ...(streetId === 'quick' && { limits: secondsTable }) });
  for (const streetId of ['qingyun', 'quick'])
    await sut.ok(
      dispatch.publishDirectoryCsv,
      { fileName: 'd.csv', file: directoryCsv.toString('base64') },
      { ...administrator, streetId },
    );
}, 120_000);
afterAll(() => sut?.stop());

const fired = async (orderId: string, code?: DeadlineCode) =>
  (await history(sut, orderId))
    .filter(({ type, payload }) => type === 'clock-fired' && (code === undefined || payload['code'] === code))
    .map(({ payload }) => `${payload['code']} ${payload['stage']} ${payload['kind']} ${payload['tell'].join('')}`);

const feedbackChain = [
  'EMERG_FEEDBACK 0 warning HS',
  'EMERG_FEEDBACK 1 warning V',
  'EMERG_FEEDBACK 2 warning HSV',
  'EMERG_FEEDBACK 3 breach T',
  'EMERG_FEEDBACK 4 after R',
];

describe('clocks of an order', () => {
  test('climb the chain in order although nobody has accepted, and open the callback at the due time', async () => {
    const { orderId } = await forward(sut, emergency, 'quick');
    await eventually(async () => expect(await fired(orderId, 'EMERG_FEEDBACK')).toEqual(feedbackChain));
    expect(await fired(orderId, 'HANDLING_E')).toEqual(['HANDLING_E 0 warning HS', 'HANDLING_E 1 breach SV', 'HANDLING_E 2 after R']);
    expect(await fired(orderId, 'ACCEPT_EU')).toEqual(['ACCEPT_EU 0 warning H', 'ACCEPT_EU 1 breach S']);
    const due = await calledBack(sut, orderId);
    expect(due).toHaveLength(1);
    await stateOf(sut, orderId, 'DISPATCHED');
    const seen = await sut.ok(dispatch.getWorkOrder, { id: orderId }, { ...administrator, streetId: 'quick' });
    expect(due[0]!.payload['dueAt']).toBe(seen.dueAt);
    expect(
      seen.clocks
        .filter(({ isOverdue }) => isOverdue)
        .map(({ code }) => code)
        .sort(),
    ).toEqual(['ACCEPT_EU', 'EMERG_FEEDBACK', 'HANDLING_E']);
    expect(await sut.rows('select 1 from deadline_effects where at < fires_at')).toEqual([]);
  });

  test('a stopped clock is silent from then on, its neighbours go on', async () => {
    const there = { ...leadOf('热力集团'), streetId: 'quick' };
    const [{ orderId }, witness] = await Promise.all([forward(sut, emergency, 'quick'), forward(sut, emergency, 'quick')]);
    await sut.ok(dispatch.accept, { id: orderId }, there);
    await eventually(async () => expect(await fired(orderId, 'EMERG_FEEDBACK')).toEqual(feedbackChain.slice(0, 1)));
    await sut.ok(dispatch.giveFeedback, { id: orderId, ...words }, there);
    await eventually(async () => expect(await fired(witness.orderId, 'EMERG_FEEDBACK')).toEqual(feedbackChain));
    expect(await fired(orderId, 'EMERG_FEEDBACK')).toEqual(feedbackChain.slice(0, 1));
    expect(await fired(orderId, 'HANDLING_E')).toHaveLength(3);
  });

  test('Redis flushed, then killed: every stage still comes, once, never early', async () => {
    const orders = await Promise.all(Array.from({ length: 10 }, () => forward(sut, emergency, 'quick')));
    await flushAll(sut.servers.redis.adminUrl);
    await eventually(async () => expect(await fired(orders[9]!.orderId, 'EMERG_FEEDBACK')).toHaveLength(1));
    await sut.servers.kill('redis');
    try {
      for (const { orderId } of orders) await eventually(async () => expect(await fired(orderId, 'EMERG_FEEDBACK')).toEqual(feedbackChain));
      const after = await forward(sut, emergency, 'quick');
      await eventually(async () => expect(await fired(after.orderId, 'ACCEPT_EU')).toHaveLength(2));
    } finally {
      await sut.servers.start('redis');
    }
    for (const { orderId } of orders) expect(await calledBack(sut, orderId)).toHaveLength(1);
    expect(await sut.rows('select 1 from deadline_effects where at < fires_at')).toEqual([]);
    const lateMs = await sut.rows<{ max: number }>(
      `select max(extract(epoch from at - fires_at) * 1000)::int as max from deadline_effects`,
    );
    console.log(`latest stage: ${lateMs[0]!.max} ms late`);
  });

  test('after an outage the latest stage speaks for those it passed over, the due time is not lost', async () => {
    const { orderId } = await forward(sut, emergency, 'quick');
    // As if nothing had swept for a while: every stage lies in the past at once.
    await sut.admin.query(
      `update deadlines set started_at = started_at - interval '1 hour', due_at = due_at - interval '1 hour', fires_at = fires_at - interval '1 hour',
         stages = (select jsonb_agg(jsonb_set(s, '{at}', to_jsonb((s->>'at')::timestamptz - interval '1 hour')) order by n) from jsonb_array_elements(stages) with ordinality as x(s, n))
       where subject_id = $1 and code in ('EMERG_FEEDBACK', 'HANDLING_E') and stage = 0`,
      [orderId],
    );
    await eventually(async () => expect(await fired(orderId, 'EMERG_FEEDBACK')).toEqual(['EMERG_FEEDBACK 4 after R']));
    await eventually(async () => expect(await fired(orderId, 'HANDLING_E')).toEqual(['HANDLING_E 2 after R']));
    const told = await history(sut, orderId);
    expect(told.find(({ payload }) => payload['code'] === 'EMERG_FEEDBACK')!.payload['skippedStages']).toBe(4);
    await eventually(async () => expect(await calledBack(sut, orderId)).toHaveLength(1));
  });

  test('a rework past its limit is called back about too, and its state stays', async () => {
    const there = { ...leadOf('远征物业'), streetId: 'quick' };
    const demand = await forward(sut, {}, 'quick');
    const { orderId: id } = demand;
    await sut.ok(dispatch.accept, { id }, there);
    await sut.ok(dispatch.recordFirstContact, { id }, there);
    await returnLegs(sut, id, 'quick');
    await sut.ok(dispatch.complete, { id, publicText: '屋面防水已经修好', evidence: '维修单' }, there);
    await answer(sut, demand, { solved: false, satisfaction: 'DISSATISFIED', reason: '还在漏' }, 'quick');
    await stateOf(sut, id, 'REWORK');
    await eventually(async () => expect(await fired(id, 'REWORK')).toHaveLength(1));
    const seen = await sut.ok(dispatch.getWorkOrder, { id }, { ...administrator, streetId: 'quick' });
    const due = await calledBack(sut, id);
    expect(due.map(({ payload }) => payload['dueAt'])).toEqual([seen.dueAt]);
    expect(seen.state).toBe('REWORK');
  });

  test('closing stops everything', async () => {
    const demand = await forward(sut, emergency, 'quick');
    await answer(sut, demand, {}, 'quick');
    await stateOf(sut, demand.orderId, 'CLOSED_SOLVED');
    const count = (await history(sut, demand.orderId)).length;
    const witness = await forward(sut, emergency, 'quick');
    await eventually(async () => expect(await fired(witness.orderId, 'EMERG_FEEDBACK')).toEqual(feedbackChain));
    expect(await history(sut, demand.orderId)).toHaveLength(count);
  });

  test('every due time is what table, calendar and start give', async () => {
    const calendar = new WorkCalendar([calendar2026]);
    for (const level of ['E', 'U', 'N', 'C'] as const)
      for (const demandType of ['INQUIRY', 'COMPLAINT'] as const) {
        const { orderId } = await forward(sut, { level, demandType, category: ['其他', '其他', '其他'] });
        const clocks = await sut.rows<{ code: string; started_at: Date; due_at: Date; policy_version: number; calendar_version: number }>(
          'select * from deadlines where subject_id = $1',
          [orderId],
        );
        expect(clocks.length).toBeGreaterThan(2);
        for (const clock of clocks) {
          const limit = defaultTimeLimits.find(({ code }) => code === clock.code)!;
          expect([clock.code, clock.due_at]).toEqual([clock.code, dueAt(limit.limit, clock.started_at, calendar).dueAt]);
          expect(clock).toMatchObject({ policy_version: 1, calendar_version: 1 });
        }
      }
  });

  test('a change of the table leaves running clocks as they are', async () => {
    const streetId = 'changing';
    await openStreet(sut, { streetId });
    const { orderId } = await forward(sut, {}, streetId);
    const before = await sut.rows('select code, due_at, version from deadlines where subject_id = $1 order by code', [orderId]);
    const shorter = defaultTimeLimits.map((row) =>
      row.code === 'NORMAL' ? { ...row, limit: { ...row.limit, days: 3 } as TimeLimit['limit'], stages: row.stages.slice(2) } : row,
    );
    await sut.tell(
      registryEvents.timeLimitsPublished,
      { limitsVersion: 2, from: '2020-01-01', rows: shorter },
      { aggregateId: idOf(`${streetId} limits`), version: 2, streetId },
    );
    await eventually(async () => {
      const next = await forward(sut, {}, streetId);
      const rows = await sut.rows<{ policy_version: number }>(
        `select policy_version from deadlines where subject_id = $1 and code = 'NORMAL'`,
        [next.orderId],
      );
      expect(rows[0]!.policy_version).toBe(2);
    });
    expect(await sut.rows('select code, due_at, version from deadlines where subject_id = $1 order by code', [orderId])).toEqual(before);
  });
});

describe('a year that is not announced yet', () => {
  const streetId = 'provisional';
  const question = { demandType: 'INQUIRY' as const, category: ['民生保障', '社会保障', '政策咨询'] as [string, string, string] };
  const about = (version: number) => ({ aggregateId: idOf(`${streetId} calendar 2026`), version, streetId });

  test('is counted as provisional, and anew by a recorded event when its calendar comes', async () => {
    const empty = { year: 2026, papers: [], days: [] };
    const workingDays = defaultTimeLimits.map((row) =>
      row.code === 'NORMAL' ? { ...row, limit: { clock: 'D' as const, days: 7, unit: 'working' as const, roll: false } } : row,
    );
    await openStreet(sut, { streetId, years: [empty], limits: workingDays });
    const { orderId } = await forward(sut, question, streetId);
    const written = new Date(Date.now() + 5 * 86_400_000).toISOString();
    const { demandId, orderId: importedId, payload } = aDemand();
    const { forwardedAt: _, ...facts } = payload;
    await sut.tell(
      intakeEvents.demandImported,
      { ...facts, leadUnitId: null, dueAt: written, completedAt: null, callback: null },
      { aggregateId: demandId, version: 1, streetId },
    );
    await stateOf(sut, importedId, 'HANDLING');
    const [before] = await sut.rows<{ due_at: Date; provisional: boolean; started_at: Date }>(
      `select due_at, provisional, started_at from deadlines where subject_id = $1 and code = 'POLICY_ANSWER'`,
      [orderId],
    );
    expect(before!.provisional).toBe(true);
    const others = await sut.rows(`select code, due_at, version from deadlines where subject_id = $1 and not provisional order by code`, [
      orderId,
    ]);

    // The notice takes the provisional working day off, so that the answer is due later.
    const lastDay = new Date(before!.due_at.getTime() - 1 + 8 * 3_600_000).toISOString().slice(0, 10);
    const announced = { year: 2026, papers: ['国办发明电〔2025〕7号'], days: [{ name: '停工', date: lastDay, isOffDay: true }] };
    await sut.tell(registryEvents.calendarPublished, { ...announced, calendarVersion: 2, provisional: false }, about(2));

    const limit = defaultTimeLimits.find(({ code }) => code === 'POLICY_ANSWER')!;
    const wanted = dueAt(limit.limit, before!.started_at, new WorkCalendar([announced])).dueAt;
    expect(wanted.getTime()).toBeGreaterThan(before!.due_at.getTime());
    await eventually(async () => {
      const [now] = await sut.rows<{ due_at: Date; provisional: boolean; calendar_version: number }>(
        `select due_at, provisional, calendar_version from deadlines where subject_id = $1 and code = 'POLICY_ANSWER'`,
        [orderId],
      );
      expect(now).toEqual({ due_at: wanted, provisional: false, calendar_version: 2 });
    });
    const recounted = (await history(sut, orderId)).filter(({ type }) => type === 'clock-recounted');
    expect(recounted.map(({ payload }) => payload)).toContainEqual({
      code: 'POLICY_ANSWER',
      oldDueAt: before!.due_at.toISOString(),
      newDueAt: wanted.toISOString(),
      calendarVersion: 2,
    });
    expect(new Set(recounted.map(({ payload }) => payload['code'])).size).toBe(recounted.length);
    const orders = new Map(
      (await sut.rows<{ id: string; due_at: Date }>('select id, due_at from work_orders')).map((row) => [row.id, row.due_at]),
    );
    expect(orders.get(orderId)).toEqual(
      new Date(recounted.find(({ payload: { code } }) => code === 'NORMAL')!.payload['newDueAt'] as string),
    );
    // What was written in an import stays as it was written.
    expect(orders.get(importedId)).toEqual(new Date(written));
    for (const kept of others)
      expect(
        await sut.rows('select code, due_at, version from deadlines where subject_id = $1 and code = $2', [orderId, kept['code']]),
      ).toEqual([kept]);
  });
});

/** FLUSHALL by hand: the services' own user may not. */
function flushAll(url: string): Promise<void> {
  const { hostname, port, username, password } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(`AUTH ${decodeURIComponent(username)} ${decodeURIComponent(password)}\r\nFLUSHALL\r\nQUIT\r\n`),
    );
    let said = '';
    socket.on('data', (data) => (said += data.toString()));
    socket.on('error', reject);
    socket.on('close', () => (said === '+OK\r\n+OK\r\n+OK\r\n' ? resolve() : reject(new Error(said))));
  });
}
