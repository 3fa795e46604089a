import { expect, test } from '@jest/globals';
import { isProblemOrder, mayCloseUnsolved, passedOn } from './problem-order.js';

test.each([
  [1, false],
  [2, false],
  [3, true],
  [4, true],
])('rework number %i makes a problem order: %s', (reworks, is) => {
  expect(isProblemOrder(reworks)).toBe(is);
});

test.each([
  ['HANDLING', 3, true],
  ['REWORK', 4, true],
  ['HANDLING', 2, false],
  ['DISPATCHED', 3, false],
  ['CLOSED_UNSOLVED', 3, false],
] as const)('what is %s after %i reworks may be closed as unsolved: %s', (state, reworks, may) => {
  expect(mayCloseUnsolved({ state, reworks })).toBe(may);
});

test.each([
  ['the second unit', { passedTo: 1, isProblemOrder: false }, { passedTo: 2, isProblemOrder: false }, {}],
  [
    'the third makes it one, and says so',
    { passedTo: 2, isProblemOrder: false },
    { passedTo: 3, isProblemOrder: true },
    { isProblemOrder: true },
  ],
  ['what is one already is told once', { passedTo: 3, isProblemOrder: true }, { passedTo: 4, isProblemOrder: true }, {}],
  ['one by its reworks stays one', { passedTo: 1, isProblemOrder: true }, { passedTo: 2, isProblemOrder: true }, {}],
])('passed on: %s', (_, order, change, told) => {
  expect(passedOn(order)).toEqual({ change, told });
});
