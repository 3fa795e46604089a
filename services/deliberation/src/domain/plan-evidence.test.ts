import { expect, test } from '@jest/globals';
import { fen } from '@wufang/kernel';
import { isInForce, lackingIn, leftOfProject, type Amounts, type FiledPaper } from './plan-evidence.js';

const home = { code: '101', ownerId: 'owner', shareFen: fen(10_000n), directFen: fen(4_000n) };
const amounts = (changed: Partial<typeof home> = {}): Amounts => ({
  payers: new Map([
    ['业主', fen(10_000n)],
    ['产权单位', fen(50_000n)],
  ]),
  units: new Map([['产权单位', 'unit']]),
  homes: new Map([['home', { ...home, ...changed }]]),
});
/** An owner's consent to 100.00, of which 40.00 are new money. */
const consent: FiledPaper = {
  ...{ payer: '业主', homeId: 'home', kind: 'OWNER_CONSENT', document: '业主同意书', amountFen: null, budgetSource: null },
  ...{ forAmountFen: 10_000n, ownerId: 'owner', forDirectFen: 4_000n, unitId: null, withdrawnAt: null },
};

test.each<[string, Partial<FiledPaper>, Partial<typeof home>, boolean]>([
  ['what it was asked for', {}, {}, true],
  ['more of the same share as new money', {}, { directFen: fen(10_000n) }, false],
  ['less of it as new money', {}, { directFen: fen(0n) }, true],
  ['another amount', {}, { shareFen: fen(9_999n) }, false],
  ['the home sold', {}, { ownerId: 'buyer' }, false],
  ['the home sold, by a paper that names an amount', { amountFen: 20_000n }, { ownerId: 'buyer' }, false],
  ['a paper from before owners were kept', { ownerId: null, forDirectFen: null }, { ownerId: 'buyer' }, true],
  ['taken back', { withdrawnAt: new Date(0) }, {}, false],
])('an owner’s consent: %s', (_, paper, changed, covers) => {
  expect(isInForce({ ...consent, ...paper }, amounts(changed))).toBe(covers);
});

test.each<[string, string | null, boolean]>([
  ['the unit that pays', 'unit', true],
  ['one that paid in its place before', 'before', false],
  ['a paper from before units were kept', null, true],
])('a letter of %s', (_, unitId, covers) => {
  const letter: FiledPaper = { ...consent, payer: '产权单位', homeId: null, kind: 'LETTER', forAmountFen: 50_000n, ownerId: null, unitId };
  expect(isInForce(letter, amounts())).toBe(covers);
});

test('nobody but the owner’s own paper says that it has consented', () => {
  const filed = { kind: 'OWNER_CONSENT' as const, homeId: 'home', documentId: 'scan', amountFen: null, budgetSource: null };
  expect(lackingIn(filed)).toBeNull();
  expect(lackingIn({ ...filed, documentId: null })).toBe('业主本人签字的扫描件');
  expect(lackingIn({ ...filed, homeId: null })).toBe('是哪一户');
});

test('what others hold of a project’s money is not there for a plan; of each payer of an issue the newest paper counts', () => {
  const paper = (issueId: string, amountFen: bigint) => ({ issueId, payer: '街道', amountFen });
  const papers = [paper('one', 4_660_000n), paper('other', 9_000_000n), paper('other', 3_000_000n)];
  const left = (issueId: string) => leftOfProject(fen(10_000_000n), papers, { issueId, payer: '街道' });
  expect(left('new')).toBe(2_340_000n);
  expect(left('one')).toBe(7_000_000n);
  expect(leftOfProject(fen(1_000_000n), papers, { issueId: 'new', payer: '街道' })).toBe(0n);
});
