import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { clocks as time, dispatch, ledger, supervision, watching } from '@wufang/contracts';
import { ServiceUnderTest } from '@wufang/testing';
import readXlsx from 'read-excel-file/node';
import { migrations } from '../src/db/migrations/index.js';
import { dispatchParts } from '../src/parts.js';
import { administrator, directoryCsv, forward, history, idOf, leadOf, leaking, noWhere, openStreet, returnLegs } from './street.js';

let sut: ServiceUnderTest;
const firm = leadOf('远征物业');
const chief = { role: 'section_chief' as const };
const stranger = { ...leadOf('南安利物业'), unitIds: [randomUUID()] };
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();

beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  await openStreet(sut);
  await sut.ok(dispatch.publishDirectoryCsv, { fileName: 'directory.csv', file: directoryCsv.toString('base64') }, administrator);
}, 120_000);
afterAll(() => sut?.stop());

const clocks = (orderId: string) =>
  sut.rows('select id, code, state, due_at, version from deadlines where subject_id = $1 order by id', [orderId]);
/** Lets the order's own due time and its handling clock run out without waiting for them. */
const makeOverdue = (orderId: string) =>
  sut.admin.query(
    `update work_orders set due_at = clock_timestamp() - interval '1 hour' where id = '${orderId}';
     update deadlines set state = 'fired', fires_at = null, due_at = clock_timestamp() - interval '1 hour' where subject_id = '${orderId}' and code = 'NORMAL'`,
  );
const page = async (input: object, as: Parameters<typeof sut.ok>[2] = chief) =>
  (await sut.ok(ledger.listLedger, { limit: 200, ...input }, as)).entries;

