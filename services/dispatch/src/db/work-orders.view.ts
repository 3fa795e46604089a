import {
  dispatchEvents,
  isOfUnit,
  type Actor,
  type ClockView,
  type Ctx,
  type DeadlineCode,
  type dispatch,
  type TimelineEntry,
  type WorkOrderView,
} from '@wufang/contracts';
import { clockDurations, DomainError, isOverdue } from '@wufang/kernel';
import type { EventRow } from '@wufang/service';
import { sql, type Kysely } from 'kysely';
import type { z } from 'zod';
import { handlingCodes } from '../domain/duties.js';
import { mustHandUp } from '../domain/hand-up.js';
import { openPause, pauseToReview } from '../domain/more-time.js';
import { isQuickFix } from '../domain/quick-fix.js';
import { mayCloseUnsolved } from '../domain/problem-order.js';
import { disputesOf } from './disputes.view.js';
import { legsOf } from './legs.view.js';
import { placeOf } from './page-place.js';
import type { DispatchDb, WorkOrderRow } from './schema.js';

/** An order as people and neighbours see it. */
export function toView(order: WorkOrderRow): WorkOrderView {
  return {
    id: order.id,
    demandId: order.demandId,
    no: order.no,
    state: order.state,
    closeBasis: order.closeBasis,
    demandType: order.demandType,
    category: order.category,
    level: order.level,
    title: order.title,
    place: order.place,
    leadUnitId: order.leadUnitId,
    coUnitIds: order.coUnitIds,
    decision: order.decision,
    receivedAt: order.receivedAt.toISOString(),
    dispatchedAt: order.dispatchedAt.toISOString(),
    dueAt: order.dueAt.toISOString(),
    limitMetAt: order.limitMetAt?.toISOString() ?? null,
    firstDueAt: order.firstDueAt?.toISOString() ?? null,
    pausedSince: openPause(order)?.from ?? null,
    pauseToReview: pauseToReview(order) !== undefined,
    openRequest: order.openRequest,
    askedTransfer: order.askedTransfer,
    escalation: order.escalations.at(-1) ?? null,
    completedAt: order.completedAt?.toISOString() ?? null,
    closedAt: order.closedAt?.toISOString() ?? null,
    reworks: order.reworks,
    isProblemOrder: order.isProblemOrder,
    mayCloseUnsolved: mayCloseUnsolved(order),
    isHard: order.isHard,
    gridCheck: order.gridCheck,
    aboutUnitId: order.aboutUnitId,
    openDisputeId: order.openDisputeId,
    openLegs: order.openLegIds.length,
    openWhistles: order.openWhistleIds.length,
    contactUnitId: order.contactUnitId,
    handUpStep: order.handUpStep,
    mustHandUp: mustHandUp(order),
    isQuickFix: isQuickFix(order),
    version: order.version,
  };
}

/** Orders within the caller's reach, those due first first. Reach is kept by row-level security. */
export async function listWorkOrders(
  db: Kysely<DispatchDb>,
  input: z.output<typeof dispatch.listWorkOrders.input>,
  ctx: Ctx,
): Promise<{ workOrders: WorkOrderView[] }> {
  let query = db
    .selectFrom('workOrders')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .orderBy('dueAt')
    .orderBy('id')
    .limit(input.limit);
  if (input.state) query = query.where('state', '=', input.state);
  if (input.open !== undefined) query = query.where('isOpen', '=', input.open);
  if (input.request) query = query.where('openRequest', '=', input.request);
  if (input.escalated) query = query.where(sql<boolean>`escalations -> -1 ->> 'outcome' = 'OPEN'`);
  if (input.no) query = query.where('no', '=', input.no);
  if (input.unitId) query = query.where(sql<boolean>`${input.unitId}::uuid = any(concerned_unit_ids)`);
  if (input.after) {
    const [dueAt, id] = placeOf(input.after);
    query = query.where(sql<boolean>`(due_at, id) > (${dueAt}::timestamptz, ${id}::uuid)`);
  }
  return { workOrders: (await query.execute()).map(toView) };
}

/** All clocks a subject has had, in the order in which they started; that of a limit that was met before it passed (`meetsLimit`) is not late. */
export async function clocksOf(db: Kysely<DispatchDb>, subjectId: string, ctx: Ctx, limitMetAt: Date | null = null): Promise<ClockView[]> {
  const clocks = await db
    .selectFrom('deadlines')
    .selectAll()
    .select(sql<Date>`app_now()`.as('now'))
    .where('streetId', '=', ctx.streetId)
    .where('subjectId', '=', subjectId)
    .orderBy('startedAt')
    .orderBy('dueAt')
    .execute();
  return clocks.map((clock) => ({
    code: clock.code,
    startedAt: clock.startedAt.toISOString(),
    dueAt: clock.dueAt.toISOString(),
    state: clock.state,
    stoppedAt: clock.stoppedAt?.toISOString() ?? null,
    ...clockDurations(clock, clock.now),
    isOverdue: isOverdue(clock, clock.now) && (limitMetAt === null || !handlingCodes.includes(clock.code as DeadlineCode)),
    isProvisional: clock.provisional,
    policyVersion: clock.policyVersion,
    calendarVersion: clock.calendarVersion,
  }));
}

