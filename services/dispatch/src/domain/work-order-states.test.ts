import { describe, expect, test } from '@jest/globals';
import { factsOfStep, isToldComplainant, labels, workOrderStates, type WorkOrderState } from '@wufang/contracts';
import {
  afterJoining,
  can,
  isOpen,
  next,
  whistleJoins,
  workOrderActions,
  workOrderEntries,
  workOrderTransitions,
} from './work-order-states.js';

/** Written from domain rules 4.4, not from the table. */
const allowed = new Map([
  ['DISPATCHED accept', 'ACCEPTED'],
  ['DISPATCHED assign', 'DISPATCHED'],
  ['DISPATCHED solve', 'CLOSED_SOLVED'], // asked at the due time, article 23
  ['DISPATCHED dispute', 'DISPUTED'],
  ['DISPATCHED uphold', 'DISPATCHED'], // an emergency is argued about beside
  ['DISPATCHED handUp', 'DISPATCHED'],
  ['DISPUTED uphold', 'DISPATCHED'],
  ['DISPUTED reject', 'DISPATCHED'],
  ['DISPUTED raise', 'DISPATCHED'], // danger was found: argued about beside
  ['DISPUTED solve', 'CLOSED_SOLVED'],
  ['ACCEPTED uphold', 'DISPATCHED'],
  ['ACCEPTED handUp', 'DISPATCHED'],
  ['HANDLING uphold', 'DISPATCHED'],
  ['HANDLING handUp', 'DISPATCHED'],
  ['HANDLING join', 'JOINT'],
  ['JOINT checkIn', 'JOINT'],
  ['JOINT feedback', 'JOINT'],
  ['JOINT progress', 'JOINT'],
  ['JOINT join', 'JOINT'],
  ['JOINT rejoin', 'HANDLING'],
  ['JOINT uphold', 'DISPATCHED'],
  ['JOINT handUp', 'DISPATCHED'],
  ['JOINT solve', 'CLOSED_SOLVED'],
  ['JOINT assign', 'DISPATCHED'],
  ['JOINT transfer', 'DISPATCHED'],
  ['JOINT attach', 'HANDLING'], // its co-units are let go
  ['JOINT explain', 'CLOSED_UNSOLVED'],
  ['ACCEPTED contact', 'HANDLING'],
  ['ACCEPTED checkIn', 'ACCEPTED'], // somebody ran to the place first
  ['ACCEPTED feedback', 'HANDLING'], // a feedback is a contact
  ['ACCEPTED assign', 'DISPATCHED'],
  ['ACCEPTED solve', 'CLOSED_SOLVED'],
  ['HANDLING checkIn', 'HANDLING'],
  ['HANDLING feedback', 'HANDLING'],
  ['HANDLING progress', 'HANDLING'],
  ['HANDLING complete', 'COMPLETED'],
  ['HANDLING assign', 'DISPATCHED'],
  ['HANDLING suspend', 'SUSPENDED'], // the lead asks, a leader approves
  ['HANDLING deliberate', 'DELIBERATING'], // to the table of its estate
  ['DELIBERATING checkIn', 'DELIBERATING'],
  ['DELIBERATING feedback', 'DELIBERATING'],
  ['DELIBERATING progress', 'DELIBERATING'], // each 15 days
  ['DELIBERATING returnFromTable', 'HANDLING'], // agreed, rejected, withdrawn
  ['DELIBERATING raise', 'HANDLING'], // danger was found: the table goes on without it
  ['DELIBERATING solve', 'CLOSED_SOLVED'],
  ['SUSPENDED progress', 'SUSPENDED'], // reports are owed all the same
  ['SUSPENDED resume', 'HANDLING'], // the review date, or the reason is gone
  ['SUSPENDED solve', 'CLOSED_SOLVED'],
  ['DISPATCHED transfer', 'DISPATCHED'],
  ['ACCEPTED transfer', 'DISPATCHED'],
  ['HANDLING transfer', 'DISPATCHED'],
  ['HANDLING solve', 'CLOSED_SOLVED'],
  ['HANDLING explain', 'CLOSED_UNSOLVED'], // explained, rework used up
  ['DISPATCHED attach', 'HANDLING'], // part of an incident, 4.5 step 4
  ['ACCEPTED attach', 'HANDLING'],
  ['HANDLING attach', 'HANDLING'],
  ['HANDLING detach', 'DISPATCHED'], // undone
  ['CLOSED_SOLVED watch', 'WATCHING'],
  ['WATCHING archive', 'ARCHIVED'],
  ['COMPLETED solve', 'CLOSED_SOLVED'],
  ['COMPLETED giveUp', 'CLOSED_SOLVED'], // three tries, nobody reached
  ['COMPLETED rework', 'REWORK'],
  ['REWORK accept', 'HANDLING'],
  ['REWORK uphold', 'DISPATCHED'],
  ['REWORK transfer', 'DISPATCHED'],
  ['REWORK solve', 'CLOSED_SOLVED'],
  ['REWORK explain', 'CLOSED_UNSOLVED'],
]);

