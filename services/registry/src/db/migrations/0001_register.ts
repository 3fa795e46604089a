import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

const head = 'street_id text not null, id uuid not null';
const chain = 'version int not null, chain_hash text, updated_at timestamptz(3) not null, primary key (street_id, id)';

const tables: Record<string, string> = {
  streets: `${head}, name text not null, district text not null, ${chain}, unique (street_id)`,
  limit_tables: `${head}, limits_version int not null, in_force_from date not null, rows jsonb not null, ${chain}, unique (street_id)`,
  work_calendars: `${head}, year int not null, calendar_version int not null, provisional boolean not null, papers jsonb not null, days jsonb not null, ${chain},
    unique (street_id, year)`,
  people: `${head}, kind text not null check (kind in ('OWNER', 'CONTACT')), lookup bytea not null, sealed_key bytea not null, sealed bytea not null,
    primary key (street_id, id), unique (street_id, kind, lookup)`,
  units: `${head}, name text not null, kind text not null, parent_name text, duty_phone text, contact_id uuid, ${chain}, unique (street_id, name),
    foreign key (street_id, contact_id) references people`,
  estates: `${head}, name text not null, community_id uuid not null, type text not null, built_year int, firm_id uuid, rights_unit_id uuid, owners_body text,
    fund_custodian text, declared_homes int not null, homes int not null, ${chain}, unique (street_id, name),
    foreign key (street_id, community_id) references units, foreign key (street_id, firm_id) references units, foreign key (street_id, rights_unit_id) references units`,
  buildings: `${head}, estate_id uuid not null, name text not null, stairwells int not null check (stairwells > 0), floors int not null check (floors > 0),
    has_lift boolean not null, ${chain}, unique (street_id, estate_id, name), foreign key (street_id, estate_id) references estates`,
  places: `${head}, code text not null, name text not null, community_id uuid, estate_id uuid, building_id uuid, stairwell text, ${chain}, unique (street_id, code)`,
  homes: `${head}, estate_id uuid not null, building_id uuid not null, stairwell text not null, room text not null, area_hundredths int not null check (area_hundredths > 0),
    nature text not null, owner_id uuid not null, owner_deposit_fen bigint not null check (owner_deposit_fen >= 0), seller_deposit_fen bigint not null check (seller_deposit_fen >= 0),
    primary key (street_id, id), unique (street_id, estate_id, building_id, stairwell, room),
    foreign key (street_id, estate_id) references estates, foreign key (street_id, building_id) references buildings`,
  imports: `${head}, state text not null check (state in ('RUNNING', 'DONE', 'FAILED')), rows_total int not null, rows_done int not null, added int not null, changed int not null,
    unchanged int not null, faults jsonb not null, error text, alive_at timestamptz(3) not null, primary key (street_id, id)`,
};

/** The register of a street: who answers for what, what stands where, who owns it, and by which calendar and limits it works. */
export const register: Migration = {
  async up(db) {
    for (const [name, columns] of Object.entries(tables)) {
      await sql.raw(`create table ${name} (${columns})`).execute(db);
      await secureRows(db, name);
    }
  },
  async down(db) {
    for (const name of Object.keys(tables).reverse()) await sql.raw(`drop table ${name}`).execute(db);
  },
};
