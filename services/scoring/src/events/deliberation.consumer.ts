import { Injectable } from '@nestjs/common';
import { commitmentEvents, instalmentEvents, type InstalmentKind, type SeatKind } from '@wufang/contracts';
import { on, type EventConsumer } from '@wufang/service';
import { commitmentFacts, instalmentFacts } from '../db/facts.store.js';

interface Paying {
  seat: SeatKind | null;
  unitId: string;
  payerUnitId?: string | null | undefined;
  instalmentKind: InstalmentKind;
  issueId: string;
  title: string;
}

/**
 * Who is late with a payment: the payer's own unit, never the community that is reminded of it in its place. Older facts name a payer with a seat by that. A refund
 * is nobody's point: who is named waits for the money.
 */
const payerOf = ({ seat, unitId, payerUnitId, instalmentKind }: Paying) => {
  if (instalmentKind === 'REFUND') return null;
  return payerUnitId !== undefined ? payerUnitId : seat === null ? null : unitId;
};

const aboutPayment = (instalmentId: string, paying: Paying) => {
  const { issueId, title } = paying;
  return { instalmentId, unitId: payerOf(paying), issueId, title };
};

/** What units have promised and have to pay, whether they were late, and how it ended. A lateness that is taken back counts no more. */
@Injectable()
export class DeliberationConsumer implements EventConsumer {
  readonly source = 'deliberation';
  readonly patienceMs = 500;
  readonly handlers = [
    on(commitmentEvents.made, (tx, { aggregateId, payload: { unitId, issueId, title, dueAt } }) =>
      tx.put(commitmentFacts, { commitmentId: aggregateId, unitId, issueId, title, dueAt: new Date(dueAt) }),
    ),
    on(commitmentEvents.late, (tx, { aggregateId, payload: { unitId, issueId, dueAt } }) =>
      tx.put(commitmentFacts, { commitmentId: aggregateId, unitId, issueId, dueAt: new Date(dueAt), isLate: true }),
    ),
    on(commitmentEvents.kept, (tx, { aggregateId, payload: { unitId, issueId, isInTime, deliveredAt } }) =>
      tx.put(commitmentFacts, {
        ...{ commitmentId: aggregateId, unitId, issueId, isLate: !isInTime, isKept: true, endedAt: new Date(deliveredAt) },
      }),
    ),
    on(commitmentEvents.letOff, (tx, { aggregateId, recordedAt, payload: { unitId, issueId, withdrawsLate } }) =>
      tx.put(commitmentFacts, {
        ...{ commitmentId: aggregateId, unitId, issueId, isKept: false, endedAt: new Date(recordedAt) },
        ...(withdrawsLate && { isLate: false }),
      }),
    ),
    on(commitmentEvents.superseded, (tx, { aggregateId, recordedAt, payload: { unitId, issueId } }) =>
      tx.put(commitmentFacts, { commitmentId: aggregateId, unitId, issueId, isKept: false, endedAt: new Date(recordedAt) }),
    ),
    on(instalmentEvents.made, (tx, { aggregateId, payload }) =>
      tx.put(instalmentFacts, { ...aboutPayment(aggregateId, payload), ...(payload.dueAt !== null && { dueAt: new Date(payload.dueAt) }) }),
    ),
    on(instalmentEvents.fellDue, (tx, { aggregateId, payload }) =>
      tx.put(instalmentFacts, { ...aboutPayment(aggregateId, payload), dueAt: new Date(payload.dueAt) }),
    ),
    on(instalmentEvents.late, (tx, { aggregateId, payload }) =>
      tx.put(instalmentFacts, { ...aboutPayment(aggregateId, payload), dueAt: new Date(payload.dueAt), isLate: true }),
    ),
    on(instalmentEvents.receiptRecorded, (tx, { aggregateId, payload }) =>
      tx.put(instalmentFacts, { ...aboutPayment(aggregateId, payload), ...(payload.withdrawsLate && { isLate: false }) }),
    ),
    on(instalmentEvents.carried, (tx, { aggregateId, payload }) =>
      tx.put(instalmentFacts, { ...aboutPayment(aggregateId, payload), ...(payload.withdrawsLate && { isLate: false }) }),
    ),
  ];
}
