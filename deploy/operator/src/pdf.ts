import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { OfficialDocument } from '@wufang/contracts';
import { Printer, type Frame } from '@wufang/deliberation/documents';
import { fetchFonts, StartError } from '@wufang/servers';
import { NotThere } from './verb.js';

const cacheDir = join(import.meta.dirname, '../../../..', '.wufang/cache');

/** The head of a document that was computed from a file alone: no body issued it, and its foot names the file's content. */
export function frameOf(file: string): Frame {
  const digest = createHash('sha256').update(readFileSync(file)).digest('hex');
  return { issuer: '由文件计算', number: basename(file), foot: `数据文件 SHA-256：${digest}` };
}

/** Sets a document and writes it, with the fonts of the machine or of the project's cache; they are fetched where there are none. */
export async function writePdf(document: OfficialDocument, path: string): Promise<string> {
  const printer = new Printer(await fonts());
  try {
    writeFileSync(path, await printer.print(document));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall !== undefined) throw new NotThere(`不能写入 ${path}：${(error as Error).message}`);
    throw error;
  } finally {
    await printer.close();
  }
  return `已写入 ${path}`;
}

async function fonts(): Promise<string> {
  try {
    return await fetchFonts({ cacheDir, progress: (line) => process.stderr.write(`${line}\n`) });
  } catch (error) {
    if (error instanceof StartError) throw new NotThere(`缺少中文字体，不能排版：${error.message}`);
    throw error;
  }
}
