import { describe, expect, test } from '@jest/globals';
import {
  clockEvents,
  dispatchEvents,
  disputeEvents,
  incidentEvents,
  legEvents,
  supervisionEvents,
  whistleEvents,
  type EventType,
} from '@wufang/contracts';
import { overBy } from './over.js';

describe('after a fact nothing is told of', () => {
  test.each<[string, EventType, object, readonly string[], readonly string[]]>([
    ['a report', dispatchEvents.progressed, {}, ['PROGRESS', 'SAME_DAY'], ['EMERG_FEEDBACK', 'UTIL_DONE', 'NORMAL']],
    [
      'a report that meets the limit',
      dispatchEvents.progressed,
      { isFeedback: true, limitMetAt: 'x' },
      ['EMERG_FEEDBACK', 'UTIL_DONE'],
      [],
    ],
    ['a first contact', dispatchEvents.contacted, {}, ['FIRST_CONTACT', 'FIRST_CONTACT_E'], ['ACCEPT', 'NORMAL']],
    ['somebody on site without a photo', dispatchEvents.checkedIn, { hasPhoto: false }, ['LIFT_TRAPPED'], ['UTIL_ONSITE']],
    ['somebody on site with a photo', dispatchEvents.checkedIn, { hasPhoto: true }, ['UTIL_ONSITE'], []],
    ['a hand-over', clockEvents.transferred, {}, ['ACCEPT', 'FIRST_CONTACT'], ['NORMAL', 'PROGRESS']],
    ['a hand-up to the whistle', legEvents.handedUp, { fromUnitId: 'a', toUnitId: 'a' }, [], ['ACCEPT']],
    ['an objection that holds', disputeEvents.disputeUpheld, { movesOrder: true }, ['DISPUTE_DECIDE', 'NORMAL'], ['PROGRESS']],
    ['an objection that holds when all is done', disputeEvents.disputeUpheld, { movesOrder: false }, ['DISPUTE_DECIDE'], ['NORMAL']],
    ['an extension', clockEvents.extensionGranted, {}, ['NORMAL', 'EXTENSION_DECIDE'], ['PROGRESS']],
    ['an answer of the next higher level', clockEvents.escalationAnswered, {}, ['ESCALATION_ASKED', 'ESCALATION_ASKED_E'], ['NORMAL']],
    ['what is asked of it no more', clockEvents.escalationEnded, {}, ['ESCALATION_ASKED'], ['PROGRESS']],
    ['a pause', clockEvents.pauseStarted, {}, ['NORMAL', 'POLICY_ANSWER'], ['PROGRESS']],
    ['an incident', incidentEvents.orderAttached, {}, ['ACCEPT', 'UTIL_ONSITE'], ['UTIL_DONE', 'NORMAL']],
    ['the work', dispatchEvents.completed, {}, ['NORMAL', 'PROGRESS'], ['DISPUTE_DECIDE']],
    ['a recount to later', dispatchEvents.clockRecounted, { code: 'NORMAL', oldDueAt: '1', newDueAt: '2' }, ['NORMAL'], ['PROGRESS']],
    ['a recount to earlier', dispatchEvents.clockRecounted, { code: 'NORMAL', oldDueAt: '2', newDueAt: '1' }, [], ['NORMAL']],
    ['a check-in on site', whistleEvents.summonsCheckedIn, {}, ['WHISTLE_RESPOND', 'WHISTLE_ONSITE'], ['WHISTLE_RESULT']],
    ['an urging', supervisionEvents.urged, {}, [], ['NORMAL']],
  ])('%s', (_, { type }, payload, over, owed) => {
    const codes = overBy(type, payload);
    expect(over.every((code) => codes.includes(code))).toBe(true);
    expect(owed.filter((code) => codes.includes(code))).toEqual([]);
  });

  test('a task that is done or dropped, and a supervision that is answered, all', () => {
    for (const { type } of [supervisionEvents.taskDelivered, supervisionEvents.taskDropped, supervisionEvents.supervisionReplied])
      expect(overBy(type, {})).toBe('all');
  });
});
