/** Every category that leaves of a tree have at each of their levels, in the order of the tree, each once. Example: A/B/C -> 'A', 'A/B', 'A/B/C'. */
export function categoriesOf(leaves: readonly (readonly string[])[]): string[] {
  return [...new Set(leaves.flatMap((leaf) => leaf.map((_, depth) => leaf.slice(0, depth + 1).join('/'))))];
}
