import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clocks, dispatch, disputes, intakeEvents, ledger, legs } from '@wufang/contracts';
import { eventually, ServiceUnderTest } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { dispatchParts } from '../src/parts.js';
import { administrator, directoryCsv, forward, heating, history, idOf, leadOf, openStreet, photoOf, returnLegs } from './street.js';

let sut: ServiceUnderTest;
const chief = { role: 'section_chief' as const, accountId: 'chief' };
beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  await openStreet(sut);
  await sut.ok(dispatch.publishDirectoryCsv, { fileName: 'd.csv', file: directoryCsv.toString('base64') }, administrator);
}, 120_000);
afterAll(() => sut?.stop());

const onSite = async (id: string) =>
  (await sut.rows<{ state: string }>(`select state from deadlines where subject_id = $1 and code = 'UTIL_ONSITE'`, [id]))[0]!.state;
const unseenInLedger = async (id: string) =>
  (await sut.ok(ledger.listLedger, { limit: 200 }, chief)).entries.find(({ orderId }) => orderId === id)!.photosUnseen;
const checkInOf = async (id: string) =>
  (await sut.ok(dispatch.getWorkOrder, { id }, administrator)).timeline.find(({ type }) => type === 'dispatch.work-order.checked-in.v1')!;

test('a photo that nobody has told of is kept with the step and shown as not seen; the time to be on site ends when it is there', async () => {
  const { orderId: id, demandId } = await forward(sut, { category: heating, level: 'U', demandType: 'HELP' });
  const { leadUnitId } = await sut.ok(dispatch.getWorkOrder, { id }, administrator);
  const crew = { ...leadOf(''), unitIds: [leadUnitId] };
  await sut.ok(dispatch.accept, { id }, crew);
  const [late, never] = [randomUUID(), randomUUID()];
  await sut.ok(dispatch.checkIn, { id, point: '3号楼热力小室', photoId: late }, crew);
  expect(await onSite(id)).toBe('armed');
  expect((await history(sut, id)).at(-1)).toMatchObject({ type: 'checked-in', payload: { hasPhoto: false } });
  expect((await checkInOf(id)).facts).toMatchObject({ photoIds: [late], photosUnseen: [late] });
  expect(await unseenInLedger(id)).toBe(1);
  const noted = { id, measure: '更换管段', personAccountId: idOf('crew'), plannedAt: new Date(Date.now() + 3_600_000).toISOString() };
  expect(await sut.ok(ledger.noteMeasure, noted, crew)).toMatchObject({ photosUnseen: 1 });
  await sut.ok(dispatch.recordFirstContact, { id }, crew);
  await returnLegs(sut, id);
  await sut.ok(dispatch.complete, { id, publicText: '管段已经更换，恢复供暖', evidence: '更换记录', photoIds: [never] }, crew);
  expect(await unseenInLedger(id)).toBe(2);

  // The photo of the check-in comes after all; what nobody ever sends stays to be seen as that.
  await photoOf(sut, demandId, 3, late);
  expect(await unseenInLedger(id)).toBe(1);
  expect((await checkInOf(id)).facts).not.toHaveProperty('photosUnseen');
  expect((await history(sut, id)).map(({ type }) => type)).not.toContain('site-photo-seen');
});

test('on site while the photo is on its way: the clock ends with the photo, whose time is that of the check-in; not for a unit that leads no more', async () => {
  const cold = await Promise.all([0, 1].map(() => forward(sut, { category: heating, level: 'U', demandType: 'HELP' })));
  const [mine, handedOver] = [cold[0]!, cold[1]!];
  const { leadUnitId } = await sut.ok(dispatch.getWorkOrder, { id: mine.orderId }, administrator);
  const crew = { ...leadOf(''), unitIds: [leadUnitId] };
  const ids = [randomUUID(), randomUUID()];
  for (const [i, { orderId: id }] of cold.entries()) {
    await sut.ok(dispatch.accept, { id }, crew);
    await sut.ok(dispatch.checkIn, { id, point: '3号楼热力小室', photoId: ids[i]! }, crew);
  }
  await sut.ok(
    clocks.transfer,
    { id: handedOver.orderId, leadUnitId: idOf('自来水集团'), reason: '经核对属于供水管线' },
    { role: 'street_leader' },
  );
  await photoOf(sut, mine.demandId, 3, ids[0]);
  await eventually(async () => expect(await onSite(mine.orderId)).toBe('stopped'));
  const told = (await history(sut, mine.orderId)).at(-1)!;
  const [checkedIn] = (await history(sut, mine.orderId)).filter(({ type }) => type === 'checked-in');
  expect(told).toMatchObject({ type: 'site-photo-seen', payload: { checkedInAt: checkedIn!.payload['checkedInAt'] } });
  const [row] = await sut.rows<{ on_site_at: Date }>('select on_site_at from work_orders where id = $1', [mine.orderId]);
  expect(row!.on_site_at.toISOString()).toBe(checkedIn!.payload['checkedInAt']);
  await photoOf(sut, handedOver.demandId, 3, ids[1]);
  expect(await onSite(handedOver.orderId)).toBe('armed');
  expect(await unseenInLedger(handedOver.orderId)).toBe(0);
});

