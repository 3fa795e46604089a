import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  clocks,
  dispatch,
  disputes,
  incidents,
  intakeEvents,
  legs,
  type Category,
  type DirectoryRow,
  type HandUpPilot,
  whistles,
} from '@wufang/contracts';
import { eventually, ServiceUnderTest } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { dispatchParts } from '../src/parts.js';
import { aDemand, administrator, forward, history, idOf, leadOf, leaking, openStreet, stateOf } from './street.js';
import { travelTo } from './time-travel.js';

let sut: ServiceUnderTest;
const listed: Category = ['社区服务', '邻里', '楼道堆物'];
const firm = leadOf('远征物业', { role: 'firm_manager', accountId: 'firm' });
const community = leadOf('南岗里社区', { role: 'community_worker', accountId: 'community' });
const section = leadOf('城乡建设办公室', { role: 'department_handler', accountId: 'section' });
const up = { reason: '楼道属公共部位，业主拒不清理', publicText: '此事物业无权强制清理，已请社区出面，仍由我们与您联系' };

const pilot: HandUpPilot = {
  from: '2026-11-09',
  estateIds: [idOf('南岗里一区')],
  channels: ['QR'],
  categories: [],
  levels: ['U', 'N', 'C'],
  ladder: [{ step: 'FIRM' }, { step: 'COMMUNITY' }, { step: 'SECTION', unitId: idOf('城乡建设办公室') }, { step: 'WHISTLE' }],
  source: '有事您找我试点方案',
};

beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  await travelTo(sut, '2026-11-09T08:00+08:00');
  await openStreet(sut);
  const row = (id: string, category: Category, communityMayLead: boolean): DirectoryRow => ({
    ...{ id, category: [category[0]], lead: { kind: 'UNIT', unitId: idOf('综合行政执法队') }, communityMayLead, source: '测试目录' },
  });
  await sut.ok(dispatch.publishDirectory, { rows: [row('neighbours', listed, true), row('roofs', leaking, false)] }, administrator);
  expect(await sut.ok(legs.publishHandUpPilot, pilot, administrator)).toEqual({ version: 1, from: '2026-11-09' });
}, 120_000);
afterAll(() => sut?.stop());

const see = (id: string) => sut.ok(dispatch.getWorkOrder, { id }, administrator);
const scanned = (category: Category, at: string) => forward(sut, { category, channel: 'QR', receivedAt: new Date(at).toISOString() });
const sameDay = async (id: string) => (await see(id)).clocks.find(({ code }) => code === 'SAME_DAY')!;

