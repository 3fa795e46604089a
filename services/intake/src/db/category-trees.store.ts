import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { systemCtx, type CategoryLeaf, type CategoryRename } from '@wufang/contracts';
import { canonicalJson } from '@wufang/kernel';
import { aggregate, Db, idOf, table, type Loader } from '@wufang/service';
import { sql, type Kysely } from 'kysely';
import type { CategoryTree, InUse } from '../domain/categories.js';
import type { CategoryTreeRow, CategoryTreeVersionRow, DirectoryCategoriesRow, IntakeDb } from './schema.js';

export const categoryTrees = aggregate<CategoryTreeRow>('category_trees', 'category-tree');
export const categoryTreeVersions = table<CategoryTreeVersionRow>('category_tree_versions', ['treeVersion']);
export const directoryCategories = table<DirectoryCategoriesRow>('directory_categories', ['directoryVersion']);

/** The one series of trees of a street: the same id whoever asks. */
export function treeIdOf(streetId: string): string {
  return idOf(`category tree of ${streetId}`);
}

export function hashOfTree(leaves: readonly CategoryLeaf[], renames: readonly CategoryRename[]): string {
  return createHash('sha256').update(canonicalJson({ leaves, renames })).digest('hex');
}

/**
 * What a tree must keep, by the instant it is to begin; the key is that instant, ISO. Directories: the one in force then and those to come. Open demands: those
 * being screened and those whose order is open; what dispatch sends on unsorted is no category.
 */
export const inUseAt: Loader<InUse> = {
  name: 'categories in use',
  load: async (db: Kysely<IntakeDb>, instants, streetId) => {
    const directories = await db
      .selectFrom('directoryCategories')
      .select(['directoryVersion', 'beginsAt', 'categories'])
      .where('streetId', '=', streetId)
      .orderBy('beginsAt')
      .orderBy('directoryVersion')
      .execute();
    const open = await db
      .selectFrom('demands as d')
      .leftJoin('demandOrders as o', (join) => join.onRef('o.streetId', '=', 'd.streetId').onRef('o.demandId', '=', 'd.id'))
      .select(['d.category1', 'd.category2', 'd.category3', sql<number>`count(*)::int`.as('demands')])
      .where('d.streetId', '=', streetId)
      .where('d.category3', 'is not', null)
      .where('d.category1', '<>', '未分类')
      .where((eb) =>
        eb.or([
          eb('d.state', 'in', ['RECEIVED', 'SCREENING']),
          // Dispatch has not told of it yet, or says that it is open.
          eb.and([eb('d.state', '=', 'FORWARDED'), eb.or([eb('o.isOpen', 'is', null), eb('o.isOpen', '=', true)])]),
        ]),
      )
      .groupBy(['d.category1', 'd.category2', 'd.category3'])
      .orderBy('d.category1')
      .orderBy('d.category2')
      .orderBy('d.category3')
      .execute();
    const openDemands = open.map((row) => ({
      category: [row.category1!, row.category2!, row.category3!] as [string, string, string],
      demands: row.demands,
    }));
    return new Map(
      instants.map((instant) => {
        const began = directories.findLastIndex(({ beginsAt }) => beginsAt <= new Date(instant));
        const then = directories.slice(Math.max(began, 0));
        const inUse = then.map(({ directoryVersion, categories }) => ({ version: directoryVersion, categories }));
        return [instant, { directories: inUse, openDemands }];
      }),
    );
  },
};

const FRESH_MS = 1_000;

/** The trees that streets have published, in memory, so that nobody who hands in a demand waits for them. Looked at anew every second. */
@Injectable()
export class TreeBook {
  private readonly pages = new Map<string, { readAt: number; trees: CategoryTree[] }>();
  private readonly reading = new Map<string, Promise<CategoryTree[]>>();

  constructor(private readonly db: Db<IntakeDb>) {}

  /** All versions of a street, those to come too; none while it has published none. */
  async of(streetId: string): Promise<CategoryTree[]> {
    const page = this.pages.get(streetId);
    if (!page) return this.fresh(streetId);
    if (Date.now() - page.readAt > FRESH_MS) void this.read(streetId).catch(() => undefined);
    return page.trees;
  }

  /** As they are in the database by now; who has just published one sees it at once. */
  async fresh(streetId: string): Promise<CategoryTree[]> {
    await this.reading.get(streetId)?.catch(() => undefined);
    return this.read(streetId);
  }

  private read(streetId: string): Promise<CategoryTree[]> {
    let reading = this.reading.get(streetId);
    if (!reading) {
      reading = this.readPage(streetId).finally(() => this.reading.delete(streetId));
      this.reading.set(streetId, reading);
    }
    return reading;
  }

  private async readPage(streetId: string): Promise<CategoryTree[]> {
    const readAt = Date.now();
    const known = new Map(this.pages.get(streetId)?.trees.map((tree) => [tree.version, tree]));
    // Versions never change, so only those not seen yet are fetched.
    const rows = await this.db.read(systemCtx(streetId, 'tree-book'), (sql) =>
      sql
        .selectFrom('categoryTreeVersions')
        .select(['treeVersion', 'beginsAt', 'source', 'leaves', 'renames'])
        .where('streetId', '=', streetId)
        .where('treeVersion', '>', Math.max(0, ...known.keys()))
        .orderBy('treeVersion')
        .execute(),
    );
    for (const { treeVersion: version, beginsAt: from, ...rest } of rows) known.set(version, { version, from, ...rest });
    const trees = [...known.values()];
    this.pages.set(streetId, { readAt, trees });
    return trees;
  }
}
