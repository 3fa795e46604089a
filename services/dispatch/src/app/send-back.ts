import { dispatchEvents, type WorkOrderState } from '@wufang/contracts';
import { fact, type ClockRules, type Fact } from '@wufang/service';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import type { LadderStreet } from '../domain/hand-up.js';
import { isProblemOrder } from '../domain/problem-order.js';
import { reworkLimit } from '../domain/rework-limit.js';
import { awayFromComplainedAbout } from './away-from-complained-about.js';
import { toRuledUnit } from './to-ruled-unit.js';

/**
 * What sending an order back for rework (重办) changes, and the facts of it: the third makes a problem order, a look at the place is owed anew once done, and it
 * has a limit of its own, within which nothing was put off yet (`reworkLimit`). What was part of an
 * incident is a job of its own again. Who is complained about does not do it again: the unit over it takes over at once; nor who was found, when all was done, not to answer
 * for it: the unit to which the ruling gave it does. The rework says so, for nobody is to be sent to a unit that is out.
 */
export async function sendBack(
  tx: DispatchTx,
  order: WorkOrderRow,
  state: WorkOrderState,
  { because, reason }: { because: 'CALLBACK' | 'GRID_CHECK'; reason: string },
  street: LadderStreet,
  limits: ClockRules,
): Promise<{ change: Partial<WorkOrderRow>; facts: Fact[] }> {
  const reworks = order.reworks + 1;
  const isProblem = order.isProblemOrder || isProblemOrder(reworks);
  const limit = reworkLimit(limits, order.level, order.updatedAt > tx.now ? order.updatedAt : tx.now);
  const dueAt = limit?.dueAt ?? order.dueAt;
  const change = {
    ...{ state, reworks, isProblemOrder: isProblem, completedAt: null, dueAt, firstDueAt: null, limitMetAt: null, gridCheck: null },
    beforeIncident: order.beforeIncident && { ...order.beforeIncident, endedAt: tx.now.toISOString() },
  };
  const back = { ...order, ...change };
  const away = (await awayFromComplainedAbout(tx, back, street, limits)) ?? (await toRuledUnit(tx, order, back, street, limits));
  const reworked = fact(dispatchEvents.reworked, {
    ...{ demandId: order.demandId, leadUnitId: order.leadUnitId, reworks, isProblemOrder: isProblem, reason, because },
    dueAt: dueAt.toISOString(),
    ...(limit && limit.code !== 'REWORK' && { limit: limit.code }),
    ...(away && { toUnitId: away.change.leadUnitId }),
    ...(order.isHard && order.sectionChief === null && { needsChief: true }),
  });
  return { change: { ...change, ...away?.change }, facts: [reworked, ...(away?.facts ?? [])] };
}
