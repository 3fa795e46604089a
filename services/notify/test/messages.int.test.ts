import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  classificationEvents,
  clockEvents,
  dayEvents,
  dispatchEvents,
  intakeEvents,
  notify,
  ownersVoteEvents,
  supervisionEvents,
  whistleEvents,
} from '@wufang/contracts';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { notifyParts } from '../src/parts.js';

const [firm, other] = [randomUUID(), randomUUID()];
const handler = { role: 'firm_handler' as const, unitIds: [firm], scope: 'own' as const };
const stranger = { role: 'firm_handler' as const, unitIds: [other], scope: 'own' as const };
const chief = { role: 'section_chief' as const, scope: 'own' as const };
const leader = { role: 'street_leader' as const, scope: 'own' as const };
const inspector = { role: 'inspector' as const };

describe('messages', () => {
  let sut: ServiceUnderTest;
  const order = randomUUID();
  beforeAll(async () => {
    sut = await ServiceUnderTest.start(notifyParts, migrations);
  }, 60_000);
  afterAll(() => sut?.stop(), 30_000);

  const fired = (kind: 'warning' | 'breach' | 'after', tell: string[]) => ({
    orderId: order,
    code: 'EMERG_FEEDBACK' as const,
    stage: 0,
    kind,
    tell,
    dueAt: '2026-11-18T02:00:00.000Z',
    skippedStages: 0,
    leadUnitId: firm,
    no: 'WF1',
  });

  test('a new emergency reaches the lead unit, the duty officer and the leader in charge, and nobody else', async () => {
    await sut.tell(
      dispatchEvents.dispatched,
      {
        demandId: randomUUID(),
        no: 'WF1',
        leadUnitId: firm,
        coUnitIds: [],
        level: 'E',
        category: ['水电气热', '燃气', '燃气异味'],
        place: { communityId: null, estateId: null, buildingId: null, point: null },
        receivedAt: '2026-11-18T00:00:00.000Z',
        dispatchedAt: '2026-11-18T00:00:00.000Z',
        dueAt: '2026-11-18T02:00:00.000Z',
        decision: { directoryVersion: 1, ruleIds: ['1'], reason: 'x', alternatives: [] },
      },
      { aggregateId: order, version: 1 },
    );
    await eventually(async () => expect((await sut.ok(notify.listMessages, { subjectId: order }, handler)).messages).toHaveLength(1));
    expect((await sut.ok(notify.listMessages, { subjectId: order }, stranger)).messages).toEqual([]);
    const all = (await sut.ok(notify.listMessages, { subjectId: order }, inspector)).messages;
    expect(all.map(({ kind, seat }) => `${kind} ${seat ?? ''}`).sort()).toEqual([
      'ORDER_DISPATCHED ',
      'ORDER_EMERGENCY DESK_LEAD',
      'ORDER_EMERGENCY V',
    ]);
    expect((await sut.ok(notify.listMessages, { subjectId: order }, leader)).messages.map(({ seat }) => seat)).toEqual(['V']);
  });

  test('a missed feedback climbs the chain, each seat told once however often the event comes', async () => {
    const about = (version: number) => ({ aggregateId: order, version });
    const warned = await sut.tell(dispatchEvents.clockFired, fired('warning', ['H', 'S']), about(2));
    await sut.publish('dispatch', dispatchEvents.clockFired.type, warned);
    await sut.tell(dispatchEvents.clockFired, fired('breach', ['T']), about(3));
    await sut.tell(dispatchEvents.clockFired, fired('after', ['R']), about(4));
    await eventually(async () => {
      const all = (await sut.ok(notify.listMessages, { subjectId: order }, inspector)).messages.filter((message) =>
        message.kind.startsWith('CLOCK'),
      );
      expect(all.map((message) => message.seat).sort()).toEqual(['H', 'R', 'S', 'T']);
      expect(all.every((message) => message.delivery.state === 'DELIVERED')).toBe(true);
    });
    expect((await sut.ok(notify.listMessages, {}, chief)).messages.map((message) => message.seat)).toEqual(['S']);
    expect((await sut.ok(notify.listMessages, {}, leader)).messages.map((message) => message.seat).sort()).toEqual(['T', 'V']);
  });

  test('a message read by one is unread for another of the unit', async () => {
    const mine = { ...handler, accountId: 'first' };
    const [message] = (await sut.ok(notify.listMessages, { subjectId: order }, mine)).messages;
    expect((await sut.ok(notify.markRead, { id: message!.id }, mine)).readAt).not.toBeNull();
    const unread = (await sut.ok(notify.listMessages, { unread: 'true' as never }, mine)).messages;
    expect(unread.map(({ id }) => id)).not.toContain(message!.id);
    expect(
      (await sut.ok(notify.listMessages, { unread: 'true' as never }, { ...handler, accountId: 'second' })).messages.map(({ id }) => id),
    ).toContain(message!.id);
    expect(await sut.refused(notify.markRead, { id: message!.id }, stranger)).toBe('object.not-found');
  });

  test('who is assigned an order, or handed one over, hears of it once, its co-units too', async () => {
    const [id, demandId, lead, co, later, street] = Array.from({ length: 6 }, () => randomUUID()) as [
      ...[string, string, string, string, string, string],
    ];
    const told = { demandId, no: 'WF3', dueAt: '2026-11-20T16:00:00.000Z' };
    const at = '2026-11-18T02:00:00.000Z';
    const assigned = await sut.tell(
      dispatchEvents.assigned,
      { ...told, leadUnitId: lead, coUnitIds: [co], assignedAt: at, reason: 'x' },
      { aggregateId: id, version: 1 },
    );
    await sut.publish('dispatch', dispatchEvents.assigned.type, assigned);
    const handed = { ...told, fromUnitId: lead, leadUnitId: later, reason: 'x', transferredAt: at };
    await sut.tell(clockEvents.transferred, { ...handed, coUnitIds: [co] }, { aggregateId: id, version: 2 });
    // A rework that the unit complained about may not do, which another one takes over at once: that one hears, and nobody sends the other to work.
    const reworked = { demandId, leadUnitId: later, toUnitId: street, reworks: 1, isProblemOrder: false, reason: 'x', dueAt: told.dueAt };
    await sut.tell(dispatchEvents.reworked, reworked, { aggregateId: id, version: 3 });
    const away = { ...handed, fromUnitId: later, leadUnitId: street };
    await sut.tell(clockEvents.transferred, { ...away, coUnitIds: [later] }, { aggregateId: id, version: 4 });
    // Named where the hand-over has told already, and where the matter rests under its new lead.
    const named = { demandId, no: 'WF3', aboutUnitId: later, leadUnitId: street, namedAt: at };
    await sut.tell(dispatchEvents.complainedAboutNamed, named, { aggregateId: id, version: 5 });
    const resting = { ...named, aboutUnitId: street, leadUnitId: lead, coUnitIds: [street] };
    await sut.tell(dispatchEvents.complainedAboutNamed, resting, { aggregateId: id, version: 6 });
    const titles = async (unitId: string) =>
      (await sut.ok(notify.listMessages, { subjectId: id }, { ...handler, unitIds: [unitId] })).messages.map(({ title }) => title).sort();
    const assists = '协办工单：主办单位更换';
    await eventually(async () => {
      expect(await titles(lead)).toEqual(['工单已转办', '新工单：原主办单位回避', '新工单：诉求中心指派'].sort());
      expect(await titles(co)).toEqual([assists, assists]);
      expect(await titles(later)).toEqual([assists, '新工单：转办'].sort());
      expect(await titles(street)).toEqual([assists, '新工单：转办'].sort());
    });
  });

  test('a supervision that goes with its order, and an emergency that was none, are told to who leads now', async () => {
    const [id, demandId, lead, before] = Array.from({ length: 4 }, () => randomUUID()) as [string, string, string, string];
    const at = '2026-11-18T02:00:00.000Z';
    const dueAt = '2026-11-20T16:00:00.000Z';
    const handed = { orderId: id, no: 'WF4', leadUnitId: lead, fromUnitId: before, level: 'N' as const, dueAt, handedOverAt: at };
    await sut.tell(supervisionEvents.supervisionHandedOver, { ...handed, state: 'OWED' }, { aggregateId: randomUUID(), version: 1 });
    await sut.tell(supervisionEvents.supervisionHandedOver, { ...handed, state: 'REPLIED' }, { aggregateId: randomUUID(), version: 1 });
    const lowered = { demandId, no: 'WF4', leadUnitId: lead, oldLevel: 'E' as const, level: 'N' as const, reason: 'x', dispatchedAt: at };
    await sut.tell(
      classificationEvents.orderLevelLowered,
      { ...lowered, phase: 'ACCEPTED', oldDueAt: '2026-11-18T04:00:00.000Z', dueAt, loweredAt: at },
      { aggregateId: id, version: 1 },
    );
    const heardBy = async (unitId: string) =>
      (await sut.ok(notify.listMessages, { subjectId: id }, { ...handler, unitIds: [unitId] })).messages;
    await eventually(async () => expect((await heardBy(lead)).map(({ kind }) => kind).sort()).toEqual(['ORDER_LOWERED', 'SUPERVISION']));
    for (const { body } of await heardBy(lead)) expect(body).toContain('11月20日 24:00');
    expect(await heardBy(before)).toEqual([]);
  });

  test('a callback that opens is told to the callback desk', async () => {
    const callback = randomUUID();
    await sut.tell(
      intakeEvents.callbackOpened,
      { demandId: randomUUID(), orderId: order, cause: 'COMPLETED' },
      { aggregateId: callback, version: 1 },
    );
    await eventually(async () => {
      const messages = (await sut.ok(notify.listMessages, {}, { role: 'callback_desk', scope: 'own' })).messages;
      expect(messages.map(({ kind }) => kind)).toEqual(['CALLBACK_OPENED']);
    });
  });

  test('a whistled unit hears at once; when it is silent the leader does; an urging reaches unit and chief', async () => {
    const [summons, whistleId, urged] = [randomUUID(), randomUUID(), randomUUID()];
    const dueAt = '2026-11-18T02:00:00.000Z';
    const summoned = { whistleId, unitId: other, orderId: null, whistlingUnitId: firm, level: 'E' as const, summonedAt: dueAt };
    await sut.tell(whistleEvents.summoned, { ...summoned, respondDueAt: dueAt, meetingAt: null }, { aggregateId: summons, version: 1 });
    const breach = { code: 'WHISTLE_RESPOND_E' as const, stage: 1, kind: 'breach' as const, tell: ['V'], dueAt, skippedStages: 0 };
    await sut.tell(whistleEvents.summonsClockFired, { whistleId, unitId: other, ...breach }, { aggregateId: summons, version: 2 });
    const urging = { demandId: randomUUID(), no: 'WF2', leadUnitId: firm, by: 'COMPLAINANT' as const, urges: 1, tell: ['H', 'S'], dueAt };
    await sut.tell(supervisionEvents.urged, { ...urging, urgedAt: dueAt }, { aggregateId: urged, version: 1 });
    const kindsFor = async (who: Caller, subjectId: string) =>
      (await sut.ok(notify.listMessages, { subjectId }, who)).messages.map(({ kind }) => kind);
    await eventually(async () => {
      expect(await kindsFor(stranger, whistleId)).toEqual(['WHISTLE']);
      expect(await kindsFor(leader, whistleId)).toEqual(['CLOCK_BREACH']);
      for (const who of [handler, chief]) expect(await kindsFor(who, urged)).toEqual(['URGE']);
    });
    expect(await kindsFor(handler, whistleId)).toEqual([]);
  });

  test('supervisors who are asked to look at an order hear of it in its community, neither those of another nor the community’s own people', async () => {
    const [communityId, orderId] = [randomUUID(), randomUUID()];
    const invited = { demandId: randomUUID(), no: 'WF3', leadUnitId: firm, communityId, invitedAt: '2026-11-18T02:00:00.000Z' };
    await sut.tell(supervisionEvents.supervisorsInvited, invited, { aggregateId: orderId, version: 1 });
    const heard = async (role: 'citizen_supervisor' | 'community_worker', unitId: string) =>
      (await sut.ok(notify.listMessages, { subjectId: orderId }, { role, unitIds: [unitId], scope: 'own' })).messages.map(
        ({ kind }) => kind,
      );
    await eventually(async () => expect(await heard('citizen_supervisor', communityId)).toEqual(['SUPERVISOR_INVITED']));
    expect(await heard('citizen_supervisor', other)).toEqual([]);
    expect(await heard('community_worker', communityId)).toEqual([]);
  });

  test('who belongs to two units and a role hears all of it as one list, each message once, the newest first, a page of it', async () => {
    const both = { ...handler, unitIds: [firm, other], role: 'section_chief' as const, accountId: 'both' };
    const all = (await sut.ok(notify.listMessages, {}, both)).messages;
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ unitId, role }) => role ?? unitId))).toEqual(new Set([firm, other, 'section_chief']));
    const times = all.map(({ createdAt }) => createdAt);
    expect(times).toEqual([...times].sort().reverse());
    expect((await sut.ok(notify.listMessages, { limit: 2 as never }, both)).messages).toEqual(all.slice(0, 2));
  });

  test('the heads of a day reach the witnesses, one message for all services, and no handler', async () => {
    const about = (service: 'intake' | 'notify', head: string) =>
      sut.tell(
        dayEvents[service],
        { day: '2026-11-28', chains: 3, events: 9, head: head.repeat(64), prevHead: null },
        { aggregateId: randomUUID(), version: 1 },
      );
    await Promise.all([about('intake', 'a'), about('notify', 'b')]);
    const headsOf = async (as: Caller) =>
      (await sut.ok(notify.listMessages, {}, as)).messages.filter(({ kind }) => kind === 'DAY_HEADS').map(({ body }) => body);
    await eventually(async () => {
      const [body, ...others] = await headsOf({ role: 'owners_body_rep', unitIds: [other], scope: 'own' });
      expect(others).toEqual([]);
      expect(body!.split('\n').slice(1)).toEqual([`intake 2026-11-28 ${'a'.repeat(64)}`, `notify 2026-11-28 ${'b'.repeat(64)}`]);
    });
    expect(await headsOf(leader)).toHaveLength(1);
    expect(await headsOf(handler)).toEqual([]);
    expect(await sut.rows('select heads from handed_heads')).toHaveLength(1);
  });

  test('a reminder to vote lies with the silent owner alone; the result reaches the parties, who are told once', async () => {
    const [vote, silent, voted, party] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const about = { estateId: randomUUID(), issueId: null, kind: 'PAPER' as const, title: '更换电梯' };
    const owner = (unitId: string) => ({ role: 'resident' as const, unitIds: [unitId], scope: 'own' as const });
    const reminded = { ...about, closesAt: '2026-12-25T10:00:00.000Z', ownerIds: [silent] };
    await sut.tell(ownersVoteEvents.reminded, reminded, { aggregateId: vote, version: 1 });
    await sut.tell(ownersVoteEvents.reminded, reminded, { aggregateId: vote, version: 1 });
    const counted = {
      ...about,
      outcome: 'PASSED' as const,
      results: [],
      source: null,
      countedAt: reminded.closesAt,
      postDueAt: reminded.closesAt,
    };
    await sut.tell(ownersVoteEvents.counted, { ...counted, concernedUnitIds: [party] }, { aggregateId: vote, version: 2 });
    const read = async (as: Caller) => (await sut.ok(notify.listMessages, { subjectId: vote }, as)).messages.map(({ kind }) => kind);
    await eventually(async () => expect(await read(owner(party))).toEqual(['VOTE_COUNTED']));
    expect(await read(owner(silent))).toEqual(['VOTE_REMINDER']);
    expect(await read(owner(voted))).toEqual([]);
  });
});
