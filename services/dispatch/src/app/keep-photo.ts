import { campaignEvents, labels, supervisionEvents, whistleEvents, type Ctx, type KeptPhoto } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import type { Photo } from '@wufang/service/photo';
import { campaigns, lockOpenCampaign } from '../db/campaigns.store.js';
import { exposures } from '../db/exposures.store.js';
import { keptPhotos, photosOf, photosPlace } from '../db/photos.store.js';
import type { DispatchTx } from '../db/schema.js';
import type { KeptPhotoRow } from '../db/supervision.schema.js';
import { lockSummons, summonses } from '../db/whistles.store.js';
import { lockWatched, workOrders } from '../db/work-orders.store.js';
import { nextOfSummons } from '../domain/whistle-states.js';

/** How many photos one unit may keep with a whistle, or one person with an order, a finding or an exposure. */
export const mostPhotos = 20;

/** A summoned unit keeps a photo with the whistle, while it may still check in (现场签到). */
export async function keepWhistlePhoto(tx: DispatchTx, input: { id: string; unitId: string; photo: Photo }, ctx: Ctx): Promise<KeptPhoto> {
  const summons = await lockSummons(tx, input, ctx);
  nextOfSummons(summons.state, 'checkIn');
  const { photo, isNew } = await keep(tx, { subjectId: summons.id, unitId: summons.unitId }, input.photo, ctx);
  const { whistleId, unitId } = summons;
  if (isNew) tx.save(summonses, summons, [fact(whistleEvents.summonsPhotoKept, { whistleId, unitId, photoId: photo.id })]);
  return photo;
}

/** A citizen supervisor keeps a photo with an order of the community, for what is written about it then. */
export async function keepSupervisorPhoto(tx: DispatchTx, input: { id: string; photo: Photo }, ctx: Ctx): Promise<KeptPhoto> {
  const order = await lockWatched(tx, input.id, ctx);
  const { photo, isNew } = await keep(tx, { subjectId: order.id, unitId: null }, input.photo, ctx);
  const kept = { demandId: order.demandId, photoId: photo.id, keptAt: tx.now.toISOString() };
  if (isNew) tx.save(workOrders, order, [fact(supervisionEvents.supervisorPhotoKept, kept)]);
  return photo;
}

/** Somebody who takes part in a campaign keeps a photo for what they are entering; the finding may still be to come. */
export async function keepFindingPhoto(
  tx: DispatchTx,
  input: { id: string; findingId: string; photo: Photo },
  ctx: Ctx,
): Promise<KeptPhoto> {
  const campaign = await lockOpenCampaign(tx, input.id, ctx);
  const { photo, isNew } = await keep(tx, { subjectId: input.findingId, unitId: null }, input.photo, ctx);
  const kept = fact(campaignEvents.findingPhotoKept, { findingId: input.findingId, photoId: photo.id });
  if (isNew) tx.save(campaigns, campaign, [kept]);
  return photo;
}

/** A photo for an entry of the exposure board that is being written; nobody sees it before that is proposed. */
export async function keepExposurePhoto(tx: DispatchTx, input: { id: string; photo: Photo }, ctx: Ctx): Promise<KeptPhoto> {
  const known = await tx.lock(exposures, input.id);
  if (known) throw new DomainError('exposure.state', { state: labels.exposureState[known.state] });
  return (await keep(tx, { subjectId: input.id, unitId: null }, input.photo, ctx)).photo;
}

/** Refuses ids of photos that this unit, or this supervisor, has not kept here. */
export async function refuseNotKept(
  tx: DispatchTx,
  { subjectId, by }: { subjectId: string; by?: string },
  photoIds: readonly string[],
): Promise<void> {
  if (photoIds.length === 0) return;
  tx.mustSeeAll(photosPlace(subjectId));
  const kept = (await tx.load(photosOf, subjectId)) ?? [];
  const isThere = (photoId: string) => kept.some(({ id, addedBy }) => id === photoId && (by === undefined || addedBy === by));
  if (!photoIds.every(isThere)) throw new DomainError('image.not-kept', {});
}

/** The same file again is the same photo. Whoever calls has locked what it belongs to. */
async function keep(
  tx: DispatchTx,
  of: Pick<KeptPhotoRow, 'subjectId' | 'unitId'>,
  { data, width, height, sha256 }: Photo,
  { actor }: Ctx,
): Promise<{ photo: KeptPhoto; isNew: boolean }> {
  const place = photosPlace(of.subjectId);
  tx.mustSeeAll(place);
  const kept = ((await tx.load(photosOf, of.subjectId)) ?? []).filter(({ addedBy }) => of.unitId !== null || addedBy === actor.accountId);
  const same = kept.find((one) => one.sha256.equals(sha256));
  if (same) return { photo: { id: same.id, width: same.width, height: same.height, bytes: same.bytes }, isNew: false };
  if (kept.length >= mostPhotos) throw new DomainError('image.too-many', { limit: mostPhotos });
  const photo = { id: tx.newId(), width, height, bytes: data.length };
  tx.insert(keptPhotos, { ...photo, ...of, addedBy: actor.accountId, data, sha256, addedAt: tx.now });
  tx.remember(place, photo.id);
  return { photo, isNew: true };
}
