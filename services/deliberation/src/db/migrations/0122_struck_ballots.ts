import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/**
 * A ballot that was entered wrongly is struck (作废): it stays with everything that was read from it, and counts for nothing. Its printed number may be entered
 * again, so that numbers are used once among the ballots that stand, which is held where a ballot comes in: under the lock of its vote.
 */
export const struckBallotsMigration: Migration = {
  async up(db) {
    const stands =
      'not exists (select 1 from ballot_strikes s where s.street_id = b.street_id and s.vote_id = b.vote_id and s.ballot_id = b.id)';
    const statements = [
      `create table ballot_strikes (street_id text not null, vote_id uuid not null, ballot_id uuid not null, receipt text not null, account_id text not null, reason text not null,
         at timestamptz(3) not null, primary key (street_id, vote_id, ballot_id), unique (street_id, vote_id, receipt),
         foreign key (street_id, vote_id, ballot_id) references ballots)`,
      'create trigger ballot_strikes_stay before update or delete or truncate on ballot_strikes for each statement execute function ballots_stay()',
      'alter table ballots drop constraint ballots_street_id_vote_id_serial_key',
      'create index ballots_serial on ballots (street_id, vote_id, serial) where serial is not null',
      `create function ballot_serial_free() returns trigger language plpgsql as $$
       begin
         if new.serial is not null and exists (select 1 from ballots b where b.street_id = new.street_id and b.vote_id = new.vote_id and b.serial = new.serial and ${stands}) then
           raise exception 'the number of a ballot is used already' using errcode = 'unique_violation';
         end if;
         return new;
       end $$`,
      'create trigger ballot_serial_free before insert on ballots for each row execute function ballot_serial_free()',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    await secureRows(db, 'ballot_strikes');
  },
  async down(db) {
    // Where a number has been used again the version before cannot say whose it is, and this stops at the constraint.
    const statements = [
      'drop trigger ballot_serial_free on ballots',
      'drop function ballot_serial_free()',
      'drop index ballots_serial',
      'alter table ballots add unique (street_id, vote_id, serial)',
      'drop table ballot_strikes',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
