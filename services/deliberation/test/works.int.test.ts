import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  commitmentEvents,
  commitments,
  costPlans,
  instalmentEvents,
  instalments,
  issueEvents,
  issues,
  resolutionEvents,
  resolutions,
  watchingEvents,
  works,
  worksEvents,
  type SeatKind,
  type WorksLookKind,
  type WorksView,
} from '@wufang/contracts';
import { beijingDate } from '@wufang/kernel';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import { issues as issueRows } from '../src/db/issues.store.js';
import { migrations } from '../src/db/migrations/index.js';
import { nextOfIssue } from '../src/domain/issue-states.js';
import { deliberationParts } from '../src/parts.js';
import { yuan } from './a-plan.js';
import { homeId, ownerId, tellHomes } from './estate-homes.js';
import { DAY, HOUR, MovingTime } from './moving-time.js';
import { executing, planning, readyToSign, signed } from './signed-plan.js';
import { idOf, openStreet, openTable, party, proof, stranger, within, yard } from './street.js';
import { verifyBundle } from './tampering.js';

let sut: ServiceUnderTest;
let time: MovingTime;
let tableId: string;

beforeAll(async () => {
  sut = await ServiceUnderTest.start(deliberationParts, migrations);
  time = MovingTime.of(sut);
  await openStreet(sut);
  await tellHomes(sut, [
    { owner: '甲', area: 5_000 },
    { owner: '乙', area: 5_000 },
  ]);
  tableId = await openTable(sut);
}, 120_000);
afterAll(() => sut?.stop());

const resident: Caller = { role: 'resident', accountId: idOf('account of a resident'), unitIds: [homeId(yard, 0)], scope: 'own' };
const neighbour: Caller = { ...resident, accountId: idOf('account of a neighbour'), unitIds: [] };
const anyone: Caller = { role: 'resident', accountId: 'public', unitIds: [], scope: 'public' };
const photo = proof;

const day = (ahead: number) => beijingDate(new Date(time.now.getTime() + ahead * DAY));
const terms = { total: '100,000.00', ratios: { 产权单位: '60%', 街道: '40%' } };
const schedule = () => [
  { name: '开工', ratio: '50%', dueOn: day(10), isRetention: false },
  { name: '完工', ratio: '47%', dueOn: day(60), isRetention: false },
  { name: '质保金', ratio: '3%', dueOn: null, isRetention: true },
];

async function begun(draft = { schedule: schedule() }, agreed: Parameters<typeof executing>[2] = terms) {
  const { issueId } = await executing(sut, tableId, agreed, draft);
  const [one] = (await sut.ok(works.listWorks, { issueId }, party.FIRM)).works;
  return { issueId, id: one!.id };
}
const start = (id: string, stages = ['开挖', '铺管']) =>
  sut.ok(works.startWorks, { id, stages, text: '进场开工', photoIds: [photo] }, party.FIRM);
const reach = (id: string, no: number) => sut.ok(works.reachStage, { id, no, text: '本阶段完成', photoIds: [photo] }, party.FIRM);
const read = async (id: string): Promise<WorksView> => (await sut.ok(works.getWorks, { id }, party.STREET)).works;
const stateOf = async (id: string) => (await sut.ok(issues.getIssue, { id }, party.STREET)).state;
const accountsOf = async (issueId: string) => (await sut.ok(instalments.listInstalments, { issueId }, party.STREET)).accounts;
const openOf = async (issueId: string) =>
  (await accountsOf(issueId)).flatMap(({ instalments: own }) => own.filter(({ state }) => state === 'OPEN'));
const pay = (id: string, amountFen: string) =>
  sut.ok(
    instalments.recordReceipt,
    { id, receiptId: randomUUID(), amountFen: amountFen.replace('-', ''), paidOn: day(0), document: '银行回单', documentId: proof },
    party.COMMUNITY,
  );
const payAll = async (issueId: string) => {
  for (const { id, openFen, dueAt } of await openOf(issueId)) if (dueAt !== null) await pay(id, openFen);
};
const costs = (amount: string) => [{ name: '排水管', amountFen: yuan(amount) }];
const change = (amount: string, more: { borneBy?: SeatKind; isScopeChange?: boolean } = {}) => ({
  ...{ changeId: randomUUID(), items: costs(amount), reason: '管线走向与图纸不符', ...more },
});
const mark = (isPassed = true) => [
  { no: 1, isPassed: true },
  { no: 2, isPassed, ...(isPassed ? {} : { note: '井盖不平' }) },
];
const check = (id: string, by: Caller, isPassed = true) => sut.ok(works.checkWorks, { id, marks: mark(isPassed) }, by);
/** The homes of the estate by their place: the first is the resident's. */
const homeOf = (i: number) => homeId(yard, i);
const team = { residents: [homeOf(0)], seats: ['RIGHTS_UNIT', 'STREET', 'FIRM'] as SeatKind[], items: ['排水通畅', '路面平整'] };

/** From the start to an acceptance without a fault. */
async function accepted() {
  const { issueId, id } = await begun();
  await acceptedOf(issueId, id);
  return { issueId, id };
}
async function acceptedOf(issueId: string, id: string): Promise<void> {
  await payAll(issueId);
  await start(id, ['施工']);
  await acceptedFrom(id);
}
/** From the only stage of works that have begun. */
async function acceptedFrom(id: string): Promise<void> {
  await reach(id, 1);
  await sut.ok(works.nameTeam, { id, ...team, seats: [...team.seats, 'OWNERS_BODY'] }, party.COMMUNITY);
  await sut.ok(works.finishWorks, { id, text: '全部完工', photoIds: [photo] }, party.FIRM);
  for (const by of [resident, party.RIGHTS_UNIT, party.STREET]) await check(id, by);
  expect((await sut.ok(works.concludeAcceptance, { id }, party.COMMUNITY)).state).toBe('ACCEPTED');
}
const settle = (id: string, amount: string) =>
  sut.ok(works.settleWorks, { id, items: costs(amount).map((item) => ({ ...item, documentIds: [photo] })) }, party.FIRM);

/** I-42 by the database’s own sums. */
async function expectBalance(issueId: string) {
  const [sum] = await sut.rows<Record<'zero' | 'share' | 'owed', string>>(
    `select sum(share_fen + open_fen + paid_fen)::text as zero, (-sum(share_fen))::text as share,
       (select sum(amount_fen) from instalments where issue_id = $1)::text as owed from payment_entries where issue_id = $1`,
    [issueId],
  );
  expect(sum!.zero).toBe('0');
  expect(sum!.share).toBe(sum!.owed);
}

