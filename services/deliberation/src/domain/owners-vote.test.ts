import { describe, expect, test } from '@jest/globals';
import { areaFromText, type Area } from '@wufang/kernel';
import fc from 'fast-check';
import { countedBallots, tallyOf, turnoutOf, type Ballot } from './ballots.js';
import { rollOf, type RollHome } from './owner-roll.js';
import { defaultRollSettings, votePackAt, type RollSettings } from './vote-rule-pack.js';
import { questionResult, type VoteQuestion } from './vote-rules.js';
import { voteStatement } from './vote-statement.js';

const pack = votePackAt('2026-11-22');
const settings = defaultRollSettings(pack);
const monday = new Date('2026-11-02T01:00:00Z');
const time = { opensAt: monday, closesAt: new Date('2026-11-20T10:00:00Z') };
const hours = (n: number) => new Date(monday.getTime() + n * 3_600_000);

function home(id: string, ownerKey: string, area: string, more: Partial<RollHome> = {}): RollHome {
  return { id, ownerKey, area: areaFromText(area), areaSource: 'REGISTERED', isUnsold: false, isParking: false, ...more };
}

function ballot(ownerKey: string, choice: string, more: Partial<Ballot> = {}): Ballot {
  return { ownerKey, at: hours(1), serial: 1, choices: { '1': choice }, ...more };
}

const fundUse: VoteQuestion = { code: '1', title: '更换电梯', matter: 'FUND_USE', options: [{ code: 'AGREE', title: '同意' }] };
const fundRaise: VoteQuestion = { ...fundUse, matter: 'FUND_RAISE' };

function result(homes: readonly RollHome[], ballots: readonly Ballot[], question = fundUse, its: RollSettings = settings) {
  const roll = rollOf(homes, its);
  const { counted } = countedBallots(roll, ballots, time);
  return questionResult(
    pack,
    question,
    tallyOf(
      roll,
      counted,
      question.code,
      question.options.map(({ code }) => code),
    ),
  );
}

/** Of V9 to V14: the property-rights unit owns 200 unsold homes of 60 m²; 100 private owners have one each. */
const unitEstate = [
  ...Array.from({ length: 200 }, (_, i) => home(`u${i}`, 'unit', '60', { isUnsold: true })),
  ...Array.from({ length: 100 }, (_, i) => home(`p${i}`, `private${i}`, '60')),
];
const privates = (n: number, choice: string, from = 0) => Array.from({ length: n }, (_, i) => ballot(`private${from + i}`, choice));

/** Of V15 to V17: twelve homes of 70 m², three of them A's. */
const twelve = Array.from({ length: 12 }, (_, i) => home(`h${i}`, i < 3 ? 'A' : `o${i}`, '70'));

describe('the vectors of the page from homes and ballots', () => {
  test.each([
    // the unit, private yes, private no -> ordinary, special
    ['V9', 'DISAGREE', 0, 66, 'TOO_FEW', 'TOO_FEW'],
    ['V10', 'AGREE', 40, 27, 'PASSED', 'NOT_PASSED'],
    ['V11', 'AGREE', 33, 34, 'NOT_PASSED', 'NOT_PASSED'],
    ['V12', 'AGREE', 34, 33, 'PASSED', 'NOT_PASSED'],
    ['V13', 'DISAGREE', 67, 0, 'NOT_PASSED', 'NOT_PASSED'],
    ['V14', null, 100, 0, 'TOO_FEW', 'TOO_FEW'], // all private owners, and the unit absent
  ])('%s: the unit says %s, %i owners yes and %i no', (_, unit, yes, no, ordinary, special) => {
    const ballots = [...(unit ? [ballot('unit', unit)] : []), ...privates(yes, 'AGREE'), ...privates(no, 'DISAGREE', yes)];
    expect([fundUse, fundRaise].map((question) => result(unitEstate, ballots, question).outcome)).toEqual([ordinary, special]);
  });

  test.each([
    ['V15', 'AGREE', 0, 5, 'TOO_FEW'], // area exactly 2/3, but six of ten heads; as homes eight of twelve would pass
    ['V16', 'AGREE', 3, 3, 'PASSED'],
    ['V17', 'AGREE', 2, 4, 'NOT_PASSED'],
  ])('%s: A says %s with three homes, %i others yes and %i no', (_, a, yes, no, outcome) => {
    const others = (n: number, choice: string, from: number) => Array.from({ length: n }, (_, i) => ballot(`o${from + i}`, choice));
    const { outcome: found, tally } = result(twelve, [ballot('A', a), ...others(yes, 'AGREE', 3), ...others(no, 'DISAGREE', 3 + yes)]);
    expect(tally.all).toEqual({ area: 84_000, heads: 10 });
    expect(found).toBe(outcome);
  });
});

