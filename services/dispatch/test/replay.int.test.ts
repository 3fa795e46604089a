import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  clocks,
  defaultTimeLimits,
  dispatch,
  dispatchEvents,
  legs,
  registryEvents,
  supervision,
  whistles,
  type DeadlineCode,
  type Level,
  type WorkOrderState,
} from '@wufang/contracts';
import { WorkCalendar } from '@wufang/kernel';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { movingFacts } from '../src/domain/clock-moves.js';
import { replayClocks } from '../src/domain/replay-clocks.js';
import { isOrdersLimit } from '../src/domain/duties.js';
import { dispatchParts } from '../src/parts.js';
import { everyFact } from './every-fact.js';
import { DAY, dayAfter, HOUR, MovingTime } from './moving-time.js';
import { logOf, plain, replayedSteps, storedClocks } from './replayed.js';
import {
  administrator,
  answer,
  calendar2026,
  directoryCsv,
  forward,
  heating,
  idOf,
  leadOf,
  leaking,
  openStreet,
  returnLegs,
} from './street.js';

let sut: ServiceUnderTest;
let time: MovingTime;
const chief: Caller = { role: 'section_chief', accountId: 'chief' };
const leader: Caller = { role: 'street_leader', accountId: 'leader' };
const words = '材料推迟到货，到货后两天内施工';
const reason = '屋面防水材料到货推迟';

beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  await openStreet(sut);
  await sut.ok(dispatch.publishDirectoryCsv, { fileName: 'd.csv', file: directoryCsv.toString('base64') }, administrator);
  time = new MovingTime(sut);
}, 120_000);
afterAll(() => sut?.stop());

const seed = Number(process.env['WUFANG_SEED'] ?? Date.now() % 1_000_000);
const chance = mulberry(seed);
const pick = <T>(of: readonly T[]): T => of[Math.floor(chance() * of.length)]!;

interface OrderRow {
  lead: string;
  due_at: Date;
  state: WorkOrderState;
}

test('every fact that moves a clock, and a calendar that comes after: each stored deadline is found again from the log', async () => {
  const streetId = 'every-fact';
  const limits = defaultTimeLimits.map((row) =>
    row.code === 'NORMAL' ? { ...row, limit: { clock: 'D' as const, days: 7, unit: 'working' as const, roll: false } } : row,
  );
  await openStreet(sut, { streetId, limits, years: [{ year: 2026, papers: [], days: [] }] });
  const file = { fileName: 'd.csv', file: directoryCsv.toString('base64') };
  await sut.ok(dispatch.publishDirectoryCsv, file, { ...administrator, streetId });
  const ids = await everyFact(sut, streetId);
  const days = [1, 2, 3].map((n) => ({ name: '停工', date: dayAfter(new Date(), n), isOffDay: true }));
  const announced = { year: 2026, papers: ['国办发明电〔2025〕7号'], days };
  await sut.tell(
    registryEvents.calendarPublished,
    { ...announced, calendarVersion: 2, provisional: false },
    { aggregateId: idOf(`${streetId} calendar 2026`), version: 2, streetId },
  );
  await eventually(async () =>
    expect(
      await sut.rows(
        `select 1 from deadlines where street_id = $1 and provisional and state = 'armed' and greatest(calendar_version, recounted_version) < 2`,
        [streetId],
      ),
    ).toEqual([]),
  );
  // Who is asked of reads the due time of the clock.
  const owed = await sut.rows<{ stands: boolean }>(
    `select (o.escalations -> -1 ->> 'dueAt')::timestamptz = d.due_at as stands from work_orders o join deadlines d on d.subject_id = o.id
     where o.street_id = $1 and d.code = 'ESCALATION_ASKED' and d.state = 'armed' and d.calendar_version = 2`,
    [streetId],
  );
  expect(owed).toEqual([{ stands: true }]);
  const tables = new Map([[1, limits]]);
  const seen = new Set<string>();
  for (const id of ids) {
    const log = await logOf(sut, id);
    for (const { type } of log) seen.add(type);
    const replayed = replayClocks(log, (policyVersion, calendarVersion) => ({
      ...{ limits, policyVersion, tables, calendarVersion },
      calendar: new WorkCalendar(calendarVersion < 2 ? [] : [announced]),
    }));
    expect((await storedClocks(sut, id)).map(plain).sort()).toEqual(replayed.map(plain).sort());
  }
  // Nothing of this runs out; what fires and goes on is in the random days below, and in the traps.
  const expected = [...movingFacts(), dispatchEvents.clockRecounted.type].filter((type) => type !== dispatchEvents.clockFired.type);
  expect(expected.filter((type) => !seen.has(type))).toEqual([]);
});

