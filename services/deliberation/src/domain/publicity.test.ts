import { expect, test } from '@jest/globals';
import { defaultTimeLimits, type TimeLimit } from '@wufang/contracts';
import { countClock, fenFromYuan, WorkCalendar } from '@wufang/kernel';
import {
  answerPeriodOf,
  lacksToKeep,
  maySign,
  needsAssembly,
  objectingOwners,
  openObjections,
  periodOf,
  periodText,
  publicityCode,
  publicityText,
  type KeepingVote,
  type Raised,
} from './publicity.js';

const raised = (ownerId: string | null, state: Raised['state'] = 'OPEN', seat: string | null = null): Raised => ({
  ...{ id: `${ownerId}${seat}${state}`, ownerId, homeId: ownerId, seat, state },
});

test.each([
  ['PROPERTY_MGMT_COMMITTEE', 'PUBLICITY_10WD'],
  ['OWNERS_COMMITTEE', 'PUBLICITY_7D'],
  [null, 'PUBLICITY_7D'],
])('the body %s: %s', (body, code) => expect(publicityCode(body)).toBe(code));

const calendar = new WorkCalendar([
  {
    year: 2026,
    papers: ['国办发明电〔2025〕7号'],
    days: [
      ...['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((day) => ({ name: '春节', date: `2026-02-${day}`, isOffDay: true })),
      ...['14', '28'].map((day) => ({ name: '春节', date: `2026-02-${day}`, isOffDay: false })),
    ],
  },
]);
test.each([
  ['PUBLICITY_10WD', '2026-02-12T10:00+08:00', '2026-03-05T00:00+08:00'], // through 4 March: the page’s vector
  ['PUBLICITY_7D', '2026-02-09T10:00+08:00', '2026-02-25T00:00+08:00'], // the 16th is a holiday, so are the days to the 23rd
  ['PUBLICITY_7D', '2026-03-02T10:00+08:00', '2026-03-10T00:00+08:00'], // Monday to Monday
  ['PUBLICITY_POST', '2026-03-03T10:00+08:00', '2026-03-07T00:00+08:00'], // through Friday
] as const)('%s from %s ends at %s', (code, at, end) => {
  const limit = defaultTimeLimits.find((row) => row.code === code)!;
  expect(countClock(limit, new Date(at), calendar).dueAt).toEqual(new Date(end));
});

test.each([
  [1, 5, true], // exactly a fifth
  [1, 6, false],
  [19, 96, false],
  [20, 96, true],
  [0, 0, false],
])('%i of %i affected owners call an assembly: %s', (objecting, affected, expected) => {
  expect(needsAssembly(objecting, affected)).toBe(expected);
});

test('an owner with two homes and two objections is one; parties and what was taken back are none', () => {
  const list = [raised('甲'), raised('甲', 'ANSWERED'), raised('乙', 'ANSWERED'), raised('丙', 'WITHDRAWN'), raised(null, 'OPEN', 'FIRM')];
  expect(objectingOwners(list)).toBe(2);
  expect(openObjections(list)).toBe(2);
});

test.each([
  ['before the end', false, [], null, false],
  ['over and nobody objects', true, [], null, true],
  ['over with an open objection', true, [raised('甲')], null, false],
  ['over and answered', true, [raised('甲', 'ANSWERED')], null, true],
  ['over with an assembly to come', true, [raised('甲', 'ANSWERED')], { outcome: null }, false],
  ['over with an assembly that kept the plan', true, [], { outcome: 'KEEP' as const }, true],
  ['over with an assembly that wants it changed', true, [], { outcome: 'CHANGE' as const }, false],
])('%s', (_, isOver, list, assembly, expected) => expect(maySign({ isOver, raised: list, assembly })).toBe(expected));

const byDefault = defaultTimeLimits.find(({ code }) => code === 'PUBLICITY_7D')!;
const tenDays: TimeLimit = { ...byDefault, limit: { clock: 'D', days: 10, unit: 'calendar', roll: true } };

test('the text says who pays what, which contractor and why, how to object, and names no room', () => {
  const text = publicityText(
    {
      ...{
        title: '单元门修缮',
        numberText: 'FT3A5C61B2',
        scenario: '方案一',
        scopeText: '西大院9号楼2单元',
        ownersMoney: 'FUND',
        hash: 'ab'.repeat(32),
      },
      items: [{ name: '维修', amountFen: fenFromYuan('12,345.67') }],
      totalFen: fenFromYuan('12,345.67'),
      payers: [{ name: '业主', amountFen: fenFromYuan('12,345.67') }],
      homes: [{ place: '9号楼2单元', mark: 'K7Q', shareFen: fenFromYuan('2,327.19') }],
      contractor: { firm: '甲公司', reason: '报价最低' },
      quotes: [{ firm: '甲公司', amountFen: fenFromYuan('12,345.67') }],
    },
    { text: periodText({ limits: [tenDays] }, 'PUBLICITY_7D', true), through: '2026年12月7日', answer: '3 个工作日' },
    '南岗里社区',
  ).join('\n');
  expect(text).toContain('9号楼2单元　＊＊＊K7Q　¥2,327.19');
  expect(text).toContain('施工单位：甲公司。理由：报价最低。报价：甲公司 ¥12,345.67');
  expect(text).toMatch(/书面提出.*南岗里社区/);
  expect(text).not.toMatch(/undefined|null/);
  // What a text that hangs says is what its paper repeats: the periods of the table in force on its day, whatever the table is now.
  expect(text).toMatch(/公示 10 日，自张贴次日起算.*异议在 3 个工作日内答复；.*达到受影响业主的 20% 的/s);
  expect(periodOf(text.split('\n'))).toBe('公示 10 日，自张贴次日起算');
  expect(answerPeriodOf(text.split('\n'))).toBe('3 个工作日');
});

const neededAt = '2026-12-01T02:00:00.000Z';
const of = { issueId: 'i', estateId: 'e', scope: { buildingId: 'b', stairwell: null }, neededAt };
const kept: KeepingVote = {
  ...{ estateId: 'e', buildingId: null, stairwell: null, kind: 'PAPER', state: 'COUNTED', results: [{ passed: 'AGREE' }] },
  announcedAt: new Date('2026-12-02T02:00:00.000Z'),
  ...{ issueId: null, questions: [{ matter: 'OTHER_MAJOR', options: [{ code: 'AGREE', title: '同意维持' }] }] },
};

test.each<[string, Partial<KeepingVote>]>([
  ['all owners of the estate', {}],
  ['those the issue is about', { buildingId: 'b' }],
  ['its own issue', { issueId: 'i' }],
])('a plan is kept by a vote of %s', (_, part) => expect(lacksToKeep({ ...kept, ...part }, of)).toBeNull());

test.each<[string, Partial<KeepingVote> | null, RegExp]>([
  ['none is named', null, /须写明业主为此作出的表决/],
  ['of another estate', { estateId: 'other' }, /须写明/],
  ['of another building', { buildingId: 'c' }, /范围与议题不一致/],
  ['called before so many objected', { announcedAt: new Date('2026-12-01T01:59:59.999Z') }, /早于/],
  ['on another firm', { questions: [{ matter: 'FIRM', options: kept.questions[0]!.options }] }, /没有就维持方案征求/],
  [
    'with a choice of changing it',
    { questions: [{ matter: 'OTHER_MAJOR', options: [...kept.questions[0]!.options, { code: 'CHANGE', title: '修改' }] }] },
    /没有就维持方案征求/,
  ],
  ['on this and something else', { questions: [...kept.questions, { matter: 'FIRM', options: kept.questions[0]!.options }] }, /没有就维持/],
  ['of another issue', { issueId: 'other' }, /不属于其他议题/],
  ['a poll', { kind: 'ADVISORY' }, /意向征询/],
  ['not counted', { state: 'CLOSED', results: null }, /还没有计票/],
  ['not passed', { results: [{ passed: 'AGREE' }, { passed: null }] }, /没有通过/],
  ['annulled', { state: 'ANNULLED' }, /撤销/],
])('no vote keeps a plan: %s', (_, part, lacks) => expect(lacksToKeep(part && { ...kept, ...part }, of)).toMatch(lacks));
