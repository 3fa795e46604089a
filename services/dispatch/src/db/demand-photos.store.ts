import { anyOf, table, type Loader } from '@wufang/service';
import type { Kysely } from 'kysely';
import type { DemandPhotoRow, UnseenPhotoRow } from './demand-photos.schema.js';
import type { DispatchDb } from './schema.js';

export const demandPhotos = table<DemandPhotoRow>('demand_photos', ['id']);
export const unseenPhotos = table<UnseenPhotoRow>('unseen_photos', ['orderId', 'photoId']);

/** The demand of each photo that intake has told of. */
export const demandOfPhoto: Loader<string> = {
  name: 'demand of photo',
  load: async (db, ids, streetId) => {
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('demandPhotos')
      .select(['id', 'demandId'])
      .where('streetId', '=', streetId)
      .where('id', '=', anyOf(ids))
      .execute();
    return new Map(rows.map(({ id, demandId }) => [id, demandId]));
  },
};

/** Where each photo was named before anybody had told of it. */
export const namedUnseen: Loader<UnseenPhotoRow[]> = {
  name: 'photos named unseen',
  load: async (db, ids, streetId) => {
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('unseenPhotos')
      .selectAll()
      .where('streetId', '=', streetId)
      .where('photoId', '=', anyOf(ids))
      .execute();
    return new Map(ids.map((id) => [id, rows.filter(({ photoId }) => photoId === id)]));
  },
};

/** How many photos steps of each order have named that nobody has told of. */
export const unseenOfOrder: Loader<number> = {
  name: 'unseen photos of order',
  load: async (db, ids, streetId) => {
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('unseenPhotos')
      .select('orderId')
      .where('streetId', '=', streetId)
      .where('orderId', '=', anyOf(ids))
      .execute();
    return new Map(ids.map((id) => [id, rows.filter(({ orderId }) => orderId === id).length]));
  },
};

/** The orders of each demand. */
export const ordersOfDemand: Loader<string[]> = {
  name: 'orders of demand',
  load: async (db, demandIds, streetId) => {
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('workOrders')
      .select(['id', 'demandId'])
      .where('streetId', '=', streetId)
      .where('demandId', '=', anyOf(demandIds))
      .orderBy('id')
      .execute();
    return new Map(demandIds.map((one) => [one, rows.filter(({ demandId }) => demandId === one).map(({ id }) => id)]));
  },
};
