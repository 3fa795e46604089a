import { dispatchEvents, type Ctx, type WorkOrderView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { lockWithinReach, noteBeside } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { isFieldChecked } from '../domain/grid-check.js';
import { evidenceOf, publicTextOf, refusePrivate } from '../domain/public-text.js';
import { can, next } from '../domain/work-order-states.js';
import { namePhotos } from './name-photos.js';
import { saveOrder } from './save-order.js';

interface Completion {
  id: string;
  publicText: string;
  evidence: string;
  photoIds?: string[] | undefined;
  mechanism?: string | undefined;
}

/**
 * The unit says done (办结): a result for the complainant, what it relies on, and what it has changed so that the like does not come again (完善机制). All
 * clocks of the unit stop; only the complainant can say solved. A hard order (疑难) is done under a section chief who has taken it up.
 */
export async function completeOrder(tx: DispatchTx, input: Completion, ctx: Ctx, rules: RuleBook): Promise<WorkOrderView> {
  const order = await lockWithinReach(tx, input.id, ctx);
  const isHandled = order.state === 'JOINT' || can(order.state, 'complete');
  if (isHandled && order.openLegIds.length > 0) throw new DomainError('work-order.legs-open', { count: order.openLegIds.length });
  if (isHandled && order.openWhistleIds.length > 0)
    throw new DomainError('work-order.whistles-open', { count: order.openWhistleIds.length });
  const state = next(order.state, 'complete');
  if (order.isHard && order.sectionChief === null) throw new DomainError('work-order.chief-needed', {});
  const publicText = publicTextOf(input.publicText);
  const evidence = evidenceOf(input.evidence, input.photoIds ?? []);
  await namePhotos(tx, order, input.photoIds ?? []);
  const { mechanism } = input;
  if (mechanism !== undefined) refusePrivate(mechanism);
  const gridCheck = isFieldChecked(order.category) ? ('OWED' as const) : null;
  const facts = [
    fact(dispatchEvents.completed, {
      demandId: order.demandId,
      leadUnitId: order.leadUnitId,
      publicText,
      completedAt: tx.now.toISOString(),
      round: order.reworks + 1,
      handledBy: ctx.actor.accountId,
      ...(gridCheck && { gridCheck }),
      ...(mechanism !== undefined && { changesMechanism: true }),
    }),
  ];
  const saved = await saveOrder(tx, order, { state, completedAt: tx.now, gridCheck }, facts, await rules.at(tx.streetId, tx.now));
  noteBeside(tx, saved, mechanism === undefined ? evidence : `${evidence}\n完善机制：${mechanism}`, input.photoIds);
  return toView(saved);
}
