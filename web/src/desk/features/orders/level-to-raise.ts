import type { Output } from '@wufang/api-client';

type Leaf = Pick<Output<'intake.category-tree.get'>['leaves'][number], 'category' | 'level'>;

/**
 * To which level an order ought to be raised once its category is set right (domain rules 4.5, steps 1 and 8): correcting leaves the level as it is, but water, heat, power
 * and gas, and what is an emergency by its category, have times of their own to be on site and done. Null where the order has that level, or a higher one, already.
 * Example: a level N order set right to 水电气热/供暖/暖气不热 -> U; one of level E -> null.
 */
export function levelToRaise(leaves: readonly Leaf[], category: string | undefined, level: Leaf['level']): 'E' | 'U' | null {
  const due = leaves.find((leaf) => leaf.category.join('/') === category)?.level;
  if (due === 'E') return level === 'E' ? null : 'E';
  return due === 'U' && level !== 'E' && level !== 'U' ? 'U' : null;
}
