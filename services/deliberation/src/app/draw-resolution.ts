import {
  issueEvents,
  labels,
  resolutionEvents,
  type Ctx,
  type ResolutionBody,
  type ResolutionView,
  type ScheduledPayment,
  type SeatKind,
} from '@wufang/contracts';
import { beijingDate, DomainError } from '@wufang/kernel';
import { fact, startClock, type RuleBook } from '@wufang/service';
import { issues, lockIssueWithinReach } from '../db/issues.store.js';
import type { ResolutionRow } from '../db/resolutions.schema.js';
import { newestOfIssue, resolutions } from '../db/resolutions.store.js';
import { rounds } from '../db/rounds.store.js';
import { bodyOf, resolutionView } from '../db/resolutions.view.js';
import type { DeliberationTx, IssueRow, UnitRow } from '../db/schema.js';
import { unitById } from '../db/tables.store.js';
import { stateClocks } from '../domain/issue-states.js';
import { checkSchedule } from '../domain/payment-schedule.js';
import { refusePrivate } from '../domain/public-text.js';
import { requiredSigners, sealed, seatsAffected } from '../domain/resolution.js';
import { isAdvisory, seatActingFor, seatOf } from '../domain/seats.js';
import { moveIssue } from './move-issue.js';
import { planToSign } from './plan-to-sign.js';

export interface DrawInput {
  id: string;
  issueId: string;
  text: string[];
  commitments: { seat: SeatKind; text: string; dueOn: string; evidence: string }[];
  schedule: ScheduledPayment[];
  attachments: { name: string; sha256: string }[];
}

/**
 * The chair draws the resolution up (拟定决议) and opens its signing: from here on its bytes are what five parties sign. Refused while a gate of the
 * plan is open (3.6). The head of the issue's chain stands inside, so that what led here cannot be rewritten afterwards either.
 */
