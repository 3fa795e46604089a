import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  costPlans,
  emergencyUses,
  issues,
  OfficialDocument,
  ownersVotes,
  publicity,
  rounds,
  seatKinds,
  type PrintedDocument,
  type RoundView,
  type SeatKind,
} from '@wufang/contracts';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { keptEvidence } from './kept-evidence.js';
import { deliberationParts } from '../src/parts.js';
import { agreedIssue } from './agreed-issue.js';
import { agreed, aScenario, yuan } from './a-plan.js';
import { homeId, ownerCaller, ownerId, tellHomes } from './estate-homes.js';
import { DAY, MovingTime } from './moving-time.js';
import {
  building1,
  hold,
  idOf,
  inspector,
  inStreet,
  minute,
  notice,
  openStreet,
  openTable,
  party,
  proof,
  propose,
  quickLimits,
  say,
  screen,
  stranger,
  yard,
} from './street.js';

let sut: ServiceUnderTest;
const streetId = 'quick';
const as = (seat: SeatKind): Caller => inStreet(party[seat], streetId);
const [sixth, watcher] = [inStreet(stranger, streetId), inStreet(inspector, streetId)];
const resident: Caller = { role: 'resident', accountId: idOf('account resident'), unitIds: [], scope: 'own', streetId };
/** Six flats of one stairwell, one after the other in the building's three. */
const homes = Array.from({ length: 18 }, (_, i) => ({ owner: `o${i}`, area: 5_000 + (i % 3) * 100 }));
const contact = '社区居委会办公室';
const place = '社区二层会议室';

/** All words of a document, and the check that it is one. */
function wordsOf({ document }: PrintedDocument): string {
  return JSON.stringify(OfficialDocument.parse(document));
}
/** The PDF of a document: its bytes have the hash that came with them. */
function pagesOf({ file, sha256, fileName }: PrintedDocument): number {
  const bytes = Buffer.from(file!, 'base64');
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  expect(fileName).toMatch(/\.pdf$/);
  return bytes.toString('latin1').match(/\/Type ?\/Page\b/g)?.length ?? 0;
}

beforeAll(async () => {
  sut = await ServiceUnderTest.start(deliberationParts, migrations);
}, 120_000);
afterAll(() => sut?.stop());

