import type { CareHome, Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { Kysely } from 'kysely';
import type { DispatchDb } from './schema.js';

/** The list of an estate, for its own community and the street; another community finds no such estate. */
export async function listCareHomes(
  db: Kysely<DispatchDb>,
  { estateId }: { estateId: string },
  { streetId, scope, actor }: Ctx,
): Promise<{ isKept: boolean; homes: CareHome[] }> {
  const estate = await db
    .selectFrom('estates')
    .select('communityId')
    .where('streetId', '=', streetId)
    .where('id', '=', estateId)
    .executeTakeFirst();
  const isMine = scope === 'street' || (estate?.communityId != null && actor.unitIds.includes(estate.communityId));
  if (!estate || !isMine) throw new DomainError('object.not-found', {});
  const list = await db.selectFrom('careLists').select('id').where('streetId', '=', streetId).where('id', '=', estateId).executeTakeFirst();
  const homes = await db
    .selectFrom('careHomes')
    .select(['homeId', 'buildingId', 'kind', 'since'])
    .where('streetId', '=', streetId)
    .where('estateId', '=', estateId)
    .orderBy('since')
    .orderBy('homeId')
    .execute();
  return { isKept: list !== undefined, homes: homes.map(({ since, ...home }) => ({ ...home, since: since.toISOString() })) };
}
