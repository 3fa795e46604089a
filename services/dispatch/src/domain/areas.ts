import type { AreaList, UnitKind } from '@wufang/contracts';
import { listOn } from './list-on.js';

/** A list of areas as it was published. */
export type PublishedAreas = AreaList & { version: number };

interface Areas {
  units: ReadonlyMap<string, { parentName: string | null }>;
  areas?: readonly PublishedAreas[] | undefined;
}

/**
 * The area (片区) a community is in on a day: by the list that holds on it, and by the name over it in the register where none holds.
 * Example: no list -> 北片区 of the register; from the day of a list that has it in 南片区 -> 南片区; not on that list -> none.
 */
export function areaOf({ units, areas = [] }: Areas, communityId: string, day: string): string | null {
  const list = listOn(areas, day);
  if (!list) return units.get(communityId)?.parentName ?? null;
  return list.areas.find(({ communityIds }) => communityIds.includes(communityId))?.name ?? null;
}

/** Whether a name is that of an area on a day or on a later one, for which a list is published already. */
export function isArea(street: Areas, name: string, day: string, isCommunity: (id: string) => boolean): boolean {
  const days = [day, ...(street.areas ?? []).flatMap(({ from }) => (from > day ? [from] : []))];
  return [...street.units.keys()].some((id) => isCommunity(id) && days.some((on) => areaOf(street, id, on) === name));
}

/** What keeps a list of areas from being published: a name twice, a community in two areas, a unit that is no community. */
export function areaFaults(
  { areas }: Pick<AreaList, 'areas'>,
  unitOf: (id: string) => { name: string; kind: UnitKind } | undefined,
): string[] {
  const faults: string[] = [];
  const [names, within] = [new Set<string>(), new Map<string, string>()];
  for (const { name, communityIds } of areas) {
    if (names.has(name)) faults.push(`片区“${name}”写了两次`);
    names.add(name);
    for (const id of communityIds) {
      const unit = unitOf(id);
      const other = within.get(id);
      if (unit && unit.kind !== 'COMMUNITY' && unit.kind !== 'VILLAGE') faults.push(`“${unit.name}”不是社区或村`);
      if (other !== undefined) faults.push(`“${unit?.name ?? id}”同时在“${other}”和“${name}”`);
      within.set(id, name);
    }
  }
  return faults;
}
