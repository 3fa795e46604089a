import type { Ctx, tables, TableView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { DeliberationDb, TableRow } from './schema.js';

export function tableView({ id, estateId, communityId, seats, openedAt, version }: TableRow): TableView {
  return { id, estateId, communityId, seats, openedAt: openedAt.toISOString(), version };
}

/** Reach is kept by row-level security: a unit sees the tables it sits at. */
export async function getTable(db: Kysely<DeliberationDb>, { id }: { id: string }, ctx: Ctx): Promise<TableView> {
  const row = await db.selectFrom('tables').selectAll().where('streetId', '=', ctx.streetId).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('object.not-found', {});
  return tableView(row);
}

export async function listTables(
  db: Kysely<DeliberationDb>,
  { communityId }: z.output<typeof tables.listTables.input>,
  ctx: Ctx,
): Promise<z.output<typeof tables.listTables.output>> {
  let query = db.selectFrom('tables').selectAll().where('streetId', '=', ctx.streetId).orderBy('id');
  if (communityId !== undefined) query = query.where('communityId', '=', communityId);
  const rows = await query.execute();
  return { tables: rows.map((row) => ({ ...tableView(row), openIssues: 0, awaiting: [] })) };
}