test('random days of random orders: every stored deadline is found again from the log, and every second is explained', async () => {
  console.log(`seed ${seed}`);
  const kinds: [Level, typeof leaking][] = [
    ['N', leaking],
    ['C', ['其他', '其他', '其他']],
    ['N', ['物业管理', '小区环境', '小区绿化']],
    ['U', heating],
    ['E', heating],
    ['C', ['其他', '其他', '其他']],
    ['N', leaking],
    ['N', leaking],
  ];
  const demands = await Promise.all(kinds.map(([level, category]) => forward(sut, { level, category })));
  await helped(demands[0]!.orderId);
  let done = 0;
  for (let day = 0; day < 45; day++) {
    await Promise.all(
      demands.map(async (demand) => {
        const [row] = await sut.rows<OrderRow>('select lead_unit_id as lead, due_at, state from work_orders where id = $1', [
          demand.orderId,
        ]);
        const lead: Caller = { ...leadOf(''), unitIds: [row!.lead] };
        // Several steps at once land in one transaction, or wait for each other.
        const steps = Array.from({ length: 1 + Math.floor(chance() * 3) }, () => step(demand, lead, row!));
        const taken = await Promise.all(steps);
        done += taken.filter(Boolean).length;
      }),
    );
    await time.forward(chance() < 0.3 ? 2 * HOUR : chance() * 2 * DAY);
    await eventually(async () =>
      expect(await sut.rows(`select 1 from deadlines where state = 'armed' and fires_at <= app_now()`)).toEqual([]),
    );
  }
  expect(done).toBeGreaterThan(150);

  const calendar = new WorkCalendar([calendar2026]);
  const tables = new Map([[1, defaultTimeLimits]]);
  const rulesOf = () => ({ limits: defaultTimeLimits, policyVersion: 1, tables, calendar, calendarVersion: 1 });
  const seen = new Set<string>();
  for (const { orderId: id, payload } of demands) {
    const log = await logOf(sut, id);
    for (const { type } of log) seen.add(type);
    const stored = await storedClocks(sut, id);
    expect(stored.map(plain).sort()).toEqual(replayClocks(log, rulesOf).map(plain).sort());

    const order = await sut.ok(dispatch.getWorkOrder, { id }, administrator);
    const limit = stored
      .filter(({ code }) => isOrdersLimit(code as DeadlineCode))
      .sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime())[0]!;
    // While its clock stands still an order is due when it would be after the whole pause.
    if (order.pausedSince === null) expect(order.dueAt).toBe(limit.dueAt.toISOString());
    const { segments } = await sut.ok(clocks.explain, { id }, administrator);
    expect(segments[0]!.from).toBe(payload.receivedAt);
    segments.forEach((piece, i) => expect(i === 0 || piece.from === segments[i - 1]!.to).toBe(true));
    expect(segments.at(-1)!.state).toBe(order.state);
    if (segments.at(-1)!.heldBy === 'UNIT') expect(segments.at(-1)!.unitId).toBe(order.leadUnitId);
  }
  const helpers = await sut.rows<{ id: string }>(
    ['legs', 'summonses', 'supervisions', 'assigned_tasks']
      .map((table) => `select id from ${table} where street_id = 'qingyun'`)
      .join(' union all '),
  );
  const { stored, replayed } = await replayedSteps(
    sut,
    helpers.map(({ id }) => id),
    rulesOf,
  );
  expect(stored).toEqual(replayed);
  const told = await sut.rows<{ type: string }>(`select distinct type from events where aggregate in ('leg', 'summons', 'supervision')`);
  for (const { type } of told) seen.add(type);
  console.log(`${done} steps, ${seen.size} kinds of facts`);
  expect([...seen]).toEqual(
    expect.arrayContaining([
      ...['dispatch.pause.started.v1', 'dispatch.work-order.clock-fired.v1', 'dispatch.leg.clock-followed.v1'],
      ...['dispatch.work-order.joined.v1', 'dispatch.work-order.whistle-settled.v1', 'dispatch.summons.summoned.v1'],
    ]),
  );
}, 240_000);

