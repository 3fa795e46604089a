const HOUR = 3_600_000;

/**
 * Until when, as people say it: what is due at the midnight after a day is due at 24:00 of that day, so that nobody reads it as a day later.
 * Examples: 2026-12-08T16:00:00Z -> '12/8 24:00'; a minute later -> '12/9 00:01'. `form` ends with hour and minute, in Beijing time.
 */
export function dueTime(iso: string, form: Intl.DateTimeFormat): string {
  const at = Date.parse(iso);
  const isMidnight = (at + 8 * HOUR) % (24 * HOUR) === 0;
  return isMidnight ? form.format(at - 1).replace(/\d\d:\d\d$/, '24:00') : form.format(at);
}
