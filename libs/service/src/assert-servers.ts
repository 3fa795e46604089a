import type { NatsConnection } from '@nats-io/transport-node';
import { Redis } from 'ioredis';
import type { Logger } from './logger.js';
import type { PgPool } from './pool.js';
import type { PlumbingSettings } from './settings.js';

/** Oldest versions this system was seen to work with. */
export const minimumVersions = { postgres: 14, redis: '6.2.0', nats: '2.9.10', natsProduction: '2.10.23' } as const;

/**
 * Looks at the servers before anything is served: versions, and settings that decide whether acknowledged data can be lost. What is wrong
 * stops the start with one message; Redis that is merely absent does not, since nothing is kept there.
 */
export async function assertServers(parts: {
  settings: PlumbingSettings;
  pool: PgPool;
  nc: NatsConnection;
  logger: Logger;
  /** Names of the migrations this code was written for. */
  migrations: readonly string[];
}): Promise<void> {
  const { settings, pool, nc, logger, migrations } = parts;
  const isProduction = settings.WUFANG_PROFILE === 'production';
  const show = await pool.query<{ version: string; fsync: string; sync: string; clock: string; migrated: string | null }>(
    `select current_setting('server_version_num') as version, current_setting('fsync') as fsync, current_setting('synchronous_commit') as sync,
            (select prosrc from pg_proc where oid = to_regproc('app_now')) as clock, to_regclass('events')::text as migrated`,
  );
  const { version, fsync, sync, clock, migrated } = show.rows[0]!;
  if (Number(version) < minimumVersions.postgres * 10_000)
    throw new Error(`PostgreSQL ${Math.floor(Number(version) / 10_000)} is too old; use ${minimumVersions.postgres} or newer`);
  if (fsync !== 'on' || sync === 'off') throw new Error('PostgreSQL may lose acknowledged data: set fsync=on and synchronous_commit=on');
  if (migrated === null) throw new Error('the schema is not migrated; run the migrations first (npm start does)');
  const { rows: run } = await pool.query<{ name: string }>('select name from kysely_migration');
  const behind = migrations.filter((name) => !run.some((one) => one.name === name));
  if (behind.length > 0) throw new Error(`the schema is behind: ${behind.join(', ')} not run; run the migrations first (npm start does)`);
  if (clock?.trim() !== 'select clock_timestamp()') throw new Error('app_now() is not the database clock; restore it from the migrations');

  const nats = nc.info?.version ?? '0.0.0';
  if (older(nats, minimumVersions.nats)) throw new Error(`nats-server ${nats} is too old; use ${minimumVersions.nats} or newer`);
  if (older(nats, minimumVersions.natsProduction)) {
    if (isProduction)
      throw new Error(
        `nats-server ${nats} may lose acknowledged messages on power loss; production needs ${minimumVersions.natsProduction} or newer with sync_interval: always`,
      );
    if (!older(nats, '2.10.20'))
      throw new Error(`nats-server ${nats} can lose whole streams; use ${minimumVersions.natsProduction} or newer`);
    logger.debug(`nats-server ${nats} does not sync before it acknowledges; events are told again from the database if it loses them`);
  }
  await assertRedis(settings.REDIS_URL, logger);
}

async function assertRedis(url: string, logger: Logger): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null, connectTimeout: 2_000 });
  redis.on('error', () => undefined);
  let info: string;
  try {
    await redis.connect();
    info = await redis.info();
  } catch {
    logger.warn('Redis is away; clocks fire by the sweep until it is back');
    return;
  } finally {
    redis.disconnect();
  }
  const field = (name: string) => new RegExp(`^${name}:(.*)\\r?$`, 'm').exec(info)?.[1]?.trim() ?? '';
  if (older(field('redis_version'), minimumVersions.redis))
    throw new Error(`Redis ${field('redis_version')} is too old; use ${minimumVersions.redis} or newer`);
  if (field('maxmemory_policy') !== 'noeviction')
    throw new Error(`Redis may throw alarms away: set maxmemory-policy to noeviction (it is ${field('maxmemory_policy')})`);
  if (field('aof_enabled') !== '1') throw new Error('Redis keeps nothing over a restart: set appendonly yes');
}

export function older(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split('.').map((part) => Number.parseInt(part, 10) || 0));
  for (let i = 0; i < 3; i++) if ((a![i] ?? 0) !== (b![i] ?? 0)) return (a![i] ?? 0) < (b![i] ?? 0);
  return false;
}
