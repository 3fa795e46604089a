import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  commitmentEvents,
  commitments,
  costParts,
  costPlans,
  instalmentEvents,
  instalments,
  issues,
  resolutions,
  works,
  type InstalmentView,
} from '@wufang/contracts';
import { beijingDate, fen, formatFen } from '@wufang/kernel';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { deliberationParts } from '../src/parts.js';
import { tellHomes } from './estate-homes.js';
import { DAY, HOUR, MovingTime } from './moving-time.js';
import { executing, planning, readyToSign } from './signed-plan.js';
import { idOf, openStreet, openTable, party, proof, stranger } from './street.js';
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
    ...['远征集团三院', '远征集团十一所'].map((name) => ({
      ...{ owner: name, area: 5_000, more: { nature: 'UNSOLD_PUBLIC' as const, ownerId: idOf(name), isUnit: true } },
    })),
  ]);
  tableId = await openTable(sut);
}, 120_000);
afterAll(() => sut?.stop());

const day = (ahead: number) => beijingDate(new Date(time.now.getTime() + ahead * DAY));
const part = (name: string, ratio: string, dueOn: string | null, isRetention = false) => ({ name, ratio, dueOn, isRetention });
const c6 = () => [
  part('开工', '30%', day(10)),
  part('过半', '40%', day(40)),
  part('完工', '27%', day(70)),
  part('质保金', '3%', null, true),
];
const terms = { total: '186,400.02', ratios: { 产权单位: '50%', 街道: '50%' } };
const begun = (schedule = c6()) => executing(sut, tableId, terms, { schedule });

const accountsOf = async (issueId: string) => (await sut.ok(instalments.listInstalments, { issueId }, party.STREET)).accounts;
const firstOf = async (issueId: string, payer: string): Promise<InstalmentView> =>
  (await accountsOf(issueId)).find((account) => account.payer === payer)!.instalments[0]!;
const read = async (id: string) => (await sut.ok(instalments.listPayments, { id }, party.STREET)).instalment;
const yuanOf = (amount: string) => formatFen(fen(BigInt(amount)));
const receipt = (id: string, amountFen: string) => ({
  ...{ id, receiptId: randomUUID(), amountFen, paidOn: day(0), document: '银行回单', documentId: proof },
});
const typesOf = async (id: string) =>
  (await sut.rows<{ type: string }>('select type from events where aggregate_id = $1 order by version', [id])).map(({ type }) => type);

/** What the database holds by itself: entries and payments say the same, every payer's accounts are its share. */
async function expectBalance(issueId: string) {
  const rows = await sut.rows<Record<'share' | 'open' | 'paid' | 'amount' | 'received', string>>(
    `select (-sum(e.share_fen))::text as share, sum(e.open_fen)::text as open, sum(e.paid_fen)::text as paid,
       i.amount_fen::text as amount, i.paid_fen::text as received
     from instalments i join payment_entries e on e.instalment_id = i.id where i.issue_id = $1 group by i.id, i.amount_fen, i.paid_fen`,
    [issueId],
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { share, open, paid, amount, received } of rows) {
    expect([share, paid]).toEqual([amount, received]);
    expect(BigInt(open) + BigInt(paid)).toBe(BigInt(share));
  }
}