describe('an issue from its first notice to the board', () => {
  let issueId: string;
  let first: RoundView;
  let planId: string;
  let publicityId: string;

  beforeAll(async () => {
    await openStreet(sut, { streetId, limits: quickLimits });
    await tellHomes(sut, homes, { streetId });
    const tableId = await openTable(sut, { streetId });
    const scope = { level: 'STAIRWELL' as const, estateId: yard, buildingId: building1, stairwell: '1单元' };
    issueId = (await propose(sut, tableId, { streetId, scope })).id;
    await screen(sut, issueId, ['SHARED_WORKS'], streetId);
    first = await notice(sut, issueId, { streetId, payers: ['RIGHTS_UNIT'] });
  }, 60_000);

  test('the notice says when, where, about what and who has to be there because it would pay', async () => {
    const asked = { id: first.id, form: 'DATA' as const, place, contact };
    const words = wordsOf(await sut.ok(rounds.printNotice, asked, as('FIRM')));
    for (const part of ['“雨后院内积水”第 1 轮会商通知', place, contact, '院内排水改造', '南岗里社区']) expect(words).toContain(part);
    expect(words).toContain('["产权单位","远征集团三院","出资"]');
    expect(words).toContain('["物业公司","远征物业","—"]');
    expect(words).toMatch(/20\d\d年\d+月\d+日（星期[一二三四五六日]）\d\d:\d\d/);
    expect(pagesOf(await sut.ok(rounds.printNotice, { ...asked, form: 'PDF' }, watcher))).toBeGreaterThan(0);
    expect(await sut.refused(rounds.printNotice, asked, sixth)).toBe('object.not-found');
    // Whom to ask came with the question and is kept nowhere.
    expect(await sut.rows('select 1 from events where payload::text like $1', [`%${contact}%`])).toEqual([]);
  });

  test('there are no minutes before the round is held; until they are finished they are a draft that names what is missing', async () => {
    const asked = { id: first.id, form: 'DATA' as const };
    expect(await sut.refused(rounds.printMinutes, asked, as('COMMUNITY'))).toBe('round.illegal-step');
    await hold(sut, first, seatKinds, streetId);
    await say(sut, first, 'FIRM', 'AGREE_WITH_CONDITION', streetId);
    const draft = await sut.ok(rounds.printMinutes, asked, as('COMMUNITY'));
    expect(draft.document!.note).toBe('草稿');
    expect(wordsOf(draft)).toContain('草稿，尚缺：问题、原因、可选办法。');
    await sut.ok(rounds.closeRound, { id: issueId, roundId: first.id }, as('COMMUNITY'));
    await minute(sut, first, streetId);
    const finished = await sut.ok(rounds.printMinutes, { ...asked, place }, as('RIGHTS_UNIT'));
    expect(finished.document!.note).toBe('');
    const words = wordsOf(finished);
    expect(words).toContain('达到（5 方席位，须到 4 方，实到 5 方）');
    expect(words).toContain('["物业公司","远征物业","附条件同意","需要再核对金额；条件：先修排水再修路"]');
    expect(words).toContain('["街道","青云街道","缺席","—"]');
    const [{ chain_hash: head }] = (await sut.rows<{ chain_hash: string }>('select chain_hash from rounds where id = $1', [first.id])) as [
      { chain_hash: string },
    ];
    expect(words).toContain(head);
    expect(pagesOf(await sut.ok(rounds.printMinutes, { ...asked, form: 'PDF' }, watcher))).toBeGreaterThan(0);
    expect(await sut.refused(rounds.printMinutes, asked, sixth)).toBe('object.not-found');
  });

  test('a plan that nobody has chosen is printed as one to talk over; chosen, it carries its hash', async () => {
    await sut.ok(issues.decideNext, { id: issueId, step: 'plan', leadSeat: 'FIRM', reason: '由物业拟定方案' }, as('COMMUNITY'));
    const drafted = await sut.ok(
      costPlans.draftPlan,
      {
        ...{ issueId, title: '1单元修缮', fundCustodian: 'CITY_FUND_CENTRE' },
        items: [{ name: '维修', amountFen: yuan('1,000.01'), work: 'REPAIR', duty: null }],
        scenarios: [aScenario({ name: '方案一', agreement: agreed({ 街道: '50%', 业主: '50%' }), ownersMoney: 'DIRECT' })],
      },
      as('FIRM'),
    );
    planId = drafted.id;
    const asked = { id: planId, of: 'PLAN' as const, form: 'DATA' as const };
    expect((await sut.ok(costPlans.printStatements, asked, as('STREET'))).document!.number).toContain('（讨论稿）');
    const chosen = await sut.ok(costPlans.choosePlanScenario, { id: planId, scenario: '方案一' }, as('FIRM'));
    const printed = await sut.ok(costPlans.printStatements, asked, as('STREET'));
    expect(printed.document!.number).toBe(chosen.numberText);
    expect(printed.document!.foot).toContain(chosen.chosen!.hash);
    expect(wordsOf(printed)).toContain('1,000.01');
    expect(pagesOf(await sut.ok(costPlans.printStatements, { ...asked, form: 'PDF' }, watcher))).toBeGreaterThan(0);
    expect(await sut.refused(costPlans.printStatements, asked, sixth)).toBe('object.not-found');
    expect(await sut.refused(costPlans.printStatements, { ...asked, scenario: '没有' }, as('FIRM'))).toBe('plan.scenario-unknown');
  });

  test('each payer has a page, and can be asked for alone', async () => {
    const asked = { id: planId, of: 'PAYERS' as const, form: 'DATA' as const };
    expect((await sut.ok(costPlans.printStatements, asked, as('STREET'))).document!.parts).toHaveLength(2);
    const one = await sut.ok(costPlans.printStatements, { ...asked, payers: ['街道'] }, as('STREET'));
    expect(one.document!.parts).toHaveLength(1);
    expect(wordsOf(one)).toContain('["应承担","¥500.00"]');
    expect(await sut.refused(costPlans.printStatements, { ...asked, payers: ['没有'] }, as('STREET'))).toBe('object.not-found');
  });

  test('each home has a page under the label that came with the question; no label is kept', async () => {
    const room = '1单元一〇一室';
    const asked = { id: planId, of: 'HOMES' as const, form: 'DATA' as const, labels: { [homeId(yard, 0)]: room } };
    const all = (await sut.ok(costPlans.printStatements, asked, as('COMMUNITY'))).document!;
    expect(all.parts).toHaveLength(6);
    expect(JSON.stringify(all.parts[0])).toContain(room);
    expect(JSON.stringify(all.parts[1])).toContain('1号楼1单元第4户');
    expect(JSON.stringify(all.parts[1])).not.toContain(room);
    const one = { ...asked, homeIds: [homeId(yard, 3)] };
    expect((await sut.ok(costPlans.printStatements, one, as('COMMUNITY'))).document!.parts).toHaveLength(1);
    expect(pagesOf(await sut.ok(costPlans.printStatements, { ...asked, form: 'PDF' }, as('COMMUNITY')))).toBe(6);
    // A home of another stairwell has no part in it.
    expect(await sut.refused(costPlans.printStatements, { ...asked, homeIds: [homeId(yard, 1)] }, as('COMMUNITY'))).toBe(
      'object.not-found',
    );
    for (const table of ['events', 'plans', 'plan_home_shares'])
      expect(await sut.rows(`select 1 from ${table} as t where t::text like $1`, [`%${room}%`])).toEqual([]);
  });

  test('a resident prints the page of the home bound to the account, and no other', async () => {
    const asked = { planId, form: 'DATA' as const };
    expect(await sut.refused(costPlans.printOwnShares, asked, resident)).toBe('object.not-found');
    const keys = (await sut.ok(costPlans.homeKeys, { id: planId }, as('COMMUNITY'))).homes;
    const { no, code } = keys.find((key) => key.homeId === homeId(yard, 3))!;
    await sut.ok(costPlans.bindHome, { no, code }, resident);
    const mine = (await sut.ok(costPlans.printOwnShares, asked, resident)).document!;
    expect(JSON.stringify(mine)).toContain(`["编　号","${no}"],["查询码","${code}"]`);
    // The community carries the statements to the doors, with the codes; another seat’s print names the home’s number alone.
    const printed = async (seat: SeatKind) =>
      JSON.stringify((await sut.ok(costPlans.printStatements, { id: planId, of: 'HOMES', form: 'DATA' }, as(seat))).document);
    for (const key of keys) expect(await printed('COMMUNITY')).toContain(`["编　号","${key.no}"],["查询码","${key.code}"]`);
    const forFirm = await printed('FIRM');
    for (const key of keys) {
      expect(forFirm).toContain(`["编　号","${key.no}"]`);
      expect(forFirm).not.toContain(key.code);
    }
    expect(mine.parts).toHaveLength(1);
    expect(JSON.stringify(mine)).toContain('1号楼1单元第4户');
    for (const { ordinal } of await sut.rows<{ ordinal: number }>(
      'select ordinal from plan_home_shares where plan_id = $1 and ordinal <> 4',
      [planId],
    ))
      expect(JSON.stringify(mine)).not.toMatch(new RegExp(`第${ordinal}户`));
    expect(pagesOf(await sut.ok(costPlans.printOwnShares, { planId, form: 'PDF' }, resident))).toBe(1);
    expect(await sut.refused(costPlans.printOwnShares, asked, { ...resident, accountId: idOf('another resident') })).toBe(
      'object.not-found',
    );
  });

  test('what hangs on the board adds up, names no room, and anybody who lives there may have it', async () => {
    const round = await notice(sut, issueId, { streetId });
    await hold(sut, round, seatKinds, streetId);
    for (const seat of ['STREET', 'OWNERS_BODY'] as const) await say(sut, round, seat, 'AGREE', streetId);
    expect((await sut.ok(rounds.closeRound, { id: issueId, roundId: round.id }, as('COMMUNITY'))).outcome).toBe('AGREED');
    const hung = await sut.ok(publicity.postPublicity, { issueId, point: '1号楼门厅公告栏', photoIds: [proof] }, as('COMMUNITY'));
    publicityId = hung.id;
    const asked = { id: publicityId, form: 'DATA' as const };
    const words = wordsOf(await sut.ok(publicity.printPublicity, asked, { ...resident, scope: 'street' }));
    expect(words).toContain('["合计（6 户）","500.01"]');
    expect(words.match(/1号楼1单元　＊＊＊[2-9A-Z]{3}/g)).toHaveLength(6);
    expect(words).not.toMatch(/第\d+户/);
    expect(pagesOf(await sut.ok(publicity.printPublicity, { ...asked, form: 'PDF' }, watcher))).toBe(2);
    expect(await sut.refused(publicity.printPublicity, asked, sixth)).toBe('object.not-found');
  });
});

