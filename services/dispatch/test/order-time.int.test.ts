import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { clocks, defaultTimeLimits, dispatch, disputes, ledger, type DeadlineCode } from '@wufang/contracts';
import { countClock, WorkCalendar } from '@wufang/kernel';
import { eventually, ServiceUnderTest } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { dispatchParts } from '../src/parts.js';
import { DAY, dayAfter, handled, MovingTime } from './moving-time.js';
import {
  administrator,
  answer,
  calledBack,
  directoryCsv,
  forward,
  heating,
  history,
  idOf,
  leadOf,
  openStreet,
  returnLegs,
  stateOf,
} from './street.js';

let sut: ServiceUnderTest;
let time: MovingTime;
const chief = { role: 'section_chief' as const, accountId: 'chief' };
const leader = { role: 'street_leader' as const, accountId: 'leader' };
const reason = '屋面防水材料到货推迟';
const publicText = '材料推迟到货，到货后两天内施工';

beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  await openStreet(sut);
  await sut.ok(dispatch.publishDirectoryCsv, { fileName: 'd.csv', file: directoryCsv.toString('base64') }, administrator);
  time = new MovingTime(sut);
}, 120_000);
afterAll(() => sut?.stop());
// Days are counted from midday, so that no test runs over midnight.
beforeEach(async () => {
  const noon = new Date(`${dayAfter(time.now, 1)}T12:00:00+08:00`);
  await time.to(noon);
});

const clock = async (orderId: string, code: DeadlineCode) =>
  (
    await sut.rows<{ state: string; due_at: Date; fires_at: Date | null; stages: { at: string; kind: string }[] }>(
      'select state, due_at, fires_at, stages from deadlines where subject_id = $1 and code = $2 order by started_at desc limit 1',
      [orderId, code],
    )
  )[0]!;
const fired = async (orderId: string, code: DeadlineCode) =>
  (await history(sut, orderId)).filter(({ type, payload }) => type === 'clock-fired' && payload['code'] === code);
const seen = (id: string) => sut.ok(dispatch.getWorkOrder, { id }, administrator);

/** A section chief of the unit that leads, or who only belongs to it besides. */
const ownChief = ({ leadUnitId }: { leadUnitId: string }, as: 'unitIds' | 'otherUnitIds' = 'unitIds') => ({
  ...{ role: 'section_chief' as const, accountId: 'own-chief' },
  [as]: [leadUnitId],
});

describe('more time (延期)', () => {
  test('is asked for with a reason, decided by somebody else, told to the complainant; the old due time stays to be seen', async () => {
    const { orderId: id, lead, order } = await handled(sut);
    const dueOn = dayAfter(order.dueAt, 4);
    const asked = await sut.ok(clocks.askExtension, { id, reason, dueOn }, lead);
    expect(asked).toMatchObject({ openRequest: 'EXTENSION', dueAt: order.dueAt, firstDueAt: null });
    expect((await sut.ok(dispatch.listWorkOrders, { request: 'EXTENSION' }, chief)).workOrders.map((one) => one.id)).toEqual([id]);
    expect(await sut.refused(clocks.askExtension, { id, reason, dueOn }, lead)).toBe('work-order.request-open');
    const grant = { id, granted: true, reason: '情况属实，同意', publicText };
    expect(await sut.refused(clocks.decideExtension, grant, { ...chief, accountId: lead.accountId ?? `account-${lead.role}` })).toBe(
      'work-order.own-request',
    );
    expect(await sut.refused(clocks.decideExtension, { ...grant, publicText: undefined }, chief)).toBe('work-order.text-needed');
    expect(await sut.refused(clocks.decideExtension, grant, ownChief(order))).toBe('work-order.own-unit');

    const granted = await sut.ok(clocks.decideExtension, grant, chief);
    const newDue = new Date(`${dueOn}T24:00:00+08:00`);
    expect(granted).toMatchObject({
      openRequest: null,
      dueAt: newDue.toISOString(),
      firstDueAt: order.dueAt,
      receivedAt: order.receivedAt,
    });
    expect((await clock(id, 'NORMAL')).due_at).toEqual(newDue);
    expect((await clock(id, 'EXTENSION_DECIDE')).state).toBe('stopped');
    expect((await seen(id)).timeline.at(-1)).toMatchObject({ type: 'dispatch.extension.granted.v1', publicText });
    expect((await sut.ok(clocks.explain, { id }, administrator)).extensions).toMatchObject([
      { outcome: 'GRANTED', oldDueAt: order.dueAt, newDueAt: newDue.toISOString(), decidedBy: 'chief', reason },
    ]);
    expect(await sut.refused(clocks.askExtension, { id, reason, dueOn: dayAfter(newDue, 1) }, lead)).toBe('extension.used-up');

    // At the old due time nothing is due; warnings come as long before the new end as they would have before the old one.
    await time.to(new Date(newDue.getTime() - 4 * DAY));
    await eventually(async () => expect(await fired(id, 'NORMAL')).toHaveLength(1));
    expect(await calledBack(sut, id)).toEqual([]);
    await time.to(newDue);
    await eventually(async () => expect(await calledBack(sut, id)).toHaveLength(1));
    expect((await fired(id, 'NORMAL')).at(-1)!.payload).toMatchObject({ kind: 'breach', dueAt: newDue.toISOString() });
    expect(await sut.refused(clocks.askExtension, { id, reason, dueOn: dayAfter(newDue, 1) }, lead)).toBe('extension.past-due');
  });

  test('a refusal leaves the due time; who waits for a decision waits under a clock', async () => {
    const { orderId: id, lead, order } = await handled(sut);
    await sut.ok(clocks.askExtension, { id, reason, dueOn: dayAfter(order.dueAt, 1) }, lead);
    expect(await clock(id, 'EXTENSION_DECIDE')).toMatchObject({ state: 'armed' });
    const refused = await sut.ok(clocks.decideExtension, { id, granted: false, reason: '理由不充分，请抓紧办理' }, chief);
    expect(refused).toMatchObject({ dueAt: order.dueAt, firstDueAt: null, openRequest: null });
    expect((await clock(id, 'NORMAL')).due_at).toEqual(new Date(order.dueAt));
    expect(await sut.refused(clocks.decideExtension, { id, granted: false, reason: '理由不充分，请抓紧办理' }, chief)).toBe(
      'work-order.no-request',
    );
    await sut.ok(clocks.askExtension, { id, reason, dueOn: dayAfter(order.dueAt, 1) }, lead);
    await time.forward(4 * DAY);
    await eventually(async () => expect((await fired(id, 'EXTENSION_DECIDE')).at(-1)?.payload['tell']).toEqual(['V']));
  });

  test('never for emergencies and utilities, twice for the 15-day class, not beyond the class’s own limit', async () => {
    for (const level of ['E', 'U'] as const) {
      const urgent = await handled(sut, { level, category: heating });
      expect(await sut.refused(clocks.askExtension, { id: urgent.orderId, reason, dueOn: dayAfter(time.now, 3) }, urgent.lead)).toBe(
        'extension.never',
      );
    }
    const { orderId: id, lead, order } = await handled(sut, { level: 'C', category: ['其他', '其他', '其他'] });
    expect(await sut.refused(clocks.askExtension, { id, reason, dueOn: dayAfter(order.dueAt, 15) }, lead)).toBe('extension.date');
    expect(await sut.refused(clocks.askExtension, { id, reason, dueOn: dayAfter(order.dueAt, -1) }, lead)).toBe('extension.date');
    let { dueAt } = order;
    for (let i = 0; i < 2; i++) {
      await sut.ok(clocks.askExtension, { id, reason, dueOn: dayAfter(dueAt, 3) }, lead);
      ({ dueAt } = await sut.ok(clocks.decideExtension, { id, granted: true, reason: '情况属实，同意', publicText }, chief));
    }
    expect(await sut.refused(clocks.askExtension, { id, reason, dueOn: dayAfter(dueAt, 3) }, lead)).toBe('extension.used-up');
    expect((await seen(id)).firstDueAt).toBe(order.dueAt);
  });

  test('completing lets an open request lapse', async () => {
    const { orderId: id, lead, order } = await handled(sut);
    await sut.ok(clocks.askExtension, { id, reason, dueOn: dayAfter(order.dueAt, 1) }, lead);
    await returnLegs(sut, id);
    const done = await sut.ok(dispatch.complete, { id, publicText: '已经修好，请放心使用', evidence: '现场照片' }, lead);
    expect(done.openRequest).toBeNull();
    expect((await sut.ok(clocks.explain, { id }, administrator)).extensions).toMatchObject([{ outcome: 'LAPSED' }]);
    expect((await clock(id, 'EXTENSION_DECIDE')).state).toBe('stopped');
  });
});

