import type { AreaSource, HomeNature, MeasuredHome } from '@wufang/contracts';

/** What of a home is told beyond the registry, and its door, by which it gets its rank. */
export interface HomeFacts {
  id: string;
  buildingId: string;
  stairwell: string;
  room: string;
  areaHundredths: number | null;
  areaSource: AreaSource | null;
  nature: HomeNature;
  ownerId: string;
  ownerDepositFen: bigint;
  sellerDepositFen: bigint;
}

/** A piece of what is told of a building. */
export interface MeasuredPart {
  buildingId: string;
  part: number;
  homes: MeasuredHome[];
}

/** So many homes are in one event: about 130 kB, far from the size that NATS refuses. */
const HOMES_TOLD_TOGETHER = 500;

/**
 * The homes of an estate whose area is known, as others may know them, by building and in pieces: ids, measures and money, no door. The rank of a home is
 * its place in the order of doors among all of them: building, stairwell, room, numbers by their value.
 * Example: doors 2号楼 1单元 101, 10号楼 1单元 101, 2号楼 1单元 1001 -> ranks 1, 3, 2.
 */
export function measuredParts(
  homes: readonly HomeFacts[],
  buildingNames: ReadonlyMap<string, string>,
  unitIds: ReadonlySet<string>,
): MeasuredPart[] {
  const doors = homes.map((home) => ({
    home,
    door: [buildingNames.get(home.buildingId) ?? home.buildingId, home.stairwell, home.room].map(partsOf),
  }));
  doors.sort((a, b) => compareDoors(a.door, b.door));
  const byBuilding = new Map<string, MeasuredHome[]>();
  for (const [i, { home }] of doors.entries()) {
    const { areaHundredths, areaSource } = home;
    if (areaHundredths === null || areaSource === null) continue;
    const told: MeasuredHome = {
      ...{ homeId: home.id, stairwell: home.stairwell, ordinal: i + 1, areaHundredths, areaSource },
      ...{ nature: home.nature, ownerId: home.ownerId, isUnit: unitIds.has(home.ownerId) },
      ...{ ownerDepositFen: `${home.ownerDepositFen}`, sellerDepositFen: `${home.sellerDepositFen}` },
    };
    const others = byBuilding.get(home.buildingId);
    if (others) others.push(told);
    else byBuilding.set(home.buildingId, [told]);
  }
  return [...byBuilding].flatMap(([buildingId, all]) => {
    const parts: MeasuredPart[] = [];
    for (let from = 0; from < all.length; from += HOMES_TOLD_TOGETHER) {
      parts.push({ buildingId, part: parts.length, homes: all.slice(from, from + HOMES_TOLD_TOGETHER) });
    }
    return parts;
  });
}

type DoorPart = string | number;

/** A text cut into its numbers and what is between them. Example: '10号楼' -> [10, '号楼']. */
const partsOf = (text: string): DoorPart[] => (text.match(/\d{1,15}|\D+/g) ?? []).map((part) => (/^\d/.test(part) ? Number(part) : part));

function compareDoors(one: readonly DoorPart[][], other: readonly DoorPart[][]): number {
  for (const [i, parts] of one.entries()) {
    const order = compareParts(parts, other[i]!);
    if (order !== 0) return order;
  }
  return 0;
}

function compareParts(one: readonly DoorPart[], other: readonly DoorPart[]): number {
  for (let i = 0; i < Math.min(one.length, other.length); i++) {
    const [a, b] = [one[i]!, other[i]!];
    if (a === b) continue;
    // A number comes before a text; texts by their code units, the same in every locale.
    if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
    return a < b ? -1 : 1;
  }
  return one.length - other.length;
}
