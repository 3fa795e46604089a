import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  charges,
  clocks,
  defaultTimeLimits,
  dispatch,
  disputes,
  incidents,
  supervision,
  type StageAt,
  type TimeLimit,
} from '@wufang/contracts';
import { Db } from '@wufang/service';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import { endOldSupervisions } from '../src/app/end-old-supervisions.js';
import type { DispatchDb } from '../src/db/schema.js';
import { migrations } from '../src/db/migrations/index.js';
import { dispatchParts } from '../src/parts.js';
import { administrator, answer, directoryCsv, forward, idOf, leadOf, noWhere, openStreet, photos, returnLegs, stateOf } from './street.js';

let sut: ServiceUnderTest;
const seconds = (n: number): StageAt => ({ minutes: n / 60 });
const quick = 'quick';

/** Normal orders run out in a second and a half, complex ones are warned of in half a second; tasks and supervisions run out in seconds. */
const secondsTable: TimeLimit[] = defaultTimeLimits.map((row) => {
  const breach = row.stages.find(({ kind }) => kind === 'breach')!;
  const warning = { ...row.stages[0]!, at: seconds(0.5) };
  if (row.code === 'NORMAL') return { ...row, limit: { clock: 'C', minutes: 1.5 / 60 }, stages: [warning, breach] };
  if (row.code === 'COMPLEX') return { ...row, limit: { clock: 'C', minutes: 60 }, stages: [warning, breach] };
  if (row.code === 'ASSIGNED_TASK') return { ...row, limit: { clock: 'C', minutes: 1 / 60 }, stages: [warning, breach] };
  if (row.code === 'SUPERVISION') {
    const after = { kind: 'after' as const, at: { afterDueMinutes: 0.5 / 60 }, tell: ['T' as const] };
    return { ...row, limit: { clock: 'C', minutes: 1 / 60 }, stages: [warning, breach, after] };
  }
  return row;
});

const chief: Caller = { role: 'section_chief', unitIds: [idOf('城乡建设办公室')] };
const leader: Caller = { role: 'street_leader' };
const firm = leadOf('远征物业');
/** Where a street without a directory sends what it gets. */
const centre = leadOf('市民诉求处置中心');
const there = (caller: Caller): Caller => ({ ...caller, streetId: quick });

beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  await openStreet(sut);
  await openStreet(sut, { streetId: quick, limits: secondsTable });
  await sut.ok(dispatch.publishDirectoryCsv, { fileName: 'd.csv', file: directoryCsv.toString('base64') }, administrator);
}, 120_000);
afterAll(() => sut?.stop());

async function toldOf(id: string): Promise<string[]> {
  const rows = await sut.rows<{ type: string; payload: { code: string; kind: string; tell: string[] } }>(
    'select type, payload from events where aggregate_id = $1 order by version',
    [id],
  );
  return rows.map(({ type, payload }) =>
    type.endsWith('clock-fired.v1') ? `${payload.code} ${payload.kind} ${payload.tell.join('')}` : type.split('.')[2]!,
  );
}
const clocksOf = (id: string) => sut.rows(`select * from deadlines where subject_id = $1 order by code, started_at`, [id]);
/** Everything about an order that a bystander must leave alone. */
const frozen = async (id: string) => ({
  clocks: await clocksOf(id),
  order: await sut.rows('select state, due_at, lead_unit_id, is_open, reworks from work_orders where id = $1', [id]),
});

async function problemOrder(streetId = 'qingyun'): Promise<string> {
  const { orderId } = await forward(sut, {}, streetId);
  await sut.admin.query('update work_orders set is_problem_order = true, reworks = 3 where id = $1', [orderId]);
  return orderId;
}

