import type { AfterCare, HouseholdKind, IncidentState, IncidentStep, ScopePart, SupplyMove, ToldHow } from '@wufang/contracts';
import type { AggregateRow } from '@wufang/service';
import type { Shift } from '../domain/crew.js';

export interface IncidentRow extends AggregateRow {
  state: IncidentState;
  /** Estate and matter that the system proposed it for; one of them is live at a time. */
  proposalKey: string | null;
  title: string;
  category: string[];
  scope: ScopePart[];
  estateIds: string[];
  communityIds: string[];
  homes: number;
  leadUnitId: string;
  concernedUnitIds: string[];
  raisedAt: Date;
  openedAt: Date | null;
  statusNo: number;
  statusText: string | null;
  statusAt: Date | null;
  statusDueAt: Date | null;
  restoredAt: Date | null;
  reviewedAt: Date | null;
  steps: number;
  shifts: Shift[];
  households: number;
  householdsDone: number;
  /** Of its homes: those told, those found well and those found not well afterwards. */
  reached: number;
  well: number;
  notWell: number;
  review: { cause: string; lessons: string } | null;
}

/** A crew on site, by its own clock; the incident has its shift. */
export interface CrewRow extends AggregateRow {
  incidentId: string;
  shiftId: string;
  unitId: string;
  onAt: Date;
  dueAt: Date;
  endedAt: Date | null;
}

/** A home that an incident affects, as the register had it when the incident was opened or widened, and the last that was done about it. */
export interface IncidentHomeRow {
  streetId: string;
  incidentId: string;
  homeId: string;
  estateId: string;
  buildingId: string;
  stairwell: string;
  told: ToldHow | null;
  toldAt: Date | null;
  toldBy: string | null;
  afterCare: AfterCare | null;
  afterCareAt: Date | null;
  afterCareBy: string | null;
}

/** What was done, in the words of who did it; not in events. */
export interface IncidentStepRow {
  streetId: string;
  incidentId: string;
  no: number;
  kind: IncidentStep;
  note: string;
  at: Date;
  accountId: string;
  unitId: string | null;
}

/** A household to be called on first. Its people are in the register alone. */
export interface IncidentHouseholdRow {
  streetId: string;
  incidentId: string;
  homeId: string;
  kind: HouseholdKind;
  done: boolean;
  note: string | null;
  visitedAt: Date | null;
  unitId: string | null;
}

/** Supplies handed out, or brought back; where they went to a home, from which. */
export interface IncidentSupplyRow {
  streetId: string;
  incidentId: string;
  id: string;
  item: string;
  move: SupplyMove;
  count: number;
  homeId: string | null;
  note: string | null;
  at: Date;
  unitId: string | null;
}

/** Of the register. */
export interface BuildingRow {
  streetId: string;
  id: string;
  version: number;
  estateId: string;
  name: string;
  stairwells: number;
  floors: number;
}
/** Of the register: the homes of one stairwell. */
export interface BuildingHomesRow {
  streetId: string;
  buildingId: string;
  stairwell: string;
  estateId: string;
  homeIds: string[];
}

export interface IncidentsDb {
  incidents: IncidentRow;
  crews: CrewRow;
  incidentHomes: IncidentHomeRow;
  incidentSteps: IncidentStepRow;
  incidentHouseholds: IncidentHouseholdRow;
  incidentSupplies: IncidentSupplyRow;
  buildings: BuildingRow;
  buildingHomes: BuildingHomesRow;
}
