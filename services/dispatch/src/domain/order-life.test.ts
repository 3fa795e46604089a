import { describe, expect, test } from '@jest/globals';
import { clockEvents, dispatchEvents, type EventType } from '@wufang/contracts';
import fc from 'fast-check';
import { aCourse, live } from '../../test/random-log.js';
import { lifeOf } from './order-life.js';

const at = (clock: string) => new Date(`2026-11-18T${clock}:00+08:00`);

describe('a life explained to the second', () => {
  test('who held it, and in which state', () => {
    const log = [
      { type: dispatchEvents.dispatched.type, payload: { leadUnitId: 'firm' }, recordedAt: at('09:05') },
      { type: dispatchEvents.accepted.type, payload: {}, recordedAt: at('09:15') },
      { type: dispatchEvents.checkedIn.type, payload: {}, recordedAt: at('09:20') }, // changes neither holder nor state
    ];
    const said = lifeOf(at('09:00'), log, at('09:30')).map(({ from, to, state, heldBy, unitId }) => [
      (Date.parse(to) - Date.parse(from)) / 60_000,
      state,
      heldBy,
      unitId,
    ]);
    expect(said).toEqual([
      [5, 'RECEIVED', 'INTAKE', null],
      [10, 'DISPATCHED', 'UNIT', 'firm'],
      [15, 'ACCEPTED', 'UNIT', 'firm'],
    ]);
  });

  test('a pause is over when its time was up, also where that was found late or the order was done first', () => {
    const log = (ended: EventType, recordedAt: Date) => [
      { type: dispatchEvents.dispatched.type, payload: { leadUnitId: 'firm' }, recordedAt: at('09:00') },
      { type: clockEvents.pauseStarted.type, payload: { kind: 'OTHER', until: at('10:00').toISOString() }, recordedAt: at('09:10') },
      { type: ended.type, payload: { endedAt: at('10:00').toISOString() }, recordedAt },
    ];
    const paused = (facts: ReturnType<typeof log>) =>
      lifeOf(at('09:00'), facts, at('16:00')).map(({ from, to, state, pausedFor }) => [
        ...[(Date.parse(to) - Date.parse(from)) / 60_000, state],
        pausedFor !== null,
      ]);
    const [before, stood] = [
      [10, 'DISPATCHED', false],
      [50, 'DISPATCHED', true],
    ];
    expect(paused(log(clockEvents.pauseEnded, at('15:00')))).toEqual([before, stood, [360, 'DISPATCHED', false]]);
    expect(paused(log(dispatchEvents.completed, at('15:00')))).toEqual([
      ...[before, stood],
      [300, 'DISPATCHED', false],
      [60, 'COMPLETED', false],
    ]);
    expect(paused(log(clockEvents.pauseEnded, at('15:00')).slice(0, 2))).toEqual([before, stood, [360, 'DISPATCHED', false]]);
  });

  test('pieces follow each other without gap or overlap, from the first second to now', () => {
    fc.assert(
      fc.property(aCourse, (course) => {
        const { receivedAt, log, end } = live(course);
        const life = lifeOf(receivedAt, log, end);
        expect(life[0]!.from).toBe(receivedAt.toISOString());
        expect(life.at(-1)!.to).toBe(end.toISOString());
        for (const [i, piece] of life.entries()) {
          expect(Date.parse(piece.to)).toBeGreaterThan(Date.parse(piece.from));
          if (i > 0) expect(piece.from).toBe(life[i - 1]!.to);
        }
        const sum = life.reduce((ms, { from, to }) => ms + Date.parse(to) - Date.parse(from), 0);
        expect(sum).toBe(end.getTime() - receivedAt.getTime());
      }),
      { numRuns: 300 },
    );
  });
});
