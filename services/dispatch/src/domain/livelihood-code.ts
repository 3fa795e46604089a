import { labels, type CodeList, type ColourRule, type Level, type LivelihoodCode } from '@wufang/contracts';

/**
 * The code of an order (六里民情码: 分类定级; domain rules part 1, row 59): the last word of its category, its level and its community, and the colour of the first rule that fits. No
 * clock and no unit hangs on it; without a list that holds there is no colour.
 * Example: 房屋漏雨渗水 of level N in 南岗里社区, rule (any level, 房屋维修, YELLOW) -> 房屋漏雨渗水-一般-南岗里社区, yellow.
 */
export function livelihoodCode(
  list: Pick<CodeList, 'rules'> | null,
  { category, level, community }: { category: readonly string[]; level: Level; community: string | null },
): LivelihoodCode {
  const fits = (rule: ColourRule) => (rule.level === null || rule.level === level) && (rule.word === null || category.includes(rule.word));
  const text = [category.at(-1) ?? '未分类', labels.level[level], community ?? '地点不详'].join('-');
  return { text, colour: list?.rules.find(fits)?.colour ?? null };
}

/** What keeps the colours from being published: a row that an earlier one takes everything from. */
export function codeFaults({ rules }: Pick<CodeList, 'rules'>): string[] {
  return rules.flatMap(({ level, word }, i) => {
    const earlier = rules
      .slice(0, i)
      .findIndex((one) => (one.level === null || one.level === level) && (one.word === null || one.word === word));
    return earlier < 0 ? [] : [`第 ${i + 1} 行用不到：第 ${earlier + 1} 行已经包括`];
  });
}