/** One step that somebody tries, of those that the state suggests; some are refused, which changes nothing. */
async function step(demand: { orderId: string; demandId: string }, lead: Caller, { due_at: dueAt, state }: OrderRow): Promise<boolean> {
  const id = demand.orderId;
  const transfer = () =>
    sut.ask(clocks.transfer, { id, leadUnitId: idOf(pick(['城乡建设办公室', '远征物业', '热力集团'])), reason }, chief);
  const offered = {
    role: 'firm_handler' as const,
    unitIds: ['城乡建设办公室', '远征物业', '热力集团'].map(idOf),
    scope: 'concerned' as const,
  };
  const answered = () =>
    chance() < 0.6 ? sut.ask(clocks.acceptTransfer, { id }, offered) : sut.ask(clocks.declineTransfer, { id, reason }, offered);
  const hard = () => sut.ask(supervision.markHard, { id, isHard: chance() < 0.7, reason }, pick([chief, leader]));
  const takeUp = () => (chance() < 0.7 ? sut.ask(supervision.takeUp, { id }, chief) : sut.ask(supervision.giveUp, { id, reason }, leader));
  const raise = () => (chance() < 0.2 ? sut.ask(dispatch.raiseLevel, { id, level: pick(['E', 'U'] as const), reason }, lead) : hard());
  const review = () => sut.ask(clocks.reviewPause, { id, granted: chance() < 0.5, reason }, { ...chief, accountId: 'other-chief' });
  const escalate = () => sut.ask(clocks.askEscalation, { id, reason }, lead);
  const answerEscalation = () => sut.ask(clocks.answerEscalation, { id, outcome: 'GUIDED', answer: words }, leader);
  const whistle = () =>
    sut.ask(
      whistles.soundWhistle,
      { orderId: id, reason: '管线权属不清，需现场会商', unitIds: [idOf('自来水集团'), idOf('供电公司')] },
      chief,
    );
  const tries: Partial<Record<WorkOrderState, (() => Promise<object>)[]>> = {
    DISPATCHED: [
      () => sut.ask(dispatch.accept, { id }, lead),
      () => sut.ask(dispatch.accept, { id }, lead),
      () => sut.ask(dispatch.assign, { id, leadUnitId: idOf('城乡建设办公室'), reason }, chief),
      transfer,
      answered,
    ],
    ACCEPTED: [
      whistle,
      answered,
      () => sut.ask(dispatch.recordFirstContact, { id }, lead),
      () => sut.ask(dispatch.giveFeedback, { id, publicText: words }, lead),
      () => sut.ask(dispatch.checkIn, { id, point: '三号楼门前' }, lead),
      transfer,
    ],
    JOINT: [
      () => sut.ask(dispatch.reportProgress, { id, publicText: words }, lead),
      () => sut.ask(clocks.startPause, { id, kind: 'WAITING_FOR_COMPLAINANT', reason, publicText: words }, lead),
      () => sut.ask(clocks.endPause, { id }, lead),
      () => sut.ask(clocks.askExtension, { id, reason, dueOn: dayAfter(dueAt, pick([1, 3])) }, lead),
      () => sut.ask(clocks.decideExtension, { id, granted: true, reason, publicText: words }, chief),
      () => settleOne(id),
      () =>
        returnLegs(sut, id).then(
          () => ({ ok: true }),
          () => ({}),
        ),
    ],
    HANDLING: [
      whistle,
      () => sut.ask(legs.addLeg, { id, unitId: idOf(pick(['自来水集团', '交通支队'])), task: '请配合迁改地下管线' }, lead),
      () => sut.ask(supervision.superviseOrder, { id, trigger: 'INSTRUCTION', demand: '三日内回复办理情况' }, leader),
      () => sut.ask(dispatch.giveFeedback, { id, publicText: words }, lead),
      () => sut.ask(dispatch.checkIn, { id, point: '三号楼门前' }, lead),
      () => sut.ask(dispatch.reportProgress, { id, publicText: words }, lead),
      () => sut.ask(clocks.askExtension, { id, reason, dueOn: dayAfter(dueAt, pick([1, 3])) }, lead),
      () => sut.ask(clocks.decideExtension, { id, granted: chance() < 0.7, reason, publicText: words }, chief),
      () => sut.ask(clocks.decideExtension, { id, granted: chance() < 0.7, reason, publicText: words }, chief),
      () => sut.ask(clocks.askSuspension, { id, ground: 'FUNDS', reason, reviewOn: dayAfter(time.now, pick([2, 5, 30])) }, lead),
      () => sut.ask(clocks.decideSuspension, { id, granted: chance() < 0.7, reason, publicText: words }, leader),
      () => sut.ask(clocks.startPause, { id, kind: 'WAITING_FOR_COMPLAINANT', reason, publicText: words }, lead),
      () => sut.ask(clocks.startPause, { id, kind: 'WAITING_FOR_COMPLAINANT', reason, publicText: words }, lead),
      () => sut.ask(clocks.endPause, { id }, lead),
      transfer,
      answered,
      answered,
      hard,
      takeUp,
      takeUp,
      raise,
      review,
      escalate,
      answerEscalation,
      async () => {
        await returnLegs(sut, id).catch(() => undefined);
        return sut.ask(dispatch.complete, { id, publicText: words, evidence: '现场照片' }, lead);
      },
    ],
    SUSPENDED: [
      () => sut.ask(dispatch.reportProgress, { id, publicText: words }, lead),
      () => sut.ask(clocks.endSuspension, { id, publicText: words }, lead),
    ],
    COMPLETED: [() => answer(sut, demand, { solved: false, satisfaction: 'DISSATISFIED' }).then(() => ({ ok: true }))],
    REWORK: [
      () => sut.ask(dispatch.accept, { id }, lead),
      () => sut.ask(dispatch.accept, { id }, lead),
      () => sut.ask(clocks.askExtension, { id, reason, dueOn: dayAfter(dueAt, pick([1, 3])) }, lead),
      () => sut.ask(clocks.decideExtension, { id, granted: true, reason, publicText: words }, chief),
      transfer,
      answered,
      raise,
    ],
  };
  return 'ok' in (await pick(tries[state] ?? [() => Promise.resolve({})])());
}

