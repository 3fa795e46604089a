import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { CostSharePlan } from '@wufang/contracts';
import { canonicalJson } from '@wufang/kernel';
import { readPlan } from '../src/domain/cost-share-plan.js';
import { shareCosts } from '../src/domain/cost-share.js';
import { sharesJson } from '../src/domain/cost-share-statement.js';
import { agreed, aPlan, homesOf, soldPublic, unsold, yuan } from './a-plan.js';

type Shares = ReturnType<typeof sharesJson>;
type Entry = Shares['steps'][number]['entries'][number];
/** The script that anyone can run, as it lies in deploy/verify. */
const script = join(import.meta.dirname, '../../../../deploy/verify/verify.mjs');
const { checkPlan } = (await import(pathToFileURL(script).href)) as { checkPlan: (bundle: unknown, body: unknown) => void };

/** The plan as a resolution seals it, written by somebody who has changed its shares and hashed everything anew. */
function checked(plan: CostSharePlan, change: (shares: Shares) => void = () => undefined): void {
  const read = readPlan(plan, '方案一');
  const shares = structuredClone(sharesJson(read, shareCosts(read), []));
  change(shares);
  const bytes = canonicalJson({ plan, scenario: '方案一', frozenHash: '', shares });
  const hash = createHash('sha256').update(bytes).digest('hex');
  const body = { plan: { hash }, shares: shares.payers.map(({ code, amountFen }) => ({ payer: code, amountFen })) };
  checkPlan({ plan: { bytes, hash } }, body);
}

const homes = homesOf({ '101': '58.20', '102': '88.95' });
const mixed = {
  groups: [soldPublic('3645.00', '1855.00'), unsold],
  homes: [...homesOf({ '101': '52.36', '102': '47.88' }, '已售公房'), ...homesOf({ '103': '60.00' }, '未售公房')],
};
const grants = [
  { priority: 2, payer: '社区基金', kind: 'RATIO' as const, ratio: '10%', capFen: yuan('50.00') },
  { priority: 1, payer: '街道', kind: 'FIXED' as const, amountFen: yuan('200.00') },
  { priority: 3, payer: '自来水公司', kind: 'UP_TO' as const, capFen: yuan('30.00') },
];
const four = agreed({ 产权单位: '50%', 街道: '25%', 物业: '10%', 业主: '15%' });
const plans: [string, CostSharePlan][] = [
  ['by law', aPlan('1,000.00', { homes })],
  ['with an own duty', aPlan('1,000.00', { homes, item: { duty: { payer: '物业', basis: '物业合同' } } as never })],
  ['after grants, over homes sold and unsold', aPlan('1,000.00', { ...mixed, scenario: { grants } })],
  ['by agreement', aPlan('1,000.01', { homes, scenario: { agreement: four } })],
  ['by agreement over homes sold and unsold', aPlan('1,000.01', { ...mixed, scenario: { grants, agreement: four } })],
  ['by agreement in which the owners have no part', aPlan('1,000.00', { homes, scenario: { agreement: agreed({ 街道: '100%' }) } })],
  ['by agreement without homes', aPlan('1,000.00', { scenario: { agreement: agreed({ 街道: '60%', 物业: '40%' }) } })],
];

test.each(plans)('a plan %s holds as it was sealed', (_, plan) => {
  expect(() => checked(plan)).not.toThrow();
});

test('an own duty stands as the plan has it, beside the shares or, in resolutions from before, among them', () => {
  const duty = { kind: 'UTILITY_NETWORK' as const, payer: '自来水公司' };
  const own = { name: '水管', amountFen: yuan('100.00'), work: 'REPAIR' as const, duty };
  const road = aPlan('1,000.00', { homes });
  const plan = { ...road, items: [...road.items, own] };
  const read = readPlan(plan, '方案一');
  const shares = sharesJson(read, shareCosts(read), []);
  const bytes = canonicalJson({ plan, scenario: '方案一', frozenHash: '', shares });
  const hash = createHash('sha256').update(bytes).digest('hex');
  const all = shares.payers.map(({ code, amountFen }) => ({ payer: code, amountFen }));
  const check = (body: object) => checkPlan({ plan: { bytes, hash } }, { plan: { hash }, ...body });
  const listed = { payer: '自来水公司', item: '水管', amountFen: '10000' };
  const paying = all.filter(({ payer }) => payer !== '自来水公司');
  expect(() => check({ shares: all })).not.toThrow();
  expect(() => check({ shares: paying, duties: [listed] })).not.toThrow();
  expect(() => check({ shares: paying, duties: [{ ...listed, amountFen: '9000' }] })).toThrow(/^自身责任 自来水公司：/);
  expect(() => check({ shares: all, duties: [listed] })).toThrow(/^方案 自来水公司：/);
});

const byHead = aPlan('100.00', {
  homes: homesOf({ '101': '50.00', '102': '60.00', '103': '75.00' }),
  scenario: { homesRule: 'EQUAL', homesAgreement: '业主大会决议' },
});
/** The odd fen put from one home to another, with all that follows. */
const oddFen = (from: string, to: string) => (shares: Shares) => {
  const entries = shares.steps.at(-1)!.entries;
  for (const [code, by] of [
    [from, -1n],
    [to, 1n],
  ] as const) {
    const entry = entries.find((one) => one.code === code)!;
    const home = shares.homes.find((one) => one.code === code)!;
    entry.shareFen = home.shareFen = home.fundFen = String(BigInt(entry.shareFen) + by);
  }
};

