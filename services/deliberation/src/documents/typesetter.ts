import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { OfficialDocument } from '@wufang/contracts';
import { coverageOf, drawable, fontsIn, type Coverage } from './fonts.js';

// Compiled files lie in dist/src/documents; the design is read from the source folder as it is.
const design = readFileSync(new URL('../../../src/documents/official.typ', import.meta.url), 'utf8');

/** Sets documents as PDF. The same document gives the same bytes, whoever asks and whenever. */
export class Typesetter {
  private readonly compiler: NodeCompiler;
  private readonly covers: Coverage;

  constructor(fontFolder: string) {
    const files = fontsIn(fontFolder);
    const coverages = files.map(coverageOf);
    this.covers = (code) => coverages.every((covers) => covers(code));
    this.compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fontFolder] }] });
  }

  pdf(document: OfficialDocument): Buffer {
    const doc = JSON.stringify(document, (_, value: unknown) => (typeof value === 'string' ? drawable(value, this.covers) : value));
    const compiled = this.compiler.compile({ mainFileContent: design, inputs: { doc } });
    const error = compiled.takeError();
    if (error) throw new Error(`the page could not be set: ${JSON.stringify(error.shortDiagnostics).slice(0, 500)}`);
    try {
      return this.compiler.pdf(compiled.result!, { pdfTags: false });
    } finally {
      this.compiler.evictCache(0);
    }
  }
}
