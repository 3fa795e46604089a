import { likeness, type WhistlePartner } from '@wufang/contracts';
import { coUnitOf, leadOf, placeFacts, type MatterFacts, type Street, type UnitFacts } from './decide.js';
import { inForceAt, match } from './directory.js';

/** How far back a whistle that was blown for the like counts: as far as orders of the same matter do in a sweep (举一反三). */
export const PARTNERS_SINCE_DAYS = likeness[0].value.historyDays;
const MOST_PARTNERS = 10;
const MOST_ROWS = 20;

/**
 * Whom the directory names for such a matter at such a place: who assists by any of the rows that fit, and who leads by one of those that did not decide.
 * Example: a leak in an SOE estate -> the property-rights unit assists; 房管所 leads by the row for the whole street.
 */
export function namedByDirectory(street: Street, facts: MatterFacts): { leads: string[]; coUnits: string[] } {
  const estate = facts.place.estateId ? street.estates.get(facts.place.estateId) : undefined;
  const communityId = facts.place.communityId ?? estate?.communityId ?? null;
  const directory = inForceAt(street.directories, facts.at);
  const rows = directory ? match(directory, { ...facts, ...placeFacts(street, facts, communityId, estate) }, MOST_ROWS) : [];
  return {
    leads: rows.flatMap(({ row }) => {
      const found = leadOf(street, row, estate, communityId);
      return 'unit' in found ? [found.unit.id] : [];
    }),
    coUnits: rows
      .flatMap(({ row }) => (row.coUnits ?? []).map((target) => coUnitOf(target, estate, communityId)))
      .filter((id) => id !== null && id !== undefined),
  };
}

/**
 * The units that a whistle for an order may well summon (domain rules 1.3, row 66: a whistle may summon partners of the resource library): those that the directory
 * names for such a matter there, and those that came when a whistle was blown for the like. Who has it already (`apart`) is not listed. Who assists by the
 * directory comes first, then who came most often, then who leads by another row.
 * Example: a firm that assists by no row, on site twice before -> CAME_BEFORE, 2 times.
 */
export function partnersAmong(
  {
    leads,
    coUnits,
    came,
    apart,
  }: {
    leads: readonly string[];
    coUnits: readonly string[];
    came: readonly { unitId: string; times: number }[];
    apart: readonly string[];
  },
  units: ReadonlyMap<string, Pick<UnitFacts, 'name'>>,
): WhistlePartner[] {
  const times = new Map(came.map((one) => [one.unitId, one.times]));
  const found = [...new Set([...coUnits, ...leads, ...times.keys()])].flatMap((unitId): WhistlePartner[] => {
    const unit = units.get(unitId);
    if (!unit || apart.includes(unitId)) return [];
    const grounds: WhistlePartner['grounds'] = [];
    if (coUnits.includes(unitId)) grounds.push('DIRECTORY_CO_UNIT');
    else if (leads.includes(unitId)) grounds.push('DIRECTORY_LEAD');
    if (times.has(unitId)) grounds.push('CAME_BEFORE');
    return [{ unitId, name: unit.name, grounds, times: times.get(unitId) ?? 0 }];
  });
  const assists = ({ grounds }: WhistlePartner) => (grounds.includes('DIRECTORY_CO_UNIT') ? 0 : 1);
  found.sort((a, b) => assists(a) - assists(b) || b.times - a.times || a.name.localeCompare(b.name, 'zh'));
  return found.slice(0, MOST_PARTNERS);
}
