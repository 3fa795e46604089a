import type { ClaimBoardEntry, Ctx } from '@wufang/contracts';
import type { Kysely } from 'kysely';
import type { DispatchDb, WorkOrderRow } from './schema.js';

export function boardEntry(row: WorkOrderRow): ClaimBoardEntry {
  const { no, category, level, leadUnitId, reworks, isProblemOrder, claimedByUnitId } = row;
  return {
    ...{ orderId: row.id, no, category, level, leadUnitId, reworks, isProblemOrder, claimedByUnitId },
    communityId: row.place.communityId,
    dueAt: row.dueAt.toISOString(),
    claimedAt: row.claimedAt?.toISOString() ?? null,
  };
}

/** The open problem orders and those that people found hard, those due first first: what it is and in which community, nothing finer. */
export async function listClaimBoard(
  db: Kysely<DispatchDb>,
  input: { unclaimed?: boolean | undefined; limit: number },
  ctx: Ctx,
): Promise<{ entries: ClaimBoardEntry[] }> {
  let query = db
    .selectFrom('workOrders')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .where('isOpen', '=', true)
    .where((where) => where.or([where('isProblemOrder', '=', true), where('isHard', '=', true)]))
    .orderBy('dueAt')
    .orderBy('id')
    .limit(input.limit);
  if (input.unclaimed === true) query = query.where('claimedByUnitId', 'is', null);
  if (input.unclaimed === false) query = query.where('claimedByUnitId', 'is not', null);
  return { entries: (await query.execute()).map(boardEntry) };
}
