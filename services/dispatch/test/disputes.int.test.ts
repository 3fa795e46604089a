import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clocks, deliberating, dispatch, disputes, legs, supervision, type DirectoryRow, type DisputeReason } from '@wufang/contracts';
import { eventually, ServiceUnderTest } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { dispatchParts } from '../src/parts.js';
import { administrator, answer, forward, heating, history, idOf, leadOf, leaking, noWhere, openStreet, stateOf } from './street.js';
import { travelTo } from './time-travel.js';

let sut: ServiceUnderTest;
const gas = leadOf('燃气集团', { role: 'department_handler', accountId: 'gas' });
const heat = leadOf('热力集团', { role: 'department_handler', accountId: 'heat' });
const construction = leadOf('城乡建设办公室', { role: 'department_handler', accountId: 'construction' });
const desk = { role: 'phone_desk' as const, accountId: 'desk', unitIds: [idOf('市民诉求处置中心')] };
const chief = { role: 'section_chief' as const, accountId: 'chief', unitIds: [idOf('民生保障办公室')] };
const leader = { role: 'street_leader' as const, accountId: 'leader' };
const objection = {
  reason: 'NOT_OUR_DUTY' as Exclude<DisputeReason, 'DUPLICATE'>,
  text: '屋面漏雨与燃气设施无关，应由房屋主管科室办理',
  photoIds: [idOf('photo')],
};
const decision = { text: '经核对职责清单，意见成立' };

const row = (id: string, category: string[], unit: string): DirectoryRow => ({
  id,
  category,
  lead: { kind: 'UNIT', unitId: idOf(unit) },
  communityMayLead: false,
  source: '测试目录',
});

beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  await travelTo(sut, '2026-11-09T08:00+08:00');
  await openStreet(sut);
  const rows = [row('wrong-roof', ['物业管理'], '燃气集团'), row('heating', ['水电气热'], '热力集团')];
  await sut.ok(dispatch.publishDirectory, { rows }, administrator);
}, 120_000);
afterAll(() => sut?.stop());

const see = (id: string, as = administrator) => sut.ok(dispatch.getWorkOrder, { id }, as);
const clockOf = async (id: string, code: string) => (await see(id)).clocks.filter((clock) => clock.code === code);
const iso = (time: string) => new Date(time).toISOString();
/** Within a second: the database's clock goes on while the test asks. */
const near = (found: string, time: string) => expect(Math.abs(Date.parse(found) - Date.parse(time))).toBeLessThan(30_000);

