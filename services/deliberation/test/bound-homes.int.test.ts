import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { emergencyUses, ownersVotes, registryEvents, type OwnersVoteView } from '@wufang/contracts';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { deliberationParts } from '../src/parts.js';
import { agreedIssue } from './agreed-issue.js';
import { homeId, ownerId, tellHomes, type TestHome } from './estate-homes.js';
import { keptEvidence } from './kept-evidence.js';
import { DAY, HOUR, MovingTime } from './moving-time.js';
import { building1, idOf, openStreet, openTable, party, yard } from './street.js';

let sut: ServiceUnderTest;
let time: MovingTime;
let tableId: string;
const rightsUnit = idOf('远征集团三院');
/** 甲 has one home and 乙 two; the last is the unit's own. */
const homes: TestHome[] = [
  { owner: '甲', area: 8_000 },
  { owner: '乙', area: 9_000 },
  { owner: '乙', area: 5_000 },
  { owner: '产权单位', area: 6_000, more: { nature: 'UNSOLD_PUBLIC', ownerId: rightsUnit, isUnit: true } },
];
/** A resident with an account and no mandate for anything. */
const account = (name: string): Caller => ({ role: 'resident', accountId: idOf(`resident ${name}`), unitIds: [], scope: 'own' });
const [binds乙, stranger, bindsUnits, sells, buys] = ['binds', 'none', 'unit', 'sells', 'buys'].map(account) as [
  Caller,
  Caller,
  Caller,
  Caller,
  Caller,
];
/** As showing the statement does; that is tested with the plans that make statements. */
const bind = (by: Caller, i: number, owner: string) =>
  sut.rows('insert into bound_homes (street_id, account_id, home_id, owner_id, bound_at) values ($1, $2, $3, $4, now())', [
    'qingyun',
    by.accountId,
    homeId(yard, i),
    owner,
  ]);

beforeAll(async () => {
  sut = await ServiceUnderTest.start(deliberationParts, migrations);
  time = MovingTime.of(sut);
  await openStreet(sut);
  tableId = await openTable(sut);
  await tellHomes(sut, homes);
  await bind(binds乙, 1, ownerId('乙'));
  await bind(bindsUnits, 3, rightsUnit);
  await bind(sells, 0, ownerId('甲'));
}, 120_000);
afterAll(() => sut?.stop());

async function poll(): Promise<OwnersVoteView> {
  const vote = await sut.ok(
    ownersVotes.announceVote,
    {
      ...{ id: randomUUID(), estateId: yard, kind: 'ADVISORY', title: '是否加装充电棚', how: '网上作答', groupAccountIds: [] },
      questions: [{ code: '1', title: '加装充电棚', matter: 'OTHER_MAJOR', options: [{ code: 'AGREE', title: '同意' }] }],
      ...{ opensAt: time.in(HOUR), closesAt: time.in(3 * DAY) },
    },
    party.OWNERS_BODY,
  );
  await time.to(vote.opensAt);
  return eventually(async () => {
    const open = await sut.ok(ownersVotes.getVote, { id: vote.id }, party.OWNERS_BODY);
    expect(open.state).toBe('OPEN');
    return open;
  });
}
const votesOf = async (by: Caller) => (await sut.ok(ownersVotes.listVotes, {}, by)).votes.map(({ id }) => id);
const usesOf = async (by: Caller) => (await sut.ok(emergencyUses.listMine, {}, by)).uses;
/** An emergency use that is posted. */
async function posted(): Promise<string> {
  const issueId = await agreedIssue(sut, tableId, ['EMERGENCY_REPAIR']);
  const id = randomUUID();
  await sut.ok(
    emergencyUses.fileUse,
    {
      ...{ id, issueId, case: 'DRAIN_BURST', custodian: 'CITY_FUND_CENTRE', estimateFen: '28000' },
      evidence: await keptEvidence(sut, issueId, party.COMMUNITY),
    },
    party.FIRM,
  );
  await sut.ok(emergencyUses.postNotice, { id, where: '各单元门口' }, party.FIRM);
  for (const seat of ['STREET', 'OWNERS_BODY'] as const) await sut.ok(emergencyUses.confirmUse, { id }, party[seat]);
  await sut.ok(emergencyUses.postUse, { id, usedFen: '28000', contractor: '抢修公司', where: '各单元门口' }, party.FIRM);
  return id;
}

