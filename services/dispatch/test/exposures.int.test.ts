import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { exposures, type ExposurePlace } from '@wufang/contracts';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { dispatchParts } from '../src/parts.js';
import { DAY, MovingTime } from './moving-time.js';
import { idOf, openStreet, photos } from './street.js';

let sut: ServiceUnderTest;
let time: MovingTime;
const desk: Caller = { role: 'phone_desk', accountId: 'desk' };
const chief: Caller = { role: 'section_chief', accountId: 'chief' };
const leader: Caller = { role: 'street_leader', accountId: 'leader' };
const team: Caller = { role: 'department_handler', accountId: 'team', scope: 'concerned', unitIds: [idOf('综合行政执法队')] };
const anybody: Caller = { role: 'resident', scope: 'public' };
const onBoard = { streetId: 'qingyun' };
const place: ExposurePlace = {
  ...{ communityId: idOf('南岗里社区'), crossing: '青云路与南岗街交叉口', direction: 'EAST', metres: 200, side: 'NORTH' },
};

beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  time = new MovingTime(sut);
  await openStreet(sut);
}, 120_000);
afterAll(() => sut?.stop());

async function proposed(by: Caller) {
  const id = randomUUID();
  const { id: photoId } = await sut.ok(exposures.addExposurePhoto, { id, fileName: 'a.png', file: photos.black }, by);
  const entry = { id, place, problem: '人行道上堆放建筑垃圾', photoIds: [photoId], unitId: idOf('综合行政执法队') };
  return { entry, photoId, exposure: await sut.ok(exposures.proposeExposure, entry, by) };
}
const board = async () => (await sut.ok(exposures.exposureBoard, onBoard, anybody)).exposures;

test('nothing is on the board before somebody else has looked that no person can be told from it', async () => {
  const { entry, photoId, exposure } = await proposed(chief);
  const { id } = entry;
  expect(exposure).toMatchObject({ state: 'PROPOSED', placeText: '青云路与南岗街交叉口向东 200 米路北侧', isMine: true });
  expect((await sut.ok(exposures.proposeExposure, entry, chief)).version).toBe(exposure.version);
  expect(await board()).toEqual([]);
  const photo = { ...onBoard, id, photoId };
  expect(await sut.refused(exposures.boardPhoto, photo, anybody)).toBe('object.not-found');
  expect(await sut.refused(exposures.decideExposure, { id, publish: true, noPersons: true }, chief)).toBe('exposure.own');
  expect(await sut.refused(exposures.decideExposure, { id, publish: true }, leader)).toBe('exposure.unchecked');
  await sut.ok(exposures.decideExposure, { id, publish: true, noPersons: true }, leader);
  expect(await sut.refused(exposures.decideExposure, { id, publish: true, noPersons: true }, leader)).toBe('exposure.state');
  const [entryOnBoard] = await board();
  expect(entryOnBoard).toMatchObject({ id, placeText: exposure.placeText, problem: entry.problem, fixedAt: null, result: null });
  expect(Object.keys(entryOnBoard!).sort()).toEqual(['fixedAt', 'id', 'photoIds', 'placeText', 'problem', 'publishedAt', 'result']);
  expect(await sut.ok(exposures.boardPhoto, photo, anybody)).toMatchObject({ contentType: 'image/jpeg' });
  // Who has to put it right sees it; another unit does not.
  expect((await sut.ok(exposures.listExposures, {}, team)).exposures.map((one) => one.id)).toEqual([id]);
  expect((await sut.ok(exposures.listExposures, {}, { ...team, unitIds: [idOf('热力集团')] })).exposures).toEqual([]);
  expect(await sut.ok(exposures.getExposurePhoto, { id, photoId }, team)).toMatchObject({ contentType: 'image/jpeg' });
});

test('it says so once it is put right, and leaves the board after its days', async () => {
  const { entry } = await proposed(desk);
  const { id } = entry;
  expect(await sut.refused(exposures.fixExposure, { id, result: '垃圾已清走' }, desk)).toBe('exposure.state');
  await sut.ok(exposures.decideExposure, { id, publish: true, noPersons: true }, chief);
  await sut.ok(exposures.fixExposure, { id, result: '垃圾已清走，设了隔离墩' }, desk);
  expect((await board()).find((one) => one.id === id)).toMatchObject({ result: '垃圾已清走，设了隔离墩' });
  await time.forward(91 * DAY);
  await eventually(async () => expect((await board()).map((one) => one.id)).not.toContain(id));
});

test('what is refused or taken down is on no board, with a reason that is not public', async () => {
  const [refused, taken] = [await proposed(desk), await proposed(desk)];
  const { id } = refused.entry;
  expect(await sut.refused(exposures.decideExposure, { id, publish: false }, leader)).toBe('exposure.reason-needed');
  await sut.ok(exposures.decideExposure, { id, publish: false, reason: '照片里有人脸' }, leader);
  await sut.ok(exposures.decideExposure, { id: taken.entry.id, publish: true, noPersons: true }, leader);
  expect(await board()).toEqual(expect.arrayContaining([expect.objectContaining({ id: taken.entry.id })]));
  await sut.ok(exposures.withdrawExposure, { id: taken.entry.id, reason: '路口写错了' }, leader);
  expect((await board()).map((one) => one.id)).not.toContain(taken.entry.id);
  const hidden = { ...onBoard, id: taken.entry.id, photoId: taken.photoId };
  expect(await sut.refused(exposures.boardPhoto, hidden, anybody)).toBe('object.not-found');
  const facts = await sut.rows(`select payload from events where aggregate = 'exposure'`);
  expect(JSON.stringify(facts)).not.toMatch(/人脸|写错/);
});

test('an entry names no person, a place that is registered, and photos that were kept for it', async () => {
  const id = randomUUID();
  const { id: photoId } = await sut.ok(exposures.addExposurePhoto, { id, fileName: 'a.png', file: photos.white }, desk);
  const entry = { id, place, problem: '沿街堆放杂物', photoIds: [photoId], unitId: idOf('综合行政执法队') };
  const of = (part: object) => sut.refused(exposures.proposeExposure, { ...entry, ...part }, desk);
  expect(await of({ problem: '店主 13812345678 占道' })).toBe('work-order.text-private');
  expect(await of({ unitId: randomUUID() })).toBe('unit.unknown');
  expect(await of({ photoIds: [randomUUID()] })).toBe('image.not-kept');
});
