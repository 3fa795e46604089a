import type { GateCode, ResolutionBody, ResolvedShare } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { IssueRow } from '../db/schema.js';

/** What a resolution takes over of the plan that lies on the table. */
export interface PlanToSign {
  plan: NonNullable<ResolutionBody['plan']>;
  /** Canonical JSON of `{ plan, scenario, shares }` with every level of the split; its SHA-256 is `plan.hash`. */
  bytes: string;
  shares: ResolvedShare[];
  gates: ResolutionBody['gates'];
  openGates: GateCode[];
}

/**
 * The plan of an issue, for signing; null where each party binds itself alone. **Plans are not kept on issues yet:** an issue that names one is
 * refused rather than signed without its amounts.
 */
export function planToSign(issue: Pick<IssueRow, 'planId'>): PlanToSign | null {
  if (issue.planId !== null) throw new DomainError('resolution.gates-open', { gates: '分摊方案尚不能用于签约' });
  return null;
}
