import { clockEvents, type Ctx, type PauseKind, type WorkOrderView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { lockToDecide } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { refuseInDispute } from '../domain/dispute.js';
import { refuseOwnUnit } from '../domain/keep-out.js';
import { pauseAskedFor } from '../domain/more-time.js';
import { publicTextOf, refusePrivate } from '../domain/public-text.js';
import { dueAfterPause } from './end-pause.js';
import { aboutOrder, saveOrder } from './save-order.js';

export interface PauseAsked {
  id: string;
  kind: PauseKind;
  reason: string;
  publicText: string;
  until?: string | undefined;
}

/**
 * The unit's clock stands still (暂停计时): while it waits for the complainant, which a section chief looks at afterwards (`review-pause.ts`), or, by word of a section chief of another unit, for a statutory period. It goes on by
 * itself when the time is up. Meanwhile the order's due time is the one it would have then, so that nobody takes it for overdue.
 */
export async function startPause(tx: DispatchTx, input: PauseAsked, ctx: Ctx, rules: RuleBook): Promise<WorkOrderView> {
  const order = await lockToDecide(tx, input.id, ctx);
  const { kind, reason } = input;
  const mayJudge = ctx.actor.roles.some((role) => role === 'section_chief' || role === 'street_leader');
  if (kind !== 'WAITING_FOR_COMPLAINANT') {
    if (!mayJudge) throw new DomainError('access.denied', {});
    refuseOwnUnit(order, ctx.actor, '为法定期间暂停计时');
  }
  refuseInDispute(order, '暂停计时');
  const until = pauseAskedFor(order, kind, input.until === undefined ? undefined : new Date(input.until), tx.now).toISOString();
  refusePrivate(reason);
  const publicText = publicTextOf(input.publicText);
  const startedAt = tx.now.toISOString();
  const toReview = kind === 'WAITING_FOR_COMPLAINANT' && { review: 'OPEN' as const, startedBy: ctx.actor.accountId };
  const pauses = [...order.pauses, { kind, reason, from: startedAt, until, to: null, ...toReview }];
  const limits = await rules.at(tx.streetId, tx.now);
  const { after: dueAt } = await dueAfterPause(tx, order, tx.now, new Date(until), limits);
  const change = { pauses, dueAt, firstDueAt: order.firstDueAt ?? order.dueAt };
  const facts = [
    fact(clockEvents.pauseStarted, {
      ...{
        ...aboutOrder(order),
        kind,
        reason,
        publicText,
        oldDueAt: order.dueAt.toISOString(),
        dueAt: dueAt.toISOString(),
        until,
        startedAt,
        ...(toReview && { toReview: true as const }),
      },
    }),
  ];
  return toView(await saveOrder(tx, order, change, facts, limits));
}
