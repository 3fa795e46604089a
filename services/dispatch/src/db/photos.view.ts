import type { Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { Kysely } from 'kysely';
import type { DispatchDb } from './schema.js';

interface Asked {
  id: string;
  photoId: string;
}

/** A photo of who was summoned. Reach is kept by row-level security: a unit sees its own, the street all. */
export async function getWhistlePhoto(db: Kysely<DispatchDb>, { id, photoId }: Asked, ctx: Ctx) {
  const row = await db
    .selectFrom('keptPhotos as p')
    .innerJoin('summonses as s', (join) => join.onRef('s.streetId', '=', 'p.streetId').onRef('s.id', '=', 'p.subjectId'))
    .select('p.data')
    .where('p.streetId', '=', ctx.streetId)
    .where('s.whistleId', '=', id)
    .where('p.id', '=', photoId)
    .executeTakeFirst();
  return fileOf(row);
}

/** A photo of a citizen supervisor, for who sees the order. */
export async function getSupervisorPhoto(db: Kysely<DispatchDb>, { id, photoId }: Asked, ctx: Ctx) {
  const row = await db
    .selectFrom('keptPhotos as p')
    .innerJoin('workOrders as o', (join) => join.onRef('o.streetId', '=', 'p.streetId').onRef('o.id', '=', 'p.subjectId'))
    .select('p.data')
    .where('p.streetId', '=', ctx.streetId)
    .where('o.id', '=', id)
    .where('p.id', '=', photoId)
    .executeTakeFirst();
  return fileOf(row);
}

/** A photo as it is handed out; one that is not there, or not for the caller, is not found. */
export function fileOf(row: { data: Buffer } | undefined) {
  if (!row) throw new DomainError('object.not-found', {});
  return { contentType: 'image/jpeg' as const, data: row.data.toString('base64') };
}
