import type { PlaceRef, Suggestion } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { Vault } from '@wufang/service';
import type { Kysely } from 'kysely';
import { openPersonal } from '../db/complainants.store.js';
import { placeOf } from '../db/demands.store.js';
import type { PlacePage } from '../db/places.store.js';
import type { IntakeDb } from '../db/schema.js';
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

/** The same for a demand that waits: its words are opened for this answer alone. */
export async function suggestionOf(
  sql: Kysely<IntakeDb>,
  { id, streetId }: { id: string; streetId: string },
  vault: Vault,
  parts: SuggestParts,
): Promise<Suggestion> {
  const row = await sql
    .selectFrom('demands as d')
    .innerJoin('complainants as c', (join) => join.onRef('c.streetId', '=', 'd.streetId').onRef('c.demandId', '=', 'd.id'))
    .select(['d.id', 'd.communityId', 'd.estateId', 'd.buildingId', 'd.point', 'c.sealedKey', 'c.sealed'])
    .where('d.streetId', '=', streetId)
    .where('d.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new DomainError('object.not-found', {});
  const { title, content, callerName } = openPersonal(vault, { demandId: row.id, sealedKey: row.sealedKey, sealed: row.sealed });
  const written = { title: title ?? undefined, content: content ?? '', callerName: callerName ?? undefined };
  return suggestFor({ ...written, place: placeOf(row) }, parts);
}
