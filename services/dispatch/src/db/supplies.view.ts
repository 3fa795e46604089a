import type { Ctx, IncidentSupplies } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { sql, type Kysely } from 'kysely';
import { balances } from '../domain/supplies.js';
import type { DispatchDb } from './schema.js';

/** What was handed out for an incident and what came back; a community sees what it moved itself and what went to its own homes. */
export async function listSupplies(db: Kysely<DispatchDb>, { id }: { id: string }, ctx: Ctx): Promise<IncidentSupplies> {
  const incident = await db
    .selectFrom('incidents')
    .select('id')
    .where('streetId', '=', ctx.streetId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!incident) throw new DomainError('object.not-found', {});
  let query = db
    .selectFrom('incidentSupplies as s')
    .leftJoin('incidentHomes as h', (join) =>
      join.onRef('h.streetId', '=', 's.streetId').onRef('h.incidentId', '=', 's.incidentId').onRef('h.homeId', '=', 's.homeId'),
    )
    .leftJoin('estates as e', (join) => join.onRef('e.streetId', '=', 'h.streetId').onRef('e.id', '=', 'h.estateId'))
    .select(['s.id', 's.item', 's.move', 's.count', 's.homeId', 's.note', 's.at', 's.unitId'])
    .where('s.streetId', '=', ctx.streetId)
    .where('s.incidentId', '=', id);
  if (ctx.scope !== 'street') {
    const mine = ctx.actor.unitIds;
    query = query.where(sql<boolean>`(s.unit_id = any(${mine}::uuid[]) or e.community_id = any(${mine}::uuid[]))`);
  }
  const rows = await query.orderBy('s.at').orderBy('s.id').execute();
  return { items: balances(rows), moves: rows.map((row) => ({ ...row, at: row.at.toISOString() })) };
}
