import { expect, test } from '@jest/globals';
import { defaultTimeLimits } from '@wufang/contracts';
import { coReturnDue } from './co-return.js';

const limit = defaultTimeLimits.find(({ code }) => code === 'CO_RETURN')!;
const at = (time: string) => new Date(`2026-11-11T${time}+08:00`);

test.each([
  ['10:00', '20:00', '18:00'], // the lead's ten hours, less a fifth
  ['10:00', '12:00', '11:36'], // an emergency
  ['10:00', '11:00', '11:00'], // a fifth less would be under the hour
  ['10:00', '10:30', '11:00'], // the lead has half an hour left, the co-unit gets its hour
  ['10:00', '09:00', '11:00'], // the lead is overdue
])('asked at %s, lead due at %s: owed at %s', (asked, leadDue, owed) => {
  expect(coReturnDue(at(asked), at(leadDue), limit)).toEqual(at(owed));
});

test('the order’s own calendar days: 7 d give the co-unit 5.6 d', () => {
  const start = at('00:00');
  expect(coReturnDue(start, new Date(start.getTime() + 7 * 86_400_000), limit)).toEqual(new Date(start.getTime() + 5.6 * 86_400_000));
});
