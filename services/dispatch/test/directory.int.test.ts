import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  dispatch,
  disputes,
  registryEvents,
  type Category,
  type Decision,
  type DemandType,
  type DirectoryRow,
  type Level,
  type PlaceRef,
} from '@wufang/contracts';
import { addDays, atBeijing } from '@wufang/kernel';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { indexDirectory, match } from '../src/domain/directory.js';
import { dispatchParts } from '../src/parts.js';
import { administrator, directoryCsv, forward, heating, history, idOf, leaking, nangangli, openStreet, returnLegs } from './street.js';
import { travelTo } from './time-travel.js';

interface Stored {
  category: Category;
  demand_type: DemandType;
  given_level: Level;
  place: PlaceRef;
  decision: Decision;
}

let sut: ServiceUnderTest;
const streetOf = (streetId: string) => ({ ...administrator, accountId: 'wang', streetId });
/** A Friday in the heating season. */
const today = '2026-11-20';
const day = (offset: number) => addDays(today, offset);

beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
}, 120_000);
beforeEach(() => travelTo(sut, `${today}T10:00+08:00`));
afterAll(() => sut?.stop());

/** A street at work by the sample directory, version 1. */
async function open(streetId: string) {
  await openStreet(sut, { streetId });
  await sut.ok(dispatch.publishDirectoryCsv, { fileName: 'd.csv', file: directoryCsv.toString('base64') }, streetOf(streetId));
  return streetOf(streetId);
}

/** In the heating season the power company leads in 南岗里一区. */
const seasonal = (): DirectoryRow => ({
  ...{ id: 'season', category: heating, place: { kind: 'ESTATE', id: idOf('南岗里一区') } },
  times: { season: { from: '11-15', to: '03-15' } },
  lead: { kind: 'UNIT', unitId: idOf('供电公司') },
  coUnits: [{ kind: 'COMMUNITY' }],
  duties: ['EMERG_FEEDBACK'],
  ...{ communityMayLead: false, source: '供暖季保障方案' },
});

async function orderOf(streetId: string, part: Parameters<typeof forward>[1] = {}) {
  const { orderId } = await forward(sut, { category: heating, place: nangangli, ...part }, streetId);
  return sut.ok(dispatch.getWorkOrder, { id: orderId }, streetOf(streetId));
}

describe('a row that names a place', () => {
  test('is told and refused where no demand could ever meet it; the point is registered, and it may be published', async () => {
    const wang = await open('places');
    const building = randomUUID();
    await forward(sut, { category: heating, place: { ...nangangli, point: '锅炉房东侧' } }, 'places');
    const id = randomUUID();
    await sut.ok(dispatch.openDraft, { id, title: '点位和楼栋' }, wang);
    const at = (rowId: string, place: NonNullable<DirectoryRow['place']>): DirectoryRow => ({
      ...{ id: rowId, category: heating, place, lead: { kind: 'UNIT', unitId: idOf('热力集团') }, communityMayLead: false, source: '试验' },
    });
    const rows = [
      at('point', { kind: 'POINT', id: '南岗里换热站' }),
      at('heard', { kind: 'POINT', id: '锅炉房东侧' }),
      at('building', { kind: 'BUILDING', id: building }),
    ];
    await sut.ok(dispatch.editDraft, { id, edits: rows.map((row) => ({ op: 'add' as const, row })) }, wang);
    const told = async () => {
      const { mayBePublished, findings } = await sut.ok(dispatch.checkDraft, { id }, wang);
      const about = findings.filter(({ rows: [row] }) => row && ['point', 'heard', 'building'].includes(row.id));
      return { mayBePublished, about: about.map(({ kind, severity, rows: [row] }) => `${severity} ${kind} ${row!.id}`) };
    };
    const errors = ['error PLACE_UNKNOWN point', 'error PLACE_UNKNOWN building'];
    expect(await told()).toEqual({ mayBePublished: false, about: [...errors, 'warning POINT_BY_HEARSAY heard'] });
    expect(await sut.ask(dispatch.publishDraft, { id, reason: '试验' }, wang)).toMatchObject({
      problem: {
        code: 'directory.invalid',
        detail: expect.stringMatching(
          /点位“南岗里换热站”没有登记，也没有诉求提到过，任何诉求都匹配不到；请先登记点位.*（building）的楼没有登记/,
        ),
      },
    });

    const where = { communityId: nangangli.communityId, estateId: nangangli.estateId, buildingId: null, stairwell: null };
    for (const [code, name] of [
      ['P1', '南岗里换热站'],
      ['P2', '锅炉房东侧'],
    ] as const)
      await sut.tell(
        registryEvents.placeRegistered,
        { code, name, ...where },
        { aggregateId: randomUUID(), version: 1, streetId: 'places' },
      );
    await sut.tell(
      registryEvents.buildingRegistered,
      { id: building, estateId: nangangli.estateId, name: '1号楼', stairwells: 3, floors: 6, hasLift: false },
      { aggregateId: building, version: 1, streetId: 'places' },
    );
    await eventually(async () => expect(await told()).toEqual({ mayBePublished: true, about: [] }));
    expect(await sut.ok(dispatch.publishDraft, { id, reason: '已登记' }, wang)).toMatchObject({ version: 2 });
  });
});

