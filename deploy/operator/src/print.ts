/** Columns a text takes in a terminal: a Chinese character takes two. Example: '南岗里' -> 6. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(char) ? 2 : 1;
  return width;
}

const pad = (text: string, width: number, isNumber: boolean) => {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
  return isNumber ? blanks + text : text + blanks;
};

/** A table for a terminal: columns of numbers to the right, all others to the left. */
export function table(headings: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (cell === null ? '—' : String(cell))));
  const isNumber = headings.map((_, i) => rows.length > 0 && rows.every((row) => row[i] === null || typeof row[i] === 'number'));
  const widths = headings.map((heading, i) => Math.max(widthOf(heading), ...cells.map((row) => widthOf(row[i] ?? ''))));
  return [headings, ...cells]
    .map((row) =>
      row
        .map((cell, i) => pad(cell, widths[i]!, isNumber[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
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
