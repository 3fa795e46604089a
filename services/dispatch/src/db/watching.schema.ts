import type {
  Category,
  ChainSeat,
  DutyKind,
  DutyRule,
  DutyState,
  DutyTurn,
  PlaceRef,
  SweepCheckState,
  WatchKind,
  WatchState,
} from '@wufang/contracts';
import type { AggregateRow } from '@wufang/service';

/** One look again at a solved order (回看). */
export interface WatchCheckRow extends AggregateRow {
  orderId: string;
  no: string;
  kind: WatchKind;
  state: WatchState;
  category: Category;
  place: PlaceRef;
  unitId: string;
  concernedUnitIds: string[];
  openFrom: Date | null;
  /** The look at the first rain has none until it rains. */
  dueAt: Date | null;
  note: string | null;
  photoIds: string[];
  checkedAt: Date | null;
  childOrderId: string | null;
}

/** Whether it rains in the street, by word of the desk. */
export interface RainRow extends AggregateRow {
  isOn: boolean;
  since: Date | null;
  until: Date | null;
}

/** Like places to be looked at because of one order or incident (举一反三). */
export interface SweepRow extends AggregateRow {
  category: string[];
  orderId: string | null;
  incidentId: string | null;
  concernedUnitIds: string[];
  checks: number;
  found: number;
  notFound: number;
  /** What was found and neither entered as a demand nor handled on the spot. */
  openFinds: number;
  openedAt: Date;
  doneAt: Date | null;
}

export interface SweepCheckRow extends AggregateRow {
  sweepId: string;
  category: string[];
  estateId: string;
  buildingId: string | null;
  communityId: string | null;
  unitId: string;
  reason: string;
  state: SweepCheckState;
  dueAt: Date;
  note: string | null;
  photoIds: string[];
  checkedAt: Date | null;
  demandNo: string | null;
  handledOnSpot: boolean;
}

/** What comes again and again: a check, a reception day, a shift. Dates are Beijing dates. */
export interface DutyPlanRow extends AggregateRow {
  kind: DutyKind;
  title: string;
  unitId: string;
  point: string | null;
  rule: DutyRule;
  rota: string[];
  /** The seat of the breach chain that who is on duty stands for, if any. */
  seat: ChainSeat | null;
  /** How many duties it has had; whose turn it is follows. */
  turn: number;
  fromOn: string;
  untilOn: string | null;
  isActive: boolean;
  /** Up to this day all its duties exist. */
  doneThrough: string;
  nextOn: string | null;
  /** The order it is about, as a recurring look at what is closed; null of most. */
  orderId: string | null;
}

export interface DutyRow extends AggregateRow {
  planId: string;
  kind: DutyKind;
  title: string;
  unitId: string;
  point: string | null;
  onDuty: string | null;
  seat: ChainSeat | null;
  /** Who had it from when until when; empty where nobody is named, or it was made before turns were kept. */
  turns: DutyTurn[];
  onDate: string;
  startsAt: Date;
  dueAt: Date;
  state: DutyState;
  note: string | null;
  doneAt: Date | null;
  orderId: string | null;
}

export interface WatchingDb {
  watchChecks: WatchCheckRow;
  rains: RainRow;
  sweeps: SweepRow;
  sweepChecks: SweepCheckRow;
  dutyPlans: DutyPlanRow;
  duties: DutyRow;
}
