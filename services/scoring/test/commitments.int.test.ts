import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { commitmentEvents, instalmentEvents, registryEvents, scoring } from '@wufang/contracts';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { scoringParts } from '../src/parts.js';

let sut: ServiceUnderTest;
beforeAll(async () => {
  sut = await ServiceUnderTest.start(scoringParts, migrations);
}, 60_000);
afterAll(() => sut?.stop(), 30_000);

const [unitId, other] = [randomUUID(), randomUUID()];
const about = {
  ...{ issueId: randomUUID(), resolutionId: randomUUID(), tableId: randomUUID(), estateId: randomUUID(), no: 1 },
  ...{ seat: 'FIRM' as const, unitId },
};
const dueAt = '2026-12-10T16:00:00.000Z';
const made = { ...about, title: '雨后院内积水', text: '疏通主管', evidence: '照片', dueAt };
const late = { ...about, reason: '逾期', dueAt };
const factOf = (id: string) => sut.rows('select unit_id, is_late, is_kept from commitment_facts where commitment_id = $1', [id]);

test('a unit that is late with what it signed is counted once, and stays so when it keeps it afterwards', async () => {
  const id = randomUUID();
  await sut.tell(commitmentEvents.made, made, { aggregateId: id, version: 1 });
  await sut.tell(commitmentEvents.late, late, { aggregateId: id, version: 2 });
  await sut.tell(commitmentEvents.late, late, { aggregateId: id, version: 2 });
  await eventually(async () => expect(await factOf(id)).toEqual([{ unit_id: unitId, is_late: true, is_kept: null }]));
  const kept = { ...about, deliveredAt: '2026-12-12T00:00:00.000Z', isInTime: false, withdrawsLate: false };
  await sut.tell(commitmentEvents.kept, kept, { aggregateId: id, version: 3 });
  await eventually(async () => expect(await factOf(id)).toEqual([{ unit_id: unitId, is_late: true, is_kept: true }]));
});

test('kept in time but heard of late, the lateness is taken back', async () => {
  const id = randomUUID();
  await sut.tell(commitmentEvents.made, made, { aggregateId: id, version: 1 });
  await sut.tell(commitmentEvents.late, late, { aggregateId: id, version: 2 });
  await eventually(async () => expect(await factOf(id)).toMatchObject([{ is_late: true }]));
  const kept = { ...about, deliveredAt: '2026-12-09T00:00:00.000Z', isInTime: true, withdrawsLate: true };
  await sut.tell(commitmentEvents.kept, kept, { aggregateId: id, version: 3 });
  await eventually(async () => expect(await factOf(id)).toEqual([{ unit_id: unitId, is_late: false, is_kept: true }]));
});

describe('a payment', () => {
  const paying = (of: { seat: 'FIRM' | null; payerUnitId?: string | null; instalmentKind?: 'SIGNED' | 'REFUND' }) => ({
    ...{ issueId: randomUUID(), resolutionId: randomUUID(), tableId: randomUUID(), estateId: randomUUID(), title: '院内排水改造' },
    ...{ payer: '物业', unitId, no: 1, instalmentKind: 'SIGNED' as const, ...of },
  });
  const lateOf = (of: Parameters<typeof paying>[0]) => ({ ...paying(of), reason: '逾期', dueAt, openFen: '10000', unitIds: [unitId] });
  const stored = (id: string) => sut.rows('select unit_id, is_late from instalment_facts where instalment_id = $1', [id]);

  test.each([
    ['of a seat is late for its unit', { seat: 'FIRM' as const, payerUnitId: unitId }, unitId],
    ['that the community is reminded of is late for the payer’s own unit', { seat: null, payerUnitId: other }, other],
    ['of nobody that is a unit is late for none', { seat: null, payerUnitId: null }, null],
    [
      'that goes back late is no point of who waits for it',
      { seat: 'FIRM' as const, payerUnitId: unitId, instalmentKind: 'REFUND' as const },
      null,
    ],
    ['told before payers had units is late for its seat’s unit', { seat: 'FIRM' as const }, unitId],
  ])('%s', async (_, of, unit) => {
    const id = randomUUID();
    await sut.tell(instalmentEvents.late, lateOf(of), { aggregateId: id, version: 1 });
    await eventually(async () => expect(await stored(id)).toEqual([{ unit_id: unit, is_late: true }]));
  });

  test('made in time after all, its lateness is taken back', async () => {
    const id = randomUUID();
    const of = { seat: 'FIRM' as const, payerUnitId: unitId };
    await sut.tell(instalmentEvents.late, lateOf(of), { aggregateId: id, version: 1 });
    await eventually(async () => expect(await stored(id)).toMatchObject([{ is_late: true }]));
    const sums = { amountFen: '10000', paidFen: '10000', state: 'PAID' as const };
    const received = { ...paying(of), ...sums, entryId: randomUUID(), receivedFen: '10000', paidOn: '2026-12-09', withdrawsLate: true };
    await sut.tell(instalmentEvents.receiptRecorded, received, { aggregateId: id, version: 2 });
    await eventually(async () => expect(await stored(id)).toEqual([{ unit_id: unitId, is_late: false }]));
  });

  test('paid by money that was on the account all along, its lateness is taken back; what is carried otherwise stays as late as it was', async () => {
    const id = randomUUID();
    const of = { seat: 'FIRM' as const, payerUnitId: unitId };
    const sums = { amountFen: '10000', paidFen: '10000', state: 'PAID' as const };
    const carried = { ...paying(of), ...sums, carriedFen: '10000' };
    await sut.tell(instalmentEvents.late, lateOf(of), { aggregateId: id, version: 1 });
    await sut.tell(instalmentEvents.carried, carried, { aggregateId: id, version: 2 });
    await eventually(async () => expect(await stored(id)).toMatchObject([{ is_late: true }]));
    await sut.tell(instalmentEvents.carried, { ...carried, withdrawsLate: true }, { aggregateId: id, version: 3 });
    await eventually(async () => expect(await stored(id)).toEqual([{ unit_id: unitId, is_late: false }]));
  });
});

