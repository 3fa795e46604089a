import { labels, resolutionEvents, type Ctx, type ResolutionView, type SeatKind, type SeatSignature } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import { lockIssueWithinReach } from '../db/issues.store.js';
import { issueOfResolution, lockResolutionWithinReach, resolutions } from '../db/resolutions.store.js';
import { bodyOf, resolutionView } from '../db/resolutions.view.js';
import type { ResolutionRow } from '../db/resolutions.schema.js';
import type { DeliberationTx } from '../db/schema.js';
import { stateClocks } from '../domain/issue-states.js';
import { refusePrivate } from '../domain/public-text.js';
import { checkApproval, checkLimit, missingSeats } from '../domain/resolution.js';
import { seatActingFor } from '../domain/seats.js';
import { armClock } from './arm-clock.js';
import { mandateNow } from './held-mandates.js';
import { makeCommitments } from './make-commitments.js';
import { makeInstalments } from './make-instalments.js';
import { makeWorks } from './make-works.js';
import { moveIssue } from './move-issue.js';
import { planToSign } from './plan-to-sign.js';
import { supersede, voided } from './void-resolution.js';

export interface SignInput {
  id: string;
  seat: SeatKind;
  documentHash: string;
}

/**
 * A seat signs (内部审批): what the gateway signed after the password was given again is checked against these bytes and kept. A seat that has signed
 * already gets its first receipt. The last signature ends the signing, and what was resolved begins.
 */
export async function signResolution(tx: DeliberationTx, input: SignInput, ctx: Ctx, rules: RuleBook): Promise<ResolutionView> {
  const { issue, row } = await lockBoth(tx, input.id, ctx);
  const { kind: seat, mandate } = seatActingFor(issue, ctx.actor, tx.now, input.seat);
  if (row.state === 'VOID') throw new DomainError('resolution.void', {});
  const body = bodyOf(row);
  const signer = body.signers.find((one) => one.seat === seat);
  if (!signer) throw new DomainError('resolution.seat-not-asked', { seat: labels.seatKind[seat] });
  const first = row.signatures.find((one) => one.seat === seat);
  if (!ctx.approval) throw new DomainError('access.denied', {});
  checkApproval(ctx.approval, {
    ...{ resolutionId: row.id, hash: row.hash, seat, documentHash: input.documentHash },
    ...{ accountId: ctx.actor.accountId, streetId: tx.streetId, operation: ctx.operation },
  });
  if (first) return resolutionView(row);
  // The issue may have left its signing by another way: a changed plan, a withdrawal.
  if (issue.resolutionId !== row.id || issue.state !== 'SIGNING') throw new DomainError('resolution.void', {});
  checkLimit(await mandateNow(tx, mandate, signer.unitId), signer.amountFen);

  const recordedAt = tx.now.toISOString();
  const signatures: SeatSignature[] = [
    ...row.signatures,
    { seat, unitId: signer.unitId, signed: ctx.approval, recordedAt, external: null },
  ];
  const missing = missingSeats(body.signers, signatures);
  const about = aboutOf(row);
  const told = fact(resolutionEvents.seatSigned, { ...about, seat, unitId: signer.unitId, signed: ctx.approval, missing });
  if (missing.length > 0) return resolutionView(tx.save(resolutions, { ...row, signatures }, [told]));

  // Asked again with the last signature: a paper may have been taken back since the resolution was drawn.
  const plan = await planToSign(tx, issue);
  if (plan && plan.open.length > 0) throw new DomainError('resolution.gates-open', { gates: plan.open.join('、') });
  tx.stop(row.id, ['SIGNING']);
  await supersede(tx, issue, row);
  await moveIssue(tx, issue, 'execute', rules);
  await makeCommitments(tx, row, body, rules);
  await makeInstalments(tx, issue, row, body, rules);
  await makeWorks(tx, issue, row);
  const signed = tx.save(resolutions, { ...row, signatures, state: 'SIGNED' as const, signedAt: tx.now }, [
    told,
    fact(resolutionEvents.signed, {
      ...{
        ...about,
        title: body.title,
        planId: body.plan?.id ?? null,
        planNo: body.plan?.no ?? null,
        totalFen: body.plan?.totalFen ?? null,
      },
      ...{ shares: body.shares, commitments: body.commitments, unitIds: row.concernedUnitIds, signedAt: recordedAt },
    }),
  ]);
  return resolutionView(signed);
}

export interface ExternalInput {
  id: string;
  seat: SeatKind;
  provider: string;
  certificate: string;
  fileSha256: string;
  signedAt: string;
}

/** A seat records what a licensed provider of electronic signatures has found, beside its own approval; the newest counts. */
export async function recordExternalSignature(tx: DeliberationTx, input: ExternalInput, ctx: Ctx): Promise<ResolutionView> {
  const { issue, row } = await lockBoth(tx, input.id, ctx);
  const { kind: seat } = seatActingFor(issue, ctx.actor, tx.now, input.seat);
  if (row.state === 'VOID') throw new DomainError('resolution.void', {});
  if (!row.signatures.some((one) => one.seat === seat)) throw new DomainError('resolution.not-signed-yet', {});
  const { provider, certificate, fileSha256, signedAt } = input;
  const external = { provider, certificate, fileSha256, signedAt, recordedBy: ctx.actor.accountId };
  const signatures = row.signatures.map((one) => (one.seat === seat ? { ...one, external } : one));
  const saved = tx.save(resolutions, { ...row, signatures }, [
    fact(resolutionEvents.externalRecorded, { ...aboutOf(row), seat, external }),
  ]);
  return resolutionView(saved);
}

/**
 * The chair takes a resolution back before everybody has signed: it is void with every signature on it, and the issue goes back to its plan. Where nothing is
 * wrong with the plan (`keepsPlan`), the signing stays open and the chair draws another; what gates ask is asked again then. What all have signed stays.
 */
export async function voidResolution(
  tx: DeliberationTx,
  input: { id: string; reason: string; keepsPlan: boolean },
  ctx: Ctx,
  rules: RuleBook,
): Promise<ResolutionView> {
  const { issue, row } = await lockBoth(tx, input.id, ctx);
  seatActingFor(issue, ctx.actor, tx.now, 'COMMUNITY');
  if (row.state === 'VOID') throw new DomainError('resolution.void', {});
  if (row.state !== 'DRAWN') throw new DomainError('resolution.signed-by-all', {});
  refusePrivate(input.reason);
  if (input.keepsPlan) {
    // Another has to be drawn, and somebody watches that it is.
    armClock(tx, await rules.at(tx.streetId, tx.now), stateClocks.SIGNING!, issue.id);
    return resolutionView(voided(tx, row, input.reason));
  }
  await moveIssue(tx, issue, 'amend', rules, { reason: input.reason });
  return resolutionView((await tx.lock(resolutions, row.id))!);
}

/** The issue first, then its resolution: everyone locks in this order. */
async function lockBoth(tx: DeliberationTx, id: string, ctx: Ctx) {
  const issueId = await tx.load(issueOfResolution, id);
  if (issueId === undefined) throw new DomainError('object.not-found', {});
  const issue = await lockIssueWithinReach(tx, issueId, ctx);
  return { issue, row: await lockResolutionWithinReach(tx, id, ctx) };
}

const aboutOf = ({ issueId, tableId, estateId, no, hash }: ResolutionRow) => ({ issueId, tableId, estateId, no, hash });
