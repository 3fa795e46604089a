import type { PlaceRef, Suggestion } from '@wufang/contracts';
import type { PlacePage } from '../db/places.store.js';
import { suggest, type ModelInUse } from '../domain/classify.js';
import { placeFor } from './place-for.js';

export interface SuggestParts {
  page: PlacePage;
  inUse: ModelInUse | null;
}

/** What a text suggests, with the place looked up in the register. Nothing of it is kept. */
export function suggestFor(
  input: { title?: string; content: string; callerName?: string; place?: Partial<PlaceRef> },
  { page, inUse }: SuggestParts,
): Suggestion {
  const found = placeFor(input, page, false);
  const names = [
    found.estateId && page.estateById.get(found.estateId)?.name,
    found.buildingId && page.buildingById.get(found.buildingId)?.name,
  ];
  if (!found.estateId) names.push(found.communityId && page.nameOfUnit.get(found.communityId));
  const place = { found, names: names.filter((name) => typeof name === 'string' && name !== '') as string[] };
  return suggest(`${input.title ?? ''}\n${input.content}`, { place, placeNames: page.placeNames, inUse });
}
