import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { campaignEvents, classification, dispatchEvents, intake, intakeEvents, legEvents, screeningOutcomes } from '@wufang/contracts';
import { createLogger, createPool, Db, Vault, verifyAudit } from '@wufang/service';
import { eventually } from '@wufang/testing';
import { listOldPhotos } from '../src/app/list-old-photos.js';
import { listDemands } from '../src/db/demands.view.js';
import type { IntakeDb } from '../src/db/schema.js';
import { aCall, anUnsortedCall, callbackDesk, desk, heat, openStreet, resident, street, type Street } from './street.js';

/** What `explain` says of one step, as far as it matters here. */
interface Plan {
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}
/** How many rows of tables were looked at, those that were thrown away included. */
const rowsRead = (step: Plan): number =>
  (step['Relation Name'] === undefined ? 0 : (step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0)) * step['Actual Loops']) +
  (step.Plans ?? []).reduce((sum, below) => sum + rowsRead(below), 0);

let at: Street;
beforeAll(async () => {
  at = await openStreet();
});
afterAll(() => at.sut.stop());

const eventsOf = (id: string) => at.sut.rows('select type, payload, version from events where aggregate_id = $1 order by version', [id]);
const typesOf = async (id: string) => (await eventsOf(id)).map((event) => event['type']);

describe('a demand that is complete', () => {
  test('is received and forwarded at once, with its place found in the words and no home in its facts', async () => {
    const receipt = await at.sut.ok(intake.receiveDemand, aCall({ title: '501室暖气冰凉' }), desk);
    expect(receipt).toMatchObject({ state: 'FORWARDED', level: 'U' });
    expect(receipt.no).toMatch(/^WF\d{8}[0-9A-Z]{6}$/);
    const [received, forwarded] = await eventsOf(receipt.id);
    expect(received!['type']).toBe(intakeEvents.demandReceived.type);
    expect(forwarded!['payload']).toMatchObject({
      orderId: receipt.orderId,
      demandType: 'HELP',
      category: heat,
      title: '暖气冰凉',
      place: { communityId: at.units.northGate, estateId: at.estates.northGateEast, buildingId: at.building, point: null },
    });
    const clocks = await at.sut.rows('select 1 from deadlines where subject_id = $1', [receipt.id]);
    expect(clocks).toHaveLength(0);
  });

  test.each([
    [{ point: '3号楼2单元' }, true], // the estate is chosen, the building written beside it
    [{ point: '楼道里' }, false],
    [{ point: '镇北里东区3栋' }, true],
    [{ point: '东大院3号楼' }, false], // another estate
    [{ point: '3号楼', buildingId: null }, false], // said to be none
  ])('finds the building within an estate that the desk has chosen: %j -> %s', async (where, isFound) => {
    const call = aCall({ content: '家里暖气不热，老人受冻', place: { estateId: at.estates.northGateEast, ...where } });
    const { id } = await at.sut.ok(intake.receiveDemand, call, desk);
    const [received] = await eventsOf(id);
    const place = { estateId: at.estates.northGateEast, buildingId: isFound ? at.building : null };
    expect(received!['payload']).toMatchObject({ place });
  });

  test('by two hundred callers at once is two hundred demands with numbers of their own, and every chain holds', async () => {
    const calls = Array.from({ length: 200 }, () => aCall());
    const receipts = await Promise.all(calls.map((call) => at.sut.ok(intake.receiveDemand, call, desk)));
    expect(new Set(receipts.map(({ no }) => no)).size).toBe(200);
    expect(new Set(receipts.map(({ orderId }) => orderId)).size).toBe(200);
    const [count] = await at.sut.rows('select count(*)::int as n from demands where id = any($1)', [calls.map(({ id }) => id)]);
    expect(count!['n']).toBe(200);
    const pool = createPool(at.sut.env['DATABASE_URL']!, 'intake', 'test', 2);
    const report = await verifyAudit(pool, ['demands', 'callbacks']);
    await pool.end();
    expect(report.broken).toEqual([]);
    expect(report.chains).toBeGreaterThanOrEqual(200);
  });

  test('sent twice under one id, by whatever key, is one demand; another body under the id is refused', async () => {
    const call = aCall();
    const [first, second] = await Promise.all([at.sut.ok(intake.receiveDemand, call, desk), at.sut.ok(intake.receiveDemand, call, desk)]);
    expect(second).toEqual(first);
    expect(await at.sut.refused(intake.receiveDemand, { ...call, content: '另一件事' }, desk)).toBe('request.key-reused');
    const same = { ...desk, idempotencyKey: 'one-key' };
    const other = aCall();
    const receipt = await at.sut.ok(intake.receiveDemand, other, same);
    expect(await at.sut.ok(intake.receiveDemand, other, same)).toEqual(receipt);
    expect(await at.sut.refused(intake.receiveDemand, { ...other, content: '另一件事' }, same)).toBe('request.key-reused');
    expect(await typesOf(call.id)).toEqual([intakeEvents.demandReceived.type, intakeEvents.demandForwarded.type]);
  });

  test('tells of danger and is level E whatever the desk set', async () => {
    const call = aCall({ content: '镇北里东区3号楼电梯里有老人被困', level: 'N' });
    expect(await at.sut.ok(intake.receiveDemand, call, desk)).toMatchObject({ state: 'FORWARDED', level: 'E' });
  });

  test('was passed to 119 on the phone and goes to no unit', async () => {
    const receipt = await at.sut.ok(intake.receiveDemand, aCall({ content: '镇北里东区3号楼着火', emergencyLine: true }), desk);
    expect(receipt).toMatchObject({ state: 'REDIRECTED', orderId: null });
    expect(await typesOf(receipt.id)).toEqual([intakeEvents.demandReceived.type, intakeEvents.demandRedirected.type]);
  });

  test('lacks a phone, or happens tomorrow, and is refused', async () => {
    expect(await at.sut.refused(intake.receiveDemand, aCall({ callerPhone: undefined }), desk)).toBe('demand.incomplete');
    const patrol = aCall({ channel: 'PATROL', callerPhone: undefined, callerName: undefined });
    expect(await at.sut.ok(intake.receiveDemand, patrol, desk)).toMatchObject({ state: 'FORWARDED' });
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expect(await at.sut.refused(intake.receiveDemand, aCall({ happenedAt: tomorrow }), desk)).toBe('request.invalid');
  });
});

