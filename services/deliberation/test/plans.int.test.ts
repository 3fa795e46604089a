import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  costPlanEvents,
  costPlans,
  defaultTimeLimits,
  emergencyUses,
  fundBalances,
  homeBindings,
  issues,
  ownersVotes,
  projects,
  publicity,
  registryEvents,
  resolutions,
  rounds,
  seatKinds,
  tables,
  type CostPlanView,
  type CostSharePlan,
  type IssueMatter,
  type IssueScope,
  type SeatKind,
  type VoteMatter,
} from '@wufang/contracts';
import { areaFromText, beijingDate, fen, formatFen, sha256Hex, WorkCalendar } from '@wufang/kernel';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import type { z } from 'zod';
import { migrations } from '../src/db/migrations/index.js';
import { canonicalPlan, computeOne } from '../src/domain/plan-draft.js';
import { deliberationParts } from '../src/parts.js';
import { agreed, aScenario, yuan } from './a-plan.js';
import { keptEvidence } from './kept-evidence.js';
import { DAY, HOUR, MovingTime } from './moving-time.js';
import {
  building1,
  calendar2026,
  grant,
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
import { verifyBundle } from './tampering.js';

let sut: ServiceUnderTest;
let tableId: string;
const streetId = 'quick';
const as = (seat: SeatKind): Caller => inStreet(party[seat], streetId);
const there = (caller: Caller) => inStreet(caller, streetId);
const resident: Caller = { role: 'resident', accountId: idOf('account resident'), unitIds: [], scope: 'own', streetId };
const anyone: Caller = { role: 'resident', accountId: 'public', unitIds: [], scope: 'public', streetId };
const photo = proof;

/** Nine stairwells of one building, each with its own homes: area, kind, owner's and selling unit's deposit. */
const stairwells: Record<string, string[]> = {
  '1单元': ['89.50', '89.50', '89.50'],
  '2单元': ['58.20', '88.95', '58.20', '103.40'],
  '3单元': ['52.36', '47.88', '52.36', '47.88', '52.36', '47.88'].map(
    (area, i) => `${area} SOLD_PUBLIC ${i === 5 ? 35_500 : 30_000} 60750`,
  ),
  '4单元': ['61.13', '61.13', '74.25'],
  '5单元': ['4125.60', '384.00 NON_RESIDENTIAL', '6517.80 SOLD_PUBLIC 683500 1218750', '472.60 UNSOLD_PUBLIC'],
  '6单元': ['50.00', '50.00', '50.00', '50.00', '50.00', '50.00'],
};
let ordinal = 0;
const homes = Object.entries(stairwells).flatMap(([stairwell, list]) =>
  list.map((line) => {
    const [area, nature = 'COMMODITY', owner = '0', seller = '0'] = line.split(' ');
    ordinal += 1;
    return {
      ...{ homeId: idOf(`home ${ordinal}`), stairwell, ordinal, areaHundredths: areaFromText(area!) as number },
      ...{ areaSource: 'REGISTERED' as const, nature: nature as 'COMMODITY', isUnit: nature === 'UNSOLD_PUBLIC' },
      ownerId: nature === 'UNSOLD_PUBLIC' ? idOf('远征集团三院') : idOf(`owner ${ordinal}`),
      ...{ ownerDepositFen: `${owner}00`, sellerDepositFen: `${seller}00` },
    };
  }),
);
const unmeasured = idOf('home unmeasured');
const firstOf = (stairwell: string) => homes.find((home) => home.stairwell === stairwell)!.ordinal;

const hours = (n: number) => ({ clock: 'C' as const, minutes: n * 60 });
const limits = quickLimits.map((row) => {
  if (row.code === 'PUBLICITY_7D') return { ...row, limit: hours(2) };
  if (row.code === 'OBJECTION_ANSWER') return { ...row, limit: hours(3), stages: row.stages.slice(-1) };
  return row;
});
const hoursPass = (n: number) => MovingTime.of(sut).to(MovingTime.of(sut).in(n * HOUR));

beforeAll(async () => {
  sut = await ServiceUnderTest.start(deliberationParts, migrations);
  await openStreet(sut, { streetId, limits });
  const about = (name: string) => ({ aggregateId: idOf(name), version: 1, streetId });
  await sut.tell(registryEvents.homesMeasured, { estateId: yard, buildingId: building1, hash: 'h', homes }, about('homes'));
  const listed = [{ stairwell: '7单元', homeIds: [unmeasured] }];
  await sut.tell(registryEvents.homesListed, { estateId: yard, buildingId: building1, stairwells: listed }, about('listed'));
  await eventually(async () => {
    expect(await sut.rows('select 1 from estate_homes where street_id = $1', [streetId])).toHaveLength(homes.length);
    expect(await sut.rows('select 1 from listed_homes where street_id = $1', [streetId])).toHaveLength(1);
  });
  tableId = await openTable(sut, { streetId });
}, 120_000);
afterAll(() => sut?.stop());

const scopeOf = (stairwell: string): IssueScope => ({ level: 'STAIRWELL', estateId: yard, buildingId: building1, stairwell });

/** An issue about a stairwell, after its first talk: the firm works out the plan. */
async function toPlanning(stairwell: string, matters: IssueMatter[] = ['SHARED_WORKS']): Promise<string> {
  const { id } = await propose(sut, tableId, { streetId, scope: scopeOf(stairwell) });
  await screen(sut, id, matters, streetId);
  const first = await notice(sut, id, { streetId });
  await hold(sut, first, seatKinds, streetId);
  await sut.ok(rounds.closeRound, { id, roundId: first.id }, as('COMMUNITY'));
  await minute(sut, first, streetId);
  await sut.ok(issues.decideNext, { id, step: 'plan', leadSeat: 'FIRM', reason: '由物业拟定方案' }, as('COMMUNITY'));
  return id;
}

type Draft = z.input<typeof costPlans.draftPlan.input>;
const twoQuotes = ['甲公司', '乙公司'].map((firm) => ({ firm, amountFen: yuan('180,000.00'), documentId: proof }));
const draftOf = (issueId: string, total: string, part: Partial<Draft> = {}): Draft => ({
  ...{ issueId, title: '单元修缮', fundCustodian: 'CITY_FUND_CENTRE', scenarios: [aScenario()], quotes: twoQuotes },
  items: [{ name: '维修', amountFen: yuan(total), work: 'REPAIR', duty: null }],
  ...part,
});
const draft = (issueId: string, total: string, part: Partial<Draft> = {}) =>
  sut.ok(costPlans.draftPlan, draftOf(issueId, total, part), as('FIRM'));
const choose = (id: string, scenario = '方案一') => sut.ok(costPlans.choosePlanScenario, { id, scenario }, as('FIRM'));
const stateOf = async (id: string) => (await sut.ok(issues.getIssue, { id }, as('COMMUNITY'))).state;
const toldOf = async (id: string) =>
  (await sut.rows<{ type: string }>('select type from events where aggregate_id = $1 order by version', [id])).map(
    ({ type }) => type.split('.')[2],
  );
const byAgreement = (ratios: Record<string, string>, name = '方案一') => aScenario({ name, agreement: agreed(ratios) });
const four = { 产权单位: '50%', 街道: '25%', 物业: '10%', 业主: '15%' };

/** What payers and homes of a version pay, as it is stored, in yuan; homes by their place in the stairwell. */
async function storedOf(plan: CostPlanView, stairwell: string): Promise<Record<string, string>> {
  const lines = await sut.rows<{ payer: string; amount: bigint }>(
    'select payer, sum(amount_fen)::bigint as amount from plan_lines where plan_id = $1 group by payer',
    [plan.id],
  );
  const shares = await sut.rows<{ ordinal: number; share_fen: bigint }>(
    'select ordinal, share_fen from plan_home_shares where plan_id = $1 order by ordinal',
    [plan.id],
  );
  return Object.fromEntries([
    ...lines.map(({ payer, amount }) => [payer, formatFen(fen(BigInt(amount)))]),
    ...shares.map(({ ordinal: rank, share_fen }) => [`${rank - firstOf(stairwell) + 1}`, formatFen(fen(BigInt(share_fen)))]),
  ]) as Record<string, string>;
}

describe('the worked examples, through the service and as stored', () => {
  const pool = aScenario({ grants: [{ priority: 1, payer: '街道', kind: 'FIXED', amountFen: yuan('20,000.00') }] });
  test.each<[string, string, string, CostSharePlan['scenarios'][number], Record<string, string>]>([
    ['C1', '1单元', '100.00', aScenario(), { 业主: '100.00', 1: '33.34', 2: '33.33', 3: '33.33' }],
    ['C2', '2单元', '12,345.67', aScenario(), { 业主: '12,345.67', 1: '2,327.19', 2: '3,556.75', 3: '2,327.18', 4: '4,134.55' }],
    [
      ...(['C3', '3单元', '128,735.47', aScenario()] as const),
      {
        ...{ 产权单位: '85,316.51', 业主: '43,418.96', 1: '7,559.91', 2: '6,913.08', 3: '7,559.91' },
        ...{ 4: '6,913.08', 5: '7,559.91', 6: '6,913.07' },
      },
    ],
    [
      ...(['C4', '5单元', '300,000.00', aScenario()] as const),
      { 产权单位: '121,264.71', 业主: '178,735.29', 1: '107,624.35', 2: '10,017.39', 3: '61,093.55', 4: '12,328.70' },
    ],
    [
      ...(['C5 with one fen more', '1单元', '186,400.01', byAgreement(four)] as const),
      { 产权单位: '93,200.01', 街道: '46,600.00', 物业: '18,640.00', 业主: '27,960.00', 1: '9,320.00', 2: '9,320.00', 3: '9,320.00' },
    ],
    ['C7', '4单元', '50,000.00', pool, { 街道: '20,000.00', 业主: '30,000.00', 1: '9,332.35', 2: '9,332.35', 3: '11,335.30' }],
  ])('%s', async (_, stairwell, total, scenario, expected) => {
    const issueId = await toPlanning(stairwell);
    const plan = await draft(issueId, total, { scenarios: [scenario] });
    expect(plan).toMatchObject({ state: 'DRAFT', no: 1, problems: [], chosen: null });
    const chosen = await choose(plan.id);
    expect(chosen.state).toBe('CHOSEN');
    expect(await stateOf(issueId)).toBe('COST_DRAFT');
    expect(await storedOf(chosen, stairwell)).toEqual(expected);
  });

  test('by agreed weights: who drafts has the homes named by the issue, every home needs a weight, and shares go by them', async () => {
    const issueId = await toPlanning('1单元');
    const { homes: named } = await sut.ok(costPlans.listPlanHomes, { issueId }, as('FIRM'));
    const first = firstOf('1单元');
    expect(named.map(({ name }) => name)).toEqual([0, 1, 2].map((i) => `1号楼1单元第${first + i}户`));
    expect(await sut.refused(costPlans.listPlanHomes, { issueId }, there(stranger))).toBe('object.not-found');
    const scenarios = [aScenario({ homesRule: 'WEIGHTS', homesAgreement: '业主大会决议 2026-7' })];
    const weights = named.map(({ homeId }, i) => ({ homeId, weight: [3, 2, 1][i]! }));
    const short = await draft(issueId, '600.00', { scenarios, weights: weights.slice(1) });
    expect(short.problems).toMatchObject([{ code: 'plan.weight-missing' }]);
    const chosen = await choose((await draft(issueId, '600.00', { scenarios, weights })).id);
    expect(await storedOf(chosen, '1单元')).toEqual({ 业主: '600.00', 1: '300.00', 2: '200.00', 3: '100.00' });
  });

  test('I-40: the lines and homes of every stored plan add up, and what is stored makes the same amounts and the same hash again', async () => {
    const rows = await sut.rows<{
      id: string;
      issue_id: string;
      no: number;
      scenario: string;
      hash: string;
      document: CostSharePlan;
      total_fen: bigint;
    }>('select id, issue_id, no, scenario, hash, document, total_fen from plans where hash is not null');
    expect(rows.length).toBeGreaterThanOrEqual(6);
    for (const { id, issue_id: issueId, no, scenario, hash, document, total_fen } of rows) {
      const [sum] = await sut.rows<{ lines: string; owned: string; homes: string }>(
        `select (select sum(amount_fen) from plan_lines where plan_id = $1)::text as lines,
           (select coalesce(sum(amount_fen), 0) from plan_lines where plan_id = $1 and capacity = 'OWNER')::text as owned,
           (select sum(share_fen) from plan_home_shares where plan_id = $1)::text as homes`,
        [id],
      );
      expect(sum!.lines).toBe(`${total_fen}`);
      expect(sum!.homes).toBe(sum!.owned);
      const { shares } = computeOne(document, scenario);
      expect(sha256Hex(canonicalPlan({ issueId, no, scenario, document, shares }))).toBe(hash);
    }
  });

  test('the database refuses a chosen plan whose lines do not add up, and a share that is changed', async () => {
    await expect(sut.rows(`update plans set total_fen = total_fen + 1 where hash is not null`)).rejects.toThrow(/do not add up/);
    await expect(sut.rows(`update plan_lines set amount_fen = amount_fen + 1`)).rejects.toThrow(/do not change/);
    await expect(sut.rows(`delete from plan_home_shares`)).rejects.toThrow(/do not change/);
  });

  test('I-41: no column of the schema holds fractions: money, areas and shares are whole numbers', async () => {
    const columns = () =>
      sut.rows<{ column: string; type: string }>(
        `select table_name || '.' || column_name as column, data_type as type from information_schema.columns where table_schema = 'deliberation' order by 1`,
      );
    const fractions = async () => (await columns()).filter(({ type }) => ['real', 'double precision', 'numeric', 'money'].includes(type));
    expect(await columns()).toContainEqual({ column: 'plan_home_shares.share_fen', type: 'bigint' });
    expect(await columns()).toContainEqual({ column: 'plan_lines.amount_fen', type: 'bigint' });
    expect(await fractions()).toEqual([]);
    // What was planted is found.
    await sut.rows('create table planted (amount numeric(12, 2), area real, share float8)');
    try {
      expect((await fractions()).map(({ column }) => column)).toEqual(['planted.amount', 'planted.area', 'planted.share']);
    } finally {
      await sut.rows('drop table planted');
    }
  });
});

describe('what blocks a plan', () => {
  test('C9 and C10: each problem is a sentence with its place, and the version cannot be chosen', async () => {
    const issueId = await toPlanning('2单元');
    const wrong = [...homes.filter(({ stairwell }) => stairwell === '2单元').slice(1), homes[0]!].map(({ homeId }) => homeId);
    const plan = await draft(issueId, '12,345.67', { homeIds: wrong });
    expect(plan.problems.map(({ code }) => code)).toEqual(['plan.home-outside-scope', 'plan.home-missing']);
    expect(plan.problems[0]!.text).toContain('不属于 1号楼2单元');
    expect(plan.comparison).toBeNull();
    expect(await sut.refused(costPlans.choosePlanScenario, { id: plan.id, scenario: '方案一' }, as('FIRM'))).toBe('plan.has-problems');
    const unknown = await toPlanning('7单元');
    const blocked = await draft(unknown, '100.00');
    expect(blocked.problems.map(({ code }) => code)).toEqual(['plan.area-unknown']);
  });

  test('a fund pays no more than it was said to hold; where nobody has said it nothing is refused and the comparison says so', async () => {
    const issueId = await toPlanning('2单元');
    const total = '200,000.00';
    const state = (balance: string, statedOn: string) =>
      sut.ok(
        fundBalances.stateFundBalance,
        {
          ...{ tableId, id: randomUUID(), buildingId: building1, firstDepositFen: yuan('100,000.00') },
          ...{ balanceFen: yuan(balance), statedOn, source: '市住房资金管理部门对账单' },
        },
        as('STREET'),
      );
    const unstated = await draft(issueId, total);
    expect(unstated).toMatchObject({ problems: [], comparison: { fund: null } });
    await state('50,000.00', '2026-10-30');
    // It was stated after the draft: the amounts are not those that can be paid.
    expect(await sut.refused(costPlans.choosePlanScenario, { id: unstated.id, scenario: '方案一' }, as('FIRM'))).toBe('plan.has-problems');
    const short = await draft(issueId, total);
    expect(short.problems).toMatchObject([
      { code: 'plan.fund-short', text: expect.stringContaining('用维修资金 200,000.00 元，2026-10-30 的余额是 50,000.00 元') },
    ]);
    expect(short.comparison).toBeNull();
    expect(await sut.refused(costPlans.choosePlanScenario, { id: short.id, scenario: '方案一' }, as('FIRM'))).toBe('plan.has-problems');
    // New money is not the fund's, and a fund that holds enough may pay.
    expect((await draft(issueId, total, { scenarios: [aScenario({ ownersMoney: 'DIRECT' })] })).problems).toEqual([]);
    await state('9,000,000.00', '2026-10-31');
    const chosen = await choose((await draft(issueId, total)).id);
    expect(chosen).toMatchObject({ state: 'CHOSEN', comparison: { fund: { balanceFen: yuan('9,000,000.00'), statedOn: '2026-10-31' } } });
  });

  test('only the lead drafts, only while it is planned; a sixth party finds nothing', async () => {
    const issueId = await toPlanning('1单元');
    expect(await sut.refused(costPlans.draftPlan, draftOf(issueId, '1.00'), as('RIGHTS_UNIT'))).toBe('seat.not-yours');
    expect(await sut.refused(costPlans.draftPlan, draftOf(issueId, '1.00'), there(stranger))).toBe('object.not-found');
    const plan = await draft(issueId, '100.00');
    expect(await sut.refused(costPlans.getPlan, { id: plan.id }, there(stranger))).toBe('object.not-found');
    expect(await sut.refused(costPlans.makeStatement, { id: plan.id, of: 'PLAN' }, there(stranger))).toBe('object.not-found');
    expect(await sut.refused(costPlans.listPlans, { issueId }, there(stranger))).toBe('object.not-found');
    expect(await sut.ok(costPlans.getPlan, { id: plan.id }, there(inspector))).toMatchObject({ id: plan.id });
    // A later draft takes the place of an earlier one.
    const second = await draft(issueId, '200.00');
    expect(second.no).toBe(2);
    expect(await sut.refused(costPlans.choosePlanScenario, { id: plan.id, scenario: '方案一' }, as('FIRM'))).toBe('plan.illegal-step');
    expect(await sut.refused(costPlans.choosePlanScenario, { id: second.id, scenario: '没有' }, as('FIRM'))).toBe('plan.scenario-unknown');
  });
});

/** The next round on the plan that lies there, with what each seat says. */
async function roundOf(issueId: string, said: Partial<Record<SeatKind, Parameters<typeof say>[3]>>) {
  const round = await notice(sut, issueId, { streetId });
  await hold(sut, round, seatKinds, streetId);
  for (const [seat, position] of Object.entries(said)) await say(sut, round, seat as SeatKind, position, streetId);
  return round;
}
const close = (issueId: string, roundId: string) => sut.ok(rounds.closeRound, { id: issueId, roundId }, as('COMMUNITY'));
const everyone = { RIGHTS_UNIT: 'AGREE', STREET: 'AGREE', FIRM: 'AGREE', OWNERS_BODY: 'AGREE' } as const;

test('the plan that was sent with the notice stays until the meeting: no other version is chosen in between', async () => {
  const issueId = await toPlanning('1单元');
  await choose((await draft(issueId, '200.00')).id);
  const other = await draft(issueId, '300.00');
  const round = await notice(sut, issueId, { streetId });
  expect(await sut.refused(costPlans.choosePlanScenario, { id: other.id, scenario: '方案一' }, as('FIRM'))).toBe('round.noticed');
  await hold(sut, round, seatKinds, streetId);
  await close(issueId, round.id);
});

describe('consents', () => {
  test('C8: an absent party’s part stays unconfirmed; a new version asks exactly those whose amount changed', async () => {
    const issueId = await toPlanning('1单元');
    const first = await choose((await draft(issueId, '186,400.00', { scenarios: [byAgreement(four)] })).id);
    const { FIRM: _, ...others } = everyone;
    const round = await roundOf(issueId, others);
    expect((await close(issueId, round.id)).outcome).toBe('NOT_AGREED');
    const seen = await sut.ok(costPlans.getPlan, { id: first.id }, as('STREET'));
    expect(seen.unconfirmed).toEqual(['物业']);
    expect(await storedOf(seen, '1单元')).toMatchObject({ 物业: '18,640.00', 产权单位: '93,200.00' });

    await minute(sut, round, streetId);
    await sut.ok(issues.decideNext, { id: issueId, step: 'replan', reason: '产权单位愿意多出一成' }, as('COMMUNITY'));
    const next = byAgreement({ 产权单位: '60%', 街道: '25%', 业主: '15%' });
    const second = await choose((await draft(issueId, '186,400.00', { scenarios: [next] })).id);
    expect(second.consents.map(({ payer, planNo }) => [payer, planNo]).sort()).toEqual([
      ['业主', 1],
      ['街道', 1],
    ]);
    expect(second.unconfirmed).toEqual(['产权单位']);
    expect(await sut.ok(costPlans.getPlan, { id: first.id }, as('STREET'))).toMatchObject({ state: 'SUPERSEDED' });

    // The unit alone has to say something: street and owners said it of the same amounts. Its condition is open until it says otherwise itself.
    const third = await roundOf(issueId, { RIGHTS_UNIT: 'AGREE_WITH_CONDITION' });
    expect(await sut.refused(costPlans.meetCondition, { id: second.id, how: '已写入合同' }, as('STREET'))).toBe('plan.no-condition');
    const met = await sut.ok(costPlans.meetCondition, { id: second.id, how: '先修排水已写入合同' }, as('RIGHTS_UNIT'));
    expect(met.unconfirmed).toEqual([]);
    expect((await close(issueId, third.id)).outcome).toBe('AGREED');
    expect(await stateOf(issueId)).toBe('AGREED');
    expect(await sut.rows(`select state from deadlines where code = 'PUBLICITY_POST' and subject_id = $1`, [second.id])).toEqual([]);
  });

  test('where the maintenance fund pays, the owners’ body has to be there and to agree: its no is no agreement', async () => {
    const issueId = await toPlanning('1单元');
    const fund = { code: '维修资金', kind: 'MAINTENANCE_FUND' as const, name: '专项维修资金' };
    const grants = [{ priority: 1, payer: fund.code, kind: 'FIXED' as const, amountFen: yuan('20,000.00') }];
    const scenarios = [aScenario({ grants, agreement: agreed({ 街道: '100%' }) })];
    const plan = await choose((await draft(issueId, '50,000.00', { scenarios, otherPayers: [fund] })).id);
    expect(new Set(plan.unconfirmed)).toEqual(new Set(['街道', fund.code]));
    // Where owners' representatives sit who bind nobody, nobody's word is missing for the owners (4.7).
    const seats = `update issues set seats = (select jsonb_agg(case when s->>'kind' = 'OWNERS_BODY' then s || $2::jsonb else s end) from jsonb_array_elements(seats) s) where id = $1`;
    await sut.rows(seats, [issueId, '{"state":"SUBSTITUTED","isBinding":false}']);
    expect((await sut.ok(costPlans.getPlan, { id: plan.id }, as('FIRM'))).unconfirmed).toEqual(['街道']);
    expect((await sut.ok(costPlans.listPlans, { issueId }, as('FIRM'))).plans[0]!.unconfirmed).toEqual(['街道']);
    await sut.rows(seats, [issueId, '{"state":"FILLED","isBinding":true}']);
    const { payers } = await sut.ok(issues.getIssue, { id: issueId }, as('COMMUNITY'));
    expect(new Map(payers.map(({ seat, amountFen }) => [seat, amountFen]))).toEqual(
      new Map([
        ['STREET', yuan('30,000.00')],
        ['OWNERS_BODY', yuan('20,000.00')],
      ]),
    );
    const without = await notice(sut, issueId, { streetId });
    const there4 = seatKinds.filter((seat) => seat !== 'OWNERS_BODY');
    for (const seat of there4) await sut.ok(rounds.checkIn, { id: issueId, roundId: without.id }, as(seat));
    await MovingTime.of(sut).to(without.startsAt);
    expect(await sut.refused(rounds.openRound, { id: issueId, roundId: without.id }, as('COMMUNITY'))).toBe('round.no-quorum');
    await hold(sut, without, ['OWNERS_BODY'], streetId);
    await say(sut, without, 'STREET', 'AGREE', streetId);
    await say(sut, without, 'OWNERS_BODY', 'DISAGREE', streetId);
    const { consents } = await sut.ok(costPlans.getPlan, { id: plan.id }, as('FIRM'));
    expect(consents.find(({ payer }) => payer === fund.code)).toMatchObject({ position: 'DISAGREE' });
    expect((await close(issueId, without.id)).outcome).toBe('NOT_AGREED');
  });

  test('a plan that none at the table pays: not agreed while everybody is against it, agreed once one of them wants it', async () => {
    const issueId = await toPlanning('1单元');
    const donor = { code: '捐助人', kind: 'DONOR' as const, name: '远征校友会' };
    const scenarios = [byAgreement({ 捐助人: '100%' })];
    const plan = await choose((await draft(issueId, '30,000.00', { scenarios, otherPayers: [donor] })).id);
    expect(plan.unconfirmed).toEqual([]);
    expect((await sut.ok(issues.getIssue, { id: issueId }, as('COMMUNITY'))).payers).toEqual([]);
    const against = Object.fromEntries(seatKinds.map((seat) => [seat, 'DISAGREE' as const]));
    const second = await roundOf(issueId, against);
    expect((await close(issueId, second.id)).outcome).toBe('NOT_AGREED');
    expect(await stateOf(issueId)).toBe('ROUND_CLOSED');
    await minute(sut, second, streetId);
    await sut.ok(issues.decideNext, { id: issueId, step: 'replan', reason: '请各方再看一次方案' }, as('COMMUNITY'));
    await choose((await draft(issueId, '30,000.00', { scenarios, otherPayers: [donor] })).id);
    const third = await roundOf(issueId, { ...against, COMMUNITY: 'AGREE' });
    expect((await close(issueId, third.id)).outcome).toBe('AGREED');
    expect(await stateOf(issueId)).toBe('AGREED');
  });

  test('a condition that stays open is no agreement', async () => {
    const issueId = await toPlanning('1单元');
    await choose((await draft(issueId, '186,400.00', { scenarios: [byAgreement({ 街道: '100%' })] })).id);
    const round = await roundOf(issueId, { STREET: 'AGREE_WITH_CONDITION' });
    expect((await close(issueId, round.id)).outcome).toBe('NOT_AGREED');
  });

  test('a condition that is met after the round agrees, without another round', async () => {
    const issueId = await toPlanning('1单元');
    const half = byAgreement({ 街道: '60%', 产权单位: '40%' });
    const plan = await choose((await draft(issueId, '186,400.00', { scenarios: [half] })).id);
    const round = await roundOf(issueId, { STREET: 'AGREE_WITH_CONDITION', RIGHTS_UNIT: 'AGREE_WITH_CONDITION' });
    expect((await close(issueId, round.id)).outcome).toBe('NOT_AGREED');
    const met = (seat: SeatKind) => sut.ok(costPlans.meetCondition, { id: plan.id, how: '已写入施工合同' }, as(seat));
    expect((await met('RIGHTS_UNIT')).unconfirmed).toEqual(['街道']);
    expect(await stateOf(issueId)).toBe('ROUND_CLOSED');
    expect((await met('STREET')).unconfirmed).toEqual([]);
    expect(await stateOf(issueId)).toBe('AGREED');
    expect(await sut.rows(`select state from deadlines where code = 'PUBLICITY_POST' and subject_id = $1`, [plan.id])).toEqual([
      { state: 'armed' },
    ]);
  });

  test('who steps back for an interest has said nothing of the plan either: it is not agreed until somebody else says it for the seat', async () => {
    const issueId = await toPlanning('1单元');
    const plan = await choose((await draft(issueId, '186,400.00', { scenarios: [byAgreement({ 街道: '60%', 产权单位: '40%' })] })).id);
    const round = await roundOf(issueId, { STREET: 'AGREE', RIGHTS_UNIT: 'AGREE' });
    const read = () => sut.ok(costPlans.getPlan, { id: plan.id }, as('FIRM'));
    expect((await read()).unconfirmed).toEqual([]);
    const interest = { interest: 'CONTRACTOR' as const, reason: '与施工单位同一股东' };
    await sut.ok(
      issues.stepBack,
      { id: issueId, seat: 'RIGHTS_UNIT', accountId: party.RIGHTS_UNIT.accountId, ...interest },
      as('RIGHTS_UNIT'),
    );
    const { unconfirmed, consents } = await read();
    expect([unconfirmed, consents.map(({ payer }) => payer)]).toEqual([['产权单位'], ['街道']]);
    expect((await toldOf(plan.id)).slice(-2)).toEqual(['consent-noted', 'consent-voided']);
    expect((await close(issueId, round.id)).outcome).toBe('NOT_AGREED');
    expect(await stateOf(issueId)).toBe('ROUND_CLOSED');
  });
});

/** An agreed plan paid by the street alone: nothing to vote on. */
async function agreedByStreet(total = '600.00', stairwell = '6单元', matters?: IssueMatter[]) {
  const issueId = await toPlanning(stairwell, matters);
  const plan = await choose((await draft(issueId, total, { scenarios: [byAgreement({ 街道: '100%' })] })).id);
  const round = await roundOf(issueId, { STREET: 'AGREE' });
  expect((await close(issueId, round.id)).outcome).toBe('AGREED');
  return { issueId, plan };
}
interface Of {
  id: string;
  objectionId: string;
}
const post = (issueId: string) =>
  sut.ok(publicity.postPublicity, { issueId, point: '1号楼门厅公告栏', photoIds: [photo] }, as('COMMUNITY'));

describe('gates', () => {
  test('each says what is missing and who has to do it; the pool’s approval opens the street’s', async () => {
    const { plan } = await agreedByStreet();
    const open = async () => (await sut.ok(costPlans.getGates, { id: plan.id }, as('FIRM'))).gates.filter(({ isMet }) => !isMet);
    expect(await open()).toMatchObject([{ code: 'POOL_APPROVAL', payer: '街道', doneBy: '街道提交民生项目池批准', amountFen: '60000' }]);
    const paper = { id: plan.id, payer: '街道', kind: 'POOL_APPROVAL' as const, document: '青街办〔2026〕8号' };
    expect(await sut.refused(costPlans.filePaper, { ...paper, paperId: randomUUID() }, as('RIGHTS_UNIT'))).toBe('plan.paper-unfit');
    expect(await sut.refused(costPlans.filePaper, { ...paper, paperId: randomUUID() }, as('STREET'))).toBe('plan.paper-incomplete');
    const short = { ...paper, amountFen: '59999', budgetSource: '街道年度预算' };
    expect(await sut.ok(costPlans.filePaper, { ...short, paperId: randomUUID() }, as('STREET'))).toMatchObject({ isInForce: false });
    expect(await open()).toHaveLength(1);
    const enough = { ...short, paperId: randomUUID(), amountFen: '60000' };
    expect(await sut.ok(costPlans.filePaper, enough, as('STREET'))).toMatchObject({ isInForce: true });
    expect(await sut.ok(costPlans.getGates, { id: plan.id }, as('FIRM'))).toMatchObject({ canBeSigned: true });
    expect((await sut.ok(costPlans.listPapers, { id: plan.id }, as('FIRM'))).papers).toHaveLength(2);
  });

  test('the pool’s approval is that of its project: document, source and what is left of its money are taken over, and nobody types them', async () => {
    const leader: Caller = { role: 'street_leader', accountId: idOf('account leader'), unitIds: [], scope: 'street', streetId };
    const id = randomUUID();
    const communityId = idOf('南岗里社区');
    const place = { communityId, estateId: yard, buildingId: null, point: '6 单元' };
    const project = { id, title: '屋面修缮', problem: '屋面老化渗漏', type: 'LIVEABLE' as const, place, origin: 'CLUSTER' as const };
    await sut.ok(projects.proposeProject, project, as('COMMUNITY'));
    const tasks = [
      { what: '修缮屋面', unitId: idOf('远征物业'), dueOn: beijingDate(new Date(MovingTime.of(sut).now.getTime() + 90 * DAY)) },
    ];
    await sut.ok(
      projects.taskProject,
      { id, tasks, budgetFen: '100000', support: { path: null, money: null, people: null } },
      as('COMMUNITY'),
    );
    await sut.ok(projects.submitProject, { id }, as('COMMUNITY'));
    const { plan } = await agreedByStreet();
    const paper = { id: plan.id, payer: '街道', kind: 'POOL_APPROVAL' as const, document: '随便写的文号', projectId: id };
    const refused = (part: object = {}) => sut.ask(costPlans.filePaper, { ...paper, paperId: randomUUID(), ...part }, as('STREET'));
    expect(await refused()).toMatchObject({ problem: { code: 'plan.project-unfit', detail: expect.stringContaining('已批复') } });
    const approval = { amountFen: '100000', budgetSource: '街道机动经费', document: '青云街道〔2026〕31 号' };
    await sut.ok(projects.approveProject, { id, ...approval }, leader);
    expect(await refused({ projectId: randomUUID() })).toMatchObject({ problem: { code: 'plan.project-unfit' } });
    expect(await sut.ok(costPlans.filePaper, { ...paper, paperId: randomUUID() }, as('STREET'))).toMatchObject({
      ...{ isInForce: true, projectId: id, document: approval.document, budgetSource: approval.budgetSource, amountFen: '60000' },
    });
    // Of ¥1,000 this plan holds ¥600: another one that needs as much finds ¥400.
    const other = await agreedByStreet();
    const short = { ...paper, id: other.plan.id, paperId: randomUUID() };
    expect(await sut.ask(costPlans.filePaper, short, as('STREET'))).toMatchObject({
      problem: { code: 'plan.project-unfit', detail: expect.stringContaining('还剩 ¥400.00') },
    });
    // Nobody takes the project away from a plan that counts on it.
    const withdraw = { id, reason: '改由市级资金' };
    expect(await sut.ask(projects.withdrawProject, withdraw, as('COMMUNITY'))).toMatchObject({
      problem: { code: 'project.spoken-for', detail: expect.stringContaining('先在议题中撤回凭据') },
    });
    const { papers } = await sut.ok(costPlans.listPapers, { id: plan.id }, as('STREET'));
    for (const { id: paperId } of papers)
      await sut.ok(costPlans.withdrawPaper, { id: plan.id, paperId, reason: '改由市级资金' }, as('STREET'));
    expect(await sut.ok(projects.withdrawProject, withdraw, as('COMMUNITY'))).toMatchObject({ state: 'WITHDRAWN' });
  });

  test('what is not kept with the issue proves nothing: no scan, no photo, no offer of it is taken', async () => {
    const { issueId, plan } = await agreedByStreet();
    const elsewhere = randomUUID();
    const paper = { id: plan.id, paperId: randomUUID(), payer: '街道', kind: 'POOL_APPROVAL' as const, document: '青街办〔2026〕8号' };
    const typed = { ...paper, amountFen: '60000', budgetSource: '街道年度预算', documentId: elsewhere };
    expect(await sut.refused(costPlans.filePaper, typed, as('STREET'))).toBe('issue.file-unknown');
    const posting = { issueId, point: '公告栏', photoIds: [photo, elsewhere] };
    expect(await sut.refused(publicity.postPublicity, posting, as('COMMUNITY'))).toBe('issue.file-unknown');
    const planning = await toPlanning('6单元');
    const quotes = twoQuotes.map((quote) => ({ ...quote, documentId: elsewhere }));
    expect(await sut.refused(costPlans.draftPlan, draftOf(planning, '600.00', { quotes }), as('FIRM'))).toBe('issue.file-unknown');
    expect(await stateOf(issueId)).toBe('AGREED');
  });

  test('owners’ fund waits for their vote, and is not announced before it', async () => {
    const issueId = await toPlanning('2单元');
    const plan = await choose((await draft(issueId, '12,345.67')).id);
    const round = await roundOf(issueId, { OWNERS_BODY: 'AGREE' });
    expect((await close(issueId, round.id)).outcome).toBe('AGREED');
    const { gates } = await sut.ok(costPlans.getGates, { id: plan.id }, as('STREET'));
    expect(gates.filter(({ isMet }) => !isMet).map(({ code }) => code)).toEqual(['VOTE_FUND']);
    expect(await sut.refused(publicity.postPublicity, { issueId, point: '公告栏', photoIds: [photo] }, as('COMMUNITY'))).toBe(
      'publicity.vote-first',
    );
  });
});

describe('papers', () => {
  test('one is taken back by who may file it, once: its gate is open again, and it stays in the list as what was there', async () => {
    const { plan } = await agreedByStreet();
    const paper = { id: plan.id, paperId: randomUUID(), payer: '街道', kind: 'POOL_APPROVAL' as const, document: '青街办〔2026〕8号' };
    await sut.ok(costPlans.filePaper, { ...paper, amountFen: '60000', budgetSource: '街道年度预算' }, as('STREET'));
    const canBeSigned = async () => (await sut.ok(costPlans.getGates, { id: plan.id }, as('FIRM'))).canBeSigned;
    expect(await canBeSigned()).toBe(true);
    const back = { id: plan.id, paperId: paper.paperId, reason: '批准文号写错了' };
    expect(await sut.refused(costPlans.withdrawPaper, back, as('FIRM'))).toBe('plan.paper-unfit');
    expect(await sut.refused(costPlans.withdrawPaper, back, there(stranger))).toBe('object.not-found');
    expect(await sut.refused(costPlans.withdrawPaper, { ...back, paperId: randomUUID() }, as('STREET'))).toBe('object.not-found');
    const taken = await sut.ok(costPlans.withdrawPaper, back, as('STREET'));
    expect(taken).toMatchObject({ id: paper.paperId, isInForce: false, withdrawnAt: expect.stringMatching(/Z$/) });
    expect(await sut.ok(costPlans.withdrawPaper, back, as('STREET'))).toEqual(taken);
    expect((await toldOf(plan.id)).filter((told) => told === 'paper-withdrawn')).toHaveLength(1);
    expect(await canBeSigned()).toBe(false);
    expect((await sut.ok(costPlans.listPapers, { id: plan.id }, as('FIRM'))).papers).toEqual([taken]);
  });
});

describe('statements', () => {
  test('the seat sees the whole and its own, the owner its home alone, the public masked shares', async () => {
    const issueId = await toPlanning('4单元');
    const pool = aScenario({ grants: [{ priority: 1, payer: '街道', kind: 'FIXED', amountFen: yuan('20,000.00') }] });
    const plan = await choose((await draft(issueId, '50,000.00', { scenarios: [pool, aScenario({ name: '业主全出' })] })).id);
    expect(plan.comparison!.scenarios[1]!.payers.find(({ payer }) => payer === '业主')).toMatchObject({ differenceFen: '2000000' });

    const mine = homes.find(({ stairwell }) => stairwell === '4单元')!;
    const labels = { [mine.homeId]: '4单元101' };
    const whole = await sut.ok(costPlans.makeStatement, { id: plan.id, of: 'PLAN', labels }, as('RIGHTS_UNIT'));
    expect(whole.lines.join('\n')).toContain('4单元101：¥30,000.00 × 61.13 ÷ 196.51 = ¥9,332.3');
    expect(whole.hash).toBe(plan.chosen!.hash);
    const street = await sut.ok(costPlans.makeStatement, { id: plan.id, of: 'PAYER', payer: '街道' }, as('STREET'));
    expect(street).toMatchObject({ amountFen: '2000000', totalFen: '5000000' });
    expect(await sut.refused(costPlans.makeStatement, { id: plan.id, of: 'HOME', homeId: randomUUID() }, as('STREET'))).toBe(
      'object.not-found',
    );

    const keys = (await sut.ok(costPlans.homeKeys, { id: plan.id }, as('COMMUNITY'))).homes;
    const { no, code } = keys.find(({ homeId }) => homeId === mine.homeId)!;
    const own = await sut.ok(costPlans.trackHomeShare, { streetId, no, code }, anyone);
    expect(own).toMatchObject({ of: 'HOME', amountFen: '933235', share: { shareFen: '933235', fundFen: '933235', directFen: '0' } });
    expect(own.steps.flatMap(({ entries }) => entries)).toHaveLength(1);
    expect(own.lines.join('\n')).not.toContain(`第${mine.ordinal + 1}户`);
    for (const wrong of [
      { no, code: 'AAAA-AAAA-AAAA' },
      { no: `${no}9`, code },
      { no: 'x', code },
    ])
      expect(await sut.refused(costPlans.trackHomeShare, { streetId, ...wrong }, anyone)).toBe('home-share.not-found');
    expect(await sut.refused(costPlans.bindHome, { no, code: keys[1]!.code }, resident)).toBe('home-share.not-found');
    expect((await sut.ok(costPlans.listOwnShares, {}, resident)).shares).toEqual([]);
    await sut.ok(costPlans.bindHome, { no, code }, resident);
    // The same home stands in another issue's plan as well.
    const bound = (await sut.ok(costPlans.listOwnShares, {}, resident)).shares;
    expect(bound.filter(({ planId }) => planId === plan.id).map(({ amountFen }) => amountFen)).toEqual(['933235']);
    expect(new Set(bound.map(({ homeLabel }) => homeLabel))).toEqual(new Set([own.homeLabel]));
    const logged = await sut.rows(`select 1 from events where payload::text like '%' || $1 || '%'`, [code]);
    expect(logged).toEqual([]);

    const home = { homeId: mine.homeId, homeLabel: own.homeLabel, isCurrent: true };
    expect((await sut.ok(homeBindings.listBoundHomes, {}, resident)).homes).toMatchObject([home]);
    const neighbour: Caller = { ...resident, accountId: idOf('account of a neighbour') };
    expect(await sut.refused(homeBindings.unbindHome, { homeId: mine.homeId }, neighbour)).toBe('object.not-found');
    expect(await sut.ok(homeBindings.unbindHome, { homeId: mine.homeId }, resident)).toEqual({ homes: [] });
    expect(await sut.refused(homeBindings.unbindHome, { homeId: mine.homeId }, resident)).toBe('object.not-found');
    expect((await sut.ok(costPlans.listOwnShares, {}, resident)).shares).toEqual([]);
    // What an account has let go of itself it may bind again.
    await sut.ok(costPlans.bindHome, { no, code }, resident);

    await sut.ok(costPlans.bindHome, { no, code }, neighbour);
    const boundBy = async () =>
      (await sut.ok(homeBindings.listHomeBindings, { id: plan.id }, as('COMMUNITY'))).bindings
        .filter(({ homeId }) => homeId === mine.homeId)
        .map(({ accountId }) => accountId);
    expect((await boundBy()).sort()).toEqual([resident.accountId!, neighbour.accountId!].sort());
    const off = { id: plan.id, homeId: mine.homeId, accountId: neighbour.accountId!, reason: '业主反映该账号不是本人' };
    expect(await sut.refused(homeBindings.endBinding, off, there(stranger))).toBe('object.not-found');
    expect(await sut.refused(homeBindings.endBinding, off, as('FIRM'))).toBe('seat.not-yours');
    expect(await sut.refused(homeBindings.listHomeBindings, { id: plan.id }, there(stranger))).toBe('object.not-found');
    expect(await sut.refused(homeBindings.endBinding, { ...off, reason: '电话 13800000000 的人冒绑' }, as('COMMUNITY'))).toBe(
      'issue.text-private',
    );
    expect(await sut.refused(homeBindings.endBinding, { ...off, accountId: 'nobody' }, as('COMMUNITY'))).toBe('object.not-found');
    await sut.ok(homeBindings.endBinding, off, as('COMMUNITY'));
    expect(await boundBy()).toEqual([resident.accountId]);
    expect((await sut.ok(costPlans.listOwnShares, {}, neighbour)).shares).toEqual([]);
    // The statement in the stranger's hands opens nothing any more, in no plan; on the board the home is known by the same mark.
    expect(await sut.refused(costPlans.trackHomeShare, { streetId, no, code }, anyone)).toBe('home-share.not-found');
    expect(await sut.refused(costPlans.bindHome, { no, code }, neighbour)).toBe('home-share.not-found');
    const codeNow = async () =>
      (await sut.ok(costPlans.homeKeys, { id: plan.id }, as('COMMUNITY'))).homes.find((one) => one.no === no)!.code;
    const renewed = await codeNow();
    expect(renewed).not.toBe(code);
    expect(renewed.slice(-3)).toBe(code.slice(-3));
    expect((await sut.ok(costPlans.trackHomeShare, { streetId, no, code: renewed }, anyone)).amountFen).toBe('933235');
    expect(await boundBy()).toEqual([resident.accountId]);
    // The account binds no more, until the community says that it was wrong; what is said again changes no code.
    expect(await sut.refused(costPlans.bindHome, { no, code: renewed }, neighbour)).toBe('home-share.barred');
    await sut.ok(homeBindings.endBinding, off, as('COMMUNITY'));
    await sut.ok(homeBindings.endBinding, { ...off, reason: '核实为共有人，准其再绑定', mayBindAgain: true }, as('COMMUNITY'));
    expect(await codeNow()).toBe(renewed);
    await sut.ok(costPlans.bindHome, { no, code: renewed }, neighbour);
    const ended = await sut.rows<{ by: string; actor: string; reason: string | null }>(
      `select payload->>'by' as by, actor->>'accountId' as actor, payload->>'reason' as reason from events
       where type = 'deliberation.home-binding.ended.v1' and payload->>'homeId' = $1 order by recorded_at`,
      [mine.homeId],
    );
    expect(ended).toEqual([
      { by: 'ACCOUNT', actor: resident.accountId, reason: null },
      { by: 'COMMUNITY', actor: party.COMMUNITY.accountId, reason: off.reason },
      { by: 'COMMUNITY', actor: party.COMMUNITY.accountId, reason: '核实为共有人，准其再绑定' },
    ]);
  });
});

describe('publicity and objection', () => {
  test('it hangs for everyone to read, ends by the clock and opens signing; nobody is named', async () => {
    const { issueId, plan } = await agreedByStreet();
    const posted = await post(issueId);
    expect(posted).toMatchObject({ no: 1, state: 'POSTED', point: '1号楼门厅公告栏', payers: [{ name: '青云街道', amountFen: '60000' }] });
    expect(await stateOf(issueId)).toBe('PUBLICITY');
    const read = await sut.ok(publicity.readPosted, { streetId, id: posted.id }, anyone);
    expect(read.homes).toHaveLength(6);
    expect(read).toMatchObject({ estateName: expect.stringMatching(/./), objections: 0, openObjections: 0 });
    expect(read.lines.join('\n')).toContain('书面提出');
    expect(JSON.stringify(read)).not.toMatch(/第\d+户|ordinal|homeId/);
    expect((await sut.ok(publicity.listPosted, { streetId }, anyone)).publicities.map(({ id }) => id)).toContain(posted.id);
    expect(await sut.refused(publicity.listPublicities, { issueId }, there(stranger))).toBe('object.not-found');
    await hoursPass(2);
    await eventually(async () => expect(await stateOf(issueId)).toBe('SIGNING'));
    expect(await toldOf(posted.id)).toEqual(['posted', 'posted-told', 'ended']);
    expect(await sut.rows(`select state from deadlines where code = 'PUBLICITY_POST' and subject_id = $1`, [plan.id])).toEqual([
      { state: 'stopped' },
    ]);
    // Too late: what is over is over.
    const [key] = (await sut.ok(costPlans.homeKeys, { id: plan.id }, as('COMMUNITY'))).homes;
    const late = { streetId, no: key!.no, code: key!.code, objectionId: randomUUID(), reason: '没有看到报价单' };
    expect(await sut.refused(publicity.objectAsOwner, late, anyone)).toBe('publicity.over');
  });

  test('an open objection keeps signing shut past the end; answered, it opens; an answer that is late is told upwards', async () => {
    const { issueId, plan } = await agreedByStreet();
    const posted = await post(issueId);
    const objectionId = randomUUID();
    const said = { id: posted.id, objectionId, reason: '施工时间与我方检修冲突' };
    const raised = await sut.ok(publicity.recordObjection, said, as('FIRM'));
    expect(raised).toMatchObject({ by: 'SEAT', seat: 'FIRM', state: 'OPEN' });
    expect(await sut.ok(publicity.recordObjection, said, as('FIRM'))).toEqual(raised);
    expect(await sut.refused(publicity.recordObjection, { ...said, objectionId: randomUUID() }, as('FIRM'))).toBe('objection.open-already');
    expect(await sut.refused(publicity.recordObjection, { ...said, objectionId: randomUUID() }, there(stranger))).toBe('object.not-found');
    expect(await stateOf(issueId)).toBe('OBJECTION');
    await hoursPass(2);
    await eventually(async () => expect(await toldOf(posted.id)).toContain('held-open'));
    expect(await stateOf(issueId)).toBe('OBJECTION');
    await hoursPass(1);
    await eventually(async () => expect(await toldOf(objectionId)).toEqual(['raised', 'clock-fired']));
    const answer = { id: posted.id, objectionId, answer: '已与施工方协调，错开检修时段' };
    expect(await sut.refused(publicity.answerObjection, answer, as('FIRM'))).toBe('seat.not-yours');
    expect(await sut.ok(publicity.answerObjection, answer, as('COMMUNITY'))).toMatchObject({ state: 'ANSWERED', isOverdue: true });
    expect(await stateOf(issueId)).toBe('SIGNING');
    expect(await sut.refused(publicity.answerObjection, answer, as('COMMUNITY'))).toBe('publicity.illegal-step');
    expect(plan.no).toBe(1);
  });

  test('who objected takes it back, for an owner the community with the paper, and nobody else; with the last one gone signing opens', async () => {
    const { issueId } = await agreedByStreet();
    const posted = await post(issueId);
    const [byFirm, byOwner] = [randomUUID(), randomUUID()].map((objectionId) => ({ id: posted.id, objectionId })) as [Of, Of];
    await sut.ok(publicity.recordObjection, { ...byFirm, reason: '施工时间与我方检修冲突' }, as('FIRM'));
    const home = homes.find(({ stairwell }) => stairwell === '6单元')!;
    const onPaper = { reason: '希望先修屋面', homeId: home.homeId, documentId: photo };
    await sut.ok(publicity.recordObjection, { ...byOwner, ...onPaper }, as('COMMUNITY'));
    for (const seat of ['RIGHTS_UNIT', 'COMMUNITY'] as const)
      expect(await sut.refused(publicity.withdrawObjection, byFirm, as(seat))).toBe('seat.not-yours');
    expect(await sut.refused(publicity.withdrawObjection, byFirm, there(stranger))).toBe('object.not-found');
    expect(await sut.refused(publicity.withdrawObjection, { ...byFirm, objectionId: randomUUID() }, as('FIRM'))).toBe('object.not-found');
    const keyed = { ...as('FIRM'), idempotencyKey: `withdraw ${byFirm.objectionId}` };
    const withdrawn = await sut.ok(publicity.withdrawObjection, byFirm, keyed);
    expect(withdrawn).toMatchObject({ state: 'WITHDRAWN', seat: 'FIRM', answer: null });
    expect(await sut.ok(publicity.withdrawObjection, byFirm, keyed)).toEqual(withdrawn);
    expect(await sut.refused(publicity.withdrawObjection, byFirm, as('FIRM'))).toBe('objection.illegal-step');
    // The owner's is open still.
    expect(await stateOf(issueId)).toBe('OBJECTION');
    expect(await sut.refused(publicity.withdrawObjection, { ...byOwner, documentId: photo }, as('FIRM'))).toBe('seat.not-yours');
    expect(await sut.refused(publicity.withdrawObjection, byOwner, as('COMMUNITY'))).toBe('objection.paper-needed');
    const takenBack = proof;
    expect(await sut.ok(publicity.withdrawObjection, { ...byOwner, documentId: takenBack }, as('COMMUNITY'))).toMatchObject({
      ...{ state: 'WITHDRAWN', by: 'OWNER', documentId: takenBack },
    });
    await hoursPass(2);
    await eventually(async () => expect(await stateOf(issueId)).toBe('SIGNING'));
    for (const { objectionId } of [byFirm, byOwner]) {
      expect((await toldOf(objectionId)).filter((told) => told !== 'clock-fired')).toEqual(['raised', 'withdrawn']);
      expect(await sut.rows(`select 1 from deadlines where subject_id = $1 and state = 'armed'`, [objectionId])).toEqual([]);
    }
  });

  test('a fifth of the affected owners call an assembly; signing waits for it', async () => {
    const { issueId, plan } = await agreedByStreet();
    const posted = await post(issueId);
    const keys = (await sut.ok(costPlans.homeKeys, { id: plan.id }, as('COMMUNITY'))).homes;
    const object = (i: number, reason = '希望先修屋面') => {
      const objectionId = randomUUID();
      const { no, code } = keys[i]!;
      return sut.ok(publicity.objectAsOwner, { streetId, no, code, objectionId, reason }, anyone);
    };
    const first = await object(0);
    const keep = { id: posted.id, outcome: 'KEEP' as const, document: '临时大会决议', documentId: photo };
    expect(await sut.refused(publicity.recordAssembly, keep, as('OWNERS_BODY'))).toBe('publicity.no-assembly');
    const { no, code } = keys[1]!;
    const withNumber = { streetId, no, code, objectionId: randomUUID(), reason: '请回电 13812345678' };
    expect(await sut.refused(publicity.objectAsOwner, withNumber, anyone)).toBe('issue.text-private');
    const second = await object(1);
    expect(await toldOf(posted.id)).toContain('assembly-needed');
    // Everybody reads how many object, and nothing of what they say.
    const board = await sut.ok(publicity.readPosted, { streetId, id: posted.id }, anyone);
    expect(board).toMatchObject({ objections: 2, openObjections: 2 });
    expect(JSON.stringify(board)).not.toContain('希望先修屋面');
    for (const { objectionId } of [first, second])
      await sut.ok(publicity.answerObjection, { id: posted.id, objectionId, answer: '屋面已列入明年计划' }, as('COMMUNITY'));
    const own = await sut.ok(costPlans.trackHomeShare, { streetId, no, code }, anyone);
    expect(own.objections).toMatchObject([{ reason: '希望先修屋面', answer: '屋面已列入明年计划' }]);
    await hoursPass(2);
    await eventually(async () => expect(await toldOf(posted.id)).toContain('held-open'));
    expect(await stateOf(issueId)).toBe('OBJECTION');
    // That the owners keep the plan is theirs to say, by a vote that was called for it, and that passed.
    const clock = () => sut.rows(`select state from deadlines where code = 'ASSEMBLY_CALL' and subject_id = $1`, [posted.id]);
    expect(await clock()).toEqual([{ state: 'armed' }]);
    expect(await sut.refused(publicity.recordAssembly, keep, as('COMMUNITY'))).toBe('seat.not-yours');
    expect(await sut.refused(publicity.recordAssembly, keep, as('OWNERS_BODY'))).toBe('publicity.assembly-vote');
    const refused = await officialVote({ stairwell: '6单元', matter: 'OTHER_MAJOR', isPassed: false });
    expect(await sut.refused(publicity.recordAssembly, { ...keep, voteId: refused }, as('OWNERS_BODY'))).toBe('publicity.assembly-vote');
    const passed = await officialVote({ stairwell: '6单元', matter: 'OTHER_MAJOR', isPassed: true });
    const forged = { ...keep, voteId: passed, documentId: randomUUID() };
    expect(await sut.refused(publicity.recordAssembly, forged, as('OWNERS_BODY'))).toBe('issue.file-unknown');
    // They were called in time: once the vote is announced nobody is told that they are not.
    const fired = await sut.rows<{ payload: { code: string; tell: string[] } }>(
      `select payload from events where aggregate_id = $1 and type like '%clock-fired.v1' order by version`,
      [posted.id],
    );
    expect(fired.map(({ payload: { code, tell } }) => [code, tell])).toEqual([
      ['ASSEMBLY_CALL', []],
      ['ASSEMBLY_CALL', []],
    ]);
    await sut.ok(publicity.recordAssembly, { ...keep, voteId: passed }, as('OWNERS_BODY'));
    expect(await stateOf(issueId)).toBe('SIGNING');
    const [file] = (await sut.ok(publicity.listPublicities, { issueId }, there(inspector))).publicities;
    expect(file).toMatchObject({ affectedOwners: 6, objectingOwners: 2, assembly: { outcome: 'KEEP', voteId: passed } });
  });

  test.each([
    ['nobody pays more: the period goes on', '500.00', false],
    ['somebody pays more: it begins anew', '700.00', true],
  ])('a changed plan, %s', async (_, total, isRestart) => {
    const { issueId } = await agreedByStreet();
    const first = await post(issueId);
    const objectionId = randomUUID();
    await sut.ok(publicity.recordObjection, { id: first.id, objectionId, reason: '清单里少算了一项' }, as('OWNERS_BODY'));
    expect(await sut.refused(publicity.amendPlan, { id: first.id, reason: '采纳意见，重新核算' }, as('COMMUNITY'))).toBe(
      'publicity.objections-open',
    );
    const amended = await sut.ok(
      publicity.amendPlan,
      { id: first.id, reason: '采纳意见，重新核算', objectionIds: [objectionId] },
      as('COMMUNITY'),
    );
    expect(amended.state).toBe('AMENDED');
    expect(await stateOf(issueId)).toBe('PLANNING');
    const again = await choose((await draft(issueId, total, { scenarios: [byAgreement({ 街道: '100%' })] })).id);
    expect(again).toMatchObject({ no: 2, unconfirmed: ['街道'], consents: [] });
    const round = await roundOf(issueId, { STREET: 'AGREE' });
    await close(issueId, round.id);
    const second = await post(issueId);
    expect(second.no).toBe(2);
    const [told] = await sut.rows<{ payload: { isRestart: boolean } }>(
      `select payload from events where aggregate_id = $1 and type = 'deliberation.publicity.posted.v1'`,
      [second.id],
    );
    expect(told!.payload.isRestart).toBe(isRestart);
    // This street's table has two hours for the period and three for an answer: that is what hangs.
    expect(second.lines.join('\n')).toContain(isRestart ? '公示 2 小时，自张贴时起算' : '接续计算');
    expect(second.lines.join('\n')).toContain('异议在 3 小时内答复');
  });

  test('a period that goes on counts only days on which it hung: ten working days, one hung, two weeks without — nine are left', async () => {
    const { issueId } = await agreedByStreet();
    await sut.rows(
      `update issues set seats = replace(seats::text, 'OWNERS_COMMITTEE', 'PROPERTY_MGMT_COMMITTEE')::jsonb where id = $1 returning id`,
      [issueId],
    );
    const first = await post(issueId);
    await hoursPass(24);
    const objectionId = randomUUID();
    await sut.ok(publicity.recordObjection, { id: first.id, objectionId, reason: '清单里少算了一项' }, as('OWNERS_BODY'));
    await sut.ok(publicity.amendPlan, { id: first.id, reason: '采纳意见，重新核算', objectionIds: [objectionId] }, as('COMMUNITY'));
    const downOn = beijingDate(MovingTime.of(sut).now);
    await choose((await draft(issueId, '500.00', { scenarios: [byAgreement({ 街道: '100%' })] })).id);
    await hoursPass(15 * 24);
    const round = await roundOf(issueId, { STREET: 'AGREE' });
    await close(issueId, round.id);
    const second = await post(issueId);
    expect(second.lines.join('\n')).toContain('接续计算');
    const calendar = new WorkCalendar([calendar2026]);
    const lastOf = ({ endsAt }: { endsAt: string }) => beijingDate(new Date(new Date(endsAt).getTime() - 1));
    const leftWhenDown = calendar.countWorkingDays(downOn, lastOf(first)).days;
    expect(leftWhenDown).toBeGreaterThanOrEqual(9);
    expect(calendar.countWorkingDays(beijingDate(MovingTime.of(sut).now), lastOf(second)).days).toBe(leftWhenDown);
  });
});

test('the default table has every clock of plans and publicity', () => {
  const codes = defaultTimeLimits.map(({ code }) => code);
  for (const code of ['PUBLICITY_POST', 'PUBLICITY_7D', 'PUBLICITY_10WD', 'OBJECTION_ANSWER']) expect(codes).toContain(code);
});

test('replay: the log alone gives the state of every plan, publicity and objection', async () => {
  const after: Record<string, string> = {
    ...{ 'cost-plan.drafted': 'DRAFT', 'cost-plan.chosen': 'CHOSEN', 'cost-plan.superseded': 'SUPERSEDED', 'cost-plan.restored': 'CHOSEN' },
    ...{ 'publicity.posted': 'POSTED', 'publicity.ended': 'ENDED', 'publicity.amended': 'AMENDED', 'publicity.taken-down': 'AMENDED' },
    ...{ 'objection.raised': 'OPEN', 'objection.answered': 'ANSWERED', 'objection.upheld': 'UPHELD', 'objection.withdrawn': 'WITHDRAWN' },
  };
  const events = await sut.rows<{ aggregate_id: string; type: string }>(
    `select aggregate_id, type from events where aggregate in ('cost-plan', 'publicity', 'objection') order by aggregate_id, version`,
  );
  const replayed = new Map<string, string>();
  for (const { aggregate_id, type } of events) {
    const state = after[type.replace('deliberation.', '').replace('.v1', '')];
    if (state) replayed.set(aggregate_id, state);
  }
  const stored = await sut.rows<{ id: string; state: string }>(
    'select id, state from plans union all select id, state from publicities union all select id, state from objections',
  );
  expect(stored.length).toBeGreaterThan(30);
  expect(new Map(stored.map(({ id, state }) => [id, state]))).toEqual(replayed);
});

describe('a published plan is signed', () => {
  const approved = (plan: CostPlanView) => {
    const paper = { id: plan.id, paperId: randomUUID(), payer: '街道', kind: 'POOL_APPROVAL' as const, document: '青街办〔2026〕8号' };
    return sut.ok(costPlans.filePaper, { ...paper, amountFen: '60000', budgetSource: '街道年度预算' }, as('STREET'));
  };
  const drawOf = (issueId: string) => ({ id: randomUUID(), issueId, text: ['按公示方案修缮。'], commitments: [], attachments: [] });

  test('not while an objection is open, though its period is over; answered, it is', async () => {
    const { issueId, plan } = await agreedByStreet();
    await approved(plan);
    const posted = await post(issueId);
    const objectionId = randomUUID();
    await sut.ok(publicity.recordObjection, { id: posted.id, objectionId, reason: '施工时间与我方检修冲突' }, as('FIRM'));
    await hoursPass(2);
    await eventually(async () => expect(await toldOf(posted.id)).toContain('held-open'));
    expect(await sut.refused(resolutions.drawResolution, drawOf(issueId), as('COMMUNITY'))).toBe('issue.illegal-step');
    await sut.ok(publicity.answerObjection, { id: posted.id, objectionId, answer: '已协调错开检修时段' }, as('COMMUNITY'));
    expect(await sut.ok(resolutions.drawResolution, drawOf(issueId), as('COMMUNITY'))).toMatchObject({ state: 'DRAWN' });
    expect(await toldOf(issueId)).toContain('resolution-laid');
    // One at a time: the one that lies there has to be taken back first.
    expect(await sut.refused(resolutions.drawResolution, drawOf(issueId), as('COMMUNITY'))).toBe('issue.illegal-step');
  });

  test('its representative binds the unit for its share up to the limit of the mandate, and for no fen more', async () => {
    const { issueId, plan } = await agreedByStreet();
    await approved(plan);
    await post(issueId);
    await hoursPass(2);
    await eventually(async () => expect(await stateOf(issueId)).toBe('SIGNING'));
    const { id, hash: documentHash } = await sut.ok(resolutions.drawResolution, drawOf(issueId), as('COMMUNITY'));
    const bound = (amountLimitFen: string) =>
      sut.ok(
        issues.replaceMandate,
        {
          ...{ id: issueId, seat: 'STREET', as: 'REPRESENTATIVE', accountId: party.STREET.accountId, document: '授权书' },
          ...{ amountLimitFen, aboveLimit: '街道办主任' },
        },
        as('STREET'),
      );
    await bound('59999');
    expect(await sut.refused(resolutions.signResolution, { id, seat: 'STREET', documentHash }, as('STREET'))).toBe(
      'resolution.limit-exceeded',
    );
    await bound('60000');
    expect(await sut.ok(resolutions.signResolution, { id, seat: 'STREET', documentHash }, as('STREET'))).toMatchObject({
      missing: ['COMMUNITY'],
    });
  });

  test('before anything is drawn the chair takes the plan back: back to planning, with a new version and new rounds', async () => {
    const { issueId, plan } = await agreedByStreet();
    await post(issueId);
    const back = { id: issueId, step: 'amend' as const, reason: '施工单位报价有误' };
    expect(await sut.refused(issues.decideNext, back, as('COMMUNITY'))).toBe('publicity.hangs');
    await hoursPass(2);
    await eventually(async () => expect(await stateOf(issueId)).toBe('SIGNING'));
    expect(await sut.refused(issues.decideNext, back, as('FIRM'))).toBe('seat.not-yours');
    expect(await sut.ok(issues.decideNext, back, as('COMMUNITY'))).toMatchObject({ state: 'PLANNING', roundNo: 1, leadSeat: 'FIRM' });
    await approved(plan);
    expect(await sut.refused(resolutions.drawResolution, drawOf(issueId), as('COMMUNITY'))).toBe('issue.illegal-step');
    const again = await choose((await draft(issueId, '700.00', { scenarios: [byAgreement({ 街道: '100%' })] })).id);
    expect(again).toMatchObject({ no: plan.no + 1, unconfirmed: ['街道'] });
  });

  test('once it has hung somebody watches that the resolution is drawn, and drawn anew after one is taken back', async () => {
    const { issueId, plan } = await agreedByStreet();
    await post(issueId);
    await hoursPass(2);
    await eventually(async () => expect(await stateOf(issueId)).toBe('SIGNING'));
    await approved(plan);
    const clocks = async () =>
      (
        await sut.rows<{ state: string }>(
          `select state from deadlines where code = 'RESOLUTION_DRAW' and subject_id = $1 order by started_at, id`,
          [issueId],
        )
      ).map(({ state }) => state);
    expect(await clocks()).toEqual(['armed']);
    const drawn = await sut.ok(resolutions.drawResolution, drawOf(issueId), as('COMMUNITY'));
    expect(await clocks()).toEqual(['stopped']);
    await sut.ok(resolutions.voidResolution, { id: drawn.id, reason: '附件写错了名称', keepsPlan: true }, as('COMMUNITY'));
    expect(await clocks()).toEqual(['stopped', 'armed']);
    await hoursPass(30 * 24);
    await eventually(async () =>
      expect(
        await sut.rows(
          `select payload->'tell' as tell, payload->'unitIds' as units from events where aggregate_id = $1 and payload->>'code' = 'RESOLUTION_DRAW' and payload->>'kind' = 'breach'`,
          [issueId],
        ),
      ).toEqual([{ tell: ['S', 'V'], units: as('COMMUNITY').unitIds }]),
    );
  });

  test('an issue withdrawn while its plan hangs: it comes down, whoever objected is told why, and no clock goes on', async () => {
    const { issueId } = await agreedByStreet();
    const posted = await post(issueId);
    const objectionId = randomUUID();
    await sut.ok(publicity.recordObjection, { id: posted.id, objectionId, reason: '施工时间与我方检修冲突' }, as('FIRM'));
    await sut.ok(issues.withdrawIssue, { id: issueId, reason: '开发单位愿意承担全部费用' }, as('COMMUNITY'));
    const [file] = (await sut.ok(publicity.listPublicities, { issueId }, as('FIRM'))).publicities;
    expect(file).toMatchObject({ state: 'AMENDED', objections: [{ state: 'ANSWERED', answer: '方案不再提出：开发单位愿意承担全部费用' }] });
    const clocks = await sut.rows(`select code from deadlines where subject_id = any($1) and state = 'armed'`, [
      [posted.id, objectionId, issueId],
    ]);
    expect(clocks).toEqual([]);
    expect(await toldOf(posted.id)).toEqual(['posted', 'posted-told', 'objected', 'objection-settled', 'taken-down']);
  });

  test('by five parties, each with its own account, once publicity is over and no gate is open; its bundle holds, and a fen more is named', async () => {
    const { issueId, plan } = await agreedByStreet();
    const promise = (seat: SeatKind) => ({ seat, text: '配合施工', dueOn: '2030-12-20', evidence: '现场记录' });
    const ask = () => ({
      ...{ id: randomUUID(), issueId, text: ['按公示方案修缮。'], attachments: [] },
      commitments: (['RIGHTS_UNIT', 'FIRM', 'OWNERS_BODY'] as const).map(promise),
    });
    await post(issueId);
    expect(await sut.refused(resolutions.drawResolution, ask(), as('COMMUNITY'))).toBe('resolution.gates-open');
    const paper = { id: plan.id, paperId: randomUUID(), payer: '街道', kind: 'POOL_APPROVAL' as const, document: '青街办〔2026〕8号' };
    await sut.ok(costPlans.filePaper, { ...paper, amountFen: '60000', budgetSource: '街道年度预算' }, as('STREET'));
    expect(await sut.refused(resolutions.drawResolution, ask(), as('COMMUNITY'))).toBe('issue.illegal-step');
    await hoursPass(2);
    await eventually(async () => expect(await stateOf(issueId)).toBe('SIGNING'));

    const resolution = await sut.ok(resolutions.drawResolution, ask(), as('COMMUNITY'));
    expect(resolution.body.plan).toMatchObject({ id: plan.id, totalFen: '60000' });
    expect([...resolution.missing].sort()).toEqual([...seatKinds].sort());
    expect(await sut.refused(resolutions.getResolution, { id: resolution.id }, there(stranger))).toBe('object.not-found');
    const { id, hash: documentHash } = resolution;
    for (const seat of seatKinds) await sut.ok(resolutions.signResolution, { id, seat, documentHash }, as(seat));
    expect(await stateOf(issueId)).toBe('EXECUTING');
    const back = { id: plan.id, paperId: paper.paperId, reason: '批准文号写错了' };
    expect(await sut.refused(costPlans.withdrawPaper, back, as('STREET'))).toBe('plan.paper-bound');

    const bundle = await sut.ok(resolutions.exportBundle, { id }, as('OWNERS_BODY'));
    expect(JSON.parse(bundle.plan!.bytes)).toMatchObject({ frozenHash: plan.chosen!.hash });
    expect(verifyBundle(bundle)).toMatchObject({ holds: true, missing: [], broken: null });
    const forged = { ...bundle, plan: { ...bundle.plan!, bytes: bundle.plan!.bytes.replace('"60000"', '"60001"') } };
    expect(verifyBundle(forged)).toMatchObject({ holds: false, broken: { place: '方案' } });
  });
});

/** The city's system has the owners of a stairwell vote; all take part, and either all agree or nobody. */
async function officialVote({
  issueId,
  stairwell,
  matter,
  isPassed,
}: {
  issueId?: string;
  stairwell: string;
  matter: VoteMatter;
  isPassed: boolean;
}): Promise<string> {
  const [id, time] = [randomUUID(), MovingTime.of(sut)];
  const areas = homes.filter((home) => home.stairwell === stairwell).map(({ areaHundredths }) => areaHundredths);
  const [all, none] = [
    { area: areas.reduce((a, b) => a + b, 0), heads: areas.length },
    { area: 0, heads: 0 },
  ];
  const members = [1, 2, 3].map((n) => ({
    ...anyone,
    role: 'counting_group' as const,
    accountId: idOf(`counting ${n}`),
    scope: 'own' as const,
  }));
  await sut.ok(
    ownersVotes.announceVote,
    {
      ...{
        id,
        ...(issueId !== undefined && { issueId }),
        estateId: yard,
        buildingId: building1,
        stairwell,
        kind: 'OFFICIAL',
        title: '单元修缮',
        how: '市业主决策平台',
      },
      questions: [{ code: '1', title: '单元修缮', matter, options: [{ code: 'AGREE', title: '同意' }] }],
      ...{ opensAt: time.in(16 * DAY), closesAt: time.in(26 * DAY), groupAccountIds: members.map(({ accountId }) => accountId) },
    },
    as('OWNERS_BODY'),
  );
  for (const member of members) await sut.ok(ownersVotes.declareMember, { id, hasInterest: false }, member);
  const inState = (state: string) =>
    eventually(async () => expect((await sut.ok(ownersVotes.getVote, { id }, as('OWNERS_BODY'))).state).toBe(state));
  await hoursPass(16 * 24);
  await inState('OPEN');
  await hoursPass(10 * 24);
  await inState('CLOSED');
  const agreeing = [{ option: 'AGREE', weight: isPassed ? all : none }];
  const sums = [{ question: '1', all, takingPart: all, agreeing, abstaining: none }];
  await sut.ok(ownersVotes.addScan, { id, fileName: 'p.pdf', file: Buffer.from('%PDF-1.4 公布').toString('base64') }, members[0]!);
  await sut.ok(ownersVotes.importOfficial, { id, source: '市业主决策平台公布', sums }, as('OWNERS_BODY'));
  return id;
}

describe('what the owners have decided opens what they were asked about, and no more', () => {
  const open = async ({ id }: CostPlanView) =>
    (await sut.ok(costPlans.getGates, { id }, as('FIRM'))).gates.filter(({ isMet }) => !isMet).map(({ code }) => code);
  const posting = (issueId: string) => ({ issueId, point: '公告栏', photoIds: [photo] });

  async function voted(issueId: string, stairwell: string, matter: VoteMatter, isPassed: boolean): Promise<string> {
    const id = await officialVote({ issueId, stairwell, matter, isPassed });
    expect(await stateOf(issueId)).toBe(isPassed ? 'VOTED_PASS' : 'VOTED_FAIL');
    return id;
  }
  /** A version that the owners alone pay, from their fund, and to which their body has said yes. */
  async function agreedByOwners(issueId: string, total: string, part: Partial<Draft> = {}): Promise<CostPlanView> {
    const plan = await choose((await draft(issueId, total, part)).id);
    if (plan.unconfirmed.length > 0) {
      const round = await roundOf(issueId, { OWNERS_BODY: 'AGREE' });
      expect((await close(issueId, round.id)).outcome).toBe('AGREED');
    }
    expect(Object.keys(await storedOf(plan, '2单元'))).toContain('业主');
    return plan;
  }
  const amend = (issueId: string) => sut.ok(issues.decideNext, { id: issueId, step: 'amend', reason: '施工单位报价有误' }, as('COMMUNITY'));

  test('a vote on the fund carries the amount it was announced for: not three times as much, and nothing after a later vote that fails', async () => {
    const issueId = await toPlanning('2单元', ['SHARED_WORKS', 'FUND_USE']);
    expect(await open(await agreedByOwners(issueId, '100,000.00'))).toEqual(['VOTE_FUND']);
    await voted(issueId, '2单元', 'FUND_USE', true);
    await amend(issueId);
    const less = await agreedByOwners(issueId, '99,999.99');
    expect(await open(less)).toEqual([]);
    await amend(issueId);
    const dearer = await agreedByOwners(issueId, '300,000.00');
    expect(await open(dearer)).toEqual(['VOTE_FUND']);
    expect(await sut.refused(publicity.postPublicity, posting(issueId), as('COMMUNITY'))).toBe('publicity.vote-first');
    await voted(issueId, '2单元', 'FUND_USE', false);
    await amend(issueId);
    // The owners have last said no: what they said yes to before is not in force any more, whatever it was for.
    expect(await open(await agreedByOwners(issueId, '100,000.00'))).toEqual(['VOTE_FUND']);
    await voted(issueId, '2单元', 'FUND_USE', true);
    expect((await sut.ok(publicity.postPublicity, posting(issueId), as('COMMUNITY'))).state).toBe('POSTED');
  });

  test('a vote on the fund carries what each home was to pay: the same sum shared otherwise waits for another vote', async () => {
    const issueId = await toPlanning('2单元', ['SHARED_WORKS', 'FUND_USE']);
    await agreedByOwners(issueId, '100,000.00');
    await voted(issueId, '2单元', 'FUND_USE', true);
    await amend(issueId);
    const equal = { scenarios: [aScenario({ homesRule: 'EQUAL', homesAgreement: '部分业主约定' })] };
    expect(await open(await agreedByOwners(issueId, '100,000.00', equal))).toEqual(['VOTE_FUND']);
    expect(await sut.refused(publicity.postPublicity, posting(issueId), as('COMMUNITY'))).toBe('publicity.vote-first');
  });

  test('an emergency use opens the fund up to what it was estimated at', async () => {
    const issueId = await toPlanning('2单元', ['EMERGENCY_REPAIR']);
    await agreedByOwners(issueId, '8,000.00');
    const id = randomUUID();
    const evidence = await keptEvidence(sut, issueId, as('FIRM'));
    const filed = { id, issueId, case: 'DRAIN_BURST' as const, custodian: 'CITY_FUND_CENTRE' as const, estimateFen: '800000', evidence };
    await sut.ok(emergencyUses.fileUse, filed, as('FIRM'));
    await sut.ok(emergencyUses.postNotice, { id, where: '各单元门口' }, as('FIRM'));
    for (const seat of ['STREET', 'OWNERS_BODY'] as const) await sut.ok(emergencyUses.confirmUse, { id }, as(seat));
    const { planId } = await sut.ok(issues.getIssue, { id: issueId }, as('COMMUNITY'));
    expect(await open({ id: planId! } as CostPlanView)).toEqual([]);
    // What is used goes by the plan that was agreed on, and the version it was used for stays open; the same money opens no later one.
    const used = { id, usedFen: '800000', contractor: '排水抢修公司', where: '各单元门口' };
    const { title } = await sut.ok(costPlans.getPlan, { id: planId! }, as('COMMUNITY'));
    expect((await sut.ok(emergencyUses.postUse, used, as('FIRM'))).sharedBy).toContain(title);
    expect(await open({ id: planId! } as CostPlanView)).toEqual([]);
    await amend(issueId);
    expect(await open(await agreedByOwners(issueId, '8,000.00'))).toEqual(['VOTE_FUND']);
    await amend(issueId);
    expect(await open(await agreedByOwners(issueId, '300,000.00'))).toEqual(['VOTE_FUND']);
  });

  test('a line of the plan that rebuilds is theirs to decide, whatever the issue was screened as: they are asked, it passes, and the plan is to be posted', async () => {
    const issueId = await toPlanning('6单元');
    const items = [{ name: '加装电梯', amountFen: yuan('600.00'), work: 'REBUILD' as const, duty: null }];
    const plan = await choose((await draft(issueId, '600.00', { items, scenarios: [byAgreement({ 街道: '100%' })] })).id);
    const round = await roundOf(issueId, { STREET: 'AGREE' });
    expect((await close(issueId, round.id)).outcome).toBe('AGREED');
    expect(await open(plan)).toContain('VOTE_REBUILD');
    const waitsFor = async (seat: SeatKind) =>
      (await sut.ok(tables.listTables, {}, as(seat))).tables
        .flatMap(({ awaiting }) => awaiting)
        .filter((one) => one.issueId === issueId && one.what !== 'MINUTES')
        .map(({ what }) => what);
    expect([await waitsFor('OWNERS_BODY'), await waitsFor('COMMUNITY')]).toEqual([['VOTE'], []]);
    const clocks = () => sut.rows(`select state from deadlines where code = 'PUBLICITY_POST' and subject_id = $1`, [plan.id]);
    expect(await clocks()).toEqual([]);
    await voted(issueId, '6单元', 'REBUILD', true);
    expect(await clocks()).toEqual([{ state: 'armed' }]);
    // Three days, and on to the next working day.
    const [left] = await sut.rows<{ hours: number }>(
      `select ceil(extract(epoch from due_at - app_now()) / 3600)::int as hours from deadlines where code = 'PUBLICITY_POST' and subject_id = $1`,
      [plan.id],
    );
    await hoursPass(left!.hours);
    await eventually(async () =>
      expect(
        await sut.rows(`select 1 from events where aggregate_id = $1 and type = $2 and payload->>'kind' = 'breach'`, [
          plan.id,
          costPlanEvents.planClockFired.type,
        ]),
      ).toHaveLength(1),
    );
    expect((await sut.ok(publicity.postPublicity, posting(issueId), as('COMMUNITY'))).state).toBe('POSTED');
  });

  test('a newly elected committee takes the owners’ seat over: it is there, calls their vote, takes the plan over; who sat there before reads and decides nothing', async () => {
    const elected: Caller = {
      ...{ role: 'owners_body_rep' as const, accountId: idOf('account elected'), unitIds: [idOf('云台路物管会')] },
      ...{ scope: 'concerned' as const, streetId },
    };
    const issueId = await toPlanning('2单元', ['SHARED_WORKS', 'FUND_USE']);
    const plan = await agreedByOwners(issueId, '100,000.00');
    const owners = ['业主'];
    await grant(sut, elected.accountId!, 'owners_body_rep', '云台路物管会', streetId);
    await eventually(async () =>
      expect(await sut.rows('select 1 from account_mandates where unit_id = $1', [idOf('云台路物管会')])).toHaveLength(1),
    );
    const sits = { id: tableId, seat: 'OWNERS_BODY' as const };
    const takesOver = { id: issueId, seat: 'OWNERS_BODY' as const, reason: '业主组织换届' };
    const vote = {
      ...{ id: randomUUID(), issueId, estateId: yard, buildingId: building1, stairwell: '2单元', kind: 'OFFICIAL' as const },
      ...{
        title: '使用维修资金',
        how: '市业主决策平台',
        opensAt: MovingTime.of(sut).in(16 * DAY),
        closesAt: MovingTime.of(sut).in(26 * DAY),
      },
      questions: [{ code: '1', title: '使用维修资金', matter: 'FUND_USE' as const, options: [{ code: 'AGREE', title: '同意' }] }],
      groupAccountIds: [1, 2, 3].map((n) => idOf(`counting ${n}`)),
    };
    try {
      await sut.ok(
        tables.seatUnit,
        {
          ...sits,
          unitId: elected.unitIds![0]!,
          isSubstitute: true,
          body: 'PROPERTY_MGMT_COMMITTEE',
          reason: '业委会任期届满，改由物管会',
        },
        as('STREET'),
      );
      expect(await sut.refused(issues.getIssue, { id: issueId }, elected)).toBe('object.not-found');
      expect(await sut.refused(issues.reseatIssue, takesOver, as('STREET'))).toBe('issue.reseat-unfit');
      await sut.ok(tables.appoint, { ...sits, as: 'REPRESENTATIVE', accountId: elected.accountId!, document: '物管会授权书' }, elected);
      const reseated = await sut.ok(issues.reseatIssue, takesOver, as('STREET'));
      expect(reseated.seats.find(({ kind }) => kind === 'OWNERS_BODY')).toMatchObject({
        ...{ unitId: elected.unitIds![0], body: 'PROPERTY_MGMT_COMMITTEE', representative: { accountId: elected.accountId } },
      });
      expect(await sut.refused(issues.reseatIssue, takesOver, as('STREET'))).toBe('issue.reseat-unfit');
      // What was said for the seat is void; what was said is readable.
      expect((await sut.ok(costPlans.getPlan, { id: plan.id }, elected)).unconfirmed).toEqual(owners);
      expect((await sut.ok(rounds.listRounds, { id: issueId }, elected)).rounds).toHaveLength(2);
      expect((await toldOf(issueId)).at(-1)).toBe('reseated');
      expect(await sut.refused(costPlans.takeOver, { id: plan.id }, as('OWNERS_BODY'))).toBe('object.not-found');
      expect(await sut.refused(ownersVotes.announceVote, vote, as('OWNERS_BODY'))).toBe('object.not-found');
      expect((await sut.ok(issues.getIssue, { id: issueId }, as('OWNERS_BODY'))).state).toBe('AGREED');
      expect(await sut.ok(ownersVotes.announceVote, vote, elected)).toMatchObject({ state: 'ANNOUNCED', issueId });
      expect((await sut.ok(costPlans.takeOver, { id: plan.id }, elected)).unconfirmed).toEqual([]);
      expect(await sut.refused(costPlans.takeOver, { id: plan.id }, elected)).toBe('plan.nothing-to-take-over');
      await sut.ok(ownersVotes.callOffVote, { id: vote.id, reason: '改由下次大会表决' }, elected);
    } finally {
      const before = { unitId: party.OWNERS_BODY.unitIds[0]!, body: 'OWNERS_COMMITTEE' as const };
      await sut.ok(tables.seatUnit, { ...sits, ...before }, as('STREET'));
      const { accountId } = party.OWNERS_BODY;
      await sut.ok(tables.appoint, { ...sits, as: 'REPRESENTATIVE', accountId, document: '业委会授权书' }, as('OWNERS_BODY'));
    }
  });

  test('another firm takes the firm’s seat over: what it says binds itself and not the one that left, whose share and letter are nobody else’s', async () => {
    const newFirm: Caller = {
      ...{ role: 'firm_manager' as const, accountId: idOf('account new firm'), unitIds: [idOf('安居帮扶物业')] },
      ...{ scope: 'concerned' as const, streetId },
    };
    const issueId = await toPlanning('6单元');
    const scenarios = [byAgreement({ 街道: '50%', 物业: '50%' })];
    const plan = await choose((await draft(issueId, '600.00', { scenarios })).id);
    const letter = { id: plan.id, paperId: randomUUID(), payer: '物业', kind: 'SIGNED_NOT_IN_CONTRACT' as const, document: '承诺书' };
    await sut.ok(costPlans.filePaper, letter, as('FIRM'));
    await grant(sut, newFirm.accountId!, 'firm_manager', '安居帮扶物业', streetId);
    await eventually(async () =>
      expect(await sut.rows('select 1 from account_mandates where unit_id = $1', [idOf('安居帮扶物业')])).toHaveLength(1),
    );
    const sits = { id: tableId, seat: 'FIRM' as const };
    const old = party.FIRM;
    try {
      await sut.ok(tables.seatUnit, { ...sits, unitId: newFirm.unitIds![0]!, reason: '更换物业' }, as('STREET'));
      await sut.ok(tables.appoint, { ...sits, as: 'REPRESENTATIVE', accountId: newFirm.accountId!, document: '授权书' }, newFirm);
      await sut.ok(issues.reseatIssue, { id: issueId, seat: 'FIRM', reason: '更换物业服务企业' }, as('STREET'));
      const round = await notice(sut, issueId, { streetId });
      await sut.ok(rounds.checkIn, { id: issueId, roundId: round.id }, newFirm);
      await hold(
        sut,
        round,
        seatKinds.filter((seat) => seat !== 'FIRM'),
        streetId,
      );
      for (const caller of [newFirm, as('STREET')])
        await sut.ok(rounds.takePosition, { id: issueId, roundId: round.id, position: 'AGREE' }, caller);
      expect((await close(issueId, round.id)).outcome).toBe('NOT_AGREED');
      expect((await sut.ok(costPlans.getPlan, { id: plan.id }, newFirm)).unconfirmed).toEqual(['物业']);
    } finally {
      await sut.ok(tables.seatUnit, { ...sits, unitId: old.unitIds[0]! }, as('STREET'));
      await sut.ok(tables.appoint, { ...sits, as: 'REPRESENTATIVE', accountId: old.accountId, document: '授权书' }, as('FIRM'));
    }
  });

  test('what is taken back is not late with its posting', async () => {
    const { issueId, plan } = await agreedByStreet();
    const clocks = () => sut.rows(`select state from deadlines where code = 'PUBLICITY_POST' and subject_id = $1`, [plan.id]);
    expect(await clocks()).toEqual([{ state: 'armed' }]);
    await amend(issueId);
    expect(await clocks()).toEqual([{ state: 'stopped' }]);
  });

  test('a matter of theirs is not posted before they have passed it, whoever pays; annulled while the plan hangs, nothing is signed on it', async () => {
    const { issueId, plan } = await agreedByStreet('600.00', '6单元', ['SHARED_WORKS', 'COMMON_PARTS']);
    expect(await sut.rows(`select 1 from deadlines where code = 'PUBLICITY_POST' and subject_id = $1`, [plan.id])).toEqual([]);
    expect(await sut.ask(publicity.postPublicity, posting(issueId), as('COMMUNITY'))).toMatchObject({
      problem: { code: 'publicity.vote-first', detail: expect.stringContaining('改变共有部分用途或利用共有部分经营') },
    });
    const id = await voted(issueId, '6单元', 'COMMON_PARTS', true);
    const paper = { id: plan.id, paperId: randomUUID(), payer: '街道', kind: 'POOL_APPROVAL' as const, document: '青街办〔2026〕8号' };
    await sut.ok(costPlans.filePaper, { ...paper, amountFen: '60000', budgetSource: '街道年度预算' }, as('STREET'));
    expect((await sut.ok(costPlans.getGates, { id: plan.id }, as('FIRM'))).canBeSigned).toBe(true);
    await post(issueId);
    await hoursPass(2);
    await eventually(async () => expect(await stateOf(issueId)).toBe('SIGNING'));
    await sut.ok(ownersVotes.annulVote, { id, reason: '公告未满十五日即开始表决', document: '青街责改〔2027〕1号' }, as('STREET'));
    expect((await sut.ok(costPlans.getGates, { id: plan.id }, as('FIRM'))).canBeSigned).toBe(false);
    const draw = { id: randomUUID(), issueId, text: ['按公示方案修缮。'], commitments: [], attachments: [] };
    expect(await sut.ask(resolutions.drawResolution, draw, as('COMMUNITY'))).toMatchObject({
      problem: { code: 'resolution.gates-open', detail: expect.stringContaining('改变共有部分用途或利用共有部分经营') },
    });
  });
});

describe('a home and its statements', () => {
  /** The register tells another owner of a home. */
  async function sold(homeId: string, buyer: string): Promise<void> {
    const home = { ...homes.find((one) => one.homeId === homeId)!, ownerId: idOf(buyer) };
    const about = { aggregateId: randomUUID(), version: 1, streetId };
    await sut.tell(registryEvents.homesMeasured, { estateId: yard, buildingId: building1, hash: 'h', homes: [home] }, about);
    await eventually(async () =>
      expect(await sut.rows('select owner_id from estate_homes where street_id = $1 and home_id = $2', [streetId, homeId])).toEqual([
        { owner_id: idOf(buyer) },
      ]),
    );
  }
  const keysOf = async (id: string) => (await sut.ok(costPlans.homeKeys, { id }, as('COMMUNITY'))).homes;
  const object = ({ no, code }: { no: string; code: string }) => ({
    streetId,
    no,
    code,
    objectionId: randomUUID(),
    reason: '希望先修屋面',
  });

  test('the statement of a version that was replaced says so, and its owner objects by it to the one that hangs; whoever has sold does not', async () => {
    const { issueId, plan } = await agreedByStreet();
    const first = await post(issueId);
    const [mine, other] = await keysOf(plan.id);
    const track = ({ no, code }: { no: string; code: string }) => sut.ok(costPlans.trackHomeShare, { streetId, no, code }, anyone);
    expect(await track(mine!)).toMatchObject({ state: 'CHOSEN', replacedBy: null });
    const seller: Caller = { ...resident, accountId: idOf('account of a seller') };
    const buyer: Caller = { ...resident, accountId: idOf('account of a buyer') };
    await sut.ok(costPlans.bindHome, { no: other!.no, code: other!.code }, seller);
    await sut.ok(publicity.objectAsOwner, object(other!), anyone);
    expect((await track(other!)).objections).toHaveLength(1);

    const objections = (await sut.ok(publicity.listPublicities, { issueId }, as('COMMUNITY'))).publicities[0]!.objections;
    const amend = { id: first.id, reason: '采纳意见，重新核算', objectionIds: objections.map(({ id }) => id) };
    await sut.ok(publicity.amendPlan, amend, as('COMMUNITY'));
    await sold(other!.homeId, `buyer of ${issueId}`);
    const again = await choose((await draft(issueId, '500.00', { scenarios: [byAgreement({ 街道: '100%' })] })).id);
    const old = await track(mine!);
    expect(old).toMatchObject({ state: 'SUPERSEDED', replacedBy: { no: again.no } });
    expect(old.lines[0]).toBe('本版方案已由第 2 版代替，金额以新版分户说明为准。');
    expect(await sut.refused(publicity.objectAsOwner, object(mine!), anyone)).toBe('publicity.over');

    const ownPlans = async (by: Caller) => (await sut.ok(costPlans.listOwnShares, {}, by)).shares.map(({ planId }) => planId);
    expect(await ownPlans(seller)).not.toContain(again.id);
    const anew = (await keysOf(again.id)).find(({ homeId }) => homeId === other!.homeId)!;
    const bought = await sut.ok(costPlans.bindHome, { no: anew.no, code: anew.code }, buyer);
    expect(bought).toMatchObject({ planId: again.id, objections: [] });
    expect(await ownPlans(buyer)).toContain(again.id);

    const round = await roundOf(issueId, { STREET: 'AGREE' });
    await close(issueId, round.id);
    const second = await post(issueId);
    const said = object(mine!);
    const raised = await sut.ok(publicity.objectAsOwner, said, anyone);
    expect(await sut.ok(publicity.objectAsOwner, said, anyone)).toEqual(raised);
    expect(await toldOf(second.id)).toEqual(['posted', 'posted-told', 'objected']);
    expect(await sut.refused(publicity.objectAsOwner, object(other!), anyone)).toBe('publicity.other-version');
  });

  test('an objection is found only where it was raised', async () => {
    const [here, elsewhere] = [await post((await agreedByStreet()).issueId), await post((await agreedByStreet()).issueId)];
    const said = { objectionId: randomUUID(), reason: '施工时间与我方检修冲突' };
    await sut.ok(publicity.recordObjection, { id: here.id, ...said }, as('FIRM'));
    expect(await sut.refused(publicity.recordObjection, { id: elsewhere.id, ...said }, as('RIGHTS_UNIT'))).toBe('object.not-found');
  });
});