describe('what was signed is paid', () => {
  test('C6: with the last signature every payer owes its share by the signed schedule, to the fen, and is reminded of it', async () => {
    const { issueId, resolution } = await begun();
    const accounts = await accountsOf(issueId);
    expect(accounts.map(({ payer, seat, shareFen }) => [payer, seat, yuanOf(shareFen)]).sort()).toEqual(
      [
        ['产权单位', 'RIGHTS_UNIT', '93,200.01'],
        ['街道', 'STREET', '93,200.01'],
      ].sort(),
    );
    for (const { instalments: own } of accounts) {
      expect(own.map(({ name, kind, amountFen }) => [name, kind, yuanOf(amountFen)])).toEqual([
        ['开工', 'SIGNED', '27,960.00'],
        ['过半', 'SIGNED', '37,280.01'],
        ['完工', 'SIGNED', '25,164.00'],
        ['质保金', 'RETENTION', '2,796.00'],
      ]);
      expect(own.map(({ dueAt }) => dueAt === null)).toEqual([false, false, false, true]);
    }
    expect(resolution.body.schedule).toHaveLength(4);
    const clocks = await sut.rows(
      `select 1 from deadlines d join instalments i on i.id = d.subject_id where d.code = 'INSTALMENT_DUE' and i.issue_id = $1`,
      [issueId],
    );
    expect(clocks).toHaveLength(6);
    await expectBalance(issueId);
  });

  test('what a utility owes alone is paid outside of what was signed: nobody is billed for it or reminded of it, and the bundle holds', async () => {
    const duty = { item: '表前水管', amount: '10,000.00', payer: '自来水公司' };
    const { issueId, resolution } = await executing(sut, tableId, { ...terms, duty }, { schedule: c6() });
    const { body } = resolution;
    expect(body.duties).toEqual([
      { payer: '自来水公司', name: '自来水公司', duty: 'UTILITY_NETWORK', item: '表前水管', amountFen: '1000000' },
    ]);
    expect([body.plan!.totalFen, body.signers.map(({ seat }) => seat)]).toEqual(['19640002', ['STREET', 'COMMUNITY', 'RIGHTS_UNIT']]);
    expect((await accountsOf(issueId)).map(({ payer, shareFen }) => [payer, yuanOf(shareFen)]).sort()).toEqual(
      [
        ['产权单位', '93,200.01'],
        ['街道', '93,200.01'],
      ].sort(),
    );
    const bundle = await sut.ok(resolutions.exportBundle, { id: resolution.id }, party.STREET);
    expect(verifyBundle(bundle)).toMatchObject({ holds: true, broken: null });
    const { document } = await sut.ok(resolutions.printResolution, { id: resolution.id, form: 'DATA' }, party.STREET);
    expect(JSON.stringify(document)).toContain('自身责任');
  });

  test('a schedule that is not the whole, keeps back too much or names a day that has passed is not drawn up', async () => {
    const { id: issueId } = await planning(sut, tableId);
    await readyToSign(sut, issueId, terms);
    const draw = (schedule: ReturnType<typeof c6>) =>
      sut.refused(resolutions.drawResolution, { id: randomUUID(), issueId, text: ['改造。'], schedule }, party.COMMUNITY);
    expect(await draw([part('一', '50%', day(1)), part('二', '40%', day(2))])).toBe('resolution.schedule');
    expect(await draw([part('一', '96%', day(1)), part('质保金', '4%', null, true)])).toBe('plan.retention-too-high');
    expect(await draw([part('一', '100%', day(-1))])).toBe('due.past');
  });

  test('days that went by while others still signed move with the last signature: clocks run, and once they are over it is late once', async () => {
    const { id: issueId } = await planning(sut, tableId);
    await readyToSign(sut, issueId, terms);
    const schedule = [part('开工', '50%', day(1)), part('完工', '50%', day(40))];
    const promise = { seat: 'FIRM' as const, text: '每日巡查雨水口', dueOn: day(1), evidence: '巡查记录' };
    const {
      id,
      hash: documentHash,
      body,
    } = await sut.ok(
      resolutions.drawResolution,
      { id: randomUUID(), issueId, text: ['改造院内排水管。'], schedule, commitments: [promise] },
      party.COMMUNITY,
    );
    const seats = body.signers.map(({ seat }) => seat);
    for (const seat of seats.slice(0, -1)) await sut.ok(resolutions.signResolution, { id, seat, documentHash }, party[seat]);
    await time.to(new Date(time.now.getTime() + 3 * DAY));
    await sut.ok(resolutions.signResolution, { id, seat: seats.at(-1)!, documentHash }, party[seats.at(-1)!]);
    const [kept] = (await sut.ok(commitments.listCommitments, { issueId }, party.STREET)).commitments;
    const first = await firstOf(issueId, '产权单位');
    // A day after the last signature, as it was a day after the drawing.
    expect([kept!.dueAt, first.dueAt].map((at) => beijingDate(new Date(Date.parse(at!) - 1)))).toEqual([day(1), day(1)]);
    expect(beijingDate(new Date(Date.parse((await accountsOf(issueId))[0]!.instalments[1]!.dueAt!) - 1))).toBe(schedule[1]!.dueOn);
    const armed = await sut.rows(`select state from deadlines where subject_id = any($1)`, [[kept!.id, first.id]]);
    expect(armed).toEqual([{ state: 'armed' }, { state: 'armed' }]);
    expect(body.schedule![0]!.dueOn).toBe(schedule[0]!.dueOn);
    await time.to(new Date(Date.parse(first.dueAt!) + HOUR));
    await eventually(async () => expect((await typesOf(first.id)).filter((type) => type === instalmentEvents.late.type)).toHaveLength(1));
    await eventually(async () => expect((await typesOf(kept!.id)).filter((type) => type === commitmentEvents.late.type)).toHaveLength(1));
  });

  test('a receipt is recorded with its proof by the payer’s own seat or the community, once, never above what is open', async () => {
    const { issueId } = await begun();
    const { id, amountFen } = await firstOf(issueId, '产权单位');
    const asked = receipt(id, '1000000');
    expect(await sut.refused(instalments.recordReceipt, asked, party.FIRM)).toBe('seat.not-yours');
    expect(await sut.refused(instalments.recordReceipt, asked, stranger)).toBe('object.not-found');
    expect(await sut.refused(instalments.recordReceipt, { ...asked, paidOn: day(2) }, party.RIGHTS_UNIT)).toBe('time.future');
    expect(await sut.refused(instalments.recordReceipt, { ...asked, document: '联系 13800138000' }, party.RIGHTS_UNIT)).toBe(
      'issue.text-private',
    );
    expect(await sut.ok(instalments.recordReceipt, asked, party.RIGHTS_UNIT)).toMatchObject({ paidFen: '1000000', state: 'OPEN' });
    expect(await sut.ok(instalments.recordReceipt, asked, party.RIGHTS_UNIT)).toMatchObject({ paidFen: '1000000' });
    const left = BigInt(amountFen) - 1_000_000n;
    expect(await sut.refused(instalments.recordReceipt, receipt(id, `${left + 1n}`), party.COMMUNITY)).toBe('instalment.over-share');
    expect(await sut.ok(instalments.recordReceipt, receipt(id, `${left}`), party.COMMUNITY)).toMatchObject({ openFen: '0', state: 'PAID' });
    expect(await sut.refused(instalments.recordReceipt, receipt(id, '1'), party.COMMUNITY)).toBe('instalment.not-open');
    expect(await sut.rows('select code, state from deadlines where subject_id = $1', [id])).toEqual([
      { code: 'INSTALMENT_DUE', state: 'stopped' },
    ]);
    await expectBalance(issueId);
  });

  test('two receipts at once pay what is open once', async () => {
    const { issueId } = await begun();
    const { id, amountFen } = await firstOf(issueId, '街道');
    const both = await Promise.allSettled([1, 2].map(() => sut.ok(instalments.recordReceipt, receipt(id, amountFen), party.STREET)));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await read(id)).toMatchObject({ state: 'PAID', paidFen: amountFen });
    await expectBalance(issueId);
  });

  test('a wrong entry is taken back by its opposite, once; both stay, and what it paid is open again', async () => {
    const { issueId } = await begun();
    const { id, amountFen } = await firstOf(issueId, '街道');
    const wrong = receipt(id, amountFen);
    await sut.ok(instalments.recordReceipt, wrong, party.STREET);
    const counter = { id, receiptId: wrong.receiptId, entryId: randomUUID(), reason: '登记到了错误的一笔' };
    expect(await sut.ok(instalments.counterReceipt, counter, party.STREET)).toMatchObject({ state: 'OPEN', paidFen: '0' });
    expect(await sut.ok(instalments.counterReceipt, counter, party.STREET)).toMatchObject({ state: 'OPEN', paidFen: '0' });
    expect(await sut.refused(instalments.counterReceipt, { ...counter, entryId: randomUUID() }, party.STREET)).toBe('instalment.countered');
    const { entries } = await sut.ok(instalments.listPayments, { id }, party.FIRM);
    expect(entries.map(({ kind, paidFen }) => [kind, paidFen])).toEqual([
      ['CHARGE', '0'],
      ['RECEIPT', amountFen],
      ['COUNTER', `-${amountFen}`],
    ]);
    expect(await sut.rows(`select state from deadlines where subject_id = $1 and state = 'armed'`, [id])).toHaveLength(1);
    await expectBalance(issueId);
  });

  test('the database itself refuses an entry that is changed or does not balance, and a payment above its share', async () => {
    await expect(sut.admin.query('set search_path to deliberation; update payment_entries set paid_fen = paid_fen')).rejects.toThrow(
      /do not change/,
    );
    await expect(sut.admin.query('set search_path to deliberation; delete from payment_entries')).rejects.toThrow(/do not change/);
    await expect(sut.admin.query('set search_path to deliberation; update instalments set paid_fen = amount_fen + 1')).rejects.toThrow(
      /check/,
    );
  });

  test('a sixth party sees nobody’s payments', async () => {
    const { issueId } = await begun();
    expect(await sut.refused(instalments.listInstalments, { issueId }, stranger)).toBe('object.not-found');
    const { id } = await firstOf(issueId, '街道');
    expect(await sut.refused(instalments.listPayments, { id }, stranger)).toBe('object.not-found');
    expect((await sut.ok(instalments.listInstalments, { issueId }, party.OWNERS_BODY as Caller)).accounts).toHaveLength(2);
  });
});