describe('works diary', () => {
  test('the lead starts and reaches its stages with pictures; all five see it, everyone a summary, a sixth party nothing', async () => {
    const { id } = await begun();
    const asked = { id, stages: ['开挖', '铺管'], text: '进场开工', photoIds: [photo] };
    expect(await sut.refused(works.startWorks, { ...asked, photoIds: [randomUUID()] }, party.FIRM)).toBe('issue.file-unknown');
    expect(await sut.refused(works.startWorks, { ...asked, plannedDays: [3] }, party.FIRM)).toBe('works.planned-days');
    expect(await sut.refused(works.startWorks, asked, party.RIGHTS_UNIT)).toBe('seat.not-yours');
    expect(await sut.refused(works.startWorks, asked, stranger)).toBe('object.not-found');
    expect(await start(id)).toMatchObject({
      state: 'UNDER_WAY',
      stages: [
        { no: 1, reachedAt: null },
        { no: 2, begunAt: null },
      ],
    });
    expect(await sut.refused(works.beginStage, { id, no: 2 }, party.FIRM)).toBe('works.stage-order');
    await sut.ok(works.noteProgress, { id, entryId: randomUUID(), text: '已开挖四十米', photoIds: [photo] }, party.FIRM);
    const private_ = { id, entryId: randomUUID(), text: '联系 13800138000', photoIds: [] };
    expect(await sut.refused(works.noteProgress, private_, party.FIRM)).toBe('issue.text-private');
    await reach(id, 1);
    for (const seat of Object.values(party))
      expect((await sut.ok(works.getWorks, { id }, seat)).diary.map(({ kind }) => kind)).toEqual(['STARTED', 'PROGRESS', 'STAGE_REACHED']);
    const seen = (await sut.ok(works.listPublicWorks, { streetId: 'qingyun' }, anyone)).works.find((one) => one.id === id)!;
    expect(seen.latest.map(({ text }) => text)).toContain('已开挖四十米');
    expect(JSON.stringify(seen)).not.toMatch(/seat|photoIds|unitId/);
    expect(await sut.refused(works.getWorks, { id }, stranger)).toBe('object.not-found');
    expect((await sut.ok(works.listWorks, {}, stranger)).works).toEqual([]);
  });

  test('a late payment is a soft stop of the next stage: it is named, and the community alone may let the works go on, with its reason', async () => {
    const { id, issueId } = await begun();
    await start(id);
    await reach(id, 1);
    const [one] = (await openOf(issueId)).filter(({ payer }) => payer === '产权单位');
    await time.to(new Date(new Date(one!.dueAt!).getTime() + HOUR));
    await eventually(async () => expect((await openOf(issueId)).some(({ isLate }) => isLate)).toBe(true));
    expect(await sut.refused(works.beginStage, { id, no: 2 }, party.FIRM)).toBe('works.unpaid');
    expect(await sut.refused(works.beginStage, { id, no: 2, goOnReason: '雨季将至不能停工' }, party.FIRM)).toBe('works.unpaid');
    const gone = await sut.ok(works.beginStage, { id, no: 2, goOnReason: '雨季将至不能停工' }, party.COMMUNITY);
    expect(gone.stages[1]!.begunAt).not.toBeNull();
    const told = await sut.rows<{ payload: { goOnReason: string } }>('select payload from events where aggregate_id = $1 and type = $2', [
      id,
      worksEvents.stageBegun.type,
    ]);
    expect(told[0]!.payload.goOnReason).toBe('雨季将至不能停工');
  });
});

describe('change', () => {
  test('up to a tenth it is recorded with who bears it, and nobody else can be made to bear it; the sum of all counts', async () => {
    const { id, issueId } = await begun();
    await start(id);
    expect(await sut.refused(works.changeWorks, { id, ...change('104,000.00', { borneBy: 'STREET' }) }, party.FIRM)).toBe('works.bearer');
    expect(await sut.refused(works.changeWorks, { id, ...change('104,000.00') }, party.STREET)).toBe('seat.not-yours');
    for (const [seat, by] of [
      ['COMMUNITY', party.COMMUNITY],
      ['OWNERS_BODY', party.OWNERS_BODY],
    ] as const)
      expect(await sut.refused(works.changeWorks, { id, ...change('104,000.00', { borneBy: seat }) }, by)).toBe('works.bearer-unfit');
    // Who does not lead adds what it bears, and nothing else: no other scope, nothing less, nothing that goes back to the table.
    for (const [amount, more] of [
      ['104,000.00', { isScopeChange: true }],
      ['99,000.00', {}],
      ['100,000.00', {}],
      ['110,000.01', {}],
    ] as const)
      expect(await sut.refused(works.changeWorks, { id, ...change(amount, { borneBy: 'STREET', ...more }) }, party.STREET)).toBe(
        'works.change-lead-only',
      );
    expect(await stateOf(issueId)).toBe('EXECUTING');
    const wrong = { id, ...change('1.00'), items: [{ name: '没有这一项', amountFen: '100' }] };
    expect(await sut.refused(works.changeWorks, wrong, party.FIRM)).toBe('works.item-unknown');
    const first = { id, ...change('104,000.00', { borneBy: 'RIGHTS_UNIT' }) };
    await sut.ok(works.changeWorks, first, party.RIGHTS_UNIT);
    expect((await sut.ok(works.changeWorks, first, party.RIGHTS_UNIT)).changes).toMatchObject([
      { byFen: '400000', totalFen: '10400000', borneBy: 'RIGHTS_UNIT', isBackToTable: false },
    ]);
    expect((await sut.ok(works.changeWorks, { id, ...change('110,000.00') }, party.FIRM)).changes).toHaveLength(2);
    expect(await stateOf(issueId)).toBe('EXECUTING');
    const beyond = await sut.ok(works.changeWorks, { id, ...change('110,000.01') }, party.FIRM);
    expect(beyond.changes.at(-1)).toMatchObject({ byFen: '1', isBackToTable: true });
    expect(await stateOf(issueId)).toBe('CHANGE');
  });

  test('back at the table it needs a new version and everybody’s consent and signature; what was paid is carried over, to the fen', async () => {
    const { id, issueId } = await begun();
    const before = await openOf(issueId);
    const street = before.find(({ payer }) => payer === '街道')!;
    await pay(street.id, street.openFen);
    await start(id);
    await reach(id, 1);
    await sut.ok(works.changeWorks, { id, ...change('100,000.00', { isScopeChange: true }) }, party.FIRM);
    expect(await stateOf(issueId)).toBe('CHANGE');
    expect(await sut.refused(works.beginStage, { id, no: 2 }, party.FIRM)).toBe('works.illegal-step');
    // The street pays a tenth now, which is less than it has paid already.
    const plan = await readyToSign(sut, issueId, { total: '130,000.00', ratios: { 产权单位: '90%', 街道: '10%' } });
    expect(plan.no).toBe(2);
    const resolution = await signed(sut, issueId, { schedule: schedule() });
    expect(await stateOf(issueId)).toBe('EXECUTING');
    expect(await read(id)).toMatchObject({ state: 'UNDER_WAY', resolutionId: resolution.id, changes: [] });
    const accounts = Object.fromEntries((await accountsOf(issueId)).map((account) => [account.payer, account]));
    expect(accounts['产权单位']).toMatchObject({ shareFen: '11700000', paidFen: '0', openFen: '11700000' });
    // 40 % of 100 000, half of it paid; now 13 000 in all: 7 000 go back.
    expect(accounts['街道']).toMatchObject({ shareFen: '1300000', paidFen: '2000000', openFen: '-700000' });
    expect(accounts['街道']!.instalments.find(({ kind }) => kind === 'REFUND')).toMatchObject({ amountFen: '-700000', state: 'OPEN' });
    for (const { id: old } of before)
      expect((await sut.ok(instalments.listPayments, { id: old }, party.STREET)).instalment).toMatchObject({
        state: 'CLOSED',
        amountFen: '0',
      });
    await expectBalance(issueId);
    expect((await sut.ok(works.beginStage, { id, no: 2 }, party.FIRM)).stages[1]!.begunAt).not.toBeNull();
  });
});

