import { legEvents, type Ctx, type LegOutcome, type LegView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type Fact } from '@wufang/service';
import type { LegRow } from '../db/legs.schema.js';
import { legs, lockLeg } from '../db/legs.store.js';
import { legView } from '../db/legs.view.js';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import { lockWithinReach, workOrders } from '../db/work-orders.store.js';
import { nextLeg } from '../domain/leg-states.js';
import { evidenceOf, refusePrivate } from '../domain/public-text.js';
import { afterJoining } from '../domain/work-order-states.js';
import { namePhotos } from './name-photos.js';
import { legFacts } from './open-legs.js';

interface OneLeg {
  id: string;
  legId: string;
}

/** The co-unit takes its leg on (签收). */
export async function acceptLeg(tx: DispatchTx, input: OneLeg, ctx: Ctx): Promise<LegView> {
  const { leg } = await lockOwnLeg(tx, input, ctx);
  const state = nextLeg(leg.state, 'accept');
  const saved = tx.save(legs, { ...leg, state, acceptedAt: tx.now }, [
    fact(legEvents.legAccepted, { ...legFacts(leg), acceptedAt: tx.now.toISOString() }),
  ]);
  return legView(saved, tx.now);
}

interface Answer extends OneLeg {
  outcome: LegOutcome;
  report: string;
  stageReport?: string | undefined;
  evidence?: string | undefined;
  photoIds: string[];
}

/** The co-unit answers the lead: its result with what it relies on, or the reason why there is none and how far it has come (条例第十四条). */
export async function returnLeg(tx: DispatchTx, input: Answer, ctx: Ctx): Promise<LegView> {
  const { order, leg } = await lockOwnLeg(tx, input, ctx);
  const state = nextLeg(leg.state, input.outcome === 'RESULT' ? 'return' : 'explain');
  for (const text of [input.report, input.stageReport, input.evidence]) if (text !== undefined) refusePrivate(text);
  const evidence = input.outcome === 'RESULT' ? evidenceOf(input.evidence ?? '', input.photoIds) : (input.evidence ?? '');
  await namePhotos(tx, order, input.photoIds);
  const saved = closeLeg(
    tx,
    order,
    {
      ...leg,
      state,
      report: input.report,
      stageReport: input.stageReport ?? null,
      evidence: evidence || null,
      photoIds: input.photoIds,
    },
    fact(legEvents.legReturned, { ...legFacts(leg), outcome: input.outcome, returnedAt: tx.now.toISOString() }),
  );
  return legView(saved, tx.now);
}

/** The lead lets a co-unit off, and says why. */
export async function waiveLeg(tx: DispatchTx, input: OneLeg & { reason: string }, ctx: Ctx): Promise<LegView> {
  const order = await lockWithinReach(tx, input.id, ctx);
  const leg = await lockLeg(tx, order, input.legId);
  const state = nextLeg(leg.state, 'waive');
  refusePrivate(input.reason);
  const saved = closeLeg(
    tx,
    order,
    { ...leg, state, report: input.reason },
    fact(legEvents.legWaived, { ...legFacts(leg), waivedAt: tx.now.toISOString() }),
  );
  return legView(saved, tx.now);
}

/** A leg is the co-unit's own: nobody else acts on it, however far they see. */
async function lockOwnLeg(tx: DispatchTx, { id, legId }: OneLeg, { actor }: Ctx): Promise<{ order: WorkOrderRow; leg: LegRow }> {
  const order = await tx.lock(workOrders, id);
  if (!order) throw new DomainError('object.not-found', {});
  const leg = await lockLeg(tx, order, legId);
  if (!actor.unitIds.includes(leg.unitId)) throw new DomainError('object.not-found', {});
  return { order, leg };
}

/** The leg owes nothing more; when it was the last one and no whistle is open, joint handling is over and the lead may complete. */
function closeLeg(tx: DispatchTx, order: WorkOrderRow, leg: LegRow, closing: Fact): LegRow {
  tx.stop(leg.id, ['CO_RETURN']);
  const openLegIds = order.openLegIds.filter((id) => id !== leg.id);
  const state = afterJoining({ ...order, openLegIds });
  tx.save(workOrders, { ...order, state, openLegIds }, [
    fact(legEvents.coUnitDone, {
      ...{ demandId: order.demandId, legId: leg.id, unitId: leg.unitId, leadUnitId: order.leadUnitId, state },
      ...{ how: leg.state, openLegs: openLegIds.length, doneAt: tx.now.toISOString() },
    }),
  ]);
  return tx.save(legs, { ...leg, isOpen: false, closedAt: tx.now }, [closing]);
}
