import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { gatewayEvents, issueFiles, issues, resolutions, rounds, seatKinds, tables, type RoundView } from '@wufang/contracts';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { moveIssue } from '../src/app/move-issue.js';
import { receiptOf } from '../src/app/position-receipt.js';
import { issues as issueRows } from '../src/db/issues.store.js';
import { deliberationParts } from '../src/parts.js';
import { HOUR, MovingTime } from './moving-time.js';
import {
  grant,
  hold,
  idOf,
  inspector,
  inStreet,
  layPlan,
  minute,
  notice,
  openStreet,
  openTable,
  party,
  planned,
  propose,
  quickLimits,
  say,
  screen,
  stranger,
  within,
  yard,
} from './street.js';

let sut: ServiceUnderTest;
let tableId: string;
const impatient = 'impatient';
const impatientLimits = quickLimits.map((row) =>
  row.code === 'QUORUM_WAIT' ? { ...row, limit: { clock: 'C' as const, minutes: 1 / 60_000 } } : row,
);
const there = (caller: Caller) => inStreet(caller, 'quick');
const on = ({ issueId: id, id: roundId }: RoundView) => ({ id, roundId });

beforeAll(async () => {
  sut = await ServiceUnderTest.start(deliberationParts, migrations);
  await openStreet(sut);
  await openStreet(sut, { streetId: 'quick', limits: quickLimits });
  await openStreet(sut, { streetId: impatient, limits: impatientLimits });
  tableId = await openTable(sut, { streetId: 'quick' });
}, 120_000);
afterAll(() => sut?.stop());

/** A paper with a party's seal, as a file of its issue. */
const scan = async (issueId: string) => {
  const file = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]).toString('base64');
  return (await sut.ok(issueFiles.addFile, { issueId, fileName: '表态函.jpg', file }, there(party.COMMUNITY))).id;
};
const stateOf = async (id: string, streetId = 'quick') =>
  (await sut.ok(issues.getIssue, { id }, inStreet(party.COMMUNITY, streetId))).state;
const toldOf = async (id: string) =>
  (await sut.rows<{ type: string }>('select type from events where aggregate_id = $1 order by version', [id])).map(
    ({ type }) => type.split('.')[2],
  );
const clocksOf = async (id: string) =>
  sut.rows<{ code: string; state: string; due_at: Date }>(
    'select code, state, due_at from deadlines where subject_id = $1 order by code, id',
    [id],
  );

describe('notice', () => {
  test('three working days, fifteen days with the assembly, at once only for an emergency; seats are frozen by it', async () => {
    const table = await openTable(sut);
    const { id } = await screen(sut, (await propose(sut, table)).id);
    const inHours = (hours: number) => MovingTime.of(sut).in(hours * HOUR);
    const call = { id, roundId: idOf('round'), agenda: ['院内排水改造'] };
    expect(await sut.refused(rounds.noticeRound, { ...call, startsAt: inHours(24) }, party.COMMUNITY)).toBe('round.notice-short');
    const assembly = { ...call, startsAt: inHours(10 * 24), bodies: ['TABLE' as const, 'OWNERS_ASSEMBLY' as const] };
    expect(await sut.refused(rounds.noticeRound, assembly, party.COMMUNITY)).toBe('round.notice-short');
    expect(await sut.refused(rounds.noticeRound, { ...call, startsAt: inHours(1), isEmergency: true }, party.COMMUNITY)).toBe(
      'round.not-emergency',
    );
    expect(await sut.refused(rounds.noticeRound, { ...call, startsAt: inHours(240) }, party.FIRM)).toBe('seat.not-yours');
    const round = await sut.ok(rounds.noticeRound, { ...call, startsAt: inHours(240), payers: ['RIGHTS_UNIT'] }, party.COMMUNITY);
    expect(round).toMatchObject({ no: 1, noticeNo: 1, state: 'NOTICED', quorum: { held: 5, needed: 4 } });
    expect((await clocksOf(id)).map(({ code, state }) => [code, state])).toEqual([
      ['ISSUE_CONVENE', 'stopped'],
      ['ISSUE_SCREEN', 'stopped'],
      ['NOTICE_3WD', 'armed'],
      ['QUORUM_WAIT', 'armed'],
    ]);
    await sut.ok(tables.seatUnit, { id: table, seat: 'FIRM', unitId: null, reason: '物业已撤离' }, party.STREET);
    const issue = await sut.ok(issues.getIssue, { id }, party.COMMUNITY);
    expect(issue.seats.map(({ state }) => state)).toEqual(['FILLED', 'FILLED', 'FILLED', 'FILLED', 'FILLED']);
    expect(await sut.refused(rounds.checkIn, { id, roundId: round.id }, party.FIRM)).toBe('round.too-early');
  });

  test('a table with fewer than three seats held cannot be convened', async () => {
    const streetId = 'bare';
    await openStreet(sut, { streetId, limits: quickLimits });
    const table = await openTable(sut, { streetId });
    for (const seat of ['FIRM', 'OWNERS_BODY', 'RIGHTS_UNIT'] as const)
      await sut.ok(tables.seatUnit, { id: table, seat, unitId: null, reason: '暂无这一方' }, inStreet(party.STREET, streetId));
    const { id } = await screen(sut, (await propose(sut, table, { streetId })).id, ['SHARED_WORKS'], streetId);
    const call = { id, roundId: idOf('bare round'), agenda: ['院内排水改造'], startsAt: MovingTime.of(sut).in(HOUR) };
    expect(await sut.refused(rounds.noticeRound, call, inStreet(party.COMMUNITY, streetId))).toBe('round.too-few-seats');
  });
});

