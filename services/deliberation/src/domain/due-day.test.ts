import { expect, test } from '@jest/globals';
import { dueOnceSigned } from './due-day.js';

const at = (day: string, time = '10:00') => new Date(`2026-12-${day}T${time}:00+08:00`);

test.each([
  ['03', at('02'), at('04', '00:00')],
  // The very last instant of the day is still in time; the next one is not.
  ['03', at('03', '23:59'), at('04', '00:00')],
  ['03', at('04', '00:00'), at('07', '00:00')],
  ['03', at('10'), at('13', '00:00')],
  ['01', at('04'), at('05', '00:00')],
])('drawn on the 1st for the %s, the last signature at %p', (dueDay, signedAt, dueAt) => {
  expect(dueOnceSigned({ dueOn: `2026-12-${dueDay}`, drawnAt: at('01') }, signedAt)).toEqual(dueAt);
});
