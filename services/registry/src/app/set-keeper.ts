import { registryEvents, type BuildingKeeper, type Ctx, type registry as operations } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import type { z } from 'zod';
import { buildings, estates } from '../db/register.store.js';
import { keeperOf } from '../db/register.view.js';
import type { RegistryTx } from '../db/schema.js';

/** Who looks after a building (楼栋管片员; domain rules part 1, row 70), or nobody any more. A community says so of its own buildings. The same again changes nothing. */
export async function setKeeper(
  tx: RegistryTx,
  { buildingId, accountId, officePhone }: z.output<typeof operations.setKeeper.input>,
  { scope, actor }: Ctx,
): Promise<{ buildingId: string; keeper: BuildingKeeper | null }> {
  const building = await tx.lock(buildings, buildingId);
  const estate = building && (await tx.lock(estates, building.estateId));
  if (!building || !estate || (scope !== 'street' && !actor.unitIds.includes(estate.communityId)))
    throw new DomainError('object.not-found', {});
  const next = { keeperAccountId: accountId, keeperPhone: accountId === null ? null : officePhone };
  const isSame = building.keeperAccountId === next.keeperAccountId && building.keeperPhone === next.keeperPhone;
  if (isSame) return { buildingId, keeper: keeperOf(building) };
  const set = fact(registryEvents.keeperSet, { buildingId, estateId: estate.id, accountId, setAt: tx.now.toISOString() });
  return { buildingId, keeper: keeperOf(tx.save(buildings, { ...building, ...next }, [set])) };
}
