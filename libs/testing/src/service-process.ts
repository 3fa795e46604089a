import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { clockShift, killAt } from './fault-hooks.js';
import { assertApply, MUTATIONS, type Mutation } from './mutations.js';

export interface ProcessFaults {
  mutations?: readonly Mutation[];
  /** Where it is to die, one time in so many. */
  dieAt?: { place: string; oneIn: number };
  clockShiftMs?: number;
}

export interface ProcessEnd {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** One service as a process of its own, which may be killed. It ends with the process that started it. */
export class ServiceProcess {
  readonly ended: Promise<ProcessEnd>;
  private isOver = false;
  private said = '';
  private readonly isReady: Promise<boolean>;

  private constructor(private readonly child: ChildProcess) {
    this.ended = new Promise((done) => child.once('close', (code, signal) => done({ code, signal })));
    void this.ended.then(() => (this.isOver = true));
    this.isReady = new Promise((done) => {
      const hear = (chunk: string) => {
        this.said = (this.said + chunk).slice(-200_000);
        if (chunk.includes('"msg":"ready"')) done(true);
      };
      child.stdout!.setEncoding('utf8').on('data', hear);
      child.stderr!.setEncoding('utf8').on('data', hear);
      void this.ended.then(() => done(false));
    });
  }

  /** Starts a main file; answers as soon as the process runs, which is before it is ready. */
  static spawn(main: string, env: Record<string, string>, faults: ProcessFaults = {}): ServiceProcess {
    const { mutations = [], dieAt, clockShiftMs } = faults;
    assertApply(mutations);
    const child = spawn(process.execPath, ['--import', join(import.meta.dirname, 'register-mutations.js'), main], {
      env: {
        PATH: process.env['PATH'] ?? '',
        ...env,
        WUFANG_LOG_LEVEL: 'info',
        [MUTATIONS]: JSON.stringify(mutations),
        ...(dieAt && { [killAt]: `${dieAt.place}:${dieAt.oneIn}` }),
        ...(clockShiftMs !== undefined && { [clockShift]: String(clockShiftMs) }),
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    return new ServiceProcess(child);
  }

  /** Waits until it serves; false if it ended before. */
  ready(): Promise<boolean> {
    return this.isReady;
  }

  /** The same, where ending before is a failure. */
  async mustBeReady(): Promise<this> {
    if (!(await this.isReady)) throw new Error(`the service did not start:\n${this.said.slice(-4_000)}`);
    return this;
  }

  /** What it printed last. */
  get output(): string {
    return this.said;
  }

  get isRunning(): boolean {
    return !this.isOver;
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<ProcessEnd> {
    if (!this.isOver) this.child.kill(signal);
    return this.ended;
  }
}
