import {
  codeRules,
  handUpSteps,
  type Category,
  type Channel,
  type HandUpPilot,
  type HandUpRung,
  type HandUpStep,
  type Level,
  type PlaceRef,
} from '@wufang/contracts';
import { beijingDate } from '@wufang/kernel';
import { concernedByPlace, decidingRow, mayLead, type Dispatched, type DispatchFacts, type Street } from './decide.js';

/** A pilot of 有事您找我 as it was published. */
export type PublishedPilot = HandUpPilot & { version: number };

/** The pilot in force at an instant: of those that have begun, the one that began last, of one day the one published last. */
export function pilotInForce(pilots: readonly PublishedPilot[], at: Date): PublishedPilot | null {
  const day = beijingDate(at);
  let inForce: PublishedPilot | null = null;
  for (const pilot of pilots)
    if (pilot.from <= day && (!inForce || pilot.from > inForce.from || (pilot.from === inForce.from && pilot.version > inForce.version)))
      inForce = pilot;
  return inForce;
}

/** The pilot in force for a demand at an instant: its estate, channel, category and level are all named, or nobody's. */
export function pilotFor(
  pilots: readonly PublishedPilot[],
  demand: { place: PlaceRef; channel: Channel; category: Category; level: Level },
  at: Date,
): PublishedPilot | null {
  const inForce = pilotInForce(pilots, at);
  if (!inForce) return null;
  const { estateIds, channels, categories, levels } = inForce;
  const isOfThisKind =
    demand.place.estateId !== null &&
    estateIds.includes(demand.place.estateId) &&
    (channels.length === 0 || channels.includes(demand.channel)) &&
    (categories.length === 0 || categories.some((path) => path.every((part, i) => part === demand.category[i]))) &&
    levels.includes(demand.level);
  return isOfThisKind ? inForce : null;
}

export interface Rung {
  step: HandUpStep;
  /** Who leads from here on; nobody new at the whistle, where the section goes on leading. */
  leadUnitId: string | null;
  /** A community that may not lead what is off its list assists the rung above it (条例第十七条). */
  coUnitIds: string[];
}

/**
 * The next rung of the ladder that somebody stands on, from below: the first one for a new demand, the one above for a hand-up; null above the
 * last; who is complained about stands on none. An estate without a firm begins at the community; a community stands only where the matter is on its list.
 * Example: firm -> community -> section -> whistle; a roof that is off the community's list: firm -> section, the community assists.
 */
export function nextRung(ladder: readonly HandUpRung[], from: HandUpStep | null, street: Street, facts: DispatchFacts): Rung | null {
  const estate = facts.place.estateId ? street.estates.get(facts.place.estateId) : undefined;
  const coUnitIds: string[] = [];
  for (const rung of ladder) {
    if (from !== null && handUpSteps.indexOf(rung.step) <= handUpSteps.indexOf(from)) continue;
    switch (rung.step) {
      case 'FIRM':
        if (estate?.firmId && estate.firmId !== facts.aboutUnitId && estate.type !== 'UNMANAGED' && street.units.has(estate.firmId))
          return { step: 'FIRM', leadUnitId: estate.firmId, coUnitIds };
        break;
      case 'COMMUNITY': {
        const community = street.units.get(facts.place.communityId ?? estate?.communityId ?? '');
        if (!community || community.id === facts.aboutUnitId) break;
        if (mayLead(community, decidingRow(street, facts))) return { step: 'COMMUNITY', leadUnitId: community.id, coUnitIds };
        coUnitIds.push(community.id);
        break;
      }
      case 'SECTION':
        if (rung.unitId === facts.aboutUnitId) break;
        return { step: 'SECTION', leadUnitId: rung.unitId, coUnitIds };
      case 'WHISTLE':
        return { step: 'WHISTLE', leadUnitId: null, coUnitIds };
    }
  }
  return null;
}

/** A street with its pilots. */
export type LadderStreet = Street & { pilots: readonly PublishedPilot[] };

/**
 * On which rung of 有事您找我 an order stands that a unit leads without a hand-up (转办, 指派, 异议成立), and whether the unit belongs to the pilot's ladder: the firm of
 * the estate, the community of the place, anybody else as a section, from which the whistle is the next rung and not the community.
 * Examples: the firm -> FIRM, on the ladder; a department that the ladder does not name -> SECTION, not on it.
 */
