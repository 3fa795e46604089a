import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clocks, dispatch, leaderListKinds, ledger, registryEvents, supervision, type LeaderListKind } from '@wufang/contracts';
import { addDays, atBeijing, beijingDate } from '@wufang/kernel';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { makeAt, windowOf } from '../src/domain/leader-lists.js';
import { dispatchParts } from '../src/parts.js';
import { MovingTime } from './moving-time.js';
import { administrator, answer, directoryCsv, forward, idOf, leadOf, openStreet, returnLegs, stateOf } from './street.js';

let sut: ServiceUnderTest;
const leader: Caller = { role: 'street_leader' };
const firm = leadOf('远征物业');

beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  await openStreet(sut);
  await sut.ok(dispatch.publishDirectoryCsv, { fileName: 'd.csv', file: directoryCsv.toString('base64') }, administrator);
}, 120_000);
afterAll(() => sut?.stop());

async function open(streetId: string): Promise<void> {
  const street = { name: '青云街道', district: '丰台区' };
  await sut.tell(registryEvents.streetOpened, street, { aggregateId: idOf(`${streetId} street`), version: 1, streetId });
  await eventually(async () =>
    expect(await sut.rows('select 1 from leader_list_schedules where street_id = $1', [streetId])).toHaveLength(leaderListKinds.length),
  );
}

/** As if the moment at which a list is made had come. */
const ring = (streetId: string, kind: LeaderListKind) =>
  sut.admin.query(
    `update deadlines d set fires_at = app_now() from leader_list_schedules s
     where s.street_id = $1 and s.kind = $2 and d.street_id = s.street_id and d.subject_id = s.id and d.state = 'armed'`,
    [streetId, kind],
  );
const listsOf = async (kind: LeaderListKind, streetId = 'qingyun') =>
  (await sut.ok(supervision.listLeaderLists, { kind }, { ...leader, streetId })).lists;

