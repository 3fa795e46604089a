import { createHash } from 'node:crypto';
import { aggregate, table } from '@wufang/service';
import type { DirectoryHeadRow, DirectoryVersionRow, EstateRow, UnitRow } from './schema.js';

export const directories = aggregate<DirectoryHeadRow>('directories', 'directory');
export const directoryVersions = table<DirectoryVersionRow>('directory_versions', ['directoryVersion']);
export const units = table<UnitRow>('units', ['id']);
export const estates = table<EstateRow>('estates', ['id']);

/** The id of a thing every street has one of, the same wherever it is reckoned: a uuid of version 8 over both names. */
export function idOfStreets(streetId: string, thing: 'directory' | 'demand-centre'): string {
  const hash = createHash('sha256').update(`wufang.dispatch.${thing}:${streetId}`).digest();
  hash[6] = 0x80 | (hash[6]! & 0x0f);
  hash[8] = 0x80 | (hash[8]! & 0x3f);
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
