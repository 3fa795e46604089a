import { chownSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { runCommand } from './command.js';
import { StartError } from './names.js';
import { databaseName, postgresProcess } from './postgres.js';
import { superuser } from './secrets.js';
import type { Servers } from './start.js';
import { databaseUser } from './unprivileged.js';

/** A second PostgreSQL that follows the first. It ends with the servers it was added to. */
export interface Standby {
  /** The name it follows under, for `synchronous_standby_names`. */
  readonly name: string;
  readonly adminUrl: string;
  start(): Promise<void>;
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Ends the following: from here on it is a database of its own. The first one must be gone before, or there are two truths. */
  promote(): Promise<void>;
}

/** Makes a standby from the running PostgreSQL (pg_basebackup), beside its data, and starts it. Throws StartError when the copy cannot be made. */
export async function addStandby(servers: Servers, name = 'standby'): Promise<Standby> {
  const { postgres, held, dataDir, secrets } = servers;
  const data = join(dirname(postgres.data), name);
  const user = databaseUser();
  mkdirSync(data, { mode: 0o700 });
  if (user) chownSync(data, user.uid, user.gid);
  const at = { host: '127.0.0.1', port: postgres.port, user: superuser, password: secrets.postgres.superuser, application_name: name };
  const from = Object.entries(at).map(([key, value]) => `${key}=${value}`);
  const copied = await runCommand(
    join(dirname(realpathSync(postgres.binary.file)), 'pg_basebackup'),
    ['-d', from.join(' '), '-D', data, '-R', '-X', 'stream', '-c', 'fast'],
    { env: postgres.binary.env, cwd: '/', ...(user && { uid: user.uid, gid: user.gid }) },
  );
  if (copied.code !== 0) throw new StartError(`no standby could be made of ${postgres.data}: ${copied.stderr.trim()}`);
  const place = { data, binary: postgres.binary, ...(user && { user }) };
  const server = postgresProcess(held, place, join(dataDir, 'logs', `${name}.log`), {}, () => undefined);
  await server.start();
  const adminUrl = `postgres://${superuser}:${secrets.postgres.superuser}@127.0.0.1:${server.port}/${databaseName}`;
  return {
    name,
    adminUrl,
    start: () => server.start(),
    kill: (signal = 'SIGKILL') => server.kill(signal),
    async promote() {
      const client = new pg.Client(adminUrl);
      await client.connect();
      try {
        const { rows } = await client.query<{ done: boolean }>('select pg_promote(true, 60) as done');
        if (!rows[0]?.done) throw new StartError(`${name} could not be promoted within a minute`);
      } finally {
        await client.end();
      }
    },
  };
}
