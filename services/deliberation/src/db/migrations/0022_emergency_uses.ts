import { lookingAs, secureRows, secureRowsWhere } from '@wufang/service';
import { sql, type Migration } from 'kysely';

const aggregateColumns =
  'street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null';

/** Emergency uses of the fund, the shares that follow, and what owners ask about them. No ballot and no roll is near them. */
export const emergencyUsesMigration: Migration = {
  async up(db) {
    const statements = [
      `create table emergency_uses (${aggregateColumns}, issue_id uuid not null, estate_id uuid not null, concerned_unit_ids uuid[] not null, emergency_case text not null, state text not null,
         custodian text not null, evidence jsonb not null, applicant text not null, applicant_unit_id uuid not null, applicant_reason text, estimate_fen text not null, notice jsonb not null,
         noticed_at timestamptz(3), noticed_where text, confirmed_by jsonb not null, aim_at timestamptz(3) not null, refused_reason text, used_fen text, contractor text,
         posted_at timestamptz(3), posted_where text, homes int, primary key (street_id, id), foreign key (street_id, issue_id) references issues)`,
      `create index emergency_uses_of_issue on emergency_uses (street_id, issue_id, id)`,
      `create table emergency_shares (street_id text not null, use_id uuid not null, home_id uuid not null, owner_id uuid not null, area_hundredths int not null, total_area_hundredths bigint not null,
         share_fen bigint not null check (share_fen >= 0), primary key (street_id, use_id, home_id), foreign key (street_id, use_id) references emergency_uses)`,
      `create index emergency_shares_of_owner on emergency_shares (street_id, use_id, owner_id)`,
      `create table share_questions (${aggregateColumns}, use_id uuid not null, owner_id uuid not null, concerned_unit_ids uuid[] not null, state text not null, question text not null, answer text,
         asked_at timestamptz(3) not null, answer_due_at timestamptz(3) not null, answered_at timestamptz(3), primary key (street_id, id), foreign key (street_id, use_id) references emergency_uses)`,
      `create index share_questions_of_use on share_questions (street_id, use_id, id)`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    const { all, units } = lookingAs;
    const isOwner = `exists (select 1 from estate_homes h where h.street_id = emergency_uses.street_id and h.estate_id = emergency_uses.estate_id and h.owner_id = any(${units}))`;
    await secureRowsWhere(db, 'emergency_uses', `${all} or concerned_unit_ids && ${units} or ${isOwner}`);
    await secureRows(db, 'emergency_shares', ['owner_id']);
    await secureRows(db, 'share_questions', ['owner_id', 'concerned_unit_ids']);
  },
  async down(db) {
    for (const table of ['share_questions', 'emergency_shares', 'emergency_uses']) await sql.raw(`drop table ${table}`).execute(db);
  },
};
