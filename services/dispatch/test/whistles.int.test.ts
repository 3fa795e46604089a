import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  classificationEvents,
  clocks,
  defaultTimeLimits,
  dispatch,
  legs,
  supervision,
  whistles,
  type DirectoryRow,
  type StageAt,
  type TimeLimit,
} from '@wufang/contracts';
import { beijingDate, countClock, WorkCalendar } from '@wufang/kernel';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import { Db } from '@wufang/service';
import { endOldWhistles } from '../src/app/end-old-whistles.js';
import { migrations } from '../src/db/migrations/index.js';
import type { DispatchDb } from '../src/db/schema.js';
import { dispatchParts } from '../src/parts.js';
import { replayedSteps } from './replayed.js';
import {
  administrator,
  answer,
  calendar2026,
  directoryCsv,
  forward,
  heating,
  idOf,
  leadOf,
  noWhere,
  openStreet,
  photos,
  stateOf,
} from './street.js';

let sut: ServiceUnderTest;
const seconds = (n: number): StageAt => ({ minutes: n / 60 });

/** The default table with the clocks of a whistle, its tasks and an emergency in seconds. */
const secondsTable: TimeLimit[] = defaultTimeLimits.map((row) => {
  const [first, breach, after] = row.stages;
  if (row.code === 'WHISTLE_RESPOND_E') {
    const stages = [{ ...first!, at: seconds(0.8) }, breach!, { ...after!, at: { afterDueMinutes: 1 / 60 } }];
    return { ...row, limit: { clock: 'C', minutes: 1.6 / 60 }, stages };
  }
  if (row.code === 'WHISTLE_ASKED_E')
    return { ...row, limit: { clock: 'C', minutes: 1.6 / 60 }, stages: [{ ...first!, at: seconds(0.8) }, breach!] };
  if (row.code === 'HANDLING_E') return { ...row, limit: { clock: 'C', minutes: 3 / 60 }, stages: [row.stages.at(-1)!] };
  if (row.code === 'CO_RETURN') return { ...row, limit: { clock: 'C', minutes: 1 / 60 } };
  if (row.code === 'ASSIGNED_TASK')
    return { ...row, limit: { clock: 'C', minutes: 1 / 60 }, stages: [{ ...first!, at: seconds(0.5) }, breach!] };
  return row;
});

const quick = 'quick';
const chief: Caller = { role: 'section_chief', unitIds: [idOf('城乡建设办公室')] };
const leader: Caller = { role: 'street_leader' };
const there = (caller: Caller): Caller => ({ ...caller, streetId: quick });
const unit = (name: string, streetId = 'qingyun'): Caller => ({ ...leadOf(name), role: 'department_handler', streetId });
const sees = (name: string, streetId = 'qingyun'): Caller => ({ ...unit(name, streetId), scope: 'concerned' });
const pipeBurst = { communityId: idOf('南岗里社区'), estateId: idOf('南岗里一区'), buildingId: null, point: '东门外路口' };
const burst = {
  place: pipeBurst,
  level: 'E' as const,
  reason: '供水主管爆裂，路面塌陷，需现场会商',
  unitIds: [idOf('自来水集团'), idOf('交通支队'), idOf('排水集团二分公司')],
};

beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  await openStreet(sut);
  await openStreet(sut, { streetId: quick, limits: secondsTable });
  await sut.ok(dispatch.publishDirectoryCsv, { fileName: 'd.csv', file: directoryCsv.toString('base64') }, administrator);
}, 120_000);
afterAll(() => sut?.stop());

/** What was told about one aggregate, in order: the fact, or for a clock its code, kind and whom it told. */
async function toldOf(id: string): Promise<string[]> {
  const rows = await sut.rows<{ type: string; payload: { code: string; kind: string; tell: string[] } }>(
    'select type, payload from events where aggregate_id = $1 order by version',
    [id],
  );
  return rows.map(({ type, payload }) =>
    type.endsWith('clock-fired.v1') ? `${payload.code} ${payload.kind} ${payload.tell.join('')}` : type.split('.')[2]!,
  );
}
const clocksOf = (id: string) =>
  sut.rows<{ code: string; state: string; due_at: Date }>(
    'select code, state, due_at from deadlines where subject_id = $1 order by code, started_at',
    [id],
  );

