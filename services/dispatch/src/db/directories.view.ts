import type { Category, Ctx, DemandType, DirectoryRow, DirectoryVersionView, Level, PlaceRef } from '@wufang/contracts';
import { addDays, atBeijing, DomainError } from '@wufang/kernel';
import { sql, type Kysely } from 'kysely';
import { stateOf, versionAt, type TimelineEntry } from '../domain/directory-timeline.js';
import type { DispatchDb } from './schema.js';

export interface ShownVersion {
  version: number;
  from: string | null;
  rows: DirectoryRow[];
}

export async function databaseNow(db: Kysely<DispatchDb>): Promise<Date> {
  return (await sql<{ now: Date }>`select app_now() as now`.execute(db)).rows[0]!.now;
}

async function timelineOf(db: Kysely<DispatchDb>, ctx: Ctx): Promise<{ timeline: TimelineEntry[]; now: Date }> {
  const head = await db
    .selectFrom('directories')
    .select(['timeline', sql<Date>`app_now()`.as('now')])
    .where('streetId', '=', ctx.streetId)
    .executeTakeFirst();
  return head ?? { timeline: [], now: new Date(0) };
}

/** The directory in force, or the version that is asked for. */
export async function getDirectory(db: Kysely<DispatchDb>, { version }: { version?: number | undefined }, ctx: Ctx): Promise<ShownVersion> {
  const { timeline, now } = await timelineOf(db, ctx);
  const wanted = version ?? versionAt(timeline, now);
  const found = await db
    .selectFrom('directoryVersions')
    .select(['inForceFrom', 'rows'])
    .where('streetId', '=', ctx.streetId)
    .where('directoryVersion', '=', wanted)
    .executeTakeFirst();
  if (!found && version !== undefined) throw new DomainError('object.not-found', {});
  return { version: wanted, from: found?.inForceFrom.toISOString() ?? null, rows: found?.rows ?? [] };
}

/** All versions, the newest first: who, when, why, from when. */
export async function listDirectoryVersions(db: Kysely<DispatchDb>, ctx: Ctx): Promise<{ versions: DirectoryVersionView[] }> {
  const { timeline, now } = await timelineOf(db, ctx);
  const rows = await db
    .selectFrom('directoryVersions as v')
    .leftJoin('directoryWithdrawals as w', (join) =>
      join.onRef('w.streetId', '=', 'v.streetId').onRef('w.directoryVersion', '=', 'v.directoryVersion'),
    )
    .select(['v.directoryVersion', 'v.inForceFrom', 'v.publishedAt', 'v.publishedBy', 'v.reason', 'v.rowsCount', 'v.rowsHash', 'v.basedOn'])
    .select(['v.rollsBackTo', 'w.withdrawnAt', 'w.withdrawnBy', 'w.reason as withdrawnReason'])
    .where('v.streetId', '=', ctx.streetId)
    .orderBy('v.directoryVersion', 'desc')
    .limit(500)
    .execute();
  return {
    versions: rows.map((row) => ({
      version: row.directoryVersion,
      state: stateOf(timeline, row.directoryVersion, now),
      from: row.inForceFrom.toISOString(),
      publishedAt: row.publishedAt.toISOString(),
      publishedBy: row.publishedBy,
      reason: row.reason,
      rows: row.rowsCount,
      rowsHash: row.rowsHash,
      basedOn: row.basedOn,
      rollsBackTo: row.rollsBackTo,
      withdrawn: row.withdrawnAt && { at: row.withdrawnAt.toISOString(), by: row.withdrawnBy!, reason: row.withdrawnReason! },
    })),
  };
}

/** Categories that demands of this street have had. */
export async function seenCategories(db: Kysely<DispatchDb>, ctx: Ctx): Promise<Category[]> {
  const found = await db.selectFrom('workOrders').select('category').distinct().where('streetId', '=', ctx.streetId).execute();
  return found.map(({ category }) => category);
}

export interface SentOrder {
  id: string;
  no: string;
  category: Category;
  demandType: DemandType;
  level: Level;
  givenLevel: Level;
  place: PlaceRef;
  aboutUnitId: string | null;
  sentToUnitId: string;
  /** Who answered first in a pilot of 有事您找我. */
  contactUnitId: string | null;
  /** The instant it was first dispatched. */
  at: Date;
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
      .select(['id', 'no', 'category', 'demandType', 'level', 'givenLevel', 'place', 'aboutUnitId', 'sentToUnitId', 'contactUnitId'])
      .select(sql<Date>`coalesce((decision->>'decidedAt')::timestamptz, received_at)`.as('at'))
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
