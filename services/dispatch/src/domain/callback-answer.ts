import type { CloseBasis, WorkOrderState } from '@wufang/contracts';
import { can } from './work-order-states.js';

/** What the complainant, or nobody after all tries, has answered. */
export interface CallbackAnswer {
  valid: boolean;
  solved: boolean | null;
  orderRework: boolean;
}

export type Settlement = { action: 'solve' | 'giveUp'; basis: CloseBasis } | { action: 'rework' } | { action: 'none' };

/**
 * What an answer does to its order (architecture.md, decision 2; domain rules 4.4). Solved closes it, however satisfied, unless the desk
 * orders rework; not solved sends it back; nobody reached closes what the unit says is done. While the unit still handles it, an answer
 * asked for by the due time closes what is solved and else leaves the state alone. What is closed stays closed.
 * Example: COMPLETED, valid, not solved -> rework; HANDLING, valid, not solved -> none; DISPATCHED, valid, solved -> closed, confirmed.
 */
export function settle(state: WorkOrderState, answer: CallbackAnswer): Settlement {
  const wished: Settlement = !answer.valid
    ? { action: 'giveUp', basis: 'UNREACHED' }
    : answer.solved && !answer.orderRework
      ? { action: 'solve', basis: 'CONFIRMED' }
      : { action: 'rework' };
  return can(state, wished.action) ? wished : { action: 'none' };
}