describe('what was signed is not paid in time', () => {
  test('a late part is not made good by a receipt of an earlier day that is recorded after it, only where that part was wrong', async () => {
    const { issueId } = await begun();
    const one = await firstOf(issueId, '产权单位');
    const due = new Date(one.dueAt!).getTime();
    await time.to(new Date(due + 2 * DAY));
    await eventually(async () => expect(await read(one.id)).toMatchObject({ isLate: true }));
    const rest = `${BigInt(one.amountFen) - 6_000n}`;
    const late = receipt(one.id, '6000');
    await sut.ok(instalments.recordReceipt, late, party.RIGHTS_UNIT);
    const early = { ...receipt(one.id, rest), paidOn: beijingDate(new Date(due - 2 * DAY)) };
    expect(await sut.ok(instalments.recordReceipt, early, party.RIGHTS_UNIT)).toMatchObject({ state: 'PAID', isLate: true });
    const counter = { id: one.id, receiptId: late.receiptId, entryId: randomUUID(), reason: '付款日期登记有误' };
    await sut.ok(instalments.counterReceipt, counter, party.RIGHTS_UNIT);
    const anew = { ...receipt(one.id, '6000'), paidOn: beijingDate(new Date(due - DAY)) };
    expect(await sut.ok(instalments.recordReceipt, anew, party.RIGHTS_UNIT)).toMatchObject({ state: 'PAID', isLate: false });
    await expectBalance(issueId);
  });

  test('C8: the payer is reminded twice, then it is late once and the table told; nobody else owes a fen more', async () => {
    const { issueId } = await begun();
    const one = await firstOf(issueId, '产权单位');
    const other = await firstOf(issueId, '街道');
    await sut.ok(instalments.recordReceipt, receipt(other.id, other.amountFen), party.STREET);
    const before = (await accountsOf(issueId)).find(({ payer }) => payer === '街道');
    const [start, due] = [time.now.getTime(), new Date(one.dueAt!).getTime()];
    const fired = async () => (await typesOf(one.id)).filter((type) => type === instalmentEvents.clockFired.type).length;
    for (const [i, percent] of [70, 90, 100].entries()) {
      await time.to(new Date(start + ((due - start) * percent) / 100 + HOUR));
      await eventually(async () => expect(await fired()).toBe(i + 1));
    }
    expect(await read(one.id)).toMatchObject({ isLate: true, state: 'OPEN' });
    const late = await sut.rows<{ payload: { unitIds: string[]; reason: string } }>(
      'select payload from events where aggregate_id = $1 and type = $2',
      [one.id, instalmentEvents.late.type],
    );
    expect(late).toHaveLength(1);
    expect(late[0]!.payload.unitIds).toHaveLength(5);
    expect(late[0]!.payload.reason).toContain('27,960.00');
    expect((await accountsOf(issueId)).find(({ payer }) => payer === '街道')).toEqual(before);
    await expectBalance(issueId);

    // Paid on its last day, recorded afterwards: it was in time.
    const lastDay = beijingDate(new Date(due - HOUR));
    const proof = { ...receipt(one.id, one.amountFen), paidOn: lastDay };
    expect(await sut.ok(instalments.recordReceipt, proof, party.RIGHTS_UNIT)).toMatchObject({ state: 'PAID', isLate: false });
  });
});

