import { areaEvents, type AreaList } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { areaLists, areaListVersions } from '../db/areas.store.js';
import { idOfStreets } from '../db/directories.store.js';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { areaFaults } from '../domain/areas.js';

/** From a day on, which communities are in which area (片区). The whole list each time; what was in force before stays to be seen. */
export async function publishAreas(tx: DispatchTx, list: AreaList, streets: StreetBook): Promise<{ version: number; from: string }> {
  const { units } = await streets.fresh(tx.streetId);
  for (const { communityIds } of list.areas)
    for (const unit of communityIds) if (!units.has(unit)) throw new DomainError('unit.unknown', { unit });
  const faults = areaFaults(list, (id) => units.get(id));
  if (faults.length > 0) throw new DomainError('areas.invalid', { faults: faults.slice(0, 10).join('；') });
  const id = idOfStreets(tx.streetId, 'area-list');
  const head = await tx.lock(areaLists, id);
  const listVersion = (head?.listVersion ?? 0) + 1;
  const facts = [fact(areaEvents.areasPublished, { listVersion, from: list.from, areas: list.areas })];
  if (head) tx.save(areaLists, { ...head, listVersion }, facts);
  else tx.create(areaLists, { id, listVersion }, facts);
  tx.insert(areaListVersions, { listVersion, list });
  return { version: listVersion, from: list.from };
}
