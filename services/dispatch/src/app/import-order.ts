import { dispatchEvents, type Envelope, type intakeEvents } from '@wufang/contracts';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import type { z } from 'zod';
import type { StreetBook } from '../db/street-book.js';
import { concernedByPlace, decide } from '../domain/decide.js';
import { historyState } from '../domain/history.js';
import { openLeg } from './open-legs.js';
import { createOrder } from './save-order.js';

type Imported = z.output<typeof intakeEvents.demandImported.payload>;

/**
 * An order out of an earlier system, as its history left it (architecture.md, decision 3): unit, level and due time as written; nothing is
 * refused. An open one keeps its due time, what has passed of its handling clock is recorded as skipped and tells nobody, and its next report
 * to the citizen is counted from today, since the file does not say when the last one was. Duties of the first hours are over and not guessed. Who the
 * directory names to assist an open one has its part from now on.
 */
export async function importOrder(tx: DispatchTx, event: Envelope<Imported>, rules: RuleBook, streets: StreetBook): Promise<void> {
  const demand = event.payload;
  const street = await streets.at(tx.streetId);
  const decided = decide(street, { ...demand, at: tx.now });
  const leadUnitId = demand.leadUnitId ?? decided.leadUnitId;
  const { state, basis } = historyState(demand.completedAt, demand.callback);
  const [receivedAt, dueAt] = [new Date(demand.receivedAt), new Date(demand.dueAt)];
  const completedAt = demand.completedAt === null ? null : new Date(demand.completedAt);

  const coUnitIds = demand.leadUnitId === null ? decided.coUnitIds : [];
  const limits = await rules.at(tx.streetId, receivedAt);
  const led = { id: demand.orderId, demandId: event.aggregateId, no: demand.no, leadUnitId, dueAt };
  // Who assists answers by a leg of its own, whoever wrote down the lead (条例第十四条).
  const today = await rules.at(tx.streetId, tx.now);
  const openLegIds = completedAt === null ? coUnitIds.map((unitId) => openLeg(tx, led, unitId, null, today).id) : [];
  await createOrder(
    tx,
    {
      ...led,
      state,
      isOpen: completedAt === null,
      closeBasis: basis,
      demandType: demand.demandType,
      category: demand.category,
      level: demand.level,
      givenLevel: demand.level,
      title: demand.title,
      place: demand.place,
      coUnitIds,
      concernedUnitIds: [...new Set([leadUnitId, ...coUnitIds, ...concernedByPlace(street, demand.place)])],
      sentToUnitId: leadUnitId,
      decision:
        demand.leadUnitId === null
          ? decided.decision
          : { directoryVersion: 0, ruleIds: [], reason: '历史工单，主办单位按导入数据。', alternatives: [] },
      receivedAt,
      dispatchedAt: receivedAt,
      contactedAt: null,
      completedAt,
      closedAt: completedAt,
      reworks: 0,
      isProblemOrder: false,
      aboutUnitId: null,
      gridCheck: null,
      isImported: true,
      ...{ openDisputeId: null, openLegIds, contactUnitId: null, handUpStep: null, handUpVersion: null },
      incidentId: null,
      beforeIncident: null,
      parentOrderId: null,
      sectionChief: null,
      urges: 0,
      claimedByUnitId: null,
      claimedAt: null,
    },
    [
      fact(dispatchEvents.imported, {
        demandId: event.aggregateId,
        no: demand.no,
        state,
        leadUnitId,
        category: demand.category,
        place: demand.place,
        receivedAt: demand.receivedAt,
        dueAt: demand.dueAt,
        completedAt: demand.completedAt,
        level: demand.level,
        demandType: demand.demandType,
      }),
    ],
    limits,
  );
}
