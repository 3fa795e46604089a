import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { vaultKeys } from './vault.js';

/**
 * Reads settings from the environment, checked by one schema. A setting `X` may also stand in a file named by `X_FILE`, so that
 * containers can hand over secrets without showing them in their environment.
 */
export function readSettings<S extends z.ZodRawShape>(shape: S, env: NodeJS.ProcessEnv = process.env): z.infer<z.ZodObject<S>> {
  const given: Record<string, string | undefined> = {};
  for (const name of Object.keys(shape)) {
    const file = env[`${name}_FILE`];
    given[name] = env[name] ?? (file === undefined ? undefined : readFileSync(file, 'utf8').trim());
  }
  const read = z.object(shape).safeParse(given);
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`settings are missing or wrong — ${faults.join('; ')}`);
}

const key = z
  .string()
  .refine((text) => Buffer.from(text, 'base64').length === 32, 'needs 32 random bytes in base64')
  .refine((text) => new Set(Buffer.from(text, 'base64')).size > 8, 'is a default or empty secret; make a random one');

/** What every service needs. */
export const plumbingSettings = {
  DATABASE_URL: z.url(),
  NATS_URL: z.url(),
  REDIS_URL: z.url(),
  /** Under which the gateway tells this service who acts; in the gateway the key that those of all services are made from. */
  WUFANG_CONTEXT_KEY: key,
  /** Wraps the data keys of the personal data vault: this service's own key, after it those it had before, with spaces between them. */
  WUFANG_VAULT_KEY: z.string().superRefine((text, at) => {
    const keys = vaultKeys(text);
    const faults = keys.flatMap((one) => key.safeParse(one).error?.issues ?? []);
    if (keys.length === 0) at.addIssue({ code: 'custom', message: 'needs 32 random bytes in base64' });
    for (const { message } of faults) at.addIssue({ code: 'custom', message });
  }),
  /** `production` refuses servers that may lose acknowledged data. */
  WUFANG_PROFILE: z.enum(['local', 'production']).default('local'),
  /** GET /health and /metrics for containers; 0 takes any free port. */
  WUFANG_HEALTH_PORT: z.coerce.number().int().default(0),
  WUFANG_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  /** Connections for commands and reads of this process. */
  WUFANG_POOL: z.coerce.number().int().min(2).default(8),
};
export type PlumbingSettings = z.infer<z.ZodObject<typeof plumbingSettings>>;
