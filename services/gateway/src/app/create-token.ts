import { gatewayEvents } from '@wufang/contracts';
import { fact } from '@wufang/service';
import { accounts, tokens } from '../db/accounts.store.js';
import type { GatewayTx } from '../db/schema.js';
import { lockAccount } from './known-account.js';
import { hashOfSecret, newToken } from './secrets.js';

/** A token with which a program acts as the account, shown this once; only its hash is kept. */
export async function createToken(
  tx: GatewayTx,
  input: { id: string; name: string; until?: string | undefined },
): Promise<{ tokenId: string; token: string }> {
  const account = await lockAccount(tx, input.id);
  const tokenId = tx.newId();
  const token = newToken();
  tx.save(accounts, account, [fact(gatewayEvents.tokenCreated, { tokenId })]);
  tx.insert(tokens, {
    id: tokenId,
    accountId: account.id,
    name: input.name,
    tokenHash: hashOfSecret(token),
    createdAt: tx.now,
    until: input.until === undefined ? null : new Date(input.until),
    revokedAt: null,
  });
  return { tokenId, token };
}
