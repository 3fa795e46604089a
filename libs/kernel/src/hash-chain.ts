import { hash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import { DomainError } from './errors.js';

const DOMAIN = 'wufang.chain.v1';

export interface ChainLink {
  streetId: string;
  chainId: string;
  /** 1, 2, 3 … without a gap */
  seq: number;
  /** hash of the entry before; null for the first */
  prevHash: string | null;
  body: unknown;
}

export interface ChainEntry extends ChainLink {
  hash: string;
}

export interface ChainPoint {
  seq: number;
  hash: string;
}

export type ChainFault =
  | 'foreign' // belongs to another chain or street
  | 'reused-sequence' // this number was already taken
  | 'missing' // this number is nowhere
  | 'out-of-order' // this number stands further down
  | 'broken-link' // does not name the hash of the entry before it
  | 'edited' // body or place does not give the hash that is written
  | 'cut-tail' // the head is further than the last entry
  | 'beyond-head' // entries after the head
  | 'head-differs'; // same number as the head, another hash

/**
 * The hash of one audit entry. Street, chain and number are inside it, so that an entry cannot be moved to another place;
 * the leading word keeps it apart from any other hash in the system.
 * Example: sha256 of `["wufang.chain.v1","s1","orders",1,null,{"a":1}]`.
 */
export function linkHash(link: ChainLink): string {
  if (!Number.isSafeInteger(link.seq) || link.seq < 1) throw new DomainError('chain.impossible-sequence', { seq: link.seq });
  return hash('sha256', canonicalJson([DOMAIN, link.streetId, link.chainId, link.seq, link.prevHash, link.body]), 'hex');
}

/**
 * The first place at which a chain is not what was once written, or null. A long chain is checked in parts: `after` is the end
 * of the part before. A cut tail, or a chain written anew from some place on, shows only against a `head` kept elsewhere.
 * Example: entries 1, 2, 4 -> `{ seq: 3, reason: 'missing' }`.
 */
export function verifyChain(
  entries: readonly ChainEntry[],
  against: { after?: ChainPoint; head?: ChainPoint } = {},
): { seq: number; reason: ChainFault } | null {
  const { after, head } = against;
  const first = entries[0];
  let seq = after?.seq ?? 0;
  let prevHash = after?.hash ?? null;
  for (const entry of entries) {
    const expected = seq + 1;
    if (entry.streetId !== first!.streetId || entry.chainId !== first!.chainId) return { seq: expected, reason: 'foreign' };
    if (entry.seq < expected) return { seq: entry.seq, reason: 'reused-sequence' };
    if (entry.seq !== expected) {
      const isFurtherDown = entries.some((other) => other.seq === expected);
      return { seq: expected, reason: isFurtherDown ? 'out-of-order' : 'missing' };
    }
    if (entry.prevHash !== prevHash) return { seq: expected, reason: 'broken-link' };
    if (hashOrNull(entry) !== entry.hash) return { seq: expected, reason: 'edited' };
    if (head?.seq === expected && head.hash !== entry.hash) return { seq: expected, reason: 'head-differs' };
    if (head && expected > head.seq) return { seq: expected, reason: 'beyond-head' };
    seq = expected;
    prevHash = entry.hash;
  }
  if (head && seq < head.seq) return { seq: seq + 1, reason: 'cut-tail' };
  return null;
}

// A body that could never have been written is an edited one, not a reason for the check to stop.
function hashOrNull(entry: ChainEntry): string | null {
  try {
    return linkHash(entry);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

/** The SHA-256 of a text, in hex: what a canonical text is named by. Example: 'abc' -> 'ba7816bf…'. */
export const sha256Hex = (text: string): string => hash('sha256', text, 'hex');
