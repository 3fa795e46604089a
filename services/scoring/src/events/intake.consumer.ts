import { Injectable } from '@nestjs/common';
import { intakeEvents, type callbackAnswer } from '@wufang/contracts';
import { type AnySchema, on, type EventConsumer, type Tx } from '@wufang/service';
import type { z } from 'zod';
import { callbackFacts, demandFacts, orderFacts } from '../db/facts.store.js';

/** Demands received, with their place; callbacks with the complainant's answer. */
@Injectable()
export class IntakeConsumer implements EventConsumer {
  readonly source = 'intake';
  readonly patienceMs = 500;
  readonly handlers = [
    on(intakeEvents.demandReceived, (tx, { aggregateId, payload }) => {
      tx.put(demandFacts, { demandId: aggregateId, communityId: payload.place.communityId, receivedAt: new Date(payload.receivedAt) });
    }),
    on(intakeEvents.demandForwarded, (tx, { aggregateId, payload }) => {
      // Screening may have found the place.
      tx.put(demandFacts, {
        demandId: aggregateId,
        orderId: payload.orderId,
        communityId: payload.place.communityId,
        receivedAt: new Date(payload.receivedAt),
      });
    }),
    on(intakeEvents.demandLinked, (tx, { aggregateId, payload }) => {
      tx.put(demandFacts, { demandId: aggregateId, orderId: payload.orderId });
    }),
    on(intakeEvents.demandImported, (tx, { aggregateId, payload }) => {
      tx.put(demandFacts, {
        demandId: aggregateId,
        orderId: payload.orderId,
        communityId: payload.place.communityId,
        receivedAt: new Date(payload.receivedAt),
      });
      tx.put(orderFacts, {
        orderId: payload.orderId,
        leadUnitId: payload.leadUnitId,
        completedAt: payload.completedAt === null ? null : new Date(payload.completedAt),
        completedByUnitId: payload.completedAt === null ? null : payload.leadUnitId,
      });
      if (payload.callback) putCallback(tx, payload.callback);
    }),
    on(intakeEvents.callbackRecorded, (tx, { payload }) => putCallback(tx, payload)),
  ];
}

function putCallback(tx: Tx<AnySchema>, answer: z.output<typeof callbackAnswer>): void {
  const { callbackId, demandId, orderId, valid, contacted, solved, satisfaction, answeredAt } = answer;
  tx.put(callbackFacts, { callbackId, demandId, orderId, valid, contacted, solved, satisfaction, answeredAt: new Date(answeredAt) });
}
