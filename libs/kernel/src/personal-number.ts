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

/** A name without the blanks people write in it. Example: '远山 机械厂' -> '远山机械厂'. */
export const plainName = (name: string): string => name.replace(/\s+/g, '');

/**
 * Under which text an owner is the same owner, in the register and in a vote's file: the same name and phone. A unit is known by its name alone, whatever phone
 * stands beside it (建筑物区分所有权司法解释第九条: one buyer, one head). Of others without a phone nobody is taken for somebody else of that name: the home itself,
 * `place`, tells them apart.
 */
export function ownerIdentity(owner: { name: string; phone: string | null; isUnit: boolean; place: readonly string[] }): string {
  const name = plainName(owner.name);
  if (owner.isUnit) return `${name}\0`;
  const digits = owner.phone === null ? '' : phoneDigits(owner.phone);
  return digits ? `${name}\0${digits}` : `${name}\0\0${owner.place.join('\0')}`;
}

/** The digits of a phone number, the country's own left out, for comparing. Example: '+86 138-1234-1234' -> '13812341234'. */
export function phoneDigits(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '');
}
