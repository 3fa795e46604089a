import { createHash } from 'node:crypto';
import type { OfficialDocument, PrintedDocument } from '@wufang/contracts';
import { canonicalJson, DomainError } from '@wufang/kernel';
import type { Printer } from './printer.js';

/** As pages, or as data for programs. */
export type Form = 'PDF' | 'DATA';

/** What one answer can carry, as bytes before base64. */
const LIMIT_MB = 5.5;

/** A document in the form that was asked for, with the hash of what is handed over. */
export async function handedOut(printer: Printer, document: OfficialDocument, form: Form, name: string): Promise<PrintedDocument> {
  return handedOver(form === 'PDF' ? await printer.print(document) : null, document, name);
}

/** The same for what is printed already. */
export function handedOver(pdf: Buffer | null, document: OfficialDocument, name: string): PrintedDocument {
  const bytes = pdf ?? Buffer.from(canonicalJson(document));
  if (bytes.length > LIMIT_MB * 1024 * 1024)
    throw new DomainError('document.too-large', { size: (bytes.length / 1024 / 1024).toFixed(1), limit: LIMIT_MB });
  return {
    fileName: `${name}.${pdf ? 'pdf' : 'json'}`,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    file: pdf && pdf.toString('base64'),
    document: pdf ? null : document,
  };
}
