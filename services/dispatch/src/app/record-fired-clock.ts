import { dispatchEvents, type DeadlineCode } from '@wufang/contracts';
import { fact, type DeadlineRow, type Fact, type FiredStage, type ClockRules, type RuleBook } from '@wufang/service';
import { isUnplanned } from '../db/ledger.store.js';
import type { DispatchTx, FiringOrder, WorkOrderRow } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { firingOrders, workOrders } from '../db/work-orders.store.js';
import { inChargeAt } from '../domain/charges.js';
import { escalationCodes, handlingCodes, isOrdersLimit } from '../domain/duties.js';
import { openEscalation, seatsAsked } from '../domain/escalation.js';
import { openPause } from '../domain/more-time.js';
import { endOfPause } from './end-pause.js';
import { endOfSuspension } from './end-suspension.js';
import { saveOrder } from './save-order.js';

/**
 * A clock has reached a stage: who is to be told is a fact, whether or not anybody has accepted the order. At the end of the handling limit, and
 * of a rework's, the callback is due (条例第二十三条); the state of the order stays. The report that is owed every 15 days is watched as long as the order is open.
 */
export async function recordFiredClock(
  tx: DispatchTx,
  order: FiringOrder,
  clock: DeadlineRow,
  fired: FiredStage,
  rules: RuleBook,
  streets: StreetBook,
): Promise<void> {
  const dueAt = clock.dueAt.toISOString();
  // After an outage a later stage may speak for the breach that it passed over.
  const isBreach = clock.stages.slice(clock.stage, fired.stage + 1).some(({ kind }) => kind === 'breach');
  // A limit that is met is nobody's failing. What a rework owes is met by nothing but being done.
  const isMet = handlingCodes.includes(clock.code) && order.limitMetAt !== null;
  const asked = (escalationCodes as readonly DeadlineCode[]).includes(clock.code) ? openEscalation(order) : undefined;
  const tell = isMet ? [] : asked ? seatsAsked(fired.tell, asked.to) : fired.tell;
  const inChargeId = tell.includes('V') ? inChargeAt((await streets.at(tx.streetId)).charges, order, tx.now) : null;
  // What will be done, by whom and until when (措施、责任人、时限) is asked for once, while there is time left for it.
  const isFirstWarning = fired.kind === 'warning' && !clock.stages.slice(0, clock.stage).some(({ kind }) => kind === 'warning');
  const asksMeasure = handlingCodes.includes(clock.code) && isFirstWarning && !isMet;
  const lacksMeasure = (asksMeasure && (await tx.load(isUnplanned, order.id))) || undefined;
  const goesOnAnew = clock.code === 'PROGRESS' && fired.stage === clock.stages.length - 1;
  const told = fact(dispatchEvents.clockFired, {
    orderId: order.id,
    code: clock.code,
    stage: fired.stage,
    kind: fired.kind,
    tell,
    inChargeId: inChargeId ?? undefined,
    isMet: isMet || undefined,
    lacksMeasure,
    dueAt,
    skippedStages: fired.skipped,
    leadUnitId: order.leadUnitId,
    no: order.no,
    owedBy: clock.code === 'TRANSFER_ANSWER' ? order.askedTransfer?.toUnitId : undefined,
    level: order.level,
    isAccepted: order.state !== 'DISPATCHED' && order.state !== 'DISPUTED',
    goesOn: goesOnAnew || undefined,
    // The callback that is owed now (条例第二十三条): one fact with what fired, as they happen together.
    callsBack: isOrdersLimit(clock.code) && isBreach ? order.demandId : undefined,
  });
  const ends = isBreach && (clock.code === 'PAUSE_END' || clock.code === 'REVIEW');
  // Most clocks change nothing but the history; only what goes on from here needs the order as a whole.
  if (!ends && !goesOnAnew) return void tx.save(firingOrders, order, [told]);
  const whole = (await tx.lock(workOrders, order.id))!;
  const limits = await rules.at(tx.streetId, tx.now);
  const goesOn = ends ? await whatGoesOn(tx, whole, clock.code, limits) : undefined;
  await saveOrder(tx, whole, goesOn?.change ?? {}, goesOn ? [told, ...goesOn.facts] : [told], limits);
}

/** What goes on by itself when its time is up: a paused clock, and the handling of what was put off until a day. */
async function whatGoesOn(
  tx: DispatchTx,
  order: WorkOrderRow,
  code: DeadlineCode,
  limits: ClockRules,
): Promise<{ change: Partial<WorkOrderRow>; facts: Fact[] } | undefined> {
  if (code === 'PAUSE_END' && openPause(order)) return endOfPause(tx, order, 'RUN_OUT', limits);
  if (code === 'REVIEW' && order.state === 'SUSPENDED') return endOfSuspension(order, 'REVIEW_DATE', '挂账复核日期已到，恢复办理', tx.now);
  return undefined;
}
