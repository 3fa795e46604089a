import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  issueEvents,
  issues,
  ownersVoteEvents,
  ownersVotes,
  relationFor,
  roles,
  rounds,
  seatKinds,
  tables,
  type OwnersVoteView,
} from '@wufang/contracts';
import { atBeijing, addDays, beijingDate } from '@wufang/kernel';
import { verifyAudit } from '@wufang/service';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import pg from 'pg';
import type { z } from 'zod';
import { migrations } from '../src/db/migrations/index.js';
import { deliberationParts } from '../src/parts.js';
import { agreedIssue } from './agreed-issue.js';
import { homeId, listUnmeasured, ownerCaller, ownerId, tellHomes, type TestHome } from './estate-homes.js';
import { DAY, HOUR, MovingTime } from './moving-time.js';
import {
  building1,
  grant,
  hold,
  idOf,
  inspector,
  minute,
  notice as noticeRound,
  openStreet,
  openTable,
  party,
  propose,
  say,
  screen,
  stranger,
  yard,
} from './street.js';

let sut: ServiceUnderTest;
let time: MovingTime;
let tableId: string;
const body = party.OWNERS_BODY;
const member = (n: number): Caller => ({ role: 'counting_group', accountId: idOf(`counting ${n}`), unitIds: [], scope: 'own' });
const group = [1, 2, 3].map((n) => member(n).accountId!);
const administrator: Caller = { role: 'administrator', accountId: idOf('account administrator') };
/** V15 to V17: twelve homes of 70 m², three of them A's: ten heads. */
const twelve: TestHome[] = Array.from({ length: 12 }, (_, i) => ({ owner: i < 3 ? 'A' : `o${i}`, area: 7_000 }));
const neighbours = twelve.slice(3).map(({ owner }) => owner);
const agree = { code: 'AGREE', title: '同意' };
const fundUse = { code: '1', title: '更换电梯', matter: 'FUND_USE' as const, options: [agree] };
const pdf = Buffer.from('%PDF-1.4 选票').toString('base64');

beforeAll(async () => {
  sut = await ServiceUnderTest.start(deliberationParts, migrations);
  time = MovingTime.of(sut);
  await openStreet(sut);
  tableId = await openTable(sut);
  await tellHomes(sut, twelve);
}, 120_000);
afterAll(() => sut?.stop());

type Announced = z.input<typeof ownersVotes.announceVote.input>;
const notice = (part: Partial<Announced> = {}): Announced => ({
  ...{ id: randomUUID(), estateId: yard, kind: 'PAPER', title: '使用维修资金更换电梯', how: '社区居委会设票箱，计票小组入户收票' },
  ...{ questions: [fundUse], opensAt: time.in(16 * DAY), closesAt: time.in(26 * DAY), groupAccountIds: group, ...part },
});
const announce = (part: Partial<Announced> = {}) => sut.ok(ownersVotes.announceVote, notice(part), body);
const see = (id: string, as: Caller = body) => sut.ok(ownersVotes.getVote, { id }, as);
const inState = (id: string, state: OwnersVoteView['state']) =>
  eventually(async () => {
    const vote = await see(id);
    expect(vote.state).toBe(state);
    return vote;
  });
async function declareAll(id: string): Promise<void> {
  for (const n of [1, 2, 3]) await sut.ok(ownersVotes.declareMember, { id, hasInterest: false }, member(n));
}
/** A paper vote that is open, its group declared. */
async function opened(part: Partial<Announced> = {}): Promise<OwnersVoteView> {
  const vote = await announce(part);
  if (vote.kind === 'PAPER') await declareAll(vote.id);
  await time.to(vote.opensAt);
  return inState(vote.id, 'OPEN');
}

let serial = 0;
const scan = (id: string) => sut.ok(ownersVotes.addScan, { id, fileName: 'b.pdf', file: pdf }, member(1));
const handed = async (
  id: string,
  owner: string,
  choice: string | null,
  part: Partial<z.input<typeof ownersVotes.enterBallot.input>> = {},
) => ({
  ...{ id, ballotId: randomUUID(), ownerId: ownerId(owner), serial: (serial += 1), scanId: (await scan(id)).id },
  ...{ choices: choice === null ? {} : { '1': choice }, ...part },
});
/** A ballot entered by one and checked by another. */
async function cast(id: string, owner: string, choice: string | null, part: { handedInAt?: string } = {}): Promise<string> {
  const ballot = await handed(id, owner, choice, part);
  const { receipt } = await sut.ok(ownersVotes.enterBallot, ballot, member(1));
  await sut.ok(ownersVotes.checkBallot, { id, ballotId: ballot.ballotId, choices: ballot.choices }, member(2));
  return receipt;
}
const factsOf = async (id: string) =>
  (await sut.rows<{ type: string }>('select type from events where aggregate_id = $1 order by version', [id])).map(
    ({ type }) => type.split('.')[2]!,
  );

describe('a vote is announced', () => {
  test('fifteen days before it opens, the day of the notice not counted; the period is seven to thirty days', async () => {
    const day = beijingDate(time.now);
    const at = (days: number) => atBeijing(addDays(day, days), '00:00').toISOString();
    const refused = (part: Partial<Announced>) => sut.refused(ownersVotes.announceVote, notice(part), body);
    expect(await refused({ opensAt: at(14), closesAt: at(24) })).toBe('vote.notice-short');
    expect(await refused({ opensAt: at(15), closesAt: at(21) })).toBe('vote.period');
    expect(await refused({ opensAt: at(15), closesAt: at(46) })).toBe('vote.period');
    expect(await refused({ opensAt: at(24), closesAt: at(24) })).toBe('vote.time-reversed');
    const vote = await announce({ opensAt: at(15), closesAt: at(45) });
    expect(vote).toMatchObject({ state: 'ANNOUNCED', roll: null, turnout: null, notice: null, rulesVersion: '民法典-2021' });
    await sut.ok(ownersVotes.callOffVote, { id: vote.id, reason: '公告有误，另行公告' }, body);
    expect(await see(vote.id)).toMatchObject({ state: 'CALLED_OFF', calledOffReason: '公告有误，另行公告' });
    expect(await sut.rows(`select 1 from deadlines where subject_id = $1 and state = 'armed'`, [vote.id])).toEqual([]);
  });

  test('by whoever speaks for the owners’ body, with a counting group of three without interest', async () => {
    for (const other of [party.FIRM, party.STREET, party.COMMUNITY])
      expect(await sut.refused(ownersVotes.announceVote, notice(), { ...other, scope: 'concerned' })).toBe('seat.not-yours');
    expect(await sut.refused(ownersVotes.announceVote, notice(), stranger)).toBe('object.not-found');
    expect(await sut.refused(ownersVotes.announceVote, notice({ groupAccountIds: group.slice(1) }), body)).toBe('vote.group-too-small');
    expect(await sut.refused(ownersVotes.announceVote, notice({ interestedAccountIds: [group[0]!] }), body)).toBe('vote.member-interested');
    const twice = { ...fundUse, options: [agree, agree] };
    expect(await sut.refused(ownersVotes.announceVote, notice({ questions: [twice] }), body)).toBe('vote.options-unclear');
    expect(await sut.refused(ownersVotes.announceVote, notice({ questions: [fundUse, fundUse] }), body)).toBe('vote.options-unclear');
    expect(await sut.refused(ownersVotes.announceVote, notice({ title: '请联系13812345678' }), body)).toBe('issue.text-private');
    expect(await sut.refused(ownersVotes.announceVote, notice({ stairwell: '9单元', buildingId: randomUUID() }), body)).toBe(
      'vote.empty-roll',
    );
  });
});

