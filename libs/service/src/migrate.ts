import type { AnySchema } from './any-schema.js';
import { Kysely, Migrator, PostgresDialect, sql, type Migration } from 'kysely';
import pg from 'pg';
import { daysMigration, pausesMigration, plumbingMigration, recountsMigration, withoutStatisticsMigration } from './plumbing-migration.js';

export interface MigrateOptions {
  /** A role that may create roles and schemas. */
  adminUrl: string;
  service: string;
  /** Password of the service's own role. */
  password: string;
  migrations: Record<string, Migration>;
}

/** What every service's schema begins with. */
const plumbingMigrations: Record<string, Migration> = {
  '0000_plumbing': plumbingMigration,
  '0000_plumbing_days': daysMigration,
  '0000_plumbing_pauses': pausesMigration,
  '0000_plumbing_recounts': recountsMigration,
  '0000_plumbing_statistics': withoutStatisticsMigration,
};

/** What must have been run before this code can work on a schema. One that is further is fine: older code runs beside newer for a while. */
export const migrationsNeeded = (own: Record<string, Migration>): string[] => [...Object.keys(plumbingMigrations), ...Object.keys(own)];

/** Name of the database role of a service. */
export const roleOf = (service: string) => `wufang_${service}`;

/**
 * Brings one service's schema to head: its role, the plumbing, its own migrations in order of their names, and the rights of its role. Run by one
 * at a time under an advisory lock; each migration is one transaction, so a crash leaves it done or not begun.
 */
export async function migrateService({ adminUrl, service, password, migrations }: MigrateOptions): Promise<void> {
  const pool = new pg.Pool({ connectionString: adminUrl, max: 1, options: `-c search_path=${service}` });
  const db = new Kysely<AnySchema>({ dialect: new PostgresDialect({ pool }) });
  try {
    await db.connection().execute(async (connection) => {
      await sql`select pg_advisory_lock(hashtext('wufang migrate'))`.execute(connection);
      try {
        const role = sql.id(roleOf(service));
        const schema = sql.id(service);
        const known = await sql<{ n: number }>`select count(*)::int as n from pg_roles where rolname = ${roleOf(service)}`.execute(
          connection,
        );
        const login = sql`login password ${sql.lit(password)} nosuperuser nocreatedb nocreaterole nobypassrls`;
        await (known.rows[0]!.n > 0 ? sql`alter role ${role} with ${login}` : sql`create role ${role} with ${login}`).execute(connection);
        await sql`create schema if not exists ${schema}`.execute(connection);
        await sql`revoke all on schema public from public`.execute(connection).catch(() => undefined);
      } finally {
        await sql`select pg_advisory_unlock(hashtext('wufang migrate'))`.execute(connection);
      }
    });
    const migrator = new Migrator({
      db,
      migrationTableSchema: service,
      provider: {
        getMigrations: () =>
          Promise.resolve({
            ...plumbingMigrations,
            ...migrations,
          }),
      },
      // The plumbing grows beside the services' own migrations, and several hands add those.
      allowUnorderedMigrations: true,
    });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error instanceof Error ? error : new Error(`migration of ${service} failed`);
    await grantRights(db, service);
  } finally {
    await db.destroy();
  }
}

/** A service reads and writes its own tables, adds to its history, and touches nothing else. */
async function grantRights(db: Kysely<AnySchema>, service: string): Promise<void> {
  const role = roleOf(service);
  await sql
    .raw(
      `grant usage on schema ${service} to ${role};
       grant select, insert, update, delete on all tables in schema ${service} to ${role};
       grant usage on all sequences in schema ${service} to ${role};
       grant execute on all functions in schema ${service} to ${role};
       revoke update, delete, truncate on ${service}.events, ${service}.deadline_effects, ${service}.idempotency_keys, ${service}.inbox, ${service}.chain_heads from ${role};
       revoke all on ${service}.kysely_migration, ${service}.kysely_migration_lock from ${role};
       grant select on ${service}.kysely_migration to ${role};`,
    )
    .execute(db);
}
