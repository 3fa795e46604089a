import { experienceEvents, type Ctx, type experiences as operations, type ExperienceView } from '@wufang/contracts';
import { beijingDate, DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import type { z } from 'zod';
import { experiences } from '../db/experiences.store.js';
import { toExperience } from '../db/experiences.view.js';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { isArea } from '../domain/areas.js';
import { refusePrivate } from '../domain/public-text.js';

/** The street publishes a practice of an area or a community (经验做法; domain rules part 1, row 96). Handed in twice with the same number it is one. */
export async function publishExperience(
  tx: DispatchTx,
  input: z.output<typeof operations.publishExperience.input>,
  { actor }: Ctx,
  streets: StreetBook,
): Promise<ExperienceView> {
  const { id, title, text, category, of } = input;
  const known = await tx.lock(experiences, id);
  if (known) return toExperience(known);
  for (const words of [title, text]) refusePrivate(words);
  const street = await streets.fresh(tx.streetId);
  const isCommunity = (unitId: string) => ['COMMUNITY', 'VILLAGE'].includes(street.units.get(unitId)?.kind ?? '');
  if (of.kind === 'COMMUNITY' && !isCommunity(of.communityId)) throw new DomainError('unit.unknown', { unit: of.communityId });
  if (of.kind === 'AREA' && !isArea(street, of.name, beijingDate(tx.now), isCommunity))
    throw new DomainError('experience.area-unknown', { area: of.name });
  const row = { id, title, text, category, of, publishedAt: tx.now, publishedBy: actor.accountId, withdrawnAt: null };
  return toExperience(
    tx.create(experiences, row, [fact(experienceEvents.experiencePublished, { title, category, of, publishedAt: tx.now.toISOString() })]),
  );
}

/** A practice is taken down, and the fact says why. Taken down twice it is down. */
export async function withdrawExperience(tx: DispatchTx, { id, reason }: { id: string; reason: string }): Promise<ExperienceView> {
  const row = await tx.lock(experiences, id);
  if (!row) throw new DomainError('object.not-found', {});
  if (row.withdrawnAt !== null) return toExperience(row);
  refusePrivate(reason);
  const withdrawn = fact(experienceEvents.experienceWithdrawn, { title: row.title, reason, withdrawnAt: tx.now.toISOString() });
  return toExperience(tx.save(experiences, { ...row, withdrawnAt: tx.now }, [withdrawn]));
}
