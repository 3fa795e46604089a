import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dispatch, intakeEvents, type Envelope } from '@wufang/contracts';
import { createPool, verifyAudit } from '@wufang/service';
import { eventually, ServiceUnderTest } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { dispatchParts } from '../src/parts.js';
import {
  aDemand,
  administrator,
  answer,
  directoryCsv,
  forward,
  history,
  idOf,
  leadOf,
  nangangli,
  openStreet,
  returnLegs,
  stateOf,
} from './street.js';

let sut: ServiceUnderTest;
const firm = leadOf('远征物业');
const day = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * day).toISOString();

beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  await openStreet(sut);
  await sut.ok(dispatch.publishDirectoryCsv, { fileName: 'd.csv', file: directoryCsv.toString('base64') }, administrator);
}, 120_000);
afterAll(() => sut?.stop());

/** Envelopes as a neighbour would tell them, to be published in any order and number. */
function envelope(type: string, aggregateId: string, version: number, payload: unknown): Envelope {
  const actor = { accountId: 'system', roles: [], unitIds: [] };
  const [, thing] = type.split('.') as [string, string];
  return {
    id: randomUUID(),
    type,
    streetId: 'qingyun',
    aggregate: thing,
    aggregateId,
    version,
    recordedAt: new Date().toISOString(),
    actor,
    payload,
  };
}

/** Each event twice, all shuffled; the seed is printed so that a failure can be repeated. */
async function tellTwiceAndShuffled(envelopes: Envelope[], seed: number): Promise<void> {
  console.log(`shuffled with seed ${seed}`);
  const queue = [...envelopes, ...envelopes];
  for (let i = queue.length - 1, state = seed; i > 0; i--) {
    state = (state * 48_271) % 2_147_483_647;
    const j = state % (i + 1);
    [queue[i], queue[j]] = [queue[j]!, queue[i]!];
  }
  for (let i = 0; i < queue.length; i += 25) await Promise.all(queue.slice(i, i + 25).map((one) => sut.publish('intake', one.type, one)));
}

