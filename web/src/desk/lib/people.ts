import { useQuery } from '@tanstack/react-query';
import { call } from './client.js';
import { useMay } from './may.js';
import { sessionKey, type Me } from './me.js';
import { say } from './words.js';

export interface Person {
  id: string;
  displayName: string;
  isDisabled: boolean;
  mandates: readonly { role: string; unitId: string | null }[];
}

/** Whom somebody can name: the administrator everybody of the street, any other nobody but themselves, for names of colleagues are not theirs to list. */
export function usePeople(): readonly Person[] {
  const may = useMay();
  const me = useQuery<Me | null>({ queryKey: sessionKey, enabled: false }).data;
  const all = useQuery({
    queryKey: ['accounts'],
    queryFn: ({ signal }) => call('gateway.account.list', {}, { signal }),
    enabled: may('gateway.account.list'),
  }).data;
  return all?.accounts ?? (me ? [me] : []);
}

/** How an account is called; who may not list accounts is told that it is a colleague, and no code. */
export function usePersonName(): (id: string | null) => string {
  const isKnown = useMay()('gateway.account.list');
  const people = usePeople();
  const other = isKnown ? say('不详', 'unknown') : say('同事', 'a colleague');
  return (id) => (id === null ? '—' : (people.find((one) => one.id === id)?.displayName ?? other));
}
