import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/**
 * Who set a level E and whether a person has looked at it, who set a category, labels given at screening, and the models trained from them.
 * New columns have no default that must be written, so the tables are not rewritten.
 */
export const classificationMigration: Migration = {
  async up(db) {
    const statements = [
      `alter table demands add column level_basis text, add column level_check text check (level_check in ('OPEN', 'CONFIRMED', 'LOWERED')), add column danger_words text[] not null default '{}',
         add column category_by text check (category_by in ('PERSON', 'RESIDENT', 'TEXT'))`,
      `create index demands_to_confirm on demands (street_id, received_at desc, id desc) where level_check = 'OPEN'`,
      `create table labelled_demands (street_id text not null, demand_id uuid not null, category1 text not null, category2 text not null, category3 text not null, demand_type text not null, level text not null,
         suggested text[], is_corrected boolean not null, model_no int, account_id text not null, labelled_at timestamptz(3) not null, primary key (street_id, demand_id))`,
      `create table classifiers (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null, active_no int, latest_no int not null, primary key (street_id, id))`,
      // Words of residents are in it, so it is sealed like what they wrote.
      `create table classifier_models (street_id text not null, model_no int not null, trained_at timestamptz(3) not null, threshold double precision not null, temperature double precision not null, vocabulary int not null,
         figures jsonb not null, sealed_key bytea not null, sealed bytea not null, primary key (street_id, model_no))`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    for (const table of ['labelled_demands', 'classifiers', 'classifier_models']) await secureRows(db, table);
  },
  async down(db) {
    for (const table of ['classifier_models', 'classifiers', 'labelled_demands']) await sql.raw(`drop table ${table}`).execute(db);
    await sql
      .raw('alter table demands drop column level_basis, drop column level_check, drop column danger_words, drop column category_by')
      .execute(db);
  },
};
