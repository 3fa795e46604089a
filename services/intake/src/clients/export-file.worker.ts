import { parentPort, workerData } from 'node:worker_threads';
import { DomainError } from '@wufang/kernel';
import type { Reading } from './export-file.js';
import { readSheets } from './export-sheets.js';

/** The thread that takes one file apart; see `export-file.ts`. */
async function read(file: Uint8Array): Promise<Reading> {
  try {
    return { sheets: await readSheets(Buffer.from(file.buffer, file.byteOffset, file.byteLength)) };
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, facts: { ...error.facts } };
    throw error;
  }
}

parentPort!.postMessage(await read(workerData as Uint8Array));
