import { gatewayEvents, type Account } from '@wufang/contracts';
import { fact } from '@wufang/service';
import { accounts } from '../db/accounts.store.js';
import type { GatewayTx } from '../db/schema.js';
import { accountView } from '../db/accounts.view.js';
import { lockAccount } from './known-account.js';
import { mandateFrom, type WantedMandate } from './mandate.js';

/** Lets an account act for a unit or in a seat (授权). */
export async function grantMandate(tx: GatewayTx, input: WantedMandate & { id: string }): Promise<Account> {
  const account = await lockAccount(tx, input.id);
  const mandate = mandateFrom(input, tx);
  const { id: mandateId, role, unitId, until, limitFen } = mandate;
  const next = { ...account, mandates: [...account.mandates, mandate] };
  return accountView(tx.save(accounts, next, [fact(gatewayEvents.mandateGranted, { mandateId, role, unitId, until, limitFen })]), tx.now);
}
