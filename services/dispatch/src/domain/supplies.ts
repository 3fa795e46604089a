import type { SupplyMove } from '@wufang/contracts';

interface Moved {
  item: string;
  move: SupplyMove;
  count: number;
  homeId: string | null;
}

export interface ItemBalance {
  item: string;
  out: number;
  back: number;
  stillOut: number;
}

/** What of each thing was handed out, came back and is still out, in pieces, by name. Example: 10 heaters out, 3 back -> 7 still out. */
export function balances(moves: readonly Moved[]): ItemBalance[] {
  const items = new Map<string, ItemBalance>();
  for (const { item, move, count } of moves) {
    const balance = items.get(item) ?? { item, out: 0, back: 0, stillOut: 0 };
    if (move === 'OUT') balance.out += count;
    else balance.back += count;
    balance.stillOut = balance.out - balance.back;
    items.set(item, balance);
  }
  return [...items.values()].sort((a, b) => a.item.localeCompare(b.item, 'zh'));
}

/**
 * How many pieces of a thing can still come back: of all that is out, and from a home no more than went there.
 * Example: 4 heaters out, 1 of them to a home -> 4 can come back, 1 from that home.
 */
export function canComeBack(moves: readonly Moved[], { item, homeId }: Pick<Moved, 'item' | 'homeId'>): number {
  const outOf = (some: readonly Moved[]) => balances(some).find((one) => one.item === item)?.stillOut ?? 0;
  const all = outOf(moves);
  return homeId === null ? all : Math.min(all, outOf(moves.filter((one) => one.homeId === homeId)));
}