describe('a round', () => {
  test('is opened with enough parties and every payer, goes from positions to minutes to a plan, and nothing is said after its close', async () => {
    const { id } = await screen(sut, (await propose(sut, tableId, { streetId: 'quick' })).id, ['SHARED_WORKS'], 'quick');
    const round = await notice(sut, id, { payers: ['RIGHTS_UNIT'] });
    const call = on(round);
    for (const seat of ['STREET', 'COMMUNITY', 'FIRM', 'OWNERS_BODY'] as const) await sut.ok(rounds.checkIn, call, there(party[seat]));
    await MovingTime.of(sut).to(round.startsAt);
    expect(await sut.refused(rounds.openRound, call, there(party.COMMUNITY))).toBe('round.no-quorum');
    const opened = await hold(sut, round, ['RIGHTS_UNIT']);
    expect(opened).toMatchObject({ state: 'OPEN', quorum: { isMet: true, present: 5, missing: [] } });
    expect(await stateOf(id)).toBe('ROUND_OPEN');

    await say(sut, round, 'FIRM', 'DISAGREE');
    const last = await say(sut, round, 'FIRM', 'AGREE');
    await say(sut, round, 'STREET', 'ABSTAIN');
    expect(await sut.refused(rounds.takePosition, { ...call, position: 'DISAGREE' }, there(party.RIGHTS_UNIT))).toBe(
      'position.reason-needed',
    );
    const recorded = {
      ...call,
      seat: 'OWNERS_BODY' as const,
      as: 'REPRESENTATIVE' as const,
      medium: 'PAPER' as const,
      evidence: '书面意见第3号',
    };
    // What came on paper lies on the table as a file, which all five can open.
    expect(await sut.refused(rounds.recordPosition, { ...recorded, position: 'AGREE' }, there(party.COMMUNITY))).toBe(
      'position.paper-needed',
    );
    const elsewhere = { ...recorded, position: 'AGREE' as const, fileIds: [randomUUID()] };
    expect(await sut.refused(rounds.recordPosition, elsewhere, there(party.COMMUNITY))).toBe('issue.file-unknown');
    const fileIds = [await scan(id)];
    const { round: withScan } = await sut.ok(rounds.recordPosition, { ...elsewhere, fileIds }, there(party.COMMUNITY));
    expect(withScan.positions.find(({ seat }) => seat === 'OWNERS_BODY')).toMatchObject({ medium: 'PAPER', fileIds });
    expect(await sut.refused(rounds.recordPosition, { ...elsewhere, fileIds }, there(party.FIRM))).toBe('seat.not-yours');

    const seen = await sut.ok(rounds.watchRound, { id: round.id }, there(party.RIGHTS_UNIT));
    expect(seen.round!.positions.map(({ seat, position, medium }) => [seat, position, medium])).toEqual([
      ['FIRM', 'AGREE', 'ONLINE'],
      ['STREET', 'ABSTAIN', 'ONLINE'],
      ['OWNERS_BODY', 'AGREE', 'PAPER'],
    ]);
    const again = await sut.ok(rounds.watchRound, { id: round.id, seenVersion: seen.version }, there(party.RIGHTS_UNIT));
    expect(again).toEqual({ version: seen.version, isUnchanged: true, round: null });

    const closed = await sut.ok(rounds.closeRound, call, there(party.COMMUNITY));
    expect(closed).toMatchObject({ state: 'CLOSED', outcome: 'TALKED', absent: ['COMMUNITY', 'RIGHTS_UNIT'] });
    expect(await sut.refused(rounds.takePosition, { ...call, position: 'AGREE' }, there(party.RIGHTS_UNIT))).toBe('round.illegal-step');
    // The second net: not even the database's owner writes a position into a closed round.
    await expect(sut.rows(`update rounds set positions = '[]' where id = $1`, [round.id])).rejects.toThrow('positions of a round');

    // Each voice has a receipt of its own, which its nonce proves (I-35).
    const voices = closed.positions.filter(({ position }) => position !== 'ABSENT');
    const receipts = voices.map(({ receipt }) => receipt);
    expect(new Set(receipts).size).toBe(3);
    expect(receipts).toContain(last.receipt);
    expect(receiptOf(round.id, 'FIRM', party.FIRM.accountId, 'AGREE', last.nonce)).toBe(last.receipt);

    expect(closed.minutes.missing).toEqual(['PROBLEM', 'CAUSES', 'OPTIONS']);
    const next = { id, step: 'plan' as const, leadSeat: 'FIRM' as const, reason: '由物业拟定方案' };
    expect(await sut.refused(issues.decideNext, next, there(party.COMMUNITY))).toBe('minutes.unfinished');
    await sut.ok(rounds.writeMinutes, { ...call, items: { PROBLEM: '院内积水', CAUSES: '管径偏小' } }, there(party.COMMUNITY));
    expect(await sut.refused(rounds.finishMinutes, call, there(party.COMMUNITY))).toBe('minutes.incomplete');
    const minutes = (await minute(sut, round)).minutes;
    expect(minutes).toMatchObject({ missing: [], finishedAt: expect.any(String), dueAt: expect.any(String) });
    expect(await sut.refused(rounds.writeMinutes, { ...call, items: { CAUSES: '另有原因' } }, there(party.COMMUNITY))).toBe(
      'minutes.finished',
    );
    const planning = await sut.ok(issues.decideNext, next, there(party.COMMUNITY));
    expect(planning).toMatchObject({ state: 'PLANNING', leadSeat: 'FIRM' });
    await sut.ok(issues.reportPlan, { id, progress: '已请两家报价' }, there(party.FIRM));
    expect(
      (await clocksOf(id)).filter(({ code }) => code === 'PLAN_PROGRESS' || code === 'MINUTES').map(({ code, state }) => [code, state]),
    ).toEqual([
      ['MINUTES', 'stopped'],
      ['PLAN_PROGRESS', 'stopped'],
      ['PLAN_PROGRESS', 'armed'],
    ]);
  });

  test('agrees when every paying party does, whatever the others say; an open condition is not agreement', async () => {
    const issue = await planned(sut, tableId);
    expect(issue.state).toBe('COST_DRAFT');
    const second = await notice(sut, issue.id);
    await hold(sut, second);
    await say(sut, second, 'RIGHTS_UNIT', 'AGREE_WITH_CONDITION');
    await say(sut, second, 'FIRM', 'DISAGREE');
    const closed = await sut.ok(rounds.closeRound, on(second), there(party.COMMUNITY));
    expect(closed).toMatchObject({ no: 2, outcome: 'NOT_AGREED' });
    expect(await stateOf(issue.id)).toBe('ROUND_CLOSED');
    await minute(sut, second);
    await sut.ok(issues.decideNext, { id: issue.id, step: 'replan', reason: '按条件调整方案' }, there(party.COMMUNITY));
    await layPlan(sut, issue.id);
    const third = await notice(sut, issue.id);
    await hold(sut, third);
    await say(sut, third, 'RIGHTS_UNIT', 'AGREE');
    await say(sut, third, 'FIRM', 'DISAGREE');
    expect(await sut.ok(rounds.closeRound, on(third), there(party.COMMUNITY))).toMatchObject({ no: 3, outcome: 'AGREED' });
    expect(await stateOf(issue.id)).toBe('AGREED');
  });

  test('promises need no plan of costs: not agreed in the first round they go from planning to the second, are agreed, drawn, drawn anew for a slip, and signed', async () => {
    const { id } = await screen(sut, (await propose(sut, tableId, { streetId: 'quick' })).id, ['OWN_DUTY'], 'quick');
    const first = await notice(sut, id);
    await hold(sut, first);
    for (const seat of seatKinds) await say(sut, first, seat, 'DISAGREE');
    expect((await sut.ok(rounds.closeRound, on(first), there(party.COMMUNITY))).outcome).toBe('NOT_AGREED');
    await minute(sut, first);
    await sut.ok(issues.decideNext, { id, step: 'plan', leadSeat: 'FIRM', reason: '请物业先改承诺' }, there(party.COMMUNITY));
    expect(await sut.ok(issues.getIssue, { id }, there(party.FIRM))).toMatchObject({ state: 'PLANNING', planId: null });
    const call = { id, roundId: idOf('promises again'), agenda: ['再议承诺'], startsAt: MovingTime.of(sut).in(60_000) };
    expect(await sut.refused(rounds.noticeRound, call, there(party.FIRM))).toBe('seat.not-yours');
    const second = await notice(sut, id);
    expect([second.no, await stateOf(id)]).toEqual([2, 'CONVENED']);
    expect((await clocksOf(id)).filter(({ code }) => code === 'PLAN_PROGRESS').map(({ state }) => state)).toEqual(['stopped']);
    await hold(sut, second);
    for (const seat of ['FIRM', 'RIGHTS_UNIT'] as const) await say(sut, second, seat, 'AGREE');
    expect((await sut.ok(rounds.closeRound, on(second), there(party.COMMUNITY))).outcome).toBe('AGREED');

    const commitments = [{ seat: 'FIRM' as const, text: '每日巡查雨水口', dueOn: '2030-12-31', evidence: '巡查记录' }];
    const draw = () =>
      sut.ok(
        resolutions.drawResolution,
        { id: randomUUID(), issueId: id, text: ['物业每日巡查雨水口。'], commitments },
        there(party.COMMUNITY),
      );
    const slip = await draw();
    await sut.ok(resolutions.voidResolution, { id: slip.id, reason: '承诺的日期写错了', keepsPlan: true }, there(party.COMMUNITY));
    expect(await stateOf(id)).toBe('SIGNING');
    const drawn = await draw();
    expect(drawn.no).toBe(2);
    for (const { seat } of drawn.body.signers)
      await sut.ok(resolutions.signResolution, { id: drawn.id, seat, documentHash: drawn.hash }, there(party[seat]));
    expect(await stateOf(id)).toBe('EXECUTING');
  });

  test('owners’ own matters go to another round without a plan too; what is paid by parties does not', async () => {
    const { id } = await screen(sut, (await propose(sut, tableId, { streetId: 'quick' })).id, ['FIRM'], 'quick');
    await within(sut, 'quick', async (tx, rules) => {
      let issue = (await tx.lock(issueRows, id))!;
      for (const step of ['convene', 'openRound', 'agree', 'amend'] as const)
        issue = await moveIssue(tx, issue, step, rules, { change: { leadSeat: 'OWNERS_BODY' } });
    });
    const round = await notice(sut, id);
    expect(round.no).toBe(2);
    await hold(sut, round);
    await say(sut, round, 'OWNERS_BODY', 'AGREE');
    expect((await sut.ok(rounds.closeRound, on(round), there(party.COMMUNITY))).outcome).toBe('AGREED');

    const works = await screen(sut, (await propose(sut, tableId, { streetId: 'quick' })).id, ['SHARED_WORKS'], 'quick');
    await within(sut, 'quick', async (tx, rules) => {
      let issue = (await tx.lock(issueRows, works.id))!;
      for (const step of ['convene', 'openRound', 'closeRound', 'plan'] as const)
        issue = await moveIssue(tx, issue, step, rules, { change: { leadSeat: 'FIRM', roundNo: 1 } });
    });
    const call = { id: works.id, roundId: idOf('works'), agenda: ['院内排水改造'], startsAt: MovingTime.of(sut).in(60_000) };
    expect(await sut.refused(rounds.noticeRound, call, there(party.COMMUNITY))).toBe('issue.illegal-step');
  });

  test('after the third round without agreement there is no fourth', async () => {
    const issue = await planned(sut, tableId);
    for (const no of [2, 3]) {
      const round = await notice(sut, issue.id);
      await hold(sut, round);
      await say(sut, round, 'RIGHTS_UNIT', 'DISAGREE');
      await sut.ok(rounds.closeRound, on(round), there(party.COMMUNITY));
      await minute(sut, round);
      if (no === 3) break;
      // A round is left: the chair alone does not end what others have brought.
      const end = { id: issue.id, step: 'reject' as const, reason: '谈不拢，不再议' };
      expect(await sut.refused(issues.decideNext, end, there(party.COMMUNITY))).toBe('issue.illegal-step');
      await sut.ok(issues.decideNext, { id: issue.id, step: 'replan', reason: '调整分摊比例' }, there(party.COMMUNITY));
      await layPlan(sut, issue.id);
    }
    const replan = { id: issue.id, step: 'replan' as const, reason: '调整分摊比例' };
    expect(await sut.refused(issues.decideNext, replan, there(party.COMMUNITY))).toBe('issue.rounds-used-up');
    const ended = await sut.ok(issues.decideNext, { ...replan, step: 'reject' }, there(party.COMMUNITY));
    expect(ended.state).toBe('REJECTED');
    expect(await toldOf(issue.id)).toContain('ended');
  });
});

