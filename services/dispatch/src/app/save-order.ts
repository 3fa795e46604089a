import { clockEvents, isToldComplainant, supervisionEvents, whistleEvents, type WorkOrderState } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, startClock, type ClockRules, type Fact } from '@wufang/service';
import { taskUnitsOfOrder } from '../db/assigned-tasks.store.js';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import { workOrders } from '../db/work-orders.store.js';
import { endOfEscalation } from '../domain/escalation.js';
import { settledPapers } from '../domain/more-time.js';
import { isBeingWorkedOn, isInIncident, next, whistleJoins } from '../domain/work-order-states.js';
import { followLead } from './follow-lead.js';
import { endSupervisions, handOverSupervisions } from './supervisions-follow.js';
import { countedBy } from './take-clock-steps.js';
import { endWhistles, followLevel } from './whistles-follow.js';
import { clockMoves, movedClock, orderAfter, type ClockMove, type OrderSoFar } from '../domain/clock-moves.js';

const nothingYet = {
  limitMetAt: null,
  handedOverAt: null,
  formerLeadIds: [],
  firstDueAt: null,
  openRequest: null,
  askedTransfer: null,
  isHard: false,
  extensions: [],
  escalations: [],
  suspensions: [],
  pauses: [],
  openWhistleIds: [],
  supervisorsAskedAt: null,
  supervisorsAskedFor: null,
  onSiteAt: null,
  passedTo: 1,
  isOnLadder: true,
};

/** What every fact about an order names. */
export function aboutOrder({ demandId, no, leadUnitId }: WorkOrderRow): { demandId: string; no: string; leadUnitId: string } {
  return { demandId, no, leadUnitId };
}

/** A new order and the facts that made it, with the clocks these start. */
export async function createOrder(
  tx: DispatchTx,
  order: Omit<WorkOrderRow, 'streetId' | 'version' | 'chainHash' | 'updatedAt' | 'category1' | keyof typeof nothingYet>,
  facts: readonly Fact[],
  rules: ClockRules,
): Promise<WorkOrderRow> {
  const so = {
    level: order.level,
    demandType: order.demandType,
    isContacted: false,
    isRework: false,
    hasReworks: false,
    isDisputed: false,
    isInIncident: false,
  };
  const counted = await moveClocks(tx, order.id, so, facts, tx.now, rules);
  return tx.create(workOrders, { ...order, ...nothingYet, category1: order.category[0]! }, counted);
}

/**
 * An order's next state and the facts that made it so; with a whistle that is not settled, handling is joint from here on. What these do to its clocks (`domain/clock-moves.ts`) happens here and nowhere else, at
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
    hasReworks: before.reworks > 0,
    isDisputed: before.openDisputeId !== null,
    isInIncident: isInIncident(before),
  };
  const at = before.updatedAt > tx.now ? before.updatedAt : tx.now;
  const proposed = withChange(before, change);
  const hard = hardAsProblem(before, proposed, at, rules);
  const asked = withoutOldEscalation(before, proposed, at);
  const changed = await withTaskUnits(tx, before, withChange(proposed, { ...hard?.change, ...asked?.change }));
  const counted = await moveClocks(tx, before.id, so, [...(asked?.facts ?? []), ...facts, ...(hard?.facts ?? [])], at, rules);
  const joined = whistleJoins(changed) ? next(changed.state, 'join') : undefined;
  if (joined) counted.push(joinedFact(changed, joined, at));
  const order = joined ? { ...changed, state: joined } : changed;
  refuseInSilence(before, order, counted);
  await followLead(tx, before, order, facts);
  await handOverSupervisions(tx, before, order);
  await endSupervisions(tx, before, order);
  await endWhistles(tx, before, order);
  await followLevel(tx, before, order, rules);
  const settled = isBeingWorkedOn(order.state) ? withoutOldTransfer(before, order) : settledPapers(order, at);
  return tx.save(workOrders, withChange(order, order.isOpen ? settled : { ...settled, openWhistleIds: [] }), counted);
}

/** The complainant hears of every change of state or lead, as a fact that public tracking has words for (domain rules part 1, row 129). */
function refuseInSilence(before: WorkOrderRow, after: WorkOrderRow, facts: readonly Fact[]): void {
  if (before.state === after.state && before.leadUnitId === after.leadUnitId) return;
  if (!facts.some(({ type }) => isToldComplainant(type)))
    throw new Error(
      `${before.state} -> ${after.state} by ${facts.map(({ type }) => type.type).join(', ')}: the complainant is told nothing`,
    );
}

