import type { CampaignKind, CampaignState, FindingState, FindingStep, PlaceRef } from '@wufang/contracts';
import type { AggregateRow } from '@wufang/service';

/** A campaign (专项行动): who takes part, where, what is looked at, until when, and what has come of it so far. */
export interface CampaignRow extends AggregateRow {
  kind: CampaignKind;
  state: CampaignState;
  title: string;
  leadUnitId: string;
  unitIds: string[];
  /** Who sees it: those who take part, and the communities it is in. */
  concernedUnitIds: string[];
  places: PlaceRef[];
  items: string[];
  plan: string | null;
  startOn: string;
  endOn: string;
  clusterId: string | null;
  orderIds: string[];
  /** The shifts of its roster, which are duty plans. */
  shiftPlanIds: string[];
  found: number;
  settled: number;
  demanded: number;
  summary: string | null;
  openedAt: Date;
  closedAt: Date | null;
}

/** What was found at one place. Changed only with its campaign locked. */
export interface CampaignFindingRow {
  streetId: string;
  campaignId: string;
  id: string;
  state: FindingState;
  place: PlaceRef;
  item: string;
  note: string;
  photoIds: string[];
  unitId: string | null;
  foundBy: string;
  foundAt: Date;
  steps: FindingStep[];
  demandId: string | null;
}

export interface CampaignsDb {
  campaigns: CampaignRow;
  campaignFindings: CampaignFindingRow;
}