describe('a water main bursts', () => {
  test('three units are whistled: one answers, two do not, the leader hears of them and then the district', async () => {
    const whistle = await sut.ok(whistles.soundWhistle, burst, there(chief));
    expect(whistle).toMatchObject({ state: 'SOUNDED', level: 'E', whistlingUnitId: idOf('城乡建设办公室') });
    const [water, police, drain] = whistle.summonses;
    const answered = await sut.ok(
      whistles.reportIn,
      { id: whistle.id, unitId: idOf('自来水集团'), answer: '抢修队 20 分钟到' },
      unit('自来水集团', quick),
    );
    expect(answered).toMatchObject({ state: 'REPORTED_IN', isAnsweredInTime: true });

    const silent = [
      'summoned',
      'WHISTLE_RESPOND_E warning H',
      'WHISTLE_RESPOND_E breach V',
      'WHISTLE_RESPOND_E after R',
      'reported-to-district',
    ];
    for (const summons of [police, drain]) await eventually(async () => expect(await toldOf(summons!.id)).toEqual(silent));
    expect(await toldOf(water!.id)).toEqual(['summoned', 'reported-in']);
    const seen = await sut.ok(whistles.getWhistle, { id: whistle.id }, there(leader));
    expect(seen.summonses.map(({ reportedToDistrictAt, isAnsweredInTime }) => [reportedToDistrictAt !== null, isAnsweredInTime])).toEqual([
      [false, true],
      [true, false],
      [true, false],
    ]);
    expect(await sut.rows('select 1 from deadline_effects where at < fires_at')).toEqual([]);
  });

  test('who has reported in and brings no result is told of when it is due: its own people, then the section chief and the leader', async () => {
    const { orderId } = await forward(sut, { category: heating, level: 'E' }, quick);
    const of = { orderId, reason: '换热站归属不清', unitIds: [idOf('自来水集团'), idOf('燃气集团')] };
    const { id, summonses } = await sut.ok(whistles.soundWhistle, of, there(chief));
    const [water, gas] = summonses;
    await sut.ok(whistles.reportIn, { id, unitId: idOf('自来水集团'), answer: '抢修队已出发' }, unit('自来水集团', quick));
    await sut.ok(whistles.explainAbsence, { id, unitId: idOf('燃气集团'), answer: '与燃气管线无关' }, unit('燃气集团', quick));
    await sut.ok(whistles.giveWhistleResult, { id, unitId: idOf('燃气集团'), result: '已排查，无燃气管线' }, unit('燃气集团', quick));
    await eventually(async () =>
      expect(await toldOf(water!.id)).toEqual(['summoned', 'reported-in', 'WHISTLE_RESULT warning H', 'WHISTLE_RESULT breach SV']),
    );
    expect(await toldOf(gas!.id)).toEqual(['summoned', 'explained', 'result-given']);
    const seen = await sut.ok(whistles.getWhistle, { id }, there(leader));
    const due = (await clocksOf(water!.id)).find(({ code }) => code === 'WHISTLE_RESULT')!.due_at;
    expect(seen.summonses.map(({ resultDueAt }) => resultDueAt)).toEqual([due.toISOString(), due.toISOString()]);
    expect((await clocksOf(gas!.id)).map(({ code, state }) => [code, state])).toEqual([
      ['WHISTLE_RESPOND_E', 'stopped'],
      ['WHISTLE_RESULT', 'stopped'],
    ]);
  });

  test('of a whistle for an order the result is due before its lead’s end, of one for a place in two working days; both after the meeting', async () => {
    const meeting = { at: new Date(Date.now() + 3_600_000).toISOString(), point: '东门外路口' };
    const resultOf = async (asked: object) => {
      const { summonses } = await sut.ok(whistles.soundWhistle, { ...burst, ...asked }, chief);
      const [{ due_at, started_at }] = (await sut.rows<{ due_at: Date; started_at: Date }>(
        `select due_at, started_at from deadlines where subject_id = $1 and code = 'WHISTLE_RESULT'`,
        [summonses[0]!.id],
      )) as [{ due_at: Date; started_at: Date }];
      return { from: started_at.toISOString(), dueAt: due_at };
    };
    const { orderId } = await forward(sut, { category: heating, level: 'U' });
    const order = await sut.ok(dispatch.getWorkOrder, { id: orderId }, administrator);
    const whole = { place: undefined, level: undefined, orderId };
    const ofOrder = await resultOf({ ...whole, meeting });
    const left = Date.parse(order.dueAt) - Date.parse(meeting.at);
    expect(ofOrder).toEqual({ from: meeting.at, dueAt: new Date(Date.parse(meeting.at) + Math.floor((left * 4) / 5)) });
    const ofPlace = await resultOf({ meeting });
    const row = defaultTimeLimits.find(({ code }) => code === 'WHISTLE_RESULT')!;
    const counted = countClock(row, new Date(meeting.at), new WorkCalendar([calendar2026]));
    expect(ofPlace).toEqual({ from: meeting.at, dueAt: counted.dueAt });
  });

  test('a whistle for a place keeps the photo of who came: that unit and the street see it, the others who were summoned do not', async () => {
    const { id } = await sut.ok(whistles.soundWhistle, burst, chief);
    const of = { id, unitId: idOf('自来水集团') };
    const file = { fileName: 'a.png', file: photos.black };
    const photo = await sut.ok(whistles.addWhistlePhoto, { ...of, ...file }, unit('自来水集团'));
    expect(photo).toMatchObject({ width: 1, height: 1 });
    expect(await sut.ok(whistles.addWhistlePhoto, { ...of, ...file }, unit('自来水集团'))).toEqual(photo);
    expect(await sut.rows('select unit_id from kept_photos where id = $1', [photo.id])).toEqual([{ unit_id: of.unitId }]);

    const asked = { id, photoId: photo.id };
    for (const caller of [sees('自来水集团'), chief, leader])
      expect((await sut.ok(whistles.getWhistlePhoto, asked, caller)).contentType).toBe('image/jpeg');
    for (const caller of [sees('交通支队'), sees('燃气集团'), { ...leader, streetId: quick }])
      expect(await sut.refused(whistles.getWhistlePhoto, asked, caller)).toBe('object.not-found');
    const other = await sut.ok(whistles.soundWhistle, burst, chief);
    expect(await sut.refused(whistles.getWhistlePhoto, { id: other.id, photoId: photo.id }, chief)).toBe('object.not-found');

    // Nobody keeps one for another unit, nor checks in with what is not kept here.
    expect(await sut.refused(whistles.addWhistlePhoto, { ...of, ...file }, unit('交通支队'))).toBe('object.not-found');
    expect(await sut.refused(whistles.addWhistlePhoto, { ...of, ...file }, unit('燃气集团'))).toBe('object.not-found');
    const text = Buffer.from('not a photo').toString('base64');
    expect(await sut.refused(whistles.addWhistlePhoto, { ...of, fileName: 'a.txt', file: text }, unit('自来水集团'))).toBe(
      'image.unreadable',
    );
    const point = '东门外路口';
    for (const photoId of [randomUUID(), photo.id]) {
      const call = { id, unitId: idOf('交通支队'), point, photoId };
      expect(await sut.refused(whistles.checkInOnSite, call, unit('交通支队'))).toBe('image.not-kept');
    }
    const onSite = await sut.ok(whistles.checkInOnSite, { ...of, point, photoId: photo.id }, unit('自来水集团'));
    expect(onSite).toMatchObject({ state: 'ON_SITE', checkInPhotoId: photo.id, isPhotoWithWhistle: true });
    await sut.ok(whistles.giveWhistleResult, { ...of, result: '已通水' }, unit('自来水集团'));
    expect(await sut.refused(whistles.addWhistlePhoto, { ...of, fileName: 'b.png', file: photos.white }, unit('自来水集团'))).toBe(
      'summons.illegal-step',
    );
  });

  test('on site with place and photo, minutes give tasks, tasks are shown done, the whistle ends with a result and both sides are measured', async () => {
    const streetId = 'measured';
    await openStreet(sut, { streetId });
    const at = (caller: Caller): Caller => ({ ...caller, streetId });
    const meeting = { at: new Date(Date.now() + 3_600_000).toISOString(), point: '东门外路口' };
    const { id, summonses } = await sut.ok(whistles.soundWhistle, { ...burst, meeting }, at(chief));
    const [water, police, drain] = summonses;
    expect((await clocksOf(water!.id)).map(({ code, state }) => [code, state])).toEqual([
      ['WHISTLE_ONSITE', 'armed'],
      ['WHISTLE_RESPOND_E', 'armed'],
      ['WHISTLE_RESULT', 'armed'],
    ]);
    expect((await clocksOf(water!.id))[0]!.due_at).toEqual(new Date(meeting.at));

    const there = { id, unitId: idOf('自来水集团') };
    const kept = await sut.ok(whistles.addWhistlePhoto, { ...there, fileName: 'a.png', file: photos.black }, unit('自来水集团', streetId));
    const photoId = kept.id;
    const onSite = await sut.ok(whistles.checkInOnSite, { ...there, point: '东门外路口', photoId }, unit('自来水集团', streetId));
    expect(onSite).toMatchObject({ state: 'ON_SITE', isAnsweredInTime: true, checkInPoint: '东门外路口', checkInPhotoId: photoId });
    // Who is there owes a result all the same.
    expect((await clocksOf(water!.id)).map(({ state }) => state)).toEqual(['stopped', 'stopped', 'armed']);
    // An explanation is an answer, but being there is still owed.
    await sut.ok(whistles.explainAbsence, { id, unitId: idOf('交通支队'), answer: '警力在途' }, unit('交通支队', streetId));
    expect((await clocksOf(police!.id)).map(({ code, state }) => [code, state])).toEqual([
      ['WHISTLE_ONSITE', 'armed'],
      ['WHISTLE_RESPOND_E', 'stopped'],
      ['WHISTLE_RESULT', 'armed'],
    ]);

    const task = { unitId: idOf('自来水集团'), text: '关阀并更换破损管段' };
    const dueAt = new Date(Date.now() + 7_200_000).toISOString();
    const minutes = { id, minutes: '先关阀止水，再更换管段，交通半幅放行', tasks: [{ ...task, dueAt }] };
    await sut.ok(whistles.recordMinutes, minutes, at(chief));
    expect(await sut.refused(whistles.settleWhistle, { id, result: '已恢复供水' }, at(chief))).toBe('whistle.tasks-open');
    const [mine] = (await sut.ok(supervision.listTasks, { sourceId: id }, sees('自来水集团', streetId))).tasks;
    expect(mine).toMatchObject({ ...task, dueAt, state: 'ENTRUSTED', isOverdue: false });
    expect((await sut.ok(supervision.listTasks, { sourceId: id }, sees('交通支队', streetId))).tasks).toEqual([]);
    expect(await sut.refused(supervision.deliverTask, { id: mine!.id, evidence: '照片' }, unit('交通支队', streetId))).toBe(
      'object.not-found',
    );
    const delivered = await sut.ok(
      supervision.deliverTask,
      { id: mine!.id, evidence: '更换管段 6 米，通水试压合格', photoIds: [photoId] },
      unit('自来水集团', streetId),
    );
    expect(delivered.state).toBe('DELIVERED');
    await sut.ok(whistles.giveWhistleResult, { id, unitId: idOf('自来水集团'), result: '已通水' }, unit('自来水集团', streetId));
    const settled = await sut.ok(whistles.settleWhistle, { id, result: '管段已更换，道路已恢复' }, at(chief));
    expect(settled).toMatchObject({ state: 'SETTLED', result: '管段已更换，道路已恢复' });
    expect(settled.summonses.map(({ state }) => state)).toEqual(['RESULT_GIVEN', 'LAPSED', 'LAPSED']);
    expect((await clocksOf(drain!.id)).map(({ state }) => state)).toEqual(['stopped', 'stopped', 'stopped']);
    expect(await sut.refused(whistles.reportIn, { id, unitId: idOf('排水集团二分公司') }, unit('排水集团二分公司', streetId))).toBe(
      'summons.illegal-step',
    );

    const today = beijingDate(new Date());
    const { scores } = await sut.ok(whistles.whistleScores, { from: today, to: today }, at(leader));
    const scoreOf = (name: string) => scores.find(({ unitId }) => unitId === idOf(name));
    expect(scoreOf('城乡建设办公室')).toMatchObject({ issued: 3, proper: 3, summoned: 0 });
    expect(scoreOf('自来水集团')).toMatchObject({ summoned: 1, answeredInTime: 1, reportedIn: 1 });
    expect(scoreOf('交通支队')).toMatchObject({ summoned: 1, answeredInTime: 1, reportedIn: 0 });
    expect(scoreOf('排水集团二分公司')).toMatchObject({ summoned: 1, answeredInTime: 0, reportedIn: 0 });
  });

  test('a task that is not done in time is told to section chief and leader', async () => {
    const { id } = await sut.ok(whistles.soundWhistle, burst, there(chief));
    await sut.ok(
      whistles.recordMinutes,
      { id, minutes: '当场分工，交警疏导', tasks: [{ unitId: idOf('交通支队'), text: '疏导交通' }] },
      there(chief),
    );
    const [task] = (await sut.ok(supervision.listTasks, { sourceId: id }, there(leader))).tasks;
    await eventually(async () =>
      expect(await toldOf(task!.id)).toEqual(['entrusted', 'ASSIGNED_TASK warning H', 'ASSIGNED_TASK breach SV']),
    );
    await sut.ok(supervision.dropTask, { id: task!.id, reason: '现场已由物业疏导' }, there(chief));
    expect(await sut.refused(supervision.dropTask, { id: task!.id, reason: '再取消一次' }, there(chief))).toBe('task.illegal-step');
    await sut.ok(whistles.settleWhistle, { id, result: '现场处置完毕' }, there(chief));
  });
});