describe('what is asked of the next higher level (提级请求)', () => {
  const answer = '请产权单位共同到场，先做临时防水';
  const law = defaultTimeLimits.find(({ code }) => code === 'ESCALATION_ASKED')!;
  const steps = async (id: string) => (await history(sut, id)).map(({ type }) => type);

  test('is put to the section chief, who gives guidance that the lead reads; the lead stays it, and its clocks and requests go on', async () => {
    const { orderId: id, lead, order } = await handled(sut);
    const before = await clock(id, 'NORMAL');
    const asked = await sut.ok(clocks.askEscalation, { id, reason }, lead);
    expect(asked).toMatchObject({ openRequest: null, leadUnitId: order.leadUnitId, state: order.state, dueAt: order.dueAt });
    expect(asked.escalation).toMatchObject({ outcome: 'OPEN', to: 'S', reason, answer: null });
    const owed = await clock(id, 'ESCALATION_ASKED');
    expect(owed).toMatchObject({ state: 'armed', due_at: new Date(asked.escalation!.dueAt) });
    const calendar = new WorkCalendar([{ year: 2026, papers: [], days: [{ name: '元旦', date: '2026-01-01', isOffDay: true }] }]);
    expect(asked.escalation!.dueAt).toBe(countClock(law, new Date(asked.escalation!.askedAt), calendar).dueAt.toISOString());
    expect((await sut.ok(dispatch.listWorkOrders, { escalated: 'true' }, chief)).workOrders.map((one) => one.id)).toEqual([id]);
    expect(await sut.refused(clocks.askEscalation, { id, reason }, lead)).toBe('escalation.open');
    // What it is asked about does not keep the lead from asking for time.
    await sut.ok(clocks.askExtension, { id, reason, dueOn: dayAfter(order.dueAt, 1) }, lead);
    await sut.ok(clocks.decideExtension, { id, granted: false, reason: '理由不充分，请抓紧办理' }, chief);

    const guided = { id, outcome: 'GUIDED' as const, answer };
    const asker = { ...chief, accountId: asked.escalation!.askedBy };
    expect(await sut.refused(clocks.answerEscalation, guided, asker)).toBe('work-order.own-request');
    expect(await sut.refused(clocks.answerEscalation, { ...guided, answer: '请打电话13800138000商量' }, chief)).toBe(
      'work-order.text-private',
    );
    await sut.ok(clocks.answerEscalation, guided, chief);
    expect((await sut.ok(dispatch.getWorkOrder, { id }, lead)).escalation).toMatchObject({
      outcome: 'GUIDED',
      answer,
      answeredBy: 'chief',
    });
    expect((await clock(id, 'ESCALATION_ASKED')).state).toBe('stopped');
    expect(await clock(id, 'NORMAL')).toEqual(before);
    const told = (await history(sut, id)).find(({ type }) => type === 'dispatch.escalation.answered')!;
    expect(told.payload).toMatchObject({ to: 'S', outcome: 'GUIDED' });
    expect(JSON.stringify(told.payload)).not.toContain(answer);
    expect(await sut.refused(clocks.answerEscalation, guided, chief)).toBe('escalation.none');
    // Declined with a reason; asked anew all the same.
    await sut.ok(clocks.askEscalation, { id, reason }, lead);
    await sut.ok(clocks.answerEscalation, { id, outcome: 'DECLINED', answer: '属于本单位职责，请继续办理' }, leader);
    expect((await sut.ok(clocks.explain, { id }, administrator)).escalations).toMatchObject([
      { outcome: 'GUIDED' },
      { outcome: 'DECLINED' },
    ]);
  });

  test('not answered in time the leader hears; of what a section leads the leader is asked, and the head of the street hears', async () => {
    const { orderId: id, lead } = await handled(sut);
    await sut.ok(clocks.askEscalation, { id, reason }, lead);
    const section = await handled(sut);
    await sut.ok(clocks.transfer, { id: section.orderId, leadUnitId: idOf('城乡建设办公室'), reason }, leader);
    const office = leadOf('城乡建设办公室', { role: 'department_handler' });
    const asked = await sut.ok(clocks.askEscalation, { id: section.orderId, reason }, office);
    expect(asked.escalation).toMatchObject({ to: 'V' });
    await time.to(asked.escalation!.dueAt);
    await eventually(async () =>
      expect((await fired(id, 'ESCALATION_ASKED')).at(-1)?.payload).toMatchObject({ kind: 'breach', tell: ['V'] }),
    );
    await eventually(async () =>
      expect((await fired(section.orderId, 'ESCALATION_ASKED')).at(-1)?.payload).toMatchObject({ kind: 'breach', tell: ['T'] }),
    );
    const taken = { id: section.orderId, outcome: 'TAKEN_UP' as const, answer: '街道牵头召集产权单位会商' };
    expect(await sut.refused(clocks.answerEscalation, taken, chief)).toBe('escalation.for-leader');
    expect((await sut.ok(clocks.answerEscalation, taken, leader)).escalation).toMatchObject({ outcome: 'TAKEN_UP', answeredBy: 'leader' });
  });

  test('an emergency is answered within two hours; raised meanwhile, the time that was given stays', async () => {
    const urgent = await handled(sut, { level: 'E', category: heating });
    const { escalation } = await sut.ok(clocks.askEscalation, { id: urgent.orderId, reason }, urgent.lead);
    expect(Date.parse(escalation!.dueAt) - Date.parse(escalation!.askedAt)).toBe(2 * 3_600_000);
    expect(await clock(urgent.orderId, 'ESCALATION_ASKED_E')).toMatchObject({ state: 'armed' });
    const { orderId: id, lead } = await handled(sut);
    const asked = await sut.ok(clocks.askEscalation, { id, reason }, lead);
    await sut.ok(dispatch.raiseLevel, { id, level: 'E', reason }, lead);
    expect(await clock(id, 'ESCALATION_ASKED')).toMatchObject({ state: 'armed', due_at: new Date(asked.escalation!.dueAt) });
    expect(await clock(id, 'ESCALATION_ASKED_E')).toBeUndefined();
    await sut.ok(clocks.answerEscalation, { id, outcome: 'GUIDED', answer }, chief);
    expect((await clock(id, 'ESCALATION_ASKED')).state).toBe('stopped');
  });

  test('done, handed over or ruled to be another’s, nobody has to answer it any more, and a fact says so', async () => {
    const ended = async (id: string, because: string) => {
      expect((await seen(id)).escalation).toMatchObject({ outcome: 'LAPSED', answer: null });
      expect((await clock(id, 'ESCALATION_ASKED')).state).toBe('stopped');
      expect(
        (await history(sut, id)).find(({ type, payload }) => type === 'dispatch.escalation.ended' && payload['because'] === because),
      ).toBeDefined();
      expect(await sut.refused(clocks.answerEscalation, { id, outcome: 'GUIDED', answer }, leader)).toBe('escalation.none');
    };
    const done = await handled(sut);
    await sut.ok(clocks.askEscalation, { id: done.orderId, reason }, done.lead);
    await returnLegs(sut, done.orderId);
    await sut.ok(dispatch.complete, { id: done.orderId, publicText: '已经修好，请放心使用', evidence: '现场照片' }, done.lead);
    await ended(done.orderId, 'DONE');
    expect((await steps(done.orderId)).at(-1)).toBe('completed');

    const handed = await handled(sut);
    await sut.ok(clocks.askEscalation, { id: handed.orderId, reason }, handed.lead);
    await sut.ok(clocks.transfer, { id: handed.orderId, leadUnitId: idOf('热力集团'), reason }, leader);
    await ended(handed.orderId, 'OTHER_LEAD');

    const { orderId: id } = await forward(sut);
    const { leadUnitId } = await seen(id);
    const lead = { ...leadOf(''), unitIds: [leadUnitId] };
    await sut.ok(clocks.askEscalation, { id, reason }, lead);
    const objection = { id, reason: 'NOT_OUR_DUTY' as const, text: '屋面漏雨应由产权单位办理', photoIds: [idOf('photo')] };
    const { id: disputeId } = await sut.ok(disputes.raiseDispute, objection, lead);
    expect(await sut.refused(clocks.askEscalation, { id, reason }, lead)).toBe('work-order.in-dispute');
    await sut.ok(disputes.upholdDispute, { id, disputeId, text: '已核对权属与职责', leadUnitId: idOf('城乡建设办公室') }, chief);
    await ended(id, 'OTHER_LEAD');
  });
});

