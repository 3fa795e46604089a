import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { emergencyUses, ownersVotes, tables, type CostSharePlan } from '@wufang/contracts';
import { canonicalJson, sha256Hex } from '@wufang/kernel';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import type { z } from 'zod';
import { moveIssue } from '../src/app/move-issue.js';
import { issues } from '../src/db/issues.store.js';
import { migrations } from '../src/db/migrations/index.js';
import { computeOne } from '../src/domain/plan-draft.js';
import { deliberationParts } from '../src/parts.js';
import { agreedIssue } from './agreed-issue.js';
import { listUnmeasured, ownerCaller, ownerId, tellHomes } from './estate-homes.js';
import { keptEvidence } from './kept-evidence.js';
import { DAY, HOUR, MovingTime } from './moving-time.js';
import { inspector, openStreet, openTable, party, propose, screen, stranger, within } from './street.js';

let sut: ServiceUnderTest;
let time: MovingTime;
let tableId: string;
const { STREET, COMMUNITY, FIRM, OWNERS_BODY, RIGHTS_UNIT } = party;
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
const application = async (issueId: string, part: Partial<Filed> = {}): Promise<Filed> => ({
  ...{ id: randomUUID(), issueId, case: 'DRAIN_BURST', custodian: 'CITY_FUND_CENTRE', estimateFen: '10000' },
  ...{ evidence: await keptEvidence(sut, issueId, COMMUNITY), ...part },
});
/** Applied for, told and confirmed by street and owners' body. */
async function confirmed(issueId: string, by: Caller, part: Partial<Filed> = {}): Promise<string> {
  const { id } = await sut.ok(emergencyUses.fileUse, await application(issueId, part), by);
  await sut.ok(emergencyUses.postNotice, { id, where: '各单元门口' }, by);
  for (const seat of [STREET, OWNERS_BODY]) await sut.ok(emergencyUses.confirmUse, { id }, seat);
  return id;
}
/** Owners told by a use's events of one kind, in the order they were told. */
async function toldOwners(id: string, what: string): Promise<string[]> {
  const rows = await sut.rows<{ payload: { what: string; ownerIds: string[] } }>(
    `select payload from events where aggregate_id = $1 and type = 'deliberation.emergency.owners-told.v1' order by version`,
    [id],
  );
  return rows.filter(({ payload }) => payload.what === what).flatMap(({ payload }) => payload.ownerIds);
}
const idsOf = (found: { uses: { id: string }[] }) => found.uses.map((use) => use.id);
const stateOf = async (issueId: string) =>
  (await sut.rows<{ state: string }>('select state from issues where id = $1', [issueId]))[0]!.state;

