import { exposureEvents, exposurePlaceText, type Ctx, type exposures as operations, type ExposureView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import type { z } from 'zod';
import type { ExposureRow } from '../db/exposures.schema.js';
import { exposures } from '../db/exposures.store.js';
import { toExposure } from '../db/exposures.view.js';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { nextExposureState } from '../domain/exposure-states.js';
import { publicTextOf, refusePrivate } from '../domain/public-text.js';
import { refuseNotKept } from './keep-photo.js';

type Input<K extends keyof typeof operations> = z.output<(typeof operations)[K]['input']>;

/** Somebody of the street proposes what is to stand on the exposure board (曝光台): a place anybody can walk to, what is wrong there, a photo, who puts it right. */
export async function proposeExposure(
  tx: DispatchTx,
  input: Input<'proposeExposure'>,
  ctx: Ctx,
  streets: StreetBook,
): Promise<ExposureView> {
  const known = await tx.lock(exposures, input.id);
  if (known) {
    if (known.proposedBy !== ctx.actor.accountId) throw new DomainError('object.not-found', {});
    return toExposure(known, ctx);
  }
  const { id, place, photoIds, unitId } = input;
  const { units } = await streets.at(tx.streetId);
  for (const unit of [unitId, place.communityId]) if (!units.has(unit)) throw new DomainError('unit.unknown', { unit });
  const problem = publicTextOf(input.problem);
  refusePrivate(place.crossing);
  await refuseNotKept(tx, { subjectId: id, by: ctx.actor.accountId }, photoIds);
  const { communityId } = place;
  const proposed = { unitId, communityId, placeText: exposurePlaceText(place), photoIds, proposedAt: tx.now.toISOString() };
  const row = tx.create(
    exposures,
    {
      ...{ id, state: 'PROPOSED' as const, place, problem, photoIds, unitId, communityId, proposedBy: ctx.actor.accountId },
      ...{ proposedAt: tx.now, publishedAt: null, fixedAt: null, result: null, reason: null },
    },
    [fact(exposureEvents.exposureProposed, proposed)],
  );
  return toExposure(row, ctx);
}

/** Another person than who proposed it puts it on the board, having looked that no person can be told from words and photos; or refuses it with a reason. */
export async function decideExposure(tx: DispatchTx, input: Input<'decideExposure'>, ctx: Ctx): Promise<ExposureView> {
  const row = await lockExposure(tx, input.id);
  const state = nextExposureState(row.state, input.publish ? 'publish' : 'refuse');
  if (row.proposedBy === ctx.actor.accountId) throw new DomainError('exposure.own', {});
  const at = tx.now.toISOString();
  const about = { unitId: row.unitId, communityId: row.communityId };
  if (!input.publish) {
    if (input.reason === undefined) throw new DomainError('exposure.reason-needed', {});
    refusePrivate(input.reason);
    const refused = fact(exposureEvents.exposureRefused, { ...about, refusedAt: at });
    return toExposure(tx.save(exposures, { ...row, state, reason: input.reason }, [refused]), ctx);
  }
  if (!input.noPersons) throw new DomainError('exposure.unchecked', {});
  const told = { ...about, placeText: exposurePlaceText(row.place), problem: row.problem, publishedAt: at };
  return toExposure(tx.save(exposures, { ...row, state, publishedAt: tx.now }, [fact(exposureEvents.exposurePublished, told)]), ctx);
}

/** Taken down: it should not have been on the board. */
export async function withdrawExposure(tx: DispatchTx, input: Input<'withdrawExposure'>, ctx: Ctx): Promise<ExposureView> {
  const row = await lockExposure(tx, input.id);
  const state = nextExposureState(row.state, 'withdraw');
  refusePrivate(input.reason);
  const { unitId, communityId } = row;
  const withdrawn = fact(exposureEvents.exposureWithdrawn, { unitId, communityId, withdrawnAt: tx.now.toISOString() });
  return toExposure(tx.save(exposures, { ...row, state, reason: input.reason }, [withdrawn]), ctx);
}

/** The street has seen that it is put right; the board says so. */
export async function fixExposure(tx: DispatchTx, input: Input<'fixExposure'>, ctx: Ctx): Promise<ExposureView> {
  const row = await lockExposure(tx, input.id);
  const state = nextExposureState(row.state, 'fix');
  const result = publicTextOf(input.result);
  const { unitId, communityId } = row;
  const fixed = fact(exposureEvents.exposureFixed, { unitId, communityId, result, fixedAt: tx.now.toISOString() });
  return toExposure(tx.save(exposures, { ...row, state, result, fixedAt: tx.now }, [fixed]), ctx);
}

async function lockExposure(tx: DispatchTx, id: string): Promise<ExposureRow> {
  const row = await tx.lock(exposures, id);
  if (!row) throw new DomainError('object.not-found', {});
  return row;
}
