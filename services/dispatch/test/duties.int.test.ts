import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { registryEvents, watching, type Duty } from '@wufang/contracts';
import { addDays, atBeijing, beijingDate } from '@wufang/kernel';
import { startService, type RunningService } from '@wufang/service';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { dispatchParts } from '../src/parts.js';
import { DAY, MovingTime } from './moving-time.js';
import { idOf, openStreet } from './street.js';

let sut: ServiceUnderTest;
let time: MovingTime;
const again: RunningService[] = [];
const chief: Caller = { role: 'section_chief' };
const worker: Caller = { role: 'community_worker', unitIds: [idOf('南岗里社区')] };
const planner: Caller = { ...worker, scope: 'lead' };
const doer: Caller = { ...worker, scope: 'concerned' };
const hours = { startsAt: '00:00', endsAt: '23:59' };

beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  time = new MovingTime(sut);
  await openStreet(sut);
}, 120_000);
afterAll(async () => {
  // The service under test was stopped by its story.
  for (const service of again) await service.stop();
  await sut?.nc.close();
  await sut?.admin.end();
  await sut?.servers.end();
});

const dutiesOf = async (planId: string, as = chief): Promise<Duty[]> =>
  (await sut.ok(watching.listDuties, { planId, limit: 200 }, as)).duties;
async function toldOf(id: string): Promise<string[]> {
  const rows = await sut.rows<{ type: string; payload: { code: string; kind: string; tell: string[] } }>(
    'select type, payload from events where aggregate_id = $1 order by version',
    [id],
  );
  return rows.map(({ type, payload }) =>
    type.endsWith('clock-fired.v1') ? `${payload.code} ${payload.kind} ${payload.tell.join('')}` : type.split('.')[2]!,
  );
}

