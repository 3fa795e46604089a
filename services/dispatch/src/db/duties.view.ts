import type { Ctx, Duty, DutyPlan, watching as operations } from '@wufang/contracts';
import { sql, type Kysely } from 'kysely';
import type { z } from 'zod';
import type { DispatchDb } from './schema.js';
import type { DutyPlanRow, DutyRow } from './watching.schema.js';

type Db = Kysely<DispatchDb>;

export function toDutyPlan(plan: DutyPlanRow): DutyPlan {
  return {
    id: plan.id,
    kind: plan.kind,
    title: plan.title,
    unitId: plan.unitId,
    point: plan.point,
    rule: plan.rule,
    rota: plan.rota,
    seat: plan.seat,
    from: plan.fromOn,
    until: plan.untilOn,
    isActive: plan.isActive,
    nextOn: plan.nextOn,
    orderId: plan.orderId,
    version: plan.version,
  };
}

export function toDuty(duty: DutyRow): Duty {
  return {
    id: duty.id,
    planId: duty.planId,
    kind: duty.kind,
    title: duty.title,
    unitId: duty.unitId,
    point: duty.point,
    onDuty: duty.onDuty,
    seat: duty.seat,
    turns: duty.turns,
    on: duty.onDate,
    startsAt: duty.startsAt.toISOString(),
    dueAt: duty.dueAt.toISOString(),
    state: duty.state,
    note: duty.note,
    doneAt: duty.doneAt?.toISOString() ?? null,
    orderId: duty.orderId,
    version: duty.version,
  };
}

/** Plans within the caller's reach. Reach is kept by row-level security. */
export async function listDutyPlans(
  db: Db,
  { unitId, orderId }: { unitId?: string | undefined; orderId?: string | undefined },
  ctx: Ctx,
): Promise<{ plans: DutyPlan[] }> {
  let query = db.selectFrom('dutyPlans').selectAll().where('streetId', '=', ctx.streetId);
  if (unitId) query = query.where('unitId', '=', unitId);
  if (orderId) query = query.where('orderId', '=', orderId);
  return { plans: (await query.orderBy('unitId').orderBy('title').orderBy('id').execute()).map(toDutyPlan) };
}

/** Duties, those due first first; with `at`, whoever is on duty then. */
export async function listDuties(db: Db, input: z.output<typeof operations.listDuties.input>, ctx: Ctx): Promise<{ duties: Duty[] }> {
  let query = db.selectFrom('duties').selectAll().where('streetId', '=', ctx.streetId);
  if (input.unitId) query = query.where('unitId', '=', input.unitId);
  if (input.planId) query = query.where('planId', '=', input.planId);
  if (input.state) query = query.where('state', '=', input.state);
  if (input.at) query = query.where(sql<boolean>`starts_at <= ${input.at}::timestamptz and due_at > ${input.at}::timestamptz`);
  return { duties: (await query.orderBy('dueAt').orderBy('id').limit(input.limit).execute()).map(toDuty) };
}