describe('the directory is changed by drafts', () => {
  test('an administrator drafts, tries, is refused, mends, publishes from tomorrow; tomorrow comes by itself; then it is rolled back', async () => {
    const wang = await open('qingyun');
    for (let i = 0; i < 12; i++) await forward(sut, { category: heating, place: nangangli });
    for (let i = 0; i < 3; i++) await forward(sut, { category: leaking, place: nangangli });

    const id = randomUUID();
    expect(await sut.ok(dispatch.openDraft, { id, title: '供暖季改由供电公司' }, wang)).toMatchObject({
      basedOn: 1,
      rows: 24,
      state: 'OPEN',
    });
    await sut.ok(
      dispatch.editDraft,
      {
        id,
        edits: [
          { op: 'add', row: seasonal(), before: '9' },
          { op: 'add', row: { ...seasonal(), id: 'also', lead: { kind: 'UNIT', unitId: idOf('热力集团') } } },
        ],
      },
      wang,
    );

    // What would have gone elsewhere.
    const tried = await sut.ok(dispatch.dryRunDraft, { id }, wang);
    expect(tried).toMatchObject({ orders: 15, same: 3, elsewhere: 12 });
    expect(tried.moves).toEqual([expect.objectContaining({ from: '热力集团', to: '供电公司', orders: 12, ruleIds: ['season'] })]);
    expect(tried.moves[0]!.examples).toHaveLength(5);
    expect(tried.units).toEqual([
      expect.objectContaining({ name: '热力集团', before: 12, after: 0 }),
      expect.objectContaining({ name: '供电公司', before: 0, after: 12 }),
    ]);

    // A row that begins later sends nothing of what there was, unless one asks as if it were in force.
    const later = { ...seasonal(), times: { ...seasonal().times, from: '2099-01-01' } };
    await sut.ok(dispatch.editDraft, { id, edits: [{ op: 'replace', row: later }] }, wang);
    expect(await sut.ok(dispatch.dryRunDraft, { id }, wang)).toMatchObject({ orders: 15, elsewhere: 0, moves: [] });
    expect((await sut.ok(dispatch.dryRunDraft, { id, asIfInForce: true }, wang)).moves).toEqual(tried.moves);
    await sut.ok(dispatch.editDraft, { id, edits: [{ op: 'replace', row: seasonal() }] }, wang);

    // Two rows that cannot be told apart are not published.
    const checked = await sut.ok(dispatch.checkDraft, { id }, wang);
    expect(checked.mayBePublished).toBe(false);
    expect(checked.findings[0]).toMatchObject({ kind: 'TIE', severity: 'error', rows: [{ id: 'season' }, { id: 'also' }] });
    expect(await sut.ask(dispatch.publishDraft, { id, reason: '供暖季' }, wang)).toMatchObject({
      problem: { code: 'directory.invalid', detail: expect.stringMatching(/第9行（season）与第26行（also）同样具体，无法区分/) },
    });
    expect((await sut.ok(dispatch.getDirectory, {}, wang)).version).toBe(1);

    await sut.ok(dispatch.editDraft, { id, edits: [{ op: 'remove', id: 'also' }] }, wang);
    expect((await sut.ok(dispatch.checkDraft, { id }, wang)).mayBePublished).toBe(true);
    const { changes } = await sut.ok(dispatch.getDraft, { id }, wang);
    expect(changes.map(({ change, text }) => [change, text])).toEqual([
      ['added', expect.stringMatching(/^新增第9行（season）：.*由供电公司主办、所属社区协办$/)],
    ]);

    // Published from tomorrow; today goes by the old one.
    expect(await sut.ok(dispatch.publishDraft, { id, from: day(1), reason: '供暖季保障' }, wang)).toEqual({
      ...{ version: 2, rows: 25, from: atBeijing(day(1), '00:00').toISOString() },
    });
    expect(await orderOf('qingyun')).toMatchObject({ leadUnitId: idOf('热力集团'), decision: { directoryVersion: 1 } });
    const waiting = await sut.ok(dispatch.listDirectoryVersions, {}, wang);
    expect(waiting.versions.map(({ version, state }) => [version, state])).toEqual([
      [2, 'SCHEDULED'],
      [1, 'IN_FORCE'],
    ]);

    // Tomorrow, and nobody has done anything.
    await travelTo(sut, `${day(1)}T00:00+08:00`);
    const order = await orderOf('qingyun');
    expect(order).toMatchObject({ leadUnitId: idOf('供电公司'), coUnitIds: [idOf('南岗里社区'), idOf('远征集团三院')] });
    expect(order.decision).toMatchObject({ directoryVersion: 2, ruleIds: expect.arrayContaining(['season']), duties: ['EMERG_FEEDBACK'] });
    expect(order.decision.reason).toMatch(
      /^分类“水电气热\/供暖\/暖气不热”按派单目录第9行（第2版，每年11月15日至次年3月15日）由供电公司主办、南岗里社区协办；.*按目录另计时限：紧急反馈。$/,
    );
    expect(order.clocks.map(({ code }) => code)).toContain('EMERG_FEEDBACK');
    expect((await sut.ok(dispatch.getDirectory, {}, wang)).version).toBe(2);

    // Back again, as a version of its own.
    expect(await sut.ok(dispatch.rollBackDirectory, { version: 1, reason: '供电公司无供暖职责' }, wang)).toMatchObject({
      version: 3,
      rows: 24,
    });
    expect(await orderOf('qingyun')).toMatchObject({ leadUnitId: idOf('热力集团'), decision: { directoryVersion: 3 } });
    const { versions } = await sut.ok(dispatch.listDirectoryVersions, {}, wang);
    expect(
      versions.map(({ version, state, reason, publishedBy, rollsBackTo }) => [version, state, reason, publishedBy, rollsBackTo]),
    ).toEqual([
      [3, 'IN_FORCE', '供电公司无供暖职责', 'wang', 1],
      [2, 'PAST', '供暖季保障', 'wang', null],
      [1, 'PAST', '以表格发布', 'wang', null],
    ]);
    expect(versions[0]!.rowsHash).toBe(versions[2]!.rowsHash);
    // What a table is about is told with it, each path once: the category tree must keep it.
    const [told] = await sut.rows<{ categories: string[][] }>(
      `select payload->'categories' as categories from events where type = 'dispatch.directory.published.v1' and street_id = 'qingyun' and (payload->>'directoryVersion')::int = 3`,
    );
    expect(told!.categories).toContainEqual(['水电气热', '供暖', '暖气不热']);
    expect(new Set(told!.categories.map(String)).size).toBe(told!.categories.length);
    const between = await sut.ok(dispatch.diffDirectory, { from: 2, to: 3 }, wang);
    expect(between.changes).toEqual([expect.objectContaining({ change: 'removed', id: 'season' })]);
  }, 60_000);

  test('what was decided can be decided again from what is stored', async () => {
    const orders = await sut.rows<Stored>(
      `select category, demand_type, given_level, place, decision from work_orders where street_id = 'qingyun'`,
    );
    expect(orders.length).toBeGreaterThan(15);
    for (const { decision, category, demand_type: demandType, given_level: level, place } of orders) {
      const { version, rows } = await sut.ok(dispatch.getDirectory, { version: decision.directoryVersion }, streetOf('qingyun'));
      const facts = { category, demandType, level, ...place, estateType: 'SGYY' as const, at: new Date(decision.decidedAt!) };
      expect(match(indexDirectory(version, rows), facts)[0]?.row.id).toBe(decision.ruleIds[0]);
    }
    expect(await sut.refused(dispatch.getDirectory, { version: 9 }, streetOf('qingyun'))).toBe('object.not-found');
  });

  test('an invalid row is refused, not silently left out', async () => {
    const wang = await open('invalid');
    const id = randomUUID();
    await sut.ok(dispatch.openDraft, { id, title: '无效行' }, wang);
    const never = { ...seasonal(), times: { from: '2026-04-01', to: '2026-10-31', season: { from: '11-15', to: '03-15' } } };
    const gone = { ...seasonal(), id: 'gone', times: {}, coUnits: [{ kind: 'UNIT' as const, unitId: randomUUID() }] };
    await sut.ok(
      dispatch.editDraft,
      {
        id,
        edits: [
          { op: 'add', row: never },
          { op: 'add', row: gone },
        ],
      },
      wang,
    );
    const refused = await sut.ask(dispatch.publishDraft, { id, reason: '试一试' }, wang);
    expect(refused).toMatchObject({ problem: { code: 'directory.invalid' } });
    const { detail } = (refused as { problem: { detail: string } }).problem;
    expect(detail).toMatch(/第25行（season）.*永远轮不到.*第26行（gone）的协办单位没有登记/);
    expect((await sut.ok(dispatch.listDirectoryVersions, {}, wang)).versions).toHaveLength(1);
    expect((await history(sut, id)).map(({ type }) => type.replace('dispatch.directory-draft.', ''))).toEqual(['opened', 'edited']);
  });

  test('a version that waits is not overtaken in silence: it is withdrawn first', async () => {
    const wang = await open('waiting');
    const { rows } = await sut.ok(dispatch.getDirectory, {}, wang);
    await sut.ok(dispatch.publishDirectory, { rows, from: day(2), reason: '后天施行' }, wang);
    expect(await sut.ask(dispatch.publishDirectory, { rows, reason: '急改' }, wang)).toMatchObject({
      problem: { code: 'directory.later-version-waits', detail: expect.stringContaining(`第2版将于 ${day(2)} 00:00 起施行`) },
    });
    expect(await sut.refused(dispatch.publishDirectory, { rows, from: day(-1), reason: '补发' }, wang)).toBe('directory.from-past');
    expect(await sut.refused(dispatch.withdrawDirectory, { version: 1, reason: '不要了' }, wang)).toBe('directory.not-scheduled');
    await sut.ok(dispatch.withdrawDirectory, { version: 2, reason: '先急改' }, wang);
    expect(await sut.ok(dispatch.publishDirectory, { rows, reason: '急改' }, wang)).toMatchObject({ version: 3 });
    await travelTo(sut, `${day(3)}T10:00+08:00`);
    expect((await orderOf('waiting')).decision.directoryVersion).toBe(3);
    const { versions } = await sut.ok(dispatch.listDirectoryVersions, {}, wang);
    expect(versions[1]).toMatchObject({ version: 2, state: 'WITHDRAWN', withdrawn: { by: 'wang', reason: '先急改' } });
  });

  test('a draft of yesterday does not undo what was published meanwhile: its changes are carried over', async () => {
    const wang = await open('two-hands');
    const [mine, theirs] = [randomUUID(), randomUUID()];
    for (const [id, key] of [
      [mine, 'mine'],
      [theirs, 'theirs'],
    ] as const) {
      await sut.ok(dispatch.openDraft, { id, title: `草稿 ${key}` }, wang);
      const level = key === 'mine' ? ('E' as const) : ('N' as const);
      await sut.ok(dispatch.editDraft, { id, edits: [{ op: 'add', row: { ...seasonal(), id: key, level } }] }, wang);
    }
    await sut.ok(dispatch.publishDraft, { id: theirs, reason: '先到' }, wang);
    expect(await sut.refused(dispatch.publishDraft, { id: mine, reason: '后到' }, wang)).toBe('directory.draft-outdated');
    expect(await sut.ok(dispatch.rebaseDraft, { id: mine }, wang)).toMatchObject({ basedOn: 2, rows: 26 });
    expect(await sut.ok(dispatch.publishDraft, { id: mine, reason: '后到' }, wang)).toMatchObject({ version: 3, rows: 26 });
    expect(await sut.refused(dispatch.editDraft, { id: mine, edits: [{ op: 'remove', id: 'mine' }] }, wang)).toBe('directory.draft-closed');
    expect((await sut.ok(dispatch.listDrafts, { state: 'PUBLISHED' }, wang)).drafts.map(({ publishedAs }) => publishedAs).sort()).toEqual([
      2, 3,
    ]);
  });

  test('a directory goes out as a table, is edited there and comes back', async () => {
    const wang = await open('tables');
    const id = randomUUID();
    await sut.ok(dispatch.openDraft, { id, title: '用表格改' }, wang);
    await sut.ok(dispatch.editDraft, { id, edits: [{ op: 'add', row: seasonal() }] }, wang);
    const before = await sut.ok(dispatch.getDraft, { id }, wang);
    for (const format of ['xlsx', 'csv'] as const) {
      const table = await sut.ok(dispatch.exportDraft, { id, format }, wang);
      expect(table.fileName).toBe(`派单目录草稿 用表格改.${format}`);
      await sut.ok(dispatch.importDraft, { id, ...table }, wang);
      expect((await sut.ok(dispatch.getDraft, { id }, wang)).rows).toEqual(before.rows);
    }
    const csv = Buffer.from((await sut.ok(dispatch.exportDirectory, { format: 'csv' }, wang)).file, 'base64').toString();
    const edited = csv.replace(/^9,.*\r\n/m, '');
    await sut.ok(dispatch.importDraft, { id, fileName: 'd.csv', file: Buffer.from(edited).toString('base64') }, wang);
    expect((await sut.ok(dispatch.getDraft, { id }, wang)).changes).toEqual([expect.objectContaining({ change: 'removed', id: '9' })]);
    const old = Buffer.from('d0cf11e0a1b11ae1', 'hex').toString('base64');
    expect(await sut.refused(dispatch.importDraft, { id, fileName: 'd.xls', file: old }, wang)).toBe('file.old-excel');
  });

  test('nobody finds the draft of another street, and a discarded one stays closed', async () => {
    const wang = await open('mine');
    const id = randomUUID();
    await sut.ok(dispatch.openDraft, { id, title: '弃用' }, wang);
    expect(await sut.refused(dispatch.getDraft, { id }, streetOf('qingyun'))).toBe('object.not-found');
    expect(await sut.refused(dispatch.checkDraft, { id }, streetOf('qingyun'))).toBe('object.not-found');
    expect(await sut.refused(dispatch.openDraft, { id, title: '同一编号' }, wang)).toBe('directory.draft-exists');
    expect(await sut.ok(dispatch.discardDraft, { id, reason: '不改了' }, wang)).toMatchObject({ state: 'DISCARDED' });
    expect(await sut.refused(dispatch.publishDraft, { id, reason: '又要了' }, wang)).toBe('directory.draft-closed');
  });
});

