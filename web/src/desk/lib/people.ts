import { useQuery } from '@tanstack/react-query';
import { call } from './client.js';
import { useMay } from './may.js';
import { sessionKey, type Me } from './me.js';
import { say } from './words.js';

export interface Person {
  id: string;
  displayName: string;
  isDisabled: boolean;
}

/**
 * Whom somebody can name: the administrator everybody of the street, those who have left too; people of the street whoever holds a post in it; a unit its own
 * people; any other nobody but themselves.
 */
export function usePeople(): readonly Person[] {
  const may = useMay();
  const me = useQuery<Me | null>({ queryKey: sessionKey, enabled: false }).data;
  const mayList = may('gateway.account.list');
  const all = useQuery({
    queryKey: ['accounts'],
    queryFn: ({ signal }) => call('gateway.account.list', {}, { signal }),
    enabled: mayList,
  }).data;
  const named = useQuery({
    queryKey: ['people'],
    queryFn: ({ signal }) => call('gateway.person.list', {}, { signal }),
    enabled: !mayList && may('gateway.person.list'),
    staleTime: 60_000,
  }).data;
  if (all) return all.accounts;
  if (named) return named.people.map(({ accountId, name }) => ({ id: accountId, displayName: name, isDisabled: false }));
  return me ? [me] : [];
}

/** How an account is called; of one that is not theirs to list people are told that it is a colleague, and no code. */
export function usePersonName(): (id: string | null) => string {
  const isKnown = useMay()('gateway.account.list');
  const people = usePeople();
  const other = isKnown ? say('不详', 'unknown') : say('同事', 'a colleague');
  return (id) => (id === null ? '—' : (people.find((one) => one.id === id)?.displayName ?? other));
}