describe('the roll', () => {
  test('one owner of three homes is one head with the area of three', () => {
    expect(rollOf(twelve, settings).owners.get('A')).toMatchObject({ heads: 1, area: 21_000, homes: 3 });
  });

  test('the property-rights unit with 200 unsold homes is one head', () => {
    const roll = rollOf(unitEstate, settings);
    expect(roll).toMatchObject({ homes: 300, all: { area: 1_800_000, heads: 101 }, unsold: { homes: 200, area: 1_200_000, heads: 1 } });
  });

  test('an estate may settle that each unsold home is a head; a home the unit bought is one more, whatever the order', () => {
    const its: RollSettings = { ...settings, unsoldHeads: 'ONE_PER_HOME' };
    const homes = [home('b', 'unit', '50'), home('u1', 'unit', '60', { isUnsold: true }), home('u2', 'unit', '60', { isUnsold: true })];
    for (const order of [homes, homes.toReversed()]) expect(rollOf(order, its).all).toEqual({ area: 17_000, heads: 3 });
    expect(rollOf(homes, settings).all.heads).toBe(1);
  });

  test('parking spaces stand outside the base unless the estate took them in', () => {
    const homes = [home('1', 'a', '60'), home('P1', 'b', '12', { isParking: true })];
    expect(rollOf(homes, settings)).toMatchObject({ all: { area: 6_000, heads: 1 }, parkingLeftOut: 1 });
    expect(rollOf(homes, { ...settings, hasParking: true })).toMatchObject({ all: { area: 7_200, heads: 2 }, parkingLeftOut: 0 });
  });

  test.each([
    ['a home without area', [home('1', 'a', '60'), home('2', 'b', '60', { area: null })], 'vote.area-unknown'],
    ['an area without source', [home('1', 'a', '60', { areaSource: null })], 'vote.area-unknown'],
    ['an area of nothing', [home('1', 'a', '60', { area: 0 as Area })], 'vote.area-unknown'],
    ['a home named twice', [home('1', 'a', '60'), home('1', 'b', '60')], 'vote.home-twice'],
    ['nothing at all', [], 'vote.empty-roll'],
    ['nothing but parking', [home('P1', 'b', '12', { isParking: true })], 'vote.empty-roll'],
  ])('%s blocks it', (_, homes, code) => {
    expect(() => rollOf(homes, settings)).toThrow(code);
  });

  test('the area is added up by its source', () => {
    const homes = [
      home('1', 'a', '60.50'),
      home('2', 'b', '40', { areaSource: 'CONTRACT' }),
      home('3', 'b', '1.25', { areaSource: 'SURVEYED' }),
    ];
    expect(rollOf(homes, settings).areaBySource).toEqual({ REGISTERED: 6_050, SURVEYED: 125, CONTRACT: 4_000 });
  });
});

