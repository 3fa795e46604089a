import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** Resolutions (决议): the bytes that are signed are kept as text, as they were drawn; a trigger keeps anybody from changing them. */
export const resolutionsMigration: Migration = {
  async up(db) {
    const statements = [
      `create table resolutions (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null,
         issue_id uuid not null, table_id uuid not null, estate_id uuid not null, no int not null, state text not null, bytes text not null, hash text not null,
         plan_bytes text, signatures jsonb not null, concerned_unit_ids uuid[] not null, drawn_at timestamptz(3) not null, signed_at timestamptz(3), void_reason text,
         primary key (street_id, id), unique (street_id, issue_id, no), foreign key (street_id, issue_id) references issues)`,
      `create function resolutions_keep_bytes() returns trigger language plpgsql as $$
       begin
         if new.bytes <> old.bytes or new.hash <> old.hash or new.plan_bytes is distinct from old.plan_bytes then
           raise exception 'the bytes of a resolution never change';
         end if;
         return new;
       end $$`,
      `create trigger resolutions_keep_bytes before update on resolutions for each row execute function resolutions_keep_bytes()`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    await secureRows(db, 'resolutions', ['concerned_unit_ids']);
  },
  async down(db) {
    await sql.raw('drop table resolutions').execute(db);
    await sql.raw('drop function resolutions_keep_bytes()').execute(db);
  },
};
