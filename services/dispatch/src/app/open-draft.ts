import { dispatchEvents, type Ctx, type DirectoryRow, type DraftView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { directoryDrafts, hashOfRows, lockDirectory, rowsOfVersion } from '../db/directories.store.js';
import { toDraftView } from '../db/drafts.view.js';
import type { DispatchTx } from '../db/schema.js';
import { versionAt } from '../domain/directory-timeline.js';

/** A draft of the next version, with the rows of the one in force or of the one that is named. */
export async function openDraft(
  tx: DispatchTx,
  { id, title, ...asked }: { id: string; title: string; basedOn?: number | undefined },
  ctx: Ctx,
): Promise<DraftView> {
  const head = await lockDirectory(tx);
  const basedOn = asked.basedOn ?? versionAt(head?.timeline ?? [], tx.now);
  return createDraft(tx, { id, title, basedOn, rows: await rowsOfVersion(tx, basedOn) }, ctx);
}

export async function createDraft(
  tx: DispatchTx,
  { id, title, basedOn, rows }: { id: string; title: string; basedOn: number; rows: DirectoryRow[] },
  ctx: Ctx,
): Promise<DraftView> {
  if (await tx.lock(directoryDrafts, id)) throw new DomainError('directory.draft-exists', {});
  const opened = fact(dispatchEvents.draftOpened, { draftId: id, basedOn, rows: rows.length, rowsHash: hashOfRows(rows) });
  const content = { title, basedOn, rows, rowsCount: rows.length };
  return toDraftView(
    tx.create(directoryDrafts, { id, ...content, state: 'OPEN', publishedAs: null, openedBy: ctx.actor.accountId }, [opened]),
  );
}
