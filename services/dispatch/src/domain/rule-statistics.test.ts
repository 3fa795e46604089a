import { describe, expect, test } from '@jest/globals';
import { clockEvents, dispatchEvents, disputeEvents, incidentEvents, legEvents, type DirectoryRow } from '@wufang/contracts';
import { faringOf, StatisticsByRule, suggestChanges, type RuledOrder } from './rule-statistics.js';

const names: Record<string, string> = {
  heat: '热力集团',
  sewer: '排水集团',
  firm: '远征物业',
  home: '南岗里社区',
  one: '一区',
  two: '二区',
};
const nameOf = (id: string) => names[id] ?? id;
type Fact = RuledOrder['facts'][number];
const fact = ({ type }: { type: string }, part: Partial<Fact> = {}): Fact => ({
  type,
  leadUnitId: null,
  fromUnitId: null,
  toUnitId: null,
  aboutUnitId: null,
  movesOrder: null,
  ...part,
});
const raisedBy = (leadUnitId: string) => fact(disputeEvents.disputeRaised, { leadUnitId });
const raised = raisedBy('heat');
const rejected = fact(disputeEvents.disputeRejected, { leadUnitId: 'heat' });
const upheld = (toUnitId: string, movesOrder = true) => fact(disputeEvents.disputeUpheld, { toUnitId, movesOrder });
const completed = (leadUnitId: string) => fact(dispatchEvents.completed, { leadUnitId });
const handed = (fromUnitId: string, leadUnitId: string) => fact(clockEvents.transferred, { fromUnitId, leadUnitId });
const attached = (leadUnitId: string) => fact(incidentEvents.orderAttached, { leadUnitId });
const detached = (leadUnitId: string) => fact(incidentEvents.orderDetached, { leadUnitId });
const order = (facts: Fact[], part: Partial<RuledOrder> = {}): RuledOrder => ({
  ...{ ruleId: 'a', directoryVersion: 1, estateId: 'one', firstUnitId: 'heat', aboutUnitId: null, facts, ...part },
});

describe('how a row of the directory has done', () => {
  test.each<[string, Fact[], string[], string | null]>([
    ['done by the first', [completed('heat')], ['heat'], 'heat'],
    ['still under way', [], ['heat'], null],
    ['objected, upheld, done by the other', [raised, upheld('sewer'), completed('sewer')], ['heat', 'sewer'], 'sewer'],
    ['objected, rejected, done all the same', [raised, rejected, completed('heat')], ['heat'], 'heat'],
    ['ruled after it was done: nothing moves, and yet it was the other’s', [completed('heat'), upheld('sewer', false)], ['heat'], 'sewer'],
    ['assigned on by the centre', [fact(dispatchEvents.assigned, { leadUnitId: 'firm' })], ['heat', 'firm'], 'firm'],
    ['handed over, done by the other', [handed('heat', 'firm'), completed('firm')], ['heat', 'firm'], 'firm'],
    ['ruled, and handed on from there', [raised, upheld('sewer'), handed('sewer', 'firm')], ['heat', 'sewer', 'firm'], 'firm'],
    ['given to the centre, which has not sent it on', [raised, upheld('centre')], ['heat', 'centre'], null],
    ['given to the centre, and sent on', [raised, upheld('centre'), handed('centre', 'firm')], ['heat', 'centre', 'firm'], 'firm'],
    ['twice on', [raised, upheld('sewer'), raisedBy('sewer'), upheld('firm')], ['heat', 'sewer', 'firm'], 'firm'],
    ['done as part of an incident', [attached('sewer'), completed('sewer'), handed('sewer', 'firm')], ['heat'], null],
    ['taken out of an incident, and done', [attached('sewer'), detached('heat'), completed('heat')], ['heat'], 'heat'],
    ['handed up, which is as it should be', [fact(legEvents.handedUp, { toUnitId: 'home' }), completed('home')], ['heat', 'home'], null],
  ])('%s', (_, facts, path, belongsTo) => {
    const faring = faringOf(order(facts), ['centre']);
    expect(faring.belongsTo).toBe(belongsTo);
    expect(faring.path).toEqual(path);
  });

  test('who is complained about keeps out: the hop counts, and says nothing about the row', () => {
    const away = faringOf(order([handed('heat', 'sewer'), completed('sewer')], { aboutUnitId: 'heat' }), []);
    expect([away.path, away.belongsTo]).toEqual([['heat', 'sewer'], null]);
  });

  test('rows of each version stand for themselves, those most objected to first', () => {
    const statistics = new StatisticsByRule(['centre']);
    for (const facts of [[completed('heat')], [raised, rejected, completed('heat')], [raised, upheld('sewer'), completed('sewer')], []]) {
      statistics.add(order(facts));
    }
    statistics.add(order([completed('heat')], { directoryVersion: 2 }));
    expect(statistics.rules()).toEqual([
      {
        ...{ directoryVersion: 1, ruleId: 'a', orders: 4, settled: 3, settledByFirst: 2, hops: { mean: 1.33, max: 2 } },
        ...{ firstDispatchAccuracy: 0.6667, objected: 2, objectionRate: 0.5, upheld: 1, rejected: 1, objectionSuccess: 0.5 },
        endedElsewhere: [{ unitId: 'sewer', orders: 1 }],
      },
      expect.objectContaining({ directoryVersion: 2, orders: 1, firstDispatchAccuracy: 1, objectionRate: 0, objectionSuccess: null }),
    ]);
  });

  test('what a ruling found wrong counts as wrong at once, and what is under way not at all', () => {
    const statistics = new StatisticsByRule(['centre']);
    const facts = [
      [raised, upheld('sewer')],
      [raised, upheld('sewer')],
      [completed('heat'), upheld('sewer', false)],
      [completed('heat')],
      [],
    ];
    for (const told of facts) statistics.add(order(told));
    expect(statistics.rules()).toEqual([
      expect.objectContaining({ orders: 5, settled: 4, settledByFirst: 1, firstDispatchAccuracy: 0.25, hops: { mean: 1.5, max: 2 } }),
    ]);
    const open = new StatisticsByRule(['centre']);
    open.add(order([raised]));
    expect(open.rules()).toEqual([expect.objectContaining({ settled: 0, firstDispatchAccuracy: null, hops: null })]);
  });
});

