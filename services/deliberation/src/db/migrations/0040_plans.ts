import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

const aggregateColumns =
  'street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null';
const madeTables = ['bound_homes', 'plan_papers', 'plan_home_shares', 'plan_lines', 'plans'];

/**
 * Versions of cost-share plans, what each payer and home pays in the chosen scenario, papers laid on the table, and homes bound to accounts. Money is
 * whole fen everywhere. The database repeats the vital rule: at the end of each transaction the lines of a chosen version, and so the shares of
 * its homes, add up to its total (I-40).
 */
export const plansMigration: Migration = {
  async up(db) {
    const statements = [
      `create table plans (${aggregateColumns}, issue_id uuid not null, no int not null, number_text text not null, state text not null, title text not null,
         scope jsonb not null, scope_text text not null, total_fen bigint not null check (total_fen >= 0), homes_count int not null, document jsonb not null,
         payers jsonb not null, problems jsonb not null, comparison jsonb, scenario text, hash text, chosen_at timestamptz(3), consents jsonb not null,
         quotes jsonb not null, contractor jsonb, expert_report jsonb, concerned_unit_ids uuid[] not null, primary key (street_id, id),
         unique (street_id, issue_id, no), unique (street_id, number_text), check ((scenario is null) = (hash is null)))`,
      // Looked at when the transaction ends, since the earlier version leaves and the later one comes in one statement.
      `alter table plans add constraint plans_chosen exclude using btree (street_id with =, issue_id with =) where (state = 'CHOSEN') deferrable initially deferred`,
      `create table plan_lines (street_id text not null, plan_id uuid not null, payer text not null, capacity text not null, money text not null,
         amount_fen bigint not null check (amount_fen >= 0), primary key (street_id, plan_id, payer, capacity, money), foreign key (street_id, plan_id) references plans)`,
      `create table plan_home_shares (street_id text not null, plan_id uuid not null, home_id uuid not null, owner_id uuid not null, building_id uuid not null,
         building text not null, stairwell text not null, ordinal int not null, code text not null, area_hundredths int not null check (area_hundredths > 0), area_source text not null,
         payer text not null, share_fen bigint not null check (share_fen >= 0), fund_fen bigint not null check (fund_fen >= 0), direct_fen bigint not null check (direct_fen >= 0),
         lookup_code text not null, primary key (street_id, plan_id, home_id), unique (street_id, plan_id, ordinal), check (share_fen = fund_fen + direct_fen),
         foreign key (street_id, plan_id) references plans)`,
      `create table plan_papers (street_id text not null, id uuid not null, plan_id uuid not null, issue_id uuid not null, plan_no int not null, payer text not null, home_id uuid,
         kind text not null, document text not null, document_id uuid, amount_fen bigint, budget_source text, for_amount_fen bigint not null, filed_at timestamptz(3) not null,
         primary key (street_id, id), foreign key (street_id, plan_id) references plans)`,
      `create index plan_papers_of_issue on plan_papers (street_id, issue_id)`,
      `create table bound_homes (street_id text not null, account_id text not null, home_id uuid not null, bound_at timestamptz(3) not null, primary key (street_id, account_id, home_id))`,
      `create index plan_home_shares_of_home on plan_home_shares (street_id, home_id)`,
      `create function plan_adds_up() returns trigger language plpgsql as $$
       declare lines numeric; owned numeric; homes numeric;
       begin
         if new.hash is null then return null; end if;
         select coalesce(sum(amount_fen), 0), coalesce(sum(amount_fen) filter (where capacity = 'OWNER'), 0) into lines, owned
           from plan_lines where street_id = new.street_id and plan_id = new.id;
         select sum(share_fen) into homes from plan_home_shares where street_id = new.street_id and plan_id = new.id;
         if lines <> new.total_fen or (homes is not null and homes <> owned) then
           raise exception 'plan %: lines % and homes % do not add up to %', new.id, lines, homes, new.total_fen;
         end if;
         return null;
       end $$`,
      `create constraint trigger plan_adds_up after insert or update of hash, total_fen on plans deferrable initially deferred for each row execute function plan_adds_up()`,
      // What is frozen stays as it is: a change is a new version.
      `create function frozen_share() returns trigger language plpgsql as $$ begin raise exception 'shares of a plan do not change'; end $$`,
      `create trigger plan_lines_frozen before update or delete on plan_lines for each row execute function frozen_share()`,
      `create trigger plan_home_shares_frozen before update or delete on plan_home_shares for each row execute function frozen_share()`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    await secureRows(db, 'plans', ['concerned_unit_ids']);
    for (const table of ['plan_lines', 'plan_home_shares', 'plan_papers', 'bound_homes']) await secureRows(db, table);
  },
  async down(db) {
    for (const table of madeTables) await sql.raw(`drop table ${table}`).execute(db);
    for (const name of ['plan_adds_up', 'frozen_share']) await sql.raw(`drop function ${name}()`).execute(db);
  },
};