test('a ballot entered under the wrong owner is struck by another of the group: it counts for nobody, its number is entered again, and the count adds up', async () => {
  const vote = await opened();
  const { id } = vote;
  const wrong = await handed(id, 'o4', 'AGREE');
  const { receipt } = await sut.ok(ownersVotes.enterBallot, wrong, member(1));
  const right = { ...wrong, ballotId: randomUUID(), ownerId: ownerId('o3') };
  expect(await sut.refused(ownersVotes.enterBallot, right, member(1))).toBe('vote.serial-used');
  const strike = { id, ballotId: wrong.ballotId, reason: '录错了业主，应为另一户' };
  expect(await sut.refused(ownersVotes.strikeBallot, strike, member(1))).toBe('vote.same-hand');
  expect(await sut.refused(ownersVotes.strikeBallot, strike, stranger)).toBe('object.not-found');
  expect(await sut.refused(ownersVotes.strikeBallot, { ...strike, reason: '联系 13800138000' }, member(2))).toBe('issue.text-private');
  expect(await sut.ok(ownersVotes.strikeBallot, strike, member(2))).toEqual({ state: 'STRUCK' });
  expect(await sut.refused(ownersVotes.strikeBallot, strike, member(3))).toBe('vote.ballot-step');
  const check = { id, ballotId: wrong.ballotId, choices: wrong.choices };
  expect(await sut.refused(ownersVotes.checkBallot, check, member(3))).toBe('vote.ballot-step');
  expect((await see(id)).turnout).toMatchObject({ returnedOwners: 0 });
  expect(await sut.ok(ownersVotes.voteBoard, { id }, body)).toEqual({ count: 0, receipts: [] });
  // Whoever was shown a receipt that was not theirs reads why it counts no more; what stood on it nobody reads.
  expect((await sut.ok(ownersVotes.myVote, { id }, ownerCaller('o4'))).entries[0]!.receipts).toMatchObject([
    { receipt, isCounted: false, struckReason: strike.reason },
  ]);
  expect(await sut.ok(ownersVotes.remindOwners, { id }, body)).toEqual({ owners: 10 });

  await sut.ok(ownersVotes.enterBallot, right, member(1));
  expect(await sut.refused(ownersVotes.enterBallot, { ...right, ballotId: randomUUID() }, member(1))).toBe('vote.serial-used');
  await sut.ok(ownersVotes.checkBallot, { id, ballotId: right.ballotId, choices: right.choices }, member(2));
  const kept = (await sut.ok(ownersVotes.listBallots, { id }, member(1))).ballots;
  expect(kept.map(({ ownerId: owner, serial, state, isCounted }) => [owner, serial, state, isCounted]).sort()).toEqual(
    [
      [ownerId('o3'), wrong.serial, 'CHECKED', true],
      [ownerId('o4'), wrong.serial, 'STRUCK', false],
    ].sort(),
  );
  await expect(sut.rows('delete from ballot_strikes where vote_id = $1', [id])).rejects.toMatchObject({ code: 'WF004' });
  await time.to(vote.closesAt);
  const counted = await inState(id, 'COUNTED');
  expect(counted.turnout).toMatchObject({ returnedOwners: 1 });
  expect(counted.results).toMatchObject([{ takingPart: { heads: 1, area: 7_000 }, silentHeads: 9 }]);
  expect(counted.statement).toContain('计票小组作废录错的选票 1 张，原件和理由留档，不计。');
  expect((await sut.ok(ownersVotes.voteBoard, { id }, body)).count).toBe(1);
});

test('once the vote is closed, what two have read stands; what one alone has entered may be struck, and its owner hears of it', async () => {
  const vote = await opened();
  const { id } = vote;
  const [read, unread] = [await handed(id, 'o3', 'AGREE'), await handed(id, 'o4', 'AGREE')];
  for (const ballot of [read, unread]) await sut.ok(ownersVotes.enterBallot, ballot, member(1));
  await sut.ok(ownersVotes.checkBallot, { id, ballotId: read.ballotId, choices: read.choices }, member(2));
  await time.to(vote.closesAt);
  await inState(id, 'CLOSED');
  const strike = (ballotId: string) => ({ id, ballotId, reason: '录错了业主，应为另一户' });
  expect(await sut.ask(ownersVotes.strikeBallot, strike(read.ballotId), member(3))).toMatchObject({
    problem: { code: 'vote.ballot-step', detail: expect.stringContaining('已截止') },
  });
  expect(await sut.ok(ownersVotes.strikeBallot, strike(unread.ballotId), member(3))).toEqual({ state: 'STRUCK' });
  const told = await sut.rows<{ payload: Record<string, unknown> }>('select payload from events where aggregate_id = $1 and type = $2', [
    id,
    ownersVoteEvents.strikeTold.type,
  ]);
  expect(told.map(({ payload }) => [payload['ownerIds'], payload['closesAt']])).toEqual([[[ownerId('o4')], null]]);
  // Neither its content nor its receipt goes with the owner's name.
  expect(JSON.stringify(told)).not.toMatch(/AGREE|receipt/);
});

test('every owner of the scope is told what is asked and how, once, and the result; units of the table hear as parties', async () => {
  const vote = await opened();
  const told = async (what: string) =>
    (
      await sut.rows<{ payload: { ownerIds: string[]; how?: string } }>(
        `select payload from events where aggregate_id = $1 and type = $2`,
        [vote.id, `deliberation.vote.${what}.v1`],
      )
    ).map(({ payload }) => payload);
  const all = [...new Set(twelve.map(({ owner }) => ownerId(owner)))].sort();
  const announced = await told('announced-told');
  expect(announced).toMatchObject([{ how: vote.how, title: vote.title, closesAt: new Date(vote.closesAt).toISOString() }]);
  expect([...announced[0]!.ownerIds].sort()).toEqual(all);
  expect(await told('counted-told')).toEqual([]);
  await time.to(vote.closesAt);
  await inState(vote.id, 'COUNTED');
  const result = await told('counted-told');
  expect(result).toMatchObject([{ outcome: 'FAILED' }]);
  expect([...result[0]!.ownerIds].sort()).toEqual(all);
});

test('a vote that could not be opened before its time was over is called off, and does not stay open for good', async () => {
  const vote = await announce({ kind: 'ADVISORY', groupAccountIds: [], opensAt: time.in(DAY), closesAt: time.in(8 * DAY) });
  await time.to(new Date(new Date(vote.closesAt).getTime() + HOUR));
  expect(await inState(vote.id, 'CALLED_OFF')).toMatchObject({ calledOffReason: '表决未能在公告的时间内开始，请重新公告' });
});

test('parking spaces are not counted in while the register knows none', async () => {
  expect(await sut.ask(ownersVotes.announceVote, notice({ hasParking: true }), body)).toMatchObject({
    problem: { code: 'request.invalid', detail: expect.stringContaining('名册中还没有车位') },
  });
  const { id } = await announce({ hasParking: false });
  expect(await sut.rows(`select settings->>'hasParking' as base from owners_votes where id = $1`, [id])).toEqual([{ base: 'false' }]);
});

test('a home whose area nobody knows keeps the roll from being made: no vote with it is announced, and one announced before is called off', async () => {
  const place = { buildingId: building1, stairwell: '1单元' };
  const before = await announce();
  await declareAll(before.id);
  await listUnmeasured(sut, [randomUUID()]);
  expect(await sut.refused(ownersVotes.announceVote, notice(), body)).toBe('vote.area-unknown');
  const elsewhere = await announce(place);
  await sut.ok(ownersVotes.callOffVote, { id: elsewhere.id, reason: '另行公告' }, body);
  await time.to(before.opensAt);
  const calledOff = await inState(before.id, 'CALLED_OFF');
  expect(calledOff).toMatchObject({ roll: null, calledOffReason: expect.stringContaining('1 户面积不明') });
  await listUnmeasured(sut, []);
});

