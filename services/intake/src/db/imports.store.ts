import type { MappingProfile } from '@wufang/contracts';
import { table, type Loader, type Vault } from '@wufang/service';
import type { Kysely } from 'kysely';
import type { ImportRow, IntakeDb, MappingProfileRow, ParkedRowRow } from './schema.js';

export const imports = table<ImportRow>('imports', ['id']);
export const parkedRows = table<ParkedRowRow>('parked_rows', ['id']);
export const mappingProfiles = table<MappingProfileRow>('mapping_profiles', ['id']);

export const parkedRow: Loader<ParkedRowRow> = {
  name: 'parked row',
  load: async (sql: Kysely<IntakeDb>, ids, streetId) => {
    const rows = await sql.selectFrom('parkedRows').selectAll().where('streetId', '=', streetId).where('id', 'in', ids).execute();
    return new Map(rows.map((row) => [row.id, row]));
  },
};

/** A profile the street has published under this id. */
export async function publishedProfile(sql: Kysely<IntakeDb>, streetId: string, id: string): Promise<MappingProfile | undefined> {
  const row = await sql
    .selectFrom('mappingProfiles')
    .select('profile')
    .where('streetId', '=', streetId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.profile;
}

const place = (id: string) => `parked_rows:${id}`;

export function sealCells(vault: Vault, id: string, cells: Readonly<Record<string, string>>) {
  return vault.seal({ cells: JSON.stringify(cells) }, place(id));
}

export function openCells(vault: Vault, row: Pick<ParkedRowRow, 'id' | 'sealedKey' | 'sealed'>): Record<string, string> {
  return JSON.parse(vault.open<{ cells: string }>(row, place(row.id)).cells) as Record<string, string>;
}
