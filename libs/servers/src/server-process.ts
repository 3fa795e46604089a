import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HeldFolder, OwnedProcess } from './folder.js';
import type { ServerName } from './names.js';
import { serverTitles, StartError } from './names.js';
import { freePort } from './ports.js';
import { endProcess, isRunning, signalProcess, waitForEnd } from './processes.js';

export interface ServerCommand {
  file: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  cwd?: string;
  uid?: number;
  gid?: number;
}

export interface ServerSpec {
  name: ServerName;
  /** lower ends first */
  rank: number;
  stopSignal: NodeJS.Signals;
  logFile: string;
  command(port: number): ServerCommand;
  isReady(port: number, pid: number): Promise<boolean>;
  /** whether it is at work on what is brought back from a backup, which takes as long as it takes */
  isBroughtBack?: () => boolean;
  onCrash: (server: ServerName) => void;
}

const startPatienceMs = 60_000;

/** One server of ours on one port of 127.0.0.1. It keeps its port from start to start, so that clients find it again. */
export class ServerProcess {
  private owned: OwnedProcess | undefined;
  private chosenPort: number | undefined;
  private wanted = false;

  constructor(
    private readonly held: HeldFolder,
    private readonly spec: ServerSpec,
  ) {}

  get pid(): number {
    return this.owned?.pid ?? 0;
  }

  get port(): number {
    if (!this.chosenPort) throw new Error(`${this.spec.name} was never started`);
    return this.chosenPort;
  }

  get isRunning(): boolean {
    return this.owned !== undefined && isRunning(this.owned);
  }

  async start(): Promise<void> {
    if (this.isRunning) return;
    const isFirst = this.chosenPort === undefined;
    for (let attempt = 1; ; attempt++) {
      this.chosenPort ??= await freePort();
      const trouble = await this.tryStart(this.chosenPort);
      if (!trouble) return;
      if (attempt >= 5) throw new StartError(`${serverTitles[this.spec.name]} did not start: ${trouble} (log: ${this.spec.logFile})`);
      if (isFirst && /in use|bind/i.test(trouble)) this.chosenPort = undefined;
      else if (!/in use|bind|shared memory|lock file|starting up/i.test(trouble)) attempt = 5;
      await sleep(200 * attempt);
    }
  }

  /** Undefined when it is ready, else what it said. */
  private async tryStart(port: number): Promise<string | undefined> {
    const { file, args, env, cwd, uid, gid } = this.spec.command(port);
    mkdirSync(dirname(this.spec.logFile), { recursive: true });
    const log = openSync(this.spec.logFile, 'a', 0o600);
    const before = readFileSync(this.spec.logFile).length;
    // a session of its own: Ctrl-C at the terminal reaches the launcher alone, which ends its processes in order
    const child = spawn(file, args, {
      env,
      stdio: ['ignore', log, log],
      detached: true,
      ...(cwd ? { cwd } : {}),
      ...(uid === undefined ? {} : { uid, gid: gid ?? uid }),
    });
    closeSync(log);
    let ended: string | undefined;
    child.on('error', (error) => (ended = error.message));
    child.on('exit', (code, signal) => {
      ended ??= signal ? `ended by ${signal}` : `exit code ${code}`;
      if (child.pid) this.held.forget(child.pid);
      if (this.wanted && this.owned?.pid === child.pid) this.spec.onCrash(this.spec.name);
    });
    child.unref();
    if (child.pid) this.owned = this.held.record(this.spec.name, child.pid, this.spec.rank, this.spec.stopSignal);
    const until = Date.now() + startPatienceMs;
    while (ended === undefined) {
      if (child.pid && (await this.spec.isReady(port, child.pid).catch(() => false))) {
        this.wanted = true;
        return undefined;
      }
      if (Date.now() > until && !this.spec.isBroughtBack?.()) {
        await this.stop();
        return `not ready after ${startPatienceMs / 1000} s`;
      }
      await sleep(20);
    }
    const said = readFileSync(this.spec.logFile).subarray(before).toString('utf8').trim().split('\n');
    return [ended, ...said.slice(-4)].join(' | ');
  }

  async stop(): Promise<void> {
    this.wanted = false;
    if (!this.owned) return;
    await endProcess(this.owned, this.spec.stopSignal);
    this.held.forget(this.owned.pid);
  }

  /** Any signal; after SIGKILL it waits until the process is really gone. A killed server counts as ended on purpose. */
  async kill(signal: NodeJS.Signals): Promise<void> {
    if (!this.owned) return;
    const deadly = signal !== 'SIGSTOP' && signal !== 'SIGCONT' && signal !== 'SIGHUP';
    if (deadly) this.wanted = false;
    signalProcess(this.owned, signal);
    if (deadly) await waitForEnd(this.owned, 10_000);
  }
}
