import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, isSignedOut } from './client.js';
import { drop, forget, seen } from './kept.js';
import { sessionKey, type Me } from './me.js';

export { rolesOf, sessionKey, type Me } from './me.js';

/** Who is signed in; null when nobody is. Without a signal it is who was signed in last on this phone; the server asks again for each step. */
export function useMe() {
  return useQuery({
    queryKey: sessionKey,
    queryFn: async (): Promise<Me | null> => {
      try {
        return await seen<Me>('session', () => call('gateway.session.get', {}));
      } catch (error) {
        if (isSignedOut(error)) {
          await drop('seen', 'session').catch(() => undefined);
          return null;
        }
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
    onSettled: async () => {
      queries.clear();
      // What was seen goes with the person; steps that wait stay, for their account alone.
      await forget('seen').catch(() => undefined);
      window.location.assign('/desk/');
    },
  });
}
