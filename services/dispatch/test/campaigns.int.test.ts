import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { campaigns, defaultTimeLimits, dispatch, intakeEvents, watching, type CampaignView } from '@wufang/contracts';
import { WorkCalendar } from '@wufang/kernel';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { dispatchParts } from '../src/parts.js';
import { DAY, dayAfter, MovingTime } from './moving-time.js';
import { replayedSteps } from './replayed.js';
import {
  aDemand,
  administrator,
  answer,
  calendar2026,
  directoryCsv,
  forward,
  idOf,
  leadOf,
  nangangli,
  noWhere,
  openStreet,
  photos,
  returnLegs,
  stateOf,
} from './street.js';

let sut: ServiceUnderTest;
let time: MovingTime;
const chief: Caller = { role: 'section_chief', accountId: 'chief' };
const officer: Caller = { role: 'department_handler', accountId: 'officer', scope: 'concerned', unitIds: [idOf('综合行政执法队')] };
const traffic: Caller = { role: 'department_handler', accountId: 'traffic', scope: 'concerned', unitIds: [idOf('交通支队')] };
const firm: Caller = { ...leadOf('远征物业'), scope: 'concerned' };
const place = nangangli;

beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  time = new MovingTime(sut);
  await openStreet(sut);
  await sut.ok(dispatch.publishDirectoryCsv, { fileName: 'directory.csv', file: directoryCsv.toString('base64') }, administrator);
}, 120_000);
afterAll(() => sut?.stop());

const factsOf = async (id: string) => {
  const rows = await sut.rows<{ type: string; payload: Record<string, unknown> }>(
    'select type, payload from events where aggregate_id = $1 order by version',
    [id],
  );
  return rows.map(({ type, payload }) => ({ ...payload, type: type.replace('dispatch.campaign.', '').replace('.v1', '') }));
};

