import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartError } from './names.js';
import type { Progress } from './progress.js';
import type { ProcessMark } from './processes.js';
import { endProcess, isRunning, markOf } from './processes.js';

/** A process we started. Lower ranks end first: services 0, NATS 1, Redis 2, PostgreSQL 3. */
export interface OwnedProcess extends ProcessMark {
  name: string;
  rank: number;
  signal: NodeJS.Signals;
  /** it leads a group of its own (a test runner with workers): the group ends with it */
  isGroup?: boolean;
}

interface ProcessList {
  owner: ProcessMark;
  processes: OwnedProcess[];
}

const lockFile = (folder: string) => join(folder, 'lock.json');
const listFile = (folder: string) => join(folder, 'processes.json');

function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return undefined; // absent, or cut off by a crash: both mean "nothing known"
  }
}

export function readProcessList(folder: string): ProcessList | undefined {
  return readJson<ProcessList>(listFile(folder));
}

async function endOwned(owned: OwnedProcess, patienceMs: number): Promise<void> {
  const wasRunning = isRunning(owned);
  await endProcess(owned, owned.signal, patienceMs);
  if (!owned.isGroup || !wasRunning) return;
  try {
    process.kill(-owned.pid, 'SIGKILL'); // what it left of its group; a group's number is not given out while a member lives
  } catch {
    // nobody was left
  }
}

/** Ends the processes rank by rank and touches no other. */
export async function endAll(processes: OwnedProcess[], patienceMs = 10_000): Promise<void> {
  const ranks = [...new Set(processes.map((it) => it.rank))].sort((a, b) => a - b);
  for (const rank of ranks) {
    await Promise.all(processes.filter((it) => it.rank === rank).map((it) => endOwned(it, patienceMs)));
  }
}

/**
 * A data folder in our hands: nobody else starts on it, and every process started on it is written down, so that none outlives us.
 * If this process dies without a word, a guard ends what is written down; if the guard dies too, the next start does.
 */
export class HeldFolder {
  private readonly processes = new Map<number, OwnedProcess>();
  private readonly me = markOf(process.pid);
  private guard: ReturnType<typeof spawn> | undefined;

  private constructor(readonly path: string) {}

  static async take(folder: string, progress: Progress): Promise<HeldFolder> {
    const path = resolve(folder);
    mkdirSync(path, { recursive: true });
    const held = new HeldFolder(path);
    held.lock();
    const left = readProcessList(path)?.processes.filter(isRunning) ?? [];
    if (left.length > 0) {
      progress(`ending what an earlier run left behind: ${left.map((it) => `${it.name} (pid ${it.pid})`).join(', ')}`);
      await endAll(left);
    }
    held.write();
    held.startGuard();
    return held;
  }

  private lock(): void {
    const draft = join(this.path, `lock-${process.pid}.json`);
    writeFileSync(draft, JSON.stringify(this.me));
    try {
      for (let attempt = 0; attempt < 5; attempt++) {
        try {
          linkSync(draft, lockFile(this.path)); // fails if the name exists: two starts cannot both win
          return;
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        }
        const holder = readJson<ProcessMark>(lockFile(this.path));
        if (holder && isRunning(holder)) {
          throw new StartError(`data folder ${this.path} is in use by pid ${holder.pid}; stop that run first, or choose another folder`);
        }
        const stale = join(this.path, `lock-stale-${process.pid}.json`);
        try {
          renameSync(lockFile(this.path), stale);
        } catch {
          continue; // another start cleared it first
        }
        rmSync(stale, { force: true });
      }
      throw new StartError(`data folder ${this.path} could not be locked`);
    } finally {
      rmSync(draft, { force: true });
    }
  }

  private startGuard(): void {
    const script = fileURLToPath(new URL('./guard.js', import.meta.url));
    const args = [script, this.path, String(this.me.pid), this.me.started];
    this.guard = spawn(process.execPath, args, { stdio: ['pipe', 'ignore', 'ignore'], detached: true, env: {} });
    this.guard.stdin?.on('error', () => {}); // a guard that was killed cannot be told good-bye
    this.guard.unref();
    (this.guard.stdin as unknown as { unref?: () => void })?.unref?.();
  }

  get guardPid(): number {
    return this.guard?.pid ?? 0;
  }

  record(name: string, pid: number, rank: number, signal: NodeJS.Signals, isGroup = false): OwnedProcess {
    const owned: OwnedProcess = { name, rank, signal, isGroup, ...markOf(pid) };
    this.processes.set(pid, owned);
    this.write();
    return owned;
  }

  forget(pid: number): void {
    if (this.processes.delete(pid)) this.write();
  }

  private write(): void {
    const draft = `${listFile(this.path)}.new`;
    writeFileSync(draft, JSON.stringify({ owner: this.me, processes: [...this.processes.values()] } satisfies ProcessList, null, 1));
    renameSync(draft, listFile(this.path));
  }

  /** Ends every process still written down and gives the folder free. */
  async release(): Promise<void> {
    await endAll([...this.processes.values()]);
    this.processes.clear();
    try {
      this.write();
      rmSync(lockFile(this.path), { force: true });
    } catch {
      // the folder itself was removed: there is nothing left to give free
    }
    this.guard?.stdin?.end('done\n');
    this.guard = undefined;
  }
}
