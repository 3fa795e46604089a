import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { emergencyUses, ownersVotes, tables } from '@wufang/contracts';
import { eventually, ServiceUnderTest } from '@wufang/testing';
import type { z } from 'zod';
import { migrations } from '../src/db/migrations/index.js';
import { deliberationParts } from '../src/parts.js';
import { agreedIssue } from './agreed-issue.js';
import { listUnmeasured, ownerCaller, ownerId, tellHomes } from './estate-homes.js';
import { DAY, HOUR, MovingTime } from './moving-time.js';
import { inspector, openStreet, openTable, party, stranger, yard } from './street.js';

let sut: ServiceUnderTest;
let time: MovingTime;
let tableId: string;
const { STREET, COMMUNITY, FIRM, OWNERS_BODY } = party;
/** C1: three of 89.50 m². */
const homes = ['甲', '乙', '丙'].map((owner) => ({ owner, area: 8_950 }));

beforeAll(async () => {
  sut = await ServiceUnderTest.start(deliberationParts, migrations);
  time = MovingTime.of(sut);
  await openStreet(sut);
  tableId = await openTable(sut);
  await tellHomes(sut, homes);
}, 120_000);
afterAll(() => sut?.stop());

const agreed = () => agreedIssue(sut, tableId, ['EMERGENCY_REPAIR']);
type Filed = z.input<typeof emergencyUses.fileUse.input>;
const application = (issueId: string, part: Partial<Filed> = {}): Filed => ({
  ...{ id: randomUUID(), issueId, case: 'DRAIN_BURST', custodian: 'CITY_FUND_CENTRE', estimateFen: '10000' },
  ...{ evidence: { documents: ['管道坍塌现场照片', '排水公司检测报告'] }, ...part },
});
const stateOf = async (issueId: string) =>
  (await sut.rows<{ state: string }>('select state from issues where id = $1', [issueId]))[0]!.state;

