import {
  labels,
  problemFor,
  quotesNeeded,
  type ContractorChoice,
  type CostSharePlan,
  type ExpertReport,
  type PayerKind,
  type PlanDocument,
  type PlanProblemText,
  type IssueScope,
  type Quote,
  type SeatedPayer,
  type SeatKind,
} from '@wufang/contracts';
import { canonicalJson, fen, fenFromJson, fenToJson, formatFen } from '@wufang/kernel';
import { ownersTogether, readPlan } from './cost-share-plan.js';
import { planProblems, type PlanProblem } from './cost-share-problems.js';
import { linesTogether, ownersTotals } from './cost-share-gates.js';
import { shareCosts, sum, type CostShares } from './cost-share.js';
import type { Computed, StatedFund } from './plan-comparison.js';
import { homesAndGroups, registerOf, type KnownHome } from './plan-scope.js';

/** A seat as far as a plan needs it. */
export interface PlanSeat {
  kind: SeatKind;
  unitId: string | null;
  unitName: string | null;
}

/** The estate a plan is for, and the names its scope has in the register. */
export interface PlanPlace {
  scope: IssueScope;
  estate: string;
  building: string | null;
  /** The unit that sold the public homes, with its name. */
  rightsUnit: { id: string; name: string } | null;
  /** Names of units that own unsold public homes. */
  unitNames: ReadonlyMap<string, string>;
  /** Of the maintenance fund of the place; null where nobody has said it. */
  fund: StatedFund | null;
}

/** What a lead party drafts; homes and seats come from elsewhere. */
export interface PlanDraft {
  title: string;
  items: CostSharePlan['items'];
  fundCustodian: CostSharePlan['fundCustodian'];
  otherPayers: CostSharePlan['payers'];
  scenarios: CostSharePlan['scenarios'];
  homeIds?: string[] | undefined;
  weights: { homeId: string; weight: number }[];
  isTechnical: boolean;
  expertReport: ExpertReport | null;
  quotes: Quote[];
  contractor: ContractorChoice | null;
}

/** How a plan calls a party that has a seat, and as what kind it pays. The community chairs and pays nothing of its own. */
const seatPayers: Record<SeatKind, { code: string; kind: PayerKind } | null> = {
  STREET: { code: labels.seatPayer.STREET, kind: 'STREET' },
  COMMUNITY: null,
  RIGHTS_UNIT: { code: labels.seatPayer.RIGHTS_UNIT, kind: 'PROPERTY_RIGHTS_UNIT' },
  FIRM: { code: labels.seatPayer.FIRM, kind: 'PROPERTY_FIRM' },
  OWNERS_BODY: ownersTogether,
};
const seatedKinds = new Set<PayerKind>(Object.values(seatPayers).flatMap((payer) => payer?.kind ?? []));

/**
 * Lays out a version of a plan: homes and groups from the register, payers from the seats and from what the register says of unsold homes, the rest
 * as the lead party wrote it; and everything that stands against it. A plan with problems is kept, so that they can be looked at, and not chosen.
 * Example: a flat of 9号楼2单元 without area -> `plan.area-unknown` at that flat.
 */
export function layOutPlan(
  draft: PlanDraft,
  place: PlanPlace,
  known: readonly KnownHome[],
  seats: readonly PlanSeat[],
): { document: PlanDocument; payers: SeatedPayer[]; problems: PlanProblem[] } {
  const rightsSeat = seats.find(({ kind }) => kind === 'RIGHTS_UNIT');
  const payers = new Map<string, SeatedPayer>();
  for (const { kind, unitId, unitName } of seats) {
    const payer = seatPayers[kind];
    if (payer === null || (unitId === null && kind !== 'OWNERS_BODY')) continue;
    const name = kind === 'OWNERS_BODY' ? ownersTogether.name : (unitName ?? payer.code);
    payers.set(payer.code, { code: payer.code, kind: payer.kind, name, seat: kind, unitId });
  }
  // A unit the register names pays under its seat where it has one, and under its own name otherwise.
  const codeOfUnit = (id: string, name: string) => {
    if (id === rightsSeat?.unitId) return seatPayers.RIGHTS_UNIT!.code;
    payers.set(name, { code: name, kind: 'PROPERTY_RIGHTS_UNIT', name, seat: null, unitId: id });
    return name;
  };
  const inPlan = draft.homeIds ? known.filter(({ homeId }) => draft.homeIds!.includes(homeId)) : known;
  const ownerOf = new Map<string, string>();
  for (const { nature, ownerId } of inPlan) {
    const unitName = place.unitNames.get(ownerId);
    if (nature === 'UNSOLD_PUBLIC' && unitName !== undefined && !ownerOf.has(ownerId)) ownerOf.set(ownerId, codeOfUnit(ownerId, unitName));
  }
  const hasSold = inPlan.some(({ nature }) => nature === 'SOLD_PUBLIC');
  const sellingUnit = hasSold && place.rightsUnit ? codeOfUnit(place.rightsUnit.id, place.rightsUnit.name) : null;
  const { homes, groups } = homesAndGroups(
    known,
    place.scope,
    { sellingUnit, ownerOf },
    { listed: draft.homeIds, weights: new Map(draft.weights.map(({ homeId, weight }) => [homeId, weight])) },
  );
  const typed = draft.otherPayers.map((payer): SeatedPayer => ({ ...payer, seat: null, unitId: null }));
  const all = [...payers.values(), ...typed];
  const { level } = place.scope;
  const document: PlanDocument = {
    title: draft.title,
    scope: { level, estate: place.estate, building: place.building, stairwell: place.scope.stairwell },
    fundCustodian: draft.fundCustodian,
    items: draft.items,
    payers: all.map(({ code, kind, name }) => ({ code, kind, name })),
    ...{ groups, homes, scenarios: draft.scenarios, tieRule: 'AREA' },
  };
  const problems = [...ownProblems(draft, known), ...planProblems(document, registerOf(known))];
  return { document, payers: all, problems: problems.length > 0 ? problems : fundProblems(document, place.fund) };
}

