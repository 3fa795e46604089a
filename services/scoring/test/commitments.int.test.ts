import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { commitmentEvents } from '@wufang/contracts';
import { eventually, ServiceUnderTest } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { scoringParts } from '../src/parts.js';

let sut: ServiceUnderTest;
beforeAll(async () => {
  sut = await ServiceUnderTest.start(scoringParts, migrations);
}, 60_000);
afterAll(() => sut?.stop(), 30_000);

const unitId = randomUUID();
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
