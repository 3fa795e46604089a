import { describe, expect, test } from '@jest/globals';
import { isSignedBy, newSigningKey, signCanonical } from './ed25519.js';

describe('signatures over canonical JSON', () => {
  const { privateKey, publicKey } = newSigningKey();
  const signature = signCanonical({ b: 1, a: '同意' }, privateKey);

  test('hold for the same value in whatever order its members stand', () => {
    expect(isSignedBy({ a: '同意', b: 1 }, signature, publicKey)).toBe(true);
  });

  test('do not hold for another value, another key, or bytes that are no signature', () => {
    expect(isSignedBy({ a: '同意', b: 2 }, signature, publicKey)).toBe(false);
    expect(isSignedBy({ a: '同意', b: 1 }, signature, newSigningKey().publicKey)).toBe(false);
    expect(isSignedBy({ a: '同意', b: 1 }, signature.subarray(1), publicKey)).toBe(false);
    expect(isSignedBy({ a: '同意', b: 1 }, signature, publicKey.subarray(1))).toBe(false);
  });

  // RFC 8032, 7.1, test 1 signs the empty text, which is no JSON; this is the key of test 1 over the text `null`.
  test('are those of RFC 8032', () => {
    const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
    const key = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
    const known = Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex');
    expect(isSignedBy(null, signCanonical(null, key), known)).toBe(true);
  });
});
