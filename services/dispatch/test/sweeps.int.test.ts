import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dispatch, intake, registryEvents, watching, type SimilarSweep, type SweepCheck } from '@wufang/contracts';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { dispatchParts } from '../src/parts.js';
import { DAY, MovingTime } from './moving-time.js';
import { administrator, answer, directoryCsv, forward, idOf, leadOf, nangangli, openStreet, returnLegs, stateOf } from './street.js';

let sut: ServiceUnderTest;
let time: MovingTime;
const chief: Caller = { role: 'section_chief' };
const firm: Caller = { ...leadOf('远征物业'), scope: 'concerned' };
const worker = (community: string): Caller => ({ role: 'community_worker', scope: 'concerned', unitIds: [idOf(community)] });

beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  time = new MovingTime(sut);
  await openStreet(sut);
  await sut.ok(dispatch.publishDirectoryCsv, { fileName: 'directory.csv', file: directoryCsv.toString('base64') }, administrator);
  for (const [name, floors] of [
    ['3号楼', 6],
    ['5号楼', 6],
    ['塔楼', 18],
  ] as const)
    await sut.tell(
      registryEvents.buildingRegistered,
      { id: idOf(name), estateId: idOf('南岗里一区'), name, stairwells: 3, floors, hasLift: false },
      { aggregateId: idOf(name), version: 1 },
    );
  await eventually(async () => expect(await sut.rows('select 1 from buildings')).toHaveLength(3));
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

