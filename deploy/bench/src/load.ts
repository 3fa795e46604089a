import { Client } from 'undici';

export interface Reply {
  status: number;
  body: unknown;
}

/** One keep-alive connection to the gateway, with a token. */
export class Connection {
  private readonly client: Client;

  constructor(
    url: string,
    private readonly headers: Record<string, string>,
  ) {
    this.client = new Client(url, { pipelining: 1, headersTimeout: 30_000, bodyTimeout: 30_000 });
  }

  async send(method: 'GET' | 'POST', path: string, token: string, body?: unknown): Promise<Reply> {
    const response = await this.client.request({
      method,
      path,
      headers: { ...this.headers, authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.statusCode, body: await response.body.json() };
  }

  close(): Promise<void> {
    return this.client.close();
  }
}

export interface LoadResult {
  perSecond: number;
  latenciesMs: number[];
  failed: number;
}

/**
 * Runs one piece of work again and again on so many connections, for so long after a warm-up. Counts what was finished after the warm-up;
 * a failure ends nothing but is counted.
 */
export async function closedLoop(options: {
  url: string;
  clients: number;
  seconds: number;
  warmupSeconds: number;
  headers: Record<string, string>;
  work: (connection: Connection) => Promise<boolean>;
}): Promise<LoadResult> {
  const { url, clients, seconds, warmupSeconds, headers, work } = options;
  const startAt = performance.now() + warmupSeconds * 1_000;
  const endAt = startAt + seconds * 1_000;
  const latenciesMs: number[] = [];
  let failed = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const connection = new Connection(url, headers);
      while (performance.now() < endAt) {
        const began = performance.now();
        const isOk = await work(connection).catch(() => false);
        const now = performance.now();
        if (now < startAt || now > endAt) continue;
        if (isOk) latenciesMs.push(now - began);
        else failed += 1;
      }
      await connection.close();
    }),
  );
  return { perSecond: latenciesMs.length / seconds, latenciesMs, failed };
}

/** Starts work at a fixed rate, whether or not the last one is finished. */
export async function openLoop(options: {
  url: string;
  perSecond: number;
  seconds: number;
  connections: number;
  headers: Record<string, string>;
  work: (connection: Connection) => Promise<boolean>;
}): Promise<{ sent: number; failed: number }> {
  const { url, perSecond, seconds, connections, headers, work } = options;
  const pool = Array.from({ length: connections }, () => new Connection(url, headers));
  const under: Promise<void>[] = [];
  let failed = 0;
  const began = performance.now();
  for (let n = 0; n < perSecond * seconds; n++) {
    const due = began + (n * 1_000) / perSecond;
    const wait = due - performance.now();
    if (wait > 1) await new Promise((done) => setTimeout(done, wait));
    under.push(
      work(pool[n % connections]!).then(
        (isOk) => void (failed += isOk ? 0 : 1),
        () => void (failed += 1),
      ),
    );
  }
  await Promise.all(under);
  await Promise.all(pool.map((connection) => connection.close()));
  return { sent: under.length, failed };
}
