import type { AreaList, UnitKind } from '@wufang/contracts';

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
