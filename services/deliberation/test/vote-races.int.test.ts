import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ownersVotes, registryEvents, systemCtx, type Ctx } from '@wufang/contracts';
import { startService, type RunningService } from '@wufang/service';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import fc from 'fast-check';
import { closeVote } from '../src/app/close-vote.js';
import { castVote } from '../src/app/enter-ballot.js';
import { migrations } from '../src/db/migrations/index.js';
import { ownersVotes as voteRows } from '../src/db/votes.store.js';
import { deliberationParts } from '../src/parts.js';
import { ownerCaller, ownerId, tellHomes } from './estate-homes.js';
import { DAY, HOUR, MovingTime } from './moving-time.js';
import { idOf, openStreet, openTable, party, within, yard } from './street.js';

let sut: ServiceUnderTest;
let second: RunningService;
let time: MovingTime;
const body = party.OWNERS_BODY;
const owners = ['甲', '乙', '丙'];
const areas = [5_000, 7_000, 9_001];
const agree = { code: 'AGREE', title: '同意' };
const question = { code: '1', title: '更换电梯', matter: 'FUND_USE' as const, options: [agree] };

beforeAll(async () => {
  sut = await ServiceUnderTest.start(deliberationParts, migrations);
  second = await startService(deliberationParts, sut.env);
  time = MovingTime.of(sut);
  await openStreet(sut);
  await openTable(sut);
  await tellHomes(
    sut,
    owners.map((owner, i) => ({ owner, area: areas[i]! })),
  );
}, 120_000);
afterAll(async () => {
  await second?.stop();
  await sut?.stop();
});

interface Weighed {
  owner: string;
  area: number;
}
/** Owners' heads and areas counted by hand, from who said what last: nothing of the service's own rules. */
function recount(homes: readonly Weighed[], said: ReadonlyMap<string, string>) {
  const sum = (choices: readonly string[]) => {
    const mine = homes.filter(({ owner }) => choices.includes(said.get(owner) ?? 'SILENT'));
    return { area: mine.reduce((total, { area }) => total + area, 0), heads: new Set(mine.map(({ owner }) => owner)).size };
  };
  const all = sum(['AGREE', 'DISAGREE', 'ABSTAIN', 'INVALID', 'SILENT']);
  const [taking, yes] = [sum(['AGREE', 'DISAGREE', 'ABSTAIN']), sum(['AGREE'])];
  const isEnough = taking.area * 3 >= all.area * 2 && taking.heads * 3 >= all.heads * 2;
  const isMost = yes.area * 2 > taking.area && yes.heads * 2 > taking.heads;
  return {
    agreeing: [{ option: 'AGREE', weight: { ...yes, area: isEnough ? yes.area : null } }],
    ...{ all, takingPart: taking, disagreeingHeads: sum(['DISAGREE']).heads },
    ...{ abstainingHeads: sum(['ABSTAIN']).heads, invalidHeads: sum(['INVALID']).heads, silentHeads: sum(['SILENT']).heads },
    outcome: !isEnough ? 'TOO_FEW' : isMost ? 'PASSED' : 'NOT_PASSED',
  };
}

