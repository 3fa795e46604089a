import { registryEvents } from '@wufang/contracts';
import { fact } from '@wufang/service';
import { buildingIds, buildings, estateIds } from '../db/register.store.js';
import type { RegistryTx } from '../db/schema.js';
import type { BuildingEntry } from '../domain/register-sheets.js';
import type { Outcome } from './outcome.js';

/** Registers a building of an estate under its name (楼号), or brings it up to date. */
export async function registerBuilding(tx: RegistryTx, entry: BuildingEntry): Promise<Outcome> {
  const estateId = await tx.load(estateIds, entry.estateName);
  if (!estateId) return { fault: `小区“${entry.estateName}”没有登记` };
  const place = `building:${estateId}/${entry.name}`;
  await tx.hold(place);
  const id = tx.recall<string>(place) ?? (await tx.load(buildingIds, `${estateId}/${entry.name}`));
  const before = id === undefined ? undefined : await tx.lock(buildings, id);
  const { name, stairwells, floors, hasLift } = entry;
  const next = { estateId, name, stairwells, floors, hasLift };
  if (before && (Object.keys(next) as (keyof typeof next)[]).every((key) => before[key] === next[key])) return 'unchanged';
  const buildingId = before?.id ?? tx.newId();
  const registered = fact(registryEvents.buildingRegistered, { id: buildingId, ...next });
  if (before) tx.save(buildings, { ...before, ...next }, [registered]);
  else tx.create(buildings, { id: buildingId, ...next, keeperAccountId: null, keeperPhone: null }, [registered]);
  tx.remember(place, buildingId);
  return before ? 'changed' : 'added';
}