describe('putting off (挂账)', () => {
  const ask = (id: string, days = 30) => ({
    id,
    ground: 'SEASON' as const,
    reason: '屋面需待气温回升后施工',
    reviewOn: dayAfter(time.now, days),
  });

  test('a leader decides, the complainant is told, reports stay owed, and on the review date the matter is handled again by itself', async () => {
    const { orderId: id, lead } = await handled(sut);
    expect(await sut.refused(clocks.askSuspension, ask(id, 91), lead)).toBe('suspension.date');
    await sut.ok(clocks.askSuspension, ask(id), lead);
    const put = await sut.ok(clocks.decideSuspension, { id, granted: true, reason: '情况属实，同意', publicText }, leader);
    expect(put.state).toBe('SUSPENDED');
    expect(await clock(id, 'PROGRESS')).toMatchObject({ state: 'armed' });
    const review = await clock(id, 'REVIEW');
    expect(review).toMatchObject({ state: 'armed' });
    expect(await sut.refused(dispatch.complete, { id, publicText: '已经修好，请放心使用', evidence: '照片' }, lead)).toBe(
      'work-order.illegal-step',
    );
    await time.forward(14 * DAY);
    await sut.ok(dispatch.reportProgress, { id, publicText: '仍待气温回升，三月施工' }, lead);
    await stateOf(sut, id, 'SUSPENDED');
    await time.to(review.due_at);
    await stateOf(sut, id, 'HANDLING');
    expect((await history(sut, id)).at(-1)).toMatchObject({ type: 'dispatch.suspension.ended', payload: { by: 'REVIEW_DATE' } });
    expect((await clock(id, 'REVIEW')).state).toBe('fired');
  });

  test('the lead takes it up again when the reason is gone; a refusal changes nothing', async () => {
    const { orderId: id, lead } = await handled(sut);
    await sut.ok(clocks.askSuspension, ask(id), lead);
    const refused = await sut.ok(clocks.decideSuspension, { id, granted: false, reason: '现在就能施工，不予挂账' }, leader);
    expect(refused).toMatchObject({ state: 'HANDLING', openRequest: null });
    await sut.ok(clocks.askSuspension, ask(id), lead);
    await sut.ok(clocks.decideSuspension, { id, granted: true, reason: '情况属实，同意', publicText }, leader);
    const back = await sut.ok(clocks.endSuspension, { id, publicText: '材料已到，今天开工' }, lead);
    expect(back.state).toBe('HANDLING');
    expect((await clock(id, 'REVIEW')).state).toBe('stopped');
  });

  test('what is urgent is done first: an emergency is not put off, nor is heat before somebody has been there (先办后议)', async () => {
    const emergency = await handled(sut, { level: 'E', category: heating });
    expect(await sut.refused(clocks.askSuspension, ask(emergency.orderId), emergency.lead)).toBe('work-order.urgent-first');
    const urgent = await handled(sut, { level: 'U', category: heating });
    await returnLegs(sut, urgent.orderId);
    expect(await sut.refused(clocks.askSuspension, ask(urgent.orderId), urgent.lead)).toBe('work-order.urgent-first');
    await sut.ok(dispatch.reportProgress, { id: urgent.orderId, publicText: '已找到漏点，管件明早到货' }, urgent.lead);
    expect(await sut.ok(clocks.askSuspension, ask(urgent.orderId), urgent.lead)).toMatchObject({ openRequest: 'SUSPENSION' });
  });

  test('the complainant, asked at the due time, may still say solved', async () => {
    const demand = await handled(sut);
    await sut.ok(clocks.askSuspension, ask(demand.orderId), demand.lead);
    await sut.ok(clocks.decideSuspension, { id: demand.orderId, granted: true, reason: '情况属实，同意', publicText }, leader);
    await answer(sut, demand);
    await stateOf(sut, demand.orderId, 'CLOSED_SOLVED');
    expect((await clock(demand.orderId, 'REVIEW')).state).toBe('stopped');
  });
});

