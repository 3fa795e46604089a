import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** Which leader is in charge of which units (包片), as it was published each time. New tables. */
export const chargeListsMigration: Migration = {
  async up(db) {
    await sql
      .raw(
        `create table charge_lists (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null,
           list_version int not null, primary key (street_id, id))`,
      )
      .execute(db);
    await sql
      .raw(
        `create table charge_list_versions (street_id text not null, list_version int not null, list jsonb not null,
           primary key (street_id, list_version))`,
      )
      .execute(db);
    for (const table of ['charge_lists', 'charge_list_versions']) await secureRows(db, table);
  },
  async down(db) {
    for (const table of ['charge_list_versions', 'charge_lists']) await sql.raw(`drop table ${table}`).execute(db);
  },
};