describe('the drain of the yard has collapsed', () => {
  let issueId: string;
  let id: string;

  test('the firm applies with evidence; the system writes the notice; 48 hours are the aim', async () => {
    issueId = await agreed();
    expect(await sut.refused(emergencyUses.fileUse, await application(issueId), OWNERS_BODY)).toBe('emergency.applicant');
    expect(await sut.refused(emergencyUses.fileUse, await application(issueId, { custodian: 'NONE' }), FIRM)).toBe('emergency.no-fund');
    expect(await sut.refused(emergencyUses.fileUse, await application(issueId, { case: 'FIRE_SYSTEM' }), FIRM)).toBe(
      'emergency.evidence-missing',
    );
    // The name of a photo is no photo, and what lies at another issue shows nothing here.
    const named = { evidence: { documents: ['照片'] } };
    expect(await sut.refused(emergencyUses.fileUse, await application(issueId, named), FIRM)).toBe('emergency.evidence-missing');
    const elsewhere = { evidence: await keptEvidence(sut, await agreed(), FIRM) };
    expect(await sut.refused(emergencyUses.fileUse, await application(issueId, elsewhere), FIRM)).toBe('issue.file-unknown');
    // Where there is a firm nobody else takes its place, whatever reason is given.
    const reason = '物业不愿意申请，由社区代为组织';
    for (const by of [COMMUNITY, RIGHTS_UNIT, STREET])
      expect(await sut.refused(emergencyUses.fileUse, await application(issueId, { reason }), by)).toBe('emergency.applicant');
    const asked = await agreedIssue(sut, tableId, ['FUND_USE']);
    expect(await sut.refused(emergencyUses.fileUse, await application(asked), FIRM)).toBe('emergency.not-classed');
    const filed = await sut.ok(emergencyUses.fileUse, await application(issueId), FIRM);
    id = filed.id;
    expect(idsOf(await sut.ok(emergencyUses.listMine, {}, ownerCaller('甲')))).toEqual([]);
    expect(filed).toMatchObject({ state: 'FILED', applicant: 'FIRM', applicantReason: null, noticedAt: null });
    expect(filed.notice.join('')).toContain('南岗里一区');
    expect(Math.round((new Date(filed.aimAt).getTime() - time.now.getTime()) / HOUR)).toBe(48);
  });

  test('nothing counts before the notice hangs; then street and owners’ body confirm, and the issue goes on without a vote', async () => {
    expect(await sut.refused(emergencyUses.confirmUse, { id }, STREET)).toBe('emergency.illegal-step');
    await sut.ok(emergencyUses.postNotice, { id, where: '各单元门口' }, FIRM);
    await sut.ok(emergencyUses.postNotice, { id, where: '各单元门口、公告栏' }, FIRM);
    // Each owner of the scope is told once, and finds it on a list of their own.
    expect((await toldOwners(id, 'NOTICED')).sort()).toEqual(homes.map(({ owner }) => ownerId(owner)).sort());
    expect((await sut.ok(emergencyUses.listMine, {}, ownerCaller('甲'))).uses).toMatchObject([{ id, state: 'NOTICED', shareFen: null }]);
    expect(await sut.ok(emergencyUses.listMine, {}, ownerCaller('外人'))).toEqual({ uses: [] });
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
    // No more than owners were told, and nobody but who applied.
    expect(await sut.refused(emergencyUses.postUse, { ...post, usedFen: '10001' }, FIRM)).toBe('emergency.over-estimate');
    expect(await sut.refused(emergencyUses.postUse, post, COMMUNITY)).toBe('seat.not-yours');
    // The money has come: the 48 hours are over, however long the repair takes.
    const money = { id, document: '到账通知 2026-118' };
    expect(await sut.refused(emergencyUses.moneyArrived, money, OWNERS_BODY)).toBe('seat.not-yours');
    expect(await sut.ok(emergencyUses.moneyArrived, money, FIRM)).toMatchObject({ state: 'CONFIRMED', arrivalDocument: money.document });
    expect(await sut.rows(`select 1 from deadlines where subject_id = $1 and state = 'armed'`, [id])).toEqual([]);
    const used = await sut.ok(emergencyUses.postUse, post, FIRM);
    expect(used).toMatchObject({ state: 'POSTED', usedFen: '10000', homes: 3, ownersFen: '10000', sellingUnitsFen: '0', unsoldFen: '0' });
    expect((await toldOwners(id, 'POSTED')).sort()).toEqual(homes.map(({ owner }) => ownerId(owner)).sort());
    const shares = await sut.rows<{ share_fen: bigint }>('select share_fen from emergency_shares where use_id = $1', [id]);
    expect(shares.map(({ share_fen: share }) => Number(share)).sort()).toEqual([3333, 3333, 3334]);
    // Equal remainders, equal areas: the odd fen goes to the first door.
    const mine = await sut.ok(emergencyUses.myShares, { id }, ownerCaller('甲'));
    expect(mine.shares).toMatchObject([{ ownerId: ownerId('甲'), shareFen: '3334', areaHundredths: 8_950, money: 'FUND' }]);
    expect(mine.shares[0]!.lines.join('\n')).toContain('¥100.00 × 89.50 ÷ 268.50 = ¥33.33');
    expect(mine.shares[0]!.levels!.flatMap(({ entries }) => entries)).toHaveLength(1);
    expect(mine.units).toEqual([]);
    expect((await sut.ok(emergencyUses.listMine, {}, ownerCaller('甲'))).uses).toMatchObject([{ id, usedFen: '10000', shareFen: '3334' }]);
    expect((await sut.ok(emergencyUses.myShares, { id }, ownerCaller('乙'))).shares.map(({ shareFen }) => shareFen)).toEqual(['3333']);
    expect(await sut.refused(emergencyUses.myShares, { id }, ownerCaller('外人'))).toBe('object.not-found');
  });

  test('a slip of the pen is put right with its reason, within what was told, once street and body confirm it; the shares of before stay, and owners are told again', async () => {
    const corrected = { id, usedFen: '9000', contractor: '排水抢修公司', where: '各单元门口', reason: '发票金额录入有误，按发票更正' };
    expect(await sut.refused(emergencyUses.correctUse, { ...corrected, usedFen: '10001' }, FIRM)).toBe('emergency.over-estimate');
    expect(await sut.refused(emergencyUses.correctUse, corrected, COMMUNITY)).toBe('seat.not-yours');
    expect(await sut.refused(emergencyUses.postUse, corrected, FIRM)).toBe('emergency.illegal-step');
    const waiting = { state: 'CORRECTING', usedFen: '10000', postingNo: 1, correction: null };
    expect(await sut.ok(emergencyUses.correctUse, corrected, FIRM)).toMatchObject({
      ...waiting,
      proposed: { usedFen: '9000', confirmedBy: [] },
    });
    const mine = async () => (await sut.ok(emergencyUses.myShares, { id }, ownerCaller('甲'))).shares.map(({ shareFen }) => shareFen);
    // Until both have confirmed it nothing is shared out or told, and an owner sees what hangs.
    const nothingTold = async () => {
      expect(await mine()).toEqual(['3334']);
      expect(await toldOwners(id, 'CORRECTED')).toEqual([]);
      expect(await sut.ok(emergencyUses.getUse, { id }, ownerCaller('甲'))).toMatchObject({ ...waiting, proposed: null });
    };
    await nothingTold();
    expect(await sut.refused(emergencyUses.confirmUse, { id }, COMMUNITY)).toBe('emergency.confirmer');
    expect(await sut.refused(emergencyUses.confirmUse, { id }, FIRM)).toBe('emergency.confirmer');
    expect(await sut.ok(emergencyUses.confirmUse, { id }, STREET)).toMatchObject({
      ...waiting,
      proposed: { confirmedBy: [{ seat: 'STREET' }] },
    });
    expect(await sut.refused(emergencyUses.confirmUse, { id }, STREET)).toBe('emergency.confirmer');
    await nothingTold();
    // Said anew, it is confirmed anew; what the street does not agree to leaves what hangs as it is.
    await sut.ok(emergencyUses.correctUse, { ...corrected, usedFen: '8000' }, FIRM);
    expect(await sut.ok(emergencyUses.confirmUse, { id }, OWNERS_BODY)).toMatchObject({ ...waiting, proposed: { usedFen: '8000' } });
    expect(await sut.ok(emergencyUses.refuseUse, { id, reason: '与发票金额不符' }, STREET)).toMatchObject({
      state: 'POSTED',
      usedFen: '10000',
      proposed: null,
    });
    expect(await mine()).toEqual(['3334']);
    expect(await sut.refused(emergencyUses.confirmUse, { id }, STREET)).toBe('emergency.illegal-step');
    const correct = async (input: typeof corrected) => {
      await sut.ok(emergencyUses.correctUse, input, FIRM);
      await sut.ok(emergencyUses.confirmUse, { id }, OWNERS_BODY);
      return sut.ok(emergencyUses.confirmUse, { id }, STREET);
    };
    expect(await correct(corrected)).toMatchObject({
      ...{ state: 'POSTED', usedFen: '9000', postingNo: 2, proposed: null, correction: { reason: corrected.reason, beforeFen: '10000' } },
    });
    expect(await mine()).toEqual(['3000']);
    const kept = 'select posting_no, sum(share_fen)::int as sum from emergency_shares where use_id = $1 group by 1 order by 1';
    expect(await sut.rows(kept, [id])).toEqual([
      { posting_no: 1, sum: 10_000 },
      { posting_no: 2, sum: 9_000 },
    ]);
    expect(await toldOwners(id, 'CORRECTED')).toHaveLength(3);
    await correct({ ...corrected, usedFen: '10000', reason: '发票无误，恢复原公布金额' });
    expect(await mine()).toEqual(['3334']);
  });

  test('a second collapse of the same issue has a use of its own, which moves nothing', async () => {
    const second = await confirmed(issueId, FIRM, { estimateFen: '5000' });
    expect((await sut.ok(emergencyUses.getUse, { id: second }, inspector)).state).toBe('CONFIRMED');
    expect(await stateOf(issueId)).toBe('EMERGENCY_GO');
    // The newest notice stands first.
    expect(idsOf(await sut.ok(emergencyUses.listUses, { issueId }, FIRM))).toEqual([second, id]);
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
    expect((await sut.ok(emergencyUses.listUses, { issueId }, FIRM)).uses).toHaveLength(2);
    expect(await sut.ok(emergencyUses.listMine, {}, { ...stranger, role: 'rights_unit_rep' })).toEqual({ uses: [] });
  });
});

