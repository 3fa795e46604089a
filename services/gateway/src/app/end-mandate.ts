import { gatewayEvents, type Account } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { accounts } from '../db/accounts.store.js';
import type { GatewayTx } from '../db/schema.js';
import { accountView } from '../db/accounts.view.js';
import { lockAccount } from './known-account.js';

/** Ends a mandate; from the next request on the account no longer acts under it. */
export async function endMandate(tx: GatewayTx, input: { id: string; mandateId: string }): Promise<Account> {
  const account = await lockAccount(tx, input.id);
  const { mandateId } = input;
  if (!account.mandates.some(({ id }) => id === mandateId)) throw new DomainError('object.not-found', {});
  const next = { ...account, mandates: account.mandates.filter(({ id }) => id !== mandateId) };
  return accountView(tx.save(accounts, next, [fact(gatewayEvents.mandateEnded, { mandateId })]), tx.now);
}
