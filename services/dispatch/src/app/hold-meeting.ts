import { supervisionEvents, type AgendaItem, type AssignedTaskView, type Ctx, type SchedulingMeetingView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import { taskView } from '../db/assigned-tasks.view.js';
import { meetingView } from '../db/scheduling-meetings.view.js';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import type { SchedulingMeetingRow } from '../db/supervision.schema.js';
import { DRAWN, openMeetingTasks, pressingOrders, schedulingMeetings, unplannedOrders } from '../db/supervisions.store.js';
import { colourOf } from '../domain/pressing.js';
import { entrustTask } from './entrust-task.js';

/**
 * The scheduling meeting begins (调度会): its agenda is what is red or yellow at this moment, and stays as it was drawn; what earlier meetings have
 * asked for and is not done comes up again, and of how many orders nobody has said what will be done stands beside.
 */
export async function drawMeeting(
  tx: DispatchTx,
  {
    unitId,
    unitIds = [],
    communityIds = [],
  }: { unitId?: string | undefined; unitIds?: string[] | undefined; communityIds?: string[] | undefined },
  streets: StreetBook,
): Promise<SchedulingMeetingView> {
  const { units } = await streets.at(tx.streetId);
  const leading = [...new Set(unitId === undefined ? unitIds : [unitId, ...unitIds])];
  for (const unit of [...leading, ...communityIds]) if (!units.has(unit)) throw new DomainError('unit.unknown', { unit });
  const scope = leading.length + communityIds.length > 0 ? { unitIds: leading, communityIds: [...new Set(communityIds)] } : null;
  const key = scope === null ? '*' : JSON.stringify(scope);
  const orders = (await tx.load(pressingOrders, key)) ?? [];
  const unplanned = (await tx.load(unplannedOrders, key)) ?? 0;
  const followedTaskIds = (await tx.load(openMeetingTasks, '*')) ?? [];
  const coloured = orders.map(({ id, state, stages, dueAt, limitMetAt, ...rest }): AgendaItem[] => {
    const colour = colourOf({ state, dueAt, limitMetAt }, stages, tx.now);
    return colour === null ? [] : [{ ...rest, orderId: id, colour, dueAt: dueAt.toISOString() }];
  });
  const agenda = coloured.slice(0, DRAWN).flat();
  const isCut = coloured.slice(DRAWN).flat().length > 0;
  const idsOf = (wanted: AgendaItem['colour']) => agenda.filter(({ colour }) => colour === wanted).map(({ orderId }) => orderId);
  const row = tx.create(
    schedulingMeetings,
    {
      id: tx.newId(),
      state: 'CONVENED',
      drawnAt: tx.now,
      agenda,
      scope,
      isCut,
      unplanned,
      followedTaskIds,
      taskIds: [],
      adjournedAt: null,
    },
    [
      fact(supervisionEvents.meetingDrawn, {
        ...{ red: idsOf('RED'), yellow: idsOf('YELLOW'), ...(scope && { scope }), followedTaskIds, drawnAt: tx.now.toISOString() },
      }),
    ],
  );
  return meetingView(row);
}

/** The meeting decides: a unit has something to do, by when, and shows that it is done. */
export async function decideAtMeeting(
  tx: DispatchTx,
  input: { id: string; orderId?: string | undefined; unitId: string; text: string; dueAt?: string | undefined },
  ctx: Ctx,
  rules: RuleBook,
  streets: StreetBook,
): Promise<AssignedTaskView> {
  const meeting = await lockConvened(tx, input.id);
  const orderId = input.orderId ?? null;
  if (orderId !== null && !meeting.agenda.some((item) => item.orderId === orderId)) throw new DomainError('meeting.not-on-agenda', {});
  const { unitId, text, dueAt } = input;
  if (!(await streets.at(tx.streetId)).units.has(unitId)) throw new DomainError('unit.unknown', { unit: unitId });
  const limits = await rules.at(tx.streetId, tx.now);
  const entrustedBy = ctx.actor.accountId;
  const task = await entrustTask(tx, { source: 'MEETING', sourceId: meeting.id, orderId, unitId, text, dueAt, entrustedBy }, limits);
  tx.save(schedulingMeetings, { ...meeting, taskIds: [...meeting.taskIds, task.id] }, [
    fact(supervisionEvents.meetingDecided, { taskId: task.id, orderId, unitId, decidedAt: tx.now.toISOString() }),
  ]);
  return taskView(task, tx.now);
}

export async function adjournMeeting(tx: DispatchTx, { id }: { id: string }): Promise<SchedulingMeetingView> {
  const meeting = await lockConvened(tx, id);
  const next = { ...meeting, state: 'ADJOURNED' as const, adjournedAt: tx.now };
  return meetingView(tx.save(schedulingMeetings, next, [fact(supervisionEvents.meetingAdjourned, { adjournedAt: tx.now.toISOString() })]));
}

async function lockConvened(tx: DispatchTx, id: string): Promise<SchedulingMeetingRow> {
  const meeting = await tx.lock(schedulingMeetings, id);
  if (!meeting) throw new DomainError('object.not-found', {});
  if (meeting.state !== 'CONVENED') throw new DomainError('meeting.ended', {});
  return meeting;
}