describe('mandates', () => {
  test('an agreement above the representative’s limit is refused and names whose signature is needed; who may sign it then does', async () => {
    const issue = await planned(sut, tableId);
    const limited = {
      id: issue.id,
      seat: 'RIGHTS_UNIT' as const,
      document: '授权书第2号',
      amountLimitFen: '30000000',
      aboveLimit: '集团总经理',
    };
    await sut.ok(
      issues.replaceMandate,
      { ...limited, as: 'REPRESENTATIVE', accountId: party.RIGHTS_UNIT.accountId },
      there(party.RIGHTS_UNIT),
    );
    const head: Caller = { ...party.RIGHTS_UNIT, accountId: idOf('account head of the unit') };
    await grant(sut, head.accountId!, 'rights_unit_rep', '远征集团三院', 'quick');
    await eventually(() =>
      sut.ok(
        issues.replaceMandate,
        { id: issue.id, seat: 'RIGHTS_UNIT', document: '任命文件', as: 'DEPUTY', accountId: head.accountId! },
        there(party.RIGHTS_UNIT),
      ),
    );
    const round = await notice(sut, issue.id);
    await hold(sut, round);
    const answer = await sut.ask(rounds.takePosition, { ...on(round), position: 'AGREE' }, there(party.RIGHTS_UNIT));
    expect('problem' in answer && answer.problem).toMatchObject({ code: 'seat.over-limit', status: 403 });
    expect('problem' in answer && answer.problem.detail).toBe(
      '“产权单位”按方案应出 480,000.00 元，超过您的授权限额 300,000.00 元，须由集团总经理签字。请由其表态，或由本单位提高授权后再表态。',
    );
    await say(sut, round, 'RIGHTS_UNIT', 'DISAGREE');
    await sut.ok(rounds.takePosition, { ...on(round), position: 'AGREE' }, there(head));
    const closed = await sut.ok(rounds.closeRound, on(round), there(party.COMMUNITY));
    expect(closed.outcome).toBe('AGREED');
    expect(closed.positions.filter(({ seat }) => seat === 'RIGHTS_UNIT')).toHaveLength(1);
  });

  test('a representative with an interest steps back: its word counts no more, the deputy speaks', async () => {
    const issue = await planned(sut, tableId);
    const deputy: Caller = { ...party.FIRM, accountId: idOf('account deputy of the firm') };
    await grant(sut, deputy.accountId!, 'firm_manager', '远征物业', 'quick');
    const round = await notice(sut, issue.id);
    await hold(sut, round);
    await say(sut, round, 'FIRM', 'AGREE');
    const back = {
      id: issue.id,
      seat: 'FIRM' as const,
      accountId: party.FIRM.accountId,
      interest: 'CONTRACTOR' as const,
      reason: '与施工单位同一股东',
    };
    expect(await sut.refused(issues.stepBack, back, there(party.RIGHTS_UNIT))).toBe('seat.not-yours');
    await sut.ok(issues.stepBack, back, there(party.COMMUNITY));
    expect((await sut.ok(rounds.getRound, { id: round.id }, there(inspector))).positions).toEqual([]);
    expect(await sut.refused(rounds.takePosition, { ...on(round), position: 'AGREE' }, there(party.FIRM))).toBe('seat.stepped-back');
    const appointment = { id: issue.id, seat: 'FIRM' as const, document: '另行委派书' };
    expect(
      await sut.refused(issues.replaceMandate, { ...appointment, as: 'DEPUTY', accountId: party.FIRM.accountId }, there(party.FIRM)),
    ).toBe('seat.stepped-back');
    await eventually(() =>
      sut.ok(issues.replaceMandate, { ...appointment, as: 'DEPUTY', accountId: deputy.accountId! }, there(party.FIRM)),
    );
    // Who stepped back is not there any more: the deputy signs in for the seat.
    const word = { ...on(round), position: 'ABSTAIN' as const, reason: '只代为转达意见' };
    expect(await sut.refused(rounds.takePosition, word, there(deputy))).toBe('round.not-present');
    await sut.ok(rounds.checkIn, on(round), there(deputy));
    await sut.ok(rounds.takePosition, word, there(deputy));
    const closed = await sut.ok(rounds.closeRound, on(round), there(party.COMMUNITY));
    expect(closed.positions.find(({ seat }) => seat === 'FIRM')).toMatchObject({
      position: 'ABSTAIN',
      as: 'DEPUTY',
      accountId: deputy.accountId,
    });
  });

  test('a payer whose representative signs in and steps back before the round is not there', async () => {
    const issue = await planned(sut, tableId, [{ seat: 'FIRM', amountFen: '48000000' }]);
    const round = await notice(sut, issue.id);
    for (const seat of seatKinds) await sut.ok(rounds.checkIn, on(round), there(party[seat]));
    const back = { id: issue.id, seat: 'FIRM' as const, accountId: party.FIRM.accountId, interest: 'CONTRACTOR' as const };
    await sut.ok(issues.stepBack, { ...back, reason: '与施工单位同一股东' }, there(party.COMMUNITY));
    expect((await sut.ok(rounds.getRound, { id: round.id }, there(inspector))).quorum).toMatchObject({ isMet: false, missing: ['FIRM'] });
    expect(await toldOf(round.id)).toContain('check-in-voided');
    await MovingTime.of(sut).to(round.startsAt);
    expect(await sut.refused(rounds.openRound, on(round), there(party.COMMUNITY))).toBe('round.no-quorum');
  });

  test('only the unit itself appoints, only whom the gateway lets act for it, and not above that account’s own limit', async () => {
    const accountId = idOf('account of little money');
    const wish = { id: tableId, seat: 'RIGHTS_UNIT' as const, as: 'DEPUTY' as const, accountId, document: '授权书' };
    expect(await sut.refused(tables.appoint, wish, there(party.FIRM))).toBe('seat.not-yours');
    expect(await sut.refused(tables.appoint, wish, there(party.RIGHTS_UNIT))).toBe('seat.account-unfit');
    await grant(sut, accountId, 'rights_unit_rep', '远征集团三院', 'quick', { limitFen: '1000000' });
    await eventually(async () => expect(await sut.refused(tables.appoint, wish, there(party.RIGHTS_UNIT))).toBe('seat.limit-too-high'));
    const limited = { ...wish, amountLimitFen: '1000000' };
    expect(await sut.refused(tables.appoint, limited, there(party.RIGHTS_UNIT))).toBe('seat.above-limit-needed');
    await sut.ok(tables.appoint, { ...limited, aboveLimit: '院长' }, there(party.RIGHTS_UNIT));
    await sut.ok(tables.endSeatMandate, { id: tableId, seat: 'RIGHTS_UNIT', as: 'DEPUTY' }, there(party.RIGHTS_UNIT));
  });

  test('what the gateway lets an account do has to hold when it speaks: a limit cut since, or a mandate ended, counts at issues convened before', async () => {
    const deputy: Caller = { ...party.RIGHTS_UNIT, accountId: idOf('deputy of the unit, cut') };
    const accountId = deputy.accountId!;
    const grantOf = (limitFen: string | null, version: number) =>
      grant(sut, accountId, 'rights_unit_rep', '远征集团三院', 'quick', { limitFen }, version);
    const full = await grantOf(null, 1);
    const issue = await planned(sut, tableId);
    const wish = { id: issue.id, seat: 'RIGHTS_UNIT' as const, as: 'DEPUTY' as const, accountId, document: '任命文件' };
    await eventually(() => sut.ok(issues.replaceMandate, wish, there(party.RIGHTS_UNIT)));
    const round = await notice(sut, issue.id);
    await hold(sut, round);
    const agree = { ...on(round), position: 'AGREE' as const };
    const onPaper = {
      ...{
        ...agree,
        seat: 'RIGHTS_UNIT' as const,
        as: 'DEPUTY' as const,
        medium: 'PAPER' as const,
        evidence: '盖章的表态函',
        fileIds: [await scan(issue.id)],
      },
    };
    const known = (count: number) =>
      eventually(async () =>
        expect(
          await sut.rows(
            `select 1 from account_mandates m where account_id = $1 and not exists (select 1 from ended_mandates e where e.mandate_id = m.mandate_id)`,
            [accountId],
          ),
        ).toHaveLength(count),
      );
    const end = async (mandateId: string, version: number) =>
      sut.tell(gatewayEvents.mandateEnded, { mandateId }, { aggregateId: accountId, version, streetId: 'quick' });
    // The plan asks ¥480,000.00 of the unit.
    const small = await grantOf('30000000', 2);
    await end(full, 3);
    await known(1);
    await eventually(async () => expect(await sut.refused(rounds.takePosition, agree, there(deputy))).toBe('seat.over-limit'));
    expect(await sut.refused(rounds.recordPosition, onPaper, there(party.COMMUNITY))).toBe('seat.over-limit');
    await end(small, 4);
    await known(0);
    expect(await sut.refused(rounds.recordPosition, onPaper, there(party.COMMUNITY))).toBe('seat.account-unfit');
  });

  test('a mandate that has run out opens nothing any more', async () => {
    const issue = await planned(sut, tableId);
    const round = await notice(sut, issue.id);
    await hold(sut, round);
    const until = MovingTime.of(sut).in(HOUR);
    await sut.ok(
      issues.replaceMandate,
      { ...{ id: issue.id, seat: 'FIRM', as: 'REPRESENTATIVE', accountId: party.FIRM.accountId, document: '当日有效' }, until },
      there(party.FIRM),
    );
    await MovingTime.of(sut).to(until);
    expect(await sut.refused(rounds.takePosition, { ...on(round), position: 'AGREE' }, there(party.FIRM))).toBe('seat.mandate-ended');
  });
});