test('a bound home opens the votes of its estate: what is asked, who has voted, the own place on the roll by that home alone, and whether the own ballot counts', async () => {
  const { id } = await poll();
  expect(await votesOf(stranger)).toEqual([]);
  expect(await votesOf(bindsUnits)).toEqual([]);
  expect(await votesOf(binds乙)).toContain(id);
  for (const by of [stranger, bindsUnits]) {
    expect(await sut.refused(ownersVotes.getVote, { id }, by)).toBe('object.not-found');
    expect(await sut.refused(ownersVotes.myVote, { id }, by)).toBe('object.not-found');
  }
  const mine = await sut.ok(ownersVotes.myVote, { id }, binds乙);
  // The statement of one home says nothing of what else its owner has.
  expect(mine.entries).toMatchObject([
    { ownerId: ownerId('乙'), areaHundredths: 9_000, homes: [{ homeId: homeId(yard, 1) }], receipts: [] },
  ]);
  const choices = { '1': 'AGREE' };
  expect(await sut.refused(ownersVotes.castVote, { id, ownerId: ownerId('甲'), choices }, binds乙)).toBe('object.not-found');
  expect(await sut.refused(ownersVotes.castVote, { id, ownerId: rightsUnit, choices }, bindsUnits)).toBe('object.not-found');
  const { receipt } = await sut.ok(ownersVotes.castVote, { id, ownerId: ownerId('乙'), choices }, binds乙);
  const [entry] = (await sut.ok(ownersVotes.myVote, { id }, binds乙)).entries;
  expect(entry!.receipts).toMatchObject([{ receipt, isCounted: true }]);
  expect((await sut.ok(ownersVotes.voteBoard, { id, limit: 100 }, binds乙)).receipts).toEqual([receipt]);
  expect((await sut.ok(ownersVotes.getVote, { id }, binds乙)).turnout).toMatchObject({ returnedOwners: 1 });
});

test('a bound home is no ballot: what owners decide is refused over the internet, and nobody counts the ballot of a home they have bound', async () => {
  const group = [1, 2, 3].map((n) => idOf(`counting ${n}`));
  const vote = await sut.ok(
    ownersVotes.announceVote,
    {
      ...{ id: randomUUID(), estateId: yard, kind: 'PAPER', title: '使用维修资金', how: '社区设票箱', groupAccountIds: group },
      questions: [{ code: '1', title: '更换电梯', matter: 'FUND_USE', options: [{ code: 'AGREE', title: '同意' }] }],
      ...{ opensAt: time.in(16 * DAY), closesAt: time.in(26 * DAY) },
    },
    party.OWNERS_BODY,
  );
  const { id } = vote;
  const member = (n: number): Caller => ({ role: 'counting_group', accountId: group[n - 1]!, unitIds: [], scope: 'own' });
  for (const n of [1, 2, 3]) await sut.ok(ownersVotes.declareMember, { id, hasInterest: false }, member(n));
  await bind(member(1), 1, ownerId('乙'));
  await time.to(vote.opensAt);
  await eventually(async () => expect((await sut.ok(ownersVotes.getVote, { id }, party.OWNERS_BODY)).state).toBe('OPEN'));
  const choices = { '1': 'AGREE' };
  expect(await sut.refused(ownersVotes.castVote, { id, ownerId: ownerId('乙'), choices }, binds乙)).toBe('vote.internet-refused');
  const scan = await sut.ok(ownersVotes.addScan, { id, fileName: 'b.pdf', file: Buffer.from('%PDF-1.4 x').toString('base64') }, member(2));
  const ballot = { id, ballotId: randomUUID(), ownerId: ownerId('乙'), serial: 1, scanId: scan.id, choices };
  expect(await sut.refused(ownersVotes.enterBallot, ballot, member(1))).toBe('vote.own-ballot');
  await sut.ok(ownersVotes.enterBallot, ballot, member(2));
  // By the binding the owner learns that the paper has come in; of what is on it nothing is told anywhere.
  const mine = await sut.ok(ownersVotes.myVote, { id }, binds乙);
  expect(mine.entries[0]!.receipts).toMatchObject([{ isCounted: true }]);
  expect(JSON.stringify(mine)).not.toContain('AGREE');
  expect(await sut.refused(ownersVotes.listBallots, { id, limit: 10 }, binds乙)).toBe('object.not-found');
});

