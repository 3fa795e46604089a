import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binary } from './binaries.js';
import type { HeldFolder } from './folder.js';
import type { ServerName } from './names.js';
import { greet } from './ports.js';
import type { Secrets } from './secrets.js';
import { ServerProcess } from './server-process.js';
import { redisServiceRights, redisSettings } from './settings.js';

/** The list of users: services may not do what is dangerous, tests may, nobody comes in without a name. */
export function redisAcl(secrets: Secrets['redis']): string {
  const hash = (password: string) => `#${createHash('sha256').update(password).digest('hex')}`;
  return [
    'user default off',
    `user wufang on ${hash(secrets.wufang)} ${redisServiceRights}`,
    `user admin on ${hash(secrets.admin)} ~* &* +@all`,
    '',
  ].join('\n');
}

export function redisProcess(
  held: HeldFolder,
  binary: Binary,
  data: string,
  secrets: Secrets['redis'],
  logFile: string,
  onCrash: (server: ServerName) => void,
): ServerProcess {
  return new ServerProcess(held, {
    name: 'redis',
    rank: 2,
    stopSignal: 'SIGTERM',
    logFile,
    onCrash,
    command(port) {
      mkdirSync(data, { recursive: true, mode: 0o700 });
      const aclFile = `${data}.acl`;
      const configFile = `${data}.conf`;
      writeFileSync(aclFile, redisAcl(secrets), { mode: 0o600 });
      const settings = {
        ...redisSettings,
        bind: '127.0.0.1',
        port: String(port),
        dir: quote(data),
        aclfile: quote(aclFile),
        daemonize: 'no',
      };
      writeFileSync(
        configFile,
        Object.entries(settings)
          .map(([name, value]) => `${name} ${value}\n`)
          .join(''),
        { mode: 0o600 },
      );
      return { file: binary.file, args: [configFile], env: binary.env, cwd: data };
    },
    // PING before AUTH is refused with NOAUTH by a server that serves; while it loads its file AUTH itself answers LOADING
    async isReady(port) {
      const answer = await greet(port, `AUTH admin ${secrets.admin}\r\nPING\r\n`);
      return answer.startsWith('+OK');
    },
  });
}

const quote = (path: string) => JSON.stringify(path);

export const redisFolder = (dataDir: string) => join(dataDir, 'redis');
