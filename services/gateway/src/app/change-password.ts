import { gatewayEvents } from '@wufang/contracts';
import { fact } from '@wufang/service';
import { accounts, credentials } from '../db/accounts.store.js';
import type { GatewayTx } from '../db/schema.js';
import { lockAccount } from './known-account.js';

/** Sets a new password, which comes hashed. Every session opened before is over; answers the epoch for the one that goes on. */
export async function changePassword(tx: GatewayTx, input: { accountId: string; passwordHash: string }): Promise<number> {
  const account = await lockAccount(tx, input.accountId);
  const { sessionEpoch } = tx.save(accounts, { ...account, sessionEpoch: account.sessionEpoch + 1 }, [
    fact(gatewayEvents.passwordChanged, {}),
  ]);
  tx.put(credentials, { accountId: account.id, passwordHash: input.passwordHash, changedAt: tx.now });
  return sessionEpoch;
}
