/** Columns a text takes in a terminal: a Chinese character takes two. Example: '南岗里' -> 6. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(char) ? 2 : 1;
  return width;
}

/** A text filled up to a width, from the left or for numbers from the right. */
export function pad(text: string, width: number, toTheRight = false): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
  return toTheRight ? blanks + text : text + blanks;
}

const isNumber = (text: string) => /^(\d[\d,.]*( %)?|—)$/.test(text);

/** A table for a terminal. Numbers stand to the right, and so does the heading of a column that begins with one. */
export function table(headings: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (cell === null ? '—' : String(cell))));
  const widths = headings.map((heading, i) => Math.max(widthOf(heading), ...cells.map((row) => widthOf(row[i] ?? ''))));
  const line = (row: readonly string[], isRight: (cell: string, i: number) => boolean) =>
    row
      .map((cell, i) => pad(cell, widths[i]!, isRight(cell, i)))
      .join('  ')
      .trimEnd();
  return [line(headings, (_, i) => isNumber(cells[0]?.[i] ?? '')), ...cells.map((row) => line(row, isNumber))].join('\n');
}

/** What, how far, how long. Example: `导入名册 [##########----------]  50 %  9,754/19,507  3.1 s`. */
export function progressLine(what: string, done: number, total: number, ms: number): string {
  const part = total === 0 ? 1 : done / total;
  const bar = '#'.repeat(Math.floor(part * 20)).padEnd(20, '-');
  const percent = String(Math.floor(part * 100)).padStart(3);
  return `${what} [${bar}] ${percent} %  ${done.toLocaleString('en')}/${total.toLocaleString('en')}  ${(ms / 1000).toFixed(1)} s`;
}

/** A progress bar that redraws itself on a terminal and says a line each second elsewhere. */
export class ProgressBar {
  private readonly since = Date.now();
  private saidAt = 0;

  constructor(
    private readonly what: string,
    private readonly out: { isTTY?: boolean; write(text: string): unknown } = process.stderr,
  ) {}

  show(done: number, total: number, isLast = false): void {
    const line = progressLine(this.what, done, total, Date.now() - this.since);
    if (this.out.isTTY) this.out.write(`\r${line}${isLast ? '\n' : ''}`);
    else if (isLast || Date.now() - this.saidAt >= 1_000) {
      this.saidAt = Date.now();
      this.out.write(`${line}\n`);
    }
  }
}

/** A rate as people read it. Example: 0.9875 -> 98.75 %. */
export const percent = (rate: number | null) => (rate === null ? null : `${(rate * 100).toFixed(2)} %`);
