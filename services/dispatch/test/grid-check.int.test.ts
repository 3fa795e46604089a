import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { defaultTimeLimits, dispatch } from '@wufang/contracts';
import { WorkCalendar } from '@wufang/kernel';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { replayClocks } from '../src/domain/replay-clocks.js';
import { dispatchParts } from '../src/parts.js';
import { handled } from './moving-time.js';
import { logOf, plain, storedClocks } from './replayed.js';
import { administrator, answer, calendar2026, directoryCsv, history, idOf, leadOf, openStreet, returnLegs, stateOf } from './street.js';
import { travelTo } from './time-travel.js';

let sut: ServiceUnderTest;
const chief: Caller = { role: 'section_chief', accountId: 'chief' };
const grid = leadOf('南岗里社区', { role: 'community_worker', scope: 'concerned', accountId: 'grid-worker' });
const done = { publicText: '屋面防水已经修好，雨后再来看', evidence: '维修单与照片' };

beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  await travelTo(sut, '2026-11-09T10:00+08:00');
  await openStreet(sut);
  await sut.ok(dispatch.publishDirectoryCsv, { fileName: 'd.csv', file: directoryCsv.toString('base64') }, administrator);
}, 120_000);
afterAll(() => sut?.stop());

async function completed() {
  const order = await handled(sut);
  await returnLegs(sut, order.orderId);
  await sut.ok(dispatch.complete, { id: order.orderId, ...done }, order.lead);
  return order;
}
const see = (id: string) => sut.ok(dispatch.getWorkOrder, { id }, administrator);
const gridClock = async (id: string) => (await see(id)).clocks.filter(({ code }) => code === 'GRID_VERIFY');
const look = { seen: '屋面已做防水，没有渗漏', photoIds: [] };

describe('the look at the place on the day the unit says done (网格核实)', () => {
  test('confirmed by the grid worker of the community: its clock stops, the complainant is still asked', async () => {
    const { orderId: id, lead } = await completed();
    expect(await see(id)).toMatchObject({ state: 'COMPLETED', gridCheck: 'OWED' });
    expect(await gridClock(id)).toMatchObject([{ state: 'armed', dueAt: '2026-11-09T16:00:00.000Z' }]); // midnight in Beijing
    const check = { id, isDone: true, ...look };
    expect(await sut.refused(dispatch.verifyAtPlace, check, { ...chief, unitIds: lead.unitIds! })).toBe('grid-check.own-order');
    expect(await sut.refused(dispatch.verifyAtPlace, check, { ...grid, unitIds: [idOf('云台路社区')] })).toBe('object.not-found');
    expect(await sut.refused(dispatch.verifyAtPlace, { ...check, seen: '。。。' }, grid)).toBe('work-order.evidence-needed');
    expect(await sut.ok(dispatch.verifyAtPlace, check, grid)).toMatchObject({ state: 'COMPLETED', gridCheck: 'CONFIRMED' });
    expect(await gridClock(id)).toMatchObject([{ state: 'stopped' }]);
    expect((await see(id)).timeline.at(-1)).toMatchObject({ actor: 'grid-worker', facts: { gridCheck: 'CONFIRMED', note: look.seen } });
    expect(await sut.refused(dispatch.verifyAtPlace, check, grid)).toBe('grid-check.not-owed');
  });

  test('what is not done goes back for rework at once, and is looked at anew once it is done again', async () => {
    const { orderId: id, lead } = await completed();
    await sut.ok(dispatch.verifyAtPlace, { id, isDone: false, ...look }, grid);
    expect(await see(id)).toMatchObject({ state: 'REWORK', reworks: 1, completedAt: null, gridCheck: null });
    expect((await history(sut, id)).slice(-2)).toMatchObject([
      { type: 'grid-checked', payload: { gridCheck: 'NOT_DONE', round: 1 } },
      { type: 'reworked', payload: { because: 'GRID_CHECK', reason: '网格核实没有办到位' } },
    ]);
    await sut.ok(dispatch.accept, { id }, lead);
    await sut.ok(dispatch.complete, { id, ...done }, lead);
    expect((await gridClock(id)).map(({ state }) => state).sort()).toEqual(['armed', 'stopped']);

    const log = await logOf(sut, id);
    const years = new WorkCalendar([calendar2026]);
    const rules = {
      limits: defaultTimeLimits,
      policyVersion: 1,
      tables: new Map([[1, defaultTimeLimits]]),
      calendarVersion: 1,
      calendar: years,
    };
    const again = replayClocks(log, () => rules);
    expect(again.map(plain).sort()).toEqual((await storedClocks(sut, id)).map(plain).sort());
  });

  test('once the complainant has answered nobody has to look any more', async () => {
    const demand = await completed();
    await answer(sut, demand);
    await stateOf(sut, demand.orderId, 'CLOSED_SOLVED');
    expect(await gridClock(demand.orderId)).toMatchObject([{ state: 'stopped' }]);
    expect(await sut.refused(dispatch.verifyAtPlace, { id: demand.orderId, isDone: true, ...look }, grid)).toBe('grid-check.not-owed');
  });

  test('what cannot be seen at a place is not looked at', async () => {
    const demand = await handled(sut, { category: ['民生保障', '社会保障', '社保办理'] });
    await returnLegs(sut, demand.orderId);
    await sut.ok(dispatch.complete, { id: demand.orderId, ...done }, demand.lead);
    expect(await see(demand.orderId)).toMatchObject({ state: 'COMPLETED', gridCheck: null });
    expect(await gridClock(demand.orderId)).toEqual([]);
  });

  test('nobody has looked: who leads the grid is told at 16:00 and at the end of the day; it is owed all the same', async () => {
    const { orderId: id } = await completed();
    const fired = async () =>
      (await history(sut, id)).flatMap(({ type, payload }) =>
        type === 'clock-fired' ? [[payload['code'], payload['kind'], payload.tell]] : [],
      );
    await travelTo(sut, '2026-11-09T16:00+08:00');
    await eventually(async () => expect(await fired()).toEqual([['GRID_VERIFY', 'warning', ['GRID_LEAD']]]));
    await travelTo(sut, '2026-11-10T00:00+08:00');
    await eventually(async () => expect((await fired()).at(-1)).toEqual(['GRID_VERIFY', 'breach', ['GRID_LEAD']]));
    expect(await sut.ok(dispatch.verifyAtPlace, { id, isDone: true, ...look }, grid)).toMatchObject({ gridCheck: 'CONFIRMED' });
  });
});
