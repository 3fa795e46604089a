import {
  codeRules,
  labels,
  type CoTarget,
  type Category,
  type DeadlineCode,
  type Decision,
  type DemandType,
  type DirectoryRow,
  type EstateType,
  type Level,
  type PlaceRef,
  type UnitKind,
} from '@wufang/contracts';
import { beijingDate } from '@wufang/kernel';
import { areaOf, type PublishedAreas } from './areas.js';
import { roadAt, type PublishedRoads } from './roads.js';
import { inForceAt, match, type DatedDirectory, type Directory, type IndexedRow } from './directory.js';
import { timesText } from './row-times.js';

export interface UnitFacts {
  id: string;
  name: string;
  kind: UnitKind;
  parentName: string | null;
}

export interface EstateFacts {
  id: string;
  name?: string | null;
  builtYear?: number | null;
  communityId: string;
  type: EstateType;
  firmId: string | null;
  rightsUnitId: string | null;
}

/** What is known of a street when a demand is dispatched. */
export interface Street {
  units: ReadonlyMap<string, UnitFacts>;
  estates: ReadonlyMap<string, EstateFacts>;
  /** Where a demand goes that no rule fits (诉求中心). */
  centre: { id: string; name: string };
  /** Those in force and those to come; which one decides depends on the instant. */
  directories: readonly DatedDirectory[];
  /** Which communities are in which area (片区), as it was published each time. */
  areas?: readonly PublishedAreas[];
  /** Which roads are handed over and who looks after the others, as it was published each time. */
  roads?: readonly PublishedRoads[];
}

export interface DispatchFacts {
  category: Category;
  demandType: DemandType;
  level: Level;
  place: PlaceRef;
  /** The unit that is complained about, which must not lead. */
  aboutUnitId?: string | null | undefined;
  /** Duties that the category itself adds, by the street's category tree. */
  categoryDuties?: readonly DeadlineCode[];
  /** The instant of the dispatch: which version, season and hours count. */
  at: Date;
}

/** What is asked about who may lead; the category as deep as it is known, for an incident may name two levels. */
export type MatterFacts = Omit<DispatchFacts, 'category'> & { category: readonly string[] };

export interface Dispatched {
  leadUnitId: string;
  coUnitIds: string[];
  /** Units that may see the order: lead, co-units, the community of the place, the property-rights unit of the estate. */
  concernedUnitIds: string[];
  level: Level;
  decision: Decision;
}

const CENTRE_NAME = '市民诉求处置中心';
const MAX_ALTERNATIVES = 5;

/**
 * Which unit leads, which assist, and why (domain rules 4.5, steps 5 to 9). The first row of the directory that fits decides; where it leads
 * nowhere, or to a community that may not lead (条例第十七条), the demand goes to the street's demand centre with the reason, never nowhere. Who is complained
 * about assists the unit over it (step 7).
 * Example: 水电气热/供暖/暖气不热 in an SOE estate -> 热力集团 leads, the property-rights unit assists.
 */
