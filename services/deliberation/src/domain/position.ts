import { labels, type PayingSeat, type Position, type SeatKind, type SeatMandate, type TakenPosition } from '@wufang/contracts';
import { DomainError, fenFromJson, formatFen } from '@wufang/kernel';

const MIN_REASON = 5;

/** What is said has to say why: a condition names itself, a no and an abstention their reason. */
export function checkSaid({ position, reason, condition }: { position: Position; reason: string | null; condition: string | null }): void {
  const needed = position === 'AGREE_WITH_CONDITION' ? condition : position === 'AGREE' ? null : reason;
  if (position !== 'AGREE' && (needed === null || needed.length < MIN_REASON)) throw new DomainError('position.reason-needed', {});
}

/**
 * A representative binds its party up to the limit of its mandate and no further (I-32). Above it, the one whose signature is needed has to say yes.
 * Example: share 480,000.00, limit 300,000.00, AGREE -> seat.over-limit, which names the signer; DISAGREE is never refused.
 */
export function checkLimit(kind: SeatKind, mandate: SeatMandate, position: Position, payers: readonly PayingSeat[]): void {
  if (position !== 'AGREE' && position !== 'AGREE_WITH_CONDITION') return;
  const share = payers.find(({ seat }) => seat === kind)?.amountFen ?? null;
  if (share === null || mandate.amountLimitFen === null) return;
  const [amount, limit] = [fenFromJson(share), fenFromJson(mandate.amountLimitFen)];
  if (amount > limit)
    throw new DomainError('seat.over-limit', {
      ...{ seat: labels.seatKind[kind], amount: formatFen(amount), limit: formatFen(limit), signer: mandate.aboveLimit ?? '本单位负责人' },
    });
}

/** One seat, one voice (I-30): the last position before the close takes the place of the earlier one. */
export function withPosition(positions: readonly TakenPosition[], taken: TakenPosition): TakenPosition[] {
  return [...positions.filter(({ seat }) => seat !== taken.seat), taken];
}

/** Positions of all seats that somebody holds: who has said nothing by the close is absent. */
export function atClose(held: readonly SeatKind[], positions: readonly TakenPosition[], closedAt: string): TakenPosition[] {
  const silent = held.filter((seat) => !positions.some((taken) => taken.seat === seat));
  const absent = { position: 'ABSENT' as const, reason: null, condition: null, as: null, accountId: null, medium: null };
  return [...positions, ...silent.map((seat) => ({ seat, ...absent, evidence: null, recordedBy: null, receipt: null, at: closedAt }))];
}
