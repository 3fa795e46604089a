import { createHash } from 'node:crypto';
import { registryEvents, type Place } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { buildings, estates, places, units } from '../db/register.store.js';
import { toPlace } from '../db/register.view.js';
import type { RegistryTx } from '../db/schema.js';

interface NewPlace {
  id: string;
  name: string;
  communityId?: string | undefined;
  estateId?: string | undefined;
  buildingId?: string | undefined;
  stairwell?: string | undefined;
}

/** Registers a point; whoever scans its code has the place filled in, up to the community that the building stands in. */
export async function createPlace(tx: RegistryTx, input: NewPlace): Promise<Place> {
  const known = await tx.lock(places, input.id);
  if (known) return toPlace(known);
  const building = input.buildingId ? await tx.lock(buildings, input.buildingId) : undefined;
  if (input.buildingId && !building) throw new DomainError('object.not-found', {});
  const estateId = input.estateId ?? building?.estateId;
  const estate = estateId ? await tx.lock(estates, estateId) : undefined;
  if (estateId && !estate) throw new DomainError('object.not-found', {});
  const communityId = input.communityId ?? estate?.communityId;
  if (communityId && !(await tx.lock(units, communityId))) throw new DomainError('object.not-found', {});
  if ((building && building.estateId !== estateId) || (estate && estate.communityId !== communityId))
    throw new DomainError('request.invalid', { issues: '楼栋、小区、社区不在一处' });
  const place = {
    code: codeOf(tx.streetId, input.id),
    name: input.name,
    communityId: communityId ?? null,
    estateId: estateId ?? null,
    buildingId: building?.id ?? null,
    stairwell: input.stairwell ?? null,
  };
  return toPlace(tx.create(places, { id: input.id, ...place }, [fact(registryEvents.placeRegistered, place)]));
}

// Without 0, 1, I, O: people type it from a worn sticker.
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Eight letters that follow from the place's id, so that the same place asked for twice has one code. */
function codeOf(streetId: string, id: string): string {
  const digest = createHash('sha256').update(`${streetId}/${id}`).digest();
  return Array.from(digest.subarray(0, 8), (byte) => letters[byte % 32]).join('');
}
