import { useQuery } from '@tanstack/react-query';
import { call } from './client.js';
import { useMay } from './may.js';
import { say } from './words.js';

/** Names change seldom. A page without them can be used, so no page says that they are missing: they come by themselves when the line is back. */
const kept = {
  staleTime: 300_000,
  refetchInterval: ({ state }: { state: { status: string } }) => (state.status === 'error' ? 5_000 : false),
} as const;

/** How the units of the street are asked for. */
export const unitsAsked = { queryKey: ['units'], queryFn: () => call('registry.unit.list', {}), staleTime: kept.staleTime } as const;

/** The units of the street with how they were asked for: for a page that is about them. */
export const useAskedUnits = () => useQuery({ ...unitsAsked, ...kept });

/** The units of the street. */
export function useUnits() {
  return useAskedUnits().data?.units ?? [];
}

/** The communities and villages of the street. */
export function useCommunities() {
  return useUnits().filter(({ kind }) => kind === 'COMMUNITY' || kind === 'VILLAGE');
}

/** Names of units by their ids; an id that is not registered is shown as 不详. */
export function useUnitName(): (id: string | null) => string {
  return namesOf(useUnits());
}

/** The street's demand centre (市民诉求处置中心), which leads what no rule could dispatch: else the street itself. Null until the units are known. */
export function useCentreId(): string | null {
  return centreOf(useUnits());
}

/** The same of units that are at hand. */
export function centreOf(units: ReturnType<typeof useUnits>): string | null {
  return (units.find(({ name }) => name === '市民诉求处置中心') ?? units.find(({ kind }) => kind === 'STREET'))?.id ?? null;
}

/** The estates of the street; none to whom the register is closed, who is not made to ask for it either. */
export function useEstates() {
  const enabled = useMay()('registry.estate.list');
  return useQuery({ queryKey: ['estates'], queryFn: () => call('registry.estate.list', {}), ...kept, enabled }).data?.estates ?? [];
}

/** The street's matters (问题分类), each with its path. */
export function useMatters() {
  return useQuery({ queryKey: ['categories'], queryFn: () => call('intake.category-tree.get', {}), ...kept }).data?.leaves ?? [];
}

/** Names of estates by their ids. To an owner, or who counts a vote, the register is closed: they are told the names alone. */
export function useEstateName(): (id: string | null) => string {
  const may = useMay();
  const listed = useEstates();
  const enabled = !may('registry.estate.list') && may('registry.estate.names');
  const told = useQuery({ queryKey: ['estate-names'], queryFn: () => call('registry.estate.names', {}), ...kept, enabled });
  return namesOf(enabled ? told.data?.estates : listed);
}

/** Where something is, as far as it was said: the estate, and the spot in words, which often begins with it. Examples: '南岗里一区3号楼门口'; '—'. */
export function usePlaceText(): (place: { estateId: string | null; point: string | null }) => string {
  const estates = useEstates();
  return ({ estateId, point }) => {
    const estate = estates.find(({ id }) => id === estateId)?.name ?? '';
    return (point?.startsWith(estate) ? point : `${estate}${point ?? ''}`) || '—';
  };
}

/** Who looks after the building of a place (楼栋管片员); null where nobody does, or no building is known. */
export function useKeeper({ estateId, buildingId }: { estateId: string | null; buildingId: string | null }) {
  const found = useQuery({
    queryKey: ['buildings', estateId],
    queryFn: () => call('registry.building.list', { estateId: estateId! }),
    enabled: estateId !== null && buildingId !== null,
    ...kept,
  });
  return found.data?.buildings.find(({ id }) => id === buildingId)?.keeper ?? null;
}

/** Names of an estate's buildings by their ids; to whom the register is closed, the names alone are told. */
export function useBuildingName(estateId: string): (id: string | null) => string {
  const may = useMay();
  const mayList = may('registry.building.list');
  const listed = useQuery({
    queryKey: ['buildings', estateId],
    queryFn: () => call('registry.building.list', { estateId }),
    ...kept,
    enabled: mayList,
  });
  const enabled = !mayList && may('registry.building.names');
  const told = useQuery({
    queryKey: ['building-names', estateId],
    queryFn: () => call('registry.building.names', { estateId }),
    ...kept,
    enabled,
  });
  return namesOf((enabled ? told : listed).data?.buildings);
}

function namesOf(known: readonly { id: string; name: string }[] = []): (id: string | null) => string {
  const names = new Map(known.map(({ id, name }) => [id, name]));
  return (id) => names.get(id ?? '') ?? say('不详', 'unknown');
}
