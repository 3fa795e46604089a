import {
  clockEvents,
  disputeEvents,
  dispatchEvents,
  incidentEvents,
  legEvents,
  ruleChangeEvidence,
  type DirectoryRow,
  type DraftEdit,
  type RuleStatistics,
  type RuleSuggestion,
} from '@wufang/contracts';
import type { NameOf } from './directory-words.js';

export interface RuledFact {
  type: string;
  leadUnitId: string | null;
  /** Who had it before, where it was handed over. */
  fromUnitId: string | null;
  toUnitId: string | null;
  /** Who was named as complained about meanwhile. */
  aboutUnitId: string | null;
  movesOrder: boolean | null;
}

/** An order as the directory sent it, and the facts since that tell how it fared, in their order. */
export interface RuledOrder {
  ruleId: string;
  directoryVersion: number;
  estateId: string | null;
  firstUnitId: string;
  /** Who is complained about: that it does not lead says nothing about the row. */
  aboutUnitId: string | null;
  facts: readonly RuledFact[];
}

/** Facts that tell how an order fared. */
export const faringTypes = [
  dispatchEvents.assigned,
  clockEvents.transferred,
  dispatchEvents.complainedAboutNamed,
  dispatchEvents.completed,
  disputeEvents.disputeRaised,
  disputeEvents.disputeUpheld,
  disputeEvents.disputeRejected,
  legEvents.handedUp,
  incidentEvents.orderAttached,
  incidentEvents.orderDetached,
].map(({ type }) => type);

interface Faring {
  /** Units that had the order, one after the other. */
  path: string[];
  completedBy: string | null;
  isObjected: boolean;
  upheld: number;
  rejected: number;
  /** Where it turned out to belong: where the last objection that was upheld sent it, else where it was last; null while that is open. */
  belongsTo: string | null;
}

/**
 * How an order fared. Example: sent to A, A objects, upheld, B completes -> path A B, belongs to B. An objection upheld after the completion
 * moves nothing and says all the same whose order it was, until it is handed on. While an order is part of an incident it is the incident's lead's by intention:
 * done with it, nothing is said about the row; taken out again, it is as if it had not been in. What lies with the demand centre after a ruling (`centreIds`) is open until it is sent on.
 */
export function faringOf({ firstUnitId, aboutUnitId, facts }: RuledOrder, centreIds: readonly string[]): Faring {
  const faring: Faring = { path: [firstUnitId], completedBy: null, isObjected: false, upheld: 0, rejected: 0, belongsTo: null };
  let ruledTo: string | null = null;
  // What is handed up (有事您找我) begins with the firm by intention, and who is complained about keeps out (回避): neither says anything about the row.
  let isBeside = false;
  let isInIncident = false;
  const about = aboutUnitId ?? facts.find((fact) => fact.aboutUnitId !== null)?.aboutUnitId;
  for (const { type, leadUnitId, fromUnitId, toUnitId, movesOrder } of facts) {
    if (type === incidentEvents.orderAttached.type || type === incidentEvents.orderDetached.type) {
      isInIncident = type === incidentEvents.orderAttached.type;
      continue;
    }
    if (isInIncident) {
      if (type !== dispatchEvents.completed.type) continue;
      isBeside = true;
      break;
    }
    if (type === disputeEvents.disputeRaised.type) faring.isObjected = true;
    if (type === disputeEvents.disputeRejected.type) faring.rejected += 1;
    if (type === dispatchEvents.completed.type) faring.completedBy = leadUnitId;
    if (type === legEvents.handedUp.type) isBeside = true;
    if (type === clockEvents.transferred.type && fromUnitId !== null && fromUnitId === about) isBeside = true;
    if (type === dispatchEvents.complainedAboutNamed.type && leadUnitId !== faring.path.at(-1)) isBeside = true;
    if (type === clockEvents.transferred.type || type === dispatchEvents.assigned.type) ruledTo = null;
    if (type === disputeEvents.disputeUpheld.type) {
      faring.upheld += 1;
      ruledTo = toUnitId;
    }
    const holder = movesOrder === false ? null : (toUnitId ?? leadUnitId);
    if (holder !== null && holder !== faring.path.at(-1)) faring.path.push(holder);
  }
  const hasEnded = !isBeside && (faring.completedBy !== null || faring.path.length > 1);
  const whose = ruledTo ?? (hasEnded ? faring.path.at(-1)! : null);
  faring.belongsTo = ruledTo !== null && centreIds.includes(ruledTo) ? null : whose;
  return faring;
}

interface Tally extends Omit<RuleStatistics, 'hops' | 'firstDispatchAccuracy' | 'objectionRate' | 'objectionSuccess' | 'endedElsewhere'> {
  /** Units that the settled orders went through. */
  hops: number;
  maxHops: number;
  elsewhere: Map<string, number>;
}

const part = (of: number, all: number) => (all === 0 ? null : Math.round((of / all) * 10_000) / 10_000);

/**
 * How each row of each version has done. First-dispatch accuracy is the share of the settled orders that turned out to be the first unit's: an order is settled once it is known
 * whose it is, be it by its completion, a ruling or a hand-over (`belongsTo`), so that what went wrong counts as soon as that is known; hops are counted over the same. Objection
 * rate is the share of orders somebody objected to; objection success the share of decided objections that were upheld.
 * Example: 5 sent, 3 ruled another's, 2 completed by the first -> accuracy 0.4.
 */
export class StatisticsByRule {
  private readonly tallies = new Map<string, Tally>();

  constructor(private readonly centreIds: readonly string[]) {}