/** The row itself where nothing changes: it has sixty columns, and most clocks that fire change none of them. */
function withChange(row: WorkOrderRow, change: Partial<WorkOrderRow> | undefined): WorkOrderRow {
  return change === undefined || Object.keys(change).length === 0 ? row : { ...row, ...change };
}

/** Whom the order concerns once its lead has changed: who still has a task about it sees it on. */
async function withTaskUnits(tx: DispatchTx, before: WorkOrderRow, after: WorkOrderRow): Promise<WorkOrderRow> {
  if (after.concernedUnitIds === before.concernedUnitIds || !after.isOpen) return after;
  const withTasks = (await tx.load(taskUnitsOfOrder, before.id)) ?? [];
  return { ...after, concernedUnitIds: [...new Set([...after.concernedUnitIds, ...withTasks])] };
}

/** A problem order (问题工单) is a hard one from then on: a section chief has to lead it. */
function hardAsProblem(
  before: WorkOrderRow,
  after: WorkOrderRow,
  at: Date,
  rules: ClockRules,
): { change: Partial<WorkOrderRow>; facts: Fact[] } | undefined {
  if (before.isProblemOrder || !after.isProblemOrder || before.isHard || !isBeingWorkedOn(after.state)) return undefined;
  return { change: { isHard: true }, facts: [hardFact(after, 'PROBLEM_ORDER', '成为问题工单', at, rules)] };
}

/** What a fact says of an order that is hard from now on, and by when a section chief has to lead it. */
export function hardFact(order: WorkOrderRow, by: 'PERSON' | 'PROBLEM_ORDER', reason: string, at: Date, rules: ClockRules): Fact {
  const isTakenUp = order.sectionChief !== null;
  const takeUp = isTakenUp ? undefined : startClock(rules, 'TAKE_UP', order.id, at);
  return fact(supervisionEvents.hardMarked, {
    ...{ ...aboutOrder(order), level: order.level, reason, by, isTakenUp, markedAt: at.toISOString() },
    ...(takeUp && { takeUpDueAt: takeUp.dueAt.toISOString() }),
  });
}

/** Another unit leads now, or what waited has been answered: nobody is asked to take the order off the former lead's hands. */
function withoutOldTransfer(before: WorkOrderRow, after: WorkOrderRow): Partial<WorkOrderRow> {
  if (before.askedTransfer === null || before.leadUnitId === after.leadUnitId) return {};
  return { askedTransfer: null, ...(after.openRequest === 'TRANSFER' && { openRequest: null }) };
}

/** Done, or another unit leads now: nobody has to answer what its lead asked of the next higher level. Told before the step, whose own fact stays the last one. */
function withoutOldEscalation(
  before: WorkOrderRow,
  after: WorkOrderRow,
  at: Date,
): { change: Partial<WorkOrderRow>; facts: Fact[] } | undefined {
  const end = endOfEscalation(before, after, at);
  if (!end) return undefined;
  const { ended, because, escalations } = end;
  const told = { ...aboutOrder(before), to: ended.to, because, askedAt: ended.askedAt, endedAt: at.toISOString() };
  return { change: { escalations }, facts: [fact(clockEvents.escalationEnded, told)] };
}

function joinedFact({ demandId, openWhistleIds }: WorkOrderRow, state: WorkOrderState, at: Date): Fact {
  return fact(whistleEvents.orderJoined, { demandId, whistleIds: openWhistleIds, state, joinedAt: at.toISOString() });
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
    recorded.push(moves.some(({ move }) => move !== 'stop' && move !== 'pause') ? countedFact(fact, rules) : fact);
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

function countedFact(fact: Fact, rules: ClockRules): Fact {
  if (!('counted' in (fact.type.payload as { shape?: object }).shape!))
    throw new Error(`${fact.type.type} moves clocks: add ...countedBy to its payload`);
  return { ...fact, payload: { ...(fact.payload as object), ...countedBy(rules) } };
}
