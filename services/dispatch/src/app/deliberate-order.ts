import {
  deliberatingEvents,
  labels,
  type Ctx,
  type Envelope,
  type IssueOutcome,
  type ownersVoteEvents,
  type PayloadOf,
  type WorkOrderView,
} from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { lockWithinReach, workOrders } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { refuseInDispute } from '../domain/dispute.js';
import { meetsLimit } from '../domain/duties.js';
import { refuseUrgent } from '../domain/more-time.js';
import { publicTextOf, refusePrivate } from '../domain/public-text.js';
import { can, next, refuseInIncident } from '../domain/work-order-states.js';
import { aboutOrder, saveOrder } from './save-order.js';

/** What no single unit can settle goes to the table of its estate (提请五方共议). Deliberation hears of it and puts it on the list of issues. */
export async function deliberateOrder(
  tx: DispatchTx,
  input: { id: string; problem: string; publicText: string },
  ctx: Ctx,
  rules: RuleBook,
): Promise<WorkOrderView> {
  const order = await lockWithinReach(tx, input.id, ctx);
  refuseInIncident(order);
  refuseInDispute(order, labels.workOrderAction.deliberate);
  const state = next(order.state, 'deliberate');
  refuseUrgent(order, labels.workOrderAction.deliberate);
  const { estateId, buildingId } = order.place;
  if (estateId === null) throw new DomainError('work-order.estate-needed', {});
  refusePrivate(input.problem);
  const publicText = publicTextOf(input.publicText);
  const asked = fact(deliberatingEvents.deliberationAsked, {
    ...{ ...aboutOrder(order), estateId, buildingId, title: order.title, problem: input.problem, publicText },
    ...{ dueAt: order.dueAt.toISOString(), askedAt: tx.now.toISOString() },
  });
  return toView(await saveOrder(tx, order, { state }, [asked], await rules.at(tx.streetId, tx.now)));
}

/** The parties are done with an issue: its orders are handled on where they were left. One that was closed meanwhile, or never waited, stays as it is. A plan that all have signed meets the limit of a complex one (`meetsLimit`). */
export async function endDeliberation(
  tx: DispatchTx,
  { aggregateId: issueId, payload }: Envelope<{ orderIds: string[]; outcome: IssueOutcome }>,
  rules: RuleBook,
): Promise<void> {
  for (const id of payload.orderIds) {
    const order = await tx.lock(workOrders, id);
    if (!order || !can(order.state, 'returnFromTable')) continue;
    const state = next(order.state, 'returnFromTable');
    const { outcome } = payload;
    const met = outcome === 'SIGNED' && meetsLimit('plan', order, tx.now) && { limitMetAt: tx.now };
    const endedAt = tx.now.toISOString();
    const ended = fact(deliberatingEvents.deliberationEnded, {
      ...{ ...aboutOrder(order), issueId, outcome, endedAt, ...(met && { limitMetAt: endedAt }) },
    });
    await saveOrder(tx, order, { state, ...met }, [ended], await rules.at(tx.streetId, tx.now));
  }
}

/** The street has annulled what the owners had decided (撤销). An order that had been told of it, closed or not, keeps its state: who leads it hears, and may bring it to the table again. */
export async function noteAnnulled(
  tx: DispatchTx,
  { aggregateId: voteId, payload }: Envelope<PayloadOf<typeof ownersVoteEvents.annulled>>,
): Promise<void> {
  for (const id of payload.orderIds ?? []) {
    const order = await tx.lock(workOrders, id);
    if (!order) continue;
    const { title, at: annulledAt } = payload;
    tx.save(workOrders, order, [fact(deliberatingEvents.decisionAnnulled, { ...aboutOrder(order), voteId, title, annulledAt })]);
  }
}
