import {
  registryEvents,
  type registry,
  type Building,
  type BuildingKeeper,
  type Ctx,
  type Estate,
  type HomeNature,
  type Place,
  type PublishedTimeLimits,
  type PublishedYear,
  type RegistryImport,
  type Unit,
  type UnitKind,
} from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { sql, type Kysely } from 'kysely';
import type { z } from 'zod';
import type { BuildingRow, EstateRow, ImportRow, PlaceRow, RegistrySchema } from './schema.js';

type Sql = Kysely<RegistrySchema>;

export async function listUnits(db: Sql, { kind }: { kind?: UnitKind | undefined }): Promise<{ units: Unit[] }> {
  const units = await db
    .selectFrom('units')
    .select(['id', 'name', 'kind', 'parentName', 'dutyPhone'])
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind!))
    .orderBy('kind')
    .orderBy('name')
    .execute();
  return { units };
}

export async function listEstates(db: Sql, { communityId }: { communityId?: string | undefined }): Promise<{ estates: Estate[] }> {
  const rows = await db
    .selectFrom('estates')
    .selectAll()
    .$if(communityId !== undefined, (query) => query.where('communityId', '=', communityId!))
    .orderBy('name')
    .execute();
  return { estates: rows.map(toEstate) };
}

/** What the estates are called, which hangs at every gate; nothing else of them. */
export async function estateNames(db: Sql): Promise<{ estates: Pick<Estate, 'id' | 'name'>[] }> {
  return { estates: await db.selectFrom('estates').select(['id', 'name']).orderBy('name').execute() };
}

/** What the buildings of an estate are called, which stands on each of them; nothing else of them. */
export async function buildingNames(db: Sql, { estateId }: { estateId: string }): Promise<{ buildings: Pick<Building, 'id' | 'name'>[] }> {
  await estateOr404(db, estateId);
  return { buildings: await db.selectFrom('buildings').select(['id', 'name']).where('estateId', '=', estateId).orderBy('name').execute() };
}

export async function listBuildings(
  db: Sql,
  { estateId }: { estateId: string },
): Promise<{ buildings: (Building & { keeper: BuildingKeeper | null })[] }> {
  await estateOr404(db, estateId);
  const buildings = await db
    .selectFrom('buildings')
    .select(['id', 'estateId', 'name', 'stairwells', 'floors', 'hasLift', 'keeperAccountId', 'keeperPhone'])
    .where('estateId', '=', estateId)
    // Building 2 comes before building 10.
    .orderBy(sql`nullif(substring(name from '\\d+'), '')::numeric`, (order) => order.asc().nullsLast())
    .orderBy('name')
    .execute();
  return {
    buildings: buildings.map(({ keeperAccountId, keeperPhone, ...building }) => ({
      ...building,
      keeper: keeperOf({ keeperAccountId, keeperPhone }),
    })),
  };
}

export function keeperOf({ keeperAccountId, keeperPhone }: Pick<BuildingRow, 'keeperAccountId' | 'keeperPhone'>): BuildingKeeper | null {
  return keeperAccountId === null ? null : { accountId: keeperAccountId, officePhone: keeperPhone };
}

/** The homes of a building by their doors. A community sees those of its own estates. */
export async function listHomes(
  db: Sql,
  { buildingId }: { buildingId: string },
  { scope, actor }: Ctx,
): Promise<{ homes: { id: string; stairwell: string; room: string }[] }> {
  const building = await db
    .selectFrom('buildings')
    .innerJoin('estates', (join) =>
      join.onRef('estates.streetId', '=', 'buildings.streetId').onRef('estates.id', '=', 'buildings.estateId'),
    )
    .select(['estates.communityId', 'buildings.estateId'])
    .where('buildings.id', '=', buildingId)
    .executeTakeFirst();
  if (!building || (scope !== 'street' && !actor.unitIds.includes(building.communityId))) throw new DomainError('object.not-found', {});
  const homes = await db
    .selectFrom('homes')
    .select(['id', 'stairwell', 'room'])
    .where('estateId', '=', building.estateId)
    .where('buildingId', '=', buildingId)
    .orderBy('stairwell')
    .orderBy('room')
    .execute();
  return { homes };
}

export interface Roll {
  homes: number;
  areaHundredths: number;
  heads: number;
  byNature: { nature: HomeNature; homes: number; areaHundredths: number }[];
}

/**
 * Homes, area as far as it is known, and heads (业主人数) of an estate. One owner is one head however many homes they own, so the unsold public homes of a
 * property-rights unit are one head together (decision 5).
 */
export async function estateRoll(db: Sql, { estateId }: { estateId: string }): Promise<Roll> {
  await estateOr404(db, estateId);
  const homes = db.selectFrom('homes').where('estateId', '=', estateId);
  const { heads } = await homes.select((eb) => eb.fn.count<bigint>('ownerId').distinct().as('heads')).executeTakeFirstOrThrow();
  const rows = await homes
    .select((eb) => ['nature', eb.fn.countAll<bigint>().as('homes'), eb.fn.sum<bigint | null>('areaHundredths').as('areaHundredths')])
    .groupBy('nature')
    .orderBy('nature')
    .execute();
  const byNature = rows.map((row) => ({ nature: row.nature, homes: Number(row.homes), areaHundredths: Number(row.areaHundredths) }));
  return {
    homes: byNature.reduce((sum, row) => sum + row.homes, 0),
    areaHundredths: byNature.reduce((sum, row) => sum + row.areaHundredths, 0),
    heads: Number(heads),
    byNature,
  };
}

