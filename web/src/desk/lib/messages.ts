import { useQuery } from '@tanstack/react-query';
import { call } from './client.js';
import { useRoles } from './me.js';

/** Those who look at the street's messages as a whole: most are not for them, so none is counted as unread. */
const overlookers = ['administrator', 'inspector'] as const;
/** So many of the newest are looked at to count those that are unread. */
export const COUNTED = 30;

/** How many of the newest messages to oneself, one's unit or one's seat have not been read; up to `COUNTED`. */
export function useUnread(): number {
  const roles = useRoles();
  const newest = useQuery({
    queryKey: ['messages', 'newest'],
    queryFn: ({ signal }) => call('notify.message.list', { limit: COUNTED }, { signal }),
    enabled: roles.length > 0 && !roles.every((role) => overlookers.some((other) => other === role)),
    refetchInterval: 60_000,
  });
  return newest.data?.messages.filter(({ readAt }) => readAt === null).length ?? 0;
}
