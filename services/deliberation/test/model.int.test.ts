import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { issues, rounds, type IssueView, type SeatKind, type TakenPosition } from '@wufang/contracts';
import { ServiceUnderTest } from '@wufang/testing';
import fc from 'fast-check';
import { moveIssue } from '../src/app/move-issue.js';
import { issues as issueRows } from '../src/db/issues.store.js';
import { migrations } from '../src/db/migrations/index.js';
import { deliberationParts } from '../src/parts.js';
import { after, allCommands, fresh, type Command, type Model } from './model.js';
import { replayIssue, replayRound, type Told } from './replayed.js';
import { inspector, inStreet, openStreet, openTable, party, propose, quickLimits, within } from './street.js';

const streetId = 'quick';
const RUNS = 200;
const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const as = Object.fromEntries(Object.entries(party).map(([kind, caller]) => [kind, inStreet(caller, streetId)])) as Record<
  SeatKind,
  ReturnType<typeof inStreet>
>;

let sut: ServiceUnderTest;
let tableId: string;
let sink: IssueView;

beforeAll(async () => {
  process.stdout.write(`model of an issue: seed ${seed} (SEED=${seed} runs the same again)\n`);
  sut = await ServiceUnderTest.start(deliberationParts, migrations);
  await openStreet(sut, { streetId, limits: quickLimits });
  tableId = await openTable(sut, { streetId });
  sink = await propose(sut, tableId, { streetId });
}, 120_000);
afterAll(() => sut?.stop());

const reason = '按规则随机进行';
const see = (id: string) => sut.ok(issues.getIssue, { id }, inStreet(inspector, streetId));

/** Does a command to the real issue. Answers the code of its refusal, or null. */
async function carryOut(id: string, roundId: string | null, command: Command): Promise<string | null> {
  const on = { id, roundId: roundId ?? randomUUID() };
  const ask = async (...question: Parameters<ServiceUnderTest['ask']>) => {
    const answer = await sut.ask(...question);
    return 'problem' in answer ? answer.problem.code : null;
  };
  switch (command.do) {
    case 'opine': {
      const { decision } = command;
      const words = { matters: decision === 'TAKE' ? (['SHARED_WORKS', 'EMERGENCY_REPAIR'] as const) : [], ground: 'OUT_OF_SCOPE' };
      return ask(issues.screenIssue, { id, decision, reason, ...words }, as[command.by]);
    }
    case 'notice': {
      const notice = { agenda: ['议题'], startsAt: new Date(Date.now() - 1000).toISOString(), isEmergency: true, payers: ['RIGHTS_UNIT'] };
      return ask(rounds.noticeRound, { id, roundId: randomUUID(), bodies: ['TABLE'], ...notice }, as.COMMUNITY);
    }
    case 'checkIn':
      return ask(rounds.checkIn, on, as[command.seat]);
    case 'open':
      return ask(rounds.openRound, on, as.COMMUNITY);
    case 'fail':
      return ask(rounds.failRound, on, as.COMMUNITY);
    case 'close':
      return ask(rounds.closeRound, on, as.COMMUNITY);
    case 'say':
      return ask(rounds.takePosition, { ...on, position: command.position, reason }, as[command.seat]);
    case 'minutes': {
      const items = { PROBLEM: reason, CAUSES: reason, OPTIONS: reason, PLAN: reason, ANSWERS: reason, RESULT: reason };
      await ask(rounds.writeMinutes, { ...on, items }, as.COMMUNITY);
      return ask(rounds.finishMinutes, on, as.COMMUNITY);
    }
    case 'next':
      return ask(issues.decideNext, { id, step: command.step, leadSeat: 'FIRM', reason }, as.COMMUNITY);
    case 'withdraw':
      return ask(issues.withdrawIssue, { id, reason }, as.COMMUNITY);
    case 'merge':
      return ask(issues.mergeIssue, { id, into: sink.id, reason }, as.COMMUNITY);
    case 'move': {
      const change = {
        ...(command.step === 'draftCost' && { planId: randomUUID(), payers: [{ seat: 'RIGHTS_UNIT' as const, amountFen: '100' }] }),
        ...(command.step === 'execute' && { resolutionId: randomUUID() }),
      };
      return within(sut, streetId, async (tx, rules) => moveIssue(tx, (await tx.lock(issueRows, id))!, command.step, rules, { change }))
        .then(() => null)
        .catch((error: { code?: string }) => error.code ?? 'failed');
    }
  }
}