describe('events of neighbours', () => {
  test('told twice and in any order give one state, each applied once', async () => {
    const demands = Array.from({ length: 60 }, () => aDemand());
    const seed = 1 + (Date.now() % 1_000_000);
    const received = demands.flatMap(({ demandId, payload }) => {
      const { title: _, orderId: __, forwardedAt: ___, ...facts } = payload;
      return [
        envelope(intakeEvents.demandReceived.type, demandId, 1, facts),
        envelope(intakeEvents.demandForwarded.type, demandId, 2, payload),
        envelope(intakeEvents.photoAdded.type, demandId, 3, { photoId: randomUUID() }),
      ];
    });
    await tellTwiceAndShuffled(received, seed);
    const ids = demands.map(({ orderId }) => orderId);
    await eventually(async () => expect(await sut.rows('select 1 from work_orders where id = any($1)', [ids])).toHaveLength(60));
    for (const id of ids) {
      await sut.ok(dispatch.accept, { id }, firm);
      await sut.ok(dispatch.giveFeedback, { id, publicText: '已派人员上门处理' }, firm);
      await returnLegs(sut, id);
      await sut.ok(dispatch.complete, { id, publicText: '已修好并清理现场', evidence: '照片' }, firm);
    }
    // A third is solved, a third is not, a third cannot be reached; linked callers answer the opposite.
    const answers = demands.flatMap(({ demandId, orderId }, i) => {
      const kind = i % 3;
      const said = {
        ...{ orderId, valid: kind < 2, contacted: kind < 2 ? true : null, solved: kind < 2 ? kind === 0 : null },
        ...{ satisfaction: kind < 2 ? 'SATISFIED' : null, orderRework: false, reason: null, answeredAt: new Date().toISOString() },
      };
      return [demandId, randomUUID()].flatMap((asked, n) => {
        const callbackId = randomUUID();
        const answered = { ...said, callbackId, demandId: asked, ...(n === 1 && kind < 2 && { solved: kind !== 0 }) };
        return [
          envelope(intakeEvents.callbackOpened.type, callbackId, 1, { demandId: asked, orderId, cause: 'COMPLETED' }),
          envelope(intakeEvents.callbackAttempted.type, callbackId, 2, { orderId, attempts: 1, at: new Date().toISOString() }),
          envelope(intakeEvents.callbackRecorded.type, callbackId, 3, answered),
        ];
      });
    });
    await tellTwiceAndShuffled(answers, seed);
    // They leak: what is closed as solved is looked at again.
    const wanted = ['WATCHING CONFIRMED', 'REWORK ', 'WATCHING UNREACHED'];
    await eventually(async () => {
      const rows = await sut.rows<{ id: string; state: string }>(
        `select id, state || ' ' || coalesce(close_basis, '') as state from work_orders where id = any($1)`,
        [ids],
      );
      const byId = new Map(rows.map((row) => [row.id, row.state]));
      expect(ids.map((id) => byId.get(id))).toEqual(ids.map((_, i) => wanted[i % 3]));
    });
    await eventually(async () =>
      expect(await sut.rows('select 1 from inbox where event_id = any($1)', [[...received, ...answers].map(({ id }) => id)])).toHaveLength(
        received.length + answers.length,
      ),
    );
    const doubled = await sut.rows(
      `select aggregate_id, type from events where aggregate_id = any($1) and type ~ '(dispatched|closed|reworked)' group by 1, 2 having count(*) > 1`,
      [ids],
    );
    expect(doubled).toEqual([]);
    const gaps = await sut.rows(
      'select aggregate_id from events group by aggregate_id having max(version) <> count(*) or min(version) <> 1',
    );
    expect(gaps).toEqual([]);
    const untrue = await sut.rows(
      'select w.id from work_orders w where version <> (select max(version) from events e where e.street_id = w.street_id and e.aggregate_id = w.id)',
    );
    expect(untrue).toEqual([]);
  });

  test('an answer that comes before its order waits for it', async () => {
    const demand = aDemand();
    const callbackId = await answer(sut, demand);
    await eventually(async () => expect(await sut.rows('select 1 from inbox where aggregate_id = $1', [callbackId])).toHaveLength(1));
    await sut.tell(intakeEvents.demandForwarded, demand.payload, { aggregateId: demand.demandId, version: 1 });
    await stateOf(sut, demand.orderId, 'CLOSED_SOLVED');
  });

  test('a demand of a street nobody has opened holds up no other', async () => {
    const lost = aDemand();
    await sut.tell(intakeEvents.demandForwarded, lost.payload, { aggregateId: lost.demandId, version: 1, streetId: 'nowhere' });
    await forward(sut);
    expect(await sut.rows('select 1 from work_orders where id = $1', [lost.orderId])).toEqual([]);
  });
});

