import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dispatchEvents, intake, intakeEvents, personalData } from '@wufang/contracts';
import { BEIJING_PERIOD, periodOf } from '@wufang/kernel';
import { createPool, verifyAudit } from '@wufang/service';
import { eventually, type Caller } from '@wufang/testing';
import { desk, openStreet, resident, tellUnit, type Street } from './street.js';

const sample = join(import.meta.dirname, '../../../../deploy/sample');
const file = (name: string) => readFileSync(join(sample, name)).toString('base64');
const expected = JSON.parse(readFileSync(join(sample, 'expected-counts.json'), 'utf8')) as {
  byLevel: Record<string, number>;
  byPeriodCommunity: Record<string, Record<string, number>>;
  firstImport: object;
  secondImport: object;
};
const communities = ['南岗里', '北岗里', '翠庭园', '嘉和园', '镇南里', '云台路', '星河苑', '松林里', '西大院', '朱家湾'];
const csv = (text: string) => Buffer.from(text).toString('base64');

let at: Street;
beforeAll(async () => {
  at = await openStreet();
  for (const name of communities) await tellUnit(at.sut, randomUUID(), `${name}社区`, 'COMMUNITY');
  await eventually(async () => {
    const [count] = await at.sut.rows('select count(*)::int as n from units');
    expect(count!['n']).toBe(communities.length + 4);
  });
});
afterAll(() => at.sut.stop());

const importFile = (name: string, as: Caller = desk) => at.sut.ok(intake.importOrders, { fileName: name, file: file(name) }, as);

describe('the sample export', () => {
  test('comes in and counts what it must, by level, community and period', async () => {
    const startedAt = performance.now();
    const result = await importFile('12345-export.xlsx');
    const seconds = (performance.now() - startedAt) / 1000;
    console.info(`3207 rows imported in ${seconds.toFixed(1)} s`);
    expect(result).toMatchObject(expected.firstImport);

    const levels = await at.sut.rows('select level, count(*)::int as n from demands group by level');
    expect(Object.fromEntries(levels.map((row) => [row['level'], row['n']]))).toEqual(expected.byLevel);
    expect(await countsOfFacts()).toEqual(expected.byPeriodCommunity);
    const valid = Object.values(expected.byPeriodCommunity).reduce((sum, counts) => sum + counts['V']!, 0);
    const [done] = await at.sut.rows("select count(*)::int as n from events where type = $1 and payload->>'completedAt' is not null", [
      intakeEvents.demandImported.type,
    ]);
    const rows = await at.sut.rows('select state, cause, count(*)::int as n from callbacks group by state, cause order by state');
    expect(rows).toEqual([
      { state: 'RECORDED', cause: 'IMPORTED', n: valid },
      { state: 'UNREACHED', cause: 'IMPORTED', n: done!['n'] - valid },
    ]);
    // Nothing that is history starts a clock.
    expect(await at.sut.rows('select 1 from deadlines')).toHaveLength(0);
  });

  test('adds nothing the second time, and neither does its part in GB18030', async () => {
    const before = await at.sut.rows('select count(*)::int as n from events');
    expect(await importFile('12345-export.xlsx')).toMatchObject(expected.secondImport);
    const part = await importFile('12345-export.gb18030.csv');
    expect(part).toMatchObject({ rows: 400, accepted: 0 });
    expect(part.known + part.parked).toBe(400);
    expect(await at.sut.rows('select count(*)::int as n from events')).toEqual(before);
    const { rows } = await at.sut.ok(intake.listParkedRows, {}, desk);
    expect(rows.map(({ reasons }) => reasons).sort()).toEqual(
      [['来电时间“2026-13-99 25:61”不是有效的时间'], ['没有工单编号'], ['没有诉求内容']].sort(),
    );
  });

  test('keeps a formula as the text it is, columns nobody knows, and every chain whole', async () => {
    const { demands } = await at.sut.ok(intake.listDemands, { no: 'FH20260930999998' }, desk);
    const demand = await at.sut.ok(intake.getDemand, { id: demands[0]!.id }, desk);
    expect(demand.content).toContain('=HYPERLINK("http://127.0.0.1/x","点击")');
    const pool = createPool(at.sut.env['DATABASE_URL']!, 'intake', 'test', 2);
    const report = await verifyAudit(pool, ['demands', 'callbacks']);
    await pool.end();
    expect(report.broken).toEqual([]);
  });

  test('puts no caller and no home into its facts', async () => {
    const phones = await at.sut.rows("select 1 from events where payload::text ~ '\\m1[3-9][0-9]{9}\\M' limit 1");
    const homes = await at.sut.rows("select 1 from events where payload::text ~ '[0-9]室' limit 1");
    expect([phones, homes]).toEqual([[], []]);
  });
});

