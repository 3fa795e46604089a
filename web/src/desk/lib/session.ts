import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import type { Role } from '@wufang/contracts';
import { call, isSignedOut } from './client.js';

export type Me = Output<'gateway.session.get'>;

export const sessionKey = ['session'];

/** Who is signed in; null when nobody is. */
export function useMe() {
  return useQuery({
    queryKey: sessionKey,
    queryFn: async (): Promise<Me | null> => {
      try {
        return await call('gateway.session.get', {});
      } catch (error) {
        if (isSignedOut(error)) return null;
        throw error;
      }
    },
    staleTime: 60_000,
    retry: false,
  });
}

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: { account: string; password: string }) => call('gateway.session.sign-in', input),
    onSuccess: () => queries.invalidateQueries({ queryKey: sessionKey }),
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call('gateway.session.sign-out', {}),
    onSettled: () => {
      queries.clear();
      window.location.assign('/desk/');
    },
  });
}

/** The roles somebody holds, each once. */
export function rolesOf(me: Me): Role[] {
  return [...new Set(me.mandates.map(({ role }) => role as Role))];
}
