import type { Ctx, DirectoryRow, DraftView, RuleSuggestion } from '@wufang/contracts';
import { canonicalJson } from '@wufang/kernel';
import { lockDirectory, rowsOfVersion } from '../db/directories.store.js';
import type { DispatchTx } from '../db/schema.js';
import type { StreetPage } from '../db/street-book.js';
import { latestVersion } from '../domain/directory-timeline.js';
import { editRows } from '../domain/draft-rows.js';
import { suggestChanges, type RuledOrder } from '../domain/rule-statistics.js';
import { createDraft } from './open-draft.js';

export interface Suggested {
  draft: DraftView | null;
  suggestions: RuleSuggestion[];
}

/**
 * Drafts what the statistics speak for. Orders count for a row as long as it reads as it did when it sent them: what has been changed since is
 * not held against the new one.
 */
export async function suggestDraft(
  tx: DispatchTx,
  { id }: { id: string },
  ctx: Ctx,
  orders: readonly RuledOrder[],
  versions: ReadonlyMap<number, readonly DirectoryRow[]>,
  { units, nameOf, centre, standInCentreId }: StreetPage,
): Promise<Suggested> {
  const basedOn = latestVersion((await lockDirectory(tx))?.timeline ?? []);
  const rows = await rowsOfVersion(tx, basedOn);
  const texts = new Map(rows.map((row) => [row.id, canonicalJson(row)]));
  const alike = new Map(
    [...versions].map(([version, list]) => [
      version,
      new Set(list.filter((row) => texts.get(row.id) === canonicalJson(row)).map((row) => row.id)),
    ]),
  );
  const counting = orders.filter(({ ruleId, directoryVersion }) => alike.get(directoryVersion)?.has(ruleId));
  const isCommunity = (unitId: string) => ['COMMUNITY', 'VILLAGE'].includes(units.get(unitId)?.kind ?? '');
  const found = suggestChanges(rows, counting, nameOf, isCommunity, [centre.id, standInCentreId]);
  const edits = found.flatMap(({ edit, isDrafted }) => (edit && isDrafted ? [edit] : []));
  const suggestions = found.map(({ ruleId, text, isDrafted }) => ({ ruleId, text, isDrafted }));
  if (edits.length === 0) return { draft: null, suggestions };
  const draft = await createDraft(tx, { id, title: '依统计建议', basedOn, rows: editRows(rows, edits).rows }, ctx);
  return { draft, suggestions };
}
