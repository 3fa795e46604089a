import { expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../src/paths.js';

const launcher = join(root, 'deploy/local/dist/src/start.js');

function start(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const script = `const { main } = await import(${JSON.stringify(launcher)}); await main();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, ...env } });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

test('a taken port: one message, exit code 1, nothing started', async () => {
  const data = mkdtempSync(join(tmpdir(), 'wufang-start-'));
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as { port: number };
  try {
    const { code, output } = await start({ WUFANG_DATA: data, WUFANG_PORT: String(port) });
    expect(output).toBe(
      `port ${port} of 127.0.0.1 is taken by another program; stop it, or choose another port: WUFANG_PORT=8090 npm start\n`,
    );
    expect(code).toBe(1);
    expect(existsSync(join(data, 'logs'))).toBe(false);
    expect(JSON.parse(readFileSync(join(data, 'processes.json'), 'utf8'))).toMatchObject({ processes: [] });
  } finally {
    other.close();
    rmSync(data, { recursive: true, force: true });
  }
});

test('a given server that does not answer: named without its password, exit code 1, nothing started', async () => {
  const data = mkdtempSync(join(tmpdir(), 'wufang-start-'));
  try {
    const { code, output } = await start({ WUFANG_DATA: data, WUFANG_PORT: '0', DATABASE_URL: 'postgres://me:hidden@127.0.0.1:1/x' });
    expect(output).toContain('WUFANG_PORT must be a number');
    expect(code).toBe(1);
    const second = await start({ WUFANG_DATA: data, WUFANG_PORT: '65231', DATABASE_URL: 'postgres://me:hidden@127.0.0.1:1/x' });
    expect(second.output).toMatch(/^PostgreSQL at postgres:\/\/me:\*\*\*@127.0.0.1:1\/x does not answer: .*ECONNREFUSED/);
    expect(second.output).not.toContain('hidden');
    expect(second.code).toBe(1);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
});
