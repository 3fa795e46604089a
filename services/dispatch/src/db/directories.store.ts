import { createHash } from 'node:crypto';
import type { DirectoryRow, LeaderListKind } from '@wufang/contracts';
import { canonicalJson, DomainError } from '@wufang/kernel';
import { aggregate, table, type Loader } from '@wufang/service';
import type { Kysely } from 'kysely';
import type {
  DirectoryDraftRow,
  DirectoryHeadRow,
  DirectoryVersionRow,
  DirectoryWithdrawalRow,
  DispatchDb,
  DispatchTx,
  EstateRow,
  UnitRow,
} from './schema.js';

export const directories = aggregate<DirectoryHeadRow>('directories', 'directory');
export const directoryVersions = table<DirectoryVersionRow>('directory_versions', ['directoryVersion']);
export const directoryWithdrawals = table<DirectoryWithdrawalRow>('directory_withdrawals', ['directoryVersion']);
export const directoryDrafts = aggregate<DirectoryDraftRow>('directory_drafts', 'directory-draft');
export const units = table<UnitRow>('units', ['id']);
export const estates = table<EstateRow>('estates', ['id']);

/** The id of a thing every street has one of, the same wherever it is reckoned: a uuid of version 8 over both names. */
export function idOfStreets(
  streetId: string,
  thing: `leader-list ${LeaderListKind}` | 'directory' | 'demand-centre' | 'rain' | 'hand-up-pilot',
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