describe('the drain of the yard has collapsed', () => {
  let issueId: string;
  let id: string;

  test('the firm applies with evidence; the system writes the notice; 48 hours are the aim', async () => {
    issueId = await agreed();
    expect(await sut.refused(emergencyUses.fileUse, application(issueId), OWNERS_BODY)).toBe('emergency.applicant');
    expect(await sut.refused(emergencyUses.fileUse, application(issueId, { custodian: 'NONE' }), FIRM)).toBe('emergency.no-fund');
    expect(await sut.refused(emergencyUses.fileUse, application(issueId, { case: 'FIRE_SYSTEM' }), FIRM)).toBe(
      'emergency.evidence-missing',
    );
    const filed = await sut.ok(emergencyUses.fileUse, application(issueId), FIRM);
    id = filed.id;
    expect(filed).toMatchObject({ state: 'FILED', applicant: 'FIRM', applicantReason: null, noticedAt: null });
    expect(filed.notice.join('')).toContain('南岗里一区');
    expect(Math.round((new Date(filed.aimAt).getTime() - time.now.getTime()) / HOUR)).toBe(48);
  });

  test('nothing counts before the notice hangs; then street and owners’ body confirm, and the issue goes on without a vote', async () => {
    expect(await sut.refused(emergencyUses.confirmUse, { id }, STREET)).toBe('emergency.illegal-step');
    await sut.ok(emergencyUses.postNotice, { id, where: '各单元门口' }, FIRM);
    expect(await sut.refused(emergencyUses.confirmUse, { id }, COMMUNITY)).toBe('emergency.confirmer');
    expect(await sut.ok(emergencyUses.confirmUse, { id }, STREET)).toMatchObject({ state: 'NOTICED' });
    expect(await sut.refused(emergencyUses.confirmUse, { id }, STREET)).toBe('emergency.confirmer');
    expect(await stateOf(issueId)).toBe('AGREED');
    expect(await sut.ok(emergencyUses.confirmUse, { id }, OWNERS_BODY)).toMatchObject({ state: 'CONFIRMED' });
    expect(await stateOf(issueId)).toBe('EMERGENCY_GO');
  });

  test('it is never a vote: no vote, no roll and no ballot is made, and every view says so', async () => {
    expect((await sut.ok(ownersVotes.listVotes, { issueId }, inspector)).votes).toEqual([]);
    for (const table of ['owners_votes', 'vote_roll_owners', 'ballots']) expect(await sut.rows(`select 1 from ${table}`)).toEqual([]);
    expect(await sut.rows(`select 1 from events where type like 'deliberation.vote.%'`)).toEqual([]);
    const steps = await sut.rows<{ step: string }>(
      `select payload->>'step' as step from events where aggregate_id = $1 and type like '%moved%'`,
      [issueId],
    );
    expect(steps.map(({ step }) => step)).not.toContain('openVote');
    for (const as of [FIRM, inspector, ownerCaller('甲')])
      expect((await sut.ok(emergencyUses.getUse, { id }, as)).notAVote).toContain('也不是表决结果');
  });

  test('what was used is posted with the share of each home, to the fen; an owner sees their own and no other', async () => {
    const post = { id, usedFen: '10000', contractor: '排水抢修公司', where: '各单元门口' };
    // What a home of unknown area would bear is spread over nobody else.
    await listUnmeasured(sut, [randomUUID()]);
    expect(await sut.refused(emergencyUses.postUse, post, FIRM)).toBe('plan.area-unknown');
    await listUnmeasured(sut, []);
    const used = await sut.ok(emergencyUses.postUse, post, FIRM);
    expect(used).toMatchObject({ state: 'POSTED', usedFen: '10000', homes: 3 });
    const shares = await sut.rows<{ share_fen: bigint }>('select share_fen from emergency_shares where use_id = $1', [id]);
    expect(shares.map(({ share_fen: share }) => Number(share)).sort()).toEqual([3333, 3333, 3334]);
    // Equal remainders, equal areas: the odd fen goes to the first door.
    const mine = await sut.ok(emergencyUses.myShares, { id }, ownerCaller('甲'));
    expect(mine.shares).toMatchObject([{ ownerId: ownerId('甲'), shareFen: '3334', areaHundredths: 8_950, totalAreaHundredths: 26_850 }]);
    expect((await sut.ok(emergencyUses.myShares, { id }, ownerCaller('乙'))).shares.map(({ shareFen }) => shareFen)).toEqual(['3333']);
    expect(await sut.refused(emergencyUses.myShares, { id }, ownerCaller('外人'))).toBe('object.not-found');
  });

  test('an owner asks about their share and is answered in five working days by who applied', async () => {
    const questionId = randomUUID();
    const question = { id, questionId, ownerId: ownerId('乙'), question: '我家住顶层，为什么也要分摊排水管的费用？' };
    expect(await sut.refused(emergencyUses.askShare, question, ownerCaller('甲'))).toBe('object.not-found');
    const asked = await sut.ok(emergencyUses.askShare, question, ownerCaller('乙'));
    expect(asked).toMatchObject({ state: 'ASKED', answer: null });
    const answer = { id, questionId, answer: '共用排水设施由全体业主按面积分摊' };
    expect(await sut.refused(emergencyUses.answerShare, answer, COMMUNITY)).toBe('object.not-found');
    expect(await sut.ok(emergencyUses.answerShare, answer, FIRM)).toMatchObject({ state: 'ANSWERED' });
    expect(await sut.refused(emergencyUses.answerShare, answer, FIRM)).toBe('emergency.answered');
    expect((await sut.ok(emergencyUses.myShares, { id }, ownerCaller('乙'))).questions).toMatchObject([{ answer: answer.answer }]);
    expect((await sut.ok(emergencyUses.myShares, { id }, ownerCaller('甲'))).questions).toEqual([]);
    expect((await sut.ok(emergencyUses.listQuestions, { id }, inspector)).questions).toHaveLength(1);
    const told = await sut.rows<{ text: string }>(`select payload::text as text from events where aggregate_id = $1`, [questionId]);
    for (const { text } of told) expect(text).not.toMatch(/顶层|按面积分摊/);
  });

  test('a sixth party finds nothing', async () => {
    expect(await sut.refused(emergencyUses.getUse, { id }, stranger)).toBe('object.not-found');
    expect(await sut.refused(emergencyUses.listQuestions, { id }, stranger)).toBe('object.not-found');
    expect(await sut.refused(emergencyUses.confirmUse, { id }, stranger)).toBe('object.not-found');
    expect(await sut.refused(emergencyUses.listUses, { issueId }, stranger)).toBe('object.not-found');
    expect((await sut.ok(emergencyUses.listUses, { issueId }, FIRM)).uses).toHaveLength(1);
  });
});