/** One order with all its clocks, its legs, what was objected to, and everything that happened. */
export async function getWorkOrder(
  db: Kysely<DispatchDb>,
  { id }: { id: string },
  ctx: Ctx,
): Promise<z.output<typeof dispatch.getWorkOrder.output>> {
  const order = await db.selectFrom('workOrders').selectAll().where('streetId', '=', ctx.streetId).where('id', '=', id).executeTakeFirst();
  if (!order) throw new DomainError('object.not-found', {});
  const events = await db
    .selectFrom('events')
    .leftJoin('orderNotes', (join) =>
      join
        .onRef('orderNotes.streetId', '=', 'events.streetId')
        .onRef('orderNotes.orderId', '=', 'events.aggregateId')
        .onRef('orderNotes.version', '=', 'events.version'),
    )
    .select(['events.type', 'events.recordedAt', 'events.actor', 'events.payload', 'orderNotes.note', 'orderNotes.photoIds'])
    .where('events.streetId', '=', ctx.streetId)
    .where('events.aggregateId', '=', id)
    .orderBy('events.version')
    .execute();
  const unseen = await db
    .selectFrom('unseenPhotos')
    .select('photoId')
    .where('streetId', '=', ctx.streetId)
    .where('orderId', '=', id)
    .execute();
  const unseenIds = unseen.map(({ photoId }) => photoId);
  const timeline = withoutWhoComplains(events, order.aboutUnitId, ctx.actor).map((event) => timelineEntry(event, unseenIds));
  return {
    ...toView(order),
    legs: await legsOf(db, order, timeline),
    disputes: await disputesOf(db, ctx.streetId, id),
    timeline,
    clocks: await clocksOf(db, id, ctx, order.limitMetAt),
    earlierOrder: await earlierOrderOf(db, events[0]?.payload, ctx),
  };
}

/**
 * Of the reason for which a unit was named as the one complained about that unit reads nothing: it may tell who complains. What was written before stands beside the
 * last fact of the step instead of its first.
 */
function withoutWhoComplains<E extends Pick<EventRow, 'type' | 'payload' | 'recordedAt'> & { note: string | null }>(
  events: readonly E[],
  aboutUnitId: string | null,
  actor: Actor,
): E[] {
  const namings = events.filter(({ type }) => type === dispatchEvents.complainedAboutNamed.type);
  const named = namings.map(({ payload }) => (payload as { aboutUnitId: string | null }).aboutUnitId);
  if (![aboutUnitId, ...named].some((unitId) => isOfUnit(actor, unitId))) return [...events];
  const at = new Set(namings.map(({ recordedAt }) => recordedAt.getTime()));
  return events.map((event) => (at.has(event.recordedAt.getTime()) ? { ...event, note: null } : event));
}

/** The order of the demand that this one's demand says it goes on from, where the caller may see it. */
async function earlierOrderOf(db: Kysely<DispatchDb>, dispatched: unknown, ctx: Ctx) {
  const { earlierDemandId } = (dispatched ?? {}) as { earlierDemandId?: string | null };
  if (!earlierDemandId) return null;
  const earlier = await db
    .selectFrom('workOrders')
    .select(['id', 'no', 'state'])
    .where('streetId', '=', ctx.streetId)
    .where('demandId', '=', earlierDemandId)
    .where('parentOrderId', 'is', null)
    .executeTakeFirst();
  return earlier ?? null;
}

/** What happened, with what the unit wrote beside it; of its photos those that intake has not told of are named. */
function timelineEntry(
  {
    type,
    recordedAt,
    actor,
    payload,
    note,
    photoIds,
  }: Pick<EventRow, 'type' | 'recordedAt' | 'actor' | 'payload'> & { note: string | null; photoIds: string[] | null },
  unseenIds: readonly string[],
): TimelineEntry {
  const photosUnseen = photoIds?.filter((id) => unseenIds.includes(id)) ?? [];
  const { publicText, ...facts } = payload as Record<string, unknown>;
  const { accountId, unitIds } = actor as Ctx['actor'];
  return {
    at: recordedAt.toISOString(),
    type,
    actor: accountId,
    unitId: unitIds[0] ?? null,
    publicText: typeof publicText === 'string' ? publicText : null,
    facts: { ...facts, ...(note && { note }), ...(photoIds?.length && { photoIds }), ...(photosUnseen.length > 0 && { photosUnseen }) },
  };
}