describe('supervision', () => {
  test('has a clock of its own beside those of the order, is owed by the lead, sent back once and lifted', async () => {
    const { orderId } = await forward(sut);
    const before = await frozen(orderId);
    const dueAt = new Date(Date.now() + 86_400_000).toISOString();
    const issued = await sut.ok(supervision.superviseOrder, { id: orderId, demand: '三日内拿出维修方案', dueAt }, leader);
    expect(issued).toMatchObject({ state: 'OWED', trigger: 'INSTRUCTION', leadUnitId: idOf('远征物业'), dueAt });
    expect(await clocksOf(issued.id)).toMatchObject([{ code: 'SUPERVISION', state: 'armed', due_at: new Date(dueAt) }]);
    expect(await frozen(orderId)).toEqual(before);

    const reply = { id: issued.id, reply: '已委托防水单位，下周一进场' };
    expect(await sut.refused(supervision.replyToSupervision, reply, leadOf('热力集团'))).toBe('object.not-found');
    expect((await sut.ok(supervision.listSupervisions, { orderId }, { ...firm, scope: 'concerned' })).supervisions).toHaveLength(1);
    expect((await sut.ok(supervision.listSupervisions, { orderId }, { ...leadOf('热力集团'), scope: 'concerned' })).supervisions).toEqual(
      [],
    );
    expect(await sut.ok(supervision.replyToSupervision, reply, firm)).toMatchObject({ state: 'REPLIED', isRepliedInTime: true });
    // From here on it is its judge who is waited for.
    expect(await clocksOf(issued.id)).toMatchObject([
      { code: 'SUPERVISION', state: 'stopped' },
      { code: 'SUPERVISION_JUDGE', state: 'armed' },
    ]);
    // Whether a reply does is not for the supervised to say, though their chief may have supervised it himself.
    const ownChief: Caller = { role: 'section_chief', accountId: 'own-chief', otherUnitIds: [idOf('远征物业')] };
    expect(await sut.refused(supervision.liftSupervision, { id: issued.id }, ownChief)).toBe('work-order.own-unit');
    expect(await sut.refused(supervision.sendBackSupervision, { id: issued.id, demand: '写明日期' }, ownChief)).toBe('work-order.own-unit');
    const his = await sut.ok(
      supervision.superviseOrder,
      { id: orderId, demand: '每周报一次进度', dueAt, trigger: 'INSTRUCTION' },
      ownChief,
    );
    await sut.ok(supervision.replyToSupervision, { id: his.id, reply: '每周五报送' }, firm);
    expect(await sut.ok(supervision.liftSupervision, { id: his.id }, ownChief)).toMatchObject({ state: 'LIFTED' });
    const again = await sut.ok(supervision.sendBackSupervision, { id: issued.id, demand: '写明完工日期' }, chief);
    expect(again).toMatchObject({ state: 'OWED', reply: null });
    const codes = async () => (await clocksOf(issued.id)).map(({ code, state }) => `${code} ${state}`);
    expect(await codes()).toEqual(['SUPERVISION stopped', 'SUPERVISION armed', 'SUPERVISION_JUDGE stopped']);
    await sut.ok(supervision.replyToSupervision, { ...reply, reply: '12 月 10 日完工' }, firm);
    expect(await sut.ok(supervision.liftSupervision, { id: issued.id }, leader)).toMatchObject({ state: 'LIFTED' });
    expect((await codes()).filter((one) => !one.endsWith('stopped'))).toEqual([]);
    expect(await sut.refused(supervision.revokeSupervision, { id: issued.id, reason: '晚了' }, leader)).toBe('supervision.illegal-step');
    expect(await frozen(orderId)).toEqual(before);
  });

  test('without a reply it reminds the lead, tells the leader in charge at its due time and the top leader after it', async () => {
    const list = { from: '2020-01-01', charges: [{ accountId: 'jia', unitIds: centre.unitIds! }], source: '班子分工通知' };
    await sut.ok(charges.publishCharges, list, there(administrator));
    const { orderId } = await forward(sut, { level: 'U' }, quick);
    const { id } = await sut.ok(supervision.superviseOrder, { id: orderId, demand: '说明进度' }, there(leader));
    await eventually(async () =>
      expect(await toldOf(id)).toEqual(['issued', 'SUPERVISION warning HS', 'SUPERVISION breach V', 'SUPERVISION after T']),
    );
    const told = await sut.rows<{ leader: string | null }>(
      `select payload ->> 'inChargeId' as leader from events where aggregate_id = $1 and type like '%clock-fired%' order by version`,
      [id],
    );
    expect(told.map(({ leader: one }) => one)).toEqual([null, 'jia', null]);
  });

  test('a supervised order that is handed over: its new lead sees it, is told and answers by the same time; the old one is out of it', async () => {
    const { orderId } = await forward(sut);
    const to = leadOf('民生保障办公室');
    const issued = await sut.ok(supervision.superviseOrder, { id: orderId, demand: '三日内拿出维修方案' }, leader);
    const seenBy = async (who: Caller) =>
      (await sut.ok(supervision.listSupervisions, { orderId }, { ...who, scope: 'concerned' })).supervisions.map(({ dueAt }) => dueAt);
    await sut.ok(clocks.transfer, { id: orderId, leadUnitId: idOf('民生保障办公室'), reason: '请民生办办理' }, leader);
    expect([await seenBy(firm), await seenBy(to)]).toEqual([[], [issued.dueAt]]);
    expect(await toldOf(issued.id)).toEqual(['issued', 'handed-over']);
    const [handed] = await sut.rows(`select payload from events where aggregate_id = $1 and version = 2`, [issued.id]);
    expect(handed!['payload']).toMatchObject({ leadUnitId: idOf('民生保障办公室'), fromUnitId: idOf('远征物业'), state: 'OWED' });
    const reply = { id: issued.id, reply: '已接手，周五前拿出方案' };
    expect(await sut.refused(supervision.replyToSupervision, reply, firm)).toBe('object.not-found');
    expect(await sut.ok(supervision.replyToSupervision, reply, to)).toMatchObject({ state: 'REPLIED', leadUnitId: idOf('民生保障办公室') });
    // What is over stays with whom it was asked of.
    await sut.ok(supervision.liftSupervision, { id: issued.id }, leader);
    await sut.ok(clocks.transfer, { id: orderId, leadUnitId: idOf('综合行政执法队'), reason: '请执法队办理' }, leader);
    expect(await toldOf(issued.id)).toEqual(['issued', 'handed-over', 'replied', 'lifted']);
  });

  test('a supervised order that is closed: what is owed or waits to be judged is revoked by the closing, and climbs no further', async () => {
    const demand = await forward(sut, { level: 'U' }, quick);
    const id = demand.orderId;
    const [owed, replied, lifted] = [
      await sut.ok(supervision.superviseOrder, { id, demand: '说明进度' }, there(leader)),
      await sut.ok(supervision.superviseOrder, { id, demand: '拿出方案' }, there(leader)),
      await sut.ok(supervision.superviseOrder, { id, demand: '先行止水' }, there(leader)),
    ];
    for (const one of [replied, lifted]) await sut.ok(supervision.replyToSupervision, { id: one.id, reply: '已止水' }, there(centre));
    await sut.ok(supervision.liftSupervision, { id: lifted.id }, there(leader));
    await answer(sut, demand, {}, quick);
    await stateOf(sut, id, 'CLOSED_SOLVED');
    const { supervisions } = await sut.ok(supervision.listSupervisions, { orderId: id }, there(leader));
    const seen = (of: { id: string }) => supervisions.find((one) => one.id === of.id)!;
    expect(seen(owed)).toMatchObject({ state: 'REVOKED', demand: '说明进度（工单已结案，自动撤销）' });
    expect([seen(replied).state, seen(lifted).state]).toEqual(['REVOKED', 'LIFTED']);
    expect(
      (await sut.rows(`select actor, payload from events where aggregate_id = $1 order by version desc limit 1`, [owed.id]))[0],
    ).toMatchObject({
      ...{ actor: { accountId: 'system' }, payload: { because: 'ORDER_CLOSED', orderId: id } },
    });
    expect((await clocksOf(owed.id)).map(({ state }) => state)).not.toContain('armed');
    expect((await toldOf(owed.id)).at(-1)).toBe('revoked');
    expect(await sut.refused(supervision.sendBackSupervision, { id: replied.id, demand: '写明日期' }, there(leader))).toBe(
      'supervision.illegal-step',
    );
  });

  test('what an order that was closed long ago left under way is ended at the next start, and climbs no further; what is open goes on', async () => {
    const [left, open] = [await forward(sut), await forward(sut)];
    const demand = { demand: '三日内拿出维修方案' };
    const ids = [];
    for (const { orderId } of [left, open]) ids.push((await sut.ok(supervision.superviseOrder, { id: orderId, ...demand }, leader)).id);
    await sut.admin.query(
      `update work_orders set is_open = false, state = 'CLOSED_SOLVED', closed_at = now(), close_basis = 'CONFIRMED' where id = $1`,
      [left.orderId],
    );
    const db = sut.service.app.get<Db<DispatchDb>>(Db);
    for (let starts = 0; starts < 2; starts++) await endOldSupervisions(db);
    const states = await Promise.all(ids.map(async (id) => (await clocksOf(id)).map((clock) => clock['state'])));
    expect(states).toEqual([['stopped'], ['armed']]);
    expect((await toldOf(ids[0]!)).filter((one) => one === 'revoked')).toHaveLength(1);
    expect(await toldOf(ids[1]!)).toEqual(['issued']);
  });

  test('figures of city and district say when it is called for, each with its source', async () => {
    const { met } = await sut.ok(
      supervision.weighTriggers,
      { on: '2026-04-27', dayVolumeRank: 3, resolutionRate: 90, districtResolutionRate: 95 },
      leader,
    );
    expect(met).toEqual([
      { trigger: 'DAY_VOLUME', reason: '当日诉求量居全市第 3 位，在前 10 位之内', source: 'W9' },
      { trigger: 'RATE_BELOW_DISTRICT', reason: '解决率 90% 低于全区平均 95%', source: 'W9' },
    ]);
  });
});