describe('a resident', () => {
  const web = (differs: object = {}) => ({
    streetId: street,
    id: randomUUID(),
    content: '楼道灯坏了',
    callerPhone: '13900005678',
    ...differs,
  });

  test('hands in by web, and a person screens it', async () => {
    const receipt = await at.sut.ok(intake.receivePublicDemand, web({ title: '张三家门口灯坏了', content: '东大院楼道灯坏了' }), resident);
    expect(receipt).toMatchObject({ state: 'SCREENING', level: 'N', orderId: null });
    const [received] = await eventsOf(receipt.id);
    expect(received!['payload']).toMatchObject({ channel: 'WEB', place: { estateId: at.estates.eastYard } });
    const demand = await at.sut.ok(intake.getDemand, { id: receipt.id }, desk);
    expect(demand).toMatchObject({ title: '东大院新诉求', content: '张三家门口灯坏了\n东大院楼道灯坏了' });
    expect(await at.sut.rows('select code from deadlines where subject_id = $1', [receipt.id])).toEqual([{ code: 'SCREEN' }]);
  });

  test('scans a code, and the place is filled in; an emergency by the one tap is out at once, whatever its words (domain rules 4.5, step 1)', async () => {
    const tapped = { placeCode: 'LIFT-3', content: '墙皮、外墙掉落', isEmergency: true };
    const receipt = await at.sut.ok(intake.receivePublicDemand, web(tapped), resident);
    expect(receipt).toMatchObject({ state: 'FORWARDED', level: 'E', orderId: expect.any(String) });
    const [received, raised, forwarded] = await eventsOf(receipt.id);
    expect(received!['payload']).toMatchObject({ channel: 'QR', place: { buildingId: at.building, point: '3号楼电梯' } });
    expect(raised!['payload']).toMatchObject({ basis: 'CLAIM', words: [], orderId: receipt.orderId });
    expect(forwarded!['payload']).toMatchObject({ level: 'E', demandType: 'HELP', place: { buildingId: at.building } });
    expect(await at.sut.rows('select code from deadlines where subject_id = $1', [receipt.id])).toEqual([{ code: 'LEVEL_CONFIRM' }]);
    // The desk may find that it is none.
    const lower = { id: receipt.id, level: 'N' as const, reason: '只是墙面起皮' };
    expect(await at.sut.ok(classification.lowerLevel, lower, desk)).toMatchObject({ level: 'N', state: 'FORWARDED' });
    // So is what the desk hears and has no time to sort.
    const call = await at.sut.ok(
      intake.receiveDemand,
      aCall({ content: '外墙上有东西松动，下面有人走', level: 'E', category: undefined }),
      desk,
    );
    expect(call).toMatchObject({ state: 'FORWARDED', level: 'E' });
    expect(await at.sut.rows('select code from deadlines where subject_id = $1', [call.id])).toEqual([]);
    expect(await at.sut.refused(intake.receivePublicDemand, web({ placeCode: 'NOWHERE' }), resident)).toBe('place.unknown');
  });

  test('may choose a category of the tree, and no words of their own in its stead', async () => {
    expect(await at.sut.ok(intake.receivePublicDemand, web({ demandType: 'HELP', category: heat }), resident)).toMatchObject({
      state: 'FORWARDED',
    });
    const made = await at.sut.ok(
      intake.receivePublicDemand,
      web({ demandType: 'HELP', category: ['王小明', '13800000000', '欠钱'] }),
      resident,
    );
    expect(made.state).toBe('SCREENING');
  });

  test('may name the unit they complain about, from the names of that place alone; the desk may take back what was named by mistake', async () => {
    const named = async (where: object) =>
      (await at.sut.ok(intake.listComplaintUnits, { streetId: street, ...where }, resident)).units.map(({ name }) => name);
    expect(await named({ point: '镇北里东区三号楼' })).toEqual(['远征物业', '镇北里社区']);
    expect(await named({ placeCode: 'LIFT-3' })).toEqual(['远征物业', '镇北里社区']);
    expect(await named({ point: '东大院' })).toEqual(['东大院社区']);
    expect(await named({ point: '不知道在哪' })).toEqual([]);
    expect(await named({})).toEqual([]);
    expect(await at.sut.refused(intake.listComplaintUnits, { streetId: street, placeCode: 'NOWHERE' }, resident)).toBe('place.unknown');

    const firm = { aboutUnitId: at.units.firm };
    const elsewhere = web({ ...firm, place: { point: '东大院' } });
    expect(await at.sut.refused(intake.receivePublicDemand, elsewhere, resident)).toBe('demand.unit-elsewhere');
    const another = web({ aboutUnitId: at.units.heating, placeCode: 'LIFT-3' });
    expect(await at.sut.refused(intake.receivePublicDemand, another, resident)).toBe('demand.unit-elsewhere');

    // It goes with the very first dispatch.
    const complete = web({ ...firm, demandType: 'COMPLAINT', category: heat, place: { point: '镇北里东区三号楼' } });
    const { id } = await at.sut.ok(intake.receivePublicDemand, complete, resident);
    expect((await eventsOf(id)).map(({ payload }) => payload)).toMatchObject([firm, firm]);
    const scanned = await at.sut.ok(intake.receivePublicDemand, web({ ...firm, placeCode: 'LIFT-3' }), resident);
    expect(await at.sut.ok(intake.getDemand, { id: scanned.id }, desk)).toMatchObject(firm);
    const screened = { id: scanned.id, outcome: 'NORMAL' as const, demandType: 'HELP' as const, category: heat, aboutUnitId: null };
    await at.sut.ok(intake.screenDemand, screened, desk);
    expect(await at.sut.ok(intake.getDemand, { id: scanned.id }, desk)).toMatchObject({ aboutUnitId: null });
  });

  test('about a unit is neither ended nor made less by somebody of that unit, in whatever capacity; another may', async () => {
    const about = { aboutUnitId: at.units.firm };
    const { id } = await at.sut.ok(intake.receivePublicDemand, web({ ...about, placeCode: 'LIFT-3' }), resident);
    const other = await at.sut.ok(intake.receivePublicDemand, web({ placeCode: 'LIFT-3' }), resident);
    for (const theirs of [
      { ...desk, unitIds: [at.units.firm] },
      { ...desk, otherUnitIds: [at.units.firm] },
    ]) {
      const refused = [
        await at.sut.refused(intake.answerDemand, { id, answer: '已经了解', demandType: 'INQUIRY' }, theirs),
        await at.sut.refused(intake.linkDemand, { id, to: other.id, message: '同一件事' }, theirs),
        await at.sut.refused(intake.screenDemand, { id, outcome: 'LEGAL_CHANNEL', message: '请走信访渠道' }, theirs),
        await at.sut.refused(intake.screenDemand, { id, outcome: 'NORMAL', demandType: 'HELP', category: heat, aboutUnitId: null }, theirs),
      ];
      expect(refused).toEqual(Array(4).fill('demand.own-complaint'));
    }
    // Sent on as it is: nothing is decided by that.
    await at.sut.ok(
      intake.screenDemand,
      { id, outcome: 'NORMAL', demandType: 'COMPLAINT', category: heat },
      { ...desk, unitIds: [at.units.firm] },
    );
    expect((await eventsOf(id)).at(-1)!.payload).toMatchObject(about);
  });

  test('of a street nobody has opened is told so', async () => {
    const elsewhere = { ...resident, streetId: 'nowhere' };
    expect(await at.sut.refused(intake.receivePublicDemand, web({ streetId: 'nowhere' }), elsewhere)).toBe('street.unknown');
  });
});

