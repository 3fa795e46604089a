/**
 * Traps that like systems fell into and that concern clocks, each a test with its name. Beside these: the trap of loops over minutes and of starts on the
 * edge of a period is in libs/kernel/src/due.test.ts, the unassigned order's fallback role in services/notify/test/ladder.int.test.ts.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clocks, defaultTimeLimits, dispatch, registryEvents, supervision, type DeadlineCode, type TimeLimit } from '@wufang/contracts';
import { eventually, ServiceUnderTest } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { dispatchParts } from '../src/parts.js';
import { DAY, handled, HOUR, MovingTime } from './moving-time.js';
import { administrator, calledBack, directoryCsv, forward, heating, history, idOf, openStreet } from './street.js';

let sut: ServiceUnderTest;
let time: MovingTime;
const chief = { role: 'section_chief' as const, accountId: 'chief' };
const waiting = { kind: 'WAITING_FOR_COMPLAINANT' as const, reason: '诉求人出差，周五回京', publicText: '等您回京后入户查看' };

beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  await openStreet(sut);
  await sut.ok(dispatch.publishDirectoryCsv, { fileName: 'd.csv', file: directoryCsv.toString('base64') }, administrator);
  time = new MovingTime(sut);
}, 120_000);
afterAll(() => sut?.stop());

interface StoredClock {
  code: DeadlineCode;
  state: string;
  started_at: Date;
  due_at: Date;
}
const clocksOf = (orderId: string) =>
  sut.rows<StoredClock>('select * from deadlines where subject_id = $1 order by code, started_at', [orderId]);
const clock = async (orderId: string, code: DeadlineCode) => (await clocksOf(orderId)).filter((one) => one.code === code).at(-1)!;
const fired = async (orderId: string, code: DeadlineCode) =>
  (await history(sut, orderId)).filter(({ type, payload }) => type === 'clock-fired' && payload['code'] === code);
const quiet = () =>
  eventually(async () => expect(await sut.rows(`select 1 from deadlines where state = 'armed' and fires_at <= app_now()`)).toEqual([]), {
    within: 150_000,
  });

describe('traps', () => {
  test('a sweeper that reads one page, newest first (DIGIT): of more than 10 000 overdue clocks the oldest fires first, and all do', async () => {
    const { orderId } = await forward(sut);
    const total = 10_500;
    // The same order many times over, each with one clock; the first is the oldest by far.
    await sut.admin.query(
      `with made as (
         insert into work_orders select (jsonb_populate_record(w, jsonb_build_object('id', gen_random_uuid(), 'no', 'COPY-' || n))).*
         from work_orders w, generate_series(1, ${total}) n where w.id = $1 returning id, no)
       insert into deadlines (street_id, id, subject_id, code, stage, stages, started_at, due_at, fires_at, state, version, policy_version, calendar_version, provisional)
       select 'qingyun', gen_random_uuid(), id, 'ACCEPT', 0, jsonb_build_array(jsonb_build_object('kind', 'breach', 'at', at, 'tell', jsonb_build_array('S'))),
              at - interval '1 hour', at, at, 'armed', 1, 1, 1, false
       from (select id, app_now() - make_interval(secs => (${total} + 1 - substr(no, 6)::int) * 10) as at from made) copies`,
      [orderId],
    );
    await quiet();
    // Two transactions fire side by side, so that one which began a moment later may hold the very oldest; it is in the first page all the same.
    const [count] = await sut.rows<{ n: number; oldest_first: boolean }>(
      `select count(*)::int as n, count(*) filter (where at < oldest)::int < 2000 as oldest_first
       from (select e.at, min(e.at) filter (where o.no = 'COPY-1') over () as oldest
             from deadline_effects e join deadlines d on d.id = e.deadline_id join work_orders o on o.id = d.subject_id where o.no like 'COPY-%') as fired`,
    );
    await sut.admin.query(
      `update work_orders set is_open = false, closed_at = app_now(), close_basis = 'EXPLAINED', state = 'CLOSED_UNSOLVED' where no like 'COPY-%'`,
    );
    expect(count).toEqual({ n: total, oldest_first: true });
  }, 240_000);

  test('one that is locked holds up the queue: an order somebody works on keeps no other order waiting, and its own clock fires when it is free', async () => {
    const [held, other] = [await forward(sut), await forward(sut)];
    const hands = await sut.admin.connect();
    try {
      await hands.query(`begin; select 1 from work_orders where id = '${held.orderId}' for update`);
      await sut.admin.query(
        `update deadlines set fires_at = app_now() - case subject_id when $1 then interval '1 minute' else interval '1 second' end
         where subject_id = any($2) and code = 'ACCEPT'`,
        [held.orderId, [held.orderId, other.orderId]],
      );
      await eventually(async () => expect(await fired(other.orderId, 'ACCEPT')).toHaveLength(1), { within: 8_000 });
      expect(await fired(held.orderId, 'ACCEPT')).toEqual([]);
    } finally {
      await hands.query('rollback');
      hands.release();
    }
    await eventually(async () => expect(await fired(held.orderId, 'ACCEPT')).toHaveLength(1), { within: 30_000 });
  }, 60_000);

  test('unassigned never escalates (DIGIT): what no rule could send and nobody accepted climbs all the same', async () => {
    const { orderId } = await forward(sut, { category: ['没有', '这样', '的类'] });
    await time.to((await clock(orderId, 'ACCEPT')).due_at);
    await eventually(async () =>
      expect((await fired(orderId, 'ACCEPT')).at(-1)?.payload).toMatchObject({ kind: 'breach', isAccepted: false }),
    );
    await time.to((await clock(orderId, 'NORMAL')).due_at);
    await eventually(async () => expect((await fired(orderId, 'NORMAL')).at(-1)?.payload['tell']).toEqual(['S', 'V']));
  });

  test('a comment resets a clock or a window (DIGIT): feedback, check-in, a supervisor’s comment and an urging leave every deadline as it was', async () => {
    const { orderId: id, lead } = await handled(sut);
    const before = await clocksOf(id);
    await sut.ok(dispatch.giveFeedback, { id, publicText: '已约好明天上午上门' }, lead);
    await sut.ok(dispatch.checkIn, { id, point: '三号楼门前' }, lead);
    const watcher = { role: 'citizen_supervisor' as const, unitIds: [idOf('南岗里社区')], scope: 'concerned' as const };
    await sut.ok(supervision.commentOnOrder, { id, text: '屋面仍在渗水，未见施工' }, watcher);
    await sut.ok(supervision.urge, { id, by: 'COMPLAINANT' }, { role: 'phone_desk' });
    expect(await clocksOf(id)).toEqual(before);
  });

  test('two definitions of the same clock (DIGIT): list order, badge, report and escalation agree to the millisecond', async () => {
    const { orderId: id, order } = await handled(sut);
    const due = new Date(order.dueAt);
    const mine = async () => {
      const seen = await sut.ok(dispatch.getWorkOrder, { id }, administrator);
      return { due: seen.dueAt, badge: seen.clocks.find(({ code }) => code === 'NORMAL')!.isOverdue };
    };
    expect((await clock(id, 'NORMAL')).due_at).toEqual(due);
    await time.to(new Date(due.getTime() - HOUR));
    expect(await mine()).toEqual({ due: order.dueAt, badge: false });
    expect(await calledBack(sut, id)).toEqual([]);
    await time.to(due);
    await eventually(async () => expect(await calledBack(sut, id)).toHaveLength(1));
    expect(await mine()).toEqual({ due: order.dueAt, badge: true });
    const [report] = await calledBack(sut, id);
    expect(report!.payload['dueAt']).toBe(order.dueAt);
    expect((await fired(id, 'NORMAL')).at(-1)!.payload).toMatchObject({ kind: 'breach', dueAt: order.dueAt });
    const { workOrders } = await sut.ok(dispatch.listWorkOrders, { open: 'true' as never, limit: 200 }, administrator);
    const dues = workOrders.map(({ dueAt }) => dueAt);
    expect(dues).toEqual([...dues].sort());
    expect(workOrders.find((one) => one.id === id)!.dueAt).toBe(order.dueAt);
  });

  test('violated while pending (GLPI 24481): a sweep during a pause fires nothing of what stands still, and nobody sees it overdue', async () => {
    const { orderId: id, order } = await handled(sut);
    const until = new Date(time.now.getTime() + 20 * DAY).toISOString();
    await sut.ok(clocks.startPause, { id, ...waiting, kind: 'OWNERS_VOTE', until }, chief);
    await time.to(new Date(new Date(order.dueAt).getTime() + DAY));
    await quiet();
    expect(await fired(id, 'NORMAL')).toEqual([]);
    const seen = await sut.ok(dispatch.getWorkOrder, { id }, administrator);
    expect(seen.clocks.find(({ code }) => code === 'NORMAL')).toMatchObject({ state: 'paused', isOverdue: false });
    expect(new Date(seen.dueAt).getTime()).toBeGreaterThan(time.now.getTime());
    expect(seen.firstDueAt).toBe(order.dueAt);
    const resumed = await sut.ok(clocks.endPause, { id }, chief);
    expect(new Date(resumed.dueAt).getTime()).toBeGreaterThan(time.now.getTime());
    await time.to(resumed.dueAt);
    await eventually(async () => expect((await fired(id, 'NORMAL')).at(-1)?.payload['kind']).toBe('breach'));
  });

  test('a change of the table forgets pauses (GLPI): a clock that stands still meanwhile keeps its own limit and its pause', async () => {
    const { orderId: id, lead, order } = await handled(sut);
    await sut.ok(clocks.startPause, { id, ...waiting }, lead);
    const rows = defaultTimeLimits.map((row): TimeLimit =>
      row.code === 'NORMAL' ? { ...row, limit: { clock: 'D', days: 3, unit: 'calendar', roll: false }, stages: row.stages.slice(2) } : row,
    );
    await sut.tell(
      registryEvents.timeLimitsPublished,
      { limitsVersion: 2, from: '2020-01-01', rows },
      { aggregateId: idOf('qingyun limits'), version: 2 },
    );
    await eventually(async () => expect((await forwardedLimit()).policy_version).toBe(2));
    await time.forward(2 * DAY);
    const resumed = await sut.ok(clocks.endPause, { id }, lead);
    expect(new Date(resumed.dueAt).getTime()).toBe(new Date(order.dueAt).getTime() + 2 * DAY);
    expect((await clock(id, 'NORMAL')).due_at.toISOString()).toBe(resumed.dueAt);
  });
  const forwardedLimit = async () => {
    const { orderId } = await forward(sut);
    return (
      await sut.rows<{ policy_version: number }>(`select policy_version from deadlines where subject_id = $1 and code = 'NORMAL'`, [
        orderId,
      ])
    )[0]!;
  };

  test('only the nearest clock is kept (Zammad), polled by the hour (Frappe): two clocks of one instant both fire, each stage in its own minute', async () => {
    const { orderId } = await forward(sut, { level: 'E', category: heating });
    const [feedback, handling] = await Promise.all([clock(orderId, 'EMERG_FEEDBACK'), clock(orderId, 'HANDLING_E')]);
    expect(feedback.due_at).toEqual(handling.due_at);
    await time.to(new Date(feedback.started_at.getTime() + HOUR - 1_500));
    expect(await fired(orderId, 'EMERG_FEEDBACK')).toEqual([]);
    await eventually(async () => {
      expect(await fired(orderId, 'EMERG_FEEDBACK')).toHaveLength(1);
      expect(await fired(orderId, 'HANDLING_E')).toHaveLength(1);
    });
    await time.to(feedback.due_at);
    await eventually(async () => {
      expect((await fired(orderId, 'EMERG_FEEDBACK')).map(({ payload }) => payload['kind'])).toContain('breach');
      expect((await fired(orderId, 'HANDLING_E')).map(({ payload }) => payload['kind'])).toContain('breach');
    });
    const late = await sut.rows<{ min: number; max: number }>(
      `select min(extract(epoch from at - e.fires_at))::float as min, max(extract(epoch from at - e.fires_at))::float as max
       from deadline_effects e join deadlines d on d.id = e.deadline_id where d.subject_id = $1 and e.stage = 0 and d.code in ('EMERG_FEEDBACK', 'HANDLING_E')`,
      [orderId],
    );
    expect(late[0]!.min).toBeGreaterThanOrEqual(0);
    expect(late[0]!.max).toBeLessThan(60);
  });

  test('watched for so many periods and then forgotten: a report that never comes is owed anew after the last stage', async () => {
    const { orderId } = await handled(sut);
    const [first] = await sut.rows<{ stages: { at: string }[] }>(
      `select stages from deadlines where subject_id = $1 and code = 'PROGRESS'`,
      [orderId],
    );
    const last = new Date(first!.stages.at(-1)!.at);
    await time.to(last);
    await eventually(async () => {
      expect((await fired(orderId, 'PROGRESS')).at(-1)?.payload).toMatchObject({ stage: first!.stages.length - 1, goesOn: true });
      const all = (await clocksOf(orderId)).filter(({ code }) => code === 'PROGRESS');
      expect(all.map(({ state }) => state)).toEqual(['fired', 'armed']);
      expect(all[1]!.started_at.getTime()).toBeGreaterThanOrEqual(last.getTime());
    });
  });
});
