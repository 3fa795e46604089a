import { DomainError } from '@wufang/kernel';
import readXlsx from 'read-excel-file/node';
import { sheets, type SheetName, type SheetRow } from '../domain/register-sheets.js';

/** The rows of a register file, sheet by sheet; empty rows are left out, numbers stand as the text they were written in. */
export type Workbook = Map<SheetName, SheetRow[]>;

/** Title rows that people put above the headings. */
const MAX_TITLE_ROWS = 10;

export async function readWorkbook(fileName: string, file: Buffer): Promise<Workbook> {
  if (file.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1' || /\.xls$/i.test(fileName)) throw new DomainError('file.old-excel', {});
  let found: { sheet: string; data: unknown[][] }[];
  try {
    found = (await readXlsx(file)) as { sheet: string; data: unknown[][] }[];
  } catch {
    throw new DomainError('file.unreadable', { reason: '这不是完好的 .xlsx 文件，请用 Excel 或 WPS 打开核对后另存为 .xlsx 再上传。' });
  }
  const workbook: Workbook = new Map();
  for (const name of Object.keys(sheets) as SheetName[]) {
    const sheet = found.find((candidate) => candidate.sheet.trim() === name);
    if (sheet) workbook.set(name, rowsOf(name, sheet.data));
  }
  if (workbook.size === 0)
    throw new DomainError('file.unreadable', {
      reason: `文件里没有名为“${Object.keys(sheets).join('”“')}”的工作表，请按样表整理后再上传。`,
    });
  return workbook;
}

function rowsOf(name: SheetName, data: unknown[][]): SheetRow[] {
  const required: readonly string[] = sheets[name];
  const at = data.slice(0, MAX_TITLE_ROWS).findIndex((row) => required.every((column) => row.some((cell) => textOf(cell) === column)));
  if (at < 0) throw new DomainError('file.no-header', { columns: required.join('、') });
  const headings = data[at]!.map(textOf);
  const rows: SheetRow[] = [];
  for (let i = at + 1; i < data.length; i++) {
    const cells: Record<string, string> = {};
    let isEmpty = true;
    data[i]!.forEach((cell, column) => {
      const heading = headings[column];
      const text = textOf(cell);
      if (!heading) return;
      cells[heading] = text;
      if (text) isEmpty = false;
    });
    if (!isEmpty) rows.push({ row: i + 1, cells });
  }
  return rows;
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).trim();
}
