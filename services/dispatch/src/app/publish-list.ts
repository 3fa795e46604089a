import { areaEvents, chargeEvents, livelihoodCodeEvents, roadEvents, rotationEvents, workMethodEvents } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type Fact } from '@wufang/service';
import { idOfStreets } from '../db/directories.store.js';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook, StreetPage } from '../db/street-book.js';
import type { StreetListKind, StreetLists } from '../db/street-lists.schema.js';
import { listTables } from '../db/street-lists.store.js';
import { areaFaults } from '../domain/areas.js';
import { chargeFaults } from '../domain/charges.js';
import { codeFaults } from '../domain/livelihood-code.js';
import { refusePrivate } from '../domain/public-text.js';
import { roadFaults } from '../domain/roads.js';
import { rotationFaults } from '../domain/rotations.js';
import { methodFaults } from '../domain/work-method.js';

interface ListRule<L> {
  unitIds: (list: L) => string[];
  /** What keeps the list from being published, a sentence each. */
  faults: (list: L, street: StreetPage) => string[];
  published: (listVersion: number, list: L) => Fact;
}

const rules: { [K in StreetListKind]: ListRule<StreetLists[K]> } = {
  charge: {
    unitIds: ({ charges }) => charges.flatMap(({ unitIds }) => unitIds),
    faults: (list, { nameOf }) => chargeFaults(list, nameOf),
    published: (listVersion, { from, charges }) => fact(chargeEvents.chargesPublished, { listVersion, from, charges }),
  },
  area: {
    unitIds: ({ areas }) => areas.flatMap(({ communityIds }) => communityIds),
    faults: (list, { units }) => areaFaults(list, (id) => units.get(id)),
    published: (listVersion, { from, areas }) => fact(areaEvents.areasPublished, { listVersion, from, areas }),
  },
  road: {
    unitIds: ({ roads }) => roads.flatMap(({ rightsUnitId }) => rightsUnitId ?? []),
    faults: (list, { units }) => roadFaults(list, (id) => units.get(id)),
    published: (listVersion, { from, roads }) => fact(roadEvents.roadsPublished, { listVersion, from, roads }),
  },
  rotation: {
    unitIds: ({ turns }) => turns.map(({ unitId }) => unitId),
    faults: rotationFaults,
    published: (listVersion, { from, turns }) => fact(rotationEvents.rotationsPublished, { listVersion, from, turns }),
  },
  code: {
    unitIds: () => [],
    faults: codeFaults,
    published: (listVersion, { from, rules }) => fact(livelihoodCodeEvents.codesPublished, { listVersion, from, rules }),
  },
  method: {
    unitIds: () => [],
    faults: (list) => {
      for (const { text } of list.items) refusePrivate(text);
      return methodFaults(list);
    },
    published: (listVersion, { from, title, items }) => fact(workMethodEvents.methodsPublished, { listVersion, from, title, items }),
  },
};

/** A street's list holds from a day on, the whole of it each time; what was in force before stays to be seen. Refused: an unknown unit, and what `faults` says. */
export async function publishList<K extends StreetListKind>(
  tx: DispatchTx,
  kind: K,
  list: StreetLists[K],
  streets: StreetBook,
): Promise<{ version: number; from: string }> {
  const street = await streets.fresh(tx.streetId);
  const rule = rules[kind];
  for (const unit of rule.unitIds(list)) if (!street.units.has(unit)) throw new DomainError('unit.unknown', { unit });
  const faults = rule.faults(list, street);
  if (faults.length > 0) throw new DomainError(`${kind}s.invalid`, { faults: faults.slice(0, 10).join('；') });
  const { heads, versions } = listTables[kind];
  const id = idOfStreets(tx.streetId, `${kind}-list`);
  const head = await tx.lock(heads, id);
  const listVersion = (head?.listVersion ?? 0) + 1;
  const facts = [rule.published(listVersion, list)];
  if (head) tx.save(heads, { ...head, listVersion }, facts);
  else tx.create(heads, { id, listVersion }, facts);
  tx.insert(versions, { listVersion, list });
  return { version: listVersion, from: list.from };
}
