import { dispatchEvents, type Envelope, type intakeEvents } from '@wufang/contracts';
import { beginClock } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import type { z } from 'zod';
import type { StreetBook } from '../db/street-book.js';
import type { IncidentRow } from '../db/incidents.schema.js';
import { keeperOfBuilding } from '../db/building-keepers.store.js';
import { noteOrder, situation, type OpenIncident } from '../db/incidents.store.js';
import { inChargeAt } from '../domain/charges.js';
import { decide, leadRefusal, type Street } from '../domain/decide.js';
import { handlingLimit } from '../domain/duties.js';
import { firstAnswer } from '../domain/hand-up.js';
import { openLeg } from './open-legs.js';
import { isQuickFix } from '../domain/quick-fix.js';
import { matchIncident } from '../domain/incident.js';
import { asPartOf, attachedFacts, holdOpen } from './attach-order.js';
import { countTowardsIncident } from './propose-incident.js';
import { createOrder } from './save-order.js';

type Forwarded = z.output<typeof intakeEvents.demandForwarded.payload>;

/**
 * A demand that intake has forwarded becomes a work order: whom it goes to, and every clock of the unit, which start now. The citizen's clock,
 * `receivedAt`, comes from intake and never starts again. What is about an open incident becomes part of it: no job of its own, the latest status at once
 * (domain rules 4.5, step 4). A copy for the district is owed for what goes to a street (条例第十二条).
 */
export async function dispatchDemand(
  tx: DispatchTx,
  event: Pick<Envelope<Forwarded>, 'aggregateId' | 'payload'>,
  rules: RuleBook,
  streets: StreetBook,
  parentOrderId: string | null = null,
): Promise<void> {
  const demand = event.payload;
  const [street, limits] = [await streets.at(tx.streetId), await rules.at(tx.streetId, tx.now)];
  const facts = { ...demand, at: tx.now };
  const { decided: answered, first } = firstAnswer(street, facts, decide(street, facts));
  const decision = { ...answered.decision, ...(demand.confidence && { confidence: demand.confidence }) };
  const decided = { ...answered, decision };
  const { open, isRaining } = (await tx.load(situation, 'now'))!;
  const incident = await incidentOf(tx, open, street, facts);
  const { dueAt } = beginClock(limits, handlingLimit(limits.limits, decided.level), tx.now)!;
  const part = incident ? asPartOf(incident, decided, { at: tx.now, byHand: false }) : { incidentId: null, beforeIncident: null };
  const sent = { ...decided, ...part };
  const led = { ...sent, place: demand.place, id: demand.orderId, demandId: event.aggregateId, no: demand.no, dueAt };
  const { buildingId } = demand.place;
  const isSmall =
    !incident && buildingId !== null && !demand.aboutUnitId && isQuickFix({ category: demand.category, level: decided.level });
  const quickFixBy = isSmall ? await tx.load(keeperOfBuilding, buildingId) : undefined;
  const inChargeId = decided.level === 'E' ? inChargeAt(street.charges, led, tx.now) : null;
  const openLegIds = sent.coUnitIds.map((unitId) => openLeg(tx, led, unitId, null, limits).id);
  await createOrder(
    tx,
    {
      id: demand.orderId,
      demandId: event.aggregateId,
      no: demand.no,
      state: incident ? 'HANDLING' : 'DISPATCHED',
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
      aboutUnitId: demand.aboutUnitId ?? null,
      gridCheck: null,
      sentToUnitId: decided.leadUnitId,
      decision,
      receivedAt: new Date(demand.receivedAt),
      dispatchedAt: tx.now,
      dueAt,
      contactedAt: incident ? tx.now : null,
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
      ...part,
      parentOrderId,
    },
    [
      fact(dispatchEvents.dispatched, {
        demandId: event.aggregateId,
        no: demand.no,
        leadUnitId: sent.leadUnitId,
        coUnitIds: sent.coUnitIds,
        level: decided.level,
        category: demand.category,
        place: demand.place,
        receivedAt: demand.receivedAt,
        dispatchedAt: tx.now.toISOString(),
        dueAt: dueAt.toISOString(),
        decision: sent.decision,
        demandType: demand.demandType,
        ...(demand.earlierDemandId && { earlierDemandId: demand.earlierDemandId }),
        ...(first && { contactUnitId: first.contactUnitId, handUpStep: first.handUpStep }),
        ...(incident && { incidentId: incident.id }),
        ...(parentOrderId !== null && { parentOrderId }),
        ...(isRaining && { isRaining }),
        ...(demand.aboutUnitId && { aboutUnitId: demand.aboutUnitId }),
        ...(inChargeId !== null && { inChargeId }),
        ...(quickFixBy !== undefined && { quickFixBy }),
      }),
      ...(incident ? attachedFacts(incident, event.aggregateId, { byHand: false, at: tx.now }) : []),
    ],
    limits,
  );
  if (incident) noteOrder(tx, incident.id, 'added', demand.orderId);
  else await countTowardsIncident(tx, street, { ...demand, id: demand.orderId, leadUnitId: decided.leadUnitId }, limits);
}

/**
 * The open incident a demand is part of, held until the end of the command: the earliest that fits and may have it. A complaint about the unit that leads an
 * incident is not part of that one, nor what a community that does may not lead.
 */
async function incidentOf(
  tx: DispatchTx,
  open: readonly OpenIncident[],
  street: Street,
  facts: Forwarded & { at: Date },
): Promise<IncidentRow | undefined> {
  for (const one of open) {
    if (matchIncident(one, facts) !== 'inside') continue;
    const held = await holdOpen(tx, one.id);
    if (held && leadRefusal(street, held.leadUnitId, facts) === null) return held;
  }
  return undefined;
}
