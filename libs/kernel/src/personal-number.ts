// A mobile number, also written 138-1234-5678 or +86 138 1234 5678, not as part of a longer number.
const mobile = /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/;
// An identity number of 18 places with a date in it.
const identity = /(?<!\d)[1-9]\d{5}[ -]?(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dXx](?!\d)/;

/**
 * Whether a text that others may read holds a person's mobile or identity number, however it is written. Office numbers may be named.
 * Example: '请联系１３８ １２３４ ５６７８' -> true; '值班电话 010-63001234' -> false.
 */
export function holdsPersonalNumber(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/[\u2010-\u2015\u2212]/g, '-');
  return mobile.test(plain) || identity.test(plain);
}

/** The digits of a phone number, the country's own left out, for comparing. Example: '+86 138-1234-1234' -> '13812341234'. */
export function phoneDigits(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '');
}
