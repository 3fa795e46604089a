import { type AnySchema, secureRows } from '@wufang/service';
import { sql, type Kysely, type Migration } from 'kysely';

export const messages: Migration = {
  async up(db: Kysely<AnySchema>) {
    await sql`create table messages (street_id text not null, id uuid not null, kind text not null, title text not null, body text not null, subject_id uuid, unit_id uuid, role text, seat text,
      created_at timestamptz(3) not null, primary key (street_id, id))`.execute(db);
    await sql`create index messages_of_unit on messages (street_id, unit_id, created_at desc) where unit_id is not null`.execute(db);
    await sql`create index messages_of_role on messages (street_id, role, created_at desc) where role is not null`.execute(db);
    await sql`create index messages_of_subject on messages (street_id, subject_id)`.execute(db);
    await sql`create table deliveries (street_id text not null, message_id uuid not null, channel text not null, state text not null, at timestamptz(3) not null, primary key (street_id, message_id, channel))`.execute(
      db,
    );
    await sql`create table message_reads (street_id text not null, message_id uuid not null, account_id text not null, read_at timestamptz(3) not null, primary key (street_id, message_id, account_id))`.execute(
      db,
    );
    for (const name of ['messages', 'deliveries', 'message_reads']) await secureRows(db, name);
  },
  async down(db: Kysely<AnySchema>) {
    for (const name of ['message_reads', 'deliveries', 'messages']) await sql`drop table ${sql.table(name)}`.execute(db);
  },
};