describe('screening', () => {
  test('sends an ordinary demand on with what the desk has found out, and stops the clock', async () => {
    const call = anUnsortedCall({ content: '楼上漏水，东大院' });
    await at.sut.ok(intake.receiveDemand, call, desk);
    expect(await at.sut.refused(intake.screenDemand, { id: call.id, outcome: 'NORMAL' }, desk)).toBe('demand.incomplete');
    const category: [string, string, string] = ['物业管理', '房屋维修', '房屋漏雨渗水'];
    const receipt = await at.sut.ok(intake.screenDemand, { id: call.id, outcome: 'NORMAL', demandType: 'COMPLAINT', category }, desk);
    expect(receipt).toMatchObject({ state: 'FORWARDED', level: 'N' });
    expect((await eventsOf(call.id)).at(-1)!['payload']).toMatchObject({ demandType: 'COMPLAINT', category, title: '东大院房屋漏雨渗水' });
    expect(await at.sut.rows('select state from deadlines where subject_id = $1', [call.id])).toEqual([{ state: 'stopped' }]);
    expect(await at.sut.refused(intake.screenDemand, { id: call.id, outcome: 'NORMAL' }, desk)).toBe('demand.illegal-step');
  });

  test.each(screeningOutcomes.filter((outcome) => outcome !== 'NORMAL'))('%s is told its way, with a message always', async (outcome) => {
    const call = anUnsortedCall();
    const { no } = await at.sut.ok(intake.receiveDemand, call, desk);
    expect(await at.sut.ok(intake.screenDemand, { id: call.id, outcome }, desk)).toMatchObject({ state: 'REDIRECTED' });
    expect((await eventsOf(call.id)).at(-1)).toMatchObject({ type: intakeEvents.demandRedirected.type, payload: { outcome } });
    const tracked = await at.sut.ok(intake.track, { streetId: street, no, phoneTail: '1234' }, resident);
    expect(tracked.timeline.at(-1)!.text.length).toBeGreaterThan(10);
  });

  test('answers an inquiry, and nothing else', async () => {
    const question = anUnsortedCall({ demandType: 'INQUIRY', content: '加装电梯怎么申请' });
    const { no } = await at.sut.ok(intake.receiveDemand, question, desk);
    expect(await at.sut.ok(intake.answerDemand, { id: question.id, answer: '请到社区领取申请表' }, desk)).toMatchObject({
      state: 'ANSWERED',
    });
    const tracked = await at.sut.ok(intake.track, { streetId: street, no, phoneTail: '1234' }, resident);
    expect(tracked).toMatchObject({ state: 'ANSWERED', stateText: '已答复您' });
    expect(tracked.timeline.map(({ text }) => text)).toContain('请到社区领取申请表');
    const complaint = anUnsortedCall({ demandType: 'COMPLAINT' });
    await at.sut.ok(intake.receiveDemand, complaint, desk);
    expect(await at.sut.refused(intake.answerDemand, { id: complaint.id, answer: '好的' }, desk)).toBe('demand.answer-inquiry-only');
  });
});

