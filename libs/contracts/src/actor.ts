import { z } from 'zod';
import { SignedApproval } from './approvals.js';
import { relations, roles } from './roles.js';

/** Who acts: an account, the roles it holds in this street that the operation names, and the units it holds a mandate for in these. */
export const Actor = z.object({
  accountId: z.string(),
  roles: z.array(z.enum(roles)),
  unitIds: z.array(z.uuid()),
  /** Units held in any other capacity. They widen nothing; they only say whose matter somebody must keep out of. */
  otherUnitIds: z.array(z.uuid()).optional(),
});
export type Actor = z.infer<typeof Actor>;

/** Whether somebody belongs to a unit, in whatever capacity (回避). Null is no unit. */
export function isOfUnit({ unitIds, otherUnitIds = [] }: Actor, unitId: string | null | undefined): boolean {
  return unitId != null && (unitIds.includes(unitId) || otherUnitIds.includes(unitId));
}

/** An official as a list for officials names them. */
export const Named = z.object({ accountId: z.string(), displayName: z.string(), unitIds: z.array(z.uuid()) });
export type Named = z.infer<typeof Named>;

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
  /** Of an operation that names people: who they are, for this answer alone; names stand in no service but the gateway. */
  people: z.array(Named).optional(),
});
export type Ctx = z.infer<typeof Ctx>;

/** The system itself, when a clock or a consumer acts. */
export function systemCtx(streetId: string, operation: string): Ctx {
  return { requestId: operation, operation, streetId, actor: { accountId: 'system', roles: [], unitIds: [] }, scope: 'street' };
}
