import { sameCallerDays, type Category, type PlaceRef } from '@wufang/contracts';
import { isSamePlace } from './place.js';

export type DuplicateReason = 'SAME_PLACE_CATEGORY_OPEN' | 'SAME_CALLER_MATTER_30_DAYS';

export interface Likeness {
  place: PlaceRef;
  category: Category | null;
  receivedAt: Date;
  isOpen: boolean;
  callerIndex: string | null;
}

const DAY = 86_400_000;

/**
 * Why another demand may be about the same matter: the same place and category while it is open, or the same caller and matter within 30
 * days (domain rules 4.5-3). No reason, no candidate; whether to link is a person's to say.
 */
export function duplicateReasons(demand: Likeness, other: Likeness): DuplicateReason[] {
  const reasons: DuplicateReason[] = [];
  const isSameCategory = sameCategory(demand.category, other.category);
  if (other.isOpen && isSameCategory && isSamePlace(demand.place, other.place)) reasons.push('SAME_PLACE_CATEGORY_OPEN');
  const apart = Math.abs(demand.receivedAt.getTime() - other.receivedAt.getTime());
  // Without a category nobody can tell yet, and the same caller so soon is worth a look.
  const isSameMatter = isSameCategory || !demand.category || !other.category;
  if (demand.callerIndex !== null && demand.callerIndex === other.callerIndex && isSameMatter && apart <= sameCallerDays.value * DAY)
    reasons.push('SAME_CALLER_MATTER_30_DAYS');
  return reasons;
}

function sameCategory(a: Category | null, b: Category | null): boolean {
  return a !== null && b !== null && a.every((name, i) => name === b[i]);
}
