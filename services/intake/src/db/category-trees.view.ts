import type { CategoryTreeView } from '@wufang/contracts';
import { DomainError, toIsoBeijing } from '@wufang/kernel';
import { sql, type Kysely } from 'kysely';
import { builtInTree, treeAt, type CategoryTree } from '../domain/categories.js';
import type { IntakeDb } from './schema.js';

/** Now, by the one clock that decides. */
export async function instantOfDatabase(db: Kysely<IntakeDb>): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select app_now() as now`.execute(db);
  return rows[0]!.now;
}

/** The tree in force by the database's clock, or the version asked for, with the list of all; 404 for a version that never was. */
export async function viewTree(
  db: Kysely<IntakeDb>,
  version: number | undefined,
  streetId: string,
  trees: readonly CategoryTree[],
): Promise<CategoryTreeView> {
  const known = [builtInTree, ...trees];
  const tree = version === undefined ? treeAt(trees, await instantOfDatabase(db)) : known.find((one) => one.version === version);
  if (!tree) throw new DomainError('object.not-found', {});
  const by = await db.selectFrom('categoryTreeVersions').select(['treeVersion', 'publishedBy']).where('streetId', '=', streetId).execute();
  const publisher = new Map(by.map(({ treeVersion, publishedBy }) => [treeVersion, publishedBy]));
  return {
    ...{ version: tree.version, from: toIsoBeijing(tree.from), source: tree.source },
    ...{ leaves: [...tree.leaves], renames: [...tree.renames] },
    versions: known.map((one) => ({
      ...{ version: one.version, from: toIsoBeijing(one.from), source: one.source, leaves: one.leaves.length },
      publishedBy: publisher.get(one.version) ?? 'system',
    })),
  };
}
