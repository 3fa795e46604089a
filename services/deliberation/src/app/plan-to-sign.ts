import type { GateCode, ResolutionBody, ResolvedShare } from '@wufang/contracts';
import type { DeliberationTx, IssueRow } from '../db/schema.js';

/** What a resolution takes over of the plan that lies on the table. */
export interface PlanToSign {
  plan: NonNullable<ResolutionBody['plan']>;
  /** Canonical JSON of the plan; its SHA-256 is `plan.hash`. */
  bytes: string;
  shares: ResolvedShare[];
  gates: ResolutionBody['gates'];
  openGates: GateCode[];
  positions: ResolutionBody['positions'];
}

export async function planToSign(_tx: DeliberationTx, issue: IssueRow): Promise<PlanToSign | null> {
  if (issue.planId === null) return null;
  return null;
}
