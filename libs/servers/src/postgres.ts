import { chownSync, existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCommand } from './command.js';
import type { HeldFolder } from './folder.js';
import type { ServerName } from './names.js';
import { StartError } from './names.js';
import type { Secrets } from './secrets.js';
import { superuser } from './secrets.js';
import { ServerProcess } from './server-process.js';
import { postgresSettings } from './settings.js';
import type { PostgresPlace } from './unprivileged.js';

export const databaseName = 'wufang';

/** The major version that made the files of this folder; undefined when there are none. */
export function majorOf(data: string): string | undefined {
  const file = join(data, 'PG_VERSION');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

/** Makes the files of a new database: checksums, UTF-8, passwords by SCRAM, reachable over 127.0.0.1 alone. */
export async function createDatabase(place: PostgresPlace, secrets: Secrets): Promise<void> {
  const { data, binary, user } = place;
  const as = { env: binary.env, cwd: '/', ...(user ? { uid: user.uid, gid: user.gid } : {}) };
  const passwordFile = `${data}.password`;
  writeFileSync(passwordFile, secrets.postgres.superuser, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  const initdb = async (locale: string) =>
    runCommand(
      join(dirname(binary.file), 'initdb'),
      ['-D', data, '-k', `--locale=${locale}`, '--encoding=UTF8', '-U', superuser, '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
      as,
    );
  try {
    let made = await initdb('C.UTF-8');
    if (made.code !== 0 && /locale/i.test(made.stderr)) made = await initdb('C');
    if (made.code !== 0) throw new StartError(`initdb did not work in ${data}: ${made.stderr.trim()}`);
    writeFileSync(join(data, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\nhost replication all 127.0.0.1/32 scram-sha-256\n');
    const single = await runCommand(binary.file, ['--single', '-D', data, 'postgres'], {
      ...as,
      input: `create database ${databaseName}\n`,
    });
    if (single.code !== 0) throw new StartError(`the database could not be made in ${data}: ${single.stderr.trim()}`);
  } catch (error) {
    // half a database would be taken for a whole one next time
    rmSync(data, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

export function postgresProcess(
  held: HeldFolder,
  place: PostgresPlace,
  logFile: string,
  settings: Record<string, string>,
  onCrash: (server: ServerName) => void,
): ServerProcess {
  const { data, binary } = place;
  const as = place.user ? { uid: place.user.uid, gid: place.user.gid } : {};
  let isBroughtBack = false;
  // Its files say when it takes commands; the file that asks for the recovery goes a moment earlier.
  const takesCommands = async () => {
    const env = { ...binary.env, LC_ALL: 'C' };
    const { code, stdout } = await runCommand(join(dirname(realpathSync(binary.file)), 'pg_controldata'), ['-D', data], {
      env,
      cwd: '/',
      ...as,
    });
    // Without that program nobody can tell; whoever comes next will say that it only reads.
    return code === 127 || /^Database cluster state: +in production$/m.test(stdout);
  };
  return new ServerProcess(held, {
    name: 'postgres',
    rank: 3,
    stopSignal: 'SIGINT', // fast shutdown: ends sessions, writes everything
    logFile,
    onCrash,
    command(port) {
      const all = { ...postgresSettings, ...settings, listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port) };
      const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
      isBroughtBack = existsSync(join(data, 'recovery.signal'));
      return { file: binary.file, args: ['-D', data, ...args], env: binary.env, cwd: '/', ...as };
    },
    // the last line of postmaster.pid says "ready" once connections are taken; while it is brought back to some moment they may only read
    async isReady(_port, pid) {
      const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
      return Number(lines[0]) === pid && lines[7]?.trim() === 'ready' && (!isBroughtBack || (await takesCommands()));
    },
    isBroughtBack: () => isBroughtBack,
  });
}
