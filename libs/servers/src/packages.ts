import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runCommand } from './command.js';
import { StartError } from './names.js';
import { seconds } from './progress.js';
import type { Progress } from './progress.js';

/**
 * Fetching programs as Debian packages into the project's own cache, without root and without installing: the simulation of an
 * installation names what the machine lacks, each package is downloaded and unpacked, and the program is run from there.
 */
export interface PackageWish {
  /** names the folder in the cache and the progress lines */
  name: string;
  /** packages to unpack even if the machine has them installed */
  packages: string[];
  /** which of the further packages the simulation names are needed to run (most belong to installing: users, locales, certificates) */
  needs: (packageName: string) => boolean;
}

/** Libraries to run with: not Perl's, not headers, and not the compiler of JIT, which is off. */
export const isLibrary = (name: string) => /^lib/.test(name) && !/perl|llvm|libz3|-dev$/.test(name);

const isRoot = () => process.getuid?.() === 0;

export class PackageCache {
  private ownLists: Promise<void> | undefined;

  constructor(
    private readonly folder: string,
    private readonly progress: Progress,
  ) {
    this.folder = resolve(folder);
  }

  async isUsable(): Promise<boolean> {
    const [apt, dpkg] = await Promise.all([runCommand('apt-get', ['--version']), runCommand('dpkg-deb', ['--version'])]);
    return apt.code === 0 && dpkg.code === 0;
  }

  /** The folder `wish` is unpacked in, if an earlier run has done it. */
  unpacked(name: string): string | undefined {
    const folder = join(this.folder, name);
    return existsSync(join(folder, '.complete')) ? folder : undefined;
  }

  async fetch(wish: PackageWish): Promise<string> {
    const triedOwn = this.ownLists !== undefined;
    try {
      return await this.tryFetch(wish);
    } catch (error) {
      if (triedOwn) throw error;
      // no lists on this machine, or lists that name files long gone: fetch lists of our own and try again
      await this.updateLists();
      return await this.tryFetch(wish);
    }
  }

  /** `postgresql-NN` with the highest NN that the package lists offer. */
  async highest(pattern: RegExp, prefix: string): Promise<string | undefined> {
    const find = async () => {
      const { stdout } = await runCommand('apt-cache', [...this.options(), 'pkgnames', prefix]);
      const versions = stdout.split('\n').flatMap((line) => pattern.exec(line)?.[1] ?? []);
      const names = versions.sort((a, b) => Number(b) - Number(a)).map((version) => prefix + version);
      return (await this.offered(names))[0];
    };
    const found = await find();
    if (found) return found;
    await this.updateLists();
    return find();
  }

