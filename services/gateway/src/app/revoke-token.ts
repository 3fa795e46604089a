import { gatewayEvents } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { accounts, tokens, tokensById } from '../db/accounts.store.js';
import type { GatewayTx } from '../db/schema.js';
import { lockAccount } from './known-account.js';

/** Takes a token back; the program's next request is refused. Twice is once. */
export async function revokeToken(tx: GatewayTx, input: { id: string; tokenId: string }): Promise<Record<string, never>> {
  const account = await lockAccount(tx, input.id);
  const token = await tx.load(tokensById, input.tokenId);
  if (!token || token.accountId !== account.id) throw new DomainError('object.not-found', {});
  if (token.revokedAt) return {};
  const { streetId: _, ...kept } = token;
  tx.save(accounts, account, [fact(gatewayEvents.tokenRevoked, { tokenId: token.id })]);
  tx.put(tokens, { ...kept, revokedAt: tx.now });
  return {};
}
