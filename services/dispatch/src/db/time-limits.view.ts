import type { clocks, Ctx, TimeLimit } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { sql, type Kysely } from 'kysely';
import type { z } from 'zod';
import { limitFindings } from '../domain/limit-sources.js';
import type { DispatchDb } from './schema.js';

interface PublishedTable {
  version: number;
  from: string;
  rows: TimeLimit[];
}

/** The street's own tables as it published them, the one in force today first. */
async function publishedTables(db: Kysely<DispatchDb>, streetId: string): Promise<PublishedTable[]> {
  const found = await sql<PublishedTable>`
    select version, to_char(in_force_from, 'YYYY-MM-DD') as "from", rows
    from time_limits where street_id = ${streetId}
    order by in_force_from <= (app_now() at time zone 'Asia/Shanghai')::date desc, in_force_from desc, version desc`.execute(db);
  return found.rows;
}

/** The rows of each table that a street has published, by version. */
export async function tablesOf(db: Kysely<DispatchDb>, streetId: string): Promise<ReadonlyMap<number, readonly TimeLimit[]>> {
  return new Map((await publishedTables(db, streetId)).map(({ version, rows }) => [version, rows]));
}

/** What the table in force lacks. */
export async function findingsOfLimits(db: Kysely<DispatchDb>, { streetId }: Ctx): Promise<z.output<typeof clocks.limitFindings.output>> {
  const [table] = await publishedTables(db, streetId);
  if (!table) throw new DomainError('street.unknown', { streetId });
  return { version: table.version, from: table.from, findings: limitFindings(table.rows) };
}
