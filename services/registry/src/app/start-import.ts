import type { RegistryImport } from '@wufang/contracts';

import { imports } from '../db/register.store.js';
import { toImport } from '../db/register.view.js';
import type { RegistryTx } from '../db/schema.js';

/** Notes that an import begins; the rows go in after the answer. */
export function startImport(tx: RegistryTx, rowsTotal: number): RegistryImport {
  const row = {
    id: tx.newId(),
    state: 'RUNNING' as const,
    rowsTotal,
    rowsDone: 0,
    added: 0,
    changed: 0,
    unchanged: 0,
    faults: [],
    error: null,
  };
  tx.insert(imports, { ...row, aliveAt: tx.now });
  return toImport(row);
}