describe('urging', () => {
  test('is counted and told to the next stage at once, and moves no clock', async () => {
    const { orderId } = await forward(sut);
    const before = await frozen(orderId);
    const urged = await sut.ok(supervision.urge, { id: orderId, by: 'COMPLAINANT' }, { role: 'phone_desk' });
    expect(urged).toEqual({ orderId, urges: 1, told: ['H'], supervisedUntil: null });
    expect((await sut.ok(supervision.urge, { id: orderId, by: 'STREET' }, chief)).urges).toBe(2);
    expect(await frozen(orderId)).toEqual(before);
    expect((await toldOf(orderId)).slice(-2)).toEqual(['urged', 'urged']);
  });

  test('each third puts the order under supervision by itself: a reply is owed, with a clock that climbs; the order’s own do not move', async () => {
    const { orderId } = await forward(sut, { level: 'U' }, quick);
    const before = await frozen(orderId);
    const urge = (by: 'COMPLAINANT' | 'STREET') => sut.ok(supervision.urge, { id: orderId, by }, there(chief));
    const supervised = async () => (await sut.ok(supervision.listSupervisions, { orderId }, there(leader))).supervisions;
    expect([(await urge('COMPLAINANT')).supervisedUntil, (await urge('STREET')).supervisedUntil]).toEqual([null, null]);
    expect(await supervised()).toEqual([]);
    const third = await urge('COMPLAINANT');
    const [one] = await supervised();
    expect(one).toMatchObject({
      state: 'OWED',
      trigger: 'URGED',
      issuedBy: 'system',
      leadUnitId: idOf('市民诉求处置中心'),
      dueAt: third.supervisedUntil,
    });
    expect(one!.demand).toContain('已催办 3 次');
    expect((await sut.ok(supervision.getHands, { id: orderId }, there(leader))).supervisors).toEqual([]);
    await eventually(async () =>
      expect(await toldOf(one!.id)).toEqual(['issued', 'SUPERVISION warning HS', 'SUPERVISION breach V', 'SUPERVISION after T']),
    );
    // Whoever owes a reply already is not asked twice; once that is over, three more urgings ask again.
    for (let i = 0; i < 3; i++) expect((await urge('STREET')).supervisedUntil).toBeNull();
    await sut.ok(supervision.replyToSupervision, { id: one!.id, reply: '明日进场' }, there(centre));
    await sut.ok(supervision.liftSupervision, { id: one!.id }, there(leader));
    for (let i = 0; i < 3; i++) await urge('STREET');
    expect((await supervised()).map(({ state }) => state).sort()).toEqual(['LIFTED', 'OWED']);
    expect(await frozen(orderId)).toEqual(before);
  });

  test('after the warning those of the breach hear of it ahead of their time', async () => {
    const { orderId } = await forward(sut, { level: 'C' }, quick);
    await eventually(async () => expect(await toldOf(orderId)).toContain('COMPLEX warning H'));
    expect((await sut.ok(supervision.urge, { id: orderId, by: 'STREET' }, there(chief))).told).toEqual(['H', 'S', 'V', 'T']);
  });
});

