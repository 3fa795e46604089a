import { z } from 'zod';

/** What the five-party table prints (文书). */
export const documentKinds = [
  'MEETING_NOTICE',
  'MINUTES',
  'RESOLUTION',
  'BALLOTS_REPORT',
  'PLAN_STATEMENT',
  'PAYER_STATEMENTS',
  'HOME_STATEMENTS',
  'PUBLICITY_NOTICE',
  'EMERGENCY_NOTICE',
  'EMERGENCY_EVIDENCE',
  'EMERGENCY_USE',
  'VOTE_NOTICE',
  'VOTE_BALLOT',
  'VOTE_RESULT',
  'SETTLEMENT',
] as const;
export const DocumentKind = z.enum(documentKinds).meta({ id: 'DocumentKind' });
export type DocumentKind = z.infer<typeof DocumentKind>;

const text = z.string().max(20_000);
const line = z.string().max(2_000);
const column = z.object({
  head: line,
  kind: z.enum(['TEXT', 'MIDDLE', 'NUMBER']),
  width: z.number().min(0).max(20).describe('相对宽度；0 为随内容'),
});

/** What a page is made of. The design decides how each looks; a document decides what stands in it. */
export const DocumentBlock = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('HEADING'), text: line }),
    z.object({ type: z.literal('SUBHEADING'), text: line }),
    /** A paragraph, indented by two characters. */
    z.object({ type: z.literal('TEXT'), text }),
    /** A paragraph that begins at the margin: whom a notice is for. */
    z.object({ type: z.literal('PLAIN'), text }),
    /** Arithmetic, a line each; a line that begins with two blanks is indented. */
    z.object({ type: z.literal('LINES'), lines: z.array(line) }),
    z.object({ type: z.literal('FACTS'), rows: z.array(z.tuple([line, line])) }),
    /** Breaks over pages with its head repeated; `sum` is a last row that stands out. */
    z.object({
      type: z.literal('TABLE'),
      title: line.nullable(),
      columns: z.array(column),
      rows: z.array(z.array(line)),
      sum: z.array(line).nullable(),
    }),
    z.object({ type: z.literal('HASH'), name: line, value: line }),
    /** Who signs, with room for pen and seal; `mark` is what is recorded already. */
    z.object({ type: z.literal('SIGNATURES'), rows: z.array(z.object({ seat: line, unit: line, mark: line })) }),
    z.object({ type: z.literal('SEAL'), issuer: line, on: line }),
    z.object({ type: z.literal('NOTE'), text }),
  ])
  .meta({ id: 'DocumentBlock' });
export type DocumentBlock = z.infer<typeof DocumentBlock>;

/** A document as data: the same words and figures that its PDF shows, and beside them what they were made of. */
export const OfficialDocument = z
  .object({
    kind: DocumentKind,
    title: line,
    /** How large it is set: to be read on a board, on a table, or as columns of figures. */
    size: z.enum(['BOARD', 'RECORD', 'FIGURES']),
    issuer: line,
    number: line,
    note: line,
    /** At the foot of every page: what ties the paper to the record. */
    foot: line,
    parts: z.array(z.object({ title: line.nullable(), isOnNewPage: z.boolean(), blocks: z.array(DocumentBlock) })),
  })
  .meta({ id: 'OfficialDocument' });
export type OfficialDocument = z.infer<typeof OfficialDocument>;

/** In which form a document is wanted: to hang up, or for programs. */
export const DocumentForm = z.enum(['PDF', 'DATA']).meta({ id: 'DocumentForm' });

/** What every operation that hands out a document may be asked for and may refuse with. */
export const inForm = { form: DocumentForm.default('PDF') };
export const documentRefusals = ['object.not-found', 'document.fonts-missing', 'document.too-large'] as const;
/** Setting many pages takes longer than an answer usually may. */
export const printTimeoutMs = 60_000;

/** A document handed out. `file` is the PDF in base64, `document` the same as data; the one that was not asked for is null. */
export const PrintedDocument = z
  .object({
    fileName: z.string(),
    sha256: z.string().describe('所交付内容的 SHA-256'),
    file: z.base64().nullable(),
    document: OfficialDocument.nullable(),
  })
  .meta({ id: 'PrintedDocument' });
export type PrintedDocument = z.infer<typeof PrintedDocument>;
