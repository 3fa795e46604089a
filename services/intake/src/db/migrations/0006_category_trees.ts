import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** Category trees that streets publish, and what each version of their dispatch directory decides by. New tables only. */
export const categoryTreesMigration: Migration = {
  async up(db) {
    const statements = [
      `create table category_trees (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null, latest_version int not null, primary key (street_id, id))`,
      `create table category_tree_versions (street_id text not null, tree_version int not null, begins_at timestamptz(3) not null, source text not null, leaves jsonb not null, renames jsonb not null,
         published_at timestamptz(3) not null, published_by text not null, primary key (street_id, tree_version))`,
      `create table directory_categories (street_id text not null, directory_version int not null, begins_at timestamptz(3) not null, categories jsonb,
         primary key (street_id, directory_version))`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    for (const table of ['category_trees', 'category_tree_versions', 'directory_categories']) await secureRows(db, table);
  },
  async down(db) {
    for (const table of ['directory_categories', 'category_tree_versions', 'category_trees'])
      await sql.raw(`drop table ${table}`).execute(db);
  },
};