describe('nobody came', () => {
  test('the clock gives a second notice, and after the second failure the issue goes up and the absent units are told of', async () => {
    const table = await openTable(sut, { streetId: impatient });
    const { id } = await screen(sut, (await propose(sut, table, { streetId: impatient })).id, ['SHARED_WORKS'], impatient);
    const first = await notice(sut, id, { streetId: impatient, payers: ['RIGHTS_UNIT'] });
    await sut.ok(rounds.checkIn, { id, roundId: first.id }, inStreet(party.COMMUNITY, impatient));
    await MovingTime.of(sut).to(first.startsAt);
    await eventually(async () => expect(await stateOf(id, impatient)).toBe('ESCALATED'));
    const { rounds: held } = await sut.ok(rounds.listRounds, { id }, inStreet(inspector, impatient));
    expect(held.map(({ no, noticeNo, state }) => [no, noticeNo, state])).toEqual([
      [1, 1, 'NO_QUORUM'],
      [1, 2, 'NO_QUORUM'],
    ]);
    const absent = await sut.rows<{ seat: string }>(
      `select payload->>'seat' as seat from events where type = 'deliberation.round.unit-absent.v1' and aggregate_id = $1`,
      [held.at(-1)!.id],
    );
    expect(absent.map(({ seat }) => seat).sort()).toEqual(['COMMUNITY', 'FIRM', 'OWNERS_BODY', 'RIGHTS_UNIT', 'STREET']);
    expect(await sut.rows('select 1 from deadline_effects where at < fires_at')).toEqual([]);
  });

  test('enough have come and the chair does not open: its leaders hear of it, and it opens; an open round has its time as well', async () => {
    const { id } = await screen(sut, (await propose(sut, tableId, { streetId: 'quick' })).id, ['SHARED_WORKS'], 'quick');
    const round = await notice(sut, id);
    for (const seat of seatKinds) await sut.ok(rounds.checkIn, { id, roundId: round.id }, there(party[seat]));
    await MovingTime.of(sut).to(new Date(new Date(round.startsAt).getTime() + 31 * 60_000));
    const clock = async (code: string) => (await clocksOf(id)).filter((one) => one.code === code).map(({ state }) => state);
    await eventually(async () => expect(await clock('ROUND_START')).toEqual(['armed']));
    expect(await stateOf(id)).toBe('CONVENED');
    await sut.ok(rounds.openRound, { id, roundId: round.id }, there(party.COMMUNITY));
    expect([await clock('ROUND_START'), await clock('ROUND_HOLD')]).toEqual([['stopped'], ['armed']]);
    await sut.ok(rounds.closeRound, { id, roundId: round.id }, there(party.COMMUNITY));
    expect(await clock('ROUND_HOLD')).toEqual(['stopped']);
  });

  test('the chair need not wait for the clock, but cannot send people home who are enough', async () => {
    const { id } = await screen(sut, (await propose(sut, tableId, { streetId: 'quick' })).id, ['SHARED_WORKS'], 'quick');
    const first = await notice(sut, id);
    await MovingTime.of(sut).to(first.startsAt);
    await sut.ok(rounds.failRound, { id, roundId: first.id }, there(party.COMMUNITY));
    const issue = await sut.ok(issues.getIssue, { id }, there(party.COMMUNITY));
    expect(issue).toMatchObject({ state: 'CONVENED', quorumFailures: 1 });
    const again = (await sut.ok(rounds.getRound, { id: issue.roundId! }, there(party.COMMUNITY))) satisfies RoundView;
    expect(again).toMatchObject({ no: 1, noticeNo: 2, state: 'NOTICED' });
    expect(await sut.refused(rounds.checkIn, { id, roundId: first.id }, there(party.FIRM))).toBe('round.not-current');
    for (const seat of ['STREET', 'COMMUNITY', 'FIRM', 'OWNERS_BODY'] as const)
      await sut.ok(rounds.checkIn, { id, roundId: again.id }, there(party[seat]));
    expect(await sut.refused(rounds.failRound, { id, roundId: again.id }, there(party.COMMUNITY))).toBe('round.quorate');
  });

  test('enough have come and the chair is late: the clock tells, and does not send them home', async () => {
    const streetId = 'late';
    await openStreet(sut, { streetId, limits: impatientLimits });
    const table = await openTable(sut, { streetId });
    const chair = inStreet(party.COMMUNITY, streetId);
    const { id } = await screen(sut, (await propose(sut, table, { streetId })).id, ['SHARED_WORKS'], streetId);
    const round = await notice(sut, id, { streetId, payers: ['RIGHTS_UNIT'] });
    for (const seat of seatKinds) await sut.ok(rounds.checkIn, { id, roundId: round.id }, inStreet(party[seat], streetId));
    await MovingTime.of(sut).to(round.startsAt);
    await eventually(async () =>
      expect((await clocksOf(id)).filter(({ code }) => code === 'QUORUM_WAIT')).toMatchObject([{ state: 'fired' }]),
    );
    expect(await sut.ok(rounds.getRound, { id: round.id }, chair)).toMatchObject({ state: 'NOTICED', quorum: { isMet: true } });
    expect(await sut.ok(issues.getIssue, { id }, chair)).toMatchObject({ state: 'CONVENED', quorumFailures: 0 });
    expect((await sut.ok(rounds.openRound, { id, roundId: round.id }, chair)).state).toBe('OPEN');
  });
});

