import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HeldFolder } from '@wufang/servers';
import { seconds } from '@wufang/servers';
import { root } from './paths.js';

export interface StepResult {
  ok: boolean;
  output: string;
  ms: number;
}

/** What one part of the run adds to the last line. */
export interface Count {
  passed: number;
  failed: number;
  skipped: string[];
  failures: string[];
}

export const none = (): Count => ({ passed: 0, failed: 0, skipped: [], failures: [] });

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Runs one tool to its end and keeps what it says; every 30 s a sign of life. It is written down, so that it cannot outlive us. */
export async function runTool(
  title: string,
  file: string,
  args: string[],
  options: { held: HeldFolder; env?: Record<string, string>; timeoutMs?: number },
): Promise<StepResult> {
  const since = Date.now();
  const child = spawn(file, args, {
    cwd: root,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  if (child.pid) options.held.record(title, child.pid, 0, 'SIGTERM', true);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  const tick = setInterval(() => say(`${title}: ${seconds(since)}`), 30_000);
  const patience = options.timeoutMs ?? 30 * 60_000;
  let isLate = false;
  const end = setTimeout(() => {
    isLate = true;
    if (child.pid) process.kill(-child.pid, 'SIGKILL'); // its whole group: it is the leader of one
  }, patience);
  const code = await new Promise<number>((resolve) => {
    child.on('error', (error) => {
      output += error.message;
      resolve(127);
    });
    child.on('exit', (exitCode) => resolve(exitCode ?? 1));
  });
  clearInterval(tick);
  clearTimeout(end);
  await sleep(10); // the last lines of the pipes
  if (child.pid) options.held.forget(child.pid);
  if (isLate) output += `\nended: it took longer than ${patience / 60_000} minutes`;
  return { ok: code === 0 && !isLate, output: output.trim(), ms: Date.now() - since };
}

/** A tool counts as one test. */
export function countTool(title: string, result: StepResult): Count {
  say(`${result.ok ? 'passed' : 'FAILED'}  ${title} (${(result.ms / 1000).toFixed(1)} s)`);
  if (result.ok) return { ...none(), passed: 1 };
  return { ...none(), failed: 1, failures: [`${title}\n${indent(tail(result.output, 60))}`] };
}

export function skipTool(title: string, reason: string): Count {
  say(`skipped ${title}: ${reason}`);
  return { ...none(), skipped: [`${title}: ${reason}`] };
}

export function add(a: Count, b: Count): Count {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: [...a.skipped, ...b.skipped],
    failures: [...a.failures, ...b.failures],
  };
}

export const indent = (text: string): string => text.replace(/^/gm, '    ');

function tail(text: string, lines: number): string {
  const all = text.split('\n');
  return all.length > lines ? [`… ${all.length - lines} lines before`, ...all.slice(-lines)].join('\n') : text;
}