describe('time that stands still (暂停计时)', () => {
  const wait = (id: string) => ({
    id,
    kind: 'WAITING_FOR_COMPLAINANT' as const,
    reason: '诉求人出差，周五回京',
    publicText: '等您回京后入户查看',
  });

  test('nothing of the paused clock fires, the reports run on, and afterwards it goes on where it stood', async () => {
    const { orderId: id, lead, order } = await handled(sut);
    const paused = await sut.ok(clocks.startPause, wait(id), lead);
    expect(paused.pausedSince).not.toBeNull();
    expect(await clock(id, 'NORMAL')).toMatchObject({ state: 'paused', fires_at: null });
    expect(await clock(id, 'PROGRESS')).toMatchObject({ state: 'armed' });
    await time.forward(2 * DAY);
    const resumed = await sut.ok(clocks.endPause, { id }, lead);
    expect(resumed).toMatchObject({ pausedSince: null, firstDueAt: order.dueAt });
    // Two midnights have passed, so that the limit of days ends two days later, again at 24:00.
    expect(new Date(resumed.dueAt).getTime()).toBe(new Date(order.dueAt).getTime() + 2 * DAY);
    expect((await clock(id, 'NORMAL')).due_at.toISOString()).toBe(resumed.dueAt);
    expect((await clock(id, 'PAUSE_END')).state).toBe('stopped');
    const { rawMs, netMs } = (await seen(id)).clocks.find(({ code }) => code === 'NORMAL')!;
    expect(Math.abs(rawMs - netMs - 2 * DAY)).toBeLessThan(60_000);
    const life = await sut.ok(clocks.explain, { id }, administrator);
    expect(life.rawMs - life.netMs).toBe(rawMs - netMs);
    expect(life.segments.map(({ state, pausedFor }) => `${state} ${pausedFor}`)).toContain('HANDLING WAITING_FOR_COMPLAINANT');
  });

  test('a pause that runs out goes on by itself; a third one for the complainant is refused', async () => {
    const { orderId: id, lead, order } = await handled(sut);
    for (let i = 0; i < 2; i++) {
      await sut.ok(clocks.startPause, wait(id), lead);
      await time.forward(3 * DAY);
      await eventually(async () => expect((await seen(id)).pausedSince).toBeNull());
    }
    const ended = (await history(sut, id)).filter(({ type }) => type === 'dispatch.pause.ended');
    expect(ended.map(({ payload }) => payload['by'])).toEqual(['RUN_OUT', 'RUN_OUT']);
    expect(new Date((await seen(id)).dueAt).getTime()).toBe(new Date(order.dueAt).getTime() + 6 * DAY);
    expect(await sut.refused(clocks.startPause, wait(id), lead)).toBe('pause.used-up');
  });

  test('one that ran out while nothing swept is over at its time: nobody gets the days after it', async () => {
    const { orderId: id, lead, order } = await handled(sut);
    const paused = await sut.ok(clocks.startPause, wait(id), lead);
    // Four days of outage after its three.
    await time.forward(7 * DAY);
    await eventually(async () => expect((await seen(id)).pausedSince).toBeNull());
    const ended = (await history(sut, id)).find(({ type }) => type === 'dispatch.pause.ended')!;
    const started = (await history(sut, id)).find(({ type }) => type === 'dispatch.pause.started')!;
    expect(ended.payload).toMatchObject({ by: 'RUN_OUT', endedAt: started.payload['until'], dueAt: paused.dueAt });
    expect(new Date((await seen(id)).dueAt).getTime()).toBe(new Date(order.dueAt).getTime() + 3 * DAY);
    expect((await clock(id, 'NORMAL')).due_at.toISOString()).toBe(paused.dueAt);
    // The history says the same: three days stood still, and the outage counts.
    const { segments, rawMs, netMs } = await sut.ok(clocks.explain, { id }, administrator);
    const stood = segments.filter(({ pausedFor }) => pausedFor !== null);
    expect(stood.map(({ from, to }) => [from, to])).toEqual([[started.payload['startedAt'], started.payload['until']]]);
    expect(rawMs - netMs).toBe(Date.parse(stood[0]!.to) - Date.parse(stood[0]!.from));
  });

  test('never for emergencies and utilities; a statutory period by the section chief alone', async () => {
    const urgent = await handled(sut, { level: 'U', category: heating });
    expect(await sut.refused(clocks.startPause, wait(urgent.orderId), urgent.lead)).toBe('pause.never');
    const { orderId: id, lead } = await handled(sut);
    const vote = { ...wait(id), kind: 'OWNERS_VOTE' as const, until: new Date(time.now.getTime() + 20 * DAY).toISOString() };
    expect(await sut.refused(clocks.startPause, vote, lead)).toBe('access.denied');
    expect(await sut.refused(clocks.startPause, { ...vote, until: undefined }, chief)).toBe('pause.until');
    expect((await sut.ok(clocks.startPause, vote, chief)).pausedSince).not.toBeNull();
    expect(await sut.refused(clocks.startPause, vote, chief)).toBe('work-order.paused');
    expect(await sut.refused(clocks.endPause, { id: urgent.orderId }, chief)).toBe('work-order.not-paused');
  });

  test('for the complainant it starts at once and is put to the chief: approved it goes on, refused it never was one', async () => {
    const review = { reason: '诉求人已在家，请继续办理' };
    const approved = await handled(sut);
    expect(await sut.ok(clocks.startPause, wait(approved.orderId), approved.lead)).toMatchObject({ pauseToReview: true });
    const good = await sut.ok(clocks.reviewPause, { id: approved.orderId, granted: true, reason: '情况属实，同意' }, chief);
    expect(good).toMatchObject({ pauseToReview: false });
    expect(good.pausedSince).not.toBeNull();
    expect(await sut.refused(clocks.reviewPause, { id: approved.orderId, granted: true, ...review }, chief)).toBe('pause.not-to-review');

    const { orderId: id, lead, order } = await handled(sut);
    await sut.ok(clocks.startPause, wait(id), lead);
    const self = { ...chief, accountId: lead.accountId ?? `account-${lead.role}` };
    expect(await sut.refused(clocks.reviewPause, { id, granted: true, ...review }, self)).toBe('work-order.own-request');
    expect(await sut.refused(clocks.reviewPause, { id, granted: true, ...review }, ownChief(order))).toBe('work-order.own-unit');
    expect((await clock(id, 'PAUSE_REVIEW')).state).toBe('armed');
    await time.forward(DAY);
    const refused = await sut.ok(clocks.reviewPause, { id, granted: false, ...review }, chief);
    expect(refused).toMatchObject({ pausedSince: null, pauseToReview: false, dueAt: order.dueAt, firstDueAt: null });
    expect(await clock(id, 'NORMAL')).toMatchObject({ state: 'armed', due_at: new Date(order.dueAt) });
    expect((await clock(id, 'PAUSE_END')).state).toBe('stopped');
    const { rawMs, netMs } = (await seen(id)).clocks.find(({ code }) => code === 'NORMAL')!;
    expect(rawMs).toBe(netMs);
    const life = await sut.ok(clocks.explain, { id }, administrator);
    expect(life.segments.filter(({ pausedFor }) => pausedFor !== null)).toEqual([]);
    expect(life.rawMs).toBe(life.netMs);
    // A statutory period is the chief's own word and needs no second one.
    const vote = { ...wait(id), kind: 'OWNERS_VOTE' as const, until: new Date(time.now.getTime() + 2 * DAY).toISOString() };
    expect(await sut.ok(clocks.startPause, vote, chief)).toMatchObject({ pauseToReview: false });
  });

  test('one that has ended is looked at all the same: refused then, the time it gave is taken back', async () => {
    const { orderId: id, lead, order } = await handled(sut);
    await sut.ok(clocks.startPause, wait(id), lead);
    await time.forward(2 * DAY);
    const after = await sut.ok(clocks.endPause, { id }, lead);
    expect(after).toMatchObject({ pauseToReview: true, pausedSince: null });
    expect(Date.parse(after.dueAt)).toBe(Date.parse(order.dueAt) + 2 * DAY);
    expect((await clock(id, 'PAUSE_REVIEW')).state).not.toBe('stopped');
    const seenAs = await sut.ok(clocks.reviewPause, { id, granted: false, reason: '诉求人一直在家，不应暂停' }, chief);
    expect(seenAs).toMatchObject({ pauseToReview: false, dueAt: order.dueAt });
    expect((await clock(id, 'NORMAL')).due_at.toISOString()).toBe(order.dueAt);
    expect((await clock(id, 'PAUSE_REVIEW')).state).not.toBe('armed');
    const { segments, rawMs, netMs } = await sut.ok(clocks.explain, { id }, administrator);
    expect(segments.filter(({ pausedFor }) => pausedFor !== null)).toEqual([]);
    expect(rawMs).toBe(netMs);
    // Approved after its end it stays what it was.
    const kept = await handled(sut);
    await sut.ok(clocks.startPause, wait(kept.orderId), kept.lead);
    await time.forward(DAY);
    const ended = await sut.ok(clocks.endPause, { id: kept.orderId }, kept.lead);
    const approved = await sut.ok(clocks.reviewPause, { id: kept.orderId, granted: true, reason: '情况属实，同意' }, chief);
    expect(approved).toMatchObject({ pauseToReview: false, dueAt: ended.dueAt });
  });

  test('completing ends a pause', async () => {
    const { orderId: id, lead } = await handled(sut);
    await sut.ok(clocks.startPause, wait(id), lead);
    await returnLegs(sut, id);
    const done = await sut.ok(dispatch.complete, { id, publicText: '已经修好，请放心使用', evidence: '现场照片' }, lead);
    expect(done.pausedSince).toBeNull();
    expect((await clock(id, 'NORMAL')).state).toBe('stopped');
  });
});

