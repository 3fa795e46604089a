import { defaultTimeLimits, type TimeLimit } from '@wufang/contracts';

type StageAt = TimeLimit['stages'][number]['at'];

/** What "the same day" is taken for: 09:00 to 18:00, with its reminder at 16:00. */
const workday = 9 * 60;

/**
 * The default time limits with every minute shortened to so many seconds, as plain running clocks: days and working hours make no sense at
 * this scale. Example: EMERG_FEEDBACK with 0.1 -> due after 12 s, first warning after 6 s, the district after 18 s.
 */
export function scaledLimits(secondsPerMinute: number): TimeLimit[] {
  const scale = secondsPerMinute / 60;
  const minutesOf = (limit: TimeLimit['limit']) =>
    limit.clock === 'D' ? limit.days * 1440 : limit.clock === 'SAME_DAY' ? workday : limit.minutes;
  const at = (stage: StageAt): StageAt => {
    if ('minutes' in stage) return { minutes: stage.minutes * scale };
    if ('days' in stage) return { minutes: stage.days * 1440 * scale };
    if ('clockTime' in stage) return { fraction: [7, 9] };
    if ('afterDueMinutes' in stage) return { afterDueMinutes: stage.afterDueMinutes * scale };
    return stage;
  };
  return defaultTimeLimits.map((row) => ({
    ...row,
    limit: { clock: 'C', minutes: minutesOf(row.limit) * scale },
    stages: row.stages.map((stage) => ({ ...stage, at: at(stage.at) })),
  }));
}

/**
 * The default time limits but for those of notice and publicity, which are over after a moment: a story of five parties does not wait for weeks. Owners may
 * vote for as short a time too.
 */
export function quickNotices(publicitySeconds = 4): TimeLimit[] {
  const seconds = (code: string) =>
    code.startsWith('NOTICE_') || code === 'VOTE_PERIOD_MIN'
      ? 0.01
      : code.startsWith('PUBLICITY_7') || code.startsWith('PUBLICITY_10')
        ? publicitySeconds
        : null;
  return defaultTimeLimits.map((row) => {
    const within = seconds(row.code);
    return within === null ? row : { ...row, limit: { clock: 'C', minutes: within / 60 }, stages: row.stages.slice(-1) };
  });
}
