import { describe, expect, test } from '@jest/globals';
import { fenFromYuan, fenToJson, formatFen } from '@wufang/kernel';
import fc from 'fast-check';
import {
  afterPosting,
  carryOver,
  charged,
  correction,
  openOf,
  paid,
  receive,
  refundCorrection,
  type Payment,
  type Posting,
  type Standing,
} from './payment-ledger.js';
import { checkSchedule, paymentsOf } from './payment-schedule.js';

const due = new Date('2026-12-10T16:00:00Z');
const payment = (id: string, kind: Payment['kind'], state: Payment['state'], amountFen: bigint, paidFen: bigint): Payment => ({
  ...{ id, kind, state, amountFen, paidFen, dueAt: due },
});

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

describe('a wrong receipt on a closed payment', () => {
  const none = { backFen: 0n, unpaid: [], ownFen: 0n, shrunk: [], refunds: [], owedFen: 0n };

  test('carried on: 200 became a payment of 150 and 50 paid too much; of 100 the refund goes first, then what is paid opens', () => {
    const others = [
      payment('new', 'SIGNED', 'PAID', 150n, 150n),
      { ...payment('extra', 'BALANCE', 'PAID', 50n, 50n), dueAt: null },
      payment('refund', 'REFUND', 'OPEN', -50n, 0n),
    ];
    expect(correction(100n, { amountFen: 0n, paidFen: 0n }, others)).toEqual({
      ...{ ...none, backFen: 100n, shrunk: [{ id: 'extra', byFen: 50n }], refunds: [{ id: 'refund', byFen: 50n }] },
      unpaid: [
        { id: 'extra', byFen: 50n },
        { id: 'new', byFen: 50n },
      ],
    });
  });
  test('settled with it: the refund it had made is gone; what was paid out of it already is owed', () => {
    const closed = { amountFen: 200n, paidFen: 200n };
    const refund = payment('refund', 'REFUND', 'OPEN', -100n, 0n);
    expect(correction(100n, closed, [refund])).toEqual({ ...none, ownFen: 100n, refunds: [{ id: 'refund', byFen: 100n }] });
    const partly = { ...refund, paidFen: -70n };
    expect(correction(100n, closed, [partly])).toEqual({ ...none, ownFen: 100n, refunds: [{ id: 'refund', byFen: 30n }], owedFen: 70n });
  });

  test('whatever the account, its shares stay and what is paid of it falls by the receipt; nothing is paid above its share', () => {
    const amounts = fc.record({ amount: fc.bigInt(0n, 500n), part: fc.integer({ min: 0, max: 100 }), at: fc.integer({ min: 0, max: 3 }) });
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 6 }), fc.bigInt(1n, 400n), fc.bigInt(0n, 400n), (list, wrong, here) => {
        const others = list.map(({ amount, part, at }, i): Payment => {
          const paidFen = (amount * BigInt(part)) / 100n;
          if (at === 0) return payment(`${i}`, 'REFUND', 'OPEN', -amount, -paidFen);
          if (at === 1) return payment(`${i}`, 'SIGNED', 'CLOSED', paidFen, paidFen);
          if (at === 2) return { ...payment(`${i}`, 'BALANCE', 'PAID', amount, amount), dueAt: null };
          return payment(`${i}`, 'SIGNED', 'OPEN', amount, paidFen);
        });
        const elsewhere = others.reduce((all, { kind, paidFen }) => (kind === 'REFUND' ? all : all + paidFen), 0n);
        fc.pre(here + elsewhere >= wrong);
        const found = correction(wrong, { amountFen: here, paidFen: here }, others);
        const total = (parts: readonly { byFen: bigint }[]) => parts.reduce((all, { byFen }) => all + byFen, 0n);
        expect(wrong - found.backFen + total(found.unpaid)).toBe(wrong);
        expect(found.ownFen + total(found.shrunk)).toBe(total(found.refunds) + found.owedFen);
        for (const { id, byFen } of found.unpaid) {
          const one = others.find((other) => other.id === id)!;
          const share = one.amountFen - (found.shrunk.find((part) => part.id === id)?.byFen ?? 0n);
          expect(one.paidFen - byFen >= 0n && one.paidFen - byFen <= share).toBe(true);
        }
        for (const { id, byFen } of found.refunds) {
          const one = others.find((other) => other.id === id)!;
          expect(one.amountFen + byFen <= one.paidFen).toBe(true);
        }
      }),
    );
  });
});

describe('a closed refund that was never paid out', () => {
  test('settled as paid out: it is to be paid out again', () => {
    expect(refundCorrection(50n, { amountFen: -50n, paidFen: -50n }, [])).toEqual({ hereFen: 50n, onto: [], tooMuchFen: 0n });
  });
  test('counted as gone by a later resolution: it pays what is open in order, without the retention, and what is left goes back', () => {
    const others: Payment[] = [
      payment('paid', 'SIGNED', 'PAID', 100n, 100n),
      payment('first', 'SIGNED', 'OPEN', 60n, 40n),
      { ...payment('kept', 'RETENTION', 'OPEN', 30n, 0n), dueAt: null },
      payment('refund', 'REFUND', 'OPEN', -5n, 0n),
      payment('second', 'SIGNED', 'OPEN', 10n, 0n),
    ];
    const closed = { amountFen: 0n, paidFen: 0n };
    const onto = [
      { id: 'first', byFen: 20n },
      { id: 'second', byFen: 10n },
    ];
    expect(refundCorrection(50n, closed, others)).toEqual({ hereFen: 0n, onto, tooMuchFen: 20n });
    expect(refundCorrection(25n, closed, others)).toEqual({ hereFen: 0n, onto: [onto[0], { id: 'second', byFen: 5n }], tooMuchFen: 0n });
  });
  test('partly here, partly gone: every fen of it is somewhere', () => {
    expect(refundCorrection(50n, { amountFen: -20n, paidFen: -20n }, [])).toEqual({ hereFen: 20n, onto: [], tooMuchFen: 30n });
  });
});