describe('duplicates', () => {
  test('are named with their reasons, and linked by a person', async () => {
    const category: [string, string, string] = ['城市管理', '市容环境', '占道经营'];
    const first = aCall({ category, content: '东大院门口占道经营', callerPhone: '13711110001' });
    const { orderId } = await at.sut.ok(intake.receiveDemand, first, desk);
    const neighbour = anUnsortedCall({ category, content: '东大院有人摆摊', callerPhone: '13711110002' });
    await at.sut.ok(intake.receiveDemand, neighbour, desk);
    const again = anUnsortedCall({ content: '上次说的事还没人管', callerPhone: '137-1111-0001' });
    await at.sut.ok(intake.receiveDemand, again, desk);

    const ofNeighbour = await at.sut.ok(intake.duplicateCandidates, { id: neighbour.id }, desk);
    expect(ofNeighbour.candidates.map(({ id, reasons }) => ({ id, reasons }))).toEqual([
      { id: first.id, reasons: ['SAME_PLACE_CATEGORY_OPEN'] },
    ]);
    const ofCaller = await at.sut.ok(intake.duplicateCandidates, { id: again.id }, desk);
    expect(ofCaller.candidates.map(({ id, reasons }) => ({ id, reasons }))).toEqual([
      { id: first.id, reasons: ['SAME_CALLER_MATTER_30_DAYS'] },
    ]);

    const link = { id: neighbour.id, to: first.id, message: '已有同一事项在办，一起办理' };
    expect(await at.sut.ok(intake.linkDemand, link, desk)).toMatchObject({ state: 'LINKED' });
    expect((await eventsOf(neighbour.id)).at(-1)!['payload']).toMatchObject({ to: first.id, orderId });
    // Linking to a linked one leads to the one with the order.
    expect(await at.sut.ok(intake.linkDemand, { ...link, id: again.id, to: neighbour.id }, desk)).toMatchObject({ state: 'LINKED' });
    expect(await at.sut.ok(intake.getDemand, { id: again.id }, desk)).toMatchObject({ linkedTo: first.id, orderId });
    expect(await at.sut.refused(intake.linkDemand, link, desk)).toBe('demand.illegal-step');
  });

  test('are not linked to themselves, nor to what is closed for good', async () => {
    const call = anUnsortedCall();
    await at.sut.ok(intake.receiveDemand, call, desk);
    const gone = anUnsortedCall();
    await at.sut.ok(intake.receiveDemand, gone, desk);
    await at.sut.ok(intake.screenDemand, { id: gone.id, outcome: 'UNLAWFUL' }, desk);
    for (const to of [call.id, gone.id])
      expect(await at.sut.refused(intake.linkDemand, { id: call.id, to, message: '一起办理' }, desk)).toBe('demand.link-self');
  });
});

