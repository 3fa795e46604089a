import type { Output } from '@wufang/api-client';
import { say } from './words.js';

type Rule = Output<'dispatch.duty-plan.list'>['plans'][number]['rule'];

/** Example: 1 -> 周一, Mon. */
export const weekdayText = (day: number): string =>
  say(`周${'一二三四五六日'[day - 1]}`, ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][day - 1]!);

export const dayOffText = (what: Rule['onDayOff']): string =>
  ({
    KEEP: say('休息日照常', 'on days off too'),
    SKIP: say('休息日不做', 'not on days off'),
    NEXT_WORKING_DAY: say('遇休息日顺延到下一个工作日', 'moved to the next working day'),
  })[what];

/** On which days a duty recurs, in words. Examples: 每周一、周四，休息日不做; 1、4、7、10 月的 5 日，休息日照常. */
export function ruleText({ every, weekdays, monthDays, months, onDayOff }: Rule): string {
  const days =
    every === 'DAY'
      ? say('每天', 'every day')
      : every === 'WEEK'
        ? say(`每${weekdays.map(weekdayText).join('、')}`, `every ${weekdays.map(weekdayText).join(', ')}`)
        : months === undefined || months.length === 0
          ? say(`每月 ${monthDays.join('、')} 日`, `every month on ${monthDays.join(', ')}`)
          : say(`${months.join('、')} 月的 ${monthDays.join('、')} 日`, `in months ${months.join(', ')} on ${monthDays.join(', ')}`);
  return `${days}${say('，', ', ')}${dayOffText(onDayOff)}`;
}
