import { Injectable } from '@nestjs/common';
import { gateway } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { Db } from '@wufang/service';
import { createAccount } from '../app/create-account.js';
import { createToken } from '../app/create-token.js';
import { disableAccount } from '../app/disable-account.js';
import { enableAccount } from '../app/enable-account.js';
import { endMandate } from '../app/end-mandate.js';
import { grantMandate } from '../app/grant-mandate.js';
import { Passwords } from '../app/passwords.js';
import { resetPassword } from '../app/reset-password.js';
import { revokeToken } from '../app/revoke-token.js';
import { SignIns } from '../app/sign-in.js';
import { accountById, listAccounts, listPeople } from '../db/accounts.view.js';
import type { GatewayDb } from '../db/schema.js';
import { local } from './answer.js';

/** Accounts, mandates and tokens, for administrators; for others, whom they may name. */
@Injectable()
export class AccountAnswers {
  constructor(
    private readonly db: Db<GatewayDb>,
    private readonly passwords: Passwords,
    private readonly signIns: SignIns,
  ) {}

  readonly answers = [
    local(gateway.listAccounts, async (_, ctx) => {
      const { accounts } = await this.db.read(ctx, listAccounts);
      const lockedUntil = await this.signIns.locked(accounts.map(({ name }) => name));
      return { accounts: accounts.map((account) => ({ ...account, lockedUntil: lockedUntil(account.name)?.toISOString() ?? null })) };
    }),
    local(gateway.listPeople, (input, ctx) => this.db.read(ctx, (sql) => listPeople(sql, input, ctx))),
    local(gateway.createAccount, async ({ password, ...input }, ctx) => {
      const passwordHash = await this.passwords.hash(password, input.name);
      return this.db.run(ctx, (tx) => createAccount(tx, { ...input, passwordHash }));
    }),
    local(gateway.disableAccount, (input, ctx) => this.db.run(ctx, (tx) => disableAccount(tx, input))),
    local(gateway.enableAccount, async (input, ctx) => {
      const account = await this.db.run(ctx, (tx) => enableAccount(tx, input));
      await this.signIns.unlock(account.name);
      return account;
    }),
    local(gateway.resetPassword, async ({ id, newPassword }, ctx) => {
      const known = await this.db.read(ctx, (sql) => accountById(sql, id));
      if (!known) throw new DomainError('object.not-found', {});
      const passwordHash = await this.passwords.hash(newPassword, known.name);
      const account = await this.db.run(ctx, (tx) => resetPassword(tx, { id, passwordHash }));
      await this.signIns.unlock(account.name);
      return account;
    }),
    local(gateway.grantMandate, (input, ctx) => this.db.run(ctx, (tx) => grantMandate(tx, input))),
    local(gateway.endMandate, (input, ctx) => this.db.run(ctx, (tx) => endMandate(tx, input))),
    local(gateway.createToken, (input, ctx) => this.db.run(ctx, (tx) => createToken(tx, input))),
    local(gateway.revokeToken, (input, ctx) => this.db.run(ctx, (tx) => revokeToken(tx, input))),
  ];
}