describe('the ledger', () => {
  test('shows every open order once, what is due next first, with measure, person and plan', async () => {
    const orders = [];
    for (let i = 0; i < 6; i++) orders.push(await forward(sut, { category: leaking }));
    const [late, waiting, planned, closed] = orders.map(({ orderId }) => orderId) as [string, string, string, string];
    await makeOverdue(late);
    for (const id of [waiting, closed]) {
      await sut.ok(dispatch.accept, { id }, firm);
      await sut.ok(dispatch.recordFirstContact, { id }, firm);
      await returnLegs(sut, id);
      await sut.ok(dispatch.complete, { id, publicText: '屋面防水已经修好', evidence: '维修单与照片' }, firm);
    }
    await sut.admin.query(
      `update work_orders set is_open = false, closed_at = now(), close_basis = 'CONFIRMED', state = 'CLOSED_SOLVED' where id = '${closed}'`,
    );
    const before = await clocks(planned);
    const plannedAt = tomorrow();
    await sut.ok(ledger.noteMeasure, { id: planned, measure: '周三前换掉屋面卷材', plannedAt, personAccountId: randomUUID() }, firm);
    expect(await clocks(planned)).toEqual(before);
    expect((await history(sut, planned)).at(-1)!.payload).not.toHaveProperty('measure');

    const entries = await page({});
    const ids = entries.map(({ orderId }) => orderId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(orders.map(({ orderId }) => orderId).filter((id) => id !== closed)));
    expect(ids).not.toContain(closed);
    expect(entries.map(({ next }) => next.dueAt)).toEqual([...entries.map(({ next }) => next.dueAt)].sort());
    expect(entries[0]).toMatchObject({ orderId: late, colour: 'RED', next: { code: null } });
    expect(entries.find(({ orderId }) => orderId === planned)).toMatchObject({
      measure: '周三前换掉屋面卷材',
      plannedAt,
      next: { code: 'ACCEPT' },
    });
    const entryOf = (all: typeof entries) => all.find(({ orderId }) => orderId === waiting);
    expect(entryOf(entries)).toMatchObject({ state: 'COMPLETED', next: { code: 'GRID_VERIFY' } });
    // Once the place has been looked at only the callback is waited for, and no clock of the order runs.
    await sut.ok(dispatch.verifyAtPlace, { id: waiting, isDone: true, seen: '屋面已不漏水', photoIds: [] }, chief);
    expect(entryOf(await page({}))).toMatchObject({ state: 'COMPLETED', next: { code: null } });
  });

  test('is the same read in pages of two as in one', async () => {
    const whole = (await page({})).map(({ orderId }) => orderId);
    const pages: string[] = [];
    for (let after: string | undefined; ;) {
      const entries = await page({ limit: 2, ...(after && { after }) });
      pages.push(...entries.map(({ orderId }) => orderId));
      const last = entries.at(-1);
      if (!last) break;
      after = `${last.next.dueAt},${last.orderId}`;
    }
    expect(pages).toEqual(whole);
  });

  test('finds what is overdue, what has no measure yet, and one community', async () => {
    expect((await page({ overdue: 'true' })).map(({ colour }) => colour)).toEqual(['RED']);
    const [unplanned, planned] = [await page({ unplanned: 'true' }), await page({ unplanned: 'false' })];
    expect(unplanned.every(({ measure }) => measure === null)).toBe(true);
    expect(planned.map(({ measure }) => measure)).toEqual(['周三前换掉屋面卷材']);
    expect(unplanned.length + planned.length).toBe((await page({})).length);
    expect(await page({ communityId: randomUUID() })).toEqual([]);
  });

  test('overdue is what is red, by both ways to read it: what waits for its callback is neither, however old', async () => {
    const { orderId: old } = await forward(sut, { category: leaking });
    await sut.ok(dispatch.accept, { id: old }, firm);
    await sut.ok(dispatch.recordFirstContact, { id: old }, firm);
    await returnLegs(sut, old);
    await sut.ok(dispatch.complete, { id: old, publicText: '屋面防水已经修好', evidence: '维修单与照片' }, firm);
    await makeOverdue(old);
    const all = await page({});
    expect(all.find(({ orderId }) => orderId === old)).toMatchObject({ state: 'COMPLETED', colour: 'GREEN' });
    const red = all.filter(({ colour }) => colour === 'RED').map(({ orderId }) => orderId);
    const ids = async (overdue: string, few?: { unitId: string }) => (await page({ overdue, ...few })).map(({ orderId }) => orderId).sort();
    const rest = all.map(({ orderId }) => orderId).filter((id) => !red.includes(id));
    for (const few of [undefined, { unitId: idOf('远征物业') }]) {
      expect(await ids('true', few)).toEqual([...red].sort());
      expect(await ids('false', few)).toEqual([...rest].sort());
    }
    const watcher = { role: 'citizen_supervisor' as const, unitIds: [idOf('南岗里社区')], scope: 'concerned' as const };
    expect((await sut.ok(supervision.getWatched, { id: old }, watcher)).isOverdue).toBe(false);
  });

  test('shows all that is due before an instant, and nothing else, in the order of what is next, in pages too', async () => {
    // Done, and due in a minute: its look at the place is owed until midnight, after the limit that is asked for.
    const { orderId: done } = await forward(sut, { category: leaking });
    await sut.ok(dispatch.accept, { id: done }, firm);
    await sut.ok(dispatch.recordFirstContact, { id: done }, firm);
    await returnLegs(sut, done);
    await sut.ok(dispatch.complete, { id: done, publicText: '屋面防水已经修好', evidence: '维修单与照片' }, firm);
    await sut.admin.query(`update work_orders set due_at = clock_timestamp() + interval '10 minutes' where id = $1`, [done]);
    await sut.admin.query(
      `update deadlines set due_at = clock_timestamp() + interval '3 hours', fires_at = clock_timestamp() + interval '3 hours' where subject_id = $1 and state = 'armed'`,
      [done],
    );
    const all = await page({});
    for (const dueBefore of [new Date(Date.now() + 20 * 60_000).toISOString(), all.at(-1)!.dueAt, '2099-01-01T00:00:00Z']) {
      const expected = all.filter(({ dueAt }) => Date.parse(dueAt) < Date.parse(dueBefore)).map(({ orderId }) => orderId);
      expect(expected).toContain(done);
      expect((await page({ dueBefore })).map(({ orderId }) => orderId)).toEqual(expected);
      const [first, ...others] = await page({ dueBefore, limit: 1 });
      expect(others).toEqual([]);
      const after = `${first!.next.dueAt},${first!.orderId}`;
      expect((await page({ dueBefore, after })).map(({ orderId }) => orderId)).toEqual(expected.slice(1));
    }
  });

  test('shows a unit what concerns it and nothing else', async () => {
    expect((await page({}, firm)).length).toBeGreaterThan(0);
    expect(await page({}, stranger)).toEqual([]);
    const { orderId } = await forward(sut, { category: leaking });
    expect(await sut.refused(ledger.noteMeasure, { id: orderId, measure: '与我无关', plannedAt: tomorrow() }, stranger)).toBe(
      'object.not-found',
    );
  });

  test('shows the plan of who leads the case, and not that of who led it before', async () => {
    const { orderId: id } = await forward(sut, { category: leaking });
    await sut.ok(ledger.noteMeasure, { id, measure: '雨前补好檐口', plannedAt: tomorrow(), personAccountId: randomUUID() }, firm);
    const entry = async (input: object) => (await page(input)).find(({ orderId }) => orderId === id);
    expect(await entry({ unplanned: 'false' })).toMatchObject({ measure: '雨前补好檐口' });
    await sut.ok(time.transfer, { id, leadUnitId: idOf('城乡建设办公室'), reason: '涉及结构安全' }, { role: 'street_leader' });
    expect(await entry({})).toMatchObject({ measure: null, personAccountId: null, plannedAt: null });
    expect(await entry({ unplanned: 'true' })).toBeDefined();
    expect(await entry({ unplanned: 'false' })).toBeUndefined();
  });

  test('refuses a plan in the past and a phone number in a measure', async () => {
    const { orderId: id } = await forward(sut, { category: leaking });
    expect(await sut.refused(ledger.noteMeasure, { id, measure: '换卷材', plannedAt: '2026-01-01T00:00:00+08:00' }, firm)).toBe('due.past');
    expect(await sut.refused(ledger.noteMeasure, { id, measure: '联系13912345678', plannedAt: tomorrow() }, firm)).toBe(
      'work-order.text-private',
    );
  });

  test('is exported as a workbook in which text stays text', async () => {
    const { orderId: id } = await forward(sut, { category: leaking });
    await sut.ok(ledger.noteMeasure, { id, measure: '=1+1 先查后修', plannedAt: tomorrow() }, firm);
    const { file, fileName, rows, isCut } = await sut.ok(ledger.exportLedger, {}, chief);
    expect(fileName).toMatch(/^台账-\d{12}\.xlsx$/);
    const [sheet] = (await readXlsx(Buffer.from(file, 'base64'))) as unknown as { data: unknown[][] }[];
    const [head, ...lines] = sheet!.data;
    expect(head!.slice(0, 2)).toEqual(['工单编号', '状态']);
    expect(lines).toHaveLength(rows);
    expect(isCut).toBe(false);
    expect(lines.flat()).toContain('=1+1 先查后修');
    expect(lines.flat().every((cell) => cell === null || typeof cell === 'string')).toBe(true);
    expect(lines.map((line) => line[6])).toContain('远征物业');
  });

  test('names in the workbook who answers for every open case, and how they come to, by the names the gateway hands along', async () => {
    const firmId = idOf('远征物业');
    const person = (accountId: string, displayName: string, unitIds: string[] = []) => ({ accountId, displayName, unitIds });
    const [boss, worker, night, his] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const people = [
      person(boss, '=马经理', [firmId]),
      person(worker, '王芳', [firmId]),
      person(night, '孙夜', [firmId]),
      person(his, '赵科长'),
      person(randomUUID(), '别家的人', [randomUUID()]),
    ];
    const orders = [];
    for (let i = 0; i < 4; i++) orders.push(await forward(sut, { category: leaking }));
    const [planned, signed, hard, left] = orders.map(({ orderId }) => orderId) as [string, string, string, string];
    await sut.ok(ledger.noteMeasure, { id: planned, measure: '换卷材', plannedAt: tomorrow(), personAccountId: boss }, firm);
    await sut.ok(dispatch.accept, { id: signed }, { ...firm, accountId: worker });
    await sut.ok(supervision.takeUp, { id: hard }, { ...chief, accountId: his });
    const personsOf = async (known: typeof people) => {
      const { file } = await sut.ok(ledger.exportLedger, {}, { ...chief, people: known });
      const [sheet] = (await readXlsx(Buffer.from(file, 'base64'))) as unknown as { data: unknown[][] }[];
      const [head, ...lines] = sheet!.data;
      const column = head!.indexOf('责任人');
      expect(lines.every((line) => typeof line[column] === 'string' && line[column] !== '')).toBe(true);
      const numbers = await sut.rows<{ id: string; no: string }>('select id, no from work_orders');
      return (id: string) => lines.find((line) => line[0] === numbers.find((row) => row.id === id)!.no)![column];
    };
    const by = await personsOf(people);
    expect([planned, signed, hard, left].map(by)).toEqual(['=马经理', '王芳（签收）', '赵科长（领办）', '=马经理、王芳、孙夜（本单位）']);
    // A shift of the unit that runs now names its person; without any name it is said that nobody is known.
    const planId = randomUUID();
    const shift = {
      id: planId,
      kind: 'SHIFT' as const,
      title: '值守',
      unitId: firmId,
      rota: [night],
      from: '2099-01-01',
      seat: 'H' as const,
    };
    await sut.ok(watching.planDuty, { ...shift, rule: { every: 'DAY', startsAt: '00:00', endsAt: '00:00' } }, chief);
    await sut.admin.query(
      `insert into duties (street_id, id, version, updated_at, plan_id, kind, title, unit_id, on_duty, seat, turns, on_date, starts_at, due_at, state)
       values ('qingyun', gen_random_uuid(), 1, now(), $1, 'SHIFT', '值守', $2, $3, 'H',
               jsonb_build_array(jsonb_build_object('accountId', $3::text, 'from', '2020-01-01T00:00:00.000Z', 'until', '2099-01-01T00:00:00.000Z')),
               '2020-01-01', now() - interval '1 hour', now() + interval '1 hour', 'OPEN')`,
      [planId, firmId, night],
    );
    expect((await personsOf(people))(left)).toBe('孙夜（当班）');
    expect((await personsOf([]))(left)).toBe('未指定');
  });
});

