import { useQuery } from '@tanstack/react-query';
import { call } from './client.js';
import { useMay } from './may.js';

/** Who is in charge of what today (包片); nothing where nobody may look, or no list holds. */
export function useChargesToday() {
  const may = useMay();
  const found = useQuery({
    queryKey: ['charges'],
    queryFn: ({ signal }) => call('dispatch.charge-list.list', {}, { signal }),
    enabled: may('dispatch.charge-list.list'),
    staleTime: 60_000,
  }).data;
  return found?.lists.find(({ version }) => version === found.inForce)?.charges ?? [];
}
