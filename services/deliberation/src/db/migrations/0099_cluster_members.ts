import { sql, type Migration } from 'kysely';

/** Which orders a suggestion holds is said by the orders alone; looks for alike demands find the open ones of a place and group by an index. */
export const clusterMembersMigration: Migration = {
  async up(db) {
    const statements = [
      'alter table clusters drop column order_ids',
      'drop index orders_alike',
      `create index orders_alike on orders (street_id, estate_id, (category->>0), (category->>1), received_at) where is_open and issue_id is null and cluster_id is null`,
      'create index orders_of_cluster on orders (street_id, cluster_id) where cluster_id is not null',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
  async down(db) {
    const statements = [
      `alter table clusters add column order_ids uuid[] not null default '{}'`,
      'update clusters c set order_ids = array(select o.id from orders o where o.street_id = c.street_id and o.cluster_id = c.id)',
      'drop index orders_of_cluster',
      'drop index orders_alike',
      `create index orders_alike on orders (street_id, estate_id, received_at) where cluster_id is null`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
