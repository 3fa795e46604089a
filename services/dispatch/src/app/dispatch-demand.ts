import { dispatchEvents, type Envelope, type intakeEvents } from '@wufang/contracts';
import { beginClock } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import type { z } from 'zod';
import type { StreetBook } from '../db/street-book.js';
import { decide } from '../domain/decide.js';
import { handlingLimit } from '../domain/duties.js';
import { firstAnswer } from '../domain/hand-up.js';
import { openLeg } from './open-legs.js';
import { createOrder } from './save-order.js';

type Forwarded = z.output<typeof intakeEvents.demandForwarded.payload>;

/**
 * A demand that intake has forwarded becomes a work order: whom it goes to, and every clock of the unit, which start now. The citizen's clock,
 * `receivedAt`, comes from intake and never starts again. A copy for the district is owed for what goes to a street (条例第十二条).
 */
export async function dispatchDemand(tx: DispatchTx, event: Envelope<Forwarded>, rules: RuleBook, streets: StreetBook): Promise<void> {
  const demand = event.payload;
  const [street, limits] = [await streets.at(tx.streetId), await rules.at(tx.streetId, tx.now)];
  const facts = { ...demand, at: tx.now };
  const { decided, first } = firstAnswer(street, facts, decide(street, facts));
  const { dueAt } = beginClock(limits, handlingLimit(limits.limits, decided.level), tx.now)!;
  const led = { ...decided, id: demand.orderId, demandId: event.aggregateId, no: demand.no, dueAt };
  const openLegIds = decided.coUnitIds.map((unitId) => openLeg(tx, led, unitId, null, limits).id);
  await createOrder(
    tx,
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
      dueAt,
      contactedAt: null,
      completedAt: null,
      closedAt: null,
      reworks: 0,
      isProblemOrder: false,
      isImported: false,
      ...{ openDisputeId: null, openLegIds, contactUnitId: null, handUpStep: null, handUpVersion: null, ...first },
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
        dueAt: dueAt.toISOString(),
        decision: decided.decision,
        copiedToDistrict: true,
        demandType: demand.demandType,
        ...(first && { contactUnitId: first.contactUnitId, handUpStep: first.handUpStep }),
      }),
    ],
    limits,
  );
}
