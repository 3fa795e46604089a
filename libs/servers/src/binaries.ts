import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { runCommand } from './command.js';
import type { ServerName } from './names.js';
import { serverTitles, StartError } from './names.js';
import { installAdvice, installOnSystem, isLibrary, libraryFolders, PackageCache } from './packages.js';
import type { PackageWish } from './packages.js';
import type { Progress } from './progress.js';
import type { Profile } from './versions.js';
import { judgeVersion, readVersion } from './versions.js';

/** A server program that was run once to ask its version. */
export interface Binary {
  server: ServerName;
  /** full path of `postgres`, `redis-server` or `nats-server` */
  file: string;
  version: string;
  env: NodeJS.ProcessEnv;
  /** root of the unpacked packages it stands in, when it comes from the cache */
  cacheRoot?: string;
}

const programs: Record<ServerName, string[]> = {
  postgres: ['postgres'],
  redis: ['redis-server', 'valkey-server'],
  nats: ['nats-server'],
};

/** Package names of each server; PostgreSQL's carries its version and is looked up. */
const packages: Record<Exclude<ServerName, 'postgres'>, string[]> = {
  redis: [
    'redis-server',
    'redis-tools',
    'libjemalloc2',
    'liblzf1',
    'liblua5.1-0',
    'lua-bitop',
    'lua-cjson',
    'libhiredis0.14',
    'libatomic1',
  ],
  nats: ['nats-server'],
};

export interface FindOptions {
  cacheDir: string;
  progress: Progress;
  profile: Profile;
  /** ignores programs of the machine, so that the bare-machine path can be tried anywhere */
  ignoreSystem: boolean;
  /** the major version of PostgreSQL that made the data, when there are data */
  postgresMajor?: string;
}

/** Finds each server's program, fetching what is missing; stops with the command to type when that cannot be done. */
export async function findBinaries(servers: readonly ServerName[], options: FindOptions): Promise<Record<ServerName, Binary>> {
  const found: Partial<Record<ServerName, Binary>> = {};
  const refused: string[] = [];
  for (const server of servers) found[server] = await findExisting(server, options, refused);
  let missing = servers.filter((server) => !found[server]);
  if (missing.length > 0) {
    const cache = new PackageCache(options.cacheDir, options.progress);
    const troubles: string[] = [...refused];
    const fetched = new Set<ServerName>();
    if (await cache.isUsable()) {
      options.progress(
        `not on this machine: ${missing.map((server) => serverTitles[server]).join(', ')}; fetching into ${options.cacheDir}`,
      );
      const fetch = async (server: ServerName) => {
        try {
          await cache.fetch(await wishFor(server, cache, options));
          fetched.add(server);
          found[server] = await findExisting(server, options, troubles);
        } catch (error) {
          troubles.push((error as Error).message);
        }
      };
      await Promise.all(missing.map(fetch));
      missing = missing.filter((server) => !found[server]);
      const toInstall = worthInstalling(missing, fetched);
      if (toInstall.length > 0 && !options.ignoreSystem) {
        for (const trouble of troubles) options.progress(trouble);
        const names = await Promise.all(
          toInstall.map(async (server) => (await wishFor(server, cache, options)).packages[0] ?? server),
        ).catch(() => []);
        if (names.length > 0 && (await installOnSystem(names, options.progress))) {
          for (const server of missing) found[server] = await findExisting(server, options, troubles);
          missing = missing.filter((server) => !found[server]);
        }
      }
    }
    if (missing.length > 0) {
      const titles = missing.map((server) => serverTitles[server]).join(', ');
      const because = troubles.length > 0 ? ` (${[...new Set(troubles)].join('; ')})` : '';
      if (missing.every((server) => fetched.has(server)))
        throw new StartError(
          `not found: ${titles}${because}. The packages of this system are too old; put a newer program on the PATH, or give the running server's address: ` +
            missing.map((server) => urlNames[server]).join(', '),
        );
      throw new StartError(`not found: ${titles}${because}. To install:\n  ${await installAdvice()}`);
    }
  }
  return found as Record<ServerName, Binary>;
}

