import { expect, test } from '@jest/globals';
import { clockEvents, dispatchEvents, disputeEvents, legEvents } from '@wufang/contracts';
import { newLeadBy } from './new-lead.js';

test.each([
  ['handed over: who leads now', clockEvents.transferred.type, { leadUnitId: 'b', fromUnitId: 'a' }, 'b'],
  ['handed up: the rung above', legEvents.handedUp.type, { fromUnitId: 'a', toUnitId: 'b' }, 'b'],
  ['an objection upheld: who gets it', disputeEvents.disputeUpheld.type, { fromUnitId: 'a', toUnitId: 'b', movesOrder: true }, 'b'],
  ['upheld while it rests', disputeEvents.disputeUpheld.type, { fromUnitId: 'a', toUnitId: 'b', movesOrder: false, isAtRest: true }, 'b'],
  ['upheld when all was done: nobody new', disputeEvents.disputeUpheld.type, { fromUnitId: 'a', toUnitId: 'b', movesOrder: false }, null],
  ['accepted: nobody new', dispatchEvents.accepted.type, { leadUnitId: 'a' }, null],
])('%s', (_, type, payload, lead) => {
  expect(newLeadBy(type, payload)).toBe(lead);
});
