import type { Output } from '@wufang/api-client';
import { say } from '../../lib/words.js';

export type Plan = Output<'dispatch.duty-plan.list'>['plans'][number];
export type Duty = Output<'dispatch.duty.list'>['duties'][number];
type Rule = Plan['rule'];

/** Everything of duties and their plans: asked anew after a change. */
export const rosterKeys = [['rosters']] as const;

/** Example: 1 -> 周一, Mon. */
export const weekdayText = (day: number): string =>
  say(`周${'一二三四五六日'[day - 1]}`, ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][day - 1]!);

export const dayOffText = (what: Rule['onDayOff']): string =>
  ({
    KEEP: say('休息日照常', 'on days off too'),
    SKIP: say('休息日不做', 'not on days off'),
    NEXT_WORKING_DAY: say('遇休息日顺延到下一个工作日', 'moved to the next working day'),
  })[what];

/** On which days a duty recurs, in words. Example: 每周一、周四，休息日不做. */
export function ruleText({ every, weekdays, monthDays, onDayOff }: Rule): string {
  const days =
    every === 'DAY'
      ? say('每天', 'every day')
      : every === 'WEEK'
        ? say(`每${weekdays.map(weekdayText).join('、')}`, `every ${weekdays.map(weekdayText).join(', ')}`)
        : say(`每月 ${monthDays.join('、')} 日`, `every month on ${monthDays.join(', ')}`);
  return `${days}${say('，', ', ')}${dayOffText(onDayOff)}`;
}

/** Example: 18:00 至次日 08:00. */
export const hoursText = ({ startsAt, endsAt }: Rule): string =>
  endsAt > startsAt ? `${startsAt}–${endsAt}` : say(`${startsAt} 至次日 ${endsAt}`, `${startsAt} until ${endsAt} the next day`);