/** V, C, S, M, B and received by period and community, from the facts alone: a second way of counting. */
async function countsOfFacts() {
  const facts = await at.sut.rows('select payload from events where type = $1', [intakeEvents.demandImported.type]);
  const names = new Map((await at.sut.rows('select id, name from units')).map((row) => [row['id'] as string, row['name'] as string]));
  const counts: Record<string, Record<string, number>> = {};
  const of = (instant: string, communityId: string | null) => {
    const name = communityId === null ? '不详' : names.get(communityId)!.replace('社区', '');
    return (counts[`${periodOf(new Date(instant), BEIJING_PERIOD)}|${name}`] ??= { received: 0, V: 0, C: 0, S: 0, M: 0, B: 0 });
  };
  for (const { payload } of facts) {
    const { communityId } = payload.place;
    of(payload.receivedAt, communityId)['received']! += 1;
    const { callback } = payload;
    if (!callback?.valid) continue;
    const count = of(callback.answeredAt, communityId);
    count['V']! += 1;
    if (callback.contacted) count['C']! += 1;
    if (callback.solved) count['S']! += 1;
    if (callback.satisfaction === 'SATISFIED') count['M']! += 1;
    if (callback.satisfaction === 'BASICALLY_SATISFIED') count['B']! += 1;
  }
  return counts;
}

describe('a parked row', () => {
  test('is put right and comes in, is said again what is still wrong, and waits no more', async () => {
    const { rows } = await at.sut.ok(intake.listParkedRows, {}, desk);
    const row = rows.find(({ reasons }) => reasons[0] === '没有工单编号')!;
    expect(row.cells).toMatchObject({ 来电人: '马**', 来电人电话: '186****9310' });
    const again = await at.sut.ok(intake.retryParkedRow, { id: row.id, cells: { ...row.cells, 来电时间: '昨天' } }, desk);
    expect(again).toEqual({ outcome: 'parked', reasons: ['没有工单编号', '来电时间“昨天”不是有效的时间'] });
    const cells = { 工单编号: 'FH20260919777777', 来电时间: '2026-09-19 08:42:10' };
    expect(await at.sut.ok(intake.retryParkedRow, { id: row.id, cells }, desk)).toEqual({ outcome: 'accepted', reasons: [] });
    expect(await at.sut.refused(intake.retryParkedRow, { id: row.id, cells }, desk)).toBe('import.row-not-parked');
    // The caller was masked on the way out and is whole inside.
    const tracked = await at.sut.ok(
      intake.track,
      { streetId: 'qingyun', no: 'FH20260919777777', phoneTail: '9310' },
      { role: 'resident', scope: 'public' },
    );
    expect(tracked.no).toBe('FH20260919777777');
    expect(await importFile('12345-export.xlsx')).toMatchObject({ rows: 3207, accepted: 0, known: 3205, parked: 2 });
    const { imports } = await at.sut.ok(intake.listImports, {}, desk);
    expect(imports[0]).toMatchObject({ fileName: '12345-export.xlsx', rows: 3207, accepted: 0, known: 3205, parked: 2 });
    for (const { rows: all, accepted, known, parked } of imports) expect(accepted + known + parked).toBe(all);
    // A row waits with the import that brought it first; the one that was put right waits no more.
    expect(imports.reduce((sum, { waiting }) => sum + waiting, 0)).toBe(2);
    expect(imports.at(-1)!.waiting).toBe(2);
  });
});