describe('lists for leaders', () => {
  test('a street that opens has a clock for each list, due a little after its window', async () => {
    await open('opened');
    const rows = await sut.rows<{ kind: LeaderListKind; next_from: Date; next_to: Date; due_at: Date; state: string }>(
      `select s.kind, s.next_from, s.next_to, d.due_at, d.state from leader_list_schedules s
       join deadlines d on d.street_id = s.street_id and d.subject_id = s.id where s.street_id = 'opened'`,
    );
    expect(rows.map(({ kind }) => kind).sort()).toEqual([...leaderListKinds].sort());
    for (const { kind, next_from: from, next_to: to, due_at, state } of rows) {
      expect({ from, to }).toEqual(windowOf(kind, new Date()));
      expect([due_at, state]).toEqual([makeAt({ from, to }), 'armed']);
    }
  });

  test('the daily list counts what came in, was closed, is overdue, due soon, a problem and supervised, by unit, and stays as it was made', async () => {
    await open('qingyun');
    const [closed, overdue, soon, problem, supervised] = await Promise.all([
      forward(sut),
      forward(sut),
      forward(sut),
      forward(sut),
      forward(sut),
    ]);
    await sut.ok(dispatch.accept, { id: closed.orderId }, firm);
    await sut.ok(dispatch.giveFeedback, { id: closed.orderId, publicText: '已派人员上门处理' }, firm);
    await returnLegs(sut, closed.orderId);
    await sut.ok(dispatch.complete, { id: closed.orderId, publicText: '已修好并清理现场', evidence: '照片' }, firm);
    await answer(sut, closed);
    await stateOf(sut, closed.orderId, 'CLOSED_SOLVED');
    const set = (columns: string, id: string) => sut.admin.query(`update work_orders set ${columns} where id = $1`, [id]);
    await set(`due_at = app_now() - interval '1 hour'`, overdue.orderId);
    await set(`due_at = app_now() + interval '1 hour'`, soon.orderId);
    await set('is_problem_order = true', problem.orderId);
    await sut.ok(supervision.superviseOrder, { id: supervised.orderId, demand: '盯住' }, leader);

    await ring('qingyun', 'DAY');
    await eventually(async () => expect(await listsOf('DAY')).toHaveLength(1));
    const [head] = await listsOf('DAY');
    const today = beijingDate(new Date());
    expect(head).toMatchObject({ from: atBeijing(today, '00:00').toISOString(), to: atBeijing(addDays(today, 1), '00:00').toISOString() });
    const list = await sut.ok(supervision.getLeaderList, { id: head!.id }, leader);
    const counts = { received: 5, closed: 1, overdue: 1, dueSoon: 1, problem: 1, supervised: 1, unplanned: 0 };
    expect(list.contents.total).toEqual(counts);
    expect(list.contents.byUnit).toEqual([{ unitId: idOf('远征物业'), ...counts }]);
    const named = (part: 'overdue' | 'dueSoon' | 'problem' | 'supervised') => list.contents[part].map(({ orderId }) => orderId);
    expect(list.contents.untaken?.map(({ orderId }) => orderId)).toEqual([problem.orderId]);
    expect([named('overdue'), named('dueSoon'), named('problem'), named('supervised')]).toEqual([
      [overdue.orderId],
      [soon.orderId],
      [problem.orderId],
      [supervised.orderId],
    ]);
    await forward(sut);
    await set('is_problem_order = false', problem.orderId);
    expect(await sut.ok(supervision.getLeaderList, { id: head!.id }, leader)).toEqual(list);
  });

  test('an order that is handled and of which nobody has said what will be done is counted and named, in the list and beside the meeting’s agenda', async () => {
    const streetId = 'unplanned';
    const at = (caller: Caller): Caller => ({ ...caller, streetId });
    await openStreet(sut, { streetId });
    await open(streetId);
    await sut.ok(dispatch.publishDirectoryCsv, { fileName: 'd.csv', file: directoryCsv.toString('base64') }, at(administrator));
    const [told, silent, fresh, done] = [
      await forward(sut, {}, streetId),
      await forward(sut, {}, streetId),
      await forward(sut, {}, streetId),
      await forward(sut, {}, streetId),
    ].map(({ orderId }) => orderId) as [string, string, string, string];
    for (const id of [told, silent, done]) await sut.ok(dispatch.accept, { id }, at(firm));
    // Said with the first word, whichever it is: as in the ledger, by who says it, until a day or else the order's limit.
    const measure = '周三前换掉屋面卷材';
    await sut.ok(dispatch.recordFirstContact, { id: told, measure }, at(firm));
    await sut.ok(dispatch.recordFirstContact, { id: silent, note: '电话已通' }, at(firm));
    expect(
      await sut.refused(dispatch.giveFeedback, { id: done, publicText: '已安排上门', measure, plannedOn: '2020-01-01' }, at(firm)),
    ).toBe('due.past');
    const plannedOn = addDays(beijingDate(new Date()), 2);
    await sut.ok(dispatch.giveFeedback, { id: done, publicText: '已安排上门', measure, plannedOn }, at(firm));
    const entries = (await sut.ok(ledger.listLedger, { limit: 50 }, at(leader))).entries;
    const entryOf = (id: string) => entries.find(({ orderId }) => orderId === id)!;
    expect(entryOf(told)).toMatchObject({ measure, plannedAt: entryOf(told).dueAt });
    expect(entryOf(done)).toMatchObject({ measure, plannedAt: atBeijing(addDays(plannedOn, 1), '00:00').toISOString() });
    expect([silent, fresh].map((id) => entryOf(id).measure)).toEqual([null, null]);
    const meeting = await sut.ok(supervision.drawMeeting, {}, at(leader));
    expect(meeting.unplanned).toBe(1);
    expect((await sut.ok(supervision.drawMeeting, { unitIds: [idOf('热力集团')] }, at(leader))).unplanned).toBe(0);
    await ring(streetId, 'DAY');
    const [head] = await eventually(async () => {
      const lists = await listsOf('DAY', streetId);
      expect(lists).toHaveLength(1);
      return lists;
    });
    const { contents } = await sut.ok(supervision.getLeaderList, { id: head!.id }, at(leader));
    expect([contents.total.unplanned, contents.byUnit[0]!.unplanned]).toEqual([1, 1]);
    expect(contents.unplanned!.map(({ orderId }) => orderId)).toEqual([silent]);
    // Another lead has not said what it will do: the first one's measure is not its own.
    await sut.ok(clocks.transfer, { id: told, leadUnitId: idOf('综合行政执法队'), reason: '属违建引起' }, at(leader));
    const office = at(leadOf('综合行政执法队'));
    await sut.ok(dispatch.accept, { id: told }, office);
    await sut.ok(dispatch.recordFirstContact, { id: told }, office);
    expect((await sut.ok(supervision.drawMeeting, {}, at(leader))).unplanned).toBe(2);
  });

  test('the next list is due after the next window; a list is never made twice', async () => {
    const rows = () =>
      sut.rows<{ state: string; due_at: Date }>(
        `select d.state, d.due_at from leader_list_schedules s join deadlines d on d.street_id = s.street_id and d.subject_id = s.id
         where s.street_id = 'qingyun' and s.kind = 'DAY' order by d.due_at`,
      );
    const tomorrow = windowOf('DAY', windowOf('DAY', new Date()).to);
    expect((await rows()).map(({ state, due_at }) => [state, due_at])).toEqual([
      ['fired', expect.any(Date)],
      ['armed', makeAt(tomorrow)],
    ]);
    // A street that is told to have opened once more keeps its schedules.
    await sut.tell(
      registryEvents.streetOpened,
      { name: '青云街道', district: '丰台区' },
      { aggregateId: idOf('qingyun street again'), version: 1 },
    );
    await open('witness');
    expect(await rows()).toHaveLength(2);
    await expect(
      sut.admin.query(
        `insert into leader_lists select street_id, gen_random_uuid(), version, chain_hash, updated_at, kind, window_from, window_to, made_at, contents from leader_lists`,
      ),
    ).rejects.toThrow('leader_lists_street_id_kind_window_from_key');
  });

  test('after an outage of three days the missing lists come one after the other, each once', async () => {
    const streetId = 'outage';
    await open(streetId);
    const { from } = windowOf('DAY_NOON', new Date());
    const back = new Date(from.getTime() - 3 * 86_400_000);
    await sut.admin.query(`update leader_list_schedules set next_from = $2, next_to = $3 where street_id = $1 and kind = 'DAY_NOON'`, [
      streetId,
      back,
      new Date(back.getTime() + 86_400_000),
    ]);
    await ring(streetId, 'DAY_NOON');
    // The window that ended last may be so young that its list is not due yet.
    const due = Array.from({ length: 3 }, (_, i) => new Date(back.getTime() + i * 86_400_000)).filter(
      (start) => makeAt(windowOf('DAY_NOON', start)) <= new Date(),
    );
    await eventually(async () =>
      expect((await listsOf('DAY_NOON', streetId)).map((list) => list.from)).toEqual(due.map((start) => start.toISOString()).reverse()),
    );
  });

  test('the weekly list and those of both months are rung by their clocks, count what belongs to their window to the instant, and are read by each role of the street', async () => {
    const streetId = 'rhythm';
    await openStreet(sut, { streetId });
    await sut.ok(
      dispatch.publishDirectoryCsv,
      { fileName: 'd.csv', file: directoryCsv.toString('base64') },
      { ...administrator, streetId },
    );
    await open(streetId);
    const orders = [];
    for (let i = 0; i < 5; i++) orders.push((await forward(sut, {}, streetId)).orderId);
    const [first, last, before, after, closed] = orders as [string, string, string, string, string];
    const set = (columns: string, id: string, values: Date[] = []) =>
      sut.admin.query(`update work_orders set ${columns} where id = $1`, [id, ...values]);
    // The clocks of the orders are of no matter here, and months pass.
    await sut.admin.query(
      `update deadlines set state = 'stopped', fires_at = null, stopped_at = app_now() where subject_id = any($1::uuid[])`,
      [orders],
    );
    const supervised = { id: before, demand: '盯住' };
    await sut.ok(supervision.superviseOrder, supervised, { ...leader, streetId });
    await sut.admin.query(
      `update deadlines set state = 'stopped', fires_at = null, stopped_at = app_now() where subject_id in (select id from supervisions where order_id = $1)`,
      [before],
    );
    await set('is_problem_order = true', after);
    const time = new MovingTime(sut);
    const windows = (['WEEK', 'ASSESSMENT_MONTH', 'MONTH'] as const)
      .map((kind) => ({ kind, ...windowOf(kind, time.now) }))
      .sort((a, b) => a.to.getTime() - b.to.getTime());
    for (const { kind, from, to } of windows) {
      const justBefore = (at: Date) => new Date(at.getTime() - 1);
      await set(`received_at = $2, due_at = $3`, first, [from, from]);
      await set(`received_at = $2, due_at = timestamptz '2040-01-01'`, last, [justBefore(to)]);
      await set(`received_at = $2, due_at = timestamptz '2040-01-01'`, before, [justBefore(from)]);
      await set(`received_at = $2, due_at = timestamptz '2040-01-01'`, after, [to]);
      await set(`received_at = $2, is_open = false, state = 'CLOSED_SOLVED', close_basis = 'CONFIRMED', closed_at = $3`, closed, [
        justBefore(from),
        justBefore(to),
      ]);
      expect(await listsOf(kind, streetId)).toEqual([]);
      await time.to(makeAt({ from, to }));
      const [head] = await eventually(async () => {
        const lists = await listsOf(kind, streetId);
        expect(lists).toHaveLength(1);
        return lists;
      });
      expect(head).toMatchObject({ kind, from: from.toISOString(), to: to.toISOString() });
      const counts = { received: 2, closed: 1, overdue: 1, dueSoon: 0, problem: 1, supervised: 1, unplanned: 0 };
      for (const role of ['street_leader', 'section_chief', 'inspector', 'administrator'] as const) {
        const { contents } = await sut.ok(supervision.getLeaderList, { id: head!.id }, { role, streetId });
        expect(contents.total).toEqual(counts);
        expect(contents.byUnit).toEqual([{ unitId: idOf('远征物业'), ...counts }]);
        const named = [contents.overdue, contents.dueSoon, contents.problem, contents.supervised];
        expect(named.map((part) => part.map(({ orderId }) => orderId))).toEqual([[first], [], [after], [before]]);
      }
      const told = await sut.rows<{ payload: { kind: string; total: object } }>(
        `select payload from events where street_id = $1 and type = 'dispatch.leader-list.made.v1' and payload ->> 'kind' = $2`,
        [streetId, kind],
      );
      expect(told).toMatchObject([{ payload: { kind, total: counts } }]);
    }
  });

  test('units do not read them, another street has its own', async () => {
    const head = (await listsOf('DAY')).at(-1);
    expect(await sut.refused(supervision.getLeaderList, { id: head!.id }, { ...leader, streetId: 'opened' })).toBe('object.not-found');
    const roles = Object.keys(supervision.getLeaderList.access);
    expect(roles.sort()).toEqual(['administrator', 'inspector', 'section_chief', 'street_leader']);
  });
});