describe('what nobody came for twice', () => {
  const escalated = async () => {
    const { id } = await screen(sut, (await propose(sut, tableId, { streetId: 'quick' })).id, ['SHARED_WORKS'], 'quick');
    await MovingTime.of(sut).to((await notice(sut, id)).startsAt);
    for (let failures = 0; failures < 2; failures++) {
      const { roundId } = await sut.ok(issues.getIssue, { id }, there(party.COMMUNITY));
      const { startsAt } = await sut.ok(rounds.getRound, { id: roundId! }, there(party.COMMUNITY));
      await MovingTime.of(sut).to(startsAt);
      await sut.ok(rounds.failRound, { id, roundId: roundId! }, there(party.COMMUNITY));
    }
    expect(await stateOf(id)).toBe('ESCALATED');
    return id;
  };
  const call = (id: string) => ({ id, roundId: randomUUID(), agenda: ['院内排水改造'], startsAt: MovingTime.of(sut).in(HOUR) });

  test('the street convenes on its own duty; at an issue that is not escalated it does not', async () => {
    const id = await escalated();
    expect((await clocksOf(id)).filter(({ state }) => state === 'armed').map(({ code }) => code)).toEqual(['ISSUE_ESCALATED']);
    const { tables: list } = await sut.ok(tables.listTables, {}, there(party.STREET));
    expect(list.flatMap(({ awaiting }) => awaiting).find(({ issueId }) => issueId === id)).toMatchObject({
      seat: 'STREET',
      what: 'CONVENE',
    });
    expect(await sut.refused(rounds.noticeRound, call(id), there(party.FIRM))).toBe('seat.not-yours');
    expect((await sut.ok(rounds.noticeRound, call(id), there(party.STREET))).state).toBe('NOTICED');
    expect(await stateOf(id)).toBe('CONVENED');
    expect((await clocksOf(id)).filter(({ code }) => code === 'ISSUE_ESCALATED').map(({ state }) => state)).toEqual(['stopped']);
    const other = await screen(sut, (await propose(sut, tableId, { streetId: 'quick' })).id, ['SHARED_WORKS'], 'quick');
    expect(await sut.refused(rounds.noticeRound, call(other.id), there(party.STREET))).toBe('seat.not-yours');
  });

  test('or says that nothing comes of it', async () => {
    const id = await escalated();
    const step = { id, step: 'reject' as const, reason: '两次未到会，街道另行处置' };
    expect(await sut.refused(issues.decideNext, step, there(party.FIRM))).toBe('seat.not-yours');
    expect((await sut.ok(issues.decideNext, step, there(party.STREET))).state).toBe('REJECTED');
  });
});

