import { roundEvents, type Ctx, type MinuteItem, type RoundView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { lockRoundWithinReach, rounds } from '../db/rounds.store.js';
import { roundView } from '../db/rounds.view.js';
import type { DeliberationTx, IssueRow, RoundRow } from '../db/schema.js';
import { missingInMinutes, wordsOfMissing } from '../domain/minutes.js';
import { refusePrivate } from '../domain/public-text.js';
import { nextOfRound } from '../domain/round-states.js';
import { seatActingFor } from '../domain/seats.js';
import type { OnRound } from './hold-round.js';
import { aboutRound } from './notice-round.js';

/** The chair's clerk writes minutes (纪要), item by item, while the round is held or after it; what is still lacking is in the answer. */
export async function writeMinutes(
  tx: DeliberationTx,
  input: OnRound & { items: Partial<Record<MinuteItem, string>> },
  ctx: Ctx,
): Promise<RoundView> {
  const { issue, round } = await lockForMinutes(tx, input, ctx);
  refusePrivate(...Object.values(input.items));
  const items = Object.keys(input.items) as MinuteItem[];
  const next = { ...round, minuteItems: { ...round.minuteItems, ...input.items } };
  return roundView(tx.save(rounds, next, [fact(roundEvents.minutesWritten, { ...aboutRound(issue, round.no), items })]));
}

/** The minutes are as they shall stay. They say everything they have to, or the refusal names what is missing. */
export async function finishMinutes(tx: DeliberationTx, input: OnRound, ctx: Ctx): Promise<RoundView> {
  const { issue, round } = await lockForMinutes(tx, input, ctx);
  nextOfRound(round.state, 'finishMinutes');
  const missing = missingInMinutes(round.minuteItems, round.hadPlan, round.positions);
  if (missing.length > 0) throw new DomainError('minutes.incomplete', { missing: wordsOfMissing(missing) });
  tx.stop(issue.id, ['MINUTES']);
  const finished = fact(roundEvents.minutesFinished, {
    ...{ ...aboutRound(issue, round.no), unitIds: issue.concernedUnitIds, finishedAt: tx.now.toISOString() },
  });
  return roundView(tx.save(rounds, { ...round, minutesFinishedAt: tx.now }, [finished]));
}

async function lockForMinutes(tx: DeliberationTx, input: OnRound, ctx: Ctx): Promise<{ issue: IssueRow; round: RoundRow }> {
  const found = await lockRoundWithinReach(tx, input, ctx);
  seatActingFor(found.issue, ctx.actor, tx.now, 'COMMUNITY');
  nextOfRound(found.round.state, 'writeMinutes');
  if (found.round.minutesFinishedAt !== null) throw new DomainError('minutes.finished', {});
  return found;
}
