import {
  classificationEvents,
  dutiesOfTrapped,
  labels,
  type classification,
  type Ctx,
  type Envelope,
  type PayloadOf,
  type Receipt,
} from '@wufang/contracts';
import { DomainError, toIsoBeijing } from '@wufang/kernel';
import { fact, startClock, type ClockRules, type Fact } from '@wufang/service';
import type { z } from 'zod';
import { aboutUnitOf, categoryOf, demands, orderOfDemand } from '../db/demands.store.js';
import type { DemandRow, IntakeTx } from '../db/schema.js';
import { treeAt, type CategoryTree } from '../domain/categories.js';
import { refuseOwnComplaint } from '../domain/keep-out.js';
import { levelWithoutDanger } from '../domain/level.js';
import { withoutPersonal } from '../domain/public-text.js';
import { receiptOf } from './receipt.js';

type Raised = Pick<DemandRow, 'id' | 'no' | 'levelBasis' | 'dangerWords' | 'orderId'>;

/** A level E that no person of the street set: a fact for whoever watches, and a clock until a person has looked. */
export function openLevelCheck(tx: IntakeTx, row: Raised, facts: Fact[], inForce: ClockRules): void {
  const { no, levelBasis, dangerWords, orderId } = row;
  const raisedAt = toIsoBeijing(tx.now);
  facts.push(fact(classificationEvents.levelRaised, { no, basis: levelBasis!, words: dangerWords, orderId, raisedAt }));
  const clock = startClock(inForce, 'LEVEL_CONFIRM', row.id, tx.now);
  if (clock) tx.arm(clock);
}

/**
 * Danger was found in the order, or it had been lowered by mistake (提级): the demand is an emergency again. Said by the unit on site a person of the street looks at
 * it, as at words of danger, and may lower it; said by one it needs no second look.
 */
export async function followRaised(
  tx: IntakeTx,
  { payload }: Envelope<PayloadOf<typeof classificationEvents.orderLevelRaised>>,
  inForce: ClockRules,
): Promise<void> {
  if (payload.level !== 'E') return;
  const row = await tx.lock(demands, payload.demandId);
  if (!row) throw new DomainError('object.not-found', {});
  const isToCheck = payload.by === 'UNIT';
  const next = {
    ...row,
    level: payload.level,
    levelBasis: 'PERSON' as const,
    levelCheck: isToCheck ? ('OPEN' as const) : ('CONFIRMED' as const),
  };
  const { no, orderId } = row;
  const facts: Fact[] = [];
  if (isToCheck) openLevelCheck(tx, next, facts, inForce);
  else facts.push(fact(classificationEvents.levelConfirmed, { no, orderId, confirmedAt: toIsoBeijing(tx.now) }));
  tx.save(demands, next, facts);
}

/**
 * A person has looked: it is an emergency. The order went out at receipt and goes on as it is; where people are trapped in a lift, and the text did not say so, the
 * clock of that begins now.
 */
export async function confirmLevel(tx: IntakeTx, input: z.output<typeof classification.confirmLevel.input>): Promise<Receipt> {
  const row = await lockToCheck(tx, input.id);
  tx.stop(row.id, ['LEVEL_CONFIRM']);
  const { no, orderId } = row;
  const next = { ...row, levelCheck: 'CONFIRMED' as const };
  const confirmed = { no, orderId, confirmedAt: toIsoBeijing(tx.now), ...(input.isTrappedInLift && { duties: [...dutiesOfTrapped] }) };
  return receiptOf(tx.save(demands, next, [fact(classificationEvents.levelConfirmed, confirmed)]));
}

/** A person has looked: it is none. The order's emergency clocks have run so far; from this fact on dispatch counts by the lower level. */
export async function lowerLevel(
  tx: IntakeTx,
  input: z.output<typeof classification.lowerLevel.input>,
  { actor }: Ctx,
  trees: readonly CategoryTree[],
): Promise<Receipt> {
  const row = await lockToCheck(tx, input.id);
  refuseOwnComplaint({ aboutUnitId: aboutUnitOf(row, await tx.load(orderOfDemand, row.id)) }, actor);
  tx.stop(row.id, ['LEVEL_CONFIRM']);
  const { no, orderId } = row;
  const reason = withoutPersonal(input.reason) || labels.levelCheck.LOWERED;
  const level = levelWithoutDanger(input.level, categoryOf(row), treeAt(trees, tx.now));
  const next = { ...row, level, levelCheck: 'LOWERED' as const };
  return receiptOf(
    tx.save(demands, next, [fact(classificationEvents.levelLowered, { no, orderId, level, reason, loweredAt: toIsoBeijing(tx.now) })]),
  );
}

async function lockToCheck(tx: IntakeTx, id: string): Promise<DemandRow> {
  const row = await tx.lock(demands, id);
  if (!row) throw new DomainError('object.not-found', {});
  if (row.levelCheck !== 'OPEN') {
    const state = row.levelCheck === null ? '的级别不是由危险词或居民自报定为紧急的' : `的紧急级别${labels.levelCheck[row.levelCheck]}`;
    throw new DomainError('demand.level-not-open', { state });
  }
  return row;
}
