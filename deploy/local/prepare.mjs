/**
 * What must be true before any compiled code can run: a fitting Node, the packages of package-lock.json, the compiled workspaces.
 * Plain JavaScript without packages, because it runs before there are any.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const state = join(root, '.wufang');
const stampFile = join(state, 'installed.json');

export const say = (line) => process.stdout.write(`${line}\n`);

export function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(`Node ${process.versions.node} is too old: 20.19 or newer is needed (https://nodejs.org, or your system's packages).`);
  }
  if (spawnSync('npm', ['--version']).status !== 0) stop('npm was not found: it comes with Node; on Debian: sudo apt-get install -y npm');
}

/** Runs a program to its end, telling every few seconds that it still runs. */
function run(title, file, args) {
  return new Promise((resolve) => {
    const since = Date.now();
    const child = spawn(file, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => (output += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk) => (output += chunk));
    const tick = setInterval(() => say(`${title}: ${seconds(since)}`), 5_000);
    const end = (signal) => child.kill(signal);
    process.on('exit', () => end('SIGTERM'));
    child.on('error', (error) => (output += error.message));
    child.on('close', (code) => {
      clearInterval(tick);
      resolve({ ok: code === 0, output, took: seconds(since), ms: Date.now() - since });
    });
  });
}

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

function isInstalled() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  if (existsSync(stampFile)) {
    try {
      if (JSON.parse(readFileSync(stampFile, 'utf8')).lock === lockHash()) return true;
    } catch {
      // a stamp cut off by a crash says nothing
    }
  }
  // somebody ran npm by hand after the lock file changed
  return statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

export async function install() {
  if (!isInstalled()) {
    const count = Object.keys(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages).length;
    say(`installing ${count} packages`);
    const { ok, output, took } = await run('installing packages', 'npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']);
    if (!ok) stop(`npm ci did not work:\n${output.trim()}`);
    say(`packages installed (${took})`);
  }
  mkdirSync(state, { recursive: true });
  writeFileSync(stampFile, JSON.stringify({ lock: lockHash() }));
}

/** The folders of the workspaces, by name, so that nobody else's dist is touched. */
export function workspaces() {
  const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return workspaces
    .flatMap((entry) =>
      entry.endsWith('/*') ? readdirSync(join(root, entry.slice(0, -2))).map((name) => join(entry.slice(0, -2), name)) : [entry],
    )
    .filter((folder) => existsSync(join(root, folder, 'package.json')));
}

/** Tests run from dist: a compiled test whose source is gone must not run. */
export function removeCompiled() {
  for (const folder of workspaces()) {
    if (existsSync(join(root, folder, 'tsconfig.json'))) rmSync(join(root, folder, 'dist'), { recursive: true, force: true });
  }
}

export async function compile() {
  say('compiling');
  const result = await run('compiling', process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b', '--pretty', 'false']);
  say(result.ok ? `compiled (${result.took})` : `compiling found errors (${result.took})`);
  return result;
}

/** The pages, as the browser gets them; after the compile, since they stand on what it makes. */
export async function buildPages() {
  const result = await run('building the pages', process.execPath, [
    join(root, 'node_modules/vite/bin/vite.js'),
    'build',
    join(root, 'web'),
    '--logLevel',
    'warn',
  ]);
  say(result.ok ? `pages built (${result.took})` : `the pages cannot be built (${result.took})`);
  return result;
}
