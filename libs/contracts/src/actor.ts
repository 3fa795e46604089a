import { z } from 'zod';
import { SignedApproval } from './approvals.js';
import { relations, roles } from './roles.js';

/** Who acts: an account, the units it holds a mandate for, and the roles it holds in this street. */
export const Actor = z.object({
  accountId: z.string(),
  roles: z.array(z.enum(roles)),
  unitIds: z.array(z.uuid()),
});
export type Actor = z.infer<typeof Actor>;

/** What the gateway found out about a call and signs for the service that answers it. */
export const Ctx = z.object({
  requestId: z.string(),
  operation: z.string(),
  streetId: z.string(),
  actor: Actor,
  /** How far this actor reaches with this operation (see `relationFor`). */
  scope: z.enum([...relations, 'public']),
  /** Twice with the same key and body is once. Absent on reads. */
  idempotencyKey: z.string().max(200).optional(),
  /** Hash of the input, so that one key cannot carry two bodies. */
  requestHash: z.string().optional(),
  /** Of an operation that takes the password again: what the gateway signed for this actor. */
  approval: SignedApproval.optional(),
});
export type Ctx = z.infer<typeof Ctx>;

/** The system itself, when a clock or a consumer acts. */
export function systemCtx(streetId: string, operation: string): Ctx {
  return { requestId: operation, operation, streetId, actor: { accountId: 'system', roles: [], unitIds: [] }, scope: 'street' };
}
