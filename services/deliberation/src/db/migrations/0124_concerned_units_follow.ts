import { sql, type Migration } from 'kysely';

/** What belongs to an issue and says for itself whom it concerns; and what belongs to that. */
const ofIssue = [
  'rounds',
  'plans',
  'publicities',
  'objections',
  'resolutions',
  'works',
  'instalments',
  'commitments',
  'emergency_uses',
  'issue_files',
  'owners_votes',
];
const below = [
  ['works_entries', 'works_id', 'works'],
  ['payment_entries', 'instalment_id', 'instalments'],
  ['emergency_plans', 'use_id', 'emergency_uses'],
  ['share_questions', 'use_id', 'emergency_uses'],
] as const;

const withNew = (table: string) => `array(select distinct unnest(${table}.concerned_unit_ids || new.concerned_unit_ids))`;

/**
 * A unit that takes a seat of an issue over sees what has become of it so far: whom an issue concerns is copied into everything that belongs to it, so that the
 * copies follow when it grows. Nobody is taken out of them: who sat there reads on. The ledger of payments stays as it is, but for who may read it.
 */
export const concernedUnitsFollowMigration: Migration = {
  async up(db) {
    const statements = [
      `create or replace function frozen_entry() returns trigger language plpgsql as $$
       begin
         if tg_op = 'UPDATE' and to_jsonb(new) - 'concerned_unit_ids' = to_jsonb(old) - 'concerned_unit_ids'
           and new.concerned_unit_ids @> old.concerned_unit_ids and not new.concerned_unit_ids <@ old.concerned_unit_ids then return new; end if;
         raise exception 'entries of the ledger do not change';
       end $$`,
      `create function concerned_units_follow() returns trigger language plpgsql as $$
       begin
         if new.concerned_unit_ids <@ old.concerned_unit_ids then return null; end if;
         ${ofIssue
           .map(
             (table) =>
               `update ${table} set concerned_unit_ids = ${withNew(table)}
                where ${table}.street_id = new.street_id and ${table}.issue_id = new.id and not ${table}.concerned_unit_ids @> new.concerned_unit_ids;`,
           )
           .join('\n')}
         ${below
           .map(
             ([table, key, above]) =>
               `update ${table} set concerned_unit_ids = ${withNew(table)} from ${above} a
                where a.street_id = new.street_id and a.issue_id = new.id and ${table}.street_id = a.street_id and ${table}.${key} = a.id
                  and not ${table}.concerned_unit_ids @> new.concerned_unit_ids;`,
           )
           .join('\n')}
         return null;
       end $$`,
      `create trigger concerned_units_follow after update of concerned_unit_ids on issues for each row execute function concerned_units_follow()`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
  async down(db) {
    const statements = [
      'drop trigger concerned_units_follow on issues',
      'drop function concerned_units_follow()',
      `create or replace function frozen_entry() returns trigger language plpgsql as $$ begin raise exception 'entries of the ledger do not change'; end $$`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