export function decide(street: Street, facts: DispatchFacts): Dispatched {
  const estate = facts.place.estateId ? street.estates.get(facts.place.estateId) : undefined;
  const communityId = facts.place.communityId ?? estate?.communityId ?? null;
  const directory = inForceAt(street.directories, facts.at);
  const rows = directory ? match(directory, { ...facts, ...placeFacts(street, facts, communityId, estate) }, 1 + MAX_ALTERNATIVES) : [];
  const winner = rows[0];
  const category = `分类“${facts.category.join('/')}”`;
  const ruleIds: string[] = winner ? [winner.row.id] : [];
  const says: string[] = [];
  const coUnitIds: string[] = [];

  const found = winner ? leadOf(street, winner.row, estate, communityId) : { missing: missingRule(directory, category) };
  let leadUnitId: string;
  if ('unit' in found && !mayLead(found.unit, winner!.row)) {
    leadUnitId = street.centre.id;
    coUnitIds.push(found.unit.id);
    ruleIds.push(codeRules.communityNotLead, codeRules.demandCentre);
    says.push(
      `${category}${by(directory, winner!)}指向${found.unit.name}，但此事项不在社区职责清单内，社区只能协办，由${street.centre.name}指派`,
    );
  } else if ('unit' in found) {
    leadUnitId = found.unit.id;
    const assisting = [found.assists, ...(winner!.row.coUnits ?? []).map((target) => coUnitOf(target, estate, communityId))];
    for (const id of assisting) if (id && id !== leadUnitId && !coUnitIds.includes(id) && street.units.has(id)) coUnitIds.push(id);
    if (found.why) ruleIds.push(codeRules.noFirm);
    const names = coUnitIds.map((id) => street.units.get(id)!.name).join('、');
    says.push(`${category}${by(directory, winner!)}${found.why ?? ''}由${found.unit.name}主办${names ? `、${names}协办` : ''}`);
  } else {
    leadUnitId = street.centre.id;
    ruleIds.push(codeRules.demandCentre);
    says.push(`${winner ? `${category}${by(directory, winner)}` : ''}${found.missing}，由${street.centre.name}指派`);
  }

  const road = roadAt(street.roads, { category: facts.category, point: facts.place.point }, beijingDate(facts.at));
  const keeper = road === null || road.isHandedOver || road.rightsUnitId === null ? undefined : street.units.get(road.rightsUnitId);
  if (road && keeper) {
    // Whom the directory names assists; where the centre would have assigned it, it has nothing to assign.
    const isAssigned = ruleIds.includes(codeRules.demandCentre);
    const others = [...(isAssigned ? [] : [leadUnitId]), ...coUnitIds].filter((id) => id !== keeper.id);
    leadUnitId = keeper.id;
    coUnitIds.splice(0, coUnitIds.length, ...new Set(others));
    if (isAssigned) {
      says.pop();
      ruleIds.splice(winner ? 1 : 0);
    }
    ruleIds.push(codeRules.road);
    const assisting = coUnitIds.map((id) => street.units.get(id)?.name ?? street.centre.name).join('、');
    says.push(`${road.name}是未移交道路，由产权单位${keeper.name}主办并承担养护${assisting && `，${assisting}协办`}`);
  }

  const about = leadUnitId === facts.aboutUnitId ? street.units.get(leadUnitId) : undefined;
  const over = about && unitOver(street, about, winner?.row);
  if (over && over.id !== about.id) {
    leadUnitId = over.id;
    const others = coUnitIds.filter((id) => id !== over.id);
    coUnitIds.splice(0, coUnitIds.length, about.id, ...others);
    ruleIds.push(codeRules.complainedAbout);
    says.push(`此件投诉的正是${about.name}，应当回避，改由${over.name}主办、${about.name}协办`);
  }

  const rightsUnitId = estate?.rightsUnitId ?? null;
  const hasRightsUnitDuty = estate !== undefined && (estate.type === 'SGYY' || estate.type === 'CENTRAL_SOE');
  if (hasRightsUnitDuty && rightsUnitId !== null && rightsUnitId !== leadUnitId && !coUnitIds.includes(rightsUnitId)) {
    coUnitIds.push(rightsUnitId);
    ruleIds.push(codeRules.rightsUnit);
    says.push(`该小区为${labels.estateType[estate.type]}，产权单位${street.units.get(rightsUnitId)?.name ?? ''}协办`);
  }
  const level = levelOf(facts.level, winner?.row.setLevel);
  if (level !== facts.level) {
    ruleIds.push(codeRules.level);
    says.push(`按目录定为“${labels.level[level]}”`);
  }
  const byRow: readonly DeadlineCode[] = winner?.row.duties ?? [];
  const byCategory = (facts.categoryDuties ?? []).filter((code) => !byRow.includes(code));
  const duties = [...new Set([...byRow, ...byCategory])];
  const named = (codes: readonly DeadlineCode[]) => codes.map((code) => labels.deadlineCode[code]).join('、');
  if (byRow.length > 0) says.push(`按目录另计时限：${named(byRow)}`);
  if (byCategory.length > 0) says.push(`按分类另计时限：${named(byCategory)}`);
  return {
    leadUnitId,
    coUnitIds,
    concernedUnitIds: [...new Set([leadUnitId, ...coUnitIds, ...concernedByPlace(street, facts.place)])],
    level,
    decision: {
      directoryVersion: directory?.version ?? 0,
      ruleIds,
      reason: `${says.join('；')}。`,
      alternatives: rows.slice(1).map(({ row }) => {
        const other = leadOf(street, row, estate, communityId);
        return { ruleId: row.id, leadUnitId: 'unit' in other ? other.unit.id : null };
      }),
      ...(duties.length > 0 && { duties }),
      decidedAt: facts.at.toISOString(),
    },
  };
}

