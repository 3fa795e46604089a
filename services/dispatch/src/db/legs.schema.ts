import type { DisputeReason, DisputeState, HandUpPilot, LegState, Level } from '@wufang/contracts';
import type { AggregateRow } from '@wufang/service';

/** An objection to a dispatch. Its facts are the work order's; the unit's words and photos are here alone. */
export interface DisputeRow {
  streetId: string;
  id: string;
  orderId: string;
  no: string;
  level: Level;
  state: DisputeState;
  /** Who objected, and the rules that had sent it there. */
  leadUnitId: string;
  ruleIds: string[];
  directoryVersion: number;
  reason: DisputeReason;
  text: string;
  photoIds: string[];
  isBeside: boolean;
  raisedAt: Date;
  dueAt: Date;
  decidedAt: Date | null;
  toUnitId: string | null;
  decisionText: string | null;
}

/** What a co-unit owes the lead of an order. */
export interface LegRow extends AggregateRow {
  orderId: string;
  demandId: string;
  no: string;
  unitId: string;
  leadUnitId: string;
  task: string | null;
  state: LegState;
  isOpen: boolean;
  startedAt: Date;
  dueAt: Date;
  acceptedAt: Date | null;
  closedAt: Date | null;
  report: string | null;
  stageReport: string | null;
  evidence: string | null;
  photoIds: string[];
}

export interface HandUpPilotHeadRow extends AggregateRow {
  pilotVersion: number;
}
export interface HandUpPilotVersionRow {
  streetId: string;
  pilotVersion: number;
  pilot: HandUpPilot;
}

export interface LegsDb {
  disputes: DisputeRow;
  legs: LegRow;
  handUpPilots: HandUpPilotHeadRow;
  handUpPilotVersions: HandUpPilotVersionRow;
}
