import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { charges, clocks, defaultTimeLimits, dispatch, intakeEvents, legs, type DirectoryRow } from '@wufang/contracts';
import { beijingDate, WorkCalendar } from '@wufang/kernel';
import { eventually, ServiceUnderTest } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { dispatchParts } from '../src/parts.js';
import { replayedSteps } from './replayed.js';
import {
  administrator,
  answer,
  calendar2026,
  forward,
  history,
  idOf,
  leadOf,
  leaking,
  nangangli,
  noWhere,
  openStreet,
  stateOf,
} from './street.js';
import { travelTo } from './time-travel.js';

let sut: ServiceUnderTest;
const lead = leadOf('城乡建设办公室', { role: 'department_handler', accountId: 'lead' });
const coUnit = (name: string) => ({
  role: 'department_handler' as const,
  unitIds: [idOf(name)],
  scope: 'concerned' as const,
  accountId: name,
});
const [water, police, rights] = [coUnit('自来水集团'), coUnit('交通支队'), { ...coUnit('远征集团三院'), role: 'rights_unit_rep' as const }];
const done = { publicText: '屋面防水已经修好，雨后再来看', evidence: '维修单与照片' };
const result = { outcome: 'RESULT' as const, report: '管线已经迁改完毕', evidence: '竣工图' };

beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  await travelTo(sut, '2026-11-09T08:00+08:00');
  await openStreet(sut);
  const row: DirectoryRow = {
    ...{
      id: 'roofs',
      category: ['物业管理'],
      lead: { kind: 'UNIT', unitId: idOf('城乡建设办公室') },
      communityMayLead: false,
      source: '测试目录',
    },
  };
  await sut.ok(dispatch.publishDirectory, { rows: [row] }, administrator);
}, 120_000);
afterAll(() => sut?.stop());

const see = (id: string, as: Parameters<typeof sut.ok>[2] = administrator) => sut.ok(dispatch.getWorkOrder, { id }, as);

/** An order the lead is handling; without an estate nobody assists from the start. */
async function handled(part: Parameters<typeof forward>[1] = {}) {
  const demand = await forward(sut, { category: leaking, place: noWhere, ...part });
  await sut.ok(dispatch.accept, { id: demand.orderId }, lead);
  await sut.ok(dispatch.recordFirstContact, { id: demand.orderId }, lead);
  return { ...demand, id: demand.orderId };
}
const ask = (id: string, unit: string, task = '请配合迁改地下管线') => sut.ok(legs.addLeg, { id, unitId: idOf(unit), task }, lead);

