import type { WitnessedHead } from '@wufang/contracts';
import { verifyChain, type ChainEntry } from '@wufang/kernel';
import { brokenDays, differsFromWitness } from './day-heads.js';
import type { PgPool } from './pool.js';
import { camelRow } from './tables.js';
import type { EventRow } from './tx.js';

export interface AuditReport {
  chains: number;
  entries: number;
  broken: { chainId: string; seq: number; reason: string }[];
}

const PAGE = 5_000;

/** The chain entry of an event as it lies in the table. */
export function chainEntry(row: EventRow): ChainEntry {
  const body = { id: row.id, type: row.type, actor: row.actor, payload: row.payload, recordedAt: row.recordedAt.toISOString() };
  return { streetId: row.streetId, chainId: row.aggregateId, seq: row.version, prevHash: row.prevHash, hash: row.hash, body };
}

/**
 * Walks every chain of a service from its first event to the head its aggregate row names, and the heads of all days that were closed, and reports the first broken place of each.
 * `heads` are the tables whose rows carry a version and a chain hash. `witness` are heads of days that others kept: they alone show a history that was written anew as a whole.
 */
export async function verifyAudit(
  pool: PgPool,
  heads: readonly string[],
  witness: readonly Omit<WitnessedHead, 'service'>[] = [],
): Promise<AuditReport> {
  const report: AuditReport = { chains: 0, entries: 0, broken: [] };
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(
      "select set_config('app.street_id', '*', true), set_config('app.unit_ids', '*', true), set_config('statement_timeout', '60s', true)",
    );
    const ends = new Map<string, { seq: number; hash: string }>();
    for (const table of ['day_logs', ...heads]) {
      const rows = await client.query<{ street_id: string; id: string; version: number; chain_hash: string }>(
        `select street_id, id, version, chain_hash from ${table}`,
      );
      for (const row of rows.rows) ends.set(`${row.street_id}/${row.id}`, { seq: row.version, hash: row.chain_hash });
    }
    const seen = new Set<string>();
    const close = (entries: ChainEntry[]) => {
      if (entries.length === 0) return;
      const { streetId, chainId } = entries[0]!;
      const place = `${streetId}/${chainId}`;
      seen.add(place);
      report.chains += 1;
      report.entries += entries.length;
      const fault = verifyChain(entries, { head: ends.get(place) });
      if (fault) report.broken.push({ chainId, seq: fault.seq, reason: fault.reason });
    };
    let chain: ChainEntry[] = [];
    await client.query('declare walk no scroll cursor for select * from events order by street_id, aggregate_id, version');
    for (;;) {
      const page = await client.query<Record<string, unknown>>(`fetch ${PAGE} from walk`);
      for (const raw of page.rows) {
        const entry = chainEntry(camelRow<EventRow>(raw));
        if (chain.length > 0 && (chain[0]!.chainId !== entry.chainId || chain[0]!.streetId !== entry.streetId)) {
          close(chain);
          chain = [];
        }
        chain.push(entry);
      }
      if (page.rows.length < PAGE) break;
    }
    close(chain);
    for (const [place, end] of ends)
      if (!seen.has(place)) report.broken.push({ chainId: place.split('/')[1]!, seq: end.seq, reason: 'missing' });
    report.broken.push(...(await brokenDays(client)), ...(await differsFromWitness(client, witness)));
    await client.query('commit');
    return report;
  } finally {
    client.release();
  }
}