test('where there is no firm the community organises and says why; what the street does not take for an emergency ends', async () => {
  await sut.ok(tables.seatUnit, { id: tableId, seat: 'FIRM', unitId: null, reason: '物业已撤管' }, STREET);
  const issueId = await agreed();
  expect(await sut.refused(emergencyUses.fileUse, application(issueId), COMMUNITY)).toBe('emergency.applicant');
  const reason = '本小区没有物业，由社区组织抢修';
  const filed = await sut.ok(emergencyUses.fileUse, application(issueId, { reason }), COMMUNITY);
  expect(filed).toMatchObject({ applicant: 'COMMUNITY', applicantReason: reason });
  expect(filed.notice.join('')).toContain(reason);
  await sut.ok(emergencyUses.postNotice, { id: filed.id, where: '社区公告栏' }, COMMUNITY);
  const refusal = { id: filed.id, reason: '经查不属于六种应急情形' };
  expect(await sut.ok(emergencyUses.refuseUse, refusal, STREET)).toMatchObject({ state: 'REFUSED', refusedReason: refusal.reason });
  expect(await sut.refused(emergencyUses.confirmUse, { id: filed.id }, STREET)).toBe('emergency.illegal-step');
  expect(await stateOf(issueId)).toBe('AGREED');
  expect(await sut.rows(`select 1 from deadlines where subject_id = $1 and state = 'armed'`, [filed.id])).toEqual([]);
});

test('after 48 hours without money in use the street hears that the aim was missed', async () => {
  const filed = await sut.ok(emergencyUses.fileUse, application(await agreed(), { reason: '本小区没有物业，由社区组织抢修' }), COMMUNITY);
  await time.to(new Date(time.now.getTime() + 2 * DAY));
  await eventually(async () => {
    const fired = await sut.rows<{ payload: { code: string; kind: string; tell: string[] } }>(
      `select payload from events where aggregate_id = $1 and type like '%clock-fired%' order by version`,
      [filed.id],
    );
    expect(fired.at(-1)?.payload).toMatchObject({ code: 'EMERGENCY_AIM', kind: 'breach', tell: ['S'] });
  });
});

test('C3: of 售后公房 the unit that sold them bears its part by the deposits, the owners theirs by area, to the fen', async () => {
  const deposits = ['30000', '30000', '30000', '30000', '30000', '35500'];
  const sold = deposits.map((deposit, i) => ({
    ...{ owner: `公房${i + 1}`, area: i % 2 === 0 ? 5_236 : 4_788 },
    more: { nature: 'SOLD_PUBLIC' as const, ownerDepositFen: `${deposit}00`, sellerDepositFen: '6075000' },
  }));
  await tellHomes(sut, sold);
  const [estate] = await sut.rows<{ rights_unit_id: string }>('select rights_unit_id from estates where id = $1', [yard]);
  const id = (await sut.ok(emergencyUses.fileUse, application(await agreed(), { reason: '本小区没有物业，由社区组织抢修' }), COMMUNITY)).id;
  await sut.ok(emergencyUses.postNotice, { id, where: '各单元门口' }, COMMUNITY);
  for (const seat of [STREET, OWNERS_BODY]) await sut.ok(emergencyUses.confirmUse, { id }, seat);
  const used = { id, usedFen: '12873547', contractor: '排水抢修公司', where: '各单元门口' };
  expect(await sut.ok(emergencyUses.postUse, used, COMMUNITY)).toMatchObject({ state: 'POSTED', homes: 6 });
  const shares: string[] = [];
  for (const { owner } of sold) shares.push((await sut.ok(emergencyUses.myShares, { id }, ownerCaller(owner))).shares[0]!.shareFen);
  expect(shares).toEqual(['755991', '691308', '755991', '691308', '755991', '691307']);
  expect(await sut.rows('select unit_id, share_fen::text from emergency_unit_shares where use_id = $1', [id])).toEqual([
    { unit_id: estate!.rights_unit_id, share_fen: '8531651' },
  ]);
});
