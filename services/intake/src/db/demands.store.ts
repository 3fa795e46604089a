import type { Category, PlaceRef } from '@wufang/contracts';
import { aggregate, anyOf, table, type Loader } from '@wufang/service';
import { sql as rawSql, type Kysely } from 'kysely';
import type {
  AttachmentRow,
  ComplainantRow,
  DemandOrderRow,
  DemandRow,
  IntakeDb,
  OrderHandlerRow,
  OrderUnitRow,
  PhotosToListRow,
  TimelineRow,
} from './schema.js';

export const demands = aggregate<DemandRow>('demands', 'demand');
export const complainants = table<ComplainantRow>('complainants', ['demandId']);
export const demandOrders = table<DemandOrderRow>('demand_orders', ['demandId']);
export const orderUnits = table<OrderUnitRow>('order_units', ['unitId', 'demandId']);
export const orderHandlers = table<OrderHandlerRow>('order_handlers', ['orderId', 'accountId']);
export const attachments = table<AttachmentRow>('attachments', ['id']);
/** Demands of whose photos nobody was told before there was somebody who listened. */
export const photosToList = table<PhotosToListRow>('photos_to_list', ['demandId']);
export const timeline = table<TimelineRow>('timeline', ['demandId', 'id']);

/** The demand's category, if all of its levels are known. */
export function categoryOf(row: Pick<DemandRow, 'category1' | 'category2' | 'category3'>): Category | null {
  const { category1, category2, category3 } = row;
  return category1 !== null && category2 !== null && category3 !== null ? [category1, category2, category3] : null;
}

export function placeOf(row: Pick<DemandRow, 'communityId' | 'estateId' | 'buildingId' | 'point'>): PlaceRef {
  return { communityId: row.communityId, estateId: row.estateId, buildingId: row.buildingId, point: row.point };
}

/** The id of the demand that carries a number. */
export const idByNo: Loader<string> = {
  name: 'demand by no',
  load: async (sql: Kysely<IntakeDb>, numbers, streetId) => {
    const rows = await sql.selectFrom('demands').select(['no', 'id']).where('streetId', '=', streetId).where('no', 'in', numbers).execute();
    return new Map(rows.map((row) => [row.no, row.id]));
  },
};

/** What dispatch told of a demand's order. */
export const orderOfDemand: Loader<DemandOrderRow> = {
  name: 'order of demand',
  load: async (sql: Kysely<IntakeDb>, ids, streetId) => {
    const rows = await sql
      .selectFrom('demandOrders')
      .selectAll()
      .where('streetId', '=', streetId)
      .where('demandId', '=', anyOf(ids))
      .execute();
    return new Map(rows.map((row) => [row.demandId, row]));
  },
};

/** The unit a complaint is about: once it is dispatched, what dispatch knows; until then, what was named at receipt or screening. */
export function aboutUnitOf(demand: Pick<DemandRow, 'aboutUnitId'>, order: Pick<DemandOrderRow, 'aboutUnitId'> | undefined): string | null {
  return (order ?? demand).aboutUnitId;
}

/** The demand an order belongs to. */
export const demandOfOrder: Loader<string> = {
  name: 'demand of order',
  load: async (sql: Kysely<IntakeDb>, ids, streetId) => {
    const rows = await sql
      .selectFrom('demandOrders')
      .select(['orderId', 'demandId'])
      .where('streetId', '=', streetId)
      .where('orderId', '=', anyOf(ids))
      .execute();
    return new Map(rows.map((row) => [row.orderId!, row.demandId]));
  },
};

/** The demands that were linked to one, each with a caller of its own. */
export const linkedTo: Loader<string[]> = {
  name: 'demands linked to',
  load: async (sql: Kysely<IntakeDb>, ids, streetId) => {
    const rows = await sql
      .selectFrom('demands')
      .select(['id', 'linkedTo'])
      .where('streetId', '=', streetId)
      .where('linkedTo', '=', anyOf(ids))
      .orderBy('id')
      .execute();
    const byParent = new Map<string, string[]>();
    for (const { id, linkedTo } of rows) byParent.set(linkedTo!, [...(byParent.get(linkedTo!) ?? []), id]);
    return byParent;
  },
};

/** Accounts that worked on an order. */
export const handlersOfOrder: Loader<string[]> = {
  name: 'handlers of order',
  load: async (sql: Kysely<IntakeDb>, ids, streetId) => {
    const rows = await sql
      .selectFrom('orderHandlers')
      .selectAll()
      .where('streetId', '=', streetId)
      .where('orderId', '=', anyOf(ids))
      .execute();
    const byOrder = new Map<string, string[]>();
    for (const { orderId, accountId } of rows) byOrder.set(orderId, [...(byOrder.get(orderId) ?? []), accountId]);
    return byOrder;
  },
};

/** The sealed record of a demand's complainant. */
export const complainantOf: Loader<ComplainantRow> = {
  name: 'complainant of demand',
  load: async (sql: Kysely<IntakeDb>, ids, streetId) => {
    const rows = await sql
      .selectFrom('complainants')
      .selectAll()
      .where('streetId', '=', streetId)
      .where('demandId', '=', anyOf(ids))
      .execute();
    return new Map(rows.map((row) => [row.demandId, row]));
  },
};

/** The photo a demand already has with these bytes; the key is demand id and hash, joined with a colon. */
export const samePhoto: Loader<Pick<AttachmentRow, 'id' | 'width' | 'height' | 'bytes'>> = {
  name: 'same photo',
  load: async (sql: Kysely<IntakeDb>, keys, streetId) => {
    const ids = keys.map((key) => key.split(':')[0]!);
    const rows = await sql
      .selectFrom('attachments')
      .select(['id', 'demandId', 'sha256', 'width', 'height', 'bytes'])
      .where('streetId', '=', streetId)
      .where('demandId', '=', anyOf(ids))
      .execute();
    return new Map(rows.map(({ demandId, sha256, ...photo }) => [`${demandId}:${sha256.toString('hex')}`, photo]));
  },
};

/** How many bytes of photos the street took in the last day; the key is any text. */
export const photoBytesToday: Loader<number> = {
  name: 'photo bytes today',
  load: async (sql: Kysely<IntakeDb>, keys, streetId) => {
    const { total } = await sql
      .selectFrom('attachments')
      .select((eb) => eb.fn.sum<string | bigint | null>('bytes').as('total'))
      .where('streetId', '=', streetId)
      .where('addedAt', '>', rawSql<Date>`app_now() - interval '1 day'`)
      .executeTakeFirstOrThrow();
    return new Map(keys.map((key) => [key, Number(total ?? 0)]));
  },
};

/** The photos of a demand, without their bytes. */
export const photosOf: Loader<Pick<AttachmentRow, 'id' | 'demandId'>[]> = {
  name: 'photos of demand',
  load: async (sql: Kysely<IntakeDb>, ids, streetId) => {
    const rows = await sql
      .selectFrom('attachments')
      .select(['id', 'demandId'])
      .where('streetId', '=', streetId)
      .where('demandId', 'in', ids)
      .execute();
    return new Map(ids.map((id) => [id, rows.filter((row) => row.demandId === id)]));
  },
};
