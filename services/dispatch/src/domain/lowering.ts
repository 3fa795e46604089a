import type { Level, WorkOrderState } from '@wufang/contracts';
import { levelOf } from './decide.js';

/**
 * Which clocks of an order a lower level changes: before acceptance those of acceptance too; once the unit is done its limit no longer runs and nothing is
 * counted anew. What was sent back for rework has the limit of a rework of the lower level (`reworkLimit`).
 */
export function lowerablePhase(order: { state: WorkOrderState; isOpen: boolean }): 'DISPATCHED' | 'ACCEPTED' | 'OVER' {
  if (!order.isOpen || order.state === 'COMPLETED') return 'OVER';
  return order.state === 'DISPATCHED' || order.state === 'DISPUTED' ? 'DISPATCHED' : 'ACCEPTED';
}

/**
 * The level by which the directory is asked about an order: as it was given, and of an emergency that was found to be none the level it has now. What
 * its rows have made of the level is not asked again. Example: given E, lowered to N -> N; given N, raised to U by its row -> N.
 */
export function levelToAsk({ level, givenLevel }: { level: Level; givenLevel: Level }): Level {
  return givenLevel === 'E' && level !== 'E' ? level : givenLevel;
}

const urgency: readonly Level[] = ['E', 'U', 'N', 'C'];

/** Whether a level is more urgent than another. Examples: E than U -> yes; U than C -> yes; N than N -> no. */
export function isHigher(level: Level, than: Level): boolean {
  return urgency.indexOf(level) < urgency.indexOf(than);
}

/**
 * The level an order has once it was found to be no emergency: what the row that decides for it says, as at the dispatch, but a row's own E is what was just
 * denied. Example: lowered to N where the row says C -> C; where it says E -> N.
 */
export function loweredLevel(level: Level, row: { setLevel?: Level } | undefined): Level {
  const found = levelOf(level, row?.setLevel);
  return found === 'E' ? level : found;
}
