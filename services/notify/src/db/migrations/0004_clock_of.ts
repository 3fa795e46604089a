import type { AnySchema } from '@wufang/service';
import { sql, type Kysely, type Migration } from 'kysely';

/**
 * Whose clock a message tells of: a summons or a leg has one of its own beside its whistle or order, so that of two units waiting for the morning
 * neither takes the other's place. Only what is held now is rewritten, which is a night's messages at most.
 */
export const clockOf: Migration = {
  async up(db: Kysely<AnySchema>) {
    await sql`alter table messages add column clock_of uuid`.execute(db);
    await sql`update messages m set clock_of = m.subject_id from deliveries d
      where d.street_id = m.street_id and d.message_id = m.id and d.state = 'HELD' and m.code is not null`.execute(db);
    await sql`create index messages_of_clock on messages (street_id, clock_of) where clock_of is not null`.execute(db);
  },
  async down(db: Kysely<AnySchema>) {
    await sql`drop index messages_of_clock`.execute(db);
    await sql`alter table messages drop column clock_of`.execute(db);
  },
};
