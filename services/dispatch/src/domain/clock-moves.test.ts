import { describe, expect, test } from '@jest/globals';
import {
  classificationEvents,
  clockEvents,
  defaultTimeLimits,
  dispatchEvents,
  disputeEvents,
  incidentEvents,
  legEvents,
  supervisionEvents,
  type EventType,
} from '@wufang/contracts';
import { clockMoves, orderAfter, type ClockMove, type OrderSoFar } from './clock-moves.js';

const normal: OrderSoFar = {
  level: 'N',
  demandType: 'COMPLAINT',
  isContacted: false,
  isRework: false,
  hasReworks: false,
  isDisputed: false,
  isInIncident: false,
};
const contacted = { ...normal, isContacted: true };
const rework = { ...contacted, isRework: true, hasReworks: true };

const at = '2026-11-10T01:00:00Z';
const reworkStops = 'stop HANDLING_E UTIL_DONE NORMAL COMPLEX REWORK ACCEPT_EU ACCEPT FIRST_CONTACT_E FIRST_CONTACT_U FIRST_CONTACT';

function moves({ type }: EventType, order: OrderSoFar, payload: object = {}): string[] {
  const said = (move: ClockMove) =>
    `${move.move} ${move.move === 'start' ? move.code : move.codes === 'all' ? 'all' : move.codes.join(' ')}`;
  return clockMoves({ type, payload: { decision: {}, category: [], ...payload } }, order, defaultTimeLimits).map(said);
}