describe('a joint operation of two offices, in two shifts', () => {
  const id = randomUUID();
  const found = randomUUID();
  let demandId: string;
  const opening = () => ({
    ...{ id, kind: 'JOINT_OPERATION' as const, title: '南岗里联合执法', leadUnitId: idOf('综合行政执法队'), unitIds: [idOf('交通支队')] },
    ...{ places: [place], endOn: dayAfter(time.now, 10) },
  });

  test('is opened with the eight items; who takes part sees it, others do not; opened twice it is one', async () => {
    const opened = await sut.ok(campaigns.openCampaign, opening(), chief);
    expect(opened.items).toHaveLength(8);
    expect(opened).toMatchObject({ state: 'OPEN', unitIds: [idOf('综合行政执法队'), idOf('交通支队')], found: 0, open: 0 });
    expect((await sut.ok(campaigns.openCampaign, opening(), chief)).version).toBe(opened.version);
    expect((await sut.ok(campaigns.listCampaigns, {}, traffic)).campaigns.map((one) => one.id)).toEqual([id]);
    expect((await sut.ok(campaigns.listCampaigns, {}, firm)).campaigns).toEqual([]);
    expect(await sut.refused(campaigns.getCampaign, { id }, firm)).toBe('object.not-found');
    const { clocks } = await sut.ok(campaigns.getCampaign, { id }, officer);
    expect(clocks).toMatchObject([{ code: 'CAMPAIGN_END', state: 'armed' }]);
    expect(await sut.refused(campaigns.openCampaign, { ...opening(), id: randomUUID(), endOn: dayAfter(time.now, -1) }, chief)).toBe(
      'campaign.dates',
    );
    const elsewhere = { ...opening(), id: randomUUID(), places: [{ ...noWhere, estateId: idOf('没有的小区') }] };
    expect(await sut.refused(campaigns.openCampaign, elsewhere, chief)).toBe('incident.place-unknown');
    // An office opens what it leads itself.
    const asOffice = { ...traffic, scope: 'lead' as const };
    expect(await sut.refused(campaigns.openCampaign, { ...opening(), id: randomUUID() }, asOffice)).toBe('object.not-found');
  });

  test('the roster is two shifts of duties for its units; set anew, the one that is gone ends', async () => {
    const shift = (name: string, startsAt: string, endsAt: string, unit = '综合行政执法队') => ({
      ...{ planId: randomUUID(), unitId: idOf(unit), name, startsAt, endsAt, rota: ['甲', '乙'] },
    });
    const [early, late] = [shift('早班', '06:00', '14:00'), shift('晚班', '14:00', '22:00', '交通支队')];
    expect(await sut.refused(campaigns.setRoster, { id, shifts: [shift('早班', '06:00', '14:00', '热力集团')] }, chief)).toBe(
      'campaign.unit-not-in',
    );
    await sut.ok(campaigns.setRoster, { id, shifts: [early, late] }, chief);
    const { shifts } = await sut.ok(campaigns.getCampaign, { id }, chief);
    // Hours that were over before the roster was drawn up are nobody's omission.
    expect(shifts.every(({ onDuty, kind }) => onDuty === '甲' && kind === 'SHIFT')).toBe(true);
    await sut.ok(campaigns.setRoster, { id, shifts: [early] }, chief);
    const { plans } = await sut.ok(watching.listDutyPlans, {}, chief);
    expect(plans.map(({ title, isActive }) => [title, isActive])).toEqual(
      expect.arrayContaining([
        ['南岗里联合执法 早班', true],
        ['南岗里联合执法 晚班', false],
      ]),
    );
  });

  test('a leader moves its end to a later day and says why: its clock and its shifts go on, units are told, the old day stays in the log', async () => {
    const later = { id, endOn: dayAfter(time.now, 20), reason: '还有两条街没有查完' };
    const leader: Caller = { role: 'street_leader', accountId: 'leader' };
    expect(await sut.refused(campaigns.extendCampaign, { ...later, endOn: dayAfter(time.now, 10) }, leader)).toBe('campaign.not-later');
    expect(await sut.refused(campaigns.extendCampaign, { ...later, endOn: dayAfter(time.now, 700) }, leader)).toBe('campaign.dates');
    expect(await sut.ok(campaigns.extendCampaign, later, leader)).toMatchObject({ endOn: later.endOn, state: 'OPEN' });
    expect(await sut.refused(campaigns.extendCampaign, later, leader)).toBe('campaign.not-later');
    const { clocks } = await sut.ok(campaigns.getCampaign, { id }, chief);
    expect(clocks.map(({ state }) => state)).toEqual(['stopped', 'armed']);
    const [before, now] = clocks.map(({ dueAt }) => Date.parse(dueAt));
    expect(now! - before!).toBe(10 * DAY);
    const extended = (await factsOf(id)).find(({ type }) => type === 'extended');
    expect(extended).toMatchObject({ oldEndOn: dayAfter(time.now, 10), endOn: later.endOn, reason: later.reason, approvedBy: 'leader' });
    const plans = await sut.rows<{ until: string; is_active: boolean }>(
      `select until_on::text as until, is_active from duty_plans where title like '南岗里联合执法%' order by is_active`,
    );
    // The shift that ended before goes on no longer.
    expect(plans).toEqual([
      { until: dayAfter(time.now, 10), is_active: false },
      { until: later.endOn, is_active: true },
    ]);
    const rules = {
      ...{ limits: defaultTimeLimits, policyVersion: 1, tables: new Map([[1, defaultTimeLimits]]) },
      ...{ calendar: new WorkCalendar([calendar2026]), calendarVersion: 1 },
    };
    const { stored, replayed } = await replayedSteps(sut, [id], () => rules);
    expect(replayed).toEqual(stored);
  });

  test('what is found is entered with its item, place and photo, and what the officers did on the spot', async () => {
    const kept = await sut.ok(campaigns.addPhoto, { id, findingId: found, fileName: 'a.png', file: photos.black }, officer);
    const finding = { id, findingId: found, place, item: '店外经营', note: '摊位占了人行道', photoIds: [kept.id], step: 'HELD' as const };
    expect(await sut.refused(campaigns.recordFinding, { ...finding, item: '高空坠物' }, officer)).toBe('campaign.item-unknown');
    const away = { ...noWhere, communityId: idOf('云台路社区') };
    expect(await sut.refused(campaigns.recordFinding, { ...finding, place: away }, officer)).toBe('campaign.place-outside');
    expect(await sut.refused(campaigns.recordFinding, { ...finding, photoIds: [randomUUID()] }, officer)).toBe('image.not-kept');
    expect(await sut.refused(campaigns.recordFinding, { ...finding, note: '店主电话 13812345678' }, officer)).toBe(
      'work-order.text-private',
    );
    expect(await sut.refused(campaigns.recordFinding, finding, firm)).toBe('object.not-found');
    expect(await sut.ok(campaigns.recordFinding, finding, officer)).toMatchObject({ found: 1, open: 1 });
    expect(await sut.ok(campaigns.recordFinding, finding, officer)).toMatchObject({ found: 1, open: 1 });
    const detail = await sut.ok(campaigns.getCampaign, { id }, traffic);
    expect(detail.findings).toMatchObject([
      { item: '店外经营', state: 'OPEN', unitId: idOf('综合行政执法队'), steps: [{ step: 'HELD' }], photoIds: [kept.id], order: null },
    ]);
    expect(await sut.ok(campaigns.getPhoto, { id, findingId: found, photoId: kept.id }, traffic)).toMatchObject({
      contentType: 'image/jpeg',
    });
    expect(await sut.refused(campaigns.getPhoto, { id, findingId: found, photoId: kept.id }, firm)).toBe('object.not-found');
    // What is typed about a finding is in no fact.
    expect(JSON.stringify(await factsOf(id))).not.toContain('摊位');
  });

  test('it becomes a demand exactly once, and what becomes of that is counted here', async () => {
    const asked = { id, findingId: found, publicText: '南岗里一区门口店外经营，请处理' };
    const both = await Promise.all([sut.ok(campaigns.demandFinding, asked, officer), sut.ok(campaigns.demandFinding, asked, officer)]);
    expect(both.map(({ demanded }) => demanded)).toEqual([1, 1]);
    expect(await sut.ok(campaigns.demandFinding, asked, officer)).toMatchObject({ open: 0, demanded: 1 });
    const told = (await factsOf(id)).filter(({ type }) => type === 'finding-demanded') as unknown as { demandId: string; title: string }[];
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ title: '南岗里联合执法：店外经营', publicText: asked.publicText });
    demandId = told[0]!.demandId;
    expect((await sut.ok(campaigns.getCampaign, { id }, chief)).findings).toMatchObject([{ state: 'DEMANDED', demandId, order: null }]);

    // Intake receives and forwards it under that number.
    const { orderId, payload } = aDemand({ channel: 'PATROL' });
    const { title: _, orderId: __, forwardedAt: ___, ...received } = payload;
    await sut.tell(intakeEvents.demandReceived, received, { aggregateId: demandId, version: 1 });
    await sut.tell(intakeEvents.demandForwarded, payload, { aggregateId: demandId, version: 2 });
    await stateOf(sut, orderId, 'DISPATCHED');
    const open = await sut.ok(campaigns.getCampaign, { id }, chief);
    expect(open).toMatchObject({ demandsClosed: 0, demandsSolved: 0, findings: [{ order: { id: orderId, state: 'DISPATCHED' } }] });
    const lead = leadOf('远征物业');
    await sut.ok(dispatch.accept, { id: orderId }, lead);
    await sut.ok(dispatch.recordFirstContact, { id: orderId }, lead);
    await returnLegs(sut, orderId);
    await sut.ok(dispatch.complete, { id: orderId, publicText: '摊位已经清走', evidence: '照片' }, lead);
    await answer(sut, { demandId, orderId });
    await stateOf(sut, orderId, 'CLOSED_SOLVED');
    expect(await sut.ok(campaigns.getCampaign, { id }, chief)).toMatchObject({ demandsClosed: 1, demandsSolved: 1 });
  });

  test('it is closed with a summary once nothing is left open; its shifts and its clock end, nothing more is entered', async () => {
    const second = randomUUID();
    const finding = { id, findingId: second, place, item: '机动车违停', note: '消防通道上停着车' };
    await sut.ok(campaigns.recordFinding, finding, traffic);
    const closing = { id, summary: '共查到两处，一处当场整改，一处转为诉求办结。' };
    expect(await sut.refused(campaigns.closeCampaign, closing, chief)).toBe('campaign.findings-open');
    const step = { id, findingId: second, note: '开具告知单', step: 'DEALT_WITH' as const };
    expect(await sut.ok(campaigns.noteFinding, step, traffic)).toMatchObject({ open: 1, settled: 0 });
    expect(await sut.ok(campaigns.noteFinding, { ...step, note: '车已开走', isSettled: true }, traffic)).toMatchObject({
      open: 0,
      settled: 1,
    });
    expect(await sut.refused(campaigns.noteFinding, step, traffic)).toBe('campaign.finding-done');
    expect(await sut.refused(campaigns.demandFinding, { id, findingId: second, publicText: '请处理违停' }, traffic)).toBe(
      'campaign.finding-done',
    );
    expect(await sut.ok(campaigns.closeCampaign, closing, chief)).toMatchObject({ state: 'CLOSED', found: 2, settled: 1, demanded: 1 });
    expect(await sut.refused(campaigns.closeCampaign, closing, chief)).toBe('campaign.closed');
    expect(await sut.refused(campaigns.recordFinding, { ...finding, findingId: randomUUID() }, traffic)).toBe('campaign.closed');
    const { plans } = await sut.ok(watching.listDutyPlans, {}, chief);
    expect(plans.filter(({ isActive }) => isActive)).toEqual([]);
    const detail = await sut.ok(campaigns.getCampaign, { id }, chief);
    expect(detail.summary).toBe(closing.summary);
    expect(detail.clocks.map(({ code, state }) => `${code} ${state}`)).toEqual(['CAMPAIGN_END stopped', 'CAMPAIGN_END stopped']);
  });
});