describe('ballots', () => {
  const roll = rollOf(twelve, settings);
  const choiceOf = (ballots: readonly Ballot[]) => countedBallots(roll, ballots, time).counted.get('A')?.choices['1'];

  test('the last one before the close counts, in whatever order they are read', () => {
    const yes = ballot('A', 'AGREE', { at: hours(1) });
    const no = ballot('A', 'DISAGREE', { at: hours(30) });
    const late = ballot('A', 'AGREE', { at: time.closesAt });
    for (const order of [
      [yes, no, late],
      [late, no, yes],
      [no, late, yes],
    ])
      expect(choiceOf(order)).toBe('DISAGREE');
    expect(countedBallots(roll, [yes, no, late], time)).toMatchObject({ replaced: 1, late: 1, early: 0 });
  });

  test('handed in at the close is after the vote, a millisecond before it is in time', () => {
    expect(choiceOf([ballot('A', 'AGREE', { at: time.closesAt })])).toBeUndefined();
    expect(choiceOf([ballot('A', 'AGREE', { at: new Date(time.closesAt.getTime() - 1) })])).toBe('AGREE');
    expect(countedBallots(roll, [ballot('A', 'AGREE', { at: new Date(monday.getTime() - 1) })], time)).toMatchObject({ early: 1 });
  });

  test('of two in the same minute the higher number is the later', () => {
    const ballots = [ballot('A', 'AGREE', { serial: 7 }), ballot('A', 'DISAGREE', { serial: 12 })];
    expect(choiceOf(ballots)).toBe('DISAGREE');
    expect(choiceOf(ballots.toReversed())).toBe('DISAGREE');
  });

  test.each([
    ['two that claim to be the same', [ballot('A', 'AGREE'), ballot('A', 'DISAGREE')], 'vote.ballot-twice'],
    ['one of somebody who is not on the roll', [ballot('nobody', 'AGREE')], 'vote.not-on-roll'],
  ])('%s is refused', (_, ballots, code) => expect(() => countedBallots(roll, ballots, time)).toThrow(code));

  test('a choice that is not on the ballot is refused', () => {
    expect(() => result(twelve, [ballot('A', 'PERHAPS')])).toThrow('vote.unknown-choice');
  });

  test('blank and invalid do not take part, abstaining does', () => {
    const { tally } = result(twelve, [
      ballot('A', 'ABSTAIN'),
      ballot('o3', 'INVALID'),
      ballot('o4', 'AGREE', { choices: {} }),
      ballot('o5', 'AGREE'),
    ]);
    expect(tally).toMatchObject({
      takingPart: { area: 28_000, heads: 2 },
      abstaining: { area: 21_000, heads: 1 },
      invalid: { area: 14_000, heads: 2 },
      silent: { area: 42_000, heads: 6 },
    });
  });

  test('turnout looks into no ballot: one that is invalid is returned like any other', () => {
    const { counted } = countedBallots(roll, [ballot('A', 'INVALID'), ballot('o3', 'AGREE')], time);
    const turnout = turnoutOf(roll, counted);
    expect(turnout).toMatchObject({ returned: { area: 28_000, heads: 2 }, all: { area: 84_000, heads: 10 } });
    expect(turnout.silent).toEqual(['o4', 'o5', 'o6', 'o7', 'o8', 'o9', 'o10', 'o11']);
  });
});

/** An estate, its ballots and a question, at random; small, so that thresholds are hit exactly. */
const choice = fc.constantFrom('A', 'B', 'DISAGREE', 'ABSTAIN', 'INVALID');
const cases = fc
  .record({
    homes: fc.array(fc.record({ owner: fc.nat(12), area: fc.integer({ min: 1, max: 4 }), isUnsold: fc.boolean() }), {
      minLength: 1,
      maxLength: 24,
    }),
    ballots: fc.array(fc.record({ owner: fc.nat(12), choice, hour: fc.integer({ min: -3, max: 450 }) }), { maxLength: 40 }),
    isSpecial: fc.boolean(),
    perHome: fc.boolean(),
  })
  .map(({ homes, ballots, isSpecial, perHome }) => {
    const owners = new Set(homes.map(({ owner }) => owner));
    return {
      homes: homes.map(({ owner, area, isUnsold }, i): RollHome => home(`h${i}`, `o${owner}`, String(area * 30), { isUnsold })),
      ballots: ballots
        .filter(({ owner }) => owners.has(owner))
        .map((one, i): Ballot => ballot(`o${one.owner}`, one.choice, { at: hours(one.hour), serial: i })),
      question: {
        ...(isSpecial ? fundRaise : fundUse),
        options: [
          { code: 'A', title: '方案一' },
          { code: 'B', title: '方案二' },
        ],
      },
      settings: { ...settings, unsoldHeads: perHome ? ('ONE_PER_HOME' as const) : ('ONE' as const) },
    };
  });
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

/** Six owners of like homes of whom the first ones answer; what chance seldom finds is given to each property as an example. */
const sixOwners = (...choices: string[]): Case => ({
  homes: [0, 1, 2, 3, 4, 5].map((n) => home(`h${n}`, `o${n}`, '30', { isUnsold: false })),
  ballots: choices.map((one, n) => ballot(`o${n}`, one, { at: hours(1), serial: n })),
  question: {
    ...fundUse,
    options: [
      { code: 'A', title: '方案一' },
      { code: 'B', title: '方案二' },
    ],
  },
  settings: { ...settings, unsoldHeads: 'ONE' },
});
const tooFew = sixOwners('A', 'A', 'A');
const carries = sixOwners('A', 'A', 'A', 'ABSTAIN');
const falls = sixOwners('A', 'A', 'B', 'B');
const outcomeOf = ({ homes, ballots, question, settings: its }: Case) => {
  const { outcome, passed } = result(homes, ballots, question, its);
  return { outcome, passed };
};