describe('one core, many hands', () => {
  test('one leads, a section chief takes it up, a leader supervises, others assist', async () => {
    const { orderId } = await forward(sut);
    await sut.ok(supervision.takeUp, { id: orderId }, { ...chief, accountId: 'chief-one' });
    expect(await sut.refused(supervision.takeUp, { id: orderId }, { ...chief, accountId: 'chief-two' })).toBe('work-order.taken-up');
    await sut.ok(supervision.superviseOrder, { id: orderId, demand: '盯住工期' }, { ...leader, accountId: 'the-leader' });
    await sut.ok(supervision.urge, { id: orderId, by: 'STREET' }, chief);
    expect(await sut.ok(supervision.getHands, { id: orderId }, leader)).toEqual({
      ...{ orderId, leadUnitId: idOf('远征物业'), sectionChief: 'chief-one', supervisors: ['the-leader'], urges: 1 },
      ...{
        coUnitIds: [idOf('远征集团三院')],
        assistingCommunityIds: [],
        claimedByUnitId: null,
        whistledUnitIds: [],
        inCharge: null,
        code: expect.objectContaining({ colour: null }),
        suggested: null,
      },
    });
    const stranger: Caller = { ...leadOf('燃气集团'), scope: 'concerned' };
    expect(await sut.refused(supervision.getHands, { id: orderId }, stranger)).toBe('object.not-found');
  });
});

test('a chief gives up what he took up, or a leader does for one who cannot, and another takes it up', async () => {
  const { orderId: id } = await forward(sut);
  const [one, two] = ['chief-one', 'chief-two'].map((accountId) => ({ ...chief, accountId }));
  const reason = '调离岗位，请他人领办';
  await sut.ok(supervision.takeUp, { id }, one);
  expect(await sut.refused(supervision.giveUp, { id, reason }, two)).toBe('work-order.not-taken-up');
  expect((await sut.ok(supervision.giveUp, { id, reason }, one)).sectionChief).toBeNull();
  expect(await sut.refused(supervision.giveUp, { id, reason }, one)).toBe('work-order.not-taken-up');
  await sut.ok(supervision.takeUp, { id }, two);
  expect((await sut.ok(supervision.giveUp, { id, reason }, leader)).sectionChief).toBeNull();
  expect((await sut.ok(supervision.takeUp, { id }, one)).sectionChief).toBe('chief-one');
});

describe('hard orders (疑难)', () => {
  const clock = async (id: string) => (await clocksOf(id)).filter(({ code }) => code === 'TAKE_UP').map(({ state }) => state);
  const done = (id: string) => ({ id, publicText: '屋面防水已经修好', evidence: '维修单' });
  const handling = async () => {
    const { orderId: id } = await forward(sut);
    await sut.ok(dispatch.accept, { id }, firm);
    await sut.ok(dispatch.recordFirstContact, { id }, firm);
    await returnLegs(sut, id);
    return id;
  };

  test('wait for a chief who leads them, with a clock of their own, and are not done before (row 14)', async () => {
    const id = await handling();
    const mark = { id, reason: '涉及三家产权单位，物业无力协调' };
    const marked = await sut.ok(supervision.markHard, mark, { role: 'phone_desk' });
    expect(marked.isHard).toBe(true);
    expect((await sut.ok(supervision.markHard, mark, chief)).version).toBe(marked.version);
    expect(await clock(id)).toEqual(['armed']);
    const [told] = await sut.rows<{ same: boolean }>(
      `select (e.payload ->> 'takeUpDueAt')::timestamptz = d.due_at as same from events e
       join deadlines d on d.subject_id = e.aggregate_id and d.code = 'TAKE_UP' where e.aggregate_id = $1 and e.type like '%hard-marked%'`,
      [id],
    );
    expect(told).toEqual({ same: true });
    expect(await sut.refused(dispatch.complete, done(id), firm)).toBe('work-order.chief-needed');
    await sut.ok(supervision.takeUp, { id }, { ...chief, accountId: 'chief-one' });
    expect(await clock(id)).toEqual(['stopped']);
    // Given back it waits anew.
    await sut.ok(supervision.giveUp, { id, reason: '调离岗位，请他人领办' }, leader);
    expect(await clock(id)).toEqual(['stopped', 'armed']);
    expect(await sut.refused(dispatch.complete, done(id), firm)).toBe('work-order.chief-needed');
    await sut.ok(supervision.takeUp, { id }, { ...chief, accountId: 'chief-two' });
    expect(await sut.ok(dispatch.complete, done(id), firm)).toMatchObject({ state: 'COMPLETED' });
    expect(await clock(id)).toEqual(['stopped', 'stopped']);
  });

  test('that they are none after all only a leader says; who marks one that a chief leads starts no clock', async () => {
    const id = await handling();
    await sut.ok(supervision.markHard, { id, reason: '多方扯皮' }, chief);
    const off = { id, isHard: false, reason: '已查明由物业负责' };
    expect(await sut.refused(supervision.markHard, off, chief)).toBe('access.denied');
    expect(await sut.ok(supervision.markHard, off, leader)).toMatchObject({ isHard: false });
    expect(await clock(id)).toEqual(['stopped']);
    await sut.ok(supervision.takeUp, { id }, chief);
    await sut.ok(supervision.markHard, { id, reason: '多方扯皮' }, chief);
    expect(await clock(id)).toEqual(['stopped']);
    expect(await sut.ok(dispatch.complete, done(id), firm)).toMatchObject({ state: 'COMPLETED' });
    expect(await sut.refused(supervision.markHard, off, leader)).toBe('work-order.not-open');
  });

  test('a problem order is one: sent back the third time it waits for a chief', async () => {
    const demand = await forward(sut);
    const id = demand.orderId;
    await sut.ok(dispatch.accept, { id }, firm);
    await sut.ok(dispatch.recordFirstContact, { id }, firm);
    await returnLegs(sut, id);
    for (let round = 1; round <= 3; round++) {
      await sut.ok(dispatch.complete, done(id), firm);
      await answer(sut, demand, { solved: false, satisfaction: 'DISSATISFIED' });
      await stateOf(sut, id, 'REWORK');
      expect((await sut.ok(dispatch.getWorkOrder, { id }, administrator)).isHard).toBe(round === 3);
      await sut.ok(dispatch.accept, { id }, firm);
    }
    expect((await toldOf(id)).filter((type) => type === 'hard-marked')).toHaveLength(1);
    expect(await clock(id)).toEqual(['armed']);
    expect(await sut.refused(dispatch.complete, done(id), firm)).toBe('work-order.chief-needed');
  });
});

