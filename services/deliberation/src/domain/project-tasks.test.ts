import { expect, test } from '@jest/globals';
import { tasksDueNext } from './project-tasks.js';

const task = (what: string, dueOn: string) => ({ what, unitId: 'u', dueOn });
const tasks = [task('接电', '2026-12-05'), task('搭棚', '2026-12-03'), task('划线', '2026-12-05')];

test.each([
  ['2026-12-03T23:59:59+08:00', ['搭棚'], '2026-12-04T00:00:00+08:00'], // the last moment of the 3rd
  ['2026-12-04T00:00:00+08:00', ['接电', '划线'], '2026-12-06T00:00:00+08:00'], // the 3rd is over: both of the 5th
])('at %s those due next are %s', (now, whats, dueAt) => {
  expect(tasksDueNext(tasks, new Date(now))).toMatchObject({ tasks: whats.map((what) => ({ what })), dueAt: new Date(dueAt) });
});

const done = { on: '2026-12-03', photoIds: ['p'], note: null, at: '2026-12-03T08:00:00Z' };
test('what is done is not due: the other task of the day is, then nothing', () => {
  const now = new Date('2026-12-04T09:00:00+08:00');
  const ticked = (...whats: string[]) => tasks.map((one) => (whats.includes(one.what) ? { ...one, done } : one));
  expect(tasksDueNext(ticked('接电'), now)).toMatchObject({ tasks: [{ what: '划线' }], dueAt: new Date('2026-12-06T00:00:00+08:00') });
  expect(tasksDueNext(ticked('接电', '划线'), now)).toBeNull();
});

test('once every day is over nothing is due', () => {
  expect(tasksDueNext(tasks, new Date('2026-12-06T00:00:00+08:00'))).toBeNull();
});
