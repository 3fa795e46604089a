import { Injectable } from '@nestjs/common';
import { intakeEvents } from '@wufang/contracts';
import { on, type EventConsumer } from '@wufang/service';
import { climbLadder } from '../app/climb-ladder.js';
import { writeMessages } from '../app/write-messages.js';
import { callbackMessages } from '../domain/messages.js';
import { dayClosedBy } from './days.consumers.js';

/** Callbacks to make, and the clocks of the two desks. */
@Injectable()
export class IntakeConsumer implements EventConsumer {
  readonly source = 'intake';
  readonly patienceMs = 250;
  readonly handlers = [
    dayClosedBy('intake'),
    on(intakeEvents.callbackOpened, (tx, event) => writeMessages(tx, event, callbackMessages(event.payload))),
    on(intakeEvents.demandClockFired, (tx, event) =>
      climbLadder(tx, event, { subjectId: event.aggregateId, no: null, leadUnitId: null, ...event.payload }),
    ),
    on(intakeEvents.callbackClockFired, (tx, event) =>
      climbLadder(tx, event, { subjectId: event.payload.orderId, no: null, leadUnitId: null, ...event.payload }),
    ),
  ];
}
