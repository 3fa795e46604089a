import readXlsx from 'read-excel-file/node';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { NotThere } from './verb.js';

/** One row of a sheet as it was written: text by heading, blanks as ''. */
export interface TableRow {
  row: number;
  cells: Record<string, string>;
}

/** A mistake in a file: where it stands and what to do about it. */
export interface FileFault {
  sheet: string;
  row: number | null;
  reason: string;
}

/** A file that cannot be computed, with all that was found wrong in one reading. */
export class FaultyFile extends Error {
  constructor(readonly faults: readonly FileFault[]) {
    super('faulty file');
  }
}

/** Title rows that people put above the headings. */
const MAX_TITLE_ROWS = 10;

/** The sheets of a file by name: an .xlsx workbook, or a .json object with the same names and headings. */
export class TableFile {
  private constructor(
    private readonly sheets: ReadonlyMap<string, readonly unknown[][]>,
    private readonly isJson: boolean,
  ) {}

  static async open(path: string): Promise<TableFile> {
    let bytes: Buffer;
    try {
      bytes = readFileSync(resolve(process.env['INIT_CWD'] ?? '.', path));
    } catch {
      throw new NotThere(`读不到文件：${path} (cannot read this file)`);
    }
    return /\.json$/i.test(path) ? new TableFile(ofJson(bytes), true) : new TableFile(await ofWorkbook(path, bytes), false);
  }

  has(sheet: string): boolean {
    return this.sheets.has(sheet);
  }

  /** Sheets with something on them that are none of these: what was meant for one of them would be left out without a word. */
  strangers(known: readonly string[]): string[] {
    return [...this.sheets]
      .filter(([sheet, data]) => !known.includes(sheet) && data.some((row) => row.some(textOf)))
      .map(([sheet]) => sheet);
  }

  /** The rows below the headings; in JSON a row's number is its place in the list. */
  rows(sheet: string, headings: readonly string[]): TableRow[] {
    const data = this.sheets.get(sheet);
    if (!data) throw new FaultyFile([{ sheet, row: null, reason: `没有“${sheet}”这张表，请按样表补上` }]);
    const at = data.slice(0, MAX_TITLE_ROWS).findIndex((row) => headings.every((heading) => row.some((cell) => textOf(cell) === heading)));
    if (at < 0) throw new FaultyFile([{ sheet, row: null, reason: `找不到同时有“${headings.join('、')}”的表头行，请按样表补全列名` }]);
    const names = data[at]!.map(textOf);
    const rows = data.slice(at + 1).map((row, i) => ({
      row: this.isJson ? i + 1 : at + i + 2,
      cells: Object.fromEntries(names.map((name, column) => [name, textOf(row[column])]).filter(([name]) => name)) as Record<
        string,
        string
      >,
    }));
    return rows.filter(({ cells }) => Object.values(cells).some(Boolean));
  }
}

/** How a fault is said. Example: `名册 第 12 行：缺少专有面积`. */
export const faultLine = ({ sheet, row, reason }: FileFault) => `${sheet}${row === null ? '' : ` 第 ${row} 行`}：${reason}`;

async function ofWorkbook(path: string, bytes: Buffer): Promise<ReadonlyMap<string, unknown[][]>> {
  try {
    const found = (await readXlsx(bytes)) as { sheet: string; data: unknown[][] }[];
    return new Map(found.map(({ sheet, data }) => [sheet.trim(), data]));
  } catch {
    throw new FaultyFile([{ sheet: path, row: null, reason: '不是完好的 .xlsx 或 .json 文件，请用 Excel 或 WPS 打开后另存为 .xlsx' }]);
  }
}

function ofJson(bytes: Buffer): ReadonlyMap<string, unknown[][]> {
  const refuse = (sheet: string, reason: string) => new FaultyFile([{ sheet, row: null, reason }]);
  let file: unknown;
  try {
    file = JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    throw refuse('文件', `不是完好的 JSON，请检查${lineOf(error as Error, bytes)}逗号、引号和括号是否齐全、成对`);
  }
  if (!isObject(file)) throw refuse('文件', '应是一个对象，键为表名');
  return new Map(
    Object.entries(file).map(([sheet, rows]) => {
      if (!Array.isArray(rows) || !rows.every(isObject)) throw refuse(sheet, '应是由对象组成的列表，键为列名');
      const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      return [sheet, [names, ...rows.map((row) => names.map((name) => row[name]))]];
    }),
  );
}

/** Where reading stopped, as far as the reader says so. Example: `第 3 行附近的`. */
function lineOf({ message }: Error, bytes: Buffer): string {
  const at = /position (\d+)/.exec(message)?.[1];
  return at === undefined ? '' : `第 ${bytes.toString('utf8').slice(0, Number(at)).split('\n').length} 行附近的`;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return dateText(cell);
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  return String(cell).trim();
}

/** A spreadsheet's date has no zone: what the cell shows is meant. It is a fraction of a day, so 10:10 may come a millisecond short. */
function dateText(cell: Date): string {
  const shown = new Date(Math.round(cell.getTime() / 1_000) * 1_000).toISOString();
  return shown
    .slice(0, 19)
    .replace('T', ' ')
    .replace(/ 00:00:00$/, '');
}
