import { demands, orderOfDemand } from '../db/demands.store.js';
import type { DemandRow, IntakeTx } from '../db/schema.js';
import { isOver } from '../domain/demand.js';

/** Whether the matter of a demand has come to its end; a linked one ends with the one it was linked to. */
export async function isMatterOver(tx: IntakeTx, row: DemandRow): Promise<boolean> {
  const followed = row.linkedTo === null ? row : ((await tx.lock(demands, row.linkedTo)) ?? row);
  return isOver(followed.state, await tx.load(orderOfDemand, followed.id));
}
