import { leaderListDelay, type LeaderListKind } from '@wufang/contracts';
import { addDays, atBeijing, beijingDate, BEIJING_PERIOD, dayOfDate, NATURAL_MONTH, periodOf, periodRange } from '@wufang/kernel';

/** Half-open: `from` belongs to the list, `to` to the next one. */
export interface ListWindow {
  from: Date;
  to: Date;
}

/**
 * The window of a list that an instant belongs to: the day from noon to noon or from midnight, the week from Monday, the assessment month from the
 * 19th to the 18th, the natural month (日报、周报、月报).
 * Example: DAY_NOON at 11:59 -> yesterday noon to today noon; at 12:00 -> today noon to tomorrow noon.
 */
export function windowOf(kind: LeaderListKind, at: Date): ListWindow {
  const date = beijingDate(at);
  switch (kind) {
    case 'DAY_NOON': {
      const from = at < atBeijing(date, '12:00') ? addDays(date, -1) : date;
      return { from: atBeijing(from, '12:00'), to: atBeijing(addDays(from, 1), '12:00') };
    }
    case 'DAY':
      return { from: atBeijing(date, '00:00'), to: atBeijing(addDays(date, 1), '00:00') };
    case 'WEEK': {
      // Day 0 is a Thursday.
      const monday = addDays(date, -((dayOfDate(date) + 3) % 7));
      return { from: atBeijing(monday, '00:00'), to: atBeijing(addDays(monday, 7), '00:00') };
    }
    case 'ASSESSMENT_MONTH':
      return periodRange(periodOf(at, BEIJING_PERIOD), BEIJING_PERIOD);
    case 'MONTH':
      return periodRange(periodOf(at, NATURAL_MONTH), NATURAL_MONTH);
  }
}

/** When the list of a window is made: a little after its end, so that what was still being written is in it. */
export function makeAt({ to }: ListWindow): Date {
  return new Date(to.getTime() + leaderListDelay.value * 60_000);
}
