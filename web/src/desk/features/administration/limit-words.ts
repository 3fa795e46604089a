import type { Output } from '@wufang/api-client';

export type Table = Output<'registry.time-limits.list'>['tables'][number];
export type Row = Table['rows'][number];
export type Limit = Row['limit'];
export type Stage = Row['stages'][number];
type Say = (zh: string, en: string) => string;

/** Minutes as people say them; whole days from the second on. Example: 1440 -> '24 小时'; 90 -> '90 分钟'; 21600 -> '15 天'. */
const span = (minutes: number, say: Say) =>
  minutes % 1440 === 0 && minutes > 1440
    ? say(`${minutes / 1440} 天`, `${minutes / 1440} days`)
    : minutes % 60 === 0
      ? say(`${minutes / 60} 小时`, `${minutes / 60} h`)
      : say(`${minutes} 分钟`, `${minutes} min`);

/** A limit in words. Example: seven calendar days -> '7 日'; two working hours -> '2 小时（工作时间）'. */
export function limitText(limit: Limit, say: Say): string {
  switch (limit.clock) {
    case 'C':
      return span(limit.minutes, say);
    case 'CW':
      return say(
        `${span(limit.minutes, say)}（每日 ${limit.from}—${limit.to}）`,
        `${span(limit.minutes, say)} (${limit.from}–${limit.to})`,
      );
    case 'W':
      return say(`${span(limit.minutes, say)}（工作时间）`, `${span(limit.minutes, say)} of working hours`);
    case 'SAME_DAY':
      return say(`当日 ${limit.at} 前（${limit.until} 前收到）`, `same day by ${limit.at} (if in before ${limit.until})`);
    case 'D': {
      const unit = limit.unit === 'working' ? say('个工作日', ' working days') : say(' 日', ' days');
      return `${limit.days}${unit}${limit.roll ? say('（末日遇休顺延）', ' (rolls to a working day)') : ''}`;
    }
  }
}

/** When a stage comes, in words. Example: half of the limit -> '过 1/2'; an hour late -> '超时 1 小时'. */
export function stageText({ kind, at }: Stage, say: Say): string {
  if (kind === 'breach') return say('到期', 'when due');
  if ('minutes' in at) return say(`第 ${span(at.minutes, say)}`, `after ${span(at.minutes, say)}`);
  if ('days' in at) return say(`第 ${at.days} 日`, `day ${at.days}`);
  if ('clockTime' in at) return say(`末日 ${at.clockTime}`, `last day ${at.clockTime}`);
  if ('fraction' in at) return say(`过 ${at.fraction[0]}/${at.fraction[1]}`, `at ${at.fraction[0]}/${at.fraction[1]}`);
  return say(`超时 ${span(at.afterDueMinutes, say)}`, `${span(at.afterDueMinutes, say)} late`);
}
