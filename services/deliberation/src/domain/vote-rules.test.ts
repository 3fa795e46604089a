import { describe, expect, test } from '@jest/globals';
import type { VoteClass, VoteMatter } from '@wufang/contracts';
import { areaFromText } from '@wufang/kernel';
import type { Tally } from './ballots.js';
import type { Weight } from './owner-roll.js';
import { votePackAt } from './vote-rule-pack.js';
import { officialTally, questionResult, smallestCount, testOf, type VoteQuestion } from './vote-rules.js';

const pack = votePackAt('2026-11-22');
const { OWNER_ORD, OWNER_SPEC } = pack.classes;

const matterOf: Record<VoteClass, VoteMatter> = { OWNER_ORD: 'FUND_USE', OWNER_SPEC: 'FUND_RAISE', UNANIMOUS_AFFECTED: 'HOME_TO_BUSINESS' };

function question(voteClass: VoteClass, ...options: string[]): VoteQuestion {
  const codes = options.length > 0 ? options : ['AGREE'];
  return { code: '1', title: '更换电梯', matter: matterOf[voteClass], options: codes.map((code) => ({ code, title: code })) };
}

const nothing: Weight = { area: 0, heads: 0 };
const weight = (area: string, heads: number): Weight => ({ area: areaFromText(area.replaceAll(' ', ''), { allowZero: true }), heads });

/** A tally with only what the page names; all others who took part are against. */
function tally(all: Weight, takingPart: Weight, agreeing: Record<string, Weight>): Tally {
  return {
    all,
    takingPart,
    agreeing: Object.entries(agreeing).map(([option, its]) => ({ option, weight: its })),
    ...{ disagreeing: nothing, abstaining: nothing, invalid: nothing, silent: nothing },
  };
}

