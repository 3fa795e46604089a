import type { Category, Level, LevelBasis } from '@wufang/contracts';
import type { Danger } from './emergency.js';
import { builtInTree, levelOfCategory, type CategoryTree } from './categories.js';

/**
 * The level a demand starts with: emergency words or a person who says so raise E at once; else what the desk set; else the category's own
 * level; else ordinary (domain rules 4.5, steps 1 and 8). Example: dangerous, set to N -> E.
 */
export function levelOf(
  demand: { isDangerous: boolean; isEmergency?: boolean; level?: Level; category?: Category | null },
  tree: CategoryTree = builtInTree,
): Level {
  if (demand.isEmergency || demand.isDangerous) return 'E';
  if (demand.level) return demand.level;
  return (demand.category && levelOfCategory(demand.category, tree)) ?? 'N';
}

/**
 * The level of what was found to be no emergency: what the desk says, but what is about water, power, gas or heat is never taken lower than these are
 * (domain rules 4.5, steps 1 and 8). Example: a dripping radiator, said to be N -> U.
 */
export function levelWithoutDanger(
  said: Exclude<Level, 'E'>,
  category: Category | null,
  tree: CategoryTree = builtInTree,
): Exclude<Level, 'E'> {
  return category && levelOfCategory(category, tree) === 'U' ? 'U' : said;
}

/**
 * The level at receipt and who is answerable for it. A level E that no person of the street set is confirmed by one, beside the dispatch.
 * Example: a resident writes of people trapped -> E by WORDS; the desk sets E itself -> E by PERSON.
 */
export function raiseLevel(demand: {
  isPublic: boolean;
  dangers: readonly Danger[];
  isEmergency?: boolean;
  level?: Level;
  category: Category | null;
  tree?: CategoryTree;
}): { level: Level; levelBasis: LevelBasis | null } {
  const { isPublic, dangers } = demand;
  const level = levelOf({ ...demand, isDangerous: dangers.length > 0 }, demand.tree);
  if (level !== 'E') return { level, levelBasis: null };
  const bySelf = levelOf({ ...demand, isDangerous: false }, demand.tree);
  if (bySelf === 'E' && !isPublic) return { level, levelBasis: 'PERSON' };
  return { level, levelBasis: dangers.length > 0 ? 'WORDS' : 'CLAIM' };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const limits: readonly (readonly [Level, number])[] = [
  ['E', 2 * HOUR],
  ['U', DAY],
  ['N', 7 * DAY],
  ['C', 15 * DAY],
];
// Exports drop the seconds of some times and keep those of others.
const TOLERANCE_MS = 2 * MINUTE;

/**
 * The level an imported order was given, from its handling limit (办理时限 − 来电时间): 2 h, 24 h, 7 d, 15 d. Null for any other limit.
 * Example: 2026-11-11 19:22 to 2026-11-26 19:22:28 -> C.
 */
export function levelOfLimit(receivedAt: Date, dueAt: Date): Level | null {
  const limit = dueAt.getTime() - receivedAt.getTime();
  return limits.find(([, ms]) => Math.abs(limit - ms) <= TOLERANCE_MS)?.[0] ?? null;
}
