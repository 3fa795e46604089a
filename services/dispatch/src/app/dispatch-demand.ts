import { dispatchEvents, type Envelope, type intakeEvents } from '@wufang/contracts';
import { fact, startClock, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import type { z } from 'zod';
import type { StreetBook } from '../db/street-book.js';
import { workOrders } from '../db/work-orders.store.js';
import { decide } from '../domain/decide.js';
import { dutiesAtDispatch, handlingLimit } from '../domain/duties.js';

type Forwarded = z.output<typeof intakeEvents.demandForwarded.payload>;

/**
 * A demand that intake has forwarded becomes a work order: whom it goes to, and every clock of the unit, which start now. The citizen's clock,
 * `receivedAt`, comes from intake and never starts again. A copy for the district is owed for what goes to a street (条例第十二条).
 */
export async function dispatchDemand(tx: DispatchTx, event: Envelope<Forwarded>, rules: RuleBook, streets: StreetBook): Promise<void> {
  const demand = event.payload;
  const [street, limits] = [await streets.at(tx.streetId), await rules.at(tx.streetId, tx.now)];
  const decided = decide(street, demand);
  const kind = { level: decided.level, demandType: demand.demandType };
  const handling = startClock(limits, handlingLimit(limits.limits, decided.level), demand.orderId, tx.now)!;
  tx.arm(handling);
  for (const code of dutiesAtDispatch(limits.limits, kind)) tx.arm(startClock(limits, code, demand.orderId, tx.now)!);
  tx.create(
    workOrders,
    {
      id: demand.orderId,
      demandId: event.aggregateId,
      no: demand.no,
      state: 'DISPATCHED',
      isOpen: true,
      closeBasis: null,
      demandType: demand.demandType,
      category: demand.category,
      level: decided.level,
      givenLevel: demand.level,
      title: demand.title,
      place: demand.place,
      leadUnitId: decided.leadUnitId,
      coUnitIds: decided.coUnitIds,
      concernedUnitIds: decided.concernedUnitIds,
      sentToUnitId: decided.leadUnitId,
      decision: decided.decision,
      receivedAt: new Date(demand.receivedAt),
      dispatchedAt: tx.now,
      dueAt: handling.dueAt,
      contactedAt: null,
      completedAt: null,
      closedAt: null,
      reworks: 0,
      isProblemOrder: false,
      isImported: false,
      sectionChief: null,
      urges: 0,
      claimedByUnitId: null,
      claimedAt: null,
    },
    [
      fact(dispatchEvents.dispatched, {
        demandId: event.aggregateId,
        no: demand.no,
        leadUnitId: decided.leadUnitId,
        coUnitIds: decided.coUnitIds,
        level: decided.level,
        category: demand.category,
        place: demand.place,
        receivedAt: demand.receivedAt,
        dispatchedAt: tx.now.toISOString(),
        dueAt: handling.dueAt.toISOString(),
        decision: decided.decision,
        copiedToDistrict: true,
      }),
    ],
  );
}
