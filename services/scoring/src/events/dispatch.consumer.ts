import { Injectable } from '@nestjs/common';
import { clockEvents, dispatchEvents, disputeEvents, incidentEvents, legEvents } from '@wufang/contracts';
import { on, type EventConsumer } from '@wufang/service';
import { orderFacts } from '../db/facts.store.js';

/** Who leads an order, and when the unit said it was done. */
@Injectable()
export class DispatchConsumer implements EventConsumer {
  readonly source = 'dispatch';
  readonly patienceMs = 500;
  readonly handlers = [
    on(dispatchEvents.dispatched, (tx, { aggregateId, payload }) =>
      tx.put(orderFacts, { orderId: aggregateId, leadUnitId: payload.leadUnitId }),
    ),
    on(dispatchEvents.assigned, (tx, { aggregateId, payload }) =>
      tx.put(orderFacts, { orderId: aggregateId, leadUnitId: payload.leadUnitId }),
    ),
    on(disputeEvents.disputeUpheld, (tx, { aggregateId, payload }) =>
      tx.put(orderFacts, { orderId: aggregateId, leadUnitId: payload.toUnitId }),
    ),
    on(legEvents.handedUp, (tx, { aggregateId, payload }) => tx.put(orderFacts, { orderId: aggregateId, leadUnitId: payload.toUnitId })),
    on(incidentEvents.orderAttached, (tx, { aggregateId, payload }) =>
      tx.put(orderFacts, { orderId: aggregateId, leadUnitId: payload.leadUnitId }),
    ),
    on(incidentEvents.orderLeadChanged, (tx, { aggregateId, payload }) =>
      tx.put(orderFacts, { orderId: aggregateId, leadUnitId: payload.leadUnitId }),
    ),
    on(incidentEvents.orderDetached, (tx, { aggregateId, payload }) =>
      tx.put(orderFacts, { orderId: aggregateId, leadUnitId: payload.leadUnitId }),
    ),
    on(dispatchEvents.imported, (tx, { aggregateId, payload }) =>
      tx.put(orderFacts, { orderId: aggregateId, leadUnitId: payload.leadUnitId }),
    ),
    on(clockEvents.transferred, (tx, { aggregateId, payload }) =>
      tx.put(orderFacts, { orderId: aggregateId, leadUnitId: payload.leadUnitId }),
    ),
    on(dispatchEvents.complainedAboutNamed, (tx, { aggregateId, payload }) =>
      tx.put(orderFacts, { orderId: aggregateId, leadUnitId: payload.leadUnitId }),
    ),
    on(dispatchEvents.completed, (tx, { aggregateId, payload }) =>
      tx.put(orderFacts, { orderId: aggregateId, completedAt: new Date(payload.completedAt), completedByUnitId: payload.leadUnitId }),
    ),
  ];
}
