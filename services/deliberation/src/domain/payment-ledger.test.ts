import { describe, expect, test } from '@jest/globals';
import { fenFromYuan, fenToJson, formatFen } from '@wufang/kernel';
import fc from 'fast-check';
import { afterPosting, carryOver, charged, openOf, paid, receive, type Posting, type Standing } from './payment-ledger.js';
import { checkSchedule, paymentsOf } from './payment-schedule.js';

const part = (ratio: string, dueOn: string | null = null, isRetention = false) => ({ name: '一笔', ratio, dueOn, isRetention });
const c6 = [part('30%', '2026-12-10'), part('40%', '2027-01-10'), part('27%', '2027-02-10'), part('3%', null, true)];

describe('schedule', () => {
  test('C6: each payer’s share is split by what was signed, to the fen; the retention has no day', () => {
    const shares = [{ payer: '产权单位', amountFen: fenToJson(fenFromYuan('93,200.01')) }];
    expect(paymentsOf(shares, c6).map(({ kind, amountFen, dueOn }) => [kind, formatFen(amountFen), dueOn])).toEqual([
      ['SIGNED', '27,960.00', '2026-12-10'],
      ['SIGNED', '37,280.01', '2027-01-10'],
      ['SIGNED', '25,164.00', '2027-02-10'],
      ['RETENTION', '2,796.00', null],
    ]);
  });

  test('with no schedule everybody pays once; payments of nothing are left out', () => {
    const shares = [
      { payer: '街道', amountFen: '100' },
      { payer: '物业', amountFen: '0' },
    ];
    expect(paymentsOf(shares)).toMatchObject([{ payer: '街道', no: 1, amountFen: 100n, dueOn: null }]);
  });

  test.each([
    [[part('30%'), part('40%')], 'resolution.schedule'], // not the whole
    [[part('96%'), part('4%', null, true)], 'plan.retention-too-high'],
    [[part('3%', null, true), part('97%')], 'resolution.schedule'], // the retention comes last
    [[part('97%'), part('3%', '2027-01-01', true)], 'resolution.schedule'], // and has no day
    [[part('50%', '2027-01-02'), part('50%', '2027-01-01')], 'resolution.schedule'], // days run on
    [[part('100%', '2026-11-28')], 'due.past'],
  ])('%j -> %s', (schedule, code) => {
    expect(() => checkSchedule(schedule, true, '2026-11-29')).toThrow(code);
  });

  test('a schedule needs a plan; thirds add up exactly', () => {
    expect(() => checkSchedule(c6, false, '2026-11-29')).toThrow('resolution.schedule');
    expect(() => checkSchedule([part('1/3'), part('1/3'), part('1/3')], true, '2026-11-29')).not.toThrow();
    expect(() => checkSchedule(c6, true, '2026-11-29')).not.toThrow();
  });
});

describe('ledger', () => {
  test('a receipt pays what is open and never more; a refund goes the other way', () => {
    expect(receive({ amountFen: 100n, paidFen: 40n }, 60n)).toBe(60n);
    expect(() => receive({ amountFen: 100n, paidFen: 40n }, 61n)).toThrow('instalment.over-share');
    expect(() => receive({ amountFen: 100n, paidFen: 40n }, 0n)).toThrow('instalment.nothing-paid');
    expect(receive({ amountFen: -50n, paidFen: 0n }, 50n)).toBe(-50n);
    expect(() => receive({ amountFen: -50n, paidFen: -20n }, 31n)).toThrow('instalment.over-share');
  });

  test('what was paid before goes onto the new payments in their order, and what is too much goes back', () => {
    expect(carryOver(70n, [50n, 30n])).toEqual({ onto: [50n, 20n], tooMuchFen: 0n });
    expect(carryOver(70n, [60n])).toEqual({ onto: [60n], tooMuchFen: 10n });
    expect(carryOver(0n, [60n])).toEqual({ onto: [0n], tooMuchFen: 0n });
  });

  test('I-42: whatever happens, every entry adds up to zero and paid and open are the share', () => {
    const step = fc.record({ kind: fc.constantFrom('charge', 'receive'), fen: fc.bigInt({ min: 0n, max: 10_000n }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const columns: Posting = { shareFen: 0n, openFen: 0n, paidFen: 0n };
        let standing: Standing = { amountFen: 0n, paidFen: 0n };
        for (const { kind, fen: size } of steps) {
          const open = openOf(standing);
          const posting = kind === 'charge' ? charged(size) : paid(size > 0n && size <= open ? receive(standing, size) : 0n);
          expect(posting.shareFen + posting.openFen + posting.paidFen).toBe(0n);
          for (const column of ['shareFen', 'openFen', 'paidFen'] as const) columns[column] += posting[column];
          standing = afterPosting(standing, posting);
          expect(columns).toEqual({ shareFen: -standing.amountFen, openFen: openOf(standing), paidFen: standing.paidFen });
          expect(standing.paidFen <= standing.amountFen).toBe(true);
        }
      }),
    );
  });
});
