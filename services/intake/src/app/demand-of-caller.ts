import { timingSafeEqual } from 'node:crypto';
import { DomainError } from '@wufang/kernel';
import type { Vault } from '@wufang/service';
import { demands, idByNo } from '../db/demands.store.js';
import type { DemandRow, IntakeTx } from '../db/schema.js';

const nobody = Buffer.alloc(16);

/** The demand of whoever knows its number and the phone's last digits, locked; every failure of that looks the same. */
export async function demandOfCaller(tx: IntakeTx, told: { no: string; phoneTail: string }, vault: Vault): Promise<DemandRow> {
  const no = told.no.trim().toUpperCase();
  const id = await tx.load(idByNo, no);
  const row = id === undefined ? undefined : await tx.lock(demands, id);
  const isCaller = timingSafeEqual(vault.index('tail', `${no}:${told.phoneTail}`), row?.tailIndex ?? nobody);
  if (!row || !isCaller) throw new DomainError('tracking.not-found', {});
  return row;
}
