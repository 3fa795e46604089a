import { relationFor, type Access, type Relation, type Role } from '@wufang/contracts';

/** Who acts for whom: a role, perhaps for one unit, perhaps until a day and up to an amount (授权). */
export interface Mandate {
  id: string;
  role: Role;
  unitId: string | null;
  until: string | null;
  limitFen: string | null;
}

/** How a caller stands towards one operation: how far they reach, and in which roles and for which units they act. */
export interface Standing {
  scope: Relation | 'public';
  roles: Role[];
  unitIds: string[];
  /** Units held in any other capacity. They widen nothing; whoever holds one keeps out of what is complained about it. */
  otherUnitIds?: string[];
}

/** Mandates that are in force at a moment; one that ends at this very moment is over. */
export function inForce(mandates: readonly Mandate[], now: Date): Mandate[] {
  return mandates.filter(({ until }) => until === null || new Date(until) > now);
}

/**
 * How far these mandates reach with an operation, or null: nobody but the roles its access table names. Only mandates of the named roles
 * travel on, so that a unit held in another capacity does not widen what is seen.
 * Example: a firm's handler who is also an owners' representative elsewhere completes orders of the firm alone; the other unit goes along as one of
 * theirs, for what they must keep out of.
 */
export function standingFor(access: Access, mandates: readonly Mandate[], now: Date): Standing | null {
  const current = inForce(mandates, now);
  if (access === 'public') return { scope: 'public', roles: [], unitIds: [] };
  const named = current.filter(({ role }) => access[role] !== undefined);
  const scope = relationFor(
    access,
    named.map(({ role }) => role),
  );
  if (scope === null) return null;
  const unitIds = unitsOf(named);
  const otherUnitIds = unitsOf(current).filter((id) => !unitIds.includes(id));
  return { scope, roles: unique(named.map(({ role }) => role)), unitIds, ...(otherUnitIds.length > 0 && { otherUnitIds }) };
}

/** An account of all streets holds no seat in any of them: it administers, or it looks. */
export function mayHoldInAllStreets(role: Role): boolean {
  return role === 'administrator' || role === 'inspector';
}

function unitsOf(mandates: readonly Mandate[]): string[] {
  return unique(mandates.flatMap(({ unitId }) => unitId ?? []));
}

function unique<T>(list: T[]): T[] {
  return [...new Set(list)];
}
