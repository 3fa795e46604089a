import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { gatewayEvents, type Approval, type Ctx, type SignedApproval } from '@wufang/contracts';
import { DomainError, newSigningKey, signCanonical } from '@wufang/kernel';
import { Db, fact, newId, Vault } from '@wufang/service';
import { accounts, newestSigningKey, signingKeys } from '../db/accounts.store.js';
import type { GatewayDb, SigningKeyRow } from '../db/schema.js';
import type { KnownCaller } from '../db/sessions.store.js';
import { lockAccount } from './known-account.js';
import { SignIns } from './sign-in.js';

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);
/** About 100 ms; a password is checked before, so this is no door for guessing. */
const cost = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/**
 * Signs what a person approves, after they have given their password again. Their private key is encrypted under a key derived from that password
 * and then sealed in the vault, so that neither the database nor whoever runs the house can sign for them. A password that was changed does
 * not open the old key: a new one is made, and what the old one signed stays verifiable by its public part.
 */
export class Approvals {
  constructor(
    private readonly db: Db<GatewayDb>,
    private readonly vault: Vault,
    private readonly signIns: SignIns,
  ) {}

  /** The approval of exactly this input, or the refusal of signing in: wrong passwords are counted and lock here as there. */
  async approve(caller: KnownCaller, password: string, input: Record<string, unknown>, ctx: Ctx, source: string): Promise<SignedApproval> {
    const account = await this.signIns.check({ account: caller.name, password }, source);
    if (account.id !== caller.accountId) throw new DomainError('account.sign-in-failed', {});
    const own = { ...ctx, streetId: account.streetId };
    const known = await this.db.read({ ...own, scope: 'street' }, (sql) => newestSigningKey(sql, account.streetId, account.id));
    const opened = known && (await this.open(known, password));
    const { id, privateKey, publicKey } = opened ?? (await this.make(account.id, password, own));
    const approval: Approval = {
      ...{ v: 'wufang.approval.v1', streetId: ctx.streetId, operation: ctx.operation, input, accountId: account.id },
      ...{ keyId: id, approvedAt: caller.now.toISOString() },
    };
    const signature = signCanonical(approval, privateKey);
    privateKey.fill(0);
    return { approval, publicKey: publicKey.toString('base64'), signature: signature.toString('base64') };
  }

  private async open(row: SigningKeyRow, password: string) {
    const { key } = this.vault.open<{ key: string }>(row, placeOf(row.id));
    const privateKey = decrypt(await keyOf(password, row.salt), Buffer.from(key, 'base64'));
    return privateKey && { id: row.id, privateKey, publicKey: row.publicKey };
  }

  private async make(accountId: string, password: string, ctx: Ctx) {
    const { privateKey, publicKey } = newSigningKey();
    const id = newId(new Date());
    const salt = randomBytes(16);
    const key = encrypt(await keyOf(password, salt), privateKey).toString('base64');
    await this.db.run({ ...ctx, idempotencyKey: undefined, requestHash: undefined }, async (tx) => {
      const account = await lockAccount(tx, accountId);
      tx.insert(signingKeys, { id, accountId, publicKey, salt, madeAt: tx.now, ...this.vault.seal({ key }, placeOf(id)) });
      tx.save(accounts, account, [fact(gatewayEvents.signingKeyMade, { keyId: id, publicKey: publicKey.toString('base64') })]);
      return {};
    });
    return { id, privateKey, publicKey };
  }
}

const placeOf = (id: string) => `signing_keys:${id}`;
const keyOf = (password: string, salt: Buffer) => derive(password.normalize('NFKC'), salt, 32, cost);

function encrypt(key: Buffer, text: Buffer): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const body = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** The text, or undefined where the key is another one. */
function decrypt(key: Buffer, box: Buffer): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, 12)).setAuthTag(box.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(box.subarray(28)), decipher.final()]);
  } catch {
    return undefined; // the password was changed since
  }
}