export function rungOf(
  street: LadderStreet,
  order: { place: PlaceRef; handUpStep: HandUpStep | null; handUpVersion: number | null },
  unitId: string,
): { handUpStep: HandUpStep | null; isOnLadder: boolean } {
  if (order.handUpStep === null) return { handUpStep: null, isOnLadder: true };
  const estate = order.place.estateId ? street.estates.get(order.place.estateId) : undefined;
  const ladder = street.pilots.find(({ version }) => version === order.handUpVersion)?.ladder ?? [];
  const communityId = order.place.communityId ?? estate?.communityId;
  const step = unitId === estate?.firmId ? 'FIRM' : unitId === communityId ? 'COMMUNITY' : 'SECTION';
  return {
    handUpStep: step,
    isOnLadder: ladder.some((rung) => rung.step === step && (rung.step !== 'SECTION' || rung.unitId === unitId)),
  };
}

/**
 * Whether who leads an order of 有事您找我 hands up instead of objecting: the firm and the community, on the ladder. A section may object to what is another department's
 * (条例第十二条): above it is only the whistle, by which it goes on leading. So may who got the order otherwise (转办).
 * Examples: the firm on the ladder -> hands up; the section -> objects or hands up; a firm it was handed over to, that the ladder does not name -> objects.
 */
export function mustHandUp({ handUpStep, isOnLadder }: { handUpStep: HandUpStep | null; isOnLadder: boolean }): boolean {
  return isOnLadder && (handUpStep === 'FIRM' || handUpStep === 'COMMUNITY');
}

/** What keeps a pilot from being published: an unknown estate, a ladder that does not begin at the firm or has a rung twice or out of order. */
export function handUpFaults(pilot: HandUpPilot, isEstate: (id: string) => boolean): string[] {
  const faults: string[] = [];
  pilot.estateIds.forEach((id, i) => {
    if (!isEstate(id)) faults.push(`第 ${i + 1} 个小区没有登记`);
  });
  const order: readonly HandUpStep[] = ['FIRM', 'COMMUNITY', 'SECTION', 'WHISTLE'];
  const places = pilot.ladder.map(({ step }) => order.indexOf(step));
  if (places[0] !== 0) faults.push('阶梯应当从物业开始');
  if (places.some((place, i) => i > 0 && place <= places[i - 1]!)) faults.push('阶梯应当依次为物业、社区、街道科室、吹哨，每级一次');
  if (pilot.levels.includes('E')) faults.push('紧急的按紧急办理，不在试点之列');
  return faults;
}

export interface FirstAnswer {
  contactUnitId: string;
  handUpStep: HandUpStep;
  handUpVersion: number;
}

/** A dispatch by 有事您找我: whoever stands on the lowest rung answers first, what the directory said is kept as the alternative. */
export function firstAnswer(
  street: Street & { pilots: readonly PublishedPilot[] },
  demand: DispatchFacts & { channel: Channel },
  decided: Dispatched,
): { decided: Dispatched; first: FirstAnswer | null } {
  const pilot = pilotFor(street.pilots, { ...demand, level: decided.level }, demand.at);
  const rung = pilot && nextRung(pilot.ladder, null, street, demand);
  if (!pilot || !rung?.leadUnitId) return { decided, first: null };
  const { leadUnitId } = rung;
  const coUnitIds = [...new Set([...decided.coUnitIds, ...rung.coUnitIds])].filter((id) => id !== leadUnitId);
  const { decision } = decided;
  return {
    first: { contactUnitId: leadUnitId, handUpStep: rung.step, handUpVersion: pilot.version },
    decided: {
      ...decided,
      leadUnitId,
      coUnitIds,
      concernedUnitIds: [...new Set([leadUnitId, ...coUnitIds, ...concernedByPlace(street, demand.place)])],
      decision: {
        ...decision,
        ruleIds: [...decision.ruleIds, codeRules.handUp],
        reason: `有事您找我试点（${pilot.source}）：由${street.units.get(leadUnitId)!.name}首接，不得推诿，解决不了的逐级上交。目录：${decision.reason}`,
        alternatives: [{ ruleId: decision.ruleIds[0] ?? codeRules.demandCentre, leadUnitId: decided.leadUnitId }, ...decision.alternatives],
      },
    },
  };
}
