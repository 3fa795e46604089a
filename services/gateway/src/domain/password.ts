/** Shortest password that is taken. */
export const minPasswordLength = 12;

/** Words that make a password guessable whatever stands around them. */
const commonWords = [
  'password',
  'passw0rd',
  'qwerty',
  'asdfgh',
  'zxcvbn',
  '1qaz2wsx',
  'iloveyou',
  'letmein',
  'welcome',
  'admin',
  'wufang',
  'mima',
  'woaini',
  'jiedao',
  'beijing',
];
const rows = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/**
 * Whether a password may be set (GB/T 22239-2019 8.1.4.1, complexity of identification): at least twelve characters, not the account's
 * name, and enough left once common words, runs (`123456`), and repeated characters are taken out.
 * Example: `Password123456!` leaves `!` and is refused; four random words are taken.
 */
export function isWeakPassword(password: string, accountName: string): boolean {
  const plain = password.normalize('NFKC');
  if ([...plain].length < minPasswordLength) return true;
  const lower = plain.toLowerCase();
  const name = accountName.normalize('NFKC').toLowerCase();
  if (name.length >= 3 && lower.includes(name)) return true;
  return new Set(withoutRuns(commonWords.reduce((rest, word) => rest.replaceAll(word, ''), lower))).size < 6;
}

/** Takes out stretches of four and more that follow a keyboard row or the alphabet, either way. */
function withoutRuns(text: string): string {
  let rest = '';
  for (let i = 0; i < text.length;) {
    let length = 1;
    while (i + length < text.length && isRun(text.slice(i, i + length + 1))) length += 1;
    if (length < 4) {
      rest += text[i];
      i += 1;
    } else i += length;
  }
  return rest;
}

function isRun(text: string): boolean {
  const backwards = [...text].reverse().join('');
  return rows.some((row) => row.includes(text) || row.includes(backwards));
}