describe('what a fact does to the clocks of its order', () => {
  test.each<[keyof typeof dispatchEvents, OrderSoFar, string[]]>([
    ['dispatched', normal, ['start NORMAL', 'start PROGRESS', 'start ACCEPT']],
    [
      'dispatched',
      { ...normal, level: 'E', demandType: 'HELP' },
      ['start HANDLING_E', 'start EMERG_FEEDBACK', 'start PROGRESS', 'start ACCEPT_EU'],
    ],
    ['accepted', normal, ['stop ACCEPT_EU ACCEPT', 'start FIRST_CONTACT']],
    ['accepted', contacted, ['stop ACCEPT_EU ACCEPT']],
    ['accepted', rework, ['stop ACCEPT_EU ACCEPT']],
    ['contacted', normal, ['stop FIRST_CONTACT_E FIRST_CONTACT_U FIRST_CONTACT']],
    ['checkedIn', normal, ['stop UTIL_ONSITE RAIN_DRAIN LIFT_TRAPPED LIFT_ONSITE']],
    ['fedBack', normal, ['stop EMERG_FEEDBACK POLICY_ANSWER']],
    ['progressed', contacted, ['stop PROGRESS SAME_DAY', 'start PROGRESS']],
    ['completed', contacted, ['stop all']],
    ['gridChecked', contacted, ['stop GRID_VERIFY']],
    ['reworked', contacted, ['stop GRID_VERIFY', 'start REWORK', 'start PROGRESS']],
    ['closed', contacted, ['stop all']],
    ['dueReached', contacted, []], // the callback is intake's; the order goes on
  ])('%s', (name, order, expected) => {
    expect(moves(dispatchEvents[name], order)).toEqual(expected);
  });

  test.each<[string, EventType, object, OrderSoFar, string[]]>([
    [
      'on site with a photo',
      dispatchEvents.checkedIn,
      { hasPhoto: true },
      contacted,
      ['stop UTIL_ONSITE RAIN_DRAIN LIFT_TRAPPED LIFT_ONSITE'],
    ],
    // Domain rules 4.6, UTIL_ONSITE: place + photo.
    ['on site without one', dispatchEvents.checkedIn, { hasPhoto: false }, contacted, ['stop RAIN_DRAIN LIFT_TRAPPED LIFT_ONSITE']],
    [
      'done, to be looked at: that clock begins where the unit’s end',
      dispatchEvents.completed,
      { gridCheck: 'OWED' },
      contacted,
      ['stop all', 'start GRID_VERIFY'],
    ],
    [
      'put off: the complainant has heard why, and hears again in a full period',
      clockEvents.suspensionGranted,
      { reviewAt: '2026-12-22T16:00:00Z' },
      contacted,
      ['stop SUSPENSION_DECIDE', 'stop PROGRESS SAME_DAY', 'start PROGRESS', 'start REVIEW'],
    ],
    ['an objection', disputeEvents.disputeRaised, {}, normal, ['start DISPUTE_DECIDE']],
    ['an objection that fails: lost time stays lost', disputeEvents.disputeRejected, {}, normal, ['stop DISPUTE_DECIDE']],
    [
      'one that holds: the new unit’s clock',
      disputeEvents.disputeUpheld,
      { movesOrder: true },
      normal,
      [
        'stop DISPUTE_DECIDE',
        'stop TRANSFER_ANSWER',
        'stop NORMAL COMPLEX POLICY_ANSWER ACCEPT_EU ACCEPT FIRST_CONTACT_E FIRST_CONTACT_U FIRST_CONTACT',
        'start NORMAL',
        'start ACCEPT',
      ],
    ],
    [
      'one that holds when the order is back for rework',
      disputeEvents.disputeUpheld,
      { movesOrder: true },
      rework,
      ['stop DISPUTE_DECIDE', 'stop TRANSFER_ANSWER', reworkStops, 'start REWORK', 'start ACCEPT'],
    ],
    [
      'one that holds after the rework was taken on or handed over: its limit is still that of the rework, and no other runs',
      disputeEvents.disputeUpheld,
      { movesOrder: true },
      { ...contacted, hasReworks: true },
      ['stop DISPUTE_DECIDE', 'stop TRANSFER_ANSWER', reworkStops, 'start REWORK', 'start ACCEPT'],
    ],
    [
      'one that holds while the order rests: its limit alone begins anew',
      disputeEvents.disputeUpheld,
      { movesOrder: false, isAtRest: true },
      contacted,
      ['stop DISPUTE_DECIDE', 'stop TRANSFER_ANSWER', 'stop NORMAL COMPLEX', 'start NORMAL'],
    ],
    ['one that holds when all is done', disputeEvents.disputeUpheld, { movesOrder: false }, contacted, ['stop DISPUTE_DECIDE']],
    [
      'handed up: only the acceptance starts anew',
      legEvents.handedUp,
      { fromUnitId: 'a', toUnitId: 'b' },
      normal,
      ['stop ACCEPT_EU ACCEPT FIRST_CONTACT_E FIRST_CONTACT_U FIRST_CONTACT', 'start ACCEPT', 'stop TRANSFER_ANSWER'],
    ],
    ['asked whether another unit takes it over: nothing else moves', clockEvents.transferAsked, {}, contacted, ['start TRANSFER_ANSWER']],
    ['declined', clockEvents.transferDeclined, {}, contacted, ['stop TRANSFER_ANSWER']],
    [
      'asked of the next higher level: nothing else moves',
      clockEvents.escalationAsked,
      { level: 'N' },
      contacted,
      ['start ESCALATION_ASKED'],
    ],
    ['the same of an emergency', clockEvents.escalationAsked, { level: 'E' }, contacted, ['start ESCALATION_ASKED_E']],
    ['answered by it', clockEvents.escalationAnswered, {}, contacted, ['stop ESCALATION_ASKED_E ESCALATION_ASKED']],
    ['not asked any more', clockEvents.escalationEnded, {}, contacted, ['stop ESCALATION_ASKED_E ESCALATION_ASKED']],
    ['hard: a chief is waited for', supervisionEvents.hardMarked, { isTakenUp: false }, contacted, ['start TAKE_UP']],
    ['hard, and a chief leads it', supervisionEvents.hardMarked, { isTakenUp: true }, contacted, []],
    ['taken up', supervisionEvents.takenUp, {}, contacted, ['stop TAKE_UP']],
    ['given back, a hard one', supervisionEvents.givenUp, { isHard: true }, contacted, ['start TAKE_UP']],
    ['given back, as ever', supervisionEvents.givenUp, {}, contacted, []],
    ['none after all', supervisionEvents.hardUnmarked, {}, contacted, ['stop TAKE_UP']],
    [
      'danger is found by who has spoken with the complainant and asked for more time',
      classificationEvents.orderLevelRaised,
      { oldLevel: 'N', level: 'E', isAccepted: true, raisedAt: at, dueAt: at, lapsedRequest: 'EXTENSION' },
      contacted,
      ['stop HANDLING_E UTIL_DONE NORMAL COMPLEX REWORK ACCEPT FIRST_CONTACT EXTENSION_DECIDE', 'start HANDLING_E', 'start EMERG_FEEDBACK'],
    ],
    [
      'danger is found before anybody has it',
      classificationEvents.orderLevelRaised,
      { oldLevel: 'N', level: 'E', isAccepted: false, raisedAt: at, dueAt: at },
      normal,
      [
        'stop HANDLING_E UTIL_DONE NORMAL COMPLEX REWORK ACCEPT FIRST_CONTACT',
        'start HANDLING_E',
        'start EMERG_FEEDBACK',
        'start ACCEPT_EU',
      ],
    ],
    ['handed up to the whistle: the section goes on', legEvents.handedUp, { fromUnitId: 'a', toUnitId: 'a' }, normal, []],
    [
      '有事您找我: the same day',
      dispatchEvents.dispatched,
      { decision: {}, handUpStep: 'FIRM', receivedAt: '2026-11-10T01:00:00Z' },
      normal,
      ['start NORMAL', 'start PROGRESS', 'start ACCEPT', 'start SAME_DAY'],
    ],
  ])('%s', (_, event, payload, order, expected) => {
    expect(moves(event, order, payload)).toEqual(expected);
  });

  test('while an objection is being decided the end of the order leaves that clock running', () => {
    const disputed = orderAfter({ type: disputeEvents.disputeRaised.type, payload: {} }, contacted);
    expect(moves(dispatchEvents.completed, disputed, { gridCheck: 'OWED' }).at(-1)).toBe('start GRID_VERIFY');
    for (const event of [dispatchEvents.completed, dispatchEvents.closed])
      expect(moves(event, disputed).join()).not.toMatch(/all|DISPUTE_DECIDE/);
  });

  test('a row of the directory adds its duties to those of the level, none of them twice', () => {
    const trapped: OrderSoFar = { ...normal, level: 'E', demandType: 'HELP' };
    const duties = ['LIFT_TRAPPED', 'EMERG_FEEDBACK', 'UTIL_ONSITE'];
    expect(moves(dispatchEvents.dispatched, trapped, { decision: { duties } })).toEqual([
      ...['start HANDLING_E', 'start EMERG_FEEDBACK', 'start PROGRESS', 'start ACCEPT_EU', 'start LIFT_TRAPPED', 'start UTIL_ONSITE'],
    ]);
    expect(moves(dispatchEvents.dispatched, trapped, { decision: {} })).not.toContain('start LIFT_TRAPPED');
  });

  test('what is part of an incident is nobody’s job of its own, and is one again when it is taken out', () => {
    expect(moves(dispatchEvents.dispatched, normal, { incidentId: 'i', decision: {} })).toEqual(['start NORMAL']);
    const [stopped] = moves(incidentEvents.orderAttached, normal);
    for (const code of ['ACCEPT', 'FIRST_CONTACT', 'PROGRESS', 'UTIL_ONSITE']) expect(stopped).toContain(code);
    for (const code of ['NORMAL', 'UTIL_DONE', 'REWORK']) expect(stopped!.split(' ')).not.toContain(code);
    expect(moves(incidentEvents.orderDetached, contacted, { duties: [] })).toEqual(['stop PROGRESS', 'start PROGRESS', 'start ACCEPT']);
  });

  test('a new unit owes a first contact of its own', () => {
    const after = orderAfter({ type: dispatchEvents.assigned.type, payload: {} }, contacted);
    expect(moves(dispatchEvents.accepted, after)).toContain('start FIRST_CONTACT');
  });
});
