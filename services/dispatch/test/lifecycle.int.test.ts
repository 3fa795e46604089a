import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { clocks, dispatch, supervision } from '@wufang/contracts';
import { beijingDate } from '@wufang/kernel';
import { eventually, ServiceUnderTest } from '@wufang/testing';
import readXlsx from 'read-excel-file/node';
import { migrations } from '../src/db/migrations/index.js';
import { isOrdersLimit } from '../src/domain/duties.js';
import { dispatchParts } from '../src/parts.js';
import {
  administrator,
  answer,
  directoryCsv,
  forward,
  heating,
  history,
  idOf,
  leadOf,
  leaking,
  nangangli,
  noWhere,
  openStreet,
  photoOf,
  returnLegs,
  stateOf,
} from './street.js';

let sut: ServiceUnderTest;
const firm = leadOf('远征物业');
const words = { publicText: '已派维修人员上门处理' };
const done = { publicText: '屋面防水已经修好，雨后再来看', evidence: '维修单与照片' };

beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  await openStreet(sut);
  await sut.ok(dispatch.publishDirectoryCsv, { fileName: 'directory.csv', file: directoryCsv.toString('base64') }, administrator);
}, 120_000);
afterAll(() => sut?.stop());

async function handled(part: Parameters<typeof forward>[1] = {}) {
  const demand = await forward(sut, part);
  await sut.ok(dispatch.accept, { id: demand.orderId }, firm);
  await sut.ok(dispatch.recordFirstContact, { id: demand.orderId }, firm);
  await returnLegs(sut, demand.orderId);
  return demand;
}

