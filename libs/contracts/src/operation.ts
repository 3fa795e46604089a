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
  /** The input's field that names the street it is about. A path's `{streetId}` is one by itself; without either it is the caller's own street. */
  readonly streetIn?: string;
  /** The answer is shown once and kept nowhere, so calls carry no idempotency key. */
  readonly isSecret?: boolean;
  /**
   * The caller gives their password again in the field `password`. The gateway checks it, keeps it to itself, and signs the rest of the input in the
   * caller's name; the service finds that in `ctx.approval`.
   */
  readonly reauthenticates?: boolean;
  /** The answer names people of the street: the gateway, which alone knows their names, hands them along in `ctx.people`. */
  readonly namesPeople?: boolean;
  /** The answer is a text of this type instead of JSON. */
  readonly answersText?: string;
}

/** The input's field that names the street, if this operation has one. */
export function streetFieldOf({ streetIn, path }: Operation): string | undefined {
  return streetIn ?? (path.includes('{streetId}') ? 'streetId' : undefined);
}

/** Names of the fields that stand in the path, in their order. */
export function pathFieldsOf({ path }: Pick<Operation, 'path'>): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
}

export function operation<I extends z.ZodType, O extends z.ZodType>(declared: Operation<I, O>): Operation<I, O> {
  return declared;
}
