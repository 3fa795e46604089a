import type { PlaceRef, Suggestion } from '@wufang/contracts';
import type { PlacePage } from '../db/places.store.js';
import { inWordsOf, treeAt, type CategoryTree } from '../domain/categories.js';
import { suggest, type ModelInUse } from '../domain/classify.js';
import { placeFor } from './place-for.js';

export interface SuggestParts {
  page: PlacePage;
  inUse: ModelInUse | null;
  /** Every version of the street's own category tree. */
  trees: readonly CategoryTree[];
}

/** What a text suggests, with the place looked up in the register. Nothing of it is kept. */
export function suggestFor(
  input: { title?: string; content: string; callerName?: string; place?: Partial<PlaceRef> },
  { page, inUse, trees }: SuggestParts,
  now: Date,
): Suggestion {
  const where = placeFor(input, page, false);
  const names = [
    where.estateId && page.estateById.get(where.estateId)?.name,
    where.buildingId && page.buildingById.get(where.buildingId)?.name,
  ];
  if (!where.estateId) names.push(where.communityId && page.nameOfUnit.get(where.communityId));
  const place = { found: where, names: names.filter((name) => typeof name === 'string' && name !== '') as string[] };
  const found = suggest(`${input.title ?? ''}\n${input.content}`, { place, placeNames: page.placeNames, inUse });
  return inWordsOf(treeAt(trees, now), found);
}