describe('what the statistics speak for', () => {
  const row = (id: string, part: Partial<DirectoryRow> = {}): DirectoryRow => ({
    ...{ id, category: ['水电气热'], lead: { kind: 'UNIT', unitId: 'heat' }, communityMayLead: false, source: 'test', ...part },
  });
  const away = (estateId = 'one', to = 'sewer') => order([raised, upheld(to)], { estateId });
  const stayed = (estateId = 'one') => order([completed('heat')], { estateId });
  const times = (n: number, make: () => RuledOrder) => Array.from({ length: n }, make);
  const suggest = (orders: RuledOrder[], part: Partial<DirectoryRow> = {}) =>
    suggestChanges([row('other'), row('a', part)], orders, nameOf, (id) => id === 'home', ['centre']);

  test('more than half went to one other unit: it leads', () => {
    const [found, ...more] = suggest([...times(3, () => away()), ...times(2, () => stayed())]);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      ruleId: 'a',
      text: '第2行（a）派出并有结果的 5 件中，3 件最后归排水集团办理，建议改由排水集团主办',
      isDrafted: true,
      edit: { op: 'replace', row: { id: 'a', lead: { kind: 'UNIT', unitId: 'sewer' }, source: '依统计建议' } },
    });
  });

  test('of one estate alone: the estate gets a row of its own before the other', () => {
    const found = suggest([...times(4, () => away('two')), ...times(6, () => stayed('one'))]);
    expect(found).toMatchObject([
      {
        text: '第2行（a）在二区派出并有结果的 4 件中，4 件最后归排水集团办理，建议为该小区另立一行，由排水集团主办',
        edit: { op: 'add', before: 'a', row: { id: 'a-two', place: { kind: 'ESTATE', id: 'two' }, lead: { unitId: 'sewer' } } },
      },
    ]);
  });

  test.each<[string, RuledOrder[], Partial<DirectoryRow>]>([
    ['half is not more than half', [...times(3, () => away()), ...times(3, () => stayed())], {}],
    ['two are not enough', times(2, () => away()), {}],
    ['orders that went to two others, neither to most', [...times(3, () => away()), ...times(3, () => away('one', 'firm'))], {}],
    [
      'a row for one estate needs no narrower one',
      [...times(3, () => away()), ...times(3, () => stayed())],
      { place: { kind: 'ESTATE', id: 'one' } },
    ],
    ['orders of another row', times(5, () => ({ ...away(), ruleId: 'gone' })), {}],
  ])('nothing: %s', (_, orders, part) => {
    expect(suggest(orders, part)).toEqual([]);
  });

  test('a community is named and not drafted, unless the matter is on its list', () => {
    const orders = times(3, () => away('one', 'home'));
    expect(suggest(orders)).toEqual([
      expect.objectContaining({ isDrafted: false, edit: null, text: expect.stringContaining('社区不能主办') }),
    ]);
    expect(suggest(orders, { communityMayLead: true })).toEqual([expect.objectContaining({ isDrafted: true })]);
  });
});