describe('what is signed binds', () => {
  const reason = '各方没有谈拢';
  const promise = (text: string) => ({ seat: 'FIRM' as const, text, dueOn: day(200), evidence: '照片' });
  const eventsOf = async (id: string) =>
    (await sut.rows<{ type: string }>('select type from events where aggregate_id = $1 order by version', [id])).map(({ type }) => type);
  const planOf = async (id: string) => (await sut.ok(costPlans.getPlan, { id }, party.STREET)).state;

  test('with money paid and works begun a change brings it back to the table, but nothing ends it there; not agreed, the works go on by what was signed', async () => {
    const { id, issueId } = await begun();
    await payAll(issueId);
    await start(id);
    await reach(id, 1);
    const { planId: signedPlanId, resolutionId: inForce } = await sut.ok(issues.getIssue, { id: issueId }, party.STREET);
    await sut.ok(works.changeWorks, { id, ...change('130,000.00') }, party.FIRM);
    expect(await sut.ok(issues.getIssue, { id: issueId }, party.STREET)).toMatchObject({
      ...{ state: 'CHANGE', resolutionId: inForce, signedResolutionId: inForce },
    });
    const plan = await readyToSign(sut, issueId, { total: '130,000.00', ratios: { 产权单位: '90%', 街道: '10%' } });
    const drawn = await sut.ok(
      resolutions.drawResolution,
      { id: randomUUID(), issueId, text: ['改造院内排水管，增加雨水井。'], schedule: schedule() },
      party.COMMUNITY,
    );
    await sut.ok(resolutions.signResolution, { id: drawn.id, seat: 'STREET', documentHash: drawn.hash }, party.STREET);
    const other = await planning(sut, tableId);
    const end = { id: issueId, reason };
    const refuseAll = async () => {
      expect(await sut.refused(issues.withdrawIssue, end, party.COMMUNITY)).toBe('issue.bound');
      expect(await sut.refused(issues.askWithdrawal, end, party.COMMUNITY)).toBe('issue.bound');
      expect(await sut.refused(issues.mergeIssue, { ...end, into: other.id }, party.COMMUNITY)).toBe('issue.bound');
    };
    await refuseAll();

    // Taken back, the later one is void, and the one in force lies on the issue again.
    await sut.ok(resolutions.voidResolution, { id: drawn.id, reason }, party.COMMUNITY);
    expect(await sut.ok(issues.getIssue, { id: issueId }, party.STREET)).toMatchObject({ state: 'PLANNING', resolutionId: inForce });
    expect((await sut.ok(resolutions.getResolution, { id: inForce! }, party.FIRM)).state).toBe('SIGNED');
    await refuseAll();
    for (const state of ['ROUND_CLOSED', 'VOTED_FAIL', 'ESCALATED'] as const)
      await within(sut, 'qingyun', async (tx) => {
        const row = (await tx.lock(issueRows, issueId))!;
        expect(() => nextOfIssue({ ...row, state }, 'reject')).toThrow(expect.objectContaining({ code: 'issue.bound' }));
      });

    const accounts = await accountsOf(issueId);
    expect(await sut.refused(issues.decideNext, { ...end, step: 'resume' }, party.FIRM)).toBe('seat.not-yours');
    expect(await sut.ok(issues.decideNext, { ...end, step: 'resume' }, party.COMMUNITY)).toMatchObject({
      ...{ state: 'EXECUTING', planId: signedPlanId, resolutionId: inForce, signedResolutionId: inForce },
      payers: [
        { seat: 'STREET', amountFen: '4000000' },
        { seat: 'RIGHTS_UNIT', amountFen: '6000000' },
      ],
    });
    expect([await planOf(signedPlanId!), await planOf(plan.id)]).toEqual(['CHOSEN', 'SUPERSEDED']);
    expect(await read(id)).toMatchObject({ state: 'UNDER_WAY', resolutionId: inForce, changes: [] });
    expect(await accountsOf(issueId)).toEqual(accounts);
    expect((await sut.ok(works.beginStage, { id, no: 2 }, party.FIRM)).stages[1]!.begunAt).not.toBeNull();
    // The sum of changes begins anew from what was signed.
    expect((await sut.ok(works.changeWorks, { id, ...change('110,000.00') }, party.FIRM)).changes).toMatchObject([
      { isBackToTable: false },
    ]);
  });

  test('an issue that nothing was signed of has nothing to go on by', async () => {
    const { id } = await planning(sut, tableId);
    expect(await sut.refused(issues.decideNext, { id, step: 'resume', reason }, party.COMMUNITY)).toBe('issue.illegal-step');
  });

  test('a second resolution tells orders nothing new and promises nothing twice; the first stays signed and proved, superseded', async () => {
    const commitmentsOf = async (of: string) => {
      const all = (await sut.ok(commitments.listCommitments, { issueId: of }, party.STREET)).commitments;
      return all.map(({ text, state, resolutionId, no }) => [text, state, resolutionId, no]).sort();
    };
    const { issueId, resolution: first } = await executing(sut, tableId, terms, {
      ...{ schedule: schedule(), commitments: [promise('每日巡查雨水口'), promise('夜间不施工')] },
    });
    const [one] = (await sut.ok(works.listWorks, { issueId }, party.FIRM)).works;
    await start(one!.id);
    await sut.ok(works.changeWorks, { id: one!.id, ...change('100,000.00', { isScopeChange: true }) }, party.FIRM);
    await readyToSign(sut, issueId, { total: '130,000.00', ratios: terms.ratios });
    const second = await signed(sut, issueId, {
      ...{ schedule: schedule(), commitments: [promise('清运渣土'), promise('每日巡查雨水口')] },
    });
    expect(await commitmentsOf(issueId)).toEqual(
      [
        ['每日巡查雨水口', 'OPEN', second.id, 2],
        ['夜间不施工', 'SUPERSEDED', first.id, 2],
        ['清运渣土', 'OPEN', second.id, 1],
      ].sort(),
    );
    const made = await sut.rows(`select 1 from events where type = $1 and payload->>'issueId' = $2`, [commitmentEvents.made.type, issueId]);
    expect(made).toHaveLength(3);
    const clocks = await sut.rows<{ state: string }>(
      `select d.state from deadlines d join commitments c on c.id = d.subject_id where c.issue_id = $1 order by d.state`,
      [issueId],
    );
    expect(clocks.map(({ state }) => state)).toEqual(['armed', 'armed', 'stopped']);
    expect((await eventsOf(issueId)).filter((type) => type === issueEvents.issueEnded.type)).toHaveLength(1);

    expect(await sut.ok(issues.getIssue, { id: issueId }, party.STREET)).toMatchObject({
      ...{ state: 'EXECUTING', resolutionId: second.id, signedResolutionId: second.id },
    });
    const before = await sut.ok(resolutions.getResolution, { id: first.id }, party.RIGHTS_UNIT);
    expect(before).toMatchObject({ state: 'SUPERSEDED', voidReason: null, missing: [], bytes: first.bytes });
    expect((await eventsOf(first.id)).at(-1)).toBe(resolutionEvents.superseded.type);
    expect(verifyBundle(await sut.ok(resolutions.exportBundle, { id: first.id }, party.OWNERS_BODY))).toMatchObject({
      ...{ holds: true, missing: [], broken: null, standing: 'SUPERSEDED', by: { id: second.id, no: 2 } },
    });
    const { document } = await sut.ok(resolutions.printResolution, { id: first.id, form: 'DATA' }, party.STREET);
    expect(JSON.stringify(document)).toContain('已由后一版决议代替');
    expect(await sut.refused(resolutions.voidResolution, { id: first.id, reason }, party.COMMUNITY)).toBe('resolution.signed-by-all');
    const again = { id: first.id, seat: 'FIRM' as const, documentHash: first.hash };
    expect((await sut.ok(resolutions.signResolution, again, party.FIRM)).state).toBe('SUPERSEDED');
  });

  test('a gate that opens again while the others sign holds the last signature back, and with it everything that would follow', async () => {
    const { id: issueId } = await planning(sut, tableId);
    const plan = await readyToSign(sut, issueId, terms);
    const {
      id,
      hash: documentHash,
      body,
    } = await sut.ok(
      resolutions.drawResolution,
      { id: randomUUID(), issueId, text: ['改造院内排水管。'], commitments: [promise('每日巡查雨水口')] },
      party.COMMUNITY,
    );
    const seats = body.signers.map(({ seat }) => seat);
    const sign = (seat: SeatKind) => ({ id, seat, documentHash });
    for (const seat of seats.slice(0, -1)) await sut.ok(resolutions.signResolution, sign(seat), party[seat]);
    const last = seats.at(-1)!;
    const papers = await sut.rows<{ id: string }>(`delete from plan_papers where issue_id = $1 and payer = '街道' returning *`, [issueId]);
    expect(papers).toHaveLength(1);
    expect(await sut.refused(resolutions.signResolution, sign(last), party[last])).toBe('resolution.gates-open');
    expect(await stateOf(issueId)).toBe('SIGNING');
    expect((await sut.ok(commitments.listCommitments, { issueId }, party.STREET)).commitments).toEqual([]);
    const paper = { id: plan.id, paperId: randomUUID(), payer: '街道', kind: 'POOL_APPROVAL' as const, document: '青街办〔2026〕9号' };
    await sut.ok(costPlans.filePaper, { ...paper, amountFen: yuan('40,000.00'), budgetSource: '街道年度预算' }, party.STREET);
    await sut.ok(resolutions.signResolution, sign(last), party[last]);
    expect(await stateOf(issueId)).toBe('EXECUTING');
  });
});

