import { lookingAs, secureRows, secureRowsWhere } from '@wufang/service';
import { sql, type Migration } from 'kysely';

const tables = ['vote_scans', 'vote_receipts', 'ballot_readings', 'ballots', 'vote_roll_owners', 'vote_roll_homes', 'owners_votes'];

/** Owners' votes: the roll as it was frozen, and ballots that nobody but the counting group of their vote can read. */
export const ownersVotesMigration: Migration = {
  async up(db) {
    const ofVote = 'street_id text not null, vote_id uuid not null';
    const toVote = 'foreign key (street_id, vote_id) references owners_votes';
    const statements = [
      `create table owners_votes (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null,
         issue_id uuid, estate_id uuid not null, building_id uuid, stairwell text, kind text not null, state text not null, title text not null, how text not null,
         questions jsonb not null, announced_at timestamptz(3) not null, opens_at timestamptz(3) not null, closes_at timestamptz(3) not null, rules_version text not null,
         settings jsonb not null, members jsonb not null, member_account_ids text[] not null, interested_account_ids text[] not null, concerned_unit_ids uuid[] not null, body_unit_id uuid,
         roll jsonb, ballots int not null, returned jsonb not null, unchecked int not null, closed_at timestamptz(3), counted_at timestamptz(3), results jsonb, statement jsonb, source text,
         post_due_at timestamptz(3), posted_at timestamptz(3), posted_where text, keep_until timestamptz(3), called_off_reason text,
         primary key (street_id, id), check (opens_at < closes_at))`,
      `create index owners_votes_of_estate on owners_votes (street_id, estate_id, announced_at desc)`,
      `create index owners_votes_of_issue on owners_votes (street_id, issue_id) where issue_id is not null`,
      `create table vote_roll_homes (${ofVote}, home_id uuid not null, owner_id uuid not null, building_id uuid not null, stairwell text not null, ordinal int not null,
         area_hundredths int not null, area_source text not null, is_unsold boolean not null, primary key (street_id, vote_id, home_id), ${toVote})`,
      `create index vote_roll_homes_of_owner on vote_roll_homes (street_id, vote_id, owner_id)`,
      `create table vote_roll_owners (${ofVote}, owner_id uuid not null, heads int not null check (heads > 0), area_hundredths bigint not null, primary key (street_id, vote_id, owner_id), ${toVote})`,
      `create table ballots (${ofVote}, id uuid not null, no int not null check (no > 0), owner_id uuid not null, serial int, scan_id uuid, nonce text not null, receipt text not null,
         entered_at timestamptz(3) not null, primary key (street_id, vote_id, id), unique (street_id, vote_id, no), unique (street_id, vote_id, serial), unique (street_id, receipt),
         foreign key (street_id, vote_id, owner_id) references vote_roll_owners)`,
      `create index ballots_of_owner on ballots (street_id, vote_id, owner_id, no desc)`,
      `create table ballot_readings (${ofVote}, ballot_id uuid not null, step text not null check (step in ('ENTER', 'CHECK', 'SETTLE')), account_id text not null, choices jsonb not null, reason text,
         at timestamptz(3) not null, primary key (street_id, vote_id, ballot_id, step), unique (street_id, vote_id, ballot_id, account_id), foreign key (street_id, vote_id, ballot_id) references ballots)`,
      `create table vote_receipts (${ofVote}, receipt text not null, no int not null, owner_id uuid not null, at timestamptz(3) not null, primary key (street_id, vote_id, receipt), ${toVote})`,
      `create index vote_receipts_of_owner on vote_receipts (street_id, vote_id, owner_id, no desc)`,
      `create table vote_scans (${ofVote}, id uuid not null, type text not null, sha256 bytea not null, sealed_key bytea not null, sealed bytea not null, added_by text not null, added_at timestamptz(3) not null,
         primary key (street_id, vote_id, id), ${toVote})`,
      // What the commands hold under the lock of the vote, once more: no ballot outside its time, and none is ever changed or taken away.
      `create function ballots_in_time() returns trigger language plpgsql as $$
       begin
         if not exists (select 1 from owners_votes v where v.street_id = new.street_id and v.id = new.vote_id and v.state = 'OPEN'
                        and new.entered_at >= v.opens_at and new.entered_at < v.closes_at) then
           raise exception 'a ballot outside the time of its vote' using errcode = 'WF003';
         end if;
         return new;
       end $$`,
      `create trigger ballots_in_time before insert on ballots for each row execute function ballots_in_time()`,
      `create function ballots_stay() returns trigger language plpgsql as $$ begin raise exception 'ballots are never changed' using errcode = 'WF004'; end $$`,
      ...['ballots', 'ballot_readings', 'vote_receipts', 'vote_roll_homes', 'vote_roll_owners', 'vote_scans'].map(
        (table) =>
          `create trigger ${table}_stay before update or delete or truncate on ${table} for each statement execute function ballots_stay()`,
      ),
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    const { all, units, account, isCommand } = lookingAs;
    const isOwner = `exists (select 1 from estate_homes h where h.street_id = owners_votes.street_id and h.estate_id = owners_votes.estate_id and h.owner_id = any(${units}))`;
    const wasOwner = `exists (select 1 from vote_roll_owners o where o.street_id = owners_votes.street_id and o.vote_id = owners_votes.id and o.owner_id = any(${units}))`;
    await secureRowsWhere(
      db,
      'owners_votes',
      `${all} or concerned_unit_ids && ${units} or ${account} = any(member_account_ids) or ${isOwner} or ${wasOwner}`,
    );
    for (const table of ['vote_roll_homes', 'vote_roll_owners', 'vote_receipts']) await secureRows(db, table);
    for (const table of ['ballots', 'ballot_readings', 'vote_scans']) {
      const isMember = `exists (select 1 from owners_votes v where v.street_id = ${table}.street_id and v.id = ${table}.vote_id and ${account} = any(v.member_account_ids))`;
      await secureRowsWhere(db, table, `${isCommand} or ${isMember}`);
    }
  },
  async down(db) {
    for (const table of tables) await sql.raw(`drop table ${table}`).execute(db);
    for (const name of ['ballots_in_time', 'ballots_stay']) await sql.raw(`drop function ${name}()`).execute(db);
  },
};