describe('what owners are told', () => {
  const owners = ['甲', '乙', '丙'];
  const member = (n: number): Caller => ({ role: 'counting_group', accountId: idOf(`counting ${n}`), unitIds: [], scope: 'own' });
  let time: MovingTime;
  let tableId: string;
  beforeAll(async () => {
    time = MovingTime.of(sut);
    await openStreet(sut);
    tableId = await openTable(sut);
    await tellHomes(
      sut,
      owners.map((owner) => ({ owner, area: 8_950 })),
    );
  }, 60_000);

  test('an emergency: the notice in the words that were told, and the sheet of what it rests on', async () => {
    const issueId = await agreedIssue(sut, tableId, ['EMERGENCY_REPAIR']);
    const facade = { looseHundredths: 2_000, sideHundredths: 10_000 };
    const evidence = await keptEvidence(sut, issueId, party.FIRM, { documents: ['外墙空鼓检测报告'], facade });
    const filed = {
      id: randomUUID(),
      issueId,
      case: 'FACADE_FALLING' as const,
      custodian: 'CITY_FUND_CENTRE' as const,
      estimateFen: '1234567',
      evidence,
    };
    const { id, notice: told } = await sut.ok(emergencyUses.fileUse, filed, party.FIRM);
    const asked = { id, form: 'DATA' as const, contact };
    const words = wordsOf(await sut.ok(emergencyUses.printNotice, asked, ownerCaller('甲')));
    for (const line of told.slice(1)) expect(words).toContain(line);
    for (const part of ['南岗里一区全体业主：', '¥12,345.67', '远征物业', contact]) expect(words).toContain(part);
    expect(pagesOf(await sut.ok(emergencyUses.printNotice, { ...asked, form: 'PDF' }, inspector))).toBe(1);
    const sheet = await sut.ok(emergencyUses.printEvidence, { id, form: 'DATA' }, party.STREET);
    expect(wordsOf(sheet)).toContain('["有脱落危险的面积须达到该侧外立面的 1/5，且不大于该侧面积","20.00 ÷ 100.00 m²","具备"]');
    expect(wordsOf(sheet)).toContain('["向业主显著告知","尚未","—"]');
    expect(wordsOf(sheet)).toMatch(/附件（image\/jpeg），SHA-256：[0-9a-f]{64}/);
    expect(pagesOf(await sut.ok(emergencyUses.printEvidence, { id, form: 'PDF' }, party.STREET))).toBe(1);
    for (const caller of [stranger, ownerCaller('外人')])
      expect(await sut.refused(emergencyUses.printNotice, asked, caller)).toBe('object.not-found');

    // What was used and who bears it, for the board and for each door.
    expect(await sut.refused(emergencyUses.printUse, asked, party.FIRM)).toBe('emergency.illegal-step');
    await sut.ok(emergencyUses.postNotice, { id, where: '各单元门口' }, party.FIRM);
    for (const seat of ['STREET', 'OWNERS_BODY'] as const) await sut.ok(emergencyUses.confirmUse, { id }, party[seat]);
    await sut.ok(emergencyUses.postUse, { id, usedFen: '1200000', contractor: '外墙修缮公司', where: '公告栏' }, party.FIRM);
    const board = wordsOf(await sut.ok(emergencyUses.printUse, asked, ownerCaller('甲')));
    for (const part of ['¥12,345.67', '¥12,000.00', '外墙修缮公司', '也不是表决结果', '远征物业', contact, '权数合计'])
      expect(board).toContain(part);
    const shares = await sut.rows<{ share_fen: bigint; lookup_code: string; home_id: string; owner_id: string }>(
      'select share_fen, lookup_code, home_id, owner_id from emergency_shares where use_id = $1',
      [id],
    );
    expect(shares.length).toBeGreaterThan(0);
    for (const { lookup_code: code, home_id: home, owner_id: owner } of shares) {
      expect(board).toContain(`＊＊＊${code.slice(-3)}`);
      for (const hidden of [code, home, owner]) expect(board).not.toContain(hidden);
    }
    expect(board).not.toMatch(/第\d+户/);
    expect(board).toContain(`["合计（${shares.length} 户）","12,000.00"]`);
    expect(pagesOf(await sut.ok(emergencyUses.printUse, { ...asked, form: 'PDF' }, party.COMMUNITY))).toBeGreaterThan(1);
    const pages = { ...asked, of: 'HOMES' as const };
    expect((await sut.ok(emergencyUses.printUse, pages, party.FIRM)).document!.parts).toHaveLength(shares.length);
    const own = (await sut.ok(emergencyUses.printUse, pages, ownerCaller('甲'))).document!.parts;
    expect(own).toHaveLength(shares.filter(({ owner_id: owner }) => owner === ownerId('甲')).length);
    for (const caller of [stranger, ownerCaller('外人')])
      expect(await sut.refused(emergencyUses.printUse, asked, caller)).toBe('object.not-found');
    expect(await sut.refused(emergencyUses.printEvidence, { id, form: 'DATA' }, stranger)).toBe('object.not-found');
  });

  test('a vote: nothing before it is counted; then sums alone, for the board and with every test', async () => {
    const vote = await sut.ok(
      ownersVotes.announceVote,
      {
        ...{ id: randomUUID(), estateId: yard, kind: 'PAPER', title: '使用维修资金更换电梯', how: '社区居委会设票箱，计票小组入户收票' },
        questions: [{ code: '1', title: '更换电梯', matter: 'FUND_USE', options: [{ code: 'AGREE', title: '同意' }] }],
        ...{ opensAt: time.in(16 * DAY), closesAt: time.in(26 * DAY), groupAccountIds: [1, 2, 3].map((n) => member(n).accountId!) },
      },
      party.OWNERS_BODY,
    );
    const { id } = vote;
    for (const n of [1, 2, 3]) await sut.ok(ownersVotes.declareMember, { id, hasInterest: false }, member(n));
    const asked = { id, form: 'DATA' as const };
    expect(await sut.refused(ownersVotes.printReport, asked, party.OWNERS_BODY)).toBe('vote.not-counted');
    // What hangs before anybody votes, with what it has to reach; and the ballots, each with its own number.
    const hung = wordsOf(await sut.ok(ownersVotes.printNotice, asked, ownerCaller('甲')));
    for (const part of [
      '南岗里一区全体业主：',
      '更换电梯',
      '达到全体业主的 2/3',
      '超过参与表决业主的 1/2',
      '社区居委会设票箱',
      '计票小组 3 人',
    ])
      expect(hung).toContain(part);
    expect(hung).not.toMatch(/counting|account/);
    const printed = await sut.ok(ownersVotes.printNotice, { id, form: 'PDF' }, party.FIRM);
    expect(pagesOf(printed)).toBeGreaterThanOrEqual(1);
    const ballots = (await sut.ok(ownersVotes.printBallot, { ...asked, from: 7, count: 2 }, party.OWNERS_BODY)).document!;
    expect(ballots.parts.map(({ blocks }) => JSON.stringify(blocks).match(/第 \d+ 号/)![0])).toEqual(['第 7 号', '第 8 号']);
    expect(JSON.stringify(ballots.parts[1])).toContain('车位不计入面积基数');
    const sheets = await sut.ok(ownersVotes.printBallot, { id, form: 'PDF', from: 7, count: 2 }, party.OWNERS_BODY);
    expect(pagesOf(sheets)).toBe(2);
    expect(await sut.refused(ownersVotes.printBallot, asked, party.FIRM)).toBe('seat.not-yours');
    expect(await sut.refused(ownersVotes.printNotice, asked, ownerCaller('外人'))).toBe('object.not-found');
    await time.to(vote.opensAt);
    await eventually(async () => expect((await sut.ok(ownersVotes.getVote, { id }, party.OWNERS_BODY)).state).toBe('OPEN'));
    const file = Buffer.from('%PDF-1.4 选票').toString('base64');
    for (const [i, owner] of owners.entries()) {
      const scanId = (await sut.ok(ownersVotes.addScan, { id, fileName: 'b.pdf', file }, member(1))).id;
      const ballot = { ballotId: randomUUID(), choices: { '1': i < 2 ? 'AGREE' : 'DISAGREE' } };
      const { unitIds } = ownerCaller(owner);
      await sut.ok(ownersVotes.enterBallot, { id, ...ballot, ownerId: unitIds![0]!, serial: i + 1, scanId }, member(1));
      await sut.ok(ownersVotes.checkBallot, { id, ...ballot }, member(2));
    }
    await time.to(vote.closesAt);
    await eventually(async () => expect((await sut.ok(ownersVotes.getVote, { id }, party.OWNERS_BODY)).results).not.toBeNull());
    const report = wordsOf(await sut.ok(ownersVotes.printReport, asked, party.FIRM));
    expect(report).toContain('["同意人数","2","3","参与 > 1/2","2","—","达到"]');
    expect(report).toContain('["反对","1","—"]');
    expect(report).toContain('专有部分 3 套，面积合计 268.50 m²；业主 3 人。');
    const result = wordsOf(await sut.ok(ownersVotes.printResult, asked, ownerCaller('丙')));
    expect(result).toContain('["更换电梯","2 人，179.00 m²","3 人，268.50 m²","通过"]');
    // Who owns what is on no paper, and the area of the one no is on none either.
    for (const words of [report, result]) {
      for (const owner of owners) expect(words).not.toContain(ownerCaller(owner).unitIds![0]!);
      expect(words).not.toContain('89.50');
    }
    for (const print of [ownersVotes.printReport, ownersVotes.printResult]) {
      expect(pagesOf(await sut.ok(print, { id, form: 'PDF' }, inspector))).toBeGreaterThan(0);
      for (const caller of [stranger, ownerCaller('外人')]) expect(await sut.refused(print, asked, caller)).toBe('object.not-found');
    }
  });
});
