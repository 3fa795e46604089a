import { Worker } from 'node:worker_threads';
import { DomainError } from '@wufang/kernel';
import type { SheetRows } from './export-sheets.js';

export type { SheetRows };
export type Reading = { sheets: SheetRows[] } | { code: string; facts: Record<string, unknown> };

const LIMIT_MS = 60_000;

/**
 * Reads an export in a thread of its own: taking a workbook apart is seconds of arithmetic during which nobody else would be answered, and
 * one made to blow up takes only its thread with it.
 */
export async function readExportFile(file: Buffer): Promise<SheetRows[]> {
  const worker = new Worker(new URL('./export-file.worker.js', import.meta.url), {
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: 768 },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const reading = await new Promise<Reading>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error('reading took too long')), LIMIT_MS);
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the reader ended')));
    });
    if ('sheets' in reading) return reading.sheets;
    throw new DomainError(reading.code, reading.facts);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('file.unreadable', { reason: '这个文件无法读取或过大，请分批导出后再导入。' });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