describe('who sees what', () => {
  const phone = '13698765432';
  const name = '诸葛金丝雀';
  const firm = { role: 'firm_handler' as const, scope: 'concerned' as const, accountId: 'firm-1' };

  test('who first answered in 有事您找我 stays the contact: it sees the demand and calls back, whoever leads by now', async () => {
    const mine = aCall({ callerName: name, callerPhone: phone });
    const { orderId } = await at.sut.ok(intake.receiveDemand, mine, desk);
    const [first, next] = [randomUUID(), randomUUID()];
    const handedUp = {
      ...{ demandId: mine.id, no: 'x', fromUnitId: first, toUnitId: next, coUnitIds: [], contactUnitId: first },
      ...{ fromStep: 'FIRM' as const, step: 'COMMUNITY' as const, state: 'DISPATCHED' as const, publicText: '已请社区出面' },
      handedUpAt: new Date().toISOString(),
    };
    await at.sut.tell(legEvents.handedUp, handedUp, { aggregateId: orderId!, version: 1 });
    const contact = { ...firm, unitIds: [first] };
    const seen = await eventually(() => at.sut.ok(intake.getDemand, { id: mine.id }, contact));
    expect(seen).toMatchObject({ leadUnitId: next, callerPhone: '136****5432' });
    expect((await at.sut.ok(intake.listDemands, {}, contact)).demands.map(({ id }) => id)).toEqual([mine.id]);
    const asked = { id: mine.id, purpose: '告知社区何时上门' };
    expect(await at.sut.ok(intake.revealComplainant, asked, contact)).toMatchObject({ callerPhone: phone });
    expect(await at.sut.refused(intake.getDemand, { id: mine.id }, { ...firm, unitIds: [randomUUID()] })).toBe('object.not-found');
  });

  test('a unit sees the demands of its own orders and no others, the complainant masked', async () => {
    const mine = aCall({ callerName: name, callerPhone: phone });
    const other = aCall();
    const { orderId } = await at.sut.ok(intake.receiveDemand, mine, desk);
    await at.sut.ok(intake.receiveDemand, other, desk);
    const unit = randomUUID();
    const now = new Date().toISOString();
    await at.sut.tell(
      dispatchEvents.dispatched,
      {
        demandId: mine.id,
        no: 'x',
        leadUnitId: unit,
        coUnitIds: [at.units.heating],
        level: 'U',
        category: heat,
        place: { communityId: null, estateId: null, buildingId: null, point: null },
        receivedAt: now,
        dispatchedAt: now,
        dueAt: now,
        decision: { directoryVersion: 1, ruleIds: [], reason: '', alternatives: [] },
      },
      { aggregateId: orderId!, version: 1 },
    );
    const asLead = { ...firm, unitIds: [unit] };
    const seen = await eventually(() => at.sut.ok(intake.getDemand, { id: mine.id }, asLead));
    expect(seen).toMatchObject({ callerName: '诸葛**', callerPhone: '136****5432', room: '3号楼', leadUnitId: unit });
    expect(seen.content).toContain('暖气冰凉');
    for (const as of [asLead, { ...firm, unitIds: [at.units.heating] }]) {
      const { demands } = await at.sut.ok(intake.listDemands, {}, as);
      expect(demands.map(({ id }) => id)).toEqual([mine.id]);
    }
    expect((await at.sut.ok(intake.listDemands, {}, { ...firm, unitIds: [randomUUID()] })).demands).toEqual([]);
    expect(await at.sut.refused(intake.getDemand, { id: other.id }, asLead)).toBe('object.not-found');
    expect(await at.sut.refused(intake.getDemand, { id: mine.id }, { ...firm, unitIds: [] })).toBe('object.not-found');

    // The inspector reads the case and not the person.
    const inspected = await at.sut.ok(intake.getDemand, { id: mine.id }, { role: 'inspector' });
    expect(inspected).toMatchObject({ content: null, callerPhone: null, room: null });

    // Who is complained about helps, and learns neither who complains nor their words.
    const version = (n: number) => ({ aggregateId: orderId!, version: n });
    const named = { demandId: mine.id, no: 'x', leadUnitId: unit, namedAt: now };
    await at.sut.tell(dispatchEvents.complainedAboutNamed, { ...named, aboutUnitId: at.units.heating }, version(2));
    for (const theirs of [
      { ...firm, unitIds: [at.units.heating] },
      { ...desk, otherUnitIds: [at.units.heating] },
    ]) {
      const own = await eventually(async () => {
        const found = await at.sut.ok(intake.getDemand, { id: mine.id }, theirs);
        expect(found.aboutUnitId).toBe(at.units.heating);
        return found;
      });
      expect(own).toMatchObject({ title: seen.title, content: null, callerName: null, callerPhone: null, room: null });
      const { demands } = await at.sut.ok(intake.listDemands, { no: seen.no }, theirs);
      expect(demands).toMatchObject([{ callerName: null, callerPhone: null, room: null }]);
      expect(await at.sut.refused(intake.revealComplainant, { id: mine.id, purpose: '约定上门时间' }, theirs)).toBe('demand.own-complaint');
    }
    expect((await at.sut.ok(intake.getDemand, { id: mine.id }, asLead)).content).toContain('暖气冰凉');

    // In clear only with a purpose, and each time is a fact.
    const asked = { id: mine.id, purpose: '约定上门时间' };
    expect(await at.sut.ok(intake.revealComplainant, asked, asLead)).toEqual({
      callerName: name,
      callerPhone: phone,
      room: '3号楼2单元501',
    });
    expect(await at.sut.refused(intake.revealComplainant, asked, { ...firm, unitIds: [randomUUID()] })).toBe('object.not-found');
    expect(await at.sut.ok(intake.revealComplainant, asked, callbackDesk)).toMatchObject({ callerPhone: phone });
    const reveals = await at.sut.rows(
      "select actor->>'accountId' as who, payload from events where aggregate_id = $1 and type = $2 order by version",
      [mine.id, intakeEvents.complainantRevealed.type],
    );
    expect(reveals).toEqual([
      { who: 'firm-1', payload: { purpose: '约定上门时间' } },
      { who: 'callback-1', payload: { purpose: '约定上门时间' } },
    ]);
  });

  test('no name, phone or home lies anywhere but in the vault', async () => {
    const canary = { callerName: name, callerPhone: phone, room: '7号楼3单元1803' };
    const call = anUnsortedCall({
      ...canary,
      title: `${name}家1803室漏水`,
      content: `我是${name}，电话${phone}，住7号楼3单元1803室`,
      place: { point: `东大院7号楼3单元1803室 ${phone}` },
    });
    await at.sut.ok(intake.receiveDemand, call, desk);
    await at.sut.ok(intake.revealComplainant, { id: call.id, purpose: `回电${phone}核实` }, desk);
    await at.sut.ok(intake.screenDemand, { id: call.id, outcome: 'NORMAL', demandType: 'HELP', category: heat }, desk);
    const tables = await at.sut.rows<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'intake' and table_type = 'BASE TABLE'",
    );
    const found: string[] = [];
    for (const table of tables) {
      const rows = await at.sut.rows(`select 1 from ${table.name} t where t::text like any($1) limit 1`, [
        [`%${phone}%`, `%${name}%`, '%单元1803%', '%1803室%'],
      ]);
      if (rows.length > 0) found.push(table.name);
    }
    expect(found).toEqual([]);
    const [kept] = await at.sut.rows('select sealed from complainants where demand_id = $1', [call.id]);
    expect((kept!['sealed'] as Buffer).includes(Buffer.from(phone))).toBe(false);
  });
});