  add(order: RuledOrder): void {
    const { ruleId, directoryVersion } = order;
    const key = `${directoryVersion} ${ruleId}`;
    let tally = this.tallies.get(key);
    if (!tally) {
      tally = { directoryVersion, ruleId, orders: 0, hops: 0, maxHops: 0, settled: 0, settledByFirst: 0, ...noObjections() };
      this.tallies.set(key, tally);
    }
    const faring = faringOf(order, this.centreIds);
    tally.orders += 1;
    if (faring.isObjected) tally.objected += 1;
    tally.upheld += faring.upheld;
    tally.rejected += faring.rejected;
    const { belongsTo } = faring;
    if (belongsTo === null) return;
    tally.settled += 1;
    tally.hops += faring.path.length;
    tally.maxHops = Math.max(tally.maxHops, faring.path.length);
    if (belongsTo === order.firstUnitId) tally.settledByFirst += 1;
    else tally.elsewhere.set(belongsTo, (tally.elsewhere.get(belongsTo) ?? 0) + 1);
  }

  /** Those with most objections first. */
  rules(): RuleStatistics[] {
    return [...this.tallies.values()]
      .map(({ hops, maxHops, elsewhere, ...tally }) => ({
        ...tally,
        hops: tally.settled === 0 ? null : { mean: Math.round((hops / tally.settled) * 100) / 100, max: maxHops },
        firstDispatchAccuracy: part(tally.settledByFirst, tally.settled),
        objectionRate: part(tally.objected, tally.orders)!,
        objectionSuccess: part(tally.upheld, tally.upheld + tally.rejected),
        endedElsewhere: [...elsewhere].map(([unitId, orders]) => ({ unitId, orders })).sort((a, b) => b.orders - a.orders),
      }))
      .sort((a, b) => b.objected - a.objected || b.orders - a.orders || b.directoryVersion - a.directoryVersion);
  }
}

const noObjections = () => ({ objected: 0, upheld: 0, rejected: 0, elsewhere: new Map<string, number>() });

export type Suggestion = RuleSuggestion & { edit: DraftEdit | null };

/**
 * Changes that the statistics speak for, in words: where more than half of a row's orders, and at least three, turned out to belong to one other
 * unit, that unit leads; where that holds for one estate alone, the estate gets a row of its own. A community is only named, never drafted as
 * lead of what is off its list (条例第十七条).
 * Example: row 3 sent 20 orders, 14 went on to 排水集团 -> row 3 with 排水集团 as lead.
 */
export function suggestChanges(
  rows: readonly DirectoryRow[],
  orders: readonly RuledOrder[],
  nameOf: NameOf,
  isCommunity: (unitId: string) => boolean,
  centreIds: readonly string[],
): Suggestion[] {
  const byRule = grouped(orders, ({ ruleId }) => ruleId);
  const ids = new Set(rows.map(({ id }) => id));
  return rows.flatMap((row, i): Suggestion[] => {
    const settled = (byRule.get(row.id) ?? []).filter((order) => faringOf(order, centreIds).belongsTo !== null);
    const name = `第${i + 1}行（${row.id}）`;
    const whole = betterLead(settled, centreIds);
    if (whole) {
      const replaced: DirectoryRow = { ...row, lead: { kind: 'UNIT', unitId: whole.unitId }, source: '依统计建议' };
      return [suggestion(row, whole, { op: 'replace', row: replaced }, `${name}派出并有结果的 ${settled.length} 件中`, '建议改由')];
    }
    if (row.place && row.place.kind !== 'COMMUNITY' && row.place.kind !== 'AREA') return [];
    return [...grouped(settled, ({ estateId }) => estateId)].flatMap(([estateId, here]) => {
      const better = estateId === null ? null : betterLead(here, centreIds);
      if (!better) return [];
      const id = freeId(`${row.id.slice(0, 24)}-${estateId!.slice(0, 8)}`, ids);
      const added: DirectoryRow = { ...row, id, place: { kind: 'ESTATE', id: estateId! } };
      const lead = { kind: 'UNIT' as const, unitId: better.unitId };
      const edit: DraftEdit = { op: 'add', before: row.id, row: { ...added, lead, source: '依统计建议' } };
      return [suggestion(row, better, edit, `${name}在${nameOf(estateId!)}派出并有结果的 ${here.length} 件中`, '建议为该小区另立一行，由')];
    });
  });

  function suggestion(row: DirectoryRow, { unitId, orders: moved }: Better, edit: DraftEdit, about: string, proposal: string): Suggestion {
    const found = `${about}，${moved} 件最后归${nameOf(unitId)}办理`;
    if (isCommunity(unitId) && !row.communityMayLead) {
      return { ruleId: row.id, text: `${found}；社区不能主办职责清单以外的事项，请先核对清单`, isDrafted: false, edit: null };
    }
    return { ruleId: row.id, text: `${found}，${proposal}${nameOf(unitId)}主办`, isDrafted: true, edit };
  }
}

interface Better {
  unitId: string;
  orders: number;
}

/** The unit that more than the stated part of these orders, and enough of them, turned out to belong to instead of the first one. */
function betterLead(settled: readonly RuledOrder[], centreIds: readonly string[]): Better | null {
  const { orders: enough, part } = ruleChangeEvidence.value;
  const counts = new Map<string, number>();
  for (const order of settled) {
    const { belongsTo } = faringOf(order, centreIds);
    if (belongsTo !== null && belongsTo !== order.firstUnitId) counts.set(belongsTo, (counts.get(belongsTo) ?? 0) + 1);
  }
  for (const [unitId, orders] of counts) if (orders >= enough && orders * part[1] > settled.length * part[0]) return { unitId, orders };
  return null;
}

function grouped<V, K>(values: readonly V[], keyOf: (value: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
  taken.add(id);
  return id;
}
