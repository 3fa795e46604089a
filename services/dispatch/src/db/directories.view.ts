import type { Ctx, DemandType, DirectoryRow, Category, Level, PlaceRef } from '@wufang/contracts';
import { atBeijing, addDays } from '@wufang/kernel';
import type { Kysely } from 'kysely';
import type { DispatchDb } from './schema.js';

/** The directory in force. */
export async function getDirectory(
  db: Kysely<DispatchDb>,
  ctx: Ctx,
): Promise<{ version: number; from: string | null; rows: DirectoryRow[] }> {
  const found = await db
    .selectFrom('directoryVersions')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .orderBy('directoryVersion', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found
    ? { version: found.directoryVersion, from: found.publishedAt.toISOString(), rows: found.rows }
    : { version: 0, from: null, rows: [] };
}

export interface SentOrder {
  id: string;
  category: Category;
  demandType: DemandType;
  givenLevel: Level;
  place: PlaceRef;
  sentToUnitId: string;
}

const PAGE = 5_000;

/** All orders received on these days, page by page, with what their dispatch was decided from and where they went. */
export async function* sentOrders(
  db: Kysely<DispatchDb>,
  ctx: Ctx,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): AsyncGenerator<SentOrder[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    let query = db
      .selectFrom('workOrders')
      .select(['id', 'category', 'demandType', 'givenLevel', 'place', 'sentToUnitId'])
      .where('streetId', '=', ctx.streetId)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE);
    if (from) query = query.where('receivedAt', '>=', atBeijing(from, '00:00'));
    if (to) query = query.where('receivedAt', '<', atBeijing(addDays(to, 1), '00:00'));
    const page = await query.execute();
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
    after = page.at(-1)!.id;
  }
}
