import { labels, whistleEvents, type Ctx, type SummonsView, type WhistleView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import { assignedTasks } from '../db/assigned-tasks.store.js';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import type { SummonsRow, WhistleRow } from '../db/supervision.schema.js';
import { lockWithOrder, summonses, whistles } from '../db/whistles.store.js';
import { summonsView, whistleView } from '../db/whistles.view.js';
import { refuseSummoned } from '../domain/keep-out.js';
import { refusePrivate } from '../domain/public-text.js';
import { nextOfWhistle } from '../domain/whistle-states.js';
import { afterJoining } from '../domain/work-order-states.js';
import { entrustTask } from './entrust-task.js';
import { aboutOrder, saveOrder } from './save-order.js';
import { endOwed } from './whistles-follow.js';

type Answer = WhistleView & { summonses: SummonsView[] };

/** Minutes of the site meeting (现场会商), and what it gives each unit to do. Later minutes take the place of earlier ones; tasks add up. */
export async function recordMinutes(
  tx: DispatchTx,
  input: { id: string; minutes: string; tasks: { unitId: string; text: string; dueAt?: string | undefined }[] },
  ctx: Ctx,
  rules: RuleBook,
  streets: StreetBook,
): Promise<Answer> {
  const { whistle } = await lockWithOrder(tx, input.id);
  const state = nextOfWhistle(whistle.state, 'minute');
  refusePrivate(input.minutes);
  const [{ units }, limits] = [await streets.at(tx.streetId), await rules.at(tx.streetId, tx.now)];
  const taskIds: string[] = [];
  for (const task of input.tasks) {
    if (!units.has(task.unitId)) throw new DomainError('unit.unknown', { unit: task.unitId });
    const about = { source: 'WHISTLE' as const, sourceId: whistle.id, orderId: whistle.orderId };
    taskIds.push((await entrustTask(tx, { ...task, ...about, entrustedBy: ctx.actor.accountId }, limits)).id);
  }
  const next = { ...whistle, state, minutes: input.minutes, taskIds: [...whistle.taskIds, ...taskIds] };
  const saved = tx.save(whistles, next, [fact(whistleEvents.minutesRecorded, { taskIds, recordedAt: tx.now.toISOString() })]);
  return answerOf(tx, saved);
}

/**
 * The whistle ends with a result. Every task is done or dropped by then; a unit that has brought no result lapses, and is measured so. The order it was
 * blown for goes back to its lead when no other whistle and no co-unit is waited for. Nobody of a summoned unit settles it: that would end what they owe.
 */
export async function settleWhistle(
  tx: DispatchTx,
  input: { id: string; result: string },
  { actor }: Ctx,
  rules: RuleBook,
): Promise<Answer> {
  const { whistle, order } = await lockWithOrder(tx, input.id);
  const state = nextOfWhistle(whistle.state, 'settle');
  refuseSummoned(whistle, actor, labels.whistleAction.settle);
  refusePrivate(input.result);
  let open = 0;
  for (const id of whistle.taskIds) if ((await tx.lock(assignedTasks, id))?.state === 'ENTRUSTED') open += 1;
  if (open > 0) throw new DomainError('whistle.tasks-open', { open });
  const settledAt = tx.now.toISOString();
  await endOwed(tx, whistle, 'lapse');
  const { orderId, whistlingUnitId } = whistle;
  const saved = tx.save(whistles, { ...whistle, state, result: input.result, settledAt: tx.now }, [
    fact(whistleEvents.whistleSettled, { orderId, whistlingUnitId, settledAt }),
  ]);
  if (order?.isOpen) {
    const openWhistleIds = order.openWhistleIds.filter((id) => id !== whistle.id);
    const after = afterJoining({ ...order, openWhistleIds });
    const told = fact(whistleEvents.orderWhistleSettled, {
      ...{ ...aboutOrder(order), whistleId: whistle.id, openWhistles: openWhistleIds.length, state: after, settledAt },
    });
    await saveOrder(tx, order, { state: after, openWhistleIds }, [told], await rules.at(tx.streetId, tx.now));
  }
  return answerOf(tx, saved);
}

async function answerOf(tx: DispatchTx, whistle: WhistleRow): Promise<Answer> {
  const rows: SummonsRow[] = [];
  for (const id of whistle.summonsIds) rows.push((await tx.lock(summonses, id))!);
  return { ...whistleView(whistle), summonses: rows.map((row) => summonsView(row, tx.now)) };
}