describe('history', () => {
  const closing = (said: { valid: boolean; solved: boolean | null }) => ({
    ...{ callbackId: randomUUID(), contacted: true, satisfaction: said.valid ? ('SATISFIED' as const) : null },
    ...{ orderRework: false, reason: null, answeredAt: ago(1), ...said },
  });

  async function imported(part: {
    receivedAt: string;
    dueAt: string;
    completedAt: string | null;
    lead?: string | null;
    said?: ReturnType<typeof closing>;
  }) {
    const demand = aDemand({ receivedAt: part.receivedAt });
    const { forwardedAt: _, ...facts } = demand.payload;
    const lead = part.lead === undefined ? '云台路社区' : part.lead;
    await sut.tell(
      intakeEvents.demandImported,
      {
        ...facts,
        ...{ leadUnitId: lead === null ? null : idOf(lead), dueAt: part.dueAt, completedAt: part.completedAt },
        callback: part.said ? { ...part.said, demandId: demand.demandId, orderId: demand.orderId } : null,
      },
      { aggregateId: demand.demandId, version: 1 },
    );
    await eventually(async () => expect(await sut.rows('select 1 from work_orders where id = $1', [demand.orderId])).toHaveLength(1));
    return demand;
  }

  test.each([
    ['solved', closing({ valid: true, solved: true }), 'CLOSED_SOLVED', 'IMPORTED'],
    ['not solved', closing({ valid: true, solved: false }), 'CLOSED_UNSOLVED', 'IMPORTED'],
    ['not reached', closing({ valid: false, solved: null }), 'CLOSED_SOLVED', 'UNREACHED'],
    ['without an answer', undefined, 'CLOSED_SOLVED', 'UNREACHED'],
  ])('done and %s comes in closed, where the file sent it, with no clock', async (_, said, state, closeBasis) => {
    const { orderId } = await imported({ receivedAt: ago(20), dueAt: ago(13), completedAt: ago(15), said });
    const seen = await sut.ok(dispatch.getWorkOrder, { id: orderId }, administrator);
    expect(seen).toMatchObject({ state, closeBasis, leadUnitId: idOf('云台路社区'), clocks: [] });
    expect((await history(sut, orderId)).map(({ type }) => type)).toEqual(['imported']);
  });

  test('an open one keeps its due time; what has passed is skipped and tells nobody, what comes is armed', async () => {
    const [receivedAt, due] = [ago(4), new Date(Date.now() + 3 * day).toISOString()];
    const { orderId } = await imported({ receivedAt, dueAt: due, completedAt: null });
    const seen = await sut.ok(dispatch.getWorkOrder, { id: orderId }, administrator);
    expect(seen).toMatchObject({ state: 'HANDLING', dueAt: due, receivedAt, closeBasis: null });
    const clocks = await sut.rows<{ code: string; stage: number; state: string; due_at: Date; stages: unknown[] }>(
      'select code, stage, state, due_at, stages from deadlines where subject_id = $1 order by code',
      [orderId],
    );
    expect(clocks.map(({ code, state }) => [code, state])).toEqual([
      ['NORMAL', 'armed'],
      ['PROGRESS', 'armed'],
    ]);
    // The warning of the third day has passed, that of the sixth has not.
    expect(clocks[0]).toMatchObject({ stage: 1, due_at: new Date(due) });
    expect(clocks[0]!.stages).toHaveLength(3);
    // From here on it is an order like any other.
    await sut.ok(dispatch.reportProgress, { id: orderId, publicText: '已联系产权单位' }, leadOf('云台路社区'));
    await sut.ok(dispatch.complete, { id: orderId, publicText: '楼道已经清理', evidence: '照片' }, leadOf('云台路社区'));
  });

  test('an overdue one has its clock fired in silence', async () => {
    const { orderId } = await imported({ receivedAt: ago(20), dueAt: ago(13), completedAt: null });
    const clocks = await sut.rows<{ state: string; stage: number }>(
      `select state, stage from deadlines where subject_id = $1 and code = 'NORMAL'`,
      [orderId],
    );
    expect(clocks).toEqual([{ state: 'fired', stage: 3 }]);
    const seen = await sut.ok(dispatch.getWorkOrder, { id: orderId }, administrator);
    expect(seen.clocks.find(({ code }) => code === 'NORMAL')!.isOverdue).toBe(true);
    const witness = await forward(sut);
    await sut.ok(dispatch.accept, { id: witness.orderId }, firm);
    expect((await history(sut, orderId)).map(({ type }) => type)).toEqual(['imported']);
  });

  test('without a unit in the file the directory decides', async () => {
    const { orderId } = await imported({
      receivedAt: ago(1),
      dueAt: new Date(Date.now() + day).toISOString(),
      completedAt: null,
      lead: null,
    });
    const seen = await sut.ok(dispatch.getWorkOrder, { id: orderId }, administrator);
    expect(seen).toMatchObject({ leadUnitId: idOf('远征物业'), coUnitIds: [idOf('远征集团三院')], place: nangangli });
    expect(seen.decision.ruleIds[0]).toBe('1');
  });
});

test('the audit chain of everything these tests did verifies', async () => {
  const pool = createPool(sut.env['DATABASE_URL']!, 'dispatch', 'test', 2);
  const report = await verifyAudit(pool, dispatchParts.aggregates);
  await pool.end();
  expect(report.broken).toEqual([]);
  expect(report.entries).toBeGreaterThan(300);
});
