import type { DirectoryRow } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import readXlsx from 'read-excel-file/node';
import writeXlsx from 'write-excel-file/node';
import type { StreetPage } from '../db/street-book.js';
import { decodeCsv, plainCell, readCsv, writeCsv } from '../domain/csv.js';
import { rowsOfTable, tableOfRows } from '../domain/directory-table.js';

export interface TableFile {
  fileName: string;
  /** Base64. */
  file: string;
}

const XLS = 'd0cf11e0a1b11ae1';
const ZIP = '504b0304';

/** The directory that a file holds, CSV or .xlsx, whatever its name says. */
export async function rowsOfFile({ file }: TableFile, street: StreetPage): Promise<DirectoryRow[]> {
  const bytes = Buffer.from(file, 'base64');
  if (bytes.toString('hex', 0, 8) === XLS) throw new DomainError('file.old-excel', {});
  const cells = bytes.toString('hex', 0, 4) === ZIP ? await sheetOf(bytes) : readCsv(decodeCsv(bytes));
  return rowsOfTable(
    cells.map((row) => row.map(plainCell)),
    street,
  );
}

/** A directory as a file to edit and bring back. In .xlsx every cell is text, so that no number or date is made of a code. */
export async function fileOfRows(
  { rows, name }: { rows: readonly DirectoryRow[]; name: string },
  format: 'csv' | 'xlsx',
  { nameOf }: StreetPage,
): Promise<TableFile> {
  const table = tableOfRows(rows, nameOf);
  const bytes = format === 'csv' ? Buffer.from(writeCsv(table), 'utf8') : await bookOf(table);
  return { fileName: `${name}.${format}`, file: bytes.toString('base64') };
}

async function sheetOf(bytes: Buffer): Promise<string[][]> {
  try {
    const [sheet] = (await readXlsx(bytes)) as { data: unknown[][] }[];
    return (sheet?.data ?? []).map((row) => row.map(textOf)).filter((row) => row.some((cell) => cell !== ''));
  } catch {
    throw new DomainError('file.unreadable', { reason: '这不是完好的 .xlsx 文件，请用 Excel 或 WPS 打开核对后另存为 .xlsx 再上传。' });
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

async function bookOf(table: readonly (readonly string[])[]): Promise<Buffer> {
  const data = table.map((row, i) => row.map((value) => ({ value, type: String, ...(i === 0 && { fontWeight: 'bold' as const }) })));
  return writeXlsx(data, { sheet: '派单目录', stickyRowsCount: 1 }).toBuffer();
}
