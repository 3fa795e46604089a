import { expect, test } from '@jest/globals';
import { serviceNames } from '@wufang/contracts';
import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { vaultKeyFor } from './vault-key.js';
import { Vault } from './vault.js';

const root = randomBytes(32).toString('base64');
const [intake, registry] = [vaultKeyFor(root, 'intake'), vaultKeyFor(root, 'registry')];
const values = { name: '测试甲', phone: '13800000000' };
const place = 'complainants/1';

/** A record as it was sealed before records named their key: the data key wrapped under the one key all services had. */
function sealedBefore(masterKey: string) {
  const box = (key: Buffer, text: Buffer) => {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
    const body = Buffer.concat([cipher.update(text), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  };
  const wrapKey = Buffer.from(hkdfSync('sha256', Buffer.from(masterKey, 'base64'), '', 'wufang vault wrap v1', 32));
  const dataKey = randomBytes(32);
  return { sealedKey: box(wrapKey, dataKey), sealed: box(dataKey, Buffer.from(JSON.stringify(values))) };
}

test('each service has a key of its own, and none opens what another sealed', () => {
  expect(new Set([root, ...serviceNames.map((service) => vaultKeyFor(root, service))]).size).toBe(serviceNames.length + 1);
  const sealed = new Vault(intake).seal(values, place);
  expect(new Vault(intake).open(sealed, place)).toEqual(values);
  expect(() => new Vault(registry).open(sealed, place)).toThrow('none of WUFANG_VAULT_KEY');
  expect(() => new Vault(root).open(sealed, place)).toThrow('none of WUFANG_VAULT_KEY');
});

test('a house made when all services had one key reads its records, seals new ones under its own, and finds the same caller', () => {
  const old = new Vault(root);
  const now = new Vault(`${intake} ${root}`);
  expect(now.open(sealedBefore(root), place)).toEqual(values);
  expect(now.index('phone', '13800000000')).toEqual(old.index('phone', '13800000000'));
  const sealed = now.seal(values, place);
  expect(new Vault(intake).open(sealed, place)).toEqual(values);
  expect(() => old.open(sealed, place)).toThrow('none of WUFANG_VAULT_KEY');
});

test('a new key goes in front: what lay under the earlier ones still opens, and a key that is missing is told', () => {
  const [third, second] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
  const records = [sealedBefore(root), new Vault(`${second} ${root}`).seal(values, place)];
  const vault = new Vault(`${third} ${second} ${root}`);
  for (const record of records) expect(vault.open(record, place)).toEqual(values);
  expect(() => new Vault(`${third} ${root}`).open(records[1]!, place)).toThrow('none of WUFANG_VAULT_KEY');
});

test('a record in another place, or with a bit changed, does not open', () => {
  const vault = new Vault(intake);
  const { sealedKey, sealed } = vault.seal(values, place);
  expect(() => vault.open({ sealedKey, sealed }, 'complainants/2')).toThrow();
  const changed = Buffer.from(sealed);
  changed[changed.length - 1]! ^= 1;
  expect(() => vault.open({ sealedKey, sealed: changed }, place)).toThrow();
});