  /** Those of the packages that can be fetched, in the order given: a package that is merely installed is not offered. */
  private async offered(packages: string[]): Promise<string[]> {
    if (packages.length === 0) return [];
    const { stdout } = await runCommand('apt-cache', [...this.options(), 'policy', ...packages]);
    const sections = stdout
      .split(/^(?=\S)/m)
      .filter((section) => /Candidate: (?!\(none\))/.test(section) && /^\s+-?\d+ \w+:\//m.test(section));
    const names = sections.map((section) => section.slice(0, section.indexOf(':')));
    return packages.filter((name) => names.includes(name));
  }

  private async tryFetch(wish: PackageWish): Promise<string> {
    const started = Date.now();
    const wanted = await this.offered(wish.packages);
    if (!wanted.includes(wish.packages[0] ?? '')) throw new StartError(`no package lists offer ${wish.packages[0]}`);
    const lacking = (await this.simulate(wanted)).filter((name) => !wanted.includes(name) && wish.needs(name));
    const all = [...wanted, ...lacking];

    const files = join(this.folder, `${wish.name}.packages-${process.pid}`);
    const draft = join(this.folder, `${wish.name}.draft-${process.pid}`);
    rmSync(files, { recursive: true, force: true });
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(files, { recursive: true });
    mkdirSync(draft, { recursive: true });
    try {
      await this.download(wish.name, all, files, started);
      const archives = readdirSync(files).filter((file) => file.endsWith('.deb'));
      for (const file of archives) {
        const { code, stderr } = await runCommand('dpkg-deb', ['-x', join(files, file), draft]);
        if (code !== 0) throw new StartError(`could not unpack ${file}: ${stderr.trim()}`);
      }
      writeFileSync(join(draft, '.complete'), archives.sort().join('\n') + '\n');
      const folder = join(this.folder, wish.name);
      rmSync(folder, { recursive: true, force: true });
      renameSync(draft, folder);
      this.progress(`${wish.name}: ${archives.length} packages unpacked into the cache (${seconds(started)})`);
      return folder;
    } finally {
      rmSync(files, { recursive: true, force: true });
      rmSync(draft, { recursive: true, force: true });
    }
  }

  /** `--reinstall` makes the simulation name a package even if it is installed. */
  private async simulate(packages: string[]): Promise<string[]> {
    const args = [...this.options(), '-s', 'install', '--no-install-recommends', '--reinstall', ...packages];
    const { code, stdout, stderr } = await runCommand('apt-get', args);
    if (code !== 0) throw new StartError(`the package system cannot provide ${packages.join(', ')}: ${lastLine(stderr)}`);
    return stdout.split('\n').flatMap((line) => /^Inst (\S+)/.exec(line)?.[1] ?? []);
  }

  private async download(name: string, packages: string[], folder: string, started: number): Promise<void> {
    const { stdout } = await runCommand('apt-get', [...this.options(), 'download', '--print-uris', ...packages]);
    const total = [...stdout.matchAll(/^'\S+' \S+ (\d+)/gm)].reduce((sum, match) => sum + Number(match[1]), 0);
    const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
    this.progress(`${name}: fetching ${packages.length} packages, ${megabytes(total)} MB`);
    const tick = setInterval(() => {
      this.progress(`${name}: ${megabytes(sizeOf(folder))} of ${megabytes(total)} MB (${seconds(started)})`);
    }, 3_000);
    try {
      const result = await runCommand('apt-get', [...this.options(), 'download', ...packages], { cwd: folder, timeoutMs: 600_000 });
      if (result.code !== 0) throw new StartError(`could not fetch ${name}: ${lastLine(result.stderr)}`);
    } finally {
      clearInterval(tick);
    }
  }

  /** Package lists of our own, kept in the cache: works without root and leaves the machine's lists alone. */
  private updateLists(): Promise<void> {
    return (this.ownLists ??= this.fetchLists());
  }

  private async fetchLists(): Promise<void> {
    const started = Date.now();
    mkdirSync(join(this.folder, 'apt/lists/partial'), { recursive: true });
    mkdirSync(join(this.folder, 'apt/cache/archives/partial'), { recursive: true });
    this.progress('fetching package lists');
    const { code, stderr } = await runCommand('apt-get', [...this.options(true), 'update'], { timeoutMs: 300_000 });
    if (code !== 0) throw new StartError(`package lists could not be fetched: ${lastLine(stderr)}`);
    this.progress(`package lists fetched (${seconds(started)})`);
  }

  private options(own = this.ownLists !== undefined): string[] {
    const options = ['-o', 'Debug::NoLocking=1', '-o', 'APT::Get::List-Cleanup=0'];
    // apt would hand the download to a user of its own, who may not write here
    if (isRoot()) options.push('-o', 'APT::Sandbox::User=root');
    if (own) {
      const apt = join(this.folder, 'apt');
      options.push('-o', `Dir::State::Lists=${apt}/lists`, '-o', `Dir::Cache=${apt}/cache`);
    }
    return options;
  }
}

/**
 * The second way: an ordinary installation, as root or by `sudo -n`. Services of the packages are neither started (policy-rc.d says
 * 101 while we install) nor enabled (they are disabled again afterwards). Answers false when it was not possible.
 */
export async function installOnSystem(packages: string[], progress: Progress): Promise<boolean> {
  const prefix = isRoot() ? [] : ['sudo', '-n'];
  if (!isRoot() && (await runCommand('sudo', ['-n', 'true'])).code !== 0) return false;
  const run = (args: string[]) => {
    const [file, ...rest] = [...prefix, ...args] as [string, ...string[]];
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
    return runCommand(file, rest, { env, timeoutMs: 900_000 });
  };
  const policy = '/usr/sbin/policy-rc.d';
  const kept = `${policy}.before-wufang`;
  const clusterConf = '/etc/postgresql-common/createcluster.d/wufang.conf';
  const started = Date.now();
  progress(`installing ${packages.join(', ')}`);
  const before = enabledServices();
  if (existsSync(policy)) await run(['mv', policy, kept]);
  await run(['sh', '-c', `printf '#!/bin/sh\\nexit 101\\n' > ${policy} && chmod 755 ${policy}`]);
  await run(['sh', '-c', `mkdir -p /etc/postgresql-common/createcluster.d && echo 'create_main_cluster = false' > ${clusterConf}`]);
  try {
    await run(['apt-get', 'update']);
    const { code, stderr } = await run(['apt-get', 'install', '-y', '--no-install-recommends', ...packages]);
    if (code !== 0) progress(`installing did not work: ${lastLine(stderr)}`);
    else progress(`installed (${seconds(started)})`);
    return code === 0;
  } finally {
    await run(['rm', '-f', policy, clusterConf]);
    if (existsSync(kept)) await run(['mv', kept, policy]);
    for (const name of enabledServices().filter((it) => !before.includes(it))) {
      await run(['deb-systemd-helper', 'disable', `${name}.service`]);
      await run(['update-rc.d', name, 'disable']);
      await run(['rm', '-f', `${systemdWants}/${name}.service`]); // what disabling does, where the helper knows nothing of the unit
    }
  }
}

const systemdWants = '/etc/systemd/system/multi-user.target.wants';

/** Services of the packages that the system would start by itself, by systemd or by the older run levels. */
function enabledServices(): string[] {
  const level = '/etc/rc2.d';
  const links = [systemdWants, level].flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : []));
  return ['postgresql', 'redis-server', 'nats-server'].filter((name) =>
    links.some((link) => link === `${name}.service` || /^S\d\d(.*)$/.exec(link)?.[1] === name),
  );
}