describe('the vectors of the page (domain rules 3.1)', () => {
  const [yes, no, none] = ['✔', '✘', '–'];
  test.each([
    //  TA          TH   PA           PH   AA          AH   Part. ORD   SPEC
    ['V1', '9 000.00', 90, '6 000.00', 60, '3 100.00', 31, yes, yes, no], // exactly 2/3 is included
    ['V2', '9 000.00', 90, '6 000.00', 60, '3 000.00', 30, yes, no, no], // exactly 1/2 is not 过半数
    ['V3', '9 000.00', 90, '6 000.00', 59, '4 000.00', 40, no, none, none], // heads short by 1
    ['V4', '9 000.00', 90, '5 999.99', 60, '4 000.00', 40, no, none, none], // area short by 0.01 m²
    ['V5', '9 000.00', 90, '6 000.00', 60, '4 500.00', 45, yes, yes, yes], // exactly 3/4 is included
    ['V6', '9 000.00', 90, '6 000.00', 60, '4 500.00', 44, yes, yes, no], // heads 73.33 %
    ['V7', '9 000.00', 90, '6 000.00', 60, '4 499.99', 45, yes, yes, no], // area 74.9998 %
    ['V8', '9 000.00', 90, '6 000.00', 60, '2 900.00', 29, yes, no, no], // 10 abstain: they stay in the base
    ['V9', '18 000.00', 101, '15 960.00', 67, '0.00', 0, no, none, none], // the unit and 66 of 100: 201 < 202
    ['V10', '18 000.00', 101, '16 020.00', 68, '14 400.00', 41, yes, yes, no], // heads 60.29 %
    ['V11', '18 000.00', 101, '16 020.00', 68, '13 980.00', 34, yes, no, no], // area 87.27 %, heads exactly 50 %
    ['V12', '18 000.00', 101, '16 020.00', 68, '14 040.00', 35, yes, yes, no], // one more
    ['V13', '18 000.00', 101, '16 020.00', 68, '4 020.00', 67, yes, no, no], // the unit says no: area 25.1 %
    ['V14', '18 000.00', 101, '6 000.00', 100, '6 000.00', 100, no, none, none], // the unit is absent
    ['V15', '840.00', 10, '560.00', 6, '0.00', 0, no, none, none], // area exactly 2/3, heads 60 %
    ['V16', '840.00', 10, '630.00', 7, '420.00', 4, yes, yes, no],
    ['V17', '840.00', 10, '630.00', 7, '350.00', 3, yes, no, no], // area 55.6 %, heads 42.9 %
    ['V18', '9 000.00', 90, '6 000.00', 60, '3 000.00', 30, yes, no, no], // each of two rival options
  ])('%s: of %s m² and %i heads %s and %i take part, %s and %i agree', (_, ta, th, pa, ph, aa, ah, part, ord, spec) => {
    const counted = tally(weight(ta, th), weight(pa, ph), { AGREE: weight(aa, ah) });
    const results = (['OWNER_ORD', 'OWNER_SPEC'] as const).map((voteClass) => questionResult(pack, question(voteClass), counted));
    expect(results.map(({ participation }) => participation!.passes)).toEqual([part === yes, part === yes]);
    const said = { PASSED: yes, NOT_PASSED: no, TOO_FEW: none };
    expect(results.map(({ outcome }) => said[outcome])).toEqual([ord, spec]);
  });

  test('V8: the ten who abstain neither leave the base nor agree', () => {
    const counted = { ...tally(weight('9000', 90), weight('6000', 60), { AGREE: weight('2900', 29) }), abstaining: weight('1000', 10) };
    expect(questionResult(pack, question('OWNER_ORD'), counted).outcome).toBe('NOT_PASSED');
    // Were they dropped, only 50 of 90 would have taken part; were the base shrunk, 29 of 50 would have carried it.
    const dropped = { ...counted, takingPart: weight('5000', 50) };
    expect(questionResult(pack, question('OWNER_ORD'), dropped).outcome).toBe('TOO_FEW');
    expect(testOf('heads', 29, 50, OWNER_ORD.agreement).passes).toBe(true);
  });

  test('V18: of two rival options with half each none passes, by area and by heads', () => {
    const halves = tally(weight('9000', 90), weight('6000', 60), { A: weight('3000', 30), B: weight('3000', 30) });
    const result = questionResult(pack, question('OWNER_ORD', 'A', 'B'), halves);
    expect(result).toMatchObject({ outcome: 'NOT_PASSED', passed: null });
    expect(result.agreement.map(({ check }) => check.tests.map(({ passes }) => passes))).toEqual([
      [false, false],
      [false, false],
    ]);
  });
});

describe('the smallest counts of the page', () => {
  test.each([
    //  TH   participants  yes  yes SPECIAL
    [90, 60, 31, 45],
    [91, 61, 31, 46],
    [92, 62, 32, 47],
    [101, 68, 35, 51],
    [1483, 989, 495, 742],
  ])('of %i heads %i must take part, and of those %i agree, or %i for a special matter', (heads, taking, ordinary, special) => {
    expect(smallestCount(heads, OWNER_ORD.participation!)).toBe(taking);
    expect(smallestCount(taking, OWNER_ORD.agreement)).toBe(ordinary);
    expect(smallestCount(taking, OWNER_SPEC.agreement)).toBe(special);
  });

  test('one less than the smallest count fails, the smallest count passes', () => {
    for (const threshold of [OWNER_ORD.participation!, OWNER_ORD.agreement, OWNER_SPEC.agreement])
      for (let whole = 1; whole <= 300; whole++) {
        const smallest = smallestCount(whole, threshold);
        expect(testOf('heads', smallest, whole, threshold).passes).toBe(true);
        expect(testOf('heads', smallest - 1, whole, threshold).passes).toBe(false);
      }
  });

  test('over all owners an ordinary matter needs more than a third, a special one at least a half', () => {
    for (let all = 1; all <= 600; all++) {
      const taking = smallestCount(all, OWNER_ORD.participation!);
      expect(3 * smallestCount(taking, OWNER_ORD.agreement)).toBeGreaterThan(all);
      expect(2 * smallestCount(taking, OWNER_SPEC.agreement)).toBeGreaterThanOrEqual(all);
    }
  });
});

