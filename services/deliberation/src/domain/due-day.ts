import { beijingDate, dayOfDate, instantOfDay } from '@wufang/kernel';

/** The end of the day in which an instant lies, in Beijing. */
export const endOfDay = (at: Date) => instantOfDay(dayOfDate(beijingDate(at)) + 1);

/** The end of a day that was signed. */
const endOf = (day: number) => instantOfDay(day + 1);

/**
 * When something that a resolution names a day for is due (承诺、分期): at the end of that day. A day that went by while others still signed could not be kept by anybody,
 * and its clock would never fire: then it is due as many days after the last signature as the day named was after the drawing (P). The day that was signed stays in
 * the resolution as it is.
 * Examples: drawn on the 1st for the 3rd, signed by all on the 2nd -> the end of the 3rd; on the 10th -> the end of the 12th; on the 4th, drawn for the 1st -> the end of the 4th.
 */
export function dueOnceSigned({ dueOn, drawnAt }: { dueOn: string; drawnAt: Date }, signedAt: Date): Date {
  const named = dayOfDate(dueOn);
  if (endOf(named) > signedAt) return endOf(named);
  const given = Math.max(0, named - dayOfDate(beijingDate(drawnAt)));
  return endOf(dayOfDate(beijingDate(signedAt)) + given);
}