describe('a unit that pays without a seat', () => {
  const unitId = idOf('远征集团十一所');
  const other: Caller = { role: 'rights_unit_rep', accountId: idOf('account 十一所'), unitIds: [unitId], scope: 'concerned' };
  const shared = { total: '186,400.02', ratios: { 产权单位: '50%', 远征集团十一所: '50%' } };

  test('reads its own part line by line and what it owes when, and nothing else of the table', async () => {
    const { issueId, plan } = await executing(sut, tableId, shared, { schedule: c6() });
    const { parts } = await sut.ok(costParts.listMyParts, {}, other);
    expect(parts.map(({ planId, payerName, amountFen }) => [planId, payerName, yuanOf(amountFen)])).toEqual([
      [plan.id, '远征集团十一所', '93,200.01'],
    ]);
    const [own] = (await sut.ok(costParts.getMyPart, { planId: plan.id }, other)).parts;
    expect(own!.statement).toMatchObject({ of: 'PAYER', amountFen: own!.amountFen, planId: plan.id });
    expect(own!.statement.lines.join('\n')).toMatch(/远征集团十一所[^]*93,200\.01/);
    expect(own!.instalments.map(({ name, payer }) => [name, payer])).toEqual(
      ['开工', '过半', '完工', '质保金'].map((name) => [name, '远征集团十一所']),
    );
    const { id } = own!.instalments[0]!;
    expect((await sut.ok(instalments.listPayments, { id }, other)).entries.map(({ kind }) => kind)).toEqual(['CHARGE']);
    const { duties } = await sut.ok(works.listDuties, {}, other);
    expect(duties.map(({ kind, unitId: of }) => [kind, of])).toEqual([
      ...[1, 2, 3].map(() => ['INSTALMENT', unitId]),
      ['RETENTION', unitId],
    ]);

    expect(await sut.refused(issues.getIssue, { id: issueId }, other)).toBe('object.not-found');
    expect(await sut.refused(costPlans.getPlan, { id: plan.id }, other)).toBe('object.not-found');
    expect(await sut.refused(costPlans.makeStatement, { id: plan.id, of: 'PAYER', payer: '产权单位' }, other)).toBe('object.not-found');
    expect(await sut.refused(instalments.listInstalments, { issueId }, other)).toBe('object.not-found');
    const { id: theirs } = await firstOf(issueId, '产权单位');
    expect(await sut.refused(instalments.listPayments, { id: theirs }, other)).toBe('object.not-found');
    // Who sits at the table has its room; who pays nothing finds nothing.
    for (const caller of [party.RIGHTS_UNIT, party.FIRM, stranger]) {
      expect((await sut.ok(costParts.listMyParts, {}, caller)).parts).toEqual([]);
      expect(await sut.refused(costParts.getMyPart, { planId: plan.id }, caller)).toBe('object.not-found');
    }
  });

  test('is reminded itself and is late itself; the community keeps its account', async () => {
    const { issueId } = await executing(sut, tableId, shared, { schedule: c6() });
    const one = await firstOf(issueId, '远征集团十一所');
    await time.to(new Date(Date.parse(one.dueAt!) + HOUR));
    const told = (type: string) =>
      sut.rows<{ payload: { unitId: string; payerUnitId: string; unitIds?: string[] } }>(
        'select payload from events where aggregate_id = $1 and type = $2 order by version',
        [one.id, type],
      );
    await eventually(async () => expect(await told(instalmentEvents.late.type)).toHaveLength(1));
    const [late] = await told(instalmentEvents.late.type);
    expect(late!.payload).toMatchObject({ payerUnitId: unitId, unitId: party.COMMUNITY.unitIds[0] });
    expect(late!.payload.unitIds).toHaveLength(6);
    expect(late!.payload.unitIds).toContain(unitId);
    for (const { payload } of await told(instalmentEvents.clockFired.type)) expect(payload.payerUnitId).toBe(unitId);
  });
});
