import { dispatchEvents, type Ctx, type DraftView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import { directoryDrafts, lockDirectory, lockOpenDraft } from '../db/directories.store.js';
import { toDraftView } from '../db/drafts.view.js';
import type { DirectoryDraftRow, DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { latestVersion } from '../domain/directory-timeline.js';
import { publishDirectory } from './publish-directory.js';

/** Publishes a draft. One that began from an older version is refused, for it would silently undo what came in between. */
export async function publishDraft(
  tx: DispatchTx,
  { id, from, reason }: { id: string; from?: string | undefined; reason: string },
  ctx: Ctx,
  streets: StreetBook,
  rules: RuleBook,
): Promise<{ version: number; rows: number; from: string }> {
  const draft = await lockOpenDraft(tx, id);
  const { basedOn, rows } = draft;
  const latest = latestVersion((await lockDirectory(tx))?.timeline ?? []);
  if (basedOn !== latest) throw new DomainError('directory.draft-outdated', { basedOn, latest });
  const published = await publishDirectory(tx, { rows, from, reason, basedOn, draftId: id }, ctx, streets, rules);
  tx.save(directoryDrafts, { ...draft, state: 'PUBLISHED', publishedAs: published.version }, [
    fact(dispatchEvents.draftPublished, { draftId: id, directoryVersion: published.version }),
  ]);
  return published;
}

export async function discardDraft(tx: DispatchTx, { id, reason }: { id: string; reason: string }): Promise<DraftView> {
  const draft = await lockOpenDraft(tx, id);
  const discarded = fact(dispatchEvents.draftDiscarded, { draftId: id, reason });
  return toDraftView(tx.save<DirectoryDraftRow>(directoryDrafts, { ...draft, state: 'DISCARDED' }, [discarded]));
}