describe('lead and co-units (主办、协办、加派)', () => {
  test('when the section chief hands the order to another unit, its co-units go on as they were and report to the new lead', async () => {
    const { orderId } = await forward(sut, { category: leaking });
    const legsOf = () => sut.rows('select id, unit_id, lead_unit_id, due_at from legs where order_id = $1 and is_open', [orderId]);
    const [leg] = await legsOf();
    expect(leg).toMatchObject({ unit_id: idOf('远征集团三院'), lead_unit_id: idOf('城乡建设办公室') });
    const over = { id: orderId, leadUnitId: idOf('热力集团'), reason: '漏的是供热管线' };
    await sut.ok(clocks.transfer, over, { role: 'street_leader' });
    expect(await legsOf()).toEqual([{ ...leg, lead_unit_id: idOf('热力集团') }]);
  });

  test('handed over, nobody is asked again for what they have returned, or were let off', async () => {
    const { id } = await handled();
    const pipes = await ask(id, '自来水集团');
    const traffic = await ask(id, '交通支队', '请安排临时交通疏导');
    await sut.ok(legs.returnLeg, { id, legId: pipes.id, ...result }, water);
    await sut.ok(legs.waiveLeg, { id, legId: traffic.id, reason: '夜间施工，不再需要疏导' }, lead);
    await sut.ok(clocks.transfer, { id, leadUnitId: idOf('热力集团'), reason: '漏的是供热管线' }, { role: 'street_leader' });
    expect(await see(id)).toMatchObject({ openLegs: 0, coUnitIds: [idOf('自来水集团'), idOf('交通支队')] });
    const rows = await sut.rows<{ state: string }>('select state from legs where order_id = $1 order by started_at', [id]);
    expect(rows.map(({ state }) => state)).toEqual(['RETURNED', 'WAIVED']);
  });

  test('of an imported order that is open its co-units are asked for their part, and go on under the next lead', async () => {
    const orderId = randomUUID();
    await sut.tell(
      intakeEvents.demandImported,
      {
        ...{
          orderId,
          no: 'H1',
          channel: 'HOTLINE_12345',
          demandType: 'HELP',
          category: leaking,
          level: 'N',
          title: '房屋漏雨',
          place: nangangli,
        },
        ...{
          receivedAt: '2026-11-08T01:00:00.000Z',
          dueAt: '2026-11-20T16:00:00.000Z',
          leadUnitId: null,
          completedAt: null,
          callback: null,
        },
      },
      { aggregateId: randomUUID(), version: 1 },
    );
    await stateOf(sut, orderId, 'HANDLING');
    const legsOf = () => sut.rows('select unit_id, state, lead_unit_id from legs where order_id = $1', [orderId]);
    const asked = { unit_id: idOf('远征集团三院'), state: 'OPEN' };
    expect(await legsOf()).toEqual([{ ...asked, lead_unit_id: idOf('城乡建设办公室') }]);
    // Whoever leads it has had it since long: nobody is asked to take it on.
    const ofLead = async () =>
      (await sut.ok(dispatch.getWorkOrder, { id: orderId }, administrator)).legs.find(({ role }) => role === 'LEAD')!.state;
    expect(await ofLead()).toBe('ACCEPTED');
    expect(await see(orderId)).toMatchObject({ openLegs: 1, coUnitIds: [idOf('远征集团三院')] });
    await sut.ok(clocks.transfer, { id: orderId, leadUnitId: idOf('热力集团'), reason: '漏的是供热管线' }, { role: 'street_leader' });
    expect(await legsOf()).toEqual([{ ...asked, lead_unit_id: idOf('热力集团') }]);
    expect(await ofLead()).toBe('OPEN');
  });

  test('a lead with two co-units cannot complete until one has returned and the other was let off', async () => {
    await travelTo(sut, '2026-11-09T09:00+08:00');
    const { id } = await handled();
    const pipes = await ask(id, '自来水集团');
    expect(await see(id)).toMatchObject({ state: 'JOINT', openLegs: 1, coUnitIds: [idOf('自来水集团')] });
    const traffic = await ask(id, '交通支队', '请安排临时交通疏导');
    expect(await sut.refused(legs.addLeg, { id, unitId: idOf('交通支队'), task: '再来一次' }, lead)).toBe('leg.already-open');
    expect(await sut.refused(legs.addLeg, { id, unitId: idOf('城乡建设办公室'), task: '自己' }, lead)).toBe('leg.lead-itself');
    expect(await sut.refused(dispatch.complete, { id, ...done }, lead)).toBe('work-order.legs-open');

    // Each leg has its own clock, a fifth before the lead's.
    const order = await see(id);
    const leadMs = Date.parse(order.dueAt) - Date.parse(pipes.startedAt);
    expect(Date.parse(pipes.dueAt) - Date.parse(pipes.startedAt)).toBe(Math.floor(leadMs * 0.8));
    expect(await sut.rows('select code, state, due_at from deadlines where subject_id = $1', [pipes.id])).toEqual([
      { code: 'CO_RETURN', state: 'armed', due_at: new Date(pipes.dueAt) },
    ]);

    await sut.ok(legs.acceptLeg, { id, legId: pipes.id }, water);
    expect(await sut.refused(legs.returnLeg, { id, legId: pipes.id, outcome: 'REASON', report: '材料未到' }, water)).toBe(
      'request.invalid',
    );
    expect(await sut.refused(legs.returnLeg, { id, legId: pipes.id, outcome: 'RESULT', report: '管线已迁' }, water)).toBe(
      'work-order.evidence-needed',
    );
    const returned = await sut.ok(legs.returnLeg, { id, legId: pipes.id, ...result }, water);
    expect(returned).toMatchObject({ state: 'RETURNED', report: result.report, evidence: result.evidence, isOverdue: false });
    expect(await sut.refused(legs.returnLeg, { id, legId: pipes.id, ...result }, water)).toBe('leg.illegal-step');
    expect(await see(id)).toMatchObject({ state: 'JOINT', openLegs: 1 });
    expect(await sut.refused(dispatch.complete, { id, ...done }, lead)).toBe('work-order.legs-open');

    const waived = await sut.ok(legs.waiveLeg, { id, legId: traffic.id, reason: '夜间施工，不再需要疏导' }, lead);
    expect(waived).toMatchObject({ state: 'WAIVED', report: '夜间施工，不再需要疏导' });
    expect(await see(id)).toMatchObject({ state: 'HANDLING', openLegs: 0 });
    expect((await sut.ok(dispatch.complete, { id, ...done }, lead)).state).toBe('COMPLETED');

    const seen = await see(id);
    expect(seen.legs.map(({ role, unitId, state, report }) => [role, unitId, state, report])).toEqual([
      ['LEAD', idOf('城乡建设办公室'), 'RETURNED', done.publicText],
      ['CO', idOf('自来水集团'), 'RETURNED', result.report],
      ['CO', idOf('交通支队'), 'WAIVED', '夜间施工，不再需要疏导'],
    ]);
    expect(seen.legs[0]).toMatchObject({ evidence: done.evidence, startedAt: order.dispatchedAt, dueAt: order.dueAt });
    // Only the look at the place is still owed.
    expect(
      await sut.rows(`select code from deadlines where state = 'armed' and subject_id = any($1)`, [[id, pipes.id, traffic.id]]),
    ).toEqual([{ code: 'GRID_VERIFY' }]);
    expect((await history(sut, id)).map(({ type }) => type).slice(-5)).toEqual([
      ...['co-unit-added', 'co-unit-added', 'co-unit-done', 'co-unit-done', 'completed'],
    ]);
    // What co-units write stays with the order's people and is in no event.
    expect(JSON.stringify([...(await history(sut, id)), ...(await history(sut, pipes.id))])).not.toContain(result.report);
  });

  test('a co-unit without a result gives the reason and how far it has come, to the lead (条例第十四条)', async () => {
    await travelTo(sut, '2026-11-10T09:00+08:00');
    const { id } = await handled();
    const leg = await ask(id, '自来水集团');
    const said = { outcome: 'REASON' as const, report: '主管配件停产，须另行定制', stageReport: '已完成开挖与临时供水' };
    expect(await sut.ok(legs.returnLeg, { id, legId: leg.id, ...said }, water)).toMatchObject({
      state: 'EXPLAINED',
      stageReport: said.stageReport,
    });
    expect((await see(id, lead)).legs[1]).toMatchObject({ report: said.report, stageReport: said.stageReport });
    expect((await see(id)).state).toBe('HANDLING');
    // The lead may ask the same unit again.
    expect((await ask(id, '自来水集团', '配件到货后请更换')).id).not.toBe(leg.id);
  });

  test('a co-unit sees and acts on its own leg alone, and cannot lead', async () => {
    await travelTo(sut, '2026-11-11T09:00+08:00');
    const { id } = await handled();
    const [pipes, traffic] = [await ask(id, '自来水集团'), await ask(id, '交通支队')];
    const asWater = await see(id, water);
    expect(asWater.legs.map(({ unitId }) => unitId)).toEqual([idOf('城乡建设办公室'), idOf('自来水集团')]);
    for (const operation of [legs.acceptLeg, legs.returnLeg])
      expect(await sut.refused(operation, { id, legId: traffic.id, ...result }, water)).toBe('object.not-found');
    expect(await sut.refused(legs.waiveLeg, { id, legId: pipes.id, reason: '不想办了' }, { ...water, scope: 'lead' })).toBe(
      'object.not-found',
    );
    expect(await sut.refused(legs.addLeg, { id, unitId: idOf('供电公司'), task: '请断电' }, { ...water, scope: 'lead' })).toBe(
      'object.not-found',
    );
    expect(await sut.refused(dispatch.complete, { id, ...done }, { ...water, scope: 'lead' })).toBe('object.not-found');
    // Even a chief who sees the whole street does not answer for another unit.
    expect(await sut.refused(legs.returnLeg, { id, legId: traffic.id, ...result }, { role: 'section_chief', unitIds: [] })).toBe(
      'object.not-found',
    );

    const mine = (await sut.ok(legs.listLegs, {}, water)).legs;
    expect(mine.every(({ unitId }) => unitId === idOf('自来水集团'))).toBe(true);
    expect(mine.map(({ dueAt }) => dueAt)).toEqual(mine.map(({ dueAt }) => dueAt).sort());
    expect(mine.map(({ id: legId }) => legId)).toContain(pipes.id);
    const [first] = mine;
    const rest = await sut.ok(legs.listLegs, { after: `${first!.dueAt},${first!.id}` }, water);
    expect(rest.legs).toEqual(mine.slice(1));
    expect((await sut.ok(legs.listLegs, { unitId: idOf('交通支队') }, administrator)).legs.map(({ id: legId }) => legId)).toContain(
      traffic.id,
    );
  });

  test('a co-unit that stays silent is reminded at seven tenths; the breach reaches its section chief and the leader in charge', async () => {
    await travelTo(sut, '2026-11-12T09:00+08:00');
    const list = { from: '2026-11-01', charges: [{ accountId: 'yi', unitIds: [idOf('自来水集团')] }], source: '班子分工通知' };
    await sut.ok(charges.publishCharges, list, administrator);
    const { id } = await handled({ level: 'E' });
    const leg = await ask(id, '自来水集团');
    const span = Date.parse(leg.dueAt) - Date.parse(leg.startedAt);
    const fired = async () =>
      (
        await sut.rows<{ payload: { kind: string; tell: string[]; unitId: string; inChargeId?: string } }>(
          `select payload from events where aggregate_id = $1 and type = 'dispatch.leg.clock-fired.v1' order by version`,
          [leg.id],
        )
      ).map(({ payload }) => [payload.kind, payload.tell, payload.unitId, payload.inChargeId]);
    await travelTo(sut, new Date(Date.parse(leg.startedAt) + span * 0.7 + 1_000).toISOString());
    await eventually(async () => expect(await fired()).toEqual([['warning', ['H'], idOf('自来水集团'), undefined]]));
    await travelTo(sut, new Date(Date.parse(leg.dueAt) + 1_000).toISOString());
    await eventually(async () => expect(await fired()).toHaveLength(2));
    expect((await fired())[1]).toEqual(['breach', ['S', 'V'], idOf('自来水集团'), 'yi']);
    expect((await see(id)).legs[1]).toMatchObject({ isOverdue: true, state: 'OPEN' });
    // Late is late, and still has to come: the lead goes on waiting for it.
    expect(await sut.refused(dispatch.complete, { id, ...done }, lead)).toBe('work-order.legs-open');
    await sut.ok(legs.returnLeg, { id, legId: leg.id, ...result }, water);
  });

  test('co-units of the dispatch have their legs from the start', async () => {
    await travelTo(sut, '2026-11-13T09:00+08:00');
    const { orderId: id, payload } = await forward(sut, { category: leaking });
    const order = await see(id);
    expect(order).toMatchObject({ state: 'DISPATCHED', openLegs: 1, coUnitIds: [idOf('远征集团三院')] });
    const leg = order.legs[1]!;
    expect(leg).toMatchObject({ unitId: idOf('远征集团三院'), no: payload.no, state: 'OPEN', task: null });
    expect((await sut.ok(legs.listLegs, {}, rights)).legs.map(({ id: legId }) => legId)).toContain(leg.id);
    await sut.ok(dispatch.accept, { id }, lead);
    expect((await sut.ok(dispatch.recordFirstContact, { id }, lead)).state).toBe('HANDLING');
    expect(await sut.refused(dispatch.complete, { id, ...done }, lead)).toBe('work-order.legs-open');
    await sut.ok(legs.returnLeg, { id, legId: leg.id, ...result }, rights);
    expect((await sut.ok(dispatch.complete, { id, ...done }, lead)).state).toBe('COMPLETED');
  });

  test('the complainant says solved: what co-units still owed ends with the order', async () => {
    await travelTo(sut, '2026-11-16T09:00+08:00');
    const demand = await handled();
    const leg = await ask(demand.id, '自来水集团');
    await answer(sut, demand);
    await stateOf(sut, demand.id, 'CLOSED_SOLVED');
    expect((await see(demand.id)).legs[1]).toMatchObject({ id: leg.id, state: 'ENDED' });
    expect(await sut.rows(`select state from deadlines where subject_id = $1`, [leg.id])).toEqual([{ state: 'stopped' }]);
    expect((await history(sut, leg.id)).map(({ type }) => type)).toEqual(['dispatch.leg.opened', 'dispatch.leg.ended']);
  });

  test('two co-units that return at the same moment both count, and the last one ends joint handling', async () => {
    await travelTo(sut, '2026-11-17T09:00+08:00');
    const { id } = await handled();
    const [pipes, traffic] = [await ask(id, '自来水集团'), await ask(id, '交通支队')];
    await Promise.all([
      sut.ok(legs.returnLeg, { id, legId: pipes.id, ...result }, water),
      sut.ok(legs.returnLeg, { id, legId: traffic.id, ...result }, police),
    ]);
    expect(await see(id)).toMatchObject({ state: 'HANDLING', openLegs: 0 });
  });
});

