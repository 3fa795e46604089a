import type { PgPool } from '@wufang/service';
import type { Mandate } from '../domain/standing.js';

/** Somebody whose cookie or token is good at this moment. */
export interface KnownCaller {
  kind: 'session' | 'token';
  streetId: string;
  accountId: string;
  name: string;
  mandates: Mandate[];
  now: Date;
}

interface CallerRow {
  hash: Buffer;
  kind: 'session' | 'token';
  street_id: string;
  account_id: string;
  name: string;
  mandates: Mandate[];
  idle_ends_at: Date | null;
  now: Date;
}

interface Waiting {
  hash: Buffer;
  resolve: (caller: KnownCaller | undefined) => void;
  reject: (error: unknown) => void;
}

/** How much of the idle time must have gone by before a request writes that the session lives on. */
const RENEW_AFTER_MS = 30_000;
const MAX_IN_FLIGHT = 2;
/** So long after one question the requests that come gather for the next; who comes when it is quiet does not wait. */
const GATHER_MS = 4;

/**
 * Sessions and tokens, by the hash of what the caller shows. Every request is looked up in Postgres by a question that is sent after the request came in,
 * so that an end takes effect on the next request at every gateway; requests that wait at the same time share one question.
 */
export class Sessions {
  private waiting = new Map<string, Waiting[]>();
  private inFlight = 0;
  private scheduled = false;
  private askedAt = 0;

  constructor(
    private readonly pool: PgPool,
    private readonly limits: { idleSeconds: number; seconds: number },
  ) {}

  find(hash: Buffer): Promise<KnownCaller | undefined> {
    return new Promise((resolve, reject) => {
      const key = hash.toString('latin1');
      const alike = this.waiting.get(key);
      if (alike) alike.push({ hash, resolve, reject });
      else this.waiting.set(key, [{ hash, resolve, reject }]);
      if (this.scheduled || this.inFlight >= MAX_IN_FLIGHT) return;
      this.askSoon();
    });
  }

  private askSoon(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    const ask = () => {
      this.scheduled = false;
      void this.ask();
    };
    const waitMs = this.askedAt + GATHER_MS - performance.now();
    if (waitMs > 0) setTimeout(ask, Math.ceil(waitMs));
    else setImmediate(ask);
  }

  private async ask(): Promise<void> {
    const asked = this.waiting;
    if (asked.size === 0) return;
    this.waiting = new Map();
    this.askedAt = performance.now();
    this.inFlight += 1;
    try {
      const hashes = [...asked.values()].map((alike) => alike[0]!.hash);
      const { rows } = await this.pool.query<CallerRow>({ name: 'callers', text: 'select * from callers($1::bytea[])', values: [hashes] });
      const found = new Map(rows.map((row) => [row.hash.toString('latin1'), row]));
      for (const [key, alike] of asked) {
        const row = found.get(key);
        const caller = row && {
          kind: row.kind,
          streetId: row.street_id,
          accountId: row.account_id,
          name: row.name,
          mandates: row.mandates,
          now: row.now,
        };
        for (const one of alike) one.resolve(caller);
      }
      const idleMs = this.limits.idleSeconds * 1000;
      const renewAfter = Math.min(RENEW_AFTER_MS, idleMs / 4);
      const used = rows.filter(({ idle_ends_at: end, now }) => end !== null && end.getTime() - now.getTime() < idleMs - renewAfter);
      if (used.length > 0) void this.renew(used.map(({ hash }) => hash));
    } catch (error) {
      for (const alike of asked.values()) for (const one of alike) one.reject(error);
    } finally {
      this.inFlight -= 1;
      if (this.waiting.size > 0) this.askSoon();
    }
  }

  private async renew(hashes: Buffer[]): Promise<void> {
    await this.pool
      .query("update sessions set idle_ends_at = app_now() + $2 * interval '1 second' where id_hash = any($1::bytea[])", [
        hashes,
        this.limits.idleSeconds,
      ])
      // A session that could not be written on ends sooner; nobody gets in who may not.
      .catch(() => undefined);
  }

  async open(session: { hash: Buffer; streetId: string; accountId: string; epoch: number }): Promise<void> {
    await this.pool.query(
      `insert into sessions (id_hash, street_id, account_id, epoch, opened_at, ends_at, idle_ends_at)
       select $1, $2, $3, $4, now, now + $5 * interval '1 second', now + $6 * interval '1 second' from app_now() as now`,
      [session.hash, session.streetId, session.accountId, session.epoch, this.limits.seconds, this.limits.idleSeconds],
    );
  }

  async end(hash: Buffer): Promise<void> {
    await this.pool.query('delete from sessions where id_hash = $1', [hash]);
  }

  /** Forgets what is over. */
  async sweep(): Promise<void> {
    await this.pool.query('delete from sessions where ends_at < app_now() or idle_ends_at < app_now()');
  }
}
