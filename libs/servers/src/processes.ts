import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process is named by its number and its start time, because numbers are given out again. */
export interface ProcessMark {
  pid: number;
  started: string;
}

/** Undefined when no such process runs; one that has ended but was not collected by its parent does not run. */
export function startOf(pid: number): string | undefined {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
      return fields[19];
    } catch {
      return undefined; // the file goes with the process
    }
  }
  const { stdout } = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const [state, ...started] = (stdout ?? '').trim().split(/\s+/);
  return !state || state.startsWith('Z') ? undefined : started.join(' ');
}

export function markOf(pid: number): ProcessMark {
  return { pid, started: startOf(pid) ?? '' };
}

export function isRunning(mark: ProcessMark): boolean {
  return mark.started !== '' && startOf(mark.pid) === mark.started;
}

/** Signals the process only if it is still the one that was marked. */
export function signalProcess(mark: ProcessMark, signal: NodeJS.Signals): boolean {
  if (!isRunning(mark)) return false;
  try {
    process.kill(mark.pid, signal);
    return true;
  } catch {
    return false; // it ended in between
  }
}

/** Asks by `signal`, waits, and ends it for certain after `patienceMs`. A stopped process is woken first, or it would never hear. */
export async function endProcess(mark: ProcessMark, signal: NodeJS.Signals, patienceMs = 10_000): Promise<void> {
  if (!signalProcess(mark, signal)) return;
  signalProcess(mark, 'SIGCONT');
  if (await waitForEnd(mark, patienceMs)) return;
  signalProcess(mark, 'SIGKILL');
  await waitForEnd(mark, 5_000);
}

export async function waitForEnd(mark: ProcessMark, patienceMs: number): Promise<boolean> {
  const until = Date.now() + patienceMs;
  while (isRunning(mark)) {
    if (Date.now() > until) return false;
    await sleep(15);
  }
  return true;
}
