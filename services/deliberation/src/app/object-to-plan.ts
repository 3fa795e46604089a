import { labels, publicityEvents, type Ctx, type ObjectionView } from '@wufang/contracts';
import { DomainError, formatBeijing } from '@wufang/kernel';
import { fact, startClock, type Fact, type RuleBook } from '@wufang/service';
import { issues, lockIssueWithinReach } from '../db/issues.store.js';
import { homeByKey, issueOfPublicity, lastPublicity, objections, plans, publicities, sharesRows } from '../db/plans.store.js';
import type { ObjectionRow, PlanHomeShareRow, PublicityRow } from '../db/plans.schema.js';
import { objectionView } from '../db/publicity.view.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import { homeLabel } from '../domain/plan-scope.js';
import { nextOfPublicity } from '../domain/plan-states.js';
import { needsAssembly, objectingOwners, openObjections, type Raised } from '../domain/publicity.js';
import { refusePrivate } from '../domain/public-text.js';
import { seatActingFor, seatOf, type SeatActing } from '../domain/seats.js';
import { armClock } from './arm-clock.js';
import { refuseUnknownFiles } from './known-files.js';
import { moveIssue } from './move-issue.js';

/**
 * An owner objects in writing (书面异议) by the number and code of the home's statement. The statement of an earlier version does as well while another hangs: the
 * home and its owner are the same. Sent twice, it is one objection. Throws publicity.other-version where the hanging version knows the home under another
 * owner, or not at all, and publicity.over where nothing hangs.
 */
export async function objectAsOwner(
  tx: DeliberationTx,
  input: { no: string; code: string; objectionId: string; reason: string },
  rules: RuleBook,
): Promise<{ objectionId: string; dueAt: string }> {
  const home = await homeByKey(tx.sql, tx.streetId, input);
  const known = await tx.lock(objections, input.objectionId);
  if (known) {
    if (known.homeId !== home.homeId) throw new DomainError('home-share.not-found', {});
    return { objectionId: known.id, dueAt: known.dueAt.toISOString() };
  }
  const issue = (await tx.lock(issues, home.issueId))!;
  const last = await lastPublicity(tx, issue.id);
  const publicity = last && (await tx.lock(publicities, last.id));
  if (!publicity) throw new DomainError('publicity.over', {});
  const hanging = publicity.planId === home.planId ? home : await sameHomeIn(tx, publicity, home);
  const row = await raise(tx, issue, publicity, { ...input, documentId: null, home: hanging, acting: null }, rules);
  return { objectionId: row.id, dueAt: row.dueAt.toISOString() };
}

/** The home in the version that hangs. */
async function sameHomeIn(tx: DeliberationTx, { planId, state, endsAt }: PublicityRow, home: PlanHomeShareRow): Promise<PlanHomeShareRow> {
  if (state !== 'POSTED' || tx.now >= endsAt) throw new DomainError('publicity.over', {});
  const found = (await sharesRows(tx.sql, tx.streetId, planId)).find(
    ({ homeId, ownerId }) => homeId === home.homeId && ownerId === home.ownerId,
  );
  if (!found) throw new DomainError('publicity.other-version', { no: (await tx.lock(plans, planId))!.no });
  return found;
}

/** A party objects, or the community records what an owner has brought on paper, with the paper. */
export async function recordObjection(
  tx: DeliberationTx,
  input: { id: string; objectionId: string; reason: string; homeId: string | null; documentId: string | null },
  ctx: Ctx,
  rules: RuleBook,
): Promise<ObjectionView> {
  const { publicity, issue } = await lockPublicityWithinReach(tx, input.id, ctx);
  const acting = seatActingFor(issue, ctx.actor, tx.now);
  const known = await tx.lock(objections, input.objectionId);
  if (known) {
    if (known.publicityId !== publicity.id) throw new DomainError('object.not-found', {});
    return objectionView(known, tx.now);
  }
  let home: PlanHomeShareRow | null = null;
  if (input.homeId !== null) {
    if (acting.kind !== 'COMMUNITY') throw new DomainError('seat.not-yours', { seat: labels.seatKind.COMMUNITY });
    if (input.documentId === null) throw new DomainError('objection.paper-needed', {});
    await refuseUnknownFiles(tx, issue.id, [input.documentId]);
    home = (await sharesRows(tx.sql, tx.streetId, publicity.planId)).find(({ homeId }) => homeId === input.homeId) ?? null;
    if (!home) throw new DomainError('object.not-found', {});
  }
  const row = await raise(tx, issue, publicity, { ...input, home, acting: home ? null : acting }, rules);
  return objectionView(row, tx.now);
}

