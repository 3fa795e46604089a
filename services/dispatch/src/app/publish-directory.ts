import { dispatchEvents, type DirectoryRow } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { directories, directoryVersions, idOfStreets } from '../db/directories.store.js';
import type { StreetBook } from '../db/street-book.js';
import { decodeCsv, directoryFromCsv } from '../domain/directory-csv.js';
import { directoryFaults } from '../domain/directory.js';

const MAX_FAULTS_TOLD = 10;

/** A new version of the directory, for what is dispatched from now on. Earlier versions stay, so that earlier decisions can be retraced. */
export async function publishDirectory(
  tx: DispatchTx,
  { rows }: { rows: DirectoryRow[] },
  streets: StreetBook,
): Promise<{ version: number; rows: number }> {
  const street = await streets.fresh(tx.streetId);
  const faults = directoryFaults(rows, {
    isUnit: (id) => street.units.has(id),
    isCommunity: (id) => ['COMMUNITY', 'VILLAGE'].includes(street.units.get(id)?.kind ?? ''),
    isEstate: (id) => street.estates.has(id),
  });
  if (faults.length > 0) {
    const more = faults.length > MAX_FAULTS_TOLD ? `；另有 ${faults.length - MAX_FAULTS_TOLD} 处` : '';
    throw new DomainError('directory.invalid', { faults: faults.slice(0, MAX_FAULTS_TOLD).join('；') + more });
  }
  const id = idOfStreets(tx.streetId, 'directory');
  const head = await tx.lock(directories, id);
  const directoryVersion = (head?.directoryVersion ?? 0) + 1;
  const facts = [fact(dispatchEvents.directoryPublished, { directoryVersion, rows: rows.length })];
  if (head) tx.save(directories, { ...head, directoryVersion, publishedAt: tx.now }, facts);
  else tx.create(directories, { id, directoryVersion, publishedAt: tx.now }, facts);
  tx.insert(directoryVersions, { directoryVersion, publishedAt: tx.now, rows });
  return { version: directoryVersion, rows: rows.length };
}

/** The same from a table; units are named, not numbered. */
export async function publishDirectoryCsv(
  tx: DispatchTx,
  { file }: { file: string },
  streets: StreetBook,
): Promise<{ version: number; rows: number }> {
  const { unitIdByName } = await streets.fresh(tx.streetId);
  const rows = directoryFromCsv(decodeCsv(Buffer.from(file, 'base64')), (name) => unitIdByName.get(name));
  return publishDirectory(tx, { rows }, streets);
}
