import { Injectable } from '@nestjs/common';
import { dispatchEvents } from '@wufang/contracts';
import { on, type EventConsumer } from '@wufang/service';
import { orders } from '../db/tables.store.js';

/** Keeps which orders there are in an estate and whether they are open. */
@Injectable()
export class DispatchConsumer implements EventConsumer {
  readonly source = 'dispatch';

  readonly handlers = [
    on(dispatchEvents.dispatched, (tx, { aggregateId: id, payload: { demandId, category, place, leadUnitId, receivedAt } }) => {
      const { estateId, buildingId } = place;
      tx.put(orders, { id, demandId, estateId, buildingId, category, leadUnitId, receivedAt: new Date(receivedAt), isOpen: true });
    }),
    on(dispatchEvents.closed, (tx, { aggregateId: id }) => {
      tx.put(orders, { id, isOpen: false });
    }),
  ];
}
