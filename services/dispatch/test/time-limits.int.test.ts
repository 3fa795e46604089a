import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  classificationEvents,
  clocks,
  defaultTimeLimits,
  dispatch,
  disputes,
  leaderListKinds,
  registryEvents,
  supervision,
  watching,
  whistles,
  type DeadlineCode,
  type DirectoryRow,
} from '@wufang/contracts';
import { beijingDate, countClock, WorkCalendar } from '@wufang/kernel';
import { Db, POOL, type PgPool } from '@wufang/service';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import { startLeaderLists } from '../src/app/start-leader-lists.js';
import type { DispatchDb } from '../src/db/schema.js';
import { migrations } from '../src/db/migrations/index.js';
import { dispatchParts } from '../src/parts.js';
import { replayClocks } from '../src/domain/replay-clocks.js';
import { logOf, plain, replayedSteps, storedClocks } from './replayed.js';
import { administrator, answer, forward, idOf, leadOf, noWhere, openStreet, stateOf } from './street.js';
import { travelTo } from './time-travel.js';

let sut: ServiceUnderTest;
const roofs: DirectoryRow = {
  ...{
    id: 'roofs',
    category: ['物业管理'],
    lead: { kind: 'UNIT', unitId: idOf('城乡建设办公室') },
    communityMayLead: false,
    source: '测试目录',
  },
};

beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  await travelTo(sut, '2026-11-09T10:00+08:00');
}, 120_000);
afterAll(() => sut?.stop());

describe('a street whose time-limit table is older than some duties', () => {
  const streetId = 'older';
  const newer: readonly DeadlineCode[] = ['CO_RETURN', 'SUPERVISION', 'WHISTLE_RESPOND', 'EXTENSION_DECIDE', 'ESCALATION_ASKED'];
  const at = (caller: Caller): Caller => ({ ...caller, streetId });

  test('is worked by all the same: the platform’s row counts, the order says so with its source, and the administrator has a finding', async () => {
    await openStreet(sut, { streetId, limits: defaultTimeLimits.filter(({ code }) => !newer.includes(code)) });
    await sut.ok(dispatch.publishDirectory, { rows: [roofs] }, at(administrator));
    const { orderId: id } = await forward(sut, { place: noWhere }, streetId);
    const lead = at(leadOf('城乡建设办公室', { role: 'department_handler' }));
    await sut.ok(dispatch.accept, { id }, lead);
    const order = await sut.ok(dispatch.recordFirstContact, { id }, lead);
    const supervised = await sut.ok(supervision.superviseOrder, { id, demand: '三日内回复办理情况' }, at({ role: 'street_leader' }));
    const limit = defaultTimeLimits.find(({ code }) => code === 'SUPERVISION')!;
    const years = new WorkCalendar([{ year: 2026, papers: [], days: [{ name: '元旦', date: '2026-01-01', isOffDay: true }] }]);
    expect(supervised.dueAt).toBe(countClock(limit, new Date(supervised.issuedAt), years).dueAt.toISOString());
    const day = new Date(Date.parse(order.dueAt) + 86_400_000 + 8 * 3_600_000 - 1).toISOString().slice(0, 10);
    await sut.ok(clocks.askExtension, { id, reason: '屋面防水材料到货推迟', dueOn: day }, lead);

    const { limits } = await sut.ok(clocks.explain, { id }, at(administrator));
    const of = (code: DeadlineCode) => limits.find((one) => one.code === code)!;
    expect(of('NORMAL')).toMatchObject({ standsIn: false, source: 'W12', policyVersion: 1 });
    expect(of('EXTENSION_DECIDE')).toMatchObject({ standsIn: true, source: 'P (as DISPUTE_DECIDE)', policyVersion: 1 });
    expect(of('EXTENSION_DECIDE').text).toContain('街道时限表第 1 版未列此项，按平台默认执行');

    const found = await sut.ok(clocks.limitFindings, {}, at(administrator));
    expect(found).toMatchObject({ version: 1, from: '2020-01-01' });
    expect(found.findings.map(({ code }) => code).sort()).toEqual([...newer].sort());
  });

  test('publishes the rows: the finding is gone, and what runs keeps the row it began by', async () => {
    const kept = await sut.rows(`select id, due_at, policy_version from deadlines where street_id = $1 and code = 'SUPERVISION'`, [
      streetId,
    ]);
    expect(kept).toHaveLength(1);
    await sut.tell(
      registryEvents.timeLimitsPublished,
      { limitsVersion: 2, from: '2020-01-01', rows: [...defaultTimeLimits] },
      { aggregateId: idOf(`${streetId} limits`), version: 2, streetId },
    );
    await eventually(async () =>
      expect(await sut.ok(clocks.limitFindings, {}, at(administrator))).toEqual({ version: 2, from: '2020-01-01', findings: [] }),
    );
    expect(
      await sut.rows(`select id, due_at, policy_version from deadlines where street_id = $1 and code = 'SUPERVISION'`, [streetId]),
    ).toEqual(kept);
  });

  test('was opened before leaders’ lists were made: they are scheduled at the next start, once', async () => {
    const schedules = () => sut.rows<{ kind: string }>('select kind from leader_list_schedules where street_id = $1', [streetId]);
    expect(await schedules()).toEqual([]);
    const [pool, db] = [sut.service.app.get<PgPool>(POOL), sut.service.app.get<Db<DispatchDb>>(Db)];
    await startLeaderLists(pool, db);
    await startLeaderLists(pool, db);
    expect((await schedules()).map(({ kind }) => kind).sort()).toEqual([...leaderListKinds].sort());
    const armed = await sut.rows(`select 1 from deadlines where street_id = $1 and code = 'LEADER_LIST' and state = 'armed'`, [streetId]);
    expect(armed).toHaveLength(leaderListKinds.length);
  });
});

