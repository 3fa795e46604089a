import { expect, test } from '@jest/globals';
import type { SeatedPayer, SeatKind, WorksChange } from '@wufang/contracts';
import { fenToJson, formatFen, fenFromJson, fen } from '@wufang/kernel';
import { agreed, aPlan, homesOf, payers, yuan } from '../../test/a-plan.js';
import { payersOf } from './cost-share-plan.js';
import { changeOfCost, settledHomes, settleWorks } from './works-settlement.js';

const seatedAs: Record<string, SeatKind> = { 街道: 'STREET', 物业: 'FIRM', 业主: 'OWNERS_BODY' };
const item = (name: string, amount: string, duty: { kind: 'UTILITY_NETWORK'; payer: string } | null = null) => ({
  ...{ name, amountFen: yuan(amount), work: 'REPAIR' as const, duty },
});
/** A, the utility's own duty, and B and C, which street and owners share by halves over two homes. */
const document = aPlan('0.00', {
  payers,
  items: [item('A', '20,000.00', { kind: 'UTILITY_NETWORK', payer: '自来水公司' }), item('B', '60,000.00'), item('C', '20,000.00')],
  homes: homesOf({ 101: '50.00', 102: '50.00' }),
  scenario: { agreement: agreed({ 街道: '50%', 业主: '50%' }), ownersMoney: 'DIRECT' },
});
const seated: SeatedPayer[] = payersOf(document).map((payer) => ({ ...payer, seat: seatedAs[payer.code] ?? null, unitId: null }));

const invoice = '7d8f6a52-3c1e-4b7a-9f0d-2f6f3a1c9e11';
type Change = Pick<WorksChange, 'items' | 'byFen' | 'borneBy' | 'isBackToTable'>;
/** Each amount is what its item costs from then on. */
function changesOf(...all: [SeatKind | null, Record<string, string>][]): Change[] {
  const changes: Change[] = [];
  for (const [borneBy, amounts] of all) {
    const given = Object.entries(amounts).map(([name, amount]) => ({ name, amountFen: yuan(amount) }));
    const { items, byFen, isBackToTable } = changeOfCost(document, changes, given, false);
    changes.push({ items, byFen: fenToJson(fen(byFen)), borneBy, isBackToTable });
  }
  return changes;
}
function settled(changes: Change[], final: Record<string, string>) {
  const facts = { document, scenario: '方案一', payers: seated, changes };
  const all = document.items.map(({ name, amountFen }) => ({ name, amountFen, documentIds: [invoice] }));
  const items = all.map((one) => (final[one.name] === undefined ? one : { ...one, amountFen: yuan(final[one.name]!) }));
  const { settlement } = settleWorks({ ...facts, items, paidOf: () => 0n, retainedOf: () => 0n, now: new Date('2026-11-30T00:00:00Z') });
  const yuanOf = (text: string) => formatFen(fenFromJson(text));
  return {
    settlement,
    payers: Object.fromEntries(settlement.payers.map(({ payer, finalFen, borneFen }) => [payer, [yuanOf(finalFen), yuanOf(borneFen)]])),
    homes: settledHomes({ ...facts, settlement }).map(({ finalFen }) => formatFen(finalFen)),
  };
}

test('what the firm bears of B is taken off B, not off the utility’s own duty that has grown as well', () => {
  const { settlement, payers: paying, homes } = settled(changesOf(['FIRM', { B: '62,000.00' }]), { A: '22,000.00', B: '62,000.00' });
  // 80,000.00 are shared as they were signed; 22,000.00 stay with the utility, 2,000.00 with the firm.
  expect(paying).toEqual({ 街道: ['40,000.00', '0.00'], 业主: ['40,000.00', '0.00'], 物业: ['2,000.00', '2,000.00'] });
  expect(homes).toEqual(['20,000.00', '20,000.00']);
  expect(settlement.items.map(({ name, duty }) => [name, duty])).toEqual([
    ['A', '自来水公司'],
    ['B', undefined],
    ['C', undefined],
  ]);
  expect(settlement.lines[1]).toBe('“A”属自来水公司的自身责任：签约 ¥20,000.00，结算 ¥22,000.00，由其自行承担，不分摊。');
  expect(settlement.lines.join('')).not.toContain('自来水公司：签约');
});

test.each<[string, Change[], Record<string, string>, Record<string, [string, string]>]>([
  [
    'as much as B has really come to more: another item that grew is shared',
    changesOf(['FIRM', { B: '62,000.00' }]),
    { B: '61,000.00', C: '21,000.00' },
    { 街道: ['40,500.00', '0.00'], 业主: ['40,500.00', '0.00'], 物业: ['1,000.00', '1,000.00'] },
  ],
  [
    'nothing where what is shared has not come to more, whatever the own duty has',
    changesOf(['FIRM', { B: '62,000.00' }]),
    { A: '25,000.00', B: '62,000.00', C: '18,000.00' },
    { 街道: ['40,000.00', '0.00'], 业主: ['40,000.00', '0.00'], 物业: ['0.00', '0.00'] },
  ],
  [
    'who declared first bears first, and each what it raised',
    changesOf(['FIRM', { B: '62,000.00' }], ['STREET', { B: '63,000.00', C: '20,500.00' }]),
    { B: '62,500.00', C: '20,500.00' },
    { 街道: ['41,000.00', '1,000.00'], 业主: ['40,000.00', '0.00'], 物业: ['2,000.00', '2,000.00'] },
  ],
])('%s', (_, changes, final, expected) => {
  expect(settled(changes, final).payers).toEqual(expected);
});

test('homes and their payers say the same, with changes borne and an own duty among the items', () => {
  const { payers: paying, homes } = settled(changesOf(['FIRM', { C: '21,000.01' }]), { A: '30,000.00', B: '60,000.01', C: '21,000.01' });
  expect(paying['物业']).toEqual(['1,000.01', '1,000.01']);
  expect(homes).toEqual(['20,000.01', '20,000.00']);
  expect(paying['业主']).toEqual(['40,000.01', '0.00']);
  expect(paying['街道']).toEqual(['40,000.00', '0.00']);
});

test('an item without an invoice is not settled at what was signed, over the head of a change that was recorded', () => {
  const facts = { document, scenario: '方案一', payers: seated, changes: changesOf([null, { B: '62,000.00' }]) };
  const settle = (items: { name: string; amountFen: string; documentIds: string[] }[]) => () =>
    settleWorks({ ...facts, items, paidOf: () => 0n, retainedOf: () => 0n, now: new Date('2026-11-30T00:00:00Z') });
  const of = (name: string, amount: string, documentIds = [invoice]) => ({ name, amountFen: yuan(amount), documentIds });
  const missing = (items: string) => expect.objectContaining({ code: 'works.items-missing', facts: { items } });
  expect(settle([])).toThrow(missing('A、B、C'));
  expect(settle([of('B', '62,000.00')])).toThrow(missing('A、C'));
  expect(settle([of('A', '20,000.00'), of('B', '62,000.00'), of('C', '0.00', [])])).toThrow(missing('C'));
  expect(settle([of('A', '20,000.00'), of('B', '62,000.00'), of('C', '18,000.00')])().settlement.finalFen).toBe('10000000');
});