describe('what will be done, by whom and until when (措施、责任人、时限)', () => {
  test('is asked for at the first warning of the limit where nobody has said it, and only there', async () => {
    const [silent, planned] = [await handled(sut), await handled(sut)];
    await sut.ok(ledger.noteMeasure, { id: planned.orderId, measure: '更换屋面防水卷材', plannedAt: planned.order.dueAt }, planned.lead);
    for (const [stage, lacksMeasure] of [
      [0, true],
      [1, undefined],
    ] as const) {
      await time.to((await clock(silent.orderId, 'NORMAL')).stages[stage]!.at);
      for (const { orderId } of [silent, planned])
        await eventually(async () => expect((await fired(orderId, 'NORMAL')).map(({ payload }) => payload['stage'])).toContain(stage));
      const said = async (id: string) => (await fired(id, 'NORMAL')).find(({ payload }) => payload['stage'] === stage)!.payload;
      expect([await said(silent.orderId), await said(planned.orderId)].map((payload) => payload['lacksMeasure'])).toEqual([
        lacksMeasure,
        undefined,
      ]);
    }
  });
});

describe('a limit that is met without being done', () => {
  test('a stage report within the day of a utility’s work: nobody is told, it is late nowhere, the complainant is called back all the same', async () => {
    const urgent = { level: 'U' as const, category: heating, demandType: 'HELP' as const };
    const [kept, silent] = [await handled(sut, urgent), await handled(sut, urgent)];
    const words = '已找到漏点，管件明早到货后更换';
    expect((await sut.ok(dispatch.reportProgress, { id: kept.orderId, publicText: words }, kept.lead)).limitMetAt).not.toBeNull();
    await time.to(kept.order.dueAt);
    for (const { orderId } of [kept, silent]) await eventually(async () => expect(await calledBack(sut, orderId)).toHaveLength(1));
    expect((await fired(kept.orderId, 'UTIL_DONE')).map(({ payload }) => [payload['kind'], payload.tell, payload['isMet']])).toEqual([
      ['breach', [], true],
    ]);
    expect((await fired(silent.orderId, 'UTIL_DONE')).at(-1)!.payload.tell).toEqual(['S', 'V']);
    const late = (await sut.ok(ledger.listLedger, { overdue: 'true', limit: 200 }, chief)).entries.map(({ orderId }) => orderId);
    expect(late).toContain(silent.orderId);
    expect(late).not.toContain(kept.orderId);
    // What is reported after the limit is late; what is sent back is owed done.
    expect((await sut.ok(dispatch.reportProgress, { id: silent.orderId, publicText: words }, silent.lead)).limitMetAt).toBeNull();
    const done = { publicText: '已经修好，请放心使用', evidence: '现场照片' };
    await returnLegs(sut, kept.orderId);
    await sut.ok(dispatch.complete, { id: kept.orderId, ...done }, kept.lead);
    await answer(sut, kept, { solved: false, reason: '仍然不热' });
    await stateOf(sut, kept.orderId, 'REWORK');
    expect((await seen(kept.orderId)).limitMetAt).toBeNull();
  });
});

