import { useQueries, useQuery } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { call } from '../../lib/client.js';
import { useMay } from '../../lib/may.js';
import { useRoles, useUnitIds } from '../../lib/me.js';

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

/** The registered buildings of these estates. */
export function useBuildings(estateIds: readonly string[]) {
  const found = useQueries({
    queries: estateIds.map((estateId) => ({
      queryKey: ['buildings', estateId],
      queryFn: () => call('registry.building.list', { estateId }),
      staleTime: 300_000,
    })),
  });
  return found.flatMap(({ data }) => data?.buildings ?? []);
}

/** Whether one speaks for an incident: the desk and a section chief, else the people of the unit that leads it. */
export function useSpeaksFor({ leadUnitId }: Pick<Incident, 'leadUnitId'>): boolean {
  const units = useUnitIds();
  const roles = useRoles();
  return roles.includes('phone_desk') || roles.includes('section_chief') || units.includes(leadUnitId);
}

const homesOf = (buildingId: string) => ({
  queryKey: ['doors', buildingId],
  queryFn: ({ signal }: { signal: AbortSignal }) => call('registry.building.homes', { buildingId }, { signal }),
  staleTime: 300_000,
});

/** Stairwells and doors as their numbers count: 2 before 10. */
export const inOrder = new Intl.Collator('zh-CN', { numeric: true }).compare;

/** Door numbers of a building's homes, for whoever may see them; others see none. */
export function useDoors(buildingId: string | undefined) {
  const may = useMay();
  return useQuery({ ...homesOf(buildingId ?? ''), enabled: buildingId !== undefined && may('registry.building.homes') });
}

/** The stairwells (楼门) of buildings that homes are registered in, by the building's id; none for who may not look into buildings. */
export function useStairwells(buildingIds: readonly string[]): (buildingId: string) => string[] {
  const may = useMay();
  const mayLook = may('registry.building.homes');
  const found = useQueries({ queries: buildingIds.map((id) => ({ ...homesOf(id), enabled: mayLook })) });
  return (buildingId) => {
    const homes = found[buildingIds.indexOf(buildingId)]?.data?.homes ?? [];
    return [...new Set(homes.map(({ stairwell }) => stairwell))].sort(inOrder);
  };
}