test('a problem order is not closed as unsolved by the people of the unit that leads it', async () => {
  const id = await problemOrder();
  await sut.admin.query(`update work_orders set state = 'HANDLING' where id = $1`, [id]);
  const said = { id, publicText: '屋面须整体大修，已列入明年计划' };
  const own: Caller = { role: 'section_chief', otherUnitIds: [idOf('远征物业')] };
  expect(await sut.refused(dispatch.closeUnsolved, said, own)).toBe('work-order.own-unit');
  expect(await sut.ok(dispatch.closeUnsolved, said, chief)).toMatchObject({ state: 'CLOSED_UNSOLVED' });
});

describe('the daily scheduling meeting', () => {
  test('draws two red and three yellow, decides; a task that is not done is told to the leader and comes up the next day', async () => {
    const streetId = 'meeting';
    await openStreet(sut, { streetId, limits: secondsTable });
    const at = (caller: Caller): Caller => ({ ...caller, streetId });
    const orders = await Promise.all((['N', 'N', 'C', 'C', 'C', 'U'] as const).map((level) => forward(sut, { level }, streetId)));
    const ids = orders.map(({ orderId }) => orderId);
    await eventually(async () => {
      for (const id of ids.slice(0, 2)) expect(await toldOf(id)).toContain('NORMAL breach SV');
      for (const id of ids.slice(2, 5)) expect(await toldOf(id)).toContain('COMPLEX warning H');
    });
    const meeting = await sut.ok(supervision.drawMeeting, {}, at(leader));
    expect([meeting.red, meeting.yellow]).toEqual([2, 3]);
    const drawn = (colour: string) => meeting.agenda.filter((item) => item.colour === colour).map(({ orderId }) => orderId);
    expect(drawn('RED').sort()).toEqual(ids.slice(0, 2).sort());
    expect(drawn('YELLOW').sort()).toEqual(ids.slice(2, 5).sort());

    const decision = { id: meeting.id, orderId: ids[0]!, unitId: idOf('城乡建设办公室'), text: '牵头现场踏勘，拿出方案' };
    // The unit that has something to do about an order may open it from then on.
    const entrusted: Caller = { ...leadOf('城乡建设办公室'), scope: 'concerned', streetId };
    expect(await sut.refused(dispatch.getWorkOrder, { id: ids[0]! }, entrusted)).toBe('object.not-found');
    const task = await sut.ok(supervision.decideAtMeeting, decision, at(leader));
    const { timeline } = await sut.ok(dispatch.getWorkOrder, { id: ids[0]! }, entrusted);
    expect(timeline.at(-1)!.type).toBe('dispatch.work-order.task-entrusted.v1');
    expect(task).toMatchObject({ source: 'MEETING', sourceId: meeting.id, orderId: ids[0], state: 'ENTRUSTED' });
    expect(await sut.refused(supervision.decideAtMeeting, { ...decision, orderId: ids[5]! }, at(leader))).toBe('meeting.not-on-agenda');
    await sut.ok(supervision.adjournMeeting, { id: meeting.id }, at(leader));
    expect(await sut.refused(supervision.decideAtMeeting, decision, at(leader))).toBe('meeting.ended');
    await eventually(async () =>
      expect(await toldOf(task.id)).toEqual(['entrusted', 'ASSIGNED_TASK warning H', 'ASSIGNED_TASK breach SV']),
    );
    // How urgent the order is goes with it: what is about an emergency is told at night too.
    const [late] = await sut.rows<{ payload: object }>(
      `select payload from events where aggregate_id = $1 and type like '%clock-fired%' order by version desc limit 1`,
      [task.id],
    );
    expect(late!.payload).toMatchObject({ level: 'N' });

    const next = await sut.ok(supervision.drawMeeting, {}, at(leader));
    expect(next.followedTaskIds).toEqual([task.id]);
    const office: Caller = { ...leadOf('城乡建设办公室'), streetId };
    await sut.ok(supervision.deliverTask, { id: task.id, evidence: '踏勘记录与方案' }, office);
    const [delivered] = await sut.rows<{ payload: object }>(
      `select payload from events where aggregate_id = $1 and type like '%delivered%'`,
      [task.id],
    );
    expect(delivered!.payload).toMatchObject({ entrustedBy: 'account-street_leader', orderId: ids[0], leadUnitId: centre.unitIds![0] });
    const seen = await sut.ok(supervision.getMeeting, { id: next.id }, at(chief));
    expect(seen.followedTasks).toMatchObject([{ id: task.id, state: 'DELIVERED', isOverdue: true, evidence: '踏勘记录与方案' }]);
    expect((await sut.ok(supervision.drawMeeting, {}, at(leader))).followedTaskIds).toEqual([]);
    expect((await sut.ok(supervision.listMeetings, {}, at(leader))).meetings.map(({ red }) => red)).toEqual([2, 2, 2]);
    // Whoever leads it meanwhile: what is not done is still to be read about.
    await sut.ok(supervision.decideAtMeeting, { ...decision, id: next.id, orderId: ids[1]! }, at(leader));
    const moved = { id: ids[1]!, leadUnitId: idOf('综合行政执法队'), reason: '由执法队牵头' };
    await sut.ok(dispatch.assign, moved, at(chief));
    expect(await sut.ok(dispatch.getWorkOrder, { id: moved.id }, entrusted)).toMatchObject({ leadUnitId: moved.leadUnitId });
  });
});

