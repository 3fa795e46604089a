/** What is printed, for programs without servers: the operator's command. */
export * from './ballots-report.js';
export type { Frame } from './blocks.js';
export { systemFonts } from './fonts.js';
export * from './printer.js';
export * from './share-documents.js';