describe('who was late in a period', () => {
  const [firm, rights] = [randomUUID(), randomUUID()];
  const streetId = 'late';
  const inPeriod = '2026-11-30T16:00:00.000Z';
  const issueId = randomUUID();
  const promise = (unit: string, id: string, version: number) =>
    sut.tell(
      commitmentEvents.late,
      { ...about, issueId, unitId: unit, reason: '逾期', dueAt: inPeriod },
      { aggregateId: id, version, streetId },
    );
  const payment = (unit: string | null, id: string, due: string) =>
    sut.tell(
      instalmentEvents.late,
      {
        ...{ issueId, resolutionId: randomUUID(), tableId: randomUUID(), estateId: randomUUID(), title: '院内排水改造', payer: '物业' },
        ...{ seat: null, unitId: other, payerUnitId: unit, no: 1, instalmentKind: 'SIGNED' as const },
        ...{ reason: '逾期', dueAt: due, openFen: '10000', unitIds: [other] },
      },
      { aggregateId: id, version: 1, streetId },
    );
  const asked = (caller: Caller, period = '2026-12') => sut.ok(scoring.lateParties, { period }, { ...caller, streetId });
  const [promised, paid, withdrawn] = [randomUUID(), randomUUID(), randomUUID()];

  beforeAll(async () => {
    for (const [id, name, kind] of [
      [firm, '远征物业', 'PROPERTY_FIRM'],
      [rights, '远征集团十一所', 'PROPERTY_RIGHTS_UNIT'],
    ] as const)
      await sut.tell(registryEvents.unitRegistered, { id, name, kind, parentName: '青云街道' }, { aggregateId: id, version: 1, streetId });
    const { unitId: _, ...of } = about;
    const title = '雨后院内积水';
    const first = { ...of, issueId, unitId: firm, title, text: '疏通主管', evidence: '照片', dueAt: inPeriod };
    await sut.tell(commitmentEvents.made, first, { aggregateId: promised, version: 1, streetId });
    await promise(firm, promised, 2);
    await promise(firm, withdrawn, 1);
    const inTime = { ...about, issueId, unitId: firm, deliveredAt: '2026-11-29T00:00:00.000Z', isInTime: true, withdrawsLate: true };
    await sut.tell(commitmentEvents.kept, inTime, { aggregateId: withdrawn, version: 2, streetId });
    await payment(firm, paid, '2026-12-18T15:59:59.000Z');
    await payment(firm, randomUUID(), '2026-12-18T16:00:00.000Z');
    await payment(rights, randomUUID(), inPeriod);
    await payment(null, randomUUID(), inPeriod);
    await eventually(async () => {
      expect(await sut.rows('select 1 from instalment_facts where street_id = $1 and is_late', [streetId])).toHaveLength(4);
      expect(await sut.rows('select 1 from commitment_facts where street_id = $1 and is_late', [streetId])).toHaveLength(1);
    });
  });

  test('the street counts by unit, with the points lost and the case behind each; what was taken back and what is of no unit is none', async () => {
    const { rows, pointsSource } = await asked({ role: 'inspector' });
    expect(rows.map(({ name, commitments, instalments, points }) => [name, commitments, instalments, points])).toEqual([
      ['远征物业', 1, 1, 2],
      ['远征集团十一所', 0, 1, 1],
    ]);
    expect(rows[0]!.cases).toEqual([
      { kind: 'COMMITMENT', id: promised, issueId, title: '雨后院内积水', dueAt: inPeriod, points: 1 },
      { kind: 'INSTALMENT', id: paid, issueId, title: '院内排水改造', dueAt: '2026-12-18T15:59:59.000Z', points: 1 },
    ]);
    expect(pointsSource).toBe('本平台建议值，尚无规定');
    // The 19th of Beijing begins the next period.
    expect((await asked({ role: 'street_leader' }, '2027-01')).rows.map(({ points }) => points)).toEqual([1]);
    expect((await asked({ role: 'street_leader' }, '2026-11')).rows).toEqual([]);
    expect(await sut.refused(scoring.lateParties, { period: '2026-13' }, { role: 'inspector', streetId })).toBe('period.invalid');
  });

  test('a unit sees its own alone, and whoever has none sees nothing', async () => {
    const own = await asked({ role: 'rights_unit_rep', unitIds: [rights], scope: 'own' });
    expect(own.rows.map(({ name, points }) => [name, points])).toEqual([['远征集团十一所', 1]]);
    expect((await asked({ role: 'firm_manager', unitIds: [], scope: 'own' })).rows).toEqual([]);
  });
});
