import type { commitmentEvents, Envelope, PayloadOf } from '@wufang/contracts';
import type { RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { placeOfTask } from './end-task.js';
import { entrustTask } from './entrust-task.js';

/** What a party has promised at its table (承诺事项) becomes its task. What was due before everybody had signed has the time of the table. */
export async function entrustCommitment(
  tx: DispatchTx,
  { aggregateId: sourceId, payload }: Envelope<PayloadOf<typeof commitmentEvents.made>>,
  rules: RuleBook,
): Promise<void> {
  const { unitId, title, text, evidence, dueAt } = payload;
  const what = `“${title}”决议承诺事项：${text}；完成时提交：${evidence}`;
  const own = new Date(dueAt) > tx.now ? dueAt : undefined;
  const limits = await rules.at(tx.streetId, tx.now);
  const task = { source: 'COMMITMENT' as const, sourceId, orderId: null, unitId, text: what, dueAt: own, entrustedBy: null };
  const { id } = await entrustTask(tx, task, limits);
  tx.remember(placeOfTask(sourceId), id);
}
