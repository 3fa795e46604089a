import { personalDataEvents, type PersonalCopy } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type Vault } from '@wufang/service';
import { demands } from '../db/demands.store.js';
import { copyOf, type PersonFound } from '../db/persons.view.js';
import type { IntakeTx } from '../db/schema.js';
import { withoutPersonal } from '../domain/public-text.js';

/**
 * Hands a person a copy of everything kept about them (access and copy: 个人信息保护法 art. 45). That it was handed out is a fact of each of their demands,
 * in the transaction that reads it. Refuses when nothing is kept.
 */
export async function exportPerson(
  tx: IntakeTx,
  { identityCheck }: { identityCheck: string },
  found: PersonFound | undefined,
  vault: Vault,
): Promise<PersonalCopy> {
  if (!found) throw new DomainError('person.unknown', {});
  const { demandIds, waitingRows } = found;
  for (const id of demandIds) {
    const row = await tx.lock(demands, id);
    if (row) tx.save(demands, row, [fact(personalDataEvents.personExported, { identityCheck: withoutPersonal(identityCheck) })]);
  }
  return {
    demands: await copyOf(tx.sql, demandIds, tx.streetId, vault),
    waitingRows: waitingRows.map(({ sheetRow, cells }) => ({ sheetRow, cells })),
  };
}
