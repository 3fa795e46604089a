import { join } from 'node:path';
import { fontFolder, freePort, seconds, serviceNames, silent, StartError, startServers } from '@wufang/servers';
import type { Profile, Progress, Servers, ServiceName } from '@wufang/servers';
import { contextKeyOf, databaseUrlFor, migrateAll, vaultKeyOf } from './migrate.js';
import type { Operator } from './operator.js';
import { operatorOf } from './operator.js';
import { cacheDir, mainOf } from './paths.js';
import { isHealthy, ServiceProcess } from './service-process.js';

export interface HouseOptions {
  /** servers that already run; else private ones are started below dataDir and end with the house */
  servers?: Servers;
  dataDir?: string;
  /** servers somebody else runs, in place of private ones; the database's URL must be a superuser's */
  urls?: { database?: string | undefined; redis?: string | undefined; nats?: string | undefined };
  ports?: { gateway?: number };
  only?: readonly ServiceName[];
  profile?: Profile;
  /** further settings for every service */
  env?: Record<string, string>;
  /** services come back by themselves after a crash; off for fault tests, which start them when they want */
  restartsCrashed?: boolean;
  progress?: Progress;
}

export interface House {
  /** http://127.0.0.1:PORT of the gateway */
  url: string;
  /** administrator of all streets */
  operator: Operator;
  servers: Servers;
  services: readonly ServiceName[];
  pid(service: ServiceName): number;
  healthUrl(service: ServiceName): string;
  logFile(service: ServiceName): string;
  /** deadly signals keep it down until start() */
  kill(service: ServiceName, signal?: NodeJS.Signals): Promise<void>;
  start(service: ServiceName): Promise<void>;
  stop(): Promise<void>;
}

/** Servers, schemas, services: ready when it returns. `npm start`, flow tests, fault tests and benches all enter by it. */
export async function startHouse(options: HouseOptions = {}): Promise<House> {
  const progress = options.progress ?? silent;
  const names = options.only ?? serviceNames;
  const urls = options.urls ?? {};
  if (!options.servers && !options.dataDir) throw new Error('startHouse needs servers or a dataDir for its own');
  const servers = options.servers ?? (await startServers({ dataDir: options.dataDir ?? '', cacheDir: cacheDir(), progress }));
  const processes = new Map<ServiceName, ServiceProcess>();
  const stop = async () => {
    await Promise.all([...processes.values()].map((it) => it.stop()));
    if (!options.servers) await servers.stop();
  };
  try {
    const { secrets } = servers;
    const adminUrl = urls.database ?? servers.postgres.adminUrl;
    await migrateAll(adminUrl, names, secrets, progress);

    const gatewayPort = options.ports?.gateway ?? (await freePort());
    const operator = operatorOf(servers.dataDir);
    const healthUrls = new Map<ServiceName, string>();
    const logFile = (service: ServiceName) => join(servers.dataDir, 'logs', `${service}.log`);
    for (const service of names) {
      const healthPort = await freePort();
      healthUrls.set(service, `http://127.0.0.1:${healthPort}/health`);
      const env: Record<string, string> = {
        WUFANG_SERVICE: service,
        DATABASE_URL: databaseUrlFor(service, adminUrl, secrets),
        REDIS_URL: urls.redis ?? servers.redis.url,
        NATS_URL: urls.nats ?? servers.nats.urlFor(service),
        WUFANG_VAULT_KEY: vaultKeyOf(service, secrets),
        WUFANG_CONTEXT_KEY: contextKeyOf(service, secrets),
        WUFANG_HEALTH_PORT: String(healthPort),
        WUFANG_PROFILE: options.profile ?? 'local',
        ...(service === 'gateway' ? gatewayEnv(gatewayPort, operator) : {}),
        ...(service === 'deliberation' ? { WUFANG_FONTS: fontFolder({ cacheDir: cacheDir() }) } : {}),
        ...options.env,
      };
      const spec = {
        name: service,
        main: mainOf(service),
        env,
        logFile: logFile(service),
        healthUrl: healthUrls.get(service) ?? '',
        isKept: options.restartsCrashed ?? false,
      };
      processes.set(service, new ServiceProcess(servers.held, spec, progress));
    }
    const since = Date.now();
    const failed = (await Promise.allSettled([...processes.values()].map((it) => it.start()))).find((it) => it.status === 'rejected');
    if (failed) throw failed.reason;
    const url = `http://127.0.0.1:${gatewayPort}`;
    // the gateway's health tells of all services, so it can only be asked of a whole house
    if (names.length === serviceNames.length && !(await becomesHealthy(`${url}/api/health`))) {
      throw new StartError(`${url}/api/health does not answer 200 (log: ${logFile('gateway')})`);
    }
    progress(`services ready: ${names.length} (${seconds(since)})`);

    const processOf = (service: ServiceName) => {
      const found = processes.get(service);
      if (!found) throw new Error(`${service} is not part of this house`);
      return found;
    };
    return {
      url,
      operator,
      servers,
      services: names,
      pid: (service) => processOf(service).pid,
      healthUrl: (service) => healthUrls.get(service) ?? '',
      logFile,
      kill: (service, signal = 'SIGKILL') => processOf(service).kill(signal),
      start: (service) => processOf(service).start(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const gatewayEnv = (port: number, { account, password }: Operator) => ({
  WUFANG_PORT: String(port),
  WUFANG_FIRST_ADMIN: account,
  WUFANG_FIRST_ADMIN_PASSWORD: password,
});

/** Health of the whole tells of all services; one of them may need a moment to hear of the others. */
async function becomesHealthy(url: string): Promise<boolean> {
  const until = Date.now() + 30_000;
  while (!(await isHealthy(url))) {
    if (Date.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return true;
}