describe('the agenda', () => {
  test('is of what can be late: five hundred that wait for their callback leave room for one that is; of a deputy’s units and communities alone', async () => {
    const streetId = 'agenda';
    await openStreet(sut, { streetId });
    const at = (caller: Caller): Caller => ({ ...caller, streetId });
    const [first, second] = [
      await forward(sut, {}, streetId),
      await forward(sut, { place: { ...noWhere, communityId: idOf('云台路社区') } }, streetId),
    ];
    const late = (id: string, hours: number) =>
      sut.admin.query(`update work_orders set due_at = clock_timestamp() - interval '${hours} hours' where id = '${id}'`);
    await late(first.orderId, 1);
    await late(second.orderId, 2);
    const columns = (
      await sut.rows<{ c: string }>(
        `select column_name as c from information_schema.columns where table_name = 'work_orders' and column_name not in ('id', 'state', 'due_at', 'no')`,
      )
    ).map(({ c }) => c);
    await sut.admin.query(
      `insert into work_orders (id, state, due_at, no, ${columns.join(', ')})
       select gen_random_uuid(), 'COMPLETED', clock_timestamp() - interval '3 days', 'Z' || n, ${columns.join(', ')}
       from work_orders cross join generate_series(1, 501) as n where id = '${first.orderId}'`,
    );
    const all = await sut.ok(supervision.drawMeeting, {}, at(leader));
    expect([all.red, all.yellow, all.isCut, all.scope]).toEqual([2, 0, false, null]);
    const ofSecond = { unitIds: [], communityIds: [idOf('云台路社区')] };
    const some = await sut.ok(supervision.drawMeeting, ofSecond, at(leader));
    expect([some.agenda.map(({ orderId }) => orderId), some.scope]).toEqual([[second.orderId], ofSecond]);
    expect(await sut.refused(supervision.drawMeeting, { communityIds: [idOf('无此社区')] }, at(leader))).toBe('unit.unknown');
    await sut.admin.query(`update work_orders set state = 'HANDLING' where street_id = '${streetId}'`);
    expect((await sut.ok(supervision.drawMeeting, {}, at(leader))).isCut).toBe(true);
  });
});