/** What chance might leave out happens once: a whistle, a co-unit, and a pause that both stand still in. */
async function helped(id: string): Promise<void> {
  const [row] = await sut.rows<{ lead: string }>('select lead_unit_id as lead from work_orders where id = $1', [id]);
  const lead: Caller = { ...leadOf(''), unitIds: [row!.lead] };
  await sut.ok(dispatch.accept, { id }, lead);
  await sut.ok(dispatch.recordFirstContact, { id }, lead);
  await sut.ok(legs.addLeg, { id, unitId: idOf('交通支队'), task: '请配合迁改地下管线' }, lead);
  await sut.ok(whistles.soundWhistle, { orderId: id, reason: '管线权属不清', unitIds: [idOf('自来水集团')] }, chief);
  await sut.ok(clocks.startPause, { id, kind: 'WAITING_FOR_COMPLAINANT', reason, publicText: words }, lead);
  await time.forward(DAY);
  await sut.ok(clocks.endPause, { id }, lead);
  await returnLegs(sut, id);
  await settleOne(id);
  await sut.ok(whistles.soundWhistle, { orderId: id, reason: '再会商一次', unitIds: [idOf('供电公司')] }, chief);
  await settleOne(id);
}

/** One of the whistles for an order that are not settled, if there is any. */
async function settleOne(orderId: string): Promise<object> {
  const [open] = await sut.rows<{ id: string }>(`select id from whistles where order_id = $1 and state = 'SOUNDED' limit 1`, [orderId]);
  return open ? sut.ask(whistles.settleWhistle, { id: open.id, result: '已明确由自来水集团迁改' }, chief) : {};
}

function mulberry(from: number): () => number {
  let a = from;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
