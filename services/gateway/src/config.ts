import { isIP } from 'node:net';
import { z } from 'zod';
import { idleMinutes, sessionHours, valueAt } from './domain/limits.js';

const flag = z.stringbool().default(false);

/** What the gateway needs beyond the plumbing. Each may also stand in a file named by `<NAME>_FILE`. */
export const gatewaySettings = {
  /** 0 takes any free port. */
  WUFANG_PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  WUFANG_HOST: z.string().default('127.0.0.1'),
  /** Certificate chain and key in PEM; with them the gateway speaks TLS itself. */
  WUFANG_TLS_CERT: z.string().optional(),
  WUFANG_TLS_KEY: z.string().optional(),
  /** A proxy in front speaks TLS. */
  WUFANG_BEHIND_TLS: flag,
  /** Addresses or networks of proxies whose X-Forwarded-For counts, with commas; also `loopback`. */
  WUFANG_TRUST_PROXY: z.string().optional(),
  /** Public origins of the pages, with commas, where a proxy changes the Host header. */
  WUFANG_ORIGIN: z.string().optional(),
  WUFANG_SESSION_IDLE_MINUTES: z.coerce
    .number()
    .min(0.01)
    .max(720)
    .default(valueAt(idleMinutes, new Date().toISOString().slice(0, 10))),
  WUFANG_SESSION_HOURS: z.coerce.number().min(0.01).max(24).default(sessionHours),
  /** Demands one source may hand in without an account, and questions it may ask about them, within ten minutes each. */
  WUFANG_PUBLIC_SUBMITS: z.coerce.number().int().min(1).default(60),
  WUFANG_PUBLIC_LOOKS: z.coerce.number().int().min(1).default(120),
  /** Street of the first administrator; `*` is one for all streets. */
  WUFANG_STREET: z
    .string()
    .regex(/^(\*|[a-z][a-z0-9-]{1,30})$/)
    .default('*'),
  WUFANG_FIRST_ADMIN: z.string().min(2).max(80).default('admin'),
  /** With it, a gateway that has no account at all makes the first administrator. */
  WUFANG_FIRST_ADMIN_PASSWORD: z.string().optional(),
};

export class GatewaySettings {
  constructor(private readonly read: z.infer<z.ZodObject<typeof gatewaySettings>>) {
    if ((read.WUFANG_TLS_CERT === undefined) !== (read.WUFANG_TLS_KEY === undefined))
      throw new Error('WUFANG_TLS_CERT and WUFANG_TLS_KEY go together');
    if (!isLoopback(read.WUFANG_HOST) && !this.isSecure)
      throw new Error(
        `WUFANG_HOST=${read.WUFANG_HOST} can be reached from outside and sessions would travel in clear: set WUFANG_TLS_CERT_FILE and WUFANG_TLS_KEY_FILE, or WUFANG_BEHIND_TLS=1 with a proxy that speaks TLS in front`,
      );
  }

  get port() {
    return this.read.WUFANG_PORT;
  }
  get host() {
    return this.read.WUFANG_HOST;
  }
  get tls(): { cert: string; key: string } | undefined {
    const { WUFANG_TLS_CERT: cert, WUFANG_TLS_KEY: key } = this.read;
    return cert !== undefined && key !== undefined ? { cert, key } : undefined;
  }
  /** Whether what leaves here travels encrypted. */
  get isSecure(): boolean {
    return this.tls !== undefined || this.read.WUFANG_BEHIND_TLS;
  }
  get trustProxy(): string[] | false {
    return this.read.WUFANG_TRUST_PROXY === undefined ? false : list(this.read.WUFANG_TRUST_PROXY);
  }
  get origins(): string[] {
    return list(this.read.WUFANG_ORIGIN ?? '');
  }
  get sessionIdleSeconds() {
    return this.read.WUFANG_SESSION_IDLE_MINUTES * 60;
  }
  get sessionSeconds() {
    return this.read.WUFANG_SESSION_HOURS * 3600;
  }
  get publicSubmits() {
    return { kind: 'public-submit', times: this.read.WUFANG_PUBLIC_SUBMITS, withinSeconds: 600 };
  }
  get publicLooks() {
    return { kind: 'public-look', times: this.read.WUFANG_PUBLIC_LOOKS, withinSeconds: 600 };
  }
  get firstAccount(): { streetId: string; name: string; password: string } | undefined {
    const { WUFANG_STREET: streetId, WUFANG_FIRST_ADMIN: name, WUFANG_FIRST_ADMIN_PASSWORD: password } = this.read;
    return password === undefined ? undefined : { streetId, name, password };
  }
}

function list(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Addresses only this machine reaches. Example: `127.3.2.1` and `::1` are, `0.0.0.0` is not. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
