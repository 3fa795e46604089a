import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dispatch, livelihoodCodes, rotations, supervision, workMethods, type DirectoryRow, type WorkOrderState } from '@wufang/contracts';
import { beijingDate } from '@wufang/kernel';
import { ServiceUnderTest } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { dispatchParts } from '../src/parts.js';
import { administrator, forward, history, idOf, leadOf, leaking, openStreet, returnLegs } from './street.js';

let sut: ServiceUnderTest;
const chief = { role: 'section_chief' as const, accountId: 'chief' };
const firm = { ...leadOf('远征物业'), accountId: 'firm-1' };
const community = { ...leadOf('南岗里社区'), role: 'community_worker' as const, scope: 'lead' as const };
const today = beijingDate(new Date());
const source = '街道办公会议定';

beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  await openStreet(sut);
  const row: DirectoryRow = {
    ...{ id: 'roofs', category: [leaking[0]], communityMayLead: false, source: '测试目录' },
    lead: { kind: 'ESTATE_FIRM', elseUnitId: idOf('城乡建设办公室') },
  };
  await sut.ok(dispatch.publishDirectory, { rows: [row] }, administrator);
}, 120_000);
afterAll(() => sut?.stop());

describe('cadres in turn (干部轮转办件)', () => {
  const suggested = async (id: string) => (await sut.ok(supervision.getHands, { id }, chief)).suggested;
  const turn = (accountId: string, lines: string[], from = '2020-01-01', until = '2999-12-31') => ({
    ...{ accountId, unitId: idOf('城乡建设办公室'), lines, from, until },
  });

  test('by the roster of today whose turn it is is suggested, with the line; nobody is made anything by it', async () => {
    const { orderId: id } = await forward(sut);
    expect(await sut.ok(rotations.listRotations, {}, chief)).toEqual({ lists: [], inForce: null });
    expect(await suggested(id)).toBeNull();
    const twice = { from: '2020-01-01', source, turns: [turn('jia', [leaking[0]]), turn('yi', [leaking[0]])] };
    expect(await sut.refused(rotations.publishRotations, twice, administrator)).toBe('rotations.invalid');
    const unknown = { ...twice, turns: [{ ...turn('jia', [leaking[0]]), unitId: idOf('nobody') }] };
    expect(await sut.refused(rotations.publishRotations, unknown, administrator)).toBe('unit.unknown');
    const roster = {
      ...{ from: '2020-01-01', source },
      turns: [turn('jia', [leaking[0]]), turn('yi', [leaking[2]]), turn('bing', [leaking[1]], '2020-01-01', '2020-12-31')],
    };
    expect(await sut.ok(rotations.publishRotations, roster, administrator)).toEqual({ version: 1, from: '2020-01-01' });
    expect(await suggested(id)).toEqual({
      ...{ accountId: 'yi', unitId: idOf('城乡建设办公室'), line: leaking[2], from: '2020-01-01', until: '2999-12-31' },
    });
    expect(await sut.ok(supervision.getHands, { id }, chief)).toMatchObject({ sectionChief: null, leadUnitId: idOf('远征物业') });
    // Of a complaint about the office nobody of that office is suggested.
    expect(await suggested((await forward(sut, { aboutUnitId: idOf('城乡建设办公室') })).orderId)).toBeNull();
    await sut.ok(rotations.publishRotations, { ...roster, from: '2999-01-01', turns: [] }, administrator);
    expect(await sut.ok(rotations.listRotations, {}, chief)).toMatchObject({ inForce: 1, lists: [{ version: 1 }, { version: 2 }] });
    await sut.ok(rotations.publishRotations, { ...roster, from: today, turns: [] }, administrator);
    expect(await suggested(id)).toBeNull();
  });
});

