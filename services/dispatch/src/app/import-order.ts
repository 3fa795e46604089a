import { dispatchEvents, type Envelope, type intakeEvents } from '@wufang/contracts';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import type { z } from 'zod';
import type { StreetBook } from '../db/street-book.js';
import { concernedByPlace, decide } from '../domain/decide.js';
import { historyState } from '../domain/history.js';
import { createOrder } from './save-order.js';

type Imported = z.output<typeof intakeEvents.demandImported.payload>;

/**
 * An order out of an earlier system, as its history left it (architecture.md, decision 3): unit, level and due time as written; nothing is
 * refused. An open one keeps its due time, what has passed of its handling clock is recorded as skipped and tells nobody, and its next report
 * to the citizen is counted from today, since the file does not say when the last one was. Duties of the first hours are over and not guessed.
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
  await createOrder(
    tx,
    {
      id: demand.orderId,
      demandId: event.aggregateId,
      no: demand.no,
      state,
      isOpen: completedAt === null,
      closeBasis: basis,
      demandType: demand.demandType,
      category: demand.category,
      level: demand.level,
      givenLevel: demand.level,
      title: demand.title,
      place: demand.place,
      leadUnitId,
      coUnitIds,
      concernedUnitIds: [...new Set([leadUnitId, ...coUnitIds, ...concernedByPlace(street, demand.place)])],
      sentToUnitId: leadUnitId,
      decision:
        demand.leadUnitId === null
          ? decided.decision
          : { directoryVersion: 0, ruleIds: [], reason: '历史工单，主办单位按导入数据。', alternatives: [] },
      receivedAt,
      dispatchedAt: receivedAt,
      dueAt,
      contactedAt: null,
      completedAt,
      closedAt: completedAt,
      reworks: 0,
      isProblemOrder: false,
      aboutUnitId: null,
      gridCheck: null,
      isImported: true,
      ...{ openDisputeId: null, openLegIds: [], contactUnitId: null, handUpStep: null, handUpVersion: null },
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
    await rules.at(tx.streetId, receivedAt),
  );
}