describe('who blows and who hears', () => {
  test('a summoned unit sees the whistles that summon it, its own summons in them, and nothing else', async () => {
    const { id, summonses } = await sut.ok(whistles.soundWhistle, burst, chief);
    const mine = await sut.ok(whistles.getWhistle, { id }, sees('交通支队'));
    expect(mine.summonses.map((summons) => summons.unitId)).toEqual([idOf('交通支队')]);
    expect(mine.summonedUnitIds).toHaveLength(3);
    for (const stranger of ['燃气集团', '远征物业', '南岗里社区']) {
      expect(await sut.refused(whistles.getWhistle, { id }, sees(stranger))).toBe('object.not-found');
      expect((await sut.ok(whistles.listWhistles, {}, sees(stranger))).whistles.map((one) => one.id)).not.toContain(id);
      expect(await sut.refused(whistles.reportIn, { id, unitId: idOf(stranger) }, unit(stranger))).toBe('object.not-found');
    }
    // Nobody answers for another unit, summoned or not.
    expect(await sut.refused(whistles.reportIn, { id, unitId: idOf('自来水集团') }, unit('交通支队'))).toBe('object.not-found');
    expect(await sut.refused(whistles.getWhistle, { id }, { ...leader, streetId: quick })).toBe('object.not-found');
    expect(summonses.every(({ state }) => state === 'SUMMONED')).toBe(true);
  });

  test('a whistle for an order takes over its place and level, stands in its history and moves none of its clocks', async () => {
    const { orderId } = await forward(sut, { category: heating, level: 'U' });
    const before = await clocksOf(orderId);
    const whistle = await sut.ok(
      whistles.soundWhistle,
      { orderId, reason: '换热站归属不清', unitIds: [idOf('热力集团'), idOf('远征集团三院')] },
      chief,
    );
    expect(whistle).toMatchObject({ orderId, level: 'U', place: { communityId: idOf('南岗里社区') } });
    expect((await clocksOf(whistle.summonses[0]!.id)).map(({ code }) => code)).toEqual(['WHISTLE_RESPOND', 'WHISTLE_RESULT']);
    expect(await toldOf(orderId)).toContain('whistled');
    expect(await clocksOf(orderId)).toEqual(before);
    expect((await sut.ok(whistles.listWhistles, { orderId }, leader)).whistles).toHaveLength(1);
  });

  test('whom to summon is suggested: who came when it was blown for the like, and whom the directory names; not who has the order, nor who stayed away', async () => {
    const sewage: [string, string, string] = ['水电气热', '排水', '污水外溢'];
    const [earlier, order] = [await forward(sut, { category: sewage, level: 'U' }), await forward(sut, { category: sewage, level: 'U' })];
    const suggested = async (caller: Caller) =>
      (await sut.ok(whistles.suggestPartners, { id: order.orderId }, caller)).partners.filter(({ grounds }) =>
        grounds.includes('CAME_BEFORE'),
      );
    expect(await suggested(chief)).toEqual([]);
    const unitIds = [idOf('交通支队'), idOf('供电公司')];
    const { id } = await sut.ok(whistles.soundWhistle, { orderId: earlier.orderId, reason: '路面积水，需疏导交通', unitIds }, chief);
    await sut.ok(whistles.reportIn, { id, unitId: idOf('交通支队') }, unit('交通支队'));
    await sut.ok(whistles.giveWhistleResult, { id, unitId: idOf('交通支队'), result: '已疏导，恢复通行' }, unit('交通支队'));
    const police = { unitId: idOf('交通支队'), name: '交通支队', grounds: ['CAME_BEFORE'], times: 1 };
    expect(await suggested(chief)).toEqual([police]);
    // A community sees whistles of its own alone, and an order that does not concern it not at all.
    const community: Caller = { role: 'community_worker', unitIds: [idOf('南岗里社区')], scope: 'concerned' };
    expect(await suggested(community)).toEqual([]);
    const elsewhere = { ...community, unitIds: [idOf('云台路社区')] };
    expect(await sut.refused(whistles.suggestPartners, { id: order.orderId }, elsewhere)).toBe('object.not-found');
    // Who is summoned to it already is not suggested.
    await sut.ok(whistles.soundWhistle, { orderId: order.orderId, reason: '路面积水，需疏导交通', unitIds: [police.unitId] }, chief);
    expect(await suggested(chief)).toEqual([]);
  });

  test('a community asks; the street blows or declines; nobody is summoned before', async () => {
    const community: Caller = { role: 'community_worker', unitIds: [idOf('南岗里社区')], scope: 'concerned' };
    const ask = { place: pipeBurst, level: 'N' as const, reason: '架空线长期垂落', unitIds: [idOf('供电公司')] };
    const asked = await sut.ok(whistles.askWhistle, ask, community);
    expect(asked).toMatchObject({ state: 'ASKED', whistlingUnitId: idOf('南岗里社区'), summonses: [] });
    expect((await clocksOf(asked.id)).map(({ code, state, due_at }) => [code, state, due_at.toISOString()])).toEqual([
      ['WHISTLE_ASKED', 'armed', asked.answerDueAt],
    ]);
    expect(await sut.refused(whistles.getWhistle, { id: asked.id }, sees('供电公司'))).toBe('object.not-found');
    expect(await sut.refused(whistles.askWhistle, ask, { ...community, unitIds: [idOf('云台路社区')] })).toBe('object.not-found');
    const sounded = await sut.ok(whistles.soundAsked, { id: asked.id, unitIds: [idOf('供电公司'), idOf('综合行政执法队')] }, chief);
    expect(sounded).toMatchObject({ state: 'SOUNDED', whistlingUnitId: idOf('南岗里社区') });
    expect(sounded.summonses).toHaveLength(2);
    expect((await clocksOf(asked.id)).map(({ state }) => state)).toEqual(['stopped']);
    await sut.ok(whistles.getWhistle, { id: asked.id }, sees('供电公司'));
    await sut.ok(whistles.getWhistle, { id: asked.id }, community);
    const second = await sut.ok(whistles.askWhistle, ask, community);
    const theirs: Caller = { ...chief, unitIds: [idOf('供电公司')] };
    expect(await sut.refused(whistles.declineAsked, { id: second.id, reason: '本单位已有安排' }, theirs)).toBe('whistle.own-unit');
    expect(await sut.ok(whistles.declineAsked, { id: second.id, reason: '已列入架空线入地计划' }, chief)).toMatchObject({
      state: 'DECLINED',
    });
    expect((await clocksOf(second.id)).map(({ state }) => state)).toEqual(['stopped']);
    expect(await sut.refused(whistles.soundAsked, { id: second.id }, chief)).toBe('whistle.illegal-step');
  });

  test('asked and not answered, it is heard of by the chiefs and then by the leader', async () => {
    const community: Caller = { role: 'community_worker', unitIds: [idOf('南岗里社区')], scope: 'concerned' };
    const ask = { place: pipeBurst, level: 'E' as const, reason: '路面塌陷，燃气管外露', unitIds: [idOf('燃气集团')] };
    const { id } = await sut.ok(whistles.askWhistle, ask, there(community));
    await eventually(async () => expect(await toldOf(id)).toEqual(['asked', 'WHISTLE_ASKED_E warning S', 'WHISTLE_ASKED_E breach V']));
    await sut.ok(whistles.soundAsked, { id }, there(chief));
  });

  test('nobody of a summoned unit ends what their own unit owes; another chief may, and a leader', async () => {
    const ends = { result: '现场处置完毕' };
    const theirs: Caller = { ...chief, unitIds: [idOf('交通支队')] };
    const [first, second] = [await sut.ok(whistles.soundWhistle, burst, chief), await sut.ok(whistles.soundWhistle, burst, chief)];
    expect(await sut.refused(whistles.settleWhistle, { id: first.id, ...ends }, theirs)).toBe('whistle.own-unit');
    const alsoThere = { ...chief, otherUnitIds: [idOf('交通支队')] };
    expect(await sut.refused(whistles.settleWhistle, { id: first.id, ...ends }, alsoThere)).toBe('whistle.own-unit');
    await sut.ok(whistles.settleWhistle, { id: first.id, ...ends }, chief);
    await sut.ok(whistles.settleWhistle, { id: second.id, ...ends }, { ...leader, unitIds: [idOf('交通支队')] });
  });

  test('who blew it is named in what the units answer, and how many still owe a result', async () => {
    const of = { ...burst, unitIds: [idOf('自来水集团'), idOf('交通支队')] };
    const { id, summonses } = await sut.ok(whistles.soundWhistle, of, { ...chief, accountId: 'blew-it' });
    const result = async (name: string) => {
      await sut.ok(whistles.reportIn, { id, unitId: idOf(name) }, unit(name));
      await sut.ok(whistles.giveWhistleResult, { id, unitId: idOf(name), result: '已处置' }, unit(name));
    };
    await result('自来水集团');
    await result('交通支队');
    const told = await Promise.all(
      summonses.map(({ id: summonsId }) =>
        sut.rows<{ payload: { soundedBy?: string; owing?: number } }>(
          `select payload from events where aggregate_id = $1 and type in ('dispatch.summons.reported-in.v1', 'dispatch.summons.result-given.v1') order by version`,
          [summonsId],
        ),
      ),
    );
    expect(told.map((rows) => rows.map(({ payload }) => [payload.soundedBy, payload.owing]))).toEqual([
      [
        ['blew-it', undefined],
        ['blew-it', 1],
      ],
      [
        ['blew-it', undefined],
        ['blew-it', 0],
      ],
    ]);
  });

  test('a claim that the whistle was improper stops nothing until the leader has judged it', async () => {
    const streetId = 'improper';
    await openStreet(sut, { streetId });
    const { id, summonses } = await sut.ok(whistles.soundWhistle, burst, { ...chief, streetId });
    const [water, police] = summonses;
    const claim = (name: string) =>
      sut.ok(whistles.claimImproper, { id, unitId: idOf(name), reason: '管线权属不在本单位' }, unit(name, streetId));
    expect((await claim('自来水集团')).propriety).toBe('CLAIMED_IMPROPER');
    await claim('交通支队');
    expect((await clocksOf(water!.id)).map(({ state }) => state)).toEqual(['armed', 'armed']);
    const waiting = async (claimed: boolean) =>
      (await sut.ok(whistles.listWhistles, { claimed: String(claimed) }, { ...leader, streetId })).whistles.map((one) => one.id);
    expect([await waiting(true), await waiting(false)]).toEqual([[id], []]);
    const judge = (name: string, isImproper: boolean) =>
      sut.ok(whistles.judgeImproper, { id, unitId: idOf(name), isImproper, reason: '核对权属图' }, { ...leader, streetId });
    expect(await judge('自来水集团', true)).toMatchObject({ state: 'EXCUSED', propriety: 'IMPROPER' });
    expect(await judge('交通支队', false)).toMatchObject({ state: 'SUMMONED', propriety: 'PROPER' });
    expect([await waiting(true), await waiting(false)]).toEqual([[], [id]]);
    expect((await clocksOf(water!.id)).map(({ state }) => state)).toEqual(['stopped', 'stopped']);
    expect((await clocksOf(police!.id)).map(({ state }) => state)).toEqual(['armed', 'armed']);
    const undecided = { id, unitId: idOf('排水集团二分公司'), isImproper: true, reason: '没有提出' };
    expect(await sut.refused(whistles.judgeImproper, undecided, { ...leader, streetId })).toBe('summons.illegal-step');
    const today = beijingDate(new Date());
    const { scores } = await sut.ok(whistles.whistleScores, { from: today, to: today }, { ...leader, streetId });
    expect(scores.find(({ unitId }) => unitId === idOf('城乡建设办公室'))).toMatchObject({ issued: 3, proper: 2 });
    expect(scores.find(({ unitId }) => unitId === idOf('自来水集团'))).toBeUndefined();
  });

  test('settled before the leader has judged, a claim is judged all the same: whom the whistle should not have called is excused, and not measured', async () => {
    const streetId = 'improper-late';
    await openStreet(sut, { streetId });
    const at = (caller: Caller): Caller => ({ ...caller, streetId });
    const { id, summonses } = await sut.ok(whistles.soundWhistle, burst, at(chief));
    const named = { id, unitId: idOf('自来水集团') };
    await sut.ok(whistles.claimImproper, { ...named, reason: '管线权属不在本单位' }, unit('自来水集团', streetId));
    const settled = await sut.ok(whistles.settleWhistle, { id, result: '已明确由排水集团处理' }, at(chief));
    expect(settled.summonses.map(({ state }) => state)).toEqual(['LAPSED', 'LAPSED', 'LAPSED']);
    const judged = await sut.ok(whistles.judgeImproper, { ...named, isImproper: true, reason: '核对权属图' }, at(leader));
    expect(judged).toMatchObject({ id: summonses[0]!.id, state: 'EXCUSED', propriety: 'IMPROPER' });
    const today = beijingDate(new Date());
    const { scores } = await sut.ok(whistles.whistleScores, { from: today, to: today }, at(leader));
    expect(scores.find(({ unitId }) => unitId === idOf('城乡建设办公室'))).toMatchObject({ issued: 3, proper: 2 });
    expect(scores.find(({ unitId }) => unitId === idOf('自来水集团'))).toBeUndefined();
    // What was not claimed before the end is not excused after it.
    expect(await sut.refused(whistles.claimImproper, { id, unitId: idOf('交通支队'), reason: '无关' }, unit('交通支队', streetId))).toBe(
      'summons.illegal-step',
    );
  });

  test('what cannot be a whistle is refused with what to do', async () => {
    const { place: _, ...placeless } = burst;
    expect(await sut.refused(whistles.soundWhistle, placeless, chief)).toBe('whistle.matter-needed');
    expect(await sut.refused(whistles.soundWhistle, { ...burst, unitIds: [randomUUID()] }, chief)).toBe('unit.unknown');
    expect(await sut.refused(whistles.soundWhistle, { ...burst, reason: '请联系 13812345678' }, chief)).toBe('work-order.text-private');
    const past = { at: new Date(Date.now() - 60_000).toISOString(), point: '东门' };
    expect(await sut.refused(whistles.soundWhistle, { ...burst, meeting: past }, chief)).toBe('due.past');
    expect(await sut.refused(whistles.soundWhistle, { ...burst, place: undefined, orderId: randomUUID() }, chief)).toBe('object.not-found');
  });
});

