import { personalData, personalDataEvents, type ErasureBasis } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type Vault } from '@wufang/service';
import type { z } from 'zod';
import { attemptsOf, callbackAttempts, callbacks, callbacksOf, openCallbackOf } from '../db/callbacks.store.js';
import { attachments, complainants, demands, photosOf } from '../db/demands.store.js';
import { parkedRows, sealCells } from '../db/imports.store.js';
import type { PersonFound } from '../db/persons.view.js';
import type { DemandRow, IntakeTx } from '../db/schema.js';
import { withoutPersonal } from '../domain/public-text.js';
import { isMatterOver } from './matter-over.js';

type Erased = z.output<typeof personalData.erasePerson.output>;
interface Why {
  basis: ErasureBasis | null;
  identityCheck: string | null;
}

/**
 * Erases a person's data from the demands that have come to their end; those still open are restricted (个人信息保护法 art. 47: nothing but what the open matter
 * needs) and erased when they end. Asked anew, it finds nothing left to do. Refuses when nothing is kept; the refusal stands here and not where the person is
 * looked for, because the first answer under the same key comes before it: by then the erasure itself has made the person unknown.
 */
export async function erasePerson(
  tx: IntakeTx,
  input: { basis: ErasureBasis; identityCheck: string },
  found: PersonFound | undefined,
  vault: Vault,
): Promise<Erased> {
  if (!found) throw new DomainError('person.unknown', {});
  const { demandIds, doneRows, waitingRows } = found;
  const why = { basis: input.basis, identityCheck: withoutPersonal(input.identityCheck) };
  const erased: string[] = [];
  const restricted: string[] = [];
  for (const id of demandIds) {
    const row = await tx.lock(demands, id);
    if (!row || row.erasure === 'ERASED') continue;
    if (await eraseIfOver(tx, row, why)) {
      erased.push(row.no);
      continue;
    }
    restricted.push(row.no);
    if (row.erasure === null) tx.save(demands, { ...row, erasure: 'RESTRICTED' }, [fact(personalDataEvents.personRestricted, why)]);
  }
  // Rows that were put right before their cells were dropped at once.
  for (const { streetId: _, ...row } of doneRows) tx.put(parkedRows, { ...row, ...sealCells(vault, row.id, {}) });
  return { erased, restricted, waitingRows: waitingRows.length };
}

/** Erases what is kept of the person behind a demand once it has ended and nobody is to be called back on it. Answers whether it did. */
export async function eraseIfOver(tx: IntakeTx, row: DemandRow, why: Why): Promise<boolean> {
  if (!(await isMatterOver(tx, row)) || (await tx.load(openCallbackOf, row.id)) !== undefined) return false;
  // The record and the key it is sealed under lie in one row: both go.
  tx.remove(complainants, { demandId: row.id });
  for (const { id } of (await tx.load(photosOf, row.id)) ?? []) tx.remove(attachments, { id });
  for (const { id } of (await tx.load(callbacksOf, row.id)) ?? []) {
    // Under its lock, so that no note is added beside.
    const callback = await tx.lock(callbacks, id);
    if (callback?.sealed) tx.save(callbacks, { ...callback, sealedKey: null, sealed: null }, [fact(personalDataEvents.remarkErased, {})]);
    for (const { streetId: _, ...attempt } of (await tx.load(attemptsOf, id)) ?? [])
      if (attempt.sealed) tx.put(callbackAttempts, { ...attempt, sealedKey: null, sealed: null });
  }
  // The blind indexes are made of phone and words; without them nobody can try a number against the record.
  const bare = { callerIndex: null, tailIndex: null, answerIndex: null, bodyIndex: null, screeningMessage: null, photos: 0 };
  tx.save(demands, { ...row, ...bare, erasure: 'ERASED' }, [fact(personalDataEvents.personErased, why)]);
  return true;
}
