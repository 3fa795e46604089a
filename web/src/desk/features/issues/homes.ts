import { useQuery } from '@tanstack/react-query';
import { call } from '../../lib/client.js';
import { useMay } from '../../lib/may.js';
import type { NamedHome } from './agreed-weights.js';
import type { Issue } from './api.js';

/** The homes an issue is about, with their rooms for who may know them; they stay as they are while one fills in a form. */
export function usePlanHomes(issue: Pick<Issue, 'id'>) {
  const may = useMay();
  const mayKnowRooms = may('registry.building.homes');
  return useQuery({
    queryKey: ['issue-homes', issue.id, mayKnowRooms],
    queryFn: async ({ signal }): Promise<NamedHome[]> => {
      const { homes } = await call('deliberation.cost-plan.homes', { issueId: issue.id }, { signal });
      const buildingIds = mayKnowRooms ? [...new Set(homes.map(({ buildingId }) => buildingId))] : [];
      const known = await Promise.all(buildingIds.map((buildingId) => call('registry.building.homes', { buildingId }, { signal })));
      const roomOf = new Map(known.flatMap((building) => building.homes.map(({ id, room }) => [id, room] as const)));
      return homes.map(({ homeId, code, name }) => {
        const room = roomOf.get(homeId);
        return { homeId, code, name, label: room === undefined ? name : `${name}（${room}）` };
      });
    },
    staleTime: 600_000,
    enabled: may('deliberation.cost-plan.homes'),
  });
}
