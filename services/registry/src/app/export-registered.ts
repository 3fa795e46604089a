import { personalDataEvents, type RegisteredPerson } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type Vault } from '@wufang/service';
import { registeredCopyOf } from '../db/people.view.js';
import { streets } from '../db/register.store.js';
import type { PersonRow, RegistryTx } from '../db/schema.js';
import { lockStreet, withoutPerson } from './erase-registered.js';

/** Hands a person a copy of what the register keeps of them (个人信息保护法 art. 45). That it was handed out is a fact, in the transaction that reads it. Refuses when nothing is kept. */
export async function exportRegistered(
  tx: RegistryTx,
  { identityCheck }: { identityCheck: string },
  records: readonly PersonRow[],
  vault: Vault,
): Promise<RegisteredPerson> {
  if (records.length === 0) throw new DomainError('person.unknown', {});
  const told = { personIds: records.map(({ id }) => id), identityCheck: withoutPerson(identityCheck, records, vault) };
  tx.save(streets, await lockStreet(tx), [fact(personalDataEvents.registeredExported, told)]);
  return registeredCopyOf(tx.sql, records, tx.streetId, vault);
}
