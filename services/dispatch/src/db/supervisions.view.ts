import type { Ctx, OrderHands, supervision, SupervisionView } from '@wufang/contracts';
import { beijingDate, DomainError } from '@wufang/kernel';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { leaderInCharge } from '../domain/charges.js';
import { livelihoodCode } from '../domain/livelihood-code.js';
import { cadreOnTurn } from '../domain/rotations.js';
import { isBeingWorkedOn } from '../domain/work-order-states.js';
import { databaseNow } from './directories.view.js';
import { listToday } from './street-lists.view.js';
import type { DispatchDb } from './schema.js';
import type { SupervisionRow } from './supervision.schema.js';

export function supervisionView(row: SupervisionRow): SupervisionView {
  const { id, orderId, no, leadUnitId, state, trigger, demand, issuedBy, reply, version } = row;
  return {
    ...{ id, orderId, no, leadUnitId, state, trigger, demand, issuedBy, reply, version },
    issuedAt: row.issuedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    repliedAt: row.repliedAt?.toISOString() ?? null,
    isRepliedInTime: row.repliedAt === null ? null : row.repliedAt <= row.dueAt,
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}

/** Supervisions within the caller's reach, those due first first. Reach is kept by row-level security. */
export async function listSupervisions(
  db: Kysely<DispatchDb>,
  input: z.output<typeof supervision.listSupervisions.input>,
  ctx: Ctx,
): Promise<{ supervisions: SupervisionView[] }> {
  let query = db
    .selectFrom('supervisions')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .orderBy('dueAt')
    .orderBy('id')
    .limit(input.limit);
  if (input.state) query = query.where('state', '=', input.state);
  if (input.orderId) query = query.where('orderId', '=', input.orderId);
  return { supervisions: (await query.execute()).map(supervisionView) };
}

const running = ['OWED', 'REPLIED'] as const;

/** Who does what on an order (一核多元). What a unit may not see of it, such as whistles for others, is not in its answer. */
export async function getHands(db: Kysely<DispatchDb>, { id }: { id: string }, ctx: Ctx): Promise<OrderHands> {
  const order = await db
    .selectFrom('workOrders')
    .select(['leadUnitId', 'coUnitIds', 'sectionChief', 'claimedByUnitId', 'urges', 'place', 'category', 'level', 'aboutUnitId', 'state'])
    .where('streetId', '=', ctx.streetId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!order) throw new DomainError('object.not-found', {});
  const supervisors = await db
    .selectFrom('supervisions')
    .select('issuedBy')
    .where('streetId', '=', ctx.streetId)
    .where('orderId', '=', id)
    .where('state', 'in', running)
    .execute();
  const whistled = await db
    .selectFrom('whistles')
    .select('summonedUnitIds')
    .where('streetId', '=', ctx.streetId)
    .where('orderId', '=', id)
    .where('state', '=', 'SOUNDED')
    .execute();
  const communities =
    order.coUnitIds.length === 0
      ? []
      : await db
          .selectFrom('units')
          .select('id')
          .where('streetId', '=', ctx.streetId)
          .where('id', 'in', order.coUnitIds)
          .where('kind', 'in', ['COMMUNITY', 'VILLAGE'])
          .execute();
  const { place, category, level, aboutUnitId, state, ...hands } = order;
  const community = place.communityId === null ? null : await unitName(db, place.communityId, ctx);
  const rotation = isBeingWorkedOn(state) ? await listToday(db, 'rotation', ctx) : null;
  return {
    orderId: id,
    ...hands,
    inCharge: leaderInCharge(await listToday(db, 'charge', ctx), { leadUnitId: hands.leadUnitId, place }),
    code: livelihoodCode(await listToday(db, 'code', ctx), { category, level, community }),
    suggested: cadreOnTurn(rotation, { category, aboutUnitId }, beijingDate(await databaseNow(db))),
    // What urgings have put under supervision nobody supervises by name.
    supervisors: [...new Set(supervisors.map(({ issuedBy }) => issuedBy))].filter((by) => by !== 'system'),
    assistingCommunityIds: communities.map((unit) => unit.id),
    whistledUnitIds: [...new Set(whistled.flatMap(({ summonedUnitIds }) => summonedUnitIds))],
  };
}

async function unitName(db: Kysely<DispatchDb>, id: string, { streetId }: Ctx): Promise<string | null> {
  const unit = await db.selectFrom('units').select('name').where('streetId', '=', streetId).where('id', '=', id).executeTakeFirst();
  return unit?.name ?? null;
}

/** Supervisions under way of orders that are closed, of all streets. */
export async function leftUnderWay(db: Kysely<DispatchDb>): Promise<{ streetId: string; id: string; orderId: string }[]> {
  return db
    .selectFrom('supervisions as s')
    .innerJoin('workOrders as o', (join) => join.onRef('o.streetId', '=', 's.streetId').onRef('o.id', '=', 's.orderId'))
    .select(['s.streetId', 's.id', 's.orderId'])
    .where('s.state', 'in', ['OWED', 'REPLIED'])
    .where('o.isOpen', '=', false)
    .orderBy('s.streetId')
    .orderBy('s.id')
    .execute();
}
