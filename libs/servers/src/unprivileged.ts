import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Binary } from './binaries.js';
import { environmentFor } from './binaries.js';
import { runCommand } from './command.js';
import { StartError } from './names.js';

/** PostgreSQL refuses to run as root; started by root it runs as somebody else. */
export interface DatabaseUser {
  name: string;
  uid: number;
  gid: number;
}

export function databaseUser(): DatabaseUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = new Map(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .map(([name, , uid, gid]) => [name, { name: name ?? '', uid: Number(uid), gid: Number(gid) }]),
  );
  const user = users.get('postgres') ?? users.get('nobody');
  if (!user)
    throw new StartError(
      'PostgreSQL does not run as root and this system has neither a user "postgres" nor "nobody": start as an ordinary user',
    );
  return user;
}

export interface PostgresPlace {
  /** the database's files; its user owns it */
  data: string;
  binary: Binary;
  user?: DatabaseUser;
}

interface Where {
  /** folder the database's user can reach, when it cannot reach the data folder */
  postgres?: string;
}

export const whereFile = (dataDir: string) => join(dataDir, 'where.json');

export function readWhere(dataDir: string): Where {
  return existsSync(whereFile(dataDir)) ? (JSON.parse(readFileSync(whereFile(dataDir), 'utf8')) as Where) : {};
}

/** Where the database's files lie: below the data folder, or, when its user cannot get there, in a folder of its own below /var/lib. */
export function postgresDataFolder(dataDir: string): string {
  return join(readWhere(dataDir).postgres ?? dataDir, 'postgres');
}

/** Finds a place for data and program that the database's user can reach, and remembers it in where.json. */
export async function settlePostgres(dataDir: string, binary: Binary): Promise<PostgresPlace> {
  const user = databaseUser();
  if (!user) return { data: postgresDataFolder(dataDir), binary };
  let base = readWhere(dataDir).postgres;
  const isOutside = base !== undefined;
  if (!isOutside && !(await canReach(user, dataDir))) {
    // if our own folder is all that shuts the user out, let it pass through; what is secret in there is shut file by file
    const { mode } = statSync(dataDir);
    chmodSync(dataDir, mode | 0o011);
    if (!(await canReach(user, dataDir))) chmodSync(dataDir, mode);
  }
  const reachesData = !isOutside && (await canReach(user, dataDir));
  const reachesProgram = await canReach(user, dirname(binary.file));
  if (!isOutside && !(reachesData && reachesProgram)) {
    base = join('/var/lib', `wufang-${randomBytes(6).toString('hex')}`);
    if (!reachesData) writeFileSync(whereFile(dataDir), JSON.stringify({ postgres: base } satisfies Where));
  }
  if (base) {
    mkdirSync(base, { recursive: true });
    chownSync(base, user.uid, user.gid);
    chmodSync(base, 0o700);
  }
  if (!reachesProgram && base) {
    writeFileSync(whereFile(dataDir), JSON.stringify({ postgres: base } satisfies Where));
    binary = await bringAlong(binary, base, user);
  }
  const data = join(reachesData && reachesProgram ? dataDir : (base ?? dataDir), 'postgres');
  // A database brought back from a backup lies in the data folder and belongs to whoever brought it.
  const brought = join(dataDir, 'postgres');
  if (data !== brought && existsSync(join(brought, 'PG_VERSION')) && !existsSync(data)) await done('mv', brought, data);
  mkdirSync(data, { recursive: true });
  const made = join(data, 'PG_VERSION');
  if (existsSync(made) && statSync(made).uid !== user.uid) await done('chown', '-R', `${user.uid}:${user.gid}`, data);
  chownSync(data, user.uid, user.gid);
  chmodSync(data, 0o700);
  return { data, binary, user };
}

async function done(file: string, ...args: string[]): Promise<void> {
  const { code, stderr } = await runCommand(file, args);
  if (code !== 0) throw new StartError(`${file} ${args.join(' ')} did not work: ${stderr.trim()}`);
}

/** Copies a fetched PostgreSQL next to its data. One of the machine's own that its user cannot reach is a fault of the machine. */
async function bringAlong(binary: Binary, base: string, user: DatabaseUser): Promise<Binary> {
  if (!binary.cacheRoot) throw new StartError(`user ${user.name} cannot reach ${binary.file}: correct the rights of its folders`);
  const root = join(base, `programs-${binary.version}`);
  const file = join(root, binary.file.slice(binary.cacheRoot.length));
  if (!existsSync(file)) {
    cpSync(binary.cacheRoot, root, { recursive: true, verbatimSymlinks: true });
    await done('chown', '-R', `${user.uid}:${user.gid}`, root);
  }
  return { ...binary, file, env: environmentFor(root), cacheRoot: root };
}

async function canReach(user: DatabaseUser, folder: string): Promise<boolean> {
  const { code } = await runCommand('/bin/sh', ['-c', 'cd "$0"', folder], {
    uid: user.uid,
    gid: user.gid,
    cwd: '/',
  });
  return code === 0;
}
