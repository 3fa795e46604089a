import type { Ctx, HandUpPilot, legs, LegView, TimelineEntry } from '@wufang/contracts';
import { dispatchEvents } from '@wufang/contracts';
import { sql, type Kysely } from 'kysely';
import type { z } from 'zod';
import { workedStates } from '../domain/pressing.js';
import { isToAccept } from '../domain/work-order-states.js';
import type { LegRow } from './legs.schema.js';
import { placeOf } from './page-place.js';
import type { DispatchDb, WorkOrderRow } from './schema.js';

/** A co-unit's leg as people see it. */
export function legView(leg: LegRow, now: Date): LegView {
  return {
    id: leg.id,
    orderId: leg.orderId,
    no: leg.no,
    role: 'CO',
    unitId: leg.unitId,
    leadUnitId: leg.leadUnitId,
    task: leg.task,
    state: leg.state,
    startedAt: leg.startedAt.toISOString(),
    dueAt: leg.dueAt.toISOString(),
    isOverdue: (leg.closedAt ?? now) >= leg.dueAt,
    acceptedAt: leg.acceptedAt?.toISOString() ?? null,
    closedAt: leg.closedAt?.toISOString() ?? null,
    report: leg.report,
    stageReport: leg.stageReport,
    evidence: leg.evidence,
    photoIds: leg.photoIds,
  };
}

/** The legs of an order: the lead's, which is the order itself, and those of co-units that the caller's units owe or are owed. */
export async function legsOf(db: Kysely<DispatchDb>, order: WorkOrderRow, timeline: readonly TimelineEntry[]): Promise<LegView[]> {
  const rows = await db
    .selectFrom('legs')
    .selectAll()
    .where('streetId', '=', order.streetId)
    .where('orderId', '=', order.id)
    .orderBy('startedAt')
    .orderBy('id')
    .execute();
  const now = await nowOf(db);
  return [leadLeg(order, timeline, now), ...rows.map((row) => legView(row, now))];
}

function leadLeg(order: WorkOrderRow, timeline: readonly TimelineEntry[], now: Date): LegView {
  const last = (type: string) => timeline.findLast((entry) => entry.type === type && entry.at >= order.dispatchedAt.toISOString());
  const completed = order.completedAt ? last(dispatchEvents.completed.type) : undefined;
  const closedAt = order.completedAt ?? order.closedAt;
  const { note, photoIds } = (completed?.facts ?? {}) as { note?: string; photoIds?: string[] };
  const acceptedAt = last(dispatchEvents.accepted.type)?.at ?? null;
  // One out of an earlier system is handled without an acceptance that this one saw.
  const isTakenOn = acceptedAt !== null || !isToAccept(order.state);
  return {
    id: order.id,
    orderId: order.id,
    no: order.no,
    role: 'LEAD',
    unitId: order.leadUnitId,
    leadUnitId: order.leadUnitId,
    task: null,
    state: closedAt ? 'RETURNED' : isTakenOn ? 'ACCEPTED' : 'OPEN',
    startedAt: order.dispatchedAt.toISOString(),
    dueAt: order.dueAt.toISOString(),
    isOverdue: order.limitMetAt === null && (closedAt ? closedAt >= order.dueAt : workedStates.includes(order.state) && now >= order.dueAt),
    acceptedAt,
    closedAt: closedAt?.toISOString() ?? null,
    report: completed?.publicText ?? null,
    stageReport: null,
    evidence: note ?? null,
    photoIds: photoIds ?? [],
  };
}

/** Legs, those due first first. A unit sees its own; `open` leaves out what has come back, was waived or ended. */
export async function listLegs(
  db: Kysely<DispatchDb>,
  { open, unitId, limit, after }: z.output<typeof legs.listLegs.input>,
  ctx: Ctx,
): Promise<{ legs: LegView[] }> {
  const mine = ctx.scope === 'street' ? undefined : ctx.actor.unitIds;
  if (mine?.length === 0) return { legs: [] };
  let query = db.selectFrom('legs').selectAll().where('streetId', '=', ctx.streetId).orderBy('dueAt').orderBy('id').limit(limit);
  if (open) query = query.where('isOpen', '=', true);
  if (mine) query = query.where('unitId', 'in', mine);
  if (unitId) query = query.where('unitId', '=', unitId);
  if (after) {
    const [dueAt, id] = placeOf(after);
    query = query.where(sql<boolean>`(due_at, id) > (${dueAt}::timestamptz, ${id}::uuid)`);
  }
  const rows = await query.execute();
  const now = await nowOf(db);
  return { legs: rows.map((row) => legView(row, now)) };
}

/** All pilots of 有事您找我 as they were published. */
export async function listHandUpPilots(
  db: Kysely<DispatchDb>,
  { streetId }: { streetId: string },
): Promise<{ pilots: (HandUpPilot & { version: number })[] }> {
  const rows = await db
    .selectFrom('handUpPilotVersions')
    .select(['pilotVersion', 'pilot'])
    .where('streetId', '=', streetId)
    .orderBy('pilotVersion')
    .execute();
  return { pilots: rows.map(({ pilotVersion, pilot }) => ({ ...pilot, version: pilotVersion })) };
}

async function nowOf(db: Kysely<DispatchDb>): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select app_now() as now`.execute(db);
  return rows[0]!.now;
}