describe('acceptance', () => {
  test('a team has a resident and every payer; three sign; what one fails is mended in five working days and looked at again', async () => {
    const { id, issueId } = await begun();
    await start(id);
    const done = { id, text: '全部完工', photoIds: [photo] };
    expect(await sut.refused(works.finishWorks, done, party.FIRM)).toBe('works.stages-open');
    await reach(id, 1);
    await sut.ok(works.beginStage, { id, no: 2 }, party.FIRM);
    await reach(id, 2);
    expect(await sut.refused(works.finishWorks, done, party.FIRM)).toBe('works.team');
    expect(await sut.refused(works.nameTeam, { id, ...team, residents: [] }, party.COMMUNITY)).toBe('works.team');
    expect(await sut.refused(works.nameTeam, { id, ...team, seats: ['STREET'] }, party.COMMUNITY)).toBe('works.team');
    await sut.ok(works.nameTeam, { id, ...team }, party.COMMUNITY);
    await sut.ok(works.finishWorks, done, party.FIRM);
    expect(await stateOf(issueId)).toBe('ACCEPTANCE');

    expect(await sut.refused(works.checkWorks, { id, marks: mark() }, neighbour)).toBe('object.not-found');
    expect(await sut.refused(works.checkWorks, { id, marks: mark() }, stranger)).toBe('object.not-found');
    expect(await sut.refused(works.checkWorks, { id, marks: mark().slice(1) }, resident)).toBe('works.marks');
    await check(id, party.RIGHTS_UNIT);
    await check(id, party.STREET);
    await check(id, party.FIRM);
    expect(await sut.refused(works.concludeAcceptance, { id }, party.COMMUNITY)).toBe('works.signers-missing');
    await check(id, resident, false);
    const failed = await sut.ok(works.concludeAcceptance, { id }, party.COMMUNITY);
    expect(failed).toMatchObject({ state: 'RECTIFYING', failedItems: [2], acceptanceNo: 1 });
    expect(await stateOf(issueId)).toBe('EXECUTING');
    const clocks = () => sut.rows(`select state from deadlines where subject_id = $1 and code = 'RECTIFY'`, [id]);
    expect(await clocks()).toEqual([{ state: 'armed' }]);
    const mending = await sut.ok(works.listDuties, { unitId: party.FIRM.unitIds[0] }, party.FIRM);
    expect(mending.duties.find((duty) => duty.id === id)).toMatchObject({ kind: 'RECTIFY', dueAt: failed.rectifyDueAt });

    await sut.ok(works.finishWorks, { ...done, text: '井盖已重装' }, party.FIRM);
    expect(await clocks()).toEqual([{ state: 'stopped' }]);
    // Nothing of the first acceptance counts for the second.
    expect((await read(id)).checks).toEqual([]);
    for (const by of [resident, party.RIGHTS_UNIT, party.STREET]) await check(id, by);
    expect(await sut.ok(works.concludeAcceptance, { id }, party.COMMUNITY)).toMatchObject({ state: 'ACCEPTED', acceptanceNo: 2 });
    expect(await stateOf(issueId)).toBe('ACCEPTANCE');
  });

  test('a resident is named by the home: whichever account it is registered with signs for it, once, and finds what to look at; nobody else does', async () => {
    const { id } = await begun();
    const owner: Caller = { ...neighbour, accountId: idOf('account of an owner'), unitIds: [homeOf(0)] };
    const tenant: Caller = { ...neighbour, accountId: idOf('account of a second person there') };
    await sut.rows('insert into bound_homes (street_id, account_id, home_id, owner_id, bound_at) values ($1, $2, $3, $4, now())', [
      ...['qingyun', tenant.accountId!, homeOf(0), ownerId('甲')],
    ]);
    const asked = async (by: Caller) => (await sut.ok(works.listToCheck, {}, by)).works.filter((one) => one.id === id);
    await start(id, ['施工']);
    await reach(id, 1);
    await sut.ok(works.nameTeam, { id, ...team, residents: [homeOf(0), homeOf(1)] }, party.COMMUNITY);
    await sut.ok(works.finishWorks, { id, text: '全部完工', photoIds: [photo] }, party.FIRM);
    const items = [
      { no: 1, text: '排水通畅' },
      { no: 2, text: '路面平整' },
    ];
    expect(await asked(owner)).toMatchObject([{ id, state: 'FINISHED', items, check: null }]);
    await check(id, owner, false);
    await check(id, tenant);
    expect(await asked(owner)).toMatchObject([{ check: { by: '居民代表 1', isResident: true, marks: mark() } }]);
    expect((await read(id)).checks).toHaveLength(1);
    expect(await asked(neighbour)).toEqual([]);
    expect(await sut.refused(works.checkWorks, { id, marks: mark() }, neighbour)).toBe('object.not-found');
  });

  test('a member who does not come is replaced while the team checks; a unit or an account is nobody’s home, and its people sign for no resident', async () => {
    const { id } = await begun();
    await start(id, ['施工']);
    await reach(id, 1);
    const named = (residents: string[], seats = team.seats) => ({ id, ...team, residents, seats });
    for (const no_home of [party.FIRM.unitIds[0]!, resident.accountId!, randomUUID()])
      expect(await sut.refused(works.nameTeam, named([no_home]), party.COMMUNITY)).toBe('works.team-home');
    await sut.ok(works.nameTeam, named([homeOf(1)]), party.COMMUNITY);
    await sut.ok(works.finishWorks, { id, text: '全部完工', photoIds: [photo] }, party.FIRM);
    for (const by of [party.RIGHTS_UNIT, party.STREET, party.FIRM]) await check(id, by);
    expect(await sut.refused(works.concludeAcceptance, { id }, party.COMMUNITY)).toBe('works.signers-missing');
    const now = await sut.ok(works.nameTeam, named([homeOf(0)], ['RIGHTS_UNIT', 'STREET']), party.COMMUNITY);
    expect(now).toMatchObject({ state: 'FINISHED', acceptanceNo: 1 });
    expect(now.checks.map(({ by }) => by)).toEqual(['RIGHTS_UNIT', 'STREET']);
    await check(id, resident);
    expect((await sut.ok(works.concludeAcceptance, { id }, party.COMMUNITY)).state).toBe('ACCEPTED');
  });

  test('who pays only by a later resolution is invited as well: with the old team the works are not done', async () => {
    const { issueId, id } = await begun();
    await payAll(issueId);
    await start(id, ['施工']);
    const old = { ...team, seats: ['RIGHTS_UNIT', 'STREET'] as SeatKind[] };
    await sut.ok(works.nameTeam, { id, ...old }, party.COMMUNITY);
    await sut.ok(works.changeWorks, { id, ...change('100,000.00', { isScopeChange: true }) }, party.FIRM);
    await readyToSign(sut, issueId, { ...terms, ratios: { 产权单位: '50%', 街道: '40%', 物业: '10%' } });
    await signed(sut, issueId, { schedule: schedule() });
    await reach(id, 1);
    const done = { id, text: '全部完工', photoIds: [photo] };
    expect(await sut.refused(works.finishWorks, done, party.FIRM)).toBe('works.team');
    await sut.ok(works.nameTeam, { id, ...team }, party.COMMUNITY);
    expect(await sut.ok(works.finishWorks, done, party.FIRM)).toMatchObject({ acceptanceNo: 1 });
  });
});

