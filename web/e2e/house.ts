import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@wufang/api-client';
import { loadSample, startHouse, type House, type SampleAccount } from '@wufang/local';

/** What a story needs of the house it plays in. */
export interface StageHouse extends Pick<House, 'url' | 'operator'> {
  servers: { dataDir: string; postgres: { adminUrl: string } };
}

interface Entered {
  house: StageHouse;
  /** What is left to do when the story is over. */
  leave: () => Promise<void>;
}

export const houseSettings = { WUFANG_LOG_LEVEL: 'error', WUFANG_PUBLIC_SUBMITS: '10000', WUFANG_PUBLIC_LOOKS: '10000' };

/** Where the house of all stories of one run says how it is reached; `pid`: of the test runner. */
export const houseFile = (pid: number) => join(tmpdir(), `wufang-e2e-${pid}.json`);

/** Undefined where none stands, or what is written is left from a run that was killed. */
async function houseThatStands(): Promise<StageHouse | undefined> {
  const file = houseFile(process.pid);
  if (!existsSync(file)) return undefined;
  const house = JSON.parse(readFileSync(file, 'utf8')) as StageHouse;
  return fetch(`${house.url}/api/health`).then(
    () => house,
    () => undefined,
  );
}

/** The house that all stories of this run share: the first one starts it, and it ends with the run. To start one takes as long as to play a short story. */
export async function houseOfAll(): Promise<Entered> {
  let house = await houseThatStands();
  if (!house) {
    const program = join(import.meta.dirname, 'house-of-all.js');
    const child = spawn(process.execPath, [program, String(process.pid)], { stdio: ['pipe', 'ignore', 'inherit'] });
    // Neither it nor the pipe to it keeps the run from ending; the pipe ends with the run.
    child.unref();
    (child.stdin as unknown as { unref(): void }).unref();
    while (!(house = await houseThatStands())) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error('the house of all stories did not start');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return { house, leave: async () => undefined };
}

/** How far the machine's time of day may go from what this process counts before somebody looks; the services' own guard holds from there on. */
const MAX_SHIFT_MS = 2_000;

/**
 * The machine may be stopped for longer than the services follow by themselves, and goes on with its time set right. Whoever runs a house confirms that time
 * then, as an operator does; what is answered ends the watch.
 */
export function confirmTimeAfterStandstill({ url, operator }: Pick<House, 'url' | 'operator'>): () => void {
  let offset = Date.now() - performance.now();
  const confirm = async (movedMs: number) => {
    const client = createClient(url);
    await client.call('gateway.session.sign-in', operator);
    const { services } = await client.call('gateway.time.confirm', {});
    process.stderr.write(`the machine's time of day went on by ${movedMs / 1_000} s; confirmed for ${services.length} services\n`);
  };
  const watch = setInterval(() => {
    const movedMs = Math.round(Date.now() - performance.now() - offset);
    if (Math.abs(movedMs) <= MAX_SHIFT_MS) return;
    offset += movedMs;
    // Once each service has looked at the clock again.
    setTimeout(
      () => void confirm(movedMs).catch((error: unknown) => process.stderr.write(`time not confirmed: ${String(error)}\n`)),
      2_000,
    );
  }, 1_000);
  return () => clearInterval(watch);
}

/** A house for one story alone, which changes what the others stand on. */
export async function houseOfOwn(): Promise<Entered> {
  const dataDir = mkdtempSync(join(tmpdir(), 'wufang-e2e-'));
  const house = await startHouse({ dataDir, env: houseSettings });
  const endWatch = confirmTimeAfterStandstill(house);
  const leave = async () => {
    endWatch();
    await house.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { house, leave };
}

/** The accounts of the sample street of a house; the first who asks has it loaded. */
export async function sampleOf(house: StageHouse): Promise<readonly SampleAccount[]> {
  const file = join(house.servers.dataDir, 'accounts.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as SampleAccount[];
  const accounts = await loadSample(house, () => undefined);
  writeFileSync(file, JSON.stringify(accounts), { mode: 0o600 });
  return accounts;
}
