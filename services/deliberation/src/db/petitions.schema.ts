import type { ClusterState, IssueScope, PetitionState } from '@wufang/contracts';
import type { AggregateRow } from '@wufang/service';
import type { Supporter } from '../domain/petition-states.js';

/** A petition of households (联名). Who supports it is seen by nobody but its own rules. */
export interface PetitionRow extends AggregateRow {
  estateId: string;
  communityId: string;
  scope: IssueScope;
  state: PetitionState;
  title: string;
  problem: string;
  supporters: Supporter[];
  issueId: string | null;
  startedAt: Date;
  /** Those started before petitions had a period have none. */
  expiresAt: Date | null;
  concernedUnitIds: string[];
}

/** Repeated demands about one place and group of category that may belong on the table (聚集诉求建议). */
export interface ClusterRow extends AggregateRow {
  estateId: string;
  buildingId: string | null;
  communityId: string;
  category: string[];
  state: ClusterState;
  suggestedAt: Date;
  reason: string | null;
  issueId: string | null;
  concernedUnitIds: string[];
}

export interface PetitionsDb {
  petitions: PetitionRow;
  clusters: ClusterRow;
}
