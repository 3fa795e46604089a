import { legEvents } from '@wufang/contracts';
import { fact, type ClockRules } from '@wufang/service';
import type { LegRow } from '../db/legs.schema.js';
import { legs, lockOpenLegs, unitsThatAnswered } from '../db/legs.store.js';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import { coReturnDue } from '../domain/co-return.js';
import { nextLeg } from '../domain/leg-states.js';
import { countedBy, takeClockSteps } from './take-clock-steps.js';

type Led = Pick<WorkOrderRow, 'id' | 'demandId' | 'no' | 'leadUnitId' | 'dueAt'>;

/** A co-unit's leg begins, with a clock that ends before the lead's. */
export function openLeg(tx: DispatchTx, order: Led, unitId: string, task: string | null, rules: ClockRules): LegRow {
  const id = tx.newId();
  const dueAt = coReturnDue(
    tx.now,
    order.dueAt,
    rules.limits.find(({ code }) => code === 'CO_RETURN')!,
  );
  takeClockSteps(tx, rules, id, [{ start: 'CO_RETURN', at: tx.now, dueAt }]);
  return tx.create(
    legs,
    {
      ...{ id, orderId: order.id, demandId: order.demandId, no: order.no, unitId, leadUnitId: order.leadUnitId, task },
      ...{ state: 'OPEN' as const, isOpen: true, startedAt: tx.now, dueAt, acceptedAt: null, closedAt: null },
      ...{ report: null, stageReport: null, evidence: null, photoIds: [] },
    },
    [
      fact(legEvents.legOpened, {
        ...{ orderId: order.id, demandId: order.demandId, no: order.no, unitId, leadUnitId: order.leadUnitId },
        startedAt: tx.now.toISOString(),
        leadDueAt: order.dueAt.toISOString(),
        dueAt: dueAt.toISOString(),
        ...countedBy(rules),
      }),
    ],
  );
}

/**
 * The legs of an order whose lead has changed: co-units that stay go on by their own clocks and report to the new lead, others end, those of units that were
 * never had one, or whose leg ended with something else, begin. What a co-unit has returned, or was let off, it is not asked for again. Answers the legs that
 * are open from now on.
 */
export async function relayLegs(
  tx: DispatchTx,
  before: WorkOrderRow,
  after: Led,
  coUnitIds: readonly string[],
  rules: ClockRules,
): Promise<string[]> {
  const open: LegRow[] = [];
  for (const leg of await lockOpenLegs(tx, before)) {
    if (!coUnitIds.includes(leg.unitId) || leg.unitId === after.leadUnitId) {
      endLeg(tx, leg);
      continue;
    }
    open.push(
      leg.leadUnitId === after.leadUnitId
        ? leg
        : tx.save(legs, { ...leg, leadUnitId: after.leadUnitId }, [
            fact(legEvents.legHandedOver, {
              ...legFacts({ ...leg, leadUnitId: after.leadUnitId }),
              fromLeadUnitId: leg.leadUnitId,
              handedOverAt: tx.now.toISOString(),
            }),
          ]),
    );
  }
  const hasLeg = (unitId: string) => open.some((leg) => leg.unitId === unitId);
  const answered = (await tx.load(unitsThatAnswered, before.id)) ?? [];
  for (const unitId of coUnitIds)
    if (unitId !== after.leadUnitId && !hasLeg(unitId) && !answered.includes(unitId)) open.push(openLeg(tx, after, unitId, null, rules));
  return open.map(({ id }) => id);
}

/** Nothing is owed any more: the order is closed. */
export async function endLegs(tx: DispatchTx, order: WorkOrderRow): Promise<void> {
  for (const leg of await lockOpenLegs(tx, order)) endLeg(tx, leg);
}

/** What every fact of a leg says. */
export function legFacts({ orderId, demandId, no, unitId, leadUnitId }: LegRow) {
  return { orderId, demandId, no, unitId, leadUnitId };
}

function endLeg(tx: DispatchTx, leg: LegRow): void {
  tx.stop(leg.id, ['CO_RETURN']);
  tx.save(legs, { ...leg, state: nextLeg(leg.state, 'end'), isOpen: false, closedAt: tx.now }, [
    fact(legEvents.legEnded, { ...legFacts(leg), endedAt: tx.now.toISOString() }),
  ]);
}