describe('co-units’ clocks follow their lead’s (条例第十四条)', () => {
  const chief = { role: 'section_chief' as const, accountId: 'chief' };
  const leader = { role: 'street_leader' as const, accountId: 'leader' };
  const reason = '屋面防水材料到货推迟';
  const publicText = '材料推迟到货，到货后两天内施工';
  const told = async (legId: string) =>
    (await history(sut, legId))
      .filter(({ type }) => type === 'dispatch.leg.clock-followed')
      .map(({ payload }) => [payload['because'], payload['dueAt'], payload['until']]);
  const legOf = async (id: string, legId: string) => (await see(id)).legs.find((leg) => leg.id === legId)!;
  const fromLog = async (legId: string) => {
    const tables = new Map([[1, defaultTimeLimits]]);
    const calendar = new WorkCalendar([calendar2026]);
    const rulesOf = () => ({ limits: defaultTimeLimits, policyVersion: 1, tables, calendar, calendarVersion: 1 });
    const { stored, replayed } = await replayedSteps(sut, [legId], rulesOf);
    expect(stored[0]).toHaveLength(1);
    expect(replayed).toEqual(stored);
  };
  const DAY = 86_400_000;
  const later = (at: string, days: number) => new Date(Date.parse(at) + days * DAY).toISOString();

  test('the lead is given five days more: the co-unit has four of them, is told so, and is due before the lead; the log tells the same', async () => {
    await travelTo(sut, '2026-11-18T09:00+08:00');
    const { id } = await handled();
    const leg = await ask(id, '自来水集团');
    const before = await see(id);
    await sut.ok(clocks.askExtension, { id, reason, dueOn: dayBefore(later(before.dueAt, 5)) }, lead);
    expect(await told(leg.id)).toEqual([]);
    const granted = await sut.ok(clocks.decideExtension, { id, granted: true, reason, publicText }, chief);
    expect(granted.dueAt).toBe(later(before.dueAt, 5));
    const after = await legOf(id, leg.id);
    expect(after.dueAt).toBe(later(leg.dueAt, 4));
    expect(Date.parse(after.dueAt)).toBeLessThan(Date.parse(granted.dueAt));
    expect(await told(leg.id)).toEqual([['EXTENDED', after.dueAt, null]]);
    expect(await sut.rows('select due_at, state from deadlines where subject_id = $1', [leg.id])).toEqual([
      { due_at: new Date(after.dueAt), state: 'armed' },
    ]);
    await fromLog(leg.id);
  });

  test('while the lead waits for the complainant the co-unit’s clock stands still too, and is given back exactly what the lead is', async () => {
    await travelTo(sut, '2026-11-23T09:00+08:00');
    const { id } = await handled();
    const leg = await ask(id, '自来水集团');
    const before = await see(id);
    await sut.ok(clocks.startPause, { id, kind: 'WAITING_FOR_COMPLAINANT', reason: '诉求人出差，周五回京', publicText }, lead);
    const inPause = await ask(id, '交通支队');
    await travelTo(sut, '2026-11-25T09:00+08:00');
    expect(await sut.rows('select state, fires_at from deadlines where subject_id = $1', [leg.id])).toEqual([
      { state: 'paused', fires_at: null },
    ]);
    const resumed = await sut.ok(clocks.endPause, { id }, lead);
    expect(resumed.dueAt).toBe(later(before.dueAt, 2));
    expect((await legOf(id, leg.id)).dueAt).toBe(later(leg.dueAt, 2));
    expect((await told(leg.id)).map(([because]) => because)).toEqual(['PAUSED', 'RESUMED']);
    // What was promised and not used is taken back from the one that was asked meanwhile, in its share.
    const late = await legOf(id, inPause.id);
    expect(late.dueAt).toBe(later(inPause.dueAt, -0.8));
    expect(Date.parse(late.dueAt)).toBeLessThan(Date.parse(resumed.dueAt));
    // Refused afterwards, the pause gave nobody time: who stood still in it has what it had, who was asked meanwhile its share of the lead's.
    const refused = await sut.ok(clocks.reviewPause, { id, granted: false, reason: '诉求人一直在家，不应暂停' }, chief);
    expect(refused.dueAt).toBe(before.dueAt);
    expect((await legOf(id, leg.id)).dueAt).toBe(leg.dueAt);
    expect((await legOf(id, inPause.id)).dueAt).toBe(later(late.dueAt, -1.6));
    expect((await told(leg.id)).at(-1)).toEqual(['TAKEN_BACK', leg.dueAt, null]);
    for (const legId of [leg.id, inPause.id]) await fromLog(legId);
  });

  test('put off (挂账): the lead’s limit runs on, and so does the co-unit’s; it is told why and until when', async () => {
    await travelTo(sut, '2026-11-30T09:00+08:00');
    const { orderId: id } = await forward(sut, { category: leaking });
    const [leg] = (await see(id)).legs.filter(({ role }) => role === 'CO');
    await sut.ok(dispatch.accept, { id }, lead);
    await sut.ok(dispatch.recordFirstContact, { id }, lead);
    await sut.ok(clocks.askSuspension, { id, ground: 'FUNDS', reason, reviewOn: '2026-12-02' }, lead);
    const put = await sut.ok(clocks.decideSuspension, { id, granted: true, reason, publicText }, leader);
    expect(put.state).toBe('SUSPENDED');
    await sut.ok(clocks.endSuspension, { id, publicText: '资金已落实，恢复施工' }, lead);
    expect(await told(leg!.id)).toEqual([
      ['SUSPENDED', leg!.dueAt, '2026-12-02T16:00:00.000Z'],
      ['SUSPENSION_ENDED', leg!.dueAt, null],
    ]);
    expect(await sut.rows('select state, due_at from deadlines where subject_id = $1', [leg!.id])).toEqual([
      { state: 'armed', due_at: new Date(leg!.dueAt) },
    ]);
    await fromLog(leg!.id);
  });

  test('a leg that is back, or whose breach was told, is not told again', async () => {
    await travelTo(sut, '2026-12-07T09:00+08:00');
    const { id } = await handled();
    const [back, late] = [await ask(id, '自来水集团'), await ask(id, '交通支队')];
    await sut.ok(legs.returnLeg, { id, legId: back.id, ...result }, water);
    await travelTo(sut, new Date(Date.parse(late.dueAt) + 60_000).toISOString());
    await eventually(async () =>
      expect(await sut.rows('select state from deadlines where subject_id = $1', [late.id])).toEqual([{ state: 'fired' }]),
    );
    const { dueAt } = await see(id);
    await sut.ok(clocks.askExtension, { id, reason, dueOn: dayBefore(later(dueAt, 5)) }, lead);
    await sut.ok(clocks.decideExtension, { id, granted: true, reason, publicText }, chief);
    expect(await told(back.id)).toEqual([]);
    expect(await told(late.id)).toEqual([['EXTENDED', late.dueAt, null]]);
    expect(await legOf(id, late.id)).toMatchObject({ dueAt: late.dueAt, isOverdue: true });
  });
});

/** The day whose end an instant at Beijing midnight is. */
const dayBefore = (at: string) => beijingDate(new Date(Date.parse(at) - 1));