/** A point by its code, with who looks after its building by name: residents read it. Whoever holds no post here any more is not named. */
export async function placeByCode(
  db: Sql,
  { code }: { code: string },
  { people = [] }: Pick<Ctx, 'people'>,
): Promise<z.output<typeof registry.getPlace.output>> {
  const row = await db
    .selectFrom('places')
    .leftJoin('units', (join) => join.onRef('units.streetId', '=', 'places.streetId').onRef('units.id', '=', 'places.communityId'))
    .leftJoin('estates', (join) => join.onRef('estates.streetId', '=', 'places.streetId').onRef('estates.id', '=', 'places.estateId'))
    .leftJoin('buildings', (join) =>
      join.onRef('buildings.streetId', '=', 'places.streetId').onRef('buildings.id', '=', 'places.buildingId'),
    )
    .select([
      'buildings.keeperAccountId',
      'buildings.keeperPhone',
      'places.code',
      'places.name',
      'places.communityId',
      'places.estateId',
      'places.buildingId',
      'places.stairwell',
      'units.name as communityName',
      'estates.name as estateName',
    ])
    .where('places.code', '=', code.toUpperCase())
    .executeTakeFirst();
  if (!row) throw new DomainError('place.unknown', {});
  const { keeperAccountId, keeperPhone, ...place } = row;
  const name = people.find(({ accountId }) => accountId === keeperAccountId)?.displayName;
  return { ...place, keeper: name === undefined ? null : { name, officePhone: keeperPhone } };
}

/** An import that has given no sign of life for so long was cut off with its process; importing again goes on where it stopped. */
const SILENT_SECONDS = 30;

export async function importProgress(db: Sql, { id }: { id: string }): Promise<RegistryImport> {
  const row = await db
    .selectFrom('imports')
    .selectAll()
    .select(sql<boolean>`alive_at < app_now() - ${sql.lit(`${SILENT_SECONDS} seconds`)}::interval`.as('isSilent'))
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new DomainError('object.not-found', {});
  const isCutOff = row.state === 'RUNNING' && row.isSilent;
  return { ...toImport(row), ...(isCutOff && { state: 'FAILED' as const, error: '导入中途被打断，请重新导入同一文件，已导入的不会重复' }) };
}

/** The years of the working calendar, in their order. */
export async function listCalendars(db: Sql): Promise<{ calendars: PublishedYear[] }> {
  const rows = await db
    .selectFrom('workCalendars')
    .select(['year', 'calendarVersion as version', 'provisional', 'papers', 'days'])
    .orderBy('year')
    .execute();
  return { calendars: rows };
}

/** More than these nobody turns back to on a screen; all of them stay in the history. */
const TABLES_SHOWN = 20;

/** The time-limit tables that were published, the newest first, as the history keeps them. */
export async function listTimeLimits(db: Sql, { streetId }: Ctx): Promise<{ tables: PublishedTimeLimits[] }> {
  const { rows } = await sql<{
    recordedAt: Date;
    actor: Ctx['actor'];
    payload: { limitsVersion: number; from: string; rows: PublishedTimeLimits['rows'] };
  }>`
    select e.recorded_at as "recordedAt", e.actor, e.payload from limit_tables t
    join events e on e.street_id = t.street_id and e.aggregate_id = t.id and e.type = ${registryEvents.timeLimitsPublished.type}
    where t.street_id = ${streetId} order by e.version desc limit ${TABLES_SHOWN}`.execute(db);
  return {
    tables: rows.map(({ recordedAt, actor, payload: { limitsVersion, from, rows: limits } }) => ({
      ...{ version: limitsVersion, from, rows: limits },
      ...{ publishedAt: recordedAt.toISOString(), publishedBy: actor.accountId },
    })),
  };
}

async function estateOr404(db: Sql, id: string): Promise<void> {
  const row = await db.selectFrom('estates').select('id').where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('object.not-found', {});
}

export function toEstate(row: EstateRow): Estate {
  const { id, name, communityId, type, builtYear, firmId, rightsUnitId, ownersBody, fundCustodian } = row;
  return { id, name, communityId, type, builtYear, firmId, rightsUnitId, ownersBody, fundCustodian, homes: row.homes || row.declaredHomes };
}

export function toPlace({ code, name, communityId, estateId, buildingId, stairwell }: PlaceRow): Place {
  return { code, name, communityId, estateId, buildingId, stairwell };
}

export function toImport(row: Omit<ImportRow, 'streetId' | 'aliveAt'>): RegistryImport {
  const { id, state, rowsTotal, rowsDone, added, changed, unchanged, faults, error } = row;
  return { id, state, rowsTotal, rowsDone, added, changed, unchanged, faults, error };
}