describe('lists', () => {
  test('go on page by page, newest first, and find a number', async () => {
    const receipts = [];
    for (let i = 0; i < 3; i++) receipts.push(await at.sut.ok(intake.receiveDemand, anUnsortedCall(), desk));
    const first = await at.sut.ok(intake.listDemands, { limit: 2 }, desk);
    expect(first.demands.map(({ id }) => id)).toEqual([receipts[2]!.id, receipts[1]!.id]);
    const second = await at.sut.ok(intake.listDemands, { limit: 1, before: receipts[1]!.id }, desk);
    expect(second.demands[0]!.id).toBe(receipts[0]!.id);
    const found = await at.sut.ok(intake.listDemands, { no: receipts[0]!.no.toLowerCase() }, desk);
    expect(found.demands.map(({ id }) => id)).toEqual([receipts[0]!.id]);
    expect((await at.sut.ok(intake.listDemands, { state: 'SCREENING', limit: 1 }, desk)).demands[0]!.id).toBe(receipts[2]!.id);
    // What somebody works off comes in the order in which it came, however much there is.
    const waiting = { state: 'SCREENING' as const, first: 'OLDEST' as const, limit: 200 };
    const queue = (await at.sut.ok(intake.listDemands, waiting, desk)).demands.map(({ id }) => id);
    expect(queue.slice(-3)).toEqual(receipts.slice(0, 3).map(({ id }) => id));
    const after = await at.sut.ok(intake.listDemands, { ...waiting, before: receipts[0]!.id, limit: 2 }, desk);
    expect(after.demands.map(({ id }) => id)).toEqual([receipts[1]!.id, receipts[2]!.id]);
    expect((await at.sut.ok(intake.listDemands, { text: '%' }, desk)).demands).toEqual([]);
  });

  test('use an index for each question they are asked', async () => {
    const client = await at.sut.admin.connect();
    try {
      await client.query('set enable_seqscan = off');
      // The planner of an empty table takes any index; with rows it takes the right one.
      await client.query(
        `insert into demands (street_id, id, version, updated_at, no, state, channel, level, title, received_at)
         select 'plans', gen_random_uuid(), 1, now(), 'WF' || n, 'FORWARDED', 'WEB', 'N', 'x', now() - n * interval '1 minute' from generate_series(1, 5000) n`,
      );
      await client.query('analyze demands');
      const plan = async (text: string) =>
        (await client.query(`explain ${text}`)).rows.map((row: object) => Object.values(row)[0] as string).join('\n');
      expect(await plan("select * from demands where street_id = 'plans' and no = 'WF17'")).toContain('demands_no');
      expect(await plan("select * from demands where street_id = 'plans' order by received_at desc, id desc limit 50")).toContain(
        'demands_newest',
      );
      expect(await plan("select * from demands where street_id = 'plans' and linked_to = gen_random_uuid()")).toContain('demands_linked');
      expect(await plan("select * from demands where street_id = 'plans' and caller_index = 'x' and received_at > now()")).toContain(
        'demands_by_caller',
      );
    } finally {
      client.release();
    }
  });

  test('of a unit go to its own demands through the index, however many others there are', async () => {
    const unit = randomUUID();
    await at.sut.rows(
      `insert into demands (street_id, id, version, updated_at, no, state, channel, level, title, received_at, order_id)
       select 'many', gen_random_uuid(), 1, now(), 'WF' || n, 'FORWARDED', 'WEB', 'N', 'x', now() - n * interval '1 minute', gen_random_uuid() from generate_series(1, 30000) n`,
    );
    await at.sut.rows(
      `insert into demand_orders (street_id, demand_id, order_id, lead_unit_id) select street_id, id, order_id, case when no like '%77' then $1 else gen_random_uuid() end from demands where street_id = 'many'`,
      [unit],
    );
    await at.sut.rows('insert into order_units select street_id, lead_unit_id, demand_id from demand_orders where street_id = $1', [
      'many',
    ]);
    await at.sut.rows('analyze');
    const actor = { accountId: 'handler', roles: ['department_handler' as const], unitIds: [unit] };
    const ctx = { requestId: 'r', operation: intake.listDemands.name, streetId: 'many', actor, scope: 'concerned' as const };
    // The same questions over a connection like the service's, each asked once more for how the database goes about it.
    const pool = createPool(at.sut.env['DATABASE_URL']!, 'intake', 'test', 1);
    const put: { text: string; values: unknown[] }[] = [];
    let ask: (...question: unknown[]) => unknown = () => undefined;
    pool.on('connect', (client) => {
      ask = client.query.bind(client) as typeof ask;
      const listening = (...question: unknown[]) => {
        if (typeof question[0] === 'object') put.push(question[0] as (typeof put)[number]);
        return ask(...question);
      };
      Object.assign(client, { query: listening });
    });
    const read = async (text: string, values: unknown[]) => {
      const { rows } = (await ask(`explain (analyze, format json) ${text}`, values)) as { rows: { 'QUERY PLAN': { Plan: Plan }[] }[] };
      return rowsRead(rows[0]!['QUERY PLAN'][0]!.Plan);
    };
    const db = new Db<IntakeDb>({ schema: 'intake', pool, logger: createLogger('intake', 'error') });
    const vault = new Vault(at.sut.env['WUFANG_VAULT_KEY']!);
    const { demands, inAll, inWhole } = await db.read(ctx, async (sql) => {
      const found = await listDemands(sql, { first: 'NEWEST', limit: 50 }, ctx, vault);
      let inAll = 0;
      for (const { text, values } of [...put]) inAll += await read(text, values);
      return { ...found, inAll, inWhole: await read('select count(*) from demands where street_id = $1', ['many']) };
    });
    await pool.end();
    expect(demands).toHaveLength(50);
    expect(new Set(demands.map(({ leadUnitId }) => leadUnitId))).toEqual(new Set([unit]));
    // What it reads grows with the unit's own 300 demands; who counts the street's reads every one.
    expect(inWhole).toBeGreaterThanOrEqual(30_000);
    expect(inAll).toBeGreaterThanOrEqual(300);
    expect(inAll).toBeLessThan(3_000);
  });
});

