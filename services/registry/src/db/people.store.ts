import type { Kysely } from 'kysely';
import type { RegistrySchema } from './schema.js';

type Sql = Kysely<RegistrySchema>;

/** Which of these people own a home, as the transaction sees it. */
export async function ownersAmong(sql: Sql, streetId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await sql
    .selectFrom('homes')
    .select('ownerId')
    .distinct()
    .where('streetId', '=', streetId)
    .where('ownerId', 'in', ids)
    .execute();
  return new Set(rows.map(({ ownerId }) => ownerId));
}

export async function homesCount(sql: Sql, streetId: string, ids: readonly string[]): Promise<number> {
  const row = await sql
    .selectFrom('homes')
    .select((eb) => eb.fn.countAll<bigint>().as('homes'))
    .where('streetId', '=', streetId)
    .where('ownerId', 'in', ids)
    .executeTakeFirstOrThrow();
  return Number(row.homes);
}

/** Which of these people have asked for erasure and own no home any more. */
export async function departedAmong(sql: Sql, streetId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await sql
    .selectFrom('people')
    .select('id')
    .where('streetId', '=', streetId)
    .where('id', 'in', ids)
    .where('isRestricted', '=', true)
    .orderBy('id')
    .execute();
  const owners = await ownersAmong(
    sql,
    streetId,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id }) => id).filter((id) => !owners.has(id));
}

/** The units whose contact person is one of these. */
export async function unitsOfContacts(sql: Sql, streetId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await sql
    .selectFrom('units')
    .select('id')
    .where('streetId', '=', streetId)
    .where('contactId', 'in', ids)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
