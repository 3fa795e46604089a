import { connect } from '@nats-io/transport-node';
import { Redis } from 'ioredis';
import pg from 'pg';
import { judgePostgresSettings, judgeRedisInfo, judgeVersion, readVersion, serverTitles, StartError } from '@wufang/servers';
import type { Profile, Progress, ServerName } from '@wufang/servers';

export interface ServerUrls {
  database?: string | undefined;
  redis?: string | undefined;
  nats?: string | undefined;
}

const patienceMs = 5_000;

/** Asks servers that somebody else runs for their version and settings; refuses those that could lose what was answered. */
export async function checkServers(urls: ServerUrls, profile: Profile, progress: Progress): Promise<void> {
  const wrong: string[] = [];
  const judge = (server: ServerName, version: string) => {
    const verdict = judgeVersion(server, version, profile);
    if (!verdict.ok) wrong.push(verdict.reason);
    else if (verdict.warning) progress(`warning: ${verdict.warning}`);
    progress(`${serverTitles[server]} ${version} at the given URL`);
  };
  const ask = async (server: ServerName, url: string | undefined, question: (url: string) => Promise<void>) => {
    if (!url) return;
    try {
      await question(url);
    } catch (error) {
      wrong.push(`${serverTitles[server]} at ${withoutPassword(url)} does not answer: ${(error as Error).message}`);
    }
  };
  await ask('postgres', urls.database, async (connectionString) => {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: patienceMs, query_timeout: patienceMs });
    await client.connect();
    try {
      const { rows } = await client.query<{ name: string; setting: string }>('select name, setting from pg_settings');
      const settings = Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
      judge('postgres', readVersion(settings['server_version'] ?? '') ?? '0');
      const floor = judgePostgresSettings(settings);
      if (profile === 'production') wrong.push(...floor);
      else wrong.push(...floor.filter((line) => !/log_parameter|checksums/.test(line)));
      for (const line of floor) if (profile === 'local' && /log_parameter|checksums/.test(line)) progress(`warning: ${line}`);
      const { rows: roles } = await client.query<{ mayCreate: boolean }>(
        'select rolsuper or rolcreaterole as "mayCreate" from pg_roles where rolname = current_user',
      );
      if (!roles[0]?.mayCreate) wrong.push('PostgreSQL: the user of DATABASE_URL must be allowed to create roles');
    } finally {
      await client.end();
    }
  });
  await ask('redis', urls.redis, async (url) => {
    // Whoever holds the port may take the call and say nothing.
    const patience = { connectTimeout: patienceMs, commandTimeout: patienceMs };
    const redis = new Redis(url, { ...patience, lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
    redis.on('error', () => {}); // the promise below tells
    try {
      await redis.connect();
      const info = await redis.info();
      judge('redis', /^redis_version:(\S+)/m.exec(info)?.[1] ?? '0');
      wrong.push(...judgeRedisInfo(info));
    } finally {
      redis.disconnect();
    }
  });
  await ask('nats', urls.nats, async (url) => {
    const { username, password, host } = new URL(url);
    const login = username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : {};
    const connection = await connect({ servers: host, ...login, timeout: patienceMs, reconnect: false });
    try {
      judge('nats', connection.info?.version ?? '0');
      if (!connection.info?.jetstream) wrong.push('NATS: JetStream must be switched on');
    } finally {
      await connection.close();
    }
  });
  if (wrong.length > 0) throw new StartError(wrong.join('\n'));
}

function withoutPassword(url: string): string {
  try {
    const shown = new URL(url);
    if (shown.password) shown.password = '***';
    return shown.href;
  } catch {
    return 'the given URL';
  }
}
