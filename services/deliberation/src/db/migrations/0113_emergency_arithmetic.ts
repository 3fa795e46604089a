import { lookingAs, secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

const seesUse = ({ withShares }: { withShares: boolean }) => {
  const { all, units } = lookingAs;
  const street = `(street_id = current_setting('app.street_id', true) or current_setting('app.street_id', true) = '*')`;
  const ofUse = (table: string, column: string) =>
    `exists (select 1 from ${table} s where s.street_id = emergency_uses.street_id and s.use_id = emergency_uses.id and s.${column} = any(${units}))`;
  const isOwner = `exists (select 1 from estate_homes h where h.street_id = emergency_uses.street_id and h.estate_id = emergency_uses.estate_id and h.owner_id = any(${units}))`;
  const isSeller = `exists (select 1 from estates e where e.street_id = emergency_uses.street_id and e.id = emergency_uses.estate_id and e.rights_unit_id = any(${units}))`;
  const bears = withShares ? [isSeller, ofUse('emergency_shares', 'owner_id'), ofUse('emergency_unit_shares', 'unit_id')] : [];
  return `using (${street} and (${[`${all} or concerned_unit_ids && ${units}`, isOwner, ...bears].join(' or ')})) with check (${street})`;
};

/**
 * An emergency use keeps what its shares were counted from and the way to each; a correction is another posting beside the one before. Whoever bears a share sees
 * the use, be it that the home has since been sold or that the unit has no seat. Uses are few, so that rebuilding the keys of their shares is short; the area of the whole scope, which
 * misled, can be summed from the homes.
 */
export const emergencyArithmeticMigration: Migration = {
  async up(db) {
    const statements = [
      `alter table emergency_uses add column owners_fen text, add column selling_units_fen text, add column unsold_fen text, add column shared_by text,
         add column arrived_at timestamptz(3), add column arrival_document text, add column posting_no int, add column correction jsonb`,
      `alter table emergency_shares drop column total_area_hundredths, add column posting_no int not null default 1, add column money text, add column code text,
         add column lookup_code text, add column levels jsonb, add column lines jsonb,
         drop constraint emergency_shares_pkey, add primary key (street_id, use_id, posting_no, home_id)`,
      `create index emergency_shares_of_owners on emergency_shares (street_id, owner_id)`,
      `alter table emergency_unit_shares add column posting_no int not null default 1, add column capacity text not null default 'SELLING_UNIT', add column levels jsonb, add column lines jsonb,
         drop constraint emergency_unit_shares_pkey, add primary key (street_id, use_id, posting_no, unit_id, capacity)`,
      `create table emergency_plans (street_id text not null, use_id uuid not null, posting_no int not null, document jsonb not null, scenario text not null, hash text not null,
         concerned_unit_ids uuid[] not null, primary key (street_id, use_id, posting_no), foreign key (street_id, use_id) references emergency_uses)`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    await secureRows(db, 'emergency_plans', ['concerned_unit_ids']);
    await sql.raw('drop policy emergency_uses_rows on emergency_uses').execute(db);
    await sql.raw(`create policy emergency_uses_rows on emergency_uses ${seesUse({ withShares: true })}`).execute(db);
  },
  async down(db) {
    const statements = [
      'drop policy emergency_uses_rows on emergency_uses',
      `create policy emergency_uses_rows on emergency_uses ${seesUse({ withShares: false })}`,
      'drop table emergency_plans',
      'delete from emergency_unit_shares s using emergency_uses u where u.street_id = s.street_id and u.id = s.use_id and s.posting_no <> coalesce(u.posting_no, 1)',
      `alter table emergency_unit_shares drop constraint emergency_unit_shares_pkey, drop column posting_no, drop column capacity, drop column levels, drop column lines,
         add primary key (street_id, use_id, unit_id)`,
      'delete from emergency_shares s using emergency_uses u where u.street_id = s.street_id and u.id = s.use_id and s.posting_no <> coalesce(u.posting_no, 1)',
      'drop index emergency_shares_of_owners',
      `alter table emergency_shares drop constraint emergency_shares_pkey, drop column posting_no, drop column money, drop column code, drop column lookup_code, drop column levels,
         drop column lines, add primary key (street_id, use_id, home_id), add column total_area_hundredths bigint`,
      `update emergency_shares s set total_area_hundredths = (select sum(area_hundredths) from emergency_shares a where a.street_id = s.street_id and a.use_id = s.use_id)`,
      'alter table emergency_shares alter column total_area_hundredths set not null',
      `alter table emergency_uses drop column owners_fen, drop column selling_units_fen, drop column unsold_fen, drop column shared_by, drop column arrived_at, drop column arrival_document,
         drop column posting_no, drop column correction`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