describe('what a campaign found', () => {
  const told = async (part: object) => {
    const demandId = randomUUID();
    const place = { communityId: at.units.northGate, estateId: at.estates.northGateEast, buildingId: null, point: null };
    const payload = {
      ...{
        findingId: randomUUID(),
        item: '消防通道',
        state: 'DEMANDED' as const,
        unitId: at.units.firm,
        demandId,
        title: '大排查：消防通道',
      },
      ...{ publicText: '消防通道被锁，请打开', category: heat, place, demandedAt: new Date().toISOString(), ...part },
    };
    const about = { aggregateId: randomUUID(), version: 1 };
    await at.sut.tell(campaignEvents.findingDemanded, payload, about);
    await at.sut.tell(campaignEvents.findingDemanded, payload, about);
    return demandId;
  };

  test('is a demand of its own, found by a patrol, under the number it was given; told twice it is one', async () => {
    const id = await told({});
    const demand = await eventually(() => at.sut.ok(intake.getDemand, { id }, desk));
    expect(demand).toMatchObject({ channel: 'PATROL', state: 'FORWARDED', title: '大排查：消防通道', content: '消防通道被锁，请打开' });
    expect(await typesOf(id)).toEqual([intakeEvents.demandReceived.type, intakeEvents.demandForwarded.type]);
  });

  test('without a category the desk judges it', async () => {
    const id = await told({ category: null });
    const demand = await eventually(() => at.sut.ok(intake.getDemand, { id }, desk));
    expect(demand).toMatchObject({ channel: 'PATROL', state: 'SCREENING', category: null });
  });

  test('a lift that stands still takes along that its maintainer is owed there within minutes', async () => {
    const id = await told({ category: ['物业管理', '公共设施', '电梯故障'] });
    await eventually(async () =>
      expect((await eventsOf(id))[1]?.['payload']).toMatchObject({ categoryDuties: ['LIFT_ONSITE', 'LIFT_OUT'] }),
    );
  });
});

