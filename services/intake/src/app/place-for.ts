import type { PlaceRef } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { PlacePage } from '../db/places.store.js';
import { recognisePlace } from '../domain/place.js';
import { withoutPersonal } from '../domain/public-text.js';

/**
 * The place as the sender named it, filled up from the registry: a building tells its estate, an estate its community; without ids, the
 * names in the texts do, and within an estate that was chosen they tell the building. Ids the registry does not know come along only from people
 * of the street.
 * Example: estate 南岗里一区 chosen, point '3号楼2单元' -> its 3号楼.
 */
export function placeFor(
  input: { place?: Partial<PlaceRef>; title?: string; content: string; callerName?: string },
  page: PlacePage,
  isPublic: boolean,
): PlaceRef {
  const given = input.place ?? {};
  const point = given.point ? withoutPersonal(given.point, input.callerName) || null : null;
  const building = given.buildingId ? page.buildingById.get(given.buildingId) : undefined;
  const estateId = building?.estateId ?? given.estateId ?? null;
  const estate = estateId === null ? undefined : page.estateById.get(estateId);
  const communityId = estate?.communityId ?? given.communityId ?? null;
  if (estateId === null && communityId === null && !given.buildingId)
    return { ...recognisePlace([given.point, input.title, input.content], page), point };
  const named = given.buildingId === undefined && estate ? buildingIn(estate, [given.point, input.title, input.content], page) : null;
  const mayKeep = (id: string | null | undefined, isKnown: boolean) => (id && (isKnown || !isPublic) ? id : null);
  return {
    communityId: mayKeep(communityId, communityId !== null && page.nameOfUnit.has(communityId)),
    estateId: mayKeep(estateId, estate !== undefined),
    buildingId: named ?? mayKeep(given.buildingId, building !== undefined),
    point,
  };
}

/** The building of an estate that a text names: after the estate, or at the beginning where the estate is not named again. A text about another estate tells none. */
function buildingIn(
  { id, name }: { id: string; name: string },
  texts: readonly (string | null | undefined)[],
  page: PlacePage,
): string | null {
  for (const text of texts) {
    if (!text) continue;
    const written = recognisePlace([text], page);
    const { estateId, buildingId } = written.estateId === null ? recognisePlace([`${name}${text}`], page) : written;
    if (estateId === id && buildingId !== null) return buildingId;
  }
  return null;
}

/** A unit that a complaint is about is one of the register. */
export function refuseUnknownUnit(id: string | undefined, page: PlacePage): void {
  if (id !== undefined && !page.nameOfUnit.has(id)) throw new DomainError('unit.unknown', { unit: id });
}

/** Who may be named in a complaint about a place: the firm, the property-rights unit and the community there, as far as the register knows them. */
export function complaintUnits({ estateId, communityId }: PlaceRef, page: PlacePage): { id: string; name: string }[] {
  const estate = estateId === null ? undefined : page.estateById.get(estateId);
  const ids = new Set([estate?.firmId, estate?.rightsUnitId, communityId]);
  return [...ids].flatMap((id) => (id && page.nameOfUnit.has(id) ? [{ id, name: page.nameOfUnit.get(id)! }] : []));
}

/** What a resident names is one of the units of the place, as they wrote it or as the whole text tells it. */
export function refuseUnitElsewhere(id: string | undefined, places: readonly PlaceRef[], page: PlacePage): void {
  if (id !== undefined && !places.some((place) => complaintUnits(place, page).some((unit) => unit.id === id)))
    throw new DomainError('demand.unit-elsewhere', {});
}

export function nameOfPlace(place: PlaceRef, page: PlacePage): string | null {
  const estate = place.estateId === null ? undefined : page.estateById.get(place.estateId)?.name;
  return estate ?? (place.communityId === null ? null : (page.nameOfUnit.get(place.communityId) ?? null));
}
