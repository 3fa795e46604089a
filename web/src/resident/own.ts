/** What this phone keeps for its owner: the matters told from it with their answer codes, and, if they wish, how to reach them. Nobody else gets it. */
export interface OwnMatter {
  no: string;
  /** Known to this phone alone; by it a callback is answered here. */
  code: string;
  toldAt: string;
}
export interface OwnContact {
  name: string;
  phone: string;
}

const MOST_KEPT = 20;
const mattersKey = (streetId: string) => `wufang.own.${streetId}`;
const contactKey = 'wufang.contact';

function read<T>(key: string): T | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing: the number and the code stand on the page.
  }
}

export const ownMatters = (streetId: string): OwnMatter[] => read<OwnMatter[]>(mattersKey(streetId)) ?? [];

export function keepMatter(streetId: string, matter: OwnMatter): void {
  write(mattersKey(streetId), [matter, ...ownMatters(streetId).filter(({ no }) => no !== matter.no)].slice(0, MOST_KEPT));
}

export const ownContact = (): OwnContact | undefined => read<OwnContact>(contactKey);
export const keepContact = (contact: OwnContact): void => write(contactKey, contact);

/** Takes everything off this phone. */
export function forgetAll(streetId: string): void {
  for (const key of [mattersKey(streetId), contactKey])
    try {
      localStorage.removeItem(key);
    } catch {
      // There was nothing.
    }
}

// Without I, L, O, U, as in numbers of demands.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** An answer code: forty bits by chance. Example: 'K7M2X9QA'. */
export const newCode = (): string => [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => letters[byte & 31]).join('');

/** How a code is read by people, and back. Example: 'K7M2X9QA' <-> 'K7M2-X9QA'. */
export const codeText = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
export const codeOf = (text: string): string => text.toUpperCase().replace(/[^0-9A-Z]/g, '');

/** An id chosen here; an old phone, or a page without TLS, has no `randomUUID`. */
function newId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 15) | 64;
  bytes[8] = (bytes[8]! & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** One id for one body: what is sent again after a lost answer is the same thing, what was changed since is another. */
export function idsByBody(): (body: object) => string {
  let last = { body: '', id: '' };
  return (body) => {
    const text = JSON.stringify(body);
    if (text !== last.body) last = { body: text, id: newId() };
    return last.id;
  };
}