describe('a whistle for an order (吹哨、协同办理)', () => {
  const streetId = 'joint';
  const at = (caller: Caller): Caller => ({ ...caller, streetId });
  const lead = at(leadOf('城乡建设办公室', { role: 'department_handler', accountId: 'lead' }));
  const done = { publicText: '管线已经迁改，路面已经恢复', evidence: '竣工图与照片' };
  const see = (id: string) => sut.ok(dispatch.getWorkOrder, { id }, at(administrator));
  const blow = (orderId: string) =>
    sut.ok(whistles.soundWhistle, { orderId, reason: '管线权属不清，需现场会商', unitIds: [idOf('自来水集团')] }, at(chief));
  const settle = (id: string) => sut.ok(whistles.settleWhistle, { id, result: '已明确由自来水集团迁改' }, at(chief));

  beforeAll(async () => {
    await openStreet(sut, { streetId });
    const row: DirectoryRow = {
      ...{
        id: 'roofs',
        category: ['物业管理'],
        lead: { kind: 'UNIT', unitId: idOf('城乡建设办公室') },
        communityMayLead: false,
        source: '测试目录',
      },
    };
    await sut.ok(dispatch.publishDirectory, { rows: [row] }, at(administrator));
  });
  async function accepted(): Promise<string> {
    const { orderId } = await forward(sut, { place: noWhere }, streetId);
    await sut.ok(dispatch.accept, { id: orderId }, lead);
    return orderId;
  }
  async function handled(): Promise<string> {
    const id = await accepted();
    await sut.ok(dispatch.recordFirstContact, { id }, lead);
    return id;
  }

  test('makes it joint until every whistle is settled and every co-unit is back; only then the lead may complete', async () => {
    const id = await handled();
    const first = await blow(id);
    expect(await see(id)).toMatchObject({ state: 'JOINT', openWhistles: 1 });
    const second = await blow(id);
    const leg = await sut.ok(legs.addLeg, { id, unitId: idOf('交通支队'), task: '请安排临时交通疏导' }, lead);
    expect(await sut.refused(dispatch.complete, { id, ...done }, lead)).toBe('work-order.legs-open');
    await settle(first.id);
    await sut.ok(legs.waiveLeg, { id, legId: leg.id, reason: '改由夜间施工，不再疏导' }, lead);
    expect(await see(id)).toMatchObject({ state: 'JOINT', openWhistles: 1, openLegs: 0 });
    expect(await sut.refused(dispatch.complete, { id, ...done }, lead)).toBe('work-order.whistles-open');
    await settle(second.id);
    expect(await see(id)).toMatchObject({ state: 'HANDLING', openWhistles: 0 });

    const { segments } = await sut.ok(clocks.explain, { id }, at(administrator));
    expect(segments.slice(-3).map(({ state, because }) => [state, because])).toEqual([
      ['HANDLING', '已首次联系'],
      ['JOINT', '吹哨未办结，转入协同办理'],
      ['HANDLING', '为此件吹的哨已办结'],
    ]);
    expect((await toldOf(id)).slice(-7)).toEqual([
      ...['whistled', 'joined', 'whistled', 'co-unit-added', 'whistle-settled', 'co-unit-done', 'whistle-settled'],
    ]);
    expect(await sut.ok(dispatch.complete, { id, ...done }, lead)).toMatchObject({ state: 'COMPLETED' });
  });

  test('blown before the lead has spoken with the complainant, it joins the order when it is handled; settled before, it does not', async () => {
    const [joins, not] = [await accepted(), await accepted()];
    const whistle = await blow(not);
    await blow(joins);
    expect(await see(joins)).toMatchObject({ state: 'ACCEPTED', openWhistles: 1 });
    await settle(whistle.id);
    await sut.ok(dispatch.recordFirstContact, { id: not }, lead);
    expect(await see(not)).toMatchObject({ state: 'HANDLING', openWhistles: 0 });
    expect(await sut.ok(dispatch.giveFeedback, { id: joins, publicText: '已约相关单位今日到现场会商' }, lead)).toMatchObject({
      state: 'JOINT',
    });
    expect(await toldOf(joins)).toEqual(['dispatched', 'accepted', 'whistled', 'contacted', 'fed-back', 'joined']);
  });

  test('more time for the lead is more time for what the whistled units owe, as for co-units; a pause stands still for both, and nobody is moved whose result is in', async () => {
    const id = await handled();
    const of = { orderId: id, reason: '管线权属不清，需现场会商', unitIds: [idOf('自来水集团'), idOf('供电公司')] };
    const { id: whistleId, summonses } = await sut.ok(whistles.soundWhistle, of, at(chief));
    const [water, power] = summonses;
    const powers = { id: whistleId, unitId: idOf('供电公司') };
    await sut.ok(whistles.reportIn, powers, unit('供电公司', streetId));
    await sut.ok(whistles.giveWhistleResult, { ...powers, result: '已核对，无电力管线' }, unit('供电公司', streetId));
    const dueOf = async (one: { id: string }) => (await clocksOf(one.id)).find(({ code }) => code === 'WHISTLE_RESULT')!;
    const [before, dueAt] = [await dueOf(water!), (await see(id)).dueAt];
    const dueOn = beijingDate(new Date(Date.parse(dueAt) + 3 * 86_400_000 - 1));
    await sut.ok(clocks.askExtension, { id, reason: '管线图纸待调档', dueOn }, lead);
    const granted = { id, granted: true, reason: '调档属实，同意', publicText: '图纸调档需要三天，届时答复' };
    await sut.ok(clocks.decideExtension, granted, { ...at(chief), accountId: 'other-chief', unitIds: [idOf('民生保障办公室')] });
    const added = Date.parse((await see(id)).dueAt) - Date.parse(dueAt);
    expect(added).toBeGreaterThan(0);
    const after = await dueOf(water!);
    expect(after.due_at.getTime() - before.due_at.getTime()).toBe(Math.floor(added * 0.8));
    const seen = await sut.ok(whistles.getWhistle, { id: whistleId }, at(leader));
    expect(seen.summonses.find((one) => one.id === water!.id)!.resultDueAt).toBe(after.due_at.toISOString());
    expect(await toldOf(water!.id)).toEqual(['summoned', 'clock-followed']);

    await sut.ok(clocks.startPause, { id, kind: 'WAITING_FOR_COMPLAINANT', reason: '等诉求人开门', publicText: '请您约定入户时间' }, lead);
    expect((await dueOf(water!)).state).toBe('paused');
    await sut.ok(clocks.endPause, { id }, lead);
    expect((await dueOf(water!)).state).toBe('armed');
    expect(await toldOf(power!.id)).toEqual(['summoned', 'reported-in', 'result-given']);
  });

  test('an order that becomes an emergency takes along what is asked for it and who was whistled for it, and back when it is none', async () => {
    const demand = await forward(sut, { place: noWhere }, streetId);
    const id = demand.orderId;
    await sut.ok(dispatch.accept, { id }, lead);
    const community = at({ role: 'community_worker', unitIds: [idOf('南岗里社区')], scope: 'street' });
    const asked = await sut.ok(whistles.askWhistle, { orderId: id, reason: '架空线长期垂落', unitIds: [idOf('供电公司')] }, community);
    const of = { orderId: id, reason: '管线权属不清，需现场会商', unitIds: [idOf('自来水集团'), idOf('供电公司')] };
    const { id: whistleId, summonses } = await sut.ok(whistles.soundWhistle, of, at(chief));
    const [water, power] = summonses;
    await sut.ok(whistles.reportIn, { id: whistleId, unitId: idOf('供电公司') }, unit('供电公司', streetId));
    await sut.ok(dispatch.raiseLevel, { id, level: 'E', reason: '现场发现线路冒火花' }, at({ role: 'phone_desk' }));
    const running = async (one: { id: string }) =>
      (await clocksOf(one.id)).filter(({ state }) => state === 'armed').map(({ code }) => code);
    expect(await running(asked)).toEqual(['WHISTLE_ASKED_E']);
    expect(await running(water!)).toEqual(expect.arrayContaining(['WHISTLE_RESPOND_E']));
    expect(await running(power!)).not.toContain('WHISTLE_RESPOND_E');
    const raised = await sut.ok(whistles.getWhistle, { id: asked.id }, at(leader));
    expect(raised.level).toBe('E');
    expect(Date.parse(raised.answerDueAt!)).toBe((await clocksOf(asked.id)).find(({ state }) => state === 'armed')!.due_at.getTime());
    const ofWater = async () =>
      (await sut.ok(whistles.getWhistle, { id: whistleId }, at(leader))).summonses.find((one) => one.id === water!.id)!;
    expect(Date.parse((await ofWater()).respondDueAt) - Date.now()).toBeLessThanOrEqual(3_600_000);

    await sut.tell(
      classificationEvents.levelLowered,
      { no: demand.payload.no, orderId: id, level: 'N', reason: '是施工焊接', loweredAt: new Date().toISOString() },
      { aggregateId: demand.demandId, version: 3, streetId },
    );
    await eventually(async () => expect(await running(asked)).toEqual(['WHISTLE_ASKED']));
    const lowered = await sut.ok(whistles.getWhistle, { id: asked.id }, at(leader));
    expect([lowered.level, lowered.answerDueAt]).toEqual(['N', asked.answerDueAt]);
    expect((await ofWater()).respondDueAt).toBe(water!.respondDueAt);
    expect(await running(water!)).toEqual(expect.arrayContaining(['WHISTLE_RESPOND']));
  });

  test('what orders that were closed long ago left asked for, or sounded, is ended at the next start; what is open goes on', async () => {
    const community = at({ role: 'community_worker', unitIds: [idOf('南岗里社区')], scope: 'street' });
    const [left, open] = [await handled(), await handled()];
    const ask = (orderId: string) =>
      sut.ok(whistles.askWhistle, { orderId, reason: '架空线长期垂落', unitIds: [idOf('供电公司')] }, community);
    const [old, sounded, goesOn] = [await ask(left), await blow(left), await ask(open)];
    await sut.admin.query(
      `update work_orders set is_open = false, state = 'CLOSED_SOLVED', closed_at = now(), close_basis = 'CONFIRMED' where id = $1`,
      [left],
    );
    const db = sut.service.app.get<Db<DispatchDb>>(Db);
    for (let starts = 0; starts < 2; starts++) await endOldWhistles(db);
    expect(await toldOf(old.id)).toEqual(['asked', 'declined']);
    expect((await clocksOf(old.id)).map(({ state }) => state)).toEqual(['stopped']);
    expect(await sut.ok(whistles.getWhistle, { id: sounded.id }, at(chief))).toMatchObject({
      state: 'SETTLED',
      result: '工单已结案，吹哨随之办结',
    });
    expect(await toldOf(goesOn.id)).toEqual(['asked']);
  });

  test('asked for an ordinary order that is found to be dangerous before it is sounded, it gives the units the hour of an emergency', async () => {
    const id = await handled();
    const { place } = await see(id);
    const community = at({ role: 'community_worker', unitIds: [idOf('南岗里社区')], scope: 'street' });
    const matter = { orderId: id, place, reason: '架空线长期垂落', unitIds: [idOf('供电公司')] };
    const asked = await sut.ok(whistles.askWhistle, matter, community);
    await sut.ok(dispatch.raiseLevel, { id, level: 'E', reason: '现场发现线路冒火花' }, at({ role: 'phone_desk' }));
    const sounded = await sut.ok(whistles.soundAsked, { id: asked.id }, at(chief));
    expect([asked.level, sounded.level]).toEqual(['N', 'E']);
    expect((await clocksOf(sounded.summonses[0]!.id)).map(({ code }) => code)).toContain('WHISTLE_RESPOND_E');
  });

  test('handed to another unit it is joint again for that unit; closing the order ends the whistle and what the units owe it, and nobody is measured by it', async () => {
    const demand = await forward(sut, { place: noWhere }, streetId);
    const id = demand.orderId;
    await sut.ok(dispatch.accept, { id }, lead);
    await sut.ok(dispatch.recordFirstContact, { id }, lead);
    const whistle = await blow(id);
    const community = at({ role: 'community_worker', unitIds: [idOf('南岗里社区')], scope: 'street' });
    const another = { orderId: id, reason: '架空线长期垂落', unitIds: [idOf('供电公司')] };
    const asked = await sut.ok(whistles.askWhistle, another, community);
    await sut.ok(clocks.transfer, { id, leadUnitId: idOf('热力集团'), reason: '漏的是供热管线' }, at(leader));
    expect(await see(id)).toMatchObject({ state: 'DISPATCHED', openWhistles: 1 });
    const heat = at(leadOf('热力集团'));
    await sut.ok(dispatch.accept, { id }, heat);
    expect(await sut.ok(dispatch.recordFirstContact, { id }, heat)).toMatchObject({ state: 'JOINT' });
    await answer(sut, demand, {}, streetId);
    await stateOf(sut, id, 'CLOSED_SOLVED');
    const again = { orderId: id, reason: '再会商一次', unitIds: [idOf('自来水集团')] };
    expect(await sut.refused(whistles.soundWhistle, again, at(chief))).toBe('work-order.not-open');
    expect(await see(id)).toMatchObject({ openWhistles: 0 });
    const ended = await sut.ok(whistles.getWhistle, { id: whistle.id }, at(chief));
    expect(ended).toMatchObject({ state: 'SETTLED', result: '工单已结案，吹哨随之办结' });
    expect(ended.summonses.map((one) => one.state)).toEqual(['ENDED']);
    expect(await toldOf(ended.summonses[0]!.id)).toEqual(['summoned', 'ended']);
    expect((await clocksOf(ended.summonses[0]!.id)).map(({ state }) => state)).toEqual(['stopped', 'stopped']);
    expect(await sut.refused(whistles.settleWhistle, { id: whistle.id, result: '已结案' }, at(chief))).toBe('whistle.illegal-step');
    expect(await sut.ok(whistles.getWhistle, { id: asked.id }, at(chief))).toMatchObject({
      state: 'DECLINED',
      result: '工单已结案，不再吹哨',
    });
    expect((await clocksOf(asked.id)).map(({ state }) => state)).toEqual(['stopped']);
  });
});

test('the log alone tells every clock of every whistle, every summons and every task', async () => {
  const calendar = new WorkCalendar([calendar2026]);
  for (const [streets, limits] of [
    [`street_id = '${quick}'`, secondsTable],
    [`street_id <> '${quick}'`, defaultTimeLimits],
  ] as const) {
    const tables = new Map([[1, limits]]);
    const subjects = await sut.rows<{ id: string }>(
      `select id from whistles where ${streets} union all select id from summonses where ${streets} union all select id from assigned_tasks where ${streets}`,
    );
    expect(subjects.length).toBeGreaterThan(2);
    const { stored, replayed } = await replayedSteps(
      sut,
      subjects.map(({ id }) => id),
      () => ({ limits, policyVersion: 1, tables, calendar, calendarVersion: 1 }),
    );
    expect(stored.flat().length).toBeGreaterThan(2);
    expect(stored).toEqual(replayed);
  }
});