/** What a person types to get the servers, for the system at hand. */
export async function installAdvice(): Promise<string> {
  const has = async (program: string) => (await runCommand('sh', ['-c', `command -v ${program}`])).code === 0;
  if (await has('apt-get'))
    return 'sudo apt-get update && sudo apt-get install -y --no-install-recommends postgresql redis-server nats-server';
  if (await has('brew')) return 'brew install postgresql@17 redis nats-server';
  if (await has('dnf')) return 'sudo dnf install -y postgresql-server redis (and nats-server on the PATH)';
  if (await has('apk')) return 'sudo apk add postgresql redis nats-server';
  return 'put postgres, redis-server and nats-server on the PATH';
}

/** Folders below an unpacked root that hold shared libraries, for LD_LIBRARY_PATH. */
export function libraryFolders(root: string): string[] {
  const folders: string[] = [];
  for (const base of [join(root, 'usr/lib'), join(root, 'lib')]) {
    if (!existsSync(base)) continue;
    folders.push(base);
    for (const name of readdirSync(base)) {
      const folder = join(base, name);
      if (/linux-gnu|linux-musl/.test(name) && statSync(folder).isDirectory()) folders.push(folder, ...privateFolders(folder));
    }
  }
  return folders;
}

/** Where a library keeps those that it alone needs, which it would look for below the root of the machine. Example: pulseaudio. */
function privateFolders(folder: string): string[] {
  const below = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return below.map(({ name }) => join(folder, name)).filter((one) => readdirSync(one).some((name) => /^lib.+\.so(\.|$)/.test(name)));
}

export function packagesIn(root: string): string[] {
  return readFileSync(join(root, '.complete'), 'utf8').trim().split('\n');
}

function sizeOf(folder: string): number {
  try {
    return readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  } catch {
    return 0; // a file was renamed under our eyes; the next tick counts again
  }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
