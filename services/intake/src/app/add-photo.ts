import { intake, intakeEvents } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import type { Photo } from '@wufang/service/photo';
import type { z } from 'zod';
import { attachments, demands, photoBytesToday, samePhoto } from '../db/demands.store.js';
import type { DemandRow, IntakeTx } from '../db/schema.js';

/** How many photos a demand may have from who handed it in, until when after that, how many with those of the units, and how much the street takes in a day. */
export const photoLimits = { perDemand: 6, withinMs: 2 * 3_600_000, withUnits: 40, bytesPerDay: 2 * 1024 ** 3 } as const;

/** Who may add: who handed the demand in, while it is new; or a unit that works on it, while it does. */
export type PhotoFrom = 'RESIDENT' | 'SITE';

/**
 * Whether a photo may still be added. Who knows the id of a demand that was just handed in is who handed it in; later the id opens nothing.
 */
export function checkMayAdd(
  row: Pick<DemandRow, 'receivedAt' | 'photos'> | undefined,
  now: Date,
  from: PhotoFrom = 'RESIDENT',
): asserts row is DemandRow {
  const isLate = from === 'RESIDENT' && row && now.getTime() - row.receivedAt.getTime() > photoLimits.withinMs;
  if (!row || isLate) throw new DomainError('object.not-found', {});
  const limit = from === 'SITE' ? photoLimits.withUnits : photoLimits.perDemand;
  if (row.photos >= limit) throw new DomainError('image.too-many', { limit });
}

/** Keeps a photo, already drawn anew, with its demand. The same file again is the same photo. */
export async function addPhoto(
  tx: IntakeTx,
  input: { id: string; photo: Photo },
  from: PhotoFrom = 'RESIDENT',
): Promise<z.output<typeof intake.attachPhoto.output>> {
  const row = await tx.lock(demands, input.id);
  const { data, width, height, sha256 } = input.photo;
  const place = `${input.id}:${sha256.toString('hex')}`;
  const same = tx.recall<z.output<typeof intake.attachPhoto.output>>(place) ?? (row && (await tx.load(samePhoto, place)));
  if (same) return same;
  checkMayAdd(row, tx.now, from);
  if (((await tx.load(photoBytesToday, 'today')) ?? 0) > photoLimits.bytesPerDay)
    throw new DomainError('request.too-many', { retryAfter: 3_600 });
  const photo = { id: tx.newId(), width, height, bytes: data.length };
  tx.insert(attachments, { ...photo, demandId: row.id, data, sha256, addedAt: tx.now });
  tx.save(demands, { ...row, photos: row.photos + 1 }, [fact(intakeEvents.photoAdded, { photoId: photo.id })]);
  tx.remember(place, photo);
  return photo;
}