describe('the states of a work order', () => {
  const all = workOrderStates.flatMap((state) => workOrderActions.map((action) => ({ state, action })));

  test.each(all)('$state × $action', ({ state, action }) => {
    const to = allowed.get(`${state} ${action}`);
    expect(can(state, action)).toBe(to !== undefined);
    if (to !== undefined) {
      expect(next(state, action)).toBe(to);
      return;
    }
    try {
      next(state, action);
      throw new Error('not refused');
    } catch (error) {
      expect(error).toMatchObject({
        code: 'work-order.illegal-step',
        facts: { status: labels.workOrderState[state], action: labels.workOrderAction[action] },
      });
    }
  });

  test.each(all.filter(({ state, action }) => can(state, action)))(
    '$state × $action is told the complainant, by a fact that public tracking has words for',
    ({ action }) => {
      expect(factsOfStep[action].length).toBeGreaterThan(0);
      expect(factsOfStep[action].every(isToldComplainant)).toBe(true);
    },
  );

  test('every state with steps can be reached from where an order begins', () => {
    const reached = new Set<string>(Object.values(workOrderEntries).flat());
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      for (const state of workOrderStates)
        if (reached.has(state)) for (const to of Object.values(workOrderTransitions[state])) reached.add(to);
    }
    for (const state of workOrderStates) if (Object.keys(workOrderTransitions[state]).length > 0) expect(reached).toContain(state);
  });

  test('what is closed can only be looked at again and archived, and nothing else is closed', () => {
    const stays = (to: WorkOrderState) => !isOpen(to);
    for (const state of workOrderStates) if (!isOpen(state)) expect(Object.values(workOrderTransitions[state]).every(stays)).toBe(true);
    expect(workOrderStates.filter((state) => !isOpen(state))).toEqual([
      'CLOSED_SOLVED',
      'CLOSED_UNSOLVED',
      'CLOSED_EXCLUDED',
      'WATCHING',
      'ARCHIVED',
    ]);
  });
});

/** The rows of domain rules 4.4 that are about work orders, and the steps that carry each out; none: with the reason. */
const rows: readonly [row: string, steps: readonly string[], differs?: string][] = [
  [
    'DISPATCHED → DISPUTED',
    ['DISPATCHED dispute'],
    'level E is not held back: its objection is decided beside (uphold of what is handled)',
  ],
  ['DISPUTED → DISPATCHED', ['DISPUTED uphold', 'DISPUTED reject', 'DISPUTED raise']],
  ['DISPATCHED → ACCEPTED', ['DISPATCHED accept']],
  ['ACCEPTED → HANDLING', ['ACCEPTED contact', 'ACCEPTED feedback']],
  ['HANDLING: feedback/on-site/progress', ['HANDLING feedback', 'HANDLING checkIn', 'HANDLING progress']],
  ['HANDLING → JOINT', ['HANDLING join']],
  ['JOINT → HANDLING', ['JOINT rejoin']],
  [
    'HANDLING → SUSPENDED',
    ['HANDLING suspend'],
    'REVIEW and PROGRESS as said; the handling limit runs on, since 4.6 lets only two kinds of pause hold it',
  ],
  ['SUSPENDED → HANDLING', ['SUSPENDED resume']],
  [
    'HANDLING → DELIBERATING',
    ['HANDLING deliberate'],
    'the order tells, deliberation makes the issue; the limit runs on and is shown, PROGRESS begins anew',
  ],
  ['DELIBERATING → HANDLING', ['DELIBERATING returnFromTable', 'DELIBERATING raise']],
  ['HANDLING → COMPLETED', ['HANDLING complete']],
  ['CALLBACK → CLOSED_SOLVED', ['COMPLETED solve'], 'CALLBACK is an open callback beside the order (architecture, decision 1)'],
  [
    'CALLBACK → REWORK',
    ['COMPLETED rework'],
    'not satisfied alone closes with a loss item; the desk may order rework (architecture, decision 2)',
  ],
  [
    'CALLBACK → CLOSED_UNSOLVED',
    ['HANDLING explain', 'JOINT explain', 'REWORK explain'],
    'a reviewer explains while the unit handles the rework',
  ],
  ['CALLBACK → CALLBACK', ['COMPLETED giveUp'], 'after three tries what the unit says is done is closed as not reached'],
  ['REWORK → HANDLING', ['REWORK accept']],
  [
    'CLOSED_SOLVED → WATCHING → ARCHIVED',
    ['CLOSED_SOLVED watch', 'WATCHING archive'],
    'a failed look archives too; the child order stands for it',
  ],
  ['any open: extension', [], 'moves a due time, no state; DISPATCHED and SUSPENDED wait for acceptance or resumption'],
  ['ARCHIVED → RECEIVED', [], 'a new demand names the earlier one (intake, earlierDemandId)'],
];

