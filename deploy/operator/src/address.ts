import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Session } from './client.js';

const root = join(import.meta.dirname, '../../../..');

/** No house is known: nothing was started here, and no address was given. */
export class NoHouse extends Error {}

/**
 * Speaks to the system as its operator. Where it is and who asks says the environment (`WUFANG_URL`; `WUFANG_TOKEN`, or `WUFANG_ACCOUNT` and `WUFANG_PASSWORD`), or what `npm start` left in its folder:
 * `run.json` as long as it runs, `operator.json` with the operator's account, readable by its owner alone.
 */
export async function openSession(env: NodeJS.ProcessEnv): Promise<Session> {
  const folder = resolve(env['WUFANG_DATA'] ?? join(root, '.wufang'));
  const url = env['WUFANG_URL'] ?? readJson<{ url: string }>(join(folder, 'run.json'))?.url;
  if (!url) throw new NoHouse('系统没有运行，请先执行 npm start。 (The system is not running; start it with npm start.)');
  const token = env['WUFANG_TOKEN'];
  if (token) return Session.withToken(url, token);
  const [account, password] = [env['WUFANG_ACCOUNT'], env['WUFANG_PASSWORD']];
  if (account && password) return Session.signIn(url, account, password);
  const operator = readJson<{ account: string; password: string }>(join(folder, 'operator.json'));
  if (!operator) throw new NoHouse('找不到操作员账号，请设置 WUFANG_TOKEN。 (No operator account here; set WUFANG_TOKEN.)');
  return Session.signIn(url, operator.account, operator.password);
}

function readJson<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;
}
