import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Session } from './client.js';

const root = join(import.meta.dirname, '../../../..');

/** No house is known: nothing was started here, and no address was given. */
export class NoHouse extends Error {}

/** Where the running system is and as whom to speak to it. */
export interface Address {
  url: string;
  identity: { token: string } | { account: string; password: string };
  street: string;
}

/**
 * The address from the environment (`WUFANG_URL` with `WUFANG_TOKEN`, `WUFANG_STREET`), or from what `npm start` left in its folder: `run.json`
 * says where it runs as long as it runs, `operator.json` holds the operator's account, readable by its owner alone.
 */
export function findAddress(env: NodeJS.ProcessEnv): Address {
  const folder = resolve(env['WUFANG_DATA'] ?? join(root, '.wufang'));
  const street = env['WUFANG_STREET'] ?? 'qingyun';
  const url = env['WUFANG_URL'] ?? readJson<{ url: string }>(join(folder, 'run.json'))?.url;
  if (!url) throw new NoHouse('系统没有运行，请先执行 npm start。 (The system is not running; start it with npm start.)');
  const token = env['WUFANG_TOKEN'];
  if (token) return { url, identity: { token }, street };
  const operator = readJson<{ account: string; password: string }>(join(folder, 'operator.json'));
  if (!operator) throw new NoHouse('找不到操作员账号，请设置 WUFANG_TOKEN。 (No operator account here; set WUFANG_TOKEN.)');
  return { url, identity: operator, street };
}

/** Speaks to a system as its operator. */
export async function openSession({ url, identity }: Address): Promise<Session> {
  return 'token' in identity ? Session.withToken(url, identity.token) : Session.signIn(url, identity.account, identity.password);
}

function readJson<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;
}
