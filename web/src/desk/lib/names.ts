import { useQuery } from '@tanstack/react-query';
import { call } from './client.js';

/** Names of units by their ids; an id that is not registered is shown as 不详. */
export function useUnitName(): (id: string | null) => string {
  const { data } = useQuery({ queryKey: ['units'], queryFn: () => call('registry.unit.list', {}), staleTime: 300_000 });
  const names = new Map(data?.units.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? '不详' : (names.get(id) ?? '不详'));
}