describe('a property-rights unit with several estates', () => {
  test('sees all its tables in one list, each with what waits for it there, and nobody else’s', async () => {
    const streetId = 'lists';
    await openStreet(sut, { streetId, limits: quickLimits });
    const as = (caller: Caller) => inStreet(caller, streetId);
    const here = await openTable(sut, { streetId });
    await sut.ok(tables.openTable, { id: idOf('other table'), estateId: idOf('云台路甲3号院') }, as(party.STREET));
    const { id } = await screen(sut, (await propose(sut, here, { streetId })).id, ['SHARED_WORKS'], streetId);
    const round = await notice(sut, id, { streetId, payers: ['RIGHTS_UNIT'] });
    const seen = async (caller: Caller) =>
      (await sut.ok(tables.listTables, {}, as(caller))).tables.map(({ estateId, openIssues, awaiting }) => [
        estateId,
        openIssues,
        awaiting.map(({ seat, what, issueId }) => [seat, what, issueId]),
      ]);
    expect(await seen(party.RIGHTS_UNIT)).toEqual(
      expect.arrayContaining([
        [yard, 1, [['RIGHTS_UNIT', 'CHECK_IN', id]]],
        [idOf('云台路甲3号院'), 0, [['RIGHTS_UNIT', 'APPOINT', null]]],
      ]),
    );
    await hold(sut, round, undefined, streetId);
    expect(await seen(party.RIGHTS_UNIT)).toContainEqual([yard, 1, [['RIGHTS_UNIT', 'POSITION', id]]]);
    expect(await seen(party.FIRM)).toEqual([[yard, 1, [['FIRM', 'POSITION', id]]]]);
    expect(await seen(stranger)).toEqual([]);
  });
});

