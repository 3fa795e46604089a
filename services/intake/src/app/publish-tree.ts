import { categoryEvents, type categories, type Ctx, type TreeFault } from '@wufang/contracts';
import { atBeijing, beijingDate, DomainError, toIsoBeijing } from '@wufang/kernel';
import { fact } from '@wufang/service';
import type { z } from 'zod';
import { categoryTrees, categoryTreeVersions, hashOfTree, inUseAt, treeIdOf } from '../db/category-trees.store.js';
import type { IntakeTx } from '../db/schema.js';
import { refusalOf, treeFaults } from '../domain/categories.js';

/** What keeps this tree from being published, if it began as asked. */
export async function checkTree(
  tx: IntakeTx,
  { leaves, renames, from }: z.output<typeof categories.checkTree.input>,
): Promise<{ mayBePublished: boolean; faults: TreeFault[] }> {
  const faults = treeFaults({ leaves, renames }, (await tx.load(inUseAt, beginningOf(from, tx.now).toISOString()))!);
  return { mayBePublished: faults.length === 0, faults };
}

/**
 * A new version of the street's category tree, for what is received or screened from its beginning on; it takes effect by itself. Earlier versions stay. Throws
 * `category-tree.invalid` with the faults, `category-tree.from-past`.
 */
export async function publishTree(
  tx: IntakeTx,
  input: z.output<typeof categories.publishTree.input>,
  ctx: Ctx,
): Promise<{ version: number; from: string; leaves: number }> {
  const { leaves, renames, source } = input;
  const id = treeIdOf(tx.streetId);
  const head = await tx.lock(categoryTrees, id);
  const { faults } = await checkTree(tx, input);
  if (faults.length > 0) throw new DomainError('category-tree.invalid', { faults: refusalOf(faults) });
  const beginsAt = beginningOf(input.from, tx.now);
  const treeVersion = (head?.latestVersion ?? 0) + 1;
  const from = toIsoBeijing(beginsAt);
  const published = fact(categoryEvents.treePublished, {
    ...{ treeVersion, from, source, leaves: leaves.length, renames: renames.length },
    treeHash: hashOfTree(leaves, renames),
  });
  if (head) tx.save(categoryTrees, { ...head, latestVersion: treeVersion }, [published]);
  else tx.create(categoryTrees, { id, latestVersion: treeVersion }, [published]);
  tx.insert(categoryTreeVersions, {
    treeVersion,
    beginsAt,
    source,
    leaves,
    renames,
    publishedAt: tx.now,
    publishedBy: ctx.actor.accountId,
  });
  return { version: treeVersion, from, leaves: leaves.length };
}

/** A date means its first moment in Beijing, today and nothing mean now; the past is refused. */
function beginningOf(from: string | undefined, now: Date): Date {
  if (from === undefined || from === beijingDate(now)) return now;
  const at = atBeijing(from, '00:00');
  if (at < now) throw new DomainError('category-tree.from-past', {});
  return at;
}
