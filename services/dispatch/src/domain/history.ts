import type { CloseBasis, WorkOrderState } from '@wufang/contracts';
import type { CallbackAnswer } from './callback-answer.js';

/**
 * The state of an order that comes in as history (architecture.md, decision 3): not done -> it is being handled; done -> closed by what the
 * complainant answered then, or as not reached where there is no valid answer. No guard refuses history.
 * Example: done, answered not solved -> CLOSED_UNSOLVED, IMPORTED.
 */
export function historyState(
  completedAt: string | null,
  callback: Pick<CallbackAnswer, 'valid' | 'solved'> | null,
): { state: WorkOrderState; basis: CloseBasis | null } {
  if (completedAt === null) return { state: 'HANDLING', basis: null };
  if (!callback?.valid) return { state: 'CLOSED_SOLVED', basis: 'UNREACHED' };
  return { state: callback.solved ? 'CLOSED_SOLVED' : 'CLOSED_UNSOLVED', basis: 'IMPORTED' };
}