/** The same by the book, written a second time: lists, BigInt and the three lines of the page, and nothing of the code above. */
function byTheBook({ homes, ballots, question, settings: its }: Case): { outcome: string; passed: string | null } {
  const heads = (owner: string): bigint => {
    const own = homes.filter((one) => one.ownerKey === owner);
    if (its.unsoldHeads === 'ONE') return 1n;
    return BigInt(own.filter((one) => one.isUnsold).length) + (own.some((one) => !one.isUnsold) ? 1n : 0n);
  };
  const area = (owner: string) => homes.filter((one) => one.ownerKey === owner).reduce((sum, one) => sum + BigInt(one.area!), 0n);
  const owners = [...new Set(homes.map((one) => one.ownerKey))];
  const inTime = ballots.filter(({ at }) => at.getTime() >= time.opensAt.getTime() && at.getTime() < time.closesAt.getTime());
  const lastChoice = (owner: string) =>
    inTime
      .filter((one) => one.ownerKey === owner)
      .sort((a, b) => a.at.getTime() - b.at.getTime() || a.serial - b.serial)
      .at(-1)?.choices['1'];
  const sum = (who: readonly string[], of: (owner: string) => bigint) => who.reduce((total, owner) => total + of(owner), 0n);

  const taking = owners.filter((owner) => !['INVALID', undefined].includes(lastChoice(owner)));
  const [TA, TH, PA, PH] = [sum(owners, area), sum(owners, heads), sum(taking, area), sum(taking, heads)];
  if (!(3n * PA >= 2n * TA && 3n * PH >= 2n * TH)) return { outcome: 'TOO_FEW', passed: null };
  for (const option of ['A', 'B']) {
    const agreeing = owners.filter((owner) => lastChoice(owner) === option);
    const [AA, AH] = [sum(agreeing, area), sum(agreeing, heads)];
    const passes = question.matter === 'FUND_RAISE' ? 4n * AA >= 3n * PA && 4n * AH >= 3n * PH : 2n * AA > PA && 2n * AH > PH;
    if (passes) return { outcome: 'PASSED', passed: option };
  }
  return { outcome: 'NOT_PASSED', passed: null };
}

describe('properties', () => {
  const check = <T extends unknown[]>(property: fc.IPropertyWithHooks<T>, examples: T[] = []) =>
    fc.assert(property, { numRuns: 1_500, examples });

  test('a second count, written by the book, always finds the same', () => {
    const seen = new Set<string>();
    check(
      fc.property(cases, (one) => {
        const found = outcomeOf(one);
        seen.add(found.outcome);
        expect(found).toEqual(byTheBook(one));
      }),
      [[tooFew], [carries], [falls]],
    );
    expect([...seen].sort()).toEqual(['NOT_PASSED', 'PASSED', 'TOO_FEW']);
  });

  test('the order of homes and ballots is of no matter', () => {
    const shuffled = cases.chain((one) =>
      fc.record({
        one: fc.constant(one),
        homes: fc.shuffledSubarray(one.homes, { minLength: one.homes.length }),
        ballots: fc.shuffledSubarray(one.ballots, { minLength: one.ballots.length }),
      }),
    );
    check(fc.property(shuffled, ({ one, homes, ballots }) => expect(outcomeOf({ ...one, homes, ballots })).toEqual(outcomeOf(one))));
  });

  test('one more yes never loses a vote, from silence or from any other choice', () => {
    let kept = 0;
    check(
      fc.property(cases, fc.nat(), (one, n) => {
        const before = outcomeOf(one);
        if (before.passed === null) return;
        kept += 1;
        const owner = one.homes[n % one.homes.length]!.ownerKey;
        const yes = ballot(owner, before.passed, { at: new Date(time.closesAt.getTime() - 1), serial: 9_999 });
        expect(outcomeOf({ ...one, ballots: [...one.ballots, yes] })).toEqual(before);
      }),
      [[carries, 5]],
    );
    expect(kept).toBeGreaterThan(0);
  });

  test('one more no may carry a vote only by bringing enough to take part', () => {
    let carried = 0;
    check(
      fc.property(cases, fc.nat(), (one, n) => {
        const before = outcomeOf(one);
        const owner = one.homes[n % one.homes.length]!.ownerKey;
        const no = ballot(owner, 'DISAGREE', { at: new Date(time.closesAt.getTime() - 1), serial: 9_999 });
        const after = outcomeOf({ ...one, ballots: [...one.ballots, no] });
        if (after.outcome !== 'PASSED' || before.outcome === 'PASSED') return;
        carried += 1;
        expect(before.outcome).toBe('TOO_FEW');
      }),
      [[tooFew, 3]],
    );
    expect(carried).toBeGreaterThan(0);
  });

  test('every owner on the roll is counted once: the parts add up to the whole', () => {
    check(
      fc.property(cases, ({ homes, ballots, question, settings: its }) => {
        const { tally } = result(homes, ballots, question, its);
        for (const measure of ['area', 'heads'] as const) {
          const agreeing = tally.agreeing.reduce((sum, { weight }) => sum + weight[measure], 0);
          const taking = agreeing + tally.disagreeing[measure] + tally.abstaining[measure];
          expect(taking).toBe(tally.takingPart[measure]);
          expect(taking + tally.invalid[measure] + tally.silent[measure]).toBe(tally.all[measure]);
        }
      }),
    );
  });
});