describe('out of the way', () => {
  test('a seat’s issue is withdrawn by proposer and chair together, and its round goes with it', async () => {
    const { id } = await propose(sut, tableId, { streetId: 'quick', by: 'OWNERS_BODY' });
    await screen(sut, id, ['SHARED_WORKS'], 'quick');
    const round = await notice(sut, id);
    const reason = '问题已经自行解决';
    expect(await sut.refused(issues.withdrawIssue, { id, reason }, there(party.COMMUNITY))).toBe('issue.proposer-silent');
    expect(await sut.refused(issues.askWithdrawal, { id, reason }, there(party.FIRM))).toBe('seat.not-yours');
    await sut.ok(issues.askWithdrawal, { id, reason }, there(party.OWNERS_BODY));
    expect((await sut.ok(issues.withdrawIssue, { id, reason }, there(party.COMMUNITY))).state).toBe('WITHDRAWN');
    expect((await sut.ok(rounds.getRound, { id: round.id }, there(inspector))).state).toBe('CALLED_OFF');
    expect((await clocksOf(id)).every(({ state }) => state === 'stopped')).toBe(true);
  });

  test('an issue is laid together with another one of the table, and nobody is told that it is over', async () => {
    const [one, other] = [await propose(sut, tableId, { streetId: 'quick' }), await propose(sut, tableId, { streetId: 'quick' })];
    const merge = { id: one.id, into: other.id, reason: '同一处积水问题' };
    expect(await sut.refused(issues.mergeIssue, { ...merge, into: one.id }, there(party.COMMUNITY))).toBe('issue.merge-unfit');
    expect(await sut.ok(issues.mergeIssue, merge, there(party.COMMUNITY))).toMatchObject({ state: 'MERGED', mergedInto: other.id });
    expect(await toldOf(one.id)).not.toContain('ended');
    expect(await sut.refused(issues.mergeIssue, { ...merge, id: other.id, into: one.id }, there(party.COMMUNITY))).toBe(
      'issue.merge-unfit',
    );
  });

  test('nothing is laid together with what has been agreed or signed: its orders would never hear of an end', async () => {
    const one = await propose(sut, tableId, { streetId: 'quick' });
    const target = await screen(sut, (await propose(sut, tableId, { streetId: 'quick' })).id, ['OWN_DUTY'], 'quick');
    await within(sut, 'quick', async (tx, rules) => {
      let issue = (await tx.lock(issueRows, target.id))!;
      for (const step of ['convene', 'openRound', 'agree'] as const) issue = await moveIssue(tx, issue, step, rules);
    });
    const merge = { id: one.id, into: target.id, reason: '同一处积水问题' };
    expect(await sut.refused(issues.mergeIssue, merge, there(party.COMMUNITY))).toBe('issue.merge-unfit');
    await within(sut, 'quick', async (tx, rules) => {
      let issue = (await tx.lock(issueRows, target.id))!;
      for (const step of ['openSigning', 'execute'] as const) issue = await moveIssue(tx, issue, step, rules);
    });
    expect(await sut.refused(issues.mergeIssue, merge, there(party.COMMUNITY))).toBe('issue.merge-unfit');
  });

  test('a body’s own decision is kept with the verdict its numbers allow', async () => {
    const { id } = await propose(sut, tableId, { streetId: 'quick' });
    const meeting = { id, body: 'OWNERS_COMMITTEE' as const, members: 9, ownerReps: 9, attended: 5, ownerRepsAttended: 5 };
    const decision = { ...meeting, heldOn: '2026-11-20', toldOn: '2026-11-10', document: '业委会会议纪要第4号' };
    const refused = (part: object) => sut.refused(issues.recordBodyDecision, { ...decision, signed: 5, ...part }, there(party.OWNERS_BODY));
    // The table of 南岗里一区 has a 业委会, and no 物管会 decides for it; nor does a meeting that is still to come.
    expect(await refused({ body: 'PROPERTY_MGMT_COMMITTEE' })).toBe('request.invalid');
    expect(await refused({ heldOn: '2030-01-01' })).toBe('time.future');
    await sut.ok(issues.recordBodyDecision, { ...decision, signed: 4 }, there(party.OWNERS_BODY));
    const issue = await sut.ok(issues.recordBodyDecision, { ...decision, signed: 5 }, there(party.OWNERS_BODY));
    expect(issue.bodyDecisions.map(({ isQuorate, isPassed }) => [isQuorate, isPassed])).toEqual([
      [true, false],
      [true, true],
    ]);
    expect(await sut.refused(issues.recordBodyDecision, { ...decision, members: 8, signed: 5 }, there(party.OWNERS_BODY))).toBe(
      'body.numbers-unsound',
    );
    // What it has passed is to hang; the one that did not pass is not.
    const clock = async () => (await clocksOf(id)).filter(({ code }) => code === 'BODY_POST').map(({ state }) => state);
    expect(await clock()).toEqual(['armed']);
    const post = (no: number) => ({ id, no, where: '小区南门公告栏' });
    expect(await sut.refused(issues.postBodyDecision, post(1), there(party.OWNERS_BODY))).toBe('body.nothing-to-post');
    expect(await sut.refused(issues.postBodyDecision, post(2), there(party.FIRM))).toBe('object.not-found');
    const { bodyDecisions } = await sut.ok(issues.postBodyDecision, post(2), there(party.OWNERS_BODY));
    expect(bodyDecisions[1]!.posting).toMatchObject({ where: '小区南门公告栏', hangsUntil: null });
    expect(await clock()).toEqual(['stopped']);
    expect(await sut.refused(issues.postBodyDecision, post(2), there(party.COMMUNITY))).toBe('body.nothing-to-post');
  });

  test('a sixth party finds no round, can do nothing to one, and is told nothing', async () => {
    const issue = await planned(sut, tableId);
    const round = await notice(sut, issue.id);
    const outside = there(stranger);
    expect(await sut.refused(rounds.getRound, { id: round.id }, outside)).toBe('object.not-found');
    expect(await sut.refused(rounds.watchRound, { id: round.id }, outside)).toBe('object.not-found');
    expect(await sut.refused(rounds.listRounds, { id: issue.id }, outside)).toBe('object.not-found');
    for (const operation of [rounds.checkIn, rounds.openRound, rounds.failRound, rounds.closeRound, rounds.finishMinutes])
      expect(await sut.refused(operation, on(round), outside)).toBe('object.not-found');
    const spoken = { ...on(round), position: 'AGREE' as const };
    expect(await sut.refused(rounds.takePosition, spoken, outside)).toBe('object.not-found');
    const seat = { seat: 'FIRM' as const, as: 'DEPUTY' as const };
    expect(await sut.refused(rounds.recordPosition, { ...spoken, ...seat, medium: 'PHONE', evidence: '录音1号' }, outside)).toBe(
      'object.not-found',
    );
    expect(await sut.refused(rounds.writeMinutes, { ...on(round), items: { PLAN: '方案' } }, outside)).toBe('object.not-found');
    const { id } = issue;
    const reason = '想看看里面有什么';
    const refusals = [
      sut.refused(issues.screenIssue, { id, decision: 'TAKE', matters: ['NOTICE'], reason }, outside),
      sut.refused(issues.decideNext, { id, step: 'plan', reason }, outside),
      sut.refused(issues.reportPlan, { id, progress: reason }, outside),
      sut.refused(issues.askWithdrawal, { id, reason }, outside),
      sut.refused(issues.withdrawIssue, { id, reason }, outside),
      sut.refused(issues.mergeIssue, { id, into: id, reason }, outside),
      sut.refused(issues.stepBack, { id, seat: 'FIRM', accountId: 'x', interest: 'OTHER', reason }, outside),
      sut.refused(issues.replaceMandate, { id, ...seat, accountId: 'x', document: '授权书' }, outside),
      sut.refused(tables.appoint, { id: tableId, ...seat, accountId: 'x', document: '授权书' }, outside),
      sut.refused(tables.endSeatMandate, { id: tableId, ...seat }, outside),
    ];
    expect(new Set(await Promise.all(refusals))).toEqual(new Set(['object.not-found']));
    expect((await sut.ok(rounds.getRound, { id: round.id }, there(inspector))).state).toBe('NOTICED');
  });
});

