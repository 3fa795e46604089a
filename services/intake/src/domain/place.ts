import type { PlaceRef } from '@wufang/contracts';

/** The names the registry knows, as a recogniser needs them. */
export interface PlaceNames {
  /** Longest name first. */
  estates: readonly { id: string; name: string; communityId: string }[];
  communities: readonly { id: string; name: string }[];
  /** By estate id and building name, joined with a colon. */
  buildings: ReadonlyMap<string, string>;
}

const nothing = { communityId: null, estateId: null, buildingId: null };

/**
 * Where a demand is about, from what people wrote: the longest estate name that occurs, the building named right after it, the estate's
 * community; else a community named by itself. Texts are asked in their order; what is not known stays unknown.
 * Example: '镇北里东区3号楼2单元' -> estate 镇北里东区, its 3号楼, community 镇北里社区; '不详' -> nothing.
 */
export function recognisePlace(texts: readonly (string | null | undefined)[], names: PlaceNames): Omit<PlaceRef, 'point'> {
  for (const text of texts) {
    if (!text) continue;
    const estate = names.estates.find(({ name }) => text.includes(name));
    if (estate) {
      const after = text.slice(text.indexOf(estate.name) + estate.name.length);
      const building = /^[\s,，、:：]*([甲乙丙丁]?\d{1,3})\s*(?:号楼|栋|幢|#楼?|[-—－]\d)/.exec(after)?.[1];
      return {
        communityId: estate.communityId,
        estateId: estate.id,
        buildingId: (building && names.buildings.get(`${estate.id}:${building}号楼`)) ?? null,
      };
    }
  }
  for (const text of texts) {
    const community = text && names.communities.find(({ name }) => text.includes(bareCommunity(name)));
    if (community) return { ...nothing, communityId: community.id };
  }
  return nothing;
}

/** A community's name without its kind. Example: '南岗里社区' -> '南岗里'. */
export function bareCommunity(name: string): string {
  return name.length > 3 ? name.replace(/(?:社区|村)(?:居委会|村委会)?$/, '') : name;
}

/** Whether two demands are about the same place: the same building where both name one, else the same estate, else the same point. */
export function isSamePlace(a: PlaceRef, b: PlaceRef): boolean {
  if (a.buildingId && b.buildingId) return a.buildingId === b.buildingId;
  if (a.estateId && b.estateId) return a.estateId === b.estateId;
  return a.point !== null && a.point === b.point && a.point.length >= 4;
}
