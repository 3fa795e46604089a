import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fetchFonts, HeldFolder, isPortFree, seconds, serverNames, StartError, startServers } from '@wufang/servers';
import type { Profile, ServerName, Servers } from '@wufang/servers';
import { checkServers } from './check-servers.js';
import type { House } from './house.js';
import { startHouse } from './house.js';
import { cacheDir, home } from './paths.js';
import { loadSample } from './sample.js';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** `npm start`. Ctrl-C ends services first, PostgreSQL last. */
export async function main(): Promise<void> {
  const since = Date.now();
  const dataDir = home();
  let held: HeldFolder | undefined;
  let servers: Servers | undefined;
  let house: House | undefined;
  let ending: Promise<void> | undefined;

  const end = (code: number): Promise<void> =>
    (ending ??= (async () => {
      if (house) rmSync(join(dataDir, 'run.json'), { force: true });
      await house?.stop();
      await servers?.stop();
      await held?.release();
      if (code === 0) say('stopped');
      process.exit(code);
    })());
  const fail = (error: unknown) => {
    const shown = error instanceof StartError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${shown}\n`);
    return end(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!ending) say('\nstopping: services, then NATS, Redis, PostgreSQL');
      void end(0);
    });
  }
  process.on('uncaughtException', (error) => void fail(error));
  process.on('unhandledRejection', (error) => void fail(error));

  try {
    const port = portOf(process.env.WUFANG_PORT ?? '8080');
    const urls = { database: process.env.DATABASE_URL, redis: process.env.REDIS_URL, nats: process.env.NATS_URL };
    const profile: Profile = process.env.WUFANG_PROFILE === 'production' ? 'production' : 'local';
    held = await HeldFolder.take(dataDir, say); // ends what a killed run left, which may hold the port
    if (!(await isPortFree(port))) {
      throw new StartError(
        `port ${port} of 127.0.0.1 is taken by another program; stop it, or choose another port: WUFANG_PORT=8090 npm start`,
      );
    }
    const isGiven: Record<ServerName, boolean> = { postgres: Boolean(urls.database), redis: Boolean(urls.redis), nats: Boolean(urls.nats) };
    await checkServers(urls, profile, say);
    servers = await startServers({
      dataDir,
      cacheDir: cacheDir(),
      progress: say,
      profile,
      held,
      only: serverNames.filter((server) => !isGiven[server]),
      onCrash: (server) =>
        void bringBack(
          server,
          () => servers,
          () => ending !== undefined,
        ),
    });
    if (ending) return;
    // Printing needs them and nothing else does: nobody waits, and the service finds them as soon as they are there.
    let isReady = false;
    void fetchFonts({ cacheDir: cacheDir(), progress: (line) => (isReady ? undefined : say(line)) }).catch((error: unknown) =>
      process.stderr.write(`documents cannot be printed as PDF yet: ${(error as Error).message}\n`),
    );
    house = await startHouse({
      servers,
      urls,
      profile,
      ports: { gateway: port },
      restartsCrashed: true,
      progress: say,
    });
    if (ending) return;
    const accounts = await loadSample(house, say);
    writeRun(dataDir, house, isGiven);
    for (const { name, role, password } of accounts) say(`account ${name} (${role}) password ${password}`);
    if (accounts.length > 0) say('these passwords are shown this once');
    say(`everything is up (${seconds(since)}); Ctrl-C stops it`);
    isReady = true;
    say(`ready ${house.url}`);
    setInterval(() => {}, 60_000); // the children are not waited for: this keeps the launcher alive
  } catch (error) {
    if (!ending) await fail(error);
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new StartError(`WUFANG_PORT must be a number from 1 to 65535, is ${text}`);
  return port;
}

async function bringBack(server: ServerName, servers: () => Servers | undefined, isEnding: () => boolean): Promise<void> {
  for (let pause = 500; !isEnding(); pause = Math.min(pause * 2, 30_000)) {
    say(`${server} ended by itself; starting it again in ${pause / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, pause));
    try {
      if (!isEnding()) await servers()?.start(server);
      return;
    } catch (error) {
      say((error as Error).message);
    }
  }
}

/** What runs where, for tools and people; no secrets in it. */
function writeRun(dataDir: string, house: House, isGiven: Record<ServerName, boolean>): void {
  const { servers } = house;
  const run = {
    url: house.url,
    pid: process.pid,
    servers: Object.fromEntries(
      serverNames
        .filter((server) => !isGiven[server])
        .map((server) => [server, { port: servers[server].port, pid: servers[server].pid, version: servers[server].version }]),
    ),
    services: Object.fromEntries(house.services.map((service) => [service, { pid: house.pid(service), health: house.healthUrl(service) }])),
  };
  writeFileSync(join(dataDir, 'run.json'), JSON.stringify(run, null, 1));
}
