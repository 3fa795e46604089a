import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clocks, dispatch, disputes, type DirectoryRow } from '@wufang/contracts';
import { ServiceUnderTest, type Caller } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { dispatchParts } from '../src/parts.js';
import { administrator, forward, idOf, leadOf, openStreet } from './street.js';
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
    const { orderId } = await forward(sut, { category: ['水电气热', '供暖', '暖气不热'], aboutUnitId: firmId });
    const heating = row('heating', ['水电气热'], '远征物业');
    await sut.ok(dispatch.editDraft, { id, edits: [{ op: 'replace', row: heating }] }, administrator);
    const { moves } = await sut.ok(dispatch.dryRunDraft, { id }, administrator);
    const { no } = await sut.ok(dispatch.getWorkOrder, { id: orderId }, administrator);
    expect(moves.filter(({ examples }) => examples.includes(no)).map(({ from, to }) => [from, to])).toEqual([['热力集团', '青云街道']]);
  });
});
