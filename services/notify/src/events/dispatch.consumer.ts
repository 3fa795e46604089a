import { Injectable } from '@nestjs/common';
import { dispatchEvents, supervisionEvents, whistleEvents } from '@wufang/contracts';
import { on, type EventConsumer } from '@wufang/service';
import { writeMessages } from '../app/write-messages.js';
import { clockMessages, dispatchedMessages, reworkMessages } from '../domain/messages.js';
import {
  leaderListMessages,
  summonedMessages,
  summonsClockMessages,
  supervisionMessages,
  taskMessages,
  urgeMessages,
} from '../domain/supervision-messages.js';

/** New orders, reworks, whistles, tasks, supervision, urging, leaders' lists, and clocks that warn or have run out. */
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
    on(whistleEvents.summoned, (tx, event) => writeMessages(tx, event, summonedMessages(event.payload))),
    on(whistleEvents.summonsClockFired, (tx, event) => writeMessages(tx, event, summonsClockMessages(event.payload))),
    on(supervisionEvents.taskEntrusted, (tx, event) => writeMessages(tx, event, taskMessages(event.aggregateId, event.payload))),
    on(supervisionEvents.taskClockFired, (tx, event) =>
      writeMessages(
        tx,
        event,
        clockMessages({ subjectId: event.aggregateId, no: null, leadUnitId: event.payload.unitId, ...event.payload }),
      ),
    ),
    on(supervisionEvents.supervisionIssued, (tx, event) => writeMessages(tx, event, supervisionMessages(event.payload))),
    on(supervisionEvents.supervisionSentBack, (tx, event) => writeMessages(tx, event, supervisionMessages(event.payload))),
    on(supervisionEvents.supervisionClockFired, (tx, event) =>
      writeMessages(tx, event, clockMessages({ subjectId: event.payload.orderId, ...event.payload })),
    ),
    on(supervisionEvents.urged, (tx, event) => writeMessages(tx, event, urgeMessages(event.aggregateId, event.payload))),
    on(supervisionEvents.listMade, (tx, event) => writeMessages(tx, event, leaderListMessages(event.aggregateId, event.payload))),
  ];
}