test('where there is no firm the community organises and says why; what the street does not take for an emergency ends', async () => {
  await sut.ok(tables.seatUnit, { id: tableId, seat: 'FIRM', unitId: null, reason: '物业已撤管' }, STREET);
  const issueId = await agreed();
  expect(await sut.refused(emergencyUses.fileUse, await application(issueId), COMMUNITY)).toBe('emergency.applicant');
  const reason = '本小区没有物业，由社区组织抢修';
  const filed = await sut.ok(emergencyUses.fileUse, await application(issueId, { reason }), COMMUNITY);
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
  const filed = await sut.ok(
    emergencyUses.fileUse,
    await application(await agreed(), { reason: '本小区没有物业，由社区组织抢修' }),
    COMMUNITY,
  );
  await time.to(new Date(time.now.getTime() + 2 * DAY));
  await eventually(async () => {
    const fired = await sut.rows<{ payload: { code: string; kind: string; tell: string[]; unitIds: string[] } }>(
      `select payload from events where aggregate_id = $1 and type like '%clock-fired%' order by version`,
      [filed.id],
    );
    // Who has applied is who runs after the money.
    expect(fired.at(-1)?.payload).toMatchObject({ code: 'EMERGENCY_AIM', kind: 'breach', tell: ['S'], unitIds: COMMUNITY.unitIds });
  });
});