test('400 votes that close while ballots come in: none is late, none is lost, and each tally is a recount of what is stored (M11)', async () => {
  const races = 400;
  const [opensAt, closesAt] = [time.in(HOUR), time.in(3 * HOUR)];
  const ids = Array.from({ length: races }, () => randomUUID());
  const poll = { kind: 'ADVISORY' as const, title: '更换电梯意向', how: '网上作答', questions: [question], groupAccountIds: [] };
  // Some at a time: who asks waits for an answer, and it is the close that this is about.
  for (let i = 0; i < races; i += 50)
    await Promise.all(
      ids.slice(i, i + 50).map((id, n) => {
        // They close within eight seconds, so that ballots come in before, between and after.
        const ends = new Date(new Date(closesAt).getTime() + (n % 8) * 1_000).toISOString();
        return sut.ok(ownersVotes.announceVote, { id, estateId: yard, ...poll, opensAt, closesAt: ends }, body);
      }),
    );
  const inState = async (state: string) =>
    (await sut.rows<{ n: number }>('select count(*)::int as n from owners_votes where id = any($1) and state = $2', [ids, state]))[0]!.n;
  await time.to(opensAt);
  await eventually(async () => expect(await inState('OPEN')).toBe(races), { within: 60_000 });

  // Two processes, each with two transactions at once; owners go on voting until every vote has closed.
  await time.to(new Date(new Date(closesAt).getTime() - 2_000));
  let [accepted, refused, isOver] = [0, 0, false];
  const choices = ['AGREE', 'DISAGREE', 'ABSTAIN'];
  const voters = Array.from({ length: 24 }, async (_, voter) => {
    for (let i = 0; !isOver; i++) {
      const owner = owners[(voter + i) % owners.length]!;
      const answer = await sut.ask(
        ownersVotes.castVote,
        { id: ids[(voter * 17 + i) % races]!, ownerId: ownerId(owner), choices: { '1': choices[(voter + i) % 3]! } },
        ownerCaller(owner),
      );
      if ('ok' in answer) accepted += 1;
      else if (answer.problem.code === 'vote.illegal-step') refused += 1;
      else throw new Error(answer.problem.code);
    }
  });
  await eventually(async () => expect(await inState('COUNTED')).toBe(races), { within: 60_000 }).finally(() => (isOver = true));
  await Promise.all(voters);

  expect(accepted).toBeGreaterThan(0);
  expect(refused).toBeGreaterThan(0);
  const late = await sut.rows(
    `select 1 from events b join events c on c.aggregate_id = b.aggregate_id and c.type = 'deliberation.vote.closed.v1'
     where b.type = 'deliberation.vote.ballot-entered.v1' and b.version > c.version
     union all select 1 from ballots b join owners_votes v on v.id = b.vote_id where b.entered_at >= v.closes_at`,
  );
  expect(late).toHaveLength(0);
  const stored = await sut.rows<{ vote_id: string; owner_id: string; choice: string }>(
    `select b.vote_id, b.owner_id, r.choices->>'1' as choice from ballots b join ballot_readings r on r.vote_id = b.vote_id and r.ballot_id = b.id order by b.no`,
  );
  expect(stored).toHaveLength(accepted);
  const votes = await sut.rows<{ id: string; ballots: number; results: object[]; returned: { owners: number } }>(
    'select id, ballots, results, returned from owners_votes where id = any($1)',
    [ids],
  );
  const homes = owners.map((owner, i) => ({ owner: ownerId(owner), area: areas[i]! }));
  for (const vote of votes) {
    const mine = stored.filter((one) => one.vote_id === vote.id);
    const said = new Map(mine.map(({ owner_id, choice }) => [owner_id, choice]));
    expect([vote.ballots, vote.returned.owners]).toEqual([mine.length, said.size]);
    expect(vote.results).toMatchObject([recount(homes, said)]);
  }
  process.stdout.write(`vote races: ${races}, ballots taken ${accepted}, refused after the close ${refused}, late ${late.length}\n`);
}, 180_000);

test('a ballot and the close that share one transaction: the tally has every ballot that was taken', async () => {
  const [id, opensAt, closesAt] = [randomUUID(), time.in(HOUR), time.in(3 * HOUR)];
  const poll = { kind: 'ADVISORY' as const, title: '更换电梯意向', how: '网上作答', questions: [question], groupAccountIds: [] };
  await sut.ok(ownersVotes.announceVote, { id, estateId: yard, ...poll, opensAt, closesAt }, body);
  await time.to(opensAt);
  await eventually(async () => expect((await sut.ok(ownersVotes.getVote, { id }, body)).state).toBe('OPEN'));
  const cast = (owner: string) => {
    const as = ownerCaller(owner);
    const actor = { accountId: as.accountId!, roles: [as.role], unitIds: as.unitIds! };
    const ctx: Ctx = { ...systemCtx('qingyun', 'test'), actor, scope: 'own' };
    return within(sut, 'qingyun', (tx) => castVote(tx, { id, ownerId: ownerId(owner), choices: { '1': 'AGREE' } }, ctx, ''));
  };
  // Asked for in one turn, they are in one batch, in this order.
  const close = () => within(sut, 'qingyun', async (tx, rules) => closeVote(tx, (await tx.lock(voteRows, id))!, rules));
  const [first, , last] = await Promise.allSettled([cast('甲'), close(), cast('乙')]);
  expect(first.status).toBe('fulfilled');
  const { results, turnout, state } = await sut.ok(ownersVotes.getVote, { id }, body);
  expect(state).toBe('COUNTED');
  const isBehind = last.status === 'rejected';
  expect(turnout!.returnedOwners).toBe(isBehind ? 1 : 2);
  expect(results![0]).toMatchObject({ takingPart: { heads: isBehind ? 1 : 2 }, silentHeads: isBehind ? 2 : 1 });
});

const member = (n: number): Caller => ({ role: 'counting_group', accountId: idOf(`counting ${n}`), unitIds: [], scope: 'own' });