export async function drawResolution(tx: DeliberationTx, input: DrawInput, ctx: Ctx, rules: RuleBook): Promise<ResolutionView> {
  const issue = await lockIssueWithinReach(tx, input.issueId, ctx);
  seatActingFor(issue, ctx.actor, tx.now, 'COMMUNITY');
  refusePrivate(
    ...input.text,
    ...input.commitments.flatMap(({ text, evidence }) => [text, evidence]),
    ...[...input.attachments, ...input.schedule].map(({ name }) => name),
  );
  for (const { dueOn } of input.commitments) if (dueOn < beijingDate(tx.now)) throw new DomainError('due.past', { field: '完成时限' });
  for (const { seat } of input.commitments)
    if (isAdvisory(seatOf(issue.seats, seat))) throw new DomainError('resolution.seat-not-binding', { seat: labels.seatKind[seat] });
  const plan = await planToSign(tx, issue);
  checkSchedule(input.schedule, plan !== null, beijingDate(tx.now));
  if (!plan && input.commitments.length === 0) throw new DomainError('resolution.empty', {});
  if (plan && plan.open.length > 0) throw new DomainError('resolution.gates-open', { gates: plan.open.join('、') });

  const units = new Map<string, UnitRow>();
  for (const { unitId } of issue.seats) {
    const unit = unitId === null ? undefined : await tx.load(unitById, unitId);
    if (unit) units.set(unit.id, unit);
  }
  const nameOf = (unitId: string) => units.get(unitId)?.name ?? '';
  const shares = plan?.shares ?? [];
  const signers = requiredSigners(
    issue.seats,
    shares,
    plan ? [] : issue.payers,
    input.commitments.map(({ seat }) => seat),
    nameOf,
  );
  const round = issue.roundId === null ? undefined : await tx.lock(rounds, issue.roundId);
  const positions = (round?.positions ?? []).map(({ seat, position }) => ({
    ...{ seat, unitId: issue.seats.find(({ kind }) => kind === seat)!.unitId, position, roundNo: round!.no },
  }));
  const newest = await newestBefore(tx, issue.id);
  const no = (newest?.no ?? 0) + 1;

  // The body is drawn from the issue as it is once its signing is open, so that its head is the last thing said before.
  const asked = signers.map(({ unitId }) => unitId);
  const others = issue.concernedUnitIds.filter((unitId) => !asked.includes(unitId));
  const moved = await openSigning(tx, issue, { id: input.id, no, others }, newest?.state === 'DRAWN', rules);
  const body: ResolutionBody = {
    ...{ v: 'wufang.resolution.v1', streetId: tx.streetId, id: input.id, issueId: issue.id, no, title: issue.title, text: input.text },
    ...{ plan: plan?.plan ?? null, shares, positions, gates: plan?.gates ?? [], attachments: input.attachments },
    ...(input.schedule.length > 0 && { schedule: input.schedule }),
    ...(plan && plan.duties.length > 0 && { duties: plan.duties }),
    commitments: input.commitments.map((one, i) => ({ no: i + 1, ...one, unitId: unitOf(signers, one.seat) })),
    chainHead: { seq: moved.version, hash: moved.chainHash! },
    signers,
    drawnAt: tx.now.toISOString(),
  };
  const { bytes, hash } = sealed(body);
  tx.stop(issue.id, [stateClocks.SIGNING!]);
  const clock = startClock(await rules.at(tx.streetId, tx.now), 'SIGNING', input.id, tx.now);
  if (clock) tx.arm(clock);
  const { tableId, estateId, concernedUnitIds } = moved;
  const row = tx.create(
    resolutions,
    {
      ...{ id: input.id, issueId: issue.id, tableId, estateId, no, state: 'DRAWN' as const, bytes, hash, planBytes: plan?.bytes ?? null },
      ...{ signatures: [], concernedUnitIds, drawnAt: tx.now, signedAt: null, voidReason: null },
    },
    [
      fact(resolutionEvents.drawn, {
        ...{ issueId: issue.id, tableId, estateId, no, hash, title: issue.title, signers },
        affected: newest ? seatsAffected(bodyOf(newest), body) : [],
        ...{ unitIds: asked, dueAt: clock?.dueAt.toISOString() ?? null },
      }),
    ],
  );
  tx.remember(`resolution drawn of ${issue.id}`, row.id);
  return resolutionView(row);
}

/**
 * The issue with its signing open and this resolution on it. A plan that was laid open comes here by the end of its publicity alone: while it hangs, or
 * an objection is open, nothing is drawn. One resolution at a time: the one before has to be taken back first.
 */
async function openSigning(
  tx: DeliberationTx,
  issue: IssueRow,
  { id: resolutionId, no, others }: { id: string; no: number; others: string[] },
  isDrawn: boolean,
  rules: RuleBook,
) {
  const { tableId, estateId, planId, title } = issue;
  const change = { resolutionId };
  const laid = fact(issueEvents.resolutionLaid, { tableId, estateId, resolutionId, planId, no, title, unitIds: others });
  if (issue.state === 'SIGNING' && !isDrawn) return tx.save(issues, { ...issue, ...change }, [laid]);
  if (issue.state === 'PUBLICITY')
    throw new DomainError('issue.illegal-step', { status: labels.issueState.PUBLICITY, action: labels.issueStep.openSigning });
  return moveIssue(tx, issue, 'openSigning', rules, { change, facts: [laid] });
}

/** The version before, locked; the issue is locked, so that nobody draws another meanwhile. */
async function newestBefore(tx: DeliberationTx, issueId: string): Promise<ResolutionRow | undefined> {
  const place = `resolution drawn of ${issueId}`;
  const id = tx.recall<string>(place) ?? (await tx.load(newestOfIssue, issueId))?.id;
  return id === undefined ? undefined : tx.lock(resolutions, id);
}

const unitOf = (signers: readonly { seat: SeatKind; unitId: string }[], kind: SeatKind) =>
  signers.find(({ seat }) => seat === kind)!.unitId;
