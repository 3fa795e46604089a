import { dispatchEvents, type DirectoryRow, type DraftEdit, type DraftView } from '@wufang/contracts';
import { fact } from '@wufang/service';
import { directoryDrafts, hashOfRows, lockDirectory, lockOpenDraft, rowsOfVersion } from '../db/directories.store.js';
import { toDraftView } from '../db/drafts.view.js';
import type { DirectoryDraftRow, DispatchTx } from '../db/schema.js';
import { latestVersion } from '../domain/directory-timeline.js';
import { diffRows, editRows, rebaseRows, type Touched } from '../domain/draft-rows.js';

/** Adds, replaces and removes rows of a draft. */
export async function editDraft(tx: DispatchTx, { id, edits }: { id: string; edits: DraftEdit[] }): Promise<DraftView> {
  const draft = await lockOpenDraft(tx, id);
  return saveRows(tx, draft, editRows(draft.rows, edits));
}

/** Puts a whole table in the place of a draft's rows. */
export async function replaceDraftRows(tx: DispatchTx, { id, rows }: { id: string; rows: DirectoryRow[] }): Promise<DraftView> {
  const draft = await lockOpenDraft(tx, id);
  const changes = diffRows(draft.rows, rows, String);
  const idsOf = (change: string) => changes.filter((one) => one.change === change).map((one) => one.id);
  return saveRows(tx, draft, { rows, added: idsOf('added'), replaced: idsOf('changed'), removed: idsOf('removed') });
}

/** Carries the changes of a draft over to the latest version, so that publishing it undoes nothing that came in between. */
export async function rebaseDraft(tx: DispatchTx, { id }: { id: string }): Promise<DraftView> {
  const draft = await lockOpenDraft(tx, id);
  const head = await lockDirectory(tx);
  const latest = latestVersion(head?.timeline ?? []);
  if (latest === draft.basedOn) return toDraftView(draft);
  const [base, newer] = [await rowsOfVersion(tx, draft.basedOn), await rowsOfVersion(tx, latest)];
  return saveRows(tx, { ...draft, basedOn: latest }, rebaseRows(base, draft.rows, newer));
}

function saveRows(tx: DispatchTx, draft: DirectoryDraftRow, { rows, ...touched }: { rows: DirectoryRow[] } & Touched): DraftView {
  const facts = { draftId: draft.id, basedOn: draft.basedOn, rows: rows.length, rowsHash: hashOfRows(rows), ...touched };
  return toDraftView(tx.save(directoryDrafts, { ...draft, rows, rowsCount: rows.length }, [fact(dispatchEvents.draftEdited, facts)]));
}
