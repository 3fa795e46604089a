import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { randomPart } from './ids.js';

/**
 * One person's values as they lie in the vault table: encrypted under a key of their own, which is wrapped by the service's key. `sealedKey`
 * begins with the name of the key that wraps it; a shorter one is from before keys had names.
 */
export interface Sealed {
  sealedKey: Buffer;
  sealed: Buffer;
}

interface Key {
  name: Buffer;
  wrap: Buffer;
  index: Buffer;
}

const NAME_BYTES = 8;
const NAMELESS_BYTES = 12 + 16 + 32;

/**
 * Personal data at rest. Each record has its own data key; destroying the record's `sealedKey` erases the person, wherever copies of the
 * ciphertext lie. A blind index finds the same phone again without showing it.
 *
 * `keys` is one key in base64 or several with spaces between them, the newest first: it seals, the others open what was sealed under them.
 * Indexes cannot be made anew, so they stay with the oldest.
 */
export class Vault {
  private readonly keys: readonly Key[];
  private readonly newest: Key;
  private readonly oldest: Key;

  constructor(keys: string) {
    this.keys = vaultKeys(keys).map((key) => {
      const from = (purpose: string, bytes: number) => Buffer.from(hkdfSync('sha256', Buffer.from(key, 'base64'), '', purpose, bytes));
      return {
        name: from('wufang vault name v1', NAME_BYTES),
        wrap: from('wufang vault wrap v1', 32),
        index: from('wufang vault index v1', 32),
      };
    });
    const [newest, oldest] = [this.keys[0], this.keys.at(-1)];
    if (!newest || !oldest) throw new Error('a vault needs a key');
    [this.newest, this.oldest] = [newest, oldest];
  }

  /** `place` (table and id) is bound in: a record moved to another row does not open. */
  seal(values: Record<string, string | null>, place: string): Sealed {
    const dataKey = randomPart(32);
    return {
      sealedKey: Buffer.concat([this.newest.name, encrypt(this.newest.wrap, dataKey, place)]),
      sealed: encrypt(dataKey, Buffer.from(JSON.stringify(values)), place),
    };
  }

  open<V extends Record<string, string | null>>(record: Sealed, place: string): V {
    const { wrap, box } = this.wrapOf(record);
    return JSON.parse(decrypt(decrypt(wrap, box, place), record.sealed, place).toString()) as V;
  }

  /** The same for the same text, and nothing can be read from it without the key. */
  index(kind: string, text: string): Buffer {
    return createHmac('sha256', this.oldest.index).update(`${kind}\0${text}`).digest().subarray(0, 16);
  }

  private wrapOf({ sealedKey }: Sealed): { wrap: Buffer; box: Buffer } {
    if (sealedKey.length === NAMELESS_BYTES) return { wrap: this.oldest.wrap, box: sealedKey };
    const name = sealedKey.subarray(0, NAME_BYTES);
    const key = this.keys.find((one) => one.name.equals(name));
    if (!key) throw new Error(`a sealed record needs key ${name.toString('hex')}, and none of WUFANG_VAULT_KEY is it: bring that key back`);
    return { wrap: key.wrap, box: sealedKey.subarray(NAME_BYTES) };
  }
}

/** The keys of a setting, the newest first. */
export function vaultKeys(setting: string): string[] {
  return setting.split(/\s+/).filter((key) => key !== '');
}

function encrypt(key: Buffer, text: Buffer, place: string): Buffer {
  const iv = randomPart(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

function decrypt(key: Buffer, box: Buffer, place: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, 12)).setAAD(Buffer.from(place));
  decipher.setAuthTag(box.subarray(12, 28));
  return Buffer.concat([decipher.update(box.subarray(28)), decipher.final()]);
}