/** Steps that 4.4 does not name, each by another rule. */
const beyond: readonly [steps: readonly string[], rule: string][] = [
  [['DISPATCHED', 'ACCEPTED', 'HANDLING', 'JOINT'].map((state) => `${state} assign`), '4.5: what no rule could send waits at the centre'],
  [['DISPATCHED', 'ACCEPTED', 'HANDLING', 'JOINT', 'REWORK'].map((state) => `${state} transfer`), '转办: lost time stays (4.2)'],
  [['DISPATCHED', 'ACCEPTED', 'HANDLING', 'JOINT'].map((state) => `${state} handUp`), '有事您找我 (S4)'],
  [
    ['DISPATCHED', 'ACCEPTED', 'HANDLING', 'JOINT', 'REWORK'].map((state) => `${state} uphold`),
    '先办后议: an emergency changes hands while it is handled',
  ],
  [['DISPATCHED', 'ACCEPTED', 'HANDLING', 'JOINT'].map((state) => `${state} attach`), '4.5 step 4: incident match'],
  [['HANDLING detach'], 'attaching undone'],
  [
    [
      'ACCEPTED checkIn',
      'JOINT checkIn',
      'JOINT feedback',
      'JOINT progress',
      'JOINT join',
      'SUSPENDED progress',
      ...['checkIn', 'feedback', 'progress'].map((step) => `DELIBERATING ${step}`),
    ],
    'reports are owed in every state that is handled',
  ],
  [
    ['DISPATCHED', 'DISPUTED', 'ACCEPTED', 'HANDLING', 'JOINT', 'DELIBERATING', 'SUSPENDED', 'REWORK'].map((state) => `${state} solve`),
    'L1-23: asked at the due time',
  ],
];

describe('the table of domain rules 4.4 and this one', () => {
  test('every step is a row of it, or says by which other rule it is there; none is named twice', () => {
    const named = [...rows.flatMap(([, steps]) => steps), ...beyond.flatMap(([steps]) => steps)];
    expect([...named].sort()).toEqual([...allowed.keys()].sort());
  });

  test('a row without a step of its own says why', () => {
    for (const [row, steps, differs] of rows) expect([row, steps.length > 0 || differs !== undefined]).toEqual([row, true]);
  });

  test('what is handled jointly is neither completed nor put off before the others are done', () => {
    expect(can('JOINT', 'complete')).toBe(false);
    expect(can('JOINT', 'suspend')).toBe(false);
  });
});

describe('joint by a whistle', () => {
  const order = { state: 'HANDLING' as WorkOrderState, incidentId: null, beforeIncident: null, openLegIds: [], openWhistleIds: ['w'] };

  test.each<[string, Partial<Parameters<typeof whistleJoins>[0]>, boolean]>([
    ['handled, whistled', {}, true],
    ['handled, no whistle', { openWhistleIds: [] }, false],
    ['not accepted yet', { state: 'DISPATCHED' }, false],
    ['put off', { state: 'SUSPENDED' }, false],
    ['part of an incident', { incidentId: 'i', beforeIncident: {} }, false],
    ['sent back after the incident', { incidentId: 'i', beforeIncident: { endedAt: '2026-11-29T10:00:00Z' } }, true],
  ])('%s', (_, part, joins) => {
    expect(whistleJoins({ ...order, ...part })).toBe(joins);
  });

  test.each<[string[], string[], WorkOrderState]>([
    [[], [], 'HANDLING'],
    [['leg'], [], 'JOINT'],
    [[], ['w'], 'JOINT'],
  ])('legs %j and whistles %j left -> %s', (openLegIds, openWhistleIds, state) => {
    expect(afterJoining({ ...order, state: 'JOINT', openLegIds, openWhistleIds })).toBe(state);
  });
});
