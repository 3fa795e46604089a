import { personalData, personalDataEvents, registryEvents, type ErasureBasis } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type Vault } from '@wufang/service';
import type { z } from 'zod';
import { departedAmong, homesCount, ownersAmong, unitsOfContacts } from '../db/people.store.js';
import { people, personPlace, streetIds, streets, units } from '../db/register.store.js';
import type { PersonRow, RegistryTx, StreetRow } from '../db/schema.js';

/** A street's own row; what happened to a person's record is told on its chain. */
export async function lockStreet(tx: RegistryTx): Promise<StreetRow> {
  const id = await tx.load(streetIds, tx.streetId);
  const street = id === undefined ? undefined : await tx.lock(streets, id);
  if (!street) throw new Error('a person is registered in a street that is not open');
  return street;
}

/** How somebody's identity was checked, without the person's own name and phone: it is told and kept for ever. */
export function withoutPerson(text: string, records: readonly PersonRow[], vault: Vault): string {
  const words = records.flatMap((row) => Object.values(vault.open(row, personPlace(row.id)))).filter((word) => word !== null);
  return words.reduce((left, word) => left.replaceAll(word, '＊'), text).replace(/\d{7,}/g, '＊');
}

/**
 * Erases a person from the register (个人信息保护法 art. 47). A contact person goes at once, from their units too. An owner goes when they own nothing any more:
 * until then the roll of owners is what votes and shares of cost rest on by law (民法典 art. 278), so the record is restricted and goes with the last home.
 * The sealed record, the key it is sealed under and its index lie in one row. Refuses when nothing is kept; the first answer under the same key comes before that.
 */
export async function eraseRegistered(
  tx: RegistryTx,
  input: { basis: ErasureBasis; identityCheck: string },
  records: readonly PersonRow[],
  vault: Vault,
): Promise<z.output<typeof personalData.eraseRegistered.output>> {
  if (records.length === 0) throw new DomainError('person.unknown', {});
  const street = await lockStreet(tx);
  const ids = records.map(({ id }) => id);
  const owners = await ownersAmong(tx.sql, tx.streetId, ids);
  for (const unitId of await unitsOfContacts(tx.sql, tx.streetId, ids)) {
    const unit = await tx.lock(units, unitId);
    if (!unit?.contactId || !ids.includes(unit.contactId)) continue;
    const { id, name, kind, parentName } = unit;
    tx.save(units, { ...unit, contactId: null }, [fact(registryEvents.unitRegistered, { id, name, kind, parentName })]);
  }
  const gone = ids.filter((id) => !owners.has(id));
  const stays = records.filter(({ id, isRestricted }) => owners.has(id) && !isRestricted);
  for (const id of gone) tx.remove(people, { id });
  for (const { streetId: _, ...row } of stays) tx.put(people, { ...row, isRestricted: true });
  const why = { basis: input.basis, identityCheck: withoutPerson(input.identityCheck, records, vault) };
  const facts = [
    ...(gone.length > 0 ? [fact(personalDataEvents.registeredErased, { personIds: gone, ...why })] : []),
    ...(stays.length > 0 ? [fact(personalDataEvents.registeredRestricted, { personIds: stays.map(({ id }) => id), ...why })] : []),
  ];
  if (facts.length > 0) tx.save(streets, street, facts);
  return { erased: gone.length, restricted: owners.size, homes: await homesCount(tx.sql, tx.streetId, ids) };
}

/** Erases those who had asked for it and have just given up their last home. */
export async function eraseDeparted(tx: RegistryTx, sellerIds: readonly string[]): Promise<void> {
  if (sellerIds.length === 0) return;
  const gone = await departedAmong(tx.sql, tx.streetId, sellerIds);
  if (gone.length === 0) return;
  const street = await lockStreet(tx);
  for (const id of gone) tx.remove(people, { id });
  tx.save(streets, street, [fact(personalDataEvents.registeredErased, { personIds: gone, basis: null, identityCheck: null })]);
}
