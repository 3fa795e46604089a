import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** What maintenance funds were on a day, as their custodians said. A new table, so that nothing is locked. */
export const fundBalancesMigration: Migration = {
  async up(db) {
    const statements = [
      `create table fund_balances (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null,
         table_id uuid not null, estate_id uuid not null, building_id uuid, first_deposit_fen bigint not null check (first_deposit_fen > 0),
         balance_fen bigint not null check (balance_fen >= 0), stated_on text not null, source text not null, recorded_at timestamptz(3) not null,
         concerned_unit_ids uuid[] not null, primary key (street_id, id), foreign key (street_id, table_id) references tables)`,
      `create index fund_balances_of_table on fund_balances (street_id, table_id, stated_on desc, id desc)`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    await secureRows(db, 'fund_balances', ['concerned_unit_ids']);
  },
  async down(db) {
    await sql.raw('drop table fund_balances').execute(db);
  },
};
