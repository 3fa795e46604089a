import type { ParkedRow, PastImport } from '@wufang/contracts';
import type { Vault } from '@wufang/service';
import type { Kysely } from 'kysely';
import { beijing12345 } from '../domain/mapping-profile.js';
import { maskCells } from '../domain/parked-cells.js';
import { openCells } from './imports.store.js';
import type { IntakeDb } from './schema.js';

/** Imports that were run, the newest first. */
export async function listImports(
  sql: Kysely<IntakeDb>,
  { limit }: { limit: number },
  streetId: string,
): Promise<{ imports: PastImport[] }> {
  const rows = await sql
    .selectFrom('imports as i')
    .select(['i.id', 'i.fileName', 'i.profile', 'i.rows', 'i.accepted', 'i.known', 'i.parked', 'i.accountId', 'i.at'])
    .select((eb) =>
      eb
        .selectFrom('parkedRows as p')
        .select((of) => of.fn.countAll<bigint>().as('n'))
        .whereRef('p.streetId', '=', 'i.streetId')
        .whereRef('p.importId', '=', 'i.id')
        .where('p.state', '=', 'PARKED')
        .as('waiting'),
    )
    .where('i.streetId', '=', streetId)
    .orderBy('i.at', 'desc')
    .orderBy('i.id')
    .limit(limit)
    .execute();
  return { imports: rows.map(({ id, at, waiting, ...row }) => ({ importId: id, at: at.toISOString(), waiting: Number(waiting), ...row })) };
}

/** Rows that wait for a person, with their reasons; the caller is masked in them. */
export async function listParkedRows(
  sql: Kysely<IntakeDb>,
  input: { importId?: string },
  streetId: string,
  vault: Vault,
): Promise<{ rows: ParkedRow[] }> {
  let query = sql
    .selectFrom('parkedRows')
    .selectAll()
    .where('streetId', '=', streetId)
    .where('state', '=', 'PARKED')
    .orderBy('parkedAt')
    .orderBy('sheetRow')
    .limit(1_000);
  if (input.importId) query = query.where('importId', '=', input.importId);
  const rows = await query.execute();
  const published = await sql.selectFrom('mappingProfiles').select(['id', 'profile']).where('streetId', '=', streetId).execute();
  const profiles = new Map(published.map(({ id, profile }) => [id, profile]));
  return {
    rows: rows.map((row) => ({
      id: row.id,
      importId: row.importId,
      sheetRow: row.sheetRow,
      reasons: row.reasons,
      cells: maskCells(openCells(vault, row), profiles.get(row.profile) ?? beijing12345),
    })),
  };
}