describe('handing over (转办)', () => {
  test('the new unit owes acceptance and contact; the lost time stays, and neither clock starts again', async () => {
    const { orderId: id, order, lead } = await handled(sut);
    await time.forward(DAY);
    const over = { id, leadUnitId: idOf('城乡建设办公室'), reason: '房屋结构问题由城建办牵头' };
    expect(await sut.refused(clocks.transfer, { ...over, leadUnitId: order.leadUnitId }, chief)).toBe('work-order.same-unit');
    // The lead does not let the case go by itself; whoever has nothing to gain by it hands it over.
    expect(await sut.refused(clocks.transfer, over, ownChief(order))).toBe('work-order.own-unit');
    expect(await sut.refused(clocks.transfer, over, ownChief(order, 'otherUnitIds'))).toBe('work-order.own-unit');
    // A leader of the street rules at once; what a chief asks for waits for the other unit (below).
    const moved = await sut.ok(clocks.transfer, over, leader);
    expect(moved).toMatchObject({
      state: 'DISPATCHED',
      leadUnitId: idOf('城乡建设办公室'),
      dueAt: order.dueAt,
      dispatchedAt: order.dispatchedAt,
      receivedAt: order.receivedAt,
    });
    expect((await clock(id, 'NORMAL')).due_at).toEqual(new Date(order.dueAt));
    expect(await clock(id, 'ACCEPT')).toMatchObject({ state: 'armed' });
    expect(await sut.refused(dispatch.accept, { id }, lead)).toBe('object.not-found');
    await sut.ok(dispatch.getWorkOrder, { id }, { ...lead, scope: 'concerned' });
    const there = leadOf('城乡建设办公室', { role: 'department_handler' });
    await sut.ok(dispatch.accept, { id }, there);
    expect(await clock(id, 'FIRST_CONTACT')).toMatchObject({ state: 'armed' });
    const { segments } = await sut.ok(clocks.explain, { id }, administrator);
    expect(segments.filter(({ unitId }) => unitId === order.leadUnitId).map(({ state }) => state)).toEqual([
      'DISPATCHED',
      'ACCEPTED',
      'HANDLING',
    ]);
    expect(segments.at(-1)).toMatchObject({ state: 'ACCEPTED', unitId: idOf('城乡建设办公室') });
    expect(segments[0]).toMatchObject({ from: order.receivedAt, state: 'RECEIVED', heldBy: 'INTAKE' });
  });

  const heat = { ...leadOf('热力集团'), accountId: 'heat', scope: 'concerned' as const };
  const pass = (id: string) => ({ id, leadUnitId: idOf('热力集团'), reason: '漏的是供热管线' });
  const steps = async (id: string) => (await history(sut, id)).map(({ type }) => type.replace('dispatch.', '')).slice(-2);

  test('asked by a chief, the lead stays the lead with its clocks until the other unit takes it over (row 122)', async () => {
    const { orderId: id, order, lead } = await handled(sut);
    expect(await sut.refused(dispatch.getWorkOrder, { id }, heat)).toBe('object.not-found');
    const before = await sut.rows('select code, due_at, state from deadlines where subject_id = $1 order by code', [id]);
    const said = '漏水处在供热管线上，由热力集团接着办';
    const asked = await sut.ok(clocks.transfer, { ...pass(id), publicText: said }, chief);
    expect(asked).toMatchObject({
      ...{ state: 'HANDLING', leadUnitId: order.leadUnitId, dueAt: order.dueAt, openRequest: 'TRANSFER' },
      askedTransfer: { toUnitId: idOf('热力集团'), reason: '漏的是供热管线', askedBy: 'chief' },
    });
    const others = `select code, due_at, state from deadlines where subject_id = $1 and code <> 'TRANSFER_ANSWER' order by code`;
    expect(await sut.rows(others, [id])).toEqual(before);
    expect(await clock(id, 'TRANSFER_ANSWER')).toMatchObject({ state: 'armed', due_at: new Date(asked.askedTransfer!.dueAt) });
    expect(await sut.refused(clocks.transfer, pass(id), chief)).toBe('work-order.request-open');
    // Who is asked sees it and answers; who leads it goes on, and does not answer for the other.
    expect((await sut.ok(dispatch.getWorkOrder, { id }, heat)).leadUnitId).toBe(order.leadUnitId);
    expect(await sut.refused(dispatch.accept, { id }, leadOf('热力集团'))).toBe('object.not-found');
    await sut.ok(dispatch.reportProgress, { id, publicText: '正在核对管线归属' }, lead);
    expect(await sut.refused(clocks.acceptTransfer, { id }, { ...lead, scope: 'concerned' })).toBe('object.not-found');
    const taken = await sut.ok(clocks.acceptTransfer, { id }, heat);
    expect(taken).toMatchObject({
      state: 'DISPATCHED',
      leadUnitId: idOf('热力集团'),
      dueAt: order.dueAt,
      askedTransfer: null,
      openRequest: null,
    });
    expect((await clock(id, 'TRANSFER_ANSWER')).state).toBe('stopped');
    expect((await history(sut, id)).at(-1)).toMatchObject({ type: 'transferred', payload: { askedBy: 'chief', publicText: said } });
    expect(await sut.refused(clocks.acceptTransfer, { id }, heat)).toBe('object.not-found');
  });

  test('declined it stays where it was and the other unit is out again; not answered in time, a leader hears and rules', async () => {
    const { orderId: id, order } = await handled(sut);
    await sut.ok(clocks.transfer, pass(id), chief);
    const declined = await sut.ok(clocks.declineTransfer, { id, reason: '楼内管线由产权单位负责' }, heat);
    expect(declined).toMatchObject({ leadUnitId: order.leadUnitId, askedTransfer: null, openRequest: null, state: 'HANDLING' });
    expect((await history(sut, id)).at(-1)).toMatchObject({ type: 'transfer-declined', payload: { by: 'UNIT', askedBy: 'chief' } });
    expect(await sut.refused(dispatch.getWorkOrder, { id }, heat)).toBe('object.not-found');

    const asked = await sut.ok(clocks.transfer, pass(id), chief);
    await time.to(asked.askedTransfer!.dueAt);
    await eventually(async () => expect((await fired(id, 'TRANSFER_ANSWER')).at(-1)?.payload['kind']).toBe('breach'));
    expect((await fired(id, 'TRANSFER_ANSWER')).at(-1)!.payload).toMatchObject({ tell: ['V'], owedBy: idOf('热力集团') });
    expect(await seen(id)).toMatchObject({ leadUnitId: order.leadUnitId, openRequest: 'TRANSFER' });
    expect(await sut.ok(clocks.transfer, pass(id), leader)).toMatchObject({ leadUnitId: idOf('热力集团'), askedTransfer: null });
    expect(await steps(id)).toContain('transferred');
  });

  test('what is done meanwhile is asked of nobody any more', async () => {
    const { orderId: id, lead } = await handled(sut);
    await sut.ok(clocks.transfer, pass(id), chief);
    await returnLegs(sut, id);
    await sut.ok(dispatch.complete, { id, publicText: '已经修好，请放心使用', evidence: '现场照片' }, lead);
    expect(await seen(id)).toMatchObject({ askedTransfer: null, openRequest: null });
    expect((await clock(id, 'TRANSFER_ANSWER')).state).toBe('stopped');
    expect(await sut.refused(clocks.acceptTransfer, { id }, heat)).toBe('object.not-found');
  });

  test('never to the demand centre, which would assign it on: whose it is not objects', async () => {
    const { orderId: id, order } = await handled(sut);
    const over = { id, leadUnitId: idOf('市民诉求处置中心'), reason: '本单位办不了，请中心另派' };
    expect(await sut.refused(clocks.transfer, over, chief)).toBe('work-order.illegal-step');
    expect(await seen(id)).toMatchObject({ state: 'HANDLING', leadUnitId: order.leadUnitId, dueAt: order.dueAt });
  });

  test('waits for a pause and for an open request', async () => {
    const { orderId: id, lead, order } = await handled(sut);
    const over = { id, leadUnitId: idOf('城乡建设办公室'), reason: '房屋结构问题由城建办牵头' };
    await sut.ok(clocks.askExtension, { id, reason, dueOn: dayAfter(order.dueAt, 1) }, lead);
    expect(await sut.refused(clocks.transfer, over, chief)).toBe('work-order.request-open');
    expect(await sut.refused(clocks.transfer, { ...over, id: (await forward(sut)).orderId, leadUnitId: idOf('nobody') }, chief)).toBe(
      'unit.unknown',
    );
  });
});

