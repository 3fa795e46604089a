import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clockEvents, dispatchEvents, intakeEvents, registryEvents, scoring, type Category } from '@wufang/contracts';
import { eventually, ServiceUnderTest } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { scoringParts } from '../src/parts.js';

const chief = { role: 'section_chief' as const };
const [north, south, firm, heating] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];

describe('rates from facts', () => {
  let sut: ServiceUnderTest;
  beforeAll(async () => {
    sut = await ServiceUnderTest.start(scoringParts, migrations);
    const unit = (id: string, name: string, kind: 'COMMUNITY' | 'PROPERTY_FIRM' | 'UTILITY') =>
      sut.tell(registryEvents.unitRegistered, { id, name, kind, parentName: '青云街道' }, { aggregateId: id, version: 1 });
    await unit(north, '北岗里社区', 'COMMUNITY');
    await unit(south, '南岗里社区', 'COMMUNITY');
    await unit(firm, '远征物业', 'PROPERTY_FIRM');
    await unit(heating, '热力集团', 'UTILITY');
  }, 60_000);
  afterAll(() => sut?.stop(), 30_000);

  const ratesIn = async (period: string, by: 'community' | 'unit' = 'community') =>
    new Map((await sut.ok(scoring.rates, { period, by }, chief)).rows.map((row) => [row.name, row]));
  const imported = (facts: {
    no: string;
    communityId: string | null;
    receivedAt: string;
    completedAt: string | null;
    valid?: boolean;
    solved?: boolean;
    satisfaction?: 'SATISFIED' | 'BASICALLY_SATISFIED' | 'DISSATISFIED';
  }) => {
    const [demandId, orderId] = [randomUUID(), randomUUID()];
    return sut.tell(
      intakeEvents.demandImported,
      {
        no: facts.no,
        channel: 'HOTLINE_12345',
        demandType: 'COMPLAINT',
        category: ['物业管理', '房屋维修', '房屋漏雨渗水'],
        level: 'N',
        place: { communityId: facts.communityId, estateId: null, buildingId: null, point: null },
        receivedAt: facts.receivedAt,
        orderId,
        title: '房屋漏雨渗水',
        leadUnitId: firm,
        dueAt: facts.receivedAt,
        completedAt: facts.completedAt,
        callback:
          facts.valid === undefined
            ? null
            : {
                callbackId: randomUUID(),
                demandId,
                orderId,
                valid: facts.valid,
                contacted: facts.valid ? true : null,
                solved: facts.solved ?? null,
                satisfaction: facts.satisfaction ?? null,
                orderRework: false,
                reason: null,
                answeredAt: facts.completedAt!,
              },
      },
      { aggregateId: demandId, version: 1 },
    );
  };

  test('a period begins on the 19th and ends with the 18th; each order counts where it was closed', async () => {
    await imported({
      no: '1',
      communityId: north,
      receivedAt: '2026-09-18T23:59:59+08:00',
      completedAt: '2026-09-19T00:00:00+08:00',
      valid: true,
      solved: true,
      satisfaction: 'SATISFIED',
    });
    await imported({
      no: '2',
      communityId: north,
      receivedAt: '2026-09-19T00:00:00+08:00',
      completedAt: '2026-10-18T23:59:59+08:00',
      valid: true,
      solved: true,
      satisfaction: 'BASICALLY_SATISFIED',
    });
    await imported({
      no: '3',
      communityId: north,
      receivedAt: '2026-10-18T23:59:59+08:00',
      completedAt: '2026-10-19T00:00:00+08:00',
      valid: true,
      solved: false,
      satisfaction: 'DISSATISFIED',
    });
    await imported({
      no: '4',
      communityId: north,
      receivedAt: '2026-10-01T00:00:00+08:00',
      completedAt: '2026-10-02T00:00:00+08:00',
      valid: false,
    });
    await imported({ no: '5', communityId: null, receivedAt: '2026-10-01T00:00:00+08:00', completedAt: null });
    await eventually(async () => {
      const october = await ratesIn('2026-10');
      expect(october.get('北岗里社区')).toMatchObject({ received: 3, V: 2, C: 2, S: 2, M: 1, B: 1, composite: '98.00', note: 'TOO_FEW' });
      expect(october.get('不详')).toMatchObject({ received: 1, V: 0, composite: null });
    });
    expect((await ratesIn('2026-10')).get('南岗里社区')).toMatchObject({ received: 0, V: 0, composite: null, note: 'ZERO_DEMAND' });
    expect((await ratesIn('2026-11')).get('北岗里社区')).toMatchObject({ received: 0, V: 1, S: 0, composite: '10.00' });
    expect((await ratesIn('2026-10', 'unit')).get('远征物业')).toMatchObject({ received: 4, V: 2 });
  });

  test('the last valid callback of a demand counts, whatever the order of the events', async () => {
    const [demandId, orderId] = [randomUUID(), randomUUID()];
    const answer = (solved: boolean, answeredAt: string) => ({
      callbackId: randomUUID(),
      demandId,
      orderId,
      valid: true,
      contacted: true,
      solved,
      satisfaction: solved ? ('SATISFIED' as const) : ('DISSATISFIED' as const),
      orderRework: false,
      reason: null,
      answeredAt,
    });
    await sut.tell(intakeEvents.callbackRecorded, answer(true, '2026-08-03T10:00:00+08:00'), { aggregateId: randomUUID(), version: 1 });
    await sut.tell(intakeEvents.callbackRecorded, answer(false, '2026-08-01T10:00:00+08:00'), { aggregateId: randomUUID(), version: 1 });
    const facts = {
      no: '6',
      channel: 'PHONE_DESK' as const,
      demandType: 'HELP' as const,
      category: null,
      level: 'N' as const,
      receivedAt: '2026-08-01T08:00:00+08:00',
    };
    const place = { communityId: south, estateId: null, buildingId: null, point: null };
    await sut.tell(
      dispatchEvents.completed,
      { demandId, leadUnitId: firm, publicText: '已修好', completedAt: '2026-08-03T09:00:00+08:00', round: 1, handledBy: 'x' },
      { aggregateId: orderId, version: 1 },
    );
    await sut.tell(intakeEvents.demandReceived, { ...facts, place }, { aggregateId: demandId, version: 1 });
    await eventually(async () =>
      expect((await ratesIn('2026-08')).get('南岗里社区')).toMatchObject({ received: 1, V: 1, C: 1, S: 1, M: 1, composite: '100.00' }),
    );
  });

  test('an order that was handed over is received by who has it now, and each answer is about the work of who did it', async () => {
    const [demandId, orderId, callbackId] = [randomUUID(), randomUUID(), randomUUID()];
    const of = (period: string) => ratesIn(period, 'unit');
    const forwarded = {
      ...{
        no: '7',
        channel: 'PHONE_DESK' as const,
        demandType: 'COMPLAINT' as const,
        category: ['水电气热', '供暖', '暖气不热'] satisfies Category,
        level: 'U' as const,
      },
      ...{
        place: { communityId: south, estateId: null, buildingId: null, point: null },
        receivedAt: '2027-01-21T08:00:00+08:00',
        orderId,
        title: '暖气不热',
        forwardedAt: '2027-01-21T08:05:00+08:00',
      },
    };
    await sut.tell(intakeEvents.demandForwarded, forwarded, { aggregateId: demandId, version: 1 });
    const order = { aggregateId: orderId };
    const done = (leadUnitId: string, completedAt: string, round: number) => ({
      ...{ demandId, leadUnitId, publicText: '已修好', completedAt, round, handledBy: 'x' },
    });
    const answer = (solved: boolean, answeredAt: string) => ({
      ...{ callbackId: solved ? randomUUID() : callbackId, demandId, orderId, valid: true, contacted: true, solved },
      ...{ satisfaction: solved ? ('SATISFIED' as const) : ('DISSATISFIED' as const), orderRework: false, reason: null, answeredAt },
    });
    const recorded = (solved: boolean, at: string) =>
      sut.tell(intakeEvents.callbackRecorded, answer(solved, at), { aggregateId: randomUUID(), version: 1 });

    await sut.tell(dispatchEvents.completed, done(firm, '2027-01-22T09:00:00+08:00', 1), { ...order, version: 1 });
    await recorded(false, '2027-01-23T09:00:00+08:00');
    const handedOver = { no: '7', fromUnitId: firm, leadUnitId: heating, demandId, reason: '管网问题', dueAt: '2027-01-25T09:00:00+08:00' };
    await sut.tell(
      clockEvents.transferred,
      { ...handedOver, transferredAt: '2027-01-23T10:00:00+08:00' },
      {
        ...order,
        version: 2,
      },
    );
    // The new unit has the order to answer for, and no word of the complainant about it yet.
    await eventually(async () => {
      const rates = await of('2027-02');
      expect(rates.get('热力集团')).toMatchObject({ received: 1, V: 0, composite: null });
      expect(rates.get('远征物业')).toMatchObject({ received: 0, V: 1, C: 1, S: 0, M: 0, composite: '10.00' });
    });
    await sut.tell(dispatchEvents.completed, done(heating, '2027-01-24T09:00:00+08:00', 2), { ...order, version: 3 });
    await recorded(true, '2027-01-24T12:00:00+08:00');
    // The last valid answer of a demand counts, and it is about the new unit.
    await eventually(async () => {
      const rates = await of('2027-02');
      expect(rates.get('热力集团')).toMatchObject({ received: 1, V: 1, S: 1, M: 1, composite: '100.00' });
      expect(rates.get('远征物业')).toBeUndefined();
    });
  });

  test('a period that is none is refused with the way to write it', async () => {
    expect(await sut.refused(scoring.rates, { period: '2026-13' }, chief)).toBe('period.invalid');
    expect(await sut.refused(scoring.rates, { period: 'October' }, chief)).toBe('period.invalid');
  });

  test('another street sees none of it', async () => {
    const rows = await sut.ok(scoring.rates, { period: '2026-10' }, { ...chief, streetId: 'elsewhere' });
    expect(rows.rows).toEqual([]);
  });
});
