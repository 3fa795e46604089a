import { roadMatters, type RoadList, type StreetRoad, type UnitKind } from '@wufang/contracts';
import { listOn } from './list-on.js';

/** A list of roads as it was published. */
export type PublishedRoads = RoadList & { version: number };

/**
 * The road a matter is about: that of the list of the day whose name the place's words hold, the longest where several do. None where the matter is no road's
 * (`roadMatters`), or no list holds.
 * Example: 道路破损 at “青云北路 12 号门前”, on the list 青云路 and 青云北路 -> 青云北路; 暖气不热 there -> none.
 */
export function roadAt(
  roads: readonly PublishedRoads[] | undefined,
  { category, point }: { category: readonly string[]; point: string | null | undefined },
  day: string,
): StreetRoad | null {
  if (!point || !category.some((level) => roadMatters.value.some((word) => level.includes(word)))) return null;
  const named = listOn(roads ?? [], day)?.roads.filter(({ name }) => point.includes(name)) ?? [];
  return named.reduce<StreetRoad | null>((longest, road) => (road.name.length > (longest?.name.length ?? 0) ? road : longest), null);
}

/** What keeps a list of roads from being published: a road twice, or one that a community would have to look after (条例第十七条). */
export function roadFaults(
  { roads }: Pick<RoadList, 'roads'>,
  unitOf: (id: string) => { name: string; kind: UnitKind } | undefined,
): string[] {
  const faults: string[] = [];
  const names = new Set<string>();
  for (const { name, rightsUnitId } of roads) {
    if (names.has(name)) faults.push(`“${name}”写了两次`);
    names.add(name);
    const unit = rightsUnitId === null ? undefined : unitOf(rightsUnitId);
    if (unit?.kind === 'COMMUNITY' || unit?.kind === 'VILLAGE')
      faults.push(`“${name}”的产权单位不能是${unit.name}：社区、村不主办道路养护`);
  }
  return faults;
}