describe('a checklist of the street’s way of working (工作法)', () => {
  const item = (stage: WorkOrderState, text: string) => ({ stage, text });
  const list = {
    ...{ from: '2020-01-01', title: '某工作法', source },
    items: [item('DISPATCHED', '核对地点'), item('ACCEPTED', '当面说明'), item('HANDLING', '现场拍照')],
  };
  const seen = async (id: string) => {
    const { title, items, open } = await sut.ok(workMethods.getMethod, { id }, firm);
    return { title, present: items.filter(({ isPresent }) => isPresent).map(({ text }) => text), open };
  };

  test('shows the lead what its stage asks for; ticked once, with who and when; moves no clock; what is open is named and stops nobody', async () => {
    const { orderId: id } = await forward(sut);
    expect(await seen(id)).toEqual({ title: null, present: [], open: [] });
    const doubled = { ...list, items: [...list.items, item('HANDLING', '现场拍照')] };
    expect(await sut.refused(workMethods.publishMethods, doubled, administrator)).toBe('methods.invalid');
    expect(await sut.ok(workMethods.publishMethods, list, administrator)).toEqual({ version: 1, from: '2020-01-01' });
    expect(await sut.ok(workMethods.listMethods, {}, chief)).toMatchObject({ inForce: 1, lists: [{ title: '某工作法' }] });
    expect(await seen(id)).toEqual({ title: '某工作法', present: ['核对地点'], open: ['核对地点'] });
    const clocks = 'select code, due_at, state from deadlines where subject_id = $1 order by code';
    const before = await sut.rows(clocks, [id]);
    expect(await sut.refused(workMethods.tickMethod, { id, text: '现场拍照' }, firm)).toBe('work-order.method-unknown');
    expect(await sut.refused(workMethods.tickMethod, { id, text: '核对地点' }, community)).toBe('object.not-found');
    for (let twice = 0; twice < 2; twice += 1) await sut.ok(workMethods.tickMethod, { id, text: '核对地点' }, firm);
    const { items } = await sut.ok(workMethods.getMethod, { id }, firm);
    expect(items[0]).toMatchObject({ text: '核对地点', tickedBy: 'firm-1', tickedAt: expect.any(String) });
    expect((await history(sut, id)).filter(({ type }) => type === 'method-ticked')).toMatchObject([
      { payload: { listVersion: 1, item: 1 } },
    ]);
    expect(await sut.rows(clocks, [id])).toEqual(before);
    await sut.ok(dispatch.accept, { id }, firm);
    expect(await seen(id)).toMatchObject({ present: ['当面说明'], open: ['当面说明'] });
    await sut.ok(dispatch.recordFirstContact, { id }, firm);
    // Published anew, what is ticked stays ticked where the words are the same.
    await sut.ok(
      workMethods.publishMethods,
      { ...list, from: today, items: [item('DISPATCHED', '核对地点'), item('HANDLING', '入户查看')] },
      administrator,
    );
    expect(await seen(id)).toMatchObject({ present: ['入户查看'], open: ['入户查看'] });
    await returnLegs(sut, id);
    await sut.ok(dispatch.complete, { id, publicText: '已修好屋面，不再漏水', evidence: '照片两张' }, firm);
    expect(await seen(id)).toMatchObject({ open: ['入户查看'] });
  });
});

test('the code of an order says category, level and community; its colour is that of the first row of the list of today (民情码)', async () => {
  const { orderId: id } = await forward(sut);
  const code = async () => (await sut.ok(supervision.getHands, { id }, chief)).code;
  const text = `${leaking[2]}-一般-南岗里社区`;
  expect(await code()).toEqual({ text, colour: null });
  const yellow = { level: null, word: leaking[1]!, colour: 'YELLOW' as const };
  const list = { from: '2020-01-01', source, rules: [{ level: 'E' as const, word: null, colour: 'RED' as const }, yellow] };
  const hidden = { ...list, rules: [yellow, { ...yellow, level: 'N' as const, colour: 'RED' as const }] };
  expect(await sut.refused(livelihoodCodes.publishCodes, hidden, administrator)).toBe('codes.invalid');
  expect(await sut.ok(livelihoodCodes.publishCodes, list, administrator)).toEqual({ version: 1, from: '2020-01-01' });
  expect(await sut.ok(livelihoodCodes.listCodes, {}, chief)).toMatchObject({ inForce: 1, lists: [{ rules: list.rules }] });
  expect(await code()).toEqual({ text, colour: 'YELLOW' });
});
