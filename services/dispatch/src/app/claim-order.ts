import { supervisionEvents, type ClaimBoardEntry, type Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { boardEntry } from '../db/claim-board.view.js';
import { taskUnitsOfOrder } from '../db/assigned-tasks.store.js';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { noteBeside, workOrders } from '../db/work-orders.store.js';
import { concernedByPlace } from '../domain/decide.js';
import { refusePrivate } from '../domain/public-text.js';
import { aboutOrder } from './save-order.js';

interface AsUnit {
  id: string;
  unitId: string;
}

/**
 * A unit takes a problem order, or one that people found hard (疑难), from the board (揭榜): it brings the solution, and sees the order from now on. The lead stays the lead. Whoever comes
 * first has it; to the others it is taken. Who is complained about does not solve it (domain rules 4.5, step 7).
 */
export async function claimOrder(tx: DispatchTx, input: AsUnit & { plan: string }, ctx: Ctx): Promise<ClaimBoardEntry> {
  const order = await lockAs(tx, input, ctx);
  if (!order.isOpen || !(order.isProblemOrder || order.isHard)) throw new DomainError('claim.not-hard', {});
  if (order.aboutUnitId === input.unitId) throw new DomainError('work-order.complained-about', {});
  if (order.claimedByUnitId !== null) throw new DomainError('claim.taken', {});
  refusePrivate(input.plan);
  const { unitId } = input;
  const next = {
    ...{ ...order, claimedByUnitId: unitId, claimedAt: tx.now },
    concernedUnitIds: [...new Set([...order.concernedUnitIds, unitId])],
  };
  const saved = tx.save(workOrders, next, [
    fact(supervisionEvents.claimed, { ...aboutOrder(order), unitId, claimedAt: tx.now.toISOString() }),
  ]);
  noteBeside(tx, saved, input.plan);
  return boardEntry(saved);
}

/** The unit gives it back and says why; it is on the board again. The unit goes on seeing it only if it concerns it otherwise. */
export async function withdrawClaim(
  tx: DispatchTx,
  input: AsUnit & { reason: string },
  ctx: Ctx,
  streets: StreetBook,
): Promise<ClaimBoardEntry> {
  const order = await lockAs(tx, input, ctx);
  const { unitId } = input;
  if (order.claimedByUnitId !== unitId) throw new DomainError('claim.not-holder', {});
  refusePrivate(input.reason);
  const otherwise = [
    order.leadUnitId,
    order.contactUnitId,
    ...order.formerLeadIds,
    ...order.coUnitIds,
    ...((await tx.load(taskUnitsOfOrder, order.id)) ?? []),
    ...concernedByPlace(await streets.at(tx.streetId), order.place),
  ];
  const concernedUnitIds = order.concernedUnitIds.filter((id) => id !== unitId || otherwise.includes(id));
  const saved = tx.save(workOrders, { ...order, claimedByUnitId: null, claimedAt: null, concernedUnitIds }, [
    fact(supervisionEvents.claimWithdrawn, { ...aboutOrder(order), unitId, withdrawnAt: tx.now.toISOString() }),
  ]);
  noteBeside(tx, saved, input.reason);
  return boardEntry(saved);
}

async function lockAs(tx: DispatchTx, { id, unitId }: AsUnit, ctx: Ctx): Promise<WorkOrderRow> {
  const order = ctx.actor.unitIds.includes(unitId) ? await tx.lock(workOrders, id) : undefined;
  if (!order) throw new DomainError('object.not-found', {});
  return order;
}