test('whatever owners put on paper, and whoever misreads it, the stored result is what an independent recount gives', async () => {
  const aCase = fc.record({
    homes: fc.array(fc.record({ owner: fc.constantFrom('a', 'b', 'c', 'd', 'e'), area: fc.integer({ min: 1, max: 20_000 }) }), {
      minLength: 1,
      maxLength: 8,
    }),
    ballots: fc.array(
      fc.record({ home: fc.nat(7), choice: fc.constantFrom('AGREE', 'AGREE', 'DISAGREE', 'ABSTAIN', 'INVALID'), isMisread: fc.boolean() }),
      { maxLength: 9 },
    ),
  });
  const two = [
    { owner: 'a', area: 100 },
    { owner: 'b', area: 100 },
  ];
  // Exactly half is not more than half; one more is; and nobody at all.
  const examples = [
    {
      homes: two,
      ballots: [
        { home: 0, choice: 'AGREE', isMisread: false },
        { home: 1, choice: 'DISAGREE', isMisread: true },
      ],
    },
    {
      homes: two,
      ballots: [
        { home: 0, choice: 'AGREE', isMisread: true },
        { home: 1, choice: 'ABSTAIN', isMisread: false },
        { home: 1, choice: 'AGREE', isMisread: false },
      ],
    },
    { homes: two, ballots: [] },
  ];
  const cases = [...examples, ...fc.sample(aCase, { numRuns: 21 })];
  const [opensAt, closesAt] = [time.in(16 * DAY), time.in(26 * DAY)];
  const votes = await Promise.all(
    cases.map(async ({ homes, ballots }) => {
      const [id, buildingId] = [randomUUID(), randomUUID()];
      const named = homes.map(({ owner, area }) => ({ owner: ownerId(`${id} ${owner}`), area }));
      await sut.tell(
        registryEvents.homesMeasured,
        {
          ...{ estateId: yard, buildingId, hash: 'h' },
          homes: named.map(({ owner, area }, i) => ({
            ...{ homeId: randomUUID(), stairwell: '1单元', ordinal: i + 1, areaHundredths: area, areaSource: 'REGISTERED' as const },
            ...{ nature: 'COMMODITY' as const, ownerId: owner, isUnit: false, ownerDepositFen: '0', sellerDepositFen: '0' },
          })),
        },
        { aggregateId: buildingId, version: 1 },
      );
      await eventually(async () =>
        expect(await sut.rows('select 1 from estate_homes where building_id = $1', [buildingId])).toHaveLength(homes.length),
      );
      const groupAccountIds = [1, 2, 3].map((n) => member(n).accountId!);
      const notice = {
        id,
        estateId: yard,
        buildingId,
        kind: 'PAPER' as const,
        title: '更换电梯',
        how: '纸质选票',
        questions: [question],
        groupAccountIds,
      };
      await sut.ok(ownersVotes.announceVote, { ...notice, opensAt, closesAt }, body);
      for (const n of [1, 2, 3]) await sut.ok(ownersVotes.declareMember, { id, hasInterest: false }, member(n));
      return { id, homes: named, ballots };
    }),
  );
  const all = async (state: string) =>
    eventually(
      async () =>
        expect(
          await sut.rows('select 1 from owners_votes where id = any($1) and state = $2', [votes.map(({ id }) => id), state]),
        ).toHaveLength(votes.length),
      { within: 30_000 },
    );
  await time.to(opensAt);
  await all('OPEN');
  const outcomes = new Set<unknown>();
  await Promise.all(
    votes.map(async ({ id, homes, ballots }) => {
      const file = Buffer.from('%PDF-1.4').toString('base64');
      const { id: scanId } = await sut.ok(ownersVotes.addScan, { id, fileName: 'b.pdf', file }, member(1));
      for (const [i, { home, choice, isMisread }] of ballots.entries()) {
        const ballotId = randomUUID();
        const read = (choices: string) => ({ id, ballotId, choices: { '1': choices } });
        // Whoever misreads it takes a yes for a no and everything else for a yes; the third person gets it right.
        const wrong = choice === 'AGREE' ? 'DISAGREE' : 'AGREE';
        await sut.ok(
          ownersVotes.enterBallot,
          { ...read(isMisread ? wrong : choice), ownerId: homes[home % homes.length]!.owner, serial: i + 1, scanId },
          member(1),
        );
        const checked = await sut.ok(ownersVotes.checkBallot, read(choice), member(2));
        expect(checked.state).toBe(isMisread ? 'DIFFERENT' : 'CHECKED');
        if (isMisread) await sut.ok(ownersVotes.settleBallot, { ...read(choice), reason: '以扫描件为准' }, member(3));
      }
    }),
  );
  await time.to(closesAt);
  await all('COUNTED');
  for (const { id, homes, ballots } of votes) {
    const said = new Map(ballots.map(({ home, choice }) => [homes[home % homes.length]!.owner, choice]));
    const { results } = await sut.ok(ownersVotes.getVote, { id }, body);
    expect(results).toMatchObject([recount(homes, said)]);
    outcomes.add(results![0]!.outcome);
  }
  expect([...outcomes].sort()).toEqual(['NOT_PASSED', 'PASSED', 'TOO_FEW']);
}, 180_000);