describe('what comes again and again', () => {
  test('a reception day every week: a worker plans for their own community alone, and does it with a note', async () => {
    const today = beijingDate(time.now);
    const weekday = ((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
    const reception = {
      ...{ id: randomUUID(), kind: 'OUTREACH' as const, title: '民意接待日', unitId: idOf('南岗里社区'), point: '小区东门凉亭' },
      rule: { every: 'WEEK' as const, weekdays: [weekday], ...hours },
    };
    expect(await sut.refused(watching.planDuty, { ...reception, unitId: idOf('云台路社区') }, planner)).toBe('object.not-found');
    expect(await sut.refused(watching.planDuty, { ...reception, rule: { ...reception.rule, weekdays: [] } }, planner)).toBe(
      'duty.rule-empty',
    );
    const plan = await sut.ok(watching.planDuty, reception, planner);
    expect(plan).toMatchObject({ isActive: true, from: today, nextOn: addDays(today, 7) });
    expect(await sut.ok(watching.planDuty, reception, planner)).toEqual(plan);
    const [duty] = await dutiesOf(plan.id, doer);
    expect(duty).toMatchObject({ on: today, state: 'OPEN', point: '小区东门凉亭', dueAt: atBeijing(today, '23:59').toISOString() });
    expect(await sut.ok(watching.doDuty, { id: duty!.id, note: '接待 12 人，登记 5 件' }, doer)).toMatchObject({
      state: 'DONE',
      note: '接待 12 人，登记 5 件',
    });
    expect(await sut.refused(watching.doDuty, { id: duty!.id, note: '再来一次' }, doer)).toBe('check.recorded');
    expect(await dutiesOf(plan.id, { ...doer, unitIds: [idOf('云台路社区')] })).toEqual([]);
    await time.to(atBeijing(addDays(today, 7), '00:01'));
    await eventually(async () => expect((await dutiesOf(plan.id)).map(({ on }) => on)).toEqual([today, addDays(today, 7)]));
    await sut.ok(watching.endDutyPlan, { id: plan.id }, planner);
    expect(await sut.rows(`select 1 from deadlines where subject_id = $1 and state = 'armed'`, [plan.id])).toEqual([]);
  });

  test('a rota of shifts says who is on duty, through the night too', async () => {
    const rota = ['zhang', 'li', 'wang'];
    const today = beijingDate(time.now);
    const plan = await sut.ok(
      watching.planDuty,
      {
        ...{ id: randomUUID(), kind: 'SHIFT', title: '夜间值班', unitId: idOf('城乡建设办公室'), rota, from: addDays(today, 1) },
        rule: { every: 'DAY', startsAt: '18:00', endsAt: '08:00' },
      },
      chief,
    );
    expect(await dutiesOf(plan.id)).toEqual([]);
    for (let n = 1; n <= 4; n++) {
      await time.to(atBeijing(addDays(today, n), '00:01'));
      await eventually(async () => expect(await dutiesOf(plan.id)).toHaveLength(n));
    }
    const made = await dutiesOf(plan.id);
    expect(made.map(({ onDuty }) => onDuty)).toEqual(['zhang', 'li', 'wang', 'zhang']);
    const night = { unitId: idOf('城乡建设办公室'), at: atBeijing(addDays(today, 3), '03:20').toISOString() };
    expect((await sut.ok(watching.listDuties, night, chief)).duties.map(({ on, onDuty }) => [on, onDuty])).toEqual([
      [addDays(today, 2), 'li'],
    ]);
    const noon = { ...night, at: atBeijing(addDays(today, 3), '12:00').toISOString() };
    expect((await sut.ok(watching.listDuties, noon, chief)).duties).toEqual([]);
    const tonight = made[3]!;
    expect(await sut.refused(watching.doDuty, { id: tonight.id, note: '早了' }, chief)).toBe('check.too-early');
    await sut.ok(watching.endDutyPlan, { id: plan.id }, chief);
  });

  test('a shift stands for a seat of the chain, is handed on in the middle of the night, and says who had it from when until when', async () => {
    const today = beijingDate(time.now);
    const utility: Caller = { role: 'department_handler', unitIds: [idOf('热力集团')], scope: 'lead' };
    const night = {
      ...{
        id: randomUUID(),
        kind: 'SHIFT' as const,
        title: '值守热线',
        unitId: idOf('热力集团'),
        rota: ['zhang', 'li'],
        from: addDays(today, 1),
      },
      ...{ rule: { every: 'DAY' as const, startsAt: '18:00', endsAt: '08:00' }, seat: 'H' as const },
    };
    expect(await sut.refused(watching.planDuty, { ...night, kind: 'CHECK' }, utility)).toBe('duty.rota-needed');
    expect(await sut.refused(watching.planDuty, { ...night, rota: [] }, utility)).toBe('duty.rota-needed');
    expect(await sut.refused(watching.planDuty, { ...night, unitId: idOf('自来水集团') }, utility)).toBe('object.not-found');
    // Leaders' seats are not for a unit to give, nor for a section chief.
    for (const by of [utility, chief]) expect(await sut.refused(watching.planDuty, { ...night, seat: 'T' }, by)).toBe('access.denied');
    const leaders = { ...night, id: randomUUID(), title: '带班领导', unitId: idOf('青云街道'), seat: 'V' as const };
    await sut.ok(watching.planDuty, leaders, { role: 'administrator' });
    expect(await sut.ok(watching.planDuty, night, utility)).toMatchObject({ seat: 'H', rota: ['zhang', 'li'] });

    await time.to(atBeijing(addDays(today, 1), '12:00'));
    const [shift] = await eventually(async () => {
      const made = await dutiesOf(night.id);
      expect(made).toHaveLength(1);
      return made;
    });
    const [from, until] = [atBeijing(addDays(today, 1), '18:00'), atBeijing(addDays(today, 2), '08:00')].map((at) => at.toISOString());
    expect(shift).toMatchObject({ seat: 'H', onDuty: 'zhang', turns: [{ accountId: 'zhang', from, until }] });
    const relieve = (accountId: string, by = utility) => sut.ok(watching.relieveDuty, { id: shift!.id, accountId }, by);
    expect((await relieve('wang')).turns).toEqual([{ accountId: 'wang', from, until }]); // before it begins
    await time.to(atBeijing(addDays(today, 1), '23:00'));
    const relieved = await relieve('li');
    expect(relieved.onDuty).toBe('li');
    expect(relieved.turns.map(({ accountId }) => accountId)).toEqual(['wang', 'li']);
    expect([relieved.turns[0]!.from, relieved.turns[1]!.until]).toEqual([from, until]);
    expect(relieved.turns[0]!.until).toBe(relieved.turns[1]!.from);
    expect((await relieve('li')).version).toBe(relieved.version);
    const elsewhere = { ...utility, unitIds: [idOf('自来水集团')] };
    expect(await sut.refused(watching.relieveDuty, { id: shift!.id, accountId: 'x' }, elsewhere)).toBe('object.not-found');
    const [led] = await dutiesOf(leaders.id);
    expect(await sut.refused(watching.relieveDuty, { id: led!.id, accountId: 'x' }, chief)).toBe('access.denied');
    expect(await toldOf(shift!.id)).toEqual(['asked', 'relieved', 'relieved']);
    await time.to(atBeijing(addDays(today, 2), '08:00'));
    expect(await sut.refused(watching.relieveDuty, { id: shift!.id, accountId: 'x' }, utility)).toBe('duty.no-shift');
    for (const { id } of [night, leaders]) await sut.ok(watching.endDutyPlan, { id }, { role: 'administrator' });
  });

  test('a calendar that is published again, and makes an earlier day one that is worked, brings the duty on that day and not a week late', async () => {
    const today = beijingDate(time.now);
    // Every day that is worked; the next five are off, until the calendar comes anew.
    const off = [1, 2, 3, 4, 5].map((n) => addDays(today, n));
    const publish = (calendarVersion: number, days: readonly string[]) =>
      sut.tell(
        registryEvents.calendarPublished,
        {
          ...{ year: Number(today.slice(0, 4)), calendarVersion, provisional: false, papers: ['国办发明电〔2025〕7号'] },
          days: [
            ...days.map((date) => ({ name: '停工', date, isOffDay: true })),
            ...[1, 2, 3, 4, 5, 6, 7]
              .filter((n) => !days.includes(addDays(today, n)))
              .map((n) => ({ name: '调休', date: addDays(today, n), isOffDay: false })),
          ],
        },
        { aggregateId: idOf(`qingyun calendar ${today.slice(0, 4)}`), version: calendarVersion },
      );
    const version = async () =>
      (await sut.rows<{ version: number }>('select version from calendars where year = $1', [Number(today.slice(0, 4))]))[0]?.version ?? 0;
    const known = await version();
    await publish(known + 1, off);
    await eventually(async () => expect(await version()).toBe(known + 1));
    const rule = { every: 'DAY' as const, onDayOff: 'SKIP' as const, ...hours };
    const about = { kind: 'CHECK' as const, title: '值守检查', unitId: idOf('南岗里社区') };
    // The rule book is looked at anew every second.
    const plan = await eventually(async () => {
      const made = await sut.ok(watching.planDuty, { id: randomUUID(), ...about, rule, from: addDays(today, 1) }, chief);
      expect(made.nextOn).toBe(addDays(today, 6));
      return made;
    });
    await publish(known + 2, off.slice(2));
    await eventually(async () => expect(await version()).toBe(known + 2));
    await time.forward(60_000);
    await eventually(async () =>
      expect((await sut.ok(watching.listDutyPlans, {}, chief)).plans.find(({ id }) => id === plan.id)!.nextOn).toBe(addDays(today, 1)),
    );
    await time.to(atBeijing(addDays(today, 1), '00:01'));
    await eventually(async () => expect((await dutiesOf(plan.id)).map(({ on }) => on)).toEqual([addDays(today, 1)]));
    await sut.ok(watching.endDutyPlan, { id: plan.id }, chief);
  });

  test('a check every month comes once, across a restart, an outage of months and two processes at once', async () => {
    const plan = await sut.ok(
      watching.planDuty,
      {
        ...{ id: randomUUID(), kind: 'CHECK', title: '消防通道检查', unitId: idOf('南岗里社区') },
        rule: { every: 'MONTH', monthDays: [31], onDayOff: 'NEXT_WORKING_DAY', ...hours },
      },
      chief,
    );
    const first = plan.nextOn!;
    await sut.service.stop();
    // A service starts by the true clock alone; the months pass for both new processes at once.
    await sut.admin.query(`create or replace function app_now() returns timestamptz language sql volatile as 'select clock_timestamp()'`);
    again.push(...(await Promise.all([startService(dispatchParts, sut.env), startService(dispatchParts, sut.env)])));
    await time.to(new Date(atBeijing(first, '00:01').getTime() + 65 * DAY));
    await eventually(async () => expect((await dutiesOf(plan.id)).length).toBeGreaterThanOrEqual(2), { within: 30_000 });
    const made = await dutiesOf(plan.id);
    expect(made[0]!.on).toBe(first);
    expect(new Set(made.map(({ on }) => on.slice(0, 7))).size).toBe(made.length);
    const [missed] = made;
    // What nobody did while nothing ran tells the chief, once.
    await eventually(async () => expect(await toldOf(missed!.id)).toEqual(['asked', 'DUTY breach S']));
    expect((await dutiesOf(plan.id))[0]).toMatchObject({ state: 'MISSED' });
    await time.forward(DAY);
    await eventually(async () =>
      expect(await sut.rows(`select 1 from deadlines where subject_id = $1 and state = 'armed'`, [plan.id])).toHaveLength(1),
    );
    expect(await dutiesOf(plan.id)).toHaveLength(made.length);
    expect((await toldOf(missed!.id)).filter((what) => what.includes('breach'))).toHaveLength(1);
    expect(await sut.ok(watching.doDuty, { id: missed!.id, note: '补查，通道畅通' }, doer)).toMatchObject({ state: 'DONE_LATE' });
  });
});
