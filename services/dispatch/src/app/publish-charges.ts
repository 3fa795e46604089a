import { chargeEvents, type ChargeList } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { idOfStreets } from '../db/directories.store.js';
import { chargeLists, chargeListVersions } from '../db/order-care.store.js';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { chargeFaults } from '../domain/charges.js';

/** From a day on, which leader is in charge of which units (包片). The whole list each time; what was in force before stays to be seen. */
export async function publishCharges(tx: DispatchTx, list: ChargeList, streets: StreetBook): Promise<{ version: number; from: string }> {
  const street = await streets.fresh(tx.streetId);
  for (const { unitIds } of list.charges)
    for (const unit of unitIds) if (!street.units.has(unit)) throw new DomainError('unit.unknown', { unit });
  const faults = chargeFaults(list, street.nameOf);
  if (faults.length > 0) throw new DomainError('charges.invalid', { faults: faults.slice(0, 10).join('；') });
  const id = idOfStreets(tx.streetId, 'charge-list');
  const head = await tx.lock(chargeLists, id);
  const listVersion = (head?.listVersion ?? 0) + 1;
  const facts = [fact(chargeEvents.chargesPublished, { listVersion, from: list.from, charges: list.charges })];
  if (head) tx.save(chargeLists, { ...head, listVersion }, facts);
  else tx.create(chargeLists, { id, listVersion }, facts);
  tx.insert(chargeListVersions, { listVersion, list });
  return { version: listVersion, from: list.from };
}