describe('an export of another kind', () => {
  const profile = {
    id: 'district-desk',
    name: '区分中心导出',
    timeZone: 'Asia/Shanghai' as const,
    columns: {
      orderNo: ['流水号'],
      receivedAt: ['登记时间'],
      content: ['事由'],
      callerPhone: ['手机'],
      status: ['进度'],
      closedAt: ['完结'],
      community: ['居委会'],
    },
    required: ['orderNo', 'receivedAt', 'matter', 'community'],
    unknownPlace: ['-'],
    doneStates: ['完成'],
  };
  const text =
    '区分中心\n流水号,登记时间,事由,手机,进度,完结,居委会,经办人手记\nQ1,2026/9/9 9:05,路灯不亮,13511112222,处理中,,南岗里,家有病人\nQ2,2026/9/9 9:06,路灯不亮,,处理中,,,\n';

  test('needs its columns to be published, and no code', async () => {
    const input = { fileName: 'q.csv', file: csv(text), profile: profile.id };
    expect(await at.sut.refused(intake.importOrders, input, desk)).toBe('profile.unknown');
    await at.sut.ok(intake.putMappingProfile, profile, { role: 'administrator' });
    expect(await at.sut.ok(intake.importOrders, input, desk)).toMatchObject({ rows: 2, accepted: 1, known: 0, parked: 1 });
    const { demands } = await at.sut.ok(intake.listDemands, { no: 'Q1' }, desk);
    expect(demands[0]).toMatchObject({ level: 'N', category: ['未分类', '未分类', '未分类'], receivedAt: '2026-09-09T09:05:00+08:00' });
    const { rows } = await at.sut.ok(intake.listParkedRows, {}, desk);
    expect(rows.find(({ cells }) => cells['流水号'] === 'Q2')!.reasons).toEqual(['没有居委会']);
  });

  test('whose phone column has a header nobody knows: the caller tracks the matter and is found by phone', async () => {
    const other =
      '流水号,登记时间,事由,主叫,居委会,经办人手机\nQ8,2026/9/9 9:05,井盖松动,135-1111-3333,南岗里,13511114444\nQ9,2026/9/9 9:06,井盖松动,,南岗里,13511114444\n';
    const input = { fileName: 'q.csv', file: csv(other), profile: profile.id };
    expect(await at.sut.ok(intake.importOrders, input, desk)).toMatchObject({ rows: 2, accepted: 2, parked: 0 });
    const track = (no: string, phoneTail: string) => at.sut.ok(intake.track, { streetId: 'qingyun', no, phoneTail }, resident);
    expect(await track('Q8', '3333')).toMatchObject({ no: 'Q8' });
    const copy = await at.sut.ok(
      personalData.exportPerson,
      { phone: '13511113333', identityCheck: '核对身份证与来电号码' },
      { role: 'section_chief' },
    );
    expect(copy.demands.map(({ no }) => no)).toEqual(['Q8']);
    // The staff's number is nobody's way in.
    for (const no of ['Q8', 'Q9']) await expect(track(no, '4444')).rejects.toThrow('tracking.not-found');
  });

  test.each([
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex').toString('base64'), 'file.old-excel'],
    ['a table without the columns', csv('a,b\n1,2\n'), 'file.no-header'],
    ['no table at all', Buffer.from('7f454c4600000000', 'hex').toString('base64'), 'file.unreadable'],
  ])('is refused when it is %s', async (_, content, code) => {
    expect(await at.sut.refused(intake.importOrders, { fileName: 'x', file: content }, desk)).toBe(code);
  });
});

describe('an imported order', () => {
  test('that stands open is followed like any other', async () => {
    const [open] = await at.sut.rows(
      "select payload, aggregate_id as id from events where type = $1 and payload->>'completedAt' is null order by aggregate_id limit 1",
      [intakeEvents.demandImported.type],
    );
    const { orderId, no, category, place, receivedAt, dueAt } = open!['payload'];
    await at.sut.tell(
      dispatchEvents.imported,
      { demandId: open!['id'], no, state: 'HANDLING', leadUnitId: at.units.heating, category, place, receivedAt, dueAt, completedAt: null },
      { aggregateId: orderId, version: 1 },
    );
    const asUnit = { role: 'department_handler' as const, scope: 'concerned' as const, unitIds: [at.units.heating] };
    const { demands } = await eventually(async () => {
      const found = await at.sut.ok(intake.listDemands, {}, asUnit);
      expect(found.demands).toHaveLength(1);
      return found;
    });
    expect(demands[0]).toMatchObject({ no, orderState: 'HANDLING' });
  });

  test('that stands open past its due time is called back from the import on; one that is due later is not yet', async () => {
    const rows = await at.sut.rows(
      "select payload, aggregate_id as id from events where type = $1 and payload->>'completedAt' is null order by aggregate_id offset 1 limit 2",
      [intakeEvents.demandImported.type],
    );
    const tell = (row: (typeof rows)[number], dueAt: string) => {
      const { orderId, no, category, place, receivedAt } = row['payload'];
      return at.sut.tell(
        dispatchEvents.imported,
        { demandId: row['id'], no, state: 'HANDLING', leadUnitId: at.units.heating, category, place, receivedAt, dueAt, completedAt: null },
        { aggregateId: orderId, version: 1 },
      );
    };
    const [late, early] = rows as [(typeof rows)[number], (typeof rows)[number]];
    await tell(early, new Date(Date.now() + 86_400_000).toISOString());
    await tell(late, new Date(Date.now() - 13 * 86_400_000).toISOString());
    const opened = await eventually(async () => {
      const found = await at.sut.rows('select demand_id, cause, state, due_at, opened_at from callbacks where demand_id = any($1)', [
        [late['id'], early['id']],
      ]);
      expect(found).toHaveLength(1);
      return found;
    });
    expect(opened[0]).toMatchObject({ demand_id: late['id'], cause: 'DUE', state: 'OPEN' });
    const [clock] = await at.sut.rows(
      `select d.code, d.state, d.started_at > now() - interval '1 minute' as from_now from deadlines d join callbacks c on c.id = d.subject_id where c.demand_id = $1`,
      [late['id']],
    );
    expect(clock).toEqual({ code: 'CALLBACK_DUE', state: 'armed', from_now: true });
  });
});
