import { describe, expect, test } from '@jest/globals';
import { labels, workOrderStates, type WorkOrderState } from '@wufang/contracts';
import { can, isOpen, next, workOrderActions, workOrderEntries, workOrderTransitions } from './work-order-states.js';

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
