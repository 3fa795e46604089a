import { useQuery } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import type { Role } from '@wufang/contracts';

export type Me = Output<'gateway.session.get'>;
export const sessionKey = ['session'];

/** The roles somebody holds, each once. */
export const rolesOf = (me: Me): Role[] => [...new Set(me.mandates.map(({ role }) => role as Role))];

export function useRoles(): Role[] {
  const me = useQuery<Me | null>({ queryKey: sessionKey, enabled: false }).data;
  return me ? rolesOf(me) : [];
}

/** The units somebody acts for. */
export function useUnitIds(): string[] {
  const me = useQuery<Me | null>({ queryKey: sessionKey, enabled: false }).data;
  return me?.mandates.flatMap(({ unitId }) => unitId ?? []) ?? [];
}

/** The account that is signed in, as the frame around every page has found it. */
export function useAccountId(): string {
  return useQuery<Me | null>({ queryKey: sessionKey, enabled: false }).data?.id ?? '';
}
