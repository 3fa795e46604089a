import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endProcess, isRunning, nodeOptions, seconds, signalProcess, StartError, waitForEnd } from '@wufang/servers';
import type { HeldFolder, OwnedProcess, Progress, ServiceName } from '@wufang/servers';

const readyPatienceMs = 60_000;
const stopPatienceMs = 10_000;
const keptLogs = 3;

export interface ServiceSpec {
  name: ServiceName;
  main: string;
  env: Record<string, string>;
  logFile: string;
  healthUrl: string;
  /** starts it again when it ends by itself */
  isKept: boolean;
}

/** One service as a child process. It is ready when its health says so, and it comes back when it crashes. */
export class ServiceProcess {
  private owned: OwnedProcess | undefined;
  private wanted = false;
  private crashes = 0;

  constructor(
    private readonly held: HeldFolder,
    private readonly spec: ServiceSpec,
    private readonly progress: Progress,
  ) {
    rotate(spec.logFile);
  }

  get pid(): number {
    return this.owned?.pid ?? 0;
  }

  get isRunning(): boolean {
    return this.owned !== undefined && isRunning(this.owned);
  }

  async start(): Promise<void> {
    if (this.isRunning) return;
    this.wanted = true;
    const since = Date.now();
    this.spawn();
    while (!(await isHealthy(this.spec.healthUrl))) {
      if (!this.isRunning) {
        this.wanted = false;
        throw new StartError(`${this.spec.name} ended while starting (log: ${this.spec.logFile})\n${this.lastWords()}`);
      }
      if (Date.now() - since > readyPatienceMs) {
        throw new StartError(
          `${this.spec.name} is not ready after ${readyPatienceMs / 1000} s (log: ${this.spec.logFile})\n${this.lastWords()}`,
        );
      }
      await sleep(50);
    }
    this.progress(`${this.spec.name} ready, pid ${this.pid} (${seconds(since)})`);
  }

  private spawn(): void {
    if (!existsSync(this.spec.main)) throw new StartError(`${this.spec.main} is missing`);
    mkdirSync(dirname(this.spec.logFile), { recursive: true });
    const log = openSync(this.spec.logFile, 'a', 0o600);
    const { PATH, HOME, LANG, NODE_OPTIONS, NODE_EXTRA_CA_CERTS } = process.env;
    const given = Object.entries({ PATH, HOME, LANG, NODE_OPTIONS, NODE_EXTRA_CA_CERTS }).filter(([, value]) => value !== undefined);
    const child = spawn(process.execPath, [...nodeOptions, this.spec.main], {
      env: { ...Object.fromEntries(given), TZ: 'UTC', ...this.spec.env },
      stdio: ['ignore', log, log],
      detached: true, // Ctrl-C at the terminal reaches the launcher alone
    });
    closeSync(log);
    child.unref();
    const startedAt = Date.now();
    if (child.pid) this.owned = this.held.record(this.spec.name, child.pid, 0, 'SIGTERM');
    child.on('error', (error) => this.progress(`${this.spec.name} could not be run: ${error.message}`));
    child.on('exit', (code, signal) => {
      if (child.pid) this.held.forget(child.pid);
      if (this.owned?.pid !== child.pid || !this.wanted || !this.spec.isKept) return;
      // it stood for a minute: what happened before does not count any more
      if (Date.now() - startedAt > 60_000) this.crashes = 0;
      this.startAgain(signal ?? `exit code ${code}`);
    });
  }

  private startAgain(reason: string): void {
    const pause = Math.min(30_000, 500 * 2 ** this.crashes++);
    this.progress(`${this.spec.name} ended (${reason}); starting it again in ${pause / 1000} s (log: ${this.spec.logFile})`);
    setTimeout(() => {
      if (!this.wanted || this.isRunning) return;
      try {
        this.spawn();
      } catch (error) {
        this.startAgain((error as Error).message); // being compiled anew, say
      }
    }, pause).unref();
  }

  async stop(): Promise<void> {
    this.wanted = false;
    if (this.owned) await endProcess(this.owned, 'SIGTERM', stopPatienceMs);
  }

  /** For fault tests: the service stays down until start() after a deadly signal. */
  async kill(signal: NodeJS.Signals): Promise<void> {
    if (!this.owned) return;
    const deadly = signal !== 'SIGSTOP' && signal !== 'SIGCONT';
    if (deadly) this.wanted = false;
    signalProcess(this.owned, signal);
    if (deadly) await waitForEnd(this.owned, stopPatienceMs);
  }

  private lastWords(): string {
    return existsSync(this.spec.logFile) ? readFileSync(this.spec.logFile, 'utf8').trim().split('\n').slice(-15).join('\n') : '';
  }
}

export async function isHealthy(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false; // not listening yet
  }
}

function rotate(file: string): void {
  for (let i = keptLogs - 1; i >= 0; i--) {
    const from = i === 0 ? file : `${file}.${i}`;
    if (existsSync(from)) renameSync(from, `${file}.${i + 1}`);
  }
}
