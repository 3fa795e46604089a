import { dispatchEvents, handlingCode, type Envelope, type intakeEvents } from '@wufang/contracts';
import { fact, stagesOf, startClock, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import type { z } from 'zod';
import type { StreetBook } from '../db/street-book.js';
import { workOrders } from '../db/work-orders.store.js';
import { concernedByPlace, decide } from '../domain/decide.js';
import { dutiesAtDispatch } from '../domain/duties.js';
import { historyState, stagesPassed } from '../domain/history.js';

type Imported = z.output<typeof intakeEvents.demandImported.payload>;

/**
 * An order out of an earlier system, as its history left it (architecture.md, decision 3): unit, level and due time as written; nothing is
 * refused. An open one keeps its due time, what has passed of its handling clock is recorded as skipped and tells nobody, and its next report
 * to the citizen is counted from today, since the file does not say when the last one was. Duties of the first hours are over and not guessed.
 */
export async function importOrder(tx: DispatchTx, event: Envelope<Imported>, rules: RuleBook, streets: StreetBook): Promise<void> {
  const demand = event.payload;
  const street = await streets.at(tx.streetId);
  const decided = decide(street, demand);
  const leadUnitId = demand.leadUnitId ?? decided.leadUnitId;
  const { state, basis } = historyState(demand.completedAt, demand.callback);
  const [receivedAt, dueAt] = [new Date(demand.receivedAt), new Date(demand.dueAt)];
  const completedAt = demand.completedAt === null ? null : new Date(demand.completedAt);

  if (completedAt === null) {
    const limits = await rules.at(tx.streetId, receivedAt);
    const handling = startClock(limits, handlingCode[demand.level], demand.orderId, tx.now);
    const limit = limits.limits.find((row) => row.code === handlingCode[demand.level]);
    if (handling && limit) {
      const { stages } = stagesOf(limit, receivedAt, dueAt, limits.calendar);
      // A due time that was written elsewhere is not counted anew when a calendar arrives.
      tx.arm({ ...handling, startedAt: receivedAt, dueAt, stages, provisional: false, firstStage: stagesPassed(stages, tx.now) });
    }
    if (dutiesAtDispatch(limits.limits, demand).includes('PROGRESS')) tx.arm(startClock(limits, 'PROGRESS', demand.orderId, tx.now)!);
  }

  const coUnitIds = demand.leadUnitId === null ? decided.coUnitIds : [];
  tx.create(
    workOrders,
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
      isImported: true,
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
      }),
    ],
  );
}
