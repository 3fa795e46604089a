import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binary } from './binaries.js';
import type { HeldFolder } from './folder.js';
import type { ServerName, ServiceName } from './names.js';
import { serviceNames } from './names.js';
import { greet } from './ports.js';
import type { Secrets } from './secrets.js';
import { ServerProcess } from './server-process.js';
import { natsMaxPayload, natsSyncInterval } from './settings.js';
import { compareVersions, natsSyncMinimum } from './versions.js';

/** No service throws away or rewrites what was told. */
const neverAsked = ['STREAM.DELETE', 'STREAM.PURGE', 'STREAM.MSG.DELETE', 'STREAM.UPDATE', 'STREAM.RESTORE', 'CONSUMER.DELETE'];

/**
 * What a service may say and hear. It tells its own facts, answers its own questions, and uses JetStream; only the gateway asks, so answers go to the
 * gateway's inbox alone, and nobody hears the inbox of another.
 */
export function natsRights(service: ServiceName): { publish: string[]; deny: string[]; subscribe: string[] } {
  const publish = [`${service}.>`, '_INBOX.gateway.>', '$JS.API.>', '$JS.ACK.>', '$JS.FC.>'];
  if (service === 'gateway') publish.push('rpc.>');
  return {
    publish,
    deny: neverAsked.map((verb) => `$JS.API.${verb}.>`),
    subscribe: [`rpc.${service}.>`, `_INBOX.${service}.>`, '$JS.EVENT.>'],
  };
}

/** The users' part of the configuration: one for each service, and `admin` for tests and operators. */
export function natsUsers(secrets: Secrets['nats']): string {
  const list = (subjects: string[]) => `[${subjects.map((subject) => JSON.stringify(subject)).join(', ')}]`;
  const users = serviceNames.map((service) => {
    const { publish, deny, subscribe } = natsRights(service);
    const rights = `publish: { allow: ${list(publish)}, deny: ${list(deny)} }, subscribe: ${list(subscribe)}`;
    return `    { user: ${service}, password: ${JSON.stringify(secrets[service])}, permissions: { ${rights} } }`;
  });
  return `authorization {
  users: [
    { user: admin, password: ${JSON.stringify(secrets.admin)} }
${users.join('\n')}
  ]
}
`;
}

export function natsConfig(options: { port: number; host: string; storeDir: string; version: string; secrets: Secrets['nats'] }): string {
  const sync = compareVersions(options.version, natsSyncMinimum) >= 0 ? `  sync_interval: ${natsSyncInterval}\n` : '';
  return `host: ${JSON.stringify(options.host)}
port: ${options.port}
server_name: wufang
max_payload: ${natsMaxPayload}
jetstream {
  store_dir: ${JSON.stringify(options.storeDir)}
${sync}}
${natsUsers(options.secrets)}`;
}

export function natsProcess(
  held: HeldFolder,
  binary: Binary,
  data: string,
  secrets: Secrets['nats'],
  logFile: string,
  onCrash: (server: ServerName) => void,
): ServerProcess {
  return new ServerProcess(held, {
    name: 'nats',
    rank: 1,
    stopSignal: 'SIGTERM',
    logFile,
    onCrash,
    command(port) {
      mkdirSync(data, { recursive: true, mode: 0o700 });
      const configFile = `${data}.conf`;
      writeFileSync(configFile, natsConfig({ port, host: '127.0.0.1', storeDir: data, version: binary.version, secrets }), { mode: 0o600 });
      return { file: binary.file, args: ['-c', configFile], env: binary.env, cwd: data };
    },
    async isReady(port) {
      const info = await greet(port, '');
      return info.startsWith('INFO ') && /"jetstream":\s*true/.test(info);
    },
  });
}

export const natsFolder = (dataDir: string) => join(dataDir, 'nats');
