import { sql, type Migration } from 'kysely';

/** Owners who asked for erasure while they own homes. A constant default rewrites nothing; few homes change hands at once, so the index is built in a moment. */
export const restrictedOwners: Migration = {
  async up(db) {
    await sql.raw('alter table people add column is_restricted boolean not null default false').execute(db);
    await sql.raw('create index homes_by_owner on homes (street_id, owner_id)').execute(db);
  },
  async down(db) {
    await sql.raw('drop index homes_by_owner').execute(db);
    await sql.raw('alter table people drop column is_restricted').execute(db);
  },
};
