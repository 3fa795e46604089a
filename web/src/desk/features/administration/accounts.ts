import { useQuery } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { call } from '../../lib/client.js';

export type Account = Output<'gateway.account.list'>['accounts'][number];

/** The accounts of the street; asked anew, since one may be locked while the page is open. */
export const useAccounts = () =>
  useQuery({ queryKey: ['accounts'], queryFn: ({ signal }) => call('gateway.account.list', {}, { signal }), refetchInterval: 30_000 });

/** How an account stands: in use, shut out, or locked for a while by wrong passwords; a lock that has run out is none. */
export function standingOf({ isDisabled, lockedUntil }: Account, now: number): 'IN_USE' | 'SHUT_OUT' | 'LOCKED' {
  if (isDisabled) return 'SHUT_OUT';
  return lockedUntil !== null && Date.parse(lockedUntil) > now ? 'LOCKED' : 'IN_USE';
}
