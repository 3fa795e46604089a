import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Binary } from './binaries.js';
import { findBinaries } from './binaries.js';
import { HeldFolder } from './folder.js';
import type { ServerName, ServiceName } from './names.js';
import { serverNames, serverTitles, StartError } from './names.js';
import { natsFolder, natsProcess } from './nats.js';
import { createDatabase, databaseName, majorOf, postgresProcess } from './postgres.js';
import type { Progress } from './progress.js';
import { seconds, silent } from './progress.js';
import { redisFolder, redisProcess } from './redis.js';
import type { Secrets } from './secrets.js';
import { loadSecrets, superuser } from './secrets.js';
import type { ServerProcess } from './server-process.js';
import { postgresDataFolder, settlePostgres } from './unprivileged.js';
import type { Profile } from './versions.js';
import { judgeVersion } from './versions.js';

export interface StartOptions {
  /** everything of this run lies below it; one run at a time */
  dataDir: string;
  /** fetched programs; shared by all runs */
  cacheDir: string;
  progress?: Progress;
  profile?: Profile;
  /** start only these (the rest is given by URL) */
  only?: readonly ServerName[];
  /** further PostgreSQL settings, for benches and fault tests */
  postgresSettings?: Record<string, string>;
  /** a server ended that nobody stopped or killed through this handle */
  onCrash?: (server: ServerName) => void;
  ignoreSystem?: boolean;
  /** the data folder, if the caller has taken it already */
  held?: HeldFolder;
}

export interface ServerFacts {
  readonly version: string;
  readonly pid: number;
  readonly port: number;
  readonly logFile: string;
  /** the folder of its data */
  readonly data: string;
  /** the program that runs, so that tests find its neighbours (pg_basebackup, redis-cli) */
  readonly binary: Binary;
}

export interface Servers {
  dataDir: string;
  secrets: Secrets;
  postgres: ServerFacts & { adminUrl: string };
  redis: ServerFacts & { url: string; adminUrl: string };
  nats: ServerFacts & { urlFor(service: ServiceName): string; adminUrl: string };
  /** Writes a further process of ours down, so that it ends with the servers. Services have rank 0. */
  held: HeldFolder;
  stop(): Promise<void>;
  kill(which: ServerName, signal?: NodeJS.Signals): Promise<void>;
  start(which: ServerName): Promise<void>;
  restart(which: ServerName): Promise<void>;
  /** stops the server, throws its data away and starts it empty (Redis and NATS only) */
  wipe(which: 'redis' | 'nats'): Promise<void>;
}

