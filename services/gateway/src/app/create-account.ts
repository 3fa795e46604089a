import { gatewayEvents, type Account, type Role } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { accountNames, accounts, credentials, nameKeyOf, takenNames } from '../db/accounts.store.js';
import type { GatewayTx } from '../db/schema.js';
import { accountView } from '../db/accounts.view.js';
import { mandateFrom, type WantedMandate } from './mandate.js';

/** A new account of the street the administrator acts in, with the mandates it begins with. The password comes hashed. */
export async function createAccount(
  tx: GatewayTx,
  input: { id: string; name: string; displayName: string; passwordHash: string; mandates: WantedMandate[] },
): Promise<Account> {
  const nameKey = nameKeyOf(input.name);
  await tx.hold(`name:${nameKey}`);
  if (tx.recall(`name:${nameKey}`) ?? (await tx.load(takenNames, nameKey))) throw new DomainError('account.name-taken', {});
  const mandates = input.mandates.map((wanted) => mandateFrom(wanted, tx));
  const roles: Role[] = [...new Set(mandates.map(({ role }) => role))];
  const row = tx.create(
    accounts,
    { id: input.id, name: input.name.trim(), displayName: input.displayName, isDisabled: false, sessionEpoch: 0, mandates },
    [
      fact(gatewayEvents.accountCreated, { roles }),
      ...mandates.map(({ id, role, unitId, until, limitFen }) =>
        fact(gatewayEvents.mandateGranted, { mandateId: id, role, unitId, until, limitFen }),
      ),
    ],
  );
  tx.remember(`name:${nameKey}`, row.id);
  tx.insert(accountNames, { nameKey, accountId: row.id });
  tx.put(credentials, { accountId: row.id, passwordHash: input.passwordHash, changedAt: tx.now });
  return accountView(row, tx.now);
}
