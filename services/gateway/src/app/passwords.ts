import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '@wufang/kernel';
import { isWeakPassword, minPasswordLength } from '../domain/password.js';

/** OWASP's first choice of parameters: 19 MiB, two passes. argon2id is what the library takes when nothing is said. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** More at once would only take memory; what waits longer than this many is sent away. */
const MAX_AT_ONCE = 4;
const MAX_WAITING = 200;

/** Password hashes, a few at a time. An unknown account costs the same time as a wrong password. */
export class Passwords {
  private readonly nobody = hash('nobody has this password', cost);
  private running = 0;
  private readonly queue: (() => void)[] = [];

  async hash(password: string, accountName: string): Promise<string> {
    if (isWeakPassword(password, accountName)) throw new DomainError('account.password-weak', { min: minPasswordLength });
    return this.inTurn(() => hash(normal(password), cost));
  }

  async isRight(password: string, passwordHash: string | undefined): Promise<boolean> {
    const against = passwordHash ?? (await this.nobody);
    const fits = await this.inTurn(() => verify(against, normal(password)));
    return fits && passwordHash !== undefined;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= MAX_AT_ONCE) {
      if (this.queue.length >= MAX_WAITING) throw new DomainError('request.too-many', { retryAfter: 10 });
      await new Promise<void>((go) => this.queue.push(go));
    } else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}

const normal = (password: string) => password.normalize('NFKC');
