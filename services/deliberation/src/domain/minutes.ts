import { labels, type MinuteItem, type TakenPosition } from '@wufang/contracts';

/**
 * What the minutes of a round still lack (domain rules 4.7): a first round needs problem, causes and options; one that had a plan on the table needs
 * the plan's points and the result, and answers to whoever disagreed or set a condition.
 * Example: plan, FIRM DISAGREE, only PLAN written -> ANSWERS, RESULT.
 */
export function missingInMinutes(
  items: Partial<Record<MinuteItem, string>>,
  hadPlan: boolean,
  positions: readonly Pick<TakenPosition, 'position'>[],
): MinuteItem[] {
  const isOpposed = positions.some(({ position }) => position === 'DISAGREE' || position === 'AGREE_WITH_CONDITION');
  const wanted: MinuteItem[] = hadPlan
    ? ['PLAN', ...(isOpposed ? (['ANSWERS'] as const) : []), 'RESULT']
    : ['PROBLEM', 'CAUSES', 'OPTIONS'];
  return wanted.filter((item) => !items[item]);
}

/** The missing items in the words people know. */
export const wordsOfMissing = (missing: readonly MinuteItem[]) => missing.map((item) => labels.minuteItem[item]).join('、');