/** The unit that assists by a row at this place, if the place has one. */
export function coUnitOf(target: CoTarget, estate: EstateFacts | undefined, communityId: string | null): string | null | undefined {
  switch (target.kind) {
    case 'UNIT':
      return target.unitId;
    case 'COMMUNITY':
      return communityId;
    case 'ESTATE_FIRM':
      return estate?.type === 'UNMANAGED' ? null : estate?.firmId;
    case 'RIGHTS_UNIT':
      return estate?.rightsUnitId;
  }
}

/** Whether a unit may lead by this row: a community or village only what is on its list (条例第十七条, 街道办事处条例第三十二条). */
export function mayLead(unit: Pick<UnitFacts, 'kind'>, row: Pick<DirectoryRow, 'communityMayLead'> | undefined): boolean {
  return (unit.kind !== 'COMMUNITY' && unit.kind !== 'VILLAGE') || row?.communityMayLead === true;
}

/** Who leads in place of a unit that is complained about: the unit over it, where that may lead, else the demand centre (domain rules 4.5, step 7). */
export function unitOver(street: Street, about: UnitFacts, row: DirectoryRow | undefined): { id: string; name: string } {
  for (const unit of street.units.values()) if (unit.name === about.parentName && unit.id !== about.id && mayLead(unit, row)) return unit;
  return street.centre;
}

/**
 * Why an order may not be led by this unit, whoever gives it to it (a person, an incident), or null: it is complained about, or a community and the matter
 * off its list (条例第十七条).
 */
export function leadRefusal(
  street: Street,
  unitId: string,
  facts: MatterFacts,
): 'work-order.complained-about' | 'work-order.community-not-lead' | null {
  if (unitId === facts.aboutUnitId) return 'work-order.complained-about';
  const unit = street.units.get(unitId);
  return !unit || mayLead(unit, decidingRow(street, facts)) ? null : 'work-order.community-not-lead';
}

/** The row of the directory that decides for a demand, if there is one. */
export function decidingRow(street: Street, facts: MatterFacts): DirectoryRow | undefined {
  const estate = facts.place.estateId ? street.estates.get(facts.place.estateId) : undefined;
  const communityId = facts.place.communityId ?? estate?.communityId ?? null;
  const directory = inForceAt(street.directories, facts.at);
  return directory ? match(directory, { ...facts, ...placeFacts(street, facts, communityId, estate) }, 1)[0]?.row : undefined;
}

/** The community of a place, and the property-rights unit of its estate: they see every order about it. */
export function concernedByPlace(street: Street, place: PlaceRef): string[] {
  const estate = place.estateId ? street.estates.get(place.estateId) : undefined;
  return [place.communityId ?? estate?.communityId, estate?.rightsUnitId].filter((id) => id !== null && id !== undefined);
}

/**
 * Whom an order concerns once its lead has changed: those named, the unit that has claimed it from the board (揭榜), whose claim outlasts the lead, the
 * first answerer of 有事您找我, who stays the complainant's contact whoever leads, and every unit that has handed it over (转办): whom the complainant spoke
 * with can say where the matter stands (首接负责, 条例第十四条).
 */
export function concernedAnew(
  order: { claimedByUnitId: string | null; contactUnitId: string | null; formerLeadIds: readonly string[] },
  unitIds: readonly string[],
): string[] {
  return [...new Set([...unitIds, ...order.formerLeadIds, order.claimedByUnitId, order.contactUnitId].filter((id) => id !== null))];
}

