import type { PlaceRef } from '@wufang/contracts';

/** The names the registry knows, as a recogniser needs them. */
export interface PlaceNames {
  /** Names and aliases as `withAliases` gives them, the longest first. */
  estates: readonly { id: string; name: string; communityId: string }[];
  communities: readonly { id: string; name: string }[];
  /** By estate id and building name, joined with a colon. */
  buildings: ReadonlyMap<string, string>;
  /** Points with a name of their own (QR codes). */
  points?: readonly { name: string; communityId: string | null; estateId: string | null; buildingId: string | null }[];
}

const nothing = { communityId: null, estateId: null, buildingId: null };

/**
 * Where a demand is about, from what people wrote: the longest estate name that occurs, the building named right after it, the estate's
 * community; else a community named by itself. Texts are asked in their order; what is not known stays unknown.
 * Example: '镇北里东区3号楼2单元' -> estate 镇北里东区, its 3号楼, community 镇北里社区; '不详' -> nothing.
 */
export function recognisePlace(texts: readonly (string | null | undefined)[], names: PlaceNames): Omit<PlaceRef, 'point'> {
  const written = texts.map((text) => (text ? arabic(text) : null));
  for (const text of written) {
    if (!text) continue;
    const estate = names.estates.find(({ name }) => text.includes(name));
    if (estate) {
      const after = text.slice(text.indexOf(estate.name) + estate.name.length);
      const building = /^[\s,，、:：]*([甲乙丙丁]?\d{1,3})\s*(?:号楼|栋|幢|#楼?|[-—－]\d)/.exec(after)?.[1];
      const point = names.points?.find(({ name, estateId }) => estateId === estate.id && text.includes(arabic(name)));
      return {
        communityId: estate.communityId,
        estateId: estate.id,
        buildingId: (building && names.buildings.get(`${estate.id}:${building}号楼`)) ?? point?.buildingId ?? null,
      };
    }
  }
  for (const text of written) {
    const point = text && pointIn(text, names);
    if (point) return { communityId: point.communityId, estateId: point.estateId, buildingId: point.buildingId };
    const community = text && names.communities.find(({ name }) => text.includes(arabic(bareCommunity(name))));
    if (community) return { ...nothing, communityId: community.id };
  }
  return nothing;
}

/** A point that a text names by itself; names as common as 北门 are in many estates and tell nothing. */
function pointIn(text: string, { points = [] }: PlaceNames) {
  const named = points.filter(({ name }) => name.length >= 4 && text.includes(arabic(name)));
  return named.length === 1 ? named[0] : undefined;
}

const numerals: Record<string, string> = { 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9', 十: '10' };

/** Numbers of houses, blocks and areas as the register writes them. Example: '云台路一号院' -> '云台路1号院'; '三里河' stays. */
export function arabic(text: string): string {
  return text.normalize('NFKC').replace(/([一二三四五六七八九十])(?=号|区|期|栋|幢)/g, (_, numeral: string) => numerals[numeral]!);
}

/**
 * The names and aliases estates are found by, longest first: as the register writes them, and without 小区, 家园 or 社区 where that means no
 * other estate or community. Example: 松林里小区 is also 松林里, unless there is a 松林里东区 too.
 */
export function withAliases<E extends { id: string; name: string; communityId: string }>(
  estates: readonly E[],
  communities: readonly { id: string; name: string }[],
): { id: string; name: string; communityId: string }[] {
  const named = estates.map(({ id, name, communityId }) => ({ id, name: arabic(name), communityId }));
  for (const { id, name, communityId } of [...named]) {
    const alias = name.replace(/(?:小区|家园|社区)$/, '');
    const isOthers =
      named.some((other) => other.id !== id && other.name.includes(alias)) ||
      communities.some((community) => community.id !== communityId && arabic(community.name).includes(alias));
    if (alias.length >= 3 && alias !== name && !isOthers) named.push({ id, name: alias, communityId });
  }
  return named.sort((a, b) => b.name.length - a.name.length || (a.name < b.name ? -1 : 1));
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