/**
 * What an installation on the system could help with: servers whose packages could not be fetched. One that was fetched and does not serve (too old for
 * production) is the same program when it is installed, and would only be left behind.
 */
export function worthInstalling(missing: readonly ServerName[], fetched: ReadonlySet<ServerName>): ServerName[] {
  return missing.filter((server) => !fetched.has(server));
}

const urlNames: Record<ServerName, string> = { postgres: 'DATABASE_URL', redis: 'REDIS_URL', nats: 'NATS_URL' };

async function wishFor(server: ServerName, cache: PackageCache, options: FindOptions): Promise<PackageWish> {
  if (server !== 'postgres') return { name: server, packages: packages[server], needs: isLibrary };
  const server_ = options.postgresMajor ? `postgresql-${options.postgresMajor}` : await cache.highest(/^postgresql-(\d+)$/, 'postgresql-');
  if (!server_) throw new StartError('no package lists offer PostgreSQL');
  return { name: server, packages: [server_, server_.replace('-', '-client-'), 'libpq5'], needs: isLibrary };
}

async function findExisting(server: ServerName, options: FindOptions, refused: string[]): Promise<Binary | undefined> {
  for (const candidate of candidates(server, options)) {
    const binary = await probe(server, candidate.file, candidate.cacheRoot);
    if (!binary) continue;
    const verdict = judgeVersion(server, binary.version, options.profile);
    if (!verdict.ok) {
      refused.push(`${verdict.reason} (${candidate.file})`);
      continue;
    }
    const major = binary.version.split('.')[0];
    if (server === 'postgres' && options.postgresMajor && major !== options.postgresMajor) {
      refused.push(`the data were made by PostgreSQL ${options.postgresMajor}; ${candidate.file} is ${binary.version}`);
      continue;
    }
    return binary;
  }
  return undefined;
}

function candidates(server: ServerName, options: FindOptions): { file: string; cacheRoot?: string }[] {
  const cacheRoot = join(options.cacheDir, server);
  const own = existsSync(join(cacheRoot, '.complete')) ? foldersBelow(cacheRoot) : [];
  const path = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const system = options.ignoreSystem ? [] : [...path, ...foldersBelow('/'), '/usr/local/bin', '/usr/local/sbin', '/opt/homebrew/bin'];
  const files = [...system.map((folder) => ({ folder })), ...own.map((folder) => ({ folder, cacheRoot }))].flatMap(({ folder, ...rest }) =>
    programs[server].map((program) => ({ file: join(folder, program), ...rest })),
  );
  const seen = new Set<string>();
  return files.filter(({ file }) => !seen.has(file) && seen.add(file) && isExecutable(file));
}

/** Where programs lie below a root; PostgreSQL's newest version first. */
function foldersBelow(root: string): string[] {
  const versions = join(root, 'usr/lib/postgresql');
  const postgres = existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a)) : [];
  return [...postgres.map((version) => join(versions, version, 'bin')), join(root, 'usr/sbin'), join(root, 'usr/bin')];
}

async function probe(server: ServerName, file: string, cacheRoot: string | undefined): Promise<Binary | undefined> {
  // a program that needs its neighbours (initdb) is of no use without them
  if (server === 'postgres' && !isExecutable(join(dirname(file), 'initdb'))) return undefined;
  const env = environmentFor(cacheRoot);
  const { code, stdout } = await runCommand(file, ['--version'], { env, timeoutMs: 10_000 });
  const version = code === 0 ? readVersion(stdout) : undefined;
  return version ? { server, file, version, env, ...(cacheRoot ? { cacheRoot } : {}) } : undefined;
}

export function environmentFor(cacheRoot: string | undefined): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG, TMPDIR } = process.env;
  const env: NodeJS.ProcessEnv = { PATH, HOME, LANG, TMPDIR };
  if (cacheRoot) env.LD_LIBRARY_PATH = libraryFolders(cacheRoot).join(':');
  return env;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
