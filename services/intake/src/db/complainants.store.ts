import type { Vault } from '@wufang/service';
import type { ComplainantRow } from './schema.js';

/** What the vault holds of one demand: the person, and every word the person wrote. */
export interface Personal {
  callerName: string | null;
  callerPhone: string | null;
  room: string | null;
  title: string | null;
  content: string | null;
  point: string | null;
  /** Cells of an import nobody has a field for, as JSON. */
  extra: string | null;
}

const place = (demandId: string) => `complainants:${demandId}`;

export function sealPersonal(vault: Vault, demandId: string, personal: Personal): Omit<ComplainantRow, 'streetId'> {
  return { demandId, ...vault.seal({ ...personal }, place(demandId)) };
}

export function openPersonal(vault: Vault, row: Pick<ComplainantRow, 'demandId' | 'sealedKey' | 'sealed'>): Personal {
  return vault.open<Personal & Record<string, string | null>>(row, place(row.demandId));
}

/** What is kept of the code by which a complainant answers alone: nothing that could be read back. */
export const answerIndexOf = (vault: Vault, demandId: string, code: string): Buffer => vault.index('answer-code', `${demandId}:${code}`);
