import { expect, test } from '@jest/globals';
import { askedMessages } from './check-messages.js';

test.each([
  ['2026-11-27T16:00:00Z', '同为三供一业。请于 11月27日 24:00 前完成并登记。'],
  [null, '同为三供一业。'], // what waits for rain has no time yet
])('due %s', (dueAt, body) => {
  const asked = { id: 'c', unitId: 'u', title: '举一反三排查', body: '同为三供一业。', dueAt };
  expect(askedMessages(asked)).toEqual([
    { kind: 'CHECK_ASKED', title: '举一反三排查', body, subjectId: 'c', unitId: 'u', role: null, seat: null },
  ]);
});
