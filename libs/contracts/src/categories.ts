import { z } from 'zod';
import { addableDuties } from './directory.js';
import { Level } from './enums.js';
import { event } from './event.js';
import { operation } from './operation.js';
import { orderReaders, type Access } from './roles.js';

const Name = z
  .string()
  .trim()
  .min(1, '分类名称不能为空')
  .max(30)
  .refine((text) => !text.includes('/'), '分类名称里不能有“/”');
const Path = z.tuple([Name, Name, Name]);

/** A leaf of the category tree (问题分类): its three names, the level it has by itself, and duties it adds whatever the directory says. */
export const CategoryLeaf = z
  .object({
    category: Path.describe('一级、二级、三级'),
    level: Level,
    duties: z.array(z.enum(addableDuties)).max(addableDuties.length).default([]).describe('此类诉求另计的时限'),
  })
  .meta({ id: 'CategoryLeaf' });
export type CategoryLeaf = z.infer<typeof CategoryLeaf>;

/** What a category that is gone is called from now on. */
export const CategoryRename = z.object({ before: Path, now: Path }).meta({ id: 'CategoryRename' });
export type CategoryRename = z.infer<typeof CategoryRename>;

/** What keeps a tree from being published. */
export const treeFaultKinds = ['DUPLICATE', 'RENAME_TWICE', 'RENAME_STILL_THERE', 'RENAME_NOWHERE', 'DIRECTORY', 'OPEN_DEMANDS'] as const;
export const TreeFault = z
  .object({ kind: z.enum(treeFaultKinds), category: z.array(z.string()), text: z.string() })
  .meta({ id: 'CategoryTreeFault' });
export type TreeFault = z.infer<typeof TreeFault>;

export const CategoryTreeView = z
  .object({
    version: z.number().int().describe('0 为平台自带的分类'),
    from: z.string(),
    source: z.string(),
    leaves: z.array(CategoryLeaf),
    renames: z.array(CategoryRename),
    versions: z.array(
      z.object({ version: z.number().int(), from: z.string(), source: z.string(), leaves: z.number().int(), publishedBy: z.string() }),
    ),
  })
  .meta({ id: 'CategoryTree' });
export type CategoryTreeView = z.infer<typeof CategoryTreeView>;

const administrators: Access = { administrator: 'street' };
const tree = {
  leaves: z.array(CategoryLeaf).min(1).max(2_000),
  renames: z.array(CategoryRename).max(2_000).default([]).describe('取消的分类改称什么'),
  from: z.iso.date().optional().describe('自此日零时（北京时间）起施行；不填即刻施行'),
};

export const categories = {
  getTree: operation({
    name: 'intake.category-tree.get',
    method: 'GET',
    path: '/api/categories',
    summary: '现行的问题分类（三级），或指定的一版；街道没有发布过的，为平台自带的分类并注明来源',
    // Whoever reads orders reads what they are filed under, the same for all.
    access: Object.fromEntries(Object.keys(orderReaders).map((role) => [role, 'street'])) as Access,
    input: z.object({ version: z.coerce.number().int().min(0).optional() }),
    output: CategoryTreeView,
    errors: ['object.not-found'],
  }),
  checkTree: operation({
    name: 'intake.category-tree.check',
    method: 'POST',
    path: '/api/categories/check',
    summary: '发布之前：这套分类有哪些问题；不保存',
    access: administrators,
    input: z.object(tree),
    output: z.object({ mayBePublished: z.boolean(), faults: z.array(TreeFault) }),
    errors: ['category-tree.from-past'],
  }),
  publishTree: operation({
    name: 'intake.category-tree.publish',
    method: 'PUT',
    path: '/api/categories',
    summary: '发布本街道的问题分类，自某日起施行；派单目录和未结诉求还在用的分类，须保留或注明改称',
    access: administrators,
    input: z.object({ ...tree, source: z.string().trim().min(2).max(200).describe('依据的文件') }),
    output: z.object({ version: z.number().int(), from: z.string(), leaves: z.number().int() }),
    errors: ['category-tree.invalid', 'category-tree.from-past'],
  }),
};

export const categoryEvents = {
  treePublished: event(
    'intake.category-tree.published.v1',
    '发布问题分类',
    z.object({
      treeVersion: z.number().int(),
      from: z.string(),
      source: z.string(),
      leaves: z.number().int(),
      renames: z.number().int(),
      treeHash: z.string(),
    }),
  ),
};