/** What a publicity and its issue need for a step: both locked, the issue first as everywhere; nothing there for who has no seat. */
export async function lockPublicityWithinReach(
  tx: DeliberationTx,
  id: string,
  ctx: Ctx,
): Promise<{ publicity: PublicityRow; issue: IssueRow }> {
  const issueId = await issueOfPublicity(tx, id);
  const issue = await lockIssueWithinReach(tx, issueId, ctx);
  const publicity = await tx.lock(publicities, id);
  if (!publicity) throw new DomainError('object.not-found', {});
  return { publicity, issue };
}

interface Objecting {
  objectionId: string;
  reason: string;
  documentId: string | null;
  home: PlanHomeShareRow | null;
  acting: SeatActing | null;
}

async function raise(
  tx: DeliberationTx,
  issue: IssueRow,
  publicity: PublicityRow,
  { objectionId, reason, documentId, home, acting }: Objecting,
  rules: RuleBook,
): Promise<ObjectionRow> {
  if (publicity.state !== 'POSTED' || tx.now >= publicity.endsAt) throw new DomainError('publicity.over', {});
  nextOfPublicity(publicity.state, 'object');
  refusePrivate(reason);
  const seat = acting?.kind ?? null;
  const isSame = (one: Raised) => (home ? one.homeId === home.homeId : one.seat === seat);
  const open = publicity.raised.find((one) => one.state === 'OPEN' && isSame(one));
  if (open) {
    const { dueAt } = (await tx.lock(objections, open.id))!;
    throw new DomainError('objection.open-already', { due: formatBeijing(dueAt) });
  }
  const clock = startClock(await rules.at(tx.streetId, tx.now), 'OBJECTION_ANSWER', objectionId, tx.now);
  if (!clock) throw new DomainError('time-limits.invalid', { faults: '缺少OBJECTION_ANSWER' });
  tx.arm(clock);
  const about = { issueId: issue.id, planId: publicity.planId };
  const raisedAt = tx.now.toISOString();
  const row = tx.create(
    objections,
    {
      ...{ id: objectionId, publicityId: publicity.id, ...about, by: home ? ('OWNER' as const) : ('SEAT' as const), seat },
      unitId: acting?.seat.unitId ?? null,
      ...{ homeId: home?.homeId ?? null, ownerId: home?.ownerId ?? null, homeLabel: home && homeLabel(home), reason, documentId },
      ...{ state: 'OPEN' as const, raisedAt: tx.now, dueAt: clock.dueAt, answer: null, answeredAt: null },
      concernedUnitIds: publicity.concernedUnitIds,
    },
    [
      fact(publicityEvents.objectionRaised, {
        ...{
          ...about,
          publicityId: publicity.id,
          by: home ? 'OWNER' : 'SEAT',
          chairUnitId: seatOf(issue.seats, 'COMMUNITY').unitId!,
          raisedAt,
        },
        dueAt: clock.dueAt.toISOString(),
      }),
    ],
  );
  const raised: Raised[] = [...publicity.raised, { id: objectionId, ownerId: row.ownerId, homeId: row.homeId, seat, state: 'OPEN' }];
  const objecting = objectingOwners(raised);
  const isNeeded = publicity.assembly === null && needsAssembly(objecting, publicity.affectedOwners);
  const facts: Fact[] = [
    fact(publicityEvents.publicityObjected, { ...about, objectionId, openObjections: openObjections(raised), objectingOwners: objecting }),
    ...(isNeeded
      ? [
          fact(publicityEvents.assemblyNeeded, {
            ...{
              ...about,
              unitIds: issue.concernedUnitIds,
              objectingOwners: objecting,
              affectedOwners: publicity.affectedOwners,
              at: raisedAt,
            },
          }),
        ]
      : []),
  ];
  if (isNeeded) armClock(tx, await rules.at(tx.streetId, tx.now), 'ASSEMBLY_CALL', publicity.id);
  const assembly = isNeeded ? { neededAt: raisedAt, outcome: null, document: null, documentId: null, at: null } : publicity.assembly;
  tx.save(publicities, { ...publicity, raised, assembly }, facts);
  if (issue.state === 'PUBLICITY') await moveIssue(tx, issue, 'object', rules);
  return row;
}
