import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { randomPart } from './ids.js';

/** One person's values as they lie in the vault table: encrypted under a key of their own, which is wrapped by the master key. */
export interface Sealed {
  sealedKey: Buffer;
  sealed: Buffer;
}

/**
 * Personal data at rest. Each record has its own data key; destroying the record's `sealedKey` erases the person, wherever copies of the
 * ciphertext lie. A blind index finds the same phone again without showing it.
 */
export class Vault {
  private readonly wrapKey: Buffer;
  private readonly indexKey: Buffer;

  constructor(masterKey: string) {
    const master = Buffer.from(masterKey, 'base64');
    this.wrapKey = Buffer.from(hkdfSync('sha256', master, '', 'wufang vault wrap v1', 32));
    this.indexKey = Buffer.from(hkdfSync('sha256', master, '', 'wufang vault index v1', 32));
  }

  /** `place` (table and id) is bound in: a record moved to another row does not open. */
  seal(values: Record<string, string | null>, place: string): Sealed {
    const dataKey = randomPart(32);
    return { sealedKey: encrypt(this.wrapKey, dataKey, place), sealed: encrypt(dataKey, Buffer.from(JSON.stringify(values)), place) };
  }

  open<V extends Record<string, string | null>>(record: Sealed, place: string): V {
    const dataKey = decrypt(this.wrapKey, record.sealedKey, place);
    return JSON.parse(decrypt(dataKey, record.sealed, place).toString()) as V;
  }

  /** The same for the same text, and nothing can be read from it without the key. */
  index(kind: string, text: string): Buffer {
    return createHmac('sha256', this.indexKey).update(`${kind}\0${text}`).digest().subarray(0, 16);
  }
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
