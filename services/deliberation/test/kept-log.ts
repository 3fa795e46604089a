import {
  eventTypes,
  ResolutionBody,
  type PlanDocument,
  type ResolutionBundle,
  type SeatedPayer,
  type WorksChange,
  type WorksSettlement,
} from '@wufang/contracts';
import { canonicalJson, sha256Hex } from '@wufang/kernel';
import { sharesJson } from '../src/domain/cost-share-statement.js';
import { paymentsOf, retainedOf } from '../src/domain/payment-schedule.js';
import { canonicalPlan, computeOne } from '../src/domain/plan-draft.js';
import { sealed } from '../src/domain/resolution.js';
import { settleWorks } from '../src/domain/works-settlement.js';
import { replayIssue, replayRound, type Told } from './replayed.js';
import { verifyBundle } from './tampering.js';

/**
 * What a release has recorded about an issue's life and what it stored of it, kept so that every later one can be asked whether it still decides the same
 * (I-34). People and units in it are invented.
 */
export interface KeptLog {
  keptOn: string;
  issues: { log: Told[]; stored: ReturnType<typeof replayIssue> }[];
  rounds: { log: Told[]; stored: ReturnType<typeof replayRound> }[];
  /** Of what follows a signing. */
  others: Told[];
  bundle: ResolutionBundle;
  plan: { no: number; payers: SeatedPayer[] };
  instalments: { payer: string; no: number; kind: string; amountFen: string }[];
  works: { changes: WorksChange[]; settlement: WorksSettlement; paidFen: Record<string, string> };
}

/** What the release at hand makes of a kept log, in the shape of what was stored; and every place where it reads it otherwise. */
export function decidedAgain(kept: KeptLog) {
  const { bundle } = kept;
  const body = ResolutionBody.parse(JSON.parse(bundle.resolution.bytes));
  const signed = JSON.parse(bundle.plan!.bytes) as {
    plan: PlanDocument;
    scenario: string;
    frozenHash: string;
    shares: { gates: unknown; canBeSigned: boolean };
  };
  const { plan, shares } = computeOne(signed.plan, signed.scenario);
  const { gates, canBeSigned } = signed.shares;
  const frozen = { issueId: body.issueId, no: kept.plan.no, scenario: signed.scenario, document: signed.plan, shares };
  const planBytes = canonicalJson({ ...signed, shares: { ...sharesJson(plan, shares, []), gates, canBeSigned } });
  const { settlement: before, changes, paidFen } = kept.works;
  const { settlement } = settleWorks({
    ...{
      document: signed.plan,
      scenario: signed.scenario,
      payers: kept.plan.payers,
      changes,
      items: before.items.map(({ finalFen: amountFen, ...item }) => ({ ...item, amountFen })),
    },
    paidOf: (payer) => BigInt(paidFen[payer] ?? '0'),
    retainedOf: (_, finalFen) => retainedOf(finalFen, body.schedule),
    now: new Date(before.settledAt),
  });
  return {
    unread: [...kept.issues, ...kept.rounds]
      .flatMap(({ log }) => log)
      .concat(kept.others)
      .flatMap(unread),
    issues: kept.issues.map(({ log }) => replayIssue(log)),
    rounds: kept.rounds.map(({ log }) => replayRound(log)),
    chains: verifyBundle(bundle).holds,
    resolution: sealed(body),
    plan: { bytes: planBytes, hash: sha256Hex(planBytes), frozenHash: sha256Hex(canonicalPlan(frozen)) },
    instalments: paymentsOf(body.shares, body.schedule).map(({ payer, no, kind, amountFen }) => ({
      payer,
      no,
      kind,
      amountFen: `${amountFen}`,
    })),
    settlement,
  };
}

/** The same from what was stored. */
export function storedOf({ issues, rounds, bundle, instalments, works }: KeptLog): ReturnType<typeof decidedAgain> {
  const { frozenHash } = JSON.parse(bundle.plan!.bytes) as { frozenHash: string };
  return {
    unread: [],
    issues: issues.map(({ stored }) => stored),
    rounds: rounds.map(({ stored }) => stored),
    chains: true,
    resolution: bundle.resolution,
    plan: { ...bundle.plan!, frozenHash },
    instalments: instalments as ReturnType<typeof decidedAgain>['instalments'],
    settlement: works.settlement,
  };
}

const byType = new Map(eventTypes.map((event) => [event.type, event]));
/** An event that today's shape of its type does not take. */
function unread({ type, payload }: Told): string[] {
  const known = byType.get(type);
  if (!known) return [`${type}: unknown`];
  const parsed = known.payload.safeParse(payload);
  return parsed.success ? [] : [`${type}: ${parsed.error.message}`];
}
