import { exposurePlaceText, exposureShownDays, type Ctx, type exposures as operations, type ExposureView } from '@wufang/contracts';
import { sql, type Kysely } from 'kysely';
import type { z } from 'zod';
import type { ExposureRow } from './exposures.schema.js';
import { fileOf } from './photos.view.js';
import type { DispatchDb } from './schema.js';

type Db = Kysely<DispatchDb>;
type Input<K extends keyof typeof operations> = z.output<(typeof operations)[K]['input']>;
type Output<K extends keyof typeof operations> = z.output<(typeof operations)[K]['output']>;

export function toExposure(row: ExposureRow, { actor }: Ctx): ExposureView {
  return {
    id: row.id,
    state: row.state,
    place: row.place,
    placeText: exposurePlaceText(row.place),
    problem: row.problem,
    photoIds: row.photoIds,
    unitId: row.unitId,
    proposedAt: row.proposedAt.toISOString(),
    isMine: row.proposedBy === actor.accountId,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    fixedAt: row.fixedAt?.toISOString() ?? null,
    result: row.result,
    reason: row.reason,
    version: row.version,
  };
}

/** Entries of the board and those that wait for approval, the newest first. Reach is kept by row-level security. */
export async function listExposures(db: Db, { state, limit }: Input<'listExposures'>, ctx: Ctx): Promise<Output<'listExposures'>> {
  let query = db.selectFrom('exposures').selectAll().where('streetId', '=', ctx.streetId);
  if (state) query = query.where('state', '=', state);
  const rows = await query.orderBy('proposedAt', 'desc').orderBy('id').limit(limit).execute();
  return { exposures: rows.map((row) => toExposure(row, ctx)) };
}

/** What is on the board: published, or put right and not yet for long. */
const onBoard = sql<boolean>`(e.state = 'PUBLISHED' or (e.state = 'FIXED' and e.fixed_at > (select app_now()) - ${exposureShownDays[0].value} * interval '1 day'))`;

/** The public board: places, problems and what became of them. Nobody who proposed or approved, no unit. */
export async function exposureBoard(db: Db, { limit }: { limit: number }, { streetId }: Ctx): Promise<Output<'exposureBoard'>> {
  const rows = await db
    .selectFrom('exposures as e')
    .select(['e.id', 'e.place', 'e.problem', 'e.photoIds', 'e.publishedAt', 'e.fixedAt', 'e.result'])
    .where('e.streetId', '=', streetId)
    .where(onBoard)
    .orderBy('e.publishedAt', 'desc')
    .orderBy('e.id')
    .limit(limit)
    .execute();
  return {
    exposures: rows.map(({ place, publishedAt, fixedAt, ...row }) => ({
      ...{ ...row, placeText: exposurePlaceText(place) },
      ...{ publishedAt: publishedAt!.toISOString(), fixedAt: fixedAt?.toISOString() ?? null },
    })),
  };
}

/** A photo of an entry: on the public board of what hangs there alone, at the desks of what the caller sees. */
export async function getExposurePhoto(
  db: Db,
  { id, photoId }: { id: string; photoId: string },
  { streetId }: Ctx,
  isPublic: boolean,
): Promise<Output<'getExposurePhoto'>> {
  let query = db
    .selectFrom('keptPhotos as p')
    .innerJoin('exposures as e', (join) => join.onRef('e.streetId', '=', 'p.streetId').onRef('e.id', '=', 'p.subjectId'))
    .select('p.data')
    .where('p.streetId', '=', streetId)
    .where('e.id', '=', id)
    .where('p.id', '=', photoId)
    .where(sql<boolean>`p.id = any(e.photo_ids)`);
  if (isPublic) query = query.where(onBoard);
  return fileOf(await query.executeTakeFirst());
}
