import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clocks, dispatch, disputes, incidents, supervision, watching, type Category, type DirectoryRow } from '@wufang/contracts';
import { ServiceUnderTest, type Caller } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { dispatchParts } from '../src/parts.js';
import { administrator, answer, forward, heating, idOf, leadOf, nangangli, noWhere, openStreet, returnLegs, stateOf } from './street.js';
import { travelTo } from './time-travel.js';

let sut: ServiceUnderTest;
const chief: Caller = { role: 'section_chief', accountId: 'chief' };
const firmId = idOf('远征物业');
const row = (id: string, category: string[], unit: string): DirectoryRow => ({
  ...{ id, category, lead: { kind: 'UNIT', unitId: idOf(unit) }, communityMayLead: false, source: '测试目录' },
});
const rows = [row('estate', ['物业管理'], '远征物业'), row('heating', ['水电气热'], '热力集团')];

beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  await travelTo(sut, '2026-11-09T10:00+08:00');
  await openStreet(sut);
  await sut.ok(dispatch.publishDirectory, { rows }, administrator);
}, 120_000);
afterAll(() => sut?.stop());

describe('a complaint about the unit that the directory names', () => {
  test('is led by the unit over it, and neither handed over nor given to it after an objection', async () => {
    const { orderId: id } = await forward(sut, { aboutUnitId: firmId });
    const sent = await sut.ok(dispatch.getWorkOrder, { id }, administrator);
    expect(sent).toMatchObject({ leadUnitId: idOf('青云街道'), aboutUnitId: firmId });
    expect(sent.coUnitIds).toContain(firmId);
    expect(sent.decision.reason).toContain('此件投诉的正是远征物业，应当回避，改由青云街道主办');
    expect(await sut.refused(clocks.transfer, { id, leadUnitId: firmId, reason: '请物业办理' }, chief)).toBe('work-order.complained-about');

    const raised = await sut.ok(
      disputes.raiseDispute,
      { id, reason: 'OTHER_UNIT_IN_CHARGE', text: '物业服务合同第三条写明由物业办理' },
      leadOf('青云街道', { role: 'department_handler' }),
    );
    const upheld = { id, disputeId: raised.id, text: '改由他处办理' };
    expect(await sut.refused(disputes.upholdDispute, { ...upheld, leadUnitId: firmId }, chief)).toBe('work-order.complained-about');
    await sut.ok(disputes.upholdDispute, { ...upheld, leadUnitId: idOf('城乡建设办公室') }, chief);
    expect(await sut.ok(dispatch.getWorkOrder, { id }, administrator)).toMatchObject({ leadUnitId: idOf('城乡建设办公室') });
  });

  test('waits at the demand centre where no rule fits, and is not assigned to it', async () => {
    const { orderId: id } = await forward(sut, { category: ['其他', '其他', '其他'], aboutUnitId: firmId });
    const to = { id, coUnitIds: [], reason: '属其管理范围' };
    expect(await sut.refused(dispatch.assign, { ...to, leadUnitId: firmId }, administrator)).toBe('work-order.complained-about');
    await sut.ok(dispatch.assign, { ...to, leadUnitId: idOf('城乡建设办公室') }, administrator);
  });

  test('is kept from it by the dry run too', async () => {
    const id = randomUUID();
    await sut.ok(dispatch.openDraft, { id, title: '供暖改由物业' }, administrator);
    const { orderId } = await forward(sut, { category: heating, aboutUnitId: firmId });
    const byFirm = row('heating', ['水电气热'], '远征物业');
    await sut.ok(dispatch.editDraft, { id, edits: [{ op: 'replace', row: byFirm }] }, administrator);
    const { moves } = await sut.ok(dispatch.dryRunDraft, { id }, administrator);
    const { no } = await sut.ok(dispatch.getWorkOrder, { id: orderId }, administrator);
    expect(moves.filter(({ examples }) => examples.includes(no)).map(({ from, to }) => [from, to])).toEqual([['热力集团', '青云街道']]);
  });

  test('is no part of the incident that the unit leads, neither by itself nor by hand; nor of one of a community whose list it is not on', async () => {
    const open = (leadUnitId: string, estate: string, category: string[]) => ({
      ...{ id: randomUUID(), title: '供热管线漏水停暖', category, leadUnitId, scope: [{ estateId: idOf(estate) }] },
      publicText: '正在抢修，预计明早恢复',
    });
    const noHeat = open(idOf('热力集团'), '南岗里一区', ['水电气热', '供暖']);
    await sut.ok(incidents.openIncident, noHeat, chief);
    const cold = await forward(sut, { category: heating, aboutUnitId: idOf('热力集团') });
    const result = async (incidentId: string, orderId: string) =>
      (await sut.ok(incidents.attachOrders, { id: incidentId, orderIds: [orderId] }, chief)).results;
    expect(await result(noHeat.id, cold.orderId)).toEqual([
      { orderId: cold.orderId, attached: false, code: 'work-order.complained-about' },
    ]);
    const seen = await sut.ok(dispatch.getWorkOrder, { id: cold.orderId }, administrator);
    expect(seen).toMatchObject({ state: 'DISPATCHED', leadUnitId: idOf('青云街道') });
    // About the firm it is attached by hand as any other.
    const leak = await forward(sut, { aboutUnitId: firmId });
    expect(await result(noHeat.id, leak.orderId)).toEqual([{ orderId: leak.orderId, attached: true, code: null }]);

    const noWater: Category = ['水电气热', '供水', '停水水压低'];
    const byCommunity = open(idOf('云台路社区'), '云台路甲3号院', noWater.slice(0, 2));
    await sut.ok(incidents.openIncident, byCommunity, chief);
    const yard = { ...noWhere, communityId: idOf('云台路社区'), estateId: idOf('云台路甲3号院') };
    const dry = await forward(sut, { category: noWater, place: yard });
    expect(await result(byCommunity.id, dry.orderId)).toEqual([
      { orderId: dry.orderId, attached: false, code: 'work-order.community-not-lead' },
    ]);
    for (const { id } of [noHeat, byCommunity]) await sut.ok(incidents.restore, { id, publicText: '已经恢复，如仍有问题请再来电' }, chief);
  });

  test('is neither claimed by the unit nor taken up by its section chief', async () => {
    const aboutUnitId = idOf('城乡建设办公室');
    const { orderId: id } = await forward(sut, { aboutUnitId });
    await sut.admin.query('update work_orders set is_problem_order = true, reworks = 3 where id = $1', [id]);
    const itsChief: Caller = { ...chief, accountId: 'its-chief', unitIds: [aboutUnitId] };
    expect(await sut.refused(supervision.takeUp, { id }, itsChief)).toBe('work-order.complained-about');
    await sut.ok(supervision.takeUp, { id }, chief);
    const claim = { id, unitId: aboutUnitId, plan: '组织专班解决' };
    expect(await sut.refused(supervision.claimOrder, claim, itsChief)).toBe('work-order.complained-about');
    const office: Caller = { role: 'department_handler', unitIds: [idOf('民生保障办公室')] };
    await sut.ok(supervision.claimOrder, { ...claim, unitId: idOf('民生保障办公室') }, office);
  });

  test('once solved is not looked at again by somebody of the unit, though it assisted', async () => {
    const lead = leadOf('青云街道', { role: 'department_handler' });
    const demand = await forward(sut, { aboutUnitId: firmId, place: nangangli });
    const { orderId: id } = demand;
    await sut.ok(dispatch.accept, { id }, lead);
    await sut.ok(dispatch.recordFirstContact, { id }, lead);
    await returnLegs(sut, id);
    await sut.ok(dispatch.complete, { id, publicText: '屋面防水已经修好', evidence: '维修单' }, lead);
    await answer(sut, demand);
    await stateOf(sut, id, 'CLOSED_SOLVED');
    await travelTo(sut, '2026-11-15T10:00+08:00');
    const look = (await sut.ok(watching.listWatchChecks, { orderId: id }, chief)).checks.find(({ kind }) => kind === 'T7');
    const passed = { id: look!.id, passed: true, note: '屋面没有再漏' };
    expect(await sut.refused(watching.recordWatchCheck, passed, leadOf('远征物业', { scope: 'concerned' }))).toBe('check.complained-about');
    await sut.ok(watching.recordWatchCheck, passed, leadOf('南岗里社区', { role: 'community_worker', scope: 'concerned' }));
  });
});
