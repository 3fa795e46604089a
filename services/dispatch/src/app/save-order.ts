import { DomainError } from '@wufang/kernel';
import { startClock, type ClockRules, type Fact } from '@wufang/service';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import { workOrders } from '../db/work-orders.store.js';
import { settledPapers } from '../domain/more-time.js';
import { isBeingWorkedOn } from '../domain/work-order-states.js';
import { clockMoves, movedClock, orderAfter, type ClockMove, type OrderSoFar } from '../domain/clock-moves.js';

const noPapers = { firstDueAt: null, openRequest: null, extensions: [], suspensions: [], pauses: [] };

/** What every fact about an order names. */
export function aboutOrder({ demandId, no, leadUnitId }: WorkOrderRow): { demandId: string; no: string; leadUnitId: string } {
  return { demandId, no, leadUnitId };
}

/** A new order and the facts that made it, with the clocks these start. */
export async function createOrder(
  tx: DispatchTx,
  order: Omit<WorkOrderRow, 'streetId' | 'version' | 'chainHash' | 'updatedAt' | keyof typeof noPapers>,
  facts: readonly Fact[],
  rules: ClockRules,
): Promise<WorkOrderRow> {
  const so = { level: order.level, demandType: order.demandType, isContacted: false, isRework: false, isDisputed: false };
  const counted = await moveClocks(tx, order.id, so, facts, tx.now, rules);
  return tx.create(workOrders, { ...order, ...noPapers }, counted);
}

/**
 * An order's next state and the facts that made it so. What these do to its clocks (`domain/clock-moves.ts`) happens here and nowhere else, at
 * the instant they are recorded, so that the log alone tells every due time.
 */
export async function saveOrder(
  tx: DispatchTx,
  before: WorkOrderRow,
  change: Partial<WorkOrderRow>,
  facts: readonly Fact[],
  rules: ClockRules,
): Promise<WorkOrderRow> {
  const so = {
    level: before.level,
    demandType: before.demandType,
    isContacted: before.contactedAt !== null,
    isRework: before.state === 'REWORK',
    isDisputed: before.openDisputeId !== null,
  };
  const at = before.updatedAt > tx.now ? before.updatedAt : tx.now;
  const counted = await moveClocks(tx, before.id, so, facts, at, rules);
  const order = { ...before, ...change };
  return tx.save(workOrders, { ...order, ...(isBeingWorkedOn(order.state) ? {} : settledPapers(order, at)) }, counted);
}

/** Applies the moves of facts; answers the facts with the rules they were counted by. */
async function moveClocks(
  tx: DispatchTx,
  orderId: string,
  before: OrderSoFar,
  facts: readonly Fact[],
  at: Date,
  rules: ClockRules,
): Promise<Fact[]> {
  let order = before;
  const recorded: Fact[] = [];
  for (const fact of facts) {
    const moves = clockMoves({ type: fact.type.type, payload: fact.payload }, order, rules.limits);
    for (const move of moves) await apply(tx, orderId, move, at, rules);
    order = orderAfter({ type: fact.type.type, payload: fact.payload }, order);
    recorded.push(moves.some(({ move }) => move !== 'stop' && move !== 'pause') ? countedBy(fact, rules) : fact);
  }
  return recorded;
}

async function apply(tx: DispatchTx, orderId: string, move: ClockMove, at: Date, rules: ClockRules): Promise<void> {
  if (move.move === 'start') {
    const clock = startClock(rules, move.code, orderId, move.since ?? at, move.written);
    if (!clock) throw new DomainError('time-limits.invalid', { faults: `缺少${move.code}` });
    return tx.arm(clock);
  }
  if (move.move === 'stop') return tx.stop(orderId, move.codes, at);
  for (const clock of await tx.runningClocks(orderId)) {
    const moved = movedClock(clock, move, at, rules);
    if (moved) tx.move(clock, moved);
  }
}

function countedBy(fact: Fact, { policyVersion, calendarVersion }: ClockRules): Fact {
  const counted = { policyVersion, calendarVersion };
  if (!('counted' in (fact.type.payload as { shape?: object }).shape!))
    throw new Error(`${fact.type.type} moves clocks: add ...countedBy to its payload`);
  return { ...fact, payload: { ...(fact.payload as object), counted } };
}
