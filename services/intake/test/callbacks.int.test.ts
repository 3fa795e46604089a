import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  classificationEvents,
  clockEvents,
  dispatchEvents,
  disputeEvents,
  incidentEvents,
  intake,
  intakeEvents,
  legEvents,
  orderCareEvents,
  type Receipt,
} from '@wufang/contracts';
import { eventually } from '@wufang/testing';
import { aCall, anUnsortedCall, callbackDesk, desk, heat, openStreet, png, resident, street, type Street } from './street.js';

let at: Street;
beforeAll(async () => {
  at = await openStreet();
});
afterAll(() => at.sut.stop());

interface Order {
  id: string;
  demandId: string;
  no: string;
  version: number;
}

/** A demand that dispatch has sent to the heating company. */
async function dispatched(part: { aboutUnitId?: string } = {}): Promise<Order> {
  return sentOn(await at.sut.ok(intake.receiveDemand, { ...aCall(), ...part }, desk), part);
}

async function sentOn({ id, orderId, no }: Receipt, part: { aboutUnitId?: string } = {}): Promise<Order> {
  const order = { id: orderId!, demandId: id, no, version: 0 };
  const now = new Date().toISOString();
  await tell(order, dispatchEvents.dispatched, {
    no,
    leadUnitId: at.units.heating,
    coUnitIds: [],
    level: 'U',
    category: heat,
    place: { communityId: null, estateId: null, buildingId: null, point: null },
    receivedAt: now,
    dispatchedAt: now,
    dueAt: new Date(Date.now() + 86_400_000).toISOString(),
    decision: { directoryVersion: 1, ruleIds: [], reason: '', alternatives: [] },
    ...part,
  });
  return order;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
async function tell(order: Order, type: any, payload: object): Promise<void> {
  order.version += 1;
  await at.sut.tell(type, { demandId: order.demandId, ...payload }, { aggregateId: order.id, version: order.version });
}

const complete = (order: Order, differs: object = {}) =>
  tell(order, dispatchEvents.completed, {
    leadUnitId: at.units.heating,
    publicText: '已排气并调试，室温恢复',
    completedAt: new Date().toISOString(),
    round: 1,
    handledBy: 'heating-worker',
    ...differs,
  });

async function callbacksOn(order: Order, count = 1) {
  return eventually(async () => {
    const { callbacks } = await at.sut.ok(intake.listCallbacks, { orderId: order.id }, callbackDesk);
    if (callbacks.length !== count) throw new Error(`${callbacks.length} callbacks instead of ${count}`);
    return callbacks;
  });
}

const clocksOf = (id: string) => at.sut.rows('select code, state from deadlines where subject_id = $1 order by code', [id]);
const payloadsOf = async (id: string, type: { type: string }) =>
  (await at.sut.rows('select payload from events where aggregate_id = $1 and type = $2 order by version', [id, type.type])).map(
    (row) => row['payload'],
  );
const answer = { contacted: true, solved: true, satisfaction: 'SATISFIED' as const };

describe('a callback', () => {
  test('opens when the unit says done, with its clock, and ends with what the complainant says', async () => {
    const order = await dispatched();
    await complete(order);
    const [callback] = await callbacksOn(order);
    expect(callback).toMatchObject({ state: 'OPEN', cause: 'COMPLETED', no: order.no, callerName: '欧阳**', callerPhone: '138****1234' });
    expect(await clocksOf(callback!.id)).toEqual([{ code: 'CALLBACK_INSTANT', state: 'armed' }]);
    const recorded = await at.sut.ok(intake.recordCallback, { id: callback!.id, ...answer, remark: '很快，欧阳文很满意' }, callbackDesk);
    expect(recorded).toMatchObject({ state: 'RECORDED', solved: true });
    expect(await payloadsOf(callback!.id, intakeEvents.callbackRecorded)).toMatchObject([
      { valid: true, orderId: order.id, ...answer, orderRework: false },
    ]);
    expect(await clocksOf(callback!.id)).toEqual([{ code: 'CALLBACK_INSTANT', state: 'stopped' }]);
    expect(await at.sut.refused(intake.recordCallback, { id: callback!.id, ...answer }, callbackDesk)).toBe('callback.illegal-step');
  });

  test('opens at the due time though nobody has finished, once, and gets the second clock when they have', async () => {
    const order = await dispatched();
    await tell(order, dispatchEvents.clockFired, {
      ...{ orderId: order.id, code: 'NORMAL', stage: 1, kind: 'breach', tell: ['S', 'V'], skippedStages: 0, no: 'W-1' },
      ...{ leadUnitId: at.units.heating, callsBack: order.demandId, dueAt: new Date().toISOString() },
    });
    const [callback] = await callbacksOn(order);
    expect(callback).toMatchObject({ cause: 'DUE' });
    expect(await clocksOf(callback!.id)).toEqual([{ code: 'CALLBACK_DUE', state: 'armed' }]);
    await complete(order);
    await eventually(async () => {
      expect(await clocksOf(callback!.id)).toEqual([
        { code: 'CALLBACK_DUE', state: 'armed' },
        { code: 'CALLBACK_INSTANT', state: 'armed' },
      ]);
    });
    await callbacksOn(order, 1);
    // After rework the next completion is asked about anew.
    await at.sut.ok(
      intake.recordCallback,
      { id: callback!.id, contacted: true, solved: false, satisfaction: 'DISSATISFIED' },
      callbackDesk,
    );
    await tell(order, dispatchEvents.reworked, {
      leadUnitId: at.units.heating,
      reworks: 1,
      isProblemOrder: false,
      reason: '未解决',
      dueAt: new Date().toISOString(),
    });
    await complete(order, { round: 2 });
    await callbacksOn(order, 2);
  });

  test('is withdrawn, for linked callers too, when a look at the place sends the order back, and asked anew with a new clock once it is done again', async () => {
    const order = await dispatched();
    const neighbour = anUnsortedCall({ callerPhone: '13900000009' });
    await at.sut.ok(intake.receiveDemand, neighbour, desk);
    await at.sut.ok(intake.linkDemand, { id: neighbour.id, to: order.demandId, message: '一起办理' }, desk);
    await complete(order);
    const first = await callbacksOn(order, 2);
    const back = (reworks: number) =>
      tell(order, dispatchEvents.reworked, {
        ...{ leadUnitId: at.units.heating, reworks, isProblemOrder: false, reason: '网格核实没有办到位', because: 'GRID_CHECK' },
        dueAt: new Date().toISOString(),
      });
    await back(1);
    await eventually(async () => expect((await callbacksOn(order, 2)).map(({ state }) => state)).toEqual(['WITHDRAWN', 'WITHDRAWN']));
    for (const { id } of first) {
      expect(await clocksOf(id)).toEqual([{ code: 'CALLBACK_INSTANT', state: 'stopped' }]);
      expect(await payloadsOf(id, intakeEvents.callbackWithdrawn)).toHaveLength(1);
      expect(await at.sut.refused(intake.recordCallback, { id, ...answer }, callbackDesk)).toBe('callback.illegal-step');
    }
    await complete(order, { round: 2 });
    const again = (await callbacksOn(order, 4)).filter(({ state }) => state === 'OPEN');
    expect(new Set(again.map(({ demandId }) => demandId))).toEqual(new Set([order.demandId, neighbour.id]));
    for (const { id } of again) expect(await clocksOf(id)).toEqual([{ code: 'CALLBACK_INSTANT', state: 'armed' }]);
    // The complainant has answered meanwhile: what they said stays, the neighbour alone is not asked yet.
    const own = again.find(({ demandId }) => demandId === order.demandId)!;
    await at.sut.ok(intake.recordCallback, { id: own.id, contacted: true, solved: false, satisfaction: 'DISSATISFIED' }, callbackDesk);
    await back(2);
    await eventually(async () =>
      expect((await callbacksOn(order, 4)).map(({ state }) => state).sort()).toEqual(['RECORDED', 'WITHDRAWN', 'WITHDRAWN', 'WITHDRAWN']),
    );
    // Who was only asked in vain is still owed a call when the order is closed without being done again.
    await tell(order, dispatchEvents.closed, {
      ...{ leadUnitId: at.units.heating, state: 'CLOSED_UNSOLVED', basis: 'EXPLAINED', callbackId: null },
      closedAt: new Date().toISOString(),
    });
    const [last] = (await callbacksOn(order, 5)).filter(({ state }) => state === 'OPEN');
    expect(last!.demandId).toBe(neighbour.id);
  });

  test('owed since the limit passed stays owed when the order goes back; only the clock of completion stops', async () => {
    const order = await dispatched();
    await tell(order, dispatchEvents.dueReached, { leadUnitId: at.units.heating, dueAt: new Date().toISOString() });
    await complete(order);
    const [callback] = await callbacksOn(order);
    await eventually(async () => expect(await clocksOf(callback!.id)).toHaveLength(2));
    await tell(order, dispatchEvents.reworked, {
      ...{ leadUnitId: at.units.heating, reworks: 1, isProblemOrder: false, reason: '网格核实没有办到位', because: 'GRID_CHECK' },
      dueAt: new Date().toISOString(),
    });
    await eventually(async () =>
      expect(await clocksOf(callback!.id)).toEqual([
        { code: 'CALLBACK_DUE', state: 'armed' },
        { code: 'CALLBACK_INSTANT', state: 'stopped' },
      ]),
    );
    expect((await callbacksOn(order)).map(({ state }) => state)).toEqual(['OPEN']);
  });

  test('is not recorded by whoever worked on the order', async () => {
    const order = await dispatched();
    await complete(order, { handledBy: callbackDesk.accountId });
    const [callback] = await callbacksOn(order);
    expect(await at.sut.refused(intake.recordCallback, { id: callback!.id, ...answer }, callbackDesk)).toBe('callback.own-order');
    expect(await at.sut.refused(intake.recordAttempt, { id: callback!.id }, callbackDesk)).toBe('callback.own-order');
    expect(
      await at.sut.ok(intake.recordCallback, { id: callback!.id, ...answer }, { ...callbackDesk, accountId: 'callback-2' }),
    ).toMatchObject({ state: 'RECORDED' });
  });

  test('is not recorded by somebody of the unit that is complained about', async () => {
    const order = await dispatched({ aboutUnitId: at.units.northGate });
    expect(await payloadsOf(order.demandId, intakeEvents.demandForwarded)).toMatchObject([{ aboutUnitId: at.units.northGate }]);
    await complete(order);
    const [callback] = await callbacksOn(order);
    const theirs = { ...callbackDesk, unitIds: [at.units.northGate] };
    expect(await at.sut.refused(intake.recordCallback, { id: callback!.id, ...answer }, theirs)).toBe('callback.own-order');
    await at.sut.ok(intake.recordCallback, { id: callback!.id, ...answer }, callbackDesk);
    expect(await at.sut.refused(intake.receiveDemand, { ...aCall(), aboutUnitId: randomUUID() }, desk)).toBe('unit.unknown');
  });

  test('is not recorded by somebody of a unit that came out to be complained about after the dispatch, held in another capacity, for linked callers too', async () => {
    const order = await dispatched();
    const other = anUnsortedCall({ callerPhone: '13900000008' });
    await at.sut.ok(intake.receiveDemand, other, desk);
    const named = (aboutUnitId: string | null) =>
      tell(order, dispatchEvents.complainedAboutNamed, {
        ...{ no: order.no, aboutUnitId, leadUnitId: at.units.heating, namedAt: new Date().toISOString() },
      });
    await at.sut.ok(intake.linkDemand, { id: other.id, to: order.demandId, message: '同一处漏水，一并办理' }, desk);
    await named(at.units.northGate);
    await eventually(async () =>
      expect(await at.sut.ok(intake.getDemand, { id: order.demandId }, desk)).toMatchObject({ aboutUnitId: at.units.northGate }),
    );
    await complete(order);
    const callbacks = await callbacksOn(order, 2);
    const theirs = { ...callbackDesk, otherUnitIds: [at.units.northGate] };
    for (const { id } of callbacks)
      expect(await at.sut.refused(intake.recordCallback, { id, ...answer }, theirs)).toBe('callback.own-order');
    await named(null);
    await eventually(async () =>
      expect(await at.sut.ok(intake.getDemand, { id: order.demandId }, desk)).toMatchObject({ aboutUnitId: null }),
    );
    for (const { id } of callbacks) await at.sut.ok(intake.recordCallback, { id, ...answer }, theirs);
  });

  test('may ask for rework of what is solved but not well, with a reason', async () => {
    const order = await dispatched();
    await complete(order);
    const [callback] = await callbacksOn(order);
    const id = callback!.id;
    const bad = { ...answer, satisfaction: 'DISSATISFIED' as const, orderRework: true };
    expect(await at.sut.refused(intake.recordCallback, { id, ...bad }, callbackDesk)).toBe('callback.rework-not-allowed');
    expect(await at.sut.refused(intake.recordCallback, { id, ...answer, orderRework: true, reworkReason: '慢' }, callbackDesk)).toBe(
      'callback.rework-not-allowed',
    );
    await at.sut.ok(intake.recordCallback, { id, ...bad, reworkReason: '501室仍有滴水，电话13812341234' }, callbackDesk);
    expect(await payloadsOf(id, intakeEvents.callbackRecorded)).toMatchObject([{ orderRework: true, reason: '仍有滴水，电话（电话略）' }]);
  });

  test('ends as not reached after three half-days, and is not valid', async () => {
    const order = await dispatched();
    await complete(order);
    const [callback] = await callbacksOn(order);
    const id = callback!.id;
    for (let i = 1; i <= 4; i++)
      expect(await at.sut.ok(intake.recordAttempt, { id, note: '无人接听' }, callbackDesk)).toMatchObject({ state: 'OPEN', attempts: i });
    await at.sut.rows(`update callbacks set half_days = '{"2026-01-01 AM","2026-01-01 PM"}' where id = $1`, [id]);
    expect(await at.sut.ok(intake.recordAttempt, { id }, callbackDesk)).toMatchObject({ state: 'UNREACHED', attempts: 5 });
    expect(await payloadsOf(id, intakeEvents.callbackRecorded)).toMatchObject([{ valid: false, solved: null, satisfaction: null }]);
    expect(await clocksOf(id)).toEqual([{ code: 'CALLBACK_INSTANT', state: 'stopped' }]);
    expect(await at.sut.refused(intake.recordAttempt, { id }, callbackDesk)).toBe('callback.illegal-step');
  });

  test('is owed to every caller whose demand was linked, also to one linked when all was done', async () => {
    const order = await dispatched();
    const early = anUnsortedCall({ callerPhone: '13900000001' });
    const { no } = await at.sut.ok(intake.receiveDemand, early, desk);
    await at.sut.ok(intake.linkDemand, { id: early.id, to: order.demandId, message: '一起办理' }, desk);
    await complete(order);
    const both = await callbacksOn(order, 2);
    expect(new Set(both.map(({ demandId }) => demandId))).toEqual(new Set([order.demandId, early.id]));
    const late = anUnsortedCall({ callerPhone: '13900000002' });
    await at.sut.ok(intake.receiveDemand, late, desk);
    await at.sut.ok(intake.linkDemand, { id: late.id, to: order.demandId, message: '一起办理' }, desk);
    const all = await callbacksOn(order, 3);
    expect(all.map(({ demandId }) => demandId)).toContain(late.id);
    // The linked caller follows the order by the number they were given.
    const tracked = await at.sut.ok(intake.track, { streetId: street, no, phoneTail: '0001' }, resident);
    expect(tracked).toMatchObject({ state: 'COMPLETED', handledBy: '热力集团' });
    expect(tracked.timeline.map(({ text }) => text)).toContain('承办单位已办结：已排气并调试，室温恢复');
    const main = both.find(({ demandId }) => demandId === order.demandId)!;
    await at.sut.ok(intake.recordCallback, { id: main.id, ...answer }, callbackDesk);
    await tell(order, dispatchEvents.closed, {
      leadUnitId: at.units.heating,
      state: 'CLOSED_SOLVED',
      basis: 'CONFIRMED',
      callbackId: main.id,
      closedAt: new Date().toISOString(),
    });
    await eventually(async () => {
      expect(await at.sut.ok(intake.getDemand, { id: early.id }, desk)).toMatchObject({ orderState: 'CLOSED_SOLVED' });
    });
    await callbacksOn(order, 3);
  });

  test('that nobody makes is told by its clock', async () => {
    const order = await dispatched();
    await complete(order);
    const [callback] = await callbacksOn(order);
    await at.sut.rows("update deadlines set fires_at = now() - interval '1 second' where subject_id = $1", [callback!.id]);
    await eventually(async () => {
      expect(await payloadsOf(callback!.id, intakeEvents.callbackClockFired)).toMatchObject([
        { orderId: order.id, code: 'CALLBACK_INSTANT', stage: 0, kind: 'warning', tell: ['CALLBACK_LEAD'] },
      ]);
    });
  });
});

describe('a callback that the complainant answers alone', () => {
  const visitor = { ...resident, scope: 'public' as const };
  const answerCode = 'K7M2X9QA';
  const told = () => ({
    ...{ streetId: street, id: randomUUID(), demandType: 'HELP' as const, category: heat, content: '镇北里东区3号楼2单元501室暖气冰凉' },
    ...{ callerName: '欧阳文', callerPhone: '13812341234', answerCode },
  });
  const mine = ({ no }: Order) => ({ streetId: street, no, phoneTail: '1234', answerCode, ...answer });
  const track = ({ no }: Order) => at.sut.ok(intake.track, { streetId: street, no, phoneTail: '1234' }, visitor);

  test('counts as on the phone: by number, phone and the code that only they know, once', async () => {
    const order = await sentOn(await at.sut.ok(intake.receivePublicDemand, told(), visitor));
    const given = { ...mine(order), id: randomUUID(), remark: '师傅很耐心' };
    expect((await track(order)).canAnswer).toBe(false);
    expect(await at.sut.refused(intake.answerCallback, given, visitor)).toBe('callback.nothing-to-answer');
    await complete(order);
    const [callback] = await callbacksOn(order);
    await eventually(async () => expect((await track(order)).canAnswer).toBe(true));
    // Whoever handled it knows the number and the phone, and so may look, but not answer.
    expect(await at.sut.refused(intake.answerCallback, { ...given, answerCode: 'K7M2X9QB' }, visitor)).toBe('callback.wrong-code');
    expect(await at.sut.refused(intake.answerCallback, { ...given, phoneTail: '1235' }, visitor)).toBe('tracking.not-found');
    const said = await at.sut.ok(intake.answerCallback, given, visitor);
    expect(said).toEqual({ no: order.no, message: expect.stringContaining('已解决') });
    expect(await payloadsOf(callback!.id, intakeEvents.callbackRecorded)).toEqual([
      expect.objectContaining({ valid: true, orderId: order.id, ...answer, orderRework: false, answeredBy: 'COMPLAINANT' }),
    ]);
    expect(await clocksOf(callback!.id)).toEqual([{ code: 'CALLBACK_INSTANT', state: 'stopped' }]);
    expect((await track(order)).canAnswer).toBe(false);
    expect(await at.sut.refused(intake.answerCallback, { ...given, id: randomUUID() }, visitor)).toBe('callback.nothing-to-answer');
    expect(await at.sut.refused(intake.recordCallback, { id: callback!.id, ...answer }, callbackDesk)).toBe('callback.illegal-step');
  });

  test('not solved: says that it goes back to the unit; what they wrote is sealed', async () => {
    const order = await sentOn(await at.sut.ok(intake.receivePublicDemand, told(), visitor));
    await complete(order);
    const [callback] = await callbacksOn(order);
    const given = { ...mine(order), id: randomUUID(), solved: false, satisfaction: 'DISSATISFIED' as const, remark: '501室还是冰凉' };
    expect((await at.sut.ok(intake.answerCallback, given, visitor)).message).toContain('重新办理');
    const [row] = await at.sut.rows('select c::text as text, sealed is not null as is_sealed from callbacks c where id = $1', [
      callback!.id,
    ]);
    expect(row).toMatchObject({ is_sealed: true });
    expect(String(row!['text'])).not.toContain('冰凉');
  });

  test('is the desk’s alone where no code was chosen, and the code is handed out by nobody', async () => {
    const order = await dispatched();
    await complete(order);
    await callbacksOn(order);
    expect((await track(order)).canAnswer).toBe(false);
    expect(await at.sut.refused(intake.answerCallback, { ...mine(order), id: randomUUID() }, visitor)).toBe('callback.wrong-code');
    const call = told();
    expect(JSON.stringify(await at.sut.ok(intake.receivePublicDemand, call, visitor))).not.toContain(answerCode);
    // The same demand once more, without or with another code, is another body: a unit that knows all its words gets no code of its own in.
    for (const other of [undefined, 'K7M2X9QB'])
      expect(await at.sut.refused(intake.receivePublicDemand, { ...call, answerCode: other }, visitor)).toBe('request.key-reused');
  });
});

describe('screening that takes too long', () => {
  test('is told by its clock', async () => {
    const call = anUnsortedCall();
    await at.sut.ok(intake.receiveDemand, call, desk);
    await at.sut.rows("update deadlines set fires_at = now() - interval '1 second' where subject_id = $1", [call.id]);
    await eventually(async () => {
      expect(await payloadsOf(call.id, intakeEvents.demandClockFired)).toMatchObject([{ code: 'SCREEN', stage: 0, tell: ['DESK_LEAD'] }]);
    });
  });
});

describe('tracking', () => {
  test('shows the caller state, deadline, unit and course in plain words', async () => {
    const order = await dispatched();
    const now = new Date().toISOString();
    await tell(order, dispatchEvents.accepted, { leadUnitId: at.units.heating, acceptedAt: now });
    await tell(order, dispatchEvents.fedBack, { publicText: '已联系您，下午上门查看', fedBackAt: now });
    const ask = { streetId: street, no: order.no, phoneTail: '1234' };
    const tracked = await eventually(async () => {
      const found = await at.sut.ok(intake.track, ask, resident);
      expect(found).toMatchObject({ state: 'HANDLING', stateText: '正在办理', isOverdue: false, handledBy: '热力集团' });
      return found;
    });
    expect(tracked.dueAt).not.toBeNull();
    const texts = tracked.timeline.map(({ text }) => text);
    expect(texts[0]).toBe('已收到您的诉求');
    expect(texts).toEqual(expect.arrayContaining(['承办单位已签收', '已联系您，下午上门查看']));
  });

  test('what has met its limit, or is put off, is not late to its caller either; sent back it can be again', async () => {
    const order = await dispatched();
    const ask = { streetId: street, no: order.no, phoneTail: '1234' };
    const past = new Date(Date.now() - 60_000).toISOString();
    const overdue = async (isOverdue: boolean) =>
      eventually(async () => expect((await at.sut.ok(intake.track, ask, resident)).isOverdue).toBe(isOverdue));
    await eventually(async () => expect((await at.sut.ok(intake.track, ask, resident)).handledBy).toBe('热力集团'));
    await at.sut.rows('update demand_orders set due_at = $1 where order_id = $2', [past, order.id]);
    await overdue(true);
    await tell(order, dispatchEvents.progressed, { publicText: '管段已到场，今晚更换', progressedAt: past, limitMetAt: past });
    await overdue(false);
    const back = { leadUnitId: at.units.heating, reworks: 1, isProblemOrder: false, reason: '仍不热', because: 'CALLBACK', dueAt: past };
    await tell(order, dispatchEvents.reworked, back);
    await overdue(true);
    await at.sut.rows("update demand_orders set state = 'SUSPENDED' where order_id = $1", [order.id]);
    await overdue(false);
  });

  test('the caller of what is taken out of an incident, or whose incident was called off, hears that it is handled singly', async () => {
    const order = await dispatched();
    const ask = { streetId: street, no: order.no, phoneTail: '1234' };
    const dueAt = new Date(Date.now() + 6 * 86_400_000).toISOString();
    const units = { leadUnitId: at.units.heating, coUnitIds: [], incidentId: randomUUID(), duties: [] };
    await tell(order, incidentEvents.orderDetached, { ...units, dueAt, detachedAt: new Date().toISOString() });
    await eventually(async () => {
      const said = (await at.sut.ok(intake.track, ask, resident)).timeline.at(-1)!.text;
      expect(said).toContain('不再并入突发事件处置，已单独派给承办单位');
    });
  });

  test('an emergency that was lowered is tracked by its new time, and its caller is told of both', async () => {
    const order = await dispatched();
    const ask = { streetId: street, no: order.no, phoneTail: '1234' };
    const [past, ahead] = [-60_000, 6 * 86_400_000].map((by) => new Date(Date.now() + by).toISOString());
    const lowered = { oldLevel: 'E', level: 'N', reason: '抽烟', dispatchedAt: past, oldDueAt: past, loweredAt: new Date().toISOString() };
    await tell(order, classificationEvents.orderLevelLowered, { ...lowered, phase: 'DISPATCHED', dueAt: ahead });
    await eventually(async () => {
      const seen = await at.sut.ok(intake.track, ask, resident);
      expect([Date.parse(seen.dueAt!), seen.isOverdue]).toEqual([Date.parse(ahead!), false]);
      expect(seen.timeline.at(-1)!.text).toContain('不属于紧急情形');
    });
    // Of what has no time that runs, nothing changes.
    await tell(order, classificationEvents.orderLevelLowered, { ...lowered, phase: 'OVER', dueAt: past });
    await tell(order, dispatchEvents.fedBack, { publicText: '已联系您，下午上门查看', fedBackAt: new Date().toISOString() });
    await eventually(async () => expect((await at.sut.ok(intake.track, ask, resident)).state).toBe('HANDLING'));
    expect(Date.parse((await at.sut.ok(intake.track, ask, resident)).dueAt!)).toBe(Date.parse(ahead!));
  });

  test('a wrong dispatch put right: the resident sees the new unit, and the old start of their own clock', async () => {
    const order = await dispatched();
    const ask = { streetId: street, no: order.no, phoneTail: '1234' };
    const [receivedAt, now] = [(await at.sut.ok(intake.track, ask, resident)).timeline[0]!.at, new Date().toISOString()];
    const dispute = {
      ...{ disputeId: randomUUID(), no: order.no, ruleIds: ['r1'], directoryVersion: 1, reason: 'NOT_OUR_DUTY', raisedAt: now, dueAt: now },
    };
    await tell(order, disputeEvents.disputeRaised, { ...dispute, leadUnitId: at.units.heating, level: 'N', isBeside: false });
    await eventually(async () =>
      expect(await at.sut.ok(intake.track, ask, resident)).toMatchObject({
        state: 'DISPUTED',
        stateText: '承办单位正在核定，办理时限照常计算',
      }),
    );
    await tell(order, disputeEvents.disputeUpheld, {
      ...{ ...dispute, fromUnitId: at.units.heating, toUnitId: at.units.northGate, coUnitIds: [], movesOrder: true, upheldAt: now },
    });
    await eventually(async () => {
      const seen = await at.sut.ok(intake.track, ask, resident);
      expect(seen).toMatchObject({ state: 'DISPATCHED', handledBy: '镇北里社区' });
      expect(seen.timeline[0]!.at).toBe(receivedAt);
      expect(seen.timeline.at(-1)!.text).toContain('您的诉求仍从最初提交时算起');
    });
  });

  test('who is asked along reads each step of the handling as such; who is not, reads the same course without', async () => {
    const order = await dispatched();
    const ask = { streetId: street, no: order.no, phoneTail: '1234' };
    expect(await at.sut.ok(intake.track, ask, resident)).toMatchObject({ invitedAt: null, stages: [] });
    const now = new Date().toISOString();
    await tell(order, orderCareEvents.complainantInvited, { invitedAt: now });
    await tell(order, orderCareEvents.stageTold, { stage: 'STUDY', publicText: '已请产权单位一起查明漏点', toldAt: now });
    await eventually(async () => {
      const seen = await at.sut.ok(intake.track, ask, resident);
      expect(seen.invitedAt).not.toBeNull();
      expect(seen.stages).toMatchObject([{ stage: 'STUDY', text: '已请产权单位一起查明漏点' }]);
      expect(seen.timeline.map(({ text }) => text)).toContain('研究：已请产权单位一起查明漏点');
    });
  });

  test('有事您找我: each hand-up is told in plain words, and the first answerer stays the contact', async () => {
    const order = await dispatched();
    await tell(order, legEvents.handedUp, {
      ...{ no: order.no, fromUnitId: at.units.heating, toUnitId: at.units.northGate, coUnitIds: [], contactUnitId: at.units.heating },
      ...{ fromStep: 'FIRM', step: 'COMMUNITY', state: 'DISPATCHED', publicText: '此事需要社区出面，仍由我们与您联系' },
      handedUpAt: new Date().toISOString(),
    });
    await eventually(async () => {
      const seen = await at.sut.ok(intake.track, { streetId: street, no: order.no, phoneTail: '1234' }, resident);
      expect(seen).toMatchObject({ handledBy: '镇北里社区', contactUnit: '热力集团' });
      expect(seen.timeline.at(-1)!.text).toBe('此事需要社区出面，仍由我们与您联系');
    });
  });

  test('answers every wrong question alike', async () => {
    const { no } = await at.sut.ok(intake.receiveDemand, aCall(), desk);
    for (const wrong of [
      { no, phoneTail: '9999' },
      { no: 'WF20260101AAAAAA', phoneTail: '1234' },
      { no: '', phoneTail: '1234' },
    ])
      expect(await at.sut.refused(intake.track, { streetId: street, ...wrong }, resident)).toBe('tracking.not-found');
  });
});

describe('photos', () => {
  const add = (id: string, file: string) => ({ streetId: street, id, fileName: 'a.png', file });

  test('are added after handing in, six at most, the same one once, and shown as JPEG', async () => {
    const call = aCall();
    await at.sut.ok(intake.receiveDemand, call, desk);
    const first = await at.sut.ok(intake.attachPhoto, add(call.id, png(0)), resident);
    expect(first).toMatchObject({ width: 1, height: 1 });
    expect(await at.sut.ok(intake.attachPhoto, add(call.id, png(0)), resident)).toEqual(first);
    for (let n = 1; n < 6; n++) await at.sut.ok(intake.attachPhoto, add(call.id, png(n)), resident);
    expect(await at.sut.refused(intake.attachPhoto, add(call.id, png(6)), resident)).toBe('image.too-many');
    expect(await at.sut.refused(intake.attachPhoto, add(call.id, Buffer.from('<svg/>').toString('base64')), resident)).toBe(
      'image.unreadable',
    );
    const { attachments } = await at.sut.ok(intake.getDemand, { id: call.id }, desk);
    expect(attachments).toHaveLength(6);
    const { data } = await at.sut.ok(intake.getPhoto, { id: call.id, photoId: first.id }, desk);
    expect(Buffer.from(data, 'base64').subarray(0, 3).toString('hex')).toBe('ffd8ff');
    const stranger = { role: 'firm_handler' as const, scope: 'concerned' as const, unitIds: [randomUUID()] };
    expect(await at.sut.refused(intake.getPhoto, { id: call.id, photoId: first.id }, stranger)).toBe('object.not-found');
  });

  test('of the site are added by a unit the order concerns, as long as it works, and by no other', async () => {
    const { demandId: id } = await dispatched();
    await at.sut.rows("update demands set received_at = now() - interval '3 days' where id = $1", [id]);
    const file = { id, fileName: 'a.png', file: png(1) };
    const handler = { role: 'firm_handler' as const, scope: 'concerned' as const, unitIds: [at.units.heating] };
    expect(await at.sut.refused(intake.attachSitePhoto, file, { ...handler, unitIds: [randomUUID()] })).toBe('object.not-found');
    const added = await eventually(() => at.sut.ok(intake.attachSitePhoto, file, handler));
    expect(await at.sut.ok(intake.attachSitePhoto, file, handler)).toEqual(added);
    expect((await at.sut.ok(intake.getDemand, { id }, desk)).attachments).toEqual([added]);
  });

  test('of a look at the place are added by the community that looks, once the unit has said done, and by no other community', async () => {
    const { eastYard, northGate } = at.units;
    const place = { communityId: eastYard, point: '东大院' };
    const completedOf = async (part: { aboutUnitId?: string } = {}, gridCheck?: 'OWED') => {
      const receipt = await at.sut.ok(intake.receiveDemand, { ...aCall({ content: '东大院门口垃圾没人清' }), place, ...part }, desk);
      const order = await sentOn(receipt, part);
      await tell(order, dispatchEvents.contacted, { leadUnitId: at.units.heating, contactedAt: new Date().toISOString() });
      await complete(order, gridCheck && { gridCheck });
      const completed = async () =>
        expect(await at.sut.rows('select state from demand_orders where demand_id = $1', [receipt.id])).toEqual([{ state: 'COMPLETED' }]);
      await eventually(completed);
      return { id: receipt.id, fileName: 'a.png', file: png(1) };
    };
    const worker = (unitId: string) => ({ role: 'community_worker' as const, scope: 'concerned' as const, unitIds: [unitId] });
    const owed = await completedOf({}, 'OWED');
    expect(await at.sut.refused(intake.attachSitePhoto, owed, worker(northGate))).toBe('object.not-found');
    const added = await at.sut.ok(intake.attachSitePhoto, owed, worker(eastYard));
    expect((await at.sut.ok(intake.getPhoto, { id: owed.id, photoId: added.id }, worker(eastYard))).contentType).toBe('image/jpeg');
    expect(await at.sut.refused(intake.getPhoto, { id: owed.id, photoId: added.id }, worker(northGate))).toBe('object.not-found');
    // Who looks learns nothing of who called.
    expect(await at.sut.refused(intake.revealComplainant, { id: owed.id, purpose: '到现场核实' }, worker(eastYard))).toBe(
      'object.not-found',
    );
    // Where nobody is to look, or the community would look at what is complained about itself.
    for (const other of [await completedOf(), await completedOf({ aboutUnitId: eastYard }, 'OWED')])
      expect(await at.sut.refused(intake.attachSitePhoto, other, worker(eastYard))).toBe('object.not-found');
  });

  test('are refused for a demand nobody knows, or one handed in long ago', async () => {
    expect(await at.sut.refused(intake.attachPhoto, add(randomUUID(), png(0)), resident)).toBe('object.not-found');
    const call = aCall();
    await at.sut.ok(intake.receiveDemand, call, desk);
    await at.sut.rows("update demands set received_at = now() - interval '3 hours' where id = $1", [call.id]);
    expect(await at.sut.refused(intake.attachPhoto, add(call.id, png(0)), resident)).toBe('object.not-found');
  });
});

describe('new facts after the end', () => {
  test('make a new demand that names the old one and has clocks of its own; while the old one is open, it is linked instead', async () => {
    const order = await dispatched();
    const again = { ...aCall(), earlierDemandId: order.demandId };
    expect(await at.sut.refused(intake.receiveDemand, again, desk)).toBe('demand.still-open');
    expect(await at.sut.refused(intake.receiveDemand, { ...again, earlierDemandId: randomUUID() }, desk)).toBe('object.not-found');
    const closedAt = new Date().toISOString();
    const closed = { leadUnitId: at.units.heating, state: 'CLOSED_SOLVED', basis: 'CONFIRMED', callbackId: null, closedAt };
    await tell(order, dispatchEvents.closed, closed);
    const receipt = await eventually(() => at.sut.ok(intake.receiveDemand, again, desk));
    const [before, seen] = await Promise.all([order.demandId, again.id].map((id) => at.sut.ok(intake.getDemand, { id }, desk)));
    expect(seen).toMatchObject({ earlierDemandId: order.demandId, no: receipt.no });
    expect(seen!.orderId).not.toBe(order.id);
    expect(Date.parse(seen!.receivedAt)).toBeGreaterThan(Date.parse(before!.receivedAt));
    const [forwarded] = await payloadsOf(again.id, intakeEvents.demandForwarded);
    expect(forwarded).toMatchObject({ earlierDemandId: order.demandId, orderId: seen!.orderId });
  });

  test('the complainant tells them from the public page by number and phone: the same person, place and matter, and nothing typed twice', async () => {
    // A unit that the desk had named, which no resident could have chosen at that place, is passed on all the same.
    const order = await dispatched({ aboutUnitId: at.units.heating });
    const told = { streetId: street, id: randomUUID(), no: order.no, phoneTail: '1234', content: '修好三天后暖气又不热了，室温十四度' };
    const public_ = { ...resident, scope: 'public' as const };
    expect(await at.sut.refused(intake.tellNewFacts, told, public_)).toBe('demand.still-open');
    const closed = { leadUnitId: at.units.heating, state: 'CLOSED_SOLVED', basis: 'CONFIRMED', callbackId: null };
    await tell(order, dispatchEvents.closed, { ...closed, closedAt: new Date().toISOString() });
    expect(await at.sut.refused(intake.tellNewFacts, { ...told, phoneTail: '1235' }, public_)).toBe('tracking.not-found');
    expect(await at.sut.refused(intake.tellNewFacts, { ...told, no: 'WF000000' }, public_)).toBe('tracking.not-found');
    const receipt = await eventually(() => at.sut.ok(intake.tellNewFacts, told, public_));
    expect(await at.sut.ok(intake.tellNewFacts, told, public_)).toEqual(receipt);
    const [before, after] = await Promise.all([order.demandId, told.id].map((id) => at.sut.ok(intake.getDemand, { id }, desk)));
    expect(after).toMatchObject({
      earlierDemandId: order.demandId,
      aboutUnitId: at.units.heating,
      category: before!.category,
      place: before!.place,
      callerPhone: before!.callerPhone,
    });
    expect(await at.sut.refused(intake.tellNewFacts, { ...told, id: randomUUID(), content: before!.content! }, public_)).toBe(
      'demand.nothing-new',
    );
  });

  test('a pause, an extension and a suspension are told to the complainant, with the old due time', async () => {
    const order = await dispatched();
    const [now, later] = [new Date().toISOString(), new Date(Date.now() + 5 * 86_400_000).toISOString()];
    const about = { no: order.no, leadUnitId: at.units.heating };
    await tell(order, clockEvents.extensionGranted, {
      ...{ ...about, reason: '情况属实', publicText: '材料推迟到货，到货后施工', oldDueAt: now, dueAt: later, grantedAt: now, level: 'N' },
    });
    await tell(order, clockEvents.suspensionGranted, {
      ...{
        ...about,
        ground: 'SEASON',
        reason: '情况属实',
        publicText: '待气温回升后施工',
        reviewOn: '2027-01-20',
        reviewAt: later,
        grantedAt: now,
      },
    });
    await eventually(async () => {
      const told = await at.sut.rows<{ text: string }>('select text from timeline where demand_id = $1', [order.demandId]);
      const texts = told.map(({ text }) => text).join();
      const { dueAt } = await at.sut.ok(intake.getDemand, { id: order.demandId }, desk);
      expect(texts).toContain('材料推迟到货，到货后施工（原时限');
      expect(texts).toContain('待气温回升后施工（复核日期 2027-01-20）');
      expect(Date.parse(dueAt!)).toBe(Date.parse(later));
    });
  });
});
