import { defaultTimeLimits } from '@wufang/contracts';
import type { ClockStep } from './clock-steps.js';

/** One crew's time on site (班组); instants stand at whole minutes. */
export interface Shift {
  id: string;
  unitId: string;
  persons: number;
  onAt: string;
  offAt: string | null;
  /** What the next crew, or who looks back, has to know. */
  note: string | null;
  /** Whose clock CREW_HOURS is, and until when another crew has to relieve it; absent of one from before crews had a clock, whose clock has the number of the shift. */
  crewId?: string;
  relieveBy?: string;
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
 * The clock of a crew (CREW_HOURS, P): from when it comes until it hands over or leaves. Longer work is dangerous to it (连续作业风险由应急队接替).
 * Example: on since 08:00 -> due at 18:00; handed over at 16:00 -> stopped.
 */
export function crewSteps(told: { fact: 'came'; at: Date } | { fact: 'relieved' }): ClockStep[] {
  return told.fact === 'came' ? [{ start: 'CREW_HOURS', at: told.at }] : [{ stop: ['CREW_HOURS'] }];
}

/** Until when another crew has to relieve this one: as its clock was counted, of one from before crews had a clock by the platform's row. */
export function relieveByOf({ onAt, relieveBy }: Pick<Shift, 'onAt' | 'relieveBy'>): string {
  if (relieveBy !== undefined) return relieveBy;
  const { limit } = defaultTimeLimits.find(({ code }) => code === 'CREW_HOURS')!;
  return new Date(Date.parse(onAt) + (limit.clock === 'C' ? limit.minutes : 0) * MINUTE).toISOString();
}

/**
 * Whether a crew that is still on site has been there longer than is safe: another one should have relieved it. Example: to be relieved by 18:00, at 18:00 no, at 18:01 yes.
 */
export function isOverLong(shift: Pick<Shift, 'onAt' | 'offAt' | 'relieveBy'>, now: Date): boolean {
  return shift.offAt === null && minuteOf(now).getTime() > Date.parse(relieveByOf(shift));
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
