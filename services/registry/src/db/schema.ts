import type {
  AreaSource,
  EstateType,
  HolidayYear,
  HomeNature,
  PolicyClause,
  ResourceKind,
  RowFault,
  TimeLimit,
  UnitKind,
} from '@wufang/contracts';
import type { AggregateRow, Tx } from '@wufang/service';

export interface StreetRow extends AggregateRow {
  name: string;
  district: string;
}

export interface LimitTableRow extends AggregateRow {
  limitsVersion: number;
  inForceFrom: string;
  rows: TimeLimit[];
}

export interface WorkCalendarRow extends AggregateRow {
  year: number;
  calendarVersion: number;
  provisional: boolean;
  papers: string[];
  days: HolidayYear['days'];
}

export interface UnitRow extends AggregateRow {
  name: string;
  kind: UnitKind;
  parentName: string | null;
  dutyPhone: string | null;
  /** The contact person, in `people`. */
  contactId: string | null;
}

export interface EstateRow extends AggregateRow {
  name: string;
  communityId: string;
  type: EstateType;
  builtYear: number | null;
  firmId: string | null;
  rightsUnitId: string | null;
  ownersBody: 'OWNERS_COMMITTEE' | 'PROPERTY_MGMT_COMMITTEE' | null;
  fundCustodian: string | null;
  /** As the estate's own row says; what counts once homes are in is `homes`. */
  declaredHomes: number;
  homes: number;
}

export interface BuildingRow extends AggregateRow {
  estateId: string;
  name: string;
  stairwells: number;
  floors: number;
  hasLift: boolean;
  /** Who looks after it (楼栋管片员): an account, whose name the gateway knows. */
  keeperAccountId: string | null;
  keeperPhone: string | null;
}

export interface PlaceRow extends AggregateRow {
  code: string;
  name: string;
  communityId: string | null;
  estateId: string | null;
  buildingId: string | null;
  stairwell: string | null;
}

/** What somebody offers in the resource library (资源服务库). */
export interface ResourceRow extends AggregateRow {
  name: string;
  kind: ResourceKind;
  unitId: string | null;
  skills: string[];
  categories: string[];
  communityIds: string[];
  hours: string;
  officePhone: string | null;
  isWithdrawn: boolean;
}

/** A paper of the policy library (制度库): how many versions it has had. */
export interface PolicyRow extends AggregateRow {
  code: string;
  name: string;
  policyVersion: number;
}

export interface PolicyVersionRow {
  streetId: string;
  code: string;
  policyVersion: number;
  beginsOn: string;
  source: string;
  clauses: PolicyClause[];
}

/** A home (专有部分). Not an aggregate: its estate's chain carries a hash over all of them. */
export interface HomeRow {
  streetId: string;
  id: string;
  estateId: string;
  buildingId: string;
  stairwell: string;
  room: string;
  /** Null, as is its source, as long as it is not known (面积不明). */
  areaHundredths: number | null;
  areaSource: AreaSource | null;
  nature: HomeNature;
  /** A person in `people`, or a unit. */
  ownerId: string;
  ownerDepositFen: bigint;
  sellerDepositFen: bigint;
}

/** What was last told of a building's homes, by its hash: only what has changed is told again. */
export interface ToldHomesRow {
  streetId: string;
  buildingId: string;
  part: number;
  hash: string;
}

/** Names and phones, sealed; the only table of this service that holds any. */
export interface PersonRow {
  streetId: string;
  id: string;
  kind: 'OWNER' | 'CONTACT';
  /** Blind index over name and phone. */
  lookup: Buffer;
  /** An owner who asked for erasure: their record goes with their last home. */
  isRestricted: boolean;
  sealedKey: Buffer;
  sealed: Buffer;
}

export interface ImportRow {
  streetId: string;
  id: string;
  state: 'RUNNING' | 'DONE' | 'FAILED';
  rowsTotal: number;
  rowsDone: number;
  added: number;
  changed: number;
  unchanged: number;
  faults: RowFault[];
  error: string | null;
  /** Last sign of life: an import whose process has died is not running. */
  aliveAt: Date;
}

export interface RegistrySchema {
  streets: StreetRow;
  limitTables: LimitTableRow;
  workCalendars: WorkCalendarRow;
  units: UnitRow;
  estates: EstateRow;
  buildings: BuildingRow;
  places: PlaceRow;
  homes: HomeRow;
  toldHomes: ToldHomesRow;
  people: PersonRow;
  imports: ImportRow;
  resources: ResourceRow;
  policies: PolicyRow;
  policyVersions: PolicyVersionRow;
}

export type RegistryTx = Tx<RegistrySchema>;
