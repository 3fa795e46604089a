import { legEvents, type Ctx, type LegView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import { legView } from '../db/legs.view.js';
import { lockOpenLegs } from '../db/legs.store.js';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { lockWithinReach, workOrders } from '../db/work-orders.store.js';
import { movedText, refusePrivate } from '../domain/public-text.js';
import { next, refuseInIncident } from '../domain/work-order-states.js';
import { openLeg } from './open-legs.js';

/** The lead asks another unit to help (加派). The order is handled jointly until all who were asked have answered or were let off. */
export async function addLeg(
  tx: DispatchTx,
  { id, unitId, task, publicText }: { id: string; unitId: string; task: string; publicText?: string | undefined },
  ctx: Ctx,
  rules: RuleBook,
  streets: StreetBook,
): Promise<LegView> {
  const order = await lockWithinReach(tx, id, ctx);
  // An incident is handled as one, by its own units.
  refuseInIncident(order);
  const state = next(order.state, 'join');
  refusePrivate(task);
  const told = movedText({ publicText });
  const unit = (await streets.at(tx.streetId)).units.get(unitId);
  if (!unit) throw new DomainError('unit.unknown', { unit: unitId });
  if (unitId === order.leadUnitId) throw new DomainError('leg.lead-itself', {});
  const open = await lockOpenLegs(tx, order);
  if (open.some((leg) => leg.unitId === unitId)) throw new DomainError('leg.already-open', { unit: unit.name });
  const leg = openLeg(tx, order, unitId, task, await rules.at(tx.streetId, tx.now));
  const coUnitIds = [...new Set([...order.coUnitIds, unitId])];
  tx.save(
    workOrders,
    {
      ...order,
      state,
      coUnitIds,
      concernedUnitIds: [...new Set([...order.concernedUnitIds, unitId])],
      openLegIds: [...order.openLegIds, leg.id],
    },
    [
      fact(legEvents.coUnitAdded, {
        ...{ demandId: order.demandId, legId: leg.id, unitId, leadUnitId: order.leadUnitId, state, coUnitIds },
        ...told,
        addedAt: tx.now.toISOString(),
      }),
    ],
  );
  return legView(leg, tx.now);
}