test('photos of demands from before anybody listened are told of at the next start, each demand once', async () => {
  const told = await at.sut.ok(intake.receiveDemand, aCall({ title: '501室暖气冰凉' }), desk);
  const none = await at.sut.ok(intake.receiveDemand, aCall({ title: '502室暖气冰凉' }), desk);
  const photoId = randomUUID();
  await at.sut.admin.query(
    `insert into attachments (street_id, id, demand_id, width, height, bytes, data, sha256, added_at) values ($1, $2, $3, 1, 1, 1, '\\x00', '\\x00', now())`,
    [street, photoId, told.id],
  );
  for (const id of [told.id, none.id])
    await at.sut.admin.query('insert into photos_to_list (street_id, demand_id) values ($1, $2)', [street, id]);
  const db = at.sut.service.app.get<Db<IntakeDb>>(Db);
  for (let starts = 0; starts < 2; starts++) await listOldPhotos(db);
  const listed = (await eventsOf(told.id)).filter((event) => event['type'] === intakeEvents.photosListed.type);
  expect(listed.map((event) => event['payload'])).toEqual([{ photoIds: [photoId] }]);
  expect(await typesOf(none.id)).not.toContain(intakeEvents.photosListed.type);
  expect(await at.sut.rows('select 1 from photos_to_list')).toEqual([]);
});
