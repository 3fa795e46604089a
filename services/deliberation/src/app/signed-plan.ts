import { resolutions } from '../db/resolutions.store.js';
import { bodyOf } from '../db/resolutions.view.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';

/** The version of the plan that all have signed; 0 before. */
export async function signedPlanNo(tx: DeliberationTx, { signedResolutionId }: IssueRow): Promise<number> {
  const row = signedResolutionId === null ? undefined : await tx.lock(resolutions, signedResolutionId);
  return row ? (bodyOf(row).plan?.no ?? 0) : 0;
}