test('the committee that meets with the table has its five days for the second notice, too', async () => {
  const streetId = 'unhurried';
  await openStreet(sut, { streetId });
  const table = await openTable(sut, { streetId });
  const chair = inStreet(party.COMMUNITY, streetId);
  const { id } = await screen(sut, (await propose(sut, table, { streetId })).id, ['SHARED_WORKS'], streetId);
  const bodies = ['TABLE' as const, 'OWNERS_COMMITTEE' as const];
  const first = await notice(sut, id, { streetId, inMs: 8 * 24 * HOUR, bodies });
  await MovingTime.of(sut).to(first.startsAt);
  await sut.ok(rounds.failRound, { id, roundId: first.id }, chair);
  // Over a weekend the table's three working days may end later than the five days: one clock runs, the stricter.
  expect((await clocksOf(id)).filter(({ code, state }) => code.startsWith('NOTICE_') && state === 'armed')).toHaveLength(1);
  const { roundId } = await sut.ok(issues.getIssue, { id }, chair);
  const { startsAt } = await sut.ok(rounds.getRound, { id: roundId! }, chair);
  expect(new Date(startsAt).getTime() - new Date(first.startsAt).getTime()).toBeGreaterThanOrEqual(5 * 24 * HOUR);
  const { document } = await sut.ok(rounds.printNotice, { id: roundId!, form: 'DATA', place: '社区二楼', contact: '社区居委会' }, chair);
  expect(JSON.stringify(document)).toContain('5 日（业委会会议）');
});
