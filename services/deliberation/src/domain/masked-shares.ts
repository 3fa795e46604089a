import { fen, type Fen } from '@wufang/kernel';
import { inOrder } from './cost-share-split.js';
import { markOf } from './plan-scope.js';

/** A home's share as the board shows it. */
export interface MaskedHomeShare {
  place: string;
  mark: string;
  shareFen: Fen;
}

/**
 * Shares for the board (公示各户份额): by place, in it the larger first, so that their order tells no door; an owner knows the home by the mark.
 * Example: 第1户 ¥10 and 第2户 ¥20 of 9号楼2单元 -> ¥20, ¥10.
 */
export function maskedShares(
  homes: readonly { building: string; stairwell: string; shareFen: bigint; lookupCode: string }[],
): MaskedHomeShare[] {
  const masked = homes.map(({ building, stairwell, shareFen, lookupCode }) => ({
    ...{ place: `${building}${stairwell}`, mark: markOf(lookupCode), shareFen: fen(shareFen) },
  }));
  const bySize = masked.sort((a, b) => (a.shareFen === b.shareFen ? (a.mark < b.mark ? -1 : 1) : a.shareFen > b.shareFen ? -1 : 1));
  return inOrder(bySize, ({ place }) => place);
}

/** Owners who pay; where no home pays anything, those whose homes are in the scope. Each is one, however many homes. */
export function affectedOwners(homes: readonly { ownerId: string; shareFen: bigint }[]): number {
  const paying = homes.filter(({ shareFen }) => shareFen > 0n);
  return new Set((paying.length > 0 ? paying : homes).map(({ ownerId }) => ownerId)).size;
}
