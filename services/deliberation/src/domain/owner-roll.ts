import { areaSources, type AreaSource } from '@wufang/contracts';
import { DomainError, type Area } from '@wufang/kernel';
import type { RollSettings } from './vote-rule-pack.js';

/** A home (专有部分) as the roll takes it. */
export interface RollHome {
  id: string;
  /** The same owner has the same key, however many homes; who is the same, the counting group confirms before the freeze. */
  ownerKey: string;
  /** Null: not known yet; the roll cannot be frozen. */
  area: Area | null;
  areaSource: AreaSource | null;
  isUnsold: boolean;
  isParking: boolean;
}

/** The two measures of art. 278: area in 0.01 m² and heads (人数). */
export interface Weight {
  area: number;
  heads: number;
}

export interface RollOwner extends Weight {
  key: string;
  homes: number;
}

/** The base of a vote (表决权基数), frozen when it opens. */
export interface OwnerRoll {
  owners: ReadonlyMap<string, RollOwner>;
  all: Weight;
  homes: number;
  areaBySource: Record<AreaSource, number>;
  /** Unsold homes among all. */
  unsold: Weight & { homes: number };
  /** Parking spaces left out of the base. */
  parkingLeftOut: number;
  settings: RollSettings;
}

/**
 * The base of a vote. One head an owner, however many homes (司法解释 art. 9); the owner of unsold homes, be it the developer or the
 * property-rights unit (物业管理条例 art. 25), is one head as well unless the estate settled it otherwise. A home without area, or whose area
 * has no source, blocks the roll (art. 8), and so does a home named twice.
 * Example: twelve homes of 70 m², three of them A's -> 840.00 m² and 10 heads.
 */
export function rollOf(homes: readonly RollHome[], settings: RollSettings): OwnerRoll {
  const inBase = settings.hasParking ? homes : homes.filter((home) => !home.isParking);
  if (inBase.length === 0) throw new DomainError('vote.empty-roll');
  refuseTwice(homes);
  const unknown = inBase.filter(({ area, areaSource }) => !area || area < 0 || !areaSource);
  if (unknown.length > 0) throw new DomainError('vote.area-unknown', { count: unknown.length, homes: unknown.map(({ id }) => id) });

  const owners = new Map<string, RollOwner & { unsold: number }>();
  const areaBySource = Object.fromEntries(areaSources.map((source) => [source, 0])) as Record<AreaSource, number>;
  const all = { area: 0, heads: 0 };
  const unsold = { homes: 0, area: 0, heads: 0 };
  for (const { ownerKey, area, areaSource, isUnsold } of inBase) {
    const owner = owners.get(ownerKey) ?? { key: ownerKey, heads: 0, area: 0, homes: 0, unsold: 0 };
    owners.set(ownerKey, owner);
    owner.homes += 1;
    owner.area += area!;
    all.area += area!;
    areaBySource[areaSource!] += area!;
    if (!isUnsold) continue;
    owner.unsold += 1;
    unsold.homes += 1;
    unsold.area += area!;
  }
  for (const owner of owners.values()) {
    const hasBought = owner.homes > owner.unsold;
    owner.heads = settings.unsoldHeads === 'ONE' ? 1 : owner.unsold + (hasBought ? 1 : 0);
    all.heads += owner.heads;
    if (owner.unsold > 0) unsold.heads += owner.heads;
  }
  return { owners, all, homes: inBase.length, areaBySource, unsold, parkingLeftOut: homes.length - inBase.length, settings };
}

function refuseTwice(homes: readonly RollHome[]): void {
  const seen = new Set<string>();
  for (const { id } of homes) {
    if (seen.has(id)) throw new DomainError('vote.home-twice', { home: id });
    seen.add(id);
  }
}
