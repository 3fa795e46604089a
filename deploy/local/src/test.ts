import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fetchFonts, HeldFolder, seconds, StartError, startServers, wipeFolder } from '@wufang/servers';
import type { Servers } from '@wufang/servers';
import { composeConfig } from './compose-config.js';
import { findBrowser } from './browser.js';
import type { TestKind } from './jest-step.js';
import { kindTitles, runJest } from './jest-step.js';
import { cacheDir, root } from './paths.js';
import type { Count, StepResult } from './steps.js';
import { add, countTool, none, runTool, skipTool } from './steps.js';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Where all tests keep their data; wiped before each run. WUFANG_DATA names a house, not a test. */
const testDir = join(root, '.wufang', 'test');

/** `npm test`, and `npm run check` for what needs no server. Servers are always private ones, whatever URLs are set. */
export async function main(options: { types: StepResult; pages: StepResult; isCheck: boolean }): Promise<void> {
  const since = Date.now();
  for (const url of ['DATABASE_URL', 'REDIS_URL', 'NATS_URL', 'WUFANG_DATA', 'WUFANG_PORT', 'WUFANG_SAMPLE']) delete process.env[url];
  let servers: Servers | undefined;
  let held: HeldFolder | undefined;
  let isEnding = false;
  const end = async (code: number) => {
    if (isEnding) return;
    isEnding = true;
    await held?.release(); // ends the tools that run
    await servers?.stop();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(130));

  let total = none();
  try {
    held = await HeldFolder.take(testDir, say);
    total = add(total, countTool('pages', options.pages));
    total = add(total, await checkTools(held, options.types));
    total = add(total, await runJest('unit', { held, reportDir: join(testDir, 'reports') }));
    if (!options.isCheck && !isEnding) {
      total = add(total, await checkCompose(held));
      const dataDir = join(testDir, 'servers');
      await wipeFolder(dataDir);
      servers = await startServers({ dataDir, cacheDir: cacheDir(), progress: say });
      // Before there are two tests at once that would fetch them.
      await fetchFonts({ cacheDir: cacheDir(), progress: say });
      const env = { WUFANG_TEST_SERVERS: writeTestServers(servers), WUFANG_TEST_DIR: testDir, WUFANG_CACHE: cacheDir() };
      for (const kind of ['int', 'flow', 'e2e', 'fault'] satisfies TestKind[]) {
        const browser = kind === 'e2e' && !isEnding ? await findBrowser(cacheDir(), say) : undefined;
        if (browser && 'reason' in browser) total = add(total, skipTool(kindTitles.e2e, browser.reason));
        else if (!isEnding) total = add(total, await runJest(kind, { held, env, reportDir: join(testDir, 'reports') }));
      }
      await servers.stop();
      await wipeFolder(dataDir);
    }
  } catch (error) {
    const shown = error instanceof StartError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
    total = add(total, { ...none(), failed: 1, failures: [`the test run itself\n${shown}`] });
  }
  if (isEnding) return;
  report(total, since);
  await end(total.failed === 0 ? 0 : 1);
}

async function checkTools(held: HeldFolder, types: StepResult): Promise<Count> {
  const node = process.execPath;
  const tool = async (title: string, args: string[]) => countTool(title, await runTool(title, node, args, { held }));
  let total = countTool('types', types);
  total = add(total, await tool('format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']));
  // In parts: the types of all packages at once do not fit into one process's memory.
  total = add(total, countTool('lint', await runTool('lint', 'npm', ['run', '--silent', 'lint'], { held })));
  const cruiser = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs';
  total = add(
    total,
    await tool('deps', [cruiser, '--config', '.dependency-cruiser.cjs', 'libs', 'services', 'deploy', 'web/src', 'web/e2e']),
  );
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  if (!scripts['contracts']) return add(total, skipTool('contracts', 'there is no script "contracts" yet'));
  return add(total, countTool('contracts', await runTool('contracts', 'npm', ['run', '--silent', 'contracts', '--', '--check'], { held })));
}

async function checkCompose(held: HeldFolder): Promise<Count> {
  const file = join(root, 'docker-compose.yml');
  if (!existsSync(file)) return skipTool('compose config', 'there is no docker-compose.yml');
  const command = await composeConfig(cacheDir(), say);
  if ('reason' in command) return skipTool('compose config', command.reason);
  return countTool('compose config', await runTool('compose config', command.file, command.args, { held, env: command.env }));
}

/** Tells the tests where the servers are: admin URLs, a URL for each service, the secrets. Readable by the owner alone. */
function writeTestServers(servers: Servers): string {
  const file = join(testDir, 'servers.json');
  const { postgres, redis, nats, secrets, dataDir } = servers;
  const services = Object.keys(secrets.postgres.roles) as (keyof typeof secrets.postgres.roles)[];
  const content = {
    dataDir,
    cacheDir: cacheDir(),
    postgres: { adminUrl: postgres.adminUrl, version: postgres.version },
    redis: { url: redis.url, adminUrl: redis.adminUrl, version: redis.version },
    nats: {
      adminUrl: nats.adminUrl,
      urls: Object.fromEntries(services.map((service) => [service, nats.urlFor(service)])),
      version: nats.version,
    },
    secrets,
  };
  mkdirSync(testDir, { recursive: true });
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify(content, null, 1), { mode: 0o600 });
  return file;
}

function report(total: Count, since: number): void {
  for (const failure of total.failures) say(`\n● ${failure}`);
  if (total.skipped.length > 0) say(`\nskipped:\n${total.skipped.map((name) => `  ${name}`).join('\n')}`);
  say(`\ntook ${seconds(since)}`);
  say(`${total.passed} passed, ${total.failed} failed${total.skipped.length > 0 ? `, ${total.skipped.length} skipped` : ''}`);
}