const log = (id: string) => sut.rows<Told>('select type, payload from events where aggregate_id = $1 order by version', [id]);

/** The log of the issue and of each of its rounds, decided anew, gives what is stored (I-34), and what is counted is one voice a seat (I-30). */
async function compareWithLog(id: string): Promise<void> {
  const stored = await see(id);
  expect(replayIssue(await log(id))).toEqual({ state: stored.state, roundNo: stored.roundNo });
  const rows = await sut.rows<{ id: string; state: string; positions: TakenPosition[]; attendance: { seat: SeatKind }[] }>(
    'select id, state, positions, attendance from rounds where issue_id = $1',
    [id],
  );
  for (const row of rows) {
    const replayed = replayRound(await log(row.id));
    expect(replayed).toEqual({
      state: row.state,
      there: row.attendance.map(({ seat }) => seat),
      positions: row.positions.map(({ seat, position }) => [seat, position]),
    });
    expect(new Set(row.positions.map(({ seat }) => seat)).size).toBe(row.positions.length);
  }
}

/** One in five commands is any at all; the others are those the rules allow, without the ones that end everything, which would hide what lies behind them. */
const pick = fc.record({ of: fc.nat(), isWild: fc.nat(4).map((n) => n === 0) });
function commandFor(model: Model, { of, isWild }: { of: number; isWild: boolean }): Command {
  const allowed = allCommands.filter((command) => after(model, command) !== null && command.do !== 'withdraw' && command.do !== 'merge');
  const from = isWild || allowed.length === 0 ? allCommands : allowed;
  return from[of % from.length]!;
}

const reached = new Set<string>();
/** Picks that lead through the whole life of an issue, so that what chance may miss is seen for certain. */
const wholeLife: Command[] = [
  { do: 'opine', by: 'COMMUNITY', decision: 'TAKE' },
  { do: 'opine', by: 'STREET', decision: 'TAKE' },
  { do: 'notice' },
  ...(['COMMUNITY', 'RIGHTS_UNIT', 'FIRM', 'STREET'] as const).map((seat) => ({ do: 'checkIn' as const, seat })),
  { do: 'open' },
  { do: 'close' },
  { do: 'minutes' },
  { do: 'next', step: 'plan' },
  { do: 'move', step: 'draftCost' },
  { do: 'notice' },
  ...(['COMMUNITY', 'RIGHTS_UNIT', 'FIRM', 'STREET'] as const).map((seat) => ({ do: 'checkIn' as const, seat })),
  { do: 'open' },
  { do: 'say', seat: 'RIGHTS_UNIT', position: 'AGREE' },
  { do: 'close' },
  ...(['openVote', 'passVote', 'publicise', 'object', 'answer', 'openSigning', 'execute', 'change', 'draftCost', 'resume'] as const).map(
    (step) => ({
      do: 'move' as const,
      step,
    }),
  ),
];

async function run(commandAt: (i: number, model: Model) => Command, length: number): Promise<void> {
  const { id } = await propose(sut, tableId, { streetId });
  let model = fresh();
  for (let i = 0; i < length; i++) {
    const command = commandAt(i, model);
    const next = after(model, command);
    const { roundId } = await see(id);
    const refusal = await carryOut(id, roundId, command);
    expect({ command, from: model.state, isAllowed: refusal === null, refusal }).toEqual({
      ...{ command, from: model.state, isAllowed: next !== null },
      refusal: next === null ? expect.stringMatching(/^(issue|round|minutes)\./) : null,
    });
    model = next ?? model;
    expect((await see(id)).state).toBe(model.state);
    reached.add(model.state);
  }
  await compareWithLog(id);
}

test('the whole life of an issue goes as the rules say, and its log decided anew gives what is stored', async () => {
  await run((i) => wholeLife[i]!, wholeLife.length);
  expect(reached.has('CHANGE') && reached.has('COST_DRAFT') && reached.has('EXECUTING')).toBe(true);
}, 60_000);

test(`${RUNS} random sequences of commands do to the real issue what the model says, and their logs decided anew give what is stored`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(pick, { minLength: 8, maxLength: 45, size: 'max' }), (picks) =>
      run((i, model) => commandFor(model, picks[i]!), picks.length),
    ),
    { numRuns: RUNS, seed, endOnFailure: true },
  );
}, 900_000);
