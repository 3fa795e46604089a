import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** Which photos there are of each demand, as intake tells, and which steps of orders have named one that nobody has told of yet. New tables; what was named before is not looked at. */
export const demandPhotosMigration: Migration = {
  async up(db) {
    const statements = [
      `create table demand_photos (street_id text not null, id uuid not null, demand_id uuid not null, primary key (street_id, id))`,
      `create table unseen_photos (street_id text not null, order_id uuid not null, photo_id uuid not null, lead_unit_id uuid not null, checked_in_at timestamptz(3),
         primary key (street_id, order_id, photo_id), foreign key (street_id, order_id) references work_orders)`,
      `create index unseen_photos_by_photo on unseen_photos (street_id, photo_id)`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    for (const table of ['demand_photos', 'unseen_photos']) await secureRows(db, table);
  },
  async down(db) {
    for (const table of ['unseen_photos', 'demand_photos']) await sql.raw(`drop table ${table}`).execute(db);
  },
};