describe('steps for many orders at once', () => {
  test('tell for each order whether it was done, and one refusal leaves the others alone', async () => {
    const ids = [];
    for (let i = 0; i < 3; i++) ids.push((await forward(sut, { category: leaking })).orderId);
    await sut.ok(dispatch.accept, { id: ids[1]! }, firm);
    const foreign = randomUUID();
    const { results } = await sut.ok(ledger.acceptMany, { ids: [...ids, foreign, ids[0]!] }, firm);
    expect(results.map(({ id, done, problem }) => [id, done, problem?.code ?? null])).toEqual([
      [ids[0], true, null],
      [ids[1], false, 'work-order.illegal-step'],
      [ids[2], true, null],
      [foreign, false, 'object.not-found'],
    ]);
    expect(results[1]!.problem!.detail).toMatch(/已签收/);
    const many = await sut.ok(ledger.noteMeasureMany, { ids, measure: '统一更换管件', plannedAt: tomorrow() }, chief);
    expect(many.results.every(({ done }) => done)).toBe(true);
    const urged = await sut.ok(ledger.urgeMany, { ids, by: 'STREET' }, chief);
    expect(urged.results.every(({ done }) => done)).toBe(true);
  });

  test('tell of the one that fails that it failed, and of the others that they are done', async () => {
    const ids = [];
    for (let i = 0; i < 3; i++) ids.push((await forward(sut, { category: leaking })).orderId);
    await sut.admin.query(
      `create function fail_one() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$;
       create trigger fail_one before update on work_orders for each row when (new.id = '${ids[1]}') execute function fail_one()`,
    );
    const { results } = await sut.ok(ledger.acceptMany, { ids }, firm);
    await sut.admin.query('drop function fail_one() cascade');
    expect(results.map(({ done, problem }) => [done, problem?.code ?? null])).toEqual([
      [true, null],
      [false, 'service.failed'],
      [true, null],
    ]);
    expect(JSON.stringify(results)).not.toContain('disk');
  });

  test('send one answer to each complainant and assign what no rule fits, each with its own refusal', async () => {
    const ids = [];
    for (let i = 0; i < 2; i++) ids.push((await forward(sut, { category: leaking })).orderId);
    await sut.ok(dispatch.accept, { id: ids[0]! }, firm);
    const publicText = '维修队已排在本周，届时会先与您联系';
    const told = await sut.ok(ledger.feedbackMany, { ids, publicText }, firm);
    expect(told.results.map(({ done, problem }) => [done, problem?.code ?? null])).toEqual([
      [true, null],
      [false, 'work-order.illegal-step'], // not accepted yet
    ]);
    expect((await history(sut, ids[0]!)).at(-1)).toMatchObject({ type: 'fed-back', payload: { publicText } });
    const withPhone = await sut.ok(ledger.feedbackMany, { ids: [ids[0]!], publicText: '请打13812341234找我们' }, firm);
    expect(withPhone.results[0]!.problem!.code).toBe('work-order.text-private');
    expect(await sut.refused(ledger.feedbackMany, { ids, publicText: '好' }, firm)).toBe('request.invalid');

    const nowhere = ['没有', '这一', '类别'] as [string, string, string];
    const lost = [
      (await forward(sut, { category: nowhere, place: noWhere })).orderId,
      (await forward(sut, { category: nowhere, place: noWhere })).orderId,
    ];
    const to = { leadUnitId: idOf('民生保障办公室'), reason: '政策归民生' };
    const assigned = await sut.ok(ledger.assignMany, { ids: [...lost, ids[0]!], ...to }, chief);
    expect(assigned.results.map(({ done, problem }) => [done, problem?.code ?? null])).toEqual([
      [true, null],
      [true, null],
      [false, 'work-order.illegal-step'], // a unit has it already
    ]);
    for (const id of lost) expect(await sut.ok(dispatch.getWorkOrder, { id }, chief)).toMatchObject({ leadUnitId: to.leadUnitId });
  });

  test('done twice under one key are done once', async () => {
    const { orderId } = await forward(sut, { category: leaking });
    const as = { ...firm, idempotencyKey: randomUUID() };
    const first = await sut.ok(ledger.acceptMany, { ids: [orderId] }, as);
    expect(await sut.ok(ledger.acceptMany, { ids: [orderId] }, as)).toEqual(first);
    expect((await history(sut, orderId)).filter(({ type }) => type === 'accepted')).toHaveLength(1);
  });
});