describe('the rule pack', () => {
  test.each([
    [1, 'RULES_OF_PROCEDURE', 'OWNER_ORD'],
    [2, 'COVENANT', 'OWNER_ORD'],
    [3, 'COMMITTEE', 'OWNER_ORD'],
    [4, 'FIRM', 'OWNER_ORD'],
    [5, 'FUND_USE', 'OWNER_ORD'], // using the fund is ordinary
    [6, 'FUND_RAISE', 'OWNER_SPEC'], // raising it is special
    [7, 'REBUILD', 'OWNER_SPEC'],
    [8, 'COMMON_PARTS', 'OWNER_SPEC'],
    [9, 'OTHER_MAJOR', 'OWNER_ORD'],
  ] as const)('item %i of art. 278, %s, is %s and cites its item', (no, matter, voteClass) => {
    expect(pack.matters[matter].value).toBe(voteClass);
    expect(pack.matters[matter].source).toBe(`民法典第二百七十八条第一款第（${'一二三四五六七八九'[no - 1]!}）项`);
  });

  test('a roll frozen before the Civil Code has no rules here', () => {
    expect(votePackAt('2021-01-01').version).toBe('民法典-2021');
    expect(() => votePackAt('2020-12-31')).toThrow('vote.no-rules');
  });
});

describe('a home that is to become a shop (住改商, art. 279)', () => {
  test.each([
    ['all agree', '840.00', 12, 'PASSED'],
    ['one does not answer', '770.00', 11, 'NOT_PASSED'],
  ])('needs every affected owner: %s', (_, area, heads, outcome) => {
    const counted = tally(weight('840.00', 12), weight(area, heads), { AGREE: weight(area, heads) });
    expect(questionResult(pack, question('UNANIMOUS_AFFECTED'), counted)).toMatchObject({ outcome, participation: null });
  });
});

describe('what cannot be is refused', () => {
  test('more agree than took part', () => {
    const counted = tally(weight('100', 10), weight('70', 7), { AGREE: weight('70', 8) });
    expect(() => questionResult(pack, question('OWNER_ORD'), counted)).toThrow('vote.part-exceeds-whole');
  });

  test.each([[[]], [['A', 'A']], [['ABSTAIN']]])('options %j', (options) => {
    const asked = { ...question('OWNER_ORD'), options: options.map((code) => ({ code, title: code })) };
    expect(() => questionResult(pack, asked, tally(weight('9', 9), weight('9', 9), {}))).toThrow('vote.options-unclear');
  });
});

describe('an official result', () => {
  const roll = { all: weight('9000', 90) };
  const sums = {
    all: roll.all,
    takingPart: weight('6000', 60),
    agreeing: [{ option: 'AGREE', weight: weight('3100', 31) }],
    abstaining: weight('1000', 10),
  };

  test('is tested like any other, from its sums', () => {
    const counted = officialTally(roll, question('OWNER_ORD'), sums);
    expect(counted).toMatchObject({ disagreeing: weight('1900', 19), silent: weight('3000', 30) });
    expect(questionResult(pack, question('OWNER_ORD'), counted).outcome).toBe('PASSED');
  });

  test.each([
    ['another total area', { all: weight('9000.01', 90) }, '总面积与名册不符'],
    ['another number of owners', { all: weight('9000', 91) }, '总人数与名册不符'],
    ['more voices than took part', { abstaining: weight('1000', 30) }, '同意与弃权之和大于参与'],
    ['more taking part than there are', { takingPart: weight('9000', 91) }, '参与大于全体'],
    ['an option without a sum', { agreeing: [] }, '选项不齐'],
  ])('%s is refused', (_, changed, reason) => {
    expect(() => officialTally(roll, question('OWNER_ORD'), { ...sums, ...changed })).toThrow(
      expect.objectContaining({ code: 'vote.official-unsound', facts: { question: '1', reason } }),
    );
  });
});
