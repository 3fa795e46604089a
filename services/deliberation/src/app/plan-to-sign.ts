import { labels, type IssueSeat, type ResolutionBody, type ResolvedDuty, type ResolvedShare, type SeatedPayer } from '@wufang/contracts';
import { canonicalJson, DomainError, fenToJson, sha256Hex } from '@wufang/kernel';
import { gatesOfPlan, mattersText, unvotedMatters } from '../db/plan-gates.store.js';
import { lastPublicity, plans } from '../db/plans.store.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import { ownersVotes } from '../db/votes.store.js';
import { sharesJson } from '../domain/cost-share-statement.js';
import { computeOne } from '../domain/plan-draft.js';
import { resolvedDuties, resolvedShares } from '../domain/resolution.js';
import { isAdvisory, seatOf } from '../domain/seats.js';

/** What a resolution takes over of the plan that lies on the table. */
export interface PlanToSign {
  plan: NonNullable<ResolutionBody['plan']>;
  /**
   * Canonical JSON of `{ plan, scenario, frozenHash, shares }` with every level of the split; its SHA-256 is `plan.hash`. `frozenHash` is the
   * digest of the version that consents and the board refer to.
   */
  bytes: string;
  shares: ResolvedShare[];
  duties: ResolvedDuty[];
  gates: ResolutionBody['gates'];
  /** What is still open, in words: gates of the plan, and matters that owners have not passed. */
  open: string[];
}

/** The plan of an issue, for signing; null where each party binds itself alone. Throws `plan.not-chosen` for a version without frozen amounts. */
export async function planToSign(tx: DeliberationTx, issue: IssueRow): Promise<PlanToSign | null> {
  const { planId } = issue;
  if (planId === null) return null;
  const row = await tx.lock(plans, planId);
  if (row?.state !== 'CHOSEN' || row.scenario === null) throw new DomainError('plan.not-chosen', {});
  const { document, scenario, payers, hash: frozenHash, id, no } = row;
  const { plan, shares } = computeOne(document, scenario);
  const gates = await gatesOfPlan(tx.sql, row);
  const unvoted = await unvotedMatters(tx.sql, issue);
  const isKept = await isStillKept(tx, issue.id);
  const bytes = canonicalJson({ plan: document, scenario, frozenHash, shares: sharesJson(plan, shares, gates) });
  return {
    plan: { id, no, scenario, hash: sha256Hex(bytes), totalFen: fenToJson(shares.totalFen) },
    ...{ bytes, shares: resolvedShares(plan, shares, withoutAdvisory(payers, issue.seats)), duties: resolvedDuties(plan) },
    gates: gates.map(({ code, payer, document: paper }) => ({ code, payer, document: paper })),
    open: [
      ...new Set(gates.filter(({ isMet }) => !isMet).map(({ code }) => labels.gateCode[code])),
      ...(unvoted.length > 0 ? [mattersText(unvoted)] : []),
      ...(isKept ? [] : ['维持方案的业主表决已被撤销，须重新表决']),
    ],
  };
}

/** Whether what the owners' assembly kept the plan by, where it had to be called, still stands: the street may have annulled that vote since. */
async function isStillKept(tx: DeliberationTx, issueId: string): Promise<boolean> {
  const voteId = (await lastPublicity(tx, issueId))?.assembly?.voteId ?? null;
  return voteId === null || (await tx.lock(ownersVotes, voteId))?.state !== 'ANNULLED';
}

/** Payers with the seats that can sign for them: representatives who bind no owner can for none. */
const withoutAdvisory = (payers: readonly SeatedPayer[], seats: readonly IssueSeat[]): SeatedPayer[] =>
  payers.map((payer) => (payer.seat !== null && isAdvisory(seatOf(seats, payer.seat)) ? { ...payer, seat: null, unitId: null } : payer));
