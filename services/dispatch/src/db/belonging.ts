import { anyOf, type Loader } from '@wufang/service';
import { sql } from 'kysely';

/** Where one thing belongs to another: the table of what belongs, and its column that names the other. */
interface Belonging {
  table: 'supervisions' | 'watch_checks' | 'sweep_checks' | 'whistles';
  column: 'order_id' | 'sweep_id';
}

/** Of each the one it belongs to; asked first, since that one is locked before what belongs to it. */
export const ownerOf = (name: string, { table, column }: Belonging): Loader<string> => ({
  name,
  load: async (db, ids, streetId) => {
    const found = await sql<{ id: string; owner: string }>`
      select id, ${sql.ref(column)} as owner from ${sql.table(table)} where street_id = ${streetId} and id = ${anyOf(ids)}`.execute(db);
    return new Map(found.rows.map(({ id, owner }) => [id, owner]));
  },
});

/** What belongs to each, in the order of their ids; none is an empty list. */
export const belongingTo = (name: string, { table, column }: Belonging): Loader<string[]> => ({
  name,
  load: async (db, owners, streetId) => {
    const found = await sql<{ id: string; owner: string }>`
      select id, ${sql.ref(column)} as owner from ${sql.table(table)}
      where street_id = ${streetId} and ${sql.ref(column)} = ${anyOf(owners)} order by id`.execute(db);
    const lists = new Map<string, string[]>(owners.map((owner) => [owner, []]));
    for (const { id, owner } of found.rows) lists.get(owner)!.push(id);
    return lists;
  },
});
