import { registryEvents, type TimeLimit } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { limitTableIds, limitTables } from '../db/register.store.js';
import type { RegistryTx } from '../db/schema.js';
import { faultsOfTimeLimits } from '../domain/time-limits.js';

/** Publishes a time-limit table. Clocks that run keep the limits under which they started; each names its version. */
export async function publishTimeLimits(
  tx: RegistryTx,
  input: { from: string; rows: TimeLimit[] },
): Promise<{ version: number; from: string }> {
  const faults = faultsOfTimeLimits(input.rows);
  if (faults.length > 0) throw new DomainError('time-limits.invalid', { faults: faults.join('；') });
  await tx.hold('limit-table');
  const id = tx.recall<string>('limit-table') ?? (await tx.load(limitTableIds, tx.streetId));
  const before = id === undefined ? undefined : await tx.lock(limitTables, id);
  const version = (before?.limitsVersion ?? 0) + 1;
  const published = fact(registryEvents.timeLimitsPublished, { limitsVersion: version, from: input.from, rows: input.rows });
  const next = { limitsVersion: version, inForceFrom: input.from, rows: input.rows };
  if (before) tx.save(limitTables, { ...before, ...next }, [published]);
  else tx.remember('limit-table', tx.create(limitTables, { id: tx.newId(), ...next }, [published]).id);
  return { version, from: input.from };
}
