import { Inject, Injectable } from '@nestjs/common';
import { gateway } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { Db, type Logger } from '@wufang/service';
import { changePassword } from '../app/change-password.js';
import { Passwords } from '../app/passwords.js';
import { SignIns } from '../app/sign-in.js';
import { GatewaySettings } from '../config.js';
import { accountById } from '../db/accounts.view.js';
import type { GatewayDb } from '../db/schema.js';
import { Sessions } from '../db/sessions.store.js';
import { local, Reply } from './answer.js';
import { cookieName, type Caller } from './caller.js';

/** Signing in and out, and the caller's own account. */
@Injectable()
export class SessionAnswers {
  constructor(
    private readonly db: Db<GatewayDb>,
    private readonly signIns: SignIns,
    private readonly sessions: Sessions,
    private readonly passwords: Passwords,
    private readonly settings: GatewaySettings,
    @Inject('LOGGER') private readonly logger: Logger,
  ) {}

  readonly answers = [
    local(gateway.signIn, async (input, _, { source, caller }) => {
      const { account, secret } = await this.signIns.signIn(input, source);
      this.logger.info({ accountId: account.id, source }, 'signed in');
      // The session that came along was opened before this password: it must not go on under it.
      if (caller.cookie) await this.sessions.end(caller.cookie);
      return new Reply(account, { cookie: this.cookie(secret) });
    }),
    local(gateway.signOut, async (_, __, { caller }) => {
      if (caller.cookie) await this.sessions.end(caller.cookie);
      return new Reply({}, { cookie: this.cookie('') });
    }),
    local(gateway.whoAmI, async (_, ctx, { caller }) => {
      const account = await this.db.read({ ...ctx, streetId: own(caller).streetId, scope: 'street' }, (sql) =>
        accountById(sql, own(caller).accountId),
      );
      if (!account) throw new DomainError('object.not-found', {});
      return account;
    }),
    local(gateway.changePassword, async (input, ctx, { source, caller }) => {
      const { streetId, accountId, name, kind } = own(caller);
      await this.signIns.check({ account: name, password: input.oldPassword }, source);
      const passwordHash = await this.passwords.hash(input.newPassword, name);
      const epoch = await this.db.run({ ...ctx, streetId }, (tx) => changePassword(tx, { accountId, passwordHash }));
      return new Reply({}, kind === 'session' ? { cookie: this.cookie(await this.signIns.open(streetId, accountId, epoch)) } : {});
    }),
  ];

  /** The `__Host-` prefix binds the cookie to this host over TLS (or loopback); an empty secret takes it away. */
  private cookie(secret: string): string {
    const age = secret === '' ? 0 : Math.round(this.settings.sessionSeconds);
    return `${cookieName}=${secret}; Path=/; Max-Age=${age}; HttpOnly; Secure; SameSite=Lax`;
  }
}

function own(caller: Caller) {
  if (!caller.known) throw new DomainError('account.sign-in-needed', {});
  return caller.known;
}
