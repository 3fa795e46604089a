import type { Ctx, RainView, WatchCheck, watching as operations } from '@wufang/contracts';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { DispatchDb } from './schema.js';
import type { RainRow, WatchCheckRow } from './watching.schema.js';

/** A look again as people see it. */
export function toWatchCheck(check: WatchCheckRow): WatchCheck {
  return {
    id: check.id,
    orderId: check.orderId,
    no: check.no,
    kind: check.kind,
    state: check.state,
    category: check.category,
    place: check.place,
    unitId: check.unitId,
    openFrom: check.openFrom?.toISOString() ?? null,
    dueAt: check.dueAt?.toISOString() ?? null,
    note: check.note,
    photoIds: check.photoIds,
    checkedAt: check.checkedAt?.toISOString() ?? null,
    childOrderId: check.childOrderId,
    version: check.version,
  };
}

/** Looks within the caller's reach, those due first first; what waits for rain comes last. */
export async function listWatchChecks(
  db: Kysely<DispatchDb>,
  input: z.output<typeof operations.listWatchChecks.input>,
  ctx: Ctx,
): Promise<{ checks: WatchCheck[] }> {
  let query = db.selectFrom('watchChecks').selectAll().where('streetId', '=', ctx.streetId);
  if (input.orderId) query = query.where('orderId', '=', input.orderId);
  if (input.state) query = query.where('state', '=', input.state);
  const rows = await query.orderBy('dueAt').orderBy('id').limit(input.limit).execute();
  return { checks: rows.map(toWatchCheck) };
}

export function toRainView(rain: RainRow | undefined): RainView {
  return {
    isOn: rain?.isOn ?? false,
    since: rain?.since?.toISOString() ?? null,
    until: rain?.until?.toISOString() ?? null,
    version: rain?.version ?? 0,
  };
}

export async function getRain(db: Kysely<DispatchDb>, ctx: Ctx): Promise<RainView> {
  return toRainView(await db.selectFrom('rains').selectAll().where('streetId', '=', ctx.streetId).executeTakeFirst());
}
