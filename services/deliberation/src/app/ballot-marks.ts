import { createHash } from 'node:crypto';
import { canonicalJson } from '@wufang/kernel';

const mark = (parts: readonly unknown[]) => createHash('sha256').update(canonicalJson(parts)).digest('hex');

/** The receipt of a ballot (回执, I-35): unique, and nothing can be read from it without the nonce. */
export function receiptOf(voteId: string, ownerId: string, no: number, nonce: string): string {
  return mark(['wufang.receipt.v1', voteId, ownerId, no, nonce]);
}

/** A salted commitment to what was read from a ballot: the chain shows a ballot changed by another hand, and tells nothing of it. */
export function contentHashOf(voteId: string, ballotId: string, nonce: string, choices: Readonly<Record<string, string>>): string {
  return mark(['wufang.ballot.v1', voteId, ballotId, nonce, choices]);
}

/** The hash of a frozen roll, over its homes in the order of their ids. */
export function rollHashOf(homes: readonly { homeId: string; ownerId: string; areaHundredths: number; areaSource: string }[]): string {
  const rows = homes.map(({ homeId, ownerId, areaHundredths, areaSource }) => [homeId, ownerId, areaHundredths, areaSource] as const);
  return mark(['wufang.roll.v1', rows.sort((a, b) => (a[0] < b[0] ? -1 : 1))]);
}