test('C3: of 售后公房 the unit that sold them bears its part by the deposits, the owners theirs by area, to the fen', async () => {
  const deposits = ['30000', '30000', '30000', '30000', '30000', '35500'];
  const sold = deposits.map((deposit, i) => ({
    ...{ owner: `公房${i + 1}`, area: i % 2 === 0 ? 5_236 : 4_788 },
    more: { nature: 'SOLD_PUBLIC' as const, ownerDepositFen: `${deposit}00`, sellerDepositFen: '6075000' },
  }));
  await tellHomes(sut, sold);
  const reason = '本小区没有物业，由社区组织抢修';
  const id = await confirmed(await agreed(), COMMUNITY, { reason, estimateFen: '13000000' });
  const used = { id, usedFen: '12873547', contractor: '排水抢修公司', where: '各单元门口' };
  expect(await sut.ok(emergencyUses.postUse, used, COMMUNITY)).toMatchObject({
    ...{ state: 'POSTED', homes: 6, ownersFen: '4341896', sellingUnitsFen: '8531651', unsoldFen: '0' },
  });
  const mine = async (caller: Caller) => sut.ok(emergencyUses.myShares, { id }, caller);
  const all: string[] = [];
  for (const { owner } of sold) all.push((await mine(ownerCaller(owner))).shares[0]!.shareFen);
  expect(all).toEqual(['755991', '691308', '755991', '691308', '755991', '691307']);

  // An owner's way from the total to the share, line by line, and again from its numbers.
  const [first] = (await mine(ownerCaller('公房1'))).shares;
  expect(first!.lines.join('\n')).toContain('¥43,418.96 × 52.36 ÷ 300.72');
  let amount = 12_873_547n;
  for (const { amountFen, weightTotal, entries } of first!.levels!) {
    expect(BigInt(amountFen)).toBe(amount);
    const [{ weight, floorFen, shareFen }] = entries as [(typeof entries)[number]];
    expect(BigInt(floorFen)).toBe((amount * BigInt(weight)) / BigInt(weightTotal));
    expect(BigInt(shareFen) - BigInt(floorFen)).toBeLessThanOrEqual(1n);
    amount = BigInt(shareFen);
  }
  expect(amount).toBe(755_991n);

  // The unit that sold them sees its part, and may ask; together with the homes it is what was used. A party that bears nothing sees nothing.
  const unit = (await mine(RIGHTS_UNIT)).units;
  expect(unit).toMatchObject([{ unitId: RIGHTS_UNIT.unitIds![0], capacity: 'SELLING_UNIT', shareFen: '8531651' }]);
  expect(unit[0]!.lines.join('\n')).toContain('¥128,735.47 × 364,500.00 ÷ 550,000.00');
  expect(unit[0]!.lines.join('\n')).not.toMatch(/第\d+户/);
  expect([...all, unit[0]!.shareFen].reduce((sum, fen) => sum + BigInt(fen), 0n)).toBe(12_873_547n);
  expect((await sut.ok(emergencyUses.listMine, {}, RIGHTS_UNIT)).uses[0]).toMatchObject({ id, shareFen: '8531651' });
  const question = { id, questionId: randomUUID(), ownerId: RIGHTS_UNIT.unitIds![0]!, question: '交存金额是按哪一年的账算的？' };
  expect(await sut.ok(emergencyUses.askShare, question, RIGHTS_UNIT)).toMatchObject({ state: 'ASKED' });
  expect(await mine(OWNERS_BODY)).toMatchObject({ shares: [], units: [] });
  expect(await toldOwners(id, 'POSTED')).toHaveLength(7);

  // A court counts again from what is kept, whatever the register says by then.
  await tellHomes(sut, [{ ...sold[0]!, more: { ...sold[0]!.more, ownerDepositFen: '9900000' } }, ...sold.slice(1)]);
  const [kept] = await sut.rows<{ document: CostSharePlan; scenario: string; hash: string }>(
    'select document, scenario, hash from emergency_plans where use_id = $1',
    [id],
  );
  const again = computeOne(kept!.document, kept!.scenario).shares;
  expect(again.homes.map(({ shareFen }) => shareFen.toString())).toEqual(all);
  expect(kept!.hash).toBe(sha256Hex(canonicalJson({ document: kept!.document, scenario: kept!.scenario })));
});

