import { describe, expect, test } from '@jest/globals';
import { workOrderStates, type WorkOrderState } from '@wufang/contracts';
import { colourOf, urgedSeats } from './pressing.js';

const at = (time: string) => new Date(`2026-04-27T${time}:00Z`);
const stages = [
  { kind: 'warning' as const, at: at('10:00'), tell: ['H'] },
  { kind: 'warning' as const, at: at('12:00'), tell: ['H', 'S'] },
  { kind: 'breach' as const, at: at('13:00'), tell: ['S', 'V'] },
];
const order = { state: 'HANDLING' as WorkOrderState, dueAt: at('13:00'), limitMetAt: null };

describe('red and yellow', () => {
  test.each([
    ['09:59', null], // nothing said yet
    ['10:00', 'YELLOW'], // at the very warning
    ['12:59', 'YELLOW'],
    ['13:00', 'RED'], // at the very due time
  ])('at %s an order due at 13:00 is %s', (now, wanted) => {
    expect(colourOf(order, stages, at(now))).toBe(wanted);
  });

  test('a limit that is met is neither, before its end and after it', () => {
    for (const now of ['12:59', '13:00']) expect(colourOf({ ...order, limitMetAt: at('09:00') }, stages, at(now))).toBeNull();
  });

  test('only what the lead still has to work on has a colour', () => {
    const coloured = workOrderStates.filter((state) => colourOf({ ...order, state }, stages, at('13:00')));
    expect(coloured).toEqual(['DISPATCHED', 'DISPUTED', 'ACCEPTED', 'HANDLING', 'JOINT', 'REWORK']);
  });
});

describe('an urging tells', () => {
  test.each([
    ['09:00', ['H']], // before the first stage: its people
    ['10:00', ['H', 'S']], // the first has spoken: those of the second
    ['12:30', ['H', 'S', 'V']], // those of the breach, ahead of it
    ['14:00', ['H', 'S', 'V']], // after the last: again
  ])('at %s %j', (now, wanted) => {
    expect(urgedSeats(stages, at(now))).toEqual(wanted);
  });

  test('the handler where no clock runs', () => {
    expect(urgedSeats([], at('09:00'))).toEqual(['H']);
  });
});
