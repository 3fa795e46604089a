import { percentile, round } from './figures.js';
import { Connection } from './load.js';
import type { Stage } from './stage.js';

const LOOKS = 300;

/** How long a page of the ledger takes, over HTTP, one after the other: the first page, and pages after places all over the street's open orders. */
export async function benchLists(stage: Stage): Promise<object> {
  const { house, db, street, tokens } = stage;
  const { rows } = await db.query<{ open: number }>(
    'select count(*)::int as open from dispatch.work_orders where street_id = $1 and is_open',
    [street],
  );
  const places = await db.query<{ due_at: Date; id: string }>(
    `select due_at, id from dispatch.work_orders tablesample system (0.2) where street_id = $1 and is_open order by random() limit $2`,
    [street, LOOKS],
  );
  const connection = new Connection(house.url, {});
  const look = async (query: string) => {
    const since = performance.now();
    const { status, body } = await connection.send('GET', `/api/ledger?limit=50${query}`, tokens.chief);
    if (status !== 200) throw new Error(`the ledger answers ${status}`);
    return { ms: performance.now() - since, entries: (body as { entries: unknown[] }).entries.length };
  };
  const measure = async (queries: readonly string[]) => {
    for (const query of queries.slice(0, 20)) await look(query);
    const looks = [];
    for (const query of queries) looks.push(await look(query));
    const ms = looks.map((one) => one.ms);
    return {
      looks: ms.length,
      entries: looks.reduce((sum, one) => sum + one.entries, 0),
      p50Ms: round(percentile(ms, 0.5)),
      p99Ms: round(percentile(ms, 0.99)),
    };
  };
  const straight = async () => {
    const since = performance.now();
    await db.query('select * from dispatch.work_orders where street_id = $1 and is_open order by due_at, id limit 50', [street]);
    return performance.now() - since;
  };
  try {
    const walks = [];
    for (let n = 0; n < LOOKS; n++) walks.push(await straight());
    return {
      openOrders: rows[0]!.open,
      wantedP99Ms: 50,
      straightWalk: { p50Ms: round(percentile(walks, 0.5)), p99Ms: round(percentile(walks, 0.99)) },
      firstPage: await measure(Array.from({ length: LOOKS }, () => '')),
      anyPage: await measure(places.rows.map(({ due_at, id }) => `&after=${encodeURIComponent(`${due_at.toISOString()},${id}`)}`)),
    };
  } finally {
    await connection.close();
  }
}
