import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** Rounds of issues. Second net under the row lock: once a round is no longer open, its positions cannot be written any more. */
export const roundsMigration: Migration = {
  async up(db) {
    const statements = [
      `create table rounds (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null,
         issue_id uuid not null, table_id uuid not null, no int not null, notice_no int not null, state text not null, agenda jsonb not null, bodies text[] not null,
         is_emergency boolean not null, noticed_at timestamptz(3) not null, starts_at timestamptz(3) not null, opened_at timestamptz(3), closed_at timestamptz(3),
         attendance jsonb not null, positions jsonb not null, outcome text, absent text[] not null, quorum jsonb not null, had_plan boolean not null, minute_items jsonb not null,
         minutes_due_at timestamptz(3), minutes_finished_at timestamptz(3), concerned_unit_ids uuid[] not null,
         primary key (street_id, id), foreign key (street_id, issue_id) references issues, check ((closed_at is not null) = (state = 'CLOSED')))`,
      `create index rounds_of_issue on rounds (street_id, issue_id, id)`,
      `create function positions_stay() returns trigger language plpgsql as $$
       begin
         if old.state <> 'OPEN' and new.positions is distinct from old.positions then
           raise exception 'positions of a round that is not open are never changed' using errcode = 'WF003';
         end if;
         return new;
       end $$`,
      `create trigger positions_stay before update on rounds for each row execute function positions_stay()`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    await secureRows(db, 'rounds', ['concerned_unit_ids']);
  },
  async down(db) {
    await sql.raw('drop table rounds').execute(db);
    await sql.raw('drop function positions_stay()').execute(db);
  },
};
