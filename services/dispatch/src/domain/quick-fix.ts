import { quickFixCategories, type Level } from '@wufang/contracts';

/**
 * Whether a matter is a small repair that the community may do at once (社区快修; domain rules part 1, row 70): an ordinary matter of these categories. What is an
 * emergency, a utility's or complex has its own course.
 * Example: 物业管理/房屋维修/房屋漏雨渗水, N -> yes; the same as E -> no; 物业管理/物业服务/收费争议 -> no.
 */
export function isQuickFix({ category, level }: { category: readonly string[]; level: Level }): boolean {
  return level === 'N' && quickFixCategories[0].value.some((path) => path.every((part, depth) => category[depth] === part));
}
