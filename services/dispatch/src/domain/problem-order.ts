import { problemOrderReworks, problemOrderUnits, type WorkOrderState } from '@wufang/contracts';
import { can } from './work-order-states.js';

/** Whether so many reworks make a problem order (问题工单, W10). Example: the third does. */
export function isProblemOrder(reworks: number): boolean {
  return reworks >= problemOrderReworks.value;
}

/** Whether an order may be closed as unsolved with words why (条例第十五条): after so many reworks, in a state that has that step. Units that passed it on are no reason. */
export function mayCloseUnsolved({ state, reworks }: { state: WorkOrderState; reworks: number }): boolean {
  return isProblemOrder(reworks) && can(state, 'explain');
}

/**
 * An order that goes on to another unit as its lead: the third unit in a row that has it, none of which took it, makes it a problem order (问题工单, W10:
 * "passed to three units with no lead"). Whoever accepts ends the row. What the ladder of 有事您找我 hands up, an incident takes or a complaint moves is
 * not passed on: it goes where it is meant to.
 * `told` is what the fact of it says when it becomes one by this.
 * Example: dispatched to A, upheld for B, handed over to C before B accepted -> the third, a problem order.
 */
export function passedOn(order: { passedTo: number; isProblemOrder: boolean }): {
  change: { passedTo: number; isProblemOrder: boolean };
  told: { isProblemOrder?: true };
} {
  const passedTo = order.passedTo + 1;
  const becomes = !order.isProblemOrder && passedTo >= problemOrderUnits.value;
  return { change: { passedTo, isProblemOrder: order.isProblemOrder || becomes }, told: becomes ? { isProblemOrder: true } : {} };
}
