import { roadEvents, type RoadList } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { idOfStreets } from '../db/directories.store.js';
import { roadLists, roadListVersions } from '../db/experiences.store.js';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { roadFaults } from '../domain/roads.js';

/** From a day on, which roads are handed over and who looks after those that are not. The whole list each time; what was in force before stays to be seen. */
export async function publishRoads(tx: DispatchTx, list: RoadList, streets: StreetBook): Promise<{ version: number; from: string }> {
  const { units } = await streets.fresh(tx.streetId);
  for (const { rightsUnitId } of list.roads)
    if (rightsUnitId !== null && !units.has(rightsUnitId)) throw new DomainError('unit.unknown', { unit: rightsUnitId });
  const faults = roadFaults(list, (id) => units.get(id));
  if (faults.length > 0) throw new DomainError('roads.invalid', { faults: faults.slice(0, 10).join('；') });
  const id = idOfStreets(tx.streetId, 'road-list');
  const head = await tx.lock(roadLists, id);
  const listVersion = (head?.listVersion ?? 0) + 1;
  const facts = [fact(roadEvents.roadsPublished, { listVersion, from: list.from, roads: list.roads })];
  if (head) tx.save(roadLists, { ...head, listVersion }, facts);
  else tx.create(roadLists, { id, listVersion }, facts);
  tx.insert(roadListVersions, { listVersion, list });
  return { version: listVersion, from: list.from };
}
