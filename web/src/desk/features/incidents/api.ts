import { useQuery } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { call } from '../../lib/client.js';
import { useMay } from '../../lib/may.js';

export type Incident = Output<'dispatch.incident.get'>;
export type IncidentState = Incident['state'];

/** What a step of an incident may change on the screen. */
export const incidentKeys = [['incident'], ['incidents']] as const;

export const useIncidents = (state: IncidentState | undefined) =>
  useQuery({
    queryKey: ['incidents', state],
    queryFn: ({ signal }) => call('dispatch.incident.list', { limit: 200, ...(state && { state }) }, { signal }),
    refetchInterval: 10_000,
  });

export const useIncident = (id: string) =>
  useQuery({
    queryKey: ['incident', id],
    queryFn: ({ signal }) => call('dispatch.incident.get', { id }, { signal }),
    refetchInterval: 10_000,
  });

/** How far the households have been told, building by building; of one building home by home. Not asked where one may not look. */
export function useOutreach(id: string, buildingId?: string) {
  const may = useMay();
  return useQuery({
    queryKey: ['incident', id, 'outreach', buildingId],
    queryFn: ({ signal }) => call('dispatch.incident.outreach', { id, ...(buildingId && { buildingId }) }, { signal }),
    enabled: may('dispatch.incident.outreach'),
    refetchInterval: 15_000,
  });
}

/** Door numbers of a building's homes, for whoever may see them; others see none. */
export function useDoors(buildingId: string | undefined) {
  const may = useMay();
  return useQuery({
    queryKey: ['doors', buildingId],
    queryFn: ({ signal }) => call('registry.building.homes', { buildingId: buildingId! }, { signal }),
    enabled: buildingId !== undefined && may('registry.building.homes'),
    staleTime: 300_000,
  });
}
