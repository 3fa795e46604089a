const digits = '零一二三四五六七八九';

/** A number below a thousand as statutes write it, or in figures. Examples: 十四 -> 14; 二百零五 -> 205; 12 -> 12; 条 -> null. */
export function numberIn(words: string): number | null {
  if (/^\d{1,3}$/.test(words)) return Number(words);
  const found = /^(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(words);
  if (!found || words === '') return null;
  const [, hundreds, tens, ten, ones] = found;
  const of = (digit: string | undefined) => (digit === undefined ? 0 : digits.indexOf(digit));
  return of(hundreds) * 100 + (ten ? (tens === undefined ? 1 : of(tens)) * 10 : 0) + of(ones) || null;
}

/**
 * The clauses of a text in which each begins a line with its number; lines after it belong to it. Null where the text does not begin with one, or a clause is
 * empty. Example: '第一条 为了…\n第二条 本办法…' -> clauses 1 and 2.
 */
export function clausesOf(text: string): { no: number; text: string }[] | null {
  const clauses: { no: number; lines: string[] }[] = [];
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    if (line === '') continue;
    const [, words, rest = ''] = /^第\s*([\d零一二三四五六七八九十百]+)\s*条[\s　:：]*(.*)$/.exec(line) ?? [];
    const no = words === undefined ? null : numberIn(words);
    if (no !== null) clauses.push({ no, lines: rest === '' ? [] : [rest] });
    else if (clauses.length === 0) return null;
    else clauses.at(-1)!.lines.push(line);
  }
  const found = clauses.map(({ no, lines }) => ({ no, text: lines.join('\n') }));
  return found.length > 0 && found.every(({ text: words }) => words.length >= 2) ? found : null;
}
