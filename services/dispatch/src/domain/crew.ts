import { crewHours } from '@wufang/contracts';

/** One crew's time on site (班组); instants stand at whole minutes. */
export interface Shift {
  id: string;
  unitId: string;
  persons: number;
  onAt: string;
  offAt: string | null;
  /** What the next crew, or who looks back, has to know. */
  note: string | null;
}

const MINUTE = 60_000;

/**
 * The minute in which something happened. Shifts begin and end on whole minutes, so that hours add up exactly: a crew that hands over ends in
 * the minute in which the next begins, and no minute is lost or counted twice. Example: 03:20:59.900 -> 03:20:00.
 */
export function minuteOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / MINUTE) * MINUTE);
}

/** Minutes of a shift, up to now while it goes on. Example: on 18:00, off 23:20 -> 320. */
export function minutesOf(shift: Pick<Shift, 'onAt' | 'offAt'>, now: Date): number {
  const until = shift.offAt === null ? minuteOf(now).getTime() : Date.parse(shift.offAt);
  return Math.max(0, (until - Date.parse(shift.onAt)) / MINUTE);
}

/**
 * Whether a crew that is still on site has been there longer than is safe (`crewHours`): another one should relieve it. Example: on since 08:00, at 18:00 no, at 18:01 yes.
 */
export function isOverLong(shift: Pick<Shift, 'onAt' | 'offAt'>, now: Date): boolean {
  return shift.offAt === null && minutesOf(shift, now) > crewHours[0].value * 60;
}

/**
 * Hours of all crews in minutes (工时): of crews, and of persons. Example: 4 persons for 320 minutes, then 6 for 240 -> 560 and 2720.
 */
export function crewMinutes(shifts: readonly Shift[], now: Date): { crewMinutes: number; personMinutes: number } {
  let [crew, person] = [0, 0];
  for (const shift of shifts) {
    const minutes = minutesOf(shift, now);
    crew += minutes;
    person += minutes * shift.persons;
  }
  return { crewMinutes: crew, personMinutes: person };
}
