import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, sign, verify } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';

// What stands before the 32 bytes of an Ed25519 public key in its DER form (RFC 8410).
const publicHead = Buffer.from('302a300506032b6570032100', 'hex');

/** A new pair: the private key as PKCS #8 in DER, the public one as its 32 raw bytes. */
export function newSigningKey(): { privateKey: Buffer; publicKey: Buffer } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }),
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(publicHead.length),
  };
}

/** The Ed25519 signature over the canonical JSON of a value. */
export function signCanonical(value: unknown, privateKey: Buffer): Buffer {
  return sign(null, Buffer.from(canonicalJson(value)), createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' }));
}

/** Whether a signature over the canonical JSON of a value was made with the private key that belongs to `publicKey` (32 raw bytes). */
export function isSignedBy(value: unknown, signature: Buffer, publicKey: Buffer): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const key = createPublicKey({ key: Buffer.concat([publicHead, publicKey]), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(canonicalJson(value)), key, signature);
}

/** The canonical JSON of a value and the SHA-256 of its bytes: what is signed, and by what it is named. */
export function sealCanonical(value: unknown): { bytes: string; hash: string } {
  const bytes = canonicalJson(value);
  return { bytes, hash: hash('sha256', bytes, 'hex') };
}
