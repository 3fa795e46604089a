import type { Output } from '@wufang/api-client';

export type Leaf = Output<'intake.category-tree.get'>['leaves'][number];
type Path = Leaf['category'];
export interface Rename {
  before: Path;
  now: Path;
}

/** The next tree while it is being written: its leaves, and what those that are gone are called from now on. */
export interface TreeDraft {
  leaves: readonly Leaf[];
  renames: readonly Rename[];
}

const keyOf = (path: readonly string[]) => path.join('/');
const isSame = (a: readonly string[], b: readonly string[]) => keyOf(a) === keyOf(b);

/** A leaf put in the place of another; called otherwise, the old name leads to the new one, also what led to the old name before. */
export function replaced(draft: TreeDraft, before: Path, leaf: Leaf, isPublished: boolean): TreeDraft {
  const leaves = draft.leaves.map((one) => (isSame(one.category, before) ? leaf : one));
  if (isSame(before, leaf.category)) return { ...draft, leaves };
  const led = draft.renames.map((one) => (isSame(one.now, before) ? { ...one, now: leaf.category } : one));
  const renames = isPublished ? [...led, { before, now: leaf.category }] : led;
  // Called as it was again, nothing has to be led.
  return { leaves, renames: renames.filter(({ before: was, now }) => !isSame(was, now)) };
}

/** A leaf taken out; what was filed under it is called as `now` says, if that is said. */
export function removed(draft: TreeDraft, path: Path, now: Path | undefined, isPublished: boolean): TreeDraft {
  const led = draft.renames.flatMap((one) => (isSame(one.now, path) ? (now ? [{ ...one, now }] : []) : [one]));
  return {
    leaves: draft.leaves.filter((one) => !isSame(one.category, path)),
    renames: isPublished && now ? [...led, { before: path, now }] : led,
  };
}

export const added = (draft: TreeDraft, leaf: Leaf): TreeDraft => ({ ...draft, leaves: [...draft.leaves, leaf] });

/** Leaves of a draft that the published tree has not, or has otherwise, and those it has that the draft has not. */
export function changesOf(published: readonly Leaf[], draft: TreeDraft): { put: Leaf[]; gone: Leaf[] } {
  const was = new Map(published.map((leaf) => [keyOf(leaf.category), JSON.stringify([leaf.level, leaf.duties])]));
  const is = new Set(draft.leaves.map(({ category }) => keyOf(category)));
  return {
    put: draft.leaves.filter((leaf) => was.get(keyOf(leaf.category)) !== JSON.stringify([leaf.level, leaf.duties])),
    gone: published.filter(({ category }) => !is.has(keyOf(category))),
  };
}

/** A category by all its names. Example: '城市管理 / 积水内涝 / 院内积水'. */
export const pathText = (path: readonly string[]): string => path.join(' / ');
