import { systemCtx, type Account } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { Db } from '@wufang/service';
import { nameKeyOf, signInRecord } from '../db/accounts.store.js';
import { accountView } from '../db/accounts.view.js';
import { Budgets } from '../db/budgets.store.js';
import type { GatewayDb } from '../db/schema.js';
import { Sessions } from '../db/sessions.store.js';
import { accountFailures, sourceFailures } from '../domain/limits.js';
import { Passwords } from './passwords.js';
import { hashOfSecret, newSessionSecret } from './secrets.js';

/** How many may wait to sign in to one account. */
const MAX_QUEUE = 20;

/**
 * Signing in. Five wrong passwords lock an account for 15 minutes, thirty from one source shut that source out for as long; both are counted
 * before the password is looked at, by name whether or not there is such an account, so that neither the answer nor its time tells. Whatever
 * fails here lets nobody in.
 */
export class SignIns {
  private readonly lines = new Map<string, { last: Promise<unknown>; length: number }>();

  constructor(
    private readonly db: Db<GatewayDb>,
    private readonly budgets: Budgets,
    private readonly sessions: Sessions,
    private readonly passwords: Passwords,
  ) {}

  /** The account and the secret of its new session. */
  async signIn(input: { account: string; password: string }, source: string): Promise<{ account: Account; secret: string }> {
    const record = await this.check(input, source);
    const secret = await this.open(record.streetId, record.id, record.sessionEpoch);
    return { account: accountView(record, new Date()), secret };
  }

  async open(streetId: string, accountId: string, epoch: number): Promise<string> {
    const secret = newSessionSecret();
    await this.sessions.open({ hash: hashOfSecret(secret), streetId, accountId, epoch });
    return secret;
  }

  /** Which of these accounts are locked by wrong passwords, and until when. */
  async locked(names: readonly string[]): Promise<(name: string) => Date | null> {
    const until = await this.budgets.usedUp(accountFailures, names.map(nameKeyOf));
    return (name) => until.get(nameKeyOf(name)) ?? null;
  }

  /** Forgets the wrong passwords that have locked an account. */
  async unlock(name: string): Promise<void> {
    await this.budgets.clear(accountFailures, nameKeyOf(name));
  }

  /** The account this password opens; a refusal that says nothing about which of the two was wrong. */
  async check(input: { account: string; password: string }, source: string) {
    const bySource = await this.budgets.look(sourceFailures, source);
    if (bySource.used >= sourceFailures.times) throw new DomainError('request.too-many', { retryAfter: bySource.secondsLeft });
    // Several who sign in to one account at the same time must not lock it by their number alone.
    return this.inLine(nameKeyOf(input.account), async () => {
      const tries = await this.budgets.spendAndExtend(accountFailures, nameKeyOf(input.account));
      if (tries.used > accountFailures.times) throw new DomainError('account.locked', { minutes: Math.ceil(tries.secondsLeft / 60) });
      const record = await this.db.read(systemCtx('*', 'gateway.session.sign-in'), (sql) => signInRecord(sql, input.account));
      const isRight = await this.passwords.isRight(input.password, record?.passwordHash);
      if (!record || !isRight || record.isDisabled) {
        await this.budgets.spend(sourceFailures, source);
        throw new DomainError('account.sign-in-failed', {});
      }
      await this.budgets.clear(accountFailures, nameKeyOf(input.account));
      return record;
    });
  }

  private async inLine<T>(name: string, work: () => Promise<T>): Promise<T> {
    const line = this.lines.get(name) ?? { last: Promise.resolve(), length: 0 };
    if (line.length >= MAX_QUEUE) throw new DomainError('request.too-many', { retryAfter: 5 });
    this.lines.set(name, line);
    line.length += 1;
    const mine = line.last.then(work);
    line.last = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      line.length -= 1;
      if (line.length === 0) this.lines.delete(name);
    }
  }
}
