import { createServer, type Server } from 'node:http';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Clocks } from './clocks.js';
import type { Consumer } from './consumer.js';
import type { Db } from './db.js';
import type { Metrics } from './metrics.js';
import type { PgPool } from './pool.js';
import type { Relay } from './relay.js';
import { within } from './within.js';

export interface Health {
  service: string;
  ready: boolean;
  /** Why it is not ready, or what runs without a helper it could do without. */
  reasons: string[];
  version: string;
}

const STALE_MS = 30_000;
/** Both questions are asked at once; the gateway waits a second longer for the answer. */
const PATIENCE_MS = 3_000;

/**
 * Readiness that tells the truth: the database commits, NATS is connected, and the sweep, the relay and every consumer have made progress
 * lately. A process that is merely alive is not ready. Redis is named when it is missing but does not make a service unready, since
 * clocks fire without it; so is overload, which sending people elsewhere would only pass on.
 */
export class HealthCheck {
  private server: Server | undefined;
  stopping = false;

  constructor(
    private readonly parts: {
      service: string;
      version: string;
      pool: PgPool;
      nc: NatsConnection;
      db: Pick<Db, 'isOverloaded'>;
      clocks: Clocks;
      relay: Relay;
      consumers: readonly Consumer[];
      metrics: Metrics;
    },
  ) {}

  async check(): Promise<Health> {
    const { service, version, nc, db, clocks, relay, consumers } = this.parts;
    const faults: string[] = [];
    if (this.stopping) faults.push('stopping');
    const [commits, isHeard] = await Promise.all([this.commits(), this.isHeard()]);
    if (!commits) faults.push('database does not commit');
    if (nc.isClosed()) faults.push('NATS connection is closed');
    else if (!isHeard) faults.push('NATS does not answer');
    const now = Date.now();
    if (now - clocks.lastSweepAt > STALE_MS) faults.push('no sweep of due clocks for 30 s');
    if (now - relay.lastProgressAt > STALE_MS) faults.push('no event told for 30 s though some wait');
    for (const consumer of consumers)
      if (now - consumer.lastProgressAt > STALE_MS) faults.push(`${consumer.name} has not heard anything for 30 s`);
    if (clocks.guard.isHeld)
      faults.push(
        `the database clock has moved by ${clocks.guard.shiftMs / 1_000} s; no clock fires until it is back or the time is confirmed`,
      );
    const notes = [
      ...(clocks.missesAlarms ? ['Redis is away; clocks fire by the sweep'] : []),
      ...(db.isOverloaded ? ['more commands than it can take; new ones are refused until those that wait have had their turn'] : []),
    ];
    return { service, ready: faults.length === 0, reasons: [...faults, ...notes], version };
  }

  private commits(): Promise<boolean> {
    const { service, pool } = this.parts;
    const beat = async () => {
      await pool.query('select app_now()');
      await pool.query(
        'insert into heartbeats (service, at) values ($1, clock_timestamp()) on conflict (service) do update set at = excluded.at',
        [service],
      );
    };
    return isDone(beat());
  }

  private isHeard(): Promise<boolean> {
    return isDone(this.parts.nc.flush());
  }

  async listen(port: number): Promise<void> {
    this.server = createServer((request, response) => {
      void (async () => {
        if (request.url === '/metrics') {
          response.setHeader('content-type', this.parts.metrics.registry.contentType).end(await this.parts.metrics.registry.metrics());
          return;
        }
        const health = await this.check();
        response.writeHead(health.ready ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify(health));
      })();
    });
    await new Promise<void>((done, fail) => this.server!.once('error', fail).listen(port, '0.0.0.0' satisfies string, done));
    this.server.unref();
  }

  close(): void {
    this.server?.close();
  }
}

function isDone(work: Promise<unknown>): Promise<boolean> {
  return within(work, PATIENCE_MS, () => new Error('too slow')).then(
    () => true,
    () => false,
  );
}
