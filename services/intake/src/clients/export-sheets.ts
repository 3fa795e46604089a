import { DomainError } from '@wufang/kernel';
import { parse } from 'csv-parse/sync';
import readXlsx from 'read-excel-file/node';

/** A sheet as texts: numbers as they were written, times as 'YYYY-MM-DD HH:MM:SS', empty cells as ''. */
export type SheetRows = string[][];

const MAX_UNPACKED_BYTES = 300 * 1024 * 1024;
const oldExcel = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const zip = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

/** The sheets of a hotline's export: .xlsx, or CSV in UTF-8 or GB18030. What it is, its first bytes say, not its name. */
export async function readSheets(file: Buffer): Promise<SheetRows[]> {
  if (file.subarray(0, 4).equals(oldExcel)) throw new DomainError('file.old-excel', {});
  if (file.subarray(0, 4).equals(zip)) return readWorkbook(file);
  return [readCsv(file)];
}

async function readWorkbook(file: Buffer): Promise<SheetRows[]> {
  if (unpackedBytes(file) > MAX_UNPACKED_BYTES)
    throw new DomainError('file.unreadable', { reason: '表格展开后过大，请分批导出后再导入。' });
  try {
    // Numbers stay as they are written: an order number or a phone is no quantity.
    const sheets = await readXlsx(file, { parseNumber: (written) => written as unknown as number });
    return sheets.map(({ data }) => data.map((row) => row.map(cellText)));
  } catch {
    throw new DomainError('file.unreadable', { reason: '这个 Excel 文件已损坏或加了密码，请重新导出，去掉密码后再上传。' });
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  // A date cell has no zone; it arrives as if it were UTC.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 19).replace('T', ' ');
  const text = typeof value === 'string' ? value : String(value as number | boolean);
  return /^\d(\.\d+)?E\+?\d+$/i.test(text) ? String(BigInt(Math.round(Number(text)))) : text;
}

/** What a zip's own directory says its files unpack to. */
function unpackedBytes(file: Buffer): number {
  let total = 0;
  for (let at = file.indexOf('PK\x01\x02'); at >= 0 && at + 28 <= file.length; at = file.indexOf('PK\x01\x02', at + 4))
    total += file.readUInt32LE(at + 24);
  return total;
}

function readCsv(file: Buffer): SheetRows {
  const text = decode(file);
  if (text.includes('\0')) throw new DomainError('file.unreadable', { reason: '这不是 .xlsx 或 CSV 文件，请重新导出。' });
  try {
    return parse(text, { bom: true, relaxColumnCount: true, relaxQuotes: true, skipEmptyLines: true, delimiter: delimiterOf(text) });
  } catch {
    throw new DomainError('file.unreadable', { reason: 'CSV 的引号或分隔符不完整，请重新导出，或另存为 .xlsx 后再上传。' });
  }
}

/** Whatever is valid UTF-8 is UTF-8; Chinese text in GB18030 practically never is. */
function decode(file: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    try {
      return new TextDecoder('gb18030', { fatal: true }).decode(file);
    } catch {
      throw new DomainError('file.unreadable', { reason: '文件编码无法识别，请另存为 .xlsx，或 UTF-8、GB18030 编码的 CSV。' });
    }
  }
}

function delimiterOf(text: string): string {
  const head = text.slice(0, 4_000);
  return (head.match(/\t/g)?.length ?? 0) > (head.match(/,/g)?.length ?? 0) ? '\t' : ',';
}
