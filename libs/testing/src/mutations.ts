import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One change of compiled code while it is loaded. Shipped code holds no hooks for tests: kill points, shortened waits and planted bugs
 * are all mutations. White space in `find` stands for any white space.
 */
export interface Mutation {
  /** Compiled file below the root of the repository, such as `libs/service/dist/src/relay.js`. */
  file: string;
  find: string;
  replace: string;
}

/** The variable that hands mutations to a process, as JSON. */
export const MUTATIONS = 'WUFANG_MUTATIONS';

const root = join(import.meta.dirname, '../../../..');

/** The text after one mutation. A place that is not there exactly once is an error: the code has moved on and the test with it must. */
export function mutate(text: string, { file, find, replace }: Mutation): string {
  const places = [...text.matchAll(patternOf(find))];
  if (places.length !== 1) throw new Error(`a mutation of ${file} applies ${places.length} times instead of once: ${find}`);
  const { index, 0: found } = places[0]!;
  return text.slice(0, index) + replace + text.slice(index + found.length);
}

/** The text of one file after all mutations that concern it, in their order. */
export function mutateFile(text: string, url: string, mutations: readonly Mutation[]): string {
  return mutations.filter(({ file }) => url.endsWith(`/${file}`)).reduce(mutate, text);
}

/** Throws unless every mutation still applies to the code as it is compiled now. */
export function assertApply(mutations: readonly Mutation[]): void {
  for (const file of new Set(mutations.map((mutation) => mutation.file))) {
    mutateFile(readFileSync(join(root, file), 'utf8'), `/${file}`, mutations);
  }
}

function patternOf(find: string): RegExp {
  const words = find.trim().split(/\s+/);
  return new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+'), 'g');
}
