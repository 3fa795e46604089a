import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { commitmentEvents, commitments, resolutions, supervisionEvents, type CommitmentView } from '@wufang/contracts';
import { eventually, ServiceUnderTest } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { deliberationParts } from '../src/parts.js';
import { agreedIssue } from './agreed-issue.js';
import { DAY, HOUR, MovingTime } from './moving-time.js';
import { inspector, openStreet, openTable, party, stranger } from './street.js';

let sut: ServiceUnderTest;
let time: MovingTime;
let tableId: string;

beforeAll(async () => {
  sut = await ServiceUnderTest.start(deliberationParts, migrations);
  time = MovingTime.of(sut);
  await openStreet(sut);
  tableId = await openTable(sut);
}, 120_000);
afterAll(() => sut?.stop());

/** A resolution that firm and rights unit have bound themselves in, signed by everyone it needs; both promises are due in `days` days. */
async function promised(days = 10): Promise<CommitmentView[]> {
  const issueId = await agreedIssue(sut, tableId, ['OWN_DUTY']);
  const dueOn = time.in(days * DAY).slice(0, 10);
  const { id, hash } = await sut.ok(
    resolutions.drawResolution,
    {
      ...{ id: randomUUID(), issueId, text: ['产权单位疏通主管，物业每日巡查。'] },
      commitments: [
        { seat: 'RIGHTS_UNIT', text: '更换塌陷管段', dueOn, evidence: '施工照片' },
        { seat: 'FIRM', text: '每日巡查雨水口', dueOn, evidence: '巡查记录' },
      ],
    },
    party.COMMUNITY,
  );
  for (const seat of ['RIGHTS_UNIT', 'FIRM'] as const) {
    await sut.ok(resolutions.signResolution, { id, seat, documentHash: hash }, party[seat]);
    expect((await sut.ok(commitments.listCommitments, { issueId }, party.STREET)).commitments).toEqual([]);
  }
  await sut.ok(resolutions.signResolution, { id, seat: 'COMMUNITY', documentHash: hash }, party.COMMUNITY);
  // The same signature once more makes no second promise.
  await sut.ok(resolutions.signResolution, { id, seat: 'COMMUNITY', documentHash: hash }, party.COMMUNITY);
  return (await sut.ok(commitments.listCommitments, { issueId }, party.STREET)).commitments;
}
const read = (id: string) => sut.ok(commitments.getCommitment, { id }, party.STREET);
const eventsOf = (id: string) =>
  sut.rows<{ type: string; payload: Record<string, unknown> }>(
    'select type, payload from events where aggregate_id = $1 order by version, id',
    [id],
  );
const typesOf = async (id: string) => (await eventsOf(id)).map(({ type }) => type);
const clocksOf = (id: string) => sut.rows('select code, state from deadlines where subject_id = $1', [id]);

/** Dispatch tells that it has made a task of a promise; answers with the task's id. */
async function entrusted({ id, unitId, dueAt }: CommitmentView): Promise<string> {
  const taskId = randomUUID();
  const payload = { source: 'COMMITMENT' as const, sourceId: id, orderId: null, unitId, entrustedAt: time.in(0), dueAt, hasOwnDue: true };
  await sut.tell(supervisionEvents.taskEntrusted, payload, { aggregateId: taskId, version: 1 });
  await eventually(async () => expect((await read(id)).taskId).toBe(taskId));
  return taskId;
}
const delivered = (taskId: string, unitId: string, deliveredAt: string, version = 2) =>
  sut.tell(supervisionEvents.taskDelivered, { unitId, deliveredAt, isInTime: true }, { aggregateId: taskId, version });

