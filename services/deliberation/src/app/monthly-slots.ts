import { projectEvents } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type DeadlineRow, type FiredStage, type RuleBook } from '@wufang/service';
import type { MonthlySlotRow, ProjectRow } from '../db/community-life.schema.js';
import { lockSlot, monthlySlots } from '../db/projects.store.js';
import type { DeliberationTx } from '../db/schema.js';
import { monthAfter, monthOf, spanOfMonth } from '../domain/month.js';
import { armClock } from './arm-clock.js';

/**
 * Opens a community's slot for its monthly project of active governance (每月主动治理项目, S2): a clock that lasts the month reminds when it is empty.
 * What is open already stays.
 */
export async function openSlot(tx: DeliberationTx, communityId: string, month: string, rules: RuleBook): Promise<MonthlySlotRow> {
  const { id, row } = await lockSlot(tx, communityId, month);
  if (row) return row;
  const { from, to } = spanOfMonth(month);
  const startedAt = from > tx.now ? from : tx.now;
  const slot = tx.create(monthlySlots, { id, communityId, month, projectId: null, dueAt: to, isMissed: false }, [
    fact(projectEvents.slotOpened, { communityId, month, dueAt: to.toISOString() }),
  ]);
  armClock(tx, await rules.at(tx.streetId, tx.now), 'MONTHLY_PROJECT', id, { startedAt, dueAt: to });
  return slot;
}

/**
 * The project of a month is withdrawn: while the month is not over another has to be settled on, and its clock runs again with the reminders that are still
 * to come. A month that is over keeps what was settled on in it: nobody could make up for it, and what was told is not untold.
 */
export async function emptySlot(
  tx: DeliberationTx,
  { id: projectId, communityId, month }: Pick<ProjectRow, 'id' | 'communityId' | 'month'>,
  rules: RuleBook,
): Promise<void> {
  if (month === null) return;
  const { row } = await lockSlot(tx, communityId, month);
  if (row?.projectId !== projectId || row.dueAt <= tx.now) return;
  const { from } = spanOfMonth(month);
  tx.save(monthlySlots, { ...row, projectId: null }, [
    fact(projectEvents.slotReleased, { communityId, month, projectId, dueAt: row.dueAt.toISOString() }),
  ]);
  armClock(tx, await rules.at(tx.streetId, tx.now), 'MONTHLY_PROJECT', row.id, { startedAt: from, dueAt: row.dueAt });
}

/** The project of a month is settled on: its clock stops and the next month's slot opens, whose clock starts with that month. */
export async function fillSlot(
  tx: DeliberationTx,
  { communityId, month, projectId }: { communityId: string; month: string; projectId: string },
  rules: RuleBook,
): Promise<void> {
  const months = [monthOf(tx.now), monthAfter(monthOf(tx.now))];
  if (!months.includes(month)) throw new DomainError('project.month-closed', { months: months.join('、') });
  const slot = await openSlot(tx, communityId, month, rules);
  if (slot.projectId !== null) throw new DomainError('project.month-taken', { month });
  tx.stop(slot.id, 'all');
  tx.save(monthlySlots, { ...slot, projectId }, [fact(projectEvents.slotFilled, { communityId, month, projectId })]);
  await openSlot(tx, communityId, monthAfter(month), rules);
}

/** The month runs and no project is settled on: reminders; at its end the slot is missed and the next one opens. */
export async function recordFiredSlot(
  tx: DeliberationTx,
  slot: MonthlySlotRow,
  clock: DeadlineRow,
  fired: FiredStage,
  rules: RuleBook,
): Promise<void> {
  const { communityId, month } = slot;
  const isMissed = slot.isMissed || fired.kind === 'breach';
  tx.save(monthlySlots, { ...slot, isMissed }, [
    fact(projectEvents.slotClockFired, {
      ...{ communityId, month, stage: fired.stage, kind: fired.kind, tell: fired.tell, dueAt: clock.dueAt.toISOString() },
    }),
  ]);
  if (isMissed) await openSlot(tx, communityId, monthAfter(month), rules);
}