describe('the treatment of a cluster', () => {
  let campaign: CampaignView;

  test('has the orders it is made of, its plan, a list of its own; a community leads its own', async () => {
    const orders = [await forward(sut), await forward(sut)];
    const worker: Caller = { role: 'community_worker', accountId: 'worker', scope: 'lead', unitIds: [idOf('南岗里社区')] };
    campaign = await sut.ok(
      campaigns.openCampaign,
      {
        ...{ id: randomUUID(), kind: 'TREATMENT', title: '南岗里一区漏雨专项治理', leadUnitId: idOf('南岗里社区') },
        ...{ unitIds: [idOf('远征物业')], places: [place], items: ['屋面', '外墙'], endOn: dayAfter(time.now, 5) },
        ...{ plan: '逐栋排查屋面，雨季前修完', clusterId: randomUUID(), orderIds: orders.map(({ orderId }) => orderId) },
      },
      worker,
    );
    const detail = await sut.ok(campaigns.getCampaign, { id: campaign.id }, chief);
    expect(detail).toMatchObject({ items: ['屋面', '外墙'], plan: '逐栋排查屋面，雨季前修完' });
    expect(detail.orders.map((order) => order.id).sort()).toEqual(orders.map(({ orderId }) => orderId).sort());
  });

  test('past its last day the unit that leads it and the chief hear of it, and the clock is found again from the log', async () => {
    await time.forward(8 * DAY);
    const told = async () =>
      (await factsOf(campaign.id)).flatMap((one) => {
        const { type, code, kind, tell } = one as { type: string; code?: string; kind?: string; tell?: string[] };
        return type === 'clock-fired' ? [`${code} ${kind} ${tell?.join('')}`] : [];
      });
    await eventually(async () => expect(await told()).toContain('CAMPAIGN_END breach S'));
    const rules = {
      ...{ limits: defaultTimeLimits, policyVersion: 1, tables: new Map([[1, defaultTimeLimits]]) },
      ...{ calendar: new WorkCalendar([calendar2026]), calendarVersion: 1 },
    };
    await sut.ok(campaigns.closeCampaign, { id: campaign.id, summary: '屋面已全部修好，居民回访满意。' }, chief);
    const { stored, replayed } = await replayedSteps(sut, [campaign.id], () => rules);
    expect(stored[0]).toHaveLength(1);
    expect(replayed).toEqual(stored);
  });
});
