import { dispatchEvents, type Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { directories, directoryWithdrawals, lockDirectory } from '../db/directories.store.js';
import type { DispatchTx } from '../db/schema.js';
import { stateOf } from '../domain/directory-timeline.js';

const stateTexts = { IN_FORCE: '已施行', PAST: '已是旧版', WITHDRAWN: '已撤回' };

/** A version that has not begun yet is taken off the list of those to come. One that has begun is history and can only be rolled back. */
export async function withdrawDirectory(
  tx: DispatchTx,
  { version, reason }: { version: number; reason: string },
  ctx: Ctx,
): Promise<{ version: number }> {
  const head = await lockDirectory(tx);
  if (!head || version > head.directoryVersion) throw new DomainError('object.not-found', {});
  const state = stateOf(head.timeline, version, tx.now);
  if (state !== 'SCHEDULED') throw new DomainError('directory.not-scheduled', { version, state: stateTexts[state] });
  const timeline = head.timeline.filter((entry) => entry.version !== version);
  tx.save(directories, { ...head, timeline }, [fact(dispatchEvents.directoryWithdrawn, { directoryVersion: version, reason })]);
  tx.insert(directoryWithdrawals, { directoryVersion: version, withdrawnAt: tx.now, withdrawnBy: ctx.actor.accountId, reason });
  return { version };
}
