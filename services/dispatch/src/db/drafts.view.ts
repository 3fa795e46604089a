import type { Ctx, DirectoryRow, DraftView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { Kysely } from 'kysely';
import type { DirectoryDraftRow, DispatchDb } from './schema.js';

type DraftHead = Omit<DirectoryDraftRow, 'rows' | 'streetId' | 'chainHash'>;

export function toDraftView(draft: DraftHead): DraftView {
  return {
    id: draft.id,
    title: draft.title,
    state: draft.state,
    basedOn: draft.basedOn,
    rows: draft.rowsCount,
    publishedAs: draft.publishedAs,
    openedBy: draft.openedBy,
    updatedAt: draft.updatedAt.toISOString(),
    version: draft.version,
  };
}

const headColumns = ['id', 'title', 'state', 'basedOn', 'rowsCount', 'publishedAs', 'openedBy', 'updatedAt', 'version'] as const;

/** Drafts, the last changed first. */
export async function listDrafts(
  db: Kysely<DispatchDb>,
  { state }: { state?: DraftView['state'] | undefined },
  ctx: Ctx,
): Promise<{ drafts: DraftView[] }> {
  let query = db
    .selectFrom('directoryDrafts')
    .select(headColumns)
    .where('streetId', '=', ctx.streetId)
    .orderBy('updatedAt', 'desc')
    .limit(200);
  if (state) query = query.where('state', '=', state);
  return { drafts: (await query.execute()).map(toDraftView) };
}

/** A draft with its rows and those of the version it began from. */
export async function draftWithBase(
  db: Kysely<DispatchDb>,
  id: string,
  ctx: Ctx,
): Promise<{ draft: DraftView; rows: DirectoryRow[]; base: DirectoryRow[] }> {
  const draft = await db
    .selectFrom('directoryDrafts')
    .select([...headColumns, 'rows'])
    .where('streetId', '=', ctx.streetId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!draft) throw new DomainError('object.not-found', {});
  const base = await db
    .selectFrom('directoryVersions')
    .select('rows')
    .where('streetId', '=', ctx.streetId)
    .where('directoryVersion', '=', draft.basedOn)
    .executeTakeFirst();
  return { draft: toDraftView(draft), rows: draft.rows, base: base?.rows ?? [] };
}