describe('what was signed is kept', () => {
  test('with the last signature, not before, each promise is told with its owner, due time and what is to be shown', async () => {
    const [first, second] = (await promised()).sort((a, b) => a.no - b.no);
    expect(first).toMatchObject({ no: 1, seat: 'RIGHTS_UNIT', unitId: party.RIGHTS_UNIT.unitIds[0], state: 'OPEN', isLate: false });
    expect(second).toMatchObject({ no: 2, seat: 'FIRM', unitId: party.FIRM.unitIds[0], evidence: '巡查记录' });
    // The whole of the day in Beijing that was signed.
    expect(first!.dueAt).toMatch(/T16:00:00\.000Z$/);
    expect(await clocksOf(first!.id)).toEqual([{ code: 'COMMITMENT_DUE', state: 'armed' }]);
    expect((await eventsOf(first!.id))[0]).toMatchObject({
      type: commitmentEvents.made.type,
      payload: { unitId: first!.unitId, text: '更换塌陷管段', evidence: '施工照片', dueAt: first!.dueAt },
    });
  });

  test('a rights unit finds its own promises in one list; a sixth party finds nothing', async () => {
    const [one] = await promised();
    const mine = await sut.ok(commitments.listCommitments, { unitId: party.RIGHTS_UNIT.unitIds[0], state: 'OPEN' }, party.RIGHTS_UNIT);
    expect(mine.commitments.length).toBeGreaterThan(0);
    expect(new Set(mine.commitments.map(({ seat }) => seat))).toEqual(new Set(['RIGHTS_UNIT']));
    expect((await sut.ok(commitments.getCommitment, { id: one!.id }, inspector)).id).toBe(one!.id);
    expect(await sut.refused(commitments.getCommitment, { id: one!.id }, stranger)).toBe('object.not-found');
    expect((await sut.ok(commitments.listCommitments, {}, stranger)).commitments).toEqual([]);
  });

  test('its task delivered in time, it is kept, once, and its clock stops', async () => {
    const [one] = await promised();
    const taskId = await entrusted(one!);
    await delivered(taskId, one!.unitId, time.in(0));
    await delivered(taskId, one!.unitId, time.in(0), 3);
    await eventually(async () => expect(await read(one!.id)).toMatchObject({ state: 'KEPT', isLate: false }));
    expect(await clocksOf(one!.id)).toEqual([{ code: 'COMMITMENT_DUE', state: 'stopped' }]);
    expect(await typesOf(one!.id)).toEqual([commitmentEvents.made.type, commitmentEvents.entrusted.type, commitmentEvents.kept.type]);
  });

  test('a task the street takes back lets the party off', async () => {
    const [one] = await promised();
    const taskId = await entrusted(one!);
    await sut.tell(supervisionEvents.taskDropped, { unitId: one!.unitId, droppedAt: time.in(0) }, { aggregateId: taskId, version: 2 });
    await eventually(async () => expect(await read(one!.id)).toMatchObject({ state: 'LET_OFF', isLate: false }));
  });
});

describe('what was signed is not kept in time', () => {
  let late: CommitmentView[];
  const stagesOf = async (id: string) =>
    (await eventsOf(id)).filter(({ type }) => type === commitmentEvents.clockFired.type).map(({ payload: { kind, tell } }) => [kind, tell]);

  test('the party is reminded at 70 and 90 percent; then it is late, and section chief, leader and secretary hear of it', async () => {
    late = await promised();
    const [one] = late;
    const [start, due] = [time.now.getTime(), new Date(one!.dueAt).getTime()];
    const at = (percent: number) => new Date(start + ((due - start) * percent) / 100 + HOUR);
    const stages = [
      ['warning', ['H']],
      ['warning', ['H', 'S']],
      ['breach', ['S', 'V', 'T']],
    ];
    for (const [i, percent] of [70, 90, 100].entries()) {
      await time.to(at(percent));
      await eventually(async () => expect(await stagesOf(one!.id)).toEqual(stages.slice(0, i + 1)));
      expect((await read(one!.id)).isLate).toBe(percent === 100);
    }
    const told = (await eventsOf(one!.id)).filter(({ type }) => type === commitmentEvents.late.type);
    expect(told.map(({ payload }) => payload)).toMatchObject([{ unitId: one!.unitId, dueAt: one!.dueAt }]);
  });

  test('delivered afterwards it is kept and stays late: one fact, one point', async () => {
    const [one] = late;
    const taskId = await entrusted(one!);
    await delivered(taskId, one!.unitId, time.in(0));
    await eventually(async () => expect(await read(one!.id)).toMatchObject({ state: 'KEPT', isLate: true }));
    expect((await typesOf(one!.id)).filter((type) => type === commitmentEvents.late.type)).toHaveLength(1);
    expect((await eventsOf(one!.id)).at(-1)?.payload).toMatchObject({ isInTime: false, withdrawsLate: false });
  });

  test('kept in time but heard of afterwards, the lateness is taken back', async () => {
    const other = late[1]!;
    await eventually(async () => expect((await read(other.id)).isLate).toBe(true));
    const taskId = await entrusted(other);
    await delivered(taskId, other.unitId, new Date(new Date(other.dueAt).getTime() - HOUR).toISOString());
    await eventually(async () => expect(await read(other.id)).toMatchObject({ state: 'KEPT', isLate: false }));
    expect((await eventsOf(other.id)).at(-1)?.payload).toMatchObject({ isInTime: true, withdrawsLate: true });
  });
});