describe('a work order', () => {
  test('of something new after the close links to the earlier demand’s order, for those who may see that one', async () => {
    const earlier = await forward(sut, { category: heating, place: noWhere });
    const { orderId: id } = await forward(sut, { category: leaking, earlierDemandId: earlier.demandId });
    const seen = await sut.ok(dispatch.getWorkOrder, { id }, administrator);
    expect(seen.earlierOrder).toEqual({ id: earlier.orderId, no: earlier.payload.no, state: 'DISPATCHED' });
    expect(await sut.ok(dispatch.getWorkOrder, { id }, firm)).toMatchObject({ id, earlierOrder: null });
    expect(await sut.ok(dispatch.getWorkOrder, { id: earlier.orderId }, administrator)).toMatchObject({ earlierOrder: null });
  });

  test('goes from dispatch over handling and callback to its close', async () => {
    const demand = await forward(sut, { category: leaking });
    const seen = await sut.ok(dispatch.getWorkOrder, { id: demand.orderId }, administrator);
    expect(seen).toMatchObject({
      state: 'DISPATCHED',
      level: 'N',
      leadUnitId: idOf('远征物业'),
      coUnitIds: [idOf('远征集团三院')],
      decision: {
        directoryVersion: 1,
        reason: '分类“物业管理/房屋维修/房屋漏雨渗水”按派单目录第1行（第1版）由远征物业主办；该小区为三供一业，产权单位远征集团三院协办。',
      },
    });
    expect(seen.clocks.map(({ code }) => code).sort()).toEqual(['ACCEPT', 'NORMAL', 'PROGRESS']);
    expect(seen.dueAt).toBe(seen.clocks.find(({ code }) => code === 'NORMAL')!.dueAt);

    expect((await sut.ok(dispatch.accept, { id: demand.orderId }, firm)).state).toBe('ACCEPTED');
    expect((await sut.ok(dispatch.recordFirstContact, { id: demand.orderId, note: '约好明早上门' }, firm)).state).toBe('HANDLING');
    await sut.ok(dispatch.checkIn, { id: demand.orderId, point: '3号楼顶层', photoId: idOf('photo') }, firm);
    await sut.ok(dispatch.giveFeedback, { id: demand.orderId, ...words }, firm);
    await sut.ok(dispatch.reportProgress, { id: demand.orderId, publicText: '防水材料已经进场' }, firm);
    await returnLegs(sut, demand.orderId);
    const completed = await sut.ok(dispatch.complete, { id: demand.orderId, ...done }, { ...firm, accountId: 'li' });
    expect(completed.state).toBe('COMPLETED');
    // Only the look at the place is still owed.
    expect(await sut.rows(`select code from deadlines where subject_id = $1 and state = 'armed'`, [demand.orderId])).toEqual([
      { code: 'GRID_VERIFY' },
    ]);

    const callbackId = await answer(sut, demand);
    await stateOf(sut, demand.orderId, 'CLOSED_SOLVED');
    const told = await history(sut, demand.orderId);
    expect(told.map(({ type }) => type)).toEqual([
      ...[
        'dispatched',
        'accepted',
        'contacted',
        'checked-in',
        'fed-back',
        'progressed',
        'co-unit-done',
        'completed',
        'closed',
        'watching-began',
      ],
    ]);
    expect(told[0]!.payload).toMatchObject({ demandId: demand.demandId });
    expect(told[7]!.payload).toMatchObject({ round: 1, handledBy: 'li' });
    expect(told[8]!.payload).toMatchObject({ basis: 'CONFIRMED', callbackId });

    const end = await sut.ok(dispatch.getWorkOrder, { id: demand.orderId }, administrator);
    expect(end.closeBasis).toBe('CONFIRMED');
    expect(end.timeline[2]!.facts).toMatchObject({ note: '约好明早上门' });
    expect(end.timeline[3]!.facts).toMatchObject({ photoIds: [idOf('photo')] });
    expect(end.timeline[7]).toMatchObject({ publicText: done.publicText, actor: 'li', facts: { note: done.evidence } });
    expect(end.clocks.every(({ state, isOverdue }) => state === 'stopped' && !isOverdue)).toBe(true);
  });

  test('what was dispatched on a day is handed out for the district, as it was dispatched', async () => {
    const { orderId } = await forward(sut);
    const sent = await sut.ok(dispatch.getWorkOrder, { id: orderId }, administrator);
    const on = beijingDate(new Date(sent.dispatchedAt));
    const { file, fileName, rows, isCut } = await sut.ok(dispatch.exportDispatched, { on }, { role: 'phone_desk' });
    const [sheet] = (await readXlsx(Buffer.from(file, 'base64'))) as unknown as { data: unknown[][] }[];
    const [head, ...lines] = sheet!.data;
    expect([fileName, isCut, lines.length]).toEqual([`派单抄送-${on}.xlsx`, false, rows]);
    const line = Object.fromEntries(head!.map((column, i) => [column, lines.find((one) => one[0] === sent.no)![i]]));
    expect(line).toMatchObject({ 主办单位: '远征物业', 社区: '南岗里社区', 小区: '南岗里一区', 派单依据: sent.decision.reason });
    expect(await sut.ok(dispatch.exportDispatched, { on: '2020-01-01' }, { role: 'phone_desk' })).toMatchObject({ rows: 0 });
  });

  test('the citizen’s clock is that of the first receipt, the unit’s that of the dispatch', async () => {
    const receivedAt = new Date(Date.now() - 3 * 3_600_000).toISOString();
    const { orderId } = await forward(sut, { receivedAt });
    const seen = await sut.ok(dispatch.getWorkOrder, { id: orderId }, administrator);
    expect(seen.receivedAt).toBe(receivedAt);
    expect(Date.parse(seen.dispatchedAt)).toBeGreaterThan(Date.now() - 60_000);
    expect(seen.clocks.map(({ startedAt }) => startedAt)).toEqual(seen.clocks.map(() => seen.dispatchedAt));
  });

  test('a feedback before the first contact is one', async () => {
    const { orderId } = await forward(sut);
    await sut.ok(dispatch.accept, { id: orderId }, firm);
    expect((await sut.ok(dispatch.checkIn, { id: orderId, point: '3号楼' }, firm)).state).toBe('ACCEPTED');
    expect((await sut.ok(dispatch.giveFeedback, { id: orderId, ...words }, firm)).state).toBe('HANDLING');
    expect((await history(sut, orderId)).map(({ type }) => type).slice(-2)).toEqual(['contacted', 'fed-back']);
    const clocks = await sut.rows<{ state: string }>(`select state from deadlines where subject_id = $1 and code = 'FIRST_CONTACT'`, [
      orderId,
    ]);
    expect(clocks).toEqual([{ state: 'stopped' }]);
  });

  test('the time to be on site of a utility’s work ends with place and photo; without a photo it runs on', async () => {
    const { orderId: id, demandId } = await forward(sut, { category: heating, level: 'U', demandType: 'HELP' });
    const { leadUnitId } = await sut.ok(dispatch.getWorkOrder, { id }, administrator);
    const crew = { ...leadOf(''), unitIds: [leadUnitId] };
    await sut.ok(dispatch.accept, { id }, crew);
    const photoId = await photoOf(sut, demandId);
    const onSite = async () =>
      (await sut.rows<{ state: string }>(`select state from deadlines where subject_id = $1 and code = 'UTIL_ONSITE'`, [id]))[0]!.state;
    await sut.ok(dispatch.checkIn, { id, point: '3号楼热力小室' }, crew);
    expect(await onSite()).toBe('armed');
    await sut.ok(dispatch.checkIn, { id, point: '3号楼热力小室', photoId }, crew);
    expect(await onSite()).toBe('stopped');
    expect((await history(sut, id)).filter(({ type }) => type === 'checked-in').map(({ payload }) => payload['hasPhoto'])).toEqual([
      false,
      true,
    ]);
  });

  test('a feedback and a check-in move no clock but their own', async () => {
    const { orderId } = await handled();
    const before = await sut.rows('select id, due_at, state, version from deadlines where subject_id = $1 order by id', [orderId]);
    await sut.ok(dispatch.checkIn, { id: orderId, point: '3号楼' }, firm);
    await sut.ok(dispatch.giveFeedback, { id: orderId, ...words }, firm);
    expect(await sut.rows('select id, due_at, state, version from deadlines where subject_id = $1 order by id', [orderId])).toEqual(before);
  });

  test('a progress report starts the next period and touches nothing else', async () => {
    const { orderId } = await handled();
    await sut.ok(dispatch.reportProgress, { id: orderId, publicText: '防水材料已经进场' }, firm);
    const clocks = await sut.rows<{ code: string; state: string }>(
      'select code, state from deadlines where subject_id = $1 order by started_at, code, state',
      [orderId],
    );
    expect(clocks.filter(({ code }) => code === 'PROGRESS').map(({ state }) => state)).toEqual(['stopped', 'armed']);
    expect(clocks.find(({ code }) => code === 'NORMAL')!.state).toBe('armed');
  });

  test('a report to the complainant is the first word that an emergency owes', async () => {
    const { orderId: id } = await forward(sut, { category: heating, level: 'E', demandType: 'HELP' });
    const { leadUnitId } = await sut.ok(dispatch.getWorkOrder, { id }, administrator);
    const crew = { ...leadOf(''), unitIds: [leadUnitId] };
    await sut.ok(dispatch.accept, { id }, crew);
    await sut.ok(dispatch.recordFirstContact, { id, purpose: 'CALM' }, crew);
    expect((await history(sut, id)).at(-1)!.payload).toMatchObject({ purpose: 'CALM' });
    const feedback = async () =>
      (await sut.rows<{ state: string }>(`select state from deadlines where subject_id = $1 and code = 'EMERG_FEEDBACK'`, [id]))[0]!.state;
    expect(await feedback()).toBe('armed');
    await sut.ok(dispatch.reportProgress, { id, publicText: '已关闭阀门，正在更换管段' }, crew);
    expect(await feedback()).toBe('stopped');
  });

  test('what has met its limit is late neither by its lead’s leg nor by its clock', async () => {
    const { orderId: id } = await forward(sut, { category: heating, level: 'U', demandType: 'HELP' });
    const { leadUnitId } = await sut.ok(dispatch.getWorkOrder, { id }, administrator);
    const crew = { ...leadOf(''), unitIds: [leadUnitId] };
    await sut.ok(dispatch.accept, { id }, crew);
    await sut.ok(dispatch.recordFirstContact, { id }, crew);
    await sut.ok(dispatch.reportProgress, { id, publicText: '管段已到场，今晚更换' }, crew);
    expect((await history(sut, id)).at(-1)!.payload).toMatchObject({ isFeedback: true, limitMetAt: expect.any(String) });
    await sut.admin.query(
      `update work_orders set due_at = clock_timestamp() - interval '1 hour' where id = '${id}';
       update deadlines set state = 'fired', fires_at = null, due_at = clock_timestamp() - interval '1 hour' where subject_id = '${id}' and code = 'UTIL_DONE'`,
    );
    const seen = await sut.ok(dispatch.getWorkOrder, { id }, administrator);
    expect(seen.legs.find(({ role }) => role === 'LEAD')!.isOverdue).toBe(false);
    expect(seen.clocks.find(({ code }) => code === 'UTIL_DONE')!.isOverdue).toBe(false);
  });

  test('not solved goes back; the third time makes a problem order; nobody reached closes it', async () => {
    const demand = await handled();
    for (const round of [1, 2, 3]) {
      await sut.ok(dispatch.complete, { id: demand.orderId, ...done }, firm);
      await answer(sut, demand, { solved: false, satisfaction: 'DISSATISFIED', reason: '雨后仍漏' });
      await stateOf(sut, demand.orderId, 'REWORK');
      const seen = await sut.ok(dispatch.getWorkOrder, { id: demand.orderId }, administrator);
      expect(seen).toMatchObject({ reworks: round, isProblemOrder: round === 3, completedAt: null });
      const rework = seen.clocks.find(({ code, state }) => code === 'REWORK' && state === 'armed')!;
      expect(seen.dueAt).toBe(rework.dueAt);
      expect((await sut.ok(dispatch.accept, { id: demand.orderId }, firm)).state).toBe('HANDLING');
    }
    // A problem order is a hard one: a section chief leads it before it can be completed.
    expect(await sut.refused(dispatch.complete, { id: demand.orderId, ...done }, firm)).toBe('work-order.chief-needed');
    await sut.ok(supervision.takeUp, { id: demand.orderId }, { role: 'section_chief' });
    await sut.ok(dispatch.complete, { id: demand.orderId, ...done }, firm);
    await answer(sut, demand, { valid: false, contacted: null, solved: null, satisfaction: null });
    await stateOf(sut, demand.orderId, 'CLOSED_SOLVED');
    const told = await history(sut, demand.orderId);
    expect(told.filter(({ type }) => type === 'completed').map(({ payload }) => payload['round'])).toEqual([1, 2, 3, 4]);
    expect(told.findLast(({ type }) => type === 'closed')).toMatchObject({ payload: { basis: 'UNREACHED' } });
    expect(told.find(({ payload }) => payload['isProblemOrder'] === true)).toMatchObject({ type: 'reworked', payload: { reworks: 3 } });
  });

  test('no heat, sent back: owed within a day again, an emergency within two hours, by a limit that says so; nothing is left of the first due time', async () => {
    for (const [level, code, minutes] of [
      ['U', 'UTIL_DONE', 1440],
      ['E', 'HANDLING_E', 120],
    ] as const) {
      const demand = await forward(sut, { category: heating, level });
      const id = demand.orderId;
      const { leadUnitId } = await sut.ok(dispatch.getWorkOrder, { id }, administrator);
      const crew = { ...leadOf(''), unitIds: [leadUnitId] };
      await sut.ok(dispatch.accept, { id }, crew);
      await sut.ok(dispatch.recordFirstContact, { id }, crew);
      await returnLegs(sut, id);
      await sut.ok(dispatch.complete, { id, ...done }, crew);
      await sut.admin.query('update work_orders set first_due_at = due_at where id = $1', [id]);
      await answer(sut, demand, { solved: false, satisfaction: 'DISSATISFIED', reason: '还是不热' });
      await stateOf(sut, id, 'REWORK');
      const seen = await sut.ok(dispatch.getWorkOrder, { id }, administrator);
      const limits = seen.clocks.filter((clock) => clock.state === 'armed' && isOrdersLimit(clock.code));
      expect(limits.map((clock) => [clock.code, clock.dueAt])).toEqual([[code, seen.dueAt]]);
      expect(Date.parse(seen.dueAt) - Date.parse(limits[0]!.startedAt)).toBe(minutes * 60_000);
      expect(seen.firstDueAt).toBeNull();
      expect((await history(sut, id)).findLast(({ type }) => type === 'reworked')!.payload).toMatchObject({
        limit: code,
        dueAt: seen.dueAt,
      });
      // A report met the first limit; what was sent back is met by nothing but being done.
      await sut.ok(dispatch.accept, { id }, crew);
      await sut.ok(dispatch.reportProgress, { id, publicText: '已重新排查，正在换泵' }, crew);
      expect(
        (await sut.ok(dispatch.getWorkOrder, { id }, administrator)).clocks.find((clock) => clock.code === code && clock.state === 'armed'),
      ).toMatchObject({
        dueAt: seen.dueAt,
      });
    }
  });

  test('a problem order is explained and closed as unsolved, but not before its reworks are used up', async () => {
    const demand = await handled();
    const chief = { role: 'section_chief' as const };
    const why = { id: demand.orderId, publicText: '产权纠纷已进入诉讼，待判决后再行修缮，已向您说明' };
    for (const round of [1, 2, 3]) {
      expect(await sut.refused(dispatch.closeUnsolved, why, chief)).toBe('work-order.rework-not-used-up');
      await sut.ok(dispatch.complete, { id: demand.orderId, ...done }, firm);
      await answer(sut, demand, { solved: false, satisfaction: 'DISSATISFIED' });
      await stateOf(sut, demand.orderId, 'REWORK');
      if (round < 3) await sut.ok(dispatch.accept, { id: demand.orderId }, firm);
    }
    expect(await sut.ok(dispatch.closeUnsolved, why, chief)).toMatchObject({ state: 'CLOSED_UNSOLVED', closeBasis: 'EXPLAINED' });
    expect((await history(sut, demand.orderId)).map(({ type }) => type).slice(-2)).toEqual(['fed-back', 'closed']);
    expect(await sut.rows(`select code from deadlines where subject_id = $1 and state = 'armed'`, [demand.orderId])).toEqual([]);
  });

  test('solved but dissatisfied closes, unless the desk orders rework', async () => {
    const [plain, again] = [await handled(), await handled()];
    for (const { orderId } of [plain, again]) await sut.ok(dispatch.complete, { id: orderId, ...done }, firm);
    await answer(sut, plain, { satisfaction: 'DISSATISFIED' });
    await answer(sut, again, { satisfaction: 'DISSATISFIED', orderRework: true, reason: '现场未清理' });
    await stateOf(sut, plain.orderId, 'CLOSED_SOLVED');
    await stateOf(sut, again.orderId, 'REWORK');
  });

  test('asked at the due time while it is handled: solved closes it, not solved leaves it', async () => {
    const [a, b] = [await handled(), await handled()];
    await answer(sut, a, { solved: false, satisfaction: 'DISSATISFIED' });
    await answer(sut, b);
    await stateOf(sut, b.orderId, 'CLOSED_SOLVED');
    await stateOf(sut, a.orderId, 'HANDLING');
    expect(await sut.rows(`select code from deadlines where subject_id = $1 and state = 'armed'`, [b.orderId])).toEqual([]);
  });

  test('the answer of a linked demand moves nothing', async () => {
    const demand = await handled();
    await sut.ok(dispatch.complete, { id: demand.orderId, ...done }, firm);
    await answer(sut, { demandId: randomUUID(), orderId: demand.orderId }, { solved: false, satisfaction: 'DISSATISFIED' });
    await answer(sut, demand);
    await stateOf(sut, demand.orderId, 'CLOSED_SOLVED');
    expect((await history(sut, demand.orderId)).map(({ type }) => type)).not.toContain('reworked');
  });

  test('a step out of turn is refused with both names, a text that says nothing or too much with its own', async () => {
    const { orderId } = await forward(sut);
    const early = await sut.ask(dispatch.complete, { id: orderId, ...done }, firm);
    expect(early).toMatchObject({
      problem: { code: 'work-order.illegal-step', status: 409, detail: '工单现在是“已派单”，不能“办结”。请刷新后再看。' },
    });
    await sut.ok(dispatch.accept, { id: orderId }, firm);
    expect(await sut.refused(dispatch.giveFeedback, { id: orderId, publicText: '。。。。。。' }, firm)).toBe('work-order.text-needed');
    expect(await sut.refused(dispatch.giveFeedback, { id: orderId, publicText: '请打 13812345678 找我' }, firm)).toBe(
      'work-order.text-private',
    );
    await sut.ok(dispatch.giveFeedback, { id: orderId, ...words }, firm);
    await returnLegs(sut, orderId);
    expect(await sut.refused(dispatch.complete, { id: orderId, ...words, evidence: '……' }, firm)).toBe('work-order.evidence-needed');
    expect(await sut.refused(dispatch.complete, { id: orderId, publicText: '短', evidence: '照片' }, firm)).toBe('request.invalid');
  });

  test('the same step with the same key is one step', async () => {
    const { orderId } = await forward(sut);
    const once = { ...firm, idempotencyKey: randomUUID() };
    const first = await sut.ok(dispatch.accept, { id: orderId }, once);
    expect(await sut.ok(dispatch.accept, { id: orderId }, once)).toEqual(first);
    expect(await history(sut, orderId)).toHaveLength(2);
  });
});

