import type { IssueSeat, PayerCapacity, PayingSeat, PlanConsent, SeatedPayer, SeatKind } from '@wufang/contracts';
import { fen, fenToJson, type Fen } from '@wufang/kernel';
import { changedLines, type HomeIds, type LineDifference } from './cost-share-settlement.js';
import type { CostShares } from './cost-share.js';
import { isAdvisory } from './seats.js';

/**
 * What of the consents to one version holds for the next (C8): a party whose lines all stay as they were, home by home, is still bound by what it
 * said; every other has to say anew, and so has a unit that pays in the place of another. Nobody else is asked again, and nothing of an absent party is given to
 * others by itself.
 * Example: the firm leaves and the unit takes its 10 % over -> consents of unit and firm are void, those of street and owners stay.
 */
export function carryConsents(
  consents: readonly PlanConsent[],
  before: PlanToCompare,
  after: PlanToCompare,
  homeIds?: { before: HomeIds; after: HomeIds },
): { kept: PlanConsent[]; voided: string[] } {
  const changed = new Set(changedLines(before.shares, after.shares, homeIds).map(({ payer }) => payer));
  for (const payer of after.payers) {
    const was = before.payers.find(({ code }) => code === payer.code);
    if (was && !isOwners(payer) && was.unitId !== payer.unitId) changed.add(payer.code);
  }
  return {
    kept: consents.filter(({ payer }) => !changed.has(payer)),
    voided: [...changed],
  };
}

/** Of a version, what decides who said yes to what. */
export interface PlanToCompare {
  payers: readonly SeatedPayer[];
  shares: CostShares;
}

/** Whether anybody pays more in the later version: then everyone has to be told anew. */
export function risesAnywhere(differences: readonly LineDifference[]): boolean {
  return differences.some(({ beforeFen, afterFen }) => afterFen > beforeFen);
}

/** One payer's amount in one capacity. */
export interface Line {
  payer: string;
  capacity: PayerCapacity;
  amountFen: bigint;
}

/** What a party pays of what is shared, in all its capacities. */
export const owedBy = (lines: readonly Line[], party: string): Fen =>
  fen(lines.reduce((all, { payer, capacity, amountFen }) => (payer === party && capacity !== 'DUTY' ? all + amountFen : all), 0n));

/** Those who pay a share of the plan: own duties are shared with nobody and asked of nobody. */
export function payingParties(lines: readonly Line[]): string[] {
  return [...new Set(lines.filter(({ capacity, amountFen }) => capacity !== 'DUTY' && amountFen > 0n).map(({ payer }) => payer))];
}

/**
 * The seat that speaks for a payer; null for who has none and says it by letter. It is the payer's own, never that of another of its kind (I-32). The maintenance
 * fund is the owners': where it pays, their body has to be there and to agree like any party that pays (4.7).
 * Example: 专项维修资金 -> OWNERS_BODY.
 */
export const seatOfPayer = ({ kind, seat }: Pick<SeatedPayer, 'kind' | 'seat'>): SeatKind | null =>
  kind === 'MAINTENANCE_FUND' ? 'OWNERS_BODY' : seat;

/** The payers a seat speaks for: its own, and for the owners' body their fund besides. */
export const payersOfSeat = (payers: readonly SeatedPayer[], seat: SeatKind): string[] =>
  payers.filter((payer) => seatOfPayer(payer) === seat).map(({ code }) => code);

/** The owners and their fund are the same whoever speaks for them; every other payer is the unit it was when the version was laid out. */
const isOwners = ({ kind }: Pick<SeatedPayer, 'kind'>) => kind === 'OWNERS' || kind === 'MAINTENANCE_FUND';

/**
 * The payers that a unit in a seat binds by what it says: the owners and their fund, and its own share. The share of a unit that has left the seat is nobody else's,
 * and asks for a new version (I-32, C8).
 * Example: another firm has taken the firm's seat over, the version was laid out with the one before -> [].
 */
export const boundBy = (payers: readonly SeatedPayer[], { kind, unitId }: Pick<IssueSeat, 'kind' | 'unitId'>): string[] =>
  payers.filter((payer) => seatOfPayer(payer) === kind && (isOwners(payer) || payer.unitId === unitId)).map(({ code }) => code);

/** The payers for whom no seat at the table can bind itself: they have none, or, of the `seats` of an issue, owners' representatives sit there who bind no owner (4.7). */
export function seatlessPayers(
  payers: readonly SeatedPayer[],
  seats: readonly Pick<IssueSeat, 'kind' | 'state' | 'isBinding'>[] = [],
): ReadonlySet<string> {
  const advisory = seats.filter(isAdvisory).map(({ kind }) => kind);
  const isBound = (payer: SeatedPayer) => {
    const seat = seatOfPayer(payer);
    return seat !== null && !advisory.includes(seat);
  };
  return new Set(payers.filter((payer) => !isBound(payer)).map(({ code }) => code));
}

/**
 * The seats that would pay, each with all it speaks for: whoever is named here has to be at the round and to agree (4.7).
 * Example: 业主 ¥30 and 专项维修资金 ¥20 -> OWNERS_BODY ¥50.
 */
export function payingSeats(payers: readonly SeatedPayer[], lines: readonly Line[]): PayingSeat[] {
  const paying = payingParties(lines);
  const owed = new Map<SeatKind, bigint>();
  for (const payer of payers) {
    const seat = seatOfPayer(payer);
    if (seat !== null && paying.includes(payer.code)) owed.set(seat, (owed.get(seat) ?? 0n) + owedBy(lines, payer.code));
  }
  return [...owed].map(([seat, amountFen]) => ({ seat, amountFen: fenToJson(fen(amountFen)) }));
}

/** A yes without open condition. A condition is met when the party that made it says so. */
export const isAgreed = ({ position, conditionMet }: Pick<PlanConsent, 'position' | 'conditionMet'>) =>
  position === 'AGREE' || (position === 'AGREE_WITH_CONDITION' && conditionMet !== null);

/**
 * The parties whose share is not confirmed (UNCONFIRMED): whoever has not said yes itself. A version is agreed when there is none.
 * `seatless` pay without a seat: what they say, they say by letter, which is a gate of its own.
 * Example: 物业 ABSENT -> ['物业'].
 */
export function unconfirmedParties(paying: readonly string[], consents: readonly PlanConsent[], seatless: ReadonlySet<string>): string[] {
  const said = new Map(consents.map((consent) => [consent.payer, consent]));
  return paying.filter((payer) => {
    const consent = said.get(payer);
    return !seatless.has(payer) && !(consent && isAgreed(consent));
  });
}
