import { describe, expect, test } from '@jest/globals';
import type { Category, CategoryLeaf } from '@wufang/contracts';
import { builtInTree, filedUnder, inWordsOf, leafOf, treeAt, treeFaults, type CategoryTree } from './categories.js';
import { suggest } from './classify.js';

const leaf = (path: string, level: CategoryLeaf['level'] = 'N'): CategoryLeaf => ({
  category: path.split('/') as Category,
  level,
  duties: [],
});
const rename = (before: string, now: string) => ({ before: before.split('/') as Category, now: now.split('/') as Category });
const tree = (differs: Partial<CategoryTree>): CategoryTree => ({
  ...{ version: 1, from: new Date('2026-12-01T00:00+08:00'), source: '测试', renames: [] },
  leaves: [leaf('供热/室内/暖气不热', 'U'), leaf('物业/房屋/漏雨')],
  ...differs,
});
const nothing = { directories: [], openDemands: [] };

test('the built-in tree names each leaf once and says where it comes from', () => {
  expect(treeFaults(builtInTree, nothing)).toEqual([]);
  expect(builtInTree.leaves).toHaveLength(24);
  expect(builtInTree.source).toContain('directory.csv');
});

test.each([
  ['2026-11-30T23:59:59+08:00', 0], // before the first: the built-in one
  ['2026-12-01T00:00+08:00', 1], // from its first moment on
  ['2027-01-01T00:00+08:00', 3], // of two that begin together the newer
  ['2027-02-01T00:00+08:00', 3],
])('at %s version %i is in force', (at, version) => {
  const newYear = new Date('2027-01-01T00:00+08:00');
  const trees = [tree({}), tree({ version: 2, from: newYear }), tree({ version: 3, from: newYear })];
  expect(treeAt(trees, new Date(at)).version).toBe(version);
  expect(treeAt(trees.reverse(), new Date(at)).version).toBe(version);
});

describe('what keeps a tree from being published', () => {
  const kinds = (...[of, inUse = nothing]: [Parameters<typeof treeFaults>[0], Parameters<typeof treeFaults>[1]?]) =>
    treeFaults(of, inUse).map(({ kind }) => kind);
  const { leaves } = tree({});
  test.each([
    [[rename('水电气热/供暖/暖气不热', '供热/室内/暖气不热')], []],
    [[rename('水电气热/供暖/暖气不热', '供热/室内/没有这一类')], ['RENAME_NOWHERE']],
    [[rename('物业/房屋/漏雨', '供热/室内/暖气不热')], ['RENAME_STILL_THERE']],
    [[rename('旧/旧/旧', '物业/房屋/漏雨'), rename('旧/旧/旧', '供热/室内/暖气不热')], ['RENAME_TWICE']],
  ])('renames %j: %j', (renames, expected) => {
    expect(kinds({ leaves, renames })).toEqual(expected);
  });
  test('a leaf twice', () => expect(kinds({ leaves: [...leaves, leaves[0]!], renames: [] })).toEqual(['DUPLICATE']));
  test.each([
    [[], []], // a row for everything
    [['供热'], []],
    [['供热', '室内', '暖气不热'], []],
    [['供热', '室外'], ['DIRECTORY']],
    [['水电气热'], ['DIRECTORY']],
  ])('a directory row for %j: %j', (path, expected) => {
    expect(kinds({ leaves, renames: [] }, { ...nothing, directories: [{ version: 4, categories: [path] }] })).toEqual(expected);
  });
  test('open demands whose category is neither kept nor renamed', () => {
    const openDemands = [
      { category: leaves[0]!.category, demands: 3 },
      { category: ['水电气热', '供暖', '暖气不热'] as Category, demands: 2 },
    ];
    expect(treeFaults({ leaves, renames: [] }, { ...nothing, openDemands })).toEqual([
      { kind: 'OPEN_DEMANDS', category: ['水电气热', '供暖', '暖气不热'], text: expect.stringContaining('还有 2 件未结诉求') },
    ]);
    const renames = [rename('水电气热/供暖/暖气不热', '供热/室内/暖气不热')];
    expect(kinds({ leaves, renames }, { ...nothing, openDemands })).toEqual([]);
  });
});

describe('a street with a tree of its own', () => {
  const own = tree({ renames: [rename('水电气热/供暖/暖气不热', '供热/室内/暖气不热')] });
  const nowhere = { communityId: null, estateId: null, buildingId: null, point: null };
  const read = (text: string) => suggest(text, { place: { found: nowhere, names: [] }, placeNames: [], inUse: null });

  test('files by present names, and nothing outside it', () => {
    expect(filedUnder(['水电气热', '供暖', '暖气不热'], own)).toEqual(['供热', '室内', '暖气不热']);
    expect(() => filedUnder(['水电气热', '供电', '停电'], own)).toThrow('category.unknown');
    expect(filedUnder(['随便', '什么', '都行'], builtInTree)).toEqual(['随便', '什么', '都行']);
  });
  test('is suggested its own words, with its own level; what it does not know is left to a person', () => {
    const heat = inWordsOf(own, read('暖气不热'));
    expect(heat).toMatchObject({ category: ['供热', '室内', '暖气不热'], level: 'U', isAbstained: false });
    expect(heat.message).toContain('供热/室内/暖气不热');
    const power = inWordsOf(own, read('家里停电了'));
    expect(power).toMatchObject({ category: null, level: null, isAbstained: true });
    expect(power.message).toContain('没有');
    expect(leafOf(['水电气热', '供电', '停电'], builtInTree)).toBeDefined();
  });
});
