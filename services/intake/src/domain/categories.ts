import type { Category, CategoryLeaf, CategoryRename, Level, Suggestion, TreeFault } from '@wufang/contracts';
import { atBeijing, DomainError } from '@wufang/kernel';

/** One version of the category tree (问题分类) of three levels, in force from an instant on. Version 0 is the built-in one. */
export interface CategoryTree {
  version: number;
  from: Date;
  source: string;
  leaves: readonly CategoryLeaf[];
  renames: readonly CategoryRename[];
}

const leaf = ([one, two, three, level, ...duties]: readonly [string, string, string, Level, ...CategoryLeaf['duties']]): CategoryLeaf => ({
  category: [one, two, three],
  level,
  duties,
});

/** What a street works by that has published no tree of its own. */
export const builtInTree: CategoryTree = {
  version: 0,
  from: atBeijing('2020-01-01', '00:00'),
  source: 'catalogue of the sample street (directory.csv)',
  renames: [],
  leaves: (
    [
      ['物业管理', '房屋维修', '房屋漏雨渗水', 'N'],
      ['物业管理', '公共设施', '电梯故障', 'U', 'LIFT_ONSITE', 'LIFT_OUT'],
      ['物业管理', '公共设施', '电梯困人', 'E', 'LIFT_TRAPPED'],
      ['物业管理', '物业服务', '保洁垃圾清运', 'N'],
      ['物业管理', '物业服务', '收费争议', 'N'],
      ['物业管理', '小区配套', '电动自行车充电', 'C'],
      ['物业管理', '小区配套', '道路破损', 'C'],
      ['物业管理', '小区配套', '停车管理', 'N'],
      ['水电气热', '供暖', '暖气不热', 'U'],
      ['水电气热', '供暖', '大面积停暖', 'E'],
      ['水电气热', '供水', '停水水压低', 'U'],
      ['水电气热', '排水', '污水外溢', 'U'],
      ['水电气热', '供电', '停电', 'U'],
      ['水电气热', '燃气', '燃气异味', 'E'],
      ['城市管理', '积水内涝', '院内积水', 'U'],
      ['城市管理', '市容环境', '占道经营', 'N'],
      ['城市管理', '违法建设', '私搭乱建', 'C'],
      ['城市管理', '噪声扰民', '施工噪声', 'N'],
      ['交通管理', '交通秩序', '出入口拥堵', 'C'],
      ['民生保障', '养老助残', '助餐助医', 'N'],
      ['民生保障', '社会保障', '政策咨询', 'N'],
      ['邻里纠纷', '邻里关系', '楼道堆物', 'N'],
      ['邻里纠纷', '邻里关系', '噪声扰民', 'N'],
      ['社区治理', '议事协商', '公共空间', 'C'],
    ] satisfies readonly Parameters<typeof leaf>[0][]
  ).map(leaf),
};

const nameOf = (category: readonly string[]) => category.join('/');
const indexes = new WeakMap<CategoryTree, { leaves: ReadonlyMap<string, CategoryLeaf>; renames: ReadonlyMap<string, Category> }>();

function indexOf(tree: CategoryTree) {
  let index = indexes.get(tree);
  if (!index) {
    index = {
      leaves: new Map(tree.leaves.map((one) => [nameOf(one.category), one])),
      renames: new Map(tree.renames.map(({ before, now }) => [nameOf(before), now])),
    };
    indexes.set(tree, index);
  }
  return index;
}

/** The version in force at an instant: the one that began last, of two that began together the newer; before the first the built-in tree. */
export function treeAt(trees: readonly CategoryTree[], at: Date): CategoryTree {
  return trees.reduce(
    (best, one) => (one.from <= at && (one.from > best.from || (one.from >= best.from && one.version > best.version)) ? one : best),
    builtInTree,
  );
}

export function leafOf(category: Category, tree: CategoryTree): CategoryLeaf | undefined {
  return indexOf(tree).leaves.get(nameOf(category));
}

/** The level a category has by itself, or undefined when the tree does not know it. Example: 电梯困人 -> E. */
export function levelOfCategory(category: Category, tree: CategoryTree = builtInTree): Level | undefined {
  return leafOf(category, tree)?.level;
}

/** What a category is called by this tree: an earlier name becomes the one it was renamed to, all others stay. */
export function presentName(category: Category, tree: CategoryTree): Category {
  return indexOf(tree).renames.get(nameOf(category)) ?? category;
}

