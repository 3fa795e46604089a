import type { Output } from '@wufang/api-client';

export type Row = Output<'dispatch.directory.get'>['rows'][number];
type Duty = NonNullable<Row['duties']>[number];
type Lead = Row['lead'];
type Co = NonNullable<Row['coUnits']>[number];

/** A row as a form holds it: flat, nothing for what is not set. */
export interface FilledRow {
  /** The names of its levels, joined; empty for all. */
  category: string;
  demandTypes?: NonNullable<Row['demandTypes']>;
  placeKind?: NonNullable<Row['place']>['kind'] | undefined;
  /** Where to look for a building; no condition by itself. */
  estateOfBuilding?: string;
  placeId?: string;
  estateType?: Row['estateType'];
  level?: Row['level'];
  from?: string;
  to?: string;
  seasonFrom?: string;
  seasonTo?: string;
  hoursFrom?: string;
  hoursTo?: string;
  leadKind: Lead['kind'];
  leadUnitId?: string;
  /** Ids of units, and kinds of those that are whoever it is at the place. */
  co?: string[];
  setLevel?: Row['setLevel'];
  duties?: Duty[];
  communityMayLead?: boolean;
  source: string;
}

const given = <T extends object>(fields: T): T =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)),
  ) as T;

/** A row as its form begins. */
export function filledOf(row: Row): FilledRow {
  const { category, place, times, lead, coUnits = [] } = row;
  return {
    category: category.join('/'),
    ...given({
      demandTypes: row.demandTypes,
      placeKind: place?.kind,
      placeId: place?.id,
      estateType: row.estateType,
      level: row.level,
      from: times?.from,
      to: times?.to,
      seasonFrom: times?.season?.from,
      seasonTo: times?.season?.to,
      hoursFrom: times?.hours?.from,
      hoursTo: times?.hours?.to,
      leadKind: lead.kind,
      leadUnitId: lead.kind === 'UNIT' ? lead.unitId : lead.kind === 'ESTATE_FIRM' ? lead.elseUnitId : undefined,
      co: coUnits.map((unit) => (unit.kind === 'UNIT' ? unit.unitId : unit.kind)),
      setLevel: row.setLevel,
      duties: row.duties,
      communityMayLead: row.communityMayLead,
      source: row.source,
    }),
  } as FilledRow;
}

const isKind = (text: string): text is Exclude<Co['kind'], 'UNIT'> => ['COMMUNITY', 'ESTATE_FIRM', 'RIGHTS_UNIT'].includes(text);

function leadOf({ leadKind, leadUnitId = '' }: FilledRow): Lead {
  if (leadKind === 'COMMUNITY') return { kind: leadKind };
  return leadKind === 'UNIT' ? { kind: leadKind, unitId: leadUnitId } : { kind: leadKind, elseUnitId: leadUnitId };
}

/** A row of what its form holds. A season or hours of which one end is missing are left to the form, which asks for both. */
export function rowOf(id: string, filled: FilledRow): Row {
  const { category, placeKind, placeId, seasonFrom, seasonTo, hoursFrom, hoursTo, co = [] } = filled;
  const times = given({
    from: filled.from,
    to: filled.to,
    season: seasonFrom && seasonTo ? { from: seasonFrom, to: seasonTo } : undefined,
    hours: hoursFrom && hoursTo ? { from: hoursFrom, to: hoursTo } : undefined,
  });
  return {
    id,
    ...given({
      demandTypes: filled.demandTypes,
      place: placeKind && placeId ? { kind: placeKind, id: placeId.trim() } : undefined,
      estateType: filled.estateType,
      level: filled.level,
      times: Object.keys(times).length > 0 ? times : undefined,
      coUnits: co.map((one): Co => (isKind(one) ? { kind: one } : { kind: 'UNIT', unitId: one })),
      setLevel: filled.setLevel,
      duties: filled.duties,
    }),
    category: category === '' ? [] : category.split('/'),
    lead: leadOf(filled),
    communityMayLead: filled.communityMayLead ?? false,
    source: filled.source.trim(),
  } as Row;
}

/** A number that no row has or had. Example: '1', '7', 'x' -> '8'. */
export function nextId(taken: readonly string[]): string {
  return String(Math.max(0, ...taken.filter((id) => /^\d{1,9}$/.test(id)).map(Number)) + 1);
}
