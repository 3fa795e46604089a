import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { crewMinutes, crewSteps, isOverLong, minuteOf, minutesOf, type Shift } from './crew.js';

const at = (clock: string) => `2026-11-20T${clock}:00.000Z`;
const shift = (part: Partial<Shift>): Shift => ({ id: 'a', unitId: 'u', persons: 1, onAt: at('10:00'), offAt: null, note: null, ...part });

describe('hours of crews', () => {
  test.each([
    ['2026-11-20T03:20:59.900Z', '2026-11-20T03:20:00.000Z'],
    ['2026-11-20T03:20:00.000Z', '2026-11-20T03:20:00.000Z'],
  ])('%s is in the minute %s', (instant, minute) => {
    expect(minuteOf(new Date(instant)).toISOString()).toBe(minute);
  });

  test('a shift that goes on counts up to this minute', () => {
    expect(minutesOf(shift({}), new Date('2026-11-20T15:20:59Z'))).toBe(320);
  });

  test.each([
    ['20:00', null, false], // ten hours to the minute
    ['20:01', null, true],
    ['23:00', at('22:00'), false], // it has left
  ])('on since 10:00, at %s (off %s): too long without relief is %s', (now, offAt, expected) => {
    expect(isOverLong(shift({ offAt }), new Date(at(now)))).toBe(expected);
  });

  test('the limit is that of the crew’s own clock; of one from before crews had a clock the platform’s', () => {
    const short = shift({ relieveBy: at('12:00') });
    expect([at('12:00'), at('12:01')].map((now) => isOverLong(short, new Date(now)))).toEqual([false, true]);
    expect(crewSteps({ fact: 'came', at: new Date(at('10:00')) })).toEqual([{ start: 'CREW_HOURS', at: new Date(at('10:00')) }]);
    expect(crewSteps({ fact: 'relieved' })).toEqual([{ stop: ['CREW_HOURS'] }]);
  });

  test('4 persons for 320 minutes, then 6 for 240: 560 of crews, 2720 of persons', () => {
    const shifts = [shift({ persons: 4, offAt: at('15:20') }), shift({ persons: 6, onAt: at('15:20'), offAt: at('19:20') })];
    expect(crewMinutes(shifts, new Date(at('23:00')))).toEqual({ crewMinutes: 560, personMinutes: 2720 });
  });

  test('however often it is handed over, no minute is lost or counted twice', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50_000_000 }), { minLength: 2, maxLength: 12 }), (offsets) => {
        const instants = offsets.sort((a, b) => a - b).map((ms) => minuteOf(new Date(Date.parse(at('00:00')) + ms)).toISOString());
        const shifts = instants.slice(1).map((offAt, i) => shift({ onAt: instants[i]!, offAt }));
        const whole = (Date.parse(instants.at(-1)!) - Date.parse(instants[0]!)) / 60_000;
        expect(crewMinutes(shifts, new Date()).crewMinutes).toBe(whole);
      }),
    );
  });
});