describe('the objection desk (派单异议)', () => {
  test('a wrong dispatch: the gas company objects after three hours, upheld, the new unit’s clock starts, the citizen’s is the old one', async () => {
    await travelTo(sut, '2026-11-09T09:00+08:00');
    const receivedAt = iso('2026-11-09T08:40+08:00');
    const { orderId: id } = await forward(sut, { category: leaking, receivedAt });
    const sent = await see(id);
    expect(sent).toMatchObject({ leadUnitId: idOf('燃气集团'), decision: { ruleIds: ['wrong-roof', 'code:rights-unit-assists'] } });

    await travelTo(sut, '2026-11-09T12:00+08:00');
    const dispute = await sut.ok(disputes.raiseDispute, { id, ...objection }, gas);
    expect(dispute).toMatchObject({ state: 'OPEN', isBeside: false, leadUnitId: idOf('燃气集团'), ...objection });
    near(dispute.dueAt, '2026-11-09T17:30+08:00'); // four working hours, after lunch
    expect(await see(id)).toMatchObject({ state: 'DISPUTED', openDisputeId: dispute.id, dueAt: sent.dueAt });
    expect(await clockOf(id, 'NORMAL')).toMatchObject([{ state: 'armed', startedAt: sent.dispatchedAt }]);
    expect(await sut.refused(dispatch.accept, { id }, gas)).toBe('work-order.illegal-step');
    expect(await sut.refused(disputes.raiseDispute, { id, ...objection }, gas)).toBe('dispute.already-open');

    const open = (await sut.ok(disputes.listDisputes, {}, desk)).disputes;
    expect(open).toEqual([expect.objectContaining({ id: dispute.id, orderId: id, dueAt: dispute.dueAt, isOverdue: false })]);
    expect((await sut.ok(disputes.listDisputes, {}, heat)).disputes).toEqual([]);
    expect((await sut.ok(disputes.listDisputes, {}, gas)).disputes).toHaveLength(1);

    await travelTo(sut, '2026-11-09T14:30+08:00');
    const decided = { id, disputeId: dispute.id, ...decision };
    const theirs = { ...chief, unitIds: [idOf('燃气集团')] };
    expect(await sut.refused(disputes.upholdDispute, { ...decided, leadUnitId: idOf('城乡建设办公室') }, theirs)).toBe('dispute.own-unit');
    expect(await sut.refused(disputes.rejectDispute, decided, theirs)).toBe('dispute.own-unit');
    const alsoThere = { ...chief, otherUnitIds: [idOf('燃气集团')] };
    expect(await sut.refused(disputes.rejectDispute, decided, alsoThere)).toBe('dispute.own-unit');
    expect(await sut.refused(disputes.upholdDispute, { ...decided, leadUnitId: idOf('燃气集团') }, desk)).toBe('dispute.same-unit');
    expect(await sut.refused(disputes.upholdDispute, { ...decided, leadUnitId: idOf('南岗里社区') }, desk)).toBe(
      'work-order.community-not-lead',
    );
    const upheld = await sut.ok(disputes.upholdDispute, { ...decided, leadUnitId: idOf('城乡建设办公室') }, desk);
    expect(upheld).toMatchObject({ state: 'UPHELD', toUnitId: idOf('城乡建设办公室'), decisionText: decision.text });

    const now = await see(id);
    expect(now).toMatchObject({ state: 'DISPATCHED', leadUnitId: idOf('城乡建设办公室'), receivedAt, openDisputeId: null });
    near(now.dispatchedAt, '2026-11-09T14:30+08:00');
    expect((await clockOf(id, 'NORMAL')).map(({ state, startedAt }) => [state, startedAt])).toEqual([
      ['stopped', sent.dispatchedAt],
      ['armed', now.dispatchedAt],
    ]);
    expect((await clockOf(id, 'DISPUTE_DECIDE'))[0]!.state).toBe('stopped');
    expect((await clockOf(id, 'PROGRESS')).map(({ state }) => state)).toEqual(['armed']);
    // What the first dispatch was stays on record, with the rules that made it.
    const told = (await history(sut, id)).filter(({ type }) => type !== 'clock-fired');
    expect(told[0]!.payload).toMatchObject({ leadUnitId: idOf('燃气集团'), decision: { ruleIds: sent.decision.ruleIds } });
    expect(told.map(({ type }) => type)).toEqual(['dispatched', 'dispatch.dispute.raised', 'dispatch.dispute.upheld']);
    expect(told[2]!.payload).toMatchObject({
      fromUnitId: idOf('燃气集团'),
      toUnitId: idOf('城乡建设办公室'),
      ruleIds: sent.decision.ruleIds,
      movesOrder: true,
    });
    expect(JSON.stringify(told)).not.toContain(objection.text);
    expect(await sut.rows('select sent_to_unit_id from work_orders where id = $1', [id])).toEqual([{ sent_to_unit_id: idOf('燃气集团') }]);

    expect(await sut.refused(dispatch.accept, { id }, gas)).toBe('object.not-found');
    expect(await sut.refused(disputes.rejectDispute, decided, desk)).toBe('dispute.already-decided');
    await sut.ok(dispatch.accept, { id }, construction);
  });

  test('after the window the objection is refused with the time until when it was open; who has accepted has taken it on', async () => {
    await travelTo(sut, '2026-11-10T09:00+08:00');
    const [late, taken] = [await forward(sut, { category: leaking }), await forward(sut, { category: leaking })];
    await sut.ok(dispatch.accept, { id: taken.orderId }, gas);
    expect(await sut.refused(disputes.raiseDispute, { id: taken.orderId, ...objection }, gas)).toBe('work-order.illegal-step');
    await travelTo(sut, '2026-11-10T14:31+08:00');
    const answer = await sut.ask(disputes.raiseDispute, { id: late.orderId, ...objection }, gas);
    expect(answer).toMatchObject({ problem: { code: 'dispute.window-lost', facts: { limit: '4 个工作小时', until: '2026-11-10 14:30' } } });
    expect((await see(late.orderId)).state).toBe('DISPATCHED');
    expect(await sut.refused(disputes.raiseDispute, { id: late.orderId, ...objection }, heat)).toBe('object.not-found');
  });

  test('who gets an order out of another unit’s hands has its own window, from when it got it', async () => {
    await travelTo(sut, '2026-11-10T14:40+08:00');
    const [{ orderId: id }, { orderId: old }] = [await forward(sut, { category: leaking }), await forward(sut, { category: leaking })];
    for (const orderId of [id, old]) await sut.ok(dispatch.accept, { id: orderId }, gas);
    await travelTo(sut, '2026-11-10T16:00+08:00');
    const over = { leadUnitId: idOf('热力集团'), reason: '漏的是供热管线' };
    for (const orderId of [id, old]) await sut.ok(clocks.transfer, { id: orderId, ...over }, { role: 'street_leader' });
    // Two hours of this day and two of the next.
    await travelTo(sut, '2026-11-11T10:55+08:00');
    const text = '漏点在屋面，与供热管线无关';
    expect(await sut.ok(disputes.raiseDispute, { id, ...objection, text }, heat)).toMatchObject({ leadUnitId: idOf('热力集团') });
    await travelTo(sut, '2026-11-11T11:01+08:00');
    expect(await sut.refused(disputes.raiseDispute, { id: old, ...objection, text }, heat)).toBe('dispute.window-lost');
  });

  test('rejected, it is not raised again on the same grounds, nor without bound; who leads anew begins anew', async () => {
    await travelTo(sut, '2026-11-11T09:00+08:00');
    const { orderId: id } = await forward(sut, { category: leaking });
    const argue = async (reason: 'NOT_OUR_DUTY' | 'WRONG_PLACE' | 'OTHER') => {
      const { id: disputeId } = await sut.ok(disputes.raiseDispute, { id, ...objection, reason }, gas);
      await sut.ok(disputes.rejectDispute, { id, disputeId, ...decision }, desk);
    };
    const again = (reason: 'NOT_OUR_DUTY' | 'WRONG_PLACE' | 'OTHER', by = gas) =>
      sut.refused(disputes.raiseDispute, { id, ...objection, reason }, by);
    await argue('NOT_OUR_DUTY');
    expect(await again('NOT_OUR_DUTY')).toBe('dispute.same-grounds');
    await argue('OTHER');
    expect(await again('WRONG_PLACE')).toBe('dispute.often-rejected');
    expect(await sut.refused(disputes.raiseDispute, { id, ...objection, reason: 'DUPLICATE' as 'OTHER' }, gas)).toBe('request.invalid');
    await travelTo(sut, '2026-11-11T09:30+08:00');
    await sut.ok(dispatch.accept, { id }, gas);
    for (const [leadUnitId, reason] of [
      [idOf('热力集团'), '漏的是供热管线'],
      [idOf('燃气集团'), '漏的是燃气管线'],
    ] as const)
      await sut.ok(clocks.transfer, { id, leadUnitId, reason }, { role: 'street_leader' });
    await sut.ok(disputes.raiseDispute, { id, ...objection, reason: 'NOT_OUR_DUTY' }, gas);
  });

  test('rejected: the same unit goes on, and the time it has lost stays lost', async () => {
    await travelTo(sut, '2026-11-11T09:00+08:00');
    const { orderId: id } = await forward(sut, { category: leaking });
    const before = await sut.rows(`select id, due_at, state, version from deadlines where subject_id = $1 order by id`, [id]);
    await travelTo(sut, '2026-11-11T10:30+08:00');
    const { id: disputeId } = await sut.ok(disputes.raiseDispute, { id, ...objection }, gas);
    await travelTo(sut, '2026-11-11T10:50+08:00');
    expect(await sut.refused(disputes.rejectDispute, { id: randomUUID(), disputeId, ...decision }, chief)).toBe('object.not-found');
    const rejected = await sut.ok(disputes.rejectDispute, { id, disputeId, text: '燃气灶具渗漏，属贵单位职责' }, chief);
    expect(rejected).toMatchObject({ state: 'REJECTED', toUnitId: idOf('燃气集团') });
    const seen = await see(id);
    expect(seen).toMatchObject({ state: 'DISPATCHED', leadUnitId: idOf('燃气集团'), openDisputeId: null });
    expect(seen.disputes).toEqual([rejected]);
    // The half-hour reminder to accept has fired meanwhile; nothing was started, stopped or moved.
    const after = await sut.rows(`select id, due_at, state from deadlines where subject_id = $1 and code <> 'DISPUTE_DECIDE' order by id`, [
      id,
    ]);
    expect(after).toEqual(before.map(({ id: clockId, due_at, state }) => ({ id: clockId, due_at, state })));
    // A reminder may come at the same moment.
    const told = (await history(sut, id)).filter(({ type }) => type === 'dispatch.dispute.rejected');
    expect(told.map(({ payload }) => payload['disputeId'])).toEqual([disputeId]);
  });

  test('an arbiter who lets it lie is reminded after two working hours, and the leader hears of it after four', async () => {
    await travelTo(sut, '2026-11-12T09:00+08:00');
    const { orderId: id } = await forward(sut, { category: leaking });
    await sut.ok(disputes.raiseDispute, { id, ...objection }, gas);
    const fired = async () =>
      (await history(sut, id))
        .filter(({ payload }) => payload['code'] === 'DISPUTE_DECIDE')
        .map(({ payload }) => [payload['kind'], payload.tell]);
    await travelTo(sut, '2026-11-12T10:59:50+08:00');
    expect(await fired()).toEqual([]);
    await travelTo(sut, '2026-11-12T11:01+08:00');
    await eventually(async () => expect(await fired()).toEqual([['warning', ['DESK_LEAD', 'S']]]));
    await travelTo(sut, '2026-11-12T14:31+08:00');
    await eventually(async () => expect(await fired()).toHaveLength(2));
    expect((await fired())[1]).toEqual(['breach', ['V']]);
    expect((await sut.ok(disputes.listDisputes, {}, chief)).disputes.find(({ orderId }) => orderId === id)).toMatchObject({
      isOverdue: true,
    });
  });

  test('an emergency is handled on while it is argued about (先办后议); upheld, nobody lets go before the other has taken hold', async () => {
    await travelTo(sut, '2026-11-13T09:00+08:00');
    const { orderId: id } = await forward(sut, { category: heating, level: 'E' });
    await sut.ok(dispatch.accept, { id }, heat);
    await sut.ok(dispatch.recordFirstContact, { id }, heat);
    const before = await see(id);
    await travelTo(sut, '2026-11-13T16:30+08:00'); // far beyond four working hours
    const dispute = await sut.ok(disputes.raiseDispute, { id, ...objection, reason: 'OTHER_UNIT_IN_CHARGE' }, heat);
    expect(dispute.isBeside).toBe(true);
    expect((await see(id)).state).toBe('HANDLING');
    expect((await sut.ok(dispatch.giveFeedback, { id, publicText: '抢修人员已关闭阀门，正在更换管段' }, heat)).state).toBe('HANDLING');

    await sut.ok(disputes.upholdDispute, { id, disputeId: dispute.id, ...decision, leadUnitId: idOf('燃气集团') }, desk);
    const after = await see(id);
    expect(after).toMatchObject({ state: 'DISPATCHED', leadUnitId: idOf('燃气集团'), dueAt: before.dueAt, receivedAt: before.receivedAt });
    expect(after.clocks.filter(({ code }) => code === 'HANDLING_E')).toHaveLength(1); // counted from the first dispatch
    expect(
      after.legs.filter(({ role }) => role === 'CO').map(({ unitId, leadUnitId, state }) => ({ unitId, leadUnitId, state })),
    ).toContainEqual({
      unitId: idOf('热力集团'),
      leadUnitId: idOf('燃气集团'),
      state: 'OPEN',
    });
  });

  test('while it is argued about an order does not come to rest and gains no time, whatever its level by then', async () => {
    await travelTo(sut, '2026-11-13T17:00+08:00');
    const { orderId: id } = await forward(sut, { category: heating, level: 'E' });
    await sut.ok(dispatch.accept, { id }, heat);
    await sut.ok(dispatch.recordFirstContact, { id }, heat);
    for (const { id: legId } of (await see(id)).legs.slice(1)) await sut.ok(legs.waiveLeg, { id, legId, reason: '无需协助' }, heat);
    const off = { id, ground: 'FUNDS' as const, reason: '管段大修资金尚未到位', reviewOn: '2026-12-10' };
    const { id: disputeId } = await sut.ok(disputes.raiseDispute, { id, ...objection }, heat);
    const toTable = { id, problem: '公共管段老化，须各方共议大修', publicText: '已提请各方共同商议' };
    expect(await sut.refused(deliberating.deliberateOrder, toTable, chief)).toBe('work-order.in-dispute');
    const pause = { id, kind: 'WAITING_FOR_COMPLAINANT' as const, reason: '诉求人出差未归', publicText: '等您回京后入户' };
    expect(await sut.refused(clocks.startPause, pause, heat)).toBe('work-order.in-dispute');
    expect(await sut.refused(clocks.askExtension, { id, reason: off.reason, dueOn: '2026-11-20' }, heat)).toBe('work-order.in-dispute');
    expect(await sut.refused(clocks.askSuspension, off, heat)).toBe('work-order.in-dispute');

    await sut.ok(disputes.upholdDispute, { id, disputeId, ...decision, leadUnitId: idOf('燃气集团') }, desk);
    expect(await see(id)).toMatchObject({ state: 'DISPATCHED', leadUnitId: idOf('燃气集团'), openRequest: null });
  });

  test('what rests while its objection is upheld rests under the new lead, whose limit runs from then', async () => {
    await travelTo(sut, '2026-11-13T18:00+08:00');
    const receivedAt = iso('2026-11-13T17:50+08:00');
    const { orderId: id } = await forward(sut, { category: heating, level: 'N', place: noWhere, receivedAt });
    await sut.ok(dispatch.accept, { id }, heat);
    await sut.ok(dispatch.recordFirstContact, { id }, heat);
    const off = { id, ground: 'FUNDS' as const, reason: '管段大修资金尚未到位', reviewOn: '2026-12-10' };
    await sut.ok(clocks.askSuspension, off, heat);
    await sut.ok(clocks.decideSuspension, { id, granted: true, reason: '情况属实，同意', publicText: '资金到位后更换管段' }, leader);
    // As it could come to be before that was refused: an objection of before, still open.
    const old = await forward(sut, { category: heating, level: 'N', place: noWhere });
    const { id: disputeId } = await sut.ok(disputes.raiseDispute, { id: old.orderId, ...objection }, heat);
    await sut.admin.query('update disputes set order_id = $1 where id = $2', [id, disputeId]);
    await sut.admin.query('update work_orders set open_dispute_id = $1 where id = $2', [disputeId, id]);
    const before = await see(id);
    await travelTo(sut, '2026-11-14T08:00+08:00');
    await sut.ok(disputes.upholdDispute, { id, disputeId, ...decision, leadUnitId: idOf('燃气集团') }, desk);
    const after = await see(id);
    expect(after).toMatchObject({ state: 'SUSPENDED', leadUnitId: idOf('燃气集团'), openDisputeId: null });
    expect((await history(sut, id)).at(-1)!.payload).toMatchObject({ movesOrder: false, isAtRest: true, toUnitId: idOf('燃气集团') });
    expect(Date.parse(after.dueAt)).toBeGreaterThan(Date.parse(before.dueAt));
    expect((await clockOf(id, 'NORMAL')).map(({ state, dueAt }) => [state, dueAt])).toEqual([
      ['stopped', before.dueAt],
      ['armed', after.dueAt],
    ]);
    const { segments } = await sut.ok(clocks.explain, { id }, administrator);
    expect(segments.at(-1)).toMatchObject({ state: 'SUSPENDED', unitId: idOf('燃气集团') });
    expect(await sut.ok(clocks.endSuspension, { id, publicText: '资金已到位，恢复办理' }, gas)).toMatchObject({ state: 'HANDLING' });
  });

  test('what a third unit has in a row, none of which took it, is a problem order and on the claim board; whoever accepts ends the row', async () => {
    await travelTo(sut, '2026-11-14T09:00+08:00');
    const [around, taken] = [await forward(sut, { category: leaking }), await forward(sut, { category: leaking })];
    for (const { orderId: id } of [around, taken]) {
      const { id: disputeId } = await sut.ok(disputes.raiseDispute, { id, ...objection }, gas);
      await sut.ok(disputes.upholdDispute, { id, disputeId, ...decision, leadUnitId: idOf('热力集团') }, desk);
      expect((await see(id)).isProblemOrder).toBe(false);
    }
    await sut.ok(dispatch.accept, { id: taken.orderId }, heat);
    for (const { orderId: id } of [around, taken])
      await sut.ok(clocks.transfer, { id, leadUnitId: idOf('城乡建设办公室'), reason: '屋面维修归口管理' }, { role: 'street_leader' });

    expect((await see(around.orderId)).isProblemOrder).toBe(true);
    // It waits for a section chief from then on.
    const [handed, hard] = (await history(sut, around.orderId)).slice(-2);
    expect(handed).toMatchObject({ type: 'transferred', payload: { isProblemOrder: true } });
    expect(hard).toMatchObject({ type: 'hard-marked', payload: { by: 'PROBLEM_ORDER', isTakenUp: false } });
    expect((await see(taken.orderId)).isProblemOrder).toBe(false);
    expect((await history(sut, taken.orderId)).at(-1)!.payload).not.toHaveProperty('isProblemOrder');
    const { entries } = await sut.ok(supervision.listClaimBoard, {}, chief);
    const onBoard = entries.map(({ orderId }) => orderId);
    expect([onBoard.includes(around.orderId), onBoard.includes(taken.orderId)]).toEqual([true, false]);
  });

  test('an emergency that was done meanwhile stays where it is; whose it was is recorded all the same', async () => {
    await travelTo(sut, '2026-11-16T09:00+08:00');
    const { orderId: id } = await forward(sut, {
      category: heating,
      level: 'E',
      place: { ...{ communityId: null, estateId: null }, buildingId: null, point: null },
    });
    await sut.ok(dispatch.accept, { id }, heat);
    await sut.ok(dispatch.recordFirstContact, { id }, heat);
    const { id: disputeId } = await sut.ok(disputes.raiseDispute, { id, ...objection }, heat);
    await sut.ok(dispatch.complete, { id, publicText: '阀门已经更换，恢复供暖', evidence: '抢修记录' }, heat);
    expect((await clockOf(id, 'DISPUTE_DECIDE'))[0]!.state).toBe('armed'); // the decision is owed all the same
    await sut.ok(disputes.upholdDispute, { id, disputeId, ...decision, leadUnitId: idOf('燃气集团') }, desk);
    expect(await see(id)).toMatchObject({ state: 'COMPLETED', leadUnitId: idOf('热力集团'), openDisputeId: null });
    expect((await history(sut, id)).at(-1)!.payload).toMatchObject({ movesOrder: false, toUnitId: idOf('燃气集团') });
  });

  test('sent back while it is argued about, a rework goes to the unit it belongs to, with the time of its level from now on', async () => {
    await travelTo(sut, '2026-11-17T09:00+08:00');
    const demand = await forward(sut, { category: heating, level: 'E', place: noWhere });
    const { orderId: id } = demand;
    await sut.ok(dispatch.accept, { id }, heat);
    await sut.ok(dispatch.recordFirstContact, { id }, heat);
    const { id: disputeId } = await sut.ok(disputes.raiseDispute, { id, ...objection }, heat);
    await sut.ok(dispatch.complete, { id, publicText: '阀门已经更换，恢复供暖', evidence: '抢修记录' }, heat);
    await answer(sut, demand, { solved: false, satisfaction: 'DISSATISFIED', reason: '还是不热' });
    await stateOf(sut, id, 'REWORK');
    const before = await see(id);
    await travelTo(sut, '2026-11-17T10:30+08:00');
    await sut.ok(disputes.upholdDispute, { id, disputeId, ...decision, leadUnitId: idOf('燃气集团') }, desk);
    const after = await see(id);
    expect(after).toMatchObject({ state: 'DISPATCHED', leadUnitId: idOf('燃气集团'), openDisputeId: null, reworks: 1 });
    // An emergency is owed within its own limit again, in the second hands as in the first.
    const reworks = (await clockOf(id, 'HANDLING_E')).slice(-2);
    expect(reworks.map(({ state, dueAt }) => [state, dueAt])).toEqual([
      ['stopped', before.dueAt],
      ['armed', after.dueAt],
    ]);
    expect(Date.parse(after.dueAt)).toBeGreaterThan(Date.parse(before.dueAt));
    expect((await clockOf(id, 'ACCEPT_EU')).map(({ state }) => state)).toEqual(['stopped', 'armed']);
    expect((await history(sut, id)).at(-1)!.payload).toMatchObject({ movesOrder: true, toUnitId: idOf('燃气集团'), dueAt: after.dueAt });
    // The new unit has not spoken with the complainant yet.
    await sut.ok(dispatch.accept, { id }, gas);
    expect((await clockOf(id, 'FIRST_CONTACT_E')).at(-1)!.state).toBe('armed');
  });

  test('done, ruled on and sent back: it goes to the unit that answers for it, with the time of its level', async () => {
    await travelTo(sut, '2026-11-19T09:00+08:00');
    const demand = await forward(sut, { category: heating, level: 'E', place: noWhere });
    const { orderId: id } = demand;
    await sut.ok(dispatch.accept, { id }, heat);
    await sut.ok(dispatch.recordFirstContact, { id }, heat);
    const { id: disputeId } = await sut.ok(disputes.raiseDispute, { id, ...objection }, heat);
    await sut.ok(dispatch.complete, { id, publicText: '阀门已经更换，恢复供暖', evidence: '抢修记录' }, heat);
    await sut.ok(disputes.upholdDispute, { id, disputeId, ...decision, leadUnitId: idOf('燃气集团') }, desk);
    expect(await see(id)).toMatchObject({ state: 'COMPLETED', leadUnitId: idOf('热力集团') });
    await answer(sut, demand, { solved: false, satisfaction: 'DISSATISFIED', reason: '还是不热' });
    await stateOf(sut, id, 'DISPATCHED');
    const after = await see(id);
    expect(after).toMatchObject({ leadUnitId: idOf('燃气集团'), reworks: 1 });
    expect((await history(sut, id)).find(({ type }) => type === 'reworked')!.payload).toMatchObject({ toUnitId: idOf('燃气集团') });
    expect((await clockOf(id, 'HANDLING_E')).slice(-1).map(({ state, dueAt }) => [state, dueAt])).toEqual([['armed', after.dueAt]]);
  });

  test('handed over after a rework and argued away: one limit runs, that of the rework', async () => {
    await travelTo(sut, '2026-11-20T09:00+08:00');
    const demand = await forward(sut, { category: heating, level: 'N', place: noWhere });
    const { orderId: id } = demand;
    await sut.ok(dispatch.accept, { id }, heat);
    await sut.ok(dispatch.recordFirstContact, { id }, heat);
    await sut.ok(dispatch.complete, { id, publicText: '阀门已经更换，恢复供暖', evidence: '抢修记录' }, heat);
    await answer(sut, demand, { solved: false, satisfaction: 'DISSATISFIED', reason: '还是不热' });
    await stateOf(sut, id, 'REWORK');
    await sut.ok(clocks.transfer, { id, leadUnitId: idOf('燃气集团'), reason: '请燃气集团办理' }, { role: 'street_leader' });
    const { id: disputeId } = await sut.ok(disputes.raiseDispute, { id, ...objection }, gas);
    await sut.ok(disputes.upholdDispute, { id, disputeId, ...decision, leadUnitId: idOf('自来水集团') }, desk);
    const after = await see(id);
    const limits = await Promise.all((['NORMAL', 'REWORK'] as const).map((code) => clockOf(id, code)));
    const running = limits.flat().filter(({ state }) => state === 'armed');
    expect(running.map(({ code, dueAt }) => [code, dueAt])).toEqual([['REWORK', after.dueAt]]);
  });
});