describe('how the rows of the directory do', () => {
  test('orders that objections moved on speak for another lead; the change is drafted and explained, not made', async () => {
    const wang = await open('statistics');
    const handler: Caller = { role: 'firm_handler', streetId: 'statistics', scope: 'lead', unitIds: [idOf('热力集团')] };
    const sewer = idOf('排水集团二分公司');
    for (let i = 0; i < 5; i++) {
      const { orderId } = await forward(sut, { category: heating, place: nangangli }, 'statistics');
      if (i < 3) {
        const objection = { reason: 'OTHER_UNIT_IN_CHARGE' as const, text: '管道漏水，不是供热的事' };
        const { id: disputeId } = await sut.ok(disputes.raiseDispute, { id: orderId, ...objection }, handler);
        const upheld = { id: orderId, disputeId, leadUnitId: sewer, text: '经核对职责清单，意见成立' };
        await sut.ok(disputes.upholdDispute, upheld, { role: 'section_chief', streetId: 'statistics' });
      } else {
        await sut.ok(dispatch.accept, { id: orderId }, handler);
        await sut.ok(dispatch.recordFirstContact, { id: orderId }, handler);
        await returnLegs(sut, orderId, 'statistics');
        await sut.ok(dispatch.complete, { id: orderId, publicText: '暖气已经热了', evidence: '测温记录' }, handler);
      }
    }
    await forward(sut, { category: leaking, place: nangangli }, 'statistics');

    const { rules } = await sut.ok(dispatch.ruleStatistics, {}, wang);
    expect(rules).toHaveLength(2);
    expect(rules[0]).toEqual({
      ...{ directoryVersion: 1, ruleId: '9', orders: 5, settled: 5, settledByFirst: 2, hops: { mean: 1.6, max: 2 } },
      ...{ firstDispatchAccuracy: 0.4, objected: 3, objectionRate: 0.6, upheld: 3, rejected: 0, objectionSuccess: 1 },
      endedElsewhere: [{ unitId: sewer, orders: 3 }],
    });
    expect((await sut.ok(dispatch.ruleStatistics, { ruleId: '1' }, wang)).rules).toMatchObject([{ ruleId: '1', orders: 1 }]);
    expect((await sut.ok(dispatch.ruleStatistics, { to: day(-1) }, wang)).rules).toEqual([]);

    const id = randomUUID();
    const { draft, suggestions } = await sut.ok(dispatch.draftFromStatistics, { id }, wang);
    const text = '第9行（9）派出并有结果的 5 件中，3 件最后归排水集团二分公司办理，建议改由排水集团二分公司主办';
    expect(suggestions).toEqual([{ ruleId: '9', isDrafted: true, text }]);
    expect(draft).toMatchObject({ id, state: 'OPEN', basedOn: 1 });
    const { changes } = await sut.ok(dispatch.getDraft, { id }, wang);
    expect(changes.map((change) => change.text)).toEqual([expect.stringContaining('主办由“热力集团”改为“排水集团二分公司”')]);
    expect((await sut.ok(dispatch.dryRunDraft, { id }, wang)).moves).toMatchObject([
      { from: '热力集团', to: '排水集团二分公司', orders: 5 },
    ]);
    expect((await sut.ok(dispatch.getDirectory, {}, wang)).version).toBe(1);

    // Once it is published the old orders are not held against the new row.
    await sut.ok(dispatch.publishDraft, { id, reason: '依统计' }, wang);
    expect(await sut.ok(dispatch.draftFromStatistics, { id: randomUUID() }, wang)).toEqual({ draft: null, suggestions: [] });
  });
});
