import { sql, type Migration } from 'kysely';

/** Who keeps an estate's maintenance fund, as the register tells it with the estate; of those told before it is not known until they are told again. */
export const fundCustodiansMigration: Migration = {
  async up(db) {
    await sql.raw('alter table estates add column fund_custodian text').execute(db);
  },
  async down(db) {
    await sql.raw('alter table estates drop column fund_custodian').execute(db);
  },
};