describe('the statement', () => {
  const lines = (unit: string | null, yes: number, no: number, kind: 'PAPER' | 'ADVISORY' = 'PAPER') => {
    const roll = rollOf(unitEstate, settings);
    const ballots = [...(unit ? [ballot('unit', unit)] : []), ...privates(yes, 'AGREE'), ...privates(no, 'DISAGREE', yes)];
    const { counted, ...others } = countedBallots(roll, ballots, time);
    const tally = tallyOf(roll, counted, '1', ['AGREE']);
    const counts = { ...others, returned: turnoutOf(roll, counted).returned };
    return voteStatement({ title: '西院', kind, pack, roll, time, ballots: counts, results: [questionResult(pack, fundUse, tally)] });
  };

  test('shows numerator, denominator, threshold and what is missing (V9)', () => {
    const text = lines('DISAGREE', 0, 66);
    expect(text).toContain(
      '参与面积：15960.00 ÷ 18000.00，须达到全体业主的 2/3（含本数）。3 × 15960.00 = 47880.00，2 × 18000.00 = 36000.00，47880.00 > 36000.00，达到；最少须 12000.00 m²。',
    );
    expect(text).toContain(
      '参与人数：67 ÷ 101，须达到全体业主的 2/3（含本数）。3 × 67 = 201，2 × 101 = 202，201 < 202，未达到；最少须 68 人，差 1 人。',
    );
    expect(text).toContain('参与不足，不再计算同意（民法典第二百七十八条第二款）。');
    expect(text.at(-1)).toBe('结论：参与不足。');
  });

  test('says that half is not enough (V11)', () => {
    const text = lines('AGREE', 33, 34);
    expect(text).toContain(
      '同意人数：34 ÷ 68，须超过参与表决业主的 1/2（不含本数）。2 × 34 = 68，1 × 68 = 68，68 = 68，未达到；最少须 35 人，差 1 人。',
    );
    expect(text.at(-1)).toBe('结论：不通过。');
  });

  test('says of the unit’s unsold homes that they are one head, and why', () => {
    expect(lines('AGREE', 40, 27).find((line) => line.startsWith('其中未售'))).toBe(
      '其中未售 200 套，12000.00 m²，业主为产权单位（或建设单位），每个单位计 1 人（建筑物区分所有权司法解释第九条；产权单位未售公房比照适用（北京市物业管理条例第二十五条），待核）。',
    );
  });

  test('a poll says first and last that it decides nothing', () => {
    const text = lines('AGREE', 40, 27, 'ADVISORY');
    expect(text[1]).toMatch(/^本次为意向征询：不是业主共同决定/);
    expect(text.at(-1)).toBe('结论：意向征询，如按法定标准为“通过”，不产生表决效力。');
  });

  test('gives areas only where a test of the law needs one', () => {
    const text = lines('AGREE', 66, 1).join('\n');
    expect(text).toContain('  反对　1 人\n');
    expect(text).not.toMatch(/^  (反对|弃权|空白|未交回).*m²/m);
    expect(text).toMatch(/^  同意　67 人，.*m²$/m);
    // Too few took part: agreement is not tested, and the area of the only yes would name its owner.
    expect(lines(null, 1, 2)).toContain('  同意　1 人');
  });

  test('names no owner and no ballot', () => {
    expect(lines('AGREE', 40, 27).join('\n')).not.toMatch(/private|unit/);
  });
});
