import type { z } from 'zod';
import type { ErrorCode } from './errors.js';
import type { Access } from './roles.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * One thing the system can be asked. Declared once; the gateway mounts it, the owning service answers it under
 * `rpc.<name>`, OpenAPI, the client and the access matrix are printed from it.
 */
export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  /** `<service>.<thing>.<verb>`; also the NATS subject after `rpc.`. */
  readonly name: string;
  readonly method: Method;
  /** Path with `{fields}` taken from the input. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly input: I;
  readonly output: O;
  readonly errors?: readonly ErrorCode[];
  /** 201 for what creates, 202 for what goes on after the answer. */
  readonly success?: 200 | 201 | 202;
  /** The body is one file, sent as `multipart/form-data`; it arrives as `file` (base64) and `fileName`. */
  readonly upload?: boolean;
  /** May run longer than the usual 10 s. */
  readonly timeoutMs?: number;
}

export function operation<I extends z.ZodType, O extends z.ZodType>(declared: Operation<I, O>): Operation<I, O> {
  return declared;
}
