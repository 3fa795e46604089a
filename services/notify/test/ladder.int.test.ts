import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  clockEvents,
  commitmentEvents,
  dispatchEvents,
  gatewayEvents,
  legEvents,
  notify,
  supervisionEvents,
  watchingEvents,
  whistleEvents,
  type DeadlineCode,
  type Level,
} from '@wufang/contracts';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { notifyParts } from '../src/parts.js';

const firm = randomUUID();
const handler: Caller = { role: 'firm_handler', unitIds: [firm], scope: 'own' };
const chief: Caller = { role: 'section_chief', scope: 'own' };
const deputy: Caller = { role: 'street_leader', accountId: 'deputy', scope: 'own' };
const top: Caller = { role: 'street_leader', accountId: 'top', scope: 'own' };
const district: Caller = { role: 'inspector', accountId: 'district', scope: 'own' };
const desk: Caller = { role: 'phone_desk', scope: 'own' };
const inspector: Caller = { role: 'inspector' };
const administrator: Caller = { role: 'administrator' };

describe('the ladder', () => {
  let sut: ServiceUnderTest;
  let order: string;
  let version: number;
  let ahead = 0;

  /** The next time the Beijing clock shows this, by the database's clock. */
  const toClock = async (clock: string) => {
    const now = new Date(Date.now() + ahead);
    const today = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    let at = Date.parse(`${today}T${clock}:00+08:00`);
    if (at <= now.getTime()) at += 86_400_000;
    ahead = at - Date.now();
    await sut.admin.query(
      `create or replace function app_now() returns timestamptz language sql volatile as 'select clock_timestamp() + interval ''${ahead} milliseconds'''`,
    );
  };
  const fire = (
    code: DeadlineCode,
    stage: number,
    tell: string[],
    more: { level?: Level; isAccepted?: boolean; kind?: 'warning' | 'breach'; inChargeId?: string } = {},
  ) =>
    sut.tell(
      dispatchEvents.clockFired,
      {
        ...{ orderId: order, code, stage, kind: 'breach', tell, dueAt: new Date(Date.now() + ahead).toISOString(), skippedStages: 0 },
        ...{ leadUnitId: firm, no: 'WF1', level: 'N', isAccepted: true, ...more },
      },
      { aggregateId: order, version: ++version },
    );
  const seen = async (by: Caller) => (await sut.ok(notify.listMessages, { subjectId: order }, by)).messages;
  const states = async () => (await seen(inspector)).map(({ seat, delivery }) => `${seat} ${delivery.state}`).sort();

  beforeAll(async () => {
    sut = await ServiceUnderTest.start(notifyParts, migrations);
  }, 60_000);
  afterAll(() => sut?.stop(), 30_000);
  beforeEach(() => {
    order = randomUUID();
    version = 0;
  });

  test('what is not urgent waits for the morning, an emergency wakes people', async () => {
    await toClock('23:30');
    await fire('NORMAL', 2, ['S']);
    await fire('EMERG_FEEDBACK', 0, ['V'], { level: 'E' });
    await eventually(async () => expect(await states()).toEqual(['S HELD', 'V DELIVERED']));
    expect(await seen(chief)).toEqual([]);
    expect((await seen(deputy)).map(({ seat }) => seat)).toEqual(['V']);
    await toClock('07:00');
    expect((await seen(chief)).map(({ seat, delivery }) => [seat, delivery.state])).toEqual([['S', 'DELIVERED']]);
  });

  test('at stage V the leader in charge hears, not every leader; so does who holds the seat; of one who has left all leaders do', async () => {
    await toClock('09:00');
    await fire('NORMAL', 2, ['V', 'T'], { inChargeId: 'deputy' });
    await eventually(async () => expect(await states()).toEqual(['T DELIVERED', 'V DELIVERED']));
    expect((await seen(deputy)).map(({ seat }) => seat).sort()).toEqual(['T', 'V']);
    expect((await seen(top)).map(({ seat }) => seat)).toEqual(['T']);
    await sut.ok(notify.seatAccounts, { seat: 'V', accountIds: ['holder'] }, administrator);
    expect((await seen({ ...top, accountId: 'holder' })).map(({ seat }) => seat).sort()).toEqual(['T', 'V']);
    expect((await seen(deputy)).map(({ seat }) => seat).sort()).toEqual(['T', 'V']);
    await sut.ok(notify.seatAccounts, { seat: 'V', accountIds: [] }, administrator);
    const gone = randomUUID();
    await fire('NORMAL', 3, ['V'], { inChargeId: gone });
    await eventually(async () => expect(await states()).toHaveLength(3));
    expect((await seen(top)).map(({ seat }) => seat)).toEqual(['T']);
    await sut.tell(gatewayEvents.accountDisabled, {}, { aggregateId: gone, version: 1 });
    await eventually(async () => expect((await seen(top)).map(({ seat }) => seat).sort()).toEqual(['T', 'V']));
  });

  test('of a night only the latest stage is told, and nothing of what was done meanwhile', async () => {
    await toClock('22:30');
    await fire('NORMAL', 1, ['S'], { kind: 'warning' });
    await fire('PROGRESS', 0, ['H'], { kind: 'warning' });
    await fire('NORMAL', 2, ['V']);
    await fire('ACCEPT', 1, ['S'], { isAccepted: true });
    await sut.tell(
      dispatchEvents.accepted,
      { demandId: randomUUID(), leadUnitId: firm, acceptedAt: new Date().toISOString() },
      { aggregateId: order, version: ++version },
    );
    await eventually(async () => expect(await states()).toEqual(['H HELD', 'S SUPERSEDED', 'S WITHDRAWN', 'V HELD']));
    await toClock('07:00');
    expect(await seen(chief)).toEqual([]);
    expect((await seen(deputy)).map(({ seat }) => seat)).toEqual(['V']);
    expect((await seen(handler)).map(({ seat }) => seat)).toEqual(['H']);
  });

  test('what was reported at night nobody hears in the morning that it is owed; the decision on an objection is, though all is done', async () => {
    await toClock('23:10');
    await fire('PROGRESS', 0, ['H'], { kind: 'warning' });
    await fire('NORMAL', 1, ['S'], { kind: 'warning' });
    await fire('DISPUTE_DECIDE', 1, ['V']);
    await eventually(async () => expect(await states()).toEqual(['H HELD', 'S HELD', 'V HELD']));
    const at = new Date(Date.now() + ahead).toISOString();
    await sut.tell(
      dispatchEvents.progressed,
      { demandId: randomUUID(), publicText: '材料已经进场', progressedAt: at },
      { aggregateId: order, version: ++version },
    );
    await eventually(async () => expect(await states()).toEqual(['H WITHDRAWN', 'S HELD', 'V HELD']));
    await sut.tell(
      dispatchEvents.completed,
      { demandId: randomUUID(), leadUnitId: firm, publicText: '已经修好', completedAt: at, round: 1, handledBy: 'a' },
      { aggregateId: order, version: ++version },
    );
    await eventually(async () => expect(await states()).toEqual(['H WITHDRAWN', 'S WITHDRAWN', 'V HELD']));
    await toClock('07:00');
    expect(await seen(handler)).toEqual([]);
    expect((await seen(deputy)).map(({ seat }) => seat)).toEqual(['V']);
  });

  test('handed over at night: in the morning the new lead hears of what it owes, and the old one does not', async () => {
    const heat = randomUUID();
    const bySupervision = randomUUID();
    const ofHeat: Caller = { role: 'firm_handler', unitIds: [heat], scope: 'own' };
    await toClock('23:20');
    await fire('NORMAL', 0, ['H'], { kind: 'warning' });
    await fire('SAME_DAY', 0, ['S'], { kind: 'warning' });
    await fire('ACCEPT', 0, ['H'], { kind: 'warning' });
    const at = new Date(Date.now() + ahead).toISOString();
    await sut.tell(
      supervisionEvents.supervisionClockFired,
      {
        ...{ orderId: order, no: 'WF1', leadUnitId: firm, code: 'SUPERVISION', stage: 0, kind: 'warning', tell: ['H'] },
        ...{ dueAt: at, skippedStages: 0, level: 'N' },
      },
      { aggregateId: bySupervision, version: 1 },
    );
    await eventually(async () => expect(await states()).toEqual(['H HELD', 'H HELD', 'H HELD', 'S HELD']));
    await sut.tell(
      clockEvents.transferred,
      {
        ...{ demandId: randomUUID(), no: 'WF1', fromUnitId: firm, leadUnitId: heat, coUnitIds: [], reason: '漏的是供热管线' },
        ...{ dueAt: at, transferredAt: at },
      },
      { aggregateId: order, version: ++version },
    );
    await sut.tell(
      supervisionEvents.supervisionHandedOver,
      {
        ...{ orderId: order, no: 'WF1', fromUnitId: firm, leadUnitId: heat },
        ...{ state: 'OWED', dueAt: at, level: 'N', handedOverAt: at },
      },
      { aggregateId: bySupervision, version: 2 },
    );
    await eventually(async () => expect((await states()).filter((state) => state === 'H WITHDRAWN')).toHaveLength(1));
    await eventually(async () => expect((await seen(inspector)).filter(({ unitId }) => unitId === heat)).toHaveLength(5));
    await toClock('07:00');
    // Who had it hears that it is gone, and nothing of what is owed.
    expect((await seen(handler)).map(({ kind }) => kind)).toEqual(['ORDER_HANDED_OVER']);
    const clocksOf = async (by: Caller) => (await seen(by)).filter(({ kind }) => kind === 'CLOCK_WARNING').map(({ title }) => title);
    expect((await clocksOf(ofHeat)).sort()).toEqual(['时限提醒：督办回复', '时限提醒：一般办理时限'].sort());
    expect(await clocksOf(chief)).toHaveLength(1);
  });

  test('each stage reaches other people, and the district too, where somebody sits on the seat', async () => {
    await toClock('10:00');
    await sut.ok(notify.seatAccounts, { seat: 'V', accountIds: ['deputy'] }, administrator);
    await sut.ok(notify.seatAccounts, { seat: 'T', accountIds: ['top'] }, administrator);
    await sut.ok(notify.seatAccounts, { seat: 'R', accountIds: ['district'] }, administrator);
    expect((await sut.ok(notify.listChainSeats, {}, administrator)).seats.map(({ seat }) => seat)).toEqual(['R', 'T', 'V']);
    await fire('NORMAL', 0, ['H'], { kind: 'warning' });
    await fire('NORMAL', 1, ['H', 'S'], { kind: 'warning' });
    await fire('NORMAL', 2, ['V']);
    await fire('NORMAL', 3, ['T']);
    await fire('NORMAL', 4, ['R']);
    await eventually(async () => expect(await seen(inspector)).toHaveLength(6));
    const reached = await Promise.all([handler, chief, deputy, top, district].map(async (by) => (await seen(by)).map(({ seat }) => seat)));
    expect(reached).toEqual([['H', 'H'], ['S'], ['V'], ['T'], ['R']]);
    await sut.ok(notify.seatAccounts, { seat: 'V', accountIds: [] }, administrator);
    expect((await seen(top)).map(({ seat }) => seat).sort()).toEqual(['T', 'V']);
  });

  test('a roster names who is told at the time: the chief on duty tonight and no other, a relief from when it began, all chiefs by day', async () => {
    await toClock('10:00');
    const [li, wang]: Caller[] = ['li', 'wang'].map((accountId) => ({ role: 'section_chief', accountId, scope: 'own' }));
    const at = (hours: number) => new Date(Date.now() + ahead + hours * 3_600_000).toISOString();
    const [six, eleven, eight] = [at(8), at(13), at(22)] as const; // 18:00, 23:00, 8:00 tomorrow
    const duty = randomUUID();
    const of = { planId: randomUUID(), unitId: randomUUID(), seat: 'S' as const };
    await sut.tell(
      watchingEvents.dutyAsked,
      {
        ...{ ...of, kind: 'SHIFT', title: '夜间值班', on: six.slice(0, 10), startsAt: six, dueAt: eight },
        turns: [{ accountId: 'li', from: six, until: eight }],
      },
      { aggregateId: duty, version: 1 },
    );
    const relieved = [
      { accountId: 'li', from: six, until: eleven },
      { accountId: 'wang', from: eleven, until: eight },
    ];
    await eventually(async () => expect(await sut.rows('select 1 from on_duty where duty_id = $1', [duty])).toHaveLength(1));
    const reached = async () => Promise.all([li!, wang!, chief].map(async (by) => (await seen(by)).length));

    await fire('NORMAL', 0, ['S']); // by day
    await eventually(async () => expect(await reached()).toEqual([1, 1, 1]));
    await toClock('19:00');
    await fire('NORMAL', 1, ['S']);
    await eventually(async () => expect(await reached()).toEqual([2, 1, 1]));
    await sut.tell(watchingEvents.dutyRelieved, { ...of, turns: relieved }, { aggregateId: duty, version: 2 });
    await eventually(async () => expect(await sut.rows('select 1 from on_duty where duty_id = $1', [duty])).toHaveLength(2));
    await toClock('23:30');
    await fire('EMERG_FEEDBACK', 0, ['S'], { level: 'E' });
    await eventually(async () => expect(await reached()).toEqual([2, 2, 1]));
    // What waits for the morning reaches who is on duty then, not who was when it came.
    await fire('NORMAL', 2, ['S']);
    await eventually(async () => expect((await states()).filter((state) => state === 'S HELD')).toHaveLength(1));
    await toClock('07:00');
    expect(await reached()).toEqual([2, 3, 1]);
    await toClock('08:01');
    await fire('NORMAL', 3, ['S']);
    await eventually(async () => expect(await reached()).toEqual([3, 4, 2]));
  });

  test('S is the chief of the unit concerned: of the lead, of a co-unit for its leg; where it has none, every chief of the street', async () => {
    await toClock('10:00');
    const [officeA, officeB] = [randomUUID(), randomUUID()];
    const [chiefA, chiefB]: Caller[] = [randomUUID(), randomUUID()].map((accountId) => ({
      role: 'section_chief',
      accountId,
      scope: 'own',
    }));
    const mandates = [randomUUID(), randomUUID()];
    const appoint = async (who: Caller, unitId: string, mandateId: string) =>
      sut.tell(
        gatewayEvents.mandateGranted,
        { mandateId, role: 'section_chief', unitId, until: null },
        { aggregateId: who.accountId!, version: 1 },
      );
    await appoint(chiefA!, officeA, mandates[0]!);
    await appoint(chiefB!, officeB, mandates[1]!);
    await eventually(async () =>
      expect(await sut.rows('select 1 from unit_chiefs where unit_id = any($1)', [[officeA, officeB]])).toHaveLength(2),
    );
    const late = (leadUnitId: string) => ({ orderId: order, demandId: randomUUID(), no: 'WF1', leadUnitId });
    const stage = { stage: 2, kind: 'breach' as const, tell: ['S'], dueAt: new Date().toISOString(), skippedStages: 0 };
    const leg = (unitId: string) =>
      sut.tell(
        legEvents.legClockFired,
        { ...late(officeB), ...stage, unitId, code: 'CO_RETURN', level: 'E' },
        { aggregateId: randomUUID(), version: 1 },
      );
    const heard = async () => Promise.all([chiefA!, chiefB!, chief].map(async (by) => (await seen(by)).length));
    // The leg is office A's, the order office B's; a firm has no chief of its own.
    await leg(officeA);
    await eventually(async () => expect(await heard()).toEqual([1, 0, 0]));
    await fire('NORMAL', 3, ['S']);
    await eventually(async () => expect(await heard()).toEqual([2, 1, 1]));
    await sut.tell(
      dispatchEvents.clockFired,
      { ...late(officeB), ...stage, code: 'NORMAL', level: 'N', isAccepted: true },
      { aggregateId: order, version: ++version },
    );
    await eventually(async () => expect(await heard()).toEqual([2, 2, 1]));
    // The unit's own people hear nothing of what is their chief's.
    expect(await seen({ role: 'department_handler', unitIds: [officeA, officeB], scope: 'own' })).toEqual([]);
    // What the unit asks for its own chief does not decide.
    await sut.tell(
      dispatchEvents.clockFired,
      { ...late(officeB), ...stage, code: 'EXTENSION_DECIDE', level: 'N', isAccepted: true },
      { aggregateId: order, version: ++version },
    );
    await eventually(async () => expect(await heard()).toEqual([3, 3, 2]));
    // Without its chief a unit's stages are everybody's again.
    await sut.tell(gatewayEvents.mandateEnded, { mandateId: mandates[0]! }, { aggregateId: chiefA!.accountId!, version: 2 });
    await eventually(async () => expect(await heard()).toEqual([3, 4, 3]));
    await sut.tell(gatewayEvents.accountDisabled, {}, { aggregateId: chiefB!.accountId!, version: 2 });
    await eventually(async () => expect((await heard())[2]).toBe(4));
  });

  test('handed over at night: the new lead’s chief hears in the morning, not the old one’s', async () => {
    const [officeA, officeB] = [randomUUID(), randomUUID()];
    const [chiefA, chiefB]: Caller[] = [randomUUID(), randomUUID()].map((accountId) => ({
      role: 'section_chief',
      accountId,
      scope: 'own',
    }));
    for (const [i, who] of [chiefA!, chiefB!].entries())
      await sut.tell(
        gatewayEvents.mandateGranted,
        { mandateId: randomUUID(), role: 'section_chief', unitId: [officeA, officeB][i]!, until: null },
        { aggregateId: who.accountId!, version: 1 },
      );
    await eventually(async () =>
      expect(await sut.rows('select 1 from unit_chiefs where unit_id = any($1)', [[officeA, officeB]])).toHaveLength(2),
    );
    await toClock('23:20');
    const at = new Date(Date.now() + ahead).toISOString();
    await sut.tell(
      dispatchEvents.clockFired,
      {
        ...{ orderId: order, code: 'NORMAL', stage: 1, kind: 'warning', tell: ['S'], dueAt: at, skippedStages: 0 },
        ...{ leadUnitId: officeA, no: 'WF1', level: 'N', isAccepted: true },
      },
      { aggregateId: order, version: ++version },
    );
    await eventually(async () => expect(await states()).toEqual(['S HELD']));
    await sut.tell(
      clockEvents.transferred,
      {
        ...{ demandId: randomUUID(), no: 'WF1', fromUnitId: officeA, leadUnitId: officeB, coUnitIds: [], reason: '由另一科室牵头' },
        ...{ dueAt: at, transferredAt: at },
      },
      { aggregateId: order, version: ++version },
    );
    await eventually(async () =>
      expect((await seen(inspector)).filter(({ seat, unitId }) => seat === 'S' && unitId === officeB)).toHaveLength(1),
    );
    await toClock('07:00');
    expect(await Promise.all([chiefA!, chiefB!].map(async (by) => (await seen(by)).length))).toEqual([0, 1]);
  });

  test('a roster of a unit names its person; one whose account is no more leaves it to all of the unit', async () => {
    await toClock('10:00');
    const night = { ...handler, accountId: randomUUID() };
    const [from, until] = [new Date(Date.now() + ahead - 3_600_000), new Date(Date.now() + ahead + 36_000_000)].map((at) =>
      at.toISOString(),
    );
    const shift = (accountId: string, unitId: string) =>
      sut.tell(
        watchingEvents.dutyAsked,
        {
          ...{ planId: randomUUID(), kind: 'SHIFT', title: '值守', unitId, on: from!.slice(0, 10), startsAt: from!, dueAt: until! },
          ...{ seat: 'H', turns: [{ accountId, from: from!, until: until! }] },
        },
        { aggregateId: randomUUID(), version: 1 },
      );
    await shift(night.accountId, firm);
    await shift(randomUUID(), randomUUID());
    await eventually(async () => expect(await sut.rows(`select 1 from on_duty where seat = 'H'`)).toHaveLength(2));
    await fire('PROGRESS', 0, ['H'], { kind: 'warning' });
    await eventually(async () => expect(await seen(night)).toHaveLength(1));
    expect(await seen(handler)).toEqual([]);
    await sut.tell(gatewayEvents.accountDisabled, {}, { aggregateId: night.accountId, version: 1 });
    await eventually(async () => expect(await seen(handler)).toHaveLength(1));
  });

  test('a promise that falls due reaches its party; once late, the street, its leader and the secretary', async () => {
    await toClock('10:00');
    const about = { issueId: randomUUID(), resolutionId: randomUUID(), tableId: randomUUID(), estateId: randomUUID(), no: 1 };
    const fall = (stage: number, kind: 'warning' | 'breach', tell: string[]) =>
      sut.tell(
        commitmentEvents.clockFired,
        {
          ...{ ...about, seat: 'FIRM', unitId: firm, code: 'COMMITMENT_DUE', stage, kind, tell },
          ...{ dueAt: new Date(Date.now() + ahead).toISOString(), skippedStages: 0 },
        },
        { aggregateId: order, version: ++version },
      );
    await fall(0, 'warning', ['H']);
    await fall(2, 'breach', ['S', 'V', 'T']);
    await eventually(async () => expect(await states()).toEqual(['H DELIVERED', 'S DELIVERED', 'T DELIVERED', 'V DELIVERED']));
    expect((await seen(handler)).map(({ seat, title }) => [seat, title.length > 0])).toEqual([['H', true]]);
  });

  test('whistled at night: two units wake to one message each, who answered meanwhile to none, an emergency wakes its unit', async () => {
    await toClock('23:00');
    const whistleId = order;
    const [heat, water, power] = [randomUUID(), randomUUID(), randomUUID()];
    const at = () => new Date(Date.now() + ahead).toISOString();
    const of = { whistleId, orderId: null, whistlingUnitId: randomUUID(), meetingAt: null };
    const summon = async (unitId: string, level: Level) => {
      const summons = randomUUID();
      await sut.tell(
        whistleEvents.summoned,
        { ...of, unitId, level, summonedAt: at(), respondDueAt: at() },
        { aggregateId: summons, version: 1 },
      );
      return summons;
    };
    const late = (summons: string, unitId: string, code: 'WHISTLE_RESPOND' | 'WHISTLE_RESPOND_E', stage: number, version: number) =>
      sut.tell(
        whistleEvents.summonsClockFired,
        { whistleId, unitId, level: 'N', code, stage, kind: 'breach', tell: ['V'], dueAt: at(), skippedStages: 0 },
        { aggregateId: summons, version },
      );
    const [first, second, third] = [await summon(heat, 'N'), await summon(water, 'N'), await summon(power, 'E')];
    await late(first, heat, 'WHISTLE_RESPOND', 0, 2);
    const again = await late(first, heat, 'WHISTLE_RESPOND', 1, 3);
    await sut.publish('dispatch', whistleEvents.summonsClockFired.type, again);
    await late(second, water, 'WHISTLE_RESPOND', 0, 2);
    await late(third, power, 'WHISTLE_RESPOND_E', 0, 2);
    await sut.tell(whistleEvents.reportedIn, { whistleId, unitId: water, at: at(), isInTime: true }, { aggregateId: second, version: 3 });
    const shown = async () => (await seen(inspector)).map(({ kind, delivery }) => `${kind} ${delivery.state}`).sort();
    await eventually(async () =>
      expect(await shown()).toEqual([
        'CLOCK_BREACH DELIVERED',
        'CLOCK_BREACH HELD',
        'CLOCK_BREACH SUPERSEDED',
        'CLOCK_BREACH WITHDRAWN',
        'WHISTLE DELIVERED',
        'WHISTLE HELD',
        'WHISTLE WITHDRAWN',
      ]),
    );
    const unit = (id: string): Caller => ({ role: 'department_handler', unitIds: [id], scope: 'own' });
    const heard = async () => Promise.all([heat, water, power].map(async (id) => (await seen(unit(id))).map(({ kind }) => kind)));
    expect(await heard()).toEqual([[], [], ['WHISTLE']]);
    await toClock('07:00');
    expect(await heard()).toEqual([['WHISTLE'], [], ['WHISTLE']]);
  });

  test('of two co-units that are late at night neither takes the place of the other, and one that has answered is left alone', async () => {
    await toClock('23:00');
    const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()];
    const about = { orderId: order, demandId: randomUUID(), no: 'WF1', leadUnitId: firm };
    const clock = {
      code: 'CO_RETURN' as const,
      stage: 0,
      kind: 'warning' as const,
      tell: ['H'],
      dueAt: new Date().toISOString(),
      skippedStages: 0,
    };
    for (const leg of [a, b, c])
      await sut.tell(legEvents.legClockFired, { ...about, ...clock, unitId: leg }, { aggregateId: leg, version: 1 });
    await sut.tell(legEvents.legWaived, { ...about, unitId: c, waivedAt: clock.dueAt }, { aggregateId: c, version: 2 });
    // Who was let off is told so at once.
    await eventually(async () => expect(await states()).toEqual(['H HELD', 'H HELD', 'H WITHDRAWN', 'null DELIVERED']));
  });

  test('late for an emergency at night: the people of a co-unit and of a supervision are woken as those of the lead are', async () => {
    await toClock('23:00');
    const about = { orderId: order, no: 'WF1', leadUnitId: firm };
    const clock = { stage: 1, kind: 'breach' as const, tell: ['S'], dueAt: new Date().toISOString(), skippedStages: 0 };
    const leg = { ...about, demandId: randomUUID(), unitId: randomUUID(), code: 'CO_RETURN' as const, ...clock };
    await sut.tell(legEvents.legClockFired, { ...leg, level: 'E' }, { aggregateId: randomUUID(), version: 1 });
    await sut.tell(legEvents.legClockFired, { ...leg, level: 'N' }, { aggregateId: randomUUID(), version: 1 });
    const supervision = { ...about, code: 'SUPERVISION' as const, ...clock, tell: ['V'] };
    await sut.tell(supervisionEvents.supervisionClockFired, { ...supervision, level: 'E' }, { aggregateId: randomUUID(), version: 1 });
    await eventually(async () => expect(await states()).toEqual(['S DELIVERED', 'S HELD', 'V DELIVERED']));
  });

  test('unassigned never escalates (DIGIT): what nobody has accepted reaches the desk when its time is up, once however often it is told', async () => {
    await toClock('10:00');
    const told = await fire('ACCEPT', 1, ['S'], { isAccepted: false });
    await sut.publish('dispatch', dispatchEvents.clockFired.type, told);
    await fire('PROGRESS', 0, ['H'], { kind: 'warning' });
    await eventually(async () => expect(await states()).toEqual(['DESK_LEAD DELIVERED', 'H DELIVERED', 'S DELIVERED']));
    expect((await seen(desk)).map(({ seat }) => seat)).toEqual(['DESK_LEAD']);
  });
});
