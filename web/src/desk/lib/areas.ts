import { useQuery } from '@tanstack/react-query';
import { call } from './client.js';
import { useMay } from './may.js';

/** The areas of today (片区); none where nobody may look, or no list holds. */
export function useAreasToday() {
  const may = useMay();
  const found = useQuery({
    queryKey: ['areas'],
    queryFn: ({ signal }) => call('dispatch.area-list.list', {}, { signal }),
    enabled: may('dispatch.area-list.list'),
    staleTime: 60_000,
  }).data;
  return found?.lists.find(({ version }) => version === found.inForce)?.areas ?? [];
}
