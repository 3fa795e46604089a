import { lookingAs, secureRows, secureRowsWhere, type AnySchema } from '@wufang/service';
import { sql, type Kysely, type Migration } from 'kysely';

const tables = ['commitment_facts', 'instalment_facts'];

/**
 * Which issue a lateness comes from, and each unit sees its own alone. Columns that may be empty, so that nothing is rewritten; of facts from before the issue is
 * not known.
 */
export const lateCases: Migration = {
  async up(db: Kysely<AnySchema>) {
    for (const table of tables) {
      await sql.raw(`alter table ${table} add column issue_id uuid, add column title text`).execute(db);
      await sql.raw(`drop policy ${table}_rows on ${table}`).execute(db);
      await secureRowsWhere(db, table, `${lookingAs.all} or unit_id = any(${lookingAs.units})`);
    }
  },
  async down(db: Kysely<AnySchema>) {
    for (const table of tables) {
      await sql.raw(`drop policy ${table}_rows on ${table}`).execute(db);
      await secureRows(db, table);
      await sql.raw(`alter table ${table} drop column issue_id, drop column title`).execute(db);
    }
  },
};
