import type { Ctx, ImportResult, MappingProfile } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { newId, type Db, type RuleBook, type Vault } from '@wufang/service';
import { readExportFile, type SheetRows } from '../clients/export-file.js';
import type { TreeBook } from '../db/category-trees.store.js';
import { imports, mappingProfiles, openCells, parkedRow, publishedProfile } from '../db/imports.store.js';
import type { PlaceBook } from '../db/places.store.js';
import type { IntakeDb, IntakeTx } from '../db/schema.js';
import { fieldHeaders, withPhoneFound } from '../domain/export-row.js';
import { beijing12345, findHeader, requiredHeaders, type HeaderRow } from '../domain/mapping-profile.js';
import { correctCells } from '../domain/parked-cells.js';
import { importCorrectedRow, importRow, type ImportParts, type RowOutcome } from './import-row.js';

export interface Importer {
  db: Db<IntakeDb>;
  vault: Vault;
  rules: RuleBook;
  places: PlaceBook;
  trees: TreeBook;
}

/** Rows under way at once; others who use the service meanwhile get in between. */
const AT_ONCE = 200;

/**
 * Imports a hotline's export. Each row is a command of its own, so one that fails takes no other with it, and an import that was broken
 * off is simply run again: what is in is known. Accepted, known and parked together are the rows of the file, always.
 */
export async function importOrders(
  input: { fileName: string; file: string; profile: string },
  ctx: Ctx,
  { db, vault, rules, places, trees: treeBook }: Importer,
): Promise<ImportResult> {
  const [profile, page, trees, sheets] = await Promise.all([
    profileOf(db, ctx, input.profile),
    places.fresh(ctx.streetId),
    treeBook.of(ctx.streetId),
    readExportFile(Buffer.from(input.file, 'base64')),
  ]);
  const found = sheets.map((rows) => ({ rows, header: findHeader(rows, profile) })).find(({ header }) => header !== null);
  if (!found?.header) throw new DomainError('file.no-header', { columns: requiredHeaders(profile) });
  const importId = newId(new Date());
  const rows = rowsUnder(found.rows, found.header);
  const header = withPhoneFound(
    fieldHeaders(found.header.headers, profile),
    rows.map(({ cells }) => cells),
  );
  const parts = { vault, rules, page, trees, profile, importId, header };

  const counts = { accepted: 0, known: 0, parked: 0 };
  const rowCtx: Ctx = { ...ctx, idempotencyKey: undefined, requestHash: undefined };
  const importAll = async (part: readonly FileRow[]) => {
    const left = part.values();
    const walk = async () => {
      for (const row of left) counts[(await db.run(rowCtx, (tx) => importRow(tx, row, parts))).outcome] += 1;
    };
    await Promise.all(Array.from({ length: AT_ONCE }, walk));
  };
  // An order that stands in the file twice waits for its first row, instead of running into it.
  const [first, again] = firstAndAgain(rows, found.header);
  await importAll(first);
  await importAll(again);

  return db.run(ctx, (tx) => {
    const result = { importId, rows: rows.length, ...counts };
    const { accountId } = ctx.actor;
    tx.insert(imports, {
      id: importId,
      fileName: input.fileName.slice(0, 200),
      profile: profile.id,
      rows: rows.length,
      ...counts,
      accountId,
      at: tx.now,
    });
    return Promise.resolve(result);
  });
}

interface FileRow {
  cells: Record<string, string>;
  sheetRow: number;
}

function rowsUnder(rows: SheetRows, { at, headers }: HeaderRow): FileRow[] {
  const found: FileRow[] = [];
  for (let i = at + 1; i < rows.length; i++) {
    const row = rows[i]!;
    if (row.every((cell) => cell.trim() === '')) continue;
    const cells: Record<string, string> = {};
    headers.forEach((header, column) => (cells[header] = row[column] ?? ''));
    for (let column = headers.length; column < row.length; column++) if (row[column] !== '') cells[`第${column + 1}列`] = row[column]!;
    found.push({ cells, sheetRow: i + 1 });
  }
  return found;
}

function firstAndAgain(rows: FileRow[], { headers, columns }: HeaderRow): [FileRow[], FileRow[]] {
  const seen = new Set<string>();
  const first: FileRow[] = [];
  const again: FileRow[] = [];
  for (const row of rows) {
    const no = row.cells[headers[columns.orderNo!]!]!.trim();
    (no !== '' && seen.has(no) ? again : first).push(row);
    seen.add(no);
  }
  return [first, again];
}

/** Puts a parked row right and imports it; what is still wrong with it is said again. */
export async function retryParkedRow(
  tx: IntakeTx,
  input: { id: string; cells: Record<string, string> },
  { vault, rules, page, trees }: Pick<ImportParts, 'vault' | 'rules' | 'page' | 'trees'>,
): Promise<RowOutcome> {
  await tx.hold(`parked:${input.id}`);
  const row = await tx.load(parkedRow, input.id);
  if (!row) throw new DomainError('object.not-found', {});
  const recalled = tx.recall<{ state: string }>(`parked:${input.id}`);
  if ((recalled?.state ?? row.state) !== 'PARKED') throw new DomainError('import.row-not-parked', {});
  const profile =
    (await publishedProfile(tx.sql, tx.streetId, row.profile)) ?? (row.profile === beijing12345.id ? beijing12345 : undefined);
  if (!profile) throw new DomainError('profile.unknown', { profile: row.profile });
  const cells = correctCells(openCells(vault, row), input.cells, profile);
  const parts = {
    vault,
    rules,
    page,
    trees,
    profile,
    importId: row.importId,
    header: withPhoneFound(fieldHeaders(Object.keys(cells), profile), [cells]),
  };
  return importCorrectedRow(tx, row, cells, parts);
}

/** The column mapping under an id: the street's own, or one that came with the system. */
export async function profileOf(db: Db<IntakeDb>, ctx: Ctx, id: string): Promise<MappingProfile> {
  const published = await db.read({ ...ctx, scope: 'street' }, (sql) => publishedProfile(sql, ctx.streetId, id));
  const profile = published ?? (id === beijing12345.id ? beijing12345 : undefined);
  if (!profile) throw new DomainError('profile.unknown', { profile: id });
  return profile;
}

export function putMappingProfile(tx: IntakeTx, profile: MappingProfile): Promise<MappingProfile> {
  tx.put(mappingProfiles, { id: profile.id, profile });
  return Promise.resolve(profile);
}