/**
 * Who leads and who assists an order that the unit complained about would lead (domain rules 4.5, step 7), and the words for it; undefined where it does
 * not lead, or nobody is over it.
 */
export function instead(
  street: Street,
  order: MatterFacts & { leadUnitId: string; coUnitIds: readonly string[] },
): { leadUnitId: string; coUnitIds: string[]; reason: string } | undefined {
  const about = order.aboutUnitId === order.leadUnitId ? street.units.get(order.leadUnitId) : undefined;
  const lead = about && unitOver(street, about, decidingRow(street, order));
  if (!lead || lead.id === about.id) return undefined;
  return {
    leadUnitId: lead.id,
    coUnitIds: [about.id, ...order.coUnitIds.filter((id) => id !== lead.id && id !== about.id)],
    reason: `此件投诉的正是${about.name}，应当回避，改由${lead.name}主办、${about.name}协办`,
  };
}

/**
 * The level of an order: that of the row, unless intake has raised the demand above it. What came as an emergency or about water, power,
 * gas or heat is never taken lower. Example: N by default, row says C -> C; E by its words, row says U -> E.
 */
export function levelOf(given: Level, setLevel: Level | undefined): Level {
  if (!setLevel || given === 'E') return given;
  return given === 'U' && setLevel !== 'E' ? 'U' : setLevel;
}

/**
 * The street's demand centre: the unit of that name, else the street itself, else a stand-in until the register has arrived; such an order
 * waits and is assigned on, so that nothing is held back or lost meanwhile.
 */
export function demandCentre(units: Iterable<UnitFacts>, standInId: string): { id: string; name: string } {
  let street: UnitFacts | undefined;
  for (const unit of units) {
    if (unit.name === CENTRE_NAME) return unit;
    if (unit.kind === 'STREET') street ??= unit;
  }
  return street ?? { id: standInId, name: '诉求中心' };
}

/** The unit a row leads to at a place, or why there is none. */
export type Found = { unit: UnitFacts; assists?: string | null; why?: string } | { missing: string };

/** Who leads by a row at this place. Example: the firm of an estate that has none -> the unit named in its stead, with the community assisting. */
export function leadOf(street: Street, { lead }: DirectoryRow, estate: EstateFacts | undefined, communityId: string | null): Found {
  const known = (id: string | null, missing: string, rest: { assists?: string | null; why?: string } = {}): Found => {
    const unit = id === null ? undefined : street.units.get(id);
    return unit ? { unit, ...rest } : { missing };
  };
  switch (lead.kind) {
    case 'UNIT':
      return known(lead.unitId, '指定的主办单位没有登记');
    case 'COMMUNITY':
      return known(communityId, '应由所属社区主办，但地点不详');
    case 'ESTATE_FIRM': {
      if (!estate) return { missing: '应由小区的物业公司主办，但小区不详' };
      const why = estate.type === 'UNMANAGED' ? '，该小区失管，' : estate.firmId === null ? '，该小区没有物业公司，' : undefined;
      if (why === undefined) return known(estate.firmId, '应由小区的物业公司主办，但它没有登记');
      return known(lead.elseUnitId, '该小区没有物业公司，代管单位没有登记', { assists: communityId, why });
    }
  }
}

function missingRule(directory: Directory | null, category: string): string {
  return directory ? `${category}在派单目录（第${directory.version}版）中没有规则` : `${category}无规则可循：派单目录尚未施行`;
}

function by(directory: Directory | null, { no, row }: IndexedRow): string {
  const when = timesText(row.times);
  return `按派单目录第${no}行（第${directory!.version}版${when && `，${when}`}）`;
}

/** What the directory asks about a place. */
export function placeFacts(
  street: Street,
  { place, at }: { place: PlaceRef; at: Date },
  communityId: string | null,
  estate: EstateFacts | undefined,
) {
  return {
    point: place.point,
    buildingId: place.buildingId,
    estateId: place.estateId,
    communityId,
    area: communityId === null ? null : areaOf(street, communityId, beijingDate(at)),
    estateType: estate?.type,
  };
}