/**
 * Scenarios that take more of the maintenance fund than it holds: what is above it would have to be raised, which is another matter of the owners' vote (3.6).
 * Where nobody has stated a balance nothing is refused.
 * Example: ¥50,000.00 stated, ¥200,000.00 from the fund -> plan.fund-short.
 */
function fundProblems(document: PlanDocument, fund: PlanPlace['fund']): PlanProblem[] {
  if (!fund) return [];
  return computeAll(document).flatMap(({ plan, shares }, index): PlanProblem[] => {
    const { fundFen } = ownersTotals(plan, shares);
    if (fundFen <= fund.balanceFen) return [];
    const facts = {
      scenario: plan.scenario,
      amount: formatFen(fundFen),
      balance: formatFen(fen(fund.balanceFen)),
      statedOn: fund.statedOn,
    };
    return [{ code: 'plan.fund-short', facts, at: { list: 'scenarios', index, scenario: plan.scenario } }];
  });
}

/** Payers that were typed in (`otherPayers`): who is named by a seat or by the register is laid out anew by itself. */
export const typedPayers = (payers: readonly SeatedPayer[]): CostSharePlan['payers'] =>
  payers.flatMap(({ code, kind, name, seat }) => (seat === null && !seatedKinds.has(kind) ? [{ code, kind, name }] : []));

/** What only the draft shows: homes nobody has registered, offers that are too few, a report that is missing, a seat that is typed. */
function ownProblems(draft: PlanDraft, known: readonly KnownHome[]): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const add = (code: PlanProblem['code'], list: PlanProblem['at']['list'], index: number, facts: PlanProblem['facts']) =>
    problems.push({ code, facts, at: { list, index } });
  const registered = new Set(known.map(({ homeId }) => homeId));
  draft.homeIds?.forEach((home, index) => registered.has(home) || add('plan.home-not-registered', 'homes', index, { home }));
  draft.otherPayers.forEach(({ kind, name }, index) => seatedKinds.has(kind) && add('plan.payer-seated', 'payers', index, { payer: name }));
  const totalFen = sum(draft.items.map(({ amountFen }) => fenFromJson(amountFen)));
  const { aboveFen, quotes } = quotesNeeded.value;
  if (totalFen > fenFromJson(aboveFen) && draft.quotes.length < quotes)
    add('plan.quotes-needed', 'plan', 0, { above: formatFen(fenFromJson(aboveFen)), quotes });
  if (draft.contractor && draft.quotes.length > 0 && !draft.quotes.some(({ firm }) => firm === draft.contractor!.firm))
    add('plan.contractor-unquoted', 'plan', 0, { firm: draft.contractor.firm });
  if (draft.isTechnical && draft.expertReport === null) add('plan.expert-needed', 'plan', 0, {});
  return problems;
}

/** What stands against a plan, in words. */
export function problemTexts(problems: readonly PlanProblem[]): PlanProblemText[] {
  return problems.map(({ code, facts, at }) => ({
    ...{ code, text: problemFor(code, facts).detail, list: at.list, index: at.index, scenario: at.scenario ?? null },
  }));
}

/** All scenarios of a plan without problems, computed. */
export function computeAll(document: PlanDocument): Computed[] {
  return document.scenarios.map(({ name }) => computeOne(document, name));
}

export function computeOne(document: PlanDocument, scenario: string): Computed {
  const plan = readPlan(document, scenario);
  return { plan, shares: shareCosts(plan) };
}

/**
 * What is frozen when a scenario is chosen: the whole document, the scenario's name and every amount that follows. Its SHA-256 is what consents,
 * publicity and signatures refer to; keys are sorted, so that storing it changes nothing.
 */
export function canonicalPlan(frozen: {
  issueId: string;
  no: number;
  scenario: string;
  document: PlanDocument;
  shares: CostShares;
}): string {
  const { issueId, no, scenario, document, shares } = frozen;
  return canonicalJson({
    ...{ issueId, no, scenario, document },
    lines: linesTogether(shares).map(({ payer, capacity, money, amountFen }) => ({
      payer,
      capacity,
      money,
      amountFen: fenToJson(amountFen),
    })),
    homes: shares.homes.map(({ code, payer, shareFen, fundFen, directFen }) => ({
      ...{ code, payer, shareFen: fenToJson(shareFen), fundFen: fenToJson(fundFen), directFen: fenToJson(directFen) },
    })),
  });
}
