import type pg from 'pg';

const EVERY_MS = 10;

/** A moment by the database's clock, and which transactions had been committed by then. */
interface Seen {
  at: number;
  snapshot: string;
}

/** Looks a hundred times a second which transactions have been committed, so that afterwards each row written meanwhile can be told its time. */
export class CommitWatch {
  private readonly seen: Seen[] = [];
  private ended = false;
  private readonly watching: Promise<void>;

  constructor(private readonly db: pg.Pool) {
    this.watching = this.watch();
  }

  private async watch(): Promise<void> {
    const client = await this.db.connect();
    try {
      while (!this.ended) {
        // The snapshot is older than the time beside it, never younger: nothing is said to have been written before it was.
        const { rows } = await client.query<{ snapshot: string; at: Date }>(
          'select pg_current_snapshot()::text as snapshot, clock_timestamp() as at',
        );
        const { snapshot, at } = rows[0]!;
        if (this.seen.at(-1)?.snapshot !== snapshot) this.seen.push({ at: at.getTime(), snapshot });
        await new Promise((done) => setTimeout(done, EVERY_MS));
      }
    } finally {
      client.release();
    }
  }

  async stop(): Promise<void> {
    this.ended = true;
    await this.watching;
  }

  /** When the transaction with this number was first seen to be committed, in milliseconds since the epoch; at most 10 ms late, never early. */
  committedBy(xid: bigint): number {
    return this.seen.find(({ snapshot }) => isCommitted(xid, snapshot))?.at ?? Infinity;
  }
}

/** Whether a transaction that has succeeded was over when the snapshot was taken. Example: 12 in `10:15:10,13` -> true; 13, 15 -> false. */
export function isCommitted(xid: bigint, snapshot: string): boolean {
  const [xmin, xmax, running] = snapshot.split(':') as [string, string, string];
  if (xid < BigInt(xmin)) return true;
  return xid < BigInt(xmax) && !running.split(',').includes(String(xid));
}
