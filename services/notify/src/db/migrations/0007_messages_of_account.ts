import type { AnySchema } from '@wufang/service';
import { sql, type Kysely, type Migration } from 'kysely';

/**
 * What is told to one account: somebody who has bound a home is no unit and holds no seat. A column without a default and an index over rows that there are none
 * of: short. Back: what was told to accounts goes, since it is to nobody else.
 */
export const messagesOfAccount: Migration = {
  async up(db: Kysely<AnySchema>) {
    await sql`alter table messages add column account_id text`.execute(db);
    await sql`create index messages_of_account on messages (street_id, account_id, created_at desc) where account_id is not null`.execute(
      db,
    );
  },
  async down(db: Kysely<AnySchema>) {
    await sql`delete from deliveries d using messages m where m.street_id = d.street_id and m.id = d.message_id and m.account_id is not null`.execute(
      db,
    );
    await sql`delete from message_reads r using messages m where m.street_id = r.street_id and m.id = r.message_id and m.account_id is not null`.execute(
      db,
    );
    await sql`delete from messages where account_id is not null`.execute(db);
    await sql`alter table messages drop column account_id`.execute(db);
  },
};
