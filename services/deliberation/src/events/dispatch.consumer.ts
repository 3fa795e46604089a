import { Injectable } from '@nestjs/common';
import { classificationEvents, deliberatingEvents, dispatchEvents, supervisionEvents, watchingEvents } from '@wufang/contracts';
import { on, RuleBook, type EventConsumer } from '@wufang/service';
import { noteAlike, refileOrder } from '../app/cluster.js';
import { endCommitment, noteTask } from '../app/keep-commitment.js';
import { lookInRain } from '../app/look-again.js';
import { bringOrder } from '../app/propose-issue.js';
import { orders } from '../db/tables.store.js';

/** Keeps which orders there are in an estate and whether they are open; puts those on the table that are brought to it; hears how the tasks end that promises have become, and that it rains. */
@Injectable()
export class DispatchConsumer implements EventConsumer {
  readonly source = 'dispatch';
  // Most of what happens to an order changes nothing at the table, and nobody waits there for it.
  readonly patienceMs = 250;

  constructor(private readonly rules: RuleBook) {}

  readonly handlers = [
    on(deliberatingEvents.deliberationAsked, (tx, event) => bringOrder(tx, event, this.rules)),
    on(supervisionEvents.taskEntrusted, noteTask),
    on(supervisionEvents.taskDelivered, (tx, { aggregateId, payload }) => endCommitment(tx, aggregateId, new Date(payload.deliveredAt))),
    on(supervisionEvents.taskDropped, (tx, { aggregateId }) => endCommitment(tx, aggregateId, null)),
    on(dispatchEvents.dispatched, async (tx, { aggregateId: id, payload: { demandId, category, place, leadUnitId, receivedAt } }) => {
      const { estateId, buildingId } = place;
      tx.put(orders, { id, demandId, estateId, buildingId, category, leadUnitId, receivedAt: new Date(receivedAt), isOpen: true });
      await noteAlike(tx, { id, estateId, buildingId, category, receivedAt: new Date(receivedAt) });
    }),
    on(classificationEvents.orderCategoryCorrected, (tx, { aggregateId, payload }) => refileOrder(tx, aggregateId, payload.category)),
    on(watchingEvents.rainDeclared, (tx) => lookInRain(tx, this.rules)),
    on(dispatchEvents.closed, (tx, { aggregateId: id }) => {
      tx.put(orders, { id, isOpen: false });
    }),
  ];
}
