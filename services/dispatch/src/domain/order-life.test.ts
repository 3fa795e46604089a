import { describe, expect, test } from '@jest/globals';
import { dispatchEvents } from '@wufang/contracts';
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