test('the odd fen by head stands with the largest area; a plan from before that rule holds as it was sealed, with the lowest code', () => {
  const { tieRule: _, ...before } = byHead;
  expect(() => checked(byHead)).not.toThrow();
  expect(() => checked(before)).not.toThrow();
  expect(() => checked(byHead, oddFen('103', '101'))).toThrow(/^方案 第 1 步 103：按尾差次序应是 3334 分/);
  expect(() => checked(before, oddFen('101', '103'))).toThrow(/^方案 第 1 步 101：按尾差次序应是 3334 分/);
  expect(() => checked({ ...byHead, tieRule: 'CODE' as never })).toThrow(/^方案：不认识的尾差次序/);
});

describe('what is put from one to another is found though every sum holds', () => {
  /** ¥10 more and ¥10 less. */
  const more = (text: string, by = 1_000n) => String(BigInt(text) + by);
  const shift = <K extends string>(list: Record<K, string>[], ...keys: K[]) => {
    for (const key of keys) [list[0]![key], list[1]![key]] = [more(list[0]![key]), more(list[1]![key], -1_000n)];
  };
  const [byLaw, granted, byAgreement] = [plans[0]![1], plans[2]![1], plans[3]![1]];
  const c2 = aPlan('12,345.67', { homes: homesOf({ 101: '58.20', 102: '88.95', 201: '58.20', 202: '103.40' }) });
  const halves = aPlan('1,000.00', { scenario: { agreement: agreed({ 街道: '60%', 物业: '40%' }) } });

  test.each<[string, CostSharePlan, (shares: Shares) => void, RegExp]>([
    [
      'a step that divides more than its parent gave it',
      byAgreement,
      ({ steps }) => {
        const step = steps.find(({ kind }) => kind === 'HOMES')!;
        const split = 30_000n;
        const all = step.entries.reduce((sum, { weight }) => sum + BigInt(weight), 0n);
        step.amountFen = String(split);
        for (const entry of step.entries) entry.shareFen = entry.floorFen = String((split * BigInt(entry.weight)) / all);
        const given = step.entries.reduce((sum, { shareFen }) => sum + BigInt(shareFen), 0n);
        step.entries[0]!.shareFen = more(step.entries[0]!.shareFen, split - given);
      },
      /^方案 第 2 步：.*上一级/,
    ],
    ['a home that pays for its neighbour', byLaw, (shares) => shift(shares.homes, 'shareFen', 'fundFen'), /^方案 10[12]：.*分到/],
    [
      'the areas of two homes exchanged, with all that follows from them',
      c2,
      ({ steps, homes: all }) => {
        const [{ entries }] = steps as [Shares['steps'][number]];
        const [one, other] = [entries[0]!, entries[1]!];
        [entries[0], entries[1]] = [
          { ...other, code: one.code },
          { ...one, code: other.code },
        ];
        for (const home of all) home.shareFen = home.fundFen = entries.find(({ code }) => code === home.code)!.shareFen;
      },
      /^方案 第 1 步 101：按方案是/,
    ],
    [
      'the odd fen of two equal remainders given to the higher code',
      c2,
      ({ steps, homes: all }) => {
        const [{ entries }] = steps as [Shares['steps'][number]];
        const [low, high] = ['101', '201'].map((code) => entries.find((entry) => entry.code === code)!) as [Entry, Entry];
        [low.shareFen, high.shareFen] = [high.shareFen, low.shareFen];
        for (const home of all) home.shareFen = home.fundFen = entries.find(({ code }) => code === home.code)!.shareFen;
      },
      /^方案 第 1 步 101：按尾差次序应是 232719 分/,
    ],
    [
      'the ratios of two parties exchanged',
      halves,
      ({ steps, payers }) => {
        const [{ entries }] = steps as [Shares['steps'][number]];
        const [one, other] = [entries[0]!, entries[1]!];
        [entries[0], entries[1]] = [
          { ...other, code: one.code },
          { ...one, code: other.code },
        ];
        for (const payer of payers) payer.amountFen = entries.find(({ code }) => code === payer.code)!.shareFen;
      },
      /^方案 第 1 步 (街道|物业)：按方案是/,
    ],
    ['a home that somebody else pays for', byLaw, ({ homes: all }) => void (all[0]!.payer = '街道'), /^方案 /],
    ['a home left out', byLaw, ({ homes: all }) => void all.pop(), /^方案 10[12]：/],
    ['a party that pays for another', halves, ({ payers }) => shift(payers, 'amountFen'), /^方案 (街道|物业)：.*逐级/],
    [
      'a grant that pays for another',
      granted,
      ({ payers }) =>
        shift(
          payers.filter(({ code }) => code === '街道' || code === '社区基金'),
          'amountFen',
        ),
      /^方案 (街道|社区基金)：.*逐级/,
    ],
  ])('%s', (_, plan, change, place) => {
    expect(() => checked(plan, change)).toThrow(place);
  });
});
