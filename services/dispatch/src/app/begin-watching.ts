import { watchingEvents } from '@wufang/contracts';
import { fact, type ClockRules, type Fact } from '@wufang/service';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import { watchChecks } from '../db/watching.store.js';
import { looksNeeded, openFrom, watchSteps } from '../domain/watching.js';
import { next } from '../domain/work-order-states.js';
import { countedBy, takeClockSteps } from './take-clock-steps.js';

/**
 * A solved order whose matter comes back with time or rain is looked at again (domain rules 4.4: CLOSED_SOLVED → WATCHING). Answers the fact that is
 * recorded right after the close; it is closed for the rates and for its complainant all the same.
 */
export function beginWatching(tx: DispatchTx, order: WorkOrderRow, rules: ClockRules): { change: Partial<WorkOrderRow>; facts: Fact[] } {
  const kinds = looksNeeded(order.category);
  if (kinds.length === 0) return { change: {}, facts: [] };
  const state = next('CLOSED_SOLVED', 'watch');
  const at = tx.now.toISOString();
  // The community of the place looks, not who did the work (domain rules, part 1, row 73); where no community is known, nobody else is there.
  const unitId = order.place.communityId ?? order.leadUnitId;
  const checks = kinds.map((kind) => {
    const id = tx.newId();
    const [clock] = takeClockSteps(tx, rules, id, watchSteps({ fact: 'asked', kind, at: tx.now }));
    const dueAt = clock?.dueAt ?? null;
    tx.create(
      watchChecks,
      {
        ...{ id, orderId: order.id, no: order.no, kind, category: order.category, place: order.place, unitId },
        ...{ concernedUnitIds: order.concernedUnitIds, state: dueAt ? ('OPEN' as const) : ('WAITING' as const) },
        ...{ openFrom: dueAt && openFrom(kind, dueAt, null), dueAt, note: null, photoIds: [], checkedAt: null, childOrderId: null },
      },
      [
        fact(watchingEvents.watchAsked, {
          orderId: order.id,
          kind,
          unitId,
          dueAt: dueAt?.toISOString() ?? null,
          askedAt: at,
          ...countedBy(rules),
        }),
      ],
    );
    return { id, kind, dueAt: dueAt?.toISOString() ?? null };
  });
  return { change: { state }, facts: [fact(watchingEvents.watchingBegan, { demandId: order.demandId, state, checks, beganAt: at })] };
}