describe('what was sent back (重办)', () => {
  async function sentBack() {
    const demand = await handled(sut);
    const { orderId: id, lead } = demand;
    await returnLegs(sut, id);
    await sut.ok(dispatch.complete, { id, publicText: '屋面防水已经修好', evidence: '维修单' }, lead);
    await answer(sut, demand, { solved: false, satisfaction: 'DISSATISFIED' });
    await stateOf(sut, id, 'REWORK');
    return { ...demand, id, order: await seen(id) };
  }

  test('may be given more time once, before its due time, by no more than a week; the clock of the rework moves and the old due time stays', async () => {
    const { id, lead, order } = await sentBack();
    expect(await sut.refused(clocks.askExtension, { id, reason, dueOn: dayAfter(order.dueAt, 8) }, lead)).toBe('extension.date');
    await sut.ok(clocks.askExtension, { id, reason, dueOn: dayAfter(order.dueAt, 2) }, lead);
    const granted = await sut.ok(clocks.decideExtension, { id, granted: true, reason, publicText }, chief);
    expect(granted).toMatchObject({ state: 'REWORK', firstDueAt: order.dueAt });
    expect((await clock(id, 'REWORK')).due_at.toISOString()).toBe(granted.dueAt);
    expect(Date.parse(granted.dueAt)).toBeGreaterThan(Date.parse(order.dueAt) + DAY);
    await sut.ok(dispatch.accept, { id }, lead);
    expect(await sut.refused(clocks.askExtension, { id, reason, dueOn: dayAfter(granted.dueAt, 1) }, lead)).toBe('extension.used-up');
  });

  test('may be handed to another unit, which accepts it and speaks with the complainant anew; no time is given back', async () => {
    const { id, order } = await sentBack();
    const over = await sut.ok(clocks.transfer, { id, leadUnitId: idOf('热力集团'), reason: '漏的是供热管线' }, leader);
    expect(over).toMatchObject({ state: 'DISPATCHED', leadUnitId: idOf('热力集团'), dueAt: order.dueAt, reworks: 1 });
    expect((await clock(id, 'REWORK')).due_at.toISOString()).toBe(order.dueAt);
    const heat = leadOf('热力集团');
    expect(await sut.ok(dispatch.accept, { id }, heat)).toMatchObject({ state: 'ACCEPTED' });
    expect((await clock(id, 'FIRST_CONTACT')).state).toBe('armed');
    expect(await sut.ok(dispatch.recordFirstContact, { id }, heat)).toMatchObject({ state: 'HANDLING' });
    const { segments } = await sut.ok(clocks.explain, { id }, administrator);
    expect(segments.slice(-4).map(({ state, unitId }) => [state, unitId === idOf('热力集团')])).toEqual([
      ['REWORK', false],
      ['DISPATCHED', true],
      ['ACCEPTED', true],
      ['HANDLING', true],
    ]);
  });

  test('handed over twice: whoever had it goes on seeing it, the first too, who is no longer asked to act', async () => {
    const { orderId: id } = await forward(sut);
    const isSeenBy = async (name: string) =>
      'ok' in (await sut.ask(dispatch.getWorkOrder, { id }, { ...leadOf(name), scope: 'concerned' }));
    const first = (await sut.ok(dispatch.getWorkOrder, { id }, administrator)).leadUnitId;
    expect(first).toBe(idOf('远征物业'));
    expect(await isSeenBy('热力集团')).toBe(false);
    for (const name of ['热力集团', '城乡建设办公室'])
      await sut.ok(clocks.transfer, { id, leadUnitId: idOf(name), reason: '按职责归口办理' }, leader);
    for (const name of ['远征物业', '热力集团', '城乡建设办公室']) expect(await isSeenBy(name)).toBe(true);
    expect(await isSeenBy('燃气集团')).toBe(false);
    expect(await sut.refused(dispatch.accept, { id }, leadOf('远征物业'))).toBe('object.not-found');
    // Back with the first: nobody is named twice.
    await sut.ok(clocks.transfer, { id, leadUnitId: first, reason: '仍由物业办理' }, leader);
    const [row] = await sut.rows<{ former: string[] }>('select former_lead_ids as former from work_orders where id = $1', [id]);
    expect(row!.former).toEqual([first, idOf('热力集团'), idOf('城乡建设办公室')]);
  });

  test('and then put off owes reports every 15 days all the while', async () => {
    const { id, lead } = await sentBack();
    expect(await clock(id, 'PROGRESS')).toMatchObject({ state: 'armed' });
    await sut.ok(dispatch.accept, { id }, lead);
    await time.forward(DAY);
    const before = (await clock(id, 'PROGRESS')).due_at;
    const reviewOn = dayAfter(time.now, 80);
    await sut.ok(clocks.askSuspension, { id, ground: 'SEASON', reason: '屋面需待气温回升后施工', reviewOn }, lead);
    await sut.ok(clocks.decideSuspension, { id, granted: true, reason: '情况属实，同意', publicText }, leader);
    const owed = await clock(id, 'PROGRESS');
    expect(owed).toMatchObject({ state: 'armed', due_at: new Date(before.getTime() + DAY) });
    await time.to(owed.due_at);
    await eventually(async () => expect((await fired(id, 'PROGRESS')).at(-1)?.payload['kind']).toBe('breach'));
    await stateOf(sut, id, 'SUSPENDED');
    await sut.ok(dispatch.reportProgress, { id, publicText: '仍待气温回升，三月施工' }, lead);
    const next = await clock(id, 'PROGRESS');
    expect(next.state).toBe('armed');
    expect(next.due_at.getTime()).toBeGreaterThan(owed.due_at.getTime());
  });

  test('nothing is handed over while an objection is being decided, of an emergency that is handled meanwhile neither', async () => {
    const over = (id: string) => sut.refused(clocks.transfer, { id, leadUnitId: idOf('城乡建设办公室'), reason: '由城建科室办理' }, chief);
    const object = { reason: 'NOT_OUR_DUTY' as const, text: '不属于本单位管理范围' };
    const demand = await forward(sut, { category: heating, level: 'E' });
    const [row] = await sut.rows<{ lead: string }>('select lead_unit_id as lead from work_orders where id = $1', [demand.orderId]);
    const lead = { ...leadOf(''), unitIds: [row!.lead] };
    const id = demand.orderId;
    await sut.ok(disputes.raiseDispute, { id, ...object }, lead);
    await sut.ok(dispatch.accept, { id }, lead);
    await sut.ok(dispatch.recordFirstContact, { id }, lead);
    expect(await over(id)).toBe('work-order.in-dispute');
    const { orderId } = await forward(sut);
    const [roofs] = await sut.rows<{ lead: string }>('select lead_unit_id as lead from work_orders where id = $1', [orderId]);
    const { id: disputeId } = await sut.ok(disputes.raiseDispute, { id: orderId, ...object }, { ...leadOf(''), unitIds: [roofs!.lead] });
    expect(await over(orderId)).toBe('work-order.in-dispute');
    await sut.ok(disputes.rejectDispute, { id: orderId, disputeId, text: '经核对属于本单位' }, chief);
    await sut.ok(clocks.transfer, { id: orderId, leadUnitId: idOf('热力集团'), reason: '漏的是供热管线' }, leader);
  });
});