describe('settlement', () => {
  test('C11: the signed rule on the final cost: refunds to the fen, retention a year, then archive', async () => {
    const { id, issueId } = await accepted();
    expect(await sut.refused(works.settleWorks, { id, items: [] }, party.STREET)).toBe('seat.not-yours');
    expect(await sut.refused(works.settleWorks, { id, items: [] }, party.FIRM)).toBe('works.items-missing');
    expect(await stateOf(issueId)).toBe('ACCEPTANCE');
    const { settlement } = await settle(id, '90,000.01');
    expect(
      settlement!.payers.map(({ payer, finalFen, retainedFen, balanceFen }) => [payer, finalFen, retainedFen, balanceFen]).sort(),
    ).toEqual(
      [
        // Paid 97 % of 60 000; of 54 000.01 three per cent are kept.
        ['产权单位', '5400001', '162000', '-581999'],
        ['街道', '3600000', '108000', '-388000'],
      ].sort(),
    );
    expect(settlement!.lines.join('\n')).toContain('应退 ¥5,819.99');
    expect(await stateOf(issueId)).toBe('SETTLEMENT');
    await expectBalance(issueId);
    const kept = (await openOf(issueId)).filter(({ kind }) => kind === 'RETENTION');
    const early = { id: kept[0]!.id, receiptId: randomUUID(), amountFen: '1', paidOn: day(0), document: '回单', documentId: photo };
    expect(await sut.refused(instalments.recordReceipt, early, party.COMMUNITY)).toBe('instalment.not-open');
    await payAll(issueId);
    expect(await stateOf(issueId)).toBe('WARRANTY');
    const { retentionEndsAt } = await read(id);
    expect(beijingDate(new Date(new Date(retentionEndsAt!).getTime() - 1)).slice(4)).toBe(day(0).slice(4));

    await time.to(new Date(new Date(retentionEndsAt!).getTime() + HOUR));
    await eventually(async () => expect((await read(id)).releasedAt).not.toBeNull());
    const due = (await openOf(issueId)).map(({ kind, openFen, dueAt }) => [kind, openFen, dueAt === null]);
    expect(due.sort()).toEqual([
      ['RETENTION', '108000', false],
      ['RETENTION', '162000', false],
    ]);
    await payAll(issueId);
    expect(await stateOf(issueId)).toBe('ARCHIVED');
    expect(await read(id)).toMatchObject({ state: 'ENDED' });
    expect((await accountsOf(issueId)).map(({ shareFen, paidFen, openFen }) => [shareFen, paidFen, openFen]).sort()).toEqual([
      ['3600000', '3600000', '0'],
      ['5400001', '5400001', '0'],
    ]);
    await expectBalance(issueId);
    expect(await sut.rows(`select 1 from deadlines where subject_id = $1 and state = 'armed'`, [id])).toEqual([]);
  });

  test('who pays more than a year after the acceptance locks nothing: the warranty is over the same day, and the retention can be paid', async () => {
    const { id, issueId } = await accepted();
    await settle(id, '100,001.00');
    await time.to(new Date(time.now.getTime() + 400 * DAY));
    expect(await stateOf(issueId)).toBe('SETTLEMENT');
    await payAll(issueId);
    expect(await stateOf(issueId)).toBe('WARRANTY');
    await time.to(new Date(time.now.getTime() + DAY));
    await eventually(async () => expect((await read(id)).releasedAt).not.toBeNull());
    await payAll(issueId);
    expect(await stateOf(issueId)).toBe('ARCHIVED');
    await expectBalance(issueId);
  });

  test('accepted works that nobody settles: the lead is reminded, then its chiefs hear of it', async () => {
    const { id } = await accepted();
    const fired = async () =>
      (
        await sut.rows<{ payload: { code: string; kind: string; tell: string[]; unitId: string } }>(
          `select payload from events where aggregate_id = $1 and type = $2 order by version`,
          [id, worksEvents.clockFired.type],
        )
      ).map(({ payload }) => payload);
    await time.to(new Date(time.now.getTime() + 31 * DAY));
    await eventually(async () =>
      expect(await fired()).toContainEqual(
        expect.objectContaining({ code: 'SETTLE', kind: 'breach', tell: ['S', 'V'], unitId: party.FIRM.unitIds[0] }),
      ),
    );
    const owed = async () =>
      (await sut.ok(works.listDuties, { unitId: party.FIRM.unitIds[0]! }, party.FIRM)).duties
        .filter((duty) => duty.id === id)
        .map(({ kind, isLate }) => [kind, isLate]);
    expect(await owed()).toContainEqual(['SETTLE', true]);
    await settle(id, '100,000.00');
    expect(await sut.rows(`select state from deadlines where subject_id = $1 and code = 'SETTLE' and state = 'armed'`, [id])).toEqual([]);
    // It hangs with its receipts; until then that is owed.
    expect(await owed()).toContainEqual(['POST_SETTLEMENT', false]);
    const posting = { id, where: '小区东门公告栏' };
    expect(await sut.refused(works.postSettlement, posting, party.STREET)).toBe('seat.not-yours');
    expect(await sut.ok(works.postSettlement, posting, party.FIRM)).toMatchObject({ settlementPosting: { where: posting.where } });
    expect((await owed()).map(([kind]) => kind)).not.toContain('POST_SETTLEMENT');
    expect(await sut.refused(works.postSettlement, posting, party.COMMUNITY)).toBe('works.posted-already');
  });

  test('a refund is owed by the community that keeps the account: late, it is nobody’s point who waits for the money', async () => {
    const { id, issueId } = await accepted();
    await settle(id, '90,000.00');
    const owed = async (by: Caller) =>
      (await sut.ok(works.listDuties, { unitId: by.unitIds![0]! }, by)).duties
        .filter((duty) => duty.issueId === issueId && duty.kind === 'INSTALMENT')
        .map(({ text, amountFen, isLate }) => [text, amountFen, isLate]);
    expect(await owed(party.RIGHTS_UNIT)).toEqual([]);
    const refunds = (isLate: boolean) => [
      ['退还远征集团三院：结算退款', '582000', isLate],
      ['退还青云街道：结算退款', '388000', isLate],
    ];
    expect((await owed(party.COMMUNITY)).sort()).toEqual(refunds(false).sort());
    await time.to(new Date(time.now.getTime() + 31 * DAY));
    await eventually(async () => expect((await owed(party.COMMUNITY)).sort()).toEqual(refunds(true).sort()));
    const told = await sut.rows<{ payload: Record<string, unknown> }>(
      `select e.payload from events e join instalments i on i.id = e.aggregate_id where i.issue_id = $1 and e.type = $2 and i.payer = '产权单位'`,
      [issueId, instalmentEvents.late.type],
    );
    expect(told.map(({ payload }) => payload)).toMatchObject([
      {
        instalmentKind: 'REFUND',
        unitId: party.COMMUNITY.unitIds[0],
        payerUnitId: null,
        reason: expect.stringMatching(/^应退远征集团三院的/),
      },
    ]);
    await payAll(issueId);
    await expectBalance(issueId);
  });

  test('a receipt that was typed twice and carried over is taken back after the change and after the settlement: nothing goes back that never came', async () => {
    const { id, issueId } = await begun();
    await start(id, ['施工']);
    const [first] = (await openOf(issueId)).filter(({ payer }) => payer === '街道');
    const typed = async (amount: string) => {
      const receiptId = randomUUID();
      const proof = { paidOn: day(0), document: '银行回单', documentId: photo };
      await sut.ok(instalments.recordReceipt, { id: first!.id, receiptId, amountFen: yuan(amount), ...proof }, party.STREET);
      return receiptId;
    };
    await typed('7,000.00');
    const [one, two] = [await typed('6,000.00'), await typed('6,000.00')];
    await sut.ok(works.changeWorks, { id, ...change('100,000.00', { isScopeChange: true }) }, party.FIRM);
    await readyToSign(sut, issueId, { ...terms, ratios: { 产权单位: '90%', 街道: '10%' } });
    await signed(sut, issueId, { schedule: schedule() });
    const account = async () => (await accountsOf(issueId)).find(({ payer }) => payer === '街道')!;
    const refundOf = async () => (await account()).instalments.find(({ kind }) => kind === 'REFUND')!;
    expect([(await account()).paidFen, (await refundOf()).openFen]).toEqual(['1900000', '-900000']);
    const counter = (receiptId: string) => ({ id: first!.id, receiptId, entryId: randomUUID(), reason: '同一笔登记了两次' });
    const taken = counter(one);
    for (let i = 0; i < 2; i++) await sut.ok(instalments.counterReceipt, taken, party.STREET);
    expect([(await account()).paidFen, (await account()).shareFen, (await refundOf()).openFen]).toEqual(['1300000', '1000000', '-300000']);
    expect(await sut.refused(instalments.counterReceipt, { ...taken, entryId: randomUUID() }, party.STREET)).toBe('instalment.countered');
    await expectBalance(issueId);

    await payAll(issueId);
    await acceptedFrom(id);
    await settle(id, '100,000.00');
    // Of the 6 000 that never came 3 000 were paid out again and are owed, less what the settlement would give back; of what was signed 3 000 are open again,
    // those that it had paid last first.
    await sut.ok(instalments.counterReceipt, counter(two), party.COMMUNITY);
    const now = await account();
    expect([now.shareFen, now.paidFen, now.openFen]).toEqual(['1000000', '400000', '600000']);
    expect(
      now.instalments
        .filter(({ state }) => state === 'OPEN')
        .map(({ kind, openFen }) => [kind, openFen])
        .sort(),
    ).toEqual([
      ['BALANCE', '270000'],
      ['RETENTION', '30000'],
      ['RETENTION', '30000'],
      ['SIGNED', '270000'],
    ]);
    await expectBalance(issueId);
    await payAll(issueId);
    await expectBalance(issueId);
  });

  test('a refund that was written down as paid out and that nobody got is taken back after a change has closed it: both entries stay, the account adds up', async () => {
    const { id, issueId } = await begun();
    await start(id, ['施工']);
    const proof = { paidOn: day(0), document: '银行回单', documentId: photo };
    const [first] = (await openOf(issueId)).filter(({ payer }) => payer === '街道');
    await sut.ok(
      instalments.recordReceipt,
      { id: first!.id, receiptId: randomUUID(), amountFen: yuan('19,000.00'), ...proof },
      party.STREET,
    );
    const changed = async (ratios: Record<string, string>) => {
      await sut.ok(works.changeWorks, { id, ...change('100,000.00', { isScopeChange: true }) }, party.FIRM);
      await readyToSign(sut, issueId, { ...terms, ratios });
      await signed(sut, issueId, { schedule: schedule() });
    };
    const account = async () => (await accountsOf(issueId)).find(({ payer }) => payer === '街道')!;
    const sums = async () => [(await account()).shareFen, (await account()).paidFen, (await account()).openFen];
    await changed({ 产权单位: '90%', 街道: '10%' });
    const refund = (await account()).instalments.find(({ kind }) => kind === 'REFUND')!;
    expect(refund).toMatchObject({ state: 'OPEN', openFen: '-900000' });
    const receiptId = randomUUID();
    await sut.ok(instalments.recordReceipt, { id: refund.id, receiptId, amountFen: yuan('9,000.00'), ...proof }, party.COMMUNITY);
    expect(await sums()).toEqual(['1000000', '1000000', '0']);
    await changed({ 产权单位: '81%', 街道: '19%' });
    expect(await sums()).toEqual(['1900000', '1000000', '900000']);
    const lateOnes = async () =>
      sut.rows<{ state: string; is_late: boolean }>(
        `select state, late_at is not null as is_late from instalments where issue_id = $1 and payer = '街道' and state <> 'CLOSED' and kind = 'SIGNED' order by state`,
        [issueId],
      );
    await sut.rows(
      `update instalments set late_at = due_at where issue_id = $1 and payer = '街道' and state = 'OPEN' and kind = 'SIGNED'`,
      [issueId],
    );
    expect(await lateOnes()).toEqual([
      { state: 'OPEN', is_late: true },
      { state: 'PAID', is_late: false },
    ]);
    const counter = { id: refund.id, receiptId, entryId: randomUUID(), reason: '退款未付出，登记有误' };
    for (let i = 0; i < 2; i++) await sut.ok(instalments.counterReceipt, counter, party.COMMUNITY);
    // The 9 000 never went: they pay what is open by the new resolution, and were there in time.
    expect(await lateOnes()).toEqual(Array(2).fill({ state: 'PAID', is_late: false }));
    expect(
      await sut.rows(
        `select 1 from events e join instalments i on i.id = e.aggregate_id where i.issue_id = $1 and e.payload->>'withdrawsLate' = 'true' and e.type = $2`,
        [issueId, instalmentEvents.carried.type],
      ),
    ).toHaveLength(1);
    expect(await sums()).toEqual(['1900000', '1900000', '0']);
    expect(await sut.refused(instalments.counterReceipt, { ...counter, entryId: randomUUID() }, party.COMMUNITY)).toBe(
      'instalment.countered',
    );
    await expectBalance(issueId);
    await payAll(issueId);
    await expectBalance(issueId);
  });

  test('what a party has taken on itself it pays alone; the rest is shared as signed', async () => {
    const { issueId, id } = await begun();
    await payAll(issueId);
    await start(id, ['施工']);
    await sut.ok(works.changeWorks, { id, ...change('105,000.00', { borneBy: 'STREET' }) }, party.STREET);
    await reach(id, 1);
    await sut.ok(works.nameTeam, { id, ...team }, party.COMMUNITY);
    await sut.ok(works.finishWorks, { id, text: '全部完工', photoIds: [photo] }, party.FIRM);
    for (const by of [resident, party.RIGHTS_UNIT, party.STREET]) await check(id, by);
    await sut.ok(works.concludeAcceptance, { id }, party.COMMUNITY);
    const { settlement } = await settle(id, '106,000.00');
    expect(settlement!.payers.map(({ payer, finalFen, borneFen }) => [payer, finalFen, borneFen]).sort()).toEqual(
      [
        ['产权单位', '6060000', '0'],
        ['街道', '4540000', '500000'],
      ].sort(),
    );
    expect((await openOf(issueId)).filter(({ kind }) => kind === 'BALANCE')).toHaveLength(2);
    await expectBalance(issueId);
  });

  test('what was declared and not needed nobody bears: the most that counts is what it has really cost more; paper, data and sum say the same', async () => {
    const { issueId, id } = await begun();
    await payAll(issueId);
    await start(id, ['施工']);
    await sut.ok(works.changeWorks, { id, ...change('105,000.00', { borneBy: 'STREET' }) }, party.STREET);
    await sut.ok(works.changeWorks, { id, ...change('108,000.00', { borneBy: 'FIRM' }) }, party.FIRM);
    await reach(id, 1);
    await sut.ok(works.nameTeam, { id, ...team }, party.COMMUNITY);
    await sut.ok(works.finishWorks, { id, text: '全部完工', photoIds: [photo] }, party.FIRM);
    for (const by of [resident, party.RIGHTS_UNIT, party.STREET]) await check(id, by);
    await sut.ok(works.concludeAcceptance, { id }, party.COMMUNITY);
    const { settlement } = await settle(id, '104,000.00');
    expect(settlement!.payers.map(({ seat, finalFen, borneFen, declaredFen }) => [seat, finalFen, borneFen, declaredFen]).sort()).toEqual([
      ['FIRM', '0', '0', '300000'],
      ['RIGHTS_UNIT', '6000000', '0', undefined],
      ['STREET', '4400000', '400000', '500000'],
    ]);
    expect(settlement!.lines.join('\n')).toContain('其中自愿承担变更 ¥4,000.00，声明承担 ¥5,000.00，按实际增加额计');
    const { document } = await sut.ok(works.printSettlement, { id, form: 'DATA' }, party.RIGHTS_UNIT);
    const words = JSON.stringify(document);
    for (const part of [
      '（街道）4,000.00 元，声明承担 5,000.00 元',
      '（物业公司）0.00 元，声明承担 3,000.00 元',
      '没有发生的费用谁也不用承担',
    ])
      expect(words).toContain(part);
    await expectBalance(issueId);
  });

  test.each([
    // 59 000 less 1 770 kept back less 58 200 paid.
    ['as planned', '100,000.00', { finalFen: '5900000', retainedFen: '177000', balanceFen: '-97000' }],
    // What is kept back of 29 500 is less than what lay on the retention already.
    ['at half of it', '50,000.00', { finalFen: '2950000', retainedFen: '88500', balanceFen: '-2958500' }],
  ])(
    'what an earlier version’s payments have put on the retention is counted once: settled %s it adds up to the fen',
    async (_, final, of) => {
      const { issueId, id } = await begun();
      await payAll(issueId);
      await start(id, ['施工']);
      await sut.ok(works.changeWorks, { id, ...change('100,000.00', { isScopeChange: true }) }, party.FIRM);
      await readyToSign(sut, issueId, { ...terms, ratios: { 产权单位: '59%', 街道: '41%' } });
      await signed(sut, issueId, { schedule: schedule() });
      const retentionOf = async () => (await openOf(issueId)).filter(({ payer, kind }) => payer === '产权单位' && kind === 'RETENTION');
      // 58 200 of 60 000 have been paid; 57 230 cover what is due of 59 000, 970 lie on the retention.
      expect(await retentionOf()).toMatchObject([{ amountFen: '177000', paidFen: '97000' }]);
      await payAll(issueId);
      await acceptedFrom(id);
      const { settlement } = await settle(id, final);
      expect(settlement!.payers.find(({ payer }) => payer === '产权单位')).toMatchObject({ paidFen: '5820000', ...of });
      expect(await retentionOf()).toMatchObject([{ amountFen: of.retainedFen, paidFen: '0' }]);
      for (const { payer, finalFen } of settlement!.payers)
        expect((await accountsOf(issueId)).find((account) => account.payer === payer)).toMatchObject({ shareFen: finalFen });
      await payAll(issueId);
      expect(await stateOf(issueId)).toBe('WARRANTY');
      expect((await openOf(issueId)).map(({ kind }) => kind)).toEqual(['RETENTION', 'RETENTION']);
      await expectBalance(issueId);
    },
  );

  test('a fen more than a tenth above the plan goes back to the table, and nobody owes more', async () => {
    const { id, issueId } = await accepted();
    const before = await accountsOf(issueId);
    expect(await settle(id, '110,000.01')).toMatchObject({ state: 'UNDER_WAY', settlement: null });
    expect(await stateOf(issueId)).toBe('CHANGE');
    expect(await accountsOf(issueId)).toEqual(before);
  });
});

