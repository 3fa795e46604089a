import type { ServerName } from './names.js';
import { serverTitles } from './names.js';

/** `local` is a person's machine or a test; `production` is compose or a cluster. */
export type Profile = 'local' | 'production';

export const minimumVersions: Record<ServerName, string> = { postgres: '14', redis: '6.2', nats: '2.9.10' };

/** From here on nats-server can write to disk before it acknowledges without the stream losses of 2.10.20 to 2.10.22. */
export const natsProductionMinimum = '2.10.23';

/** The first nats-server that knows `sync_interval: always`. */
export const natsSyncMinimum = '2.10.0';

export type Verdict = { ok: true; warning?: string } | { ok: false; reason: string };

/** The first dotted number in what `--version`, INFO or a handshake says: 'postgres (PostgreSQL) 15.18 (Debian …)' is 15.18. */
export function readVersion(text: string): string | undefined {
  return /(?:^|[^\d.])(\d+(?:\.\d+)+|\d+)(?![\d])/.exec(text)?.[1];
}

export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

const atLeast = (version: string, minimum: string) => compareVersions(version, minimum) >= 0;

/** May this version serve? NATS 2.10.20 to 2.10.22 is refused everywhere: a crash of the process could lose whole streams. */
export function judgeVersion(server: ServerName, version: string, profile: Profile): Verdict {
  const title = serverTitles[server];
  if (!atLeast(version, minimumVersions[server])) {
    return { ok: false, reason: `${title} ${version} is too old: ${minimumVersions[server]} or newer is needed` };
  }
  if (server !== 'nats' || atLeast(version, natsProductionMinimum)) return { ok: true };
  if (atLeast(version, '2.10.20')) {
    return {
      ok: false,
      reason: `NATS ${version} can lose whole streams when it crashes (2.10.20 to 2.10.22): use ${natsProductionMinimum} or newer`,
    };
  }
  if (profile === 'production') {
    return { ok: false, reason: `NATS ${version} is too old for production: ${natsProductionMinimum} or newer is needed` };
  }
  return {
    ok: true,
    warning: `NATS ${version} is enough here; production needs ${natsProductionMinimum} or newer, which writes to disk before it acknowledges`,
  };
}
