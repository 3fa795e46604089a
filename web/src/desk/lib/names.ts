import { useQuery } from '@tanstack/react-query';
import { call } from './client.js';

/** The units of the street. */
export function useUnits() {
  return useQuery({ queryKey: ['units'], queryFn: () => call('registry.unit.list', {}), staleTime: 300_000 }).data?.units ?? [];
}

/** Names of units by their ids; an id that is not registered is shown as 不详. */
export function useUnitName(): (id: string | null) => string {
  return namesOf(useUnits());
}

/** The estates of the street. */
export function useEstates() {
  return useQuery({ queryKey: ['estates'], queryFn: () => call('registry.estate.list', {}), staleTime: 300_000 }).data?.estates ?? [];
}

/** Names of estates by their ids. */
export function useEstateName(): (id: string | null) => string {
  return namesOf(useEstates());
}

function namesOf(known: readonly { id: string; name: string }[] = []): (id: string | null) => string {
  const names = new Map(known.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? '不详' : (names.get(id) ?? '不详'));
}
