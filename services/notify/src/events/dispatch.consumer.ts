import { Injectable } from '@nestjs/common';
import { dispatchEvents } from '@wufang/contracts';
import { on, type EventConsumer } from '@wufang/service';
import { writeMessages } from '../app/write-messages.js';
import { clockMessages, dispatchedMessages, reworkMessages } from '../domain/messages.js';

/** New orders, reworks, and clocks that warn or have run out. */
@Injectable()
export class DispatchConsumer implements EventConsumer {
  readonly source = 'dispatch';
  readonly patienceMs = 250;
  readonly handlers = [
    on(dispatchEvents.dispatched, (tx, event) => writeMessages(tx, event, dispatchedMessages({ id: event.aggregateId, ...event.payload }))),
    on(dispatchEvents.reworked, (tx, event) => writeMessages(tx, event, reworkMessages({ id: event.aggregateId, ...event.payload }))),
    on(dispatchEvents.clockFired, (tx, event) =>
      writeMessages(tx, event, clockMessages({ subjectId: event.aggregateId, ...event.payload })),
    ),
  ];
}
