import type { PayerCapacity, PlanConsent } from '@wufang/contracts';
import { fen, type Fen } from '@wufang/kernel';
import { changedLines, type LineDifference } from './cost-share-settlement.js';
import type { CostShares } from './cost-share.js';

/**
 * What of the consents to one version holds for the next (C8): a party whose lines all stay as they were, home by home, is still bound by what it
 * said; every other has to say anew. Nobody else is asked again, and nothing of an absent party is given to others by itself.
 * Example: the firm leaves and the unit takes its 10 % over -> consents of unit and firm are void, those of street and owners stay.
 */
export function carryConsents(
  consents: readonly PlanConsent[],
  before: CostShares,
  after: CostShares,
): { kept: PlanConsent[]; voided: string[] } {
  const changed = new Set(changedLines(before, after).map(({ payer }) => payer));
  return {
    kept: consents.filter(({ payer }) => !changed.has(payer)),
    voided: [...changed],
  };
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
