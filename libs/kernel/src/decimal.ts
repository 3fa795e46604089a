// With commas they stand every three digits; "1,23" is a slip of the hand and not 123.
const written = /^(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/;

/** Hundredths of a decimal text with at most two places, or null. Internal: fen and areas are both hundredths. */
export function hundredths(text: string): bigint | null {
  const match = written.exec(text.trim());
  if (!match) return null;
  const [, sign, whole, places = ''] = match;
  const value = BigInt(whole!.replaceAll(',', '') + places.padEnd(2, '0'));
  return sign ? -value : value;
}

/** 1234567n -> '12,345.67' */
export function writeHundredths(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return (value < 0n ? '-' : '') + whole + '.' + digits.slice(-2);
}
