import { careHomeEvents, type Ctx, type HouseholdKind } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { careHomes, careHomesOf, careLists } from '../db/care-homes.store.js';
import { homesOfEstate } from '../db/incidents.store.js';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';

interface Kept {
  estateId: string;
  homes: { homeId: string; kind: HouseholdKind }[];
}

/**
 * The community keeps a list of homes to be called on first (重点户名册: 空巢、独居、残疾……; domain rules part 1, row 105): a home's number and why, no name. When an
 * incident reaches one of them it is on the incident's list at once (`carryHouseholds`). The facts know how many there are, and nothing of any.
 */
export async function keepCareHomes(tx: DispatchTx, input: Kept, ctx: Ctx, streets: StreetBook): Promise<{ homes: number }> {
  const { estateId } = input;
  const list = await lockList(tx, estateId, ctx, streets);
  const stairwells = (await tx.load(homesOfEstate, estateId)) ?? [];
  const there = new Map(stairwells.flatMap(({ buildingId, homeIds }) => homeIds.map((homeId) => [homeId, buildingId])));
  const elsewhere = input.homes.filter(({ homeId }) => !there.has(homeId)).map(({ homeId }) => homeId);
  if (elsewhere.length > 0) throw new DomainError('care-home.elsewhere', { homes: elsewhere.slice(0, 5).join('、') });
  const kept = new Map(((await tx.load(careHomesOf, estateId)) ?? []).map((home) => [home.homeId, home]));
  for (const { homeId, kind } of input.homes) {
    const since = kept.get(homeId)?.since ?? tx.now;
    const home = {
      homeId,
      estateId,
      buildingId: there.get(homeId)!,
      communityId: list.communityId,
      kind,
      since,
      keptBy: ctx.actor.accountId,
    };
    kept.set(homeId, { ...home, streetId: tx.streetId });
    tx.put(careHomes, home);
  }
  return save(tx, list, kept.size);
}

/** A home is called on first no more: who lived there has moved, or is cared for otherwise. */
export async function dropCareHome(
  tx: DispatchTx,
  { estateId, homeId }: { estateId: string; homeId: string },
  ctx: Ctx,
  streets: StreetBook,
): Promise<{ homes: number }> {
  const list = await lockList(tx, estateId, ctx, streets);
  const kept = (await tx.load(careHomesOf, estateId)) ?? [];
  if (!kept.some((home) => home.homeId === homeId)) throw new DomainError('object.not-found', {});
  tx.remove(careHomes, { homeId });
  return save(tx, list, kept.length - 1);
}

type List = Awaited<ReturnType<typeof lockList>>;

async function lockList(tx: DispatchTx, estateId: string, ctx: Ctx, streets: StreetBook) {
  const communityId = (await streets.at(tx.streetId)).estates.get(estateId)?.communityId;
  const isMine = ctx.scope === 'street' || ctx.actor.unitIds.includes(communityId ?? '');
  if (!communityId || !isMine) throw new DomainError('object.not-found', {});
  const found = await tx.lock(careLists, estateId);
  return { found, communityId, estateId };
}

function save(tx: DispatchTx, { found, communityId, estateId }: List, homes: number): { homes: number } {
  const facts = [fact(careHomeEvents.careListChanged, { homes, changedAt: tx.now.toISOString() })];
  if (found) tx.save(careLists, { ...found, communityId, homes }, facts);
  else tx.create(careLists, { id: estateId, communityId, homes }, facts);
  return { homes };
}