test('with the issue its applications end: no clock runs on, and nobody confirms', async () => {
  const issueId = await agreed();
  const reason = '本小区没有物业，由社区组织抢修';
  const { id } = await sut.ok(emergencyUses.fileUse, await application(issueId, { reason }), COMMUNITY);
  await sut.ok(emergencyUses.postNotice, { id, where: '社区公告栏' }, COMMUNITY);
  await within(sut, 'qingyun', async (tx, rules) => {
    await moveIssue(tx, (await tx.lock(issues, issueId))!, 'withdraw', rules);
  });
  expect(await sut.rows(`select 1 from deadlines where subject_id = $1 and state = 'armed'`, [id])).toEqual([]);
  expect(await sut.refused(emergencyUses.confirmUse, { id }, STREET)).toBe('issue.not-open');
  expect(await sut.refused(emergencyUses.fileUse, await application(issueId, { reason }), COMMUNITY)).toBe('issue.not-open');
});

test('an issue that is not agreed on yet takes no confirmation, from the first seat on', async () => {
  const { id: issueId } = await propose(sut, tableId);
  await screen(sut, issueId, ['EMERGENCY_REPAIR']);
  const { id } = await sut.ok(emergencyUses.fileUse, await application(issueId, { reason: '本小区没有物业，由社区组织抢修' }), COMMUNITY);
  await sut.ok(emergencyUses.postNotice, { id, where: '社区公告栏' }, COMMUNITY);
  expect(await sut.refused(emergencyUses.confirmUse, { id }, STREET)).toBe('issue.illegal-step');
  expect((await sut.ok(emergencyUses.getUse, { id }, inspector)).confirmedBy).toEqual([]);
});
