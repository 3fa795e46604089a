import { createHash } from 'node:crypto';
import type { PgPool } from '@wufang/service';
import type { Budget } from '../domain/limits.js';

export interface Spent {
  used: number;
  /** Until the budget is whole again. */
  secondsLeft: number;
}

const spend = `insert into budgets as b (key, used, until) values ($1, 1, app_now() + $2 * interval '1 second')
  on conflict (key) do update set used = case when b.until <= app_now() then 1 else b.used + 1 end, until = case when b.until <= app_now() then excluded.until else b.until end
  returning used, ceil(extract(epoch from until - app_now()))::int as left`;
/** As `spend`, but each try before the last allowed one moves the end, so that the lock lasts its whole time. */
const spendAndExtend = `insert into budgets as b (key, used, until) values ($1, 1, app_now() + $2 * interval '1 second')
  on conflict (key) do update set used = case when b.until <= app_now() then 1 else b.used + 1 end, until = case when b.until <= app_now() or b.used < $3 then excluded.until else b.until end
  returning used, ceil(extract(epoch from until - app_now()))::int as left`;

/**
 * How often somebody has tried something, counted in Postgres by its clock: it outlives a flush of Redis and a restart, and all gateways count
 * together. Keys are hashes, so the table tells no names or addresses.
 */
export class Budgets {
  constructor(private readonly pool: PgPool) {}

  /** Counts one try, and answers how many there were. Counting comes before trying, so that tries at the same time cannot slip through together. */
  async spend(budget: Budget, who: string): Promise<Spent> {
    return this.count(spend, [keyOf(budget, who), budget.withinSeconds]);
  }

  async spendAndExtend(budget: Budget, who: string): Promise<Spent> {
    return this.count(spendAndExtend, [keyOf(budget, who), budget.withinSeconds, budget.times]);
  }

  /** How many there were, without counting one more. */
  async look(budget: Budget, who: string): Promise<Spent> {
    const { rows } = await this.pool.query<{ used: number; left: number }>(
      'select used, ceil(extract(epoch from until - app_now()))::int as left from budgets where key = $1 and until > app_now()',
      [keyOf(budget, who)],
    );
    return { used: rows[0]?.used ?? 0, secondsLeft: rows[0]?.left ?? 0 };
  }

  /** Which of many have used up a budget, and until when. */
  async usedUp(budget: Budget, whos: readonly string[]): Promise<Map<string, Date>> {
    const whoByKey = new Map(whos.map((who) => [keyOf(budget, who).toString('hex'), who]));
    const { rows } = await this.pool.query<{ key: Buffer; until: Date }>(
      'select key, until from budgets where key = any($1::bytea[]) and used >= $2 and until > app_now()',
      [[...whoByKey.keys()].map((key) => Buffer.from(key, 'hex')), budget.times],
    );
    return new Map(rows.map(({ key, until }) => [whoByKey.get(key.toString('hex'))!, until]));
  }

  async clear(budget: Budget, who: string): Promise<void> {
    await this.pool.query('delete from budgets where key = $1', [keyOf(budget, who)]);
  }

  async sweep(): Promise<void> {
    await this.pool.query('delete from budgets where until < app_now()');
  }

  private async count(text: string, values: unknown[]): Promise<Spent> {
    const { rows } = await this.pool.query<{ used: number; left: number }>(text, values);
    return { used: rows[0]!.used, secondsLeft: rows[0]!.left };
  }
}

function keyOf(budget: Budget, who: string): Buffer {
  return createHash('sha256').update(`${budget.kind}\0${who}`).digest();
}
