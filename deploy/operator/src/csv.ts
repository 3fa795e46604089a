/**
 * Rows as CSV that a spreadsheet opens rightly: quoted where it must be, with a mark of order for Excel; a text that a spreadsheet would take for a
 * formula stays text.
 * Example: `=1+1` -> `'=1+1`.
 */
export function csv(rows: readonly (readonly (string | null)[])[]): string {
  const cell = (value: string | null) => {
    const text = /^[=+\-@\t\r＝＋－＠]/.test((value ?? '').trimStart()) ? `'${value}` : (value ?? '');
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