describe('有事您找我', () => {
  test('what becomes part of an incident keeps its first answerer and its day; taken out again it is handed up as any other', async () => {
    await travelTo(sut, '2026-11-09T09:00+08:00');
    const desk = { role: 'phone_desk' as const };
    const incident = {
      ...{ id: randomUUID(), title: '楼道堆物起火', category: listed.slice(0, 2), leadUnitId: idOf('综合行政执法队') },
      ...{ scope: [{ estateId: idOf('南岗里一区') }], publicText: '正在清理，今日完成' },
    };
    await sut.ok(incidents.openIncident, incident, desk);
    const {
      orderId: id,
      demandId,
      payload,
    } = aDemand({ category: listed, channel: 'QR', receivedAt: new Date('2026-11-09T09:00+08:00').toISOString() });
    const { title: _, orderId: __, forwardedAt: ___, ...received } = payload;
    await sut.tell(intakeEvents.demandReceived, received, { aggregateId: demandId, version: 1 });
    await sut.tell(intakeEvents.demandForwarded, payload, { aggregateId: demandId, version: 2 });
    await stateOf(sut, id, 'HANDLING');
    const first = { contactUnitId: idOf('远征物业'), handUpStep: 'FIRM' };
    expect(await see(id)).toMatchObject({ ...first, leadUnitId: idOf('综合行政执法队') });
    expect((await history(sut, id))[0]!.payload).toMatchObject({ ...first, incidentId: incident.id });
    expect((await sameDay(id)).dueAt).toBe(new Date('2026-11-09T18:00+08:00').toISOString());
    await sut.ok(incidents.detachOrder, { id: incident.id, orderId: id, reason: '与火情无关' }, desk);
    expect(await see(id)).toMatchObject({ ...first, leadUnitId: idOf('远征物业') });
    expect(await sut.ok(legs.handUp, { id, ...up }, firm)).toMatchObject({ step: 'COMMUNITY', contactUnitId: idOf('远征物业') });
    await sut.ok(incidents.restore, { id: incident.id, publicText: '已经清理完毕，恢复通行' }, desk);
  });

  test('the firm cannot refuse, hands up with a reason; the community answers; the firm stays the contact', async () => {
    await travelTo(sut, '2026-11-10T09:00+08:00');
    const { orderId: id } = await scanned(listed, '2026-11-10T09:00+08:00');
    const order = await see(id);
    expect(order).toMatchObject({ leadUnitId: idOf('远征物业'), contactUnitId: idOf('远征物业'), handUpStep: 'FIRM' });
    expect(order.decision.reason).toContain('由远征物业首接');
    expect(order.decision.alternatives[0]).toEqual({ ruleId: 'neighbours', leadUnitId: idOf('综合行政执法队') });
    expect((await sameDay(id)).dueAt).toBe(new Date('2026-11-10T18:00+08:00').toISOString());

    const objection = { id, reason: 'NOT_OUR_DUTY' as const, text: '这不是物业的事情，请另派他人' };
    expect(await sut.refused(disputes.raiseDispute, objection, firm)).toBe('hand-up.no-refusal');
    expect(await sut.refused(legs.handUp, { id, ...up, publicText: '联系13812345678' }, firm)).toBe('work-order.text-private');

    const dueAt = (await see(id)).dueAt;
    const handed = await sut.ok(legs.handUp, { id, ...up }, firm);
    expect(handed).toMatchObject({
      step: 'COMMUNITY',
      leadUnitId: idOf('南岗里社区'),
      contactUnitId: idOf('远征物业'),
      state: 'DISPATCHED',
    });
    expect((await history(sut, id)).at(-1)).toMatchObject({
      type: 'handed-up',
      payload: { fromUnitId: idOf('远征物业'), toUnitId: idOf('南岗里社区'), step: 'COMMUNITY', publicText: up.publicText },
    });
    const after = await see(id);
    expect(after.timeline.at(-1)).toMatchObject({ publicText: up.publicText, facts: { note: up.reason } });
    expect(after.decision.reason).toBe('有事您找我：远征物业写明理由上交一级，由南岗里社区主办。');
    expect(after.dueAt).toBe(dueAt); // handing up wins nobody time
    expect((await sameDay(id)).state).toBe('armed');
    expect(after.clocks.filter(({ code, state }) => code === 'ACCEPT' && state === 'armed')).toHaveLength(1);

    // The firm is still the one who speaks with the resident, from the first minute on, and no longer the one who decides.
    const word = { id, publicText: '社区今天下午上门劝导清理' };
    expect((await sut.ok(dispatch.giveFeedback, word, firm)).state).toBe('DISPATCHED');
    await sut.ok(dispatch.accept, { id }, community);
    expect((await sut.ok(dispatch.giveFeedback, word, firm)).state).toBe('ACCEPTED');
    expect((await history(sut, id)).at(-1)!.payload).toMatchObject({ byContact: true, state: 'ACCEPTED', publicText: word.publicText });
    // What the community owes the resident is owed by the community all the same.
    expect((await see(id)).clocks.find(({ code }) => code === 'FIRST_CONTACT')).toMatchObject({ state: 'armed' });
    await sut.ok(dispatch.recordFirstContact, { id }, community);
    expect(await sut.refused(dispatch.accept, { id }, firm)).toBe('object.not-found');
    expect(await sut.refused(legs.handUp, { id, ...up }, firm)).toBe('object.not-found');
    for (const { id: legId } of (await see(id)).legs.slice(1))
      await sut.ok(legs.waiveLeg, { id, legId, reason: '无需产权单位协助' }, community);
    await sut.ok(dispatch.complete, { id, publicText: '楼道已经清理干净', evidence: '前后照片' }, community);
    expect((await sameDay(id)).state).toBe('stopped');
    expect((await see(id)).contactUnitId).toBe(idOf('远征物业'));
    expect((await sut.ok(dispatch.giveFeedback, word, firm)).state).toBe('COMPLETED');
  });

  test('handed over beside the ladder: the first answerer still sees it, who got it hands up to the whistle and not down, or objects', async () => {
    await travelTo(sut, '2026-11-10T10:00+08:00');
    const squad = leadOf('综合行政执法队', { role: 'department_handler', accountId: 'squad' });
    const chief = { role: 'section_chief' as const };
    const transferred = async () => {
      const { orderId: id } = await scanned(listed, '2026-11-10T10:00+08:00');
      await sut.ok(legs.handUp, { id, ...up }, firm);
      await sut.ok(
        clocks.transfer,
        { id, leadUnitId: idOf('综合行政执法队'), reason: '违建堆物，由执法队处理' },
        { role: 'street_leader' },
      );
      return id;
    };
    const id = await transferred();
    expect(await sut.ok(dispatch.getWorkOrder, { id }, { ...firm, scope: 'concerned' })).toMatchObject({
      ...{ leadUnitId: idOf('综合行政执法队'), contactUnitId: idOf('远征物业'), handUpStep: 'SECTION', mustHandUp: false },
    });
    expect(await sut.ok(legs.handUp, { id, ...up }, squad)).toMatchObject({ step: 'WHISTLE', leadUnitId: idOf('综合行政执法队') });

    const other = await transferred();
    const objection = { id: other, reason: 'NOT_OUR_DUTY' as const, text: '楼内堆物不属执法范围，请另派他人' };
    const raised = await sut.ok(disputes.raiseDispute, objection, squad);
    const upheld = { id: other, disputeId: raised.id, leadUnitId: idOf('南岗里社区'), text: '由社区组织清理' };
    await sut.ok(disputes.upholdDispute, upheld, chief);
    // The community stands on the ladder again.
    expect(await see(other)).toMatchObject({ handUpStep: 'COMMUNITY', mustHandUp: true });
    expect(await sut.refused(disputes.raiseDispute, objection, community)).toBe('hand-up.no-refusal');
    expect(await sut.ok(legs.handUp, { id: other, ...up }, community)).toMatchObject({ step: 'SECTION' });
  });

  test('a section objects to what is another department’s, within its own window; what the firm has said counts for the firm alone', async () => {
    await travelTo(sut, '2026-11-10T08:40+08:00');
    const { orderId: id } = await scanned(leaking, '2026-11-10T08:40+08:00');
    await sut.ok(dispatch.accept, { id }, firm);
    await sut.ok(dispatch.recordFirstContact, { id }, firm);
    // By now the window of the dispatch is over; the section has had it for a minute.
    await travelTo(sut, '2026-11-10T15:00+08:00');
    await sut.ok(legs.handUp, { id, ...up }, firm);
    expect(await see(id)).toMatchObject({ leadUnitId: idOf('城乡建设办公室'), mustHandUp: false });
    const objection = { id, reason: 'NOT_OUR_DUTY' as const, text: '此事按职责属民生保障办公室，请改派' };
    const raised = await sut.ok(disputes.raiseDispute, objection, section);
    const chief = { role: 'section_chief' as const };
    await sut.ok(disputes.rejectDispute, { id, disputeId: raised.id, text: '属于房屋修缮，由本科室办理' }, chief);
    await sut.ok(dispatch.accept, { id }, section);
    expect((await see(id)).clocks.filter(({ code, state }) => code === 'FIRST_CONTACT' && state === 'armed')).toHaveLength(1);
    expect(await sut.ok(legs.handUp, { id, ...up }, section)).toMatchObject({ step: 'WHISTLE' });
  });

  test('waits for a pause', async () => {
    await travelTo(sut, '2026-11-10T14:00+08:00');
    const { orderId: id } = await scanned(listed, '2026-11-10T14:00+08:00');
    await sut.ok(dispatch.accept, { id }, firm);
    const pause = { id, kind: 'WAITING_FOR_COMPLAINANT' as const, reason: '诉求人出差，周五回京', publicText: '等您回京后入户查看' };
    await sut.ok(clocks.startPause, pause, firm);
    expect(await sut.refused(legs.handUp, { id, ...up }, firm)).toBe('work-order.paused');
    await sut.ok(clocks.endPause, { id }, firm);
    expect(await sut.ok(legs.handUp, { id, ...up }, firm)).toMatchObject({ step: 'COMMUNITY' });
  });

  test('what is off the community’s list goes to the section, the community assists; then the whistle, and there it ends', async () => {
    await travelTo(sut, '2026-11-11T09:00+08:00');
    const { orderId: id } = await scanned(leaking, '2026-11-11T09:00+08:00');
    const toSection = await sut.ok(legs.handUp, { id, ...up }, firm);
    expect(toSection).toMatchObject({ step: 'SECTION', leadUnitId: idOf('城乡建设办公室') });
    expect(toSection.coUnitIds).toContain(idOf('南岗里社区'));
    const order = await see(id);
    expect(order.legs.filter(({ role }) => role === 'CO').map(({ unitId, leadUnitId }) => [unitId, leadUnitId])).toEqual(
      expect.arrayContaining([
        [idOf('远征集团三院'), idOf('城乡建设办公室')],
        [idOf('南岗里社区'), idOf('城乡建设办公室')],
      ]),
    );
    const whistle = await sut.ok(legs.handUp, { id, ...up }, section);
    expect(whistle).toMatchObject({ step: 'WHISTLE', leadUnitId: idOf('城乡建设办公室'), contactUnitId: idOf('远征物业') });
    expect((await history(sut, id)).at(-1)!.payload).toMatchObject({
      fromStep: 'SECTION',
      step: 'WHISTLE',
      toUnitId: idOf('城乡建设办公室'),
    });
    // The chiefs have a whistle to sound or to decline, for units that they name.
    const chief = { role: 'section_chief' as const, unitIds: [idOf('民生保障办公室')] };
    const [asked] = (await sut.ok(whistles.listWhistles, { orderId: id }, chief)).whistles;
    expect(asked).toMatchObject({ state: 'ASKED', whistlingUnitId: idOf('城乡建设办公室'), summonedUnitIds: [] });
    expect(await sut.refused(whistles.soundAsked, { id: asked!.id }, chief)).toBe('whistle.units-needed');
    const armed = `select code, state from deadlines where subject_id = $1`;
    expect(await sut.rows(armed, [asked!.id])).toEqual([{ code: 'WHISTLE_ASKED', state: 'armed' }]);
    const own = { ...chief, unitIds: [idOf('城乡建设办公室')] };
    expect(await sut.refused(whistles.declineAsked, { id: asked!.id, reason: '仍由本科室办理' }, own)).toBe('work-order.own-unit');
    const sounded = await sut.ok(whistles.soundAsked, { id: asked!.id, unitIds: [idOf('自来水集团')] }, chief);
    expect(sounded.summonses.map(({ unitId }) => unitId)).toEqual([idOf('自来水集团')]);
    expect(await sut.rows(armed, [asked!.id])).toEqual([{ code: 'WHISTLE_ASKED', state: 'stopped' }]);
    expect(await sut.refused(legs.handUp, { id, ...up }, section)).toBe('hand-up.at-the-top');
  });

  test('the same day: a reminder at 16:00, closing at 18:00; what comes after 16:00 has the next day; a word why stops it', async () => {
    await travelTo(sut, '2026-11-12T10:00+08:00');
    const [silent, told] = [await scanned(listed, '2026-11-12T10:00+08:00'), await scanned(listed, '2026-11-12T10:00+08:00')];
    await sut.ok(dispatch.accept, { id: told.orderId }, firm);
    await sut.ok(dispatch.recordFirstContact, { id: told.orderId }, firm);
    await sut.ok(dispatch.reportProgress, { id: told.orderId, publicText: '清理需要业主到场，约定周六上午办理' }, firm);
    expect((await sameDay(told.orderId)).state).toBe('stopped');
    const fired = async (id: string) =>
      (await history(sut, id))
        .filter(({ payload }) => payload['code'] === 'SAME_DAY')
        .map(({ payload }) => [payload['kind'], payload.tell]);
    await travelTo(sut, '2026-11-12T16:00:01+08:00');
    await eventually(async () => expect(await fired(silent.orderId)).toEqual([['warning', ['H']]]));
    const { orderId: late } = await scanned(listed, '2026-11-12T16:00:01+08:00');
    expect((await sameDay(late)).dueAt).toBe(new Date('2026-11-13T18:00+08:00').toISOString());
    await travelTo(sut, '2026-11-12T18:00:01+08:00');
    await eventually(async () => expect(await fired(silent.orderId)).toHaveLength(2));
    expect((await fired(silent.orderId))[1]).toEqual(['breach', ['S']]);
    expect(await fired(told.orderId)).toEqual([]);
  });

  test('other channels, emergencies and ordinary orders are not of this kind', async () => {
    await travelTo(sut, '2026-11-13T09:00+08:00');
    const { orderId: byPhone } = await forward(sut, { category: listed, channel: 'PHONE_DESK' });
    const { orderId: urgent } = await forward(sut, { category: listed, channel: 'QR', level: 'E' });
    for (const id of [byPhone, urgent]) expect(await see(id)).toMatchObject({ leadUnitId: idOf('综合行政执法队'), contactUnitId: null });
    const lead = leadOf('综合行政执法队', { role: 'department_handler' });
    expect(await sut.refused(legs.handUp, { id: byPhone, ...up }, lead)).toBe('hand-up.not-this-kind');
  });

  test('a dry run of the table in force finds none of its orders elsewhere', async () => {
    await travelTo(sut, '2026-11-13T10:00+08:00');
    for (let i = 0; i < 5; i++) await scanned(listed, '2026-11-13T10:00+08:00');
    const { orders, same, elsewhere } = await sut.ok(dispatch.dryRunDirectory, {}, administrator);
    expect([orders >= 5, same, elsewhere]).toEqual([true, orders, 0]);
  });

  test('a later pilot takes its place from its day on; orders that are out keep their ladder', async () => {
    await travelTo(sut, '2026-11-16T09:00+08:00');
    const { orderId: id } = await scanned(listed, '2026-11-16T09:00+08:00');
    const short = { ...pilot, from: '2026-11-17', ladder: [pilot.ladder[0]!, pilot.ladder[2]!] };
    expect((await sut.ok(legs.publishHandUpPilot, short, administrator)).version).toBe(2);
    expect((await sut.ok(legs.handUp, { id, ...up }, firm)).step).toBe('COMMUNITY');
    await travelTo(sut, '2026-11-17T09:00+08:00');
    const { orderId: later } = await scanned(listed, '2026-11-17T09:00+08:00');
    expect((await sut.ok(legs.handUp, { id: later, ...up }, firm)).step).toBe('SECTION');
    expect((await sut.ok(legs.getHandUpPilots, {}, administrator)).pilots.map(({ version, from }) => [version, from])).toEqual([
      [1, '2026-11-09'],
      [2, '2026-11-17'],
    ]);
    const faulty = { ...pilot, estateIds: [idOf('无此小区')] };
    expect(await sut.refused(legs.publishHandUpPilot, faulty, administrator)).toBe('hand-up.invalid');
    const unknown = { ...pilot, ladder: [pilot.ladder[0]!, { step: 'SECTION' as const, unitId: idOf('无此科室') }] };
    expect(await sut.refused(legs.publishHandUpPilot, unknown, administrator)).toBe('unit.unknown');
  });
});
