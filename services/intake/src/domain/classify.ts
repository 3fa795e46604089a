import type { Category, DemandType } from '@wufang/contracts';
import type { Danger } from './emergency.js';

/** What goes out before anybody could say what it is about; the demand centre sends it on. */
export const unsorted: Category = ['未分类', '未分类', '未分类'];

export function forwardedAs(demand: {
  demandType: DemandType | null;
  category: Category | null;
  dangers: readonly Danger[];
}): { demandType: DemandType; category: Category } | null {
  const { demandType, category, dangers } = demand;
  if (demandType && category) return { demandType, category };
  if (dangers.length === 0) return null;
  const found = dangers.find((danger) => danger.category !== null)?.category;
  return { demandType: demandType ?? 'HELP', category: category ?? found ?? unsorted };
}
