import {
  labels,
  seatKinds,
  type IssueSeat,
  type PayingSeat,
  type RequiredSigner,
  type ResolutionBody,
  type ResolvedDuty,
  type ResolvedShare,
  type SeatedPayer,
  type SeatKind,
  type SeatMandate,
  type SeatSignature,
  type SignedApproval,
} from '@wufang/contracts';
import { DomainError, fen, fenFromJson, fenToJson, formatFen, isSignedBy, sealCanonical, type Fen } from '@wufang/kernel';
import { linesTogether } from './cost-share-gates.js';
import type { CostPlan } from './cost-share-plan.js';
import { sharedByPayer, type CostShares } from './cost-share.js';
import { seatOfPayer } from './plan-consents.js';
import { isAdvisory } from './seats.js';

/**
 * The shares of a plan as they stand in a resolution: by payer, in each capacity, with the seat that signs for them (`seatOfPayer`): who has none says so by
 * letter, which is a gate of its own (3.6).
 * Nobody's own duty is among them (3.3, 3.6): it is shared with nobody, and so nobody signs for it or pays it by the schedule.
 * Example: two units own unsold homes, one has the seat -> RIGHTS_UNIT for its share, null for the other's.
 */
export function resolvedShares(plan: CostPlan, shares: CostShares, seated: readonly SeatedPayer[]): ResolvedShare[] {
  const lines = linesTogether(shares).filter(({ capacity }) => capacity !== 'DUTY');
  return [...sharedByPayer(shares)].map(([payer, amountFen]) => {
    const { name, kind } = plan.payers.get(payer)!;
    return {
      ...{ payer, name, kind, amountFen: fenToJson(amountFen) },
      seat: seatOfPayer({ kind, seat: seated.find(({ code }) => code === payer)?.seat ?? null }),
      lines: lines
        .filter((line) => line.payer === payer)
        .map(({ capacity, money, amountFen: part, homes }) => ({ capacity, money, amountFen: fenToJson(part), homes: homes.length })),
    };
  });
}

/** Own duties (自身责任) of a plan, item by item; with the shares they are its total. Example: 自来水公司's pipe of ¥10,000 -> one of 1 000 000. */
export const resolvedDuties = (plan: CostPlan): ResolvedDuty[] =>
  plan.items.flatMap(({ name: item, amountFen, duty }) =>
    duty === null
      ? []
      : [{ payer: duty.payer, name: plan.payers.get(duty.payer)!.name, duty: duty.kind, item, amountFen: fenToJson(amountFen) }],
  );

/**
 * Who has to sign: every party that pays, whoever binds itself to do something, and the community, which chairs (4.7). A party that pays and is not
 * there cannot sign, and nobody signs for it. Owners' representatives who bind no owner are not asked: what owners pay, their vote or consents have decided (3.6).
 * Example: street and rights unit pay, the firm does the works -> STREET, COMMUNITY, RIGHTS_UNIT, FIRM.
 */
export function requiredSigners(
  seats: readonly IssueSeat[],
  shares: readonly Pick<ResolvedShare, 'seat' | 'amountFen'>[],
  payers: readonly PayingSeat[],
  bound: readonly SeatKind[],
  nameOf: (unitId: string) => string,
): RequiredSigner[] {
  return seatKinds.flatMap((kind) => {
    const amount = shares.reduce<bigint>((all, share) => (share.seat === kind ? all + fenFromJson(share.amountFen) : all), 0n);
    const pays = amount > 0n || payers.some(({ seat }) => seat === kind);
    if (!pays && kind !== 'COMMUNITY' && !bound.includes(kind)) return [];
    const seat = seats.find((one) => one.kind === kind)!;
    if (isAdvisory(seat)) return [];
    const { unitId } = seat;
    if (unitId === null) throw new DomainError('resolution.seat-vacant', { seat: labels.seatKind[kind] });
    return [{ seat: kind, unitId, unitName: nameOf(unitId), pays, amountFen: fenToJson(fen(amount)) }];
  });
}

/** The bytes of a resolution and their SHA-256: one text for all five (I-46), never changed once drawn (I-45). */
export const sealed = (body: ResolutionBody) => sealCanonical(body);

/** The seats whose amounts differ between two versions: their consent to the old one says nothing about the new one (3.5, C8). */
export function seatsAffected(before: Pick<ResolutionBody, 'signers'>, after: Pick<ResolutionBody, 'signers'>): SeatKind[] {
  const amountOf = ({ signers }: Pick<ResolutionBody, 'signers'>, kind: SeatKind) =>
    signers.find(({ seat }) => seat === kind)?.amountFen ?? '0';
  return seatKinds.filter((kind) => amountOf(before, kind) !== amountOf(after, kind));
}

export const missingSeats = (signers: readonly RequiredSigner[], signatures: readonly Pick<SeatSignature, 'seat'>[]): SeatKind[] =>
  signers.map(({ seat }) => seat).filter((seat) => !signatures.some((one) => one.seat === seat));

export interface SignatureAsked {
  resolutionId: string;
  hash: string;
  seat: SeatKind;
  documentHash: string;
  accountId: string;
  streetId: string;
  operation: string;
}

/**
 * Checks that an approval approves exactly this: these bytes by their hash, this resolution, this seat, by the account that asks, with a signature
 * that holds. What was signed for another version is refused (resolution.hash-differs); anything else that does not fit was not made for this.
 */
export function checkApproval({ approval, signature, publicKey }: SignedApproval, asked: SignatureAsked): void {
  if (asked.documentHash !== asked.hash) throw new DomainError('resolution.hash-differs', {});
  const { id, seat, documentHash } = approval.input;
  const fits =
    id === asked.resolutionId &&
    seat === asked.seat &&
    documentHash === asked.hash &&
    approval.accountId === asked.accountId &&
    approval.streetId === asked.streetId &&
    approval.operation === asked.operation;
  if (!fits || !isSignedBy(approval, Buffer.from(signature, 'base64'), Buffer.from(publicKey, 'base64')))
    throw new DomainError('access.denied', {});
}

/** A representative binds its unit up to the limit of its mandate (I-32); above it, who has to sign is named. */
export function checkLimit({ amountLimitFen, aboveLimit }: Pick<SeatMandate, 'amountLimitFen' | 'aboveLimit'>, amountFen: string): void {
  if (amountLimitFen === null) return;
  const [limit, amount]: [Fen, Fen] = [fenFromJson(amountLimitFen), fenFromJson(amountFen)];
  if (amount > limit)
    throw new DomainError('resolution.limit-exceeded', {
      amount: formatFen(amount),
      limit: formatFen(limit),
      above: aboveLimit ?? '本单位',
    });
}
