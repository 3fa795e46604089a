import { anyOf, table, type Loader } from '@wufang/service';
import type { Kysely } from 'kysely';
import type { DispatchDb } from './schema.js';
import type { KeptPhotoRow } from './supervision.schema.js';

export const keptPhotos = table<KeptPhotoRow>('kept_photos', ['subjectId', 'id']);

/** The photos kept for a summons or, by citizen supervisors, for an order, without their bytes. */
export const photosOf: Loader<Omit<KeptPhotoRow, 'data'>[]> = {
  name: 'kept photos',
  load: async (db, ids, streetId) => {
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('keptPhotos')
      .select(['streetId', 'subjectId', 'id', 'unitId', 'addedBy', 'width', 'height', 'bytes', 'sha256', 'addedAt'])
      .where('streetId', '=', streetId)
      .where('subjectId', '=', anyOf(ids))
      .execute();
    const found = new Map<string, Omit<KeptPhotoRow, 'data'>[]>(ids.map((id) => [id, []]));
    for (const row of rows) found.get(row.subjectId)!.push(row);
    return found;
  },
};

/** Where commands leave word that they kept a photo; see `Tx.mustSeeAll`. */
export const photosPlace = (subjectId: string) => `photos of ${subjectId}`;
