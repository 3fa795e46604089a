import { describe, expect, test } from '@jest/globals';
import { worksStates, type SeatKind } from '@wufang/contracts';
import { checkMarks, checksKept, checkTeam, namesOfResident, verdictOf } from './acceptance.js';
import { changeOfCost } from './works-settlement.js';
import { nextOfWorks, worksTransitions, type WorksAction } from './works-states.js';

const pass = (isResident = false) => ({
  isResident,
  marks: [
    { no: 1, isPassed: true },
    { no: 2, isPassed: true },
  ],
});
const fail = (no: number) => ({ isResident: false, marks: [{ no, isPassed: false, note: '不平' }] });

describe('acceptance', () => {
  test('three signers, one of them a resident; one fault is a fault', () => {
    expect(verdictOf([pass(true), pass(), pass()])).toEqual({ isPassed: true, failedItems: [] });
    expect(verdictOf([pass(true), pass(), fail(2), fail(1)])).toEqual({ isPassed: false, failedItems: [1, 2] });
    expect(() => verdictOf([pass(), pass(), pass()])).toThrow('works.signers-missing');
    expect(() => verdictOf([pass(true), pass()])).toThrow('works.signers-missing');
  });

  test('every payer is invited, a resident is there, every item is marked and every fault has a reason', () => {
    expect(() => checkTeam({ residents: ['r'], seats: ['STREET', 'FIRM'] }, ['STREET'])).not.toThrow();
    expect(() => checkTeam({ residents: ['r'], seats: [] }, ['STREET'])).toThrow('works.team');
    expect(() => checkTeam({ residents: [], seats: ['STREET', 'FIRM', 'COMMUNITY'] }, [])).toThrow('works.team');
    // Two can never sign as three: where the street pays all, it and one resident are too few.
    expect(() => checkTeam({ residents: ['r'], seats: ['STREET'] }, ['STREET'])).toThrow('works.team');
    expect(() => checkTeam({ residents: ['r', 's'], seats: ['STREET'] }, ['STREET'])).not.toThrow();
    const items = {
      items: [
        { no: 1, text: '一' },
        { no: 2, text: '二' },
      ],
    };
    expect(() => checkMarks(items, pass().marks)).not.toThrow();
    expect(() => checkMarks(items, [{ no: 1, isPassed: true }])).toThrow('works.marks');
    expect(() =>
      checkMarks(items, [
        { no: 1, isPassed: true },
        { no: 2, isPassed: false },
      ]),
    ).toThrow('works.marks');
  });

  test('who stays in a team that changes while it checks has signed; whoever comes to another place, or looks at other items, signs anew', () => {
    const items = [{ no: 1, text: '排水通畅' }];
    const was = { residents: ['a', 'b'], seats: ['STREET', 'FIRM'] as SeatKind[], items };
    const checks = ['居民代表 1', '居民代表 2', 'STREET', 'FIRM'].map((by) => ({ by, isResident: by.startsWith('居') }));
    const kept = (is: Partial<typeof was>) => checksKept(was, { ...was, ...is }, checks).map(({ by }) => by);
    expect(kept({ residents: ['a', 'c'] })).toEqual(['居民代表 1', 'STREET', 'FIRM']);
    expect(kept({ residents: ['b'], seats: ['STREET'] })).toEqual(['STREET']);
    expect(kept({ items: [{ no: 1, text: '井盖平整' }] })).toEqual([]);
  });

  test('only a resident signs for residents, whatever a team was told: not the firm that did the works, nor an official by the account', () => {
    const [unit, home] = ['unit', 'home'];
    expect(namesOfResident({ accountId: 'x', roles: ['firm_manager'], unitIds: [unit] }, [home])).toEqual([]);
    expect(namesOfResident({ accountId: 'x', roles: ['resident'], unitIds: [home] }, ['bound'])).toEqual(['x', home, 'bound']);
  });

  test('every state and step: as the table says, or a refusal that names both', () => {
    const actions = [...new Set(Object.values(worksTransitions).flatMap((steps) => Object.keys(steps)))] as WorksAction[];
    for (const state of worksStates)
      for (const action of actions) {
        const to = worksTransitions[state][action];
        if (to) expect(nextOfWorks(state, action)).toBe(to);
        else expect(() => nextOfWorks(state, action)).toThrow('works.illegal-step');
      }
  });
});

describe('change', () => {
  const plan = {
    items: [
      { name: '管', amountFen: '6000' },
      { name: '路', amountFen: '4000' },
    ],
  } as Parameters<typeof changeOfCost>[0];
  const to = (amount: string, earlier: Parameters<typeof changeOfCost>[1] = [], isScopeChange = false) =>
    changeOfCost(plan, earlier, [{ name: '管', amountFen: amount }], isScopeChange);

  test.each([
    ['7000', false], // exactly a tenth more
    ['7001', true], // a fen above it
    ['1', false], // less is never too much
  ])('管 %s -> back to the table: %p', (amount, isBackToTable) => {
    expect(to(amount).isBackToTable).toBe(isBackToTable);
  });

  test('changes add up against what was signed; another scope goes back whatever it costs', () => {
    const first = to('6600');
    expect(first).toMatchObject({ byFen: 600n, totalFen: 10_600n });
    const second = changeOfCost(plan, [first], [{ name: '路', amountFen: '4401' }], false);
    expect(second).toMatchObject({ byFen: 401n, totalFen: 11_001n, isBackToTable: true });
    expect(to('6000', [], true).isBackToTable).toBe(true);
  });

  test('an item nobody has planned is refused', () => {
    expect(() => changeOfCost(plan, [], [{ name: '灯', amountFen: '1' }], false)).toThrow('works.item-unknown');
  });
});
