import type { AnySchema } from '@wufang/service';
import { sql, type Kysely, type Migration } from 'kysely';

/** Who led an order when it was last said to be done. Of what was completed before, only who leads it now is known. A column without a default: nothing is written but the rows that are filled. */
export const completedBy: Migration = {
  async up(db: Kysely<AnySchema>) {
    await sql`alter table order_facts add column completed_by_unit_id uuid`.execute(db);
    await sql`update order_facts set completed_by_unit_id = lead_unit_id where completed_at is not null`.execute(db);
  },
  async down(db: Kysely<AnySchema>) {
    await sql`alter table order_facts drop column completed_by_unit_id`.execute(db);
  },
};
