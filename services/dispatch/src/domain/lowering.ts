import type { WorkOrderState } from '@wufang/contracts';

/**
 * Which clocks of an order a lower level changes: before acceptance those of acceptance too; once the unit is done, or the order was sent back
 * for rework, its handling limit no longer runs and nothing is counted anew.
 */
export function lowerablePhase(order: { state: WorkOrderState; isOpen: boolean; reworks: number }): 'DISPATCHED' | 'ACCEPTED' | 'OVER' {
  if (!order.isOpen || order.reworks > 0 || order.state === 'COMPLETED') return 'OVER';
  return order.state === 'DISPATCHED' || order.state === 'DISPUTED' ? 'DISPATCHED' : 'ACCEPTED';
}