/** Finds or fetches the servers and starts them privately on free ports of 127.0.0.1. Whatever goes wrong, nothing is left running. */
export async function startServers(options: StartOptions): Promise<Servers> {
  const progress = options.progress ?? silent;
  const profile = options.profile ?? 'local';
  const only = options.only ?? serverNames;
  const dataDir = resolve(options.dataDir);
  const cacheDir = resolve(options.cacheDir);
  const ignoreSystem = options.ignoreSystem ?? process.env.WUFANG_IGNORE_SYSTEM === '1';
  const held = options.held ?? (await HeldFolder.take(dataDir, progress));
  let isStopping = false;
  const onCrash = (server: ServerName) => {
    if (!isStopping) options.onCrash?.(server);
  };
  const stop = async () => {
    isStopping = true;
    await held.release();
  };
  try {
    const { secrets, isNew } = loadSecrets(dataDir);
    const logFile = (server: ServerName) => join(dataDir, 'logs', `${server}.log`);
    const postgresMajor = majorOf(postgresDataFolder(dataDir));
    if (isNew && postgresMajor) {
      rmSync(join(dataDir, 'secrets.json'));
      throw new StartError(
        `${postgresDataFolder(dataDir)} holds a database but secrets.json is gone, and without it the vault stays shut: bring the file back, or move the database away to begin anew`,
      );
    }
    const binaries = await findBinaries(only, { cacheDir, progress, profile, ignoreSystem, ...(postgresMajor ? { postgresMajor } : {}) });
    for (const server of only) {
      const verdict = judgeVersion(server, binaries[server].version, profile);
      if (verdict.ok && verdict.warning) progress(`warning: ${verdict.warning}`);
    }

    const processes: Partial<Record<ServerName, ServerProcess>> = {};
    const begin = async (server: ServerName, prepare: () => Promise<ServerProcess> | ServerProcess) => {
      if (!only.includes(server)) return;
      const since = Date.now();
      const process = await prepare();
      processes[server] = process;
      await process.start();
      progress(`${serverTitles[server]} ${binaries[server].version} on 127.0.0.1:${process.port}, pid ${process.pid} (${seconds(since)})`);
    };
    let postgresData = postgresDataFolder(dataDir);
    const starts = [
      begin('postgres', async () => {
        const place = await settlePostgres(dataDir, binaries.postgres);
        binaries.postgres = place.binary;
        postgresData = place.data;
        if (!majorOf(place.data)) await createDatabase(place, secrets);
        return postgresProcess(held, place, logFile('postgres'), options.postgresSettings ?? {}, onCrash);
      }),
      begin('redis', () => redisProcess(held, binaries.redis, redisFolder(dataDir), secrets.redis, logFile('redis'), onCrash)),
      begin('nats', () => natsProcess(held, binaries.nats, natsFolder(dataDir), secrets.nats, logFile('nats'), onCrash)),
    ];
    const failed = (await Promise.allSettled(starts)).find((it) => it.status === 'rejected');
    if (failed) throw failed.reason;

    const processOf = (server: ServerName) => {
      const found = processes[server];
      if (!found) throw new Error(`${server} was not started here`);
      return found;
    };
    const facts = (server: ServerName, data: () => string): ServerFacts => ({
      get version() {
        return binaries[server].version;
      },
      get pid() {
        return processOf(server).pid;
      },
      get port() {
        return processOf(server).port;
      },
      get binary() {
        return binaries[server];
      },
      get data() {
        return data();
      },
      logFile: logFile(server),
    });
    const at = (server: ServerName, user: string, password: string) => `${user}:${password}@127.0.0.1:${processOf(server).port}`;

    return {
      dataDir,
      secrets,
      held,
      postgres: withUrls(
        facts('postgres', () => postgresData),
        {
          adminUrl: () => `postgres://${at('postgres', superuser, secrets.postgres.superuser)}/${databaseName}`,
        },
      ),
      redis: withUrls(
        facts('redis', () => redisFolder(dataDir)),
        {
          url: () => `redis://${at('redis', 'wufang', secrets.redis.wufang)}`,
          adminUrl: () => `redis://${at('redis', 'admin', secrets.redis.admin)}`,
        },
      ),
      nats: Object.assign(
        withUrls(
          facts('nats', () => natsFolder(dataDir)),
          { adminUrl: () => `nats://${at('nats', 'admin', secrets.nats.admin)}` },
        ),
        { urlFor: (service: ServiceName) => `nats://${at('nats', service, secrets.nats[service])}` },
      ),
      stop,
      kill: (which, signal = 'SIGKILL') => processOf(which).kill(signal),
      start: (which) => processOf(which).start(),
      async restart(which) {
        await processOf(which).stop();
        await processOf(which).start();
      },
      async wipe(which) {
        await processOf(which).stop();
        rmSync(which === 'redis' ? redisFolder(dataDir) : natsFolder(dataDir), { recursive: true, force: true });
        await processOf(which).start();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** URLs are read when asked for, so that a server that was never started does not get in the way. */
function withUrls<F extends object, U extends string>(facts: F, urls: Record<U, () => string>): F & Record<U, string> {
  for (const [name, url] of Object.entries<() => string>(urls)) Object.defineProperty(facts, name, { get: url, enumerable: true });
  return facts as F & Record<U, string>;
}