test('an emergency use is told to the account and shown with the amount of that home, line by line; it may be asked about', async () => {
  const id = await posted();
  const told = await sut.rows<{ payload: { what: string; ownerIds: string[]; accountIds: string[] } }>(
    `select payload from events where aggregate_id = $1 and type = 'deliberation.emergency.owners-told.v1' order by version`,
    [id],
  );
  expect(told.map(({ payload }) => payload.what)).toEqual(['NOTICED', 'POSTED']);
  for (const { payload } of told) {
    expect(payload.accountIds).toContain(binds乙.accountId);
    expect(payload.accountIds).not.toContain(bindsUnits.accountId);
    expect(payload.ownerIds).toHaveLength(3);
  }
  expect(await usesOf(stranger)).toEqual([]);
  expect(await usesOf(bindsUnits)).toEqual([]);
  expect(await usesOf(binds乙)).toMatchObject([{ id, state: 'POSTED', shareFen: '9000' }]);
  const { shares, questions } = await sut.ok(emergencyUses.myShares, { id }, binds乙);
  expect(shares).toMatchObject([{ homeId: homeId(yard, 1), shareFen: '9000' }]);
  expect(shares[0]!.lines.join('\n')).toContain('¥90.00');
  expect(questions).toEqual([]);
  expect(await sut.ok(emergencyUses.getUse, { id }, binds乙)).toMatchObject({ id, proposed: null });
  for (const by of [stranger, bindsUnits]) expect(await sut.refused(emergencyUses.getUse, { id }, by)).toBe('object.not-found');
  const asks = { id, questionId: randomUUID(), ownerId: ownerId('乙'), question: '我家不走这根管，为什么分摊？' };
  for (const by of [stranger, sells]) expect(await sut.refused(emergencyUses.askShare, asks, by)).toBe('object.not-found');
  await sut.ok(emergencyUses.askShare, asks, binds乙);
  await sut.ok(emergencyUses.answerShare, { id, questionId: asks.questionId, answer: '共用管道由全体分摊' }, party.FIRM);
  expect((await sut.ok(emergencyUses.myShares, { id }, binds乙)).questions).toMatchObject([{ answer: '共用管道由全体分摊' }]);
  const answered = await sut.rows<{ ids: string[] }>(
    `select payload->'accountIds' as ids from events where aggregate_id = $1 and type = 'deliberation.share-question.answered.v1'`,
    [asks.questionId],
  );
  expect(answered[0]!.ids).toContain(binds乙.accountId);
});

test('a sold home is the buyer’s: the seller’s account sees nothing of it any more, the buyer’s does once it has bound it', async () => {
  const { id } = await poll();
  expect(await votesOf(sells)).toContain(id);
  const usesBefore = await usesOf(sells);
  expect(usesBefore.length).toBeGreaterThan(0);
  const sold = {
    ...{ homeId: homeId(yard, 0), stairwell: '1单元', ordinal: 1, areaHundredths: 8_000, areaSource: 'REGISTERED' as const },
    ...{ nature: 'COMMODITY' as const, ownerId: ownerId('买主'), isUnit: false, ownerDepositFen: '0', sellerDepositFen: '0' },
  };
  await sut.tell(
    registryEvents.homesMeasured,
    { estateId: yard, buildingId: building1, hash: 'h2', homes: [sold] },
    { aggregateId: randomUUID(), version: 1, streetId: 'qingyun' },
  );
  await eventually(async () => expect(await votesOf(sells)).toEqual([]));
  expect(await usesOf(sells)).toEqual([]);
  expect(await sut.refused(ownersVotes.castVote, { id, ownerId: ownerId('甲'), choices: { '1': 'AGREE' } }, sells)).toBe(
    'object.not-found',
  );
  expect(await votesOf(buys)).toEqual([]);
  await bind(buys, 0, ownerId('买主'));
  expect(await votesOf(buys)).toContain(id);
});
