import { plainName } from '@wufang/kernel';
import { rowsJson } from '@wufang/service';
import { sql, type Kysely } from 'kysely';
import type { HomeRow, PersonRow, RegistrySchema } from './schema.js';

type Sql = Kysely<RegistrySchema>;

const CHUNK = 1_000;

/** All homes of an estate whose row the caller has locked. */
export async function homesOf(db: Sql, streetId: string, estateId: string): Promise<HomeRow[]> {
  return db.selectFrom('homes').selectAll().where('streetId', '=', streetId).where('estateId', '=', estateId).execute();
}

/** The hashes of what was last told of these buildings' homes, by `<building id>/<part>`. */
export async function toldOf(db: Sql, streetId: string, buildingIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('toldHomes')
    .selectAll()
    .where('streetId', '=', streetId)
    .where('buildingId', 'in', buildingIds)
    .execute();
  return new Map(rows.map(({ buildingId, part, hash }) => [`${buildingId}/${part}`, hash]));
}

export async function buildingsOf(db: Sql, streetId: string, estateId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('buildings')
    .select(['id', 'name'])
    .where('streetId', '=', streetId)
    .where('estateId', '=', estateId)
    .execute();
  return new Map(rows.map((row) => [row.name, row.id]));
}

export async function unitsByName(db: Sql, streetId: string): Promise<Map<string, string>> {
  const rows = await db.selectFrom('units').select(['id', 'name']).where('streetId', '=', streetId).execute();
  return new Map(rows.map((row) => [plainName(row.name), row.id]));
}

/** Ids of owners who are known already, under their blind index in hex. */
export async function ownersBy(db: Sql, streetId: string, lookups: readonly string[]): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  for (let i = 0; i < lookups.length; i += CHUNK) {
    const rows = await db
      .selectFrom('people')
      .select(['id', 'lookup'])
      .where('streetId', '=', streetId)
      .where('kind', '=', 'OWNER')
      .where(
        'lookup',
        'in',
        lookups.slice(i, i + CHUNK).map((lookup) => Buffer.from(lookup, 'hex')),
      )
      .execute();
    for (const row of rows) known.set(row.lookup.toString('hex'), row.id);
  }
  return known;
}

/** Adds owners; somebody who is there under the same index stays as they are. */
export async function addOwners(db: Sql, rows: readonly PersonRow[]): Promise<void> {
  for (const chunk of chunksOf(rows)) {
    await sql`insert into people select * from json_populate_recordset(null::people, ${chunk}::json) on conflict (street_id, kind, lookup) do nothing`.execute(
      db,
    );
  }
}

/** Writes homes, new ones and changed ones alike. */
export async function writeHomes(db: Sql, rows: readonly HomeRow[]): Promise<void> {
  for (const chunk of chunksOf(rows)) {
    await sql`insert into homes select * from json_populate_recordset(null::homes, ${chunk}::json)
      on conflict (street_id, id) do update set area_hundredths = excluded.area_hundredths, area_source = excluded.area_source, nature = excluded.nature, owner_id = excluded.owner_id,
        owner_deposit_fen = excluded.owner_deposit_fen, seller_deposit_fen = excluded.seller_deposit_fen`.execute(db);
  }
}

function* chunksOf(rows: readonly object[]): Generator<string> {
  for (let i = 0; i < rows.length; i += CHUNK) yield rowsJson(rows.slice(i, i + CHUNK));
}