describe('one leak, all alike looked at', () => {
  const id = randomUUID();
  let source: string;
  let sweep: SimilarSweep & { tasks: SweepCheck[] };

  test('closing an order offers places that are like its own, each with why', async () => {
    await forward(sut, { place: { ...nangangli, communityId: idOf('云台路社区'), estateId: idOf('云台路甲3号院') } });
    const demand = await forward(sut, { place: { ...nangangli, buildingId: idOf('3号楼') } });
    source = demand.orderId;
    const places = [{ estateId: idOf('南岗里一区'), unitId: idOf('远征物业'), reason: '同一小区' }];
    expect(await sut.refused(watching.openSweep, { id, orderId: source, places }, chief)).toBe('sweep.source-open');
    const lead = leadOf('远征物业');
    await sut.ok(dispatch.accept, { id: source }, lead);
    await sut.ok(dispatch.recordFirstContact, { id: source }, lead);
    await returnLegs(sut, source);
    await sut.ok(dispatch.complete, { id: source, publicText: '屋面防水已经修好', evidence: '维修单' }, lead);
    await answer(sut, demand);
    await stateOf(sut, source, 'CLOSED_SOLVED');

    const { places: found } = await sut.ok(watching.sweepCandidates, { orderId: source }, chief);
    expect(found.map(({ name, reason, unitId }) => [name, reason, unitId])).toEqual([
      ['云台路甲3号院', '近365天有1件同类诉求；同为三供一业；建成年代相近（1956、1956年）', idOf('云台路社区')],
      ['南岗里一区5号楼', '与3号楼同一小区，同为6层', idOf('远征物业')],
      ['南岗里一区塔楼', '与3号楼同一小区', idOf('远征物业')],
    ]);
    expect(await sut.refused(watching.sweepCandidates, { orderId: source }, worker('云台路社区'))).toBe('object.not-found');
  });

  test('the chief sends a check to each, to a unit, with a clock; asked twice it is one', async () => {
    const { places } = await sut.ok(watching.sweepCandidates, { orderId: source }, chief);
    const asked = {
      id,
      orderId: source,
      places: places.map(({ estateId, buildingId, unitId, reason }) => ({ estateId, buildingId, unitId, reason })),
    };
    const foreign = [{ ...asked.places[0]!, buildingId: idOf('3号楼') }];
    expect(await sut.refused(watching.openSweep, { ...asked, places: foreign }, chief)).toBe('incident.place-unknown');
    sweep = await sut.ok(watching.openSweep, asked, chief);
    expect(sweep).toMatchObject({ checks: 3, found: 0, notFound: 0, isDone: false });
    expect((await sut.ok(watching.openSweep, asked, chief)).tasks.map((task) => task.id).sort()).toEqual(
      sweep.tasks.map((task) => task.id).sort(),
    );
    for (const task of sweep.tasks) {
      const clocks = await sut.rows(`select code, state from deadlines where subject_id = $1`, [task.id]);
      expect(clocks).toEqual([{ code: 'SWEEP_CHECK', state: 'armed' }]);
    }
    const mine = await sut.ok(watching.getSweep, { id }, worker('云台路社区'));
    expect(mine.tasks.map(({ estateId }) => estateId)).toEqual([idOf('云台路甲3号院')]);
  });

  test('another desk sends nobody to a place that is being looked at, nor again for the same order; places that are left go', async () => {
    const { places } = await sut.ok(watching.sweepCandidates, { orderId: source }, chief);
    const asked = places.map(({ estateId, buildingId, unitId, reason }) => ({ estateId, buildingId, unitId, reason }));
    const second = { id: randomUUID(), orderId: source, places: asked };
    const answer = await sut.ask(watching.openSweep, second, { role: 'phone_desk' });
    expect(answer).toMatchObject({
      problem: { code: 'sweep.place-asked', facts: { places: '云台路甲3号院、南岗里一区5号楼、南岗里一区塔楼' } },
    });
    const left = [{ ...asked[1]!, buildingId: null }];
    const two = await Promise.all(
      [randomUUID(), randomUUID()].map((id) => sut.ask(watching.openSweep, { id, orderId: source, places: left }, chief)),
    );
    expect(two.map((one) => ('problem' in one ? one.problem.code : 'opened')).sort()).toEqual(['opened', 'sweep.place-asked']);
  });

  test('what was found and what was not is recorded with a photo and counted; a find can be entered as a patrol demand', async () => {
    const [yard, five] = sweep.tasks as [SweepCheck, SweepCheck];
    expect(await sut.refused(watching.recordSweepCheck, { id: yard.id, found: true, note: '顶层漏水' }, firm)).toBe('object.not-found');
    const found = await sut.ok(
      watching.recordSweepCheck,
      { id: yard.id, found: true, note: '2号楼顶层渗水', photoIds: [idOf('photo')] },
      worker('云台路社区'),
    );
    expect(found.patrol).toEqual({
      operation: intake.receiveDemand.name,
      channel: 'PATROL',
      category: ['物业管理', '房屋维修', '房屋漏雨渗水'],
      place: { communityId: idOf('云台路社区'), estateId: idOf('云台路甲3号院'), buildingId: null, point: null },
    });
    expect(await sut.refused(watching.recordSweepCheck, { id: yard.id, found: false, note: '未见' }, worker('云台路社区'))).toBe(
      'check.recorded',
    );
    await sut.ok(watching.recordSweepCheck, { id: five.id, found: false, note: '未见渗水' }, firm);
    expect(await sut.refused(watching.linkSweepDemand, { id: five.id, demandNo: 'X1' }, firm)).toBe('check.not-found-there');
    const { sweeps } = await sut.ok(watching.listSweeps, {}, chief);
    expect(sweeps.find((one) => one.id === id)).toMatchObject({ checks: 3, found: 1, notFound: 1, openFinds: 1, isDone: false });
  });

  test('one that nobody does tells the unit and then the chief; the sweep ends once each find has its demand or was handled on the spot', async () => {
    const tower = sweep.tasks[2]!;
    await time.forward(15 * DAY);
    await eventually(async () => expect(await toldOf(tower.id)).toContain('SWEEP_CHECK breach S'));
    await sut.ok(watching.recordSweepCheck, { id: tower.id, found: true, note: '机房漏水，已堵好', handledOnSpot: true }, firm);
    const standing = async () => (await sut.ok(watching.listSweeps, {}, chief)).sweeps.find((one) => one.id === id);
    expect(await standing()).toMatchObject({ found: 2, notFound: 1, openFinds: 1, isDone: false });
    const { id: yard } = sweep.tasks[0]!;
    const linked = await sut.ok(watching.linkSweepDemand, { id: yard, demandNo: 'QY20261122001' }, worker('云台路社区'));
    expect(linked).toMatchObject({ demandNo: 'QY20261122001', patrol: null });
    expect(await standing()).toMatchObject({ found: 2, notFound: 1, openFinds: 0, isDone: true });
    // A number that is mended counts nothing a second time.
    await sut.ok(watching.linkSweepDemand, { id: yard, demandNo: 'QY20261122003' }, worker('云台路社区'));
    expect(await standing()).toMatchObject({ openFinds: 0, isDone: true });
    expect((await toldOf(id)).slice(-1)).toEqual(['counted']);
    expect(await sut.rows(`select 1 from deadlines where subject_id = $1 and state = 'armed'`, [tower.id])).toEqual([]);
  });
});
