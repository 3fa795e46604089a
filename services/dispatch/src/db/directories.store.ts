import { createHash } from 'node:crypto';
import type { DirectoryRow, LeaderListKind } from '@wufang/contracts';
import { canonicalJson, DomainError } from '@wufang/kernel';
import { aggregate, table, type Loader } from '@wufang/service';
import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { NamedPlaces } from '../domain/directory-situations.js';
import type {
  DirectoryDraftRow,
  DirectoryHeadRow,
  DirectoryVersionRow,
  DirectoryWithdrawalRow,
  DispatchDb,
  DispatchTx,
  EstateRow,
  PointRow,
  UnitRow,
} from './schema.js';

export const directories = aggregate<DirectoryHeadRow>('directories', 'directory');
export const directoryVersions = table<DirectoryVersionRow>('directory_versions', ['directoryVersion']);
export const directoryWithdrawals = table<DirectoryWithdrawalRow>('directory_withdrawals', ['directoryVersion']);
export const directoryDrafts = aggregate<DirectoryDraftRow>('directory_drafts', 'directory-draft');
export const units = table<UnitRow>('units', ['id']);
export const estates = table<EstateRow>('estates', ['id']);
export const points = table<PointRow>('points', ['code']);

/** The buildings and points that rows name, as far as anything is known of them. */
export async function placesIn(rows: readonly DirectoryRow[], db: Kysely<DispatchDb>, streetId: string): Promise<NamedPlaces> {
  const named = (kind: NonNullable<DirectoryRow['place']>['kind']) => [
    ...new Set(rows.flatMap(({ place }) => (place?.kind === kind ? [place.id] : []))),
  ];
  const [buildingIds, pointNames] = [named('BUILDING'), named('POINT')];
  const uuids = buildingIds.filter((id) => z.uuid().safeParse(id).success);
  const found =
    uuids.length === 0
      ? []
      : await db.selectFrom('buildings').select(['id', 'estateId']).where('streetId', '=', streetId).where('id', 'in', uuids).execute();
  const registered =
    pointNames.length === 0
      ? []
      : await db.selectFrom('points').select('name').where('streetId', '=', streetId).where('name', 'in', pointNames).execute();
  const points = new Map(registered.map(({ name }) => [name, { isRegistered: true }]));
  const others = pointNames.filter((name) => !points.has(name));
  if (others.length > 0) {
    const spoken = await sql<{ name: string }>`select distinct place ->> 'point' as name from work_orders
      where street_id = ${streetId} and place ->> 'point' = any(${others}::text[])`.execute(db);
    for (const { name } of spoken.rows) points.set(name, { isRegistered: false });
  }
  return { buildings: new Map(found.map(({ id, estateId }) => [id, { estateId }])), points };
}

/** The id of a thing every street has one of, the same wherever it is reckoned: a uuid of version 8 over both names. */
export function idOfStreets(
  streetId: string,
  thing:
    | `leader-list ${LeaderListKind}`
    | 'directory'
    | 'demand-centre'
    | 'rain'
    | 'hand-up-pilot'
    | 'charge-list'
    | 'area-list'
    | 'road-list'
    | 'rotation-list'
    | 'method-list'
    | 'code-list'
    | 'duty-checklist',
): string {
  const hash = createHash('sha256').update(`wufang.dispatch.${thing}:${streetId}`).digest();
  hash[6] = 0x80 | (hash[6]! & 0x0f);
  hash[8] = 0x80 | (hash[8]! & 0x3f);
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The directory's head, locked; undefined before the first version. */
export function lockDirectory(tx: DispatchTx): Promise<DirectoryHeadRow | undefined> {
  return tx.lock(directories, idOfStreets(tx.streetId, 'directory'));
}

const versionRows: Loader<DirectoryRow[]> = {
  name: 'directory rows',
  load: async (sql, keys, streetId) => {
    const found = await (sql as Kysely<DispatchDb>)
      .selectFrom('directoryVersions')
      .select(['directoryVersion', 'rows'])
      .where('streetId', '=', streetId)
      .where('directoryVersion', 'in', keys.map(Number))
      .execute();
    return new Map(found.map(({ directoryVersion, rows }) => [String(directoryVersion), rows]));
  },
};

/** The rows of a published version; of version 0, before the first, there are none. */
export async function rowsOfVersion(tx: DispatchTx, version: number): Promise<DirectoryRow[]> {
  if (version === 0) return [];
  const rows = await tx.load(versionRows, String(version));
  if (!rows) throw new DomainError('object.not-found', {});
  return rows;
}

/** A draft that can still be changed, locked. */
export async function lockOpenDraft(tx: DispatchTx, id: string): Promise<DirectoryDraftRow> {
  const draft = await tx.lock(directoryDrafts, id);
  if (!draft) throw new DomainError('object.not-found', {});
  if (draft.state !== 'OPEN') throw new DomainError('directory.draft-closed', { state: draft.state === 'PUBLISHED' ? '已发布' : '已弃用' });
  return draft;
}

/** What stands for a whole table in the audit chain. */
export function hashOfRows(rows: readonly DirectoryRow[]): string {
  return createHash('sha256').update(canonicalJson(rows)).digest('hex');
}
