import type { ChargeList } from '@wufang/contracts';
import { beijingDate } from '@wufang/kernel';
import { listOn } from './list-on.js';

export type PublishedCharges = ChargeList & { version: number };

/**
 * The leader in charge of an order (包片): of the unit that leads it, else of the community of its place; null where nobody is.
 * Example: led by 城建办, in 南岗里社区; 甲 has 城建办, 乙 has 南岗里社区 -> 甲; led by a firm that nobody has -> 乙.
 */
export function leaderInCharge(
  list: Pick<ChargeList, 'charges'> | null,
  order: { leadUnitId: string; place: { communityId: string | null } },
): string | null {
  const of = (unitId: string | null) => list?.charges.find(({ unitIds }) => unitId !== null && unitIds.includes(unitId))?.accountId ?? null;
  return of(order.leadUnitId) ?? of(order.place.communityId);
}

/** The same by the lists of a street, on the day of an instant. */
export function inChargeAt(
  lists: readonly PublishedCharges[],
  order: { leadUnitId: string; place: { communityId: string | null } },
  at: Date,
): string | null {
  return leaderInCharge(listOn(lists, beijingDate(at)), order);
}

/** What keeps a list from being published: a leader named twice, or a unit in the charge of two. */
export function chargeFaults({ charges }: Pick<ChargeList, 'charges'>, nameOf: (id: string) => string): string[] {
  const faults: string[] = [];
  const [leaders, units] = [new Set<string>(), new Set<string>()];
  charges.forEach(({ accountId, unitIds }, i) => {
    if (leaders.has(accountId)) faults.push(`第 ${i + 1} 行的领导前面已有一行，请合在一行`);
    leaders.add(accountId);
    for (const id of new Set(unitIds)) {
      if (units.has(id)) faults.push(`${nameOf(id)}已归另一位领导`);
      units.add(id);
    }
  });
  return faults;
}