describe('who sees and does what', () => {
  test('only the lead handles; to others the order is not there', async () => {
    const { orderId } = await forward(sut);
    for (const other of ['远征集团三院', '南岗里社区', '热力集团'])
      expect(await sut.refused(dispatch.accept, { id: orderId }, leadOf(other))).toBe('object.not-found');
    expect(await sut.refused(dispatch.accept, { id: orderId }, { ...firm, streetId: 'elsewhere' })).toBe('object.not-found');
    expect(await sut.refused(dispatch.accept, { id: randomUUID() }, firm)).toBe('object.not-found');
  });

  test('lead, co-unit, community and property-rights unit see it, and nobody else', async () => {
    const { orderId, payload } = await forward(sut, { category: heating });
    const sees = async (unit: string, input = {}) =>
      (
        await sut.ok(
          dispatch.listWorkOrders,
          { no: payload.no, ...input },
          { role: 'firm_handler', unitIds: [idOf(unit)], scope: 'concerned' },
        )
      ).workOrders.length;
    for (const unit of ['热力集团', '远征集团三院', '南岗里社区']) expect(await sees(unit)).toBe(1);
    for (const unit of ['远征物业', '云台路社区', '远征集团十一所']) expect(await sees(unit)).toBe(0);
    const foreign = { role: 'firm_handler' as const, unitIds: [idOf('云台路社区')], scope: 'concerned' as const };
    expect(await sut.refused(dispatch.getWorkOrder, { id: orderId }, foreign)).toBe('object.not-found');
    expect(await sut.refused(dispatch.getWorkOrder, { id: orderId }, { ...foreign, unitIds: [] })).toBe('object.not-found');
    expect((await sut.ok(dispatch.listWorkOrders, { no: payload.no }, { ...administrator, streetId: 'elsewhere' })).workOrders).toEqual([]);
  });

  test('row-level security says the same without the service’s own filter', async () => {
    const client = await sut.admin.connect();
    try {
      await client.query('begin; set local role wufang_dispatch; set local app.street_id = qingyun');
      const count = async (units: string) => {
        await client.query(`select set_config('app.unit_ids', $1, true)`, [units]);
        return (await client.query<{ n: number }>('select count(*)::int as n from dispatch.work_orders')).rows[0]!.n;
      };
      const all = await count('*');
      expect(all).toBeGreaterThan(5);
      expect(await count(idOf('远征集团十一所'))).toBe(0);
      expect(await count('')).toBe(0);
      const mine = (
        await client.query(`select 1 from dispatch.work_orders where not ($1::uuid = any(concerned_unit_ids))`, [idOf('热力集团')])
      ).rowCount;
      expect(mine).toBe(0);
      expect(await count(idOf('热力集团'))).toBeGreaterThan(0);
      expect(await count(`${idOf('热力集团')},${idOf('远征物业')}`)).toBeLessThanOrEqual(all);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  test('a list goes by due time and its pages join without gap or repeat', async () => {
    await Promise.all(Array.from({ length: 12 }, () => forward(sut)));
    const whole = (await sut.ok(dispatch.listWorkOrders, { open: 'true', limit: 200 }, administrator)).workOrders;
    expect(whole.map(({ dueAt }) => dueAt)).toEqual(whole.map(({ dueAt }) => dueAt).sort());
    const paged: string[] = [];
    for (let after: string | undefined; ;) {
      const { workOrders } = await sut.ok(dispatch.listWorkOrders, { open: 'true', limit: 5, after }, administrator);
      paged.push(...workOrders.map(({ id }) => id));
      if (workOrders.length < 5) break;
      after = `${workOrders.at(-1)!.dueAt},${workOrders.at(-1)!.id}`;
    }
    expect(paged).toEqual(whole.map(({ id }) => id));
    expect(await sut.refused(dispatch.listWorkOrders, { after: 'x' }, administrator)).toBe('request.invalid');
  });
});

describe('the directory', () => {
  const desk = { role: 'phone_desk' as const };

  test('what no rule fits waits at the demand centre and is assigned on; the unit’s clock starts then', async () => {
    const demand = await forward(sut, { category: ['教育', '学校', '招生'], place: noWhere });
    const waiting = await sut.ok(dispatch.getWorkOrder, { id: demand.orderId }, administrator);
    expect(waiting.leadUnitId).toBe(idOf('市民诉求处置中心'));
    expect(waiting.decision.reason).toBe('分类“教育/学校/招生”在派单目录（第1版）中没有规则，由市民诉求处置中心指派。');
    const to = { id: demand.orderId, leadUnitId: idOf('民生保障办公室'), reason: '学位政策归民生' };
    expect(await sut.refused(dispatch.assign, { ...to, leadUnitId: idOf('南岗里社区') }, desk)).toBe('work-order.community-not-lead');
    expect(await sut.refused(dispatch.assign, { ...to, leadUnitId: randomUUID() }, desk)).toBe('unit.unknown');
    const assigned = await sut.ok(dispatch.assign, { ...to, coUnitIds: [idOf('南岗里社区')] }, desk);
    expect(assigned).toMatchObject({ state: 'DISPATCHED', leadUnitId: idOf('民生保障办公室'), receivedAt: waiting.receivedAt });
    expect(Date.parse(assigned.dispatchedAt)).toBeGreaterThan(Date.parse(waiting.dispatchedAt));
    const seen = await sut.ok(dispatch.getWorkOrder, { id: demand.orderId }, administrator);
    const armed = seen.clocks.filter(({ state }) => state === 'armed');
    expect(armed.map(({ code, startedAt }) => [code, startedAt === assigned.dispatchedAt]).sort()).toEqual([
      ['ACCEPT', true],
      ['NORMAL', true],
      ['PROGRESS', false],
    ]);
    expect(await sut.refused(dispatch.assign, to, desk)).toBe('work-order.illegal-step');
    await sut.ok(dispatch.accept, { id: demand.orderId }, leadOf('民生保障办公室'));
  });

  test('what was sent back to the demand centre is assigned on with the time that is left of the rework', async () => {
    const demand = await forward(sut, { category: ['教育', '学校', '招生'], place: noWhere });
    const { orderId: id } = demand;
    const centre = leadOf('市民诉求处置中心');
    await sut.ok(dispatch.accept, { id }, centre);
    await sut.ok(dispatch.recordFirstContact, { id }, centre);
    await sut.ok(dispatch.complete, { id, publicText: '已经答复招生政策', evidence: '电话记录' }, centre);
    await answer(sut, demand, { solved: false, satisfaction: 'DISSATISFIED' });
    await stateOf(sut, id, 'REWORK');
    const back = await sut.ok(dispatch.accept, { id }, centre);
    const to = { id, leadUnitId: idOf('民生保障办公室'), reason: '学位政策归民生' };
    const assigned = await sut.ok(dispatch.assign, { ...to, coUnitIds: [idOf('南岗里社区')] }, desk);
    expect(assigned).toMatchObject({
      ...{ state: 'DISPATCHED', leadUnitId: idOf('民生保障办公室'), coUnitIds: [idOf('南岗里社区')] },
      ...{ dueAt: back.dueAt, dispatchedAt: back.dispatchedAt },
    });
    const assignedOn = await sut.ok(dispatch.getWorkOrder, { id }, administrator);
    const running = assignedOn.clocks.filter(({ state }) => state === 'armed').map(({ code }) => code);
    expect(running).toEqual(expect.arrayContaining(['REWORK', 'ACCEPT']));
    expect(running).not.toContain('NORMAL');
    await sut.ok(dispatch.accept, { id }, leadOf('民生保障办公室'));
  });

  test('nothing is assigned on while its clock stands still or more time is asked for', async () => {
    const { orderId: id } = await forward(sut, { category: ['教育', '学校', '招生'], place: noWhere });
    const centre = leadOf('市民诉求处置中心');
    await sut.ok(dispatch.accept, { id }, centre);
    await sut.ok(dispatch.recordFirstContact, { id }, centre);
    const to = { id, leadUnitId: idOf('民生保障办公室'), reason: '学位政策归民生' };
    const { dueAt } = await sut.ok(dispatch.getWorkOrder, { id }, administrator);
    const dueOn = new Date(Date.parse(dueAt) + 9 * 3_600_000).toISOString().slice(0, 10);
    await sut.ok(clocks.askExtension, { id, reason: '招生政策尚未公布', dueOn }, centre);
    expect(await sut.refused(dispatch.assign, to, desk)).toBe('work-order.request-open');
    await sut.ok(clocks.decideExtension, { id, granted: false, reason: '请先转给主管部门' }, { role: 'section_chief', accountId: 'chief' });
    const pause = { id, kind: 'WAITING_FOR_COMPLAINANT' as const, reason: '诉求人出差，周五回京', publicText: '等您回京后再谈' };
    await sut.ok(clocks.startPause, pause, centre);
    expect(await sut.refused(dispatch.assign, to, desk)).toBe('work-order.paused');
    await sut.ok(clocks.endPause, { id }, centre);
    expect(await sut.ok(dispatch.assign, to, desk)).toMatchObject({ state: 'DISPATCHED', leadUnitId: to.leadUnitId });
  });

  test('before the register is there an order waits at a stand-in for the centre and moves on later', async () => {
    await openStreet(sut, { streetId: 'new-street', register: false });
    const demand = await forward(sut, {}, 'new-street');
    const there = { ...administrator, streetId: 'new-street' };
    const waiting = await sut.ok(dispatch.getWorkOrder, { id: demand.orderId }, there);
    expect(waiting.decision.reason).toBe('分类“物业管理/房屋维修/房屋漏雨渗水”无规则可循：派单目录尚未施行，由诉求中心指派。');
    await openStreet(sut, { streetId: 'new-street' });
    await eventually(() =>
      sut.ok(
        dispatch.assign,
        { id: demand.orderId, leadUnitId: idOf('远征物业'), reason: '小区物业' },
        { ...desk, streetId: 'new-street' },
      ),
    );
  });

  test('emergencies keep their clocks when they are assigned on', async () => {
    const { orderId } = await forward(sut, { category: ['其他', '其他', '扬言'], level: 'E', place: noWhere });
    const before = await sut.rows(
      `select id from deadlines where subject_id = $1 and code in ('EMERG_FEEDBACK', 'HANDLING_E') order by id`,
      [orderId],
    );
    const { dueAt } = await sut.ok(dispatch.getWorkOrder, { id: orderId }, administrator);
    const assigned = await sut.ok(dispatch.assign, { id: orderId, leadUnitId: idOf('综合行政执法队'), reason: '现场处置' }, desk);
    expect(assigned.dueAt).toBe(dueAt);
    expect(before.length).toBeGreaterThan(1);
    expect(
      await sut.rows(`select id from deadlines where subject_id = $1 and code in ('EMERG_FEEDBACK', 'HANDLING_E') order by id`, [orderId]),
    ).toEqual(before);
  });

  test('the level comes from the catalogue unless the demand is more urgent', async () => {
    const [byRow, emergency] = [await forward(sut, { category: heating }), await forward(sut, { category: heating, level: 'E' })];
    expect((await sut.ok(dispatch.getWorkOrder, { id: byRow.orderId }, administrator)).level).toBe('U');
    const urgent = await sut.ok(dispatch.getWorkOrder, { id: emergency.orderId }, administrator);
    expect(urgent.level).toBe('E');
    expect(urgent.clocks.map(({ code }) => code).sort()).toEqual(['ACCEPT_EU', 'EMERG_FEEDBACK', 'HANDLING_E', 'PROGRESS']);
  });

  test('an ambiguous directory is refused with both rows, a good one counts from then on', async () => {
    const row = (id: string, rest = {}) => ({
      ...{ id, category: ['水电气热'], lead: { kind: 'UNIT' as const, unitId: idOf('热力集团') }, source: 'test', ...rest },
    });
    const refused = await sut.ask(dispatch.publishDirectory, { rows: [row('a'), row('b')] }, administrator);
    expect(refused).toMatchObject({ problem: { code: 'directory.invalid', detail: expect.stringMatching(/第1行（a）与第2行（b）/) } });
    expect(
      await sut.refused(dispatch.publishDirectory, { rows: [row('a', { lead: { kind: 'UNIT', unitId: randomUUID() } })] }, administrator),
    ).toBe('directory.invalid');
    const there = { ...administrator, streetId: 'other' };
    await openStreet(sut, { streetId: 'other' });
    expect(await sut.ok(dispatch.publishDirectory, { rows: [row('a')] }, there)).toMatchObject({ version: 1, rows: 1 });
    expect(await sut.ok(dispatch.publishDirectory, { rows: [row('a'), row('b', { level: 'E' })] }, there)).toMatchObject({
      version: 2,
      rows: 2,
    });
    expect(await sut.ok(dispatch.getDirectory, {}, there)).toMatchObject({ version: 2, rows: [{ id: 'a' }, { id: 'b' }] });
    const demand = await forward(sut, { category: heating, level: 'E' }, 'other');
    expect((await sut.ok(dispatch.getWorkOrder, { id: demand.orderId }, there)).decision).toMatchObject({
      directoryVersion: 2,
      ruleIds: ['b', 'code:rights-unit-assists'],
      alternatives: [{ ruleId: 'a', leadUnitId: idOf('热力集团') }],
    });
  });

  test('what is typed in at the desk can be asked for its unit before it is sent: the same answer with the same reasons, and nothing is kept', async () => {
    const there = { ...administrator, streetId: 'before' };
    await openStreet(sut, { streetId: 'before' });
    await sut.ok(dispatch.publishDirectoryCsv, { fileName: 'd.csv', file: directoryCsv.toString('base64') }, there);
    const demand = { category: heating, demandType: 'HELP' as const, level: 'U' as const, place: nangangli };
    const told = await sut.ok(dispatch.previewDispatch, demand, there);
    expect((await sut.ok(dispatch.listWorkOrders, {}, there)).workOrders).toEqual([]);
    const { orderId } = await forward(sut, demand, 'before');
    const sent = await sut.ok(dispatch.getWorkOrder, { id: orderId }, there);
    expect(told).toMatchObject({ leadUnitId: sent.leadUnitId, coUnitIds: sent.coUnitIds, level: sent.level });
    expect(told.decision).toMatchObject({ ruleIds: sent.decision.ruleIds, reason: sent.decision.reason });
  });

  test('a dry run says where orders would go now, and moves none', async () => {
    const there = { ...administrator, streetId: 'dry' };
    await openStreet(sut, { streetId: 'dry' });
    await sut.ok(dispatch.publishDirectoryCsv, { fileName: 'd.csv', file: directoryCsv.toString('base64') }, there);
    for (const category of [heating, heating, leaking]) await forward(sut, { category, place: nangangli }, 'dry');
    expect(await sut.ok(dispatch.dryRunDirectory, {}, there)).toMatchObject({ orders: 3, same: 3, elsewhere: 0, moves: [] });
    const rows = (await sut.ok(dispatch.getDirectory, {}, there)).rows;
    const moved = rows.map((row) =>
      row.category[2] === '暖气不热' ? { ...row, lead: { kind: 'UNIT' as const, unitId: idOf('供电公司') } } : row,
    );
    await sut.ok(dispatch.publishDirectory, { rows: moved }, there);
    expect(await sut.ok(dispatch.dryRunDirectory, {}, there)).toMatchObject({
      ...{ orders: 3, same: 1, elsewhere: 2 },
      moves: [{ from: '热力集团', to: '供电公司', orders: 2 }],
    });
    expect(await sut.ok(dispatch.dryRunDirectory, { from: '2000-01-01', to: '2000-12-31' }, there)).toMatchObject({ orders: 0 });
  });
});
