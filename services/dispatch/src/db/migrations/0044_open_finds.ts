import { sql, type Migration } from 'kysely';

/** What was found by a sweep and handled on the spot, and how many finds still want a demand. What was counted as done before stays done. */
export const openFindsMigration: Migration = {
  async up(db) {
    for (const statement of [
      'alter table sweep_checks add column handled_on_spot boolean not null default false',
      'alter table sweeps add column open_finds int not null default 0',
      `update sweeps s set open_finds = (select count(*) from sweep_checks c
        where c.street_id = s.street_id and c.sweep_id = s.id and c.state = 'FOUND' and c.demand_no is null)`,
    ])
      await sql.raw(statement).execute(db);
  },
  async down(db) {
    await sql.raw('alter table sweeps drop column open_finds').execute(db);
    await sql.raw('alter table sweep_checks drop column handled_on_spot').execute(db);
  },
};
