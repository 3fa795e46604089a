import { labels, worksEvents, type Ctx, type WorksView, type works as operations } from '@wufang/contracts';
import { DomainError, formatBeijing } from '@wufang/kernel';
import { fact, type DeadlineRow, type FiredStage, type RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { issues } from '../db/issues.store.js';
import type { DeliberationTx } from '../db/schema.js';
import type { WorksRow } from '../db/works.schema.js';
import { lockWorks, lockWorksWithinReach, worksWaitingForRain } from '../db/works.store.js';
import { worksView } from '../db/works.view.js';
import { leadOf } from '../domain/plan-states.js';
import { refusePrivate } from '../domain/public-text.js';
import { seatActingFor, seatOf } from '../domain/seats.js';
import { afterLook, afterRain, firstHeatingAfter, holdsFrom, isMending, lookCode, looksOf, pending } from '../domain/works-looks.js';
import { armClock, startLater } from './arm-clock.js';
import { refuseUnknownFiles } from './known-files.js';
import { aboutWorks, saved, tellClock } from './make-works.js';

/** Accepted works are looked at again: the clock of the thirty days starts, that of the first heating with the heating, and the look at the first rain waits for it. */
export async function askLooks(tx: DeliberationTx, row: WorksRow, rules: RuleBook): Promise<WorksRow> {
  const limits = await rules.at(tx.streetId, tx.now);
  const { dueAt: T30 } = armClock(tx, limits, 'WATCH_T30', row.id);
  const { dueAt: HEATING } = startLater(tx, limits, 'WATCH_HEATING', row.id, firstHeatingAfter(tx.now));
  const looks = looksOf({ T30, HEATING });
  return saved(tx, { ...row, looks }, fact(worksEvents.looksAsked, { ...aboutWorks(row), looks }));
}

/** Dispatch has declared rain: every works that waits for the first one is to be looked at. */
export async function lookInRain(tx: DeliberationTx, rules: RuleBook): Promise<void> {
  const limits = await rules.at(tx.streetId, tx.now);
  for (const id of await worksWaitingForRain(tx)) {
    const { row } = await lockWorks(tx, id);
    if (!row.looks.some(({ state }) => state === 'WAITING')) continue;
    const { dueAt } = armClock(tx, limits, 'WATCH_RAIN', id);
    const looks = afterRain(row.looks, dueAt)!;
    saved(tx, { ...row, looks }, fact(worksEvents.rainCame, { ...aboutWorks(row), dueAt: dueAt.toISOString() }));
  }
}

/**
 * A seat looks again (回看). Who led the works does not look at its own, unless it is the community, which chairs. What does not hold is mended in time
 * (RECTIFY) and looked at once more.
 */
export async function lookAgain(
  tx: DeliberationTx,
  input: z.output<(typeof operations)['lookAgain']['input']>,
  ctx: Ctx,
  rules: RuleBook,
): Promise<WorksView> {
  const limits = await rules.at(tx.streetId, tx.now);
  const { row, issue } = await lockWorksWithinReach(tx, input.id, ctx);
  const { kind: seat } = seatActingFor(issue, ctx.actor, tx.now);
  const lead = leadOf(issue);
  if (seat === lead && seat !== 'COMMUNITY') throw new DomainError('seat.not-yours', { seat: labels.seatKind.COMMUNITY });
  const { kind, isPassed, note, photoIds } = input;
  const asked = pending(row.looks, kind);
  if (!asked) throw new DomainError('works.look-none', { kind: labels.worksLookKind[kind] });
  const from = holdsFrom(asked, row.looks);
  if (isPassed && (from === null || from > tx.now))
    throw new DomainError('check.too-early', { from: from === null ? '降雨' : formatBeijing(from).slice(0, 16) });
  refusePrivate(note);
  await refuseUnknownFiles(tx, issue.id, photoIds);
  const about = aboutWorks(row);
  tx.stop(row.id, isPassed ? [lookCode[kind]] : [lookCode[kind], 'RECTIFY']);
  const mendBy = isPassed ? null : armClock(tx, limits, 'RECTIFY', row.id).dueAt;
  const { looks, look } = afterLook(row.looks, asked, { isPassed, note, photoIds, seat, at: tx.now }, mendBy);
  // What another look has found may still have to be mended.
  const rectifyDueAt = mendBy ?? (isMending(looks) ? row.rectifyDueAt : null);
  if (rectifyDueAt === null) tx.stop(row.id, ['RECTIFY']);
  const leadUnitId = seatOf(issue.seats, lead).unitId!;
  const told = fact(worksEvents.looked, { ...about, look });
  const failed = mendBy === null ? [] : [fact(worksEvents.lookFailed, { ...about, kind, leadUnitId, dueAt: mendBy.toISOString() })];
  return worksView(saved(tx, { ...row, looks, rectifyDueAt }, told, ...failed));
}

/**
 * A look is due, or has not been taken: the community is reminded, which looks or sees that somebody does. The clock of the heating starts with the season:
 * the first that it says is that the heating is on, to everybody at the table, as they hear of the first rain.
 */
export async function recordFiredLook(tx: DeliberationTx, row: WorksRow, clock: DeadlineRow, fired: FiredStage): Promise<void> {
  if (clock.code === lookCode.HEATING && fired.kind === 'warning' && fired.stage === fired.skipped) {
    saved(tx, row, fact(worksEvents.heatingCame, { ...aboutWorks(row), dueAt: clock.dueAt.toISOString() }));
    return;
  }
  const issue = (await tx.lock(issues, row.issueId))!;
  tellClock(tx, row, seatOf(issue.seats, 'COMMUNITY').unitId!, clock, fired);
}
