import { parentPort, workerData } from 'node:worker_threads';
import type { OfficialDocument } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { homeDocuments } from './share-documents.js';
import { Typesetter } from './typesetter.js';

/** A document to set, or what a file of many homes is composed from. */
export type Work = { isPrinted: boolean } & ({ document: OfficialDocument } | { homes: Parameters<typeof homeDocuments> });
/** The document and its pages, a refusal, or what went wrong. */
export type WorkDone =
  { document: OfficialDocument; pdf: Uint8Array | null } | { code: string; facts: DomainError['facts'] } | { failed: string };

const port = parentPort!;
let typesetter: Typesetter | undefined;

function done(work: Work): WorkDone {
  try {
    const document = 'document' in work ? work.document : homeDocuments(...work.homes);
    // Fonts that were missing may have come since.
    const pdf = work.isPrinted ? (typesetter ??= new Typesetter(workerData as string)).pdf(document) : null;
    return { document, pdf };
  } catch (error) {
    return error instanceof DomainError ? { code: error.code, facts: error.facts } : { failed: (error as Error).stack ?? String(error) };
  }
}

port.on('message', ({ id, work }: { id: number; work: Work }) => port.postMessage({ id, done: done(work) }));