describe('the claim board', () => {
  test('of twenty units that claim a problem order at once one has it', async () => {
    const id = await problemOrder();
    const units = Array.from({ length: 20 }, (_, i) => idOf(`揭榜单位${i}`));
    const answers = await Promise.all(
      units.map((unitId) =>
        sut.ask(supervision.claimOrder, { id, unitId, plan: '组织专班解决' }, { role: 'department_handler', unitIds: [unitId] }),
      ),
    );
    const codes = answers.map((answer) => ('ok' in answer ? 'won' : answer.problem.code));
    expect(codes.filter((code) => code === 'won')).toHaveLength(1);
    expect(codes.filter((code) => code === 'claim.taken')).toHaveLength(19);
    const { entries } = await sut.ok(supervision.listClaimBoard, {}, leader);
    expect(entries.find(({ orderId }) => orderId === id)?.claimedByUnitId).toBe(units[codes.indexOf('won')]);
    expect((await toldOf(id)).filter((told) => told === 'claimed')).toHaveLength(1);
  });

  test('who claims sees the order, the lead stays the lead; given back with a reason it is on the board again', async () => {
    const id = await problemOrder();
    const office: Caller = { role: 'section_chief', unitIds: [idOf('民生保障办公室')] };
    const claim = { id, unitId: idOf('民生保障办公室'), plan: '协调资金' };
    const reader: Caller = { ...leadOf('民生保障办公室'), role: 'department_handler', scope: 'concerned' };
    expect(await sut.refused(dispatch.getWorkOrder, { id }, reader)).toBe('object.not-found');
    expect(await sut.refused(supervision.claimOrder, { ...claim, unitId: idOf('供电公司') }, office)).toBe('object.not-found');
    await sut.ok(supervision.claimOrder, claim, office);
    expect((await sut.ok(dispatch.getWorkOrder, { id }, reader)).leadUnitId).toBe(idOf('远征物业'));
    expect(
      (await sut.ok(supervision.listClaimBoard, { unclaimed: 'true', limit: 200 }, leader)).entries.map((one) => one.orderId),
    ).not.toContain(id);
    const back = { id, unitId: idOf('民生保障办公室'), reason: '资金渠道不通' };
    expect(await sut.refused(supervision.withdrawClaim, { ...back, unitId: idOf('城乡建设办公室') }, chief)).toBe('claim.not-holder');
    await sut.ok(supervision.withdrawClaim, back, office);
    expect(await sut.refused(dispatch.getWorkOrder, { id }, reader)).toBe('object.not-found');
    await sut.ok(supervision.claimOrder, { ...claim, unitId: idOf('城乡建设办公室') }, chief);
  });

  test('a claim outlasts the lead: handed over, argued away, assigned on or let out of an incident, its unit goes on seeing the order', async () => {
    const unitId = idOf('综合行政执法队');
    const claimant: Caller = { role: 'department_handler', unitIds: [unitId], accountId: 'claimant' };
    const reader: Caller = { ...claimant, scope: 'concerned' };
    const claimed = async (demand: Parameters<typeof forward>[1] = {}): Promise<string> => {
      const { orderId: id } = await forward(sut, demand);
      await sut.admin.query('update work_orders set is_problem_order = true, reworks = 3 where id = $1', [id]);
      await sut.ok(supervision.claimOrder, { id, unitId, plan: '协调资金' }, claimant);
      return id;
    };
    const to = idOf('民生保障办公室');
    const [handed, argued] = [await claimed(), await claimed()];
    await sut.ok(clocks.transfer, { id: handed, leadUnitId: to, reason: '请民生办办理' }, leader);
    const raised = await sut.ok(disputes.raiseDispute, { id: argued, reason: 'OTHER_UNIT_IN_CHARGE', text: '合同写明由他处办理' }, firm);
    await sut.ok(disputes.upholdDispute, { id: argued, disputeId: raised.id, text: '经核情况属实', leadUnitId: to }, chief);
    const assigned = await claimed({ category: ['其他', '其他', '其他'] });
    await sut.ok(dispatch.assign, { id: assigned, leadUnitId: to, coUnitIds: [], reason: '属其职责' }, administrator);
    const part = await claimed({ place: noWhere });
    const incident = {
      ...{ id: randomUUID(), title: '云台路停水', category: ['水电气热', '供水'], leadUnitId: idOf('自来水集团') },
      ...{ scope: [{ estateId: idOf('云台路甲3号院') }], publicText: '正在抢修，预计明早恢复' },
    };
    await sut.ok(incidents.openIncident, incident, chief);
    await sut.ok(incidents.attachOrders, { id: incident.id, orderIds: [part] }, chief);
    await sut.ok(incidents.detachOrder, { id: incident.id, orderId: part, reason: '与停水无关' }, chief);
    for (const id of [handed, argued, assigned, part]) {
      await sut.ok(dispatch.getWorkOrder, { id }, reader);
      await sut.ok(supervision.withdrawClaim, { id, unitId, reason: '资金渠道不通' }, claimant);
      expect(await sut.refused(dispatch.getWorkOrder, { id }, reader)).toBe('object.not-found');
    }
  });

  test('what people found hard is on it as a problem order is, until a leader says it is not (row 86)', async () => {
    const { orderId: id } = await forward(sut);
    const onBoard = async () =>
      (await sut.ok(supervision.listClaimBoard, { limit: 200 }, leader)).entries.find((entry) => entry.orderId === id);
    await sut.ok(supervision.markHard, { id, reason: '涉及三家产权单位' }, chief);
    expect(await onBoard()).toMatchObject({ isProblemOrder: false, claimedByUnitId: null });
    const unitId = idOf('城乡建设办公室');
    expect(await sut.ok(supervision.claimOrder, { id, unitId, plan: '约三家共同踏勘' }, chief)).toMatchObject({ claimedByUnitId: unitId });
    await sut.ok(supervision.withdrawClaim, { id, unitId, reason: '资金渠道不通' }, chief);
    await sut.ok(supervision.markHard, { id, isHard: false, reason: '一家即可办' }, leader);
    expect(await onBoard()).toBeUndefined();
  });

  test('only a problem order, or a hard one, that is open is on it', async () => {
    const { orderId } = await forward(sut);
    expect(await sut.refused(supervision.claimOrder, { id: orderId, unitId: idOf('城乡建设办公室'), plan: '我来办' }, chief)).toBe(
      'claim.not-hard',
    );
  });
});