test('photos of before anybody listened are told of together: what names one relies on it, and the time to be on site ends', async () => {
  const { orderId: id, demandId } = await forward(sut, { category: heating, level: 'U', demandType: 'HELP' });
  const { leadUnitId } = await sut.ok(dispatch.getWorkOrder, { id }, administrator);
  const crew = { ...leadOf(''), unitIds: [leadUnitId] };
  const [old, other] = [randomUUID(), randomUUID()];
  await sut.ok(dispatch.accept, { id }, crew);
  await sut.ok(dispatch.checkIn, { id, point: '3号楼热力小室', photoId: old }, crew);
  expect([await onSite(id), await unseenInLedger(id)]).toEqual(['armed', 1]);
  await sut.tell(intakeEvents.photosListed, { photoIds: [other, old] }, { aggregateId: demandId, version: 3 });
  await eventually(async () => expect(await onSite(id)).toBe('stopped'));
  expect(await unseenInLedger(id)).toBe(0);
  await sut.ok(dispatch.recordFirstContact, { id }, crew);
  await returnLegs(sut, id);
  await sut.ok(dispatch.complete, { id, publicText: '管段已经更换，恢复供暖', evidence: '更换记录', photoIds: [other] }, crew);
  expect(await unseenInLedger(id)).toBe(0);
});

test('a photo of another demand proves nothing: it is refused at every step', async () => {
  const [one, other] = [await forward(sut), await forward(sut)];
  const photoId = await photoOf(sut, other.demandId);
  const firm = leadOf('远征物业');
  const id = one.orderId;
  const objection = { id, reason: 'NOT_OUR_DUTY' as const, text: '屋面漏雨应由产权单位办理', photoIds: [photoId] };
  expect(await sut.refused(disputes.raiseDispute, objection, firm)).toBe('image.elsewhere');
  await sut.ok(dispatch.accept, { id }, firm);
  await sut.ok(dispatch.recordFirstContact, { id }, firm);
  expect(await sut.refused(dispatch.checkIn, { id, point: '3号楼', photoId }, firm)).toBe('image.elsewhere');
  const [leg] = await sut.rows<{ id: string; unit_id: string }>('select id, unit_id from legs where order_id = $1', [id]);
  const returned = { id, legId: leg!.id, outcome: 'RESULT' as const, report: '已配合办理完毕', evidence: '配合记录', photoIds: [photoId] };
  const rights = { role: 'rights_unit_rep' as const, unitIds: [leg!.unit_id], scope: 'concerned' as const };
  expect(await sut.refused(legs.returnLeg, returned, rights)).toBe('image.elsewhere');
  await sut.ok(legs.returnLeg, { ...returned, photoIds: [] }, rights);
  const done = { id, publicText: '屋面已经修好', evidence: '维修单', photoIds: [photoId] };
  expect(await sut.refused(dispatch.complete, done, firm)).toBe('image.elsewhere');
  await sut.ok(dispatch.complete, { ...done, photoIds: [await photoOf(sut, one.demandId)] }, firm);
  expect(await unseenInLedger(id)).toBe(0);
  const look = { id, isDone: true, seen: '屋面已做防水', photoIds: [photoId] };
  expect(await sut.refused(dispatch.verifyAtPlace, look, chief)).toBe('image.elsewhere');
});
