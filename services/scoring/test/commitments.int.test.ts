import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { commitmentEvents, instalmentEvents } from '@wufang/contracts';
import { eventually, ServiceUnderTest } from '@wufang/testing';
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
});