describe('a citizen supervisor', () => {
  const watcher: Caller = { role: 'citizen_supervisor', unitIds: [idOf('南岗里社区')], scope: 'concerned' };

  test('comments and photographs on an order of the community; no state, no clock and no due time changes', async () => {
    const { orderId } = await forward(sut);
    await sut.ok(dispatch.accept, { id: orderId }, firm);
    const before = await frozen(orderId);
    const { id: photoId } = await sut.ok(supervision.addSupervisorPhoto, { id: orderId, fileName: 'a.png', file: photos.black }, watcher);
    await sut.ok(supervision.commentOnOrder, { id: orderId, text: '屋面仍在渗水，未见施工', photoIds: [photoId] }, watcher);
    await sut.ok(supervision.commentOnOrder, { id: orderId, text: '下午有人到场了' }, watcher);
    expect(await frozen(orderId)).toEqual(before);
    const seen = await sut.ok(supervision.listComments, { id: orderId }, { ...firm, scope: 'concerned' });
    expect(seen.comments.map(({ text, photoIds }) => [text, photoIds])).toEqual([
      ['屋面仍在渗水，未见施工', [photoId]],
      ['下午有人到场了', []],
    ]);
    const events = await sut.rows<{ payload: object }>(`select payload from events where aggregate_id = $1 and type like '%commented%'`, [
      orderId,
    ]);
    expect(events).toHaveLength(2);
    // Who leads the order hears that there is one, and of which order.
    const { no } = await sut.ok(dispatch.getWorkOrder, { id: orderId }, administrator);
    expect(events[0]!.payload).toMatchObject({ leadUnitId: idOf('远征物业'), no });
    expect(JSON.stringify(events)).not.toContain('渗水');
  });

  test('whoever sees the order sees a supervisor’s photo; another supervisor neither adds it to a comment nor reaches it from elsewhere', async () => {
    const { orderId: id } = await forward(sut);
    const file = { fileName: 'a.png', file: photos.black };
    const photo = await sut.ok(supervision.addSupervisorPhoto, { id, ...file }, watcher);
    expect(await sut.ok(supervision.addSupervisorPhoto, { id, ...file }, watcher)).toEqual(photo);
    for (const caller of [watcher, { ...firm, scope: 'concerned' as const }, chief])
      expect((await sut.ok(supervision.getSupervisorPhoto, { id, photoId: photo.id }, caller)).contentType).toBe('image/jpeg');
    const elsewhere: Caller = { ...watcher, unitIds: [idOf('云台路社区')] };
    expect(await sut.refused(supervision.getSupervisorPhoto, { id, photoId: photo.id }, elsewhere)).toBe('object.not-found');
    expect(await sut.refused(supervision.addSupervisorPhoto, { id, ...file }, elsewhere)).toBe('object.not-found');
    const second: Caller = { ...watcher, accountId: 'another' };
    const comment = { id, text: '屋面仍在渗水', photoIds: [photo.id] };
    expect(await sut.refused(supervision.commentOnOrder, comment, second)).toBe('image.not-kept');
    await sut.ok(supervision.commentOnOrder, comment, watcher);
  });

  test('is asked to follow one order: the supervisors of its community find it first, with what to look at, and nothing of the order changes (row 35)', async () => {
    const [{ orderId: other }, { orderId: id }] = [await forward(sut), await forward(sut)];
    const before = await frozen(id);
    const about = '请看屋面是否真在施工';
    const worker: Caller = { role: 'community_worker', unitIds: [idOf('南岗里社区')], scope: 'concerned' };
    expect(await sut.refused(supervision.inviteSupervisors, { id, about: '请联系13900001111' }, worker)).toBe('work-order.text-private');
    await sut.ok(supervision.inviteSupervisors, { id, about: '先看一看' }, worker);
    const { invitedAt } = await sut.ok(supervision.inviteSupervisors, { id, about }, chief);
    expect(await frozen(id)).toEqual(before);
    const { orders } = await sut.ok(supervision.listWatched, { open: 'true', limit: 200 }, watcher);
    expect(orders[0]).toMatchObject({ id, invitation: { at: invitedAt, about } });
    expect(orders.find((one) => one.id === other)).toMatchObject({ invitation: null });
    expect((await sut.ok(supervision.getWatched, { id }, watcher)).invitation).toEqual({ at: invitedAt, about });
    const facts = await sut.rows<{ payload: object }>(
      `select payload from events where aggregate_id = $1 and type like '%supervisors-invited%' order by version`,
      [id],
    );
    expect(facts).toHaveLength(2);
    expect(facts[1]!.payload).toMatchObject({ communityId: idOf('南岗里社区'), invitedAt });
    expect(JSON.stringify(facts)).not.toContain('施工');
    const elsewhere: Caller = { ...worker, unitIds: [idOf('西大院社区')] };
    expect(await sut.refused(supervision.inviteSupervisors, { id, about }, elsewhere)).toBe('object.not-found');
    const { orderId: nowhere } = await forward(sut, { place: { communityId: null, estateId: null, buildingId: null, point: null } });
    expect(await sut.refused(supervision.inviteSupervisors, { id: nowhere, about }, chief)).toBe('supervisors.no-community');
  });

  test('sees the course of the order and what the public was told, nothing of the person, the home or the unit’s notes', async () => {
    const canary = '17号楼3单元502室王某';
    const { orderId } = await forward(sut, {
      title: canary,
      place: { communityId: idOf('南岗里社区'), estateId: idOf('南岗里一区'), buildingId: null, point: canary },
    });
    await sut.ok(dispatch.accept, { id: orderId }, firm);
    await sut.ok(dispatch.recordFirstContact, { id: orderId, note: canary }, firm);
    await sut.ok(dispatch.giveFeedback, { id: orderId, publicText: '已安排防水单位勘查' }, firm);
    const watched = await sut.ok(supervision.getWatched, { id: orderId }, watcher);
    expect(watched).toMatchObject({ state: 'HANDLING', isOverdue: false, told: [{ publicText: '已安排防水单位勘查' }] });
    const list = await sut.ok(supervision.listWatched, { open: 'true', limit: 200 }, watcher);
    expect(list.orders.map(({ id }) => id)).toContain(orderId);
    expect(JSON.stringify([watched, list])).not.toContain('王某');
  });

  test('orders of other communities are not there', async () => {
    const { orderId } = await forward(sut);
    const elsewhere: Caller = { ...watcher, unitIds: [idOf('云台路社区')] };
    expect(await sut.refused(supervision.getWatched, { id: orderId }, elsewhere)).toBe('object.not-found');
    expect(await sut.refused(supervision.commentOnOrder, { id: orderId, text: '看一看' }, elsewhere)).toBe('object.not-found');
    expect(await sut.refused(supervision.commentOnOrder, { id: orderId, text: '请打 13812345678' }, watcher)).toBe(
      'work-order.text-private',
    );
  });

  test('may do nothing else with an order: no other operation names the role', () => {
    const named = Object.values({ ...dispatch, ...supervision }).filter(
      ({ access }) => access !== 'public' && 'citizen_supervisor' in access,
    );
    expect(named.map(({ name }) => name).sort()).toEqual([
      'dispatch.watched-order.add-photo',
      'dispatch.watched-order.comment',
      'dispatch.watched-order.comments',
      'dispatch.watched-order.get',
      'dispatch.watched-order.get-photo',
      'dispatch.watched-order.list',
    ]);
  });
});
