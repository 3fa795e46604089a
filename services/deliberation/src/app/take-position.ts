import { randomBytes } from 'node:crypto';
import {
  labels,
  roundEvents,
  type Ctx,
  type Position,
  type RoundView,
  type SeatKind,
  type SeatRole,
  type TakenPosition,
} from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { lockRoundWithinReach, rounds } from '../db/rounds.store.js';
import { roundView } from '../db/rounds.view.js';
import type { DeliberationTx, IssueRow, RoundRow } from '../db/schema.js';
import { checkLimit, checkSaid, withPosition } from '../domain/position.js';
import { refusePrivate } from '../domain/public-text.js';
import { nextOfRound } from '../domain/round-states.js';
import { mandateOf, seatActingFor, seatOf, type SeatActing } from '../domain/seats.js';
import { heldMandates, mandateNow } from './held-mandates.js';
import type { OnRound } from './hold-round.js';
import { refuseUnknownFiles } from './known-files.js';
import { noteConsent } from './note-consent.js';
import { aboutRound } from './notice-round.js';
import { receiptOf } from './position-receipt.js';

export interface Said extends OnRound {
  position: Exclude<Position, 'ABSENT'>;
  reason?: string | undefined;
  condition?: string | undefined;
}
type Answer = { round: RoundView; receipt: string; nonce: string };

/** A seat says its word (表态). Until the close it may say another; the last one counts. */
export async function takePosition(tx: DeliberationTx, input: Said, ctx: Ctx): Promise<Answer> {
  const { issue, round } = await lockRoundWithinReach(tx, input, ctx);
  const acting = seatActingFor(issue, ctx.actor, tx.now);
  nextOfRound(round.state, 'takePosition');
  if (!round.attendance.some(({ seat }) => seat === acting.kind)) throw new DomainError('round.not-present', {});
  return speak(tx, issue, round, input, acting, { medium: 'ONLINE', evidence: null, recordedBy: null });
}

/**
 * The chair's clerk writes in what a representative said on paper or by phone, with its evidence. It counts as if the representative had said it here, so
 * its mandate must cover it in the same way. What came on paper is kept as a file of the issue, which all at the table can open.
 */
export async function recordPosition(
  tx: DeliberationTx,
  input: Said & { seat: SeatKind; as: SeatRole; medium: 'PAPER' | 'PHONE'; evidence: string; fileIds: string[] },
  ctx: Ctx,
): Promise<Answer> {
  const { issue, round } = await lockRoundWithinReach(tx, input, ctx);
  seatActingFor(issue, ctx.actor, tx.now, 'COMMUNITY');
  nextOfRound(round.state, 'takePosition');
  refusePrivate(input.evidence);
  if (input.medium === 'PAPER' && input.fileIds.length === 0) throw new DomainError('position.paper-needed', {});
  await refuseUnknownFiles(tx, issue.id, input.fileIds);
  const seat = seatOf(issue.seats, input.seat);
  const mandate = mandateOf(seat, input.as);
  if (seat.unitId === null || !mandate) throw new DomainError('seat.vacant', { seat: labels.seatKind[input.seat] });
  const speaker = { accountId: mandate.accountId, roles: [], unitIds: [seat.unitId] };
  const acting = seatActingFor(issue, speaker, tx.now, input.seat);
  // The representative is not here for the gateway to ask: what it lets the account do has to hold all the same.
  if ((await heldMandates(tx, mandate.accountId, seat.unitId)).length === 0)
    throw new DomainError('seat.account-unfit', { seat: labels.seatKind[input.seat] });
  const { medium, evidence, fileIds } = input;
  return speak(tx, issue, round, input, acting, { medium, evidence, fileIds, recordedBy: ctx.actor.accountId });
}

async function speak(
  tx: DeliberationTx,
  issue: IssueRow,
  round: RoundRow,
  said: Said,
  acting: SeatActing,
  by: Pick<TakenPosition, 'medium' | 'evidence' | 'fileIds' | 'recordedBy'>,
): Promise<Answer> {
  const { position } = said;
  const { kind: seat, as, mandate } = acting;
  const [reason, condition] = [said.reason ?? null, said.condition ?? null];
  checkSaid({ position, reason, condition });
  refusePrivate(reason, condition);
  checkLimit(seat, await mandateNow(tx, mandate, acting.seat.unitId!), position, issue.payers);
  const nonce = randomBytes(16).toString('hex');
  const receipt = receiptOf(round.id, seat, mandate.accountId, position, nonce);
  const taken: TakenPosition = {
    ...{ seat, position, reason, condition, as, accountId: mandate.accountId, ...by, receipt, at: tx.now.toISOString() },
  };
  const saved = tx.save(rounds, { ...round, positions: withPosition(round.positions, taken) }, [
    fact(roundEvents.positionTaken, { ...aboutRound(issue, round.no), position: taken }),
  ]);
  await noteConsent(tx, issue, { acting, position, condition, roundId: round.id });
  return { round: roundView(saved), receipt, nonce };
}
