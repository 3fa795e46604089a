import type { AnySchema } from '@wufang/service';
import { sql, type Kysely, type Migration } from 'kysely';

/** What was told to a seat, the newest first: whoever holds it, or is on duty for it, looks for just that. */
export const messagesOfSeat: Migration = {
  async up(db: Kysely<AnySchema>) {
    await sql`create index messages_of_seat on messages (street_id, seat, created_at desc) where seat is not null`.execute(db);
  },
  async down(db: Kysely<AnySchema>) {
    await sql`drop index messages_of_seat`.execute(db);
  },
};