describe('after the acceptance', () => {
  const look = (id: string, kind: WorksLookKind, isPassed: boolean, by: Caller) =>
    sut.ok(works.lookAgain, { id, kind, isPassed, note: isPassed ? '无积水，井盖平整' : '井盖松动', photoIds: [photo] }, by);
  const seen = (id: string, kind: WorksLookKind) => ({ id, kind, isPassed: true, note: '无积水，井盖平整', photoIds: [photo] });
  const looksOf = async (id: string) => (await read(id)).looks.map(({ kind, state }) => `${kind} ${state}`);
  const clocksOf = (id: string) =>
    sut.rows<{ code: string; state: string }>(
      `select code, state from deadlines where subject_id = $1 and code = any(array['WATCH_T30', 'RECTIFY']) order by code, id`,
      [id],
    );

  test('the works are looked at after thirty days, by one who did not do them; what does not hold is mended and looked at again', async () => {
    const { id } = await accepted();
    expect(await looksOf(id)).toEqual(['T30 OPEN', 'RAIN WAITING', 'HEATING OPEN']);
    expect(await sut.refused(works.lookAgain, seen(id, 'T30'), party.STREET)).toBe('check.too-early');
    await time.to(time.in(28 * DAY));
    expect(await sut.refused(works.lookAgain, seen(id, 'T30'), party.FIRM)).toBe('seat.not-yours');
    expect(await sut.refused(works.lookAgain, seen(id, 'T30'), stranger)).toBe('object.not-found');
    expect(await sut.refused(works.lookAgain, { ...seen(id, 'T30'), note: '请打 13800138000' }, party.STREET)).toBe('issue.text-private');
    await look(id, 'T30', false, party.STREET);
    expect(await looksOf(id)).toEqual(['T30 FAILED', 'RAIN WAITING', 'HEATING OPEN', 'T30 OPEN']);
    const { rectifyDueAt, state } = await read(id);
    expect(state).toBe('ACCEPTED');
    const owed = (await sut.ok(works.listDuties, { unitId: party.FIRM.unitIds[0] }, party.FIRM)).duties.filter(
      (duty) => duty.id === id && duty.kind !== 'SETTLE',
    );
    expect(owed).toMatchObject([{ kind: 'RECTIFY', dueAt: rectifyDueAt }]);
    expect(await clocksOf(id)).toEqual([
      { code: 'RECTIFY', state: 'armed' },
      { code: 'WATCH_T30', state: 'stopped' },
    ]);
    await look(id, 'T30', true, party.RIGHTS_UNIT);
    expect(await looksOf(id)).toEqual(['T30 FAILED', 'RAIN WAITING', 'HEATING OPEN', 'T30 PASSED']);
    expect((await clocksOf(id)).map((clock) => clock.state)).toEqual(['stopped', 'stopped']);
    expect(await sut.refused(works.lookAgain, seen(id, 'T30'), party.STREET)).toBe('works.look-none');
  });

  test('the first rain is told by dispatch: the look that waited is due, once; nobody looks before it rains; late, those above hear', async () => {
    const { id } = await accepted();
    expect(await sut.refused(works.lookAgain, seen(id, 'RAIN'), party.COMMUNITY)).toBe('check.too-early');
    const rain = (version: number) =>
      sut.tell(watchingEvents.rainDeclared, { declaredAt: time.in(0) }, { aggregateId: idOf('rain'), version });
    await rain(1);
    await eventually(async () => expect(await looksOf(id)).toEqual(['T30 OPEN', 'RAIN OPEN', 'HEATING OPEN']));
    await rain(2);
    const due = (await read(id)).looks.find(({ kind }) => kind === 'RAIN')!.dueAt!;
    await time.to(due);
    const told = async () =>
      (
        await sut.rows<{ payload: { code: string; kind: string; tell: string[] } }>(
          `select payload from events where aggregate_id = $1 and type = $2 order by version`,
          [id, worksEvents.clockFired.type],
        )
      ).map(({ payload: { code, kind, tell } }) => [code, kind, tell]);
    await eventually(async () => expect(await told()).toContainEqual(['WATCH_RAIN', 'breach', ['S']]));
    await look(id, 'RAIN', true, party.COMMUNITY);
    expect(await looksOf(id)).toEqual(['T30 OPEN', 'RAIN PASSED', 'HEATING OPEN']);
    expect((await sut.rows(`select 1 from events where aggregate_id = $1 and type = $2`, [id, worksEvents.rainCame.type])).length).toBe(1);
  });

  test('they are looked at once the heating is on for the first time, and not before', async () => {
    const { id } = await accepted();
    const { dueAt } = (await read(id)).looks.find(({ kind }) => kind === 'HEATING')!;
    expect(beijingDate(new Date(dueAt!)).slice(4)).toBe('-12-01');
    expect(await sut.refused(works.lookAgain, seen(id, 'HEATING'), party.STREET)).toBe('check.too-early');
    await time.to(new Date(new Date(dueAt!).getTime() - 10 * DAY));
    await look(id, 'HEATING', true, party.STREET);
    expect(await looksOf(id)).toContain('HEATING PASSED');
    const clocks = await sut.rows(`select state from deadlines where subject_id = $1 and code = 'WATCH_HEATING'`, [id]);
    expect(clocks).toEqual([{ state: 'stopped' }]);
  });

  test('on the day the heating is turned on the whole table is told that it may look, once; a week later the community is reminded', async () => {
    const { id } = await accepted();
    const dueAt = (await read(id)).looks.find(({ kind }) => kind === 'HEATING')!.dueAt!;
    const turnedOn = new Date(new Date(dueAt).getTime() - 16 * DAY);
    const told = async () =>
      (
        await sut.rows<{ type: string; payload: { code?: string; dueAt: string; unitIds: string[] } }>(
          `select type, payload from events where aggregate_id = $1 and type = any($2) order by version`,
          [id, [worksEvents.heatingCame.type, worksEvents.clockFired.type]],
        )
      )
        .filter(({ payload: { code } }) => code === undefined || code === 'WATCH_HEATING')
        .map(({ type, payload }) => [type, payload.dueAt, payload.unitIds.length]);
    await time.to(turnedOn);
    expect(await told()).toEqual([]);
    await time.to(new Date(turnedOn.getTime() + 8 * HOUR));
    const came = [worksEvents.heatingCame.type, dueAt, 5];
    await eventually(async () => expect(await told()).toEqual([came]));
    await time.to(new Date(turnedOn.getTime() + 8 * DAY));
    await eventually(async () => expect(await told()).toEqual([came, [worksEvents.clockFired.type, dueAt, 5]]));
  });

  test('the settlement is a paper: costs with their receipts, what each pays or gets back, every home to the fen', async () => {
    const { id } = await accepted();
    expect(await sut.refused(works.printSettlement, { id }, party.STREET)).toBe('works.not-settled');
    await settle(id, '90,000.01');
    const { document } = await sut.ok(works.printSettlement, { id, form: 'DATA' }, party.RIGHTS_UNIT);
    const words = JSON.stringify(document);
    for (const part of [
      '雨后院内积水结算书',
      '100,000.00',
      '90,000.01',
      '−9,999.99',
      '1 份',
      '["远征集团三院","60,000.00","54,000.01","58,200.00","1,620.00","−5,819.99"]',
    ])
      expect(words).toContain(part);
    const { file } = await sut.ok(works.printSettlement, { id, form: 'PDF' }, party.STREET);
    expect(Buffer.from(file!, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    expect(await sut.refused(works.printSettlement, { id }, stranger)).toBe('object.not-found');
  });
});

describe('what a settlement means for one home', () => {
  const nobody: Caller = { ...neighbour, accountId: idOf('account of nobody') };

  test('an owner sees the own home’s difference with its arithmetic, by the number and code of its statement or by the account; nothing of any other', async () => {
    const { issueId, id } = await begun({ schedule: schedule() }, { total: '100.00', ratios: { 业主: '100%' } });
    const { planId } = await sut.ok(issues.getIssue, { id: issueId }, party.STREET);
    const { homes } = await sut.ok(costPlans.homeKeys, { id: planId! }, party.COMMUNITY);
    const keyOf = ({ no, code }: (typeof homes)[number]) => ({ no, code });
    await sut.ok(costPlans.bindHome, keyOf(homes[0]!), resident);
    const track = { streetId: 'qingyun', ...keyOf(homes[1]!) };
    expect(await sut.refused(works.trackHomeSettlement, track, anyone)).toBe('works.not-settled');
    expect(await sut.refused(works.getOwnSettlements, { planId: planId! }, resident)).toBe('works.not-settled');
    await acceptedOf(issueId, id);
    await settle(id, '90.01');

    const { settlements } = await sut.ok(works.getOwnSettlements, { planId: planId! }, resident);
    expect(settlements).toMatchObject([{ planId, plannedFen: '5000', finalFen: '4501', differenceFen: '-499' }]);
    const other = await sut.ok(works.trackHomeSettlement, track, anyone);
    expect(other).toMatchObject({ plannedFen: '5000', finalFen: '4500', differenceFen: '-500' });
    expect(settlements[0]!.lines.join('\n')).toContain('签约 ¥50.00，结算 ¥45.01，应退 ¥4.99。');
    // Nothing of the other home: neither its name nor its amount.
    expect(settlements[0]!.lines.join('\n')).not.toContain(other.homeLabel);
    expect(settlements[0]!.lines.join('\n')).not.toContain('应退 ¥5.00');
    expect(await sut.refused(works.getOwnSettlements, { planId: planId! }, nobody)).toBe('object.not-found');
    expect(await sut.refused(works.trackHomeSettlement, { ...track, code: 'AAAA-AAAA-AAAA' }, anyone)).toBe('home-share.not-found');
  });
});

describe('who is held to what', () => {
  test('a rights unit sees what it owes at all its tables, first what is due first; the street what everybody owes; a sixth party nothing', async () => {
    await begun();
    const unitId = party.RIGHTS_UNIT.unitIds[0]!;
    const { duties } = await sut.ok(works.listDuties, { unitId }, party.RIGHTS_UNIT);
    expect(new Set(duties.map((duty) => duty.unitId))).toEqual(new Set([unitId]));
    const dated = duties.flatMap(({ dueAt }) => dueAt ?? []);
    expect(dated.length).toBeGreaterThanOrEqual(2);
    expect(dated).toEqual([...dated].sort());
    const all = (await sut.ok(works.listDuties, {}, party.STREET)).duties;
    expect(new Set(all.map((duty) => duty.unitId)).size).toBeGreaterThan(1);
    expect((await sut.ok(works.listDuties, {}, stranger)).duties).toEqual([]);
  });

  test('a signature is owed in its time, and what is kept back at the end of the warranty', async () => {
    const unitId = party.RIGHTS_UNIT.unitIds[0]!;
    const owed = async (of: string) =>
      (await sut.ok(works.listDuties, { unitId }, party.RIGHTS_UNIT)).duties
        .filter(({ issueId }) => issueId === of)
        .map(({ kind, amountFen, dueAt, isLate }) => [kind, amountFen, dueAt, isLate]);
    const { id: issueId } = await planning(sut, tableId);
    await readyToSign(sut, issueId, terms);
    const { id, hash: documentHash } = await sut.ok(
      resolutions.drawResolution,
      { id: randomUUID(), issueId, text: ['改造院内排水管。'], schedule: schedule() },
      party.COMMUNITY,
    );
    const [clock] = await sut.rows<{ due_at: Date }>(`select due_at from deadlines where subject_id = $1 and code = 'SIGNING'`, [id]);
    expect(await owed(issueId)).toEqual([['SIGN', null, clock!.due_at.toISOString(), false]]);
    await time.to(new Date(clock!.due_at.getTime() + HOUR));
    expect(await owed(issueId)).toEqual([['SIGN', null, clock!.due_at.toISOString(), true]]);
    for (const seat of ['RIGHTS_UNIT', 'STREET', 'COMMUNITY'] as const)
      await sut.ok(resolutions.signResolution, { id, seat, documentHash }, party[seat]);
    expect((await owed(issueId)).map(([kind]) => kind)).toEqual(['INSTALMENT', 'INSTALMENT', 'RETENTION']);
    expect((await owed(issueId)).at(-1)).toEqual(['RETENTION', '180000', null, false]);
    const of = (await sut.ok(works.listWorks, { issueId }, party.FIRM)).works[0]!.id;
    await acceptedOf(issueId, of);
    await settle(of, '100,000.00');
    expect(await owed(issueId)).toContainEqual(['RETENTION', '180000', (await read(of)).retentionEndsAt, false]);
  });
});