describe('a paper vote from the notice to the file', () => {
  let id: string;
  let firstSerial: number;
  test('the roll is frozen when it opens, and what the registry tells later has no effect', async () => {
    const vote = await opened();
    id = vote.id;
    expect(vote.roll).toMatchObject({ homes: 12, owners: 10, areaHundredths: 84_000, heads: 10 });
    expect(vote.turnout).toEqual({ returnedOwners: 0, owners: 10, isParticipationReached: false });
    // A buys a fourth home, and it grows.
    const later = twelve.map((home, i) => (i === 3 ? { owner: 'A', area: 9_999 } : home));
    await tellHomes(sut, later);
    expect((await see(id)).roll).toEqual(vote.roll);
    expect((await sut.ok(ownersVotes.myVote, { id }, ownerCaller('A'))).entries).toMatchObject([{ heads: 1, areaHundredths: 21_000 }]);
    expect((await sut.ok(ownersVotes.myVote, { id }, ownerCaller('o3'))).entries[0]!.homes.map((home) => home.homeId)).toEqual([
      homeId(yard, 3),
    ]);
    await tellHomes(sut, twelve);
  });

  test('one enters a ballot with its scan, another checks it without seeing what was entered, a third settles where they differ', async () => {
    const ballot = await handed(id, 'A', 'AGREE');
    firstSerial = ballot.serial;
    const { receipt } = await sut.ok(ownersVotes.enterBallot, ballot, member(1));
    expect(receipt).toMatch(/^[0-9a-f]{64}$/);
    const onList = async (as: Caller) =>
      (await sut.ok(ownersVotes.listBallots, { id }, as)).ballots.find((one) => one.id === ballot.ballotId)!;
    expect((await onList(member(1))).choices).toEqual({ '1': 'AGREE' });
    expect(await onList(member(2))).toMatchObject({ state: 'ENTERED', choices: null, isCounted: true });
    const check = { id, ballotId: ballot.ballotId, choices: { '1': 'DISAGREE' } };
    expect(await sut.refused(ownersVotes.checkBallot, check, member(1))).toBe('vote.same-hand');
    expect(await sut.ok(ownersVotes.checkBallot, check, member(2))).toEqual({ state: 'DIFFERENT' });
    const settle = { ...check, choices: { '1': 'AGREE' }, reason: '扫描件上勾选的是同意' };
    expect(await sut.refused(ownersVotes.settleBallot, settle, member(2))).toBe('vote.same-hand');
    expect(await sut.ok(ownersVotes.settleBallot, settle, member(3))).toEqual({ state: 'SETTLED' });
    expect(await sut.refused(ownersVotes.checkBallot, check, member(3))).toBe('vote.ballot-step');
    expect(await onList(member(2))).toMatchObject({ state: 'SETTLED', choices: { '1': 'AGREE' }, checkChoices: { '1': 'DISAGREE' } });
  });

  test('what cannot be a ballot is refused: another owner, number, scan, question or choice', async () => {
    const refused = async (owner: string, part: object) =>
      sut.refused(ownersVotes.enterBallot, await handed(id, owner, 'AGREE', part), member(1));
    expect(await refused('nobody', {})).toBe('vote.not-on-roll');
    expect(await refused('o3', { serial: firstSerial })).toBe('vote.serial-used');
    expect(await refused('o3', { scanId: randomUUID() })).toBe('vote.scan-unknown');
    expect(await refused('o3', { choices: { '2': 'AGREE' } })).toBe('vote.unknown-choice');
    expect(await refused('o3', { choices: { '1': 'MAYBE' } })).toBe('vote.unknown-choice');
    const text = { id, fileName: 'b.txt', file: Buffer.from('选票').toString('base64') };
    expect(await sut.refused(ownersVotes.addScan, text, member(1))).toBe('vote.scan-unreadable');
  });

  test('a member who has not declared, or has an interest, does not count', async () => {
    const other = member(4);
    expect(await sut.refused(ownersVotes.listBallots, { id }, other)).toBe('object.not-found');
    await sut.ok(ownersVotes.nameGroup, { id, groupAccountIds: [...group, other.accountId!] }, body);
    expect(await sut.refused(ownersVotes.enterBallot, await handed(id, 'o3', 'AGREE'), other)).toBe('vote.not-declared');
    await sut.ok(ownersVotes.declareMember, { id, hasInterest: true }, other);
    expect(await sut.refused(ownersVotes.listBallots, { id }, other)).toBe('object.not-found');
    expect(await sut.refused(ownersVotes.nameGroup, { id, groupAccountIds: [...group, other.accountId!] }, body)).toBe(
      'vote.member-interested',
    );
  });

  test('an owner cannot vote over the internet and is told where', async () => {
    const answer = await sut.ask(ownersVotes.castVote, { id, ownerId: ownerId('o3'), choices: { '1': 'AGREE' } }, ownerCaller('o3'));
    expect(answer).toMatchObject({
      problem: { code: 'vote.internet-refused', detail: expect.stringContaining('须使用市业主决策平台（北京市物业管理条例第三十五条）') },
    });
    expect(await sut.refused(ownersVotes.castVote, { id, ownerId: ownerId('o3'), choices: {} }, ownerCaller('o4'))).toBe(
      'object.not-found',
    );
  });

  test('the last ballot before the close counts, all stay, and the board has one receipt of each owner who has voted', async () => {
    // o3: yes, then no. o4 to o8: yes. o9 abstains, o10 leaves it blank.
    await cast(id, 'o3', 'AGREE');
    const receipts = [await cast(id, 'o3', 'DISAGREE')];
    for (const owner of ['o4', 'o5', 'o6', 'o7', 'o8']) receipts.push(await cast(id, owner, 'AGREE'));
    receipts.push(await cast(id, 'o9', 'ABSTAIN'), await cast(id, 'o10', null));
    const board = await sut.ok(ownersVotes.voteBoard, { id }, ownerCaller('o11'));
    expect(board.count).toBe(9);
    expect(board.receipts).toHaveLength(9);
    expect(board.receipts).toEqual(expect.arrayContaining(receipts));
    expect(board.receipts).toEqual([...board.receipts].sort());
    // Found in the stack afterwards: o3's first ballot. It is entered last and counts no more for that.
    const [opensAt, closesAt] = [(await see(id)).opensAt, (await see(id)).closesAt];
    const at = (text: string, byMs: number) => new Date(new Date(text).getTime() + byMs).toISOString();
    await cast(id, 'o3', 'AGREE', { handedInAt: at(opensAt, 0) });
    const outside = async (handedInAt: string) =>
      sut.refused(ownersVotes.enterBallot, await handed(id, 'o3', 'AGREE', { handedInAt }), member(1));
    expect(await outside(at(opensAt, -1))).toBe('vote.handed-in');
    expect(await outside(closesAt)).toBe('time.future');
    expect((await sut.ok(ownersVotes.voteBoard, { id }, ownerCaller('o11'))).receipts).toEqual(board.receipts);
    const seen = await see(id);
    expect(seen.turnout).toEqual({ returnedOwners: 9, owners: 10, isParticipationReached: true });
    // Two thirds of ten heads are seven; what has to be reached is said, how far it is is not.
    expect(seen.bars).toMatchObject([{ question: '1', agreement: { num: 1, den: 2, isStrict: true }, least: { heads: 7 } }]);
    const mine = await sut.ok(ownersVotes.myVote, { id }, ownerCaller('o3'));
    expect(mine.entries[0]!.receipts.map(({ isCounted }) => isCounted)).toEqual([false, false, true]);
    expect(mine.entries[0]!.receipts[2]!.receipt).toBe(receipts[0]);
    expect(JSON.stringify(mine)).not.toContain('AGREE');
    expect(await sut.refused(ownersVotes.myVote, { id }, ownerCaller('somebody else'))).toBe('object.not-found');
  });

  test('who is silent is reminded, by hand and by the clock, and the reminder names no vote', async () => {
    expect(await sut.ok(ownersVotes.remindOwners, { id }, body)).toEqual({ owners: 1 });
    const reminders = () =>
      sut.rows<{ payload: { ownerIds: string[] } }>(
        `select payload from events where aggregate_id = $1 and type like '%reminded%' order by version`,
        [id],
      );
    const before = await reminders();
    expect(before.at(-1)!.payload.ownerIds).toEqual([ownerId('o11')]);
    expect(JSON.stringify(before)).not.toMatch(/AGREE|choice/);
    await time.to(new Date(new Date((await see(id)).closesAt).getTime() - HOUR));
    await eventually(async () => expect((await reminders()).length).toBeGreaterThan(before.length));
  });

  test('nobody counts before the close or while a ballot is unchecked; no ballot comes in after it', async () => {
    const { closesAt } = await see(id);
    expect(await sut.refused(ownersVotes.countVote, { id }, member(1))).toBe('vote.still-open');
    const unchecked = await handed(id, 'o11', 'AGREE');
    await sut.ok(ownersVotes.enterBallot, unchecked, member(1));
    await time.to(closesAt);
    const late = await handed(id, 'o4', 'DISAGREE');
    expect(await sut.refused(ownersVotes.enterBallot, late, member(1))).toBe('vote.illegal-step');
    await inState(id, 'CLOSED');
    expect(await sut.refused(ownersVotes.enterBallot, late, member(1))).toBe('vote.illegal-step');
    expect(await sut.refused(ownersVotes.countVote, { id }, member(1))).toBe('vote.unchecked');
    await sut.ok(ownersVotes.checkBallot, { id, ballotId: unchecked.ballotId, choices: unchecked.choices }, member(3));
  });

  test('the group counts: the same figures as by hand, areas only where a test needs one, and the statement as text', async () => {
    const vote = await sut.ok(ownersVotes.countVote, { id }, member(2));
    // 10 owners voted, o10 blank: 9 take part with 840 − 70 = 770 m²; A, o4 to o8 and o11 agree: 7 heads, 630 m².
    expect(vote).toMatchObject({ state: 'COUNTED', source: null });
    expect(vote.results).toMatchObject([
      {
        ...{
          outcome: 'PASSED',
          passed: 'AGREE',
          voteClass: 'OWNER_ORD',
          all: { area: 84_000, heads: 10 },
          takingPart: { area: 77_000, heads: 9 },
        },
        ...{
          agreeing: [{ option: 'AGREE', weight: { area: 63_000, heads: 7 } }],
          disagreeingHeads: 1,
          abstainingHeads: 1,
          invalidHeads: 1,
          silentHeads: 0,
        },
      },
    ]);
    expect(JSON.stringify(vote.results)).not.toMatch(/disagreeing":\{/);
    expect(vote.statement).toContain('  反对　1 人');
    expect(vote.statement!.at(-1)).toBe('结论：通过。');
    expect(await sut.refused(ownersVotes.countVote, { id }, member(2))).toBe('vote.illegal-step');
    expect(await see(id, inspector)).toEqual(vote);
  });

  test('the result hangs in three days, from then on owners may go to court for a year, and the file is kept', async () => {
    const posted = await sut.ok(ownersVotes.postResult, { id, where: '各单元门口公告栏' }, body);
    expect(posted.keepUntil).toBe(posted.objectionUntil);
    expect(new Date(posted.keepUntil!).getTime() - new Date(posted.postedAt!).getTime()).toBeGreaterThanOrEqual(365 * DAY);
    const facts = await factsOf(id);
    expect(facts.at(-1)).toBe('result-posted');
    expect(facts.filter((one) => one === 'ballot-entered')).toHaveLength(12);
    for (const table of ['ballots', 'ballot_readings', 'vote_roll_homes', 'vote_receipts', 'vote_scans'])
      await expect(sut.rows(`delete from ${table} where vote_id = $1`, [id])).rejects.toMatchObject({ code: 'WF004' });
    expect((await verifyAudit(sut.admin, deliberationParts.aggregates)).broken).toEqual([]);
  });

  test('no event, no answer kept for a repeat and no list tells what is on a ballot', async () => {
    const told = await sut.rows<{ text: string }>(
      `select payload::text as text from events where aggregate_id = $1 and type like '%ballot%'`,
      [id],
    );
    expect(told.length).toBeGreaterThan(0);
    for (const { text } of told) expect(text).not.toMatch(/AGREE|ABSTAIN/);
    for (const { text } of told) expect(text).not.toContain(ownerId('o3'));
    const answers = await sut.rows<{ text: string }>(`select response::text as text from idempotency_keys where operation like '%ballot%'`);
    for (const { text } of answers) expect(text).not.toMatch(/AGREE|ABSTAIN/);
  });
});

describe('nobody outside the counting group sees a ballot', () => {
  const secret = ['listBallots', 'getScan', 'enterBallot', 'checkBallot', 'settleBallot', 'addScan', 'listRoll', 'countVote'] as const;

  test('the access table lets no other role in', () => {
    for (const key of secret)
      for (const role of roles)
        expect([key, role, relationFor(ownersVotes[key].access, [role])]).toEqual([key, role, role === 'counting_group' ? 'own' : null]);
  });

  test('asked all the same, each role is told that there is nothing, and the database shows it no row', async () => {
    const vote = await opened({ kind: 'PAPER' });
    const { id } = vote;
    await cast(id, 'A', 'AGREE');
    const everyone: Caller[] = [
      ...Object.values(party),
      ...[inspector, administrator, stranger, ownerCaller('A'), ownerCaller('o3'), member(9), { ...member(9), scope: 'street' as const }],
      { role: 'street_leader', accountId: idOf('account leader') },
    ];
    for (const as of everyone) {
      expect(await sut.refused(ownersVotes.listBallots, { id }, as)).toBe('object.not-found');
      expect(await sut.refused(ownersVotes.listRoll, { id }, as)).toBe('object.not-found');
      expect(await sut.refused(ownersVotes.getScan, { id, scanId: randomUUID() }, as)).toBe('object.not-found');
    }
    const pool = new pg.Pool({ connectionString: sut.env['DATABASE_URL']!, max: 1, options: '-c search_path=deliberation' });
    try {
      const seen = async (units: string, account: string) => {
        await pool.query(
          `begin; select set_config('app.street_id', 'qingyun', true), set_config('app.unit_ids', '${units}', true), set_config('app.account_id', '${account}', true)`,
        );
        const counts = await pool.query<{ b: number; r: number; s: number }>(
          `select (select count(*)::int from ballots where vote_id = $1) as b, (select count(*)::int from ballot_readings where vote_id = $1) as r, (select count(*)::int from vote_scans where vote_id = $1) as s`,
          [id],
        );
        await pool.query('rollback');
        return counts.rows[0]!;
      };
      expect(await seen('*', idOf('account administrator'))).toEqual({ b: 0, r: 0, s: 0 });
      expect(await seen('*', '')).toEqual({ b: 0, r: 0, s: 0 });
      expect(await seen(ownerId('A'), ownerCaller('A').accountId!)).toEqual({ b: 0, r: 0, s: 0 });
      expect(await seen('', group[0]!)).toEqual({ b: 1, r: 2, s: 1 });
    } finally {
      await pool.end();
    }
  });

  test('the vote itself is seen by the street, the seats, the owners and the group, and by no sixth party', async () => {
    const { id } = await announce();
    const readers = [...Object.values(party), inspector, administrator, ownerCaller('o5'), member(1)];
    for (const as of readers) expect((await see(id, as)).id).toBe(id);
    for (const as of [stranger, ownerCaller('somebody else'), member(9)]) {
      expect(await sut.refused(ownersVotes.getVote, { id }, as)).toBe('object.not-found');
      expect(await sut.refused(ownersVotes.voteBoard, { id }, as)).toBe('object.not-found');
      expect((await sut.ok(ownersVotes.listVotes, {}, as)).votes).toEqual([]);
    }
  });
});

describe('who counts', () => {
  test('nobody enters, checks or settles a ballot of their own, in whatever capacity the home is theirs', async () => {
    const { id } = await opened({});
    const owns = (n: number, owner: string): Caller => ({ ...member(n), otherUnitIds: [ownerId(owner)] });
    const ballot = await handed(id, 'o3', 'AGREE');
    expect(await sut.refused(ownersVotes.enterBallot, ballot, owns(1, 'o3'))).toBe('vote.own-ballot');
    await sut.ok(ownersVotes.enterBallot, ballot, owns(1, 'o4'));
    const read = { id, ballotId: ballot.ballotId, choices: { '1': 'DISAGREE' } };
    expect(await sut.refused(ownersVotes.checkBallot, read, owns(2, 'o3'))).toBe('vote.own-ballot');
    expect(await sut.ok(ownersVotes.checkBallot, read, owns(2, 'o4'))).toEqual({ state: 'DIFFERENT' });
    const settling = { ...read, reason: '看原件为反对' };
    expect(await sut.refused(ownersVotes.settleBallot, settling, owns(3, 'o3'))).toBe('vote.own-ballot');
    expect(await sut.ok(ownersVotes.settleBallot, settling, member(3))).toEqual({ state: 'SETTLED' });
  });

  test('is told by name to everyone who may see the vote, and to nobody else; the report of the count names who counted', async () => {
    const vote = await announce();
    const { id } = vote;
    await sut.ok(ownersVotes.declareMember, { id, hasInterest: false }, member(1));
    const people = [1, 2].map((n) => ({ accountId: member(n).accountId!, displayName: `计票员${n}`, unitIds: [] }));
    for (const as of [body, ownerCaller('o5'), member(2), inspector])
      expect((await sut.ok(ownersVotes.listCounters, { id }, { ...as, people })).counters).toEqual([
        { accountId: group[0], name: '计票员1', state: 'DECLARED' },
        { accountId: group[1], name: '计票员2', state: 'NAMED' },
        { accountId: group[2], name: null, state: 'NAMED' },
      ]);
    expect(await sut.refused(ownersVotes.listCounters, { id }, { ...stranger, people })).toBe('object.not-found');
    for (const n of [2, 3]) await sut.ok(ownersVotes.declareMember, { id, hasInterest: false }, member(n));
    await time.to(vote.opensAt);
    await inState(id, 'OPEN');
    await time.to(vote.closesAt);
    await inState(id, 'COUNTED');
    const { document } = await sut.ok(ownersVotes.printReport, { id, form: 'DATA' }, { ...body, people });
    expect(JSON.stringify(document)).toContain('计票员1、计票员2、（账号已停用）（均已声明与表决事项无利害关系）');
  });
});

describe('a poll', () => {
  test('is answered over the internet, and everything it shows says that it decides nothing', async () => {
    const vote = await opened({ kind: 'ADVISORY', groupAccountIds: [], opensAt: time.in(HOUR), closesAt: time.in(2 * DAY) });
    const { id } = vote;
    const given = await sut.ok(ownersVotes.castVote, { id, ownerId: ownerId('A'), choices: { '1': 'AGREE' } }, ownerCaller('A'));
    await sut.ok(ownersVotes.castVote, { id, ownerId: ownerId('A'), choices: { '1': 'DISAGREE' } }, ownerCaller('A'));
    expect(given.notice).toMatch(/^意向征询：不是业主共同决定/);
    for (const seen of [vote, await see(id), await sut.ok(ownersVotes.myVote, { id }, ownerCaller('A'))])
      expect(seen.notice).toBe(given.notice);
    // Its notice offers paper forms: they can be had, and say the same.
    const forms = await sut.ok(ownersVotes.printBallot, { id, form: 'DATA', from: 1, count: 1 }, body);
    expect(JSON.stringify(forms.document)).toContain('不是业主共同决定');
    await time.to(vote.closesAt);
    const counted = await inState(id, 'COUNTED');
    expect(await sut.refused(ownersVotes.annulVote, { id, reason: '没有决定可撤', document: '文书' }, party.STREET)).toBe(
      'vote.wrong-kind',
    );
    expect(counted).toMatchObject({ notice: given.notice, postDueAt: null, results: [{ outcome: 'TOO_FEW', disagreeingHeads: 1 }] });
    expect(counted.results![0]!.agreeing).toEqual([{ option: 'AGREE', weight: { heads: 0, area: null } }]);
    expect(counted.statement![1]).toMatch(/^本次为意向征询/);
  });
});

describe('an official result', () => {
  test('comes as sums on the frozen roll, after the close; ballots are not entered here', async () => {
    const vote = await opened({ kind: 'OFFICIAL', groupAccountIds: group });
    const { id } = vote;
    await declareAll(id);
    const sums = (area: number) => [
      {
        ...{ question: '1', all: { area: 84_000, heads: 10 }, takingPart: { area, heads: 7 } },
        ...{ agreeing: [{ option: 'AGREE', weight: { area: 49_000, heads: 5 } }], abstaining: { area: 0, heads: 0 } },
      },
    ];
    const source = '市业主决策平台 2027-01 公布';
    expect(await sut.refused(ownersVotes.importOfficial, { id, source, sums: sums(63_000) }, body)).toBe('vote.still-open');
    const ballot = { id, ballotId: randomUUID(), ownerId: ownerId('A'), serial: (serial += 1), scanId: randomUUID(), choices: {} };
    expect(await sut.refused(ownersVotes.enterBallot, ballot, member(1))).toBe('vote.wrong-kind');
    await time.to(vote.closesAt);
    await inState(id, 'CLOSED');
    // Two hands: whoever types the sums is not who kept what was announced.
    expect(await sut.refused(ownersVotes.importOfficial, { id, source, sums: sums(63_000) }, body)).toBe('vote.official-file');
    const kept = await scan(id);
    const keeper = { ...body, accountId: member(1).accountId };
    await grant(sut, keeper.accountId!, 'owners_body_rep', '南岗里一区业委会');
    await eventually(async () =>
      sut.ok(tables.appoint, { id: tableId, seat: 'OWNERS_BODY', as: 'DEPUTY', accountId: keeper.accountId!, document: '授权书' }, body),
    );
    expect(await sut.refused(ownersVotes.importOfficial, { id, source, sums: sums(63_000) }, keeper)).toBe('vote.official-file');
    expect(await sut.refused(ownersVotes.importOfficial, { id, source, sums: sums(99_000) }, body)).toBe('vote.official-unsound');
    // How many have voted is known to the city's system alone, before the result and after it.
    expect((await see(id)).turnout).toBeNull();
    const imported = await sut.ok(ownersVotes.importOfficial, { id, source, sums: sums(63_000) }, body);
    expect(imported.turnout).toBeNull();
    const said = await sut.rows<{ scan: string }>(
      `select payload->>'scanId' as scan from events where aggregate_id = $1 and type = 'deliberation.vote.counted.v1'`,
      [id],
    );
    expect(said).toEqual([{ scan: kept.id }]);
    expect(imported).toMatchObject({ state: 'COUNTED', source, results: [{ outcome: 'PASSED', takingPart: { area: 63_000, heads: 7 } }] });
    expect(imported.statement!.join('\n')).toContain('选票在市业主决策平台');
  });
});

describe('a matter of the owners that costs nobody anything', () => {
  const streetId = 'qingyun';
  test('goes to their vote from the first round, without a plan, and is decided by it', async () => {
    const { id: issueId } = await propose(sut, tableId);
    await screen(sut, issueId, ['FIRM']);
    const round = await noticeRound(sut, issueId, { streetId, inMs: 14 * DAY });
    // Who comes signs in shortly before it begins.
    await time.to(new Date(new Date(round.startsAt).getTime() - 60_000).toISOString());
    await hold(sut, round, seatKinds, streetId);
    await say(sut, round, 'OWNERS_BODY', 'AGREE', streetId);
    const closed = await sut.ok(rounds.closeRound, { id: issueId, roundId: round.id }, party.COMMUNITY);
    expect(closed.outcome).toBe('AGREED');
    await minute(sut, round, streetId);
    const question = { code: '1', title: '选聘物业服务企业', matter: 'FIRM' as const, options: [agree] };
    const vote = await opened({ issueId, questions: [question] });
    for (const owner of ['A', ...neighbours]) await cast(vote.id, owner, 'AGREE');
    await time.to(vote.closesAt);
    await inState(vote.id, 'COUNTED');
    const decided = { id: issueId, step: 'archive' as const, reason: '业主大会已经决定，按结果办理' };
    expect(await sut.refused(issues.decideNext, decided, party.FIRM)).toBe('seat.not-yours');
    expect(await sut.ok(issues.decideNext, decided, party.COMMUNITY)).toMatchObject({ state: 'ARCHIVED' });
    const ended = `select payload->>'outcome' as outcome from events where aggregate_id = $1 and type = $2`;
    expect(await sut.rows(ended, [issueId, issueEvents.issueEnded.type])).toEqual([{ outcome: 'TOLD' }]);
  });
});

describe('an issue that the owners have to decide', () => {
  const agreed = () => agreedIssue(sut, tableId, ['SHARED_WORKS', 'FUND_RAISE']);
  const stateOf = async (id: string) =>
    (await sut.rows<{ state: string; vote_ids: string[] }>('select state, vote_ids from issues where id = $1', [id]))[0]!;
  const raise = { ...fundUse, matter: 'FUND_RAISE' as const };

  test('is voted on with a question of its class; the vote opens it, and the owners’ answer moves it on', async () => {
    const issueId = await agreed();
    expect(await sut.refused(ownersVotes.announceVote, notice({ issueId }), body)).toBe('vote.matter-missing');
    const vote = await announce({ issueId, questions: [raise] });
    expect((await stateOf(issueId)).state).toBe('AGREED');
    await declareAll(vote.id);
    await time.to(vote.opensAt);
    await inState(vote.id, 'OPEN');
    expect(await stateOf(issueId)).toEqual({ state: 'OWNER_VOTING', vote_ids: [vote.id] });
    for (const owner of ['A', ...neighbours]) await cast(vote.id, owner, owner === 'o3' ? 'DISAGREE' : 'AGREE');
    await time.to(vote.closesAt);
    await inState(vote.id, 'COUNTED');
    expect((await stateOf(issueId)).state).toBe('VOTED_PASS');
    // What is planned is not over with the vote.
    const archive = { id: issueId, step: 'archive' as const, reason: '业主已经表决' };
    expect(await sut.refused(issues.decideNext, archive, party.COMMUNITY)).toBe('issue.illegal-step');
  });

  test('is voted on by the owners of its scope, no more and no fewer; a poll may ask a part of them', async () => {
    const issueId = await agreed();
    const of = (part: Partial<Announced>) => notice({ issueId, questions: [raise], ...part });
    for (const part of [{ buildingId: building1 }, { buildingId: building1, stairwell: '1单元' }])
      expect(await sut.ask(ownersVotes.announceVote, of(part), body)).toMatchObject({
        problem: { code: 'request.invalid', detail: expect.stringContaining('表决范围须与议题范围一致') },
      });
    expect((await announce(of({ kind: 'ADVISORY', groupAccountIds: [], buildingId: building1 }))).state).toBe('ANNOUNCED');
    expect((await announce(of({}))).state).toBe('ANNOUNCED');
  });

  test('a home that becomes a business is decided by its building', async () => {
    const business = { ...fundUse, title: '101室改为小吃店', matter: 'HOME_TO_BUSINESS' as const };
    for (const part of [{}, { buildingId: building1, stairwell: '1单元' }])
      expect(await sut.ask(ownersVotes.announceVote, notice({ questions: [business], ...part }), body)).toMatchObject({
        problem: { code: 'request.invalid', detail: expect.stringContaining('由本栋楼的业主表决') },
      });
    expect((await announce({ questions: [business], buildingId: building1 })).state).toBe('ANNOUNCED');
  });

  test('the street has an unlawful decision put right in time, and annuls it: all owners are told, and the issue has no vote any more', async () => {
    const issueId = await agreed();
    const vote = await announce({ issueId, questions: [raise] });
    const { id } = vote;
    const order = { id, reason: '公告未满十五日即开始表决', document: '青街责改〔2027〕1号' };
    expect(await sut.refused(ownersVotes.annulVote, order, party.STREET)).toBe('vote.illegal-step');
    await declareAll(id);
    await time.to(vote.opensAt);
    await inState(id, 'OPEN');
    for (const owner of ['A', ...neighbours]) await cast(id, owner, 'AGREE');
    await time.to(vote.closesAt);
    await inState(id, 'COUNTED');
    expect((await stateOf(issueId)).state).toBe('VOTED_PASS');

    expect(await sut.refused(ownersVotes.reportCorrection, { id, report: '已补发公告' }, body)).toBe('vote.nothing-to-correct');
    expect(await sut.refused(ownersVotes.orderCorrection, { ...order, dueAt: time.in(-HOUR) }, party.STREET)).toBe('due.past');
    const { correction } = await sut.ok(ownersVotes.orderCorrection, order, party.STREET);
    expect(await sut.refused(ownersVotes.orderCorrection, order, party.STREET)).toBe('vote.correction-open');
    await time.to(correction!.dueAt);
    const fired = async () =>
      (
        await sut.rows<{ payload: { code: string; kind: string; tell: string[]; unitId: string } }>(
          `select payload from events where aggregate_id = $1 and type like '%clock-fired%' order by version`,
          [id],
        )
      ).map(({ payload }) => payload);
    await eventually(async () =>
      expect(await fired()).toContainEqual(
        expect.objectContaining({ code: 'VOTE_CORRECTION', kind: 'breach', tell: ['S', 'V'], unitId: body.unitIds[0] }),
      ),
    );
    expect(await sut.refused(ownersVotes.reportCorrection, { id, report: '已补发公告' }, party.FIRM)).toBe('seat.not-yours');
    expect((await sut.ok(ownersVotes.reportCorrection, { id, report: '已补发公告' }, body)).correction).toMatchObject({
      report: '已补发公告',
    });

    const annulled = await sut.ok(ownersVotes.annulVote, order, party.STREET);
    expect(annulled).toMatchObject({ state: 'ANNULLED', annulment: { reason: order.reason, document: order.document } });
    expect((await stateOf(issueId)).state).toBe('VOTED_FAIL');
    const told = await sut.rows<{ payload: { ownerIds: string[] } }>(
      `select payload from events where aggregate_id = $1 and type like '%annulment-told%'`,
      [id],
    );
    expect(told.flatMap(({ payload }) => payload.ownerIds).sort()).toEqual([...new Set(twelve.map(({ owner }) => ownerId(owner)))].sort());
    expect(await sut.rows(`select 1 from deadlines where subject_id = $1 and state = 'armed'`, [id])).toEqual([]);
    expect(await sut.refused(ownersVotes.annulVote, order, party.STREET)).toBe('vote.illegal-step');
    // Its file is kept all the same, and another vote may be held.
    expect((await see(id)).results).toMatchObject([{ passed: 'AGREE' }]);
    expect((await announce({ issueId, questions: [raise] })).state).toBe('ANNOUNCED');
  });

  test('fails with its vote, and a vote that finds its issue elsewhere is called off', async () => {
    const issueId = await agreed();
    const vote = await announce({ issueId, questions: [raise] });
    const other = await announce({ issueId, questions: [raise], opensAt: time.in(17 * DAY), closesAt: time.in(26 * DAY) });
    await time.to(vote.opensAt);
    await inState(vote.id, 'OPEN');
    await time.to(other.opensAt);
    expect(await inState(other.id, 'CALLED_OFF')).toMatchObject({ calledOffReason: '议题已不在可以表决的阶段' });
    await time.to(vote.closesAt);
    await inState(vote.id, 'COUNTED');
    expect((await stateOf(issueId)).state).toBe('VOTED_FAIL');
  });

  test('a vote that is closed and cannot be counted yet has three days, and its group, body and street hear of them', async () => {
    const vote = await opened();
    const { id } = vote;
    const ballot = await handed(id, 'A', 'AGREE');
    await sut.ok(ownersVotes.enterBallot, ballot, member(1));
    await time.to(vote.closesAt);
    await inState(id, 'CLOSED');
    const clocks = () =>
      sut.rows<{ code: string; state: string; due_at: Date }>(
        `select code, state, due_at from deadlines where subject_id = $1 and code = 'VOTE_COUNT'`,
        [id],
      );
    const [clock] = await clocks();
    expect(clock).toMatchObject({ state: 'armed' });
    await time.to(clock!.due_at);
    await eventually(async () => {
      const fired = await sut.rows<{ payload: { code: string; kind: string; tell: string[] } }>(
        `select payload from events where aggregate_id = $1 and type like '%clock-fired%' order by version`,
        [id],
      );
      expect(fired.at(-1)!.payload).toMatchObject({ code: 'VOTE_COUNT', kind: 'breach', tell: ['S', 'V'] });
    });
    await sut.ok(ownersVotes.checkBallot, { id, ballotId: ballot.ballotId, choices: ballot.choices }, member(2));
    expect((await sut.ok(ownersVotes.countVote, { id }, member(3))).state).toBe('COUNTED');

    // Counted in time, the clock stops.
    const other = await opened();
    const late = await handed(other.id, 'A', 'AGREE');
    await sut.ok(ownersVotes.enterBallot, late, member(1));
    await time.to(other.closesAt);
    await inState(other.id, 'CLOSED');
    await sut.ok(ownersVotes.checkBallot, { id: other.id, ballotId: late.ballotId, choices: late.choices }, member(2));
    await sut.ok(ownersVotes.countVote, { id: other.id }, member(3));
    expect(await sut.rows(`select state from deadlines where subject_id = $1 and code = 'VOTE_COUNT'`, [other.id])).toEqual([
      { state: 'stopped' },
    ]);
  });

  test('announced and not yet open, it falls with its issue at once: no owner reads of a vote that will not be', async () => {
    const issueId = await agreed();
    const vote = await announce({ issueId, questions: [raise] });
    const poll = await announce({ issueId, questions: [raise], kind: 'ADVISORY', groupAccountIds: [] });
    await sut.ok(issues.withdrawIssue, { id: issueId, reason: '产权单位已自行修好，不再商议' }, party.COMMUNITY);
    expect(await see(vote.id)).toMatchObject({ state: 'CALLED_OFF', calledOffReason: '产权单位已自行修好，不再商议' });
    expect((await see(poll.id)).state).toBe('ANNOUNCED');
    expect(await sut.rows(`select 1 from deadlines where subject_id = $1 and state = 'armed'`, [vote.id])).toEqual([]);
  });

  test('falls with its issue while it runs: nobody votes on nothing, and nobody is reminded to; its body cannot stop it by itself', async () => {
    const issueId = await agreed();
    const { id, opensAt } = await announce({ issueId, questions: [raise] });
    await declareAll(id);
    await time.to(opensAt);
    await inState(id, 'OPEN');
    expect(await sut.refused(ownersVotes.callOffVote, { id, reason: '形势有变，不再表决' }, body)).toBe('vote.illegal-step');
    for (const owner of ['o3', 'o4', 'o3']) await cast(id, owner, 'AGREE');
    await sut.ok(issues.withdrawIssue, { id: issueId, reason: '产权单位已自行修好，不再商议' }, party.COMMUNITY);
    expect(await see(id)).toMatchObject({ state: 'CALLED_OFF', calledOffReason: '产权单位已自行修好，不再商议' });
    expect(await sut.rows(`select 1 from deadlines where subject_id = $1 and state = 'armed'`, [id])).toEqual([]);
    expect(await sut.refused(ownersVotes.remindOwners, { id }, body)).toBe('vote.illegal-step');
    // Who has voted waits for a result, and is told once that there will be none; of how they voted nothing is said.
    const told = await sut.rows<{ payload: Record<string, unknown> }>(
      `select payload from events where aggregate_id = $1 and type = 'deliberation.vote.call-off-told.v1'`,
      [id],
    );
    const [returned, silent] = [true, false].map((has) => told.filter(({ payload }) => payload['hasReturned'] === has));
    expect(returned).toHaveLength(1);
    expect(silent!.flatMap(({ payload }) => payload['ownerIds'])).toHaveLength(8);
    expect([...(returned![0]!.payload['ownerIds'] as string[])].sort()).toEqual([ownerId('o3'), ownerId('o4')].sort());
    expect(JSON.stringify(told)).not.toContain('AGREE');
  });

  test('what owners have not passed is not archived as decided, question by question; what the street annuls afterwards is open again', async () => {
    const issueId = await agreedIssue(sut, tableId, ['FIRM', 'COVENANT']);
    const ask = (matter: 'FIRM' | 'COVENANT' | 'COMMITTEE') => [{ code: '1', title: '业主共同决定事项', matter, options: [agree] }];
    expect(await sut.refused(ownersVotes.announceVote, notice({ issueId, questions: ask('COMMITTEE') }), body)).toBe('vote.matter-foreign');
    const passed = async (matter: 'FIRM' | 'COVENANT') => {
      const vote = await opened({ issueId, questions: ask(matter) });
      for (const owner of ['A', ...neighbours]) await cast(vote.id, owner, 'AGREE');
      await time.to(vote.closesAt);
      await inState(vote.id, 'COUNTED');
      return vote.id;
    };
    const archive = { id: issueId, step: 'archive' as const, reason: '业主大会已经决定，按结果办理' };
    const annul = (id: string) =>
      sut.ok(ownersVotes.annulVote, { id, reason: '公告未满十五日即开始表决', document: '青街撤〔2027〕1号' }, party.STREET);
    const firm = await passed('FIRM');
    expect(await sut.ask(issues.decideNext, archive, party.COMMUNITY)).toMatchObject({
      problem: { code: 'issue.unvoted', detail: expect.stringContaining('管理规约') },
    });
    await passed('COVENANT');
    // The earlier of two votes is annulled: what it had decided is not decided.
    await annul(firm);
    expect((await stateOf(issueId)).state).toBe('VOTED_FAIL');
    const orders = await sut.rows<{ order_ids: string[] }>(
      'update issues set order_ids = array[gen_random_uuid()] where id = $1 returning order_ids',
      [issueId],
    );
    const again = await passed('FIRM');
    expect((await sut.ok(issues.decideNext, archive, party.COMMUNITY)).state).toBe('ARCHIVED');
    await annul(again);
    expect(await sut.rows('select state, is_open from issues where id = $1', [issueId])).toEqual([{ state: 'VOTED_FAIL', is_open: true }]);
    // Only the orders that had gone on by what is annulled now are told of, and the issue has them no more.
    const freed = async (id: string) =>
      (
        await sut.rows<{ ids: string[] }>(`select payload->'orderIds' as ids from events where aggregate_id = $1 and type = $2`, [
          id,
          ownersVoteEvents.annulled.type,
        ])
      )[0]!.ids;
    expect(await freed(firm)).toEqual([]);
    expect(await freed(again)).toEqual(orders[0]!.order_ids);
    expect(await sut.rows('select order_ids from issues where id = $1', [issueId])).toEqual([{ order_ids: [] }]);
    expect((await announce({ issueId, questions: ask('FIRM') })).state).toBe('ANNOUNCED');
  }, 60_000);

  test('of two matters one is passed and one is not: the vote that follows asks the second alone, and undoes nothing of the first', async () => {
    const issueId = await agreedIssue(sut, tableId, ['FIRM', 'COMMON_PARTS']);
    const ask = (code: string, matter: 'FIRM' | 'COMMON_PARTS') => ({ code, title: '业主共同决定事项', matter, options: [agree] });
    const [firm, parts] = [ask('1', 'FIRM'), ask('2', 'COMMON_PARTS')];
    // The first vote asks a question of each class.
    expect(await sut.refused(ownersVotes.announceVote, notice({ issueId, questions: [firm] }), body)).toBe('vote.matter-missing');
    const first = await opened({ issueId, questions: [firm, parts] });
    for (const owner of ['A', ...neighbours]) {
      const ballot = await handed(first.id, owner, null, { choices: { '1': 'AGREE', '2': 'DISAGREE' } });
      await sut.ok(ownersVotes.enterBallot, ballot, member(1));
      await sut.ok(ownersVotes.checkBallot, { id: first.id, ballotId: ballot.ballotId, choices: ballot.choices }, member(2));
    }
    await time.to(first.closesAt);
    await inState(first.id, 'COUNTED');
    expect((await stateOf(issueId)).state).toBe('VOTED_FAIL');
    expect(await announce({ issueId, questions: [parts] })).toMatchObject({ state: 'ANNOUNCED', issueId });
  }, 60_000);

  test('a result that nobody posts tells the owners’ body, then the street', async () => {
    const vote = await opened();
    await time.to(vote.closesAt);
    const counted = await inState(vote.id, 'COUNTED');
    await time.to(counted.postDueAt!);
    await eventually(async () => {
      const fired = await sut.rows<{ payload: { kind: string; tell: string[]; unitId: string } }>(
        `select payload from events where aggregate_id = $1 and type like '%clock-fired%' order by version`,
        [vote.id],
      );
      expect(fired.at(-1)!.payload).toMatchObject({ kind: 'breach', tell: ['S', 'V'], unitId: body.unitIds[0] });
    });
  });
});

/** Holds a row while `meanwhile` goes on, as somebody does who just works on it. */
async function whileHeld<T>(table: 'owners_votes' | 'issues', id: string, meanwhile: () => Promise<T>): Promise<T> {
  const holder = await sut.admin.connect();
  try {
    await holder.query('begin');
    await holder.query(`select 1 from ${table} where id = $1 for update`, [id]);
    return await meanwhile();
  } finally {
    await holder.query('rollback');
    holder.release();
  }
}

describe('whoever decides about an issue and its vote takes the issue first, and none waits for one that waits for it', () => {
  const covenant = { ...fundUse, title: '修订管理规约', matter: 'COVENANT' as const };
  /** A vote with which the owners decide an issue; with nobody's ballot it fails. */
  async function decisive(): Promise<OwnersVoteView & { issueId: string }> {
    const issueId = await agreedIssue(sut, tableId, ['COVENANT']);
    return { ...(await announce({ issueId, questions: [covenant] })), issueId };
  }
  const withdraw = (id: string) => sut.ok(issues.withdrawIssue, { id, reason: '产权单位已自行修好，不再商议' }, party.COMMUNITY);
  /** So many transactions of the service wait for a row. */
  const waiting = (many: number) =>
    eventually(async () =>
      expect(await sut.rows(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).toHaveLength(
        many,
      ),
    );
  const isFree = async (table: 'owners_votes' | 'issues', id: string) =>
    (await sut.rows(`select 1 from ${table} where id = $1 for update skip locked`, [id])).length === 1;
  const deadlocks = async () =>
    (await sut.rows<{ n: string }>('select deadlocks as n from pg_stat_database where datname = current_database()'))[0]!.n;

  test('a decision is annulled while its issue is withdrawn', async () => {
    const { id, issueId, opensAt, closesAt } = await decisive();
    await time.to(opensAt);
    await inState(id, 'OPEN');
    await time.to(closesAt);
    await inState(id, 'COUNTED');
    const before = await deadlocks();
    const [annulled, withdrawn] = await whileHeld('owners_votes', id, async () => {
      const annulling = sut.ok(ownersVotes.annulVote, { id, reason: '公告未满规定天数', document: '青街撤〔2027〕1号' }, party.STREET);
      await waiting(1);
      expect(await isFree('issues', issueId)).toBe(false);
      const withdrawing = withdraw(issueId);
      await waiting(2);
      return [annulling, withdrawing] as const;
    });
    expect([(await annulled).state, (await withdrawn).state]).toEqual(['ANNULLED', 'WITHDRAWN']);
    expect(await deadlocks()).toBe(before);
  });

  test.each(['opens', 'closes'])('a vote %s by its clock while its issue is withdrawn', async (what) => {
    const { id, issueId, opensAt, closesAt } = await decisive();
    if (what === 'closes') {
      await time.to(opensAt);
      await inState(id, 'OPEN');
    }
    const before = await deadlocks();
    const [withdrawn] = await whileHeld('owners_votes', id, async () => {
      await time.to(what === 'opens' ? opensAt : closesAt);
      await waiting(1);
      expect(await isFree('issues', issueId)).toBe(false);
      const withdrawing = withdraw(issueId);
      await waiting(2);
      return [withdrawing] as const;
    });
    expect((await withdrawn).state).toBe('WITHDRAWN');
    // The clock came first: what it has opened falls with the issue, what it has counted stays.
    expect((await see(id)).state).toBe(what === 'opens' ? 'CALLED_OFF' : 'COUNTED');
    expect(await deadlocks()).toBe(before);
  });

  test('a clock that waits for the issue holds nothing of the vote meanwhile', async () => {
    const { id, issueId, opensAt } = await decisive();
    await whileHeld('issues', issueId, async () => {
      await time.to(opensAt);
      await waiting(1);
      expect(await isFree('owners_votes', id)).toBe(true);
    });
    await inState(id, 'OPEN');
  });
});
