import { Injectable } from '@nestjs/common';
import { commitmentEvents } from '@wufang/contracts';
import { on, type EventConsumer } from '@wufang/service';
import { commitmentFacts } from '../db/facts.store.js';

/** What units have promised, whether it was late, and how it ended. A lateness that is taken back counts no more. */
@Injectable()
export class DeliberationConsumer implements EventConsumer {
  readonly source = 'deliberation';
  readonly patienceMs = 500;
  readonly handlers = [
    on(commitmentEvents.made, (tx, { aggregateId, payload: { unitId, dueAt } }) =>
      tx.put(commitmentFacts, { commitmentId: aggregateId, unitId, dueAt: new Date(dueAt) }),
    ),
    on(commitmentEvents.late, (tx, { aggregateId, payload: { unitId, dueAt } }) =>
      tx.put(commitmentFacts, { commitmentId: aggregateId, unitId, dueAt: new Date(dueAt), isLate: true }),
    ),
    on(commitmentEvents.kept, (tx, { aggregateId, payload: { unitId, isInTime, deliveredAt } }) =>
      tx.put(commitmentFacts, { commitmentId: aggregateId, unitId, isLate: !isInTime, isKept: true, endedAt: new Date(deliveredAt) }),
    ),
    on(commitmentEvents.letOff, (tx, { aggregateId, recordedAt, payload: { unitId, withdrawsLate } }) =>
      tx.put(commitmentFacts, {
        ...{ commitmentId: aggregateId, unitId, isKept: false, endedAt: new Date(recordedAt) },
        ...(withdrawsLate && { isLate: false }),
      }),
    ),
    on(commitmentEvents.superseded, (tx, { aggregateId, recordedAt, payload: { unitId } }) =>
      tx.put(commitmentFacts, { commitmentId: aggregateId, unitId, isKept: false, endedAt: new Date(recordedAt) }),
    ),
  ];
}