describe('saved views', () => {
  test('are kept for their owner, shared by people of the street alone, and gone when removed', async () => {
    const me = { ...chief, accountId: 'chief-1' };
    const other = { ...firm, accountId: 'firm-1' };
    const id = randomUUID();
    await sut.ok(ledger.saveView, { id, name: '超时的漏雨', filter: { overdue: 'true', category1: '物业管理' }, isShared: false }, me);
    expect((await sut.ok(ledger.listSavedViews, {}, other)).views).toEqual([]);
    const [view] = (await sut.ok(ledger.listSavedViews, {}, me)).views;
    expect(view).toMatchObject({ name: '超时的漏雨', filter: { overdue: 'true', category1: '物业管理' }, isMine: true });
    expect(await page({ ...view!.filter }, chief)).toHaveLength(1);
    expect(await sut.refused(ledger.saveView, { id: randomUUID(), name: 'x', filter: {}, isShared: true }, other)).toBe('access.denied');
    expect(await sut.refused(ledger.saveView, { id, name: '改名', filter: {}, isShared: false }, other)).toBe('object.not-found');
    await sut.ok(ledger.saveView, { id, name: '超时的漏雨', filter: { overdue: 'true' }, isShared: true }, me);
    expect((await sut.ok(ledger.listSavedViews, {}, other)).views).toMatchObject([{ id, isMine: false }]);
    expect(await sut.refused(ledger.removeView, { id }, other)).toBe('object.not-found');
    await sut.ok(ledger.removeView, { id }, me);
    expect((await sut.ok(ledger.listSavedViews, {}, me)).views).toEqual([]);
  });
});
