import type { DocumentBlock, OfficialDocument } from '@wufang/contracts';
import { beijingDate, dayOfDate, formatBeijing, type DateText } from '@wufang/kernel';

/** Who issues a document, under which number, and what ties the paper to the record. */
export interface Frame {
  /** At the head, as a body writes its name: 青云街道南岗里小区五方议事桌. */
  issuer: string;
  /** Example: 南议〔2026〕3 号. Empty where there is none. */
  number: string;
  foot: string;
}

/** The head of what a table of five issues. */
export const tableFrame = (estate: string, number: string, foot: string): Frame => ({ issuer: `${estate}五方议事桌`, number, foot });

type Part = OfficialDocument['parts'][number];

export const heading = (text: string): DocumentBlock => ({ type: 'HEADING', text });
export const subheading = (text: string): DocumentBlock => ({ type: 'SUBHEADING', text });
export const text = (value: string): DocumentBlock => ({ type: 'TEXT', text: value });
export const plain = (value: string): DocumentBlock => ({ type: 'PLAIN', text: value });
export const lines = (list: readonly string[]): DocumentBlock => ({ type: 'LINES', lines: [...list] });
export const facts = (rows: readonly (readonly [string, string])[]): DocumentBlock => ({
  type: 'FACTS',
  rows: rows.map(([name, value]) => [name, value]),
});
export const note = (value: string): DocumentBlock => ({ type: 'NOTE', text: value });
export const seal = (issuer: string, on: DateText): DocumentBlock => ({ type: 'SEAL', issuer, on: longDate(on) });
export const hash = (name: string, value: string): DocumentBlock => ({ type: 'HASH', name, value });

/** A column as `head`, `kind` and relative width; 0 takes as much as its content. */
export type Column = readonly [head: string, kind: 'TEXT' | 'MIDDLE' | 'NUMBER', width: number];

export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  sum: readonly string[] | null = null,
): DocumentBlock {
  return {
    type: 'TABLE',
    title: null,
    columns: columns.map(([head, kind, width]) => ({ head, kind, width })),
    rows: rows.map((row) => [...row]),
    sum: sum && [...sum],
  };
}

/** A document of one part; `parts` are for files in which each reader has a page of their own. */
export function document(
  { issuer, number, foot }: Frame,
  kind: OfficialDocument['kind'],
  size: OfficialDocument['size'],
  title: string,
  content: readonly DocumentBlock[] | { parts: readonly Part[] },
  remark = '',
): OfficialDocument {
  const parts = 'parts' in content ? [...content.parts] : [{ title, isOnNewPage: false, blocks: [...content] }];
  return { kind, title, size, issuer, number, note: remark, foot, parts };
}

/** Example: '2026-11-05' -> '2026年11月5日'. */
export function longDate(date: DateText): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** Example: '2026年11月20日（星期五）14:00'. */
export function longTime(at: Date): string {
  const date = beijingDate(at);
  // 1970-01-01 was a Thursday.
  const weekday = '四五六日一二三'[((dayOfDate(date) % 7) + 7) % 7]!;
  return `${longDate(date)}（星期${weekday}）${formatBeijing(at).slice(11, 16)}`;
}

const ordinals = '一二三四五六七八九十';
/** Headings count as Chinese documents do. Example: 1 -> '一', 12 -> '十二'. */
export function ordinal(n: number): string {
  if (n <= 10) return ordinals[n - 1]!;
  return n < 20 ? `十${ordinals[n - 11]!}` : String(n);
}