/**
 * The category a person of the street gave, by its present name. A street with a tree of its own files nothing outside it; the built-in tree, which is
 * a sample, binds nobody. Throws `category.unknown`.
 */
export function filedUnder(category: Category, tree: CategoryTree): Category {
  const present = presentName(category, tree);
  if (tree.version > 0 && !leafOf(present, tree)) throw new DomainError('category.unknown', { category: nameOf(category) });
  return present;
}

/**
 * A suggestion in the words of the street's own tree: dictionary and model may name what the tree calls otherwise now, or does not know; the latter is no
 * suggestion, and a person judges.
 */
export function inWordsOf(tree: CategoryTree, found: Suggestion): Suggestion {
  if (tree.version === 0) return found;
  const known = (category: Category) => leafOf(presentName(category, tree), tree)?.category;
  const alternatives = found.alternatives.flatMap(({ category, certainty }) => {
    const present = known(category);
    return present ? [{ category: present, certainty }] : [];
  });
  if (!found.category) return { ...found, alternatives };
  const category = known(found.category);
  if (!category) {
    const message = `由文字看是“${nameOf(found.category)}”，本街道的问题分类中没有，请人工判断分类。`;
    return { ...found, category: null, isAbstained: true, level: found.isEmergency ? 'E' : null, alternatives, message };
  }
  const level = found.isEmergency ? 'E' : leafOf(category, tree)!.level;
  return { ...found, category, level, alternatives, message: found.message.replace(nameOf(found.category), nameOf(category)) };
}

/** What still uses categories when a tree begins. Paths of a directory may end at any level; `version` is the directory's. */
export interface InUse {
  directories: readonly { version: number; categories: readonly (readonly string[])[] | null }[];
  openDemands: readonly { category: Category; demands: number }[];
}

/**
 * What keeps a tree from being published: a leaf twice; a new name that is no leaf, or an old one that is still a leaf or is renamed twice; a path that a
 * directory in force then decides by and no leaf lies under, for such a row would never win again; a category of open demands that is neither
 * kept nor renamed. Example: the directory has 供暖/暖气不热, the tree calls it 供热/暖气不热 -> DIRECTORY, until a directory with the new name begins with it.
 */
export function treeFaults({ leaves, renames }: Pick<CategoryTree, 'leaves' | 'renames'>, inUse: InUse): TreeFault[] {
  const faults: TreeFault[] = [];
  const fault = (kind: TreeFault['kind'], category: readonly string[], text: string) =>
    faults.push({ kind, category: [...category], text });
  const names = new Set<string>();
  const paths = new Set<string>(['']);
  for (const { category } of leaves) {
    if (names.has(nameOf(category))) fault('DUPLICATE', category, `“${nameOf(category)}”列了不止一次`);
    names.add(nameOf(category));
    for (let depth = 1; depth <= category.length; depth++) paths.add(nameOf(category.slice(0, depth)));
  }
  const renamed = new Set<string>();
  for (const { before, now } of renames) {
    const [from, to] = [nameOf(before), nameOf(now)];
    if (renamed.has(from)) fault('RENAME_TWICE', before, `“${from}”的改称写了不止一次`);
    if (names.has(from)) fault('RENAME_STILL_THERE', before, `“${from}”仍在分类中，不能又改称“${to}”`);
    if (!names.has(to)) fault('RENAME_NOWHERE', now, `“${from}”改称的“${to}”不在分类中`);
    renamed.add(from);
  }
  for (const { version, categories } of inUse.directories) {
    for (const path of categories ?? []) {
      if (!paths.has(nameOf(path)))
        fault(
          'DIRECTORY',
          path,
          `派单目录第 ${version} 版还按“${nameOf(path)}”派单，而分类中没有：请保留它，或先发布自同日起施行、改用新名称的派单目录`,
        );
    }
  }
  for (const { category, demands } of inUse.openDemands) {
    const name = nameOf(category);
    if (!names.has(name) && !renamed.has(name))
      fault('OPEN_DEMANDS', category, `还有 ${demands} 件未结诉求属于“${name}”：请保留它，或注明改称什么`);
  }
  return faults;
}

/** The sentence of a refusal: the first faults, and how many more there are. */
export function refusalOf(faults: readonly TreeFault[], most = 10): string {
  const more = faults.length > most ? `；另有 ${faults.length - most} 处` : '';
  return `${faults
    .slice(0, most)
    .map(({ text }) => text)
    .join('；')}${more}`;
}