describe('a year that is not announced yet', () => {
  const streetId = 'unannounced';
  const at = (caller: Caller): Caller => ({ ...caller, streetId });
  const chief = at({ role: 'section_chief' });
  // Two weeks from the day after on are off.
  const days = Array.from({ length: 14 }, (_, i) => ({ name: '停工', date: `2026-11-${10 + i}`, isOffDay: true }));

  test('summonses, tasks, supervisions, sweeps and looks again are counted anew when its calendar comes, each by a fact of its own', async () => {
    // Looks again in working days, so that they rest on the calendar too.
    const limits = defaultTimeLimits.map((row) =>
      row.code === 'WATCH_T7' ? { ...row, limit: { clock: 'D' as const, days: 7, unit: 'working' as const, roll: false } } : row,
    );
    await openStreet(sut, { streetId, limits, years: [{ year: 2026, papers: [], days: [] }] });
    // A calendar without a paper is not announced.
    await sut.ok(dispatch.publishDirectory, { rows: [roofs] }, at(administrator));
    const lead = at(leadOf('城乡建设办公室', { role: 'department_handler' }));
    const demand = await forward(sut, { place: noWhere }, streetId);
    const id = demand.orderId;
    await sut.ok(dispatch.accept, { id }, lead);
    await sut.ok(dispatch.recordFirstContact, { id }, lead);
    const { orderId: open } = await forward(sut, { place: noWhere }, streetId);
    const supervised = await sut.ok(supervision.superviseOrder, { id: open, demand: '三日内回复办理情况' }, at({ role: 'street_leader' }));
    // Of an order that stays open: closing one ends its whistles.
    const { orderId: whistled } = await forward(sut, { place: noWhere }, streetId);
    await sut.ok(dispatch.accept, { id: whistled }, lead);
    await sut.ok(dispatch.recordFirstContact, { id: whistled }, lead);
    const called = { orderId: whistled, reason: '管线权属不清', unitIds: [idOf('自来水集团')] };
    const whistle = await sut.ok(whistles.soundWhistle, called, chief);
    const tasks = [{ unitId: idOf('自来水集团'), text: '提交管线权属材料' }];
    await sut.ok(whistles.recordMinutes, { id: whistle.id, minutes: '会商确定先行抢修', tasks }, chief);
    await answer(sut, demand, {}, streetId);
    await stateOf(sut, id, 'CLOSED_SOLVED');
    const places = [{ estateId: idOf('南岗里一区'), buildingId: null, unitId: idOf('远征物业'), reason: '同类屋面' }];
    await sut.ok(watching.openSweep, { id: idOf('a sweep'), orderId: id, places }, at({ role: 'phone_desk' }));
    const subjects = [
      ['summonses', 'respond_due_at', 'WHISTLE_RESPOND'],
      ['assigned_tasks', 'due_at', 'ASSIGNED_TASK'],
      ['supervisions', 'due_at', 'SUPERVISION'],
      ['sweep_checks', 'due_at', 'SWEEP_CHECK'],
      ['watch_checks', 'due_at', 'WATCH_T7'],
    ] as const;
    const read = async () =>
      Promise.all(
        subjects.map(async ([table, column, code]) => {
          const rows = await sut.rows<{ id: string; kept: Date; due_at: Date; provisional: boolean; state: string }>(
            `select s.id, s.${column} as kept, d.due_at, d.provisional, d.state from ${table} s
             join deadlines d on d.street_id = s.street_id and d.subject_id = s.id and d.code = $2 where s.street_id = $1`,
            [streetId, code],
          );
          return [code, ...rows] as const;
        }),
      );
    const before = await read();
    for (const [code, ...rows] of before)
      expect([code, rows.map((row) => [row.provisional, row.state])]).toEqual([code, [[true, 'armed']]]);

    const announced = { year: 2026, papers: ['国办发明电〔2025〕7号'], days };
    const tables = new Map([[1, limits]]);
    const rulesOf = (policyVersion: number, calendarVersion: number) => ({
      ...{ limits, policyVersion, tables, calendarVersion },
      calendar: new WorkCalendar(calendarVersion < 3 ? [] : [announced]),
    });
    const ids = before.map(([, row]) => row!.id);
    // The notice of another year changes nothing of them: they stay where their logs have them, and are not asked again.
    await sut.tell(
      registryEvents.calendarPublished,
      { year: 2025, papers: ['国办发明电〔2024〕12号'], days: [], calendarVersion: 1, provisional: false },
      { aggregateId: idOf(`${streetId} calendar 2025`), version: 1, streetId },
    );
    const asked = () =>
      sut.rows<{ n: number }>(
        `select count(*)::int as n from deadlines where subject_id = any($1) and provisional and recounted_version = 2`,
        [ids],
      );
    await eventually(async () => expect(await asked()).toEqual([{ n: before.length }]));
    const untouched = await replayedSteps(sut, ids, rulesOf);
    expect(untouched.replayed).toEqual(untouched.stored);
    expect(await read()).toEqual(before);

    await sut.tell(
      registryEvents.calendarPublished,
      { ...announced, calendarVersion: 2, provisional: false },
      { aggregateId: idOf(`${streetId} calendar 2026`), version: 2, streetId },
    );
    await eventually(async () => {
      for (const [code, row] of await read()) expect([code, row!.provisional, row!.kept]).toEqual([code, false, row!.due_at]);
    });
    const after = await read();
    after.forEach(([code, row], i) => expect([code, row!.due_at > before[i]![1]!.due_at]).toEqual([code, true]));
    expect(supervised.id).toBe(after[2]![1]!.id);
    const told = await sut.rows<{ type: string }>(
      `select type from events where street_id = $1 and type like '%.clock-recounted.v1' order by type`,
      [streetId],
    );
    expect([...new Set(told.map(({ type }) => type.split('.')[1]))]).toEqual(
      expect.arrayContaining(['assigned-task', 'summons', 'supervision', 'sweep-check', 'watch-check']),
    );
    const { stored, replayed } = await replayedSteps(sut, ids, rulesOf);
    expect(replayed).toEqual(stored);
  });

  test('an emergency that was lowered is counted anew like any other of its level', async () => {
    const other = 'unannounced-lowered';
    const limits = defaultTimeLimits.map((row) =>
      row.code === 'NORMAL' ? { ...row, limit: { clock: 'D' as const, days: 7, unit: 'working' as const, roll: false } } : row,
    );
    await openStreet(sut, { streetId: other, limits, years: [{ year: 2026, papers: [], days: [] }] });
    const { demandId, orderId: id, payload } = await forward(sut, { level: 'E' }, other);
    await sut.tell(
      classificationEvents.levelLowered,
      { no: payload.no, orderId: id, level: 'N', reason: '来电人说是抽烟', loweredAt: new Date().toISOString() },
      { aggregateId: demandId, version: 3, streetId: other },
    );
    const normal = async () =>
      (
        await sut.rows<{ due_at: Date; provisional: boolean; stage: number; kept: Date }>(
          `select d.due_at, d.provisional, d.stage, o.due_at as kept from deadlines d join work_orders o on o.id = d.subject_id where o.id = $1 and d.code = 'NORMAL'`,
          [id],
        )
      )[0];
    const before = (await eventually(async () => {
      expect(await normal()).toMatchObject({ provisional: true, stage: 0 });
      return normal();
    }))!;
    expect(before.kept).toEqual(before.due_at);
    const announced = { year: 2026, papers: ['国办发明电〔2025〕7号'], days };
    await sut.tell(
      registryEvents.calendarPublished,
      { ...announced, calendarVersion: 2, provisional: false },
      { aggregateId: idOf(`${other} calendar 2026`), version: 2, streetId: other },
    );
    await eventually(async () => expect((await normal())!.provisional).toBe(false));
    const after = (await normal())!;
    expect([after.due_at > before.due_at, after.kept]).toEqual([true, after.due_at]);
    const tables = new Map([[1, limits]]);
    const replayed = replayClocks(await logOf(sut, id), (policyVersion, calendarVersion) => ({
      ...{ limits, policyVersion, tables, calendarVersion },
      calendar: new WorkCalendar(calendarVersion < 2 ? [] : [announced]),
    }));
    expect(replayed.map(plain).sort()).toEqual((await storedClocks(sut, id)).map(plain).sort());
  });

  test('an objection’s due time goes with its clock, in the list of the desk too', async () => {
    const other = 'unannounced-objection';
    const as = (caller: Caller): Caller => ({ ...caller, streetId: other });
    await travelTo(sut, '2026-11-09T16:30+08:00');
    await openStreet(sut, { streetId: other, years: [{ year: 2026, papers: [], days: [] }] });
    await sut.ok(dispatch.publishDirectory, { rows: [roofs] }, as(administrator));
    const { orderId: id } = await forward(sut, { place: noWhere }, other);
    const lead = as(leadOf('城乡建设办公室', { role: 'department_handler' }));
    const objection = { reason: 'NOT_OUR_DUTY' as const, text: '屋面漏雨应由产权单位办理', photoIds: [idOf('photo')] };
    const raised = await sut.ok(disputes.raiseDispute, { id, ...objection }, lead);
    expect(beijingDate(new Date(raised.dueAt))).toBe('2026-11-10');

    await sut.tell(
      registryEvents.calendarPublished,
      { year: 2026, papers: ['国办发明电〔2025〕7号'], days, calendarVersion: 2, provisional: false },
      { aggregateId: idOf(`${other} calendar 2026`), version: 2, streetId: other },
    );
    const listed = async () => (await sut.ok(disputes.listDisputes, {}, as({ role: 'phone_desk' }))).disputes.map(({ dueAt }) => dueAt);
    await eventually(async () => expect((await listed()).map((at) => beijingDate(new Date(at)))).toEqual(['2026-11-24']));
    const seen = await sut.ok(dispatch.getWorkOrder, { id }, as(administrator));
    const clock = seen.clocks.find(({ code }) => code === 'DISPUTE_DECIDE')!;
    expect(await listed()).toEqual([clock.dueAt]);
    expect(seen.disputes.map(({ dueAt }) => dueAt)).toEqual([clock.dueAt]);
    expect(
      seen.timeline.filter(({ facts }) => facts['code'] === 'DISPUTE_DECIDE').map(({ type, facts }) => [type, facts['oldDueAt']]),
    ).toEqual([['dispatch.work-order.clock-recounted.v1', raised.dueAt]]);
  });
});
