import { dispatchEvents, type Ctx, type DirectoryRow } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import { directories, directoryVersions, hashOfRows, idOfStreets, lockDirectory, placesIn } from '../db/directories.store.js';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { directoryFindings, refusalText } from '../domain/directory-findings.js';
import { beginningOf, refuseBeforeWaiting } from '../domain/directory-timeline.js';

export interface Publication {
  rows: DirectoryRow[];
  from?: string | undefined;
  reason: string;
  basedOn?: number;
  rollsBackTo?: number;
  draftId?: string;
}

/**
 * A new version of the directory, for what is dispatched from its beginning on; it takes effect by itself. A table with errors is refused with
 * the rows and the reasons. Earlier versions stay, so that earlier decisions can be retraced.
 */
export async function publishDirectory(
  tx: DispatchTx,
  { rows, reason, basedOn, rollsBackTo, draftId, ...asked }: Publication,
  ctx: Ctx,
  streets: StreetBook,
  rules: RuleBook,
): Promise<{ version: number; rows: number; from: string }> {
  const head = await lockDirectory(tx);
  const begins = beginningOf(asked.from, tx.now);
  refuseBeforeWaiting(head?.timeline ?? [], begins);
  const [street, limits] = [await streets.fresh(tx.streetId), await rules.at(tx.streetId, begins)];
  const dutyCodes = new Set(limits.limits.map(({ code }) => code));
  const faults = refusalText(
    directoryFindings(rows, { street, places: await placesIn(rows, tx.sql, tx.streetId), dutyCodes, from: begins, seen: [] }),
  );
  if (faults) throw new DomainError('directory.invalid', { faults });

  const id = head?.id ?? idOfStreets(tx.streetId, 'directory');
  const directoryVersion = (head?.directoryVersion ?? 0) + 1;
  const from = begins.toISOString();
  const timeline = [...(head?.timeline ?? []), { version: directoryVersion, from }];
  const about = { basedOn: basedOn ?? null, rollsBackTo: rollsBackTo ?? null };
  const rowsHash = hashOfRows(rows);
  const facts = [
    fact(dispatchEvents.directoryPublished, {
      directoryVersion,
      rows: rows.length,
      rowsHash,
      categories: [...new Map(rows.map(({ category }) => [category.join('/'), category])).values()],
      from,
      reason,
      ...about,
      draftId: draftId ?? null,
    }),
  ];
  if (head) tx.save(directories, { ...head, directoryVersion, publishedAt: tx.now, timeline }, facts);
  else tx.create(directories, { id, directoryVersion, publishedAt: tx.now, timeline }, facts);
  tx.insert(directoryVersions, {
    ...{ directoryVersion, publishedAt: tx.now, inForceFrom: begins, publishedBy: ctx.actor.accountId, reason },
    ...{ rows, rowsCount: rows.length, rowsHash, ...about },
  });
  return { version: directoryVersion, rows: rows.length, from };
}
